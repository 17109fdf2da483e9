"""What a sentence tells of one of its dates, as an event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from types import ModuleType
from typing import Any, Literal

import attrs
from attrs import frozen

from beldigest.language import load
from beldigest.mentions.dates import edtf
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import Mentions
from beldigest.model import Event, EventStatus, Span, When
from beldigest.resolve.reference import Reference
from beldigest.resolve.register import Register
from beldigest.resolve.sayings import Saying, Sayings, hull
from beldigest.resolve.wording import attributed, closed, tidied, uninterrupted

#: How far around a date its clause is looked for, in characters.
_REACH = 1500
#: How many parsed sentences are kept.
_KEPT = 8
_QUOTES = "“\"'‘„«"
#: What is the event: what somebody says, out of its sentence; the statement itself; or what the sentence tells.
_Kind = Literal["content", "statement", "sentence"]


@frozen
class _Telling:
    """A clause on its way to an event: where it stands, what kind of event it makes, and its subject.

    A subject that is ``inferred`` stands in another clause, for a pronoun; ``other`` fills the gap of the clause.
    """

    sentence: Any
    clause: Any
    when: When
    at: Span
    kind: _Kind
    saying: Saying | None
    subject: Span | None = None
    inferred: bool = False
    other: Span | None = None


class Teller:
    """Tells what happened, of one date after the other."""

    def __init__(self, reading: Reading, passage: Passage, mentions: Mentions, register: Register) -> None:
        self._text = reading.text
        self._today = _known_days(reading, passage)
        self._grammar: ModuleType = load(reading.language, "events")
        self._reference = Reference(reading, passage, mentions, register, self._grammar)
        self._sayings = Sayings(mentions.citations)
        self._parsed: dict[tuple[Span, Saying | None], Any] = {}

    def events(self, before: Span | None, sentence: Span, when: When, dates: list[Span]) -> Iterator[Event]:
        """What a sentence dates so; nothing where the date only belongs to a thing, or no more than the date is said.

        ``before`` is the sentence before, to whose subject "it" goes back; ``dates`` are all those of the sentence.
        """
        text, grammar, at = self._text, self._grammar, when.span
        if at is None:
            return
        sentence = Span(max(sentence.start, at.start - _REACH), min(sentence.end, at.end + _REACH))
        parsed = self._parse(sentence, dates)
        listed = grammar.coordinated(text, at, dates)
        first = [date for date in dates if date in listed and date.start <= at.start]
        if grammar.is_specified(parsed, at) or any(grammar.attributive(parsed, date) for date in first):
            return
        saying = self._sayings.of(sentence, at)
        if saying is not None and not self._attributes(parsed, saying):
            saying = None
        kind = self._kind(parsed, saying, dates, at)
        if saying is not None and kind == "content":
            parsed = self._parse(grammar.without_that(text, saying.said), dates, saying)
        elif saying is not None and kind == "statement":
            cue = saying.mention.cue[0]
            parsed = grammar.Sentence(text, sentence, dates, said=hull((saying.said, cue)), cue=cue)
        for clause in grammar.clauses(parsed, at):
            if clause.headless or grammar.is_void(parsed, clause, at):
                continue
            telling = self._with_subject(_Telling(parsed, clause, when, at, kind, saying), before)
            status = self._status(telling)
            pieces = self._pieces(telling, listed)
            event = self._event(telling, pieces, status) if status is not None and pieces else None
            if event is not None:
                yield event

    def _attributes(self, parsed: Any, saying: Saying) -> bool:
        """Whether what was taken for an attribution is one: its verb is no participle of a noun ("drugs | recalled by
        the regulator | were on sale"), and what stands before that is quoted or a clause."""
        if saying.follows_cue:
            return not parsed.is_modifier(saying.mention.cue[0])
        return self._text[saying.said.start] in _QUOTES or bool(parsed.has_clause(saying.said))

    def _kind(self, parsed: Any, saying: Saying | None, dates: list[Span], at: Span) -> _Kind:
        """What the event is. What is said is one by itself where it is a whole clause, in other words than the
        speaker's own, and is not denied."""
        if saying is None:
            return "sentence"
        if saying.is_statement:
            return "statement"
        if at not in saying.said:
            return "sentence"
        if saying.mention.stance != "asserted" or self._text[saying.said.start] in _QUOTES:
            return "sentence"
        said = self._grammar.without_that(self._text, saying.said)
        if said == saying.said and not parsed.has_clause(said):
            return "sentence"  # "reported sales | for the quarter ended in June"
        return "content" if self._parse(said, dates, saying).has_clause(said) else "sentence"

    def _parse(self, sentence: Span, dates: list[Span], saying: Saying | None = None) -> Any:
        """A sentence, or what is said in one, with the ``dates`` in it; the last few are kept for their other dates."""
        key = (sentence, saying)
        if key not in self._parsed:
            if len(self._parsed) > _KEPT:
                self._parsed.clear()
            inserted = [] if saying is None else saying.inserted
            self._parsed[key] = self._grammar.Sentence(self._text, sentence, dates, inserted)
        return self._parsed[key]

    def _with_subject(self, telling: _Telling, before: Span | None) -> _Telling:
        """The clause with its subject, where that stands elsewhere: before a relative pronoun or in another clause, for
        a pronoun that it begins with."""
        clause, grammar, reference = telling.clause, self._grammar, self._reference
        if clause.antecedent is not None:
            found = reference.antecedent(telling.sentence, clause.antecedent, clause.pieces[0].start)
            if found is None:
                clause = attrs.evolve(clause, pieces=(Span(clause.antecedent.start, clause.span.end),))
            if found is None or clause.gap is None:
                return attrs.evolve(telling, clause=clause, subject=found)
            telling = attrs.evolve(telling, other=found)
        saying = telling.saying if telling.kind == "content" else None
        first = clause.subject or clause.pieces[0]
        itself = None if saying is None else reference.speaker_itself(telling.sentence, first, saying)
        if clause.subject is not None:
            subject = itself or clause.subject
            if before is not None and grammar.is_it(subject.of(self._text)):
                subject = grammar.subject_of(reference.parsed(before), before) or subject
            return attrs.evolve(telling, subject=subject)
        subject = itself or reference.gone_back_to(before, telling.sentence, clause)
        if subject is None:
            return telling
        subject = closed(self._text, subject) if itself is not None else subject
        behind = grammar.behind_pronoun(telling.sentence, clause.pieces[0])
        clause = attrs.evolve(clause, pieces=(behind, *clause.pieces[1:]))
        return attrs.evolve(telling, clause=clause, subject=subject, inferred=itself is None)

    def _status(self, telling: _Telling) -> EventStatus | None:
        """Whether it has happened; what somebody denies has, as far as one knows, not."""
        ahead, saying = self._ahead(telling.when), telling.saying
        if telling.kind == "statement":
            return "planned" if ahead > 0 else "reported"
        told = telling.kind == "content"
        status: EventStatus | None = self._grammar.status(
            telling.sentence, telling.clause, telling.at, ahead, told=told
        )
        if saying is None or status != "reported" or saying.mention.stance == "asserted":
            return status
        return "conditional" if telling.sentence.has_clause(saying.said) else status

    def _pieces(self, telling: _Telling, listed: Span) -> list[Span]:
        """The pieces of the clause without its date, and without those of the statement and of the verb that a plan
        depends on; ``listed`` is the date with those that it stands in a list with."""
        text, grammar, clause, saying = self._text, self._grammar, telling.clause, telling.saying
        pieces: list[Span] = list(clause.pieces)
        others = list(grammar.foreign(telling.sentence, clause, telling.at))
        if saying is not None and telling.kind == "content":
            for aside in saying.inserted:
                pieces = uninterrupted(text, pieces, aside)
        elif saying is not None and telling.kind == "sentence" and saying.mention.when is not None:
            of_statement = saying.mention.when
            others += [date for date in telling.sentence.dates if date.overlaps(of_statement) and date != telling.at]
        if not grammar.keeps_date(telling.sentence, clause, telling.at):
            others.append(listed)
        for date in others:
            pieces = grammar.without(text, pieces, date)
        found: list[Span] = grammar.without_stranded(telling.sentence, pieces)
        return found

    def _event(self, telling: _Telling, pieces: list[Span], status: EventStatus) -> Event | None:
        """The event in words that stand alone, or None where they would tell nothing."""
        grammar, clause, saying = self._grammar, telling.clause, telling.saying
        statement = saying if telling.kind == "statement" else None
        if statement is not None and self._is_bare(statement, clause, pieces):
            return None
        whole = pieces if telling.subject is None else [telling.subject, *pieces]
        if telling.other is not None and clause.gap is not None:
            behind = sum(piece.start >= clause.gap for piece in pieces)
            filled = [telling.other] if clause.fronted is None else [clause.fronted, telling.other]
            whole = [*whole[: len(whole) - behind], *filled, *whole[len(whole) - behind :]]
        speaker = None if saying is None or telling.kind == "sentence" else saying.source
        meant = self._reference.meant(whole, speaker)
        words = self._words(telling, whole, meant, status)
        listed = grammar.is_listed(self._text, telling.sentence.span, telling.at)
        verb = any(telling.sentence.finite(piece.start, piece.end) for piece in pieces)
        if not grammar.tells(words, verb=verb, listed=listed, lasting=clause.lasting):
            return None
        evidence = [clause.span] if telling.subject is None else [telling.subject, clause.span]
        evidence += [part for part in (clause.fronted, telling.other) if part is not None and telling.other is not None]
        told = verb or not telling.sentence.finite(telling.sentence.span.start, telling.sentence.span.end)
        by = self._by(telling) if told else None  # of what is said "a truce signed" is a part that says nothing
        if by is not None and saying is not None and saying.by is not None:
            words = attributed(words, by)
            evidence.append(saying.by)
        outside = None if statement is None else statement.said
        taking_part = (
            *self._reference.actors_in(whole, outside),
            *(actor for span, actor in meant.items() if outside is None or span not in outside),
        )
        when = self._limited(telling)
        return Event("", when, words, clause.span, tuple(dict.fromkeys(taking_part)), status, tuple(evidence))

    def _is_bare(self, statement: Saying, clause: Any, pieces: list[Span]) -> bool:
        """Whether a statement would be told without what it says."""
        states = any(cue.overlaps(clause.span) for cue in statement.mention.cue)
        return states and not any(piece.overlaps(part) for piece in pieces for part in statement.mention.content)

    def _words(self, telling: _Telling, whole: list[Span], meant: dict[Span, str], status: EventStatus) -> str:
        """The words of a clause out of all their pieces, which begin with its subject; ``meant`` is whom the pronouns
        in them mean. What the text leaves out, as the auxiliary of a reduced participle, stands in square brackets."""
        grammar, reference, clause = self._grammar, self._reference, telling.clause
        words = reference.read(whole[0], meant)
        owner = clause.owner and telling.subject is not None
        words = grammar.possessive(words) if owner else words
        words = f"[{tidied(words)}]" if telling.inferred or owner else words
        for place, piece in enumerate(whole[1:]):
            follows_subject = telling.subject is not None and not place
            joined = follows_subject or piece.start == clause.pieces[-1].start
            said = reference.read(piece, meant)
            words += clause.joint if joined and not words.endswith(",") else " "
            if clause.reduced and joined:
                words += f"[{grammar.auxiliary(telling.sentence, clause, ahead=status == 'planned')}] "
            lowered = piece == telling.other or (follows_subject and clause.antecedent is None)
            words += grammar.lowered(said) if lowered else said
        return tidied(grammar.without_connectives(tidied(words)))

    def _by(self, telling: _Telling) -> str | None:
        """The words that attribute what is told, without their date; None where nobody needs to be named."""
        text, grammar, reference, saying = self._text, self._grammar, self._reference, telling.saying
        if saying is None or telling.kind != "content" or saying.source is None:
            return None
        pieces = saying.attribution(text)
        own = telling.subject is not None and (
            telling.subject in (saying.by or telling.subject)
            or reference.actor(telling.subject) == (reference.actor(saying.source) or "")
        )
        elsewhere = grammar.breaks_off(text, Span(saying.said.start, max(saying.said.start, telling.clause.span.start)))
        if not pieces or own or elsewhere:
            return None
        named = any(span.start == pieces[0].start for span in reference.names_in(pieces[0]))
        meant = reference.meant(pieces)
        if grammar.is_pronoun(saying.source.of(text)):
            speakers = [actor for span, actor in meant.items() if span in saying.source]
            first = grammar.opening_pronoun(telling.sentence, telling.sentence.span)
            if not speakers or (first is not None and reference.actor(first) in speakers):
                return None  # "he insists he will attend"
        for date in telling.sentence.dates_of(saying.by):
            pieces = grammar.without(text, pieces, date)
        words = tidied(" ".join(reference.read(piece, meant) for piece in pieces), capital=False)
        words = str(grammar.without_connectives(words))
        return words if named else grammar.lowered(words)

    def _ahead(self, when: When) -> int:
        """1 for a date that lies ahead, -1 for one that is over, 0 for what is neither or cannot be told."""
        if self._today is None:
            return 0
        first, last = self._today
        if when.first is not None and last is not None and when.first > last:
            return 1
        if when.last is not None and first is not None and when.last < first:
            return -1
        return 0

    def _limited(self, telling: _Telling) -> When:
        """The date, or the period that it begins or ends, which is open at its other end."""
        when, at = telling.when, telling.at
        if telling.clause.span.start >= at.end:
            return when  # "since May 3, when | the mine closed"
        told = self._grammar.limit(telling.sentence, telling.clause, at)
        if told is None:
            return when
        limit, start = told
        return edtf.limited(when, limit, self._text, Span(start, at.end))


def _known_days(reading: Reading, passage: Passage) -> tuple[dt.date | None, dt.date | None] | None:
    """The first and last day on which a passage can have been published; None where nothing is known of it."""
    if passage.published is not None:
        return passage.published, passage.published
    if reading.published is not None:
        return reading.published, reading.published
    if reading.published_edtf is None:
        return None
    known = edtf.parsed(reading.published_edtf)
    return known.first, known.last

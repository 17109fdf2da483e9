"""What a sentence tells of one of its dates, as an event."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import ModuleType
from typing import Any

import attrs
from attrs import frozen

from beldigest.language import load
from beldigest.mentions.dates import edtf
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import CitationMention, Mentions
from beldigest.model import Event, Span, When
from beldigest.resolve.register import Register

#: How far around a date its clause is looked for, in characters.
_REACH = 1500
_QUOTES = "“\"'‘„«"


@frozen
class _Saying:
    """Who says what a date stands in: ``said`` is all of that in the sentence, ``by`` the words that attribute it."""

    mention: CitationMention
    said: Span
    by: Span | None


class Teller:
    """Tells what happened, of one date after the other."""

    def __init__(self, reading: Reading, passage: Passage, mentions: Mentions, register: Register) -> None:
        self._text = reading.text
        self._today = _known_days(reading, passage)
        self._grammar: ModuleType = load(reading.language, "events")
        self._actors = mentions.actors
        self._citations = sorted(
            ((mention.cue[0].start, mention) for mention in mentions.citations if mention.cue), key=lambda pair: pair[0]
        )
        self._register = register
        self._names = {actor.id: actor.name for actor in register.actors}
        self._kinds = {actor.id: actor.kind for actor in register.actors}

    def event(self, before: Span | None, sentence: Span, when: When, dates: list[Span]) -> Event | None:
        """What a sentence dates so; None where the date only belongs to a thing, or nothing but the date is said.

        ``before`` is the sentence before, to whose subject "it" goes back.
        """
        text, grammar, at = self._text, self._grammar, when.span
        if at is None:
            return None
        sentence = Span(max(sentence.start, at.start - _REACH), min(sentence.end, at.end + _REACH))
        whole = grammar.Sentence(text, sentence, dates)
        listed = grammar.coordinated(text, at, dates)
        if any(grammar.attributive(whole, date) for date in dates if date in listed):
            return None
        saying = self._saying(sentence, at)
        if saying is not None and saying.said is not None and self._is_clause(saying, dates, at):
            return self._told(before, saying, when, dates)
        if saying is not None and at not in saying.said:
            whole = grammar.Sentence(text, sentence, dates, said=saying.said)
        return self._reported(before, whole, when, dates, saying)

    def _saying(self, sentence: Span, at: Span) -> _Saying | None:
        """The attribution of a sentence whose content a date stands in, the innermost one; or whose own date it is."""
        first = bisect_left(self._citations, sentence.start, key=lambda pair: pair[0])
        last = bisect_left(self._citations, sentence.end, key=lambda pair: pair[0])
        found: _Saying | None = None
        for _, mention in self._citations[first:last]:
            parts = [part for part in mention.content if part.overlaps(sentence)]
            by = _hull([*mention.source, *mention.cue, *((mention.addressee,) if mention.addressee else ())])
            if by is not None and by not in sentence:
                by = None
            if any(part.start <= at.start < part.end for part in parts):
                said = Span(max(parts[0].start, sentence.start), min(parts[-1].end, sentence.end))
                if found is None or found.mention.when is not None or len(said) < len(found.said):
                    found = _Saying(mention, said, by)
            elif found is None and parts and mention.when is not None and mention.when.overlaps(at):
                found = _Saying(mention, _hull(parts) or sentence, by)
        return found

    def _is_clause(self, saying: _Saying, dates: Sequence[Span], at: Span) -> bool:
        """Whether what is said is a whole clause in other words than the speaker's own, so that it can stand alone."""
        if at not in saying.said or saying.mention.stance != "asserted" or self._text[saying.said.start] in _QUOTES:
            return False
        said = self._grammar.without_that(self._text, saying.said)
        inserted = [saying.by] if saying.by is not None and saying.by in saying.said else []
        sentence = self._grammar.Sentence(self._text, said, dates, inserted)
        return bool(sentence.has_clause(said))

    def _told(self, before: Span | None, saying: _Saying, when: When, dates: list[Span]) -> Event | None:
        """An event in what is said, with who says so behind it, undated: "Output fell, the minister said"."""
        said = self._grammar.without_that(self._text, saying.said)
        inside = saying.by is not None and saying.by in saying.said
        sentence = self._grammar.Sentence(self._text, said, dates, [saying.by] if inside else [])
        return self._reported(before, sentence, when, dates, saying, apart=True)

    def _reported(
        self,
        before: Span | None,
        sentence: Any,
        when: When,
        dates: list[Span],
        saying: _Saying | None,
        *,
        apart: bool = False,
    ) -> Event | None:
        text, grammar, at = self._text, self._grammar, when.span
        assert at is not None
        clause = grammar.clause(sentence, at)
        if clause.headless or grammar.is_void(sentence, clause, at):
            return None
        speech = saying is not None and not apart and at not in saying.said
        status = self._status(sentence, clause, when, saying, speech=speech, apart=apart)
        if status is None:
            return None
        subject: Span | None = clause.subject
        if apart and saying is not None and subject is None and clause.antecedent is None:
            subject = self._speaking_of_itself(clause, saying)
            if subject is not None:
                behind = grammar.behind_pronoun(text, clause.pieces[0])
                clause = attrs.evolve(clause, pieces=(behind, *clause.pieces[1:]), subject=subject)
        if clause.antecedent is not None:
            subject = self._subject(sentence, clause.antecedent, clause.pieces[0].start)
        if subject is not None and before is not None and clause.subject is subject and grammar.is_it(subject.of(text)):
            subject = grammar.subject_of(grammar.Sentence(text, before, ()), before) or subject
        if clause.antecedent is not None and subject is None:
            clause = attrs.evolve(clause, pieces=(Span(clause.antecedent.start, clause.span.end),))
        pieces: list[Span] = list(clause.pieces)
        if apart and saying is not None and saying.by is not None:
            pieces = _apart(text, pieces, saying.by)
        kept = clause.keeps_date or grammar.is_moved(sentence, clause, at)
        if not kept:
            pieces = grammar.without(text, pieces, grammar.coordinated(text, at, dates))
        for other in self._others(sentence, clause, at, saying, speech=speech, apart=apart):
            pieces = grammar.without(text, pieces, other)
        if not pieces:
            return None
        return self._event(sentence, clause, pieces, subject, when, status, saying, speech=speech, apart=apart)

    def _status(
        self, sentence: Any, clause: Any, when: When, saying: _Saying | None, *, speech: bool, apart: bool
    ) -> Any:
        """Whether it has happened; what somebody denies has, as far as one knows, not."""
        ahead = self._ahead(when)
        if speech and saying is not None:
            return "planned" if ahead > 0 else "reported"
        status = self._grammar.status(sentence, clause, when.span, ahead, told=apart)
        if saying is not None and saying.mention.stance != "asserted" and status == "reported":
            return "conditional"
        return status

    def _others(
        self, sentence: Any, clause: Any, at: Span, saying: _Saying | None, *, speech: bool, apart: bool
    ) -> list[Span]:
        """The dates of other things that happened: of the statement, and of the verb that a plan depends on."""
        found: list[Span] = list(self._grammar.foreign(sentence, clause, at))
        if saying is not None and not speech and not apart and saying.mention.when is not None:
            found += [date for date in sentence.dates if date.overlaps(saying.mention.when) and date != at]
        return found

    def _event(
        self,
        sentence: Any,
        clause: Any,
        pieces: list[Span],
        subject: Span | None,
        when: When,
        status: Any,
        saying: _Saying | None,
        *,
        speech: bool,
        apart: bool,
    ) -> Event | None:
        text, grammar = self._text, self._grammar
        evidence = [clause.span] if subject is None else [subject, clause.span]
        pieces = pieces if subject is None else [subject, *pieces]
        silent = saying.said if speech and saying is not None else None
        actors = [
            self._register.mentions[span]
            for piece in pieces
            for span in self._actors_in(piece)
            if silent is None or span not in silent
        ]
        named = [self._register.mentions[span] for piece in pieces for span in self._actors_in(piece)]
        meant = self._meant(pieces, named)
        words = self._read(pieces[0], meant)
        for place, piece in enumerate(pieces[1:]):
            joined = piece == clause.pieces[-1] or (subject is not None and not place)
            space = clause.joint if joined and not words.endswith(",") else " "
            said = self._read(piece, meant)
            words += space + (grammar.lowered(said) if clause.subject is not None and not place else said)
        words = _tidied(grammar.without_connectives(_tidied(words)))
        listed = grammar.is_listed(text, sentence.span, when.span)
        if not grammar.tells(words, listed=listed) or (speech and saying is not None and self._is_bare(saying, pieces)):
            return None
        if apart and saying is not None and (subject is None or subject not in (saying.by or subject)):
            by = self._by(saying, sentence)
            if by is not None:
                words += f" {by[0]}" if words.endswith((",”", ',"', ",'", ",’")) else f", {by[0]}"
                evidence.append(by[1])
        everyone = dict.fromkeys(
            (*actors, *(actor for span, actor in meant.items() if silent is None or span not in silent))
        )
        when = self._period(sentence, clause, when)
        return Event("", when, words, clause.span, tuple(everyone), status, tuple(evidence))

    def _speaking_of_itself(self, clause: Any, saying: _Saying) -> Span | None:
        """The source of a statement that tells of it by a pronoun: "The firm said | it had closed the plant"."""
        source = _hull(list(saying.mention.source))
        first = self._grammar.opening_pronoun(self._text, clause.pieces[0])
        if (
            source is None
            or first is None
            or source.end > first.start
            or self._grammar.is_pronoun(source.of(self._text))
        ):
            return None
        speaker, meant = self._register.resolve(source), self._register.resolve(first)
        if self._grammar.is_personal(first.of(self._text)):
            return source if speaker and meant and speaker.actor == meant.actor else None
        kinds = {self._kinds.get(self._register.mentions[span]) for span in self._actors_in(source)}
        return source if kinds and "person" not in kinds else None

    def _is_bare(self, saying: _Saying, pieces: Sequence[Span]) -> bool:
        """Whether a statement is told without what it says."""
        return not any(piece.overlaps(part) for piece in pieces for part in saying.mention.content)

    def _by(self, saying: _Saying, sentence: Any) -> tuple[str, Span] | None:
        """The words that attribute what is told, without their date; None where they name nobody."""
        text, grammar, by = self._text, self._grammar, saying.by
        source = _hull(list(saying.mention.source))
        if by is None or source is None or (by.overlaps(saying.said) and by not in saying.said):
            return None
        dates = [saying.mention.when] if saying.mention.when is not None else []
        parts = [source, *saying.mention.cue, *((saying.mention.addressee,) if saying.mention.addressee else ())]
        gaps = "".join(text[a.end : b.start] for a, b in pairwise(sorted(parts)))
        pieces = sorted(parts) if "," in gaps and "," not in source.of(text)[-1:] else [by]
        for date in dates:
            pieces = grammar.without(text, pieces, date)
        meant = self._meant([by], [])
        if grammar.is_pronoun(source.of(text)):
            if not any(span in source for span in meant):
                return None
            first = grammar.opening_pronoun(text, sentence.span)
            told = self._register.resolve(first) if first is not None else None
            if told is not None and told.actor in meant.values():
                return None  # "he insists he will attend"
        named = any(span.start == by.start for span in self._actors_in(by))
        words = _tidied(" ".join(self._read(piece, meant) for piece in pieces), capital=False)
        return (words if named else grammar.lowered(words)), by

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

    def _period(self, sentence: Any, clause: Any, when: When) -> When:
        """The period that a date begins or ends, open at its other end."""
        at = when.span
        kind = self._grammar.period(sentence, clause, at)
        if kind is None or at is None or when.edtf is None or "/" in when.edtf or "T" in when.edtf:
            return when
        value = f"{when.edtf}/.." if kind == "since" else f"../{when.edtf}"
        return edtf.when(when.text, value, anchor=when.anchor, span=at)

    def _actors_in(self, piece: Span) -> Iterator[Span]:
        """The actor mentions that lie in a piece of the text."""
        at = bisect_left(self._actors, piece.start, key=lambda mention: mention.span.start)
        while at < len(self._actors) and self._actors[at].span.start < piece.end:
            if self._actors[at].span in piece:
                yield self._actors[at].span
            at += 1

    def _subject(self, sentence: Any, antecedent: Span, verb: int) -> Span | None:
        """What a relative clause is about: the name right before it, or before the apposition, with its role; or the
        noun group before it; ``verb`` is where the clause begins."""
        whole: Span | None = self._grammar.whole_subject(sentence, antecedent)
        if self._grammar.is_thing(sentence, antecedent):
            return whole
        named = self._grammar.appositive(self._text, antecedent)
        names = list(self._actors_in(antecedent))
        ends = [antecedent.end] if named is None else [named.end, antecedent.end]
        for end, span in ((end, span) for end in ends for span in names):
            if span.end <= end and not self._text[span.end : end].strip():
                start = self._with_role(span)
                return Span(self._grammar.joins_names(self._text, verb, start, names), span.end)
        return whole

    def _with_role(self, name: Span) -> int:
        """Where a name begins with the role that is said right before it."""
        at = bisect_right(self._actors, name.start - 1, key=lambda mention: mention.span.start)
        role = self._actors[at].role
        if role is not None and role.end <= name.start and self._text[role.end : name.start].isspace():
            return role.start
        return name.start

    def _meant(self, pieces: list[Span], named: list[str]) -> dict[Span, str]:
        """Whom the pronouns mean, as far as that can be told and the pieces do not name them."""
        found: dict[Span, str] = {}
        for piece in pieces:
            for pronoun, _ in self._grammar.pronouns(self._text, piece):
                known = self._register.resolve(pronoun)
                if known is not None and known.actor not in named:
                    found[pronoun] = known.actor
        return found

    def _read(self, piece: Span, meant: Mapping[Span, str]) -> str:
        """A piece of the text; in the place of a pronoun stands the name of whom it means, in square brackets."""
        parts: list[str] = []
        at = piece.start
        for pronoun, possessive in self._grammar.pronouns(self._text, piece):
            if pronoun in meant:
                name = self._names[meant[pronoun]]
                parts += [self._text[at : pronoun.start], f"[{self._grammar.possessive(name) if possessive else name}]"]
                at = pronoun.end
        return "".join((*parts, self._text[at : piece.end]))


def _known_days(reading: Reading, passage: Passage) -> tuple[dt.date | None, dt.date | None] | None:
    """The first and last day on which a passage can have been published."""
    if passage.published is not None:
        return passage.published, passage.published
    if reading.published is not None:
        return reading.published, reading.published
    if reading.published_edtf is None:
        return None
    known = edtf.parsed(reading.published_edtf)
    return known.first, known.last


def _hull(spans: Sequence[Span]) -> Span | None:
    """From the first to the last character of spans."""
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None


def _apart(text: str, pieces: Sequence[Span], by: Span) -> list[Span]:
    """The pieces without the attribution that interrupts them, and the commas around it."""
    found: list[Span] = []
    for piece in pieces:
        if by not in piece:
            found.append(piece)
            continue
        head = text[piece.start : by.start].rstrip(" ,")
        tail = text[by.end : piece.end].lstrip(" ,")
        found += [Span(piece.start, piece.start + len(head))] if head else []
        found += [Span(piece.end - len(tail), piece.end)] if tail else []
    return found


def _tidied(words: str, *, capital: bool = True) -> str:
    """Words that stand alone: spaces and marks as they should be, a capital to begin with, no full stop at the end."""
    words = re.sub(r"\s+", " ", words).strip(" ,;:–—")
    words = re.sub(r"\s+([,;.!?)”])|(?<=[(“])\s+", lambda gap: gap[1] or "", words)
    if not re.search(r"\b[A-Z][a-z]?\.\Z", words):
        words = re.sub(r"\.([”\"’']?)\Z", r"\1", words)
    words = _balanced(words.rstrip(" ,;:–—"))
    return words[:1].upper() + words[1:] if capital else words


def _balanced(words: str) -> str:
    """Words without the quotation mark or bracket whose other half they do not have."""
    for opening, closing in ("“”", "()"):
        if words.count(opening) + words.count(closing) == 1:
            words = words.replace(opening, "").replace(closing, "")
    return words.replace('"', "") if words.count('"') == 1 and words.count("”") + words.count("“") == 0 else words

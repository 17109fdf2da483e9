"""Dated happenings, out of the sentences that report them."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType

import attrs

from beldigest.language import load
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import Mentions
from beldigest.model import Event, Span, Story, When
from beldigest.resolve.register import Register

#: From which likeness (0 to 100) two tellings of one day are of one event.
_SAME = 85
#: Dates of the fullest sentence that tells anything; one with more is a table or a list.
_MOST = 12
#: Characters of the longest sentence that is put together of those inside a quotation.
_LONGEST = 1000
#: How many words of more than three letters they share at the least.
_SHARED = 2
#: How many earlier tellings of one day a new one is compared with.
_COMPARED = 20


def events(reading: Reading, passage: Passage, mentions: Mentions, register: Register) -> tuple[Event, ...]:
    """The events of a passage (``mentions`` are those of the passage); ids are left empty.

    One that is told twice stands once, as it is told first, with the evidence of both.
    """
    teller = _Teller(reading, passage, mentions, register)
    told = _Told()
    for before, sentence, whens in _by_sentence(reading, passage, mentions):
        if len(whens) > _MOST:
            continue
        dates = [when.span for when in whens if when.span is not None]
        for when in whens:
            event = teller.event(before, sentence, when, dates)
            if event is not None:
                told.add(event)
    return tuple(told.events)


def _by_sentence(
    reading: Reading, passage: Passage, mentions: Mentions
) -> Iterator[tuple[Span | None, Span, list[When]]]:
    """The sentences that date something, each with the one before it in its paragraph, and with its dates."""
    lines = sorted((line.start, line.end) for line in passage.stretches)
    known: dict[Span, list[tuple[Span | None, Span]]] = {}
    found: dict[tuple[Span | None, Span], list[When]] = {}
    for mention in mentions.dates:
        index = bisect_right(lines, (mention.span.start, sys.maxsize)) - 1
        if mention.when is None or mention.when.edtf is None or index < 0 or mention.span.start >= lines[index][1]:
            continue
        line = Span(*lines[index])
        if line not in known:
            known[line] = _unbroken(reading, line)
        at = bisect_right(known[line], mention.span.start, key=lambda pair: pair[1].end)
        if at < len(known[line]):
            found.setdefault(known[line][at], []).append(mention.when)
    for (before, sentence), whens in found.items():
        yield before, sentence, whens


def _unbroken(reading: Reading, line: Span) -> list[tuple[Span | None, Span]]:
    """The sentences of a line, each with the one before it; one that ends inside a quotation goes on to its end."""
    found: list[Span] = []
    opened = 0
    for sentence in reading.sentences(line):
        if opened > 0 and sentence.end - found[-1].start <= _LONGEST:
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
        words = found[-1].of(reading.text)
        opened = max(words.count("“") - words.count("”"), words.count('"') % 2)
    return list(zip([None, *found], found, strict=False))


class _Teller:
    """Tells what happened, of one date after the other."""

    def __init__(self, reading: Reading, passage: Passage, mentions: Mentions, register: Register) -> None:
        self._text = reading.text
        self._published = passage.published or reading.published
        self._grammar: ModuleType = load(reading.language, "events")
        self._actors = mentions.actors
        self._register = register
        self._names = {actor.id: actor.name for actor in register.actors}

    def event(self, before: Span | None, sentence: Span, when: When, dates: list[Span]) -> Event | None:
        """What a sentence dates so; None where the date only belongs to a thing, or nothing but the date is said.

        ``before`` is the sentence before, to whose subject "it" goes back.
        """
        text, grammar, at = self._text, self._grammar, when.span
        if at is None or grammar.attributive(text, sentence, at):
            return None
        clause = grammar.clause(text, sentence, at, dates)
        if clause.headless:
            return None
        subject: Span | None = clause.subject
        if clause.antecedent is not None:
            subject = self._subject(clause.antecedent, clause.pieces[0].start)
        if subject is not None and before is not None and grammar.is_it(subject.of(text)):
            subject = grammar.subject_of(text, before) or subject
        if clause.antecedent is not None and subject is None:
            clause = attrs.evolve(clause, pieces=(Span(clause.antecedent.start, clause.span.end),))
        pieces: list[Span] = grammar.without(text, clause.pieces, grammar.coordinated(text, at, dates))
        evidence = [clause.span] if subject is None else [subject, clause.span]
        pieces = pieces if subject is None else [subject, *pieces]
        actors = [self._register.mentions[span] for piece in pieces for span in self._actors_in(piece)]
        meant = self._meant(pieces, actors)
        words = self._read(pieces[0], meant) if pieces else ""
        for place, piece in enumerate(pieces[1:]):
            joined = piece == clause.pieces[-1] or (clause.subject is not None and not place)
            apart = clause.joint if joined and not words.endswith(",") else " "
            said = self._read(piece, meant)
            words += apart + (said[:1].lower() + said[1:] if clause.subject is not None and not place else said)
        what = _tidied(words)
        if not grammar.tells(what):
            return None
        past = self._published is not None and when.last is not None and when.last <= self._published
        status = grammar.status(text, sentence, clause, at, past=past)
        if status == "reported" and when.first and self._published and when.first > self._published:
            status = "planned"
        everyone = tuple(dict.fromkeys((*actors, *meant.values())))
        return Event("", when, what, clause.span, everyone, status, tuple(evidence))

    def _actors_in(self, piece: Span) -> Iterator[Span]:
        """The actor mentions that lie in a piece of the text."""
        at = bisect_left(self._actors, piece.start, key=lambda mention: mention.span.start)
        while at < len(self._actors) and self._actors[at].span.start < piece.end:
            if self._actors[at].span in piece:
                yield self._actors[at].span
            at += 1

    def _subject(self, antecedent: Span, verb: int) -> Span | None:
        """What a relative clause is about: the name right before it, or before the apposition, with its role; or the
        noun group before it; ``verb`` is where the clause begins."""
        whole: Span | None = self._grammar.whole_subject(self._text, antecedent)
        if self._grammar.is_thing(self._text, antecedent):
            return whole
        named = self._grammar.appositive(self._text, antecedent)
        names = list(self._actors_in(antecedent))
        ends = [antecedent.end] if named is None else [named.end, antecedent.end]
        for end, span in ((end, span) for end in ends for span in self._actors_in(antecedent)):
            if span.end <= end and not self._text[span.end : end].strip():
                mention = next(mention for mention in self._actors if mention.span == span)
                role = mention.role
                before = role is not None and role.end <= span.start and self._text[role.end : span.start].isspace()
                start = role.start if role is not None and before else span.start
                return Span(self._grammar.joins_names(self._text, verb, start, names), span.end)
        return whole

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


def _tidied(words: str) -> str:
    """Words that stand alone: spaces and marks as they should be, a capital to begin with, no full stop at the end."""
    words = re.sub(r"\s+", " ", words).strip(" ,;–—")
    words = re.sub(r"\s+([,;.!?)])|(?<=\()\s+", lambda gap: gap[1] or "", words)
    if not re.search(r"\b[A-Z][a-z]?\.\Z", words):
        words = re.sub(r"\.([”\"’']?)\Z", r"\1", words)
    words = words.rstrip(" ,;–—")
    return words[:1].upper() + words[1:]


def once(stories: Sequence[Story]) -> tuple[Story, ...]:
    """The stories with each event only where it is told first; there it has the evidence of all its tellings."""
    told = _Told()
    places = [[told.add(event) for event in story.events] for story in stories]
    events = told.events
    seen: set[int] = set()
    found = []
    for story, its in zip(stories, places, strict=True):
        new = [place for place in dict.fromkeys(its) if place not in seen]
        seen.update(new)
        found.append(attrs.evolve(story, events=tuple(events[place] for place in new)))
    return tuple(found)


class _Told:
    """Events so far, each once."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._evidence: list[dict[Span, None]] = []
        self._by_day: dict[str | None, list[int]] = {}

    def add(self, event: Event) -> int:
        """Adds an event, or its evidence to the same one where that has been told before; gives its place."""
        known = self._by_day.setdefault(event.when.edtf, [])
        for place in known[-_COMPARED:]:
            before = self._events[place]
            if _same(before, event):
                self._evidence[place].update(dict.fromkeys(event.evidence))
                if not set(event.actors) <= set(before.actors):
                    actors = tuple(dict.fromkeys((*before.actors, *event.actors)))
                    self._events[place] = attrs.evolve(before, actors=actors)
                return place
        known.append(len(self._events))
        self._events.append(event)
        self._evidence.append(dict.fromkeys(event.evidence))
        return known[-1]

    @property
    def events(self) -> list[Event]:
        """The events as they were told first, each with the evidence and the actors of all its tellings."""
        pairs = zip(self._events, self._evidence, strict=True)
        return [attrs.evolve(event, evidence=tuple(evidence)) for event, evidence in pairs]


def _same(a: Event, b: Event) -> bool:
    """Whether two tellings of one day are of one event: they share most words, and an actor where both have any."""
    from rapidfuzz.fuzz import token_set_ratio

    if a.what == b.what:
        return True
    if a.status != b.status or (a.actors and b.actors and not set(a.actors) & set(b.actors)):
        return False
    words = [{word for word in re.findall(r"\w+", event.what.casefold()) if len(word) > 3} for event in (a, b)]
    return len(words[0] & words[1]) >= _SHARED and token_set_ratio(a.what.casefold(), b.what.casefold()) >= _SAME

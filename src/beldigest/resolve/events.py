"""Dated happenings, out of the sentences that report them."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

import attrs

from beldigest.language import load
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import Mentions
from beldigest.model import Event, Span, When
from beldigest.resolve.register import Register

#: From which likeness (0 to 100) two tellings of one day are of one event.
_SAME = 85


def events(reading: Reading, passage: Passage, mentions: Mentions, register: Register) -> tuple[Event, ...]:
    """The events of a passage (``mentions`` are those of the passage); ids are left empty.

    One that is told twice stands once, as it is told first, with the evidence of both.
    """
    grammar = load(reading.language, "events")
    names = {actor.id: actor.name for actor in register.actors}
    found: list[Event] = []
    for sentence, whens in _by_sentence(reading, passage, mentions):
        for event in _in_sentence(reading, sentence, whens, mentions, register, names, grammar):
            _add(found, event)
    return tuple(found)


def _by_sentence(reading: Reading, passage: Passage, mentions: Mentions) -> Iterator[tuple[Span, list[When]]]:
    """The sentences that date something, each with its dates."""
    starts = sorted((line.start, line.end) for line in passage.stretches)
    found: dict[Span, list[When]] = {}
    for mention in mentions.dates:
        if mention.when is None or mention.when.edtf is None:
            continue
        index = bisect_right(starts, (mention.span.start, sys.maxsize)) - 1
        if index >= 0 and mention.span.start < starts[index][1]:
            sentence = reading.sentence(Span(*starts[index]), mention.span.start)
            found.setdefault(sentence, []).append(mention.when)
    yield from found.items()


def _in_sentence(
    reading: Reading,
    sentence: Span,
    whens: list[When],
    mentions: Mentions,
    register: Register,
    names: Mapping[str, str],
    grammar: ModuleType,
) -> Iterator[Event]:
    text = reading.text
    dates = [when.span for when in whens if when.span is not None]
    for when in whens:
        at = when.span
        if at is None or grammar.attributive(text, sentence, at):
            continue
        clause = grammar.clause(text, sentence, at, dates)
        pieces = grammar.without(text, clause, at)
        subject = _subject(text, clause.antecedent, mentions) if clause.antecedent is not None else None
        if subject is not None:
            pieces.insert(0, subject)
        actors = [register.mentions[span] for piece in pieces for span in _actors_in(mentions, piece)]
        resolved: dict[Span, str] = {}
        for piece in pieces:
            for pronoun, _ in grammar.pronouns(text, piece):
                known = register.resolve(pronoun)
                if known is not None:
                    if known.actor not in actors:
                        resolved[pronoun] = names[known.actor]
                    actors.append(known.actor)
        what = _tidied(_joined(clause, pieces, [_read(text, piece, resolved, grammar) for piece in pieces]))
        if not what:
            continue
        span = clause.span
        yield Event(
            id="",
            when=when,
            what=what,
            span=span,
            actors=tuple(dict.fromkeys(actors)),
            status=grammar.status(text, sentence, clause, at),
            evidence=(span,) if subject is None else (subject, span),
        )


def _actors_in(mentions: Mentions, piece: Span) -> Iterator[Span]:
    """The actor mentions that lie in a piece of the text."""
    at = bisect_left(mentions.actors, piece.start, key=lambda mention: mention.span.start)
    while at < len(mentions.actors) and mentions.actors[at].span.start < piece.end:
        if mentions.actors[at].span in piece:
            yield mentions.actors[at].span
        at += 1


def _subject(text: str, antecedent: Span, mentions: Mentions) -> Span | None:
    """The name at the end of the stretch before a relative clause, with the role before it."""
    for mention in mentions.actors:
        if mention.span in antecedent and not text[mention.span.end : antecedent.end].strip():
            role = mention.role
            start = role.start if role is not None and role.end <= mention.span.start else mention.span.start
            return Span(start, mention.span.end)
    return None


def _joined(clause: Any, pieces: list[Span], words: list[str]) -> str:
    """The words of the pieces in one; a comma parts what stood apart in the sentence."""
    joined = words[0] if words else ""
    for before, after, more in zip(pieces, pieces[1:], words[1:], strict=False):
        apart = any(before.end <= piece.start <= after.start for piece in clause.pieces[1:])
        joined += f", {more}" if apart and not joined.endswith(",") else f" {more}"
    return joined


def _read(text: str, piece: Span, resolved: Mapping[Span, str], grammar: ModuleType) -> str:
    """A piece of the text with its pronouns told apart: the name of whom they mean in square brackets."""
    parts: list[str] = []
    at = piece.start
    for pronoun, possessive in grammar.pronouns(text, piece):
        name = resolved.get(pronoun)
        if name is None:
            continue
        parts.append(text[at : pronoun.start])
        parts.append(f"[{grammar.possessive(name) if possessive else name}]")
        at = pronoun.end
    parts.append(text[at : piece.end])
    return "".join(parts)


def _tidied(words: str) -> str:
    """Words that stand alone: spaces and marks as they should be, a capital at the beginning, no full stop at the end."""
    words = re.sub(r"\s+", " ", words).strip(" ,;–—")
    words = re.sub(r"\s+([,;.!?)])", r"\1", words)
    if not re.search(r"\b[A-Z][a-z]?\.\Z", words):
        words = re.sub(r"\.([”\"’']?)\Z", r"\1", words)
    return words[:1].upper() + words[1:]


def _add(found: list[Event], event: Event) -> None:
    """Adds an event, or its evidence to the same one where that has been told before."""
    from rapidfuzz.fuzz import token_set_ratio

    for index, known in enumerate(found):
        if known.when.edtf == event.when.edtf and (
            known.what == event.what or token_set_ratio(known.what.casefold(), event.what.casefold()) >= _SAME
        ):
            evidence = tuple(dict.fromkeys((*known.evidence, *event.evidence)))
            actors = tuple(dict.fromkeys((*known.actors, *event.actors)))
            found[index] = attrs.evolve(known, evidence=evidence, actors=actors)
            return
    found.append(event)

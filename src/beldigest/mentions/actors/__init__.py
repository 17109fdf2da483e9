"""Recogniser of actors: persons, bodies, outlets, countries and places, by rules over lexicons.

A reading is cut into lines; the part ``names`` of its language gives the candidates of a line, and the evidence for the
kind of each. The evidence for one name is added up over the whole reading, and a short form shares in that of the full
one (:mod:`beldigest.mentions.actors.decision`), so that a name is one thing throughout, wherever it was said what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beldigest.language import Gazetteer, load
from beldigest.mentions.actors.decision import decide
from beldigest.mentions.actors.lines import lines
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import ActorMention, Mentions


def find(reading: Reading, found: Mentions, gazetteers: Sequence[Gazetteer] = ()) -> Iterator[ActorMention]:
    """The actors of the reading, in text order."""
    grammar = load(reading.language, "names")
    words = grammar.vocabulary(gazetteers)
    dates = {at for mention in found.dates for at in range(mention.span.start, mention.span.end)}
    every = list(lines(reading, grammar))
    proposed = [
        candidate
        for line in every
        for candidate in grammar.candidates(line, words)
        if line.starts[candidate.start] not in dates
    ]
    mentions = []
    for candidate, kind in decide(proposed, every, grammar, words):
        line, start, end = candidate.line, candidate.start, candidate.end
        role = next(grammar.roles_of(line, start, end, words), None) if kind == "person" else None
        mentions.append(ActorMention(line.span(start, end), kind, role))
    yield from sorted(mentions, key=lambda mention: mention.span.start)

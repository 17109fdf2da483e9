"""Recogniser of actors: persons, bodies, outlets, countries and places, by rules over lexicons.

A reading is cut into lines (:mod:`lines`), each line gives candidates (:mod:`candidates`), each candidate evidence
(:mod:`evidence`). The evidence for one name is added up over the whole reading, and a short form shares in that of the
full one, so that a name is one thing throughout, wherever in the reading it was said what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beldigest.language import Gazetteer
from beldigest.mentions.actors.candidates import Candidate, candidates
from beldigest.mentions.actors.decision import decide
from beldigest.mentions.actors.lines import lines
from beldigest.mentions.actors.roles import roles_of
from beldigest.mentions.actors.vocabulary import vocabulary
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import ActorMention, Mentions


def find(reading: Reading, found: Mentions, gazetteers: Sequence[Gazetteer] = ()) -> Iterator[ActorMention]:
    """The actors of the reading, in text order."""
    words = vocabulary(reading.language, gazetteers)
    dates = {at for mention in found.dates for at in range(mention.span.start, mention.span.end)}
    all_lines = list(lines(reading, words.names))
    proposed: list[Candidate] = []
    for line in all_lines:
        proposed += (one for one in candidates(line, words) if line.starts[one.start] not in dates)
    mentions = []
    for candidate, kind in decide(proposed, all_lines, words):
        span = candidate.line.span(candidate.start, candidate.end)
        role = next(roles_of(candidate.line, candidate.start, candidate.end, words), None) if kind == "person" else None
        mentions.append(ActorMention(span, kind, role))
    yield from sorted(mentions, key=lambda mention: mention.span)

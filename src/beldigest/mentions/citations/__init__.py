"""Recogniser of citations.

A citation is put together (:mod:`assembly`) of quotation marks (:mod:`quotation`), of what the layout says
(:mod:`layout`), and of what the grammar of the language says (its part ``citations``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beldigest.language import Gazetteer, load
from beldigest.language.attribution import AttributionGrammar
from beldigest.mentions.citations.assembly import assemble
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import CitationMention, Mentions, place


def find(reading: Reading, found: Mentions, gazetteers: Sequence[Gazetteer] = ()) -> Iterator[CitationMention]:
    """The citations of the reading, in text order."""
    grammar: AttributionGrammar = load(reading.language, "citations").Grammar()
    dates = [date.span for date in found.dates if date.when is not None]
    mentions = [mention for passage in reading.passages for mention in assemble(reading, passage, grammar, dates)]
    yield from sorted(mentions, key=place)

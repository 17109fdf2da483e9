"""Recognisers: a reading of the text -> spans with values.

:data:`RECOGNISERS` is the list of the built-in ones, in order; each is given what those before it found. Those of
plug-ins come after them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from beldigest.language import Gazetteer
from beldigest.mentions import actors, citations, dates, figures
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import Mention, Mentions

Find = Callable[[Reading, Mentions, Sequence[Gazetteer]], Iterable[Mention]]

#: The built-in recognisers, by name.
RECOGNISERS: tuple[tuple[str, Find], ...] = (
    ("dates", dates.find),
    ("actors", actors.find),
    ("figures", figures.find),
    ("citations", citations.find),
)


def recognise(reading: Reading, gazetteers: Sequence[Gazetteer] = (), extra: Sequence[Find] = ()) -> Mentions:
    """Everything that the built-in recognisers, and then the ``extra`` ones, find in the reading."""
    mentions = Mentions()
    for find in (*(find for _, find in RECOGNISERS), *extra):
        mentions = mentions.plus(find(reading, mentions, gazetteers))
    return mentions

"""Recognisers: a reading of the text -> spans with values.

Each built-in recogniser is a package here with a function ``find``. :data:`RECOGNISERS` names them in order; each is
given what those before it found, and is imported when it is first asked for. Those of plug-ins come after them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module

from beldigest.language import Gazetteer
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import Mention, Mentions

#: A recogniser: given a reading, what was found so far, and the names known beforehand, it yields what it finds.
Find = Callable[[Reading, Mentions, Sequence[Gazetteer]], Iterable[Mention]]

#: The built-in recognisers, in order.
RECOGNISERS = ("dates", "actors", "figures", "citations")


def recogniser(name: str) -> Find:
    """The built-in recogniser of that name."""
    find: Find = import_module(f"{__name__}.{name}").find
    return find


def recognise(
    reading: Reading,
    gazetteers: Sequence[Gazetteer] = (),
    extra: Sequence[Find] = (),
    names: Sequence[str] = RECOGNISERS,
) -> Mentions:
    """Everything that the named built-in recognisers, and then the ``extra`` ones, find in the reading."""
    mentions = Mentions()
    for find in (*map(recogniser, names), *extra):
        mentions = mentions.plus(find(reading, mentions, gazetteers))
    return mentions

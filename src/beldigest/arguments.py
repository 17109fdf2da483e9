"""What callers give: checked once, at the door, so that a mistake is one sentence and not a failure further in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import get_args

from beldigest.errors import OptionError
from beldigest.language import Gazetteer
from beldigest.mentions import Find
from beldigest.mentions.dates import edtf
from beldigest.mentions.reading import Anchor
from beldigest.model import When
from beldigest.plugins.guards import checked_recogniser


def publication(published: dt.date | str | None) -> When | None:
    """The date of publication that the caller gives: a date, or EDTF such as ``2025-03-21`` or ``2025-03``."""
    if published is None:
        return None
    if not isinstance(published, str | dt.date):
        raise OptionError(
            f"a date of publication is a date or a str, not {type(published).__name__}", hint="write it like 2025-03-21"
        )
    text = published if isinstance(published, str) else published.isoformat()[:10]
    try:
        return edtf.parsed(text)
    except OptionError as error:
        raise OptionError(f"{text!r} is no date of publication", hint=error.hint) from None


def anchor(given: Anchor | None) -> Anchor | None:
    """What relative dates are counted from."""
    if given is not None and given not in get_args(Anchor):
        raise OptionError(f"dates cannot be counted from {given!r}", hint=f"give one of {', '.join(get_args(Anchor))}")
    return given


def gazetteers(given: Iterable[Gazetteer]) -> tuple[Gazetteer, ...]:
    """The names known beforehand."""
    found = tuple(given)
    for each in found:
        if not isinstance(each, Gazetteer):
            raise OptionError(f"a gazetteer is due, and not {type(each).__name__}", hint="read one with register_file")
    return found


def recognisers(given: Iterable[Find]) -> tuple[Find, ...]:
    """The recognisers of the caller's own."""
    hint = "see the contract of recognisers in the reference"
    return tuple(checked_recogniser(each, lambda what: OptionError(what, hint=hint)) for each in given)


def text(given: str) -> str:
    """The text that one recogniser is to read."""
    if not isinstance(given, str):
        raise OptionError(f"a text is a str, not {type(given).__name__}", hint="decode it first")
    return given

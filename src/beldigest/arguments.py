"""What callers give: checked once, at the door, so that a mistake is one sentence and not a failure further in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar, get_args

from beldigest.document import Document, misplaced
from beldigest.errors import InputError, OptionError
from beldigest.language import Gazetteer
from beldigest.mentions import Find
from beldigest.mentions.dates import edtf
from beldigest.mentions.reading import Anchor
from beldigest.mentions.types import ActorMention
from beldigest.model import Briefing, Span, When

if TYPE_CHECKING:
    from beldigest.dedup import DuplicateOptions, Opinion

T = TypeVar("T")


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


def language(given: str | None) -> str | None:
    """The BCP 47 tag of a language."""
    if given is not None and not isinstance(given, str):
        raise OptionError(f"a language is a BCP 47 tag, not {type(given).__name__}", hint="write it like en or en-GB")
    return given


def gazetteers(given: Iterable[Gazetteer]) -> tuple[Gazetteer, ...]:
    """The names known beforehand."""
    return _all_of(Gazetteer, given, "gazetteers", "a gazetteer is due", "read one with register_file")


def recognisers(given: Iterable[Find]) -> tuple[Find, ...]:
    """The recognisers of the caller's own."""
    hint = "see the contract of recognisers in the reference"
    found = several(given, "recognisers")
    if not found:  # as in most runs, which then need nothing of plug-ins
        return ()
    from beldigest.plugins.guards import checked_recogniser

    return tuple(checked_recogniser(each, lambda what: OptionError(what, hint=hint)) for each in found)


def opinions(given: Iterable[Opinion]) -> tuple[Opinion, ...]:
    """The opinions of the caller's own."""
    hint = "see the contract of opinions in the reference"
    found = several(given, "opinions")
    if not found:
        return ()
    from beldigest.plugins.guards import checked_opinion

    return tuple(checked_opinion(each, lambda what: OptionError(what, hint=hint)) for each in found)


def duplicates(given: DuplicateOptions) -> DuplicateOptions:
    """What is asked of a duplicate."""
    from beldigest.dedup import DuplicateOptions  # which a single recogniser has no use for

    if not isinstance(given, DuplicateOptions):
        raise OptionError(
            f"options are a DuplicateOptions, not {type(given).__name__}", hint="DuplicateOptions('loose')"
        )
    return given


def name(given: str) -> str:
    """What a source is called."""
    if not isinstance(given, str):
        raise OptionError(f"a name is a str, not {type(given).__name__}", hint="name the text as errors shall name it")
    return given


def document(given: Document) -> Document:
    """A document of the caller's own, or of a reader."""
    if not isinstance(given, Document):
        raise InputError(
            f"parse takes a str or a Document, not {type(given).__name__}", hint="give files and streams to parse_file"
        )
    if wrong := misplaced(given):
        raise InputError(f"the document is wrong: {wrong}", where=given.source.name)
    return given


def briefings(given: Briefing | Iterable[Briefing], taker: str) -> Iterator[Briefing]:
    """Parsed briefings, one or many, as they come."""
    for each in [given] if isinstance(given, Briefing) else _iterable(given, "briefings"):
        if not isinstance(each, Briefing):
            raise OptionError(f"{taker} takes briefings, not {type(each).__name__}", hint="parse it first")
        yield each


def several(given: Iterable[T], what: str) -> tuple[T, ...]:
    """The members of an iterable, for callers that go through it more than once."""
    return tuple(_iterable(given, what))


def _all_of(kind: type[T], given: Iterable[T], what: str, due: str, hint: str) -> tuple[T, ...]:
    found = several(given, what)
    for each in found:
        if not isinstance(each, kind):
            raise OptionError(f"{due}, and not {type(each).__name__}", hint=hint)
    return found


def _iterable(given: Iterable[T], what: str) -> Iterable[T]:
    if not isinstance(given, Iterable):
        raise OptionError(f"{what} are given as a list or another iterable, not {type(given).__name__}")
    return given


def places(given: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Stretches of a text."""
    found = _all_of(Span, given, "spans", "a span is due", "write it like Span(0, 8)")
    for each in found:
        if not 0 <= each.start <= each.end <= len(text):
            raise OptionError(f"{each} does not lie in the {len(text)} characters of the text")
    return found


def actors(given: Iterable[ActorMention], text: str) -> tuple[ActorMention, ...]:
    """Mentions of actors in a text."""
    found = _all_of(ActorMention, given, "mentions", "an ActorMention is due", "find_actors gives them")
    places([each.span for each in found], text)
    return found


def text(given: str) -> str:
    """The text that one recogniser is to read."""
    if not isinstance(given, str):
        raise OptionError(f"a text is a str, not {type(given).__name__}", hint="decode it first")
    return given

"""Signatures: what a decision needs of many stories, as plain arrays of numbers.

They are pure (the same text gives the same numbers on every machine), picklable, and hold no text, so that a
distributed engine can compute them where the stories are and bring together only what is compared.
"""

from __future__ import annotations

import datetime as dt
import sys
from array import array
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import islice

import attrs
from attrs import field, frozen

from beldigest.dedup.codes import CODE_BYTES, EVIDENT, FIGURE
from beldigest.dedup.decision import DuplicateOptions
from beldigest.dedup.words import coder
from beldigest.errors import OptionError
from beldigest.model import Briefing, Story

# So many stories are taken together from a batch that may be endless.
_TOGETHER = 1_000
#: The columns that hold one number a story, in the order in which they sort stories by content.
VALUES = ("wordings", "days", "publishers", "digests", "titles")
# The flags lie in the lowest bits of a code, which stand in its first byte (in its last on big-endian machines).
_UNFLAGGED = bytes(byte & ~(EVIDENT | FIGURE) for byte in range(256))
_LOWEST = 0 if sys.byteorder == "little" else CODE_BYTES - 1


@frozen
class StoryText:
    """A story as bare text: all that the decision needs, whether or not a briefing was parsed."""

    headline: str
    text: str
    published: dt.date | None = None
    publisher: str | None = None

    @classmethod
    def of(cls, story: Story, briefing: Briefing) -> StoryText:
        """A story of a briefing; its day is its own, or else the first that the briefing can be of."""
        published = story.published or briefing.published
        return cls(
            story.headline,
            "\n".join(paragraph.text for paragraph in story.paragraphs),
            published.first if published else None,
            briefing.publisher,
        )


def _small() -> array[int]:
    return array("I")


def _large() -> array[int]:
    return array("Q")


def _bounds() -> array[int]:
    return array("Q", [0])


@frozen(eq=False)
class Signatures:
    """The signatures of stories, column by column.

    ``codes`` are the codes of the words of all bodies, one story after the other; story ``i`` has those from
    ``starts[i]`` up to ``starts[i + 1]``. The headlines lie in ``headline_codes`` and ``headline_starts`` likewise.
    ``wordings`` are hashes of all words of a body in order, ``digests`` and ``titles`` of the exact text of a body and
    of a headline, ``days`` the proleptic ordinals of the days of publication (0: unknown), and ``publishers`` hashes
    of the publishers' names (0: unknown).
    """

    codes: array[int] = field(factory=_small)
    starts: array[int] = field(factory=_bounds)
    headline_codes: array[int] = field(factory=_small)
    headline_starts: array[int] = field(factory=_bounds)
    titles: array[int] = field(factory=_large)
    wordings: array[int] = field(factory=_large)
    digests: array[int] = field(factory=_large)
    days: array[int] = field(factory=_small)
    publishers: array[int] = field(factory=_large)

    def __len__(self) -> int:
        return len(self.digests)

    def length(self, index: int) -> int:
        """The number of words of a story's body."""
        return self.starts[index + 1] - self.starts[index]

    def body(self, index: int) -> Sequence[int]:
        """The codes of the words of a story's body."""
        return self.codes[self.starts[index] : self.starts[index + 1]]

    def headline(self, index: int) -> Sequence[int]:
        """The codes of the words of a story's headline."""
        return self.headline_codes[self.headline_starts[index] : self.headline_starts[index + 1]]

    def order(self) -> list[int]:
        """The stories in an order that their content alone decides."""
        return sorted(range(len(self)), key=self.row)

    def comparable(self, a: int, b: int, options: DuplicateOptions) -> bool:
        """Whether the options let two stories be compared."""
        days, publishers = (self.days[a], self.days[b]), (self.publishers[a], self.publishers[b])
        if options.within_days is not None and all(days) and abs(days[0] - days[1]) > options.within_days:
            return False
        if options.publishers == "any" or not all(publishers):
            return True
        return (publishers[0] == publishers[1]) == (options.publishers == "same")

    def columns(self) -> dict[str, array[int]]:
        """The columns by name."""
        return {column.name: getattr(self, column.name) for column in attrs.fields(Signatures)}

    def row(self, index: int) -> tuple[int, ...]:
        """The values by which a story is told from another one, those of its exact text among them."""
        return tuple(getattr(self, name)[index] for name in VALUES)

    def take(self, indices: Iterable[int]) -> Signatures:
        """The signatures of some of the stories."""
        out = Signatures()
        for index in indices:
            out.codes.extend(self.body(index))
            out.starts.append(len(out.codes))
            out.headline_codes.extend(self.headline(index))
            out.headline_starts.append(len(out.headline_codes))
            for name in VALUES:
                getattr(out, name).append(getattr(self, name)[index])
        return out

    def extend(self, other: Signatures) -> None:
        """Takes in the signatures of further stories, after its own."""
        for starts, theirs in ((self.starts, other.starts), (self.headline_starts, other.headline_starts)):
            before = starts[-1]
            starts.extend(before + start for start in theirs[1:])
        for name in ("codes", "headline_codes", *VALUES):
            getattr(self, name).extend(getattr(other, name))


def signatures(batch: Iterable[StoryText], language: str = "en") -> Signatures:
    """The signatures of a batch of stories, in its order; raises ``OptionError`` for what is no ``StoryText``."""
    words = coder(language)
    out = Signatures()
    rest = iter(batch)
    while stories := list(islice(rest, _TOGETHER)):
        for story in stories:
            if not isinstance(story, StoryText):
                raise OptionError(f"a story is a StoryText, not {type(story).__name__}", hint="StoryText('', 'text')")
        bodies = words.packed_all([story.text for story in stories])
        headlines = words.packed_all([story.headline for story in stories])
        for story, body, headline in zip(stories, bodies, headlines, strict=True):
            out.codes.frombytes(body)
            out.starts.append(len(out.codes))
            out.headline_codes.frombytes(headline)
            out.headline_starts.append(len(out.headline_codes))
            out.wordings.append(_wording(body))
            out.digests.append(_digest(story.text))
            out.titles.append(_digest(story.headline))
            out.days.append(story.published.toordinal() if story.published else 0)
            out.publishers.append(_digest(story.publisher) if story.publisher else 0)
    return out


def _wording(packed: bytes) -> int:
    """A hash of all words in order, without their flags."""
    data = bytearray(packed)
    data[_LOWEST::CODE_BYTES] = data[_LOWEST::CODE_BYTES].translate(_UNFLAGGED)
    return _hash(data)


def _digest(text: str) -> int:
    return _hash(text.encode("utf-8", "surrogatepass"))


def _hash(data: bytes | bytearray) -> int:
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little")

"""A sentence while it is read from left to right: what the rules of attribution share."""

from __future__ import annotations

from collections.abc import Sequence

from beldigest.language.attribution import Attribution
from beldigest.language.en.citations.extents import content_end
from beldigest.language.en.citations.groups import group_end
from beldigest.language.en.citations.verbgroups import VerbGroup
from beldigest.language.en.words.classes import (
    COLON,
    COMMA,
    CONJUNCTION,
    DASH,
    OUTLET,
    PENDING,
    PREPOSITION,
    QUOTATION,
    STOP,
)
from beldigest.language.en.words.tagging import Words
from beldigest.model import Stance

Range = tuple[int, int]

_OCCASIONS = ("conference", "briefing")  # where the news is told but not published: "a news conference"


class Sentence:
    """The words from ``lo`` up to ``hi``, and what the attributions before the present word have used up.

    ``done`` is where the content of the last attribution ended, ``reported`` where it began if it is a clause behind
    the cue, ``source`` who spoke in it, ``described`` where that is named in full, and ``cued`` where its cue ended;
    ``resumable`` says whether that content is a quotation before the cue, which may go on behind it, and ``opened``
    whether an attribution has claimed the colon at the end.
    """

    def __init__(self, words: Words, lo: int, hi: int, source: Range | None = None) -> None:
        self.words = words
        self.tags = words.tags
        self.low = words.low
        self.lo = lo
        self.hi = hi
        self.done = lo
        self.reported = hi
        self.source = source
        self.described: Range = (lo, lo)
        self.cued = lo
        self.resumable = False
        self.opened = False

    def tag(self, at: int) -> int:
        """The classes of a word; beyond the sentence those of a full stop."""
        return self.tags[at] if self.lo <= at < self.hi else STOP

    def since(self, before: int) -> int:
        """Where a content that stands before an attribution may begin: behind the last one.

        A quotation that one leads over to may have another behind it: ``He fired back: "...", he said``.
        """
        end = before - bool(self.tag(before - 1) & COMMA)
        shared = self.done == end and self.tag(end - 1) & QUOTATION and self.tag(end - 2) & (COMMA | COLON)
        if shared:
            return end - 1
        return self.done if self.done < end else self.lo

    def is_reported(self, at: int) -> bool:
        """Whether a word stands in the clause that the last attribution reports."""
        return self.reported <= at < self.done

    def content_end(self, first: int, group: VerbGroup | None = None, *, noun: bool = False) -> int:
        """Where the content that begins at ``first`` ends."""
        hi = self.done if self.is_reported(first) else self.hi  # a clause within a clause ends with that
        return content_end(self.words, first, hi, group, noun=noun, resumed=self.resumable)

    def breaks_off(self, end: int) -> bool:
        """Whether the quotation before ``end`` ends with a comma, so that it may be resumed."""
        return bool(self.tag(end - 1) & (PENDING | COMMA))

    def stretch(self, first: int, last: int) -> list[Range]:
        """The stretch without the commas and conjunctions at its ends, or nothing."""
        tags = self.tags
        while first < last and tags[first] & (COMMA | COLON | DASH):
            first += 1
        while last > first and tags[last - 1] & (COMMA | DASH | CONJUNCTION | STOP):
            last -= 1
        return [(first, last)] if first < last else []

    def attribution(
        self,
        cue: Range,
        content: Sequence[Range],
        source: Range | None,
        *,
        addressee: Range | None = None,
        beside: Sequence[Range] = (),
        stance: Stance = "asserted",
        quotes: bool = True,
        opens: bool = False,
        closes: bool = False,
        data: bool = False,
    ) -> Attribution:
        """The attribution that these words make; what is ``beside`` the cue may name an outlet or a date."""
        span = self.words.span
        self.cued = cue[1]
        if source is not None and any(source[0] < part[1] and part[0] < source[1] for part in (cue, *content)):
            source = None  # a cue in the words that describe its own speaker was misread
        if content:
            first, self.done = content[-1]
            self.reported = first if first >= cue[1] and not self.tags[first] & QUOTATION else self.hi
        self.described = source or self.described
        outlet = self._outlet(addressee, beside)
        return Attribution(
            cue=span(*cue),
            content=tuple(span(*part) for part in content),
            source=span(*source) if source else None,
            stance=stance,
            outlet=span(*outlet) if outlet else None,
            addressee=span(*addressee) if addressee else None,
            beside=tuple(span(first, last) for first, last in beside if first < last),
            quotes=quotes,
            opens=opens,
            closes=closes,
            data=data,
        )

    def _outlet(self, addressee: Range | None, beside: Sequence[Range]) -> Range | None:
        """Where the words were published: an addressee that is a medium, or a phrase like "on Channel One"."""
        if addressee is not None and self.names_outlet(*addressee):
            return addressee
        for first, last in beside:
            for at in range(first, last):
                if not self.tags[at] & PREPOSITION:
                    continue
                end = group_end(self.words, at + 1, last)
                if end < last and self.tags[end] & QUOTATION:
                    end += 1
                if end > at + 1 and self.names_outlet(at + 1, end):
                    return (at + 1, end)
        return None

    def names_outlet(self, first: int, last: int) -> bool:
        """Whether a noun group names a medium."""
        if self.low[last - 1] in _OCCASIONS:
            return False
        return any(self.tags[at] & OUTLET for at in range(first, last))

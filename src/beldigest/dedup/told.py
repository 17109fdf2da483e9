"""A parsed story as the deduplicator sees it: its words, where they stand, and the records over them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

import attrs

from beldigest.dedup.codes import SHIFT
from beldigest.dedup.measure import headlines
from beldigest.dedup.passages import passages
from beldigest.dedup.signature import StoryText
from beldigest.dedup.words import coder, places
from beldigest.model import Briefing, Difference, Span, Story

#: So many words before or after two records say that they stand in the same place of two copies.
_CONTEXT = 2


@attrs.define(slots=False, frozen=True, eq=False)
class Told:
    """A story of a briefing: the briefing, its number among those given, and the story's position in it."""

    briefing: Briefing
    number: int
    position: int

    @cached_property
    def story(self) -> Story:
        """The story."""
        return self.briefing.stories[self.position]

    @cached_property
    def text(self) -> StoryText:
        """The story as bare text, for its signature."""
        return StoryText.of(self.story, self.briefing)

    @cached_property
    def places(self) -> list[Span]:
        """Where the words of the body stand."""
        text = self.briefing.text
        return [place for part in self.story.paragraphs for place in places(text, part.span.start, part.span.end)]

    @cached_property
    def codes(self) -> list[int]:
        """The codes of the words of the body."""
        known = coder(self.briefing.language)
        return [known.code(place.of(self.briefing.text)) for place in self.places]

    @cached_property
    def headline(self) -> tuple[int, ...]:
        """The codes of the words of the headline, flags left out."""
        return tuple(code >> SHIFT for code in coder(self.briefing.language).codes(self.story.headline))

    def fits(self, other: Told) -> float:
        """The share of the words of this story's headline that the body of the other one has."""
        known = {code >> SHIFT for code in other.codes}
        return sum(code in known for code in self.headline) / max(1, len(self.headline))

    def announced_by(self, text: str) -> float:
        """How near a line of the lead comes to the headline."""
        known = coder(self.briefing.language)
        return headlines(known.codes(text), known.codes(self.story.headline))

    def context(self, span: Span) -> list[tuple[object, ...]]:
        """The words before a record of the body, and those after it; none of a record that stands elsewhere."""
        first = bisect_left(self.places, span.start, key=lambda place: place.start)
        last = bisect_left(self.places, span.end, key=lambda place: place.start)
        if first == last:
            return []
        before, after = self.codes[max(0, first - _CONTEXT) : first], self.codes[last : last + _CONTEXT]
        return [
            (side, *(code >> SHIFT for code in words))
            for side, words in (("before", before), ("after", after))
            if len(words) == _CONTEXT
        ]


def aligned(kept: Told, folded: Told) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The passages of two stories that say the same, pair by pair."""
    found = passages(kept.codes, folded.codes)
    return (
        tuple(_stretch(kept, ours) for ours, _ in found),
        tuple(_stretch(folded, theirs) for _, theirs in found),
    )


def _stretch(told: Told, words: range) -> Span:
    return Span(told.places[words.start].start, told.places[words.stop - 1].end)


def compared(kept: Told, folded: Told) -> tuple[tuple[str, ...], tuple[Difference, ...]]:
    """The fields in which two copies agree, and those in which they differ, with the words of both."""
    agreed: list[str] = []
    differed: list[Difference] = []
    for field, ours, theirs in (
        ("headline", kept.story.headline, folded.story.headline),
        ("published", _published(kept), _published(folded)),
        ("publisher", kept.briefing.publisher, folded.briefing.publisher),
    ):
        if not ours or not theirs or (field != "headline" and kept.number == folded.number):
            continue
        if ours == theirs or (field == "headline" and kept.headline == folded.headline):
            agreed.append(field)
        else:
            differed.append(Difference(field, ours, theirs))
    for field in ("figures", "dates", "actors"):
        said, repeated = _records(kept, field), _records(folded, field)
        if repeated and {key for key, _ in repeated} <= {key for key, _ in said}:
            agreed.append(field)
        differed += _differences(field, kept, said, folded, repeated)
    differed += _rivals(kept, folded)
    return tuple(agreed), tuple(dict.fromkeys(differed))


def _rivals(kept: Told, folded: Told) -> Iterator[Difference]:
    """A toll that has risen since: of one thing each copy has a number that the other has nowhere, and one of them no
    more than one."""
    ours, theirs = _counts(kept), _counts(folded)
    numbers = {number for its in ours.values() for number in its}, {number for its in theirs.values() for number in its}
    for thing, counts in ours.items():
        here = [span for number, span in counts.items() if number not in numbers[1]]
        there = [span for number, span in theirs.get(thing, {}).items() if number not in numbers[0]]
        if min(len(here), len(there)) == 1:
            yield Difference("figures", here[0].line(kept.briefing.text), there[0].line(folded.briefing.text))


def _counts(told: Told) -> dict[tuple[object, ...], dict[tuple[object, ...], Span]]:
    """The numbers of the body of a story by what they count, each where it stands first."""
    found: defaultdict[tuple[object, ...], dict[tuple[object, ...], Span]] = defaultdict(dict)
    inside = {span for _, span in _records(told, "figures")}
    for each in told.story.figures:
        if each.counted and each.span in inside:
            thing = (each.counted.lower(), each.unit, each.per, each.bound, each.change)
            found[thing].setdefault((each.value, each.low, each.high), each.span)
    return found


def _published(told: Told) -> str | None:
    return told.briefing.published.edtf if told.briefing.published else None


_Keyed = list[tuple[tuple[object, ...], Span]]


def _records(told: Told, field: str) -> _Keyed:
    """What the body of a story says in figures, dates or names: each value, with its place."""
    story = told.story
    found: _Keyed
    if field == "figures":
        found = [((each.value, each.low, each.high, each.unit), each.span) for each in story.figures]
    elif field == "dates":
        found = [((each.edtf or each.text,), each.span) for each in story.dates if each.span]
    else:
        names = {actor.id: actor.name for actor in told.briefing.actors}
        found = [((names.get(each.actor, each.actor),), each.span) for each in story.mentions]
    return [(key, span) for key, span in found if any(span in paragraph.span for paragraph in story.paragraphs)]


def _differences(field: str, kept: Told, ours: _Keyed, folded: Told, theirs: _Keyed) -> Iterable[Difference]:
    """The records that stand between the same words in both copies and have other values."""
    standing: defaultdict[tuple[object, ...], _Keyed] = defaultdict(list)
    for key, span in ours:
        for context in kept.context(span):
            standing[context].append((key, span))
    seen = set()
    for key, span in theirs:
        there = [record for context in folded.context(span) for record in standing.get(context, ())]
        if not there or any(known == key for known, _ in there):
            continue
        words = there[0][1].line(kept.briefing.text), span.line(folded.briefing.text)
        if words[0] != words[1] and words not in seen:
            seen.add(words)
            yield Difference(field, *words)

"""Unfolding: gives back what there was before anything was folded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from attrs import evolve

from beldigest.model import Briefing, Duplicate, Place, Story


def unfold(briefings: Briefing | Iterable[Briefing]) -> tuple[Briefing, ...]:
    """The briefings as they were before anything was folded among them.

    What came from a briefing that is not among them stays folded.
    """
    briefings = (briefings,) if isinstance(briefings, Briefing) else tuple(briefings)
    waiting: defaultdict[str, list[Duplicate]] = defaultdict(list)
    for briefing in briefings:
        for story in briefing.stories:
            for duplicate in _nested(story):
                waiting[duplicate.folded_briefing].append(duplicate)
    taken: list[list[Duplicate]] = []
    for briefing in briefings:
        # A briefing misses what was folded out of it; another one of the same text may be given beside it.
        there = {story.id for story in briefing.stories}
        its: list[Duplicate] = []
        for duplicate in waiting[briefing.id]:
            if duplicate.story.id not in there:
                there.add(duplicate.story.id)
                its.append(duplicate)
        taken.append(its)
        mine = set(map(id, its))
        waiting[briefing.id] = [duplicate for duplicate in waiting[briefing.id] if id(duplicate) not in mine]
    gone = {id(duplicate) for its in taken for duplicate in its}
    given = {briefing.id for briefing in briefings}

    def opened(story: Story) -> Story:
        """The story without what another briefing has taken back."""
        return evolve(
            story,
            duplicates=tuple(
                evolve(duplicate, story=opened(duplicate.story))
                for duplicate in story.duplicates
                if id(duplicate) not in gone
            ),
            related=tuple(each for each in story.related if each.briefing not in given),
        )

    return tuple(
        _with(
            briefing,
            [opened(story) for story in briefing.stories],
            [evolve(duplicate, story=opened(duplicate.story)) for duplicate in its],
        )
        for briefing, its in zip(briefings, taken, strict=True)
    )


def _nested(story: Story) -> Iterator[Duplicate]:
    """What was folded into a story, and into what was folded into it."""
    for duplicate in story.duplicates:
        yield duplicate
        yield from _nested(duplicate.story)


def _with(briefing: Briefing, stories: list[Story], restored: list[Duplicate]) -> Briefing:
    """A briefing with the stories that were folded away back in their places."""
    sections = [list(section.stories) for section in briefing.sections]
    lead = [item.story for item in briefing.lead]
    restored.sort(key=lambda each: (each.place.position if each.place else len(stories), each.story.span))
    for duplicate in restored:
        place = duplicate.place or Place(len(stories))
        stories.insert(place.position, duplicate.story)
        position = {story.id: at for at, story in enumerate(stories)}
        for at in place.sections:
            later = (n for n, id in enumerate(sections[at]) if position.get(id, -1) > place.position)
            sections[at].insert(next(later, len(sections[at])), duplicate.story.id)
        for at in place.lead:
            lead[at] = duplicate.story.id
    return evolve(
        briefing,
        stories=tuple(stories),
        sections=tuple(evolve(old, stories=tuple(new)) for old, new in zip(briefing.sections, sections, strict=True)),
        lead=tuple(evolve(old, story=new) for old, new in zip(briefing.lead, lead, strict=True)),
    )

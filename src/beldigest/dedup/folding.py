"""Folding: each story once, with all that was folded into it; and unfolding, which gives back what there was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from attrs import evolve

from beldigest.dedup.decision import DEFAULT, Options, Verdict
from beldigest.dedup.grouping import Grouping, group
from beldigest.dedup.signature import Signatures, signatures
from beldigest.dedup.told import Told, aligned, compared
from beldigest.model import Briefing, Duplicate, LeadItem, Place, Relation, Section, Story

#: A plug-in's opinion on two stories: the same, not the same, or None where it has none.
Opinion = Callable[[Story, Story], "bool | None"]

_REPEATED = Verdict("repeated headline", "the headline stands there again, without a body", 1.0, 1.0, 1.0)
_LONG_AFTER = 10**9


def fold(
    briefings: Sequence[Briefing], opinions: Sequence[Opinion] = (), options: Options = DEFAULT
) -> tuple[Briefing, ...]:
    """The same briefings, each story once.

    Stories that say the same are folded into one of them: one whose headline is its own, then the one with the most
    words, then the one published first, then the one whose headline fits its text best, then the smallest id. The
    others are kept whole as its ``duplicates``. What was folded before among these briefings is judged anew, so
    folding twice changes nothing; a briefing given twice counts once. ``opinions`` are asked about every pair that
    shares wording; "not the same" outweighs "the same".
    """
    briefings = unfold(list({briefing.id: briefing for briefing in reversed(briefings)}.values())[::-1])
    told = [Told(briefing, at) for briefing in briefings for at in range(len(briefing.stories))]
    all_signatures = Signatures()
    for briefing in briefings:
        texts = [Told(briefing, at).text for at in range(len(briefing.stories))]
        all_signatures.extend(signatures(texts, briefing.language))
    borrowed = _borrowed(told, all_signatures)

    def judge(a: int, b: int) -> bool | None:
        said = {opinion(told[a].story, told[b].story) for opinion in opinions}
        return False if False in said else True if True in said else None

    def rank(index: int) -> tuple[object, ...]:
        its = told[index]
        published = its.text.published
        return (
            index in borrowed,
            -all_signatures.length(index),
            published.toordinal() if published else _LONG_AFTER,
            -its.fits(its),
            its.story.id,
        )

    found = group(all_signatures, options, judge if opinions else None, rank)
    keeper = dict(enumerate(found.labels)) | _bodiless(told, all_signatures)
    return _rebuilt(briefings, told, found, keeper, borrowed)


def unfold(briefings: Sequence[Briefing]) -> tuple[Briefing, ...]:
    """The briefings as they were before anything was folded among them.

    What came from a briefing that is not among them stays folded.
    """
    given = {briefing.id for briefing in briefings}
    restored: defaultdict[str, list[Duplicate]] = defaultdict(list)

    def opened(story: Story) -> Story:
        """The story without what can be given back, which goes to its own briefing."""
        for duplicate in story.duplicates:
            if duplicate.folded_briefing in given:
                restored[duplicate.folded_briefing].append(evolve(duplicate, story=opened(duplicate.story)))
        return evolve(
            story,
            duplicates=tuple(each for each in story.duplicates if each.folded_briefing not in given),
            related=tuple(each for each in story.related if each.briefing not in given),
        )

    stories = [[opened(story) for story in briefing.stories] for briefing in briefings]
    return tuple(
        _with(briefing, its, restored.pop(briefing.id, [])) for briefing, its in zip(briefings, stories, strict=True)
    )


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


def _same_headline(told: Sequence[Told]) -> Iterable[list[int]]:
    """The stories of one briefing that bear the same headline, where there are several."""
    bearing: defaultdict[tuple[str, tuple[int, ...]], list[int]] = defaultdict(list)
    for index, its in enumerate(told):
        if its.headline:
            bearing[its.briefing.id, its.headline].append(index)
    return [indices for indices in bearing.values() if len(indices) > 1]


def _borrowed(told: Sequence[Told], all_signatures: Signatures) -> dict[int, int]:
    """Each story whose headline another story of its briefing bears over another body that it fits better."""
    borrowed = {}
    for indices in _same_headline(told):
        owner = max(indices, key=lambda index: (told[index].fits(told[index]), -index))
        for index in indices:
            other = all_signatures.wordings[index] != all_signatures.wordings[owner]
            if other and told[index].fits(told[index]) < told[owner].fits(told[owner]):
                borrowed[index] = owner
    return borrowed


def _bodiless(told: Sequence[Told], all_signatures: Signatures) -> dict[int, int]:
    """Each story that is a headline alone, with the story of its briefing that bears the same one."""
    keeper = {}
    for indices in _same_headline(told):
        first = min(indices, key=lambda index: (all_signatures.length(index) == 0, index))
        for index in indices:
            if index != first and not all_signatures.length(index):
                keeper[index] = first
    return keeper


def _rebuilt(
    briefings: Sequence[Briefing],
    told: Sequence[Told],
    found: Grouping,
    keeper: dict[int, int],
    borrowed: dict[int, int],
) -> tuple[Briefing, ...]:
    """The briefings without the folded stories, which their keepers hold."""

    def last(index: int) -> int:
        while keeper[index] != index:
            index = keeper[index]
        return index

    at = {(its.briefing.id, its.position): index for index, its in enumerate(told)}
    held: defaultdict[int, list[Duplicate]] = defaultdict(list)
    gone = [index for index in range(len(told)) if last(index) != index]
    for index in gone:
        held[last(index)].append(_duplicate(told, found, last(index), index, borrowed))
    related: defaultdict[int, list[Relation]] = defaultdict(list)
    for (page, part), verdict in found.pages.items():
        related[page].append(_relation(told[page], told[part], verdict))

    def story(index: int) -> Story:
        story = told[index].story
        order = sorted(held[index], key=lambda each: (each.folded_briefing, each.story.span, each.story.id))
        relations = sorted(related[index], key=lambda each: (each.own, each.briefing, each.story))
        return evolve(story, duplicates=(*story.duplicates, *order), related=(*story.related, *relations))

    ids = {told[index].story.id for index in gone}

    def announced(briefing: Briefing, item: LeadItem) -> LeadItem:
        for index in gone:
            if told[index].briefing.id == briefing.id and told[index].story.id == item.story:
                choices = [last(index)] + ([last(borrowed[index])] if index in borrowed else [])
                best = max(choices, key=lambda choice: told[choice].announced_by(item.text))
                return evolve(item, story=told[best].story.id)
        return item

    def section(section: Section) -> Section:
        return evolve(section, stories=tuple(id for id in section.stories if id not in ids))

    return tuple(
        evolve(
            briefing,
            stories=tuple(
                story(index)
                for index in (at[briefing.id, position] for position in range(len(briefing.stories)))
                if last(index) == index
            ),
            lead=tuple(announced(briefing, item) for item in briefing.lead),
            sections=tuple(map(section, briefing.sections)),
        )
        for briefing in briefings
    )


def _duplicate(told: Sequence[Told], found: Grouping, kept: int, folded: int, borrowed: dict[int, int]) -> Duplicate:
    ours, theirs = told[kept], told[folded]
    verdict = found.pairs.get((min(kept, folded), max(kept, folded)), _REPEATED)
    kind, reason = verdict.kind or "near", verdict.reason
    if folded in borrowed and kind != "repeated headline":
        owner = told[borrowed[folded]]
        kind = "misplaced body"
        reason = f"{reason}; its headline is that of another story, at character {owner.story.span.start}"
    agreed, differed = compared(ours, theirs)
    kept_spans, folded_spans = aligned(ours, theirs)
    if (
        ours.headline == theirs.headline
        and ours.story.headline_span
        and theirs.story.headline_span
        and not theirs.codes
    ):
        kept_spans, folded_spans = (ours.story.headline_span,), (theirs.story.headline_span,)
    briefing, id = theirs.briefing, theirs.story.id
    return Duplicate(
        kind=kind,
        similarity=verdict.similarity,
        reason=reason,
        story=theirs.story,
        kept=kept_spans,
        folded=folded_spans,
        kept_briefing=ours.briefing.id,
        folded_briefing=briefing.id,
        agreed=agreed,
        differed=differed,
        place=Place(
            theirs.position,
            tuple(at for at, section in enumerate(briefing.sections) if id in section.stories),
            tuple(at for at, item in enumerate(briefing.lead) if item.story == id),
        ),
    )


def _relation(page: Told, part: Told, verdict: Verdict) -> Relation:
    own, other = aligned(page, part)
    return Relation("merged", verdict.similarity, verdict.reason, part.story.id, part.briefing.id, own, other)

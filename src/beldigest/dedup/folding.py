"""Folding: each story once, with all that was folded into it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from attrs import evolve

from beldigest.dedup.decision import DEFAULT, DuplicateOptions, Verdict
from beldigest.dedup.grouping import UNDATED, Grouping, group
from beldigest.dedup.signature import Signatures, signatures
from beldigest.dedup.told import Told, aligned, compared
from beldigest.dedup.unfolding import unfold
from beldigest.model import Briefing, Duplicate, LeadItem, Place, Relation, Story

#: A plug-in's opinion on two stories: the same, not the same, or None where it has none.
Opinion = Callable[[Story, Story], "bool | None"]

_REPEATED = Verdict("repeated headline", "the headline stands there again, without a body", 1.0, 1.0, 1.0)


def fold(
    briefings: Sequence[Briefing], opinions: Sequence[Opinion] = (), options: DuplicateOptions = DEFAULT
) -> tuple[Briefing, ...]:
    """The same briefings, each story once.

    Stories that say the same are folded into one of them: one whose headline is its own, then the one with the most
    words, then the one published first, then the one whose headline fits its text best, then the one that stands first
    in its briefing, then the smallest id. The others are kept whole as its ``duplicates``. What was folded before among
    these briefings is judged anew, so folding twice changes nothing. ``opinions`` are asked about every pair that
    shares wording; "not the same" outweighs "the same".
    """
    briefings = unfold(briefings)
    told = [
        Told(briefing, number, at) for number, briefing in enumerate(briefings) for at in range(len(briefing.stories))
    ]
    all_signatures = Signatures()
    for language, some in groupby(told, lambda its: its.briefing.language):
        all_signatures.extend(signatures((its.text for its in some), language))
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
            published.toordinal() if published else UNDATED,
            -its.fits(its),
            its.position,
            its.story.id,
        )

    found = group(all_signatures, options, judge if opinions else None, rank)
    keeper = dict(enumerate(found.labels)) | _bodiless(told, all_signatures)
    return _rebuilt(briefings, told, found, keeper, borrowed)


def _same_headline(told: Sequence[Told]) -> Iterable[list[int]]:
    """The stories of one briefing that bear the same headline, where there are several."""
    bearing: defaultdict[tuple[int, tuple[int, ...]], list[int]] = defaultdict(list)
    for index, its in enumerate(told):
        if its.headline:
            bearing[its.number, its.headline].append(index)
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

    held: defaultdict[int, list[Duplicate]] = defaultdict(list)
    related: defaultdict[int, dict[int, Verdict]] = defaultdict(dict)
    gone: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for index, its in enumerate(told):
        if last(index) != index:
            held[last(index)].append(_duplicate(told, found, last(index), index, borrowed))
            gone[its.number][its.story.id] = index
    # Of several copies of a page or a part, those that stay are related.
    for (page, part), verdict in sorted(found.pages.items(), key=lambda item: item[1].similarity):
        related[last(page)][last(part)] = verdict

    staying: defaultdict[int, list[Story]] = defaultdict(list)
    for index, its in enumerate(told):
        if last(index) == index:
            duplicates = sorted(held[index], key=lambda each: (each.folded_briefing, each.story.span, each.story.id))
            relations = sorted(
                (_relation(its, told[part], verdict) for part, verdict in related[index].items()),
                key=lambda each: (each.own, each.briefing, each.story),
            )
            story = its.story
            staying[its.number].append(
                evolve(story, duplicates=(*story.duplicates, *duplicates), related=(*story.related, *relations))
            )

    def announced(item: LeadItem, number: int) -> LeadItem:
        if item.story not in gone[number]:
            return item
        index = gone[number][item.story]
        choices = [last(index)] + ([last(borrowed[index])] if index in borrowed else [])
        best = max(choices, key=lambda choice: told[choice].announced_by(item.text))
        return evolve(item, story=told[best].story.id)

    return tuple(
        evolve(
            briefing,
            stories=tuple(staying[number]),
            lead=tuple(announced(item, number) for item in briefing.lead),
            sections=tuple(
                evolve(section, stories=tuple(id for id in section.stories if id not in gone[number]))
                for section in briefing.sections
            ),
        )
        for number, briefing in enumerate(briefings)
    )


def _duplicate(told: Sequence[Told], found: Grouping, kept: int, folded: int, borrowed: dict[int, int]) -> Duplicate:
    ours, theirs = told[kept], told[folded]
    verdict = found.pairs.get((min(kept, folded), max(kept, folded)), _REPEATED)
    kind, reason = verdict.kind or "near", verdict.reason
    if folded in borrowed and kind != "repeated headline" and ours.headline != theirs.headline:
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

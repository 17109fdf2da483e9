"""Announcements: which line names a later title in other words, as a contents list does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import compress

from beldigest.segment.titles import is_aside
from beldigest.segment.units import Unit
from beldigest.segment.wording import Wording

#: How alike a line and a later title must be for the one to announce the other.
_ANNOUNCES = 0.45
#: How alike they must be where one line announces several.
_SURELY = 0.8
#: Words that a line has at most which announces another.
_MOST = 40
#: Words that a sentence of a summary has at most.
_SENTENCE_MOST = 45
#: How surely each line of a contents list announces a title, and how many such lines make one.
_LISTS, _ENTRIES = 0.7, 3
#: Sentences that a summary has at most.
_SUMMARY_MOST = 60


def announcements(units: Sequence[Unit], titles: Sequence[bool]) -> tuple[list[int | None], list[float], list[float]]:
    """Which later title each line announces and how surely, and how surely each title is announced."""
    may_announce = [_may_announce(unit) for unit in units]
    lines = [unit.text if may_announce[unit.index] or titles[unit.index] else "" for unit in units]
    wording = Wording(lines, titles)
    announces: list[int | None] = [None] * len(units)
    alike = [0.0] * len(units)
    also: dict[int, list[int]] = defaultdict(list)
    for unit in compress(units, may_announce):
        best = (_ANNOUNCES, 0)
        for other in wording.candidates(unit.index):
            if other <= unit.index + 1 or _is_copy(units, unit.index, other):
                continue
            likeness = wording.alike(unit.index, other)
            best = max(best, (likeness, -other))
            if likeness >= _SURELY:
                also[unit.index].append(other)
        if best[1]:
            announces[unit.index], alike[unit.index] = -best[1], best[0]
    announcing = [0.0] * len(units)
    announced = [0.0] * len(units)
    heads = [unit.index for unit in units if unit.part != "rest"]
    for at, index in enumerate(heads):
        target = announces[index]
        if target is None:
            continue
        # One line that resembles a later one says little; a run of them, in the same order, is a contents list.
        before = announces[heads[at - 1]] if at else None
        after = announces[heads[at + 1]] if at + 1 < len(heads) else None
        in_order = (before is not None and before < target) or (after is not None and after > target)
        beside = before is not None or after is not None
        lists = len(also[index]) > 2 and units[index].ended  # a sentence that is a contents list by itself
        announcing[index] = alike[index] * (1.0 if in_order or lists else 0.6 if beside else 0.35)
        for other in (target, *also[index]):
            announced[other] = max(announced[other], announcing[index])
    return announces, announcing, announced


def _may_announce(unit: Unit) -> bool:
    """Whether a line may announce another: neither a long text nor in another part of the page than its body."""
    beside = unit.block.region not in ("body", "column")
    return unit.part != "rest" and 1 <= unit.words <= _MOST and not unit.address and not beside


def contents(
    units: Sequence[Unit], announces: Sequence[int | None], announcing: Sequence[float], follows: Sequence[str]
) -> tuple[list[float], list[float]]:
    """1 for each line of the contents of a document, and 1 for each name of a part of them.

    The contents are a run of lines that name, in order, titles which all stand after them. Some of these titles have
    text. What names others, in another dress, is the name of a part, and so is what stands between two and names none.
    """
    entries, parts = [0.0] * len(units), [0.0] * len(units)
    runs: list[list[int]] = [[]]
    for unit in units:
        target, run = announces[unit.index], runs[-1]
        if target is not None and announcing[unit.index] >= _LISTS:
            before = announces[run[-1]] if run else None
            if before is not None and (target <= before or unit.index - run[-1] > 2):
                runs.append([])
            runs[-1].append(unit.index)
        elif run and (unit.prose >= 0.6 or unit.part == "rest"):
            runs.append([])
    for run in runs:
        told = [index for index in run if follows[announces[index] or 0] not in ("title", "item")]
        if len(run) < _ENTRIES or 2 * len(told) < len(run) or (announces[run[0]] or 0) <= run[-1]:
            continue
        dresses = {units[index].dress for index in told}
        told = [index for index in run if units[index].dress in dresses]
        for index in range(run[0], run[-1] + 1):
            (entries if index in told else parts)[index] = 1.0
    return entries, parts


def summaries(units: Sequence[Unit], announces: Sequence[int | None]) -> list[float]:
    """1 for each of a run of sentences right before a title that announce it and those after it, in order.

    Such a run is a summary wherever it stands: at the head of the document, or of another letter that follows in it.
    """
    found = [0.0] * len(units)
    for target in sorted({target for target in announces if target is not None}):
        first, last = target, None
        for index in range(target - 1, max(-1, target - 1 - _SUMMARY_MOST), -1):
            named = announces[index]
            if (
                named is None
                or named < target
                or (last is not None and named >= last)
                or not _is_sentence(units[index])
            ):
                break
            first, last = index, named
        if target - first > 1 and last == target:
            found[first:target] = [1.0] * (target - first)
    return found


def _is_copy(units: Sequence[Unit], index: int, other: int) -> bool:
    """Whether two lines are the same, with running text under the first, and the same or nothing under the other: a
    text that was pasted twice announces nothing, nor does it announce its headline once more."""
    if units[index].text != units[other].text or units[index + 1].prose < 0.6:
        return False
    after = units[other + 1] if other + 1 < len(units) else None
    return after is None or after.text == units[index + 1].text or (after.prose < 0.6 and not is_aside(after))


def _is_sentence(unit: Unit) -> bool:
    return unit.sentences == 1 and unit.ended and unit.words <= _SENTENCE_MOST and unit.part == "whole"

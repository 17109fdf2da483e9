"""Forms: what a template puts beside the text of each item ("From the desk of ...", "Case 17/2024", "Discuss it at:").

The lines of a template begin alike, and stand once in an item, in the same place: under the title, or after the text.
Lines that come back word for word, and the names of the parts that every story has, recur likewise.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from unicodedata import category

from attrs import evolve

from beldigest.segment.titles import is_aside
from beldigest.segment.units import Unit

#: Items that it takes, and the share of the lines of a form that have the place of it.
_SEVERAL = 3
_USUAL = 0.75
#: Words that such a line has at most, and one that says of what state or kind the story is.
_MOST = 16
_STATE_MOST = 4
#: Words that a deck has at most, the sentence between a title and who wrote the text.
_DECK_MOST = 30
#: Words that the name of a part of a story has at most.
_LABEL_MOST = 4
#: Lines that a template puts in a row at most.
_ROW = 4
#: Lines beside a text that are passed over at most.
_REACH = 12
#: An address in brackets at the end of a line, and the characters within which it is looked for.
_LINK_END = re.compile(r"\s[(<\[]https?://[^\s<>()\[\]]+[)>\]]\Z")
_LINK_MOST = 300
_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
#: How a line begins that may have a form, though it seems to tell something.
_OPENED = re.compile(r"[\d(\[]")
#: Characters of the beginning of a line, and of its shape, by which it is like others.
_SHAPED, _SHAPE = 40, 8
#: The name of a speaker before what he says.
_SPEAKER = re.compile(r"[^\W_][^:：\n]{0,30}[:：](?=\s)")


def with_forms(units: Sequence[Unit]) -> Sequence[Unit]:
    """The units, in which the lines of forms are known."""
    lines = [unit for unit in units if _is_line(unit)]
    if len(lines) < _SEVERAL:
        return units
    told = [0, *accumulate(unit.prose >= 0.6 for unit in units)]
    under, after = [*_alike(lines, _likenesses_under, told)], [*_alike(lines, _likenesses_after, told)]
    formal = _states(units, lines)
    for _ in range(_ROW):  # under a line of one form may stand one of another
        found = formal.union(
            *(_placed(units, group, formal, after=False) for group in under),
            *(_placed(units, group, formal, after=True) for group in after),
        )
        if found == formal:
            break
        formal = found
    if _has_rows(units, formal):
        formal |= {unit.index for unit in lines if _is_enclosed(units, unit.index, formal)}
    return [evolve(unit, formal=True) if unit.index in formal else unit for unit in units] if formal else units


def _is_line(unit: Unit) -> bool:
    """Whether a unit may be a line of a form: no heading, but that says who speaks, and no item, but of a pictogram."""
    if unit.words > _MOST or unit.part != "whole" or unit.block.region != "body" or unit.address:
        return False
    if unit.prose >= 0.6 and (unit.prose == 1.0 or not _OPENED.match(unit.text)):
        return False
    return unit.block.kind == "paragraph" or (unit.block.kind == "heading" and unit.byline) or _pictogram(unit) != ""


def _likenesses_under(unit: Unit) -> Iterator[str]:
    """By what a line under a title may be like others: its first word or its last, or its shape."""
    first, _, more = unit.text.partition(" ")
    yield _folded(first)
    if more:
        yield f"… {more.rpartition(' ')[2].casefold()}"
    if shape := _shape(unit):
        yield shape


def _likenesses_after(unit: Unit) -> Iterator[str]:
    """By what a line after a text may be like others: its first two words, of which one before a colon is enough, or
    its shape."""
    if unit.marks and unit.marked("imprint"):
        return
    if sign := _pictogram(unit):
        yield f"{sign} …"
    first, _, more = unit.text.partition(" ")
    yield _folded(first if first[-1] == ":" else f"{first} {more.partition(' ')[0]}")
    if shape := _shape(unit):
        yield shape


def _folded(words: str) -> str:
    """Words in small letters, whatever the numbers in them."""
    return (words if words.isalpha() else _DIGITS.sub("0", words)).casefold()


def _pictogram(unit: Unit) -> str:
    """The pictogram that stands before a line, or an empty string."""
    sign = unit.block.marker[:1] or unit.text[0]
    return sign if sign > "\u2000" and category(sign) == "So" else ""


def _shape(unit: Unit) -> str:
    """The shape of a line that ends in an address, as the texts of mailing services have links, stands in brackets, or
    begins with a number."""
    text = unit.text
    if text[-1] in ")>]":
        if _LINK_END.search(text, max(0, len(text) - _LINK_MOST)):
            return "… ://"
        if text[0] in "([":
            return f"{text[0]} … {text[-1]}"
    return f"# {_LETTERS.sub('a', _DIGITS.sub('0', text[:_SHAPED]))[:_SHAPE]}" if text[0].isdecimal() else ""


def _alike(
    lines: Sequence[Unit], likenesses: Callable[[Unit], Iterator[str]], told: Sequence[int]
) -> Iterator[list[int]]:
    """The groups of lines that are alike in something.

    Each has several lines, and mostly there is text between one and the next.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for unit in lines:
        for likeness in likenesses(unit):
            groups[likeness].append(unit.index)
    for group in groups.values():
        if len(group) < _SEVERAL:
            continue
        between = sum(told[after] > told[before] for before, after in pairwise(group))
        if between >= _USUAL * (len(group) - 1):
            yield group


def _placed(units: Sequence[Unit], group: Sequence[int], formal: set[int], *, after: bool) -> list[int]:
    """The lines of a group under a title, or after a text, if most of them stand where a form does."""
    over = {index: unit for index in group if (unit := _beside(units, index, -1, formal)) is not None}
    if not after:
        over = {index: _over_deck(units, unit, formal) for index, unit in over.items()}
    found = [index for index, unit in over.items() if (unit.prose >= 0.5 if after else _is_title(unit))]
    placed = sum(_stands_after(units, index, formal) if after else _stands_under(units, index) for index in found)
    return found if placed >= max(_SEVERAL, _USUAL * len(group)) else []


def _has_rows(units: Sequence[Unit], formal: set[int]) -> bool:
    """Whether over most lines of forms that stand right over a text there is another beside it, or one over the next:
    where there is none, each such line stands under a title."""
    last = [index for index in formal if 1 < index < len(units) - 1 and units[index + 1].prose >= 0.6]
    rows = sum(any(at in formal or is_aside(units[at]) for at in (index - 2, index - 1)) for index in last)
    return 2 * rows >= len(last)


def _is_enclosed(units: Sequence[Unit], index: int, formal: set[int]) -> bool:
    """Whether a line that not every item has stands between a first and a third line under a title, and its text."""
    if index < 2 or index + 1 not in formal or not _stands_under(units, index + 1):
        return False
    title, first, line, third = units[index - 2 : index + 2]
    apart = line.fence != "" or line.block.blank_before > third.block.blank_before  # as a title is
    headed = _is_title(title) and not is_aside(title) and index - 2 not in formal
    return headed and not apart and (is_aside(first) or index - 1 in formal)


def _over_deck(units: Sequence[Unit], unit: Unit, formal: set[int]) -> Unit:
    """The title over the one sentence that stands between it and a line, or the unit itself."""
    if unit.prose >= 0.5 and unit.sentences == 1 and unit.words <= _DECK_MOST:
        over = _beside(units, unit.index, -1, formal)
        return over if over is not None and _is_title(over) else unit
    return unit


def _stands_under(units: Sequence[Unit], index: int) -> bool:
    """Whether text stands under a line that does not introduce it, after no more than a few others."""
    if units[index].text[-1] in ":：":
        return False
    for unit in units[index + 1 : index + 1 + _ROW]:
        heading = unit.block.kind == "heading" and not unit.byline
        if unit.prose >= 0.6 or heading:
            return not heading
    return False


def _stands_after(units: Sequence[Unit], index: int, formal: set[int]) -> bool:
    """Whether a title stands under a line, or a rule or nothing more.

    It is farther from the line than the line from its text, if no pictogram and no colon sets the line apart.
    """
    line, under = units[index], _beside(units, index, 1, formal)
    if under is None:
        return True
    apart = under.block.blank_before > line.block.blank_before or line.text[-1] in ":：" or _pictogram(line) != ""
    return under.fence != "" or (apart and _is_title(under))


def _states(units: Sequence[Unit], lines: Sequence[Unit]) -> set[int]:
    """A few words between a title and its text, where most texts have such over them: a state, a place, a paper.

    That they are no headlines shows where some come back, or where an empty line stands before each title alone.
    """
    found = [
        unit
        for unit in lines
        if 0 < unit.index < len(units) - 1
        and unit.words <= _STATE_MOST
        and unit.title >= 0.5
        and _is_title(units[unit.index - 1])
        and _begins_text(units, unit.index + 1)
    ]
    texts = sum(after.prose >= 0.6 > before.prose for before, after in pairwise(units))
    if len(found) < _SEVERAL or 2 * len(found) <= texts:
        return set()
    recur = len({unit.text for unit in found}) < len(found)
    close = all(units[unit.index - 1].block.blank_before > unit.block.blank_before == 0 for unit in found)
    return {unit.index for unit in found} if recur or close else set()


def _is_title(unit: Unit) -> bool:
    return unit.title >= 0.5 and unit.prose < 0.6


def _begins_text(units: Sequence[Unit], index: int) -> bool:
    """Whether running text begins with a unit, or right after the head that it is."""
    return units[index].prose >= 0.6 or (units[index].part == "head" and units[index + 1].prose >= 0.6)


def _beside(units: Sequence[Unit], index: int, step: int, formal: set[int]) -> Unit | None:
    """The next unit in one direction that is neither beside a story's text nor a line of a form; of many of these the
    last that is looked at."""
    unit = None
    for _ in range(_REACH):
        index += step
        if not 0 <= index < len(units):
            return None
        unit = units[index]
        if index not in formal and not is_aside(unit):
            break
    return unit


def repeated(units: Sequence[Unit]) -> list[float]:
    """1 for a line that stands three times or more, and is no link to a full text, which each item may have."""
    counts = Counter(unit.text for unit in units if unit.words <= 20)
    return [float(counts[unit.text] >= 3 and not unit.marked("more")) for unit in units]


def echoed(units: Sequence[Unit]) -> list[float]:
    """1 for each part that every story has, a short head of a block that heads another one too, or a line that ends in
    a colon, with its list; and for each line of an interview, in which two speakers take turns."""
    # Each is counted once with the same words after it: a text pasted twice repeats no form.
    labels = [unit for unit in units[:-1] if _is_label(unit)]
    counts = Counter(text for text, _ in {(unit.text, units[unit.index + 1].text) for unit in labels})
    spoken = [unit for unit in units if (": " in unit.text or "： " in unit.text) and not is_aside(unit)]
    speakers = {unit.index: name.group() for unit in spoken if (name := _SPEAKER.match(unit.text))}
    turns = {at: (one, speakers[at + 1]) for at, one in speakers.items() if speakers.get(at + 1, one) != one}
    said = {(turn, units[at].text, units[at + 1].text) for at, turn in turns.items()}
    taken = Counter(turn for turn, _, _ in said)
    found = [0.0] * len(units)
    for at in [unit.index for unit in labels if counts[unit.text] > 1]:
        found[at] = 1.0
        while units[at].part == "whole" and at + 1 < len(units) and units[at + 1].block.kind == "list item":
            at += 1
            found[at] = 1.0
    for at in [at for at, turn in turns.items() if taken[turn] > 1]:
        found[at : at + 2] = [1.0, 1.0]
    return found


def _is_label(unit: Unit) -> bool:
    line = unit.part == "whole" and unit.block.kind == "paragraph" and unit.text[-1] in ":："
    return unit.words <= _LABEL_MOST and (unit.part == "head" or line)

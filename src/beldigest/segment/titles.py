"""Titles: which units may be titles, and which of them are more prominent.

A heading has its level. Elsewhere prominence shows in a rule, capitals, bold or big letters, a wider gap, a byline that
stands below, and in a contents list that names the titles of one dress.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from beldigest.segment.units import Unit

#: Titles that many companions (a byline, a rule) must have before those without are held for lesser ones.
_COMPANIED = 2
#: The share of units after an empty line from which on empty lines part what does not belong together.
_PARTED = 0.2
#: Lines of one look that it takes to hold them for headlines under headings.
_RIVALS = 3
#: Words that the name of a section has at most.
NAME_MOST = 3
#: Words that the name of a paper or a place over a headline has at most.
_OVER_MOST = 4
#: Words from which on what stands before a colon is a clause, not a title.
_CLAUSE = 6
#: The size of a font where none is stated, in CSS pixels (HTML Standard, 15.3.1).
_UNSTATED = 16.0
#: How surely headings head the stories for plain lines to be none.
_SURE = 0.6


def sizes(units: Sequence[Unit]) -> list[float]:
    """How much bigger than the running text each unit is set: 0 for the same, 1 for half as big again."""
    if not any(unit.block.size for unit in units):
        return [0.0] * len(units)
    usual = median(unit.block.size or _UNSTATED for unit in units for _ in range(1 + len(unit.text) // 200))
    return [max(-1.0, min(1.0, 2 * ((unit.block.size or _UNSTATED) / usual - 1))) for unit in units]


def tied(units: Sequence[Unit]) -> list[bool]:
    """Whether each unit goes with the one before it: no empty line parts them, and titles here stand after one."""
    # A line of a form may stand between a text and the next title.
    told = [unit for unit in units if not unit.formal]
    after_text = [
        unit.block.blank_before > 0
        for before, unit in pairwise(told)
        if (before.prose >= 0.6 or before.address) and unit.title >= 0.5 and unit.part != "rest" and not is_aside(unit)
    ]
    if not any(unit.prose >= 0.6 or is_aside(unit) for unit in units):
        return [False] * len(units)
    blanks = sum(unit.block.blank_before > 0 for unit in units)
    if blanks < _PARTED * len(units) or 2 * sum(after_text) < len(after_text):
        return [False] * len(units)
    apart = _again(units) | _under_names(units)
    return [
        unit.index > 0
        and unit.index not in apart
        and not unit.block.blank_before
        and not unit.fence
        and not unit.block.marker.endswith(":")
        and unit.block.kind not in ("list item", "heading")
        and units[unit.index - 1].block.kind != "heading"
        and not (unit.linked and (units[unit.index - 1].linked or unit.block.kind == "table cell"))  # a list of links
        and not _is_next_of_pairs(units, unit.index)
        for unit in units
    ]


def _again(units: Sequence[Unit]) -> set[int]:
    """The lines that stood after an empty line or first of all, with the shape of a headline, and mostly have text
    under them: headlines once more, as where a story was pasted with its own under that of another."""
    copies: dict[str, list[int]] = defaultdict(list)
    for unit in units:
        if unit.title >= 0.5 and unit.words > NAME_MOST and unit.part == "whole" and not is_aside(unit):
            apart = (unit.block.blank_before > 0 or not unit.index) and unit.block.kind != "list item"
            if apart or unit.text in copies:
                copies[unit.text].append(unit.index)
    found: set[int] = set()
    for places in copies.values():
        told = sum(unit.prose >= 0.6 for at in places for unit in units[at + 1 : at + 2])
        if 2 * told >= len(places):
            found.update(places[1:])
    return found


def _under_names(units: Sequence[Unit]) -> set[int]:
    """The lines of more words between a few words after an empty line and a text, where most texts under titles have
    such a pair over them: the paper, or the place, stands over each headline."""
    pairs = [
        title.index
        for name, title, text in zip(units, units[1:], units[2:], strict=False)
        if name.words <= _OVER_MOST < title.words
        and min(name.title, title.title) >= 0.5
        and not (is_aside(name) or is_aside(title) or name.ended)
        and (name.block.blank_before or name.fence or not name.index)
        and not title.block.blank_before
        and name.block.kind == title.block.kind == "paragraph"
        and title.strong >= name.strong
        and text.prose >= 0.6
    ]
    if len(pairs) < _RIVALS:
        return set()
    titled = sum(above.title >= 0.5 and text.prose >= 0.6 > above.prose for above, text in pairwise(units))
    return {*pairs} if 2 * len(pairs) > titled else set()


def _is_next_of_pairs(units: Sequence[Unit], index: int) -> bool:
    """Whether a title with an address or a date under it stands under another such."""
    if not 2 <= index < len(units) - 1:
        return False
    over, before, unit, after = units[index - 2 : index + 2]
    paired = (before.address and after.address) or (before.dated and after.dated)
    return paired and over.title >= 0.5 and unit.title >= 0.5


def decks(units: Sequence[Unit], headed: float) -> set[int]:
    """The lines between a heading and its text that are no titles, where headings head the stories."""
    return _decks(units)[0] if headed >= _SURE else set()


def titles(units: Sequence[Unit], tied: Sequence[bool], headed: float, echoed: Sequence[float]) -> list[bool]:
    """Which units may be titles; where headings head the stories, a plain line may not."""
    return [
        (unit.block.kind == "heading" and not unit.doubled and not unit.byline)
        or unit.block.marker == "subject:"
        or (
            unit.title >= 0.35
            and unit.prose < 0.7
            and unit.part != "rest"
            and unit.block.kind != "table row"
            and not tied[unit.index]
            and not echoed[unit.index]
            and not is_aside(unit)
            and not unit.marked("caption")
            and unit.block.region != "inset"
            and not is_told(units, unit.index)
            and not (unit.label and unit.marked("part"))
            and (headed < _SURE or unit.block.kind == "list item" or _is_dressed(unit))
        )
        for unit in units
    ]


def _is_dressed(unit: Unit) -> bool:
    if unit.label:
        return False
    linked = unit.linked and unit.part == "whole"
    return unit.strong or unit.caps or unit.decorated or linked or bool(unit.fence)


def is_told(units: Sequence[Unit], index: int) -> bool:
    """Whether a line is text, however short.

    It is a sentence right under a heading or in the item of a list, one between a title and who wrote what it heads, or
    a clause that ends in a colon over text that is set in.
    """
    unit = units[index]
    if not index or unit.block.kind != "paragraph" or unit.part != "whole":
        return False
    above, below = units[index - 1], units[index + 1] if index + 1 < len(units) else unit
    if unit.text[-1] in ":：" and unit.words >= _CLAUSE and below.block.indent > unit.block.indent:
        return below.prose >= 0.6 and not _is_dressed(unit)
    if below.byline and unit.ended and above.title >= 0.5 > unit.title:
        return not _is_dressed(unit)
    headed = above.block.kind == "heading" or (
        above.block.kind == "list item" and unit.block.level == above.block.level
    )
    return headed and unit.prose > 0 and unit.title < 0.8 and not _is_dressed(unit)


def is_aside(unit: Unit) -> bool:
    """Whether a unit stands beside a story's text: an address, a byline, a date, a field, a line of a form, a link to
    more or a headline once more."""
    if unit.address or unit.byline or unit.dated or unit.doubled or unit.formal:
        return True
    marker = unit.block.marker
    if marker and marker[-1] == ":" and marker != "subject:":
        return True
    return bool(unit.marks) and unit.marked("more") != ""


def leads_on(unit: Unit) -> bool:
    """Whether a list item is a clause that ends in a colon: its sentence goes on in what follows."""
    return unit.block.kind == "list item" and unit.words >= _CLAUSE and unit.text[-1] in ":："


def headed(units: Sequence[Unit]) -> float:
    """How surely headings of the format head the stories here, from 0 to 1.

    Against it speak plain lines of one look over texts, some right under a heading, others not.
    """
    decks, rivals = _decks(units)
    told = sum(
        a.block.kind == "heading"
        and (b.prose >= 0.6 or b.block.kind == "list item" or b.index in decks or is_told(units, b.index))
        for a, b in pairwise(units)
    )
    return min(1.0, max(0, told - 1 - (rivals if rivals >= _RIVALS else 0)) / 3)


def _decks(units: Sequence[Unit]) -> tuple[set[int], int]:
    """The lines with the shape of a title between a heading and its text, where lines of their dress over a text stand
    nowhere else: headlines of their own would. And how many such lines of one dress there are in both places."""
    over = [
        (heading.block.kind == "heading", line)
        for heading, line, text in zip(units, units[1:], units[2:], strict=False)
        if line.block.kind == text.block.kind == "paragraph"
        and line.title >= 0.5
        and line.part == "whole"
        and text.prose >= 0.6
    ]
    under = Counter(line.dress for headed, line in over if headed)
    plain = Counter(line.dress for headed, line in over if not headed and line.block.blank_before)
    decks = {
        line.index
        for headed, line in over
        if headed and line.dress not in plain and not (under[line.dress] > 1 and _is_dressed(line))
    }
    return decks, max((under[dress] + plain[dress] for dress in under.keys() & plain.keys()), default=0)


def ranks(
    units: Sequence[Unit],
    may_be: Sequence[bool],
    sizes: Sequence[float],
    announcing: Sequence[float],
    announced: Sequence[float],
    follows: Sequence[str],
) -> dict[int, float]:
    """The rank of each unit that may be a title: the smaller, the more prominent."""
    titles = [unit for unit in units if may_be[unit.index]]
    bylined = _companions(_bylined(units, titles))
    fenced = _companions([unit.index for unit in titles if unit.fence and not _begins_list(units, unit.index)])
    # What stands right over such a title has no text, and is no part of the story before it.
    over = _companions(
        [index - 1 for index in bylined if index and may_be[index - 1] and units[index].block.blank_before]
    )
    looks: dict[int, list[bool]] = defaultdict(list)
    for unit in titles:
        if not announcing[unit.index]:
            looks[unit.dress].append(announced[unit.index] >= 0.5)
    named = {dress for dress, sure in looks.items() if 2 * sum(sure) >= len(sure)}
    heading = _heading_dresses(titles, announcing, follows)
    underlined = [unit.block.level for unit in titles if unit.block.marker == "-" and unit.block.kind == "heading"]
    several = sum(unit.block.marker == "subject:" for unit in titles) > 1
    usual_gap = median([unit.block.blank_before for unit in titles] or [0])
    ranks: dict[int, float] = {}
    for unit in titles:
        if unit.block.kind == "heading":
            rank = float(unit.block.level or 3)
        elif unit.block.marker == "subject:":
            rank = 3.0 if several else 0.5  # that of the one message is over all that it says
        elif underlined and unit.fence == "=":  # double lines part more than single ones
            rank = min(underlined) - 0.5
        else:
            listed = unit.block.kind == "list item" and (unit.dress not in heading or _begins_list(units, unit.index))
            rank = 8.0 + (unit.block.level if listed else 0)
            rank -= 0.4 * unit.caps + 0.4 * unit.strong + 0.8 * unit.decorated + 0.8 * max(0.0, sizes[unit.index])
            headed = unit.index > 0 and units[unit.index - 1].block.marker.endswith(":")  # the header ends in a gap
            rank -= 0.4 * (unit.block.blank_before > max(1, usual_gap) and not headed) + 1.0 * (unit.index in fenced)
            rank -= 1.0 * (unit.dress in named and unit.part == "whole")
            rank += min(unit.block.indent, 16) / 32
            rank -= 1.0 * (unit.index in bylined)
            rank -= 1.5 * (unit.index in over)
        ranks[unit.index] = rank
    return ranks


def _begins_list(units: Sequence[Unit], index: int) -> bool:
    """Whether a list item stands right before another that no rule parts from it: a rule before it is the list's."""
    unit, after = units[index], units[index + 1] if index + 1 < len(units) else None
    if after is None or not unit.block.kind == after.block.kind == "list item":
        return False
    return unit.fence != after.fence == "" and unit.block.level == after.block.level


def _heading_dresses(titles: Sequence[Unit], announcing: Sequence[float], follows: Sequence[str]) -> set[int]:
    """The dresses of list items under most of which text stands that is no list: numbered titles, as it were."""
    told: dict[int, list[bool]] = defaultdict(list)
    for unit in titles:
        if unit.block.kind == "list item" and unit.part == "whole" and not announcing[unit.index]:
            told[unit.dress].append(follows[unit.index] == "prose")
    return {dress for dress, shares in told.items() if 2 * sum(shares) >= len(shares)}


def _bylined(units: Sequence[Unit], titles: Sequence[Unit]) -> list[int]:
    """The titles with a byline or a date under them; where that is a line of a form, those too with another such."""
    found = {unit.index for unit in titles if has_companion(units, unit.index)}
    if any(units[index + 1].formal for index in found):
        found |= {unit.index for unit in titles if any(line.formal for line in units[unit.index + 1 : unit.index + 2])}
    return sorted(found)


def _companions(places: Sequence[int]) -> frozenset[int]:
    """The titles that have a companion, where more than one have."""
    return frozenset(places) if len(places) >= _COMPANIED else frozenset()


def has_companion(units: Sequence[Unit], index: int) -> bool:
    """Whether a byline or a date stands under a title, and not in the next row of a table than a cell inside of one."""
    unit, after = units[index], units[index + 1] if index + 1 < len(units) else None
    if after is None or after.part == "rest" or not (after.byline or after.dated):
        return False
    celled = unit.block.kind == after.block.kind == "table cell"
    return not (celled and after.block.blank_before > unit.block.blank_before)

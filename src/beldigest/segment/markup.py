"""Cues in what the markup of a page says of its lines: links to places in it, links around several lines, columns."""

from __future__ import annotations

from itertools import groupby, pairwise, takewhile

from beldigest.segment.cue import Cue
from beldigest.segment.strengths import Sights
from beldigest.segment.survey import Survey
from beldigest.segment.units import Unit

#: Links to places further on that make a contents list.
_SEVERAL = 2
#: Links in a row that make a menu, and words that each has at most.
_MENU = 6
_MENU_MOST = 3
#: Characters that the words on a button have at most, and the marks between two buttons.
_BUTTON, _BETWEEN = 16, 4
#: Words that the label of a list has at most.
_LABEL_MOST = 2


def onward(survey: Survey) -> Sights:
    """One of several lines that link to places further on in the document."""
    found = [(unit.index, 1.0) for unit in survey.units if unit.block.onward]
    return found if len(found) >= _SEVERAL else ()


def cards(survey: Survey) -> Sights:
    """A line of a card: a title and running text that are one link, where the text of the stories is none."""
    told = [unit for unit in survey.units if unit.prose >= 0.5]
    if 2 * sum(unit.linked for unit in told) >= len(told):
        return
    for url, run in groupby(survey.units, key=_target):
        lines = list(run)
        if url and len(lines) > 1 and any(unit.prose >= 0.5 for unit in lines):
            yield from ((unit.index, 1.0) for unit in lines)


def buttons(survey: Survey) -> Sights:
    """A line of several links of a word or two each and hardly a character more: the buttons under an entry."""
    for unit in survey.units:
        links = [len(link.span) for link in unit.block.links]
        if len(links) > 1 and max(links) <= _BUTTON and len(unit.block.span) - sum(links) <= _BETWEEN * len(links):
            yield unit.index, 1.0


def menus(survey: Survey) -> Sights:
    """One of many links of a word or two in a row: they lead to parts of a site, and tell nothing."""
    short = [unit.linked and unit.words <= _MENU_MOST for unit in survey.units]
    if sum(short) < _MENU:
        return
    for linked, run in groupby(survey.units, key=lambda unit: short[unit.index]):
        lines = list(run)
        if linked and len(lines) >= _MENU:
            yield from ((unit.index, 1.0) for unit in lines)


def entries_ahead(survey: Survey) -> Sights:
    """One of several entries of a word or two before all text, of a list that names hardly any title after it: a
    menu whose links are lost."""
    ahead = [*takewhile(lambda unit: unit.prose < 0.6, survey.units)]
    if len(ahead) == len(survey.units):
        return
    for listed, run in groupby(ahead, key=lambda unit: unit.block.kind == "list item"):
        entries = list(run)
        named = sum(survey.announcing[unit.index] >= 0.5 or survey.summed[unit.index] > 0 for unit in entries)
        short = all(unit.words <= _MENU_MOST and unit.part == "whole" and not unit.ended for unit in entries)
        several = listed and len(entries) > 1 and survey.follows[entries[-1].index] == "title"
        if several and short and 2 * named < len(entries):
            yield from ((unit.index, 1.0) for unit in entries)


def over_entries(survey: Survey) -> Sights:
    """The line over such entries: the name of the site."""
    entries = {index for index, _ in entries_ahead(survey)}
    return [(index - 1, 1.0) for index in sorted(entries) if index and index - 1 not in entries]


def under_label(survey: Survey) -> Sights:
    """A line of a list under a few words that end in a colon, in a story that a heading heads: it is of its text."""
    labelled = False
    for over, before, unit in zip(survey.units, survey.units[1:], survey.units[2:], strict=False):
        if unit.block.kind != "list item":
            labelled = False
        elif before.block.kind != "list item":
            labelled = before.block.kind == "paragraph" and before.text[-1] in ":：" and over.prose >= 0.6
        if labelled:
            yield unit.index, survey.headed


def under_sources(survey: Survey) -> Sights:
    """A line of a list under a word after a text that says where it comes from."""
    sources = False
    for above, label, unit in zip(survey.units, survey.units[1:], survey.units[2:], strict=False):
        listed = unit.block.kind == "list item"
        if listed and label.block.kind != "list item":
            alone = label.part == "whole" and label.words <= _LABEL_MOST and not label.block.links
            alone = alone and (label.block.kind != "heading" or survey.subordinate[label.index] >= 0.5)
            sources = alone and label.marked("more") != "" and above.prose >= 0.6
        if listed and sources and survey.follows[unit.index] != "prose":
            yield unit.index, 1.0


def after_running_in(survey: Survey) -> Sights:
    """A line of a list right after text that a title in bold runs into, where such titles head several texts: it is of
    that text."""
    heads = [unit.strong and unit.part == "head" and unit.block.kind == "paragraph" for unit in survey.units]
    told = [
        heads[unit.index] and (after.prose >= 0.6 or after.text[-1] in ":：") for unit, after in pairwise(survey.units)
    ]
    if sum(told) <= _SEVERAL:
        return
    listed = False
    for over, before, unit in zip(survey.units, survey.units[1:], survey.units[2:], strict=False):
        if unit.block.kind != "list item":
            listed = False
        elif before.block.kind != "list item":
            listed = told[over.index]
        if listed:
            yield unit.index, 1.0 - survey.boilerplate[unit.index]


def lone_items(survey: Survey) -> Sights:
    """A link that is all of a list, between a text and the next title: where the story is to be read, or more of it."""
    for before, unit, after in zip(survey.units, survey.units[1:], [*survey.units[2:], None], strict=False):
        alone = before.block.kind != "list item" == unit.block.kind and not (after and after.block.kind == "list item")
        if alone and unit.linked and before.prose >= 0.6 and survey.follows[unit.index] in ("title", "text", ""):
            yield unit.index, 1.0


def before_equal(survey: Survey) -> Sights:
    """A heading right before another one of its level: it is over nothing, and names no section."""
    for unit, after in pairwise(survey.units):
        if unit.block.kind == after.block.kind == "heading" and unit.block.level == after.block.level:
            yield unit.index, 1.0 - after.doubled


def over_items(survey: Survey) -> Sights:
    """A heading over items that the format keeps apart: it names what they are of, and is none of them."""
    for index, place in survey.places.items():
        unit = survey.units[index]
        if unit.block.kind == "heading" and not unit.block.group:
            under = {inner.block.group for inner in survey.units[index + 1 : place.end]} - {0}
            yield index, float(len(under) > 1)


def before_items(survey: Survey) -> Sights:
    """What stands between such a heading and the first title under it: the note with which an issue begins."""
    for index, over in over_items(survey):
        if over and (children := survey.places[index].children):
            yield from ((between, 1.0) for between in range(index + 1, children[0]))


def _target(unit: Unit) -> str:
    """Where a line links to that is a link as a whole; an empty string for others."""
    return unit.block.links[0].url if unit.linked and not unit.address else ""


MARKUP: tuple[Cue, ...] = (
    Cue(
        "a link to a place further on in the document",
        onward,
        {"lead": 3.5, "headline": -3.0, "item": -3.0, "section": -1.5, "body": -1.0},
    ),
    Cue(
        "nothing but links of a word or two",
        buttons,
        {"boilerplate": 2.5, "interruption": 2.5, "body": -2.0, "item": -2.0, "headline": -2.0, "section": -2.0},
    ),
    Cue(
        "one of many links of a word or two",
        menus,
        {"boilerplate": 3.0, "interruption": 3.0, "item": -2.5, "headline": -2.5, "section": -2.5},
    ),
    Cue(
        "one of several entries of a word or two before all text",
        entries_ahead,
        {"boilerplate": 3.0, "item": -3.0, "headline": -3.0, "lead": -3.0},
    ),
    Cue("over such entries", over_entries, {"title": 1.5, "section": -4.0, "headline": -4.0}),
    Cue(
        "part of a card that is one link, where texts are none",
        cards,
        {"boilerplate": 4.0, "interruption": 4.0, "headline": -3.0, "section": -3.0, "item": -3.0},
    ),
    Cue(
        "in a list of the sources of a text",
        under_sources,
        {"apparatus": 5.0, "item": -4.0, "headline": -4.0, "body": -2.0},
    ),
    Cue("a link that is all of a list after a text", lone_items, {"apparatus": 3.0, "section": -4.0, "headline": -3.0}),
    Cue("a heading of its level follows at once", before_equal, {"section": -3.0}),
    Cue("over items that the format keeps apart", over_items, {"section": 3.0, "headline": -3.0, "body": -2.0}),
    Cue(
        "between what is over such items and the first title in it",
        before_items,
        {"boilerplate": 2.5, "interruption": 2.5, "body": -1.5},
    ),
    Cue(
        "in a list after text that a title runs into",
        after_running_in,
        {"body": 2.5, "item": -2.5, "headline": -2.5},
    ),
    Cue("in a list under a label in a story", under_label, {"body": 2.5, "item": -2.5, "headline": -2.5}),
    Cue(
        "in a narrow column beside the text",
        lambda s: [(u.index, 1.0) for u in s.units if u.block.region == "column"],
        {"boilerplate": 2.5, "interruption": 2.5, "headline": -1.0, "section": -1.0, "body": -1.5},
    ),
)

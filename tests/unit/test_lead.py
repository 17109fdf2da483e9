"""Which story a line of the lead announces."""

from __future__ import annotations

import pytest

from beldigest.resolve.lead import link

_STORIES = [
    ("Port of Odesta reopens as strike ends", ["Cranes moved again on Tuesday after dockers had stopped work."]),
    ("Central bank leaves rate unchanged", ["The bank kept its main rate at 6.5 percent for a third month."]),
    ("Court halts dam on the Lirna", ["An administrative court has stopped the building of a dam."]),
    ("", ["Unemployment fell to 5.1 percent in March, the lowest figure in nine years."]),
]


@pytest.mark.parametrize(
    ("line", "story"),
    [
        ("Dockers end their strike, port of Odesta opens.", 0),
        ("The central bank does not touch its rate.", 1),
        ("A dam on the Lirna river is stopped by a court.", 2),
        ("Unemployment in March at its lowest in nine years.", 3),
        ("A museum of glass opens its doors.", None),
    ],
)
def test_a_line_finds_its_story_in_other_words(line: str, story: int | None) -> None:
    assert link([line], _STORIES) == [story]


def test_of_two_copies_each_line_takes_the_next() -> None:
    copies = [("Port reopens after strike", ["Words."]), ("Port reopens after strike", ["Words."])]
    assert link(["Port reopens after strike", "Port reopens after strike"], copies) == [0, 1]


def test_nothing_to_link() -> None:
    assert link([], _STORIES) == []
    assert link(["Port reopens"], []) == [None]
    assert link(["", "..."], _STORIES) == [None, None]


def test_a_label_leads_to_the_story_under_that_title() -> None:
    stories = [("Parties banned", ["A decree."]), ("Displacement", ["Thousands fled."]), ("Mine seized", ["Uranium."])]
    sections = ["Mali", "Niger", "Niger"]
    assert link(["Niger: Something else entirely happened."], stories, sections) == [1]
    assert link(["Niger: The uranium mine was seized."], stories, sections) == [2]
    assert link(["Chad: Something else entirely happened."], stories, sections) == [None]
    assert link(["Displacement: more of it."], stories) == [1]


def test_a_line_left_over_announces_the_story_left_over_at_its_place() -> None:
    lines = [
        "Dockers end their strike, port of Odesta opens.",
        "Cheap money stays away for a third month.",
        "Dam stopped.",
    ]
    assert link(lines, _STORIES) == [0, 1, 2]
    assert link([lines[0], "A museum of glass opens its doors.", lines[2]], _STORIES) == [0, None, 2]
    assert link([lines[2], lines[1], lines[0]], _STORIES) == [2, None, 0]

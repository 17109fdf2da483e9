"""The index: its answers, its file, and what happens when writing or reading goes wrong."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import attrs
import pytest

import beldigest
from beldigest import InputError, OptionError, OutputError
from beldigest.dedup import DuplicateOptions, StoryIndex, StoryText

HARBOUR = StoryText(
    "Cracks close berths",
    "The harbour authority of Velmora closed two of its five berths on Tuesday after divers found cracks in the wall. "
    "Ships with grain will be sent to Port Ostrand until the wall is repaired, which may take three months.",
)
SHORTER = StoryText("Berths closed", HARBOUR.text.split(". ")[0] + ".")
STRIKE = StoryText(
    "Teachers strike",
    "Teachers in the northern districts walked out on Wednesday and demanded the wages owed to them since October. "
    "About 400 schools stayed closed, according to the union, and parents were asked to keep children at home.",
)


@pytest.fixture
def index() -> StoryIndex:
    index = StoryIndex()
    index.add([("a", HARBOUR), ("b", STRIKE)])
    return index


def test_it_answers_what_is_the_same(index: StoryIndex) -> None:
    assert [(match.key, match.verdict.kind) for match in index.ask(SHORTER)] == [("a", "contained")]
    assert [(match.key, match.verdict.kind) for match in index.ask(STRIKE)] == [("b", "exact")]
    assert index.ask(StoryText("", "")) == ()
    assert index.groups() == ()
    index.add([("c", SHORTER)])
    assert index.groups() == (("a", "c"),)
    assert [match.key for match in index.ask(HARBOUR)] == ["a", "c"]
    assert len(index) == 3 and "c" in index and "d" not in index


def test_a_parsed_story_is_known_by_its_own_day_or_that_of_its_briefing() -> None:
    briefing = beldigest.parse(f"{STRIKE.headline}\n{STRIKE.text}\n", published="2024-03-08")
    (story,) = briefing.stories
    assert StoryText.of(story, briefing) == attrs.evolve(STRIKE, published=dt.date(2024, 3, 8))
    own = attrs.evolve(story, published=beldigest.When("", "2024-03-05", dt.date(2024, 3, 5), dt.date(2024, 3, 5)))
    assert StoryText.of(own, briefing).published == dt.date(2024, 3, 5)


def test_many_stories_are_asked_as_a_few_are() -> None:
    few, many = StoryIndex(), StoryIndex()
    stories = [
        StoryText(
            "",
            f"On day {day} the pilot of Velmora counted {day * 7} ships, {day * 3} of them with grain, and "
            f"{'the wind came from the north' if day % 2 else 'nobody could say when the fog would lift'}.",
        )
        for day in range(1, 600)
    ]
    keyed = [(str(number), story) for number, story in enumerate(stories)]
    many.add(keyed)
    for start in range(0, len(keyed), 50):
        few.add(keyed[start : start + 50])
        few.ask(stories[0])
    for story in stories[::40]:
        assert [match.key for match in few.ask(story)] == [match.key for match in many.ask(story)]


def test_windows_hold_for_questions_too() -> None:
    index = StoryIndex(DuplicateOptions(within_days=2))
    index.add([("a", StoryText("", HARBOUR.text, dt.date(2024, 3, 1)))])
    assert index.ask(StoryText("", HARBOUR.text, dt.date(2024, 3, 3)))
    assert not index.ask(StoryText("", HARBOUR.text, dt.date(2024, 3, 4)))
    assert index.ask(StoryText("", HARBOUR.text))


def test_a_story_added_again_is_passed_over(index: StoryIndex) -> None:
    index.add([("c", SHORTER), ("a", HARBOUR), ("c", SHORTER)])
    assert len(index) == 3
    assert index.groups() == (("a", "c"),)


def test_a_key_names_one_story(index: StoryIndex) -> None:
    for batch in ([("c", SHORTER), ("a", STRIKE)], [("c", SHORTER), ("c", STRIKE)]):
        with pytest.raises(OptionError, match="the key"):
            index.add(batch)
    assert len(index) == 2


def test_it_is_saved_and_opened(index: StoryIndex, tmp_path: Path) -> None:
    path = tmp_path / "stories.index"
    index.save(path)
    again = StoryIndex.open(path)
    again.add([("c", SHORTER), ("b", STRIKE)])
    assert again.groups() == (("a", "c"),)
    again.save(path)
    assert StoryIndex.open(path).ask(HARBOUR) == again.ask(HARBOUR)
    assert [entry.name for entry in tmp_path.iterdir()] == ["stories.index"]


def test_options_and_language_are_saved(tmp_path: Path) -> None:
    path = tmp_path / "stories.index"
    StoryIndex(DuplicateOptions("strict", 3, "other"), "en").save(path)
    again = StoryIndex.open(path)
    assert again.options == DuplicateOptions("strict", 3, "other") and again.language == "en" and len(again) == 0


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_crash_while_it_is_saved_leaves_the_old_one(
    index: StoryIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "stories.index"
    index.save(path)
    index.add([("c", SHORTER)])

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os if step == "fsync" else Path, step, crash)
        with pytest.raises(KeyboardInterrupt):
            index.save(path)
    assert len(StoryIndex.open(path)) == 2
    index.save(path)
    assert len(StoryIndex.open(path)) == 3


def test_what_a_dead_process_left_beside_it_does_no_harm(index: StoryIndex, tmp_path: Path) -> None:
    path = tmp_path / "stories.index"
    index.save(path)
    (tmp_path / ".stories.index.1.new").write_bytes(path.read_bytes()[:40])
    assert len(StoryIndex.open(path)) == 2


def test_a_damaged_file_is_told_from_a_whole_one(index: StoryIndex, tmp_path: Path) -> None:
    path = tmp_path / "stories.index"
    index.save(path)
    whole = path.read_bytes()
    for end in range(0, len(whole), 7):
        path.write_bytes(whole[:end])
        with pytest.raises(InputError):
            StoryIndex.open(path)
    for at in range(0, len(whole), 5):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(InputError):
            StoryIndex.open(path)


def test_errors_say_what_is_wrong(index: StoryIndex, tmp_path: Path) -> None:
    path = tmp_path / "stories.index"
    with pytest.raises(InputError, match=r"stories\.index: cannot be read"):
        StoryIndex.open(path)
    path.write_text("a letter")
    with pytest.raises(InputError, match="is no index"):
        StoryIndex.open(path)
    index.save(path)
    path.write_bytes(path.read_bytes().replace(b"index 1\n", b"index 7\n", 1))
    with pytest.raises(InputError, match="is an index of version 7, not 1; build the index anew"):
        StoryIndex.open(path)
    for folder, said in ((tmp_path / "nowhere", "make the folder"), (path, "not a directory")):
        with pytest.raises(OutputError, match=f"cannot be written: .*{said}"):
            index.save(folder / "stories.index")
    with pytest.raises(OutputError, match="'': is no name of a file"):
        index.save("")

"""The same digest as people paste it: twice, quoted, with other line ends and spaces. Its stories stay the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import beldigest

ROOT = Path(__file__).parents[2]
DIGESTS = (ROOT / "examples" / "letter.txt", *sorted((ROOT / "tests" / "fixtures" / "pastes").glob("*.txt")))

PASTES: dict[str, Callable[[str], str]] = {
    "with Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "with old Macintosh line ends": lambda text: text.replace("\n", "\r"),
    "with an empty line after each line": lambda text: text.replace("\n", "\n\n"),
    "without empty lines": lambda text: "\n".join(line for line in text.split("\n") if line),
    "with spaces at the ends": lambda text: text.replace("\n", "   \n"),
    "set in": lambda text: "\n".join(f"    {line}" for line in text.split("\n")),
    "quoted": lambda text: "\n".join(f"> {line}" for line in text.split("\n")),
    "with no-break spaces": lambda text: text.replace(" ", "\u00a0"),
}


@pytest.mark.parametrize("paste", PASTES.values(), ids=PASTES)
@pytest.mark.parametrize("digest", DIGESTS, ids=lambda path: path.stem)
def test_a_paste_has_the_stories_of_the_digest(digest: Path, paste: Callable[[str], str]) -> None:
    text = digest.read_text("utf-8")
    assert _headlines(paste(text)) == _headlines(text)


@pytest.mark.parametrize("between", ["", "\n\n"], ids=["at once", "after an empty line"])
@pytest.mark.parametrize("digest", DIGESTS, ids=lambda path: path.stem)
def test_a_digest_pasted_twice_folds_into_its_stories(digest: Path, between: str) -> None:
    text = digest.read_text("utf-8")
    once, twice = beldigest.parse(text), beldigest.parse(text + between + text)
    assert [story.paragraphs[0].text for story in twice.stories] == [s.paragraphs[0].text for s in once.stories]
    assert all(any(found.kind == "exact" for found in story.duplicates) for story in twice.stories)


def _headlines(text: str) -> list[str]:
    return [" ".join(story.headline.split()) for story in beldigest.parse(text).stories]

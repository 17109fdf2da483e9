"""Pairs of stories in prose, with the verdict that is due."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from beldigest import OptionError
from beldigest.dedup import DuplicateOptions, StoryText, signatures, verify

FIXTURES = Path(__file__).parents[1] / "fixtures" / "dedup" / "pairs.txt"
CASE = re.compile(r"^# (.+)\n(?s:(.+?))\n---\n(?s:(.+?))\n=> (.+)$", re.M)
CASES = [(match[1], match[2], match[3], match[4]) for match in CASE.finditer(FIXTURES.read_text("utf-8"))]


@pytest.mark.parametrize(("first", "second", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_verdict(first: str, second: str, expected: str) -> None:
    both = signatures([StoryText("", first), StoryText("", second)])
    (verdict,) = verify(both, [(0, 1)])
    assert (verdict.kind or "different") == expected, verdict.reason


def test_every_case_was_read() -> None:
    assert len(CASES) == FIXTURES.read_text("utf-8").count("\n# ")


def test_strictness_is_an_order() -> None:
    both = [signatures([StoryText("", first), StoryText("", second)]) for _, first, second, _ in CASES]
    same = {
        strictness: {at for at, each in enumerate(both) if verify(each, [(0, 1)], DuplicateOptions(strictness))[0].kind}
        for strictness in ("strict", "normal", "loose")
    }
    assert same["strict"] < same["normal"] <= same["loose"]


@pytest.mark.parametrize("wrong", [{"strictness": "very"}, {"publishers": "none"}])
def test_options_that_nothing_understands_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(OptionError, match="it is one of"):
        DuplicateOptions(**wrong)


def test_pairs_may_come_one_by_one() -> None:
    same = signatures(
        [
            StoryText("Rain", "It rained in the valley for a week."),
            StoryText("Rain", "It rained in the valley for a week."),
        ]
    )
    pairs = [(0, 1), (1, 0)]
    assert verify(same, iter(pairs)) == verify(same, pairs)


@pytest.mark.parametrize("pair", [(0, 2), (-1, 0), (0,), 0, ("a", 0)])
def test_a_pair_that_is_none_is_one_sentence(pair: Any) -> None:
    both = signatures([StoryText("Rain", "It rained."), StoryText("Snow", "It snowed.")])
    with pytest.raises(OptionError, match="there are 2 of them"):
        verify(both, [(0, 1), pair])

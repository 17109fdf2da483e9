"""Temporal expressions, written as prose: a title, a text, and what is found in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from beldigest import DateMention, find_dates
from beldigest.mentions import dates
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import Mentions

FIXTURES = Path(__file__).parent.parent / "fixtures" / "dates"
PUBLISHED = dt.date(2024, 3, 20)


def blocks() -> Iterator[object]:
    for path in sorted(FIXTURES.glob("*.txt")):
        lines = path.read_text("utf-8").splitlines()
        text = "\n".join(line for line in lines if not line.startswith("#"))
        published = None if path.stem == "narrative" else PUBLISHED
        for block in text.strip().split("\n\n"):
            title, prose, *expected = block.strip().split("\n")
            yield pytest.param(published, prose, expected, id=f"{path.stem}: {title}")


def told(text: str, mention: DateMention) -> str:
    words = mention.span.of(text)
    line = f"=> {words}: {mention.type} {mention.timex or '-'}"
    if mention.when is not None:
        line += f" = {mention.when.edtf or '?'}"
        line += f" [{mention.when.text}]" if mention.when.text != words else ""
    return line


@pytest.mark.parametrize(("published", "text", "expected"), list(blocks()))
def test_expressions(published: dt.date | None, text: str, expected: list[str]) -> None:
    found = [told(text, mention) for mention in find_dates(text, published=published)]
    assert (found or ["=> nothing"]) == expected


def test_the_anchor_can_be_chosen() -> None:
    text = "The treaty was signed on 5 May 1987. In June it was broken."
    in_news = find_dates(text, published=PUBLISHED, anchor="published")
    in_history = find_dates(text, published=PUBLISHED, anchor="narrative")
    assert [mention.timex for mention in in_news] == ["1987-05-05", "2023-06"]
    assert [mention.timex for mention in in_history] == ["1987-05-05", "1987-06"]


def test_a_history_begins_with_the_first_year_that_it_names() -> None:
    text = "In March the harvest failed. By September 1846 there was famine."
    found = find_dates(text, anchor="narrative")
    assert [mention.timex for mention in found] == ["1846-03", "1846-09"]


def test_a_short_history_begins_with_an_old_date() -> None:
    history = "In the autumn of 1627 the port was shut. The town had risen on 9 May. In June 1628 a fleet came. "
    history += "The keeper lived until 1654. Today a tower stands there."
    found = [mention.timex for mention in find_dates(history, published=PUBLISHED)]
    assert found == ["1627-FA", "1627-05-09", "1628-06", "1654", "PRESENT_REF"]
    news = "In the autumn of 1997 the port was shut. It opened on Monday. It was rebuilt in June 1998. Today it rains."
    found = [mention.timex for mention in find_dates(news, published=PUBLISHED)]
    assert found == ["1997-FA", "2024-03-18", "1998-06", "2024-03-20"]


def test_a_history_looks_back_from_its_day_of_writing_too() -> None:
    text = "She was born in May 1921. The next year they moved. Last Christmas she fell ill; she died four days ago."
    found = find_dates(text, published=PUBLISHED, anchor="narrative")
    assert [mention.timex for mention in found] == ["1921-05", "1922", "2023-12-25", "2024-03-16"]


def test_what_counts_from_the_text_counts_from_the_paragraph_before() -> None:
    text = "The bridge shut on March 4.\nThe following day the ferry sank. Repairs will last until the end of the year."
    found = find_dates(text, published=PUBLISHED)
    assert [mention.timex for mention in found] == ["2024-03-04", "2024-03-05", "2024"]
    assert [mention.when and mention.when.anchor for mention in found] == ["2024-03-20", "2024-03-04", "2024-03-05"]


def test_what_an_expression_is_counted_from_is_told() -> None:
    text = "It was agreed on 5 May 2019 and broken last month."
    full, relative = (mention.when for mention in find_dates(text, published=PUBLISHED))
    assert full is not None and full.anchor is None
    assert relative is not None and relative.anchor == "2024-03-20"


def test_an_evening_is_that_of_the_day_told_of_lately() -> None:
    in_the_evening = "The keeper was freed in the evening."
    for day, evening in (("on Monday", "2024-03-18TEV"), ("on 5 February", "2024-03-20TEV"), ("", "2024-03-20TEV")):
        found = find_dates(f"The mill burnt down {day}.\n{in_the_evening}", published=PUBLISHED)
        assert found[-1].timex == evening
    found = find_dates(f"The mill burnt down on Monday.\nNobody was hurt. {in_the_evening}", published=PUBLISHED)
    assert found[-1].timex == "2024-03-20TEV"


def test_what_is_counted_from_a_named_day_is_as_complete_as_that() -> None:
    text = "He left two years after May 9, 2019, and came back the day after Christmas."
    complete, relative = (mention.when for mention in find_dates(text, published=PUBLISHED))
    assert complete is not None and (complete.edtf, complete.anchor) == ("2021", None)
    assert relative is not None and (relative.edtf, relative.anchor) == ("2023-12-26", "2024-03-20")


@pytest.mark.parametrize(
    ("words", "approximate", "uncertain", "edtf"),
    [
        ("around 2015", True, False, "2015~"),
        ("about two years ago", True, False, "2022~"),
        ("in fiscal 2021", True, False, "2021~"),
        ("less than a month ago", True, False, "2024-02~"),
        ("01/02/2021", False, True, "2021-01-02?"),
        ("2015", False, False, "2015"),
    ],
)
def test_qualifiers(words: str, approximate: bool, uncertain: bool, edtf: str) -> None:
    (mention,) = find_dates(f"It was built {words}.", published=PUBLISHED)
    assert mention.when is not None
    assert (mention.when.approximate, mention.when.uncertain, mention.when.edtf) == (approximate, uncertain, edtf)


def test_a_passage_with_a_day_of_its_own_is_counted_from_it() -> None:
    text = "They met yesterday.\nThey met yesterday."
    first, second = Reading.of(text).passages[0].paragraphs
    passages = (Passage((first,)), Passage((second,), published=dt.date(2024, 1, 10)))
    reading = Reading.over(text, passages, published=PUBLISHED)
    assert [mention.timex for mention in dates.find(reading, Mentions())] == ["2024-03-19", "2024-01-09"]

"""The calculus of EDTF, the inference of the day of publication, and mastheads."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from beldigest.errors import OptionError
from beldigest.mentions.dates import edtf, find, published
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import Mentions
from beldigest.model import Span


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("18XX", "1800-01-01", "1899-12-31", "century"),
        ("2023-24", "2023-12-01", "2024-02-29", "season"),
        ("2023-36", "2023-10-01", "2023-12-31", "quarter"),
        ("2023-41", "2023-07-01", "2023-12-31", "half"),
        ("2024-03-20T14:30:00", "2024-03-20", "2024-03-20", "second"),
        ("2024-03-04/2024-03-10", "2024-03-04", "2024-03-10", "interval"),
        ("2024~/..", "2024-01-01", None, "interval"),
        ("-0489", None, None, "year"),
    ],
)
def test_bounds(value: str, first: str | None, last: str | None, precision: str) -> None:
    when = edtf.parsed(value)
    assert when.first == (dt.date.fromisoformat(first) if first else None)
    assert when.last == (dt.date.fromisoformat(last) if last else None)
    assert when.precision == precision


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-24", "2023-12/2024-02"),
        ("2023-35", "2023-07/2023-09"),
        ("-0010-40", "-0010-01/-0010-06"),
        ("9999-24", "9999-12/9999-12"),
        ("2023-03", "2023-03"),
        ("199X", "199X"),
    ],
)
def test_groupings_as_months(value: str, expected: str) -> None:
    assert edtf.in_months(value) == expected


def test_forms_beyond_the_subset_are_read_too() -> None:
    when = edtf.parsed("[1667, 1668]")
    assert (when.first, when.last) == (dt.date(1667, 1, 1), dt.date(1668, 12, 31))


@pytest.mark.parametrize("value", ["", "soon", "2024-13", "2024-02-30", "20-24"])
def test_what_is_no_edtf_is_refused(value: str) -> None:
    with pytest.raises(OptionError, match="no EDTF date"):
        edtf.parsed(value)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Issue 12 | Friday, 21 March 2025", "2025-03-21"),
        ("THE WEEKLY - MARCH 21, 2025", "2025-03-21"),
        ("Week of March 2025", "2025-03"),
        ("No. 88, 1–15 February 2026", "2026-02-15"),
        ("21/04/25", None),
    ],
)
def test_the_date_of_a_masthead(line: str, expected: str | None) -> None:
    when = published.stated(line, Span(0, len(line)), "en")
    assert (when.edtf if when else None) == expected


NEWS = """A minister resigned on October 3, months after he was named to the post in February 2023.
On October 5 the opposition called for a vote, which will be held on November 20.
The plant, built in 1987, has lost money since 2021. On October 6 its workers walked out."""


def test_the_month_of_publication_is_inferred() -> None:
    when = published.inferred(Reading.of(NEWS))
    assert when is not None
    assert when.edtf == "2023-10"
    assert when.span is not None and when.span.of(NEWS) == "October 6"


@pytest.mark.parametrize(
    ("head", "edtf"),
    [
        ("The Harbour Review, May 2021", "2021-05"),
        ("THE HARBOUR REVIEW\nNo. 5 (61), May 2021", "2021-05"),
        ("The Harbour Review (3 May 2021)", "2021-05-03"),
    ],
)
def test_what_the_masthead_says_comes_first(head: str, edtf: str) -> None:
    when = published.inferred(Reading.of(f"{head}\n\nOn 20 April 2020 the pier burned. On 12 June it opened again."))
    assert when is not None and when.edtf == edtf


def test_a_headline_that_tells_of_a_month_is_no_masthead() -> None:
    when = published.inferred(Reading.of("Pier to close in May 2021\n\nThe council decided so on Monday."))
    assert when is None or when.edtf != "2021-05"


def test_a_weekday_tells_the_year_after_the_latest_one_written() -> None:
    text = """The pier closed on Tuesday, February 10, and a day later, on February 11, its owner filed for bankruptcy.
It had been sold in January 2025. On February 12 the council met."""
    when = published.inferred(Reading.of(text))
    assert when is not None and when.edtf == "2026-02"


def test_dates_are_placed_by_an_inferred_month() -> None:
    reading = attrs.evolve(Reading.of(NEWS + "\nIt rained yesterday."), published_edtf="2023-10")
    found = [(mention.span.of(reading.text), mention.timex) for mention in find(reading, Mentions())]
    assert ("October 5", "2023-10-05") in found
    assert ("November 20", "2023-11-20") in found
    assert ("yesterday", "XXXX-XX-XX") in found


@pytest.mark.parametrize(
    "text",
    [
        "Nothing is dated here.",
        "On 7 August the town fell. On 10 October it was freed, and on 3 January burned again. All that was in 1652.",
        "It happened on March 3.",
        "On March 3 the mill closed, on March 4 the bank, and on March 9 the school, which was built in January 2019.",
        "They were sentenced on 20 May 2021. One of them ended a hunger strike on 12 April.",
    ],
)
def test_nothing_is_inferred_from_too_little(text: str) -> None:
    assert published.inferred(Reading.of(text)) is None

"""Figures of a passage: the time that its clause gives, and the speaker whose words it is in."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import attrs
import pytest

from beldigest.mentions import dates
from beldigest.mentions import figures as recogniser
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import Mentions
from beldigest.model import Citation, Figure, Span
from beldigest.resolve.figures import figures


def resolved(text: str, *citations: Citation) -> list[Figure]:
    reading = Reading.of(text, published=dt.date(2025, 3, 21))
    mentions = Mentions().plus(dates.find(reading, Mentions()))
    mentions = mentions.plus(recogniser.find(reading, mentions))
    return list(figures(reading, reading.passages[0], mentions, citations))


def said(text: str, words: str, speaker: str | None) -> Citation:
    start = text.index(words)
    content = Span(start, start + len(words))
    return Citation(id="", kind="indirect statement", span=content, content=(content,), speaker=speaker)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 2023 the port shipped 400 tons of salt.", ["2023"]),
        ("The port shipped 400 tons of salt in 2023.", ["2023"]),
        ("The port shipped 400 tons of salt, 14% less than in 2022.", [None, None]),
        ("In 2023 the port shipped 400 tons of salt — 14% less than in 2022 — and 30 boats.", ["2023"] * 3),
        ("In 2021 the port shipped 400 tons and in 2023 it shipped 500 tons.", ["2021", "2023"]),
        ("It opened in 2019. The port shipped 400 tons of salt.", [None]),
        ("The port shipped 400 tons of salt; it closed in 2023.", [None]),
        ("The port dropped a fee of 4% until May 2026.", [None]),
        ("In 2023 the port shipped 400 tons of salt; the pier has 12 berths.", ["2023", None]),
        (
            "The port shipped 400 tons in 2023, the least in 18 years and a third of the 1,200 shipped.",
            ["2023"] + [None] * 3,
        ),
        ("The port shipped 400 tons in 2023, its worst year since the war, and 30 boats sank.", ["2023", "2023"]),
        ("After the disputed 2020 elections the port shipped 400 tons of salt.", [None]),
        ("Unrest fell to 7.5% in 2024 from 9% in 2023.", ["2024", "2023"]),
        ("The toll rose from 40 boats lost in 2019 to 60 boats in 2022.", ["2019", "2022"]),
        ("In 2024 a levy of 3%, up from 2% in 2021, was paid.", ["2024", "2021"]),
        ("Support is 61%, up from 54% in 2021.", [None, "2021"]),
        ("In 2024 the port shipped 400 tons, compared with 63 in 2022.", ["2024", "2022"]),
        ("The share rose to 9% in 2024 from 7%.", ["2024", None]),
        ("It fell below 2022's 39% and the 2021 total of 500 tons.", ["2022", "2021"]),
        ("In 2024 sailors from 8 countries came.", ["2024"]),
        ("The port shipped 400 tons, which had lain there since 2021.", [None]),
        ("Some 320 men were held since June 2020.", ["2020-06/.."]),
        ("The war, which broke out in 2023, has displaced 11 million people.", [None]),
        ("In 2024 the war, which broke out in 2023, displaced 11 million people.", ["2024"]),
        ("The port shipped 400 tons in 2024, 8% fewer than a year earlier.", ["2024", "2024"]),
        ("The port shipped 400 tons from the pier in the first half of July 2023.", ["2023-07-01/2023-07-15"]),
        ("The port shipped 400 tons from the pier between May and July 2023.", ["2023-05/2023-07"]),
        ("Kowal, 61, led the port in 2019.", [None]),
        ("The port shipped 400 tons in the first nine months of 2023.", ["2023-01/2023-09", None]),
        ("The port pays 400 tons of salt for the pier from 2019 on.", ["2019/.."]),
        ("Since at least 2019 the port has shipped 400 tons.", ["2019/.."]),
        ("The port shipped 400 tons, its largest load since March 2021.", [None]),
        ("In 2024 the port shipped 400 tons, the most since 2021.", ["2024"]),
        ("The port shipped 400 tons, a rise of 7% on 2022.", [None, None]),
        ("The port shipped 7% on 2023-05-04.", ["2023-05-04"]),
        ("The protest at the port has drawn 400 men since 2021.", ["2021/.."]),
    ],
)
def test_as_of(text: str, years: list[str | None]) -> None:
    assert [figure.as_of.edtf if figure.as_of else None for figure in resolved(text)] == years


def test_the_speaker_is_that_of_the_citation_around_the_number() -> None:
    text = "Kowal said 12 boats sank, and Novak that 30 men drowned. Some 50 swam."
    (boats, men, swam) = resolved(
        text, said(text, "12 boats sank", "kowal"), said(text, "that 30 men drowned", "novak")
    )
    assert (boats.speaker, men.speaker, swam.speaker) == ("kowal", "novak", None)


def test_the_shortest_of_nested_citations_counts() -> None:
    text = "Kowal said that Novak counted 12 boats."
    outer, inner = said(text, "that Novak counted 12 boats", "kowal"), said(text, "12 boats", "novak")
    (figure,) = resolved(text, outer, inner)
    assert figure.speaker == "novak"


def test_a_time_that_goes_on_has_no_last_day_and_is_told_with_its_word() -> None:
    (figure,) = resolved("Some 320 men were held since June 2020.")
    assert figure.as_of is not None and figure.as_of.span is not None
    assert (figure.as_of.text, figure.as_of.first, figure.as_of.last) == ("since June 2020", dt.date(2020, 6, 1), None)
    assert figure.as_of.span == Span(23, 38)


def test_a_date_in_what_was_said_is_none_of_the_speakers() -> None:
    text = "Some 30 men drowned in June 2020, two diplomats said."
    citation = attrs.evolve(said(text, "Some 30 men drowned in June 2020", None), speaker_span=Span(34, 47))
    men, diplomats = resolved(text, citation)
    assert men.as_of is not None and diplomats.as_of is None


def test_a_speaker_who_is_not_resolved_is_none() -> None:
    text = "He said that 12 boats sank."
    (figure,) = resolved(text, said(text, "that 12 boats sank", None))
    assert figure.speaker is None


def test_what_is_counted_is_told_with_wrapped_lines_joined() -> None:
    reading = Reading.over("Some 12 fishing\nboats sank.", Reading.of("Some 12 fishing boats sank.").passages)
    mentions = Mentions().plus(recogniser.find(reading, Mentions()))
    (figure,) = figures(reading, reading.passages[0], mentions, ())
    assert (figure.value, figure.bound, figure.counted) == (Decimal(12), "about", "fishing boats")
    assert figure.counted_span is not None
    assert figure.counted_span.of("Some 12 fishing\nboats sank.") == "fishing\nboats"


def test_a_name_or_a_date_that_was_found_holds_no_figure() -> None:
    text = "Channel 24 showed 12 boats on 3 May 2021, three days later and for two hours."
    reading = Reading.of(text, published=dt.date(2025, 3, 21))
    found = Mentions().plus(dates.find(reading, Mentions()))
    values = [figure.number.of(text) for figure in recogniser.find(reading, found)]
    assert "12" in values and "two" in values
    assert not {"24", "3", "2021"} & set(values)

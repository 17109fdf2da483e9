"""Dates, figures and speakers in words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beldigest import Actor, Briefing, Citation, Figure, Source, Span, When
from beldigest_markdown.speakers import Speakers
from beldigest_markdown.wording import date, figure


def when(first: str | None, last: str | None, **more: Any) -> When:
    ends = (dt.date.fromisoformat(each) if each else None for each in (first, last))
    return When("the words", more.pop("edtf", "x"), *ends, **more)


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2025-05-09", "2025-05-09", "9 May 2025"),
        ("2025-05-01", "2025-05-07", "1 to 7 May 2025"),
        ("2025-04-28", "2025-05-03", "28 April to 3 May 2025"),
        ("2024-12-30", "2025-01-02", "30 December 2024 to 2 January 2025"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2023-02-01", "2023-02-28", "February 2023"),
        ("2024-02-01", "2024-02-28", "1 to 28 February 2024"),
        ("2025-01-01", "2025-03-31", "January to March 2025"),
        ("2024-12-01", "2025-02-28", "December 2024 to February 2025"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2010-01-01", "2019-12-31", "2010 to 2019"),
        ("9999-12-01", "9999-12-31", "December 9999"),
        ("2025-05-09", None, "from 9 May 2025"),
        (None, "2025-05-09", "until 9 May 2025"),
        (None, None, "the words"),
    ],
)
def test_a_date_is_no_more_precise_than_it_is_known(first: str | None, last: str | None, shown: str) -> None:
    assert date(when(first, last)) == shown


@pytest.mark.parametrize(
    ("first", "last", "edtf", "shown"),
    [
        ("2025-01-01", None, "2025/..", "from 2025"),
        ("2025-07-01", None, "2025-07/..", "from July 2025"),
        ("2025-07-01", None, "2025-07-01/..", "from 1 July 2025"),
        (None, "2025-07-31", "../2025-07~", "until July 2025"),
        (None, "2025-12-31", "../2025", "until 2025"),
        (None, "2025-08-31", "../2025-22", "until 31 August 2025"),
    ],
)
def test_an_open_period_is_no_more_precise_than_its_end(
    first: str | None, last: str | None, edtf: str, shown: str
) -> None:
    assert date(when(first, last, edtf=edtf)) == shown


def test_a_date_says_how_sure_it_is() -> None:
    assert date(when("2024-01-01", "2024-12-31", approximate=True)) == "about 2024"
    assert date(when("2024-01-01", "2024-12-31", uncertain=True)) == "2024 (uncertain)"


def test_a_date_has_its_time_of_day() -> None:
    assert date(when("2024-05-09", "2024-05-09", edtf="2024-05-09T14:30")) == "9 May 2024, 14:30"


@given(st.dates(), st.dates())
def test_stretches_that_differ_are_told_differently(one: dt.date, other: dt.date) -> None:
    first, last = min(one, other), max(one, other)
    shown = date(When("x", "x", first, last))
    assert (" to " in shown) <= (first != last)
    assert shown != date(When("x", "x", first, first)) or first == last


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"bound": "at least", "counted": "*ships*"}, "at least **1,400** \\*ships\\*"),
        ({"as_of": when("2025-05-09", "2025-05-09")}, "**1,400** · 9 May 2025"),
        ({"as_of": when(None, "2025-09-30", edtf="../2025-09")}, "**1,400** · until September 2025"),
        ({"as_of": When("some *day*")}, "**1,400** · some \\*day\\*"),
    ],
)
def test_a_figure_has_its_amount_bold_and_the_day_that_it_holds_for(fields: dict[str, Any], shown: str) -> None:
    assert figure(Figure("f", Span(0, 5), Decimal(1400), **fields)) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Irena Solano", "[Irena Solano]"),
        ("Solano", "[Irena Solano]"),
        ("Ira", "[Irena Solano]"),
        ("exiled leader Irena Solano", "exiled leader [Irena Solano]"),
        ("Irena Solano (PDP)", "[Irena Solano] (PDP)"),
        ("Irena Solano, who leads the party", "[Irena Solano], who leads the party"),
        ("(Irena Solano)", "([Irena Solano])"),
        ("Irena Solanova", "[Irena Solano] (Irena Solanova)"),
        ("she", "[Irena Solano] (she)"),
        ("Solanova", "[Irena Solano] (Solanova)"),
        (None, "[Irena Solano]"),
    ],
)
def test_speakers_have_their_name_once(written: str | None, shown: str) -> None:
    actor = Actor("a", "Irena Solano", "person", ("Ira",))
    briefing = Briefing("b", "", Source("", "", ""), actors=(actor,))
    speakers = Speakers(briefing, lambda id, name: f"[{name}]")
    citation = Citation("c", "direct quote", Span(0, 0), (), "a", written)
    assert speakers.shown(citation) == shown


def test_a_speaker_who_is_not_known_stays_as_written() -> None:
    speakers = Speakers(Briefing("b", "", Source("", "", "")), lambda id, name: name)
    citation = Citation("c", "direct quote", Span(0, 0), (), None, "the *chair*")
    assert speakers.shown(citation) == "the \\*chair\\*"
    assert speakers.shown(attrs.evolve(citation, speaker_text=None)) == "not named"

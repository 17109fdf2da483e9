"""What stands in the calendar, as icalendar reads it back."""

from __future__ import annotations

import datetime as dt
import re

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar import Event as Component
from icalendar.parser import Contentline

from beldigest import Briefing, Event, Link, OptionError, When
from beldigest.plugins.options import checked
from beldigest.testing import samples, strategies
from beldigest.testing.contract import MemorySink, written
from beldigest_ical import ICal
from beldigest_ical.text import folded

DAY = dt.date(2023, 4, 3)


def calendar(*briefings: Briefing, **options: str) -> Calendar:
    return Calendar.from_ical(written(ICal(), briefings, **options)[""])


def events(*briefings: Briefing, **options: str) -> list[Component]:
    return list(calendar(*briefings, **options).walk("VEVENT"))


def dated(when: When, what: str = "Something happens") -> Briefing:
    briefing = samples.full()
    story = attrs.evolve(briefing.stories[0], events=(Event("e-1", when, what, briefing.stories[0].span),))
    return attrs.evolve(briefing, stories=(story,))


def test_an_event_is_an_all_day_event_with_its_sentence() -> None:
    (event,) = events(samples.full())
    assert event["UID"] == "e-told@beldigest"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (DAY, DAY + dt.timedelta(days=1))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["SUMMARY"] == "Branko told Radio Velmora"
    assert event["DESCRIPTION"].startswith("“We will not close,” Branko told Radio Velmora on 3 April 2023.")
    assert event["DESCRIPTION"].endswith("Border letter\nhttps://example.org/letter")
    assert event["CATEGORIES"].cats == ["Economy", "Ilya Branko", "Radio Velmora"]
    assert "STATUS" not in event
    assert event["DTSTAMP"].dt == dt.datetime(2023, 4, 7, tzinfo=dt.UTC)


def test_the_address_is_the_page_that_the_headline_links_to() -> None:
    briefing = samples.full()
    story = briefing.stories[0]
    assert story.headline_span is not None
    links = (*story.links, Link("https://example.org/berths-story", story.headline_span))
    linked = attrs.evolve(briefing, stories=(attrs.evolve(story, links=links),))
    assert [event["URL"] for event in events(briefing)] == ["https://example.org/letter"]
    assert [event["URL"] for event in events(linked)] == ["https://example.org/berths-story"]
    assert ["URL" in event for event in events(attrs.evolve(briefing, url=None))] == [False]


def test_what_is_no_day_is_left_out_and_reported_or_comes_as_a_span() -> None:
    sink = MemorySink()
    ICal().export([samples.full()], sink, checked(ICal(), {}))
    assert sink.notes == ["1 event left out: the date is no day (imprecise=span brings it in)"]
    year = events(samples.full(), imprecise="span")[1]
    assert year["SUMMARY"] == "[about 2024?] Ferries rise"
    assert year["STATUS"] == "TENTATIVE"
    assert year["X-BELDIGEST-EDTF"] == "2024~"
    assert (year["DTSTART"].dt, year["DTEND"].dt) == (dt.date(2024, 1, 1), dt.date(2025, 1, 1))


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (When("on 3 April", "2023-04-03", DAY, DAY, "day"), "Something happens"),
        (When("3-5 April", "2023-04-03/2023-04-05", DAY, dt.date(2023, 4, 5), "interval"), "Something happens"),
        (When("the week", "2023-04-03/2023-04-09", DAY, dt.date(2023, 4, 9), "week"), "Something happens"),
        (When("April", "2023-04", dt.date(2023, 4, 1), dt.date(2023, 4, 30), "month"), "[Apr 2023] Something happens"),
        (
            When("spring", "2023-21", dt.date(2023, 3, 1), dt.date(2023, 5, 31), "season"),
            "[Mar–May 2023] Something happens",
        ),
        (
            When("winter", "2023-24", dt.date(2023, 12, 1), dt.date(2024, 2, 29), "season"),
            "[Dec 2023–Feb 2024] Something happens",
        ),
        (
            When("2023", "2023?", dt.date(2023, 1, 1), dt.date(2023, 12, 31), "year", uncertain=True),
            "[2023?] Something happens",
        ),
        (
            When("the 2010s", "201X", dt.date(2010, 1, 1), dt.date(2019, 12, 31), "decade"),
            "[2010–2019] Something happens",
        ),
        (
            When("until 2024", "2023-04-03/2024-01-01", DAY, dt.date(2024, 1, 1), "interval"),
            "[2023-04-03/2024-01-01] Something happens",
        ),
    ],
)
def test_precision_decides_what_is_shown(when: When, shown: str) -> None:
    assert when.first is not None
    assert when.last is not None
    (event,) = events(dated(when), imprecise="span")
    assert event["SUMMARY"] == shown
    assert event["DTSTART"].dt == when.first
    assert event["DTEND"].dt == when.last + dt.timedelta(days=1)
    assert len(events(dated(when))) == (0 if shown.startswith("[") else 1)


@pytest.mark.parametrize(
    "when",
    [
        When("some day"),
        When("the last day", "9999-12-31", dt.date.max, dt.date.max, "day"),
        When("until the last day", "../9999-12-31", None, dt.date.max, "interval"),
    ],
)
def test_a_date_of_which_no_day_is_known_never_comes_in(when: When) -> None:
    sink = MemorySink()
    ICal().export([dated(when)], sink, checked(ICal(), {"imprecise": "span", "open": "day"}))
    assert sink.notes == ["1 event left out: no day of the date is known"]


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (When("until 3 April", "../2023-04-03", None, DAY, "interval"), "[until] Something happens"),
        (When("until about 3 April", "/2023-04-03~", None, DAY, "interval", True), "[until] Something happens"),
        (When("since 3 April", "2023-04-03/..", DAY, None, "interval"), "[from] Something happens"),
    ],
)
def test_an_open_period_comes_in_on_the_day_that_is_known(when: When, shown: str) -> None:
    (event,) = events(dated(when))
    assert event["SUMMARY"] == shown
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (DAY, DAY + dt.timedelta(days=1))
    assert event.get("STATUS") == ("TENTATIVE" if when.approximate else None)
    sink = MemorySink()
    ICal().export([dated(when)], sink, checked(ICal(), {"open": "skip"}))
    assert sink.notes == ["1 event left out: the period is open at one end (open=day brings in the other)"]


@pytest.mark.parametrize(
    ("edtf", "last"),
    [("../2023-04", dt.date(2023, 4, 30)), ("../2023", dt.date(2023, 12, 31)), ("../2023-22", dt.date(2023, 8, 31))],
)
def test_a_deadline_comes_in_on_the_last_day_of_its_month_or_year(edtf: str, last: dt.date) -> None:
    (event,) = events(dated(When("by then", edtf, None, last, "interval")))
    assert event["SUMMARY"] == "[until] Something happens"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (last, last + dt.timedelta(days=1))


def test_what_began_in_a_month_is_left_out_with_the_option_that_brings_it_in() -> None:
    briefing = dated(When("since April", "2023-04/..", dt.date(2023, 4, 1), None, "interval"))
    sink = MemorySink()
    ICal().export([briefing], sink, checked(ICal(), {}))
    assert sink.notes == ["1 event left out: the date is no day (imprecise=span brings it in)"]
    (event,) = events(briefing, imprecise="span")
    assert event["SUMMARY"] == "[from 2023-04] Something happens"
    assert event["DTSTART"].dt == dt.date(2023, 4, 1)
    assert event["STATUS"] == "TENTATIVE"


def test_no_two_events_bear_one_uid() -> None:
    sink = MemorySink()
    ICal().export([samples.full(), samples.full()], sink, checked(ICal(), {"imprecise": "span"}))
    uids = re.findall(rb"UID:(.*)", sink.contents[""])
    assert len(uids) == len(set(uids)) == 2
    assert sink.notes == ["2 events left out: of a briefing that came before"]


def test_feed_properties() -> None:
    options = {"name": "Harbours, weekly;\nand more", "source": "https://example.org/a.ics"}
    raw = written(ICal(), [samples.full()], **options)[""]
    assert b"\r\nNAME:Harbours\\, weekly\\; and more\r\n" in raw
    assert b"\r\nX-WR-CALNAME:Harbours\\, weekly\\; and more\r\n" in raw
    made = calendar(samples.full(), **options)
    assert str(made["SOURCE"]) == "https://example.org/a.ics"
    assert "METHOD" not in made
    assert calendar()["NAME"] == "Dated events"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), max_size=400))
@example("x" * 73 + "\\,y" + "é" * 90)
@example("^" * 300)
def test_lines_are_folded_as_the_library_folds_them(content_line: str) -> None:
    assert folded(content_line) == Contentline(content_line).to_ical() + b"\r\n"


def test_an_unknown_choice_is_refused() -> None:
    with pytest.raises(OptionError, match="skip, span"):
        calendar(samples.full(), imprecise="guess")


@given(strategies.briefings())
def test_every_event_comes_back_or_is_reported(briefing: Briefing) -> None:
    sink = MemorySink()
    ICal().export([briefing], sink, checked(ICal(), {"imprecise": "span"}))
    raw = sink.contents[""]
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", raw)
    assert all(len(each) <= 75 for each in raw.split(b"\r\n"))
    back = Calendar.from_ical(raw).walk("VEVENT")
    reported = sum(int(note.split()[0]) for note in sink.notes)
    assert len(back) + reported == sum(len(story.events) for story in briefing.stories)
    assert not any(component.errors for component in back)

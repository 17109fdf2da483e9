"""The calendar passes the contract of every exporter."""

from __future__ import annotations

from collections.abc import Mapping

from icalendar import Calendar

from beldigest.testing.contract import ExporterContract
from beldigest_ical import ICal


class TestContract(ExporterContract):
    exporter = ICal()
    option_sets = ({"imprecise": "span", "name": "My, calendar; \n two", "source": "https://example.org/a.ics"},)
    records = ("events",)

    def words(self, contents: Mapping[str, bytes]) -> str:
        """The descriptions of the events, as a client unfolds them."""
        return "\n".join(str(event["description"]) for event in Calendar.from_ical(contents[""]).events)

"""The calendar passes the contract of every exporter."""

from __future__ import annotations

from beldigest.testing.contract import ExporterContract
from beldigest_ical import ICal


class TestContract(ExporterContract):
    exporter = ICal()
    option_sets = ({"imprecise": "span", "name": "My, calendar; \n two", "source": "https://example.org/a.ics"},)

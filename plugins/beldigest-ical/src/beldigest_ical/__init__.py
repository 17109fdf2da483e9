"""beldigest exporter: an iCalendar feed of dated events (RFC 5545, with the feed properties of RFC 7986)."""

from __future__ import annotations

from beldigest import Exporter, hookimpl
from beldigest_ical.exporter import ICal

__all__ = ["ICal", "beldigest_exporters"]


@hookimpl
def beldigest_exporters() -> list[Exporter]:
    """The exporter of the format ``ical``."""
    return [ICal()]

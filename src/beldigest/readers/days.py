"""Days that formats state: ISO 8601 (RFC 3339) of pages and feeds, the dates of mail (RFC 5322) and of RSS."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime


def iso(text: str) -> dt.date | None:
    """The day that an ISO 8601 date, with or without a time, begins with; None where it is none."""
    match = re.match(r"\s*(\d{4}-\d\d-\d\d)(?!\d)", text)
    try:
        return dt.date.fromisoformat(match.group(1)) if match else None
    except ValueError:
        return None


def mail(text: str) -> dt.date | None:
    """The day of a date as mail headers have it, in the zone that it names; None where it is none."""
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None

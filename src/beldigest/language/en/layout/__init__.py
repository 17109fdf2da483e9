"""The words of a digest's layout: what marks contents lists, menus, footers, bylines and dates in English."""

from __future__ import annotations

from typing import NamedTuple

from beldigest.language.en.layout.credits import (
    BY,
    SPEAKING,
    are_authors,
    credit,
    is_byline,
    is_name,
    is_outlet,
    is_speaker,
    publisher,
)
from beldigest.language.en.layout.days import dates, is_dated, is_issued, may_date, may_issue
from beldigest.language.en.layout.lines import SEARCHED, pieces_of
from beldigest.language.en.layout.phrases import marked, marks
from beldigest.language.en.layout.reporting import reports

__all__ = [
    "TITLE_LABELS",
    "Signs",
    "credit",
    "dates",
    "is_byline",
    "is_dated",
    "is_issued",
    "is_name",
    "is_outlet",
    "marks",
    "publisher",
    "reports",
    "signs",
]

#: Labels that say that the title follows.
TITLE_LABELS = ("title", "headline", "subject")


class Signs(NamedTuple):
    """What the words of a line say.

    See :func:`is_byline`, :func:`is_speaker`, :func:`is_dated`, :func:`is_issued` and :func:`marks`.
    """

    byline: bool
    dated: bool
    issued: bool
    marks: tuple[tuple[str, str], ...]


def signs(line: str) -> Signs:
    """What the words of a line say, all at once; single spaces part them."""
    folded = line[:SEARCHED].replace("’", "'").lower().strip()
    pieces = pieces_of(folded)
    return Signs(
        (not BY.isdisjoint(pieces) and is_byline(line))
        or are_authors(line)
        or (not SPEAKING.isdisjoint(pieces) and is_speaker(line)),
        may_date(line, pieces) and is_dated(line),
        may_issue(line, pieces) and is_issued(line),
        marked(line, folded, pieces),
    )

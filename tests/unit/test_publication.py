"""When a briefing and each of its stories were published, as the whole pipeline sees it."""

from __future__ import annotations

import io

import pytest

import beldigest
from beldigest import Span
from beldigest.mentions.dates import published as publication

DIGEST = """Court closes the salt works
The salt works at Orl was closed on Tuesday by the district court, its manager said. Ninety people worked there.
Source: The Harbour Courier, 11 February 2026

Ferry line returns
The ferry between Orl and Dessa ran again on Wednesday after three years. Its first passengers paid nothing.
Source: Dessa Radio, 5 February 2026
"""

UNDATED = """Court closes the salt works

The salt works at Orl was closed by the district court, its manager said. Ninety people worked there.

Ferry line returns

The ferry between Orl and Dessa ran again on Wednesday after three years. Its first passengers paid nothing.
"""


def test_a_source_line_dates_its_story() -> None:
    briefing = beldigest.parse(DIGEST)
    assert [(story.source_line, story.published and story.published.edtf) for story in briefing.stories] == [
        ("Source: The Harbour Courier, 11 February 2026", "2026-02-11"),
        ("Source: Dessa Radio, 5 February 2026", "2026-02-05"),
    ]
    assert [story.dates[0].edtf for story in briefing.stories] == ["2026-02-10", "2026-02-04"]


def test_dated_stories_date_the_briefing_by_its_month() -> None:
    briefing = beldigest.parse(DIGEST)
    assert briefing.published is not None
    assert (briefing.published.edtf, briefing.published_known) == ("2026-02", "inferred")


MAIL = """From: Vita Orlan <vita@desk.example>
Subject: Fwd: Harbour letter
Date: Thu, 12 Feb 2026 08:12:44 +0100

Here it is.

---------- Forwarded message ---------
From: Harbour letter <news@harbour.example>
Date: Tue, 10 Feb 2026 at 18:00
Subject: Harbour letter

"""


@pytest.mark.parametrize(("header", "published"), [(MAIL, "2026-02-10"), (MAIL.split("Here")[0], "2026-02-12")])
def test_a_forwarded_letter_has_the_day_on_which_it_was_sent_first(header: str, published: str) -> None:
    (briefing,) = beldigest.parse_file(io.BytesIO((header + DIGEST).encode()), name="letter.eml")
    assert (briefing.published and briefing.published.edtf, briefing.published_known) == (published, "stated")


def test_a_day_after_the_publication_is_not_the_storys_own() -> None:
    briefing = beldigest.parse(DIGEST, published="2026-02-09")
    assert [story.published and story.published.edtf for story in briefing.stories] == [None, "2026-02-05"]


@pytest.mark.parametrize(
    ("imprint", "published"),
    [
        ("Compiled on February 12, 2026 by the Orl desk. To unsubscribe write to desk@example.org.", "2026-02-12"),
        ("Last updated: 12 February 2026. All rights reserved.", "2026-02-12"),
        ("Information cut-off date: 12 February 2026", "2026-02-12"),
        ("Next issue: 1 March 2026. To unsubscribe write to desk@example.org.", None),
        ("First published on 3 May 1999.", None),
        ("Published by the Orl desk. The mill burned on 3 May 1999.", None),
    ],
)
def test_an_imprint_dates_the_issue(imprint: str, published: str | None) -> None:
    when = publication.imprinted(imprint, [Span(0, len(imprint))], "en")
    assert (when.edtf if when else None) == published


def test_an_imprint_is_read_where_the_masthead_has_no_date() -> None:
    imprint = "Compiled on February 12, 2026 by the Orl desk. To unsubscribe write to desk@example.org."
    briefing = beldigest.parse(f"{UNDATED}\n{imprint}\n")
    assert briefing.published is not None and briefing.published.span is not None
    assert briefing.published.span.of(briefing.text) == "February 12, 2026"
    assert (briefing.published.edtf, briefing.published_known) == ("2026-02-12", "stated")


@pytest.mark.parametrize(
    ("imprint", "publisher"),
    [
        (
            "The Coast Letter is published by the Harbour Trust. To unsubscribe write to desk@example.org.",
            "Harbour Trust",
        ),
        ("Published by Coast Media Ltd. To unsubscribe write to desk@example.org.", "Coast Media Ltd."),
        ("The Coast Letter is edited by Hanna Lind. To unsubscribe write to desk@example.org.", None),
    ],
)
def test_an_imprint_names_the_publisher(imprint: str, publisher: str | None) -> None:
    assert beldigest.parse(f"{UNDATED}\n{imprint}\n").publisher == publisher


def test_dates_that_only_a_day_of_publication_would_give_a_value_are_named() -> None:
    (notice,) = beldigest.parse(UNDATED).warnings
    assert notice.message == ("no day of publication is known, so 'Wednesday' has no value: give the day as published")
    assert beldigest.parse(UNDATED, published="2026-02-06").warnings == ()
    assert beldigest.parse(UNDATED.replace("on Wednesday", "on 4 February 2026, and now")).warnings == ()

"""When a briefing and each of its stories were published, as the whole pipeline sees it."""

from __future__ import annotations

import beldigest

DIGEST = """Court closes the salt works
The salt works at Orl was closed on Tuesday by the district court, its manager said. Ninety people worked there.
Source: The Harbour Courier, 11 February 2026

Ferry line returns
The ferry between Orl and Dessa ran again on Wednesday after three years. Its first passengers paid nothing.
Source: Dessa Radio, 5 February 2026
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


def test_a_day_after_the_publication_is_not_the_storys_own() -> None:
    briefing = beldigest.parse(DIGEST, published="2026-02-09")
    assert [story.published and story.published.edtf for story in briefing.stories] == [None, "2026-02-05"]

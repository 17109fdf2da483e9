"""What stands beside the text of a story, told apart from it."""

from __future__ import annotations

import io

import pytest

from beldigest import InputError
from beldigest.readers import BUILTIN, choose
from beldigest.segment import outline

_LINKS = """# Lamp links

- [How lamps were lit](https://l.example/1) by Ann Lee - nine men, one ladder.
- [Why moths come](https://l.example/2) by Ben Roe and Cy Oduya: they take it for the moon.
- [A lamp for fog](https://l.example/3) - by day it is a bucket.
"""


def test_a_byline_between_a_linked_title_and_its_text_is_no_text() -> None:
    (document,) = choose("links", b"", BUILTIN, "md").read(io.BytesIO(_LINKS.encode()), "links")
    stories = outline(document).stories
    assert [story.byline and story.byline.of(document.text) for story in stories] == [
        "by Ann Lee",
        "by Ben Roe and Cy Oduya",
        None,
    ]
    assert [[span.of(document.text) for span in story.paragraphs] for story in stories] == [
        ["nine men, one ladder."],
        ["they take it for the moon."],
        ["by day it is a bucket."],
    ]


_FORWARDED = b"""From: Dina Orlova <dina@home.example>
Subject: Fwd: Steppe weekly
Date: Thu, 10 Oct 2024 10:00:00 +0000

Worth a look.

---------- Forwarded message ---------
From: "Steppe Weekly" <weekly@steppe.example>
Date: Wed, 9 Oct 2024 at 08:00
Subject: Steppe weekly, 9 October
To: <dina@home.example>

Sheep leave Atyrau early

The herders of Atyrau left nine days before the frost. They had heard
it from the geese.

Bridge over the Emba opens

Lorries cross again at Embi. The old bridge lies in the river beside
the new one.

Salt lake turns red

A plant of the lake makes the colour every sixth year. Photographers
have booked all the rooms.
"""


def test_who_sent_a_digest_that_was_forwarded_is_its_publisher() -> None:
    (document,) = choose("mail", b"", BUILTIN, "eml").read(io.BytesIO(_FORWARDED), "mail")
    publisher = outline(document).publisher
    assert publisher is not None and publisher.of(document.text) == "Steppe Weekly"


def test_what_is_no_document_is_one_sentence() -> None:
    with pytest.raises(InputError, match="takes a Document, not str; read gives documents"):
        outline("A letter")  # type: ignore[arg-type]


_LINKED = """Ferries stop before the swell arrives

The company laid up its three ferries on Thursday, because the swell is higher than the quay.

Read more: https://gazette.example/1
{source}
Divers bring up a bronze bell

Divers have raised a bell from a wreck that fishermen found in May with their nets.

Read more: https://gazette.example/2
"""


@pytest.mark.parametrize("source", ["", "Source: Harbour Gazette\n"])
def test_a_link_to_the_full_text_names_no_source(source: str) -> None:
    text = _LINKED.format(source=source)
    (document,) = choose("text", b"", BUILTIN, "txt").read(io.BytesIO(text.encode()), "text")
    first, second = outline(document).stories
    assert (first.source_line.of(text) if first.source_line else "") == source.strip()
    assert second.source_line is None
    assert [span.of(text) for span in first.further][:1] == ["Read more: https://gazette.example/1"]

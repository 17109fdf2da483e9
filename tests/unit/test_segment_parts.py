"""What stands beside the text of a story, told apart from it."""

from __future__ import annotations

import io

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

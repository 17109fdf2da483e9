"""Laws of segmentation that hold for any text whatever."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from beldigest.document import Document
from beldigest.model import Source, Span
from beldigest.readers import text as text_reader
from beldigest.segment import outline
from beldigest.segment.parts import Outline

_PIECES = st.sampled_from(
    [
        "Harbour reopens after strike",
        "The port opened again on Tuesday. Ships came back within hours, the harbour master said.",
        "In this issue:",
        "- Harbour reopens",
        "1. Rate stays where it is",
        "**Bold words.** And then a sentence follows them.",
        "https://paper.example/1",
        "-----------------------",
        "=== World ===",
        "By Ann Lee",
        "2 May 2024",
        "Read more",
        "To unsubscribe, click here.",
        "> a quoted line",
        "Subject: A message",
        "From: Ann Lee <ann@paper.example>",
        "一、港口罢工结束",
        "",
        "    indented words",
        "-- ",
        "\x00\x0b\x85",
        "\ud800",
    ]
)
_LAYOUTS = st.lists(_PIECES, max_size=40).map("\n".join)


def _document(text: str) -> Document:
    return text_reader.document(text, Source("test", "text/plain", ""))


def _parts(found: Outline) -> list[Span]:
    """Every span that takes characters out of the document."""
    spans = [part.span for part in (*found.lead, *found.sections, *found.boilerplate)]
    if found.title is not None:
        spans.append(found.title)
    for story in found.stories:
        spans += [*story.paragraphs, *story.further]
        spans += [s for s in (story.headline, story.deck, story.byline, story.dateline, story.source_line) if s]
    return spans


@given(st.one_of(st.text(), _LAYOUTS))
def test_every_letter_of_a_block_lies_in_exactly_one_part(text: str) -> None:
    document = _document(text)
    taken: Counter[int] = Counter()
    for span in _parts(outline(document)):
        assert 0 <= span.start < span.end <= len(text)
        taken.update(range(span.start, span.end))
    for block in document.blocks:
        for place in range(block.span.start, block.span.end):
            if text[place].isalnum():
                assert taken[place] == 1, (place, text[place])


@given(st.one_of(st.text(), _LAYOUTS))
def test_blocks_hold_every_letter_in_order(text: str) -> None:
    blocks = _document(text).blocks
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))
    outside = set(range(len(text)))
    for block in blocks:
        outside -= set(range(block.span.start - len(block.marker) - 8, block.span.end))
    assert not any(text[place].isalpha() for place in outside)


@given(_LAYOUTS)
def test_same_text_same_outline(text: str) -> None:
    assert outline(_document(text)) == outline(_document(text))


@given(_LAYOUTS)
def test_every_part_says_why(text: str) -> None:
    found = outline(_document(text))
    assert all(part.because for part in (*found.lead, *found.sections, *found.stories, *found.boilerplate))
    assert all(story.section is None or story.section < len(found.sections) for story in found.stories)


@given(_LAYOUTS)
def test_stories_stand_in_the_order_of_the_text(text: str) -> None:
    starts = [story.span.start for story in outline(_document(text)).stories]
    assert starts == sorted(starts)


_STORIES = [
    "Harbour reopens after strike\nTugs left the quay again on Tuesday. Ships came within hours, the pilots said.",
    "Bank leaves its rate unchanged\nInterest stays at 6.5 percent, as in May. The crown fell by a tenth at noon.",
    "Court halts the dam at Ulm\nJudges stopped the diggers until autumn on Monday.\nThe builders will appeal.",
    "Two ferries collide in fog\nNobody was hurt when the ships touched off the cape. One of them lost its flag.",
    "Wool prices fall for a third week\nA bale went at 90 crowns on Friday, eight fewer than in June, dealers said.",
]
_DIGESTS = st.permutations(_STORIES).flatmap(
    lambda stories: st.tuples(
        st.just(stories), st.integers(0, len(stories) - 1), st.integers(1, len(stories) - 1), st.sampled_from("\n ")
    )
)


@given(_DIGESTS)
def test_a_story_pasted_again_with_its_headline_changes_no_other(
    digest: tuple[list[str], int, int, str],
) -> None:
    stories, again, at, under = digest
    assume(again < at)
    headline, _, _ = stories[at].partition("\n")
    copy = [f"{headline}\n{stories[again]}\n{stories[at]}"] if under == "\n" else [stories[again], stories[at]]
    pasted = [*stories[:at], *copy, *stories[at + 1 :]]
    found = outline(_document("\n\n".join(pasted)))
    text = found.document.text
    shown = ["\n".join(s.of(text) for s in (story.headline, *story.paragraphs) if s) for story in found.stories]
    assert shown == [
        *stories[:at],
        *([headline] if under == "\n" else []),
        stories[again],
        *stories[at:],
    ]

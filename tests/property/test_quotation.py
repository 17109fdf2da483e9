"""The laws of quotation marks."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from beldigest.mentions.citations.quotation import quotations
from beldigest.model import Span

MARKED = st.text(alphabet="ab .,:?'’‘‚‹›\"“”„«»`\n", max_size=60)


@given(MARKED)
def test_quotations_are_in_order_and_apart(text: str) -> None:
    found = [quotation.span for quotation in quotations(text, Span(0, len(text)))]
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(MARKED, MARKED)
def test_a_paragraph_is_read_by_itself(before: str, paragraph: str) -> None:
    text = before + "\n" + paragraph
    inside = Span(len(before) + 1, len(text))
    alone = quotations(paragraph, Span(0, len(paragraph)))
    shifted = [(q.span.start - inside.start, q.span.end - inside.start, q.open) for q in quotations(text, inside)]
    assert shifted == [(q.span.start, q.span.end, q.open) for q in alone]


@given(MARKED)
def test_only_the_last_is_open_and_it_reaches_the_last_word(text: str) -> None:
    found = quotations(text, Span(0, len(text)))
    for quotation in found[:-1]:
        assert not quotation.open
    for quotation in found[-1:]:
        assert not quotation.open or quotation.span.end == len(text.rstrip())


@given(st.lists(st.sampled_from(["one", "two,", "three.", "it’s", "boys’"]), min_size=1, max_size=6).map(" ".join))
def test_what_is_quoted_is_found_whatever_the_marks(words: str) -> None:
    for opening, closing in [('"', '"'), ("“", "”"), ("„", "“"), ("«", "»"), ("''", "''"), ("``", "''")]:
        text = f"He said {opening}{words}{closing} twice."
        assert [q.span.of(text) for q in quotations(text, Span(0, len(text)))] == [f"{opening}{words}{closing}"]

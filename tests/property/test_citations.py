"""The laws of citations, over any text and over prose made of sentences that cite."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from beldigest import find_citations
from beldigest.language import lexicon
from beldigest.language.en.words.cues import cue_forms, cue_nouns
from beldigest.mentions import citations
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import Mentions
from beldigest.model import Span

MARKS = "\"'“”„‟«»‘’‚‛‹›`「」『』＂"
WORDS = st.sampled_from(
    [
        "said",
        "told",
        "Horak",
        "the",
        "mayor",
        "that",
        "was",
        "asked",
        "according",
        "to",
        "claim",
        "in",
        "on",
        "Friday",
        "and",
        "who",
        "he",
        "denied",
        "saying",
        "reports",
        "quoted",
        "as",
        "by",
        "his",
        "view",
        "which",
    ]
) | st.sampled_from(["“No,”", '"Yes."', "''", "’s", ",", ".", ":", "—", "(", ")", "\n"])
#: Any word that the grammar knows, so that every rule meets every other.
LEXICON = st.sampled_from(sorted({*cue_forms(), *cue_nouns(), *(word for word, _ in lexicon("en", "words_classes"))}))
PROSE = st.lists(WORDS | LEXICON, max_size=40).map(" ".join) | st.text(max_size=80)

#: Sentences that cite, with ``<`` and ``>`` for the marks.
SENTENCES = st.sampled_from(
    [
        "<The pumps are old,> said Marta Horak.",
        "<The pumps,> the mayor said, <are old.>",
        "Ms. Horak told reporters that the pumps were <a disgrace.>",
        "The council called the plan <reckless,> adding that it would fail.",
        "According to the ministry, 30 pumps failed.",
        "The guard wrote: <Nobody was hurt.>",
        "It was a quiet week.",
    ]
)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)
ARTICLES = st.lists(PARAGRAPHS, min_size=1, max_size=4)


def marked(text: str, opening: str, closing: str) -> str:
    return text.replace("<", opening).replace(">", closing)


@given(PROSE)
@example("“\ud800,” he said")
@example("said Horak, said Horak, said")
@example("said — : “No,”")
@example("“No,” said Horak and said Horak")
@example("“No,” said Horak who saying Horak")
@example("Told talks cites ,")
@example("reports in ’s view that")
def test_spans_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    for mention in find_citations(text):
        spans = sorted((*mention.content, *mention.source, *mention.cue))
        assert mention.content
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(span.of(text) == span.of(text).strip() for span in spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))


@given(PROSE)
def test_citations_come_in_text_order_and_are_the_same_again(text: str) -> None:
    found = find_citations(text)
    starts = [min(span.start for span in (*m.content, *m.source, *m.cue)) for m in found]
    assert starts == sorted(starts)
    assert find_citations(text) == found


@given(PROSE.map(lambda text: "".join(character for character in text if character not in MARKS)))
def test_without_quotation_marks_there_is_no_direct_quote(text: str) -> None:
    assert not [m for m in find_citations(text) if m.kind in ("direct quote", "partial quote")]


@given(ARTICLES)
def test_straight_and_curly_marks_read_alike(paragraphs: list[str]) -> None:
    text = "\n".join(paragraphs)
    assert find_citations(marked(text, '"', '"')) == find_citations(marked(text, "“", "”"))


@given(ARTICLES, st.data())
def test_an_odd_mark_costs_no_more_than_its_paragraph(paragraphs: list[str], data: st.DataObject) -> None:
    """Other paragraphs keep what is said in them; a sentence of one's own keeps each from being a continuation."""
    paragraphs = [marked(f"So it was. {paragraph}", "“", "”") for paragraph in paragraphs]
    hit = data.draw(st.integers(0, len(paragraphs) - 1))
    at = data.draw(st.integers(0, len(paragraphs[hit])))
    mark = data.draw(st.sampled_from("\"“”'’"))
    broken = [*paragraphs[:hit], paragraphs[hit][:at] + mark + paragraphs[hit][at:], *paragraphs[hit + 1 :]]

    def elsewhere(text: list[str]) -> list[tuple[int, str, list[str]]]:
        joined = "\n".join(text)
        found = []
        for mention in find_citations(joined):
            paragraph = joined.count("\n", 0, mention.cue[0].start)
            if paragraph != hit:
                found.append((paragraph, mention.kind, [span.of(joined) for span in mention.content]))
        return found

    assert elsewhere(broken) == elsewhere(paragraphs)


@given(ARTICLES, st.integers(0, 3))
def test_content_lies_in_one_story(paragraphs: list[str], cut: int) -> None:
    text = marked("\n".join(paragraphs), "“", "”")
    spans = [Span(0, 0)]
    for paragraph in text.split("\n"):
        start = spans[-1].end + (len(spans) > 1)
        spans.append(Span(start, start + len(paragraph)))
    passages = [Passage(tuple(part)) for part in (spans[1 : cut + 1], spans[cut + 1 :]) if part]
    for mention in citations.find(Reading.over(text, passages), Mentions()):
        inside = [
            passage
            for passage in passages
            if any(span in paragraph for span in mention.content for paragraph in passage.paragraphs)
        ]
        assert len(inside) == 1


@given(st.sampled_from(['"', "“", "'", '" ', "‘a’ ", "(", "said ", "A: b\n"]), st.integers(1, 3000))
def test_long_runs_of_one_thing_are_read(piece: str, times: int) -> None:
    text = piece * times
    assert all(span.end <= len(text) for mention in find_citations(text) for span in mention.content)

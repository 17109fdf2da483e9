"""Laws of the whole pipeline, over text of any kind."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

import beldigest
from beldigest import Briefing, Source, Story
from beldigest.mentions.dates import edtf
from beldigest.plugins.conformance import spans
from beldigest.readers.text import document as text_document
from beldigest.testing import strategies

texts = st.one_of(strategies.digests, strategies.any_text)


def ids(briefing: Briefing) -> list[str]:
    return [
        record.id
        for story in briefing.stories
        for record in (story, *story.figures, *story.citations, *story.events, *story.annotations)
    ]


@given(texts)
def test_any_text_parses_and_every_span_lies_in_it(text: str) -> None:
    briefing = beldigest.parse(text)
    assert briefing.text == text
    for span in spans(briefing):
        assert 0 <= span.start <= span.end <= len(text)


@given(texts)
def test_evidence_is_the_text_itself(text: str) -> None:
    briefing = beldigest.parse(text)
    for story in briefing.stories:
        for paragraph in story.paragraphs:
            assert paragraph.text == " ".join(briefing.quote(paragraph.span).split())
        for citation in story.citations:
            if citation.speaker_span:
                assert citation.speaker_text == " ".join(briefing.quote(citation.speaker_span).split())
            assert all(span in story.span for span in citation.content)
        for figure in story.figures:
            if figure.counted_span:
                assert figure.counted == " ".join(briefing.quote(figure.counted_span).split())
            assert figure.span in story.span


def written(briefing: Briefing) -> Iterator[str | None]:
    """All that a briefing gives as written."""
    for item in briefing.lead:
        yield item.text
    for actor in briefing.actors:
        yield from (actor.name, *actor.aliases, *actor.roles)
    for story in briefing.stories:
        yield from (story.headline, story.section, story.deck, story.byline, story.dateline, story.source_line)
        yield from (paragraph.text for paragraph in story.paragraphs)
        yield from (mention.role for mention in story.mentions)
        dates = [*story.dates, *(event.when for event in story.events), *(figure.as_of for figure in story.figures)]
        for citation in story.citations:
            yield from (citation.speaker_text, citation.outlet, citation.addressee)
            dates.append(citation.when)
        yield from (figure.counted for figure in story.figures)
        yield from (when.text for when in dates if when)


@given(texts)
def test_no_words_are_invented(text: str) -> None:
    whole = " ".join(text.split())
    for words in written(beldigest.parse(text)):
        assert words is None or " ".join(words.split()) in whole


@given(texts)
def test_a_figure_is_a_value_or_a_range_and_a_date_is_edtf_with_its_bounds(text: str) -> None:
    for story in beldigest.parse(text).stories:
        for figure in story.figures:
            assert (figure.value is None) != (figure.low is None or figure.high is None)
            assert figure.low is None or figure.high is None or figure.low <= figure.high
        for when in (*story.dates, *(event.when for event in story.events)):
            if when.edtf is None:
                assert (when.first, when.last, when.precision) == (None, None, None)
            else:
                assert (when.first, when.last) == (edtf.parsed(when.edtf).first, edtf.parsed(when.edtf).last)


@given(texts)
def test_the_sentence_around_a_span_covers_it_and_nothing_beside_its_story(text: str) -> None:
    briefing = beldigest.parse(text)
    for story in briefing.stories:
        for record in (*story.figures, *story.citations, *story.events, *story.mentions):
            sentence = beldigest.sentence(briefing, record.span)
            assert record.span in sentence
            assert sentence in story.span
            assert beldigest.sentence(briefing, sentence) == sentence


@given(texts)
def test_what_is_named_is_there(text: str) -> None:
    briefing = beldigest.parse(text)
    actors = {actor.id for actor in briefing.actors}
    assert len(actors) == len(briefing.actors)
    assert len(set(ids(briefing))) == len(ids(briefing))
    stories = {story.id for story in briefing.stories}
    assert {item.story for item in briefing.lead} <= stories | {None}
    for section in briefing.sections:
        assert set(section.stories) <= stories

    def named(story: Story) -> Iterator[str | None]:
        yield from (mention.actor for mention in story.mentions)
        yield from (figure.speaker for figure in story.figures)
        yield from (citation.speaker for citation in story.citations)
        yield from (actor for event in story.events for actor in event.actors)

    for story in briefing.stories:
        assert set(named(story)) <= actors | {None}


@given(texts)
def test_same_in_same_out(text: str) -> None:
    assert beldigest.parse(text) == beldigest.parse(text)


@given(texts)
def test_the_result_survives_serialisation(text: str) -> None:
    briefing = beldigest.parse(text)
    assert beldigest.from_json(beldigest.to_json(briefing)) == briefing


@given(texts)
def test_no_letter_is_lost(text: str) -> None:
    """Every letter or digit lies in a part of the outline: a story, a lead item, a heading, or named boilerplate."""
    parts = beldigest.outline(text_document(text, Source("text", "text/plain", "")))
    made = (parts.title, parts.publisher, parts.published, *parts.lead, *parts.sections, *parts.boilerplate)
    covered = [False] * len(text)
    for span in (*spans(made), *(story.span for story in parts.stories)):
        covered[span.start : span.end] = [True] * len(span)
    assert not [char for char, kept in zip(text, covered, strict=True) if char.isalnum() and not kept]


@given(
    st.permutations(["First letter\nOne story on March 3.", "Second letter\nAnother story.", "Third\nA last story."])
)
def test_ids_do_not_depend_on_the_order_of_files(order: list[str]) -> None:
    found = {text: ids(beldigest.parse(text)) for text in order}
    assert found == {text: ids(beldigest.parse(text)) for text in sorted(order)}
    together = beldigest.deduplicate(beldigest.parse(text) for text in order)
    assert [each for briefing in together for each in ids(briefing)] == [each for text in order for each in found[text]]


def test_what_recurs_or_lasts_is_no_date_of_its_story() -> None:
    text = "Council\n\nThe council meets every Friday, for three hours, and met on 3 May 2024."
    (story,) = beldigest.parse(text).stories
    assert [when.text for when in story.dates] == ["3 May 2024"]

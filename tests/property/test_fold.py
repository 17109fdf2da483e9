"""Laws of folding: nothing is lost, nothing dangles, and all of it can be undone."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

import attrs
from hypothesis import given
from hypothesis import strategies as st

from beldigest import Briefing, LeadItem, Paragraph, Section, Source, Span, Story
from beldigest.dedup import fold, unfold
from beldigest.ids import content_id
from beldigest.testing import strategies

SENTENCES = (
    "The harbour of Velmora stays closed until Monday because divers found cracks in the old quay wall.",
    "Ships with grain go to Port Ostrand, where 14 of them were waiting on Tuesday evening, the pilot said.",
    "A teacher from Karsk was fined for a comment under a photograph that she had left three years ago.",
    "The bridge over the river will be closed to lorries from May on because its northern pillar is sinking.",
    "Farmers drove 240 tractors onto the motorway to protest against the import of cheap sugar from abroad.",
    "Nothing else was known.",
)
HEADLINES = ("Harbour closed", "Teacher fined in Karsk", "Bridge to close", "Farmers protest", "")


@st.composite
def digests(draw: st.DrawFn) -> Briefing:
    """A briefing of few headlines and few sentences, so that much is said twice."""
    items = draw(
        st.lists(st.tuples(st.sampled_from(HEADLINES), st.lists(st.sampled_from(SENTENCES), max_size=3)), max_size=6)
    )
    text = draw(strategies.any_text) + "\n"
    lead, stories = [], []
    for headline in draw(st.lists(st.sampled_from(HEADLINES), max_size=3)):
        lead.append(LeadItem(headline, Span(len(text), len(text) + len(headline))))
        text += headline + "\n"
    for headline, body in items:
        start = len(text)
        text += headline + "\n"
        paragraphs = []
        for sentence in body:
            paragraphs.append(Paragraph(sentence, Span(len(text), len(text) + len(sentence))))
            text += sentence + "\n"
        span = Span(start, len(text))
        stories.append(Story("", headline, span, Span(start, start + len(headline)), paragraphs=tuple(paragraphs)))
    briefing_id = content_id("b", text)
    stories = [attrs.evolve(story, id=content_id("s", briefing_id, at)) for at, story in enumerate(stories)]
    middle = draw(st.integers(0, len(stories)))
    announced = st.none() | st.sampled_from([story.id for story in stories]) if stories else st.none()
    return Briefing(
        id=briefing_id,
        text=text,
        source=Source("digest.txt", "text/plain", sha256(text.encode("utf-8", "surrogatepass")).hexdigest()),
        publisher=draw(st.sampled_from((None, "The Letter", "The Wire"))),
        lead=tuple(attrs.evolve(item, story=draw(announced)) for item in lead),
        sections=(
            Section("First", Span(0, 0), tuple(story.id for story in stories[:middle])),
            Section("Second", Span(0, 0), tuple(story.id for story in stories[middle:])),
        ),
        stories=tuple(stories),
    )


archives = st.lists(digests(), max_size=3, unique_by=lambda briefing: briefing.id)


def everything(briefings: tuple[Briefing, ...]) -> Counter[str]:
    """The ids of all stories, in the result and in its report."""

    def within(story: Story) -> list[str]:
        return [story.id, *(id for duplicate in story.duplicates for id in within(duplicate.story))]

    return Counter(id for briefing in briefings for story in briefing.stories for id in within(story))


@given(archives)
def test_what_was_folded_can_be_had_back(briefings: list[Briefing]) -> None:
    assert unfold(fold(briefings)) == tuple(briefings)


@given(archives)
def test_every_story_is_in_the_result_or_in_its_report(briefings: list[Briefing]) -> None:
    assert everything(fold(briefings)) == everything(tuple(briefings))


@given(archives)
def test_folding_twice_changes_nothing(briefings: list[Briefing]) -> None:
    once = fold(briefings)
    assert fold(once) == once


@given(archives)
def test_folding_by_briefing_first_changes_nothing(briefings: list[Briefing]) -> None:
    assert fold([fold([briefing])[0] for briefing in briefings]) == fold(briefings)


@given(archives)
def test_the_order_of_briefings_changes_nothing(briefings: list[Briefing]) -> None:
    assert fold(briefings[::-1]) == fold(briefings)[::-1]


@given(archives)
def test_lead_and_sections_name_stories_that_stay(briefings: list[Briefing]) -> None:
    folded = fold(briefings)
    staying = {story.id for briefing in folded for story in briefing.stories}
    for before, after in zip(briefings, folded, strict=True):
        assert {item.story for item in after.lead} <= staying | {None}
        assert [item.story is None for item in after.lead] == [item.story is None for item in before.lead]
        for section in after.sections:
            assert set(section.stories) <= {story.id for story in after.stories}


@given(archives)
def test_evidence_lies_in_the_briefing_that_it_names(briefings: list[Briefing]) -> None:
    texts = {briefing.id: briefing.text for briefing in briefings}
    for briefing in fold(briefings):
        for story, duplicate in briefing.folded():
            assert duplicate.kept_briefing == briefing.id
            assert len(duplicate.kept) == len(duplicate.folded)
            for ours, theirs in zip(duplicate.kept, duplicate.folded, strict=True):
                assert ours in story.span and theirs in duplicate.story.span
                kept = ours.of(texts[duplicate.kept_briefing]).lower().split()
                folded = theirs.of(texts[duplicate.folded_briefing]).lower().split()
                assert kept[0] == folded[0] and kept[-1] == folded[-1]

"""What is folded into what, and what the report of it says."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from decimal import Decimal
from hashlib import sha256

import attrs
import pytest

import beldigest
from beldigest import Briefing, Figure, LeadItem, Paragraph, Source, Span, Story, When
from beldigest.dedup import DuplicateOptions, fold, unfold, united
from beldigest.errors import OptionError
from beldigest.ids import content_id

HARBOUR = (
    "The harbour authority of Velmora closed two of its five berths on Tuesday after divers found cracks in the wall.",
    "Ships with grain will be sent to Port Ostrand until the wall is repaired, which may take three months.",
)
STRIKE = (
    "Teachers in the northern districts walked out on Wednesday and demanded the wages owed to them since October.",
    "About 400 schools stayed closed, according to the union, and parents were asked to keep children at home.",
)
PRISONERS = (
    "The ministry of health of Norland counted {} cases of measles in the first 9 weeks of the year, most in Velmora.",
    "Of the sick, 340 are younger than 5 years, and 61 had to be taken to hospital, the physician Eva Norr said.",
    "Vaccines for 25,000 children were bought in January for $2 million, and 18 teams are on the road in 7 districts.",
)

Item = tuple[str, tuple[str, ...]]


def briefing(*items: Item, lead: tuple[tuple[str, int], ...] = (), day: int = 1, publisher: str = "P") -> Briefing:
    """A briefing of headlines with paragraphs; lead items name the story that they announce by its position."""
    text = "".join(f"{line}\n" for line, _ in lead)
    places = [Span(text.index(line), text.index(line) + len(line)) for line, _ in lead]
    stories = []
    for headline, body in items:
        start = len(text)
        text += headline + "\n"
        paragraphs = []
        for sentence in body:
            paragraphs.append(Paragraph(sentence, Span(len(text), len(text) + len(sentence))))
            text += sentence + "\n"
        figures = tuple(
            Figure(f"f{start}-{match.start()}", Span(*match.span()), Decimal(match[0].replace(",", "")))
            for match in re.compile(r"\d[\d,]*").finditer(text, start)
        )
        stories.append(
            Story(
                content_id("s", start, headline, body, day),
                headline,
                Span(start, len(text)),
                Span(start, start + len(headline)),
                paragraphs=tuple(paragraphs),
                figures=figures,
            )
        )
    date = dt.date(2024, 3, day)
    return Briefing(
        id=content_id("b", text, day),
        text=text,
        source=Source("digest.txt", "text/plain", sha256(text.encode()).hexdigest()),
        publisher=publisher,
        published=When(date.isoformat(), date.isoformat(), date, date, "day"),
        lead=tuple(LeadItem(line, place, stories[at].id) for (line, at), place in zip(lead, places, strict=True)),
        stories=tuple(stories),
    )


def told(found: Briefing) -> list[tuple[str, str, str]]:
    """Headline of the keeping story, kind, headline of the folded one."""
    return [(story.headline, duplicate.kind, duplicate.story.headline) for story, duplicate in found.folded()]


def test_a_body_under_the_headline_of_another_story_is_misplaced() -> None:
    digest = briefing(
        ("Cracks close berths in Velmora", HARBOUR),
        ("Teachers strike for wages owed since October", HARBOUR),
        ("Teachers strike for wages owed since October", STRIKE),
        lead=(("Cracks close the harbour of Velmora.", 0), ("Teachers strike in the north.", 1)),
    )
    (found,) = fold([digest])
    assert [story.headline for story in found.stories] == [digest.stories[0].headline, digest.stories[2].headline]
    ((story, duplicate),) = found.folded()
    assert (story.headline, duplicate.kind) == ("Cracks close berths in Velmora", "misplaced body")
    assert duplicate.similarity == 1.0
    assert [each.field for each in duplicate.differed] == ["headline"]
    # The line of the lead announces the headline, which now stands over its own body alone.
    assert [item.story for item in found.lead] == [digest.stories[0].id, digest.stories[2].id]
    assert unfold([found]) == (digest,)


def test_a_misplaced_body_is_folded_even_where_it_comes_first() -> None:
    digest = briefing(("Teachers strike", HARBOUR), ("Cracks close berths", HARBOUR), ("Teachers strike", STRIKE))
    assert told(fold([digest])[0]) == [("Cracks close berths", "misplaced body", "Teachers strike")]


def test_a_headline_without_a_body_is_repeated() -> None:
    digest = briefing(("Teachers strike", ()), ("Cracks close berths", HARBOUR), ("Teachers strike", STRIKE))
    (found,) = fold([digest])
    assert told(found) == [("Teachers strike", "repeated headline", "Teachers strike")]
    assert [story.headline for story in found.stories] == ["Cracks close berths", "Teachers strike"]


def test_one_headline_over_two_stories_is_no_duplicate() -> None:
    assert told(fold([briefing(("The latest", HARBOUR), ("The latest", STRIKE))])[0]) == []


def test_the_most_complete_story_is_kept_then_the_earliest() -> None:
    cut = briefing(("Cracks close berths", HARBOUR[:1]), day=1)
    first = briefing(("Cracks close berths", HARBOUR), day=2)
    second = briefing(("Cracks close berths", HARBOUR), day=3)
    for order in ((cut, first, second), (second, first, cut)):
        folded = {found.id: found for found in fold(order)}
        assert [duplicate.kind for _, duplicate in folded[first.id].folded()].count("exact") == 1
        assert {duplicate.folded_briefing for _, duplicate in folded[first.id].folded()} == {cut.id, second.id}
        assert not folded[cut.id].stories and not folded[second.id].stories


def test_a_lead_item_follows_its_story_into_another_briefing() -> None:
    first = briefing(("Cracks close berths", HARBOUR), day=1)
    second = briefing(("Berths closed", HARBOUR), lead=(("Berths are closed.", 0),), day=2)
    assert fold([first, second])[1].lead[0].story == first.stories[0].id


def test_figures_that_disagree_stand_side_by_side() -> None:
    first = briefing(("Measles", tuple(line.format("1,200") for line in PRISONERS)), day=1)
    second = briefing(("Measles", tuple(line.format("1,300") for line in PRISONERS)), day=2)
    kept, _ = fold([first, second])
    ((story, duplicate),) = kept.folded()
    assert duplicate.kind == "near"
    assert [(each.kept, each.folded) for each in duplicate.differed if each.field == "figures"] == [("1,200", "1,300")]
    assert duplicate.agreed == ("headline", "publisher")
    both = united(story, kept.id)
    assert [briefing_id for briefing_id, _ in both.sources] == [first.id, second.id]
    values = {tuple(record.value for _, record in said): len(said) for said in both.figures}
    assert values[(Decimal(1200),)] == values[(Decimal(1300),)] == 1
    assert values[(Decimal(340), Decimal(340))] == 2


def test_what_differs_in_several_places_is_said_once() -> None:
    text = (
        "Ferry sinks\nThe coast guard of Ostrand said that 14 sailors drowned on Tuesday after a ferry had struck a "
        "rock in thick fog before dawn.\nMayor Ilka Branko called the loss of 14 sailors the darkest hour of the town, "
        "and ordered flags to be lowered until the funeral."
    )
    other = text.replace("14", "15").replace("Ferry sinks", "Ferry lost").replace("the funeral", "their burial")
    (story,) = beldigest.parse(f"{text}\n\n{other}").stories
    (duplicate,) = story.duplicates
    assert [(each.kept, each.folded) for each in duplicate.differed if each.field == "figures"] == [
        ("14 sailors", "15 sailors")
    ]


def test_what_two_copies_agree_on_is_named_by_field() -> None:
    body = "The harbour of Velmora was closed on 4 March 2024 after 14 ships hit the quay, the pilot Ilka Branko said."
    (story,) = beldigest.parse(f"Harbour closed\n{body}\n\nQuay hit\n{body}").stories
    assert story.duplicates[0].agreed == ("figures", "dates", "actors")


def test_an_opinion_against_outweighs_any_for() -> None:
    copies = briefing(("Harbour", HARBOUR), ("Quay", HARBOUR))
    for opinions in ([lambda a, b: True, lambda a, b: False], [lambda a, b: False, lambda a, b: None]):
        assert len(fold([copies], opinions)[0].stories) == 2
    assert len(fold([copies], [lambda a, b: None, lambda a, b: True])[0].stories) == 1


def test_one_briefing_and_briefings_as_they_come_can_be_unfolded() -> None:
    folded = fold([briefing(("Harbour", HARBOUR), ("Quay", HARBOUR))])
    assert len(folded[0].stories) == 1
    (back,) = unfold(folded)
    assert len(back.stories) == 2
    assert unfold(folded[0]) == unfold(iter(folded)) == (back,)


def test_a_toll_that_has_risen_is_said_though_the_sentence_is_another() -> None:
    storm = (
        "Ferries lie in the harbour of Velmora, and schools stay shut until Monday, the mayor Ilka Branko said.\nWinds "
        "of 215 kilometres an hour tore the roofs off the market and the customs house on the northern quay. Boats "
        "were found in the gardens behind the church, and the road to Karsk was under water until noon."
    )
    text = f"Storm hits Velmora\nNine people died when the storm hit, and nearly 3,000 lost their homes.\n{storm}"
    later = f"Storm hits Velmora\nEleven people are now known to be dead, and two are missing.\n{storm}"
    (story,) = beldigest.parse(f"{text}\n\n{later}").stories
    (duplicate,) = story.duplicates
    assert [(each.kept, each.folded) for each in duplicate.differed if each.field == "figures"] == [
        ("Nine people", "Eleven people")
    ]


def test_a_merged_page_is_related_to_both_and_joins_neither() -> None:
    digest = briefing(
        ("Cracks close berths", HARBOUR), ("Teachers strike", STRIKE), ("Cracks; teachers", (*HARBOUR, *STRIKE))
    )
    (found,) = fold([digest])
    assert told(found) == []
    assert [(each.kind, each.story) for each in found.stories[2].related] == [
        ("merged", digest.stories[0].id),
        ("merged", digest.stories[1].id),
    ]
    for relation in found.stories[2].related:
        assert [own.of(found.text) for own in relation.own] == [other.of(found.text) for other in relation.other]
    assert fold([found]) == (found,)
    assert unfold([found]) == (digest,)


def test_a_merged_page_is_related_to_the_copies_that_stay() -> None:
    pages = briefing(
        ("Cracks close berths", HARBOUR), ("Teachers strike", STRIKE), ("Both", (*HARBOUR, *STRIKE)), day=3
    )
    copies = briefing(("Cracks close berths", HARBOUR), ("Both again", (*HARBOUR, *STRIKE)), day=2)
    for order in ((pages, copies), (copies, pages)):
        folded = {found.id: found for found in fold(order)}
        (page,) = [story for story in folded[copies.id].stories if story.headline == "Both again"]
        assert [(each.briefing, each.story) for each in page.related] == [
            (copies.id, copies.stories[0].id),
            (pages.id, pages.stories[1].id),
        ]
        assert not folded[pages.id].stories[-1].related


def test_opinions_are_heard_and_a_no_outweighs_a_yes() -> None:
    digest = briefing(("Cracks close berths", HARBOUR), ("Berths closed", HARBOUR))
    asked: list[set[str]] = []

    def no(a: Story, b: Story) -> bool | None:
        asked.append({a.headline, b.headline})
        return False

    assert told(fold([digest], [lambda a, b: True, no])[0]) == []
    assert asked == [{"Cracks close berths", "Berths closed"}]
    assert len(told(fold([digest], [lambda a, b: None])[0])) == 1
    form = [
        briefing(("Measles", tuple(line.format(f"{day},200").replace("9 weeks", f"{day} weeks") for line in PRISONERS)))
        for day in (2, 3)
    ]
    assert told(fold(form)[0]) == []
    assert len([duplicate for found in fold(form, [lambda a, b: True]) for duplicate in found.folded()]) == 1


def test_windows_by_date_and_publisher() -> None:
    first = briefing(("Cracks close berths", HARBOUR), day=1, publisher="P")
    second = briefing(("Cracks close berths", HARBOUR), day=9, publisher="Q")

    def folds(options: DuplicateOptions) -> int:
        return sum(1 for found in fold([first, second], (), options) for _ in found.folded())

    assert (
        folds(DuplicateOptions())
        == folds(DuplicateOptions(within_days=8))
        == folds(DuplicateOptions(publishers="other"))
        == 1
    )
    assert folds(DuplicateOptions(within_days=7)) == folds(DuplicateOptions(publishers="same")) == 0


def test_options_that_mean_nothing_are_refused() -> None:
    with pytest.raises(OptionError, match="within_days is -1"):
        DuplicateOptions(within_days=-1)


def test_what_came_from_a_briefing_that_is_not_there_stays_folded() -> None:
    first = briefing(("Cracks close berths", HARBOUR), day=1)
    second = briefing(("Berths closed", HARBOUR), day=2)
    kept, _ = fold([first, second])
    assert unfold([kept]) == fold([kept]) == (kept,)


def test_the_same_text_from_two_files_is_folded_into_the_first() -> None:
    digest = briefing(("Cracks close berths", HARBOUR), ("Teachers strike", STRIKE), lead=(("Cracks.", 0),))
    copy = attrs.evolve(digest, source=attrs.evolve(digest.source, name="copy.txt"))
    first, second = fold([digest, copy])
    assert [duplicate.kind for _, duplicate in first.folded()] == ["exact", "exact"]
    assert not second.stories and second.lead == copy.lead
    assert fold([first, second]) == (first, second)
    assert unfold([first, second]) == (digest, copy)
    assert fold([first]) == (first,)


def test_records_survive_the_serialisation() -> None:
    from beldigest import from_json, to_json

    digest = briefing(
        ("Cracks close berths", HARBOUR),
        ("Berths closed", HARBOUR),
        ("Teachers strike", STRIKE),
        ("Cracks; teachers", (*HARBOUR, *STRIKE)),
    )
    (found,) = fold([digest])
    assert found.stories[-1].related and any(story.duplicates for story in found.stories)
    assert from_json(to_json(found)) == found


def test_empty_bodies_and_no_stories() -> None:
    empty = attrs.evolve(briefing(), stories=())
    assert fold([]) == () and fold([empty]) == (empty,)
    digest = briefing(("", ()), ("", ()), ("A", ()), ("B", ()))
    assert fold([digest]) == (digest,)


def test_a_few_stories_do_without_numpy() -> None:
    program = (
        "import sys; from beldigest.dedup import StoryText, cluster; "
        "assert len(cluster([StoryText('', 'the same words')] * 3).pairs) == 3; assert 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_of_equal_copies_the_first_one_stays_under_its_own_headline() -> None:
    """A letter that is pasted twice keeps its order, and no body is called misplaced under the headline it has."""
    letter = [("Harbour closes berths", HARBOUR), ("Teachers walk out", STRIKE)]
    (found,) = fold([briefing(*letter, *letter)])
    assert [story.headline for story in found.stories] == ["Harbour closes berths", "Teachers walk out"]
    assert found.stories[0].span.start == 0
    assert {duplicate.kind for _, duplicate in found.folded()} == {"exact"}

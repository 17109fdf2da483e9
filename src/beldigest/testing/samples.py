"""Briefings made by hand, which need no recogniser: one with every kind of record, an empty one, and a hostile one."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from hashlib import sha256

import attrs

from beldigest.ids import content_id
from beldigest.model import (
    Actor,
    Annotation,
    Boilerplate,
    Briefing,
    Citation,
    Difference,
    Duplicate,
    Event,
    Figure,
    Identifier,
    LeadItem,
    Link,
    Mention,
    Notice,
    Paragraph,
    Place,
    Relation,
    Section,
    Source,
    Span,
    Story,
    When,
)

_TEXT = """Border letter
Harbour town counts its empty berths.
Economy
Harbour town counts its empty berths
At least 40 of the 120 berths in Velmora stood empty in March 2023, according to harbour master Ilya Branko (IB).
“We will not close,” Branko told Radio Velmora on 3 April 2023. https://example.org/berths
Harbour town counts its berths
At least 40 of the 120 berths in Velmora stood empty in March 2023, according to harbour master Ilya Branko (IB).
Ferries rise to between 12 and 15 a day
Ferries will rise to between 12 and 15 a day, the Ministry of Ports said, a gain of nearly €2.5 million.
You receive this letter because you asked for it.
"""


def _at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = _TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def _paragraph(words: str, nth: int = 0) -> Paragraph:
    start = _at(words, nth).start
    end = _TEXT.index("\n", start)
    return Paragraph(_TEXT[start:end], Span(start, end))


def full() -> Briefing:
    """A briefing in which every field of every record is used at least once."""
    march = When("March 2023", "2023-03", dt.date(2023, 3, 1), dt.date(2023, 3, 31), "month", span=_at("March 2023"))
    april = When(
        "3 April 2023", "2023-04-03", dt.date(2023, 4, 3), dt.date(2023, 4, 3), "day", span=_at("3 April 2023")
    )
    published = When("2023-04-07", "2023-04-07", dt.date(2023, 4, 7), dt.date(2023, 4, 7), "day")
    branko = Actor(
        content_id("a", "person", "Ilya Branko"),
        "Ilya Branko",
        "person",
        ("Branko", "IB"),
        ("harbour master",),
        (Identifier("register", "p-17"),),
    )
    velmora = Actor(content_id("a", "place", "Velmora"), "Velmora", "place")
    radio = Actor(content_id("a", "media outlet", "Radio Velmora"), "Radio Velmora", "media outlet")
    ministry = Actor(content_id("a", "government body", "Ministry of Ports"), "Ministry of Ports", "government body")
    first = Story(
        id="s-berths",
        headline="Harbour town counts its empty berths",
        span=Span(_at("Harbour town", 1).start, _at("berths", 5).end),
        headline_span=_at("Harbour town counts its empty berths", 1),
        section="Economy",
        deck="A quiet spring",
        byline="By a correspondent",
        dateline="VELMORA, 4 April",
        source_line="Source: Radio Velmora",
        paragraphs=(_paragraph("At least 40"), _paragraph("“We will")),
        links=(Link("https://example.org/berths", _at("https://example.org/berths")),),
        mentions=(
            Mention(velmora.id, _at("Velmora")),
            Mention(branko.id, _at("Ilya Branko"), "harbour master", _at("harbour master")),
            Mention(branko.id, _at("Branko", 1)),
            Mention(radio.id, _at("Radio Velmora")),
        ),
        dates=(march, april),
        figures=(
            Figure(
                "f-40",
                _at("At least 40 of the 120 berths"),
                value=Decimal(40),
                bound="at least",
                counted="berths",
                counted_span=_at("berths", 2),
                as_of=march,
                speaker=branko.id,
            ),
        ),
        citations=(
            Citation(
                "c-data",
                "attributed data",
                _paragraph("At least 40").span,
                (_at("At least 40 of the 120 berths in Velmora stood empty in March 2023"),),
                branko.id,
                "harbour master Ilya Branko",
                _at("harbour master Ilya Branko"),
                "stated",
                "according to",
                (_at("according to"),),
            ),
            Citation(
                "c-quote",
                "direct quote",
                Span(_at("“We will").start, _at("3 April 2023").end),
                (_at("“We will not close,”"),),
                branko.id,
                "Branko",
                _at("Branko", 1),
                "inferred",
                "told",
                (_at("told"),),
                "denied",
                "Radio Velmora",
                _at("Radio Velmora"),
                "Radio Velmora",
                _at("Radio Velmora"),
                april,
            ),
        ),
        events=(
            Event(
                "e-told",
                april,
                "Branko told Radio Velmora",
                _paragraph("“We will").span,
                (branko.id, radio.id),
                "reported",
                (_at("3 April 2023"),),
            ),
        ),
        annotations=(Annotation("n-1", "harbour", "Velmora", _at("Velmora")),),
        published=When("2023-04-04", "2023-04-04", dt.date(2023, 4, 4), dt.date(2023, 4, 4), "day"),
    )
    copy = Story(
        id="s-copy",
        headline="Harbour town counts its berths",
        span=Span(_at("Harbour town counts its berths").start, _paragraph("At least 40", 1).span.end),
        headline_span=_at("Harbour town counts its berths"),
        paragraphs=(_paragraph("At least 40", 1),),
    )
    text_id = content_id("b", _TEXT)
    first_with_copy = _with_copy(first, copy, text_id)
    second = Story(
        id="s-ferries",
        headline="Ferries rise to between 12 and 15 a day",
        span=Span(_at("Ferries rise").start, _paragraph("Ferries will").span.end),
        headline_span=_at("Ferries rise to between 12 and 15 a day"),
        paragraphs=(_paragraph("Ferries will"),),
        mentions=(Mention(ministry.id, _at("Ministry of Ports")),),
        dates=(When("soon"),),
        figures=(
            Figure(
                "f-range",
                _at("between 12 and 15 a day", 1),
                low=Decimal(12),
                high=Decimal(15),
                per="day",
                change="rose to",
                counted="Ferries",
                counted_span=_at("Ferries", 1),
            ),
            Figure("f-money", _at("nearly €2.5 million"), value=Decimal("2500000.0"), unit="EUR", bound="nearly"),
        ),
        citations=(
            Citation(
                "c-ministry",
                "indirect statement",
                _paragraph("Ferries will").span,
                (_at("Ferries will rise to between 12 and 15 a day"), _at("a gain of nearly €2.5 million")),
                None,
                "the Ministry of Ports",
                _at("the Ministry of Ports"),
                None,
                "said",
                (_at("said"),),
            ),
        ),
        events=(
            Event(
                "e-open",
                When(
                    "about 2024", "2024~", dt.date(2024, 1, 1), dt.date(2024, 12, 31), "year", True, True, "2023-04-07"
                ),
                "Ferries rise",
                _paragraph("Ferries will").span,
                (),
                "planned",
            ),
        ),
    )
    lead = _at("Harbour town counts its empty berths.")
    return Briefing(
        id=text_id,
        text=_TEXT,
        source=Source("letter.txt", "text/plain", sha256(_TEXT.encode()).hexdigest()),
        title="Border letter",
        publisher="The Letter",
        author="A. Writer",
        language="en",
        published=published,
        published_known="given",
        url="https://example.org/letter",
        lead=(LeadItem(lead.of(_TEXT), lead, first.id),),
        sections=(Section("Economy", _at("Economy"), (first.id, second.id)),),
        stories=(first_with_copy, second),
        actors=(branko, velmora, radio, ministry),
        boilerplate=(Boilerplate(_at("You receive this letter because you asked for it."), "subscription line"),),
        warnings=(Notice("one part could not be read", "letter.txt, part 2"),),
    )


def _with_copy(story: Story, copy: Story, briefing: str) -> Story:
    duplicate = Duplicate(
        kind="near",
        similarity=0.9375,
        reason="the same first paragraph, word for word",
        story=copy,
        kept=(story.paragraphs[0].span,),
        folded=(copy.paragraphs[0].span,),
        kept_briefing=briefing,
        folded_briefing=briefing,
        agreed=("figures", "dates"),
        differed=(Difference("headline", story.headline, copy.headline),),
        place=Place(1, (0,), (0,)),
    )
    related = Relation("merged", 0.5, "a part of it word for word", "s-ferries", briefing, (story.span,), (copy.span,))
    return attrs.evolve(story, duplicates=(duplicate,), related=(related,))


def empty() -> Briefing:
    """A briefing of an empty text."""
    return Briefing(content_id("b", ""), "", Source("empty", "text/plain", sha256(b"").hexdigest()))


#: Text that means something to a target format: formulae, markup, bidirectional and control characters, surrogates.
HOSTILE = (
    '=HYPERLINK("https://example.org")',
    "+1-2",
    "-2+3",
    "@SUM(A1)",
    "\tstarts with a tab",
    "NA",
    "007",
    "1e5",
    'say "hi", then\r\nbreak; and | pipe',
    "<script>alert(1)</script> &amp; <b>",
    "[link](https://example.org) ![image](x) `code` *em* _em_ ~~x~~ $x$ # 1. - > ^a^ [^1] ==m== %%c%% :smile:",
    "www.example.org and a bare https://example.org/x",
    "---\ntitle: x\n---",
    "BEGIN:VEVENT\\n;,:",
    "\u202eright to left\u202c \u05d0\u05d1 \u200f",
    "nul \x00 vt \x0b esc \x1b del \x7f c1 \x85",
    "surrogate \ud800 alone",
    "astral \U0001f600 e\u0301 \ufeff",
    "{% template %} {{ value }} ${x} %(x)s",
)


def hostile() -> Briefing:
    """A briefing of headlines, paragraphs, names and quotations that mean something to some format."""
    text = ""
    stories: list[Story] = []
    actors: list[Actor] = []
    for number, words in enumerate(HOSTILE):
        span = Span(len(text), len(text) + len(words))
        text += words + "\n"
        actor = Actor(content_id("a", "group", words, number), words, "group", (words,), (words,))
        actors.append(actor)
        day = When("2 May 2023", "2023-05-02", dt.date(2023, 5, 2), dt.date(2023, 5, 2), "day")
        stories.append(
            Story(
                id=content_id("s", words, number),
                headline=words,
                span=span,
                headline_span=span,
                section=words,
                paragraphs=(Paragraph(words, span),),
                mentions=(Mention(actor.id, span, words, span),),
                figures=(Figure(f"f-{number}", span, value=Decimal(-number), counted=words, counted_span=span),),
                citations=(
                    Citation(
                        f"c-{number}", "direct quote", span, (span,), actor.id, words, span, "stated", words, (span,)
                    ),
                ),
                events=(Event(f"e-{number}", day, words, span, (actor.id,), "reported", (span,)),),
            )
        )
    source = Source(HOSTILE[0], "text/plain", sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return Briefing(
        content_id("b", text), text, source, title=HOSTILE[10], stories=tuple(stories), actors=tuple(actors)
    )

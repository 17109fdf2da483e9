"""Hypothesis strategies: texts, spans, and whole briefings whose spans lie in their text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from hashlib import sha256
from typing import Any, get_args

import attrs
from hypothesis import strategies as st

from beldigest import model
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
from beldigest.testing.samples import HOSTILE

#: Any str whatever, lone surrogates and control characters included.
any_text: st.SearchStrategy[str] = st.text(st.characters())

#: Text of one line, often such as means something to a target format.
lines: st.SearchStrategy[str] = st.one_of(
    st.text(st.characters(exclude_characters="\n\r"), min_size=1, max_size=40), st.sampled_from(HOSTILE)
)

#: Prose in several lines: what a story is made of.
paragraphs: st.SearchStrategy[str] = st.lists(lines, min_size=1, max_size=3).map(" ".join)

#: Digest-like text: headlines, paragraphs and blank lines in any order.
digests: st.SearchStrategy[str] = st.lists(
    st.one_of(
        paragraphs,
        st.just(""),
        st.sampled_from(
            (
                "Minister resigns over port deal",
                "The minister, Ana Kovel, said on March 3 that at least 40 people had left.",
                "“We will stay,” she said.",
                "- A first item: 14% more than in 2022",
                "* * *",
                "https://example.org/a?b=c",
            )
        ),
    ),
    max_size=12,
).map("\n".join)

days: st.SearchStrategy[dt.date] = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))


def _one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


@st.composite
def whens(draw: st.DrawFn, spans: st.SearchStrategy[Span] | None = None) -> When:
    """Dates: unresolved, a day, a month, a year, or an interval."""
    words = draw(lines)
    span = draw(st.none() | spans) if spans is not None else None
    shape = draw(st.sampled_from(("none", "day", "month", "year", "interval")))
    if shape == "none":
        return When(words, span=span)
    first = draw(days)
    flags = (draw(st.booleans()), draw(st.booleans()), draw(st.none() | st.just("2024-02-29")), span)
    if shape == "day":
        return When(words, first.isoformat(), first, first, "day", *flags)
    if shape == "year":
        return When(words, f"{first.year:04}", dt.date(first.year, 1, 1), dt.date(first.year, 12, 31), "year", *flags)
    if shape == "month":
        start = first.replace(day=1)
        end = dt.date(first.year, first.month, 28)
        while end.month == first.month and end < dt.date.max:
            end += dt.timedelta(days=1)
        last = end if end == dt.date.max else end - dt.timedelta(days=1)
        return When(words, f"{first.year:04}-{first.month:02}", start, last, "month", *flags)
    last = draw(st.dates(first, dt.date(9999, 12, 31)))
    return When(words, f"{first.isoformat()}/{last.isoformat()}", first, last, "interval", *flags)


_decimals = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**15), max_value=10**15)


@st.composite
def briefings(draw: st.DrawFn, max_stories: int = 3) -> Briefing:
    """Whole briefings: every id that is named is there, and every span lies in the text."""
    text = draw(st.lists(paragraphs, min_size=1, max_size=6).map("\n".join))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda ends: Span(min(ends), max(ends)))
    briefing_id = content_id("b", text)
    actors = tuple(
        Actor(
            content_id("a", number),
            draw(lines),
            draw(_one_of(model.ActorKind)),
            tuple(draw(st.lists(lines, max_size=2))),
            tuple(draw(st.lists(lines, max_size=2))),
            tuple(draw(st.lists(st.builds(Identifier, lines, lines), max_size=1))),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    someone = st.sampled_from([actor.id for actor in actors]) if actors else st.nothing()
    maybe_someone = st.none() | someone
    maybe_line = st.none() | lines
    maybe_when = st.none() | whens(spans)

    def several(make: Callable[[int], st.SearchStrategy[Any]], most: int = 2) -> tuple[Any, ...]:
        return tuple(draw(make(number)) for number in range(draw(st.integers(0, most))))

    def story(number: int) -> Story:
        story_id = content_id("s", briefing_id, number)

        def record_id(prefix: str) -> Callable[[int], str]:
            return lambda each: content_id(prefix, story_id, each)

        figure_id, citation_id, event_id, note_id = map(record_id, ("f", "c", "e", "n"))
        value, low, high = draw(
            st.one_of(
                st.tuples(_decimals, st.none(), st.none()),
                st.tuples(st.none(), st.just(Decimal(1)), st.just(Decimal("2.50"))),
            )
        )
        return Story(
            id=story_id,
            headline=draw(st.just("") | lines),
            span=draw(spans),
            headline_span=draw(st.none() | spans),
            section=draw(maybe_line),
            deck=draw(maybe_line),
            byline=draw(maybe_line),
            dateline=draw(maybe_line),
            source_line=draw(maybe_line),
            paragraphs=several(lambda _: st.builds(Paragraph, paragraphs, spans)),
            links=several(lambda _: st.builds(Link, lines, spans)),
            mentions=several(lambda _: st.builds(Mention, someone, spans, maybe_line, st.none() | spans))
            if actors
            else (),
            dates=several(lambda _: whens(spans)),
            figures=several(
                lambda each: st.builds(
                    Figure,
                    st.just(figure_id(each)),
                    spans,
                    st.just(value),
                    st.just(low),
                    st.just(high),
                    st.sampled_from((None, "%", "EUR", "year")),
                    st.sampled_from((None, "day")),
                    _one_of(model.Bound),
                    maybe_line,
                    st.none() | spans,
                    st.none() | _one_of(model.Change),
                    maybe_when,
                    maybe_someone,
                )
            ),
            citations=several(
                lambda each: st.builds(
                    Citation,
                    st.just(citation_id(each)),
                    _one_of(model.CitationKind),
                    spans,
                    st.lists(spans, min_size=1, max_size=2).map(tuple),
                    maybe_someone,
                    maybe_line,
                    st.none() | spans,
                    st.none() | _one_of(model.Known),
                    maybe_line,
                    st.lists(spans, max_size=2).map(tuple),
                    _one_of(model.Stance),
                    maybe_line,
                    st.none() | spans,
                    maybe_line,
                    st.none() | spans,
                    maybe_when,
                )
            ),
            events=several(
                lambda each: st.builds(
                    Event,
                    st.just(event_id(each)),
                    whens(spans),
                    lines,
                    spans,
                    st.lists(someone, max_size=2, unique=True).map(tuple) if actors else st.just(()),
                    _one_of(model.EventStatus),
                    st.lists(spans, max_size=2).map(tuple),
                )
            ),
            annotations=several(lambda each: st.builds(Annotation, st.just(note_id(each)), lines, lines, spans), 1),
            published=draw(st.none() | whens()),
        )

    stories = [story(number) for number in range(draw(st.integers(0, max_stories)))]
    if len(stories) > 1 and draw(st.booleans()):
        stories[0] = _folded(stories[0], stories.pop(), briefing_id, draw(_one_of(model.DuplicateKind)), draw(lines))
    if len(stories) > 1 and draw(st.booleans()):
        stories[-1] = _page(stories[-1], stories[0], briefing_id, draw(lines))
    story_ids = [each.id for each in stories]
    maybe_story = st.none() | st.sampled_from(story_ids) if story_ids else st.none()
    return Briefing(
        id=briefing_id,
        text=text,
        source=Source(draw(lines), "text/plain", sha256(text.encode("utf-8", "surrogatepass")).hexdigest()),
        title=draw(maybe_line),
        publisher=draw(maybe_line),
        author=draw(maybe_line),
        language=draw(st.sampled_from(("en", "be", "ru"))),
        published=draw(st.none() | whens()),
        published_known=draw(st.none() | _one_of(model.Known)),
        url=draw(st.none() | st.just("https://example.org/letter?a=1&b=2")),
        lead=several(lambda _: st.builds(LeadItem, lines, spans, maybe_story)),
        sections=several(
            lambda _: st.builds(
                Section,
                lines,
                spans,
                st.lists(st.sampled_from(story_ids), max_size=2).map(tuple) if story_ids else st.just(()),
            ),
            1,
        ),
        stories=tuple(stories),
        actors=actors,
        boilerplate=several(lambda _: st.builds(Boilerplate, spans, lines), 1),
        warnings=several(lambda _: st.builds(Notice, lines, lines), 1),
    )


def _folded(story: Story, copy: Story, briefing: str, kind: model.DuplicateKind, words: str) -> Story:
    duplicate = Duplicate(
        kind,
        0.75,
        words,
        copy,
        (story.span,),
        (copy.span,),
        briefing,
        briefing,
        ("dates",),
        (Difference("headline", words, words),),
        Place(1, (0,), (0,)),
    )
    return attrs.evolve(story, duplicates=(duplicate,))


def _page(story: Story, part: Story, briefing: str, words: str) -> Story:
    relation = Relation("merged", 0.5, words, part.id, briefing, (story.span,), (part.span,))
    return attrs.evolve(story, related=(relation,))

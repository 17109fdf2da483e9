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


#: The same as ``lines``, or None.
maybe_line: st.SearchStrategy[str | None] = st.none() | lines


def _tuples(of: st.SearchStrategy[Any], most: int = 2, least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, min_size=least, max_size=most).map(tuple)


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


class _Maker:
    """Draws the records of one briefing, whose spans lie in its text and whose speakers are its actors."""

    def __init__(self, draw: st.DrawFn, text: str) -> None:
        self._draw = draw
        self.spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(
            lambda ends: Span(min(ends), max(ends))
        )
        self.actors = self.several(
            lambda number: st.builds(
                Actor,
                id=st.just(content_id("a", number)),
                name=lines,
                kind=_one_of(model.ActorKind),
                aliases=_tuples(lines),
                roles=_tuples(lines),
                identifiers=_tuples(st.builds(Identifier, lines, lines), 1),
            ),
            3,
        )
        self._someone = st.sampled_from([actor.id for actor in self.actors]) if self.actors else st.nothing()
        self._maybe_when = st.none() | whens(self.spans)

    def several(self, make: Callable[[int], st.SearchStrategy[Any]], most: int = 2) -> tuple[Any, ...]:
        """At most so many records, each made with its number."""
        return tuple(self._draw(make(number)) for number in range(self._draw(st.integers(0, most))))

    def story(self, briefing_id: str, number: int) -> Story:
        """A story of the briefing, with records of every kind that names no other story."""
        draw, spans = self._draw, self.spans
        story_id = content_id("s", briefing_id, number)
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
            paragraphs=self.several(lambda _: st.builds(Paragraph, paragraphs, spans)),
            links=self.several(lambda _: st.builds(Link, lines, spans)),
            mentions=self.several(lambda _: self._mention(), 2 if self.actors else 0),
            dates=self.several(lambda _: whens(spans)),
            figures=self.several(lambda each: self._figure(content_id("f", story_id, each))),
            citations=self.several(lambda each: self._citation(content_id("c", story_id, each))),
            events=self.several(lambda each: self._event(content_id("e", story_id, each))),
            annotations=self.several(
                lambda each: st.builds(Annotation, st.just(content_id("n", story_id, each)), lines, lines, spans), 1
            ),
            published=draw(st.none() | whens()),
        )

    def _mention(self) -> st.SearchStrategy[Mention]:
        return st.builds(Mention, self._someone, self.spans, maybe_line, st.none() | self.spans)

    def _figure(self, id: str) -> st.SearchStrategy[Figure]:
        amounts: st.SearchStrategy[dict[str, Decimal]] = st.one_of(
            st.fixed_dictionaries({"value": _decimals}), st.just({"low": Decimal(1), "high": Decimal("2.50")})
        )
        return amounts.flatmap(
            lambda amount: st.builds(
                Figure,
                id=st.just(id),
                span=self.spans,
                unit=st.sampled_from((None, "%", "EUR", "year")),
                per=st.sampled_from((None, "day")),
                bound=_one_of(model.Bound),
                counted=maybe_line,
                counted_span=st.none() | self.spans,
                change=st.none() | _one_of(model.Change),
                as_of=self._maybe_when,
                speaker=st.none() | self._someone,
                **{name: st.just(value) for name, value in amount.items()},
            )
        )

    def _citation(self, id: str) -> st.SearchStrategy[Citation]:
        maybe_span = st.none() | self.spans
        return st.builds(
            Citation,
            id=st.just(id),
            kind=_one_of(model.CitationKind),
            span=self.spans,
            content=_tuples(self.spans, least=1),
            speaker=st.none() | self._someone,
            speaker_text=maybe_line,
            speaker_span=maybe_span,
            speaker_basis=st.none() | _one_of(model.Known),
            cue=maybe_line,
            cue_spans=_tuples(self.spans),
            stance=_one_of(model.Stance),
            outlet=maybe_line,
            outlet_span=maybe_span,
            addressee=maybe_line,
            addressee_span=maybe_span,
            when=self._maybe_when,
        )

    def _event(self, id: str) -> st.SearchStrategy[Event]:
        return st.builds(
            Event,
            id=st.just(id),
            when=whens(self.spans),
            what=lines,
            span=self.spans,
            actors=st.lists(self._someone, max_size=2, unique=True).map(tuple) if self.actors else st.just(()),
            status=_one_of(model.EventStatus),
            evidence=_tuples(self.spans),
        )


@st.composite
def briefings(draw: st.DrawFn, max_stories: int = 3) -> Briefing:
    """Whole briefings: every id that is named is there, and every span lies in the text."""
    text = draw(st.lists(paragraphs, min_size=1, max_size=6).map("\n".join))
    briefing_id = content_id("b", text)
    maker = _Maker(draw, text)
    stories = [maker.story(briefing_id, number) for number in range(draw(st.integers(0, max_stories)))]
    if len(stories) > 1 and draw(st.booleans()):
        stories[0] = _folded(stories[0], stories.pop(), briefing_id, draw(_one_of(model.DuplicateKind)), draw(lines))
    if len(stories) > 1 and draw(st.booleans()):
        stories[-1] = _page(stories[-1], stories[0], briefing_id, draw(lines))
    some_story = st.sampled_from([each.id for each in stories]) if stories else st.nothing()
    its_stories = _tuples(some_story) if stories else st.just(())
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
        lead=maker.several(lambda _: st.builds(LeadItem, lines, maker.spans, st.none() | some_story)),
        sections=maker.several(lambda _: st.builds(Section, lines, maker.spans, its_stories), 1),
        stories=tuple(stories),
        actors=maker.actors,
        boilerplate=maker.several(lambda _: st.builds(Boilerplate, maker.spans, lines), 1),
        warnings=maker.several(lambda _: st.builds(Notice, lines, lines), 1),
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

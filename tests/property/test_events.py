"""What holds of events in any text."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right

from hypothesis import assume, given
from hypothesis import strategies as st

from beldigest.mentions import citations, dates
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import Mentions
from beldigest.model import Actor, Event, Span
from beldigest.resolve import events

WHO = [
    "The mayor",
    "Police",
    "A court in the port",
    "He",
    "The ban, which",
    "Signed",
    "Two ministers",
    "It",
    "As talks",
    "The trial of the men held",
    "If the bank",
    "She said the guards",
    "Some 1,300 nurses",
    "The cross-party panel’s 2,417 clerks, 1,090 of them new,",
]
DID = [
    "resigned",
    "will meet",
    "was closed",
    "said",
    "may fall",
    "has been held",
    "signed the deal",
    "takes effect",
    "told reporters that it had left",
    "was due to open",
    "rose by 3%",
    "to vote",
    "following the vote",
    "sold 12,400.5 tonnes at 10:30",
    "have been closed",
    "paid €1,250,000 to U.N.-led aid groups, up from 900,000 a year earlier",
]
WHEN = [
    "on March 5",
    "in 2019",
    "yesterday",
    "next week",
    "from May 1 to May 3",
    "since 2020",
    "until June 30",
    "at 3 a.m. on Sunday",
    "in April and by 2% in May",
    "(born 3 May 1960)",
    "",
]
LINK = [
    ", and ",
    ". ",
    "; ",
    ", while ",
    " after ",
    ", who ",
    " – ",
    ", ",
    " that ",
    " and ",
    ': "',
    '," ',
    " when ",
    ", when ",
    ", from which ",
    "? ",
]
PROSE = st.lists(st.tuples(*map(st.sampled_from, (WHO, DID, WHEN, LINK))), min_size=1, max_size=4).map(
    lambda parts: "".join(f"{who} {did} {when}{link}" for who, did, when, link in parts)
)
TEXTS = st.one_of(PROSE, PROSE, st.text(max_size=80))
PUBLISHED = dt.date(2024, 3, 20)


class Nobody:
    """A register without actors."""

    def __init__(self) -> None:
        self.actors: tuple[Actor, ...] = ()
        self.mentions: dict[Span, str] = {}

    def resolve(self, phrase: Span) -> None:
        return None


def read(reading: Reading) -> list[tuple[Passage, tuple[Event, ...]]]:
    mentions = Mentions().plus(dates.find(reading, Mentions()))
    mentions = mentions.plus(citations.find(reading, mentions))
    starts = [passage.stretches[0].start for passage in reading.passages]

    def its(passage: Passage) -> Mentions:
        def lies_in(start: int) -> bool:
            return reading.passages[max(bisect_right(starts, start) - 1, 0)] is passage

        return Mentions(
            dates=tuple(mention for mention in mentions.dates if lies_in(mention.span.start)),
            citations=tuple(mention for mention in mentions.citations if mention.cue and lies_in(mention.cue[0].start)),
        )

    return [(passage, events.events(reading, passage, its(passage), Nobody())) for passage in reading.passages]


def told(text: str, published: dt.date = PUBLISHED) -> tuple[Event, ...]:
    reading = Reading.of(text, published=published)
    return tuple(event for _, its in read(reading) for event in its)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@given(TEXTS)
def test_an_event_is_told_in_the_words_of_its_evidence(text):
    for event in told(text):
        assert event.what.strip()
        assert event.when.edtf is not None
        assert all(0 <= span.start < span.end <= len(text) for span in event.evidence)
        evidence = iter(words(" ".join(span.of(text) for span in event.evidence)))
        assert all(word in evidence for word in words(event.what))  # in order: each takes up where the last was found


@given(PROSE)
def test_no_word_or_number_is_broken(text):
    """The words of an event are whole words of the text, with the marks in them ("1,300", "10:30", "cross-party"), but
    for the auxiliary of a participle in square brackets."""
    whole = re.compile(r"\w+(?:[.,:'’-]\w+)*")
    known = set(whole.findall(text.casefold()))
    for event in told(text):
        what = re.sub(r"\[(?:is|are|was|were)\]", "", event.what)
        assert set(whole.findall(what.casefold())) <= known


@given(TEXTS)
def test_the_date_of_an_event_is_not_told_again(text):
    for event in told(text):
        assert event.when.span is not None
        date = " ".join(event.when.span.of(text).split())
        if text.count(date) == 1:
            assert date not in event.what


@given(st.lists(PROSE, min_size=2, max_size=3))
def test_the_evidence_of_an_event_lies_in_one_passage(texts):
    lines, at, paragraphs = [], 0, []
    for text in texts:
        line = text.replace("\n", " ").strip()
        assume(line)
        lines.append(line)
        paragraphs.append(Span(at, at + len(line)))
        at += len(line) + 1
    passages = [Passage((paragraph,)) for paragraph in paragraphs]
    reading = Reading.over("\n".join(lines), passages, published=PUBLISHED)
    for passage, its in read(reading):
        for event in its:
            assert all(any(span in stretch for stretch in passage.stretches) for span in event.evidence)


@given(PROSE, st.integers(min_value=1, max_value=40))
def test_a_later_day_of_publication_makes_what_is_relative_to_it_later(text, weeks):
    """A day of publication some weeks later, on the same day of the week, moves the dates that are counted from it."""
    later = PUBLISHED + dt.timedelta(weeks=weeks)
    before = {event.what: event for event in told(text) if event.when.text in ("yesterday", "next week")}
    for event in told(text, later):
        same = before.get(event.what)
        if same is not None and event.when.text == same.when.text and event.when.first and same.when.first:
            assert event.when.first - same.when.first == dt.timedelta(weeks=weeks)
            assert event.status == same.status


@given(TEXTS)
def test_what_is_told_twice_stands_once(text):
    line = " ".join(text.split())
    kinds = [(event.when.edtf, event.what) for event in told(f"{line}.\n{line}.")]
    assert len(kinds) == len(set(kinds))

"""What holds of events in any text."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import given
from hypothesis import strategies as st

from beldigest.mentions import dates
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import Mentions
from beldigest.model import Actor, Event, Span
from beldigest.resolve import events

WHO = ["The mayor", "Police", "A court in the port", "He", "The ban, which", "Signed", "Two ministers"]
DID = ["resigned", "will meet", "was closed", "said", "may fall", "has been held", "signed the deal", "takes effect"]
WHEN = [
    "on March 5",
    "in 2019",
    "yesterday",
    "next week",
    "from May 1 to May 3",
    "since 2020",
    "at 3 a.m. on Sunday",
    "",
]
LINK = [", and ", ". ", "; ", ", while ", " after ", ", who ", " – ", ", ", " that "]
PROSE = st.lists(st.tuples(*map(st.sampled_from, (WHO, DID, WHEN, LINK))), min_size=1, max_size=4).map(
    lambda parts: "".join(f"{who} {did} {when}{link}" for who, did, when, link in parts)
)
TEXTS = st.one_of(PROSE, PROSE, st.text(max_size=80))


class Nobody:
    """A register without actors."""

    def __init__(self) -> None:
        self.actors: tuple[Actor, ...] = ()
        self.mentions: dict[Span, str] = {}

    def resolve(self, phrase: Span) -> None:
        return None


def told(text: str) -> tuple[Event, ...]:
    reading = Reading.of(text, published=dt.date(2024, 3, 20))
    mentions = Mentions().plus(dates.find(reading, Mentions()))
    return tuple(event for passage in reading.passages for event in events.events(reading, passage, mentions, Nobody()))


@given(TEXTS)
def test_an_event_is_told_in_the_words_of_its_evidence(text):
    for event in told(text):
        assert event.what.strip()
        assert event.when.edtf is not None
        assert all(0 <= span.start < span.end <= len(text) for span in event.evidence)
        words = re.findall(r"\w+", event.what.casefold())
        evidence = iter(re.findall(r"\w+", " ".join(span.of(text) for span in event.evidence).casefold()))
        assert all(word in evidence for word in words)  # in order, for each takes up where the last one was found


@given(TEXTS)
def test_the_date_of_an_event_is_not_told_again(text):
    for event in told(text):
        assert event.when.span is not None
        words = " ".join(event.when.span.of(text).split())
        if text.count(words) == 1:
            assert words not in event.what

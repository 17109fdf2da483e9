"""Events, written as prose: a title, the names in it, a text, and what happened when."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from beldigest.mentions import citations, dates
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import ActorMention, Mentions
from beldigest.model import Actor, ActorKind, Event, Span
from beldigest.resolve import events
from beldigest.resolve.register import Resolved

KINDS: tuple[ActorKind, ActorKind] = ("person", "organization")
FIXTURES = Path(__file__).parent.parent / "fixtures" / "events"


class Names:
    """A register of the given names, those of bodies with a star; a pronoun means whoever was named last."""

    def __init__(self, text: str, names: list[str]) -> None:
        self.text = text
        self.actors = [Actor(name.rstrip("*"), name.rstrip("*"), KINDS[name.endswith("*")]) for name in names]
        self.mentions = {
            Span(*found.span()): actor.id for actor in self.actors for found in re.finditer(re.escape(actor.name), text)
        }

    def resolve(self, phrase: Span) -> Resolved | None:
        named = [span for span in self.mentions if span in phrase]
        before = [span for span in self.mentions if span.end <= phrase.start]
        if named:
            return Resolved(self.mentions[named[0]], "stated")
        return Resolved(self.mentions[max(before)], "inferred") if before else None

    def fits(self, pronoun: Span, actor: str) -> bool:
        personal = pronoun.of(self.text).lower() in ("he", "him", "his", "she", "her")
        return personal and any(one.id == actor and one.kind == "person" for one in self.actors)


def told(text: str, names: list[str]) -> tuple[Event, ...]:
    reading = Reading.of(text, published=dt.date(2024, 3, 20))
    register = Names(reading.text, names)
    mentions = Mentions().plus(dates.find(reading, Mentions()))
    mentions = mentions.plus(citations.find(reading, mentions))
    mentions = mentions.plus(ActorMention(span, "person") for span in register.mentions)
    return events.events(reading, reading.passages[0], mentions, register)


def blocks() -> Iterator[object]:
    for path in sorted(FIXTURES.glob("*.txt")):
        lines = path.read_text("utf-8").splitlines()
        text = "\n".join(line for line in lines if not line.startswith("#"))
        for block in text.strip().split("\n\n"):
            title, *rest = block.strip().split("\n")
            names = rest.pop(0)[1:-1].split(", ") if rest[0].startswith("(") else []
            yield pytest.param(rest[0], names, rest[1:], id=title)


@pytest.mark.parametrize(("text", "names", "expected"), list(blocks()))
def test_events(text: str, names: list[str], expected: list[str]) -> None:
    found = []
    for event in told(text, names):
        actors = f" ({', '.join(event.actors)})" if event.actors else ""
        found.append(f"=> {event.when.edtf} {event.status}: {event.what}{actors}")
    assert (found or ["=> nothing"]) == expected


def test_one_that_is_told_twice_stands_once_with_both_as_evidence() -> None:
    text = (
        "The court sentenced Pavel Orlik on March 5. It was cold. "
        "The court sentenced Pavel Orlik on March 5 to two years."
    )
    (event,) = told(text, ["Pavel Orlik"])
    assert event.what == "The court sentenced Pavel Orlik"
    assert len(event.evidence) == 2
    assert all("sentenced" in span.of(text) for span in event.evidence)


def test_a_sentence_with_many_dates_is_a_table_and_tells_nothing() -> None:
    assert told("Closed on " + ", ".join(f"May {day}" for day in range(1, 20)) + ".", []) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Chad, Niger sign a grain accord on March 5. Chad and Niger signed a grain accord in Zinder on March 5.",
        "Customs officers seized nine tusks on March 5. The nine tusks were seized by customs officers on March 5.",
        "The bank raised its key rate on March 5. On March 5, the bank raised its key rate to 9%, a record.",
        "Gunmen attacked a church in Owo on March 5. Ten died on March 5 when gunmen attacked a church in Owo.",
        "The ferry Alma sank off Cebu on March 5. A ferry, the Alma, sank off the island of Cebu on March 5.",
    ],
)
def test_one_that_is_told_in_other_words_stands_once(text: str) -> None:
    assert len(told(text, [])) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A bridge was opened on March 5. On March 5 the miners went on strike.",
        "Two soldiers were killed near Gao on March 5. Two soldiers were wounded near Gao on March 5.",
        "The senate rejected the tax bill on March 5. The senate approved the tax bill on March 5.",
        "A mine in Kolwezi collapsed on March 5. A mine in Likasi collapsed on March 5.",
        "A mine collapsed on March 5, killing 6 men. A mine collapsed on March 5, killing 14 men.",
        "The union called off the strike on March 5. The union began a strike on March 5.",
    ],
)
def test_two_of_one_day_stand_apart(text: str) -> None:
    assert len(told(text, [])) == 2


def test_what_is_to_come_is_judged_by_the_day_of_the_passage() -> None:
    text = "The fair opens on March 15."
    paragraphs = Reading.of(text).passages[0].paragraphs
    passage = Passage(paragraphs, published=dt.date(2024, 3, 10))
    reading = Reading.over(text, (passage,), published=dt.date(2024, 3, 20))
    mentions = Mentions().plus(dates.find(reading, Mentions()))
    (event,) = events.events(reading, passage, mentions, Names(text, []))
    assert (event.when.edtf, event.status) == ("2024-03-15", "planned")

"""Laws of actors: what holds of any text whatever."""

from __future__ import annotations

import string
import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from beldigest.mentions import actors, dates
from beldigest.mentions.actors.roles import roles
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import Mentions
from beldigest.model import Span
from beldigest.resolve.register import register
from beldigest.testing import strategies

WORDS = st.sampled_from(
    (
        *(
            "Ann",
            "Jan",
            "Kovalenko",
            "Halloran",
            "Minsk",
            "Estonia",
            "Kostrovka",
            "Belarusian",
            "al-Amin",
            "J.",
            "van der",
        ),
        *(
            "Ministry",
            "of",
            "Culture",
            "People",
            "Party",
            "RFE/RL",
            "KRB",
            "U.S.",
            "Co.",
            "newspaper",
            "and",
            "for",
            "in",
        ),
        *("minister", "Minister", "president", "former", "Mr.", "he", "she", "it", "who", "the", "The", "said", "left"),
        *("Friday", "2020", "election", "42", "border", "'s", "’s", ",", ".", "(", ")", '"Yes"', "—"),
        *("\u00ad", "\u0301", "Ko\u00adva"),
    )
)
prose = st.lists(WORDS, max_size=40).map(" ".join)
texts = st.one_of(prose, strategies.any_text, strategies.digests)


def mentions_of(reading: Reading) -> Mentions:
    mentions = Mentions().plus(dates.find(reading, Mentions()))
    return mentions.plus(actors.find(reading, mentions))


@given(texts)
def test_mentions_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = list(actors.find(Reading.of(text), Mentions()))
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        words = mention.span.of(text)
        assert words == words.strip()
        assert not words.endswith(("'s", "’s"))
        assert mention.role is None or not mention.role.overlaps(mention.span)


@given(texts)
def test_the_register_has_each_mention_and_no_other_actor(text: str) -> None:
    reading = Reading.of(text)
    mentions = mentions_of(reading)
    book = register(reading, mentions)
    assert set(book.mentions) == {mention.span for mention in mentions.actors}
    assert {actor.id for actor in book.actors} == set(book.mentions.values())
    assert len({actor.id for actor in book.actors}) == len(book.actors)
    for actor in book.actors:
        assert actor.name not in actor.aliases


@given(texts, st.data())
def test_any_stretch_resolves_to_an_actor_of_the_register_or_to_nobody(text: str, data: st.DataObject) -> None:
    reading = Reading.of(text)
    book = register(reading, mentions_of(reading))
    known = {actor.id for actor in book.actors}
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    resolved = book.resolve(Span(start, end))
    assert resolved is None or resolved.actor in known


@given(texts)
def test_each_mention_resolves_to_its_own_actor(text: str) -> None:
    reading = Reading.of(text)
    book = register(reading, mentions_of(reading))
    for span, actor in book.mentions.items():
        resolved = book.resolve(span)
        assert resolved is not None
        assert (resolved.actor, resolved.known) == (actor, "stated")


@given(texts, st.data())
def test_roles_of_any_spans_lie_beside_them(text: str, data: st.DataObject) -> None:
    if not text:
        return
    starts = data.draw(st.lists(st.integers(0, len(text) - 1), max_size=4, unique=True))
    names = [Span(start, start + 1) for start in starts]
    for name, role in roles(Reading.of(text), names):
        assert name in names
        assert 0 <= role.start < role.end <= len(text)
        assert not role.overlaps(name)


@given(st.lists(st.sampled_from(string.ascii_uppercase), min_size=2, max_size=2, unique=True), prose)
def test_an_unrelated_passage_changes_no_actor(letters: list[str], other: str) -> None:
    first, second = (letter + "arvinsky" for letter in letters)
    text = f"Minister Ann {first} met Jan {second}. {first} left. She met {second}."
    alone = Reading.of(text)
    both = Reading.over(
        f"{text}\n{other}",
        [
            Passage((Span(0, len(text)),)),
            *([Passage((Span(len(text) + 1, len(text) + 1 + len(other)),))] if other else []),
        ],
    )
    books = [register(reading, mentions_of(reading)) for reading in (alone, both)]
    within = [{span: book.mentions[span] for span in book.mentions if span.end <= len(text)} for book in books]
    assert within[0] == within[1]


@given(st.sampled_from(["Łukasz Żeromski", "José Núñez", "Zoë Bŭčak", "Jürgen Möller"]))
def test_combining_marks_make_no_other_actor(name: str) -> None:
    text = f"{name} spoke. Later {unicodedata.normalize('NFD', name)} left."
    reading = Reading.of(text)
    book = register(reading, mentions_of(reading))
    assert len(book.actors) == 1
    assert len(book.mentions) == 2

"""Laws of the comparison of stories, over stories that were copied, cut, reworded and put together."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from beldigest.dedup import DuplicateOptions, StoryIndex, StoryText, bulk, candidates, cluster, signatures, verify
from beldigest.dedup.codes import SHIFT
from beldigest.dedup.grouping import group
from beldigest.dedup.measure import side
from beldigest.dedup.passages import passages
from beldigest.dedup.words import coder, places
from beldigest.testing import strategies

WORDS = (
    "the a of in on and to for by with from said after before when while police court ministry border village river "
    "harvest school teacher driver lawyer prison strike wages bridge market winter summer paper letter window garden "
    "Velmora Norland Ostrand Karsk Branko Petri Monday March seven 14 1,200 98 3.5 2024 opened closed moved arrived"
)
sentences = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=30).map(" ".join)
originals = st.lists(sentences, max_size=6)


@st.composite
def collections(draw: st.DrawFn) -> list[StoryText]:
    """Stories some of which are copies, cuts, rewordings or sums of others."""
    bodies: list[list[str]] = draw(st.lists(originals, min_size=1, max_size=6))
    for _ in range(draw(st.integers(0, 6))):
        body = draw(st.sampled_from(bodies))
        how = draw(st.sampled_from(("copy", "cut", "reword", "sum", "capitals")))
        if how == "copy":
            new = list(body)
        elif how == "cut":
            new = body[: draw(st.integers(0, len(body)))]
        elif how == "sum":
            new = [*body, *draw(st.sampled_from(bodies))]
        elif how == "capitals":
            new = [sentence.upper() for sentence in body]
        else:
            new = [draw(st.sampled_from((sentence, draw(sentences)))) for sentence in body]
        bodies.append(new)
    headlines = st.sampled_from(("", "The week ahead", "Strike in Velmora", "Bridge closed"))
    return [StoryText(draw(headlines), "\n".join(body)) for body in bodies]


def pairs_by_text(stories: Sequence[StoryText]) -> set[tuple[frozenset[StoryText], str]]:
    """The pairs that are found, by what they join, so that the order of the stories is not in them."""
    return {(frozenset((stories[pair.a], stories[pair.b])), pair.kind) for pair in cluster(stories).pairs}


@given(strategies.any_text)
def test_a_story_is_its_own_duplicate(text: str) -> None:
    story = StoryText("", text)
    found = cluster([story, story])
    kinds = [pair.kind for pair in found.pairs]
    assert kinds == (["exact"] if len(coder("en").codes(text)) else [])


@given(collections())
def test_a_verdict_is_symmetric(stories: list[StoryText]) -> None:
    all_signatures = signatures(stories)
    pairs = list(combinations(range(len(stories)), 2))
    there = verify(all_signatures, pairs)
    back = verify(all_signatures, [(b, a) for a, b in pairs])
    for one, other in zip(there, back, strict=True):
        assert (one.kind, one.similarity) == (other.kind, other.similarity)
        assert (one.cover_a, one.cover_b) == (other.cover_b, other.cover_a)
        assert 0 <= one.similarity <= 1


@given(collections(), st.randoms(use_true_random=False))
def test_order_changes_nothing(stories: list[StoryText], random: object) -> None:
    shuffled = list(stories)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert pairs_by_text(shuffled) == pairs_by_text(stories)


@given(collections(), st.randoms(use_true_random=False), st.integers(1, 4))
def test_order_and_batches_of_arrival_change_no_group(stories: list[StoryText], random: object, size: int) -> None:
    keyed = [(str(number), story) for number, story in enumerate(stories)]
    at_once, by_and_by = StoryIndex(), StoryIndex()
    at_once.add(keyed)
    random.shuffle(keyed)  # type: ignore[attr-defined]
    for start in range(0, len(keyed), size):
        by_and_by.add(keyed[start : start + size])
    assert by_and_by.groups() == at_once.groups()


@given(collections())
def test_every_story_of_a_group_was_verified_against_the_first(stories: list[StoryText]) -> None:
    found = group(signatures(stories))
    for index, first in enumerate(found.labels):
        assert found.labels[first] == first
        if index != first:
            assert found.pairs[min(index, first), max(index, first)].kind
    for page, part in found.pages:
        assert (min(page, part), max(page, part)) not in found.pairs


@given(collections(), st.lists(st.integers(1, 3), min_size=12, max_size=12))
def test_counting_in_bulk_gives_the_same_as_one_by_one(stories: list[StoryText], days: list[int]) -> None:
    stories = [
        StoryText(story.headline, story.text, dt.date(2024, 3, day)) for story, day in zip(stories, days, strict=False)
    ]
    all_signatures = signatures(stories)
    order = all_signatures.order()
    assert [all_signatures.row(index) for index in bulk.order(all_signatures)] == sorted(map(all_signatures.row, order))
    assert bulk.candidates(all_signatures, order) == candidates.candidates(all_signatures, order)
    pairs = [(a, b) for a in range(len(stories)) for b in range(len(stories))]
    bodies = [(all_signatures.body(a), all_signatures.body(b)) for a, b in pairs]
    assert list(bulk.sides(all_signatures, pairs, 0.0)) == [(side(a, b), side(b, a)) for a, b in bodies]


@given(collections(), st.integers(0, 6))
def test_signatures_are_pure_and_travel(stories: list[StoryText], cut: int) -> None:
    whole = signatures(stories)
    sent = pickle.loads(pickle.dumps(signatures(stories[:cut])))
    sent.extend(signatures(stories[cut:]))
    assert sent.columns() == whole.columns()
    assert whole.take(range(len(whole))).columns() == whole.columns()


@given(strategies.any_text)
def test_codes_are_those_of_the_words_where_they_stand(text: str) -> None:
    known = coder("en")
    assert list(known.codes(text)) == [known.code(place.of(text)) for place in places(text)]


@given(originals, originals)
def test_passages_say_the_same(first: list[str], second: list[str]) -> None:
    kept, folded = (coder("en").codes("\n".join(body)) for body in (first, second))
    last = 0
    for ours, theirs in passages(kept, folded):
        assert last <= theirs.start < theirs.stop <= len(folded) and ours.stop <= len(kept)
        assert kept[ours.start] >> SHIFT == folded[theirs.start] >> SHIFT
        assert kept[ours.stop - 1] >> SHIFT == folded[theirs.stop - 1] >> SHIFT
        last = theirs.stop


@given(collections(), st.lists(st.integers(1, 4), min_size=12, max_size=12))
def test_windows_part_what_lies_outside(stories: list[StoryText], days: list[int]) -> None:
    dated = [
        StoryText(story.headline, story.text, dt.date(2024, 3, day)) for story, day in zip(stories, days, strict=False)
    ]
    for pair in cluster(dated, DuplicateOptions(within_days=1)).pairs:
        a, b = dated[pair.a].published, dated[pair.b].published
        assert a is not None and b is not None and abs((a - b).days) <= 1


@given(st.lists(st.one_of(strategies.any_text, strategies.digests, sentences), min_size=1, max_size=8))
def test_words_looked_up_in_bulk_have_the_same_codes(texts: list[str]) -> None:
    known = coder("en")
    many = (texts * 200)[:200]
    assert known.packed_all(many) == [known.packed(text) for text in many]

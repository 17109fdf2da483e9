"""Collections that would blow up a comparison of all with all, and texts that are none."""

from __future__ import annotations

import pytest

from beldigest.dedup import StoryText, cluster, grouping, signatures
from beldigest.dedup import candidates as one_by_one
from beldigest.dedup.candidates import NEIGHBOURS, RARE
from beldigest.dedup.codes import SHIFT
from beldigest.dedup.words import coder, folded

SENTENCE = "The harbour of Velmora stays closed until Monday because divers found cracks in the old quay wall."


@pytest.fixture
def verified(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of pairs of each verification."""
    counts: list[int] = []
    real = grouping.verify

    def counting(signatures: object, pairs: list[tuple[int, int]], options: object) -> object:
        counts.append(len(pairs))
        return real(signatures, pairs, options)  # type: ignore[arg-type]

    monkeypatch.setattr(grouping, "verify", counting)
    return counts


def test_equal_stories_are_compared_with_a_few_others_each(verified: list[int]) -> None:
    count = 100_000
    found = cluster([StoryText("", "The same three words, and then again.")] * count)
    assert set(found.labels) == {found.labels[0]}
    assert sum(verified) <= count * (NEIGHBOURS + 1)
    assert len(found.pairs) <= count * (NEIGHBOURS + 1)


def test_reports_of_one_form_are_compared_with_a_few_others_each(verified: list[int]) -> None:
    count = 5_000
    found = cluster(
        [StoryText("", f"{SENTENCE} In the bay {n} ships waited with {n * 7} tons of grain.") for n in range(count)]
    )
    assert not found.pairs
    assert sum(verified) <= count * RARE


def test_a_large_group_is_found_whole_without_all_its_pairs(verified: list[int]) -> None:
    count = 1_000
    extra = "Copy number {} was sent to a reader who had asked for it."
    texts = [StoryText("", " ".join([SENTENCE, extra.format("ab"[n % 2] * (1 + n // 2))])) for n in range(count)]
    found = cluster(texts)
    assert set(found.labels) == {found.labels[0]}
    assert sum(verified) <= count * (RARE + 2)


def test_empty_bodies_are_nobodys_copies() -> None:
    found = cluster([StoryText("The same headline", text) for text in ("", "", " \n", "…!?", "\u200b")])
    assert not found.pairs and found.labels == (0, 1, 2, 3, 4)


def test_one_word_a_million_times() -> None:
    long = StoryText("", "word " * 1_000_000)
    found = cluster([long, long, StoryText("", "word " * 999_999)])
    assert [(pair.a, pair.b, pair.kind, pair.similarity) for pair in found.pairs] == [(0, 1, "exact", 1.0)]


def test_one_line_of_a_megabyte() -> None:
    line = StoryText("", "x" * 1_000_000)
    assert [pair.kind for pair in cluster([line, line, StoryText("", "y" * 1_000_000)]).pairs] == ["exact"]


def test_ever_new_words_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("beldigest.dedup.words._KNOWN", 100)
    known = coder.__wrapped__("en")
    text = " ".join(f"word{n}" for n in range(1_000))
    assert known.codes(text) == coder("en").codes(text)
    assert len(known) <= 100


def test_lone_surrogates_and_controls_have_codes() -> None:
    text = "a\ud800b \x00 c\u202ed"
    assert signatures([StoryText(text, text)]).body(0) == signatures([StoryText(text, text)]).headline(0)


@pytest.mark.parametrize(
    ("word", "same"),
    [
        ("ﬁnd", "find"),
        ("Straße", "STRASSE"),
        ("cafe\u0301", "café"),
        ("São", "SAO"),
        ("har\u00adbour", "harbour"),
        ("har\u200bbour", "harbour"),
        ("１２", "12"),
        ("twelve", "12"),
        ("Aug", "August"),
    ],
)
def test_typography_makes_no_other_word(word: str, same: str) -> None:
    known = coder("en")
    assert known.code(word) >> SHIFT == known.code(same) >> SHIFT
    assert folded(folded(word)) == folded(word)


def test_features_need_words() -> None:
    assert one_by_one.features(coder("en").codes("Too short to have any.")) == set()

"""Laws of figures: exact values, spans that say the same when read alone, and no way to upset the reader."""

from __future__ import annotations

import decimal
import locale
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import beldigest
from beldigest.mentions import figures
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import FigureMention, Mentions

LOW = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
UNITS = f"{LOW} seventeen eighteen nineteen".split()
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))

#: What figures are made of, so that arbitrary text holds many.
PIECES = st.one_of(
    st.sampled_from(["1", "12", "300", "1,200", "2.5", "1990", "2024", "007", "½", "⅓", "1/2", "3:", "+44", "12-"]),
    st.sampled_from(["one", "two", "twenty", "hundred", "million", "dozens", "half", "third", "quarters", "point"]),
    st.sampled_from(["a", "an", "the", "of", "and", "or", "to", "from", "between", "in", "by", "per", "with", "which"]),
    st.sampled_from(["at least", "about", "nearly", "more than", "up to", "or so", "rose", "fell", "up", "lower"]),
    st.sampled_from(
        ["aged", "against", "one of", "them", "and has", ", up", "every", "more", "said", "for", "men over"]
    ),
    st.sampled_from(["%", "percent", "$", "€", "US$", "USD", "km", "m", "bn", "k", "th", "years", "year-old", "cents"]),
    st.sampled_from(
        ["people", "was", "article", "AB", "May", "pm", "old", ",", ".", "-", "–", "/", "(", ")", '"', "’s"]
    ),
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map(" ".join), st.lists(PIECES, max_size=30).map("".join))


def spelled(number: int, joint: str = " ") -> str:
    """A whole number in English words."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens - 2] + (f"-{UNITS[ones]}" if ones else "")
    for scale, name in SCALES:
        if number >= scale:
            count, rest = divmod(number, scale)
            return f"{spelled(count, joint)} {name}" + (f"{joint}{spelled(rest, joint)}" if rest else "")
    raise AssertionError(number)


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


def only(text: str) -> FigureMention:
    (figure,) = beldigest.find_figures(text)
    return figure


@given(st.integers(0, 10**15), st.sampled_from([" ", " and "]))
def test_number_words_round_trip(number: int, joint: str) -> None:
    assume(number != 1)
    assert only(f"There were {spelled(number, joint)} visitors.").value == number


@given(st.integers(2, 10**15), st.integers(0, 99), st.sampled_from([",", "'", "’", "\u00a0", "\u202f", "\u2009"]))
def test_separators_of_every_convention(number: int, cents: int, mark: str) -> None:
    assert only(f"It cost {grouped(number, mark)}.{cents:02} euros.").value == number + Decimal(cents) / 100
    assert only(f"It cost {grouped(number, mark)} euros.").value == number


@given(st.integers(10**6, 10**15), st.integers(0, 99))
def test_continental_separators(number: int, cents: int) -> None:
    assert only(f"It cost €{grouped(number, '.')},{cents:02} in all.").value == number + Decimal(cents) / 100


@given(st.integers(1, 10**6), st.integers(0, 9), st.sampled_from(["thousand", "million", "billion", "trillion"]))
def test_magnitudes_are_exact(whole: int, tenth: int, name: str) -> None:
    scale = {word: value for value, word in SCALES}[name]
    figure = only(f"It owes ${whole}.{tenth} {name}.")
    assert (figure.value, figure.unit) == ((Decimal(10 * whole + tenth) * scale) / 10, "USD")


DECIMALS = st.tuples(st.integers(0, 900), st.integers(1, 9)).map(lambda parts: Decimal(f"{parts[0]}.{parts[1]}"))


@given(
    DECIMALS,
    DECIMALS,
    st.sampled_from(["-", "–", " - ", " – ", " to "]),
    st.sampled_from([("%", "%", 1), (" percent", "%", 1), (" km", "kilometre", 1), (" million people", None, 10**6)]),
)
def test_ranges_of_decimals(one: Decimal, width: Decimal, joint: str, what: tuple[str, str | None, int]) -> None:
    other, (words, unit, scale) = one + width, what
    figure = only(f"It is {one}{joint}{other}{words} in all.")
    assert (figure.low, figure.high, figure.unit) == (one * scale, other * scale, unit)


@given(TEXTS)
def test_every_figure_is_whole(text: str) -> None:
    found = beldigest.find_figures(text)
    assert [figure.span for figure in found] == sorted(figure.span for figure in found)
    for figure in found:
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert figure.number in figure.span
        assert (figure.value is None) == (figure.low is not None) == (figure.high is not None)
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
        if figure.counted is not None:
            assert figure.counted.of(text).strip()


@given(
    st.sampled_from(["", "about ", "nearly ", "at least ", "more than ", "up to ", "fewer than ", "no more than "]),
    st.one_of(
        st.integers(2, 10**9).map(lambda number: grouped(number, ",")),
        st.integers(2, 10**4).map(spelled),
        st.tuples(st.integers(2, 50), st.integers(1, 40)).map(lambda ends: f"{ends[0]} to {ends[0] + ends[1]}"),
        st.integers(2, 99).map(lambda number: f"{number}.5 million"),
    ),
    st.sampled_from(
        ["soldiers", "political prisoners", "kilometres", "years", "percent", "U.S. dollars", "barrels a day"]
    ),
    st.sampled_from(
        [("They saw ", "."), ("", " were lost."), ("In the north ", " (half of it) remained."), ("“", ",” she said.")]
    ),
)
def test_the_span_alone_says_the_same(bound: str, number: str, what: str, around: tuple[str, str]) -> None:
    text = f"{around[0]}{bound}{number} {what}{around[1]}"
    figure = beldigest.find_figures(text)[0]
    again = only(figure.span.of(text))
    assert (again.value, again.low, again.high) == (figure.value, figure.low, figure.high)
    assert (again.unit, again.per, again.bound) == (figure.unit, figure.per, figure.bound)
    assert again.value or again.low


@given(TEXTS, st.integers(0, 40))
def test_recognisers_of_a_paragraph_do_not_see_the_next(text: str, cut: int) -> None:
    paragraph = " ".join(text.split())
    assume(paragraph)
    alone = list(figures.find(Reading.of(paragraph), Mentions()))
    followed = list(figures.find(Reading.of(f"{paragraph}\nNone of it is known."), Mentions()))
    assert followed == alone


@pytest.mark.parametrize("name", ["C", "C.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8", "hi_IN.UTF-8"])
def test_the_locale_and_the_arithmetic_of_the_process_change_nothing(name: str) -> None:
    text = "It rose 12.75% to €1,234,567,890.12, or 1.234.567,5 francs, two-thirds of 98 million and a half."
    expected = beldigest.find_figures(text)
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        assert name not in {"C"}
    try:
        with decimal.localcontext(decimal.Context(prec=2, rounding=decimal.ROUND_UP)):
            assert beldigest.find_figures(text) == expected
    finally:
        locale.setlocale(locale.LC_ALL, before)


@pytest.mark.parametrize(
    "text",
    [
        "1," * 100_000,
        "7" * 200_000,
        "1 " * 8_000,
        "12-" * 10_000,
        "hundreds of " * 10_000,
        "a million million " * 10_000,
        "one hundred and " * 10_000,
        "1/2 " * 6_000,
        "between 1 and " * 10_000,
        "well-known-" * 30_000 + " 5 men",
        "phone 12-34-56-" * 8_000,
        "$" * 100_000,
        "5 " + "(" * 50_000,
        "1e9×10^9" * 4_000,
        "a@" * 50_000,
        "it lost 3% and gained " * 5_000,
        "the yield on the 10-year note " * 4_000,
        "sons aged 9 and 14 " * 5_000,
        "5 per 100,000 men " * 5_000,
        "9 shekels (8 dollars) " * 5_000,
        "1:" * 50_000,
    ],
    ids=lambda text: text[:12],
)
def test_long_monotonous_text_ends(text: str) -> None:
    for figure in figures.find(Reading.of(text), Mentions()):
        assert figure.number in figure.span

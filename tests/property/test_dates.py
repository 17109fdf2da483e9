"""What holds of temporal expressions in any text."""

from __future__ import annotations

import datetime as dt

import edtf as edtf_library
from hypothesis import given
from hypothesis import strategies as st

from beldigest import find_dates
from beldigest.language import lexicon
from beldigest.language.temporal import Portion
from beldigest.mentions.dates import edtf
from beldigest.mentions.dates.period import Period

WORDS = sorted({row[0] for name in ("dates_words", "dates_holidays") for row in lexicon("en", name)})
NUMBERS = [
    "1",
    "2",
    "5",
    "12",
    "19",
    "29",
    "30",
    "31",
    "45",
    "99",
    "490",
    "1066",
    "1789",
    "1999",
    "2024",
    "2099",
    "10000",
]
GLUE = [
    "-",
    "–",
    ",",
    ".",
    "/",
    ":",
    "'s",
    "(",
    ")",
    "'",
    "°",
    "$",
    "%",
    "\n",
    "the mayor",
    "resigned",
    "will meet",
    "Berlin",
]
FORMS = [
    "5th",
    "first",
    "third",
    "9 a.m.",
    "1990s",
    "'90s",
    "10:30",
    "9am",
    "Q1",
    "Q3",
    "3Q89",
    "FY2013",
    "2024-02-30",
    "2024-03-19",
    "31/12/1999",
    "1/2",
    "3.5",
]

DAYS = st.dates(dt.date(1700, 1, 1), dt.date(2300, 12, 31))
PROSE = st.lists(st.sampled_from(WORDS + NUMBERS + GLUE + FORMS), max_size=14).flatmap(
    lambda words: st.sampled_from([" ", " ", " ", ""]).map(lambda gap: gap.join(words))
)
TEXTS = st.one_of(PROSE, st.text(max_size=60))


EDGES = st.sampled_from([dt.date.min, dt.date.max])


@given(TEXTS, st.one_of(st.none(), st.dates(), EDGES), st.sampled_from([None, "published", "narrative"]))
def test_mentions_lie_in_the_text_in_order_and_apart(text, published, anchor):
    mentions = find_dates(text, published=published, anchor=anchor)
    end = 0
    for mention in mentions:
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text).strip() == mention.span.of(text)
        end = mention.span.end
        if mention.type in ("duration", "set"):
            assert mention.when is None
        if mention.when is not None:
            assert mention.when.span is not None
            assert mention.when.text == " ".join(mention.when.span.of(text).split())


@given(PROSE, DAYS)
def test_bounds_are_those_of_the_edtf_library(text, published):
    for mention in find_dates(text, published=published):
        when = mention.when
        if when is None or when.edtf is None or when.precision in ("season", "quarter", "half"):
            continue  # the library leaves the bounds of sub-year groupings to its user
        value = edtf_library.parse_edtf(when.edtf)
        if when.first is not None:
            assert tuple(value.lower_strict()[:3]) == (when.first.year, when.first.month, when.first.day)
        if when.last is not None:
            assert tuple(value.upper_strict()[:3]) == (when.last.year, when.last.month, when.last.day)


@given(TEXTS, st.one_of(st.none(), DAYS, EDGES))
def test_what_has_a_value_is_edtf_with_bounds_in_order(text, published):
    for mention in find_dates(text, published=published):
        when = mention.when
        if when is None:
            continue
        if when.edtf is None:
            assert (when.first, when.last, when.precision) == (None, None, None)
            continue
        edtf_library.parse_edtf(when.edtf)
        assert when.precision is not None
        assert when.first is None or when.last is None or when.first <= when.last
        assert edtf.when(when.text, when.edtf, precision=when.precision, anchor=when.anchor, span=when.span) == when


@given(
    st.sampled_from(["day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"]), DAYS
)
def test_a_period_holds_the_day_it_was_made_of(unit, day):
    period = Period.of(unit, day)
    first, last = edtf.bounds(period.edtf())
    if unit == "weekend":
        assert period.within("week") == Period.of("week", day)
    else:
        assert first is not None
        assert last is not None
        assert first <= day <= last
        assert period.first == first


@given(
    st.sampled_from(["day", "week", "month", "quarter", "season", "half", "year", "decade"]), DAYS, st.integers(-40, 40)
)
def test_a_period_shifted_there_and_back_is_itself(unit, day, count):
    period = Period.of(unit, day)
    there = period.shifted(unit, count)
    assert there is not None
    assert there.shifted(unit, -count) == period
    assert there.compared(period) == (count > 0) - (count < 0)


@given(
    st.sampled_from(["week", "month", "quarter", "year", "decade", "century"]),
    st.sampled_from(["day", "week", "month", "quarter", "year", "decade"]),
    DAYS,
    st.integers(1, 60),
)
def test_the_first_and_the_last_part_of_a_period_are_as_long_and_lie_at_its_ends(whole, unit, day, count):
    period = Period.of(whole, day)
    first = period.portion(Portion(0, unit, 1, count))
    last = period.portion(Portion(0, unit, -1, count))
    assert (first is None) == (last is None)
    if first is not None and last is not None:
        assert first[0].start == period.start
        assert last[1].end == period.end
        assert all(part[0].unit == part[1].unit for part in (first, last))
        assert first[1].end <= period.end
        assert last[0].start >= period.start
        step = "day" if unit in ("day", "week") else "month" if unit in ("month", "quarter") else "year"
        assert all(part[0].shifted(step, units(unit) * count - 1) == part[1] for part in (first, last))


def units(unit):
    return {"week": 7, "quarter": 3, "decade": 10}.get(unit, 1)


@given(st.sampled_from(["month", "decade", "century"]), DAYS)
def test_two_halves_make_a_period(whole, day):
    period = Period.of(whole, day)
    first, second = (period.portion(Portion(0, "half", number)) for number in (1, 2))
    assert first is not None
    assert second is not None
    assert (first[0].start, first[1].end, second[1].end) == (period.start, second[0].start, period.end)


RELATIVE = [
    "last year",
    "next year",
    "this year",
    "two years ago",
    "last month",
    "the previous decade",
    "Christmas",
    "last May",
]


@given(st.sampled_from(RELATIVE), DAYS.filter(lambda day: day.day <= 28))
def test_a_year_later_a_relative_date_means_a_year_later(words, published):
    text = f"It was agreed {words}."
    (now,) = find_dates(text, published=published)
    (then,) = find_dates(text, published=published.replace(year=published.year + 1))
    assert now.when is not None and now.when.first is not None
    assert then.when is not None and then.when.first is not None
    if "decade" in words:
        assert then.when.first.year - now.when.first.year in (0, 10)
    else:
        assert then.when.first == now.when.first.replace(year=now.when.first.year + 1)


BY_THE_WEEK = [
    "yesterday",
    "two days ago",
    "last Friday",
    "next Tuesday",
    "a week on Tuesday",
    "last week",
    "the weekend before last",
    "from Monday to Friday",
    "at 9 a.m. on Monday",
]


@given(st.sampled_from(BY_THE_WEEK), st.sampled_from(["It was held", "It will be held"]), DAYS)
def test_a_week_later_a_relative_day_means_a_week_later(words, clause, published):
    text = f"{clause} {words}."
    now = find_dates(text, published=published)
    then = find_dates(text, published=published + dt.timedelta(days=7))
    assert [mention.span for mention in now] == [mention.span for mention in then]
    for a, b in zip(now, then, strict=True):
        if a.when is None:
            assert b.when is None
            continue
        assert b.when is not None
        assert a.when.first is not None and b.when.first is not None
        assert b.when.first - a.when.first == dt.timedelta(days=7)


@given(st.dates(dt.date(1600, 1, 1), dt.date(2100, 12, 28)), DAYS)
def test_the_end_of_a_quarter_says_which_three_months_it_is(end, published):
    end = (end.replace(day=1) + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    text = f"Sales rose in the quarter ended {end:%B} {end.day}, {end.year}."
    when = find_dates(text, published=published)[0].when
    assert when is not None
    assert when.last == end
    assert when.first is not None and when.first.day == 1
    assert (end.year - when.first.year) * 12 + end.month - when.first.month == 2


@given(st.sampled_from(["from", "between"]), st.permutations(range(1, 13)), DAYS)
def test_a_range_of_months_goes_forward(word, months, published):
    first, last = (f"{dt.date(2000, month, 1):%B}" for month in months[:2])
    link = "to" if word == "from" else "and"
    (a, b) = find_dates(f"It rained {word} {first} {link} {last}.", published=published)
    assert b.when is None
    assert a.when is not None and a.when.first is not None and a.when.last is not None
    assert (a.when.first.month, a.when.last.month) == tuple(months[:2])
    assert dt.timedelta(0) < a.when.last - a.when.first < dt.timedelta(days=366)


NAMES = ["Agenda", "Vision", "Boeing", "Expo", "Halm"]


@given(st.sampled_from(NAMES), st.integers(1900, 2099), DAYS)
def test_no_date_in_a_name(name, number, published):
    for text in (f"They spoke of {name} {number} there.", f"They met May {name}, June {name} and Mr. March there."):
        assert find_dates(text, published=published) == ()


DIGITS = st.text("0123456789", min_size=5, max_size=12)


@given(st.one_of(DIGITS, DIGITS.map(lambda d: f"${d[:4]}"), DIGITS.map(lambda d: f"+{d[:3]}-{d[3:5]}-{d}")), DAYS)
def test_no_date_in_a_number(number, published):
    assert find_dates(f"They named {number} there.", published=published) == ()


@given(st.lists(st.sampled_from(["2024", "march", "05", "may-12", "2024-03-19", "friday", "news"]), min_size=1), DAYS)
def test_no_date_in_an_address(parts, published):
    assert find_dates(f"See https://example.org/{'/'.join(parts)} there.", published=published) == ()


@given(st.sampled_from(["February 30", "31 April", "November 31, 2023", "32 May 2020", "2023-02-29"]), DAYS)
def test_an_impossible_day_has_no_value(words, published):
    for mention in find_dates(f"It opened on {words}, he said.", published=published):
        if mention.when is not None and mention.when.precision == "day":
            raise AssertionError(mention)

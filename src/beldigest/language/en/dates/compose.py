"""Expressions out of a run of tokens: what single rules find, joined to what they find beside it.

The rules know nothing of one another. Here a time of day joins its day, a month the year that holds it, a modifier what
it modifies, and the two ends of a range each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache, partial

from attrs import evolve, frozen

from beldigest.language.en.dates import calendar, clock, durations, periods, relative, reports, sets, vague, years
from beldigest.language.en.dates.combine import (
    at_time,
    comparable,
    counted_from,
    day_within,
    each_of,
    held_by,
    in_year,
    is_day,
    night_from,
    on_day,
    part_of,
    same_of,
    shared,
    week_of,
    weeks_on,
    within,
)
from beldigest.language.en.dates.pattern import Match, Pattern, Rule, symbol
from beldigest.language.en.dates.portions import portion
from beldigest.language.en.dates.reports import is_measured
from beldigest.language.en.dates.tokens import Token
from beldigest.language.temporal import Expression, Lasting, Meaning, Named, Part, Recurring, Relative, Vague
from beldigest.model import Span

RULES: tuple[Rule, ...] = tuple(
    rule for part in (calendar, periods, years, reports, relative, vague, durations, sets, clock) for rule in part.RULES
)

#: Words before a point that say which part of it is meant.
_PARTS: tuple[tuple[str, Part | None], ...] = (
    ("the? (?:early|mid) hyphen? to hyphen? (?:mid|late) hyphen?", None),
    ("the? early (?:in|on|hyphen)? | the start of", "early"),
    ("the? mid hyphen? | the middle of", "mid"),
    ("the? late (?:in|on|hyphen)? | end hyphen | the end of", "late"),
    ("(?:earlier|later|sometime) (?:in|on)?", None),
)
_APPROXIMATE = "approx | circa dot?"
_BOUNDED = "no? more than | at? least | up to"
#: "over a year" is more than one; "over the next year" and "over several years" say in the course of what.
_OVER = "over"
#: What may stand between a time and its day, and between a day and its time.
_ON_DAY = "|comma? on?|of"
_AT_TIME = "|comma? at|from"
#: The ways in which two expressions are one: what stands between them, and what they say together.
_Join = Callable[[Meaning, Meaning], Meaning | None]
_JOINS: tuple[tuple[str, _Join], ...] = (
    (_ON_DAY, on_day),  # "9 a.m. Tuesday", "the night of April 18"
    (_AT_TIME, at_time),  # "Tuesday at 9 a.m."
    ("|in", part_of),  # "Tuesday night", "six o'clock on Tuesday evening"
    ("|comma|of|in", within),  # "summer of 1998", "Friday last week"
    ("|comma|of", day_within),  # "9 a.m. on Christmas Day 2012", "the night of Friday last week"
    ("|of|in", same_of),  # "the same period last year"
    ("of", week_of),  # "the week of March 4"
    ("of", each_of),  # "the first Monday of each month"
    ("before", partial(counted_from, sign=-1)),  # "the day before Christmas"
    ("after", partial(counted_from, sign=1)),
    ("on|from", weeks_on),  # "a week on Tuesday"
    ("possessive", held_by),  # "last year's third quarter"
    ("from", night_from),  # "overnight from Sunday"
    ("", in_year),  # "the 1988 second quarter"
)
#: What may stand between a time in brackets and the day behind it.
_CLOSED = "close comma? on?"
#: Tokens of the longest modifier.
_LONGEST = 6
#: Tokens of the longest run whose candidates are remembered.
_SHORT = 48


@frozen
class Core:
    """What a rule found: the tokens from ``first`` up to, not including, ``last``, and what they say."""

    first: int
    last: int
    expressions: tuple[Expression, ...]
    weak: bool = False


def expressions(text: str, line: Span, run: list[Token]) -> list[Expression]:
    """The temporal expressions of a run, in order."""
    shape = "".join([token.symbol for token in run])
    cores = _selected(text, line, run, shape)
    if len(cores) == 1:  # as most are
        core = _modified(cores[0], text, run, shape, None)
        return [] if core.weak else list(core.expressions)
    cores = _joined(cores, run, shape)
    cores = [_modified(core, text, run, shape, before) for before, core in zip([None, *cores], cores, strict=False)]
    return [found for core in _linked(cores, shape) if not core.weak for found in core.expressions]


_Candidate = tuple[int, int, int, re.Match[str]]


def _selected(text: str, line: Span, run: list[Token], shape: str) -> list[Core]:
    """What the rules find, from the left, the longest first, without overlaps."""
    candidates = _known(shape) if len(shape) <= _SHORT else _candidates(shape)
    cores: list[Core] = []
    done = 0
    for first, minus_last, order, found in candidates:
        if first < done:
            continue
        built = RULES[order].build(Match(found, RULES[order], run, text, line))
        if built:
            done = -minus_last
            said = tuple(built) if isinstance(built, list) else (built,)
            cores.append(Core(first, done, said, RULES[order].weak))
    return cores


def _candidates(shape: str) -> list[_Candidate]:
    """Where the rules fit the classes of a run: first token, last one (negative, the longest first), rule, match."""
    found = [
        (match.start(), -match.end(), order, match)
        for order, rule in enumerate(RULES)
        for match in rule.pattern.regex.finditer(shape)
    ]
    return sorted(found, key=lambda candidate: candidate[:3])


#: The same for short runs, of which few shapes make up most.
_known = lru_cache(4096)(_candidates)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return Pattern(f"(?:{pattern})\\Z").regex


def _is(gap: str, pattern: str) -> bool:
    """Whether the tokens between two cores are as the pattern says."""
    return _pattern(pattern).match(gap) is not None


@lru_cache(1024)
def _fitting(gap: str) -> tuple[_Join, ...]:
    """The joins that allow for the tokens between two cores."""
    return tuple(join for pattern, join in _JOINS if _is(gap, pattern))


def _joined(cores: list[Core], run: list[Token], shape: str) -> list[Core]:
    """The cores, with those that are parts of one expression made into one."""
    found: list[Core] = []
    for core in cores:
        while found and (whole := _whole(found[-1], core, run, shape)) is not None:
            found.pop()
            core = whole
        found.append(core)
    return found


def _whole(left: Core, right: Core, run: list[Token], shape: str) -> Core | None:
    """The two as one expression, or None where they are two."""
    if right.first - left.last > 3:
        return None
    if len(left.expressions) > 1 or len(right.expressions) > 1:
        return _sharing(left, right, run, shape) or _week_of_days(left, right, run, shape)
    a, b, gap = left.expressions[0].meaning, right.expressions[0].meaning, shape[left.last : right.first]
    first = left.first
    for join in _fitting(gap):
        if join is weeks_on and _before(shape, first, "for|in"):
            continue  # "was away for a week from Monday"
        meaning = join(a, b)
        if meaning is None:
            continue
        if join is in_year and first > 0 and run[first - 1].symbol in symbol("the"):
            first -= 1
        return Core(first, right.last, (Expression(Span(run[first].start, run[right.last - 1].end), meaning),))
    return None


def _sharing(left: Core, right: Core, run: list[Token], shape: str) -> Core | None:
    """Several with what they share before or behind them: "9 to 11 a.m. on Friday", "the first and third quarters of
    2022"."""
    gap = shape[left.last : right.first]
    ways = ((left, right, _ON_DAY, on_day), (right, left, _AT_TIME, on_day), (left, right, "|of|in", within))
    for parts, whole, pattern, join in ways:
        if len(whole.expressions) > 1 or not _is(gap, pattern):
            continue
        holder = whole.expressions[0].meaning
        found = [evolve(part, meaning=said) for part in parts.expressions if (said := join(part.meaning, holder))]
        if len(found) == len(parts.expressions):
            found[0] = evolve(found[0], span=Span(run[left.first].start, found[0].span.end))
            found[-1] = evolve(found[-1], span=Span(found[-1].span.start, run[right.last - 1].end))
            return Core(left.first, right.last, tuple(found))
    return None


def _week_of_days(left: Core, right: Core, run: list[Token], shape: str) -> Core | None:
    """A week or weekend that is told by its days: "the weekend of March 9-10"."""
    if len(left.expressions) > 1 or not _is(shape[left.last : right.first], "of"):
        return None
    week = week_of(left.expressions[0].meaning, right.expressions[0].meaning)
    span = Span(run[left.first].start, run[right.last - 1].end)
    return Core(left.first, right.last, (Expression(span, week),)) if week is not None else None


@cache
def _modifiers() -> str:
    """The classes of the last tokens of modifiers, for most cores have none."""
    last = ("early", "mid", "late", "in", "on", "hyphen", "of", "earlier", "later", "sometime")
    return "".join(symbol(name) for name in (*last, "approx", "circa", "dot", "than", "least", "to", "over"))


def _modified(core: Core, text: str, run: list[Token], shape: str, before: Core | None) -> Core:
    """The core with the modifiers that stand between it and the one before it."""
    if core.first == 0 or shape[core.first - 1] not in _modifiers():
        return core
    least = before.last if before is not None else 0
    expression = core.expressions[0]
    meaning = expression.meaning
    if len(core.expressions) == 1 and (said := portion(run, shape, core.first)) is not None:
        return evolve(core, expressions=(evolve(expression, portion=said),), weak=False)
    first, part, approximate = core.first, expression.part, False
    if isinstance(meaning, Recurring | Vague):
        return core
    if not isinstance(meaning, Lasting):
        size, part = _part(_tail(shape, first, least))
        if size:
            # In "the late-May vote" the article is that of the vote, in "the late-1990s" of the years.
            of_noun = shape[first - 1] in symbol("hyphen") and shape[first - size] in symbol("the")
            first -= size - (of_noun and not _is_long(meaning))
    strengthened = first < core.first
    if (size := _before(shape, first, _APPROXIMATE, least)) and not _is_weekday(meaning):
        approximate = True
    elif _states_amount(meaning):
        known = run[core.first].symbol in symbol("a") + symbol("amount")
        size = _before(shape, first, _BOUNDED, least) or (_before(shape, first, _OVER, least) if known else 0)
        if size and is_measured(text, run[first - size].start):
            size = 0
        approximate = size > 0
    else:
        size = 0
    first -= size
    if first == core.first:
        return core
    span = Span(run[first].start, expression.span.end)
    changed = evolve(expression, span=span, part=part, approximate=approximate)
    return Core(first, core.last, (changed, *core.expressions[1:]), core.weak and not strengthened)


def _is_long(meaning: Meaning) -> bool:
    """Whether it is a decade or a century, which has an article of its own."""
    return isinstance(meaning, Named) and (meaning.decade is not None or meaning.century is not None)


def _before(shape: str, at: int, pattern: str, least: int = 0) -> int:
    """How many tokens right before an index, and not before another one, fit a pattern."""
    return _at_end(_tail(shape, at, least), pattern)


def _tail(shape: str, at: int, least: int) -> str:
    """The tokens right before an index of which a modifier can be made."""
    return shape[max(least, at - _LONGEST) : at]


@lru_cache(4096)
def _part(tokens: str) -> tuple[int, Part | None]:
    """How many of the last tokens say which part of a point is meant, and which."""
    return next(((size, part) for pattern, part in _PARTS if (size := _at_end(tokens, pattern))), (0, None))


@lru_cache(4096)
def _at_end(tokens: str, pattern: str) -> int:
    """How many of the last tokens fit a pattern."""
    found = _pattern(pattern).search(tokens)
    return len(found.group()) if found else 0


def _is_weekday(meaning: Meaning) -> bool:
    return isinstance(meaning, Named) and meaning.weekday is not None and meaning.month is None


def _states_amount(meaning: Meaning) -> bool:
    """Whether it says how many, which could be more or less: "three weeks", "two years ago"."""
    return isinstance(meaning, Lasting) or (isinstance(meaning, Relative) and meaning.sign != 0)


def _dated(cores: list[Core], shape: str) -> list[Core]:
    """The cores, with the day given to the times before it where one stands in brackets: "10:00 (0700 GMT) Monday"."""
    found = list(cores)
    for at in range(2, len(found)):
        first, second, day = found[at - 2 : at + 1]
        if not (_is(shape[first.last : second.first], "open") and _is(shape[second.last : day.first], _CLOSED)):
            continue
        meaning = day.expressions[0].meaning
        for index in (at - 2, at - 1):
            last = found[index].expressions[-1]
            if is_day(meaning) and (time := on_day(last.meaning, meaning)) is not None:
                dated = evolve(last, meaning=time)
                found[index] = evolve(found[index], expressions=(*found[index].expressions[:-1], dated))
    return found


def _linked(cores: list[Core], shape: str) -> list[Core]:
    """The cores, with the ends of ranges tied, and what two neighbours share given to both."""
    cores = _dated([core for core in cores if not core.weak], shape)
    for at in range(len(cores) - 1, 0, -1):
        left, right = cores[at - 1], cores[at]
        gap = shape[left.last : right.first]
        between = left.first > 0 and shape[left.first - 1] in symbol("between")
        ranged = _is(gap, "hyphen|dash|comma? to|into") or (between and _is(gap, "and"))
        a, b = left.expressions[-1], right.expressions[0]
        if not (ranged or _is(gap, "comma? and|comma|slash")) or not comparable(a.meaning, b.meaning):
            continue
        a, b = shared(a, b, ranged=ranged)
        cores[at - 1] = evolve(left, expressions=(*left.expressions[:-1], evolve(a, to_next=ranged)))
        cores[at] = evolve(right, expressions=(b, *right.expressions[1:]))
    return cores

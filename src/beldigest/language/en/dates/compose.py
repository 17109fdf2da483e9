"""Expressions out of a run of tokens: what single rules find, joined to what they find beside it.

The rules know nothing of one another. Here a time of day joins its day, a month the year that holds it, a modifier what
it modifies, and the two ends of a range each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import evolve, frozen

from beldigest.language.en.dates import calendar, clock, durations, relative, years
from beldigest.language.en.dates.pattern import Match, Pattern, Rule, symbol
from beldigest.language.en.dates.tokens import Token
from beldigest.language.temporal import Clock, Expression, Lasting, Named, Part, Recurring, Relative, Unit, Vague
from beldigest.model import Span

RULES: tuple[Rule, ...] = (*calendar.RULES, *years.RULES, *relative.RULES, *durations.RULES, *clock.RULES)


@frozen
class Core:
    """What a rule found: the tokens from ``first`` up to, not including, ``last``, and what they say."""

    first: int
    last: int
    expressions: tuple[Expression, ...]
    weak: bool = False

    @property
    def only(self) -> Expression | None:
        """The expression, where there is just one."""
        return self.expressions[0] if len(self.expressions) == 1 else None


def expressions(text: str, line: Span, run: list[Token]) -> Iterator[Expression]:
    """The temporal expressions of a run, in order."""
    shape = "".join(token.symbol for token in run)
    cores = _joined(_selected(text, line, run, shape), run, shape)
    cores = [_modified(core, run, shape) for core in cores]
    yield from (found for core in _linked(cores, shape) if not core.weak for found in core.expressions)


def _selected(text: str, line: Span, run: list[Token], shape: str) -> list[Core]:
    """What the rules find, from the left, the longest first, without overlaps."""
    candidates = [
        (found.start(), -found.end(), order, found)
        for order, rule in enumerate(RULES)
        for found in rule.pattern.regex.finditer(shape)
    ]
    candidates.sort(key=lambda candidate: candidate[:3])
    cores: list[Core] = []
    done = 0
    for first, last, order, found in candidates:
        if first < done:
            continue
        rule = RULES[order]
        built = rule.build(Match(found, rule, run, text, line))
        if built:
            cores.append(Core(first, -last, tuple(built) if isinstance(built, list) else (built,), rule.weak))
            done = -last
    return cores


@cache
def _gap(pattern: str) -> re.Pattern[str]:
    return Pattern(f"(?:{pattern})\\Z").regex


def _joined(cores: list[Core], run: list[Token], shape: str) -> list[Core]:
    """The cores, with those that are parts of one expression made into one."""
    found: list[Core] = []
    for core in cores:
        while found and (joined := _one(found[-1], core, shape[found[-1].last : core.first], run)) is not None:
            found.pop()
            core = joined
        found.append(core)
    return found


def _one(left: Core, right: Core, gap: str, run: list[Token]) -> Core | None:
    """The two as one expression, or None where they are two."""
    a, b = left.only, right.only
    if a is None or b is None or len(gap) > 3:
        return None
    meaning = _timed(a, b, gap) or _held(a, b, gap)
    if meaning is None:
        return None
    first = left.first
    if first and _year_first(a.meaning, b.meaning) and run[first - 1].symbol in symbol("the"):
        first -= 1  # "the 1988 second quarter"
    span = Span(run[first].start, run[right.last - 1].end)
    return Core(first, right.last, (Expression(span, meaning),))


def _timed(a: Expression, b: Expression, gap: str) -> Clock | None:
    """A time of day and its day, either way round: "9 a.m. Tuesday", "Tuesday night", "the night of April 18"."""
    first, second = a.meaning, b.meaning
    if isinstance(first, Clock) and first.day is None and _is_day(second) and _gap("|comma? on?|of").match(gap):
        return evolve(first, day=second)
    if (
        isinstance(second, Clock)
        and second.day is None
        and _is_day(first)
        and _gap("|comma? at|comma|in|comma? by").match(gap)
    ):
        if _gap("in|comma").match(gap) and second.part is None:
            return None
        return evolve(second, day=first)
    if isinstance(first, Clock) and isinstance(second, Clock) and first.time and second.part and not second.day:
        return None
    return None


def _is_day(meaning: object) -> bool:
    if isinstance(meaning, Named):
        return meaning.day is not None or meaning.weekday is not None or meaning.holiday is not None
    return isinstance(meaning, Relative) and meaning.unit == "day" and meaning.count is not None


def _held(a: Expression, b: Expression, gap: str) -> Named | None:
    """A point and the longer period that holds it: "summer of 1998", "Friday of last week", "last year's third quarter"."""
    first, second = a.meaning, b.meaning
    if isinstance(first, Named) and _holds(second, first) and _gap("|comma|of|in").match(gap):
        return _within(first, second)
    if isinstance(second, Named) and _holds(first, second):
        if _gap("possessive").match(gap) or (not gap and second.quarter or second.half or second.season):
            return _within(second, first)
    return None


def _year_first(a: object, b: object) -> bool:
    return isinstance(a, Named) and a.year is not None and isinstance(b, Named) and b.year is None


def _holds(outer: object, inner: Named) -> bool:
    if inner.year is not None or inner.within is not None:
        return False
    if inner.weekday is not None and inner.month is None:
        if isinstance(outer, Named):
            return outer.day is not None and outer.month is None and outer.which is None
        return isinstance(outer, Relative) and outer.unit == "week"
    if inner.month is None and inner.day is not None:
        return isinstance(outer, Relative) and outer.unit == "month"
    if all(part is None for part in (inner.month, inner.quarter, inner.half, inner.season, inner.holiday)):
        return False
    if isinstance(outer, Named):
        return outer.year is not None and outer.month is None and outer.quarter is None and outer.half is None
    return isinstance(outer, Relative) and outer.unit == "year" and outer.count is not None


def _within(inner: Named, outer: object) -> Named:
    if isinstance(outer, Named):
        if outer.year is None:
            return evolve(inner, day=outer.day)
        return evolve(inner, year=outer.year, two_digits=outer.two_digits, which=None)
    assert isinstance(outer, Relative)
    return evolve(inner, within=outer, which=None)


_PARTS: tuple[tuple[str, Part | None], ...] = (
    ("(?:the? early hyphen? in? | the start of )", "early"),
    ("(?:the? mid hyphen? | the middle of )", "mid"),
    ("(?:the? late hyphen? in? | the end of )", "late"),
    ("(?:earlier|later) in?", None),
)
_APPROXIMATE = "approx|circa dot?"
_BOUNDED = "no? more than|at? least|up to"
#: "over a year" is more than one; "over the next year" and "over several years" say in the course of what.
_OVER = "over"


def _modified(core: Core, run: list[Token], shape: str) -> Core:
    """The core with the modifiers that stand before it."""
    expression = core.expressions[0]
    meaning = expression.meaning
    first = core.first
    part: Part | None = None
    strengthened = False
    if not isinstance(meaning, (Lasting, Recurring, Vague)):
        before = shape[max(0, first - 4) : first]
        for pattern, which in _PARTS:
            found = _gap(pattern).search(before)
            if found and found.group():
                first -= len(found.group())
                part, strengthened = which, True
                break
    approximate = False
    if not isinstance(meaning, (Recurring, Vague)):
        before = shape[max(0, first - 4) : first]
        found = _gap(_APPROXIMATE).search(before)
        if found and not _is_weekday(meaning):
            approximate = True
            first -= len(found.group())
        elif _measured(meaning) and (
            (found := _gap(_BOUNDED).search(before))
            or (run[core.first].symbol in symbol("a") + symbol("amount") and (found := _gap(_OVER).search(before)))
        ):
            first -= len(found.group())
    if first == core.first:
        return core
    span = Span(run[first].start, expression.span.end)
    changed = evolve(expression, span=span, part=part, approximate=approximate)
    return Core(first, core.last, (changed, *core.expressions[1:]), core.weak and not strengthened)


def _is_weekday(meaning: object) -> bool:
    return isinstance(meaning, Named) and meaning.weekday is not None and meaning.month is None


def _measured(meaning: object) -> bool:
    """Whether it states an amount, which could be more or less: "three weeks", "two years ago"."""
    return isinstance(meaning, Lasting) or (isinstance(meaning, Relative) and meaning.sign != 0)


def _linked(cores: Sequence[Core], shape: str) -> Iterator[Core]:
    """The cores, with the ends of ranges tied, and a year or month that two of them share given to both."""
    cores = list(cores)
    for at in range(len(cores) - 1, 0, -1):
        left, right = cores[at - 1], cores[at]
        if left.weak or right.weak:
            continue
        gap = shape[left.last : right.first]
        between = left.first > 0 and shape[left.first - 1] in symbol("between")
        ranged = _gap("hyphen|dash|to|comma to").match(gap) is not None or (
            between and gap in symbol("and") and gap != ""
        )
        listed = _gap("and|comma|comma and").match(gap) is not None
        a, b = left.expressions[-1], right.expressions[0]
        if not (ranged or listed) or not _alike(a.meaning, b.meaning):
            continue
        a, b = _shared(a, b, ranged=ranged)
        cores[at - 1] = evolve(left, expressions=(*left.expressions[:-1], evolve(a, to_next=ranged)))
        cores[at] = evolve(right, expressions=(b, *right.expressions[1:]))
    yield from cores


def _alike(a: object, b: object) -> bool:
    if isinstance(a, Named) and isinstance(b, Named):
        return True
    kinds = (Named, Relative)
    if isinstance(a, Clock) and isinstance(b, Clock):
        return a.part is None and b.part is None
    return isinstance(a, kinds) and isinstance(b, kinds)


def _shared(a: Expression, b: Expression, *, ranged: bool) -> tuple[Expression, Expression]:
    """Gives the year that is written at one of two neighbours to both: "January to March 2024", "Dec. 30, 2023 to Jan. 2"."""
    first, second = a.meaning, b.meaning
    if isinstance(first, Clock) and isinstance(second, Clock):
        if first.day is None and second.day is not None:
            return evolve(a, meaning=evolve(first, day=second.day)), b
        return a, b
    if not isinstance(first, Named) or not isinstance(second, Named) or _grain(first) != _grain(second):
        return a, b
    if first.year is None and second.year is not None and first.within is None and _grain(first):
        turn = ranged and _order(first) > _order(second)
        return evolve(a, meaning=evolve(first, year=second.year - turn, two_digits=second.two_digits)), b
    if ranged and second.year is None and first.year is not None and second.within is None and _grain(second):
        turn = _order(second) < _order(first)
        return a, evolve(b, meaning=evolve(second, year=first.year + turn, two_digits=first.two_digits))
    return a, b


def _grain(named: Named) -> Unit | None:
    if named.holiday is not None:
        return "day"
    for unit, value in (
        ("day", named.day if named.month else None),
        ("month", named.month),
        ("quarter", named.quarter),
        ("half", named.half),
        ("season", named.season),
    ):
        if value is not None:
            return unit  # type: ignore[return-value]
    return None


def _order(named: Named) -> tuple[int, int]:
    return (named.month or named.quarter or named.half or named.season or 0, named.day or 0)

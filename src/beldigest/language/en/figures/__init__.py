"""The grammar of English figures: numerals, units, bounds, changes, and the noun phrases that they count."""

from __future__ import annotations

from beldigest.language.en.figures.modifiers import (
    bound_after,
    bound_before,
    change_after,
    change_before,
    direction_before,
    is_compared,
)
from beldigest.language.en.figures.names import (
    is_age,
    is_clock,
    is_date_or_time,
    is_enumerator,
    is_identifier,
    is_name,
    is_pronoun,
    is_year,
)
from beldigest.language.en.figures.numbers import Numeral, numeral, numeral_starts, part_after_unit, unit_before_part
from beldigest.language.en.figures.phrases import (
    Phrase,
    counted_after,
    head_before,
    is_elliptical,
    modified_after,
    noun_before,
    phrase_after,
    subject_before,
)
from beldigest.language.en.figures.units import Unit, money_before, rate_after, unit_after

#: Words between the two ends of a range.
RANGE_WORDS = frozenset({("to",), ("through",), ("up", "to"), ("and", "up", "to")})
#: What a range with "and" begins with.
BETWEEN = "between"
#: What a range may begin with.
FROM = "from"
AND, OR = "and", "or"
#: Words between the part and the whole of a ratio.
RATIO_WORDS = frozenset({("in",), ("out", "of")})
#: What follows a unit of time where it is an age: "years old".
OLD = frozenset({("old",), ("of", "age"), ("-", "old"), ("olds",), ("-", "olds")})
#: Words for a number below zero.
MINUS = frozenset({"minus", "negative"})
#: Prepositions between an amount and what it is an amount of.
OF = frozenset({("of",), ("worth", "of"), ("out", "of")})
OF_MONEY = frozenset({("in",), ("of",), ("worth", "of")})
#: The unit of ages.
YEAR = "year"

__all__ = [
    "AND",
    "BETWEEN",
    "FROM",
    "MINUS",
    "OF",
    "OF_MONEY",
    "OLD",
    "OR",
    "RANGE_WORDS",
    "RATIO_WORDS",
    "YEAR",
    "Numeral",
    "Phrase",
    "Unit",
    "bound_after",
    "bound_before",
    "change_after",
    "change_before",
    "counted_after",
    "direction_before",
    "head_before",
    "is_age",
    "is_clock",
    "is_compared",
    "is_date_or_time",
    "is_enumerator",
    "is_elliptical",
    "is_identifier",
    "is_name",
    "is_pronoun",
    "is_year",
    "modified_after",
    "noun_before",
    "money_before",
    "numeral",
    "numeral_starts",
    "part_after_unit",
    "phrase_after",
    "rate_after",
    "subject_before",
    "unit_after",
    "unit_before_part",
]

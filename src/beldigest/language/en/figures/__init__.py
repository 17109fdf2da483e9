"""The grammar of English figures: what :class:`beldigest.language.figures.FigureGrammar` asks of a language."""

from __future__ import annotations

from beldigest.language.en.figures.clauses import head_before, noun_before, subject_before
from beldigest.language.en.figures.modifiers import (
    bound_after,
    bound_before,
    change_after,
    change_before,
    connector,
    direction_before,
    is_compared,
    is_during,
    is_list,
    is_minus,
    opening,
)
from beldigest.language.en.figures.money import money_before
from beldigest.language.en.figures.names import (
    is_age,
    is_clock,
    is_date,
    is_enumerator,
    is_identifier,
    is_name,
    is_pronoun,
    is_year,
)
from beldigest.language.en.figures.numerals import numeral, numeral_starts
from beldigest.language.en.figures.phrases import (
    counted_after,
    is_elliptical,
    is_gapped,
    measured_after,
    modified_after,
    whole_after,
)
from beldigest.language.en.figures.units import (
    age_after,
    is_million,
    magnitude_after,
    minor_after,
    money_after,
    part_after,
    rate_after,
    unit_after,
    unit_and_part,
    unit_of,
)

__all__ = [
    "age_after",
    "bound_after",
    "bound_before",
    "change_after",
    "change_before",
    "connector",
    "counted_after",
    "direction_before",
    "head_before",
    "is_age",
    "is_clock",
    "is_compared",
    "is_date",
    "is_during",
    "is_elliptical",
    "is_enumerator",
    "is_gapped",
    "is_identifier",
    "is_list",
    "is_million",
    "is_minus",
    "is_name",
    "is_pronoun",
    "is_year",
    "magnitude_after",
    "measured_after",
    "minor_after",
    "modified_after",
    "money_after",
    "money_before",
    "noun_before",
    "numeral",
    "numeral_starts",
    "opening",
    "part_after",
    "rate_after",
    "subject_before",
    "unit_after",
    "unit_and_part",
    "unit_of",
    "whole_after",
]

"""Figures in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beldigest.model import Figure, Span
from beldigest.wording import figure, number


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1200", "1,200"),
        ("1.50", "1.5"),
        ("0", "0"),
        ("-0.5", "-0.5"),
        ("0.000001", "0.000001"),
        ("999999", "999,999"),
        ("1000000", "1 million"),
        ("1250000", "1.25 million"),
        ("1234567", "1,234,567"),
        ("-2.1E+9", "-2.1 billion"),
        ("1E+9", "1 billion"),
        ("8E+14", "800 trillion"),
        ("1E+15", "1" + ",000" * 5),
        ("1E+30", "1" + ",000" * 10),
        ("1000000.00000000000000000000000000001", "1,000,000.00000000000000000000000000001"),
        ("0.6666666666666666666666666667", "2/3"),
        ("3.333333333333333333333333333", "3 1/3"),
        ("0.6666666666666666666666666668", "0.6666666666666666666666666668"),
        ("1234567890123456789012345678", "1,234,567,890,123,456,789,012,345,678"),
    ],
)
def test_numbers(value: str, shown: str) -> None:
    assert number(Decimal(value)) == shown


_POWERS = {"": 0, "million": 6, "billion": 9, "trillion": 12}


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_a_number_is_shown_exactly(value: Decimal) -> None:
    digits, _, power = number(value).replace(",", "").partition(" ")
    assert Decimal(f"{digits}E{_POWERS[power]}") == value


#: A figure, and what is counted inside it and beside it.
WHOLE, WITHIN, BESIDE = Span(10, 30), Span(20, 30), Span(0, 9)


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"value": "140", "bound": "at least", "counted": "ships"}, "at least 140 ships"),
        ({"value": "1800", "per": "day", "counted": "lorries"}, "1,800 lorries per day"),
        (
            {"value": "15", "unit": "%", "bound": "about", "counted": "listeners", "counted_span": WITHIN},
            "about 15% of listeners",
        ),
        ({"value": "12", "unit": "%", "change": "more", "counted": "catches"}, "12% more · catches"),
        ({"value": "5", "unit": "%", "change": "fell by", "counted": "exports"}, "fell by 5% · exports"),
        (
            {"value": "85", "unit": "%", "change": "fell to", "counted": "voters", "counted_span": WITHIN},
            "fell to 85% of voters",
        ),
        ({"value": "3E+8", "unit": "EUR", "counted": "debts"}, "300 million EUR · debts"),
        ({"value": "1", "unit": "day"}, "1 day"),
        ({"value": "0.6666666666666666666666666667", "counted": "staff", "counted_span": WITHIN}, "2/3 of staff"),
        ({"value": "41", "unit": "%", "counted": "inflation", "counted_span": BESIDE}, "41% · inflation"),
        ({"value": "0.2", "bound": "about", "counted": "staff"}, "about 0.2 · staff"),
        ({"value": "0.2", "change": "fell by", "counted": "prices"}, "fell by 0.2 · prices"),
        ({"value": "40", "change": "rose by", "counted": "berths"}, "rose by 40 berths"),
        ({"low": "25", "high": "40", "unit": "year", "counted": "men"}, "25 to 40 years · men"),
        ({"value": "6", "unit": "foot"}, "6 feet"),
        ({"value": "90", "unit": "kilometre per hour"}, "90 kilometres per hour"),
        ({"value": "30", "unit": "degree Celsius"}, "30 degrees Celsius"),
        ({"value": "50", "unit": "hertz"}, "50 hertz"),
    ],
)
def test_figures(fields: dict[str, Any], shown: str) -> None:
    numbers = {name: Decimal(fields.pop(name)) for name in ("value", "low", "high") if name in fields}
    assert str(figure(Figure("f", WHOLE, **numbers, **fields))) == shown

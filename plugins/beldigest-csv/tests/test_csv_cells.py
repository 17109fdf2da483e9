"""Cells are written so that they can be read back, and so that no spreadsheet runs them."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beldigest.testing import strategies
from beldigest_csv import cells
from beldigest_csv.cells import Field

hostile_starts = st.text(st.sampled_from("'=+-@\t\r\n＝x"), max_size=4)
texts = st.builds(str.__add__, hostile_starts, strategies.any_text)


def cell(value: Any, kind: Any) -> str:
    """What one cell is written as."""
    ((text,),) = cells.renderer([Field("x", kind)], guard=True)([(value,)])
    return text


@given(texts)
def test_a_guarded_text_never_begins_like_a_formula(text: str) -> None:
    assert not cells.guarded(text).startswith(tuple(cells.FORMULA_STARTS))


@given(texts)
def test_the_guard_comes_off_again(text: str) -> None:
    assert cells.unguarded(cells.guarded(text)) == text


@pytest.mark.parametrize("text", ["", "plain", "'tis", "a=b", "''", "7", "’=x"])
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert cells.guarded(text) == cells.unguarded(text) == text


@given(texts)
def test_unfit_characters_are_replaced_one_for_one(text: str) -> None:
    fit = cells.fit(text)
    assert len(fit) == len(text)
    assert fit.encode() is not None
    assert "\0" not in fit


values = {
    "string": st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    "integer": st.integers(),
    "number": st.decimals(allow_nan=False, allow_infinity=False),
    "boolean": st.booleans(),
    "date": st.dates(),
}


@given(st.sampled_from(sorted(values)).flatmap(lambda kind: st.tuples(st.just(kind), st.none() | values[kind])))
def test_every_value_reads_back_equal(pair: tuple[Any, Any]) -> None:
    kind, value = pair
    field = Field("x", kind)
    text = cell(value, kind)
    back = cells.read(text, field, guard=True)
    assert back == value
    assert type(back) is type(value)


def test_numbers_have_no_exponent() -> None:
    assert cell(Decimal("1E+9"), "number") == "1000000000"


def test_negative_numbers_are_never_guarded() -> None:
    assert cell(Decimal("-2.50"), "number") == "-2.50"


@given(st.integers(2, 4).flatmap(lambda width: st.lists(st.tuples(*[texts] * width))))
def test_lines_are_those_of_the_standard_library(rows: list[tuple[str, ...]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    assert cells.lines(list(zip(*rows, strict=True))) == out.getvalue()


def test_an_empty_cell_is_the_empty_string_where_a_value_is_always_there() -> None:
    assert cells.read("", Field("x", "string", required=True), guard=True) == ""
    assert cells.read("", Field("x", "string"), guard=True) is None


def test_truth_values_are_read_as_spreadsheets_write_them() -> None:
    assert [cells.read(text, Field("x", "boolean"), guard=True) for text in ("true", "TRUE", "False")] == [
        True, True, False
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "text", "what"),
    [
        ("integer", "1.5", "no whole number"),
        ("number", "many", "no number"),
        ("boolean", "perhaps", "neither true nor false"),
        ("date", "3.4.2023", "no date"),
    ],
)
def test_a_cell_of_another_type_is_refused(kind: Any, text: str, what: str) -> None:
    with pytest.raises(ValueError, match=what):
        cells.read(text, Field("x", kind), guard=True)


def test_a_missing_value_is_refused_where_one_is_due() -> None:
    with pytest.raises(ValueError, match="empty"):
        cells.read("", Field("x", "date", required=True), guard=True)


def test_dates_are_iso_8601() -> None:
    assert cell(dt.date(999, 1, 2), "date") == "0999-01-02"

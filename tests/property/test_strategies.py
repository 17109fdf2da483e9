"""The samples and strategies that plug-ins are tested with leave no field of the model out."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest
from hypothesis import given, settings

from beldigest import model
from beldigest.plugins.conformance import spans
from beldigest.testing import samples, strategies

RECORDS = [record for record in vars(model).values() if isinstance(record, type) and attrs.has(record)]
FIELDS = {f"{record.__name__}.{field.name}" for record in RECORDS for field in attrs.fields(record)}


def filled(record: object) -> Iterator[str]:
    """The fields, of a record and of those in it, that are not at their default."""
    if isinstance(record, tuple):
        for each in record:
            yield from filled(each)
    elif attrs.has(type(record)):
        for field in attrs.fields(type(record)):
            value = getattr(record, field.name)
            if field.default is attrs.NOTHING or value != field.default:
                yield f"{type(record).__name__}.{field.name}"
                yield from filled(value)


def test_the_full_sample_fills_every_field() -> None:
    assert FIELDS - set(filled(samples.full())) == {"Briefing.language"}  # it is English, which is the default


def test_the_strategies_fill_every_field() -> None:
    seen: set[str] = set()

    # Enough for the rarest field; which examples come depends on the constants of the modules that are loaded.
    @settings(max_examples=150)
    @given(strategies.briefings())
    def collect(briefing: model.Briefing) -> None:
        seen.update(filled(briefing))

    collect()
    assert FIELDS - seen == set()


@pytest.mark.parametrize(
    "sample", [samples.full(), samples.empty(), samples.hostile()], ids=["full", "empty", "hostile"]
)
def test_every_span_of_a_sample_lies_in_its_text(sample: model.Briefing) -> None:
    assert all(0 <= span.start <= span.end <= len(sample.text) for span in spans(sample))

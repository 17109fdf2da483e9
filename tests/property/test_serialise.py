"""The lossless serialisation: what goes out comes back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from beldigest.errors import OptionError, SerialisationError
from beldigest.model import Briefing
from beldigest.serialise import from_dict, from_json, to_bytes, to_dict, to_json
from beldigest.testing import samples, strategies


@given(strategies.briefings())
def test_round_trip(briefing: Briefing) -> None:
    assert from_json(to_json(briefing)) == briefing


@given(strategies.briefings())
def test_bytes_hold_the_same_as_text(briefing: Briefing) -> None:
    assert json.loads(to_bytes(briefing)) == json.loads(to_json(briefing))


@given(strategies.briefings())
def test_equal_briefings_give_equal_bytes(briefing: Briefing) -> None:
    assert to_bytes(from_json(to_bytes(briefing))) == to_bytes(briefing)


def test_the_text_is_compact_or_set_in() -> None:
    assert to_json(samples.empty()).startswith('{"format":"beldigest/1","id":"')
    assert to_json(samples.empty(), indent=2).startswith('{\n  "format": "beldigest/1",\n  "id": "')


@pytest.mark.parametrize(
    "briefing", [samples.full(), samples.empty(), samples.hostile()], ids=["full", "empty", "hostile"]
)
def test_samples_round_trip(briefing: Briefing) -> None:
    text = to_json(briefing)
    assert text.isascii()
    assert from_json(text) == briefing
    assert to_json(from_json(text)) == text


@pytest.mark.parametrize(
    ("path", "value", "where", "what"),
    [
        (("stories", 0, "figures", 0, "value"), "forty", "$.stories[0].figures[0].value", "not a decimal number"),
        (("stories", 0, "span", "start"), "0", "$.stories[0].span.start", "expected int"),
        (("stories", 0, "span", "start"), True, "$.stories[0].span.start", "expected int"),
        (("stories", 1, "headline"), None, "$.stories[1].headline", "expected str"),
        (("published", "first"), "2023-02-30", "$.published.first", "day"),
        (("actors", 0, "kind"), "robot", "$.actors[0].kind", "robot"),
        (("stories", 0, "duplicates", 0, "story", "id"), 7, "$.stories[0].duplicates[0].story.id", "expected str"),
        (("colour",), "red", "$", "unknown field colour"),
        (("format",), "beldigest/0", "$.format", "beldigest/0"),
    ],
)
def test_errors_carry_the_path(path: tuple[str | int, ...], value: object, where: str, what: str) -> None:
    data = json.loads(to_json(samples.full()))
    at = data
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    with pytest.raises(SerialisationError) as error:
        from_dict(data)
    assert error.value.where == where
    assert what in error.value.what


def test_a_missing_field_is_named() -> None:
    data = to_dict(samples.full())
    del data["stories"][0]["id"]
    with pytest.raises(SerialisationError) as error:
        from_dict(data)
    assert error.value.where == "$.stories[0].id"
    assert "'id' is missing" in error.value.what


@pytest.mark.parametrize("text", ["", "{", "[]", "7", "{}", "null", '"text"', "[" * 100_000])
def test_what_is_no_briefing_is_one_clear_error(text: str) -> None:
    with pytest.raises(SerialisationError):
        from_json(text)


def test_what_is_no_briefing_is_refused() -> None:
    with pytest.raises(OptionError, match="3 is no briefing"):
        to_json(3)  # type: ignore[arg-type]

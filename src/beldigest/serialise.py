"""The lossless serialisation: ``Briefing -> JSON -> Briefing``.

The JSON has the fields of the records, dates as ISO 8601, decimal numbers as strings. Errors carry the path of the
field that is wrong: ``$.stories[3].figures[0].value: ...``.
"""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, Any

from beldigest.errors import SerialisationError
from beldigest.model import Briefing

if TYPE_CHECKING:
    from cattrs import Converter

#: The version of the serialised form, which every file bears.
FORMAT = "beldigest/1"


def to_dict(briefing: Briefing) -> dict[str, Any]:
    """A briefing as JSON types alone; fields that are empty, or False by default, are left out."""
    from beldigest.encoding import builtins

    return {"format": FORMAT, **builtins(briefing)}


def from_dict(data: Any) -> Briefing:
    """The briefing that :func:`to_dict` made; raises ``SerialisationError`` with the path of a wrong field."""
    if not isinstance(data, dict):
        raise SerialisationError("a briefing is an object", where="$")
    if data.get("format") != FORMAT:
        raise SerialisationError(f"the format is {data.get('format')!r}, not {FORMAT!r}", where="$.format")
    rest = {name: value for name, value in data.items() if name != "format"}
    try:
        return _converter().structure(rest, Briefing)
    except Exception as error:  # cattrs raises groups of whatever the fields raised
        from cattrs import transform_error

        path, _, what = _first(transform_error(error, path="$", format_exception=_explain))
        raise SerialisationError(what, where=path) from error


def to_json(briefing: Briefing, *, indent: int | None = None) -> str:
    """A briefing as one JSON text in ASCII, so that lone surrogates survive as escapes."""
    separators = (",", ":") if indent is None else None
    return json.dumps(to_dict(briefing), indent=indent, separators=separators)


def to_bytes(briefing: Briefing) -> bytes:
    """The same as bytes, made many times as fast: in UTF-8, or in ASCII where a lone surrogate is in it."""
    from beldigest.encoding import encoded

    return b'{"format":"%b",%b' % (FORMAT.encode(), encoded(briefing)[1:])


def from_json(text: str | bytes) -> Briefing:
    """The briefing that :func:`to_json` wrote; raises ``SerialisationError`` with line and column, or the path."""
    if not isinstance(text, str | bytes | bytearray):
        raise SerialisationError(f"a JSON text is a str or bytes, not {type(text).__name__}", where="$")
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise SerialisationError(error.msg, where=f"line {error.lineno}, column {error.colno}") from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise SerialisationError(f"not a JSON text: {error}", where="$") from error
    return from_dict(data)


@cache
def _converter() -> Converter:
    from cattrs import Converter
    from cattrs.strategies import configure_union_passthrough

    converter = Converter(forbid_extra_keys=True)
    configure_union_passthrough(str | int | float | bool | None, converter)
    converter.register_structure_hook(dt.date, lambda value, _: dt.date.fromisoformat(_text(value)))
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(_text(value)))
    converter.register_structure_hook(int, lambda value, _: _exactly(int, value))
    converter.register_structure_hook(str, lambda value, _: _exactly(str, value))
    converter.register_structure_hook(bool, lambda value, _: _exactly(bool, value))
    return converter


def _exactly(wanted: type, value: Any) -> Any:
    if type(value) is not wanted:
        raise TypeError(f"expected {wanted.__name__}, found {value!r:.40}")
    return value


def _text(value: Any) -> str:
    return str(_exactly(str, value))


def _explain(error: BaseException, type: type | None) -> str:
    from cattrs.errors import ForbiddenExtraKeysError

    if isinstance(error, KeyError):
        return f"the field {error.args[0]!r} is missing"
    if isinstance(error, ForbiddenExtraKeysError):
        return f"unknown field {', '.join(sorted(error.extra_fields))}"
    if isinstance(error, InvalidOperation):
        return "not a decimal number"
    return str(error) or error.__class__.__name__


def _first(messages: list[str]) -> tuple[str, str, str]:
    """The path and the text of the first of cattrs' messages, which have the form ``WHAT @ PATH``."""
    what, at, path = (messages or ["not a briefing @ $"])[0].rpartition(" @ ")
    return path, at, what

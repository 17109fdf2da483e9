"""Records encoded as JSON by msgspec, straight from the objects.

msgspec leaves out what is at its default in classes of its own alone, so each record has one here, of the same name and
with the same fields; their annotations are resolved among the names of this module. It knows a default by identity,
which two equal strings need not have: a field whose default is a word is always written.
"""

from __future__ import annotations

import json
import re
from typing import Any

import attrs
import msgspec

from beldigest import model
from beldigest.errors import OptionError

Record = model.Briefing | model.Story

_RECORDS = {name: record for name, record in vars(model).items() if isinstance(record, type) and attrs.has(record)}


def _mirror(name: str, record: type[attrs.AttrsInstance]) -> type[msgspec.Struct]:
    fields: list[tuple[str, Any] | tuple[str, Any, Any]] = []
    for field in attrs.fields(record):
        # What holds no record is passed on as it is.
        annotation = field.type if _RECORDS.keys() & re.findall(r"\w+", str(field.type)) else Any
        always = field.default is attrs.NOTHING or isinstance(field.default, str)
        fields.append((field.name, annotation) if always else (field.name, annotation, field.default))
    return msgspec.defstruct(name, fields, module=__name__, omit_defaults=True, frozen=True, gc=False, kw_only=True)


_MIRRORS = {name: _mirror(name, record) for name, record in _RECORDS.items()}
globals().update(_MIRRORS)
_ENCODER = msgspec.json.Encoder()


def builtins(record: Record) -> dict[str, Any]:
    """A record as JSON types alone."""
    found: dict[str, Any] = msgspec.to_builtins(_mirrored(record))
    return found


def encoded(record: Record) -> bytes:
    """A record as JSON in UTF-8 or, where a lone surrogate is in it, in ASCII, whose escapes hold it."""
    mirrored = _mirrored(record)
    try:
        return _ENCODER.encode(mirrored)
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(mirrored), separators=(",", ":")).encode()


def _mirrored(record: Record) -> msgspec.Struct:
    if not isinstance(record, Record):
        raise OptionError(f"{record!r:.60} is no briefing", hint="parse a text, or read a file with parse_file")
    kind = model.Briefing if isinstance(record, model.Briefing) else model.Story
    return msgspec.convert(record, _MIRRORS[kind.__name__], from_attributes=True)

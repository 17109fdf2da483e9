"""Records encoded as JSON by msgspec, straight from the objects.

msgspec leaves out what is at its default in classes of its own alone, so each record has one here, of the same name and
with the same fields; their annotations are resolved among the names of this module. It knows a default by identity,
which two equal strings need not have: a field whose default is a word is always written.
"""

from __future__ import annotations

import re
from typing import Any

import attrs
import msgspec

from beldigest import model

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
_BRIEFING = _MIRRORS[model.Briefing.__name__]
_ENCODER = msgspec.json.Encoder()


def builtins(briefing: model.Briefing) -> dict[str, Any]:
    """A briefing as JSON types alone."""
    found: dict[str, Any] = msgspec.to_builtins(_mirrored(briefing))
    return found


def encoded(briefing: model.Briefing) -> bytes:
    """A briefing as JSON in UTF-8; raises ``UnicodeEncodeError`` for a lone surrogate."""
    return _ENCODER.encode(_mirrored(briefing))


def _mirrored(briefing: model.Briefing) -> msgspec.Struct:
    return msgspec.convert(briefing, _BRIEFING, from_attributes=True)

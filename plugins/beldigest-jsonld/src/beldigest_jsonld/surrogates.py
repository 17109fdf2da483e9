"""Lone surrogates, which no UTF-8 text and no RDF literal can hold.

In a node they are written as U+FFFD, one for one, so that offsets stay right. What the node's properties really held
stands beside them in one property, as JSON in ASCII, and is put back on reading.
"""

from __future__ import annotations

import json
import re
from typing import Any

from msgspec import Struct, to_builtins
from msgspec.json import Encoder, decode

#: The property that holds the properties with lone surrogates.
ORIGINAL = "bd:original"

_ENCODER = Encoder()
_SURROGATE = re.compile("[\ud800-\udfff]")


def encoded(node: Struct) -> bytes:
    """A node as JSON in UTF-8, its lone surrogates hidden."""
    try:
        return _ENCODER.encode(node)
    except UnicodeEncodeError:  # which a lone surrogate raises
        plain = to_builtins(node, enc_hook=decode)  # of parts that are encoded already
        hide(plain)
        return _ENCODER.encode(plain)


def hide(node: dict[str, Any]) -> None:
    """Replaces the lone surrogates in a node and the nodes under it, and keeps what stood there."""
    original = {}
    for term, value in node.items():
        if _affected(value):
            original[term] = value
            node[term] = _cleaned(value)
        else:
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, dict):
                    hide(each)
    if original:
        node[ORIGINAL] = json.dumps(original)


def restore(node: dict[str, Any]) -> None:
    """Puts back what :func:`hide` replaced; raises ``ValueError`` where what it kept is not JSON."""
    for value in node.values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                restore(each)
    kept = node.pop(ORIGINAL, None)
    if kept is not None:
        node.update(json.loads(kept))


def _affected(value: Any) -> bool:
    """Whether a literal, or a list of literals, holds a lone surrogate."""
    if isinstance(value, list):
        return any(map(_affected, value))
    if isinstance(value, dict):
        return "@value" in value and _affected(value["@value"])
    return isinstance(value, str) and _SURROGATE.search(value) is not None


def _cleaned(value: Any) -> Any:
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    if isinstance(value, dict):
        return value | {"@value": _cleaned(value["@value"])}
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value

"""Whether a value is of the type that a contract names: what a type checker would say, for plug-ins that had none.

A fault is a clause that names the field: ``aliases is 'CAJ', not a tuple of str``. The empty string is none.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from beldigest.model import Span

# So many characters of a wrong value are shown.
_SHOWN = 60


def fault(value: object, hint: Any, path: str = "") -> str:
    """What keeps a value from being of a type, which may be a record whose fields have types in their turn."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        choices = get_args(hint)
        if type(value) in choices:  # the fault lies in a field of it
            return fault(value, type(value), path)
        return "" if any(not fault(value, choice, path) for choice in choices) else _wrong(value, hint, path)
    if origin is Literal:
        return "" if value in get_args(hint) else _wrong(value, hint, path)
    if origin is tuple:
        if not isinstance(value, tuple):
            return _wrong(value, hint, path)
        each = get_args(hint)[0]
        return next(filter(None, (fault(item, each, f"{path}[{at}]") for at, item in enumerate(value))), "")
    if not isinstance(value, origin or hint):
        return _wrong(value, hint, path)
    if isinstance(value, Mapping):
        key, each = get_args(hint)
        parts = (
            fault(name, key, f"a key of {path}") or fault(its, each, f"{path}[{name!r}]") for name, its in value.items()
        )
        return next(filter(None, parts), "")
    if not attrs.has(type(value)):
        return ""
    record: Any = type(value)
    fields = _types(record).items()
    parts = (fault(getattr(value, name), its, f"{path}.{name}" if path else name) for name, its in fields)
    return next(filter(None, parts), "")


def spans(record: Any) -> Iterator[Span]:
    """Every span of a record and of the records in it."""
    if isinstance(record, Span):
        yield record
    elif isinstance(record, tuple):
        for each in record:
            yield from spans(each)
    elif attrs.has(type(record)):
        for field in attrs.fields(type(record)):
            yield from spans(getattr(record, field.name))


def unlike(offer: object, protocol: type) -> str:
    """What keeps an object from being an implementation of a protocol: a member of another type, or none at all."""
    called = type(offer).__name__
    if isinstance(offer, type):
        return f"gives the class {offer.__name__} and not an object of it"
    for name, member in vars(protocol).items():
        if name.startswith("_"):
            continue
        if not hasattr(offer, name):
            return f"gives an object of {called}, which has no {name!r}"
        if isinstance(member, property):
            wrong = fault(getattr(offer, name), get_type_hints(member.fget)["return"], f"{called}.{name}")
        else:
            parameters = list(inspect.signature(member).parameters)[1:]
            wrong = uncallable(getattr(offer, name), parameters, f"{called}.{name}")
        if wrong:
            return f"gives an object whose {wrong}"
    return ""


def uncallable(function: object, parameters: list[str], name: str) -> str:
    """What keeps a function from being called with so many positional arguments."""
    if not callable(function):
        return f"{name} is {_shown(function)}, which cannot be called"
    try:
        signature = inspect.signature(function)
    except ValueError:  # a function of an extension module may have none to show
        return ""
    try:
        signature.bind(*parameters)
    except TypeError:
        return f"{name} takes {signature} and is called with ({', '.join(parameters)})"
    return ""


@cache
def _types(record: Any) -> dict[str, Any]:
    hints = get_type_hints(record)
    return {field.name: hints[field.name] for field in attrs.fields(record)}


def _wrong(value: object, hint: Any, path: str) -> str:
    return f"{path or 'it'} is {_shown(value)}, not {_named(hint)}"


def _named(hint: Any) -> str:
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return " or ".join(map(_named, parts))
    if origin is Literal:
        return "one of " + ", ".join(map(str, parts))
    if origin is tuple:
        return f"a tuple of {_named(parts[0])}"
    if hint is NoneType:
        return "None"
    return str(getattr(origin or hint, "__name__", hint))


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"

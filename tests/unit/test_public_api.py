"""The public names: each is there once, documented, typed, and named in the reference."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import Any

import pytest

import beldigest

INIT = Path(beldigest.__file__)
REFERENCE = INIT.parents[2] / "docs" / "reference" / "api.md"


def for_type_checkers() -> dict[str, str]:
    """The names that ``__init__`` shows to type checkers, with the modules that they come from."""
    names = {}
    for node in ast.walk(ast.parse(INIT.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("beldigest."):
            for alias in node.names:
                assert alias.asname == alias.name, f"{alias.name} is not exported as itself"
                assert alias.name not in names
                names[alias.name] = node.module or ""
    return names


def test_type_checkers_see_what_the_interpreter_sees() -> None:
    assert for_type_checkers() == beldigest._HOME
    assert sorted(beldigest._HOME) == beldigest.__all__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        beldigest.nothing  # noqa: B018


@pytest.mark.parametrize("name", beldigest.__all__)
def test_is_documented_and_typed(name: str) -> None:
    value: Any = getattr(beldigest, name)
    assert f"`{name}`" in REFERENCE.read_text("utf-8"), f"{name} is missing in the reference"
    if not callable(value) or name in ("hookimpl", "Opinion"):
        return
    assert inspect.getdoc(value), f"{name} has no docstring"
    if not inspect.isclass(value):
        signature = inspect.signature(value)
        assert signature.return_annotation is not inspect.Signature.empty
        assert all(each.annotation is not inspect.Parameter.empty for each in signature.parameters.values())
        return
    for attribute, member in vars(value).items():
        if inspect.isfunction(member) and not attribute.startswith("_"):
            assert inspect.getdoc(member), f"{name}.{attribute} has no docstring"

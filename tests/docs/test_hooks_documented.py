"""Each hook is documented with its signature, and has a test."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from beldigest.plugins import hookspecs
from beldigest.plugins.plugin import HOOKS

ROOT = Path(__file__).parents[2]
SPECS = {name: value for name, value in vars(hookspecs).items() if name.startswith("beldigest_")}


def test_every_hook_belongs_to_a_kind_of_entry_point() -> None:
    assert sorted(SPECS) == sorted(hook for hooks in HOOKS.values() for hook in hooks)


@pytest.mark.parametrize("name", sorted(SPECS))
def test_the_reference_has_its_signature(name: str) -> None:
    signature = inspect.signature(SPECS[name])
    parameters = ", ".join(map(str, signature.parameters.values()))
    assert f"`{name}({parameters}) -> {signature.return_annotation}`" in (ROOT / "docs/reference/hooks.md").read_text(
        "utf-8"
    )


@pytest.mark.parametrize("name", sorted(SPECS))
def test_a_test_uses_it(name: str) -> None:
    tests = [*(ROOT / "tests").rglob("test_*.py"), *(ROOT / "examples").rglob("*.py")]
    assert any(f"def {name}(" in path.read_text("utf-8") for path in tests if path != Path(__file__))

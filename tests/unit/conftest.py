"""Entry points to modules that a test writes."""

from __future__ import annotations

import sys
import textwrap
from importlib.metadata import Distribution, EntryPoint
from pathlib import Path
from typing import Any

import pytest


class Named(Distribution):
    """A distribution of which only the name and the version are asked."""

    def __init__(self, name: str) -> None:
        self._name = name

    @property
    def metadata(self) -> Any:
        return {"Name": self._name, "Version": "1.0"}

    def read_text(self, filename: str) -> None:
        return None

    def locate_file(self, path: Any) -> Any:
        return Path(str(path))


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Makes an entry point to a module of the given source."""
    monkeypatch.syspath_prepend(str(tmp_path))
    made: list[str] = []

    def make(name: str, source: str, distribution: str = "some-plugin") -> EntryPoint:
        module = f"plugin_{len(made)}_{tmp_path.name.replace('-', '_')}"
        made.append(module)
        (tmp_path / f"{module}.py").write_text(textwrap.dedent(source), "utf-8")
        point = EntryPoint(name, module, "beldigest")
        vars(point).update(dist=Named(distribution))
        return point

    yield make
    for module in made:
        sys.modules.pop(module, None)

"""What a second language has to bring is documented."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_part_of_a_language_that_is_loaded_is_named() -> None:
    loaded = {
        node.args[1].value
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "load"
        if len(node.args) == 2 and isinstance(node.args[1], ast.Constant)
    }
    page = (ROOT / "docs/explanation/data.md").read_text("utf-8")
    listed = re.search(r"parts of the same names: (.+?)\.", page, re.DOTALL)
    assert listed is not None
    assert set(re.findall(r"`(\w+)`", listed[1])) == loaded

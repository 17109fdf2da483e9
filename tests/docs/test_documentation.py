"""Every code block of the documentation runs and prints what it says.

A ``python`` block is a doctest session where it has prompts, and a script otherwise; the blocks of one page share their
names. A ``console`` block is a list of commands with what they print. Both run in a folder that holds the example.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

import beldigest

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "plugins").glob("*/README.md"),
        *(ROOT / "examples").rglob("*.md"),
    ]
)
_BLOCK = re.compile(r"^( *)```(python|console)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*(?:\\\n.*)*)\n?", re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader of the documentation would have it: the example letter, and the commands on the path."""
    folder = tmp_path_factory.mktemp("documentation")
    for example in (ROOT / "examples").glob("letter*"):
        shutil.copy(example, folder)
    return folder


def blocks(page: Path) -> list[tuple[str, str, int]]:
    text = page.read_text("utf-8")
    return [
        (match[2], textwrap.dedent(match[3]), text[: match.start()].count("\n") + 2) for match in _BLOCK.finditer(text)
    ]


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page)], ids=lambda page: str(page.relative_to(ROOT)))
def test_code_blocks_run(page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    names: dict[str, Any] = {"__name__": page.stem}
    for language, code, line in blocks(page):
        if language == "console":
            run_commands(code, page, line)
        elif ">>>" in code:
            run_session(code, names, page, line)
        else:
            exec(compile("\n" * (line - 1) + code, str(page), "exec"), names)


def run_session(code: str, names: dict[str, Any], page: Path, line: int) -> None:
    examples = doctest.DocTestParser().get_doctest(code, {}, page.name, str(page), line - 1)
    examples.globs = names
    printed: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(examples, out=printed.append, clear_globs=False)
    assert not runner.failures, "".join(printed)


def run_commands(code: str, page: Path, line: int) -> None:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "100",
    }
    commands = list(_COMMAND.finditer(code))
    assert commands, f"{page}:{line}: a console block without a command"
    for command, after in zip(commands, [*commands[1:], None], strict=True):
        said = code[command.end() : after.start() if after else None]
        done = subprocess.run(
            ["bash", "-c", command[1]], capture_output=True, text=True, env=environment, timeout=60, check=False
        )
        printed = done.stdout + done.stderr
        if not doctest.OutputChecker().check_output(said, printed, doctest.ELLIPSIS):
            pytest.fail(f"{page}:{line}: {command[1]}\nsays:\n{said}\nprints:\n{printed}")


@pytest.mark.parametrize("name", beldigest.__all__)
def test_every_public_name_is_shown_at_work(name: str) -> None:
    """It stands in a block that runs; a record may be named beside one instead, in the reference of the model."""
    shown = any(re.search(rf"\b{name}\b", code) for page in PAGES for _, code, _ in blocks(page))
    model = (ROOT / "docs" / "reference" / "model.md").read_text("utf-8")
    assert shown or f"{{class}}`~beldigest.model.{name}`" in model

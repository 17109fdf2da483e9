"""Same in, same out: the same bytes in every format, whatever the process, its locale, time zone and network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from beldigest.plugins.registry import KNOWN_FORMATS

EXAMPLES = Path(__file__).parents[2] / "examples"

#: Parses the letters, in the order given, and writes each format; whoever opens a socket or asks for a name fails.
SCRIPT = """
import sys

def watch(event, arguments):
    if event.startswith("socket."):
        raise SystemExit(f"the network is asked: {event}")

sys.addaudithook(watch)
import hashlib, os
import beldigest

folder, formats, letters = sys.argv[1], sys.argv[2].split(","), sys.argv[3:]
briefings = beldigest.deduplicate(beldigest.parse_files(letters))
briefings = sorted(briefings, key=lambda briefing: briefing.id)
for name in formats:
    beldigest.export(briefings, name, os.path.join(folder, name))
for at, _, names in sorted(os.walk(folder)):
    for name in sorted(names):
        with open(os.path.join(at, name), "rb") as file:
            print(os.path.relpath(os.path.join(at, name), folder), hashlib.sha256(file.read()).hexdigest())
"""

WORLDS = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "C.UTF-8"},
]


def written(folder: Path, world: dict[str, str], *letters: str) -> str:
    """The files that are written in a world, with the sums of their bytes."""
    folder.mkdir()
    command = [sys.executable, "-c", SCRIPT, str(folder), ",".join(("json", *KNOWN_FORMATS)), *letters]
    environment = {**os.environ, **world}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=EXAMPLES, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(tmp_path_factory.mktemp("world") / "first", WORLDS[0], "letter.txt", "letter-short.txt")


def test_another_process_elsewhere_writes_the_same(first: str, tmp_path: Path) -> None:
    assert first.count("\n") > len(KNOWN_FORMATS)
    assert written(tmp_path / "again", WORLDS[1], "letter.txt", "letter-short.txt") == first


def test_the_order_of_the_files_changes_nothing(first: str, tmp_path: Path) -> None:
    assert written(tmp_path / "turned", WORLDS[1], "letter-short.txt", "letter.txt") == first

"""Renews the versions that are tested: ``python .ci/constraints.py UV``.

Resolves the workspace without its pins, and writes name and version of every distribution into pyproject.toml. A lock
file would also record the addresses of a registry, which no file here may name.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
_PINS = re.compile(r"constraint-dependencies = \[\n.*?\]", re.DOTALL)
_EXPORT = [
    "export",
    "--no-hashes",
    "--no-header",
    "--no-annotate",
    "--no-emit-workspace",
    "--all-packages",
    "--all-extras",
]


def main(uv: str) -> None:
    before = PROJECT.read_text("utf-8")
    PROJECT.write_text(_PINS.sub("constraint-dependencies = [\n]", before), "utf-8")
    try:
        done = subprocess.run([uv, *_EXPORT, "--group", "dev", "--upgrade"], capture_output=True, text=True, check=True)
    except BaseException:
        PROJECT.write_text(before, "utf-8")
        raise
    found = sorted(line.strip() for line in done.stdout.splitlines() if re.match(r"[\w.-]+==", line))
    names = Counter(line.split("==")[0] for line in found)
    # A marker matters only where it chooses between two versions of one distribution.
    pins = [line if names[line.split("==")[0]] > 1 else line.split(";")[0].strip() for line in found]
    listed = "".join(f"    {json.dumps(pin)},\n" for pin in pins)
    PROJECT.write_text(_PINS.sub(lambda _: f"constraint-dependencies = [\n{listed}]", before), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])

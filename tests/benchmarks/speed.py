"""Runs every benchmark of speed in this folder, one after the other: ``python tests/benchmarks/speed.py [NAME...]``.

A benchmark is a script ``NAME_speed.py`` that prints what it measured. Figures are of this machine and this moment:
compare ratios in one run, not numbers of two.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main(names: list[str]) -> int:
    failed = 0
    for script in sorted(Path(__file__).parent.glob("*_speed.py")):
        if names and script.stem.removesuffix("_speed") not in names:
            continue
        print(f"== {script.stem.removesuffix('_speed')}", flush=True)
        failed += subprocess.run([sys.executable, str(script)], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

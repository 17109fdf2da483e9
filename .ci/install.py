"""Installs from wheels, as users do: ``python .ci/install.py UV``.

The core alone in an empty environment imports quickly and has no exporter; one exporter's wheel adds that format alone.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
LETTER = ROOT / "examples" / "letter.txt"

#: The median of several fresh interpreters, in milliseconds, less what an empty one takes.
_IMPORT = """
import statistics, subprocess, sys, time
def run(code):
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return (time.perf_counter() - start) * 1000
times = [run("import beldigest") - run("pass") for _ in range(7)]
print(f"import beldigest: {statistics.median(times):.0f} ms")
"""

_CORE = """
import sys, beldigest
from beldigest.plugins.registry import Registry
assert Registry().formats() == (), Registry().formats()
assert not [name for name in sys.modules if name.startswith("beldigest_")]
try:
    beldigest.export([], "jsonld", "x")
except beldigest.UnknownFormatError as error:
    assert "pip install beldigest-jsonld" in str(error), error
    print(error)
else:
    sys.exit("jsonld is there, and should not be")
briefing = next(beldigest.parse_file(sys.argv[1]))
assert beldigest.from_json(beldigest.to_json(briefing)) == briefing
"""

_ONE = """
import sys, beldigest
from beldigest.plugins.registry import Registry
assert Registry().formats() == (sys.argv[1],), Registry().formats()
assert not Registry().faults(), Registry().faults()
briefing = next(beldigest.parse_file(sys.argv[2]))
print(len(beldigest.export(briefing, sys.argv[1], sys.argv[3]).files), "file(s) of", sys.argv[1])
"""


def main(uv: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        wheels, python = Path(folder, "wheels"), Path(folder, "venv", "bin", "python")
        subprocess.run([uv, "build", "--quiet", "--all-packages", "--wheel", "--out-dir", wheels], check=True, cwd=ROOT)
        subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, Path(folder, "venv")], check=True)

        def install(action: str, *names: str) -> None:
            command = [uv, "pip", action, "--quiet", "--python", python, *names]
            subprocess.run(command + (["--find-links", wheels] if action == "install" else []), check=True, cwd=folder)

        def run(code: str, *arguments: str | Path) -> None:
            subprocess.run([python, "-I", "-c", code, *arguments], check=True, cwd=folder)

        install("install", "beldigest")
        run(_IMPORT)
        run(_CORE, LETTER)
        for name in ("jsonld", "csv", "markdown", "ical"):
            install("install", f"beldigest-{name}")
            run(_ONE, name, LETTER, Path(folder, f"out-{name}"))
            install("uninstall", f"beldigest-{name}")


if __name__ == "__main__":
    main(str(Path(sys.argv[1]).resolve()))

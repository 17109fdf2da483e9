"""The house: imports point upstream only, and what is light stays light."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import beldigest

ROOT = Path(beldigest.__file__).parent

#: The rooms, each of which may import from itself and from those before it.
ORDER = (
    "errors",
    "ids",
    "model",
    "document",
    "language",
    "readers",
    "segment",
    "names",
    "mentions",
    "resolve",
    "dedup",
    "wording",
    "encoding",
    "serialise",
    "tables",
    "plugins",
    "sinks",
    "sources",
    "arguments",
    "dating",
    "writing",
    "pipeline",
    "batch",
    "find",
    "testing",
    "cli",
    "__main__",
)

MODULES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")
EXPORTERS = sorted(ROOT.parents[1].glob("plugins/*/src/**/*.py"))


def room(module: str) -> str:
    """The room that a module of the package lies in."""
    return module.split(".")[1]


def imported(path: Path) -> Iterator[str]:
    """The modules of the package that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} imports relatively"
            module = node.module or ""
            names = [f"{module}.{alias.name}" for alias in node.names] if module == "beldigest" else [module]
        yield from (name for name in names if name.startswith("beldigest."))


def test_every_room_has_its_place() -> None:
    rooms = {path.relative_to(ROOT).parts[0].removesuffix(".py") for path in MODULES}
    assert rooms == set(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_upstream(path: Path) -> None:
    here = path.relative_to(ROOT).parts[0].removesuffix(".py")
    for name in imported(path):
        assert ORDER.index(room(name)) <= ORDER.index(here), f"{here} imports {name}, which lies downstream"


def test_modules_import_one_another_in_no_circle() -> None:
    paths = {".".join(path.relative_to(ROOT.parent).with_suffix("").parts): path for path in MODULES}
    modules = {name.removesuffix(".__init__"): path for name, path in paths.items()}
    needs: dict[str, set[str]] = {}
    for name, path in modules.items():
        wanted: set[str] = set()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                parts = {f"{node.module}.{alias.name}" for alias in node.names}
                wanted |= (parts | {node.module}) & modules.keys() if parts - modules.keys() else parts
        needs[name] = wanted - {name}
    assert len(list(TopologicalSorter(needs).static_order())) == len(modules)  # raises CycleError with the circle


def test_the_core_names_no_exporter() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
                assert not any(name.startswith("beldigest_") for name in names), path


def documented() -> set[str]:
    """The modules, and the members of modules, that the reference describes, and the public names."""
    pages = "".join(page.read_text("utf-8") for page in (ROOT.parents[1] / "docs" / "reference").glob("*.md"))
    return {*re.findall(r"auto[a-z]+:: (\S+)", pages), *(f"beldigest.{name}" for name in beldigest.__all__)}


@pytest.mark.parametrize("path", EXPORTERS, ids=lambda path: path.name)
def test_exporters_use_nothing_that_others_are_not_told_of(path: Path) -> None:
    known = documented()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "beldigest":
            for alias in node.names:
                assert node.module in known or f"{node.module}.{alias.name}" in known, f"{node.module}.{alias.name}"


#: What differs from one run to the next: the clock, chance, the machine, the network.
FICKLE = {"asyncio", "getpass", "http", "locale", "platform", "random", "secrets", "socket", "ssl", "time", "uuid"}


@pytest.mark.parametrize("path", [*MODULES, *EXPORTERS], ids=lambda path: path.stem)
def test_nothing_asks_the_clock_chance_or_the_network(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [getattr(node, "module", None) or "", *(alias.name for alias in node.names)]
            assert not FICKLE & {name.split(".")[0] for name in names}
            assert "urllib.request" not in names
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("now", "today", "utcnow", "fromtimestamp")


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running the code."""
    script = f"import sys\n{code}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_library_loads_little() -> None:
    loaded = loaded_by("import beldigest")
    heavy = {
        "babel",
        "cattrs",
        "click",
        "edtf",
        "feedparser",
        "icalendar",
        "markdown_it",
        "msgspec",
        "numpy",
        "nupunkt",
    }
    heavy |= {"pluggy", "rapidfuzz", "rich", "selectolax", "beldigest.cli", "beldigest.readers", "beldigest.mentions"}
    assert not loaded & heavy
    assert not any(name.startswith("beldigest_") for name in loaded)


def test_parsing_text_loads_no_exporter_and_no_reader_library() -> None:
    loaded = loaded_by("import beldigest; beldigest.parse('A headline\\nA story of one line, on March 3.')")
    assert not loaded & {"click", "feedparser", "icalendar", "markdown_it", "selectolax"}
    assert not any(name.startswith("beldigest_") for name in loaded)


def test_one_recogniser_loads_neither_readers_nor_plugins_nor_the_pipeline() -> None:
    loaded = loaded_by("import beldigest; beldigest.find_dates('on March 3'); beldigest.find_figures('40 berths')")
    rooms = {room(name) for name in loaded if name.startswith("beldigest.")}
    assert not rooms & {"readers", "segment", "resolve", "dedup", "plugins", "pipeline"}


def test_asking_for_one_format_imports_that_one_alone() -> None:
    loaded = loaded_by("from beldigest.writing import exporter; exporter('csv')")
    assert "beldigest_csv" in loaded
    assert not loaded & {"beldigest_ical", "beldigest_jsonld", "beldigest_markdown", "icalendar"}

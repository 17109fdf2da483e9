"""How a data file is written and read.

A data file is UTF-8 text. Lines that begin with ``#`` are comments; the first ones say where the facts come from.
Every other line is one entry: fields parted by a tab, the first of them the key.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def lexicon(language: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of ``NAME.tsv`` of a language's package, in the order of the file."""
    return entries(f"beldigest.language.{language}", name)


@cache
def entries(package: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of ``data/NAME.tsv`` of a package, in the order of the file; read when first asked for."""
    text = files(package).joinpath("data", f"{name}.tsv").read_text("utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and line[0] != "#")

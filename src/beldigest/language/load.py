"""Which languages there are, and their parts."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

#: ISO 639-1 codes of the languages that are here.
SUPPORTED = ("en",)


def supported(code: str) -> str:
    """The supported language for a BCP 47 tag: its own primary language, or English where there is none."""
    primary = code.replace("_", "-").split("-")[0].lower()
    return primary if primary in SUPPORTED else SUPPORTED[0]


def load(code: str, part: str) -> ModuleType:
    """The module that holds a part (``dates``, ``figures``, ``names``, ...) of a language."""
    return import_module(f"beldigest.language.{supported(code)}.{part}")

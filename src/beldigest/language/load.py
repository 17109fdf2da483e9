"""Which languages there are, and their parts."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

#: ISO 639-1 codes of the languages that are here.
SUPPORTED = ("en",)


def primary(code: str) -> str:
    """The primary language of a BCP 47 tag: ``en`` of ``en-GB``."""
    return code.replace("_", "-").split("-")[0].lower()


def territory(code: str) -> str:
    """The country of a BCP 47 tag, by its code of ISO 3166-1: ``NZ`` of ``en-NZ``; empty where it names none."""
    subtags = code.replace("_", "-").split("-")[1:]
    return next((subtag.upper() for subtag in subtags if len(subtag) == 2 and subtag.isalpha()), "")


def supported(code: str) -> str:
    """The supported language for a BCP 47 tag: its own primary language, or English where there is none."""
    return primary(code) if primary(code) in SUPPORTED else SUPPORTED[0]


def load(code: str, part: str) -> ModuleType:
    """The module that holds a part (``dates``, ``figures``, ``names``, ...) of a language."""
    return import_module(f"beldigest.language.{supported(code)}.{part}")

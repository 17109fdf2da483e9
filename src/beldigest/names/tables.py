"""The data files of this package."""

from __future__ import annotations

from beldigest.language.lexicon import entries


def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``data/NAME.tsv``, whose comments tell its columns and where they come from."""
    return entries("beldigest.names", name)

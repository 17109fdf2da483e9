"""beldigest exporter: a Markdown page that a person enjoys, or a folder of linked notes."""

from __future__ import annotations

from beldigest import Exporter, hookimpl
from beldigest_markdown.exporter import Markdown

__all__ = ["Markdown", "beldigest_exporters"]


@hookimpl
def beldigest_exporters() -> list[Exporter]:
    """The exporter of the format ``markdown``."""
    return [Markdown()]

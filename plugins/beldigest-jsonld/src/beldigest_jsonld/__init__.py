"""beldigest exporter and importer: a JSON-LD graph of schema.org records."""

from __future__ import annotations

from collections.abc import Sequence

from beldigest import Exporter, Importer, hookimpl


@hookimpl
def beldigest_exporters() -> Sequence[Exporter]:
    """The exporter."""
    from beldigest_jsonld.exporter import JsonLdExporter

    return [JsonLdExporter()]


@hookimpl
def beldigest_importers() -> Sequence[Importer]:
    """The importer."""
    from beldigest_jsonld.importer import JsonLdImporter

    return [JsonLdImporter()]

from __future__ import annotations

from beldigest.testing.contract import ExporterContract
from beldigest_jsonld.exporter import JsonLdExporter


class TestJsonLdExporter(ExporterContract):
    exporter = JsonLdExporter()
    option_sets = ({"lines": True}, {"base": "https://example.org/digest#", "around": 12})

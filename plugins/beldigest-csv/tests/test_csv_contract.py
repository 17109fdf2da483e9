from __future__ import annotations

from beldigest.testing.contract import ExporterContract
from beldigest_csv.exporter import CsvExporter


class TestCsvExporter(ExporterContract):
    exporter = CsvExporter()
    option_sets = ({"table": "citations"}, {"guard": False, "excel": True}, {"records": False})

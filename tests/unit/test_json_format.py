"""The format that the library writes itself passes the contract of every exporter."""

from __future__ import annotations

from beldigest.plugins.json_format import JsonFormat
from beldigest.testing.contract import ExporterContract


class TestContract(ExporterContract):
    exporter = JsonFormat()
    # Its evidence is the text, which stands in it whole, with the spans of the records.
    records = ()

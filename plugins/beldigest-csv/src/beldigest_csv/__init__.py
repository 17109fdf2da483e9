"""beldigest exporter and importer: tidy CSV tables with a data package."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from beldigest import Exporter, Importer, hookimpl

if TYPE_CHECKING:
    from beldigest.tables import Row

__all__ = ["beldigest_exporters", "beldigest_importers", "read_tables"]


def read_tables(package: str | os.PathLike[str]) -> dict[str, Iterator[Row]]:
    """The rows of each table of a data package, typed as its schema says and in the form of ``beldigest.rows``.

    ``package`` is the folder, or the ``datapackage.json`` in it. The rows are read as they are asked for, and are those
    of the files, whoever has changed them. Raises ``InputError`` where a file cannot be read, and
    ``SerialisationError`` with file, line and column where it does not hold what the package says.
    """
    from beldigest_csv.package import tables

    return tables(package)


@hookimpl
def beldigest_exporters() -> Sequence[Exporter]:
    """The exporter."""
    from beldigest_csv.exporter import CsvExporter

    return [CsvExporter()]


@hookimpl
def beldigest_importers() -> Sequence[Importer]:
    """The importer."""
    from beldigest_csv.importer import CsvImporter

    return [CsvImporter()]

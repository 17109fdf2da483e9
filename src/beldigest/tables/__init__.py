"""The tidy projection: a briefing as rows of tables with keys, which every tabular exporter shares.

Each :class:`Table` names its columns with type and description, its primary key and what its foreign keys point to.
A briefing's id is part of every key, so tables of many briefings can be joined one under the other. ``quote`` columns
hold the evidence, character for character as it stands in the briefing.
"""

from __future__ import annotations

from collections.abc import Iterator

from beldigest.errors import OptionError
from beldigest.model import Briefing
from beldigest.tables.actors import ACTORS
from beldigest.tables.folds import FOLDS
from beldigest.tables.records import RECORDS
from beldigest.tables.schema import Cell, Column, ColumnType, ForeignKey, Row, Table
from beldigest.tables.stories import STORIES

__all__ = ["TABLES", "Cell", "Column", "ColumnType", "ForeignKey", "Row", "Table", "rows"]

_DECLARED = (*STORIES, *ACTORS, *RECORDS, *FOLDS)

#: All tables, parents before what points to them.
TABLES: tuple[Table, ...] = tuple(table for table, _ in _DECLARED)
_ROWS = {table.name: found for table, found in _DECLARED}


def rows(table: Table | str, briefing: Briefing) -> Iterator[Row]:
    """The rows of one table for one briefing, cells in the order of the columns.

    Raises ``OptionError`` for the name of no table.
    """
    name = table if isinstance(table, str) else table.name
    if name not in _ROWS:
        raise OptionError(f"there is no table {name!r}", hint=f"there are {', '.join(_ROWS)}")
    return _ROWS[name](briefing)

"""A user's register of actors, read as a gazetteer: a CSV or a JSON file that fixes names, kinds and identifiers.

CSV has a line of column names: ``name`` and ``kind``, and if wanted ``aliases`` (parted by ``|``); every other column
is a scheme of identifiers, for example ``wikidata``. JSON is a list of objects with the same fields, ``aliases`` a list
of strings and ``identifiers`` an object from scheme to value.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from beldigest.errors import InputError
from beldigest.language.gazetteer import Gazetteer, GazetteerEntry
from beldigest.model import ActorKind

_KINDS: Mapping[str, ActorKind] = {kind: kind for kind in get_args(ActorKind)}
_KIND_HINT = f"use one of {', '.join(_KINDS)}"


def register_file(path: str | Path) -> Gazetteer:
    """The gazetteer that a file describes; raises :class:`~beldigest.errors.InputError` where it describes none."""
    path = Path(path)
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise InputError.of_system(error, str(path)) from error
    except UnicodeDecodeError as error:
        raise InputError(
            f"the register is not UTF-8 (byte {error.start})", where=str(path), hint="save it as UTF-8"
        ) from error
    read = {".json": _from_json, ".csv": _from_csv}.get(path.suffix.lower())
    if read is None:
        raise InputError(
            f"a register has no format {path.suffix or 'without suffix'!r}",
            where=str(path),
            hint="name the file .csv or .json",
        )
    return Gazetteer(path.stem, tuple(read(text, str(path))), f"the register file {path.name}")


def _from_csv(text: str, where: str) -> Iterator[GazetteerEntry]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = [column.strip() for column in reader.fieldnames or ()]
        for needed in ("name", "kind"):
            if needed not in columns:
                raise InputError(
                    f"the register has no column {needed!r}", where=f"{where}, line 1", hint="add it to the first line"
                )
        reader.fieldnames = columns
        for row in reader:
            place = f"{where}, line {reader.line_num}"
            if None in row:
                raise InputError("the line has more fields than columns", where=place, hint="quote fields with commas")
            cells = {column: (cell or "").strip() for column, cell in row.items()}
            if not any(cells.values()):
                continue
            name, kind = cells.pop("name"), cells.pop("kind")
            aliases = [alias.strip() for alias in cells.pop("aliases", "").split("|")]
            yield _entry(name, kind, aliases, cells, f"{place}, column ")
    except csv.Error as error:
        raise InputError(
            f"the register is not CSV ({error})", where=f"{where}, line {reader.line_num}", hint="check the quotes"
        ) from error


def _from_json(text: str, where: str) -> Iterator[GazetteerEntry]:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(
            f"the register is not JSON ({error.msg})",
            where=f"{where}, line {error.lineno}, column {error.colno}",
            hint="check the file with a JSON tool",
        ) from error
    except RecursionError as error:
        raise InputError(
            "the register is nested too deeply", where=where, hint="write a list of objects without further nesting"
        ) from error
    for index, item in enumerate(_a(list, found, f"{where}: $", "a list of actors")):
        path = f"{where}: $[{index}]"
        fields: dict[str, Any] = dict(_a(dict, item, path, "an object"))
        name = _a(str, fields.pop("name", ""), f"{path}.name", "a string").strip()
        kind = _a(str, fields.pop("kind", ""), f"{path}.kind", "a string").strip()
        aliases = _a(list, fields.pop("aliases", []), f"{path}.aliases", "a list of strings")
        given = _a(dict, fields.pop("identifiers", {}), f"{path}.identifiers", "an object")
        if fields:
            raise InputError(
                f"an actor has no field {min(fields)!r}", where=path, hint="use name, kind, aliases and identifiers"
            )
        texts = [_a(str, alias, f"{path}.aliases[{at}]", "a string").strip() for at, alias in enumerate(aliases)]
        values = {
            scheme: _a(str, value, f"{path}.identifiers.{scheme}", "a string").strip()
            for scheme, value in given.items()
        }
        yield _entry(name, kind, texts, values, f"{path}.")


def _a(kind: type[Any], value: Any, where: str, article: str) -> Any:
    if not isinstance(value, kind):
        raise InputError(f"{type(value).__name__} where {article} belongs", where=where, hint=f"write {article}")
    return value


def _entry(name: str, kind: str, aliases: list[str], identifiers: Mapping[str, str], where: str) -> GazetteerEntry:
    if not name:
        raise InputError("the name of an actor is missing", where=f"{where}name", hint="write the name to show")
    if kind not in _KINDS:
        raise InputError(f"there is no kind {kind!r}", where=f"{where}kind", hint=_KIND_HINT)
    others = tuple(dict.fromkeys(alias for alias in aliases if alias and alias != name))
    return GazetteerEntry(name, _KINDS[kind], others, {scheme: value for scheme, value in identifiers.items() if value})

"""The one format that the library writes and reads itself: its lossless serialisation.

A file holds one briefing as an object, or many as an array with one briefing a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from beldigest.errors import SerialisationError
from beldigest.model import Briefing
from beldigest.plugins.contracts import Layout, Option, OptionValue, Siblings, Sink
from beldigest.serialise import FORMAT, from_dict, to_bytes


class JsonFormat:
    """Writes and reads the lossless serialisation."""

    format = "json"
    description = "the lossless serialisation"
    media_type = "application/json"
    suffix = ".json"
    suffixes = (".json",)
    options: tuple[Option, ...] = ()

    def layout(self, options: Mapping[str, OptionValue]) -> Layout:
        """One file."""
        return "file"

    def export(self, briefings: Iterable[Briefing], sink: Sink, options: Mapping[str, OptionValue]) -> None:
        """Writes one briefing as an object, or any other number as an array, one a line."""
        with sink.binary() as out:
            pending: bytes | None = None
            many = False
            for briefing in briefings:
                if pending is not None:
                    out.write((b"" if many else b"[\n") + pending + b",\n")
                    many = True
                pending = to_bytes(briefing)
            if pending is None:
                out.write(b"[]\n")
            else:
                out.write(pending + (b"\n]\n" if many else b"\n"))

    def sniff(self, head: bytes) -> float:
        """Sure where the name of the format stands among the first bytes."""
        return 1.0 if head.lstrip()[:1] in (b"{", b"[") and f'"format":"{FORMAT}"'.encode() in head else 0.0

    def load(self, stream: BinaryIO, sibling: Siblings | None) -> Iterator[Briefing]:
        """The briefings of a file, one a line where it was written so."""
        lines = iter(stream)
        head = next(lines, b"")
        if head.strip() == b"[":
            for number, line in enumerate(lines):
                text = line.strip().removesuffix(b",")
                if text and text != b"]":
                    yield self._checked(_parsed(text, number + 1), f"$[{number}]")
            return
        data = _parsed(head + stream.read())
        for number, each in enumerate(data if isinstance(data, list) else [data]):
            yield self._checked(each, f"$[{number}]" if isinstance(data, list) else "$")

    def _checked(self, data: object, path: str) -> Briefing:
        try:
            return from_dict(data)
        except SerialisationError as error:
            raise SerialisationError(error.what, where=error.where.replace("$", path, 1), hint=error.hint) from error


def _parsed(text: bytes, before: int = 0) -> object:
    """A JSON text, with so many lines of its file before it."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {before + error.lineno}, column {error.colno}"
        raise SerialisationError(f"not a JSON text: {error.msg.lower()}", where=where) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise SerialisationError(f"not a JSON text: {error}", where="$") from error

"""An index of stories that grows: add to it, ask it, save it, open it again."""

from __future__ import annotations

import json
import os
import sys
from array import array
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import attrs
from attrs import frozen

from beldigest.dedup.decision import DEFAULT, DuplicateOptions, Verdict
from beldigest.dedup.grouping import group
from beldigest.dedup.postings import Postings
from beldigest.dedup.signature import Signatures, StoryText, signatures
from beldigest.dedup.verify import verify
from beldigest.errors import InputError, OptionError, OutputError

#: The version of the file, and of the numbers in it: it counts up where a later release computes other signatures.
VERSION = 1
_MAGIC = b"beldigest index "


@frozen
class StoryMatch:
    """A story of an index that is the same as the one asked for: its key, and the verdict on the two."""

    key: str
    verdict: Verdict


class StoryIndex:
    """Stories under keys of the caller's, of which it can be asked which are the same.

    It holds signatures and no text. In which order and in which batches the stories came changes no answer of
    :meth:`groups`.
    """

    def __init__(self, options: DuplicateOptions = DEFAULT, language: str = "en") -> None:
        self.options = options
        self.language = language
        self._signatures = Signatures()
        self._keys: list[str] = []
        self._numbers: dict[str, int] = {}
        self._postings = Postings(self._signatures)

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, key: str) -> bool:
        return key in self._numbers

    def add(self, stories: Iterable[tuple[str, StoryText]]) -> None:
        """Takes in stories under their keys.

        A story that is there already under the same key is passed over, so that an interrupted run can be repeated;
        raises ``OptionError`` where the key is that of another story, and takes in none of the batch.
        """
        batch: dict[str, StoryText] = {}
        for key, story in stories:
            if batch.setdefault(key, story) != story:
                raise OptionError(f"the key {key!r} is given to two stories", hint="give each story a key of its own")
        found = signatures(batch.values(), self.language)
        old = [(at, self._numbers[key]) for at, key in enumerate(batch) if key in self._numbers]
        for at, known in old:
            if found.row(at) != self._signatures.row(known):
                key = list(batch)[at]
                raise OptionError(
                    f"the key {key!r} belongs to another story already", hint="give each story a key of its own"
                )
        passed = {at for at, _ in old}
        new = [at for at in range(len(batch)) if at not in passed]
        self._signatures.extend(found.take(new) if old else found)
        for key in batch:
            if key not in self._numbers:
                self._numbers[key] = len(self._keys)
                self._keys.append(key)

    def ask(self, story: StoryText) -> tuple[StoryMatch, ...]:
        """The stories here that are the same as the given one, the most similar first."""
        asked = signatures([story], self.language)
        there = self._postings.like(asked, 0)
        both = self._signatures.take(there)
        both.extend(asked)
        pairs = [(at, len(there)) for at in range(len(there)) if both.comparable(at, len(there), self.options)]
        verdicts = verify(both, pairs, self.options)
        found = [
            StoryMatch(self._keys[there[at]], verdict)
            for (at, _), verdict in zip(pairs, verdicts, strict=True)
            if verdict.kind
        ]
        return tuple(sorted(found, key=lambda match: (-match.verdict.similarity, match.key)))

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The keys of the stories that are the same, group by group; stories that are alone are left out."""
        members: dict[int, list[str]] = {}
        for key, label in zip(self._keys, group(self._signatures, self.options).labels, strict=True):
            members.setdefault(label, []).append(key)
        return tuple(sorted(tuple(sorted(its)) for its in members.values() if len(its) > 1))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes the index to one file.

        It is written beside its place and then renamed, so that whatever happens meanwhile the old or the new index
        stands there whole. Raises ``OutputError`` where it cannot be written.
        """
        columns = {name: _bytes(column) for name, column in self._signatures.columns().items()}
        columns["keys"] = json.dumps(self._keys).encode("ascii")
        header = {
            "language": self.language,
            "options": attrs.asdict(self.options),
            "columns": {name: len(data) for name, data in columns.items()},
        }
        content = b"".join([json.dumps(header).encode("ascii"), b"\n", *columns.values()])
        head = b"%s%d\n%s\n" % (_MAGIC, VERSION, sha256(content).hexdigest().encode("ascii"))
        place = Path(path)
        if not place.name:
            raise OutputError("is no name of a file", where=repr(os.fspath(path)), hint="name one")
        beside = place.with_name(f".{place.name}.{os.getpid()}.new")
        try:
            with beside.open("wb") as stream:
                stream.writelines((head, content))
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(place)
        except OSError as error:
            raise OutputError.of_system(error, str(place)) from error
        finally:
            with suppress(OSError):  # where it could not be made, it cannot be removed either
                beside.unlink()

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> StoryIndex:
        """The index that was saved to a file; raises ``InputError`` where the file holds none, or is damaged."""
        where = str(path)
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            raise InputError.of_system(error, where) from error
        first, checksum, content = (*data.split(b"\n", 2), b"", b"")[:3]
        if not first.startswith(_MAGIC):
            raise InputError("is no index of stories", where=where)
        if first != b"%s%d" % (_MAGIC, VERSION):
            found = first.removeprefix(_MAGIC).decode("ascii", "replace")
            hint = "build the index anew, or open it with the release that made it"
            raise InputError(f"is an index of version {found}, not {VERSION}", where=where, hint=hint)
        if sha256(content).hexdigest().encode("ascii") != checksum:
            raise InputError("is damaged: its checksum is another", where=where, hint="build the index anew")
        line, _, payload = content.partition(b"\n")
        header = json.loads(line)
        index = cls(DuplicateOptions(**header["options"]), header["language"])
        columns = index._signatures.columns()
        at = 0
        for name, size in header["columns"].items():
            part = payload[at : at + size]
            at += size
            if name == "keys":
                index._keys = json.loads(part)
                index._numbers = {key: number for number, key in enumerate(index._keys)}
            else:
                del columns[name][:]
                columns[name].extend(_array(columns[name].typecode, part))
        return index


def _bytes(column: array[int]) -> bytes:
    """The values of a column, the lowest byte first on every machine."""
    if sys.byteorder == "big":
        column = column[:]
        column.byteswap()
    return column.tobytes()


def _array(typecode: str, data: bytes) -> array[int]:
    column = array(typecode, data)
    if sys.byteorder == "big":
        column.byteswap()
    return column

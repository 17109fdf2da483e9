"""Sources: files and streams, opened with errors that say what is wrong."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from beldigest.errors import InputError
from beldigest.plugins.contracts import Siblings

#: A calendar date of ISO 8601 in a file name, in its basic or extended form, or with another mark between the parts.
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_. ]?)(\d\d)\2(\d\d)(?!\d)")

#: How many bytes a format may be recognised by.
HEAD = 4096


@contextmanager
def opened(source: str | os.PathLike[str] | BinaryIO, name: str | None = None) -> Iterator[tuple[BinaryIO, str]]:
    """The source as a buffered binary stream, and what it is called; a stream given by the caller stays open."""
    if not isinstance(source, str | os.PathLike):
        if isinstance(source, bytes | bytearray):
            raise InputError(
                "the source is bytes, and a path or a binary stream is due", hint="wrap them in io.BytesIO"
            )
        if isinstance(source, io.TextIOBase) or not hasattr(source, "read"):
            raise InputError(
                f"the source is a {type(source).__name__}, and a path or a binary stream is due",
                hint="open files with 'rb', and give texts to parse",
            )
        stream = source if isinstance(source, io.BufferedReader) else _Kept(source)
        yield stream, name or str(getattr(source, "name", "")) or "stream"
        return
    path = _path(source)
    if _is_folder(path):
        raise InputError("is a folder, and a file is due", where=str(path), hint="give folders to parse_files")
    try:
        file = path.open("rb")
    except (OSError, ValueError) as error:
        raise InputError.of_system(error, str(path)) from error
    with file:
        yield file, name or path.name


def _path(source: str | os.PathLike[str]) -> Path:
    if not isinstance(source, str | os.PathLike):
        raise InputError(f"the source is a {type(source).__name__}, and a path is due")
    if not os.fspath(source):
        raise InputError("the name of the source is empty", hint="name a file or a folder")
    return Path(source)


def peek(stream: BinaryIO, name: str) -> bytes:
    """The first bytes of a stream, which stay to be read; raises ``InputError`` where there are none."""
    assert isinstance(stream, io.BufferedReader)
    try:
        head = stream.peek(HEAD)[:HEAD]
    except (OSError, ValueError) as error:
        raise InputError.of_system(error, name) from error
    if not head:
        raise InputError("is empty", where=name, hint="give a source that holds a text")
    return head


def siblings(source: str | os.PathLike[str] | BinaryIO) -> Siblings | None:
    """Opens the files beside a source that is a file; a stream has none."""
    if not isinstance(source, str | os.PathLike):
        return None
    folder = Path(source).parent

    def sibling(name: str) -> BinaryIO:
        path = folder / name
        if ".." in Path(name).parts or Path(name).is_absolute():
            raise InputError(f"names a file outside of its folder: {name}", where=str(source))
        try:
            return path.open("rb")
        except (OSError, ValueError) as error:
            raise InputError.of_system(error, str(path)) from error

    return sibling


def files(
    source: str | os.PathLike[str], failed: Callable[[InputError], object] | None = None
) -> list[tuple[Path, str]]:
    """The files of a source, with what each is called: of a folder all that lie in it and below, in order.

    Hidden files and folders are passed over. A file of a folder is called by its path from there on, with ``/`` between
    the parts. Raises ``InputError`` for a folder in which there is none; ``failed`` is called with that of each folder
    that cannot be read, or else the first is raised.
    """

    def fail(error: OSError) -> None:
        found = InputError.of_system(error, str(error.filename))
        if failed is None:
            raise found from error
        failed(found)
        unread.append(found)

    path = _path(source)
    if not _is_folder(path):
        return [(path, path.name)]
    unread: list[InputError] = []
    names = []
    for folder, below, inside in os.walk(path, onerror=fail):
        below[:] = [name for name in below if not name.startswith(".")]
        within = Path(folder)
        found = [within / name for name in inside if not name.startswith(".")]
        names += [each.relative_to(path).as_posix() for each in found if _is_readable(each)]
    if not names and not unread:
        raise InputError("is a folder without a file", where=str(path), hint="put files into it, or name another")
    return [(path / name, name) for name in sorted(names)]


def _is_folder(path: Path) -> bool:
    """Whether there is a folder; what cannot be looked at is told of when it is opened."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_readable(path: Path) -> bool:
    """Whether a name in a folder is a file's, or one that cannot be followed, which is told of when it is opened."""
    try:
        return path.is_file() or not path.exists()
    except OSError:
        return True


def day_in_name(name: str) -> dt.date | None:
    """The day that the name of a file holds (``2025-03-21 letter.txt``, ``letter_20250321.eml``).

    None where it holds none, or two different ones.
    """
    days = set()
    for year, _, month, day in _DAY.findall(name):
        try:
            days.add(dt.date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return days.pop() if len(days) == 1 else None


class _Raw(io.RawIOBase):
    """An unbuffered view of a stream of the caller's, which closing leaves open."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Kept(io.BufferedReader):
    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(_Raw(stream))

"""Where exporters write: a file, a folder of files, or an open stream.

Nothing stands at the target before all of it is written: files are made under a temporary name beside the target, and
renamed when the exporter is done. When it fails, they are removed, and what stood there before still stands.
"""

from __future__ import annotations

import codecs
import io
import os
import shutil
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import BinaryIO, TextIO

from beldigest.errors import OutputError, PluginError


def _replacement(error: UnicodeError) -> tuple[bytes, int]:
    """U+FFFD for what UTF-8 has no form for, which is lone surrogates alone."""
    assert isinstance(error, UnicodeEncodeError)
    return "\ufffd".encode() * (error.end - error.start), error.end


codecs.register_error("beldigest.replacement", _replacement)


class Target(ABC):
    """A sink that is closed once: by putting in place what was written, or by taking it back."""

    def __init__(self) -> None:
        self.files: list[str] = []
        self.notes: list[str] = []
        self._opened: set[str] = set()

    @abstractmethod
    def binary(self, name: str = "") -> AbstractContextManager[BinaryIO]:
        """A file to write bytes to."""

    @contextmanager
    def text(self, name: str = "") -> Iterator[TextIO]:
        """A file to write text to: UTF-8, line ends as written, lone surrogates as U+FFFD."""
        with self.binary(name) as raw:
            wrapper = io.TextIOWrapper(raw, encoding="utf-8", errors="beldigest.replacement", newline="")
            try:
                yield wrapper
                wrapper.flush()
            finally:
                with suppress(ValueError, OSError):
                    wrapper.detach()

    def note(self, message: str) -> None:
        """Keeps a message for the report."""
        self.notes.append(message)

    def _open_once(self, name: str) -> None:
        """Raises ``PluginError`` for a file that was opened before: it would lose what was written to it."""
        if name in self._opened:
            raise PluginError(f"an exporter opened {name!r} twice" if name else "an exporter opened its file twice")
        self._opened.add(name)

    @abstractmethod
    def commit(self) -> None:
        """Puts in place what was written."""

    @abstractmethod
    def discard(self) -> None:
        """Takes back what was written."""


class StreamTarget(Target):
    """An open binary stream; what is written goes out at once."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream

    @contextmanager
    def binary(self, name: str = "") -> Iterator[BinaryIO]:
        """The stream."""
        if name:
            raise PluginError(f"an exporter of one file opened a second one, {name!r}")
        self._open_once(name)
        with _explained(self._called()):
            yield self._stream
            self._stream.flush()

    def _called(self) -> str:
        """What the stream is called in errors."""
        if self._stream is getattr(sys.stdout, "buffer", None):
            return "standard output"
        return str(getattr(self._stream, "name", "the stream"))

    def commit(self) -> None:
        """Nothing is left to do: what was written has gone out."""

    def discard(self) -> None:
        """Nothing can be taken back from a stream."""


class FileTarget(Target):
    """One file."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        with _explained(path):
            if path.is_dir():
                raise OutputError("is a folder, and this format is one file", where=str(path), hint="name a file")
            # A device or a pipe cannot be replaced by renaming.
            self._direct = path.exists() and not path.is_file()
        self._path = path
        self._temporary = path if self._direct else _temporary(path)

    @contextmanager
    def binary(self, name: str = "") -> Iterator[BinaryIO]:
        """The file."""
        if name:
            raise PluginError(f"an exporter of one file opened a second one, {name!r}")
        self._open_once(name)
        with _explained(self._path), self._temporary.open("wb") as stream:
            yield stream
        self.files = [str(self._path)]

    def commit(self) -> None:
        """Renames the finished file to its name."""
        if not self.files:
            raise PluginError("the exporter opened no file", hint="an exporter opens its file, even to leave it empty")
        if not self._direct:
            with _explained(self._path):
                self._temporary.replace(self._path)

    def discard(self) -> None:
        """Removes the unfinished file."""
        # Where it could not be made, it cannot be removed either; the error that tells of it is on its way.
        if not self._direct:
            with suppress(OSError):
                self._temporary.unlink()


class FolderTarget(Target):
    """A folder of files. A folder that is there already keeps its other files."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        with _explained(path):
            if path.exists() and not path.is_dir():
                what = "is a file, and this format is a folder of files"
                raise OutputError(what, where=str(path), hint="name a folder")
        self._path = path
        self._temporary = _temporary(path)

    @contextmanager
    def binary(self, name: str = "") -> Iterator[BinaryIO]:
        """The file of that name in the folder; ``/`` parts folders."""
        parts = PurePosixPath(name)
        if not name or parts.is_absolute() or ".." in parts.parts:
            raise PluginError(f"an exporter opened {name!r}, which is no name of a file in a folder")
        self._open_once(str(parts))
        with _explained(self._path / parts):
            at = self._temporary / parts
            at.parent.mkdir(parents=True, exist_ok=True)
            with at.open("wb") as stream:
                yield stream
        self.files.append(str(self._path / parts))

    def commit(self) -> None:
        """Renames the finished folder to its name or, where it is there, each file to its name in it."""
        with _explained(self._path):
            self._temporary.mkdir(exist_ok=True)
            if not self._path.exists():
                self._temporary.replace(self._path)
                return
            for finished in sorted(self._temporary.rglob("*")):
                if finished.is_file():
                    at = self._path / finished.relative_to(self._temporary)
                    at.parent.mkdir(parents=True, exist_ok=True)
                    finished.replace(at)
        self.discard()

    def discard(self) -> None:
        """Removes the unfinished files."""
        shutil.rmtree(self._temporary, ignore_errors=True)


def _temporary(path: Path) -> Path:
    return path.parent / f".{path.name}.{os.getpid()}.part"


@contextmanager
def _explained(path: Path | str) -> Iterator[None]:
    """Turns the system's errors into one sentence that names the target."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError.of_system(error, str(path)) from error

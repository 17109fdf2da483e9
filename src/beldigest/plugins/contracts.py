"""What a plug-in implements: typed protocols, and the small records that they take.

A hook may gain arguments in a later version, never lose one; :data:`API_VERSION` counts the incompatible changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import BinaryIO, Literal, Protocol, TextIO

from attrs import frozen

from beldigest.model import Briefing

#: The version of the contracts in this module and of the hooks.
API_VERSION = 1

OptionValue = str | int | bool
Layout = Literal["file", "folder"]


@frozen
class Option:
    """An option of an exporter, as the command line shows it.

    ``default`` gives the type as well: a bool, an int or a str. Of a str, ``choices`` may list what is allowed.
    """

    name: str
    default: OptionValue
    help: str
    choices: tuple[str, ...] = ()


class Sink(Protocol):
    """Where an exporter writes. It never sees a path; nothing stands at the target before all of it is written.

    A single file is opened without a name, and the files of a folder with theirs (``/`` parts folders).
    """

    def binary(self, name: str = "") -> AbstractContextManager[BinaryIO]:
        """A file to write bytes to."""
        ...

    def text(self, name: str = "") -> AbstractContextManager[TextIO]:
        """A file to write text to: UTF-8, line ends as written, lone surrogates as U+FFFD."""
        ...

    def note(self, message: str) -> None:
        """Reports something that the target format could not hold, and that was left out."""
        ...


class Exporter(Protocol):
    """Writes briefings in one format."""

    @property
    def format(self) -> str:
        """The format's name, which is also the name of the entry point."""
        ...

    @property
    def description(self) -> str:
        """What it writes, in one clause."""
        ...

    @property
    def media_type(self) -> str:
        """The media type of what it writes (of the main file, where it writes a folder)."""
        ...

    @property
    def suffix(self) -> str:
        """The usual file suffix, with the dot; empty for a folder."""
        ...

    @property
    def options(self) -> tuple[Option, ...]:
        """The options that it takes."""
        ...

    def layout(self, options: Mapping[str, OptionValue]) -> Layout:
        """Whether it writes one file or a folder of files, with the options given."""
        ...

    def export(self, briefings: Iterable[Briefing], sink: Sink, options: Mapping[str, OptionValue]) -> None:
        """Writes the briefings, one at a time as they come; ``options`` holds a value for each of the options."""
        ...


class Importer(Protocol):
    """Reads back what an exporter wrote."""

    @property
    def format(self) -> str:
        """The format's name."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File suffixes, or file names, that it reads."""
        ...

    def sniff(self, head: bytes) -> float:
        """How sure it is, from 0 to 1, that a source is of its format, by its first (up to 4096) bytes."""
        ...

    def load(self, stream: BinaryIO, sibling: Siblings | None) -> Iterator[Briefing]:
        """The briefings of a source; raises ``SerialisationError`` with the path of a wrong field.

        ``sibling`` opens the files beside the source, for a format of several files; it is None where there are none.
        """
        ...


class Siblings(Protocol):
    """Opens a file that lies beside the one being read, by its relative name."""

    def __call__(self, name: str) -> BinaryIO:
        """The open file; raises ``InputError`` where it is missing."""
        ...

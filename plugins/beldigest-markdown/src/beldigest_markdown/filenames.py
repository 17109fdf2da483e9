"""Names of files that say what is in them, and that every file system and every link can hold."""

from __future__ import annotations

import re
import unicodedata

#: How many characters of a title a name has; file systems hold 255 octets, and a character may have four of them.
_LENGTH = 48

#: Names that Windows does not give to files, and those that programs take for a folder's own page.
_RESERVED = frozenset(
    {"aux", "con", "nul", "prn", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10))}
    | {"index", "readme"}
)

_WORD = re.compile(r"[^\W_]+")


class FileNames:
    """The names of the files in one folder; no two are alike, even where case does not count."""

    def __init__(self) -> None:
        self._taken = set(_RESERVED)

    def give(self, title: str, id: str) -> str:
        """A name without suffix: the words of the title, and the id where they are none or another file has them."""
        name = _words(title)
        if len(name) > _LENGTH:
            name = name[:_LENGTH].rpartition("-")[0] or name[:_LENGTH]
        if not name or name.casefold() in self._taken:
            name = f"{name}-{_words(id)}".strip("-")
        self._taken.add(name.casefold())
        return name


def _words(title: str) -> str:
    """The letters and digits of a title, with a hyphen for whatever stands between them."""
    return "-".join(_WORD.findall(unicodedata.normalize("NFC", title)))

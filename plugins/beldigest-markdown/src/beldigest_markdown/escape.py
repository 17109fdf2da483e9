"""Text as Markdown that renders as that text, whatever the flavour.

CommonMark lets a backslash stand before any ASCII punctuation mark, Python-Markdown only before some; and extensions
give a meaning to marks that neither knows (``==mark==``, ``$formula$``, ``:emoji:``). So a mark that every flavour lets
a backslash escape gets one, and every other mark that can mean something is a numeric character reference, which all of
them render as the character.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_BACKSLASH = re.compile(r"([`\\*_{}\[\]#!])")
_REFERENCE = re.compile(
    r"""[<>|~$^@]             # marks that backslashes do not escape everywhere
      | &(?=[\\#\w])          # reference; its mark may have got a backslash
      | ==|%%                 # highlight, comment
      | :(?=//|[^\W\d_])      # bare address, emoji, definition
      | (?<=\]):             # definition of a link, whatever stands before the bracket
      | (?<=[wW][wW][wW])\.   # bare address without a scheme
    """,
    re.VERBOSE,
)
# One look for any of the above, since most lines have none; a set of characters is searched fast.
_MARKS = re.compile(r"[`\\*_{}\[\]#!&<>|~$^@=%:]")
_LINE_STARTS = frozenset("-+:=")
_ORDINAL_MARK = re.compile(r"(\d{1,9})([.)])(?= |\Z)")
_ADDRESS = re.compile(r"(?:https?|ftp|mailto):", re.IGNORECASE)


def plain(text: str) -> str:
    """One line: every run of white space a space, no controls, lone surrogates as U+FFFD."""
    if not text.isprintable():  # what is printable has neither controls nor surrogates, nor white space but spaces
        text = _SURROGATES.sub("\ufffd", _CONTROLS.sub("", text))
    elif "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return " ".join(text.split())


@lru_cache  # a page says the names of actors and stories, and the words that prove, more than once
def escaped(text: str) -> str:
    """One line of Markdown that renders as :func:`plain` text, also where a paragraph begins with it."""
    line = plain(text)
    if _MARKS.search(line) or "www." in line.lower():
        line = _REFERENCE.sub(_references, _BACKSLASH.sub(r"\\\1", line))
    first = line[:1]
    if first in _LINE_STARTS:
        return _reference(first) + line[1:]
    if first.isdigit() and (ordinal := _ORDINAL_MARK.match(line)):
        return f"{ordinal[1]}{_reference(ordinal[2])}{line[ordinal.end() :]}"
    return line


def address(url: str) -> str:
    """An address in angle brackets, or escaped text where it is none that every flavour links."""
    line = plain(url)
    if not _ADDRESS.match(line):
        return escaped(line)
    return f"<{quote(line, safe=_SAFE)}>"


def linked(words: str, url: str) -> str:
    """Words that link to an address, or the address alone where it has no words of its own."""
    shown, target = plain(words), address(url)
    return f"[{escaped(shown)}]({target})" if target.startswith("<") and shown not in ("", plain(url)) else target


#: What may stand in an address as it is (RFC 3986), the percent sign of what is encoded already among it.
_SAFE = "!#$%&'()*+,/:;=?@[]~"


def _references(match: re.Match[str]) -> str:
    return "".join(map(_reference, match[0]))


def _reference(character: str) -> str:
    return f"&#{ord(character)};"


def scalar(text: str) -> str:
    """A YAML double-quoted scalar (YAML 1.2, 7.3.1), which no content can end or turn into another type."""
    line = plain(text).replace("\\", "\\\\").replace('"', '\\"')
    if not line.isprintable():
        line = "".join(character if character.isprintable() else _escape(character) for character in line)
    return f'"{line}"'


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"

"""Style sheets in a page: what they say of the elements with one tag, class name or id, or with a tag and a class name.

Mail programs and editors put the look of titles there, and hide what is for machines. Rules for a medium or a state,
and those that depend on what stands around an element, are left out (CSS Syntax 3; Selectors 4).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_SIMPLE = re.compile(r"[a-z][a-z0-9]{0,20}|(?:[a-z][a-z0-9]{0,20})?[.#][\w-]{1,80}", re.IGNORECASE)
_NAME = re.compile(r"[.#][\w-]{1,80}")
#: Properties that tell how a text looks or whether it is seen.
_TELLING = re.compile(r"(?:^|[;\s])(?:display|visibility|font|font-size|font-weight|max-height)\s*:", re.IGNORECASE)
_DISPLAY = re.compile(r"(?:^|[;\s])(?:display|visibility)\s*:[^;]*", re.IGNORECASE)
_NONE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
#: Characters of the style sheets of a page that are read.
_READ = 300_000


def declarations(sheets: Iterable[str]) -> Mapping[str, str]:
    """The declarations by selector: ``td``, ``.title``, ``#preview`` or ``td.title``.

    What a rule hides and another one, of whatever selector, shows is not hidden: a page shows and hides by turns.
    """
    text = _COMMENT.sub(" ", "\n".join(sheets)[:_READ])
    found: dict[str, str] = {}
    shown: set[str] = set()
    for selectors, body, nested in _rules(text):
        if _TELLING.search(body) is None:
            continue
        hides = _NONE.search(body) is not None
        if _DISPLAY.search(body) is not None and not hides:
            shown.update(_NAME.findall(selectors))
        if nested:
            continue
        for selector in map(str.strip, selectors.split(",")):
            if _SIMPLE.fullmatch(selector):
                key = selector if selector[0] in ".#" else selector.lower()
                found[key] = f"{body};{found[key]}" if key in found else body  # the later rule comes first
    return {
        key: _DISPLAY.sub(";", body) if not shown.isdisjoint(_NAME.findall(key)) else body
        for key, body in found.items()
    }


def _rules(text: str) -> Iterator[tuple[str, str, bool]]:
    """The selectors and the declarations of each rule, and whether it stands in another one, for a medium say."""
    depth = at = 0
    selectors = ""
    for brace in re.finditer(r"[{}]", text):
        between = text[at : brace.start()]
        at = brace.end()
        if brace.group() == "{":
            depth += 1
            selectors = between.rpartition(";")[2].strip()
        else:
            if selectors and not selectors.startswith("@"):
                yield selectors, between, depth > 1
            depth = max(0, depth - 1)
            selectors = ""


def of(sheet: Mapping[str, str], tag: str, names: str, name: str | None) -> str:
    """What a style sheet says of an element with a tag, class names and an id: the most specific rules first."""
    keys = [f"#{name}"] if name else []
    classes = [f".{word}" for word in names.split()]
    return ";".join(sheet[key] for key in (*keys, *(tag + word for word in classes), *classes, tag) if key in sheet)

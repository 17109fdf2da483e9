"""The notation of the grammar: regular expressions over classes of tokens.

``"the? <month> (comma? <year>)?"`` is a sequence of token classes with the operators of regular expressions; ``<name>``
captures the token of that class, and ``<name:class>`` captures it under another name. Every repeat is bounded, so a
match costs no more than the length of its rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from beldigest.language.en.dates.tokens import Token, symbols
from beldigest.language.temporal import Expression
from beldigest.model import Span

#: Classes that a rule can name together.
GROUPS = {
    "amount": ("day", "number", "year", "cardinal", "teen", "spelled_year", "dozen"),
    "anyyear": ("year", "spelled_year", "short_year"),
    "anymonth": ("month", "month_abbr"),
    "anyweekday": ("weekday", "weekday_abbr"),
    "ord": ("ordinal", "nth", "second"),
    "anyunit": ("unit", "units", "second", "quarter", "quarters"),
    "sep": ("hyphen", "dash"),
    "pointer": ("last", "next", "this", "that", "current", "following", "same", "these"),
    "hourno": ("day", "cardinal", "teen"),
    "numeral": ("cardinal", "teen"),
    "digits": ("day", "number"),
    "dayno": ("day", "nth", "ordinal"),
    "plainnumber": ("day", "number", "year"),
}
_NAME = re.compile(r"<(\w+)(?::(\w+))?>|([a-z_]+)|(\s+)")


@cache
def symbol(name: str) -> str:
    """The characters of a class or group of classes, for membership tests."""
    code = symbols()
    return "".join(code[part] for part in GROUPS.get(name, (name,)))


class Pattern:
    """A pattern of the grammar as a regular expression, and the numbers of the groups that each name captures."""

    __slots__ = ("groups", "regex")

    def __init__(self, pattern: str) -> None:
        self.groups: dict[str, tuple[int, ...]] = {}
        count = 0

        def replaced(match: re.Match[str]) -> str:
            nonlocal count
            captured, kind, plain, space = match.groups()
            if space:
                return ""
            if plain:
                return f"[{symbol(plain)}]"
            count += 1
            self.groups[captured] = (*self.groups.get(captured, ()), count)
            return f"([{symbol(kind or captured)}])"

        self.regex = re.compile(_NAME.sub(replaced, pattern))


class Match:
    """Tokens of a run that a rule fits, and the text around them."""

    __slots__ = ("found", "groups", "line", "run", "span", "text")

    def __init__(self, found: re.Match[str], rule: Rule, run: list[Token], text: str, line: Span) -> None:
        self.found = found
        self.groups = rule.pattern.groups
        self.run = run
        self.text = text
        self.line = line
        #: The characters of the match.
        self.span = Span(run[found.start()].start, run[found.end() - 1].end)

    def __getitem__(self, name: str) -> Token | None:
        for group in self.groups.get(name, ()):
            at = self.found.start(group)
            if at >= 0:
                return self.run[at]
        return None

    def token(self, *names: str) -> Token:
        """The token that was captured under one of the names; the pattern must make sure that there is one."""
        for name in names:
            if (token := self[name]) is not None:
                return token
        raise KeyError(names)

    def value(self, name: str) -> int | None:
        """The value of a captured token as a whole number, None where it was not there."""
        token = self[name]
        if token is None or not token.value:
            return None
        return 2 if token.symbol in symbol("second") else int(float(token.value))

    def has(self, name: str) -> bool:
        """Whether a token was captured under that name."""
        return self[name] is not None

    @property
    def tokens(self) -> list[Token]:
        """All tokens of the match."""
        return self.run[self.found.start() : self.found.end()]

    @property
    def following(self) -> Token | None:
        """The token after, where it belongs to the run."""
        return self.run[self.found.end()] if self.found.end() < len(self.run) else None

    def before(self, size: int = 24) -> str:
        """The characters of the line before the match."""
        start = self.span.start
        return self.text[max(self.line.start, start - size) : start]

    def after(self, size: int = 24) -> str:
        """The characters of the line after the match."""
        end = self.span.end
        return self.text[end : min(self.line.end, end + size)]


Build = Callable[[Match], "list[Expression] | Expression | None"]


class Rule:
    """A pattern, and what is made of what it fits.

    What a ``weak`` rule finds counts only as a part of something larger: "the first half" as one of "of 2013".
    """

    __slots__ = ("build", "name", "pattern", "weak")

    def __init__(self, name: str, pattern: str, build: Build, *, weak: bool = False) -> None:
        self.name = name
        self.pattern = Pattern(pattern)
        self.build = build
        self.weak = weak

"""Forms: the different names that a reading's mentions have, before it is known which of them are one actor's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from types import ModuleType
from typing import Literal

import attrs

from beldigest.language.gazetteer import GazetteerEntry
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import ActorMention
from beldigest.model import Span

#: What cannot be one actor with what: a person is no place. A group is kept apart from all of them.
Sort = Literal["person", "body", "place", "group"]

_SORTS: dict[str, Sort] = {"person": "person", "place": "place", "country": "place", "group": "group"}


def sort_of(kind: str) -> Sort:
    """The sort of an actor's kind."""
    return _SORTS.get(kind, "body")


@attrs.define(slots=False, eq=False)
class Form:
    """A name as it is written, with all mentions that write it so.

    ``words`` are folded, without article, possessive ending and a company's legal form. ``origin`` is the country that
    the name or a possessive before it says it belongs to (ISO 3166-1), and ``core`` the words without it.
    """

    sort: Sort
    words: tuple[str, ...]
    written: str
    mentions: list[ActorMention] = attrs.Factory(list)
    entry: GazetteerEntry | None = None
    origin: str | None = None
    core: tuple[str, ...] = ()
    owned: str | None = None
    acronym: bool = False
    parent: Form | None = None

    @property
    def root(self) -> Form:
        """The form that stands for all that are linked to this one."""
        form = self
        while form.parent is not None:
            form = form.parent
        return form

    def link(self, other: Form) -> None:
        """Make this form and the other one actor's; the earlier mentioned one stands for both."""
        ours, theirs = self.root, other.root
        if ours is not theirs:
            first, second = sorted((ours, theirs), key=lambda form: form.start)
            second.parent = first

    @cached_property
    def start(self) -> int:
        """Where the form is first mentioned."""
        return min(mention.span.start for mention in self.mentions)


class Forms:
    """All forms of a reading."""

    def __init__(self, reading: Reading, mentions: Sequence[ActorMention], names: ModuleType, known: object) -> None:
        self._text = reading.text
        self._names = names
        self._known = known
        self._made: dict[tuple[Sort, tuple[str, ...], str | None], Form] = {}
        self.of: dict[Span, Form] = {}
        for mention in mentions:
            form = self._form(mention)
            form.mentions.append(mention)
            self.of[mention.span] = form

    def __iter__(self) -> Iterator[Form]:
        return iter(self._made.values())

    def _form(self, mention: ActorMention) -> Form:
        names = self._names
        sort = sort_of(mention.kind)
        written = " ".join(mention.span.of(self._text).split())
        tokens = [match[0] for match in names.TOKEN.finditer(written)]
        words = [names.fold(token) for token in tokens]
        if len(words) > 1 and words[0] in names.closed("article"):
            words = words[1:]
        origin, core, owned = None, tuple(words), None
        if sort == "body":
            words = self._without_legal_form(words)
            origin, core = self._origin(words)
            if origin is None:
                origin, owned = self._owner(mention.span)
        key = (sort, tuple(words), origin if sort == "body" and owned else None)
        if key not in self._made:
            entry = self._known.exactly(written) or self._known.exactly(" ".join(words))  # type: ignore[attr-defined]
            if entry is not None and sort_of(entry.kind) != sort:
                entry = None
            if entry is not None and sort == "body":
                core = tuple(names.fold(match[0]) for match in names.TOKEN.finditer(entry.name))
            if sort == "place" and len(words) > 2 and words[1] == "of" and words[0] in names.closed("polity"):
                core = tuple(words[2:])  # "State of Texas"
            acronym = len(tokens) == 1 and names.ACRONYM.fullmatch(tokens[0]) is not None
            self._made[key] = Form(sort, tuple(words), written, [], entry, origin, core, owned, acronym)
        return self._made[key]

    def _without_legal_form(self, words: list[str]) -> list[str]:
        heads = self._names.heads()
        end = len(words)
        while end > 1 and words[end - 1] in heads and heads[words[end - 1]].place == "suffix":
            end -= 1
        return words[:end]

    def _origin(self, words: list[str]) -> tuple[str | None, tuple[str, ...]]:
        """The country that a name begins or, after "of", ends with, and the rest of the name."""
        origins = self._names.origins()
        if len(words) > 1 and words[0] in origins:
            return origins[words[0]], tuple(words[1:])
        if len(words) > 2 and words[-1] in origins and words[-2] == "of":
            return origins[words[-1]], tuple(words[:-2])
        return None, tuple(words)

    def _owner(self, span: Span) -> tuple[str | None, str | None]:
        """The country whose possessive stands before a name ("Latvia's State Border Guard"), and both as written."""
        before = self._text[max(0, span.start - 40) : span.start].rstrip()
        ending = before[-2:]
        if ending not in ("'s", "’s"):
            return None, None
        owner = before[:-2].rstrip()
        words = [match[0] for match in self._names.TOKEN.finditer(owner)][-3:]
        for first in range(len(words)):
            name = " ".join(words[first:])
            code = self._names.origins().get(self._names.fold(name)) or self._code(name)
            if code is not None:
                return code, f"{name}{ending} {' '.join(span.of(self._text).split())}"
        return None, None

    def _code(self, name: str) -> str | None:
        entry = self._known.exactly(name)  # type: ignore[attr-defined]
        return entry.identifiers.get("iso3166-1") if entry is not None else None

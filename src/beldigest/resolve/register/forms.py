"""Forms: the different names that a reading's mentions have, before it is known which of them are one actor's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from re import Pattern
from types import ModuleType
from typing import Any, Literal

import attrs

from beldigest.language.gazetteer import GazetteerEntry
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import ActorMention
from beldigest.model import Span

#: What cannot be one actor with what: a person is no place. A group is kept apart from all of them.
Sort = Literal["person", "body", "place", "group"]

_SORTS: dict[str, Sort] = {"person": "person", "place": "place", "country": "place", "group": "group"}


# How much of the text before a name may say whose it is.
_BEFORE = 60
# And how much of it after a name may go on with it.
_AFTER = 150
# How much text between two names may say that they are one actor's.
_RENAMING = 40


def sort_of(kind: str) -> Sort:
    """The sort of an actor's kind."""
    return _SORTS.get(kind, "body")


@attrs.define(slots=False, eq=False)
class Form:
    """A name as it is written, with all mentions that write it so.

    ``words`` are folded, without article, possessive ending and a company's legal form. ``origin`` is the country that
    the name or a possessive before it says it belongs to (ISO 3166-1), and ``core`` the words without it. ``generic``
    says that the name is made of ordinary words, so that several countries may have such a body: "Senate"; and
    ``locates``, that a body is called by what is the name of a place. ``acronym`` is a name first written in capitals,
    and ``spelt`` says that some name has its word with small letters too, as a word that only a headline has in
    capitals. ``country`` is, of a root, the origin of any form that is linked to it.
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
    spelt: bool = False
    generic: bool = False
    locates: bool = False
    parent: Form | None = None
    country: str | None = attrs.Factory(lambda self: self.origin, takes_self=True)

    @property
    def root(self) -> Form:
        """The form that stands for all that are linked to this one."""
        form = self
        while form.parent is not None:
            form.parent = form.parent.parent or form.parent  # halves the way for whoever asks next
            form = form.parent
        return form

    def link(self, other: Form) -> None:
        """Make this form and the other one actor's; the earlier mentioned one stands for both."""
        ours, theirs = self.root, other.root
        if ours is not theirs:
            first, second = sorted((ours, theirs), key=lambda form: form.start)
            second.parent = first
            first.country = first.country or second.country

    @cached_property
    def start(self) -> int:
        """Where the form is first mentioned."""
        return min(mention.span.start for mention in self.mentions)


class Forms:
    """All forms of a reading: ``of`` has each mention's, and ``whole`` its name with what the text goes on with."""

    def __init__(self, reading: Reading, mentions: Sequence[ActorMention], names: ModuleType, known: Any) -> None:
        self._text = reading.text
        self._names = names
        self._known = known
        self._made: dict[tuple[Sort, tuple[str, ...], str | None], Form] = {}
        self.of: dict[Span, Form] = {}
        self.whole: dict[Span, str] = {}
        for mention in mentions:
            form = self._form(mention)
            form.mentions.append(mention)
            self.of[mention.span] = form
        self._tell_spelt()

    def _tell_spelt(self) -> None:
        small = {
            self._names.fold(match[0])
            for mention in self.of
            for match in self._names.TOKEN.finditer(self._text, mention.start, mention.end)
            if not match[0].isupper()
        }
        for form in self:
            form.spelt = form.acronym and form.words[0] in small

    def __iter__(self) -> Iterator[Form]:
        return iter(self._made.values())

    def _form(self, mention: ActorMention) -> Form:
        names = self._names
        sort = sort_of(mention.kind)
        start = mention.span.start
        written = mention.span.line(self._text)
        if sort == "body":
            written = names.completed(written, self._text[mention.span.end : mention.span.end + _AFTER])
        self.whole[mention.span] = written
        whose = names.belonging(sort, written, self._text[max(0, start - _BEFORE) : start], self._known)
        key = (sort, whose.words, whose.origin if whose.owned else None)
        if key not in self._made:
            entry = self._known.exactly(written) or self._known.exactly(" ".join(whose.words))
            core = whose.core
            locates = sort == "body" and entry is not None and sort_of(entry.kind) == "place"
            if entry is not None and sort_of(entry.kind) != sort:
                entry = None
            elif entry is not None and sort == "body":
                core = tuple(names.fold(match[0]) for match in names.TOKEN.finditer(entry.name))
            self._made[key] = Form(
                sort,
                whose.words,
                written,
                entry=entry,
                origin=whose.origin,
                core=core,
                owned=whose.owned,
                acronym=len(whose.words) == 1 and names.acronym(written),
                generic=all(map(names.is_common, whose.core)),
                locates=locates,
            )
        return self._made[key]


def link_known(forms: Iterable[Form]) -> None:
    """Link the forms that a gazetteer knows as one; what many countries have, only within one country."""
    by_entry: dict[tuple[Sort, str], list[Form]] = defaultdict(list)
    for form in forms:
        if form.entry is not None:
            by_entry[form.sort, form.entry.name].append(form)
    for its in by_entry.values():
        link_by_origin(its, all(form.generic for form in its))


def link_renamed(forms: Forms, text: str, token: Pattern[str], words: Any) -> None:
    """Link names of which the text says that they are one actor's: "Ann Lee, better known as Dremka"."""
    for before, after in pairwise(sorted(forms.of)):
        if 0 < after.start - before.end <= _RENAMING and words.renames(token.findall(text, before.end, after.start)):
            first, second = forms.of[before], forms.of[after]
            if first.sort == second.sort:
                first.link(second)


def link_by_origin(forms: Iterable[Form], apart: bool = True) -> None:
    """Link forms of one name that say the same country, and those that say none with those of the only country; all of
    them where countries do not keep them ``apart``."""
    by_origin: dict[str | None, Form] = {}
    for form in forms:
        form.link(by_origin.setdefault(form.origin if apart else None, form))
    named = {form.root: form for origin, form in by_origin.items() if origin is not None}
    if None in by_origin and len(named) == 1:
        by_origin[None].link(*named.values())

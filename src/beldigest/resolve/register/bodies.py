"""Which names of bodies and places are one's.

An acronym is the name that it stands beside in brackets, or whose initials it
has. A part of a name is the whole where only one whole has it. Bodies of different countries never are one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from types import ModuleType
from typing import Any

from beldigest.resolve.register.forms import Form, link_by_origin

_FEWEST = 2
# Names are near each other that share a head word and the first letters of another word. Of the last ones that are
# near a name so, those that share most are compared with it in full.
_ONSET = 3
_MOST_NEAR = 10
_MOST_COMPARED = 4


def link_bodies(
    forms: Iterable[Form],
    text: str,
    names: ModuleType,
    same: Callable[[str, str], bool],
) -> None:
    """Link the forms that are one body's or one place's; ``same`` compares two names' words."""
    heads = names.heads()
    for sort in ("body", "place", "group"):
        its = sorted((form for form in forms if form.sort == sort), key=lambda form: form.start)
        _link_brackets(its, text, names.abbreviates)
        if sort != "group":
            _link_initials(its, names.initials)
            _link_cores(its, heads)
        if sort == "body":
            _link_nations(its, names)
            _link_members(its, heads, names.singular)
            _link_parts(its, heads, names.closed("link") | names.closed("direction"))
            _link_wordings(its, heads, same)


def _link_brackets(forms: Sequence[Form], text: str, abbreviates: Callable[[str, Sequence[str]], bool]) -> None:
    """What stands in brackets right after a name is its short form: "Party of Democratic Action (SDA)"."""
    ends = {mention.span.end: form for form in forms for mention in form.mentions}
    for form in forms:
        if len(form.words) > 1:
            continue
        for mention in form.mentions:
            start, end = mention.span.start, mention.span.end
            if text[start - 1 : start] == "(" and text[end : end + 1] == ")" and start > _FEWEST:
                full = ends.get(start - 2) if text[start - 2].isspace() else ends.get(start - 1)
                if full is None or full is form or len(full.words) == 1:
                    continue
                if form.acronym or abbreviates(form.words[0], full.words):
                    form.link(full)


def _link_initials(forms: Sequence[Form], initials: Callable[[Sequence[str]], str]) -> None:
    full: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        if len(form.words) > 1:
            for key in {initials(form.words), initials(form.core), initials(form.written.split())}:
                if len(key) >= _FEWEST:
                    full[key].append(form)
    for form in forms:
        if form.acronym:
            roots = {one.root for one in full.get(form.words[0].replace(".", ""), ())}
            if len(roots) == 1:
                form.link(roots.pop())


def _link_cores(forms: Sequence[Form], heads: Mapping[str, Any]) -> None:
    """The same name with and without its country, or with the country said in another way."""
    by_core: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in forms:
        head = heads.get(form.core[0]) if len(form.core) == 1 else None
        # "American Express" is not "Express": one word stands for the whole where it says what body, or owns nothing
        alone = form.owned is not None or form.origin is None or (head is not None and head.body)
        if alone or len(form.core) > 1 or form.sort == "place":
            by_core[form.core].append(form)
    for its in by_core.values():
        link_by_origin(its)


def _link_nations(forms: Iterable[Form], names: ModuleType) -> None:
    """A country's state or team by the country's name and by its people's: "Latvia" and "the Latvians".

    The singular is not such a name: "The Latvian" would be a newspaper.
    """
    origins = names.origins()
    nations: dict[str, Form] = {}
    for form in forms:
        name = " ".join(form.words)
        people = names.singular(name)
        code = origins.get(name if form.locates else people)
        if code is not None and (form.locates or people != name):
            form.link(nations.setdefault(code, form))


def _link_members(forms: Sequence[Form], heads: Mapping[str, Any], singular: Callable[[str], str]) -> None:
    """A name in the plural is a team's or a movement's, and one of its members has it in the singular: "a Marsh Otter".

    Not so where the noun says what the bodies are: "Banks" are many.
    """
    teams = {form.words: form for form in forms if form.entry is None and (form.spelt or not form.acronym)}
    for form in teams.values():
        *first, last = form.words
        one = teams.get((*first, singular(last)))
        if one is not None and last not in heads and singular(last) not in heads:
            form.link(one)


def _link_parts(forms: Sequence[Form], heads: Mapping[str, Any], parting: Container[str]) -> None:
    """A name that begins a longer one ("Johnson Controls", of "Johnson Controls International") or that ends it.

    After the words in ``parting`` begins another's: of the Council of the Otter Nation, or the Northern Otter Nation.
    A noun alone takes up a name before it ("the Fund"), unless it is one that a headline has in capitals.
    What a gazetteer knows is a part only of itself with a noun that says what it is: "Belavia Airlines". A place at the
    end says where the body is, as it does of others: "Dinamo Brest" is not all that "Brest" may be.
    """
    begin: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    end: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in forms:
        for width in range(1, len(form.words)):
            begin[form.words[:width]].append(form)
            if form.words[-width - 1] not in parting:
                end[form.words[-width:]].append(form)
        if form.entry is not None and len(form.core) > 1:
            end[form.core[-1:]].append(form)  # "the Fund", of "IMF"
        if len(form.core) < len(form.words):
            for width in range(1, len(form.core)):
                begin[form.core[:width]].append(form)  # "Varnolis", of "Kostrovka Varnolis Group"
    for form in forms:
        if (form.acronym and not form.spelt) or (form.origin is not None and form.entry is None):
            continue
        width = len(form.words)
        alone = width == 1 and form.words[0] in heads
        for index in (begin,) if form.locates or form.entry is not None else (begin, end):
            roots = {
                one.root
                for one in index.get(form.words, ())
                if one.entry is None or width > 1 or alone
                if not alone or one.start < form.start or form.acronym
                if form.entry is None or (len(one.words) == width + 1 and _describes(heads.get(one.words[-1])))
            }
            if len(roots) == 1:
                form.link(roots.pop())
                break


def _describes(head: Any) -> bool:
    """Whether a noun behind a body's name only says what it is."""
    return head is not None and bool(head.body) and not head.governs


def _link_wordings(forms: Sequence[Form], heads: Mapping[str, Any], same: Callable[[str, str], bool]) -> None:
    """The same body in other words: "Interior Ministry", "Ministry of Internal Affairs"."""
    alike: dict[tuple[str, str], list[Form]] = defaultdict(list)
    for form in forms:
        if len(form.core) < _FEWEST or form.acronym:
            continue
        keys = [
            (head, word[:_ONSET])
            for head in dict.fromkeys(form.core)
            if head in heads
            for word in dict.fromkeys(form.core)
            if word not in heads and len(word) > _ONSET
        ]
        near = Counter(other for key in keys for other in reversed(alike[key][-_MOST_NEAR:]))
        roots = {
            other.root
            for other, _ in near.most_common(_MOST_COMPARED)
            if other.root is not form.root
            and (other.root.country == form.root.country or None in (other.root.country, form.root.country))
            and same(" ".join(form.core), " ".join(other.core))
        }
        if len(roots) == 1:
            form.link(roots.pop())
        for key in keys:
            alike[key].append(form)

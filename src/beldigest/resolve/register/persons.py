"""Which names of persons are one person's.

A full name and a part of it are one person where no other full name has that part; two full names are one where the
family names agree and the given names do. Where several people share a family name, each bare mention of it goes to
the one who was last named in full before it, and a bare given name that several have stays by itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from functools import lru_cache

import attrs

from beldigest.resolve.register.forms import Form

#: Says whether two names are spellings of one.
Same = Callable[[str, str], bool]

Name = tuple[str, ...]

# Letters by the sounds that they stand for in one romanisation or another; vowels, glides and h stand for none.
_SOUNDS = str.maketrans("bcçdfgjkmpqtvwxyzšžčśźćñńłļķģ", "vtttvkjknvktvvkjssttsstnnllkk")
_CONSONANTS = re.compile(r"[^knlrstv]|(?<=t)s")
# Family and given names less alike than this, of 100, are no spellings of one; given names differ more by language.
_LEAST_ALIKE = 55
_LEAST_ALIKE_GIVEN = 40
# Family names that differ must have nearly the same consonants, of 100; no more of them are compared in full.
_LEAST_ALIKE_SOUNDS = 75
_MOST_COMPARED = 30
_MOST_COMPARED_IN_FULL = 4


def _lists() -> dict[Name, list[Form]]:
    return defaultdict(list)


@attrs.define
class _People:
    """The people met so far, by every part of their names that may stand for the whole."""

    names: dict[Form, Name]
    shorter: Callable[[Name], Iterable[str]]
    full: dict[Name, list[Form]] = attrs.Factory(_lists)
    initials: dict[Name, list[Form]] = attrs.Factory(_lists)
    spelt: dict[Name, list[Form]] = attrs.Factory(_lists)
    family: dict[Name, list[Form]] = attrs.Factory(_lists)
    inner: dict[Name, list[Form]] = attrs.Factory(_lists)
    given: dict[Name, list[Form]] = attrs.Factory(_lists)

    def add(self, form: Form) -> None:
        """Enter a full name under its parts."""
        name = self.names[form]
        self.full[name[0], name[-1]].append(form)
        letters = self.initials if _is_initial(name[0]) else self.spelt
        letters[name[0][:1], name[-1]].append(form)
        for width in range(1, len(name)):
            self.family[name[-width:]].append(form)
            self.given[name[:width]].append(form)
        for short in self.shorter(name):
            if short not in (name[0], name[-1]) and " " not in short:
                self.inner[short,].append(form)

    def owners(self, name: Name) -> list[Form]:
        """Who may be meant by a name, the surest reading of it only: a full name, perhaps with a middle name left out
        or a given name cut to its initial; a family name; and, where one person has it, a family name that is not the
        last of the words or has an article, or a given name."""
        if len(name) > 1:
            letters = self.spelt if _is_initial(name[0]) else self.initials
            near = (self.full.get((name[0], name[-1])), letters.get((name[0][:1], name[-1])))
            for forms in near:
                alike = [form for form in (forms or ())[:_MOST_COMPARED] if _agree(name, self.names[form])]
                if alike:
                    return _roots(alike)
        family = _roots(self.family.get(name, ()))
        if family:
            return family
        for its in (self.inner, self.given):
            owners = _roots(its.get(name, ()))
            if len(owners) == 1:
                return owners
        return []


def _agree(name: Name, other: Name) -> bool:
    """Whether the middle names of two names may be one person's: George W. Bush is not George H. W. Bush."""
    ours, theirs = name[1:-1], other[1:-1]
    return not ours or not theirs or ours[0][:1] == theirs[0][:1]


def link_persons(
    forms: Iterable[Form],
    same: Same,
    passage: Callable[[int], int],
    generations: Container[str],
    shorter: Callable[[Name], Iterable[str]],
) -> dict[int, Form]:
    """Link the forms that are one person's; gives back, by where they begin, the mentions whose form is several's.

    ``generations`` are words at the end of a name that tell father from son, and ``shorter`` gives the words of a name
    that may stand for the whole.
    """
    names = {
        form: form.words[:-1] if len(form.words) > 2 and form.words[-1] in generations else form.words
        for form in forms
        if form.sort == "person"
    }
    people = _People(names, shorter)
    shared: list[tuple[Form, list[Form]]] = []
    for form, name in sorted(names.items(), key=lambda item: (-len(item[1]), item[0].start)):
        owners = people.owners(name)
        if len(owners) == 1:
            form.link(owners[0])
        elif owners:
            shared.append((form, owners))
        if len(name) > 1:
            people.add(form)
    _link_spellings([form for form in names if form.parent is None], names, same)
    return {start: owner for form, owners in shared for start, owner in _shared_out(form, _roots(owners), passage)}


def _is_initial(word: str) -> bool:
    return word.endswith(".")


def _roots(forms: Iterable[Form]) -> list[Form]:
    return list(dict.fromkeys(form.root for form in forms))


def _shared_out(form: Form, owners: Sequence[Form], passage: Callable[[int], int]) -> Iterable[tuple[int, Form]]:
    """Each mention of a shared family name with the person whom it means."""
    named = sorted((mention.span.start, number) for number, owner in enumerate(owners) for mention in owner.mentions)
    for mention in form.mentions:
        start = mention.span.start
        after = bisect_right(named, (start, 0))
        near = [at for at in (after - 1, after) if 0 <= at < len(named)]
        here = [at for at in near if passage(named[at][0]) == passage(start)]
        yield start, owners[named[(here or near)[0]][1]]


def _link_spellings(roots: Sequence[Form], names: dict[Form, Name], same: Same) -> None:
    """Link names that are spelt differently: full ones with each other, and then bare ones with the full."""
    alike: dict[str, list[Form]] = defaultdict(list)
    for form in sorted(roots, key=lambda form: (len(names[form]) == 1, form.start)):
        name = names[form]
        near = alike[_onset(name[-1])]
        others = [other for other in near[-_MOST_COMPARED:] if _resemble(name, names[other])][-_MOST_COMPARED_IN_FULL:]
        if len(name) == 1:
            owners = _roots(other for other in others if same(name[0], names[other][-1]))
        else:
            owners = _roots(other for other in others if same(" ".join(name), " ".join(names[other])))[:1]
        near.append(form)
        if len(owners) == 1:
            form.link(owners[0])


def _onset(family: str) -> str:
    """The first two consonants of a family name."""
    return _consonants(family)[:2]


@lru_cache(maxsize=1 << 14)
def _consonants(family: str) -> str:
    """The consonants of a name by the sounds that spellings and transliterations keep apart least."""
    return _CONSONANTS.sub("", family.translate(_SOUNDS))


def _resemble(name: Name, other: Name) -> bool:
    """Whether two names are worth a closer look: cheap, and true of nearly all that are spellings of one."""
    from rapidfuzz.fuzz import ratio

    if name[-1] != other[-1] and not (
        _one_gender(name[-1], other[-1])
        and ratio(_consonants(name[-1]), _consonants(other[-1])) >= _LEAST_ALIKE_SOUNDS
        and ratio(name[-1], other[-1]) >= _LEAST_ALIKE
    ):
        return False
    return len(name) == 1 or len(other) == 1 or ratio(name[0], other[0]) >= _LEAST_ALIKE_GIVEN


def _one_gender(family: str, other: str) -> bool:
    """Whether two spellings of a family name may be one person's: a wife's ends otherwise than her husband's."""
    return (family[-1:] in "ao") == (other[-1:] in "ao")

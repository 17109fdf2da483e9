"""Which names of persons are one person's.

A full name and a part of it are one person where no other full name has that part; two full names are one where the
family names agree and the given names do. Where several people share a family name, each bare mention of it goes to
one of them by what stands near it, and a bare given name to none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from beldigest.mentions.types import ActorMention
from beldigest.resolve.register.forms import Form

#: Says whether two full names are spellings of one.
Same = Callable[[str, str], bool]

_GENERATION = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
# How firmly a short name stands for a long one.
_NAMESAKE, _GIVEN, _FAMILY, _FULL = range(4)


def link_persons(forms: Iterable[Form], same: Same, passage: Callable[[int], int]) -> dict[int, Form]:
    """Link the forms that are one person's; gives back, by where they begin, the mentions whose form is several's."""
    people = sorted((form for form in forms if form.sort == "person"), key=lambda form: (-len(_name(form)), form.start))
    by_word: dict[str, list[Form]] = defaultdict(list)
    split: dict[int, Form] = {}
    for form in people:
        words = _name(form)
        candidates = list(dict.fromkeys(full for word in words for full in by_word[word]))
        strengths = [(_strength(words, _name(full)), full) for full in candidates]
        best = max((strength for strength, _ in strengths), default=_NAMESAKE)
        roots = list(dict.fromkeys(full.root for strength, full in strengths if strength == best))
        if best > _NAMESAKE and len(roots) == 1:
            form.link(roots[0])
        elif best == _FAMILY:
            _share_out(form, roots, split, passage)
        if not (best > _NAMESAKE and len(words) == 1):
            for word in words:
                by_word[word].append(form)
    _link_spellings(people, same)
    return split


def _name(form: Form) -> tuple[str, ...]:
    words = form.words
    return words[:-1] if len(words) > 1 and words[-1] in _GENERATION else words


def _strength(short: Sequence[str], long: Sequence[str]) -> int:
    if len(short) == 1:
        if short[0] == long[-1]:
            return _FAMILY
        return _GIVEN if short[0] == long[0] else _NAMESAKE
    if len(short) == len(long):
        return _FULL if short[-1] == long[-1] and _agree(short[0], long[0]) else _NAMESAKE
    if short[-1] == long[-1] and _agree(short[0], long[0]):
        return _FULL  # "George Bush", "George W. Bush"
    width = len(short)
    if tuple(long[-width:]) == tuple(short) or tuple(long[:width]) == tuple(short):
        return _FAMILY  # "Vargas Llosa" of "Mario Vargas Llosa"
    return _NAMESAKE


def _agree(given: str, other: str) -> bool:
    """Whether two given names may be one person's: the same, or one the initial of the other."""
    if given == other:
        return True
    short, long = sorted((given, other), key=len)
    return short.endswith(".") and len(short) == 2 and long.startswith(short[0])


def _share_out(form: Form, roots: Sequence[Form], split: dict[int, Form], passage: Callable[[int], int]) -> None:
    """Give each mention of a shared family name to the person last named in full before it in its passage."""
    named = (
        sorted((mention.span.start, root) for root in roots for mention in _all_mentions(root))
        if False
        else _naming(roots)
    )
    for mention in form.mentions:
        start = mention.span.start
        here = [(at, root) for at, root in named if passage(at) == passage(start)]
        before = [root for at, root in here if at < start]
        nearest = (
            before[-1]
            if before
            else here[0][1]
            if here
            else next((r for at, r in reversed(named) if at < start), named[0][1])
        )
        split[start] = nearest


def _naming(roots: Sequence[Form]) -> list[tuple[int, Form]]:
    found = [(mention.span.start, root) for root in roots for mention in root.mentions]
    return sorted(found, key=lambda pair: pair[0])


def _all_mentions(root: Form) -> list[ActorMention]:
    return root.mentions


def _link_spellings(people: Sequence[Form], same: Same) -> None:
    """Link full names that are spelt differently, and then bare family names with the full name that they spell."""
    roots = [form for form in people if form.parent is None]
    by_letter: dict[str, list[Form]] = defaultdict(list)
    for form in roots:
        words = _name(form)
        for other in by_letter[words[-1][:1]]:
            theirs = _name(other)
            if len(words) > 1 and len(theirs) > 1:
                if same(" ".join(words), " ".join(theirs)):
                    form.link(other)
                    break
            elif len(words) == 1 and len(theirs) > 1 and len(words[0]) > 3 and same(words[0], theirs[-1]):
                rivals = {
                    o.root for o in by_letter[words[-1][:1]] if len(_name(o)) > 1 and same(words[0], _name(o)[-1])
                }
                if len(rivals) == 1:
                    form.link(other)
                break
        by_letter[words[-1][:1]].append(form)

"""Auxiliaries that several English verbs share: "will visit Lima and meet miners", "was arrested and jailed".

The second verb looks like a present or an active past; a conjunction, or a comma behind an adjunct of time, joins it to
the one before (Quirk et al., A Comprehensive Grammar of the English Language, 1985, section 13.52).
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from beldigest.language.en.verbs.forms import BASE, PARTICIPLE, PAST, VerbGroup, forms, pasts
from beldigest.language.en.verbs.visible import Visible
from beldigest.language.en.words.classes import COMMA, CONJUNCTION


def sharing(words: Visible, groups: Sequence[VerbGroup]) -> list[VerbGroup]:
    """The groups, of which those that share the auxiliary of one before have its tense, or are passive as it is."""
    found: list[VerbGroup] = []
    opening: VerbGroup | None = None  # the one whose auxiliary the next may share
    for group in groups:
        joined = _is_joined(words, group)
        shared = _shared(words, opening, group) if opening is not None and joined else None
        found.append(group if shared is None else shared)
        if shared is None and group.form == "finite" and (group.first < group.verb or not joined):
            opening = group if group.first < group.verb else None
    return found


def _is_joined(words: Visible, group: VerbGroup) -> bool:
    before = words.before(group.first)
    return bool(words.tag(before) & CONJUNCTION or (words.tag(before) & COMMA and words.follows_gap(before)))


def _shared(words: Visible, opening: VerbGroup, group: VerbGroup) -> VerbGroup | None:
    if group.first != group.verb:
        return None
    word = words.word(group.verb)
    if forms(word) & BASE and group.tense == "present":
        return evolve(group, tense=opening.tense) if opening.tense in ("future", "would", "possible") else None
    no_past = bool(forms(word) & PARTICIPLE and not forms(word) & PAST)
    passive = no_past or (word in pasts("transitive") and words.lacks_object(group.verb))
    return evolve(group, form="finite", tense=opening.tense, passive=True) if opening.passive and passive else None

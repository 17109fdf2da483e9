"""The forms that an English word can be of a verb: base, third person, past, participle, gerund; and the group of them.

Irregular verbs are listed; a regular one is known by the list of English words, which has its gerund and its past.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from attrs import frozen

from beldigest.language.en.words.classes import ADVERB, CLOSED, DETERMINER
from beldigest.language.en.words.cues import cue_forms, other_forms
from beldigest.language.en.words.inflection import FormName, inflected, irregular
from beldigest.language.lexicon import keys, lexicon

#: What a group tells of: what was, is, is to come, was to come, may come, or would; nothing where it is not finite.
Tense = Literal["past", "present", "future", "future in the past", "possible", "would", "none"]

Form = Literal["finite", "infinitive", "participle", "gerund"]
#: Forms, as bits of an integer.
BASE, THIRD, PAST, PARTICIPLE, GERUND = 1, 2, 4, 8, 16
_BITS: dict[FormName, int] = {"base": BASE, "present": THIRD, "past": PAST, "participle": PARTICIPLE, "gerund": GERUND}
#: What a verb that the list of words lacks can be made with: "reconvene".
_PREFIXES = ("re-", "re", "out", "over")
#: Words that stand between a subject and its verb or inside a group, besides those in -ly.
ADVERBIAL = frozenset(
    (
        "all",
        "also",
        "both",
        "each",
        "ever",
        "first",
        "just",
        "last",
        "never",
        "next",
        "not",
        "now",
        "only",
        "soon",
        "still",
        "then",
    )
)
_SUBJECTS = frozenset(("he", "i", "it", "she", "they", "we"))
TENSES: dict[str, Tense] = {
    **dict.fromkeys(("will", "won't", "'ll", "shall"), "future"),
    **dict.fromkeys(("would", "wouldn't", "'d"), "would"),
    **dict.fromkeys(("may", "might", "could", "couldn't", "can", "can't", "cannot"), "possible"),
    **dict.fromkeys(("was", "were", "wasn't", "weren't", "had", "hadn't", "did", "didn't"), "past"),
    **dict.fromkeys(("has", "have", "hasn't", "haven't", "'ve"), "past"),
}


@frozen
class VerbGroup:
    """A verb with its auxiliaries: the words from ``first`` up to ``end``, of which ``verb`` is the main one."""

    first: int
    end: int
    verb: int
    form: Form
    tense: Tense = "none"
    passive: bool = False


@cache
def ahead(role: str) -> frozenset[str]:
    """What tells of the time to come behind a form of "be"; the roles are explained in the lexicon."""
    return frozenset(word for word, its_role in lexicon("en", "verbs_ahead") if its_role == role)


@cache
def _irregular() -> dict[str, int]:
    """The forms of the irregular verbs, by word."""
    found: dict[str, int] = {}
    for base in irregular():
        for name, word in inflected(base):
            found[word] = found.get(word, 0) | _BITS[name]
    return found


@cache
def _bases() -> frozenset[str]:
    """Regular verbs: those of whose forms the list of English words has both the gerund and the past."""
    words = _words()
    found = set()
    for word in words:
        if word.endswith("ing") and len(word) > 4:
            stem = word[:-3]
            doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem not in words  # "planning", not "calling"
            undoubled = stem[:-1] if doubled else stem
            softened = stem[:-1] + "ie" if stem.endswith("y") else stem  # "dying", of "die"
            for base in {stem, stem + "e", undoubled, softened} & words:
                pasts = {stem + "ed", base + "d", base[:-1] + "ied"}
                if pasts & words:
                    found.add(base)
    return frozenset(found)


@cache
def _words() -> frozenset[str]:
    return keys("en", "actors_words")


def _is_past(word: str) -> bool:
    """Whether a word in -ed is a past form: of a known verb, or of one that is in no list ("hatred" is no form)."""
    return _is_regular_past(word) or (word not in _words() and not word.endswith("eed"))


def _is_regular_past(word: str) -> bool:
    """Whether a word in -ed is a past form of a known verb: of "vote", "join", "plan" or "deny"."""
    doubled = word[:-3] if word[-3:-2] == word[-4:-3] else ""
    return not _bases().isdisjoint((word[:-1], word[:-2], doubled, word[:-3] + "y" if word.endswith("ied") else ""))


@lru_cache(1 << 16)
def forms(word: str) -> int:
    """The forms that a word in small letters can be, as bits; 0 where it is no verb."""
    found = _forms(word)
    prefix = next((prefix for prefix in _PREFIXES if word.startswith(prefix)), "") if not found else ""
    return _forms(word.removeprefix(prefix)) if prefix else found


def _forms(word: str) -> int:
    found = _irregular().get(word, 0)
    bases = _bases()
    if word in bases:
        found |= BASE
    if word.endswith("s") and not word.endswith("ss"):
        singulars = {
            word[:-1],
            word[:-2] if word.endswith("es") else "",
            word[:-3] + "y" if word.endswith("ies") else "",
        }
        found |= THIRD if singulars & bases else 0
    if word.endswith("ed") and len(word) > 3 and "-" not in word and _is_past(word):
        found |= PAST | PARTICIPLE
    if word.endswith("ing") and len(word) > 4 and "-" not in word and word not in ("during", "according", "following"):
        found |= GERUND
    return found


@cache
def no_noun() -> frozenset[str]:
    """Base forms and third persons that are no nouns as well."""
    cues = {
        word
        for word, its in cue_forms().items()
        if any(form.name in ("base", "present") and not form.verb.noun for form in its)
    }
    return other_forms() | cues


@cache
def pasts(valency: Literal["intransitive", "transitive"]) -> frozenset[str]:
    """Past forms of the verbs of a valency, which tells whether they can be participles behind a noun: "the licence |
    expired" is none, and "the licence | revoked in May" is one."""
    lemmas = [lemma for lemma, its in lexicon("en", "verbs_valency") if its == valency]
    return frozenset(word for lemma in lemmas for name, word in inflected(lemma) if name == "past")


def is_finite_word(word: str) -> bool:
    """Whether a word by itself is a past tense, or an auxiliary, and nothing else ("wore", "was", "will")."""
    form = forms(word.lower())
    return word.lower() in TENSES or (bool(form & PAST) and not form & PARTICIPLE)


@cache
def relational() -> frozenset[str]:
    """Nouns behind which "to" leads to a thing and begins no infinitive: "the response | to | attack"."""
    return keys("en", "verbs_relational")


@cache
def framed(frame: str, form_name: FormName = "past") -> frozenset[str]:
    """Forms of the verbs of saying that take a complement of a kind."""
    return frozenset(
        word
        for word, its in cue_forms().items()
        if any(form.name == form_name and frame in form.verb.frames for form in its)
    )


def is_base(word: str) -> bool:
    """Whether a word can be the base form of a verb, and is no past of another one ("found", "fell")."""
    return bool(forms(word.lower()) & BASE) and word.lower() not in pasts("transitive")


def is_contact(word: str, before: int) -> bool:
    """Whether a word behind one of the classes ``before``, which is no verb, is the subject of a relative clause that
    has no pronoun (Quirk et al., 17.15): "a mill | they had sold"."""
    return word in _SUBJECTS and not before & (CLOSED | DETERMINER | ADVERB)


def is_participle(word: str) -> bool:
    """Whether a word can be a past participle."""
    return bool(forms(word.lower()) & PARTICIPLE)


def is_known_participle(word: str) -> bool:
    """Whether a word is the past participle of a verb that is known, and no name that only ends like one ("Alfred")."""
    low = word.lower()
    return bool(_irregular().get(low, 0) & PARTICIPLE) or (low.endswith("ed") and _is_regular_past(low))

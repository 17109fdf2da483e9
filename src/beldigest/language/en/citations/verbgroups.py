"""Verb groups: the form of a verb of attribution with its auxiliaries, and whether it is a verb there at all.

A group is read around one verb, where a rule asks for it. :mod:`beldigest.language.en.verbs.groups` reads all verbs of
a sentence and settles which of them are finite, which costs several times as much as a whole attribution.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from beldigest.language.en.citations.groups import bracket_start, is_nominal
from beldigest.language.en.words.classes import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    CATENATIVE,
    CLOSED,
    CLOSING,
    COLON,
    COMMA,
    CONJUNCTION,
    CUE,
    DETERMINER,
    ENDED,
    HAVE,
    MEANS,
    NEGATION,
    NUMBER,
    OBJECT,
    PARTICIPLE,
    PENDING,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    QUOTATION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
)
from beldigest.language.en.words.cues import Form, Verb, cue_forms
from beldigest.language.en.words.tagging import Words

#: The complements of verbs that report words, of those that take a clause, and of those that say whom they are told.
REPORTING = frozenset(("quote", "clause"))
CLAUSE = frozenset(("clause", "that"))
ADDRESSED = frozenset(("addressee", "request"))
_TRANSITIVE = frozenset(("object", "charge", "predicate", "amount"))
_PLURAL = ("s", "men")  # endings
_SUBJECT = 10  # words between what is said and the verb


@frozen
class VerbGroup:
    """A verb with what belongs to it, as indices of its sentence's words: auxiliaries, adverbs, particle.

    ``kind`` says how it joins its clause: a ``finite`` verb has a subject of its own, a ``gerund`` has that of the
    clause it hangs on, and of a ``passive`` the subject is not who speaks.
    """

    first: int
    verb: int
    end: int
    form: Form
    kind: Literal["finite", "gerund", "passive"]

    @property
    def frames(self) -> frozenset[str]:
        """The complements that the verb takes."""
        return self.form.verb.frames


def verb_group(words: Words, lo: int, hi: int, at: int) -> VerbGroup | None:
    """The verb group around a form of a verb of attribution, or None where the word is no finite verb or gerund."""
    tags, low = words.tags, words.low
    following = low[at + 1] if at + 1 < hi else ""
    forms = [form for form in cue_forms()[low[at]] if form.verb.particle in ("", following)]
    if not forms:
        return None
    particle = forms[0].verb.particle
    names = {form.name: form for form in forms if form.verb.particle == particle}
    end = at + (2 if particle else 1)
    first, be, auxiliary = _auxiliaries(words, lo, at)
    left = tags[first - 1] if first > lo else STOP
    if "gerund" in names:
        if be:
            return VerbGroup(first, at, end, names["gerund"], "finite")
        if end < hi and tags[end] & (AUXILIARY | VERB) and not tags[end] & (PARTICIPLE | CAPITAL):
            return None  # a noun: "the branding was", "its reporting shows"
        return VerbGroup(first, at, end, names["gerund"], "gerund")
    if be and "participle" in names:
        return VerbGroup(first, at, end, names["participle"], "passive")
    if auxiliary:
        form = names.get("participle") or names.get("base")
        return VerbGroup(first, at, end, form, "finite") if form else None
    if left & TO and "base" in names:
        return _after_catenative(words, lo, first - 1, at, end, names["base"])
    if left & (DETERMINER | PREPOSITION | POSSESSIVE) and not left & PRONOUN:
        return None
    if "past" in names:
        alone = first == lo or (left & SUBORDINATOR and not left & (PRONOUN | RELATIVE))
        if alone and first == at and "participle" in names:
            return VerbGroup(first, at, end, names["participle"], "passive")
        if "participle" in names and _is_reduced(words, lo, hi, first, end, names["participle"].verb):
            return VerbGroup(first, at, end, names["participle"], "passive")
        return VerbGroup(first, at, end, names["past"], "finite")
    finite = names.get("present") or names.get("base")
    if finite is None or not _is_verb(words, lo, hi, first, end, finite):
        return None
    return VerbGroup(first, at, end, finite, "finite")


def _is_reduced(words: Words, lo: int, hi: int, first: int, end: int, verb: Verb) -> bool:
    """Whether a past form is a participle that describes the noun before it: "named by", "a group called Dawn".

    A verb that needs an object has it before itself where "as" follows ("a plan described as a disgrace"), or a name
    alone (``the plan, dubbed the "great leak", ...``).
    """
    if end < hi and words.low[end] == "by":
        # "by telephone" names no agent but the means, and so leaves the verb finite.
        return not any(words.tags[at] & MEANS for at in range(end + 1, min(end + 3, hi)))
    moved = end + 2 < hi and words.tags[end + 1] & QUOTATION and words.tags[end + 2] & DETERMINER
    name = end + bool(end < hi and words.tags[end] & DETERMINER)
    named = name < hi and words.tags[name] & QUOTATION and words.tags[first - 1] & COMMA
    if named and any(words.tags[at] & COMMA for at in range(lo, first - 1)):  # "the owner, a lawyer, blamed "greed"."
        named = words.tags[name] & PENDING or (name + 1 < hi and words.tags[name + 1] & COMMA)
    if ((end < hi and words.low[end] == "as") or named) and verb.frames <= _TRANSITIVE | {"question"} and not moved:
        return not any(words.tags[at] & (RELATIVE | QUESTION) for at in range(max(lo, first - _SUBJECT), first))
    if end >= hi or not words.tags[end] & (CAPITAL | QUOTATION) or verb.frames & {"clause", "addressee"}:
        return False  # "a witness told Radio One"
    for at in range(first - 1, max(lo, first - 5) - 1, -1):
        if words.tags[at] & DETERMINER:
            return words.low[at] in ("a", "an", "another")
        if words.tags[at] & (CLOSED | CAPITAL):
            return False
    return False


def _auxiliaries(words: Words, lo: int, at: int) -> tuple[int, bool, bool]:
    """Where the group of a verb begins; whether a form of "be" comes last among its auxiliaries; whether any does."""
    tags, low = words.tags, words.low
    first = at
    be = auxiliary = False
    while first > lo:
        tag = tags[first - 1]
        if not tag & (AUXILIARY | ADVERB | NEGATION) or (tag & (SUBORDINATOR | CAPITAL) and not tag & AUXILIARY):
            break
        if tag & CAPITAL and first - 1 > lo:
            break
        first -= 1
        if tag & AUXILIARY:
            be = be or (not auxiliary and bool(tag & BE))
            auxiliary = True
        elif low[first] == "'s":
            be = not auxiliary
    while first < at and tags[first] & ADVERB and not tags[first] & (AUXILIARY | NEGATION):
        if first > lo and not tags[first - 1] & COMMA:
            break
        first += 1
    return first, be, auxiliary


def _after_catenative(words: Words, lo: int, to: int, at: int, end: int, form: Form) -> VerbGroup | None:
    """The group "went on to say"; an infinitive that nothing makes finite is not attributed to anyone."""
    tags, low = words.tags, words.low
    before = to - 1
    if before > lo and low[before] == "on":
        before -= 1
    if before < lo or not tags[before] & CATENATIVE or form.verb.thought:
        return None
    first, passive, _ = _auxiliaries(words, lo, before)
    if passive:
        return None  # "is used to show"
    hangs = low[before].endswith("ing") and first == before  # ", going on to say that"
    return VerbGroup(first, at, end, form, "gerund" if hangs else "finite")


def _is_verb(words: Words, lo: int, hi: int, first: int, end: int, form: Form) -> bool:
    """Whether a base or an s-form is the verb of a clause, and not a noun."""
    tags, low = words.tags, words.low
    if first == lo:
        return False
    if tags[first - 1] & CLOSING:
        first = bracket_start(words, lo, first - 1)  # "the ministry (MOH) reports"
        if first == lo:
            return False
    left = tags[first - 1]
    right = tags[end] if end < hi else STOP
    if right & AUXILIARY and form.verb.noun:
        return False
    if left & (PRONOUN | RELATIVE) and not (form.verb.noun and left & (DETERMINER | THAT)):
        return True
    if form.name == "base" and left & CONJUNCTION and _continues(words, lo, first - 1):
        return False
    if form.name == "base":
        listed = left & CONJUNCTION or (left & COMMA and not form.verb.noun)
        plural = left & PLURAL or listed or low[first - 1].endswith(_PLURAL) or _conjoined(words, lo, first)
        if not plural and not _plural_before(words, lo, first):
            return False
        if form.verb.noun and not left & PLURAL and not low[first - 1].endswith(_PLURAL) and _owned(words, lo, first):
            return False
    if not form.verb.noun or (form.verb.frames & {"quote", "clause"} and _closes(words, lo, hi, first, end)):
        return True
    if right & THAT and not left & (CAPITAL | PLURAL | COMMA) and not _is_subject(words, lo, first - 1):
        return False
    governed = (TO if "infinitive" in form.verb.frames else 0) | (QUESTION if "question" in form.verb.frames else 0)
    clear: int = right & (governed | THAT | QUOTATION | PRONOUN | COLON | OBJECT)
    named = left & (CAPITAL | PLURAL | COMMA)
    if form.verb.frames & {"object", "clause"} and (named or _is_subject(words, lo, first - 1)):
        clear = clear or right & (DETERMINER | CAPITAL)
    if form.name == "base" and low[first - 1].endswith(_PLURAL):
        if right & PREPOSITION and form.verb.frames and low[end] in form.verb.prepositions:
            clear = right
        if form.verb.frames & _TRANSITIVE:
            clear = clear or right & DETERMINER
    if right & (COMMA | STOP) and "quote" in form.verb.frames:
        clear = clear or (left & CAPITAL and not _counted(words, lo, first))
    if lo < hi and low[lo] == "as" and "quote" in form.verb.frames:
        # "As the bank notes in its review, ...": the first clause has no other verb
        comma = next((at for at in range(end, hi) if tags[at] & COMMA), lo)
        clear = clear or (comma > lo and not any(tags[at] & (AUXILIARY | VERB) for at in range(lo, comma)))
    return bool(clear)


def _counted(words: Words, lo: int, first: int) -> bool:
    """Whether the names before a word in the plural say which ones it counts: "other Gulf states"."""
    at = first - 1
    while at > lo and words.tags[at] & CAPITAL:
        at -= 1
    return bool(words.tags[at] & (PLURAL | NUMBER)) or words.low[at] == "other"


def _closes(words: Words, lo: int, hi: int, first: int, end: int) -> bool:
    """Whether what comes before a verb and its subject is what is said: ``"...," the letter reads``.

    Without marks it is a clause, and nothing follows but adverbials: "..., researchers report in the journal".
    """
    tags = words.tags
    for at in range(first - 1, max(lo, first - _SUBJECT) - 1, -1):
        tag = tags[at]
        if tag & (QUOTATION | COMMA) and at + 1 < first and tags[at + 1] & CUE:
            return False  # the subject follows on its verb: ``"...," reads the post``
        if tag & QUOTATION:
            return at == first - 1 or bool(tag & (PENDING | ENDED))
        if tag & COMMA:
            alone = not any(tags[later] & (AUXILIARY | VERB | COMMA) for later in range(end, hi))
            return alone and any(tags[before] & (AUXILIARY | VERB) for before in range(lo, at))
        if tag & CLOSED and not tag & PREPOSITION:
            return False
    return False


def _continues(words: Words, lo: int, conjunction: int) -> bool:
    """Whether a base form behind a conjunction goes on with what an auxiliary began: "would not meet him or say"."""
    for at in range(conjunction - 1, lo, -1):
        tag = words.tags[at]
        if tag & AUXILIARY:
            return not tag & (BE | HAVE)
        if tag & (COMMA | COLON | STOP | QUOTATION):
            return False
    return False


def _owned(words: Words, lo: int, first: int) -> bool:
    """Whether a determiner stands a word or two before, so that a noun follows on it: "his oldest promise to"."""
    for at in range(first - 2, max(lo, first - 4) - 1, -1):
        if words.tags[at] & DETERMINER:
            return not any(words.tags[between] & CAPITAL for between in range(at + 1, first))
        if words.tags[at] & CLOSED:
            return False
    return False


def _conjoined(words: Words, lo: int, first: int) -> bool:
    return any(words.tags[at] & CONJUNCTION for at in range(max(lo, first - 4), first))


def _plural_before(words: Words, lo: int, first: int) -> bool:
    """Whether a plural noun heads the words before a verb, a few phrases away."""
    return any(
        words.tags[at] & PLURAL or (words.low[at].endswith(_PLURAL) and not words.tags[at] & (POSSESSIVE | AUXILIARY))
        for at in range(max(lo, first - 14), first)
    )


def _is_subject(words: Words, lo: int, last: int) -> bool:
    """Whether a noun with an article ends at ``last`` that no preposition or verb governs: "the report states that"."""
    tags = words.tags
    for at in range(last, max(lo, last - 4) - 1, -1):
        if tags[at] & (DETERMINER | POSSESSIVE):
            return at == lo or not tags[at - 1] & (PREPOSITION | VERB)
        if tags[at] & CLOSED or (tags[at] & VERB and is_nominal(tags[at - 1])):
            break  # "the court ignored ethics rules that bind it"
    return False

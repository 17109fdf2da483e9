"""Subjects of English clauses: the noun group before a verb, what a relative clause is about, and pronouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from beldigest.language.en.events.marks import INNER, PARTING_COMMA, last_comma
from beldigest.language.en.events.sentence import Sentence
from beldigest.language.en.events.words import words as roles
from beldigest.language.en.verbs.forms import THIRD, forms
from beldigest.language.en.words.classes import (
    ADVERB,
    CAPITAL,
    CLOSED,
    COMMA,
    CONJUNCTION,
    DASH,
    DETERMINER,
    GERUND,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
)
from beldigest.language.lexicon import keys
from beldigest.model import Span

#: Words of the longest stretch before a relative clause that can be its subject as a whole.
SUBJECT_WORDS = 6
#: Pronouns of persons; "it" goes back to things and thoughts as often as to anybody.
_PRONOUN = re.compile(r"\b(?:he|him|she|they|them|(?P<possessive>his|their)|(?P<her>her))\b", re.IGNORECASE)
_PLURAL_VERB = re.compile(r"(?:were|are|have)\b")
_WHO_ARE = re.compile(rf",\s+(?:who|which)\s+{_PLURAL_VERB.pattern}")
_JOINED_NAME = re.compile(r"(?:,|,?\s+and|,?\s+or)\s+(?:the\s+)?\Z")
DETERMINED = re.compile(r"(?:the|a|an|this|that|these|those|his|her|its|their|our)\s", re.IGNORECASE)
#: Where the noun group at the end of a stretch begins ("commented on | the ruling"), unless it belongs to another one.
_NOUN_GROUP = re.compile(
    r"(?:(?<!\bof )|(?<=\bwake of )|(?<=\bresult of ))"
    r"\b(?!an? (?:barrel|bushel|day|head|month|ounce|share|ton|tonne|week|year)\b)"  # "16 cents | a share"
    r"(?:the|an?|his|her|its|their|this|that|these|those)\s+(?=[^\W_])",
    re.IGNORECASE,
)
#: "Ann Lee | , a cook at the Halm Centre", "Ann Lee | , 27": an apposition behind a name.
_APPOSITION = re.compile(rf",\s+(?:an?|the|one of|his|her|its|their|former|then|[a-z-]+)\s{INNER}*\Z|,\s+\d{{1,3}}\Z")
SUBJECT_PRONOUN = re.compile(r"\b(?:it|he|she|they|both|there)\b(?!['’]s)", re.IGNORECASE)
_IT = re.compile(r"(?:it|they|this|both)\Z", re.IGNORECASE)
_ANY_PRONOUN = re.compile(
    r"I|we|you|he|him|she|her|it|they|them|who|which|that|this|whom|one|there|"
    r"(?:no|some|any|every)(?:body|thing| ?one)|none|all|both|each|many|most|several|some|others",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:it|they|he|she)\b(?!['’])", re.IGNORECASE)
_ARTICLE = re.compile(r"\bthe\s+\Z", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+(?=\S)")
#: What a law or a deal does: "It | takes effect on May 1".
_IN_FORCE = re.compile(
    r"\s+(?:will\s+)?(?:takes?\s+effect|(?:comes?|enters?|came|entered)\s+into\s+(?:force|effect))\b"
)
#: What opens the name of a part of a time, or of what lasts for a time.
_PART = re.compile(r"the\s+(?P<time>[a-z]+)\s+of\s+(?=\S)", re.IGNORECASE)
#: What joins a name to the noun for a person: "a lawyer | for Halm Bank".
_BELONGS = re.compile(r"\s+(?:at|for|from|in|of|with)\s+(?=\S)")
_MARKS = " ;–—"
_ADVERBS = frozenset(("also", "now", "then", "still", "soon", "later", "not"))
#: Characters of a noun group before a relative clause, and words of one that begins with its determiner.
_GROUP, _GROUP_WORDS = 80, 14


def subject_of(sentence: Sentence, stretch: Span) -> Span | None:
    """The subject of a clause: the noun group that stands before its first verb, where it is short and a whole."""
    text = sentence.text
    pronoun = SUBJECT_PRONOUN.match(text, stretch.start, stretch.end)
    if pronoun is not None:
        return Span(*pronoun.span())
    finite = sentence.finite(stretch.start, stretch.end)
    if not finite or sentence.start(finite[0]) == stretch.start:
        return None
    found = trimmed(text, stretch.start, sentence.start(finite[0]))
    last = sentence.index(found.end) - 1
    if last > 0 and sentence.words.tags[last] & RELATIVE:
        # "Halm, | which owns the mill, said"
        found = trimmed(text, found.start, sentence.words.starts[last - bool(sentence.words.tags[last - 1] & COMMA)])
    for date in sentence.dates:
        if date in found:
            found = trimmed(text, found.start, sentence.adjunct(date, found).start)
    found = _without_insertion(sentence, found)
    words = found.of(text).split()
    while words and (words[-1].endswith("ly") or words[-1] in _ADVERBS):
        found = trimmed(text, found.start, found.end - len(words.pop()))
    return (
        found
        if 0 < len(words) <= SUBJECT_WORDS and PARTING_COMMA.search(text, found.start, found.end) is None
        else None
    )


def _without_insertion(sentence: Sentence, found: Span) -> Span:
    """A subject without what is inserted behind it ("Ann Lee | , missing since May,"), and without the phrase that
    opens its sentence ("In Quito, | lawmakers")."""
    text = sentence.text
    comma = PARTING_COMMA.search(text, found.start, found.end)
    if comma is None:
        return found
    if sentence.words.tags[sentence.index(found.start)] & (PREPOSITION | SUBORDINATOR):
        return trimmed(text, last_comma(text, found.start, found.end) + 1, found.end)
    verb = sentence.start_of_verb(found.end)
    closed = text[max(found.start, verb - 2) : verb].rstrip().endswith(",")
    return trimmed(text, found.start, comma.start()) if closed else found


def noun_group(sentence: Sentence, end: int) -> Span | None:
    """The noun group that ends at an offset, from its determiner or its first word on: "a national conference"."""
    words = sentence.words
    last = sentence.index(end) - 1
    while (last >= 0 and words.tags[last] & (COMMA | DASH)) or (last >= 0 and sentence.hidden[last]):
        last -= 1
    if last < 0 or (words.tags[last] & CLOSED & ~POSSESSIVE and words.low[last] != "others"):
        return None
    verbal = {at for group in sentence.groups if group.form != "participle" for at in range(group.first, group.end)}
    first = last + 1
    while first > 0 and words.starts[first - 1] >= sentence.span.start:
        at = first - 1
        tag = words.tags[at]
        if at in verbal and not _modifies(sentence, at, last):
            break
        if tag & CLOSED and not tag & DETERMINER:
            counted = words.low[at] in ("about", "around") and at < last and words.tags[at + 1] & NUMBER
            named = 0 < at < last and words.tags[at - 1] & CAPITAL and words.tags[at + 1] & CAPITAL
            if (
                at != last
                and not counted
                and not (named and tag & (PREPOSITION | CONJUNCTION) and words.low[at] in ("of", "and", "&", "for"))
            ):
                break
        first = at
        if tag & DETERMINER and not (at > 0 and words.tags[at - 1] & DETERMINER):
            break
    return words.span(first, last + 1) if first <= last else None


def _modifies(sentence: Sentence, at: int, last: int) -> bool:
    """Whether a gerund stands before its noun: "the | existing contracts"."""
    tags = sentence.words.tags
    return at < last and bool(tags[at] & GERUND) and (at == 0 or bool(tags[at - 1] & (DETERMINER | CONJUNCTION)))


def trimmed(text: str, start: int, end: int) -> Span:
    """A stretch without the spaces, dashes and semicolons around it."""
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)


def from_article(text: str, at: int) -> int:
    """Where a name begins with the article before it: "| the Halm Centre"."""
    found = _ARTICLE.search(text, max(0, at - len("the  ")), at)
    return at if found is None else found.start()


def is_it(words: str) -> bool:
    """Whether words are a pronoun of things, which goes back to the subject of the sentence before."""
    return _IT.match(words) is not None


def is_pronoun(words: str) -> bool:
    """Whether words are nothing but a personal or relative pronoun."""
    return _ANY_PRONOUN.fullmatch(words.strip()) is not None


def opening_pronoun(sentence: Sentence, piece: Span) -> Span | None:
    """The pronoun that a clause begins with, where it is its subject; a date may stand before it."""
    found = _SUBJECT.match(sentence.text, sentence.first_word(piece), piece.end)
    return None if found is None else Span(*found.span())


def behind_pronoun(sentence: Sentence, piece: Span) -> Span:
    """A clause without the pronoun that opens it."""
    found = opening_pronoun(sentence, piece)
    return piece if found is None else trimmed(sentence.text, found.end, piece.end)


def is_several(pronoun: str) -> bool:
    """Whether a pronoun stands for several."""
    return pronoun.lower() in ("they", "them", "their")


def is_personal(word: str) -> bool:
    """Whether a pronoun means a person, and one alone."""
    return word.lower() in ("he", "she")


def appositive(sentence: Sentence, antecedent: Span) -> Span | None:
    """What an apposition at the end of a stretch is said of: "Ann Lee" of "Ann Lee, a cook at the Halm Centre".

    A clause that no comma parts from the apposition is about the apposition.
    """
    if not sentence.text.startswith(",", antecedent.end):
        return None
    found = _APPOSITION.search(sentence.text, antecedent.start, antecedent.end)
    if found is None or sentence.finite(found.start(), antecedent.end):
        return None
    head = sentence.text[antecedent.start : found.start()]
    if " and " in found[0] and " and " not in head and _WHO_ARE.match(sentence.text, antecedent.end):
        return None  # "Halm, the Karst and Ostrava, who were invited"
    return Span(antecedent.start, found.start())


def whole_subject(sentence: Sentence, antecedent: Span) -> Span | None:
    """The stretch before a relative clause, if it is a noun group and nothing else; or the noun group at its end."""
    text = sentence.text
    personal = text.startswith("who", _skip(text, antecedent.end))
    head = appositive(sentence, antecedent)
    if head is not None and len(head.of(text).split()) <= SUBJECT_WORDS and not sentence.finite(head.start, head.end):
        return trimmed(text, head.start, head.end)
    antecedent = Span(sentence.behind_preposition(antecedent), antecedent.end)
    part = _PART.match(text, antecedent.start, antecedent.end)
    if part is not None and part["time"].lower() in roles("time"):
        antecedent = Span(part.end(), antecedent.end)  # "On the eve of | the vote, which"
    verbless = not sentence.within(antecedent.start, antecedent.end)
    limit = _GROUP_WORDS if DETERMINED.match(text, antecedent.start) else SUBJECT_WORDS
    if verbless and len(antecedent.of(text).split()) <= limit:
        whole = trimmed(text, antecedent.start, antecedent.end)
        if is_plural(sentence, whole) and _is_singular(sentence, whole):
            return noun_group(sentence, antecedent.end)  # "guards at | the mill, which has"
        return _person(sentence, whole) if personal else whole
    start = max(antecedent.start, antecedent.end - _GROUP)
    last = list(_NOUN_GROUP.finditer(text, start, antecedent.end))
    # "joined the euro in May despite | protests"
    dated = bool(last) and sentence.has_date(last[-1].start(), antecedent.end)
    if last and not dated and not sentence.within(last[-1].start(), antecedent.end):
        whole = Span(last[-1].start(), antecedent.end)
        return _person(sentence, whole) if personal else whole
    group = noun_group(sentence, antecedent.end)
    before = sentence.index(group.start) - 1 if group is not None else -1
    if group is None or before < 0 or not sentence.words.tags[before] & PREPOSITION:
        return group
    # "gains of | $48 million"
    measured = sentence.words.low[before] == "of" and sentence.words.tags[before + 1] & NUMBER
    names = range(before + 1, sentence.index(group.end))
    named = is_restricted(text, antecedent) and all(sentence.words.tags[at] & CAPITAL for at in names)
    host = noun_group(sentence, sentence.words.starts[before]) if measured or named else None
    return group if host is None else Span(host.start, group.end)


def _person(sentence: Sentence, group: Span) -> Span | None:
    """The person that "who" means in a noun group: "the trial of | the leader of the strike"."""
    text = sentence.text
    starts = [group.start, *(found.end() for found in _OF.finditer(text, group.start, group.end))]
    ends = [*(found.start() for found in _OF.finditer(text, group.start, group.end)), group.end]
    for start, end in zip(starts, ends, strict=True):
        if is_person(text[start:end]):
            return Span(start, group.end)
    return noun_group(sentence, group.end) if len(starts) > 1 else group


def is_person(words: str) -> bool:
    """Whether a noun group is one for a person or for persons: "the ex-minister"."""
    head = words.split()[-1].lower() if words.strip() else ""
    return bool({head, head.removesuffix("s"), head.removeprefix("ex-")} & _roles())


@cache
def _roles() -> frozenset[str]:
    return keys("en", "actors_roles")


def antecedent_of(
    before: Sentence, stretch: Span, pronoun: Span, persons: Sequence[Span], bodies: Sequence[Span]
) -> Span | None:
    """What "it" or "they" goes back to in a clause before: its subject, where that is of the same number and no person
    for "it", or else the object; ``persons`` and ``bodies`` are the names there. What comes into force is no body that
    made it."""
    subject = subject_of(before, stretch)
    in_force = _IN_FORCE.match(before.text, pronoun.end) is not None
    if pronoun.of(before.text).lower() == "they":
        several = subject is not None and not is_pronoun(subject.of(before.text)) and is_plural(before, subject)
        return subject if several else _counted(before, stretch)
    fits = subject is not None and not is_pronoun(subject.of(before.text))
    named = subject is not None and any(body.end == subject.end for body in bodies)  # "Halm Motors"
    fits = fits and subject is not None and (named or _is_singular(before, subject) or not is_plural(before, subject))
    fits = fits and not (in_force and _object_of(before, stretch) is not None)
    if subject is not None and fits and not any(person in subject for person in persons):
        return subject
    return _object_of(before, stretch)


def _counted(sentence: Sentence, stretch: Span) -> Span | None:
    """The last noun group of a stretch that says of how many it is: "two former guards"."""
    words = sentence.words
    for at in range(sentence.index(stretch.end) - 1, sentence.index(stretch.start) - 1, -1):
        if words.tags[at] & NUMBER or words.low[at] in roles("number"):
            end = at + 1
            while end < len(words.low) and not words.tags[end] & (CLOSED | ADVERB) and not sentence.hidden[end]:
                end += 1
            group = words.span(at, end)
            if end - at > 1 and not sentence.hidden[at] and is_plural(sentence, group):
                return group
    return None


def is_plural(sentence: Sentence, group: Span) -> bool:
    """Whether a noun group stands for several, by the noun before its first preposition: "cooks | at the mill"."""
    words = sentence.words
    first, last = sentence.index(group.start), sentence.index(group.end) - 1
    head = next((at - 1 for at in range(first + 1, last) if words.tags[at] & (PREPOSITION | COMMA)), last)
    joined = any(words.low[at] == "and" for at in range(first, head))
    counted = bool(words.tags[head] & NUMBER) and words.low[head] != "one"  # "two | of the men"
    return joined or counted or sentence.is_plural_word(head)


def _object_of(sentence: Sentence, stretch: Span) -> Span | None:
    """The noun group right behind the first verb, from its determiner on."""
    finite = sentence.finite(stretch.start, stretch.end)
    if not finite:
        return None
    words, at = sentence.words, finite[0].end
    while at < len(words.low) and sentence.hidden[at]:
        at += 1
    first = at
    if at >= len(words.low) or not words.tags[at] & DETERMINER or is_pronoun(words.low[at]):
        return None
    while at < len(words.low) and (at == first or not words.tags[at] & (CLOSED | ADVERB)) and not sentence.hidden[at]:
        at += 1
    counts = at < len(words.low) and words.low[at] == "of"  # "a quarter of the market"
    return words.span(first, at) if at - first > 1 and not counts else None


def _is_singular(sentence: Sentence, subject: Span) -> bool:
    """Whether the verb of a subject tells that it is one, whatever the ending of its name: "Raiders | owns a mill"."""
    finite = sentence.finite(subject.end, sentence.span.end)
    if not finite:
        return False
    low = sentence.words.low[finite[0].first]
    return low in ("is", "was", "has") or (finite[0].tense == "present" and bool(forms(low) & THIRD))


def is_about_person(sentence: Sentence, antecedent: Span, whole: Span) -> bool:
    """Whether a relative clause is about the persons of a noun group that ends with the name of something else."""
    text = sentence.text
    if not text.startswith("who", _skip(text, antecedent.end)):
        return False
    name = _BELONGS.search(text, whole.start, whole.end)
    return name is not None and is_person(text[whole.start : name.start()])


def is_thing(sentence: Sentence, antecedent: Span) -> bool:
    """Whether a relative clause is about a noun group as a whole, of which a name may be only the end: "The war between
    A and B, which began", "a mill in Halm that the bank had sold"."""
    text = sentence.text
    if not text.startswith(("which", "that"), _skip(text, antecedent.end)):
        return False
    determined = DETERMINED.match(text, antecedent.start) is not None
    return is_restricted(text, antecedent) or (determined and not sentence.finite(antecedent.start, antecedent.end))


def is_restricted(text: str, antecedent: Span) -> bool:
    """Whether a relative clause tells apart what it is about, as no comma parts them; it is about no name then, which
    needs no telling apart (Quirk et al., 17.3)."""
    return not text.startswith(",", antecedent.end)


def _skip(text: str, at: int) -> int:
    """Behind the comma and the space that stand before a relative pronoun."""
    found = re.compile(r"[,\s]*").match(text, at)
    return found.end() if found else at


def joins_names(text: str, verb: int, start: int, names: Sequence[Span]) -> int:
    """Where the names begin that the verb of a relative clause is said of, if that is plural: "A, B and C, who were
    held"; ``start`` is where the last one does."""
    if _PLURAL_VERB.match(text, verb) is None:
        return start
    for name in reversed(names):
        if name.end <= start and _JOINED_NAME.fullmatch(text, name.end, start) is not None:
            start = name.start
    return start


def pronouns(text: str, span: Span) -> list[tuple[Span, bool]]:
    """The personal pronouns of a stretch, each with whether it is possessive."""
    found = []
    for match in _PRONOUN.finditer(text, span.start, span.end):
        her = match["her"] is not None and re.match(r"\s+[a-z]", text[match.end() : span.end]) is not None
        found.append((Span(*match.span()), match["possessive"] is not None or her))
    return found


def possessive(name: str) -> str:
    """The genitive of a name."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"

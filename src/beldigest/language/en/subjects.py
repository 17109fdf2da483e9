"""Subjects of English clauses: the noun group before a verb, what a relative clause is about, and pronouns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from beldigest.language.en.citations.verbs import other_forms
from beldigest.language.en.dates.tense import first_verb, verbs
from beldigest.model import Span

#: Words of the longest stretch before a relative clause that can be its subject as a whole.
SUBJECT_WORDS = 6
#: Pronouns of persons; "it" goes back to things and thoughts as often as to anybody.
_PRONOUN = re.compile(r"\b(?:he|him|she|they|them|(?P<possessive>his|their)|(?P<her>her))\b", re.IGNORECASE)
_PLURAL_VERB = re.compile(r"(?:were|are|have)\b")
_JOINED_NAME = re.compile(r"(?:,|,?\s+and|,?\s+or)\s+\Z")
DETERMINED = re.compile(r"(?:the|a|an|this|that|these|those|his|her|its|their|our)\s", re.IGNORECASE)
#: Where the noun group at the end of a stretch begins ("commented on | the ruling"), unless it belongs to another one.
_NOUN_GROUP = re.compile(
    r"(?<!\bof )\b(?:the|an?|his|her|its|their|this|that|these|those)\s+(?=[^\W\d_])", re.IGNORECASE
)
#: "Ann Lee | , a cook at the Halm Centre", "Ann Lee | , 27": an apposition behind a name.
_APPOSITION = re.compile(r",\s+(?:an?|the|one of|his|her|its|their|former|then|[a-z]+)\s[^,;]*\Z|,\s+\d{1,3}\Z")
SUBJECT_PRONOUN = re.compile(r"\b(?:it|he|she|they|both)\b(?!['’]s)", re.IGNORECASE)
_IT = re.compile(r"(?:it|they|this|both)\Z", re.IGNORECASE)
_PLURAL_FORM = re.compile(r"\b[^\W\d_]+s\b(?!['’])")
_MARKS = " ;–—"
_ADVERBS = frozenset(("also", "now", "then", "still", "soon", "later", "not"))
#: Characters of a noun group before a relative clause, and words of one that begins with its determiner.
_GROUP, _GROUP_WORDS = 80, 14


def subject_of(text: str, stretch: Span) -> Span | None:
    """The subject of a clause: the noun group that stands before its first verb, where it is short and a whole."""
    pronoun = SUBJECT_PRONOUN.match(text, stretch.start, stretch.end)
    if pronoun is not None:
        return Span(*pronoun.span())
    verb = first_verb(text, stretch.start, stretch.end)
    present = _first_present(text, stretch)
    if verb is None or (present is not None and present < verb):
        verb = present
    if verb is None or verb == stretch.start:
        return None
    found = trimmed(text, stretch.start, verb)
    words = found.of(text).split()
    while words and (words[-1].endswith("ly") or words[-1] in _ADVERBS):
        found = trimmed(text, found.start, found.end - len(words.pop()))
    return found if 0 < len(words) <= SUBJECT_WORDS and "," not in found.of(text) else None


def _first_present(text: str, stretch: Span) -> int | None:
    """Where the first word stands that is the third person of a verb and no plural: "the treaty | expands"."""
    known = other_forms()
    for word in _PLURAL_FORM.finditer(text, stretch.start, stretch.end):
        if word[0] in known:
            return word.start()
    return None


def trimmed(text: str, start: int, end: int) -> Span:
    """A stretch without the spaces, dashes and semicolons around it."""
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)


def is_it(words: str) -> bool:
    """Whether words are a pronoun of things, which goes back to the subject of the sentence before."""
    return _IT.match(words) is not None


def appositive(text: str, antecedent: Span) -> Span | None:
    """What an apposition at the end of a stretch is said of: "Ann Lee" of "Ann Lee, a cook at the Halm Centre"."""
    found = _APPOSITION.search(text, antecedent.start, antecedent.end)
    return None if found is None else Span(antecedent.start, found.start())


def whole_subject(text: str, antecedent: Span) -> Span | None:
    """The stretch before a relative clause, if it is a noun group and nothing else; or the noun group at its end."""
    head = appositive(text, antecedent)
    if head is not None and len(head.of(text).split()) <= SUBJECT_WORDS and not verbs(text, head.start, head.end):
        return trimmed(text, head.start, head.end)
    verbless = not verbs(text, antecedent.start, antecedent.end)
    limit = _GROUP_WORDS if DETERMINED.match(text, antecedent.start) else SUBJECT_WORDS
    if verbless and len(antecedent.of(text).split()) <= limit:
        return trimmed(text, antecedent.start, antecedent.end)
    start = max(antecedent.start, antecedent.end - _GROUP)
    last = list(_NOUN_GROUP.finditer(text, start, antecedent.end))
    return Span(last[-1].start(), antecedent.end) if last else None


def is_thing(text: str, antecedent: Span) -> bool:
    """Whether a relative clause is about a noun group as a whole, of which a name may be only the end: "The war between
    A and B, which began"."""
    if not text.startswith("which", _skip(text, antecedent.end)):
        return False
    return DETERMINED.match(text, antecedent.start) is not None and not verbs(text, antecedent.start, antecedent.end)


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

"""Whether a line reports something, as no imprint does."""

from __future__ import annotations

import re
from functools import cache

from beldigest.language.en.layout.lines import WORD
from beldigest.language.en.words.inflection import irregular

_QUOTED = re.compile(r"[\"“][^\"“”]{0,600}[\"”]")
#: Who speaks in an imprint and whom it addresses, and what it calls itself.
_ADDRESSING = re.compile(
    r"\b(?:i|me|my|we|us|our|ours|you|your|yours|please)\b"
    r"|\b(?:the|this) (?:newsletter|digest|bulletin|mailing list)\b"
    r"|\bthis (?:\w{1,20} )?(?:document|edition|e-?mail|issue|list|message|page|publication|service|site|website)\b"
)
#: Words after which a regular past form is a participle ("an expressed wish"); of "was founded" the auxiliary counts.
_BEFORE_PARTICIPLE = re.compile(r"an?|the|of|in|on|at|by|for|from|with|to|is|are|be|been|being|as|and|or|not|no")
#: Adverbs with which a note begins that has a participle and no subject ("Last updated on Friday").
_NOTING = frozenset(("first", "initially", "last", "newly", "originally", "previously", "recently"))
_PARTING = re.compile(r"[.!?;:|]")
#: Words that stand after a participle, not after a verb in the past ("published by", "views expressed are").
_BEFORE_FINITE = re.compile(r"by|are|is|do|does|may|can|will")
#: Past forms that are nouns or adjectives, or the base of another verb.
_AMBIGUOUS = frozenset(("bit", "bound", "ground", "lay", "lit", "paid", "wound"))


@cache
def _pasts() -> frozenset[str]:
    """Past forms of irregular verbs that are no noun, adjective or base form as well."""
    return frozenset(past for base, (past, _) in irregular().items() if past != base) - _AMBIGUOUS | {"were"}


def reports(line: str) -> bool:
    """Whether a line tells what somebody did: a sentence with a subject and a verb in the past.

    An imprint speaks in the present, in participles without a subject ("Published by ...") and in imperatives; where it
    tells anything, it is of itself and its reader ("You received this because you signed up").
    """
    told = " ".join(line.replace("’", "'").split())
    lower = _QUOTED.sub(" ", told).lower()
    if told[-1:] not in tuple(".!?\"'”") or _ADDRESSING.search(lower):
        return False
    words = list(WORD.finditer(lower))
    for index, (before, verb, after) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        word = verb.group()
        if word in _pasts() or (word == "been" and before.group() in ("has", "have")):
            return True
        noting = before.group() in _NOTING
        if noting and (not index or _PARTING.search(lower, words[index - 1].end(), before.start())):
            continue
        joined = lower[before.end() : verb.start()] == " " and not _BEFORE_PARTICIPLE.fullmatch(before.group())
        if joined and len(word) > 4 and word.endswith("ed") and not _BEFORE_FINITE.fullmatch(after.group()):
            return True
    return False

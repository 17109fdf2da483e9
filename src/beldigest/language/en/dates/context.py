"""What stands around the words of a rule, where the words alone could mean something else."""

from __future__ import annotations

import re
from functools import cache

from beldigest.language.en.dates.pattern import Match
from beldigest.language.lexicon import lexicon

#: The last word of a text that is read backwards, for a search would try each of the words before it.
_LAST_WORD = re.compile(r"[\s-]*([^\W\d_]+)")
_WORD_AFTER = re.compile(r"[\s-]+([^\W\d_]+)")
_NAME_AFTER = re.compile(r"\s+[^\W\d_a-z][a-z]")
_AGE_AFTER = re.compile(r"[\s-]+olds?\b|\s+of\s+age\b")
_MEASURE = re.compile(
    r"\s?(?:[%°]|(?:km|kg|m|ft|mph|hp)\b)|\s(?:more\s|other\s)?(?:per ?cent|people|men|women|children|troops)\b"
)
_PLURAL = re.compile(r"\s(?:more\s|other\s)?([a-z]+[^\W_s]s)\b")
_COMPLETE = re.compile(r"\s*[^\s\w'’-]|['’](?!s)|\s*\Z")


@cache
def words(role: str) -> frozenset[str]:
    """The function words that have a role."""
    return frozenset(word for word, its_role in lexicon("en", "dates_context") if its_role == role)


def word_before(match: Match) -> str:
    """The word right before a match, in small letters; empty where there is none."""
    found = _LAST_WORD.match(match.before()[::-1])
    return found[1][::-1].lower() if found else ""


def word_after(match: Match) -> str:
    """The word right after a match, as it is written; empty where there is none."""
    found = _WORD_AFTER.match(match.after())
    return found[1] if found else ""


def introduced(match: Match) -> bool:
    """Whether the word before a match makes it a time: "in May", "last May"."""
    before = word_before(match)
    return before in words("temporal") or before in words("pointer")


def complete(match: Match) -> bool:
    """Whether the expression ends with the match: punctuation, a verb, or a preposition follows, and no noun."""
    return _COMPLETE.match(match.after()) is not None or word_after(match).lower() in words("continues")


def counts(match: Match) -> bool:
    """Whether a number at the end of the match counts what follows it: a measure, or a noun in the plural."""
    if _MEASURE.match(match.after()):
        return True
    plural = _PLURAL.match(match.after())
    return plural is not None and plural[1] not in words("verb")


def name_follows(match: Match) -> bool:
    """Whether the next word is written like a part of a name."""
    return _NAME_AFTER.match(match.after()) is not None


def is_age(match: Match) -> bool:
    """Whether what stands around makes a duration the age of somebody: "-year-old", "years of age", "aged 45 years"."""
    return _AGE_AFTER.match(match.after()) is not None or word_before(match) == "aged"

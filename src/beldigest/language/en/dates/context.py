"""What stands around the words of a rule, where the words alone could mean something else."""

from __future__ import annotations

import re

from beldigest.language.en.dates.pattern import Match

#: Prepositions and the like that introduce a time, and hardly ever a person, a count or a plain noun.
TEMPORAL = frozenset(
    "in of by since until till during before after between from for as early late mid throughout circa ca year years pre post".split()
)
#: Those that as often introduce something else.
WEAK = frozenset("of by to for before after between from and or about around than with".split())
#: Words that point at one of several months, seasons or weekdays.
POINTERS = frozenset("last next this that coming past every each following previous same".split())

_WORD_BEFORE = re.compile(r"([^\W\d_]+)[\s-]*\Z")
_COUNTED = re.compile(
    r"\s?(?:[%°]|(?:km|kg|m|ft|mph|hp)\b)|\s(?:more\s|other\s)?(?:per ?cent|people|men|women|children|troops|"
    r"(?!(?:was|has|does|its|his|as|is|us|thus|plus|this|always|perhaps|besides|whereas|across|towards|says)\b)[a-z]+[^\W_s]s)\b"
)
_NAME_AFTER = re.compile(r"\s+[^\W\d_a-z][a-z]")


def word_before(match: Match) -> str:
    """The word right before a match, in small letters; empty where there is none."""
    found = _WORD_BEFORE.search(match.before())
    return found[1].lower() if found else ""


def counts(match: Match) -> bool:
    """Whether a number at the end of the match counts what follows it: a measure, or a noun in the plural."""
    return _COUNTED.match(match.after()) is not None


def name_follows(match: Match) -> bool:
    """Whether the next word is written like a part of a name."""
    return _NAME_AFTER.match(match.after()) is not None

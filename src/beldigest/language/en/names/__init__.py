"""What English knows of names: the words around and inside them, the names of people, and the gazetteers.

Names are compared by :func:`fold`: without case, diacritics and kinds of apostrophe.
"""

from __future__ import annotations

from beldigest.language.en.names.known import Known, builtin, known
from beldigest.language.en.names.letters import ACRONYM, ENGLISH_LINKS, FOREIGN_LINKS, TOKEN, fold, initials
from beldigest.language.en.names.lexicons import (
    CALENDAR,
    FUNCTION_WORDS,
    Head,
    adjectives,
    common,
    cues,
    given_names,
    heads,
    honorifics,
    roles,
    surnames,
)
from beldigest.language.en.names.morphology import is_adjective, role_gender, surname_like

__all__ = [
    "ACRONYM",
    "CALENDAR",
    "ENGLISH_LINKS",
    "FOREIGN_LINKS",
    "FUNCTION_WORDS",
    "TOKEN",
    "Head",
    "Known",
    "adjectives",
    "builtin",
    "common",
    "cues",
    "fold",
    "given_names",
    "heads",
    "honorifics",
    "initials",
    "is_adjective",
    "known",
    "role_gender",
    "roles",
    "surname_like",
    "surnames",
]

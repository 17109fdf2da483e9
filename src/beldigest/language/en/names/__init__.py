"""What English knows of names: the words around and inside them, the names of people, and the gazetteers.

Names are compared by :func:`fold`: without case, diacritics and kinds of apostrophe.
"""

from __future__ import annotations

from beldigest.language.en.names.known import Known, builtin, known
from beldigest.language.en.names.letters import ACRONYM, TOKEN, fold, initials
from beldigest.language.en.names.lexicons import (
    Head,
    abbreviations,
    adjectives,
    closed,
    common,
    cues,
    given_names,
    heads,
    honorifics,
    languages,
    origins,
    roles,
    surnames,
)
from beldigest.language.en.names.morphology import (
    camel,
    is_adjective,
    place_like,
    role_gender,
    singular,
    surname_like,
    town_like,
)

__all__ = [
    "ACRONYM",
    "TOKEN",
    "Head",
    "Known",
    "abbreviations",
    "adjectives",
    "builtin",
    "camel",
    "closed",
    "common",
    "cues",
    "fold",
    "given_names",
    "heads",
    "honorifics",
    "initials",
    "is_adjective",
    "known",
    "languages",
    "origins",
    "place_like",
    "role_gender",
    "roles",
    "singular",
    "surname_like",
    "surnames",
    "town_like",
]

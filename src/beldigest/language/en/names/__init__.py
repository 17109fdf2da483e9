"""What English knows of names.

:func:`line` cuts a sentence into words, :func:`candidates` gives what may be names in it, :func:`inside` and
:func:`beside` what speaks for the kind of each, :func:`lettered` whether a short form follows, :func:`roles_of` what is
said of a person beside the name, and :func:`belonging` whose a body is. Names are compared by :func:`fold`: without
case, diacritics and kinds of apostrophe.
"""

from __future__ import annotations

from beldigest.language.en.names.belonging import belonging, completed
from beldigest.language.en.names.candidates import candidates
from beldigest.language.en.names.evidence import inside
from beldigest.language.en.names.joins import lettered
from beldigest.language.en.names.known import Known, builtin, known
from beldigest.language.en.names.letters import TOKEN, abbreviates, acronym, fold, initials
from beldigest.language.en.names.lexicons import (
    closed,
    cues,
    given_names,
    heads,
    honorifics,
    origins,
)
from beldigest.language.en.names.lines import continues, line
from beldigest.language.en.names.morphology import family_gender, is_age, is_common, role_gender, singular
from beldigest.language.en.names.surroundings import beside
from beldigest.language.en.names.titles import roles_of
from beldigest.language.en.names.vocabulary import Vocabulary, vocabulary

__all__ = [
    "TOKEN",
    "Known",
    "Vocabulary",
    "abbreviates",
    "acronym",
    "belonging",
    "beside",
    "builtin",
    "candidates",
    "closed",
    "completed",
    "continues",
    "cues",
    "family_gender",
    "fold",
    "given_names",
    "heads",
    "honorifics",
    "initials",
    "inside",
    "is_age",
    "is_common",
    "known",
    "lettered",
    "line",
    "origins",
    "role_gender",
    "roles_of",
    "singular",
    "vocabulary",
]

"""A verb group of an English sentence, as :mod:`beldigest.language.en.events.verbs` reads it."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from beldigest.language.en.events.verbforms import Tense

Form = Literal["finite", "infinitive", "participle", "gerund"]


@frozen
class VerbGroup:
    """A verb with its auxiliaries: the words from ``first`` up to ``end``, of which ``verb`` is the main one."""

    first: int
    end: int
    verb: int
    form: Form
    tense: Tense = "none"
    passive: bool = False

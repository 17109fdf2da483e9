"""Surnames: forms for men and women.

Slavic and Baltic surnames show whose they are. Russian, Ukrainian, Belarusian and Polish adjectives do
("Tsikhanouski" and "Tsikhanouskaya"), and possessives ("Ivanov" and "Ivanova"): two forms, two persons. Czech and
Slovak give a woman of any nation -ová ("Merkelová"), and Lithuanian has -ienė, -aitė, -ytė and -utė: these forms and
the bare one are one person's where the given names are one.
"""

from __future__ import annotations

import re

from beldigest.names.distance import allowance, distance
from beldigest.names.inflection import stems
from beldigest.names.letters import of_one_alphabet
from beldigest.names.sounds import sounds
from beldigest.names.spelling import MISPRINT_FROM, WordMatch, same_word

#: Nominatives of adjectives, by sounds: a woman's and a man's (-skaya, -ska, -aya; -ski, -sky, -skyi, -y, -oi).
_ADJECTIVE_F = re.compile(r"(?<=[scCQ]k)(?:aja|a)$|(?<=[^aeiou])aja$")
_ADJECTIVE_M = re.compile(r"(?<=[^aeiou])i[jJ]?$|(?<=[^aeiouk])o[jJ]$")

#: Possessives: -ova, -eva, -ava, -ina, and without the a.
_POSSESSIVE_F = re.compile(r"(?<=[oea][vw])a$|(?<=in)a$")

#: What Czech, Slovak and Lithuanian add to a man's surname: -ová and its case forms; -ienė, -aitė, -ytė, -utė.
_ADDED_F = re.compile(r"(?:ov(?:a|e|ow|ej|u)|(?:ien|jen|[aji]*jt|it|ut)(?:e|es|ej|ei))$")

#: How well surnames of one alphabet have to agree, without and with given names that confirm it.
_LEAST = {False: 0.75, True: 0.65}

_WOMAN = WordMatch(0.3)


def same_surname(a: str, b: str, *, supported: bool = False, declined: bool = True, whole: bool = False) -> WordMatch:
    """Whether two surnames in small letters are one.

    ``supported`` says that the given names can confirm what the surnames leave open: misprints, case forms that look
    like a woman's form, and women's forms of Czech, Slovak and Lithuanian. ``declined`` says that one of the two may
    be a case form at all. ``whole`` is that of :func:`beldigest.names.inflection.stems`.
    """
    match = same_word(a, b, whole=whole, misprints=MISPRINT_FROM if supported else 0)
    if match.how == "letters":
        return match
    heard_a, heard_b = sounds(a), sounds(b)
    if _man_and_woman(heard_a, heard_b, supported) or _man_and_woman(heard_b, heard_a, supported):
        return _WOMAN
    if not match and supported and (_added(a, b) or _added(b, a)):
        return WordMatch(0.8, "stem")
    if match.how == "sounds" and of_one_alphabet(a, b) and match.score < _LEAST[supported]:
        return WordMatch(0.4)
    if match.how == "stem" and not (supported or declined):
        return WordMatch(0.4)
    return match


def _man_and_woman(woman: str, man: str, supported: bool) -> bool:
    """Whether the first is the form for women of the second; -ov and -ova may also be two cases, if supported."""
    adjective, possessive = _ADJECTIVE_F.search(woman), _POSSESSIVE_F.search(woman)
    if adjective is not None and _ADJECTIVE_M.search(man):
        return _near(woman[: adjective.start()], _ADJECTIVE_M.sub("", man))
    return possessive is not None and not supported and _near(woman[: possessive.start()], man)


def _near(stem: str, other: str, transcribed: bool = False) -> bool:
    return distance(stem, other, transcribed) <= allowance(stem, other) / 2


def _added(woman: str, man: str) -> bool:
    """Whether the first is the second, or its stem, with what is added to a man's surname for a woman."""
    heard = sounds(woman)
    ending = _ADDED_F.search(heard)
    if ending is None or ending.start() < 2:
        return False
    stem, transcribed = heard[: ending.start()], not of_one_alphabet(woman, man)
    return any(_near(stem, form, transcribed) for form in (sounds(man), *stems(man)))

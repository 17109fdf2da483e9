"""Evidence of a candidate's own words for its kind.

Every rule adds weight to a kind; :data:`beldigest.language.naming.Scores` says what the weights mean.
"""

from __future__ import annotations

import re

from beldigest.language.en.names.joins import QUOTES
from beldigest.language.en.names.letters import acronym, after_article
from beldigest.language.en.names.morphology import (
    body_like,
    camel,
    is_adjective,
    is_common,
    one_syllable,
    place_like,
    surname_like,
    syllabic,
    town_like,
)
from beldigest.language.en.names.vocabulary import Vocabulary
from beldigest.language.naming import BODY, OTHER, PERSON, PLACE, Candidate, Line, Scores, nothing

_KIND = {"person": PERSON, "country": PLACE, "place": PLACE, "other": OTHER}
# How the party and the state of a member of the United States' Congress are written: "R-Iowa", "D-N.Y.".
_PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z]")
_SOME = 3
_STANCES = ("pro-", "anti-")  # "Pro-Dremka marchers"
_MOST_SYLLABLES = 4  # "Tran Huynh Duc Thien"


def score_of(kind: str) -> int:
    """The score that a kind of actor, or ``other``, counts for."""
    return _KIND.get(kind, BODY)


def determined(line: Line, at: int, words: Vocabulary) -> bool:
    """Whether a determiner opens the noun group that the word in small letters at an index heads."""
    for before in range(at - 1, max(at - _SOME, -1) - 1, -1):
        word = line.word(before)
        if word in words.determiners:
            return True
        if not word[:1].isalpha() or word in words.function:
            return False
    return False


def inside(candidate: Candidate, words: Vocabulary) -> Scores:
    """What the candidate's own words say."""
    scores = nothing()
    folded = candidate.folded
    if candidate.entry is not None:
        scores[score_of(candidate.entry.kind)] += 6
        if len(folded) == 1 and (folded[0] in words.given or folded[0] in words.surnames):
            scores[PERSON] += 2
    elif len(folded) > 1:
        _several(candidate, words, scores)
        if candidate.introduced and not scores[OTHER]:
            scores[BODY] += 4
    else:
        _single(candidate, words, scores)
    if candidate.titled and candidate.entry is None:
        scores[titled_by(candidate, words)] += 6
    if candidate.line.word(candidate.end) in words.labels and determined(candidate.line, candidate.start, words):
        scores[BODY] += 6  # "the ruling Harbour Accord party", whatever its own last word says
    return scores


def _several(candidate: Candidate, words: Vocabulary, scores: Scores) -> None:
    folded, written = candidate.folded, candidate.words
    if len(folded) > 2 and folded[-2] in words.number_signs:
        folded, written = folded[:-2], written[:-2]  # "Prison No. 5"
    elif len(folded) > 2 and folded[-1] in words.generations and folded[-2] in words.heads:
        folded, written = folded[:-1], written[:-1]  # "World War II"
    first, last = folded[0], folded[-1]
    foreign = opens_with_article(candidate, words)
    head = words.head(folded, len(folded) - 1) or words.things(last)
    if head is not None and head.last:
        scores[score_of(head.kind)] += 8 if head.place == "suffix" else 6
        if head.family and first in words.given and first not in words.common and not is_adjective(first):
            # "Benny Hill", but "Lincoln Park" and "Victoria Bridge" may be either
            scores[PERSON] += 3 if first in words.surnames or words.known_place(first) else 6.5
    for at, word in enumerate(folded[1:-1], 1):
        governor = words.heads.get(folded[at - 1])
        if word in words.english_links and governor is not None and governor.governs:
            scores[score_of(governor.kind)] += 7
            return
        if word == "for" and words.names_members(folded[at - 1]):
            scores[BODY] += 7
            return
        if word == "&" or (word in words.prepositions and word not in words.english_links):
            scores[BODY] += 4  # "Tailors Without Borders"
    if head is not None and head.last:
        return
    if not QUOTES.isdisjoint(written):
        scores[PERSON] += 6  # a nickname stands in it
        return
    if "'s" in folded or "'" in folded:
        scores[BODY] += 5  # "St. Mary's Hospital Kostrovka"; a person has no such name
        return
    if foreign:
        scores[BODY] += 1.5
        scores[PLACE] += 0.8  # "Los Baños"
        return
    family = last in words.surnames or (surname_like(written[-1]) and not words.known_place(last))
    if first in words.given and is_adjective(first) and last in words.common:
        scores[PERSON] += 0.5  # "Christian Aid"
    elif first in words.given:
        scores[PERSON] += 4 if first not in words.common or candidate.titled else 2.5
        scores[PERSON] += 1 if family else 0
    elif family:
        scores[PERSON] += 2
    if any(len(word) == 2 and word[1] == "." for word in written[:-1]):
        scores[PERSON] += 3
    if any(word in words.foreign_links or after_article(word) != word for word in folded[1:]):
        opener = words.heads.get(first)
        if opener is not None and opener.governs and opener.kind != "other" and first not in words.given:
            scores[score_of(opener.kind)] += 4  # "Fiscalía General del Estado"
        elif first in words.given or family:
            scores[PERSON] += 1
        else:
            scores[PLACE] += 1  # "Palma de Mallorca"
    if last in words.generations:
        scores[PERSON] += 3
    if first in words.family_first and len(folded) <= _MOST_SYLLABLES and all(map(syllabic, folded[1:])):
        scores[PERSON] += 0.5 if set(folded) <= words.common else 3  # "Le Van Tuyen"
    _mixture(folded, written, words, scores)


def _mixture(folded: list[str], written: list[str], words: Vocabulary, scores: Scores) -> None:
    """What ordinary words, words of no language, acronyms and head words in a name say."""
    first = folded[0]
    ordinary = sum(word in words.common for word in folded)
    acronyms = any(acronym(word) and "." not in word for word in written)
    if first not in words.given:
        if ordinary == len(folded):
            scores[BODY] += 1
            scores[OTHER] += 0.5
        elif ordinary:
            scores[BODY] += 0.8
            scores[OTHER] += 0.5
        scores[BODY] += 1.5 if acronyms else 0
        scores[BODY] += 2 if any(map(is_adjective, folded[1:-1])) else 0  # "Vishwa Hindu Parishad"
        if len(folded) <= _SOME and set(folded[:-1]) <= words.directions:
            # "Old Dremka", "North Down", but "Old Mutual"
            scores[PLACE] += 2 if folded[-1] not in words.common or first in words.compass else 0
        elif words.known_place(folded[-1]):
            scores[BODY] += 1.5  # "Statistics Canada"
        elif words.known_place(first) and ordinary:
            scores[PLACE if folded[-1] in words.directions else BODY] += 0.7  # "Cardiff North", "Lusaka Cotton"
        elif words.known_place(folded[-1].rpartition("-")[2]) and ordinary:
            scores[BODY] += 3  # "Rural Watch-Nepal"
    if not ordinary and len(folded) <= _SOME and not acronyms and not words.known_place(folded[-1]):
        scores[PERSON] += 1.5
    if "-" in first and any(char.isdigit() for char in first):
        scores[OTHER] += 3
    opener = words.heads.get(first)
    family = opener is not None and (opener.family or first in words.family_first)
    if opener is not None and opener.kind != "other" and not (family and scores[PERSON]):
        scores[score_of(opener.kind)] += 2.5 if first in words.common or opener.place != "before" else 5


def _single(candidate: Candidate, words: Vocabulary, scores: Scores) -> None:
    word, written = candidate.folded[0], candidate.words[0]
    shouted = candidate.line.style == "shouted"
    if _PARTY_AND_STATE.match(written):
        scores[OTHER] += 6
        return
    if "-" in word and (word.startswith(_STANCES) or all(_names_a_region(part, words) for part in word.split("-"))):
        scores[OTHER] += 6  # "the Russia-Ukraine war", "an East-West exchange"
        return
    if written in words.abbreviations or written.removesuffix("s") in words.abbreviations or word in words.directions:
        scores[OTHER] += 6
        return
    head = words.heads.get(word)
    if is_common(word):
        scores[OTHER] += 2
    if head is not None and head.kind == "other":
        scores[OTHER] += 4  # "the Ordinance"
    if word in words.function or len(word.strip(".")) < 2 or word in words.languages:
        scores[OTHER] += 4
    if word in words.feasts:
        scores[OTHER] += 6
    if any(char.isdigit() for char in word):
        scores[OTHER] += 1 if acronym(written) and "-" not in word else 3
    if acronym(written) and not shouted:
        scores[BODY] += 2.5 if len(written) >= _SOME else 1.5
        return
    if (camel(written) or "." in written or any(map(acronym, written.split("-")))) and not shouted:
        scores[BODY] += 2  # "BelaPAN", "Kostrovka.by", "OVD-Info"
    scores[PERSON] += 2 if word in words.given else 0
    scores[PERSON] += 1.5 if word in words.surnames else 0
    scores[PERSON] += 2 if surname_like(written) else 0
    scores[PLACE] += 2 if place_like(word) else 0
    if not is_common(word):
        named = personal(word, written, words)
        scores[PLACE] += 1 if town_like(word) and not named else 0
        scores[BODY] += 2 if body_like(word) and not named else 0
        scores[PERSON] += 1 if named else 0.5
        scores[BODY] += 0.8
        scores[PLACE] += 0.4 if named else 0.8


def opens_with_article(candidate: Candidate, words: Vocabulary) -> bool:
    """Whether an article of another language opens a name of which no word is known of persons: "Les Echos", "L'Équipe
    Kostrovka", but not "La Toya Jackson" and "Le Van Tuyen".

    Outlets, parties and places are named so. Of persons only family names are, which come after the full name.
    """
    first, *rest = candidate.folded
    if first not in words.foreign_articles and not first.startswith("l'"):
        return False
    if not rest or (first in words.family_first and all(map(one_syllable, rest))):
        return False
    if (first in words.common or len(first) == 1) and set(rest) <= words.common:
        return False  # "Die Hard", "O Holy Night": all of it may be English
    named = [word for word in rest[:-1] if word in words.given and word not in words.foreign_links]
    if personal(rest[-1], candidate.words[-1], words) and words.foreign_links.isdisjoint(rest[:-1]):
        named.append(rest[-1])  # but "El Faro de Kostrova"
    return all(word in words.heads or words.known_place(word) for word in named)


def personal(word: str, written: str, words: Vocabulary) -> bool:
    """Whether a word, folded and as written, is known, or has the form, of a name of persons."""
    return word in words.given or word in words.surnames or surname_like(written)


def _names_a_region(word: str, words: Vocabulary) -> bool:
    return word in words.directions or is_adjective(word) or words.known_place(word)


def titled_by(candidate: Candidate, words: Vocabulary) -> int:
    """The kind that a noun before a name says; one for persons and bodies alike makes an acronym a body's."""
    head = words.heads.get(candidate.line.word(candidate.start - 1))
    return BODY if head is not None and head.body and acronym(candidate.words[0]) else PERSON

"""Evidence: what a candidate's own words, and the words beside it, say of its kind.

Every rule adds weight to a kind; :data:`beldigest.language.naming.Scores` says what the weights mean.
"""

from __future__ import annotations

import re

from beldigest.language.en.names.letters import acronym, after_article
from beldigest.language.en.names.morphology import (
    camel,
    is_adjective,
    is_common,
    place_like,
    role_gender,
    surname_like,
    syllabic,
    town_like,
)
from beldigest.language.en.names.titles import apposed_title
from beldigest.language.en.names.vocabulary import Vocabulary
from beldigest.language.naming import BODY, OTHER, PERSON, PLACE, Candidate, Line, Scores, nothing

_KIND = {"person": PERSON, "country": PLACE, "place": PLACE, "other": OTHER}
_AGE = re.compile(r"\d{1,3}\Z")
_YEAR = re.compile(r"[12]\d{3}\Z")
_OPENING, _CLOSING = '"“„«‘', '"”“»’'
_MONEY = "$€£¥₹"
_SOME = 3
_REACH = 8


def score_of(kind: str) -> int:
    """The score that a kind of actor, or ``other``, counts for."""
    return _KIND.get(kind, BODY)


# ---------------------------------------------------------------------- the candidate's own words
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
    return scores


def _several(candidate: Candidate, words: Vocabulary, scores: Scores) -> None:
    folded, written = candidate.folded, candidate.words
    if len(folded) > 2 and folded[-2] in words.number_signs:
        folded, written = folded[:-2], written[:-2]  # "Prison No. 5"
    first, last = folded[0], folded[-1]
    head = words.heads.get(last)
    if head is not None and head.last:
        scores[score_of(head.kind)] += 8 if head.place == "suffix" else 6
    for at, word in enumerate(folded[1:-1], 1):
        governor = words.heads.get(folded[at - 1])
        if word in words.english_links and governor is not None and governor.governs:
            scores[score_of(governor.kind)] += 7
            return
        if word == "for" and words.names_members(folded[at - 1]):
            scores[BODY] += 7
            return
        if word == "&":
            scores[BODY] += 4
    if head is not None and head.last:
        return
    family = last in words.surnames or surname_like(written[-1])
    if first in words.given:
        scores[PERSON] += 4 if first not in words.common or candidate.titled else 2.5
        scores[PERSON] += 1 if family else 0
    elif family:
        scores[PERSON] += 2
    if any(len(word) == 2 and word[1] == "." for word in written[:-1]):
        scores[PERSON] += 3
    if any(word in words.foreign_links or after_article(word) != word for word in folded[1:]):
        scores[PERSON] += 1
    if last in words.generations:
        scores[PERSON] += 3
    if first in words.family_first and len(folded) <= _SOME and all(map(syllabic, folded[1:])):
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
        if len(folded) <= _SOME and set(folded[:-1]) <= words.directions:
            scores[PLACE] += 2
        elif words.known_place(folded[-1]):
            scores[BODY] += 1.5  # "Statistics Canada"
        elif words.known_place(folded[-1].rpartition("-")[2]) and ordinary:
            scores[BODY] += 3  # "Rural Watch-Nepal"
    if not ordinary and len(folded) <= _SOME and not acronyms:
        scores[PERSON] += 1.5
    if "-" in first and any(char.isdigit() for char in first):
        scores[OTHER] += 3
    opener = words.heads.get(first)
    if opener is not None and opener.kind != "other":
        scores[score_of(opener.kind)] += 2.5


def _single(candidate: Candidate, words: Vocabulary, scores: Scores) -> None:
    word, written = candidate.folded[0], candidate.words[0]
    shouted = candidate.line.style == "shouted"
    if "-" in word and all(_names_a_region(part, words) for part in word.split("-")):
        scores[OTHER] += 6  # "the Russia-Ukraine war", "an East-West exchange"
        return
    if written in words.abbreviations or written.removesuffix("s") in words.abbreviations or word in words.directions:
        scores[OTHER] += 6
        return
    head = words.heads.get(word)
    if is_common(word):
        scores[OTHER] += 2 if head is not None or role_gender(word) is not None else 1.5
    if head is not None and head.kind == "other":
        scores[OTHER] += 4  # "the Ordinance"
    if word in words.function or len(word.strip(".")) < 2 or word in words.languages:
        scores[OTHER] += 4
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
        named = word in words.given or word in words.surnames
        scores[PLACE] += 1 if town_like(word) and not named else 0
        scores[PERSON] += 1
        scores[BODY] += 0.8
        scores[PLACE] += 0.4


def _names_a_region(word: str, words: Vocabulary) -> bool:
    return word in words.directions or is_adjective(word) or words.known_place(word)


# ---------------------------------------------------------------------- the words beside it
def beside(candidate: Candidate, words: Vocabulary) -> Scores:
    """What the words before and after the candidate say."""
    scores = nothing()
    line = candidate.line
    if candidate.titled:
        scores[_titled_by(line.word(candidate.start - 1), candidate.words[0], words)] += 6
    _before(line, candidate.start - 1, words, scores)
    _after(line, candidate.end, words, scores)
    _spoken_of(candidate, words, scores)
    if _counted(candidate, words):
        scores[OTHER] += 6
    apposed = words.heads.get(line.word(candidate.start - 2)) if line.word(candidate.start - 1) == "," else None
    if apposed is not None and apposed.body and line.word(candidate.end) in (",", "."):
        scores[score_of(apposed.kind)] += 3  # "her party, Forward Kostrovka, won"
    if apposed_title(line, candidate.start, candidate.end, words) is not None:
        scores[PERSON] += 4  # "the team's coach, Ann Lee, said"
    if words.cues.get(line.word(candidate.start - 1)) == "says" and line.word(candidate.start - 2) in "\"”,'’»":
        scores[PERSON] += 1.5  # the inverted clause of a quotation: `," said Ann Lee`
        scores[BODY] += 0.7
    if line.opening and _dateline(candidate, words):
        scores[PLACE] += 8
    if _title_of_a_work(line, candidate.start, candidate.end, words):
        scores[OTHER] += 3
    return scores


def _titled_by(title: str, name: str, words: Vocabulary) -> int:
    """The kind that a noun before a name says; one for persons and bodies alike makes an acronym a body's."""
    head = words.heads.get(title)
    return BODY if head is not None and head.body and acronym(name) else PERSON


def _before(line: Line, at: int, words: Vocabulary, scores: Scores) -> None:
    word = line.word(at)
    cue = words.cues.get(word)
    if not word:
        return
    if word in ("of", "for") and words.is_role(line.folded, at - 1) and not line.capital[at - 1]:
        scores[BODY] += 2  # "a spokesman for Varnolis", "the leader of Dremko"
        scores[PLACE] += 1 if word == "of" else 0
        return
    if cue == "place":
        scores[PLACE] += 2.5
    elif cue == "place?":
        scores[PLACE] += 0.8
        scores[BODY] += 0.3
    elif cue == "person":
        scores[PERSON] += 0.8
        scores[BODY] += 0.4
    elif word == "the":
        scores[BODY] += 2
        scores[PLACE] += 0.3
        scores[OTHER] += 0.5
        scores[PERSON] -= 2.5
    elif word in ("a", "an"):
        scores[OTHER] += 2
    elif word == "of":
        head = words.heads.get(line.word(at - 1))
        if head is not None and head.kind == "place":
            scores[PLACE] += 4
        elif head is not None and head.kind == "government body" and not line.capital[at - 1]:
            scores[PLACE] += 2.5  # "the government of Estonia"
        elif words.is_role(line.folded, at - 1) or _uncommon(line, at - 1, words):
            scores[BODY] += 1  # "Prime Minister of Estonia", "Ann Lee of Dremko"
            scores[PLACE] += 1
    elif word == "," and words.is_role(line.folded, at - 1) and not line.capital[at - 1]:
        scores[PERSON] += 1.5
    elif not line.capital[at]:
        head = words.heads.get(word)
        if words.is_role(line.folded, at):
            scores[_titled_by(word, line.words[at + 1], words)] += 4
        elif head is not None and head.kind != "other" and line.word(at - 1) != "":
            scores[score_of(head.kind)] += 2.5


def _uncommon(line: Line, at: int, words: Vocabulary) -> bool:
    return line.is_capital(at) and line.folded[at] not in words.common and line.folded[at] not in words.heads


def _after(line: Line, end: int, words: Vocabulary, scores: Scores) -> None:
    word = line.word(end)
    cue = words.cues.get(word)
    if cue == "says":
        scores[PERSON] += 2
        scores[BODY] += 1
    elif word in words.copulas and line.word(end + 1) in words.determiners:
        _called(line, end + 2, words, scores, 4)  # "Kostrovka is a village in Belarus"
    elif cue == "does" or (word in words.auxiliaries and words.cues.get(line.word(end + 1)) in ("says", "does")):
        scores[PERSON] += 1.5
        scores[BODY] += 0.5
    elif cue == "company":
        scores[BODY] += 2
    elif word == ",":
        _after_comma(line, end + 1, words, scores)
    elif word == "'s":
        _owned(line, end + 1, words, scores)
    elif word == "(":
        if end + 1 < len(line) and acronym(line.words[end + 1]):
            scores[BODY] += 2
    elif word == "-" and line.word(end + 1) == "based":
        scores[PLACE] += 4
    elif word == "who":
        scores[PERSON] += 2
    elif word and not line.capital[end] and line.near[end]:
        head = words.heads.get(word)
        if head is not None:
            kind = score_of(head.kind)
            scores[kind] += 2 if kind != OTHER else 0.7


def _spoken_of(candidate: Candidate, words: Vocabulary, scores: Scores) -> None:
    """What a pronoun says that goes back to the subject of its sentence, as nothing else that it may stand for is
    between them: "Talvisto said it would hire", "Talvisto cut its staff"."""
    line, end = candidate.line, candidate.end
    if candidate.start > 1 or line.word(end) in (",", "and", "'s"):
        return
    for at in range(end, len(line)):
        word = line.folded[at]
        head = words.heads.get(word)
        if word in _OPENING or line.capital[at] or (head is not None and head.kind != "other"):
            return
        if word in words.persons_pronouns:
            scores[PERSON] += 1
            return
        if word in words.bodies_pronouns and word != "they":
            scores[BODY] += 1.5
            scores[PLACE] += 0.7
            scores[PERSON] -= 1.5
            return


def _counted(candidate: Candidate, words: Vocabulary) -> bool:
    """Whether a number makes the word before it a part of a text or an amount: "Article 5", "VND 50", "HK$1"."""
    line, end = candidate.line, candidate.end
    if candidate.entry is not None or len(candidate.folded) > 1 or end >= len(line) or not line.near[end]:
        return False
    word, following = candidate.folded[0], line.words[end]
    if following in _MONEY or (following == "." and word[-1].isdecimal() and line.word(end + 1)[:1].isdecimal()):
        return line.starts[end] == line.ends[end - 1]
    if not following[0].isdecimal():
        return False
    head = words.heads.get(word)
    return candidate.words[0] in words.currencies or (is_common(word) and (head is None or not head.body))


def _owned(line: Line, at: int, words: Vocabulary, scores: Scores) -> None:
    word = line.word(at)
    cue = words.cues.get(word)
    if cue == "company":
        scores[BODY] += 1.5
    elif word in words.given and line.is_capital(at) and line.is_capital(at + 1):
        scores[BODY] += 2  # "Varnolis's Maria Ressler" belongs to it
        scores[PERSON] -= 1.5
    elif cue == "of a place":
        scores[PLACE] += 2
    elif role_gender(word) in ("m", "f") and not line.capital[at]:
        scores[PERSON] += 1.5


def _after_comma(line: Line, at: int, words: Vocabulary, scores: Scores) -> None:
    word = line.word(at)
    if _AGE.match(word) and line.word(at + 1) in (",", ".", "", "and"):
        scores[PERSON] += 5
    elif word in ("who", "whose"):
        scores[PERSON] += 3
    elif word in ("which", "where"):
        scores[PLACE if word == "where" else BODY] += 1.5
    elif word and line.capital[at]:
        known = words.known.longest(line.words, line.folded, at, len(line))
        if known is not None and known[1].kind in ("country", "place") and line.word(known[0]) in (",", ".", ")", ""):
            scores[PLACE] += 2
    elif word in words.determiners or word in words.premodifiers or words.is_role(line.folded, at):
        _called(line, at, words, scores, 3)  # "Ann Lee, a lawyer from Brest"


def _called(line: Line, at: int, words: Vocabulary, scores: Scores, weight: float) -> None:
    """What the noun of a predicate or an apposition that begins at a word says the name before it is."""
    kind: int | None = None
    for index in range(at, min(at + _REACH, len(line))):
        word = line.folded[index]
        if not word[0].isalnum() or (word in words.prepositions and index > at) or word in words.relatives:
            break
        if line.capital[index]:
            continue
        head = words.heads.get(word)
        if words.is_role(line.folded, index):
            kind = PERSON
        elif head is not None:
            kind = score_of(head.kind)
    if kind is not None and kind != OTHER:
        scores[kind] += weight


def _dateline(candidate: Candidate, words: Vocabulary) -> bool:
    """Whether a report's place stands here: capitals at the very beginning, then a date, an agency or a dash."""
    line, end = candidate.line, candidate.end
    if candidate.start >= _SOME or any(not (word.isupper() or word == ",") for word in line.words[:end]):
        return False
    if len(line.words[candidate.start]) < _SOME:
        return False
    if line.word(end) == ",":
        known = words.known.longest(line.words, line.folded, end + 1, len(line)) if end + 1 < len(line) else None
        if known is None or known[1].kind not in ("country", "place"):
            return False
        end = known[0]
        if end == len(line):
            return True
    follows = line.word(end)
    return follows in ("—", "–", "-", "(") or _YEAR.match(follows[:4]) is not None


def _title_of_a_work(line: Line, start: int, end: int, words: Vocabulary) -> bool:
    """Whether quotation marks close the name in, and no noun before them says what it is the name of."""
    before, after = line.word(start - 1), line.word(end)
    if before in ("the", "a", "an"):
        start -= 1
        before = line.word(start - 1)
    if after in (",", "."):
        after = line.word(end + 1)
    if not before or not after or before not in _OPENING or after not in _CLOSING:
        return False
    noun = line.word(start - 2)
    return noun not in words.heads and role_gender(noun) is None

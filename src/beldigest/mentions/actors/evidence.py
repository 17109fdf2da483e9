"""Evidence: what a candidate's own words, and the words beside it, say of its kind.

Every rule adds weight to a kind. Weights are in steps of about half a decision: 1 is a hint, 3 decides where nothing
speaks against it, 6 and more is as good as being told.
"""

from __future__ import annotations

import re

from beldigest.mentions.actors.candidates import BODY, OTHER, PERSON, PLACE, Candidate
from beldigest.mentions.actors.lines import Line
from beldigest.mentions.actors.vocabulary import Vocabulary

Scores = list[float]

_AGE = re.compile(r"\d{1,3}\Z")
_PLACE_ENDING = re.compile(r"\w{2,}(?:stan|grad|burg|ville|shire|polis|abad|pur|town|bourg|ovo|evka|ovka|insk|ovsk)\Z")
_KIND = {"person": PERSON, "country": PLACE, "place": PLACE}


def nothing() -> Scores:
    """No evidence for any kind."""
    return [0.0, 0.0, 0.0, 0.0]


def kind_of(name: str) -> int:
    """The score that a kind of actor, or ``other``, counts for."""
    return OTHER if name == "other" else _KIND.get(name, BODY)


def inside(candidate: Candidate, words: Vocabulary) -> Scores:
    """What the candidate's own words say."""
    scores = nothing()
    folded, written = candidate.folded, candidate.words
    first, last = folded[0], folded[-1]
    if candidate.entry is not None:
        scores[kind_of(candidate.entry.kind)] += 6
        if len(folded) == 1 and (first in words.given or first in words.surnames):
            scores[PERSON] += 2
        return scores
    shouted = candidate.line.style == "shouted"
    if len(folded) > 1:
        _many(candidate, words, scores, folded, written)
    else:
        _one(candidate, words, scores, first, written[0], shouted)
    if words.calendar & {first, last}:
        scores[OTHER] += 3
    return scores


def _many(candidate: Candidate, words: Vocabulary, scores: Scores, folded: list[str], written: list[str]) -> None:
    first, last = folded[0], folded[-1]
    head = words.heads.get(last)
    if head is not None and head.last:
        scores[kind_of(head.kind)] += 8 if head.place == "suffix" else 6
    linked = any(word in words.english_links for word in folded)
    if linked:
        for at, word in enumerate(folded[:-1]):
            governor = words.heads.get(word)
            if governor is not None and governor.governs and folded[at + 1] in words.english_links:
                scores[kind_of(governor.kind)] += 7
                break
        if "&" in folded:
            scores[BODY] += 4
    if head is not None and head.last and not linked:
        return
    if first in words.given:
        scores[PERSON] += 4 if first not in words.common or candidate.titled else 2.5
        if last in words.surnames or words.surname_like(written[-1]):
            scores[PERSON] += 1
    elif last in words.surnames or words.surname_like(written[-1]):
        scores[PERSON] += 2
    if any(len(word) == 2 and word[1] == "." for word in written[:-1]):
        scores[PERSON] += 3
    if any(word in words.foreign_links for word in folded[1:-1]) or any(
        "-" in word and word[:3] in ("al-", "el-") for word in folded
    ):
        scores[PERSON] += 1
    if folded[-1] in ("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"):
        scores[PERSON] += 3
    known = sum(word in words.common for word in folded)
    if known == len(folded) and first not in words.given:
        scores[BODY] += 1
        scores[OTHER] += 0.5
    elif known == 0 and len(folded) <= 3 and not any(map(words.acronym, written)):
        scores[PERSON] += 1.5
    elif known and first not in words.given:
        scores[BODY] += 0.8
        scores[OTHER] += 0.5
    if any(map(words.acronym, written)) and first not in words.given:
        scores[BODY] += 1.5
    opener = words.heads.get(first)
    if opener is not None and opener.kind == "media outlet":
        scores[BODY] += 2
    if opener is not None and opener.kind == "place":
        scores[PLACE] += 2


def _one(candidate: Candidate, words: Vocabulary, scores: Scores, word: str, written: str, shouted: bool) -> None:
    if word in words.heads or (words.is_role([word], 0) and word in words.common):
        scores[OTHER] += 2
    elif word in words.common:
        scores[OTHER] += 1.5
    if words.acronym(written) and not shouted:
        scores[BODY] += 2.5 if len(written) > 2 else 1.5
        return
    if (
        any(char.isupper() for char in written[1:])
        and not shouted
        and written[:2] not in ("Mc", "O'", "O’")
        and "-" not in written
        and written[:3] != "Mac"
    ):
        scores[BODY] += 2
    if word in words.given:
        scores[PERSON] += 2
    if word in words.surnames:
        scores[PERSON] += 1.5
    if words.surname_like(written):
        scores[PERSON] += 2
    if _PLACE_ENDING.match(word):
        scores[PLACE] += 2
    if word not in words.common:
        scores[PERSON] += 0.8
        scores[BODY] += 0.6
        scores[PLACE] += 0.3
    if any(char.isdigit() for char in word):
        scores[OTHER] += 1


def beside(candidate: Candidate, words: Vocabulary) -> Scores:
    """What the words before and after the candidate say."""
    scores = nothing()
    line = candidate.line
    if candidate.titled:
        scores[PERSON] += 6
    _before(line, candidate.start - 1, words, scores)
    _after(line, candidate.start, candidate.end, words, scores)
    if line.opening and _dateline(line, candidate):
        scores[PLACE] += 8
    return scores


def _before(line: Line, at: int, words: Vocabulary, scores: Scores) -> None:
    word = line.word(at)
    if not word:
        return
    cue = words.cues.get(word)
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
        elif words.is_role(line.folded, at - 1):
            scores[BODY] += 1
            scores[PLACE] += 1
    elif word == "," and words.is_role(line.folded, at - 1) and not line.capital[at - 1]:
        scores[PERSON] += 1.5
    elif not line.capital[at]:
        head = words.heads.get(word)
        if words.is_role(line.folded, at):
            scores[PERSON] += 4
        elif head is not None and head.kind != "other" and line.word(at - 1) != "":
            scores[kind_of(head.kind)] += 2.5


def _after(line: Line, start: int, end: int, words: Vocabulary, scores: Scores) -> None:
    word = line.word(end)
    cue = words.cues.get(word)
    if cue == "says":
        scores[PERSON] += 2
        scores[BODY] += 1
    elif cue == "does":
        scores[PERSON] += 1
        scores[BODY] += 0.4
    elif cue == "company":
        scores[BODY] += 2
    elif word == ",":
        _after_comma(line, end + 1, words, scores)
    elif word == "'s":
        following = line.word(end + 1)
        if words.role_gender(following) in ("m", "f") and not line.capital[end + 1]:
            scores[PERSON] += 1.5
        elif words.cues.get(following) == "company":
            scores[BODY] += 1.5
        elif following in ("capital", "border", "territory", "parliament", "government", "president"):
            scores[PLACE] += 2
    elif word == "(":
        if words.acronym(line.words[end + 1]) if end + 1 < len(line) else False:
            scores[BODY] += 2
    elif word == "who":
        scores[PERSON] += 2
    elif word and not line.capital[end]:
        head = words.heads.get(word)
        if head is not None and line.near[end]:
            kind = kind_of(head.kind)
            scores[kind] += 2 if kind != OTHER else 0.7
    if _said_before(line, start, words):
        scores[PERSON] += 1.5
        scores[BODY] += 0.7


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
    elif word in ("a", "an", "the", "former", "head", "chief", "chairman", "director", "president", "leader"):
        for role in range(at, min(at + 6, len(line))):
            if not line.words[role][0].isalnum():
                break
            if words.is_role(line.folded, role) and not line.capital[role]:
                scores[PERSON] += 3
                break


def _said_before(line: Line, start: int, words: Vocabulary) -> bool:
    """Whether an inverted clause of speech ends right before: ``" said Ann Lee``."""
    return words.cues.get(line.word(start - 1)) == "says" and line.word(start - 2) in ('"', "”", ",", "'", "’")


def _dateline(line: Line, candidate: Candidate) -> bool:
    """Whether a report's place stands here: capitals at the very beginning, then a date, an agency or a dash."""
    if candidate.start > 4 or not all(
        line.words[at].isupper() or line.words[at] == "," for at in range(candidate.start)
    ):
        return False
    if not line.words[candidate.start].isupper() or len(line.words[candidate.start]) < 3:
        return False
    at = candidate.end
    if line.word(at) == ",":
        at += 1
        while at < len(line) and line.capital[at] and at < candidate.end + 5:
            at += 1
    follows = line.word(at)
    return follows in ("—", "–", "-", "(") or (follows[:4].isdigit() and len(follows) >= 4)

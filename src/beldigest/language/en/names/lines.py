"""Sentences cut into words, with what names need to know of each word."""

from __future__ import annotations

import re

from beldigest.language.en.names.known import known
from beldigest.language.en.names.letters import TOKEN, fold
from beldigest.language.en.names.lexicons import cues, given_names, honorifics
from beldigest.language.en.names.morphology import role_gender
from beldigest.language.naming import Line, Style
from beldigest.model import Span

_FEW = 3
# A country or body in letters with periods at a sentence's end ("U.S."), with up to two words before it.
_ABBREVIATED = re.compile(r"(?:(\w+) )?(?:(the|a|an) )?(?:[A-Z]\.){2,}\Z", re.IGNORECASE)
_LONGEST_END = 40
# The initials of a person, as long as no country or body has them: "A.M.M. | Nasir Halilov".
_INITIALS = re.compile(r"(?:[A-Z]\.){2,4}\Z")


def line(text: str, span: Span, opening: bool = True, alone: bool = True) -> Line:
    """A sentence as a line: ``opening`` where it opens its paragraph, ``alone`` where it is all of it."""
    matches = list(TOKEN.finditer(text, span.start, span.end))
    words = [match[0] for match in matches]
    starts = [match.start() for match in matches]
    ends = [match.end() for match in matches]
    folded = [word.casefold() if word.isascii() else fold(word) for word in words]
    capital = [word[0].isupper() for word in words]
    if words and len(words[-1]) > _FEW - 1 and words[-1][-1] == "." and "." not in words[-1][:-1]:
        # the period of an abbreviation that ends a sentence is the sentence's
        words[-1], folded[-1], ends[-1] = words[-1][:-1], folded[-1][:-1], ends[-1] - 1
    return Line(starts, ends, words, folded, capital, _style(words, capital, alone), opening)


def _style(words: list[str], capital: list[bool], alone: bool) -> Style:
    """Running text capitalises its first word and its names; a line that capitalises nearly all is a headline."""
    upper = lower = shouted = 0
    for word, big in zip(words, capital, strict=True):
        if len(word) > _FEW and word.isalpha():
            if big:
                upper += 1
                shouted += word.isupper()
            else:
                lower += 1
    if shouted > 2 * (upper - shouted + lower) and shouted > 1:
        return "shouted"
    if alone and words and not any(char.islower() for word in words for char in word):
        return "shouted"  # "IN BRIEF"
    if alone and upper > 3 * lower and upper > _FEW and words[-1] != ".":
        return "titled"
    return "plain"


def continues(text: str, sentence: Span, following: Span) -> bool:
    """Whether what was cut after an abbreviation is one sentence: "They met the U.S. | Ambassador Ann Lee".

    A title in short always stands before a name. A country does before the title of who serves it, but not where a
    preposition of place makes it where something is: "They live in the U.S. | Ambassador Ann Lee said so". Initials
    that are no known acronym are those of the name that follows.
    """
    end = text[max(sentence.start, sentence.end - _LONGEST_END) : sentence.end]
    last = end.rpartition(" ")[2]
    if last.endswith(".") and last in honorifics():
        return True
    first = TOKEN.search(text, following.start, following.end)
    if first is None:
        return False
    word = fold(first[0])
    if _INITIALS.match(last) and known().exactly(last) is None and word in given_names():
        return True
    if role_gender(word) is None:
        return False
    found = _ABBREVIATED.search(end)
    return found is not None and (found[1] is None or cues().get(fold(found[1])) != "place")

"""Lists of names: what is said of a list is said of each name in it."""

from __future__ import annotations

from beldigest.language.en.names.vocabulary import Vocabulary
from beldigest.language.naming import Candidate, Line

# No list of names that are taken together has more words.
_LONGEST = 12


def governor(candidate: Candidate, words: Vocabulary) -> int:
    """Where the word before a candidate stands, or the preposition that a list has before its first name: "in Lida and
    Dremka".

    Behind "and" a clause may begin ("in Lida and Halloran said"), but not behind the first of what is "between" two.
    """
    line, before = candidate.line, candidate.start - 1
    if line.word(before) not in words.coordinators:
        return before
    at = _listed(line, before - 1, -1, words)
    if at == before - 1 or line.word(at) not in words.prepositions:
        return before
    following = line.word(candidate.end)
    acts = following in words.auxiliaries or words.cues.get(following) in ("says", "does")
    return before if acts and line.word(at) != "between" else at


def list_end(candidate: Candidate, words: Vocabulary) -> int:
    """Where the list ends that a candidate opens ("Varnolis and Dremko said"), or the candidate where there is none."""
    line, end = candidate.line, candidate.end
    opens = line.word(candidate.start - 1) not in (*words.coordinators, ",")
    at = _listed(line, end, 1, words) if opens and line.word(end) in (*words.coordinators, ",") else end
    return at if any(word in words.coordinators for word in line.folded[end:at]) else end


def _listed(line: Line, at: int, step: int, words: Vocabulary) -> int:
    """The first word from an index on, in either direction, that is no name and stands between none."""
    last = at + step * _LONGEST
    while at != last and 0 <= at < len(line) and line.folded[at] not in words.prepositions:
        if not line.capital[at] and line.folded[at] not in (",", "and", "or"):
            break
        at += step
    return at

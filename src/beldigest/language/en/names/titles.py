"""Titles and appositions: what words beside a name say a person is.

A role stands before the name as a title ("Harbour Master Ann Lee", "the Czech minister for Europe, Jan
Novak") or after it as an apposition ("Ann Lee, a lawyer from Brest,"). What makes words a role is that a noun for a
person heads them; how far they reach is what grammar lets a noun group hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from beldigest.language.en.names.joins import QUOTES
from beldigest.language.en.names.morphology import may_be_verb
from beldigest.language.en.names.vocabulary import Vocabulary
from beldigest.language.naming import Line
from beldigest.model import Span

# How many words a title, what its noun is for, the names that share it, and an apposition may have.
_TITLE = 10
_COMPLEMENT = 6
_FAR_COMPLEMENT = 14
_COORDINATED = 30
_MODIFIERS = 7
_APPOSITION = 25
_CLOSING = frozenset(",;:.!?)(—–")
_BEFORE_CLAUSE = frozenset(',;:—–-"“”')


def roles_of(line: Line, start: int, end: int, words: Vocabulary) -> Iterator[Span]:
    """The roles said of the name that stands at the words from ``start`` to ``end``, the title first."""
    title = _title(line, start, end, words)
    if title is not None:
        yield title
    apposition = _apposition(line, end, words) or _shared_apposition(line, start, end, words)
    if apposition is not None:
        yield apposition


# ---------------------------------------------------------------------- titles
def apposed_title(line: Line, start: int, end: int, words: Vocabulary) -> Span | None:
    """The role before a name that commas set off: "A German citizen, Max Stahl, was freed"."""
    last = start - 2
    if last < 0 or line.words[last + 1] != "," or line.word(end) not in (",", ".", "", "who", ";"):
        return None
    head = last if words.is_role(line.folded, last) else _head_before_complement(line, last, words)
    if head is None:
        head = _head_before_complement(line, last, words, _FAR_COMPLEMENT)
    if head is None:
        return None
    first = _first_modifier(line, head, words)
    if head < last and line.word(head + 1) not in ("of", "for") and not _opens_a_clause(line, first - 1, words):
        return None  # "after talks with the minister in Lida, Ann Lee"
    opener = line.word(first - 1)
    owned = opener in _BEFORE_CLAUSE and any(_possessive(line, at) for at in range(first, head))
    return line.span(first, last + 1) if opener in words.determiners or opener == "" or owned else None


def _opens_a_clause(line: Line, at: int, words: Vocabulary) -> bool:
    """Whether a clause begins with the determiner at an index, or, where none stands there, behind it."""
    before = line.word(at - 1 if line.word(at) in words.determiners else at)
    return not before or before in _BEFORE_CLAUSE


def _title(line: Line, start: int, end: int, words: Vocabulary) -> Span | None:
    last, plural = start - 1, False
    if last >= 0 and line.words[last] in words.honorifics and not words.is_role(line.folded, last):
        last -= 1  # "President Dr. Ann Lee"
    if last > 0 and line.words[last] == ",":
        apposed = apposed_title(line, last + 1, end, words)
        if apposed is not None:
            return apposed
    if last > 0 and line.folded[last] in words.ranks:
        office = apposed_title(line, last, end, words)
        if office is not None:
            return office  # "the harbour minister, General Ann Lee"
        if _behind_office(line, last, words):
            last -= 1  # "Harbour Minister General Ann Lee"
    if line.word(last) == "and" and last > 0:
        last, plural = _before_coordinated(line, last, words), True
    if last < 0 or line.words[last] in QUOTES:
        return None
    if line.word(end) in ("and", ",") and end + 1 < len(line) and line.capital[end + 1]:
        plural = True  # "the journalists Ann Lee and Jan Novak"
    head = last if _is_head(line, last, words, plural) else _head_before_complement(line, last, words)
    if head is None:
        return None
    first = _first_modifier(line, head, words)
    if line.folded[head] in words.adjectival_roles and line.word(first - 1) in words.articles and first == head:
        return None  # "a major Warhol sale"
    return line.span(first, last + 1)


def _behind_office(line: Line, at: int, words: Vocabulary) -> bool:
    """Whether the rank at an index stands behind an office, and is no part of it as in "Secretary General"."""
    before = line.folded[at - 1]
    office = words.is_role(line.folded, at - 1) and before not in words.ranks and before not in words.adjectival_roles
    return office and f"{before} {line.folded[at]}" not in words.roles


def _is_head(line: Line, at: int, words: Vocabulary, plural: bool) -> bool:
    if line.word(at - 1) == "in":
        return False  # "in exile", "in person" say where or how, not who
    if words.is_role(line.folded, at):
        return True
    return plural and words.names_members(line.folded[at])


def _before_coordinated(line: Line, at: int, words: Vocabulary) -> int:
    """The noun in the plural before the first of several names joined by commas and "and", or -1."""
    first = max(at - _COORDINATED, 0)
    while at >= first and (line.words[at] == "," or line.folded[at] == "and" or line.capital[at]):
        if words.is_role(line.folded, at) or words.names_members(line.folded[at]):
            break
        at -= 1
    return at if at >= first and words.names_members(line.folded[at]) else -1


def _possessive(line: Line, at: int) -> bool:
    """Whether a possessive ending stands at an index: "'s", or an apostrophe that touches the word before it."""
    if at < 1 or line.folded[at] not in ("'s", "'"):
        return False
    return line.folded[at] == "'s" or (line.starts[at] == line.ends[at - 1] and line.words[at - 1].endswith("s"))


def _head_before_complement(line: Line, last: int, words: Vocabulary, most: int = _COMPLEMENT) -> int | None:
    """The noun for a person whose complement ends with the word at ``last``: "Minister for European Affairs".

    ``most`` is how many words it may have; one of more than usual may have any prepositions.
    """
    for at in range(last, max(last - most, 0), -1):
        word = line.folded[at]
        if word in _CLOSING or words.cues.get(word) in ("says", "does") or word in words.determiners - {"the"}:
            return None
        if word in words.irregular_past or word in words.auxiliaries or word in words.relatives:
            return None
        if word in words.prepositions:
            if at == last:
                return None  # the name itself is the complement: "the voice of Ann Lee"
            if words.is_role(line.folded, at - 1):
                return at - 1
            if word not in ("of", "for", "and") and most == _COMPLEMENT:
                return None
    return None


def _first_modifier(line: Line, head: int, words: Vocabulary) -> int:
    """The first word of the noun group that the word at ``head`` heads, without its article."""
    at = head
    while at > 0 and head - at < _TITLE:
        before = line.folded[at - 1]
        if before == "and":
            # "President and CEO": two offices; anything else before it is another group
            if at >= 2 and words.is_role(line.folded, at - 2):
                at -= 2
                continue
            break
        if _possessive(line, at - 1) and line.words[at - 2][0].isalnum() and line.folded[at - 2] not in words.function:
            at -= 2
            continue
        if before in words.prepositions and 2 <= at < head and line.capital[at - 2] and line.capital[at]:
            if words.is_role(line.folded, at - 2) or line.folded[at - 2] in words.heads:
                at -= 2
                continue
            break
        if not _modifies(line, at - 1, words):
            break
        at -= 1
    return at


#: What makes a form in -ing behind it a verb ("after jailing reporter Ann Lee"); behind others it may modify.
_GERUND_BEFORE = frozenset(("after", "before", "since", "when", "while", "without"))


def _modifies(line: Line, at: int, words: Vocabulary) -> bool:
    word = line.folded[at]
    if word[0].isalnum() and not line.capital[at] and _is_verb(line, at, words):
        return False
    if word in words.premodifiers:
        return True
    if not word[0].isalnum() or word in words.function or word in words.calendar:
        return False
    if line.capital[at] and at > 0:
        return True
    if words.cues.get(word) in ("says", "does", "place", "place?"):
        return False
    return not (at == 0 and line.opening is False and word.endswith("ly"))


def _is_verb(line: Line, at: int, words: Vocabulary) -> bool:
    """Whether a word is the verb that the name is the object of: "voters elected President Ann Lee"."""
    word, before = line.folded[at], line.word(at - 1)
    if before == "to":
        return may_be_verb(word) and word not in words.heads and not words.is_role(line.folded, at)
    if word in words.irregular_past:
        return True
    if before == ")" and word.endswith("ed"):
        return True
    if before == "," and word.endswith("ing"):
        return word not in words.premodifiers  # ", handing President Ann Lee a defeat", but ", acting mayor Ann Lee"
    if not word.endswith(("ed", "ing")) or not before[:1].isalnum() or before.endswith("ly"):
        return False  # "two jailed reporters" at a beginning, "newly elected"
    if word.endswith("ing") and before in _GERUND_BEFORE:
        return True
    # a participle that modifies opens its noun group, or stands after other modifiers
    opens = before in words.determiners or before in words.prepositions or before in words.coordinators
    return not opens and before not in words.premodifiers


# ---------------------------------------------------------------------- appositions
def _shared_apposition(line: Line, start: int, end: int, words: Vocabulary) -> Span | None:
    """The apposition that names joined by "and" share: "Ann Lee and Tim Roe, two lawyers from Lida,"."""
    joined, stop = line.word(start - 1) == "and", end
    while stop < len(line) and stop - end < _COORDINATED and (line.capital[stop] or line.folded[stop] in ("and", ",")):
        joined = joined or line.folded[stop] == "and"
        stop += 1
    return _apposition(line, stop - 1, words, shared=True) if joined and line.word(stop - 1) == "," else None


def _apposition(line: Line, end: int, words: Vocabulary, shared: bool = False) -> Span | None:
    """The apposition that begins at ``end``; one that is ``shared`` has its noun in the plural."""
    opener = line.word(end)
    if opener not in ",(—–" or not opener:
        return None
    at = end + 1
    if line.word(at).isdigit() and line.word(at + 1) == ",":  # "Ann Lee, 42, a lawyer,"
        at += 2
    if line.word(at) == "respectively":
        at += 1
    first, one_of = at, line.word(at) == "one" and line.word(at + 1) == "of"
    if one_of:
        at += 3  # "one of the leaders of the Dairy Union"
    elif line.word(at) in words.determiners:
        at, first = at + 1, at + 1
    modifiers = at
    head = None
    while at < len(line) and at - modifiers < _MODIFIERS:
        if words.names_members(line.folded[at]) if one_of or shared else words.is_role(line.folded, at):
            head = at
            if not words.is_role(line.folded, at + 1) or line.word(at + 1) == "":
                break
        elif not (_modifies_after(line, at, words)):
            break
        at += 1
    if head is None or line.is_capital(head + 1):
        return None  # a title of the name after it: "Ann Lee, Minister Tim Roe"
    stop, quoted = head + 1, False
    while stop < len(line) and stop - head < _APPOSITION:
        word = line.folded[stop]
        if word in QUOTES:
            quoted = not quoted
        elif word in _CLOSING and not quoted:
            break
        if word in words.relatives or words.cues.get(word) in ("says", "does") or word in words.auxiliaries:
            break
        stop += 1
    closing = line.word(stop)
    while stop - 1 > head and line.folded[stop - 1] in words.function:
        stop -= 1  # "a researcher there"
    if opener == "," and closing not in _CLOSING and closing not in words.relatives and closing != "":
        return None
    if line.capital[first] and first == head and line.word(head + 1) not in (*_CLOSING, *words.prepositions, ""):
        return None
    return line.span(first, stop)


def _modifies_after(line: Line, at: int, words: Vocabulary) -> bool:
    word = line.folded[at]
    if word in words.premodifiers or _possessive(line, at):
        return True
    return word[0].isalnum() and word not in words.function and words.cues.get(word) not in ("says", "does")

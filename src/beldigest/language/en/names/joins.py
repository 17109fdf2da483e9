"""Joins: how far a name reaches over the small words that may stand in one.

"of" joins what a head word takes as complement ("Ministry of Defence", not "Ann Lee of Lida"), "and" joins common
words within such a complement or before a head ("Law and Justice Party"), a possessive joins a common noun's
("People's Party", not "Poland's Ministry"), foreign particles always join. A short form in brackets proves how far
the name before it reaches (Schwartz and Hearst 2003).
"""

from __future__ import annotations

import attrs

from beldigest.language.en.names.letters import abbreviates, after_article
from beldigest.language.en.names.morphology import doers, is_adjective, joined_syllables
from beldigest.language.en.names.vocabulary import Vocabulary
from beldigest.language.naming import Line

# No name has more links in a row, or more words; nor has a short form more letters.
_MOST_LINKS = 3
_MOST_WORDS = 40
_MOST_LETTERS = 10
_FEWEST_LETTERS = 3
_MOST_FOREIGN = 10
# What joins a list of fields to the head of a name: "Commission for Conciliation, Mediation and Arbitration".
_GOVERNED = frozenset(("of", "for", "on"))
#: The double quotation marks, in which a nickname stands.
QUOTES = frozenset('"“”„«»')


def capital(line: Line, at: int) -> bool:
    """Whether a word is written as names are; an article joined to it in lower case does not hide that, and the legal
    form "plc" has none."""
    word = line.words[at]
    if line.capital[at] or word == "plc":
        return True
    return not word.isalnum() and after_article(word)[0].isupper()


def run_end(line: Line, start: int, words: Vocabulary) -> int:
    """The end of the run of capitalised words, and of what may link them, that begins at ``start``."""
    n = len(line)
    end = start + 1
    while end < n and end - start < _MOST_WORDS:
        if line.capital[end] and foreign_end(line, end, words) > end:
            break
        if capital(line, end) or (line.folded[end - 1] in words.number_signs and line.words[end].isdecimal()):
            end += 1  # a name, or "Prison No. 5"
            continue
        if line.words[end] == ",":
            listed = _listed_end(line, start, end, words)
            if listed > end:
                end = listed
                continue
        after = _nickname_end(line, end, words)
        while after < n and after - end < _MOST_LINKS and words.links(line, after):
            after += 1
        if after in (end, n) or not capital(line, after):
            known = _known_over(line, start, end, n, words)  # "Washington, D.C.", "Channel 4", "Dar es Salaam"
            if known <= end:
                break
            end = known
            continue
        if foreign_end(line, after, words) > after:
            break
        end = after + 1
    return end


def _nickname_end(line: Line, at: int, words: Vocabulary) -> int:
    """Where the nickname ends that begins at an index, in quotation marks between a given name and a family name
    (Ilya "Old Fox" Dremko), or the index where none does. No ordinary word is that given name."""
    given = line.folded[at - 1]
    if line.words[at] not in QUOTES or (given in words.common and given not in words.given):
        return at
    end = at + 1
    while end < len(line) and end - at <= _MOST_LINKS and capital(line, end):
        end += 1
    return end + 1 if end > at + 1 and line.word(end) in QUOTES else at


def _listed_end(line: Line, start: int, comma: int, words: Vocabulary) -> int:
    """Where a list ends that the complement of a head begins: "Ministry of Health, Labour and Welfare"; else the comma.

    Such a list is of ordinary words in capitals, and "and" stands before the last.
    """
    link = comma - 1
    while link > start and capital(line, link):
        link -= 1
    head = words.heads.get(line.folded[link - 1]) if link > start and line.folded[link] in _GOVERNED else None
    if head is None or not head.body or not head.governs or not _fields(line, link + 1, comma, words):
        return comma
    at = comma
    while at + 1 < len(line) and at - comma < _MOST_WORDS:
        last = line.folded[at] in ("and", "&") or (line.words[at] == "," and line.folded[at + 1] == "and")
        first = at + (2 if line.words[at] == "," and last else 1)
        end = first
        while end < len(line) and line.capital[end] and _is_field(line, end, words):
            end += 1
        if end == first or not (last or line.words[at] == ","):
            return comma
        if last:
            return end
        at = end
    return comma


def _fields(line: Line, start: int, end: int, words: Vocabulary) -> bool:
    return start < end and all(_is_field(line, at, words) for at in range(start, end))


def _is_field(line: Line, at: int, words: Vocabulary) -> bool:
    """Whether a word may say what a body is for: an ordinary one, and no noun for a body itself."""
    word = line.folded[at]
    head = words.heads.get(word)
    return word in words.common and word not in words.given and not (head is not None and head.body and head.noun)


def foreign_end(line: Line, start: int, words: Vocabulary) -> int:
    """Where a name in another language ends that has words in small letters, or ``start`` where none begins.

    Romance languages write but the first word and names with a capital: "Organisation internationale de la
    Francophonie", "Fiscalía general del Estado". Its head is a word of such a language, or the name has its particles.
    """
    head = words.heads.get(line.folded[start])
    if head is None or not head.governs or start + 1 >= len(line) or capital(line, start + 1):
        return start
    at, end, particles, small = start + 1, start, line.folded[start] not in words.common, False
    while at < len(line) and at - start < _MOST_FOREIGN and line.words[at][0].isalpha():
        if line.words[at] in words.foreign_links:
            particles = particles or end > start
        elif line.words[at - 1] not in words.foreign_links and (line.capital[at] or _is_english(line, at, words)):
            break
        else:
            end = at + 1
            small = small or not line.capital[at]
        at += 1
    return end if particles and small else start


def _is_english(line: Line, at: int, words: Vocabulary) -> bool:
    """Whether a word is one of English, and nothing says that it is one of the other language too: a particle behind
    it, or a foreign word: "Réseau national de défense"."""
    return line.words[at] in words.common and line.words[min(at + 1, len(line) - 1)] not in words.foreign_links


def introduced(line: Line, start: int, end: int, words: Vocabulary) -> int | None:
    """Where in a run the name begins whose short form follows the run in brackets, or None."""
    if line.word(end) != "(" or line.word(end + 2) != ")":
        return None
    short = line.words[end + 1]
    letters = "".join(char for char in line.folded[end + 1] if char.isalpha())
    if short in words.abbreviations and not _says_body(line, start, end, words):
        return None
    if not 1 < len(letters) <= _MOST_LETTERS or not short[0].isupper():
        return None
    for at in range(end - 1, start, -1):
        if line.folded[at] in words.articles and line.folded[at - 1] == "and":
            start = at  # another name begins there
            break
    beginnings = [at for at in range(start, end - 1) if capital(line, at)]
    if sum(char.isupper() for char in short) > 1:
        for at in beginnings:
            if words.spells(letters, line.folded[at:end]):
                return at
    if len(letters) < _FEWEST_LETTERS or letters in words.given:
        return None
    for at in beginnings:
        if line.folded[at] not in words.given and abbreviates(letters, line.folded[at:end]):
            return at
    return None


def lettered(line: Line, start: int, end: int, words: Vocabulary) -> bool:
    """Whether letters that no gazetteer knows follow a name in brackets: a party's may be those of another language.

    They are none of the name where they are short for what a person is: "Member of the Kostrovan Parliament (MKP)".
    """
    if line.word(end) != "(" or line.word(end + 2) != ")":
        return False
    letters = line.words[end + 1]
    of = start - (line.word(start - 1) in words.articles) - 1
    member = line.word(of) == "of" and words.is_role(line.folded, of - 1)
    if member and line.word(of - 1)[0] == letters[0].casefold():
        return False
    return len(letters) > 1 and letters.isalpha() and letters.isupper() and words.known.exactly(letters) is None


def _says_body(line: Line, start: int, end: int, words: Vocabulary) -> bool:
    """Whether the first word after the article, or the last, says that the words name a body: not so "Member of
    Parliament (MP)"."""
    first = start + (line.folded[start] in words.articles)
    if words.is_role(line.folded, first):
        return False
    heads = (words.heads.get(line.folded[at]) for at in (first, end - 1))
    return any(head is not None and head.body for head in heads)


def group_end(line: Line, start: int, end: int, words: Vocabulary) -> tuple[int, int]:
    """The end of the words from ``start`` that belong together, and where the next ones begin."""
    joints = _Joints(line, words, start, end)
    at = start
    while True:
        stop = joints.link_after(at)
        if stop >= end:
            return end, end
        known = _known_over(line, start, stop, end, words)
        if known > stop:
            at = known
            if at >= end:
                return end, end
            continue
        after = stop
        while after < end and not capital(line, after) and words.links(line, after):
            after += 1
        if not joints.joins(stop, after):
            return stop, after
        at = after


def _known_over(line: Line, start: int, stop: int, end: int, words: Vocabulary) -> int:
    """Where a known name ends that holds the link at ``stop``: "Court of Bosnia and Herzegovina", or ``start``."""
    first = max(start, stop - 1)
    while first > start and capital(line, first - 1):
        first -= 1
    for begin in dict.fromkeys((start, *range(first, stop))):
        known = words.known.longest(line.words, line.folded, begin, end)
        if known is not None and known[0] > stop:
            return known[0]
    return start


@attrs.define(slots=True)
class _Joints:
    """The links of one run, from left to right. ``governed`` says that a head has taken a complement already."""

    line: Line
    words: Vocabulary
    start: int
    end: int
    governed: bool = False

    def link_after(self, at: int) -> int:
        """The next link at or after a word, or the end."""
        while at < self.end and (capital(self.line, at) or not self.words.links(self.line, at)):
            at += 1
        return at

    def joins(self, stop: int, after: int) -> bool:
        """Whether the link at ``stop`` joins what is before it with what begins at ``after``."""
        link = self.line.folded[stop]
        if link in ("'s", "'"):
            return self._possessive(stop, after, link)
        if link == "&" or link in self.words.foreign_links:
            return True
        if link == "and":
            return after == stop + 1 and self._coordinates(stop, after)
        return self._complement(stop, after, link)

    def _plain(self, at: int) -> bool:
        """Whether a word is an ordinary one, and no name by itself."""
        word = self.line.folded[at]
        known = self.words.known.longest(self.line.words, self.line.folded, at, self.end)
        # what a ministry is of is its field: "Ministry of Labour and Housing" is of no party
        field = self.governed and word in self.words.common and known is not None and known[0] == at + 1
        if word in self.words.given or (known is not None and not field):
            return False
        return word in self.words.common or word in self.words.heads

    def _possessive(self, stop: int, after: int, link: str) -> bool:
        head = self._head_of(after)
        if stop - self.start > 1 and self.line.folded[stop - 2] in self.words.saints:
            # "St. Mary's Hospital", "St. Mary's Hospital Kostrovka"
            return head not in (None, "other") or self._is_body(after)
        if head is None and self.governed:
            return self._plain(stop - 1) and self._plain(after)  # "Court on Human and Peoples' Rights"
        if head is None and link == "'" and self._members(stop - 1):
            return self._plain(after)  # "Bakers' Central"
        if head is None or head == "other" or self._body_begins(after):
            return False
        if self.words.is_role(self.line.folded, stop - 1):
            return head == "government body" and link == "'s"  # "Prosecutor General's Office", "Mayor's Office"
        return self._plain(stop - 1) or (link == "'" and self._members(stop - 1))

    def _members(self, at: int) -> bool:
        """Whether a word is, or has the form of, a plural of what persons do: "Fishmongers", but not "Sanders"."""
        word, words = self.line.folded[at], self.words
        if (
            word in words.surnames
            or word in words.given
            or words.known.longest(self.line.words, self.line.folded, at, at + 1)
        ):
            return False
        return words.names_members(word) or doers(word)

    def _complement(self, stop: int, after: int, link: str) -> bool:
        last = self.line.folded[stop - 1]
        if link == "for" and self.words.names_members(last):
            # "Doctors for the Environment" is a body, "Lawyers for the Bakers' Union" work for one
            self.governed = not (after > stop + 1 and self._is_body(self.end - 1))
            return self.governed
        office = self.words.is_role(self.line.folded, stop - 1) and last not in self.words.heads
        if office and not self.governed:  # but "Court of Justice of the Union"
            return False
        head = self.words.heads.get(last)
        known = self.words.known.longest(self.line.words, self.line.folded, self.start, self.end)
        if known is not None and known[0] == stop:
            if known[1].kind in ("place", "country") and not (
                head is not None and head.governs and stop == self.start + 1
            ):
                return False  # but "the Gulf of Finland", where "the Gulf" alone is known as well
            if head is None or not head.governs:
                # "House of Commons of Canada", "Court of Justice of the European Union"
                official = known[1].kind == "government body" and self._body_begins(after)
                return link == "of" and (self._place_begins(after) or official)
        if link == "in":
            return self.governed and head is None and self._plain(stop - 1)
        if link == "for" and self._body_begins(after):
            return False
        takes = link in ("of", "for", "on") and (link == "of" or (head is not None and head.body))
        if head is not None and head.governs and takes:
            if stop > self.start + 1 and self._person_begins(after):
                return False  # "the Kostrovan Labour Party of Ann Lee", but "the Order of Ann Lee"
            self.governed = True
            return True
        return self.governed and link in ("of", "for") and (self._plain(stop - 1) or is_adjective(last))

    def _coordinates(self, stop: int, after: int) -> bool:
        if self.line.folded[after] in self.words.fringe:
            return False
        if not (self._plain(stop - 1) and self._plain(after)) or self.words.is_role(self.line.folded, stop - 1):
            return False
        heads = self.words.heads
        end = self.link_after(after)
        if end < self.end and self.line.folded[end] == "for" and self.words.names_members(self.line.folded[end - 1]):
            return False  # another body begins: "and Nurses for Peace"
        if self.governed:
            alone = after + 1 >= self.end or not capital(self.line, after + 1)
            first, second = (heads.get(self.line.folded[at]) for at in (stop - 1, after))
            return not (first is not None and first.noun) and not (alone and second is not None and second.noun)
        before = self.line.folded[self.start : stop]
        if (len(before) > 1 and before[-1] in heads) or any(head and head.noun for head in map(heads.get, before)):
            return False
        return self._head_of(after) not in (None, "place", "other")

    def _is_body(self, at: int) -> bool:
        head = self.words.heads.get(self.line.folded[at])
        return head is not None and head.body

    def _body_begins(self, at: int) -> bool:
        known = self.words.known.longest(self.line.words, self.line.folded, at, self.end)
        return known is not None and known[1].kind not in ("place", "country", "person")

    def _person_begins(self, at: int) -> bool:
        """Whether a given name stands here and a name behind it, both of which are nothing else, or a family name and a
        given name: "Chow Hang-tung"."""
        words = self.words
        if at + 1 >= self.end or not capital(self.line, at + 1) or self.line.folded[at + 1] in words.heads:
            return False
        first, second = self.line.folded[at : at + 2]
        if joined_syllables(self.line.words[at + 1]):
            return True
        return first in words.given and first not in words.common and second not in words.common

    def _place_begins(self, at: int) -> bool:
        known = self.words.known.longest(self.line.words, self.line.folded, at, self.end)
        return known is not None and known[1].kind in ("place", "country")

    def _head_of(self, at: int) -> str | None:
        """The kind of the head word that ends the words from ``at`` up to the next link."""
        stop = self.link_after(at)
        head = self.words.heads.get(self.line.folded[stop - 1]) if stop > at else None
        return head.kind if head is not None else None

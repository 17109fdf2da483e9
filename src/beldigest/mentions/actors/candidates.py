"""Candidates: the runs of capitalised words of a line, taken apart into what may be names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from beldigest.language.gazetteer import GazetteerEntry
from beldigest.mentions.actors.lines import Line

if TYPE_CHECKING:
    from beldigest.mentions.actors.vocabulary import Vocabulary

#: The scores of a candidate: how much speaks for a person, a body, a place, and for no actor at all.
PERSON, BODY, PLACE, OTHER = range(4)


@attrs.define(slots=True, eq=False)
class Candidate:
    """Words of a line that may be a name.

    ``entry`` is what a gazetteer knows it as. ``titled`` says that a role or an honorific stands right before it,
    ``initial`` that its capital may be due to the beginning of the sentence alone.
    """

    line: Line
    start: int
    end: int
    entry: GazetteerEntry | None = None
    titled: bool = False
    initial: bool = False

    @property
    def words(self) -> list[str]:
        """The words as written."""
        return self.line.words[self.start : self.end]

    @property
    def folded(self) -> list[str]:
        """The words as compared."""
        return self.line.folded[self.start : self.end]

    @property
    def key(self) -> str:
        """The name as compared."""
        return " ".join(self.line.folded[self.start : self.end])


def candidates(line: Line, words: Vocabulary) -> Iterator[Candidate]:
    """The candidates of a line, in order."""
    if line.style != "plain":
        yield from _in_headline(line, words)
        return
    i, n = 0, len(line)
    while i < n:
        if not _capital(line, i):
            i += 1
            continue
        j = _run_end(line, i, words)
        yield from _Run(line, words, i, j).parts()
        i = j


def _capital(line: Line, i: int) -> bool:
    word = line.words[i]
    return line.capital[i] or (word[:3] in ("al-", "el-", "as-", "ad-", "ar-") and word[3:4].isupper())


def _run_end(line: Line, i: int, words: Vocabulary) -> int:
    """The end of the run of capitalised words, and of what may link them, that begins at ``i``."""
    n = len(line)
    j = i + 1
    while j < n and line.near[j]:
        if _capital(line, j):
            j += 1
            continue
        k = j
        while k < n and k - j < 3 and line.near[k] and words.links(line, k):
            k += 1
        if k == j or k == n or not line.near[k] or not _capital(line, k):
            break
        j = k + 1
    return j


def _in_headline(line: Line, words: Vocabulary) -> Iterator[Candidate]:
    """In a line that capitalises everything only what is known, or what is no word of the language, may be a name."""
    i, n = 0, len(line)
    while i < n:
        if not line.capital[i]:
            i += 1
            continue
        found = words.known.longest(line.words, line.folded, i, n)
        if found and not (found[0] == i + 1 and line.folded[i] in words.function):
            yield Candidate(line, i, found[0], found[1])
            i = found[0]
            continue
        j = i
        while j < n and line.capital[j] and (j == i or line.near[j]) and _uncommon(line, j, words, first=j == i):
            j += 1
        if j > i:
            yield from _Run(line, words, i, j).parts()
        i = max(j, i + 1)


def _uncommon(line: Line, j: int, words: Vocabulary, first: bool) -> bool:
    word = line.folded[j]
    if word in words.calendar or words.is_adjective(word):
        return False
    if word not in words.common:
        return True
    return first and word in words.given and line.word(j + 1) not in words.common and line.capital[j]


@attrs.define(slots=True)
class _Run:
    """A run of capitalised words on the way to its parts."""

    line: Line
    words: Vocabulary
    start: int
    end: int

    def parts(self) -> Iterator[Candidate]:
        """The run, cut at links that do not join and at titles."""
        start, opens = self.start, self.start == 0 or self._after_opening()
        if opens:
            start = self._past_opening(start)
        titled = False
        while start < self.end:
            stop, link = self._group(start)
            yield from self._names(start, stop, titled, opens and start == self.start)
            titled = False
            if link < self.end and self.words.is_role(self.line.folded, stop - 1):
                # "Secretary of State X", "Governor of Texas X": what the office is for stands before the name
                start, titled = yield from self._office(link)
            else:
                start = link
        return

    def _after_opening(self) -> bool:
        """Whether only quotation marks, brackets or the like stand before the run in its sentence."""
        return all(not word[0].isalnum() for word in self.line.words[: self.start]) or self.line.words[
            self.start - 1
        ] in (":", "“", '"', "—", "–", "…")

    def _past_opening(self, start: int) -> int:
        """Past the words that are capitalised because they open the sentence."""
        line, words = self.line, self.words
        while start + 1 < self.end:
            word = line.folded[start]
            if self._known(start) is not None:
                break
            if word in words.function or words.links(line, start):
                start += 1
                continue
            if word not in words.common or word in words.heads or words.is_role(line.folded, start):
                break
            if word in words.given and line.folded[start + 1] not in words.common:
                break
            rest = line.folded[start + 1]
            if rest in words.common and rest not in words.given and self._known(start + 1) is None:
                break  # "Human Rights Watch": a common word before another is part of a name
            if word.endswith(("ing", "ed", "ly")) or line.capital[start + 1]:
                start += 1
                continue
            break
        return start

    def _known(self, at: int) -> tuple[int, GazetteerEntry] | None:
        return self.words.known.longest(self.line.words, self.line.folded, at, self.end)

    # ------------------------------------------------------------------ groups
    def _group(self, start: int) -> tuple[int, int]:
        """The end of the words from ``start`` that belong together, and where the next ones begin."""
        line, words = self.line, self.words
        at, governed = start, False
        while True:
            stop = at
            while stop < self.end and (_capital(line, stop) or not words.links(line, stop)):
                stop += 1
            if stop >= self.end:
                return self.end, self.end
            after = stop
            while after < self.end and words.links(line, after) and not _capital(line, after):
                after += 1
            known = self._known(start)
            if known is not None and known[0] > stop:
                at = known[0]
                if at >= self.end:
                    return self.end, self.end
                continue
            joined, governed = self._joins(start, stop, after, governed)
            if not joined:
                return stop, after
            at = after

    def _joins(self, start: int, stop: int, after: int, governed: bool) -> tuple[bool, bool]:
        """Whether the words before a link and those after it are one name, and whether a head governs what follows."""
        line, words = self.line, self.words
        link = line.folded[stop]
        last, following = line.folded[stop - 1], line.folded[after]
        if link in ("'s", "'"):
            # "People's Party" is one name, "Poland's Ministry" two
            mine = last in words.common and last not in words.given and self._known(stop - 1) is None
            if last.endswith("s") is False and link == "'":
                return False, governed
            role = words.is_role(line.folded, stop - 1)
            head = self._next_head(after)
            return (mine and head is not None and head != "other" and not role) or (
                role and stop - start > 1 and head in ("government body",)
            ), governed
        if link == "&":
            return True, governed
        if link in words.foreign_links:
            return True, governed
        head = words.heads.get(last)
        if link in ("of", "for", "on", "to", "at"):
            if words.is_role(line.folded, stop - 1):
                return False, governed
            if head is not None and head.governs and (link == "of" or head.kind not in ("place", "other")):
                return True, True
            if link == "of" and governed and last in words.common:
                return True, True
            return (link == "for" and governed and last in words.common), governed
        if link == "in":
            return governed and last in words.common and self._known(after) is not None and head is None, governed
        if link == "and":
            plain = last in words.common and last not in words.given and self._known(stop - 1) is None
            plainly = following in words.common and following not in words.given and self._known(after) is None
            if governed and plain and plainly and head is None and following not in words.heads:
                return True, governed
            headless = all(word not in words.heads for word in line.folded[start:stop])
            role = any(words.is_role(line.folded, at) for at in range(start, stop))
            ends = self._next_head(after)
            return (
                headless and plain and plainly and not role and ends is not None and ends != "other" and ends != "place"
            ), governed
        return False, governed

    def _next_head(self, at: int) -> str | None:
        """The kind of the head word that ends the words from ``at`` up to the next link."""
        line, words = self.line, self.words
        stop = at
        while stop < self.end and not (words.links(line, stop) and not _capital(line, stop)):
            stop += 1
        head = words.heads.get(line.folded[stop - 1]) if stop > at else None
        if head is None and stop > at and stop < self.end:
            head = words.heads.get(line.folded[stop - 1])
        return head.kind if head is not None else None

    def _office(self, at: int) -> Iterator[Candidate]:
        """What an office is for, up to the name of who holds it; gives back where that name begins."""
        line, words = self.line, self.words
        known = self._known(at)
        if known is not None:
            yield Candidate(line, at, known[0], known[1])
            return known[0], True
        start = at
        while at < self.end:
            word = line.folded[at]
            if word in words.given and at > start:
                break
            if not (word in words.common or words.is_adjective(word) or words.links(line, at)):
                break
            at += 1
        return at, True

    # ------------------------------------------------------------------ names within a group
    def _names(self, start: int, end: int, titled: bool, opens: bool) -> Iterator[Candidate]:
        line, words = self.line, self.words
        while start < end and (
            line.folded[start] in words.function
            or line.folded[start] in words.calendar
            or (not line.words[start][0].isalnum() and not _capital(line, start))
        ):
            known = self._known(start)
            if known is not None and known[0] <= end:
                break
            start += 1
        while end > start and (line.folded[end - 1] in words.function or line.folded[end - 1] in words.calendar):
            end -= 1
        if start >= end:
            return
        known = self._known(start)
        if known is not None and known[0] == end:
            yield Candidate(line, start, end, known[1], titled, opens)
            return
        name = self._past_titles(start, end)
        if name > start:
            if name - start > 1 or known is not None:
                yield from self._within_title(start, name)
            if name >= end:
                return
            yield from self._names_plain(name, end, True, False)
            return
        yield from self._names_plain(start, end, titled, opens)

    def _past_titles(self, start: int, end: int) -> int:
        """Where the name begins after titles and honorifics; the end where there is nothing but titles."""
        line, words = self.line, self.words
        name = start
        for at in range(start, end):
            word = line.words[at]
            if word in words.honorifics or words.is_role(line.folded, at):
                before = line.folded[at - 1] if at > start else ""
                if at > start and before in words.given and before not in words.common and name <= at - 1:
                    continue  # a family name that is also an occupation: "Angela Baker"
                if at + 1 == end and at > start and name == at and word not in words.honorifics:
                    pass
                name = at + 1
        if name == end and end - start >= 1:
            last = line.folded[end - 1]
            if end - start == 1 and last not in words.common:
                return start
            return end
        if name > start and name < end:
            head = words.heads.get(line.folded[end - 1])
            if head is not None and line.folded[name] not in words.given and head.last and end - name >= 1:
                if head.kind != "organization" or head.place != "after" or end - name > 1 or name - start > 1:
                    return start
        return name

    def _within_title(self, start: int, end: int) -> Iterator[Candidate]:
        """Bodies and places that a title names: "RFE/RL President", "U.S. Secretary"."""
        at = start
        while at < end:
            known = self.words.known.longest(self.line.words, self.line.folded, at, end)
            if known is not None and not self.words.is_role(self.line.folded, at):
                yield Candidate(self.line, at, known[0], known[1])
                at = known[0]
                continue
            word = self.line.words[at]
            if (
                self.words.acronym(word)
                and word not in self.words.honorifics
                and self.line.folded[at] not in self.words.roles
            ):
                yield Candidate(self.line, at, at + 1)
            at += 1

    def _names_plain(self, start: int, end: int, titled: bool, opens: bool) -> Iterator[Candidate]:
        """Words without title: one name, or a place or people before another."""
        line, words = self.line, self.words
        head = words.heads.get(line.folded[end - 1])
        headed = head is not None and head.last and end - start > 1
        governs = any(
            line.folded[at] in words.english_links and at > start for at in range(start, end) if not _capital(line, at)
        )
        known = words.known.longest(line.words, line.folded, start, end)
        if known is not None and known[0] == end:
            yield Candidate(line, start, end, known[1], titled, opens)
            return
        if words.is_adjective(line.folded[start]) and known is None and not titled:
            rest = start + 1
            while rest < end and words.is_adjective(line.folded[rest]):
                rest += 1
            if rest == end:
                return
            whole = words.known.longest(line.words, line.folded, rest, end)
            if not (headed or governs) or (whole is not None and whole[0] == end):
                yield from self._names_plain(rest, end, titled, False)
                return
        if known is not None and not headed and not governs and known[0] < end:
            rest = line.folded[known[0]]
            person = rest in words.given or rest in words.surnames or words.surname_like(line.words[known[0]])
            given = line.folded[start] in words.given
            if known[1].kind in ("place", "country") and not (given and known[0] == start + 1):
                if rest in words.common or words.is_adjective(rest) or person or rest in words.calendar:
                    yield Candidate(line, start, known[0], known[1], titled, opens)
                    yield from self._names(known[0], end, False, False)
                    return
        if known is None and not headed and not governs and end - start > 1:
            tail = self._known_tail(start, end)
            if tail is not None:
                at, entry = tail
                before = line.folded[start:at]
                if all(word in words.directions for word in before):
                    yield Candidate(line, start, end, None, titled, opens)
                    return
                if entry.kind in ("place", "country") and all(word in words.common for word in before):
                    yield Candidate(line, at, end, entry)
                    return
        yield Candidate(line, start, end, None, titled, opens)

    def _known_tail(self, start: int, end: int) -> tuple[int, GazetteerEntry] | None:
        for at in range(start + 1, end):
            found = self.words.known.longest(self.line.words, self.line.folded, at, end)
            if found is not None and found[0] == end:
                return at, found[1]
        return None


def keys(found: Sequence[Candidate]) -> set[str]:
    """The names of candidates as compared."""
    return {candidate.key for candidate in found}

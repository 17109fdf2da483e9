"""Runs of capitalised words, taken apart into what may be names."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from beldigest.language.en.names.joins import QUOTES, capital, group_end, introduced
from beldigest.language.en.names.letters import acronym
from beldigest.language.en.names.morphology import is_adjective, joined_syllables, surname_like, syllabic
from beldigest.language.en.names.vocabulary import Vocabulary
from beldigest.language.gazetteer import GazetteerEntry
from beldigest.language.naming import Candidate, Line

# What may stand before the first word of a sentence, or of what is said in one.
_BEFORE_SPEECH = frozenset(':“"—–…‘')
_MOST_SIGNS = 4


@attrs.define(slots=True)
class Run:
    """A run of capitalised words on the way to its parts."""

    line: Line
    words: Vocabulary
    start: int
    end: int

    def parts(self) -> Iterator[Candidate]:
        """The run, cut at links that do not join and at titles."""
        line, words = self.line, self.words
        opens = self._opens()
        start = self._past_opening(self.start) if opens else self.start
        short = introduced(line, start, self.end, words)
        titled = False
        while start < self.end:
            if start == short:
                yield Candidate(line, start, self.end, self._whole(start, self.end), introduced=True)
                return
            limit = short if short is not None and short > start else self.end
            stop, after = group_end(line, start, limit, words)
            first = opens and start == self.start and not acronym(line.words[start]) and not self._joined(start, stop)
            yield from self._names(start, stop, titled, first)
            titled = False
            if after < limit and words.is_role(line.folded, stop - 1) and not self._body_at(after, limit):
                # "Secretary of State Ann Lee", "Governor of Texas Ann Lee": what the office is for precedes the name
                known = self._known(after)
                if known is not None and known[1].kind != "media outlet":  # "Minister of Foreign Affairs"
                    yield Candidate(line, after, known[0], known[1])
                start = self._past_office(after)
                titled = start > after  # "MP for Kostrovka" goes on with no name
            else:
                start = after

    def _known(self, at: int, end: int | None = None) -> tuple[int, GazetteerEntry] | None:
        end = self.end if end is None else end
        found: tuple[int, GazetteerEntry] | None = self.words.known.longest(self.line.words, self.line.folded, at, end)
        return found

    def _body_at(self, start: int, limit: int) -> bool:
        """Whether a body's name begins at a word: "Secretary of the North Coast Department of Parks"."""
        stop, _ = group_end(self.line, start, limit, self.words)
        heads = (self.words.heads.get(word) for word in self.line.folded[start:stop])
        return any(head is not None and head.body for head in heads)

    def _whole(self, start: int, end: int) -> GazetteerEntry | None:
        found = self._known(start, end)
        return found[1] if found is not None and found[0] == end else None

    # ------------------------------------------------------------------ the beginning of a sentence
    def _opens(self) -> bool:
        """Whether the run begins a sentence, or what a quotation mark, colon or dash sets off in one."""
        line = self.line
        return line.word(self.start - 1) in _BEFORE_SPEECH or not any(
            word[0].isalnum() for word in line.words[max(0, self.start - _MOST_SIGNS) : self.start]
        )

    def _joined(self, start: int, stop: int) -> bool:
        """Whether "and" joins a word that is none of the language to a name: it owes the sentence no capital."""
        alone = stop == start + 1 < self.end - 1
        return alone and self.line.folded[stop] == "and" and self.line.folded[start] not in self.words.common

    def _past_opening(self, start: int) -> int:
        """Past the words that are capitalised because they open the sentence."""
        line, words = self.line, self.words
        while start + 1 < self.end:
            word, following = line.folded[start], line.folded[start + 1]
            if self._known(start) is not None or following == "'s":
                break
            numbered = word in words.ordinals and (following in words.common or following in words.heads)
            if numbered and following not in words.given:
                break  # "First National Bank", "Eighth Army"
            if word in words.function or words.links(line, start):
                start += 1
                continue
            if start > self.start or self._family_name(start):
                break  # only the first word owes its capital to the sentence
            if word in words.directions and following not in words.common:
                break  # "East Kostrovka"
            if word not in words.common or word in words.heads or words.is_role(line.folded, start):
                break
            if line.words[start] in words.honorifics or self._described(start):
                break
            if word in words.given and following not in words.common:
                break
            if following in words.common and following not in words.given and self._known(start + 1) is None:
                break  # "Human Rights Watch": a common word before another is part of a name
            start += 1
        return start

    def _described(self, start: int) -> bool:
        """Whether a person's name of two words stands here, as its age or an apposition says: "Puma Shen, a lawyer"."""
        line, words = self.line, self.words
        word, at = line.folded[start], self.end + 1
        if self.end != start + 2 or line.word(self.end) != "," or word.endswith(("ing", "ed", "ly", "s")):
            return False
        if word in words.premodifiers or self._known(start + 1) is not None:
            return False
        at += line.word(at) in words.determiners
        return line.word(at).isdecimal() or words.is_role(line.folded, at)

    def _family_name(self, at: int) -> bool:
        """Whether a word that is also an ordinary one is a family name before a given name: "Chow Hang-tung"."""
        line, words = self.line, self.words
        given = line.words[at + 1]
        if joined_syllables(given):
            return True
        folded = line.folded[at + 1]
        return line.folded[at] in words.family_first and syllabic(folded) and folded not in words.common

    def _past_office(self, at: int) -> int:
        """Where the name begins after what an office is for."""
        line, words = self.line, self.words
        known = self._known(at)
        if known is not None:
            return known[0]
        start = at
        while at < self.end:
            word = line.folded[at]
            if word in words.given and at > start:
                break
            if not (word in words.common or is_adjective(word) or words.links(line, at)):
                break
            at += 1
        return at

    # ------------------------------------------------------------------ names within a group
    def _names(self, start: int, end: int, titled: bool, opens: bool) -> Iterator[Candidate]:
        """The names of words that belong together: a title is taken off, and what it names is kept."""
        line = self.line
        start, end = self._without_fringe(start, end, opens)
        if start >= end:
            return
        entry = self._whole(start, end)
        if entry is not None:
            yield Candidate(line, start, end, entry, titled, opens)
            return
        name = self._past_titles(start, end)
        if name > start:
            yield from self._within_title(start, name)
            titled, opens = True, False
        if name < end:
            yield from self._name(name, end, titled, opens)

    def _without_fringe(self, start: int, end: int, opens: bool) -> tuple[int, int]:
        """The words without articles, days and months at their ends, and without what opens a sentence."""
        line, words = self.line, self.words
        fringe = words.function if opens else words.fringe
        while start < end and (
            line.folded[start] in fringe
            or self._dates(start, end)
            or not (line.words[start][0].isalnum() or capital(line, start))
        ):
            if self._known(start, end) is not None:
                break
            start += 1
        while (
            end > start
            and self._whole(start, end) is None
            and (
                (line.folded[end - 1] in words.fringe and not self._inner_article(end - 1, start))
                or line.folded[end - 1] in words.calendar
                or not (capital(line, end - 1) or line.word(end - 2) in words.number_signs)
            )
        ):
            end -= 1
        return start, end

    def _dates(self, at: int, end: int) -> bool:
        """Whether a word before a name is a day or month, and no given name: "in June Russia", but "June Halloran"."""
        line, words = self.line, self.words
        if line.folded[at] not in words.calendar:
            return False
        if line.folded[at] not in words.given or at + 1 >= end:
            head = words.heads.get(line.folded[end - 1]) if line.word(at - 1) in words.articles else None
            return head is None or head.kind != "media outlet"  # "The Sunday Lantern"
        before = line.word(at - 1)
        if before in words.function and before not in words.coordinators:
            return True
        return line.folded[at + 1] in words.common or self._known(at + 1, end) is not None

    def _inner_article(self, at: int, start: int) -> bool:
        """Whether an article is a syllable of a name, as its capital in running text says: "Nghe An"."""
        line, words = self.line, self.words
        before = line.folded[at - 1]
        return at > start and line.folded[at] in words.family_first and syllabic(before) and before not in words.common

    def _past_titles(self, start: int, end: int) -> int:
        """Where the name begins after titles and honorifics; the end where there is nothing but titles."""
        line, words = self.line, self.words
        opener = words.heads.get(line.folded[start])
        if opener is not None and opener.place == "before" and line.folded[start] not in words.common:
            return start  # "Fiscalía General del Estado"
        name = start
        nickname = next((at for at in range(start, end) if line.words[at] in QUOTES), end)
        for at in range(start, nickname):
            last = at > start and at == end - 1  # where no honorific stands: it is said before a name
            if (last or line.words[at] not in words.honorifics) and not words.is_role(line.folded, at):
                continue
            if at + 1 < end and line.folded[at + 1] == "'s":
                return start  # "Prosecutor General's Office"
            before = line.folded[at - 1] if at > start else ""
            initial = len(before) == 2 and before[1] == "."
            if (initial or (before in words.given and before not in words.common)) and name <= at - 1:
                continue  # a family name that is also an occupation: "Angela Baker"
            if name == at > start and at + 2 == end and line.folded[at] in words.given:
                continue  # a given name that is also a title: "Judge Emir Halilov"
            name = at + 1
        head = words.heads.get(line.folded[end - 1])
        if name == end:
            if end - start == 1:
                return start if line.folded[start] not in words.common else end
            body = head is not None and head.last and head.body
            return start if body or self._of_a_creed(start, end) else end
        if name > start:
            # "General Motors", "Republican Party": after a title stands a person's name, which no head word ends
            first = line.folded[name]
            person = first in words.given or surname_like(line.words[name])
            if not person and (first in words.heads or (head is not None and head.last)):
                return start
            if not person and line.folded[name - 1] in words.adjectival_roles and self._plain_or_governing(name, end):
                return start  # "Ministry of National Defence", "National Olympic Committee of Belarus"
        return name

    def _of_a_creed(self, start: int, end: int) -> bool:
        """Whether the first of two words is none of the language, and the other an adjective of a creed, as names of
        Romance languages have them at their end: "Dremkaria Liberal"."""
        line, words = self.line, self.words
        first, last = line.folded[start], line.folded[end - 1]
        unknown = first not in words.common and not is_adjective(first) and self._known(start, end) is None
        return end - start == 2 and last in words.creeds and unknown

    def _plain_or_governing(self, start: int, end: int) -> bool:
        """Whether the words begin with an ordinary one, or have a head with its complement."""
        line, words = self.line, self.words
        heads = (words.heads.get(line.folded[at]) for at in range(start, end - 1) if words.links(line, at + 1))
        return line.folded[start] in words.common or any(head is not None and head.governs for head in heads)

    def _within_title(self, start: int, end: int) -> Iterator[Candidate]:
        """Bodies and places that a title names: "RFE/RL President", "U.S. Secretary", "Border Guard Chief"."""
        line, words = self.line, self.words
        at = start
        while at < end:
            known = self._known(at, end)
            if known is not None and not words.is_role(line.folded, at):
                yield Candidate(line, at, known[0], known[1])
                at = known[0]
                continue
            stop = at
            while stop < end and not words.is_role(line.folded, stop) and line.folded[stop] not in words.calendar:
                stop += 1
            if stop > at and stop < end and f"{line.folded[stop - 1]} {line.folded[stop]}" in words.roles:
                stop -= 1  # "Cabinet Secretary" is of no cabinet
            head = words.heads.get(line.folded[stop - 1]) if stop - at > 1 else None
            field = stop < end and line.folded[stop] in words.field_offices  # "Public Works Minister"
            if head is not None and head.last and head.body and not field:
                yield Candidate(line, at, stop)
                at = stop
                continue
            if acronym(line.words[at]) and line.folded[at] not in words.roles and at + 1 < end:
                yield Candidate(line, at, at + 1)
            at += 1

    def _name(self, start: int, end: int, titled: bool, opens: bool) -> Iterator[Candidate]:
        """Words without title: one name, or a place or people before another."""
        line, words = self.line, self.words
        entry = self._whole(start, end)
        if entry is not None:
            yield Candidate(line, start, end, entry, titled, opens)
            return
        head = words.heads.get(line.folded[end - 1])
        headed = head is not None and head.last and end - start > 1
        linked = any(
            line.folded[at] in words.english_links for at in range(start + 1, end - 1) if not capital(line, at)
        )
        whole = headed or linked
        people = 0 if titled else self._peoples(start, end)
        if people == end:
            return
        if people > start and self._stands_alone(people, end, whole):
            yield from self._name(people, end, False, False)
            return
        known = self._known(start, end)
        if known is not None and not whole and not self._is_branch(start, known[0], end) and self._splits(start, known):
            yield Candidate(line, start, known[0], known[1], titled, opens)
            yield from self._names(known[0], end, False, False)
            return
        person = start if whole or titled else self._person_within(start, end)
        if person > start:
            yield Candidate(line, person, end, None, True)
            return
        yield Candidate(line, start, end, None, titled, opens)

    def _peoples(self, start: int, end: int) -> int:
        """The end of the adjectives of peoples that the words begin with."""
        line, words = self.line, self.words
        at = start
        while at < end:
            word = line.folded[at]
            following = line.word(at + 1) if at + 1 < end else ""
            if word in words.directions and is_adjective(following):
                at += 2
            elif at > start and at + 1 == end and word in words.heads:
                break  # "the Estonian Greens"
            elif following and self._family_name(at):
                break  # "Han Duck-soo"
            elif is_adjective(word) and not (word in words.given and following and following not in words.common):
                at += 1
            else:
                break
        return at

    def _stands_alone(self, at: int, end: int, whole: bool) -> bool:
        """Whether what follows the adjectives is a name without them: "Italian Pirelli", but not "Polish Army"."""
        line, words = self.line, self.words
        entry = self._whole(at, end)
        if entry is not None:
            ordinary = end - at > 1 and set(line.folded[at:end]) <= words.common  # "the Libyan Red Crescent"
            generic = (
                ordinary or line.folded[end - 1] in words.heads or (entry.kind == "government body" and end - at > 1)
            )
            return entry.kind in ("place", "country") or not generic
        if whole or (end - at > 1 and line.folded[at] not in words.given):
            return False
        return (line.folded[at] not in words.common and line.folded[at] not in words.heads) or end - at > 1

    def _is_branch(self, start: int, at: int, end: int) -> bool:
        """Whether what follows a country is a body of many countries in full: "the Kenya Red Cross"."""
        body = self._whole(at, end) if end - at > 1 and self.line.word(start - 1) in self.words.articles else None
        return body is not None and body.kind not in ("country", "place")

    def _splits(self, start: int, known: tuple[int, GazetteerEntry]) -> bool:
        """Whether a known place that begins a run ends there: "Moscow Mayor", "in Moscow Tuesday"."""
        line, words = self.line, self.words
        end, entry = known
        if entry.kind not in ("place", "country") or (line.folded[start] in words.given and end == start + 1):
            return False
        rest = line.folded[end]
        if rest in words.directions and line.word(end + 1) not in words.common:
            return False
        return (
            words.is_role(line.folded, end)
            or (entry.kind == "country" and words.names_members(rest))  # "U.S. Senators", but "Kostrovka Pilots"
            or rest in words.calendar
            or rest in words.given
            or rest in words.surnames
            or is_adjective(rest)
            or surname_like(line.words[end])
            or words.cues.get(line.word(start - 1)) == "place"
        )

    def _person_within(self, start: int, end: int) -> int:
        """Where a person's name begins after ordinary words that stand like a title: "Coroner Ann Lee"."""
        line, words = self.line, self.words
        for at in range(start, end - 1):
            word = line.folded[at]
            if word in words.given and word not in words.common and line.words[at] not in words.foreign_links:
                return at
            if word not in words.common or word in words.given or word in words.directions:
                break  # "West Nusa" is no Nusa with a title
        return start

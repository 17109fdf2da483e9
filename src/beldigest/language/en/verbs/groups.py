"""The verb groups of an English sentence: which of them are finite, and of what time they tell.

A form in -ed is a past tense or a participle, and one in -s a verb or a noun; which it is follows from its neighbours
and from the rule that a clause has one finite verb, or several that a conjunction joins (Quirk et al., A Comprehensive
Grammar of the English Language, 1985, sections 3.1-3.20 and 14.2-14.9). No parse is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from beldigest.language.en.verbs.forms import (
    BASE,
    GERUND,
    PARTICIPLE,
    PAST,
    TENSES,
    THIRD,
    Tense,
    VerbGroup,
    ahead,
    forms,
    framed,
    is_contact,
    no_noun,
    pasts,
    relational,
)
from beldigest.language.en.verbs.sharing import sharing
from beldigest.language.en.verbs.visible import Visible
from beldigest.language.en.words.classes import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    CLOSED,
    COLON,
    COMMA,
    CONJUNCTION,
    DASH,
    DETERMINER,
    HAVE,
    NUMBER,
    OBJECT,
    PLURAL,
    POINT,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    SEMICOLON,
    STOP,
    SUBORDINATOR,
    THAT,
    TO,
)
from beldigest.language.en.words.tagging import Words

_UNINFLECTED = frozenset(("be", "been", "being", "having"))
_LINK = SUBORDINATOR | RELATIVE
_OWNER = DETERMINER | POSSESSIVE
_BREAK = SEMICOLON | COLON | DASH | STOP | POINT
#: No form of a verb, unless it is an auxiliary.
_NO_VERB = CLOSED | DETERMINER | ADVERB
_NOT_BEFORE_VERB = DETERMINER | PREPOSITION | POSSESSIVE | AUXILIARY | SUBORDINATOR | NUMBER
#: What begins an object.
_OBJECT = DETERMINER | OBJECT | CAPITAL | NUMBER | THAT | PLURAL


def verb_groups(words: Words, hidden: Sequence[bool]) -> list[VerbGroup]:
    """The verb groups of a sentence, in order.

    ``hidden`` tells of each word whether it belongs to an adjunct of time or stands in brackets: such words part no
    subject from its verb.
    """
    return _Reader(words, [at for at in range(len(words.low)) if not hidden[at]]).read()


class _Reader(Visible):
    """Reads the words of a sentence, of which ``order`` gives the indices that count."""

    def __init__(self, words: Words, order: list[int]) -> None:
        super().__init__(words, order)
        self._found: list[VerbGroup] = []
        self._stating: set[int] = set()  # where verbs stand that a clause without "that" follows
        self._closing: set[int] = set()  # where verbs stand that close a statement
        self._rank: list[int] = []  # of each group how sure it is a finite verb: 2 is sure, 0 is where nothing else is

    def read(self) -> list[VerbGroup]:
        at = 0
        while at < len(self._low):
            tag = self._tags[at]
            at = at + 1 if tag & _NO_VERB and not tag & (AUXILIARY | TO) else self._group(at)
        self._settle()
        self._headline()
        order = self._order
        return [
            VerbGroup(order[g.first], order[g.end - 1] + 1, order[g.verb], g.form, g.tense, g.passive)
            for g in self._found
        ]

    def _add(self, group: VerbGroup, rank: int = 2) -> int:
        self._found.append(group)
        self._rank.append(rank)
        return group.end

    def _group(self, at: int) -> int:
        """Reads the group that begins at an index, if one does; gives where to go on."""
        tag, word = self._tags[at], self._low[at]
        capital = tag & CAPITAL and at > 0
        if word == "to":
            base = forms(self.word(self.behind(at + 1))) & BASE and self.word(at - 1) not in relational()
            return self._infinitive(at) if base or self.word(at + 1) == "be" else at + 1
        if tag & AUXILIARY and not capital:
            return self._auxiliary(at)
        form = 0 if capital else forms(word)
        if not form:
            return at + 1
        before = self.before(at)
        if form & (PAST | PARTICIPLE):
            if not form & PARTICIPLE and not self.tag(before) & (DETERMINER & ~PRONOUN | POSSESSIVE):
                return self._add(VerbGroup(at, at + 1, at, "finite", "past"))
            pronoun = self.is_pronoun(before)
            fronted = bool(self.tag(before) & CONJUNCTION) and [group.form for group in self._found] == ["participle"]
            if fronted and not self._found[0].first:
                return self._add(VerbGroup(at, at + 1, at, "participle"))  # "Arrested in May and | released, he"
            adjective = self.tag(before) & _NOT_BEFORE_VERB and not pronoun
            if self.tag(before) & POSSESSIVE and self.tag(at + 1) & DETERMINER:
                adjective = 0  # "Moody's | upgraded the country"
            if at == 0 or self.tag(at - 1) & DASH or adjective or not form & PAST:
                return self._add(VerbGroup(at, at + 1, at, "participle"))
            sure = pronoun or self._attributes(at) or word in pasts("intransitive")
            rank = 2 if sure else 0 if word in pasts("transitive") and self.lacks_object(at) else 1
            return self._add(VerbGroup(at, at + 1, at, "finite", "past"), rank)
        if form & GERUND:
            states = word in framed("clause", "gerund")
            takes = states and (self.tag(at + 1) & (DETERMINER | THAT) or self.is_pronoun(at + 1))
            modified = self.tag(at - 2) & _OWNER and not self.tag(at - 1) & CLOSED and not takes
            if at and (self.tag(at - 1) & _OWNER or modified):
                return at + 1  # "the ruling"
            if states:
                self._stating.add(at)  # "issued a letter saying | the talks had failed"
            return self._add(VerbGroup(at, at + 1, at, "gerund"))
        return self._present(at, form, before)

    def _attributes(self, at: int) -> bool:
        """Whether a past form closes a statement: "the talks had failed, the envoy | said"."""
        noun_follows = not self.tag(at + 1) & (CLOSED | ADVERB) and not forms(self._low[at]) & BASE  # not "found dead"
        object_follows = self.tag(at + 1) & _OBJECT or noun_follows
        if self._low[at] in framed("clause") and (object_follows or self.is_pronoun(at + 1)):
            self._stating.add(at)
            return True  # "said | it would close"
        last = self._found[-1].end if self._found else 0
        named = not self.tag(at - 1) & PUNCTUATION and self._low[at] in framed("quote")
        closes = named and any(self._tags[k] & PUNCTUATION for k in range(last, at))
        if closes:
            self._closing.add(at)
        return closes

    def _infinitive(self, at: int) -> int:
        verb = self.behind(at + 1)
        end = verb + 1
        passive = False
        if self.word(verb) in ("be", "have"):
            further = self.behind(end)
            if self.word(further) == "been":
                further = self.behind(further + 1)
            if forms(self.word(further)) & (PARTICIPLE | GERUND):
                passive = self.word(verb) == "be"
                verb, end = further, further + 1
        return self._add(VerbGroup(at, end, verb, "infinitive", passive=passive))

    def _auxiliary(self, at: int) -> int:
        """ "was | to be | told": the auxiliaries in a row, and the verb behind them."""
        last, verb = at, self.behind(at + 1)
        while self.tag(verb) & AUXILIARY and not self.tag(verb) & CAPITAL:
            last, verb = verb, self.behind(verb + 1)
        be = bool(self._tags[last] & BE)
        form = forms(self.word(verb))
        form = 0 if self.tag(verb) & CAPITAL else form
        tense: Tense = TENSES.get(self._low[at], "present")
        if be:
            ahead = self._lies_ahead(verb)
            if ahead is not None:
                end, now = ahead
                if tense == "past":
                    now = "future in the past"
                elif tense != "present":
                    now = tense
                return self._add(VerbGroup(at, end, end - 1, "finite", now))
        takes = PARTICIPLE | GERUND if be else PARTICIPLE if self._tags[last] & HAVE else BASE
        end = verb + 1 if form & takes else last + 1
        main = end - 1
        passive = be and main == verb and bool(form & PARTICIPLE)
        if self._low[at] in _UNINFLECTED:
            return self._add(VerbGroup(at, end, main, "gerund" if self._low[at].endswith("ing") else "participle"))
        return self._add(VerbGroup(at, end, main, "finite", tense, passive))

    def _lies_ahead(self, at: int) -> tuple[int, Tense] | None:
        """ "is | due to", "are | expected on", "is | to meet": where the group ends, and what it tells of."""
        word = self.word(at)
        if word == "to" and (forms(self.word(at + 1)) & BASE or self.word(at + 1) == "be"):
            return self.behind(at + 1) + 1, "future"
        infinitive = self.word(at + 1) == "to"
        if word in ahead("likely"):
            return at + 1, "possible"
        if word in ahead("ahead") and not (word == "due" and infinitive and not forms(self.word(at + 2)) & BASE):
            return at + 1, "future"
        if word in ahead("ahead to") and (infinitive or (word == "set" and self.word(at + 1) == "for")):
            return at + 1, "future"
        return None

    def _present(self, at: int, form: int, before: int) -> int:
        """A base form or a third person, where it stands behind a subject and before what a verb takes."""
        left, right = self.tag(before), self.tag(at + 1)
        if right & AUXILIARY and not self.follows_gap(at + 1):
            return at + 1  # "that | votes were bought"
        pronoun = before >= 0 and self.is_pronoun(before)
        noun = self.word(before)
        if before < 0 or (left & (_NOT_BEFORE_VERB | PUNCTUATION | CONJUNCTION) and not pronoun):
            last = self._found[-1] if self._found else None
            # "ended in May, and | begins in June", "built in 1900, | stands empty"
            dated = self.follows_gap(before) or bool(self.tag(before - 1) & COMMA and self.follows_gap(before - 1))
            joined = left & CONJUNCTION and last is not None and (last.tense == "present" or dated)
            joined = joined and not self.tag(at + 2) & AUXILIARY  # "but | ticket prices have gone up"
            goes_on = bool(dated or right & (_OBJECT | STOP) or self._low[at] in no_noun())
            inserted = left & COMMA and last is not None and last.form in ("finite", "participle") and goes_on
            if not joined and not inserted and not (left & COMMA and form & THIRD and self._closes(before, last)):
                return at + 1
        elif not pronoun:
            if self._found and self._found[-1].end == at and self._found[-1].form == "infinitive":
                return at + 1  # "to protect | forests"
            plural = bool(left & PLURAL) or (noun.endswith("s") and not noun.endswith(("ss", "us", "is")))
            listed = any(self.tag(back) & (CONJUNCTION | COMMA) for back in range(max(0, before - 3), before))
            if form & THIRD and plural and not left & CAPITAL:
                return at + 1
            if not form & THIRD and not (plural or (listed and left & CAPITAL)):
                return at + 1
        alone = self._low[at] in no_noun()
        dated = self.follows_gap(at + 1) or at + 1 == len(self._order)  # an adjunct of time follows
        takes = dated or bool(right & (_OBJECT | PREPOSITION | ADVERB | STOP | TO)) or self.is_pronoun(at + 1)
        plural_object = self.word(at + 1).endswith("s") and not forms(self.word(at + 1)) & THIRD
        takes = takes or bool(form & THIRD and plural_object)
        related = any(self.tag(back) & RELATIVE for back in range(max(0, at - 6), at))
        ends = (
            bool(right & (SEMICOLON | COMMA | DASH | POINT)) and bool(form & THIRD) and (related or not left & CAPITAL)
        )
        if ends and not takes and not alone:
            return self._add(VerbGroup(at, at + 1, at, "finite", "present"), 0)
        if right & CLOSED & ~STOP and not takes and not alone and not pronoun:
            return at + 1
        personal = pronoun and bool(form & THIRD) and not left & DETERMINER  # "it | takes effect", "which | rises"
        sure = personal or (takes and (pronoun or (alone and not left & PUNCTUATION)))
        rank = 2 if sure else 1 if takes or alone else 0
        return self._add(VerbGroup(at, at + 1, at, "finite", "present"), rank)

    def _closes(self, at: int, last: VerbGroup | None) -> bool:
        """Whether a comma closes what is inserted behind the subject: "the bridge, costing $40m, | opens in May"."""
        opening = next((k for k in range(at - 1) if self._tags[k] & COMMA), None)
        if last is None:
            if opening is None or self.tag(0) & (PREPOSITION | ADVERB):
                return False
            told = self.follows_gap(at) or self.word(at + 1) in no_noun()  # "His deputy, Ann Lee, | becomes governor"
            return told or bool(self.tag(opening + 1) & (DETERMINER | NUMBER))  # "Ann Lee, a cook, | takes office"
        if last.form == "infinitive":  # "The report, due to be published in May, | blames"
            return last.passive and opening is not None and opening < last.first
        return last.form in ("gerund", "participle") and bool(self.tag(self.before(last.first)) & COMMA)

    def _settle(self) -> None:
        """Of the forms that may be finite or not, leaves finite those that the sure ones leave room for."""
        for cell, relative in self._cells():
            chosen = {at for at in cell if self._rank[at] == 2} or {self._leading(cell)}
            for at in cell:
                if at not in chosen and self._coordinate(at, cell, chosen):
                    chosen.add(at)
            if relative and len(cell) > 1 and (len(chosen) == 1 or cell[0] not in chosen):
                # "the man who left | returned": the verb of the clause that the relative one stands in
                chosen.update(at for at in cell[:2] if self._found[at].tense == "past")
            for at in cell:
                if at not in chosen:
                    group = self._found[at]
                    self._found[at] = evolve(
                        group, form="participle" if group.tense == "past" else "gerund", tense="none"
                    )
        self._found = [group for group in self._found if not (group.form == "gerund" and self._is_noun(group))]
        self._found = sharing(self, self._found)

    def _is_noun(self, group: VerbGroup) -> bool:
        """Whether what was taken for a present tense is a noun after all."""
        return not forms(self._low[group.verb]) & GERUND and self._low[group.first] not in _UNINFLECTED

    def _cells(self) -> list[tuple[list[int], bool]]:
        """The finite groups by stretches between marks and conjunctions that no clause runs over; each with whether a
        relative pronoun opens it, before which there is no verb yet."""
        cells: list[tuple[list[int], bool]] = []
        fronted = bool(self.tag(0) & SUBORDINATOR) and not forms(self.word(1)) & GERUND
        last = 0
        for at in (at for at, group in enumerate(self._found) if group.form == "finite"):
            first = self._found[at].first
            opening = [
                k
                for k in range(last, first)
                if self._tags[k] & _BREAK
                or (self._tags[k] & _LINK and self._opens(k, cells[-1][0] if cells else []))
                or (cells and self._tags[k] & CONJUNCTION and self._begins_clause(k, at))
                or (cells and k > last and is_contact(self._low[k], self._tags[k - 1]))
            ]
            inserted = self.word(first - 1) == "," and any(
                self._tags[k] & _LINK for k in range(max(0, last - 12), last)
            )
            closes = fronted and len(cells) == 1 and any(self._tags[k] & COMMA for k in range(last, first))
            # "In a letter sent, he"
            phrase = self.tag(0) & PREPOSITION and len(cells) == 1 and len(cells[0][0]) == 1
            closing = first in self._closing and not phrase
            after_stating = bool(cells) and any(
                group.verb in self._stating for group in self._found[cells[-1][0][-1] : at]
            )
            if opening or inserted or closes or after_stating or closing or not cells:
                verbless = not cells or any(self._tags[k] & _BREAK for k in opening)
                relative = bool(opening) and bool(self._tags[opening[-1]] & RELATIVE) and verbless
                cells.append(([], relative))
            cells[-1][0].append(at)
            last = self._found[at].end
        return cells

    def _opens(self, at: int, cell: Sequence[int]) -> bool:
        """Whether a subordinator opens a clause: "after the vote" has no verb, and "that vote" is a noun group; nor has
        "after riots" in "a curfew imposed after riots was lifted", whose verb has to be that of the clause before."""
        if self._low[at] in ("after", "before", "since", "until", "as"):
            if cell and all(not self._rank[k] for k in cell) and not self.is_pronoun(at + 1):
                return False
            return any(group.form == "finite" and at < group.first <= at + 8 for group in self._found)
        return True

    def _begins_clause(self, at: int, following: int) -> bool:
        """Whether a conjunction joins a clause with a subject of its own, of which the group at index ``following`` may
        be the verb: "kept the border open, | but Chad closed its side"."""
        group = self._found[following]
        if at + 1 >= self.before(group.first) + 1:
            return False
        if self.word(at) in ("but", "so", "yet") or self._rank[following] == 2:
            return True
        return bool(self.tag(group.end) & _OBJECT) or self.follows_gap(at - bool(self.tag(at - 1) & COMMA))

    def _leading(self, cell: list[int]) -> int:
        """Which of several unsure forms is the finite one: the first that has an object, or else the one behind the
        comma that closes an insertion, or the first of all."""
        opening, following = self._found[cell[0]], cell[1] if len(cell) > 1 else cell[0]
        adjacent = self._found[following].first == opening.end
        if adjacent and forms(self._low[opening.verb]) & BASE and self._rank[following] < 2:
            return cell[0]  # "families | demand answers"
        best = max(self._rank[at] for at in cell)
        cell = [at for at in cell if self._rank[at] == best]
        for at, following in pairwise(cell):
            adjacent = self._found[following].first == self._found[at].end
            now, then = (forms(self._low[self._found[index].verb]) for index in (at, following))
            if adjacent and ((now & PAST and then & PAST) or (now & THIRD and then & BASE)):
                return following  # "prices | rise", "men detained | confessed"
        cell = [at for at in cell if self.word(self._found[at].end) != "by"] or cell  # "a road closed | by snow"
        opened = [self.tag(self.before(self._found[at].first)) & COMMA for at in cell]
        if opened[0] and any(opened[1:]):
            return cell[opened.index(COMMA, 1)]
        phrase = self.tag(0) & PREPOSITION and len(cell) > 1
        if phrase and any(self._tags[k] & COMMA for k in range(self._found[cell[0]].end, self._found[cell[1]].first)):
            return cell[1]  # "In a letter sent to the bank, the mayor | asked"
        commas = any(self._tags[k] & COMMA for k in range(self._found[cell[0]].first))
        if any(opened[1:]) and commas and not self.tag(self._found[cell[0]].end) & _OBJECT:
            return cell[opened.index(COMMA, 1)]  # "59 people, most of them aged between 14 and 24, | died"
        for at, comma in zip(cell, opened, strict=True):
            if self.tag(self._found[at].end) & _OBJECT and not comma:
                return at
        return cell[0]

    def _coordinate(self, at: int, cell: list[int], chosen: set[int]) -> bool:
        """Whether an unsure form is joined to a finite one by a conjunction."""
        group = self._found[at]
        before = self.before(group.first)
        if self.tag(before) & CONJUNCTION:
            return any(other < at for other in cell if other in chosen)
        following = [other for other in cell if other > at]
        if not following or group.tense != "past":
            return False
        joined = self.tag(self.before(self._found[following[0]].first)) & CONJUNCTION
        if self.tag(before) & COMMA:  # "raided the archive, | injured a guard, and fled"
            return bool(joined) and any(other < at for other in cell if other in chosen)
        return bool(joined) and following[0] in chosen

    def _headline(self) -> None:
        """ "Zambia to hold by-election": an infinitive that no verb governs tells of the future."""
        if any(group.form == "finite" for group in self._found):
            return
        for at, group in enumerate(self._found):
            if group.form == "infinitive" and group.first > 0 and not self.tag(group.first - 1) & CLOSED:
                self._found[at] = evolve(group, form="finite", tense="future")
                return

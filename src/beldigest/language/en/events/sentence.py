"""A sentence that dates something: its words, its verb groups, and the adjuncts of time in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from attrs import evolve

from beldigest.language.en.events.adjuncts import BETWEEN_DATES, adjunct
from beldigest.language.en.events.words import words
from beldigest.language.en.verbs.forms import ADVERBIAL, VerbGroup, is_base
from beldigest.language.en.verbs.groups import verb_groups
from beldigest.language.en.words.classes import (
    ADVERB,
    CLOSED,
    CLOSING,
    CONJUNCTION,
    DASH,
    DETERMINER,
    NUMBER,
    OPENING,
    PLURAL,
    POINT,
    POSSESSIVE,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    SEMICOLON,
    STOP,
    SUBORDINATOR,
    THAT,
)
from beldigest.language.en.words.cues import cue_forms
from beldigest.language.en.words.tagging import Tagger, Words
from beldigest.model import Span

_PARTICLES = frozenset(("away", "back", "down", "off", "out", "over", "up"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "'s"))


@cache
def _tagger() -> Tagger:
    return Tagger()


class Sentence:
    """A stretch of a text with the ``dates`` in it; ``inserted`` are stretches that interrupt it and tell nothing of
    it, as an attribution does; ``said`` is a statement that the clause reports as such: what it tells, up to the verb
    ``cue`` that reports it."""

    def __init__(
        self,
        text: str,
        span: Span,
        dates: Sequence[Span],
        inserted: Sequence[Span] = (),
        said: Span | None = None,
        cue: Span | None = None,
    ) -> None:
        self.text = text
        self.span = span
        self._all = dates
        self.dates = [date for date in dates if date in span]
        self._said = said
        self._adjuncts = {date: adjunct(text, span, date) for date in self.dates}
        gaps = [Span(before.end, behind.start) for before, behind in pairwise(self.dates) if before.end < behind.start]
        joints = [gap for gap in gaps if BETWEEN_DATES.fullmatch(text, gap.start, gap.end)]
        self._aside = [*self._adjuncts.values(), *inserted, *joints]
        self.words = Words(text, span, [span], (), _tagger())
        self.hidden = self._hidden()
        groups = verb_groups(self.words, self.hidden)
        self._starts = [self.words.starts[group.first] for group in groups]
        self.groups = [
            evolve(group, form="finite", tense="past")
            if cue is not None and group.form == "participle" and start == cue.start
            else group
            for start, group in zip(self._starts, groups, strict=True)
        ]

    def _hidden(self) -> list[bool]:
        words = self.words
        hidden = [False] * len(words.low)
        for aside in self._aside:
            for at in range(self.index(aside.start), self.index(aside.end)):
                hidden[at] = True
        opened: int | None = None
        dash: int | None = None
        for at, tag in enumerate(words.tags):
            if tag & OPENING and words.low[at] == "(":
                opened = at if opened is None else opened
            elif tag & CLOSING and opened is not None:
                hidden[opened : at + 1] = [True] * (at + 1 - opened)
                opened = None
            elif tag & DASH and self._parts(at):
                if dash is not None and not self.has_date(words.starts[dash], words.starts[at]):
                    hidden[dash : at + 1] = [True] * (at + 1 - dash)  # "sellers -- a dozen of them -- | left"
                    dash = None
                else:
                    dash = at
            elif tag & (SEMICOLON | STOP | POINT):
                dash = None
        return hidden

    def _parts(self, dash: int) -> bool:
        """Whether a dash parts words, and no names or numbers ("Lagos–Kano"), nor a place from its news ("LIMA - ")."""
        begin = self.words.starts[dash]
        before = self.text[max(0, begin - 1) : begin]
        place = self.text[self.words.starts[dash - 1] : self.words.ends[dash - 1]].isupper() if dash else True
        return (before.isspace() or self.words.low[dash] == "--") and not place

    def index(self, offset: int) -> int:
        """The index of the first word that begins at or behind an offset."""
        return bisect_left(self.words.starts, offset)

    def adjunct(self, at: Span, within: Span) -> Span:
        """A date with the words that only introduce it, as far as they lie within a stretch."""
        start = self._adjuncts[at].start if at in self._adjuncts else at.start
        return Span(max(start, min(within.start, at.start)), at.end)

    def start(self, group: VerbGroup) -> int:
        """Where a group begins in the text."""
        return self.words.starts[group.first]

    def end(self, group: VerbGroup) -> int:
        """Where a group ends in the text."""
        return self.words.ends[group.end - 1]

    def end_with_particle(self, group: VerbGroup) -> int:
        """Where a verb ends in the text with the adverb that belongs to it: "go | up"."""
        low, end = self.words.low, group.end
        return self.words.ends[end] if end < len(low) and low[end] in _PARTICLES else self.end(group)

    def within(self, start: int, end: int) -> list[VerbGroup]:
        """The verb groups that begin in a stretch."""
        return self.groups[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def finite(self, start: int, end: int) -> list[VerbGroup]:
        """The finite verb groups that begin in a stretch."""
        return [group for group in self.within(start, end) if group.form == "finite"]

    def governing(self, clause: Span, at: Span) -> VerbGroup | None:
        """The verb group that a date belongs to: the last before it in its clause, or else the first behind it."""
        before = [group for group in self.within(clause.start, at.start) if group.form in ("finite", "infinitive")]
        if before:
            return before[-1]
        behind = self.finite(at.end, clause.end)
        return behind[0] if behind else None

    def shown(self, start: int, end: int) -> list[str]:
        """The words of a stretch in small letters, without marks, adjuncts of time and what stands in brackets."""
        words = self.words
        return [
            words.low[at]
            for at in range(self.index(start), self.index(end))
            if not self.hidden[at] and not words.tags[at] & PUNCTUATION
        ]

    def adjoins(self, start: int, end: int) -> bool:
        """Whether nothing but adverbs and adjuncts of time stands between two offsets."""
        return all(word in ADVERBIAL or word.endswith("ly") for word in self.shown(start, end))

    def has_noun(self, start: int, end: int) -> bool:
        """Whether more than adverbs and participles stands between two offsets, unlike "and | twice shelved, will"."""
        words, groups = self.words, self.within(start, end)
        verbal = {at for group in groups if group.form == "participle" for at in range(group.first, group.end)}
        return any(
            not (self.hidden[at] or words.tags[at] & (PUNCTUATION | ADVERB) or at in verbal)
            for at in range(self.index(start), self.index(end))
        )

    def linked(self, start: int, end: int) -> bool:
        """Whether a conjunction or a relative pronoun stands in a stretch; the "and" of "between A and B" is none."""
        between = 0
        for at in range(self.index(start), self.index(end)):
            if self.hidden[at] or not self.words.tags[at] & (CONJUNCTION | SUBORDINATOR | RELATIVE | THAT):
                between += self.words.low[at] == "between"
            elif not between or self.words.low[at] != "and":
                return True
            else:
                between -= 1
        return False

    def is_aside(self, span: Span) -> bool:
        """Whether a stretch lies in what interrupts the sentence."""
        first, last = self.index(span.start), self.index(span.end)
        return first < last and all(self.hidden[first:last])

    def opens(self, at: Span) -> bool:
        """Whether a date stands before the first word of the sentence that is none of a date."""
        return not self.shown(self.span.start, at.start)

    def tells_of_past(self, at: Span) -> bool:
        """Whether a date is the only one, and the first verb behind it a past tense."""
        finite = self.finite(at.end, self.span.end)
        return bool(finite) and finite[0].tense == "past" and len(self.dates) == 1

    def start_of_verb(self, at: int) -> int:
        """Where the first finite verb at or behind an offset begins; the end of the sentence where there is none."""
        finite = self.finite(at, self.span.end)
        return self.start(finite[0]) if finite else self.span.end

    def is_expletive(self, at: int) -> bool:
        """Whether the pronoun that ends at an offset only fills the place of a subject: "it was clear that"."""
        finite = self.finite(at, self.span.end)
        if not finite or not self.adjoins(at, self.start(finite[0])):
            return True
        verb = finite[0]
        following = self.words.tags[verb.end] if verb.end < len(self.words.tags) else 0
        be = self.is_copula(verb) and not following & NUMBER
        return be or self.words.low[verb.verb] in words("impersonal")

    def before_dates(self, start: int, end: int) -> int:
        """Where the adjuncts of time begin at the end of a stretch; its end where there are none."""
        for date in reversed(self.dates):
            if start < date.start and date.end <= end and not self.text[date.end : end].strip():
                end = self._adjuncts[date].start
        return end

    def first_word(self, stretch: Span) -> int:
        """Where the first word of a stretch begins that is none of a date."""
        words = self.words
        for at in range(self.index(stretch.start), self.index(stretch.end)):
            if not self.hidden[at] and not words.tags[at] & PUNCTUATION:
                return words.starts[at]
        return stretch.end

    def behind_preposition(self, stretch: Span) -> int:
        """Where a stretch begins without the preposition that opens it: "Under | a law"."""
        first = self.index(stretch.start)
        if first + 1 < len(self.words.low) and self.words.tags[first] & PREPOSITION:
            return min(self.words.starts[first + 1], stretch.end)
        return stretch.start

    def has_date(self, start: int, end: int) -> bool:
        """Whether a date begins in a stretch."""
        return any(start <= date.start < end for date in self.dates)

    def dates_of(self, stretch: Span | None) -> list[Span]:
        """The dates of which something lies in a stretch, which may be outside of this one."""
        return [] if stretch is None else [date for date in self._all if date.overlaps(stretch)]

    def is_said(self, span: Span) -> bool:
        """Whether a stretch lies in a statement: in what it tells, or between that and its verb."""
        return self._said is not None and span in self._said

    def ends_at(self, index: int) -> bool:
        """Whether nothing but adjuncts of time stands between a word and the next mark of punctuation."""
        words = self.words
        while index < len(words.low) and self.hidden[index]:
            index += 1
        return index >= len(words.low) or bool(words.tags[index] & (PUNCTUATION | POINT))

    def is_set_off(self, group: VerbGroup) -> bool:
        """Whether a mark stands before a group and its adverbs: "The drug, | first approved in 1998"."""
        at = self._first_adverb(group) - 1
        return at >= 0 and bool(self.words.tags[at] & PUNCTUATION)

    def start_with_adverbs(self, group: VerbGroup) -> int:
        """Where a group begins in the text with the adverbs right before it: "a drug | first approved in 1998"."""
        return self.words.starts[self._first_adverb(group)]

    def _first_adverb(self, group: VerbGroup) -> int:
        """The index of the first of the adverbs right before a group, or of the group itself."""
        at = group.first
        while at > 0 and (self.words.low[at - 1] in ADVERBIAL or self.words.tags[at - 1] & ADVERB):
            at -= 1
        return at

    def follows_noun(self, group: VerbGroup) -> bool:
        """Whether a noun stands right before a group."""
        return group.first > 0 and not self.words.tags[group.first - 1] & (CLOSED | DETERMINER | POSSESSIVE)

    def lacks_object(self, group: VerbGroup) -> bool:
        """Whether nothing follows a verb but phrases with a preposition: "a region that the army retook | in May"."""
        tags = self.words.tags
        return self.ends_at(group.end) or bool(tags[group.end] & PREPOSITION)

    def gap(self, clause: Span) -> int | None:
        """Where the object stands that a relative clause lacks: behind its last verb, and the preposition that ends it
        ("they had lived | in"); None where that is not clear."""
        groups = self.within(clause.start, clause.end)
        chained = all(behind.form == "infinitive" and behind.first == before.end for before, behind in pairwise(groups))
        if (
            not groups
            or groups[0].form != "finite"
            or groups[0].passive
            or not chained
            or not self.lacks_object(groups[-1])
        ):
            return None
        end = groups[-1].end
        stranded = not self.ends_at(end) and self.ends_at(end + 1)
        return self.words.ends[end if stranded else end - 1]

    def is_reduced(self, participle: VerbGroup) -> bool:
        """Whether a participle describes the noun before it, and is no noun or verb itself: "a meeting | held"."""
        own = participle.end - participle.first == 1 and not is_base(self.words.low[participle.verb])
        return own and self.follows_noun(participle) and not any(g.end == participle.first for g in self.groups)

    def is_adverbial(self, start: int, end: int) -> bool:
        """Whether a stretch has adverbs and no other words."""
        words = range(self.index(start), self.index(end))
        return bool(words) and all(self.words.tags[at] & (ADVERB | CONJUNCTION) for at in words)

    def is_modifier(self, span: Span) -> bool:
        """Whether a stretch begins with a participle that describes the noun before it, by itself or joined to another
        one: "drugs | recalled by the ministry", "banned in May and | thought lost"."""
        for before, group in pairwise([None, *self.groups]):
            if group is not None and group.form == "participle" and self.start(group) == span.start:
                conjunction = self.words.tags[group.first - 1] & CONJUNCTION
                joined = bool(conjunction) and before is not None and before.form == "participle"
                return joined or (self.is_reduced(group) and self.lacks_object(group))
        return False

    def shared_auxiliary(self, joint: Span) -> Span | None:
        """The auxiliaries before a conjunction that belong to the verb behind it, too: "was" of "was held in May and
        jailed in June"."""
        before, behind = self.finite(self.span.start, joint.start), self.finite(joint.end, self.span.end)
        bare = bool(behind) and behind[0].first == behind[0].verb
        of_last = [
            group for group in self.groups if before and group.first == before[-1].end and group.form == "infinitive"
        ]
        if bare and of_last and is_base(self.words.low[behind[0].verb]):
            return self.words.span(before[-1].first, of_last[0].verb)  # "is due to | start in May and end in June"
        whole = [group for group in before if group.first < group.verb]
        if not whole or not bare:
            return None
        if not behind[0].passive and behind[0].tense not in ("future", "would", "possible"):
            return None
        return self.words.span(whole[-1].first, whole[-1].verb)

    def is_unreal(self, group: VerbGroup) -> bool:
        """Whether a group tells of what did not come about: "should | have begun", "was | to have begun"."""
        low = self.words.low[group.first : group.end + 1]
        modal = low[0] in ("should", "would", "could", "ought") and "have" in low[1:-2]
        return modal or (low[0] in ("was", "were") and low[1:3] == ["to", "have"])

    def is_copula(self, group: VerbGroup) -> bool:
        """Whether a group is a form of "be" by itself."""
        return self.words.low[group.verb] in _BE

    def is_state(self, group: VerbGroup) -> bool:
        """Whether a group tells how something is: "is", "is closed"."""
        return group.passive or self.is_copula(group)

    def is_plural_word(self, at: int) -> bool:
        """Whether the word of an index is a plural by its class or its ending."""
        low = self.words.low[at] if at < len(self.words.low) else ""
        plural = bool(low) and bool(self.words.tags[at] & PLURAL)
        return plural or (low.endswith("s") and not low.endswith(("ss", "us", "is")))

    def takes_past_date(self, group: VerbGroup) -> bool:
        """Whether a verb can have a day in the past with it, as no present or present perfect can (Quirk et al., 4.20):
        "has been charged over a theft | committed in Halm on Monday"."""
        return group.tense != "present" and self.words.low[group.first] not in ("has", "have")

    def takes_object(self, group: VerbGroup) -> bool:
        """Whether a verb is one of saying or thinking, which tells nothing without what is said."""
        return self.words.low[group.verb] in cue_forms()

    def governs_participle(self, verb: VerbGroup, participle: VerbGroup) -> bool:
        """Whether a participle completes a verb: "had his licence | revoked", "left two men | injured"."""
        low = self.words.low[verb.verb]
        return low in words("causative") and not any(
            self.words.tags[at] & PUNCTUATION for at in range(verb.end, participle.first)
        )

    def is_gerund(self, offset: int) -> bool:
        """Whether the word that begins at an offset is the gerund of a verb, and no subject."""
        groups = self.within(offset, self.span.end)
        if not groups or groups[0].form != "gerund" or self.start(groups[0]) != offset:
            return False
        return len(groups) < 2 or groups[1].form != "finite" or groups[1].first != groups[0].end

    def has_clause(self, stretch: Span) -> bool:
        """Whether a stretch has a finite verb with a subject of its own, which is no relative pronoun."""
        tags, first = self.words.tags, self.index(stretch.start)
        groups = self.within(stretch.start, stretch.end)
        finite = [group for group in groups if group.form == "finite" and self.words.low[group.first] != "to"]
        infinitive = bool(groups) and groups[0].first == first and groups[0].form == "infinitive"
        if not finite or infinitive or not self.shown(stretch.start, self.start(finite[0])):
            return False
        subordinate = (
            at for at in range(first + 1, finite[0].first) if tags[at] & SUBORDINATOR and not self.hidden[at]
        )
        if any(not tags[at] & (RELATIVE | THAT) and self.words.low[at] != "than" for at in subordinate):
            return False  # "(recalled) its envoy | after Chad expelled three diplomats"
        own = sum(not tags[group.first - 1] & CONJUNCTION for group in finite)
        relative = sum(bool(tags[at] & RELATIVE) and not self.hidden[at] for at in range(first + 1, finite[-1].first))
        return own > relative and not tags[finite[0].first - 1] & CONJUNCTION

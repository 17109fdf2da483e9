"""From the words of a paragraph to its attributions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beldigest.language.attribution import Attribution
from beldigest.language.en.citations.extents import (
    attribution_follows,
    content_end,
    has_verb,
    past_adverbials,
    preceding_end,
    preceding_start,
)
from beldigest.language.en.citations.groups import group_end, is_nominal, long_group_end
from beldigest.language.en.citations.subjects import main_subject, subject
from beldigest.language.en.citations.verbgroups import VerbGroup, verb_group
from beldigest.language.en.citations.words import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COLON,
    COMMA,
    CONJUNCTION,
    CUE,
    DASH,
    DETERMINER,
    ENDED,
    NUMBER,
    PENDING,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUESTION,
    QUOTATION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    THAT,
    TIME,
    TIME_MODIFIER,
    TO,
    VERB,
    Tagger,
    Words,
)
from beldigest.model import Span

_REPORTING = frozenset(("quote", "clause"))
_CLAUSE = frozenset(("clause", "that"))
_ADDRESSED = frozenset(("addressee", "request"))

_LONGEST_LABEL = 8  # words

Range = tuple[int, int]


def attributions(
    text: str, paragraph: Span, sentences: Sequence[Span], quotations: Sequence[Span], tagger: Tagger
) -> Iterator[Attribution]:
    """The attributions of a paragraph, in text order; quotations are spans with their marks."""
    words = Words(text, paragraph, sentences, quotations, tagger)
    for first, last in words.sentences:
        yield from _Sentence(words, first, last).attributions()


class _Sentence:
    """One sentence, read from left to right.

    ``done`` is where the content of the last attribution ended, and ``source`` who spoke in it; ``resumable`` says
    whether that content is a quotation before the cue, which may go on behind it.
    """

    def __init__(self, words: Words, lo: int, hi: int) -> None:
        self.words = words
        self.tags = words.tags
        self.low = words.low
        self.lo = lo
        self.hi = hi
        self.done = lo
        self.source: Range | None = None
        self.resumable = False
        self.opened = False

    def attributions(self) -> Iterator[Attribution]:
        tags = self.tags
        for at in range(self.lo, self.hi):
            found = None
            if tags[at] & CUE:
                found = self._verb(at)
            elif tags[at] & DASH and at > 0 and tags[at - 1] & QUOTATION:
                found = self._signature(at)
            elif tags[at] & COLON and at > self.lo and at >= self.done and not self.opened:
                found = self._introduction(at)
            elif tags[at] & TO and at > self.lo and self.low[at - 1] == "according":
                found = self._according(at - 1, at + 1)
            if found is not None:
                yield found

    def _tag(self, at: int) -> int:
        """The classes of a word; beyond the sentence that of its end."""
        return self.tags[at] if self.lo <= at < self.hi else STOP

    # -- layout

    def _signature(self, dash: int) -> Attribution | None:
        """A name with a dash behind a quotation: ``"..." - Ada Horak, teacher``."""
        end = group_end(self.words, dash + 1, self.hi)
        if end == dash + 1 or not self._tag(dash + 1) & CAPITAL or not self._tag(end) & (STOP | COMMA | QUOTATION):
            return None
        end = long_group_end(self.words, dash + 1, self.hi)
        return Attribution(self.words.span(dash, dash + 1), (), self.words.span(dash + 1, end), quotes=True)

    def _introduction(self, colon: int) -> Attribution | None:
        """What leads over to a quotation with a colon alone: ``Horak: "..."``, ``She put up a sign:``."""
        following = self._tag(colon + 1)
        last = colon == self.hi - 1
        if not last and not following & QUOTATION:
            return None
        first = self.lo + bool(self._tag(self.lo) & PREPOSITION)
        source: Range | None = (first, colon)
        if group_end(self.words, first, colon) != colon or colon - first > _LONGEST_LABEL:
            if not last and not following & (ENDED | PENDING):
                return None
            source = self.source or main_subject(self.words, self.lo, colon)
        if source is None:
            return None
        content = [] if last else self._spans(colon + 1, self._end(colon + 1, None))
        return Attribution(
            self.words.span(colon, colon + 1), tuple(content), self.words.span(*source), quotes=True, opens=last
        )

    # -- according to

    def _according(self, first: int, start: int) -> Attribution | None:
        leading = first == self.lo or (first == self.lo + 1 and bool(self._tag(self.lo) & (CONJUNCTION | ADVERB)))
        end = self._before_clause(start) if leading else long_group_end(self.words, start, self.hi)
        if end == start:
            return None
        content: list[Span] = []
        if not leading:
            before = first - bool(self._tag(first - 1) & (COMMA | DASH))
            content += self._spans(preceding_start(self.words, self._from(before), before), before)
        if leading or (self._tag(end) & COMMA and not attribution_follows(self.words, end, self.hi)):
            after = end + bool(self._tag(end) & COMMA)
            content += self._spans(after, self._end(after, None))
        if not content:
            return None
        words = self.words
        return Attribution(words.span(first, start), tuple(content), words.span(start, end), quotes=True, data=True)

    def _before_clause(self, start: int) -> int:
        """The end of a source that opens its sentence: its first comma, or the second where an apposition is between."""
        tags = self.tags
        commas = [at for at in range(start, self.hi) if tags[at] & COMMA][:2]
        if not commas:
            return long_group_end(self.words, start, self.hi)
        opener = self._tag(commas[0] + 1)
        if len(commas) == 2 and (
            opener & RELATIVE or (opener & (DETERMINER | NUMBER) and not has_verb(self.words, commas[0] + 1, commas[1]))
        ):
            return commas[1]
        return commas[0]

    # -- verbs

    def _verb(self, at: int) -> Attribution | None:
        group = verb_group(self.words, self.lo, self.hi, at)
        if group is None:
            return None
        left = self._tag(group.first - 1)
        if self._is_inverted(group, left):
            return self._inverted(group)
        if group.kind == "passive":
            return self._passive(group)
        source: Range | None
        if group.kind == "gerund":
            if left & (PREPOSITION | DETERMINER) and self.low[group.first - 1] not in ("by", "in", "after", "before"):
                return None
            source = self._participle_source(group, left)
            return self._with_content(group, source, group.first, own=False)
        if left & CONJUNCTION:
            source = self.source or main_subject(self.words, self.lo, group.first - 1)
            return self._with_content(group, source, group.first, own=False) if source else None
        source = subject(self.words, self.lo, group.first)
        if source is None:
            return None
        self.source = source
        return self._with_content(group, source, source[0], own=True)

    def _participle_source(self, group: VerbGroup, left: int) -> Range | None:
        """Whose words a participle gives: of the noun that it describes, or of the clause that it hangs on."""
        if is_nominal(left) and (found := subject(self.words, self.lo, group.first)) is not None:
            if not self._tag(found[0] - 1) & VERB:
                return found
        return self.source or main_subject(self.words, self.lo, group.first)

    def _passive(self, group: VerbGroup) -> Attribution | None:
        """ "was asked whether", "was criticised by": nobody, or the agent, speaks."""
        if group.frames & {"addressee", "question"}:
            return self._with_content(group, None, group.first, own=False)
        return None

    def _is_inverted(self, group: VerbGroup, left: int) -> bool:
        """Whether the subject follows: ``"...," said Horak``."""
        if group.first != group.verb or group.form.name not in ("past", "present") or not group.frames & _REPORTING:
            return False
        right = self._tag(group.end)
        if right & PUNCTUATION or not (right & (CAPITAL | DETERMINER | PRONOUN | NUMBER) or is_nominal(right)):
            return False
        end = long_group_end(self.words, group.end, self.hi)
        if end == group.end:
            return False
        after = self._tag(end)
        if left & QUOTATION or (left & COMMA and self._tag(group.first - 2) & QUOTATION):
            return not after & (AUXILIARY | VERB)
        if not left & COMMA or group.frames & _ADDRESSED or not after & (STOP | COMMA | TIME | PREPOSITION | DASH):
            return False
        start = self._from(group.first - 1)
        quoted = any(self.tags[at] & QUOTATION for at in range(start, group.first))
        return not quoted and has_verb(self.words, start, group.first - 1)

    def _inverted(self, group: VerbGroup) -> Attribution | None:
        end = long_group_end(self.words, group.end, self.hi)
        self.source = (group.end, end)
        before = group.first - bool(self._tag(group.first - 1) & COMMA)
        content = self._spans(preceding_start(self.words, self._from(before), before), before)
        after = past_adverbials(self.words, end, self.hi)
        content += self._resumed(group, after)
        self.resumable = self._is_pending(before)
        return self._made(group, self.source, content, group.end)

    def _is_pending(self, end: int) -> bool:
        """Whether the quotation before ``end`` breaks off in a sentence."""
        return bool(self._tag(end - 1) & PENDING or self._tag(end - 1) & COMMA)

    def _resumed(self, group: VerbGroup, after: int) -> list[Span]:
        """The quotation that goes on behind an attribution: ``"...," he said, "..."``."""
        start = after
        while self._tag(start) & (COMMA | COLON | CONJUNCTION) and start < after + 2:
            start += 1
        if start == after or not self._tag(start) & QUOTATION:
            return []
        return self._spans(start, self._end(start, group))

    def _with_content(self, group: VerbGroup, source: Range | None, before: int, *, own: bool) -> Attribution | None:
        words, hi = self.words, self.hi
        end = preceding_end(words, self._from(before), before) if own else 0
        quoted = bool(end) and bool(self._tag(end - 1) & QUOTATION)
        right = group.end
        if not quoted and self._tag(right) & PREPOSITION and self.low[right] in group.form.verb.prepositions:
            last = self._end(right + 1, group, noun=True)
            if last > right + 1 and not self._tag(right + 1) & (TIME | TIME_MODIFIER):
                return self._made(group, source, self._spans(right + 1, last), right + 1)
        addressee = self._addressee(group)
        if addressee is not None:
            right = addressee[1]
        if quoted and group.form.verb.lemma == "tell" and self._tag(right) & QUOTATION:
            addressee = (right, right + 1)  # a broadcast: told "The Hour"
            right += 1
        start, certain = self._content_start(group, right)
        if quoted and start is not None:
            certain = certain and bool(self._tag(start) & QUOTATION)
            if not certain and end - 1 <= self._from(before):
                start = None
        content: list[Span] = []
        if start is None:
            after = past_adverbials(words, right, hi)
            interrupted = own and bool(self._tag(after) & COMMA) and not attribution_follows(words, after, hi)
            first = preceding_start(words, self._from(before), end)
            if end and (quoted or interrupted or has_verb(words, first, end)):
                content += self._spans(first, end)
            if quoted:
                content += self._resumed(group, after)
                self.resumable = self._is_pending(end)
            elif interrupted and (content or before == self.lo) and group.frames & _CLAUSE and content:
                content += self._spans(after + 1, self._end(after + 1, group))
        else:
            if quoted and certain and self._tag(start) & QUOTATION:
                content += self._spans(preceding_start(words, self._from(before), end), end)
            noun = not certain and not group.frames & _CLAUSE
            content += self._spans(start, self._end(start, group, noun=noun))
        opens = bool(self._tag(hi - 1) & COLON) and not content
        self.opened = self.opened or opens
        if not content and not opens and not ("quote" in group.frames and own and before == self.lo):
            return None
        return self._made(group, source, content, group.end, addressee, opens=opens)

    def _addressee(self, group: VerbGroup) -> Range | None:
        """Whom the words are said to: "told reporters", "warned Minsk that"."""
        if not group.frames & _ADDRESSED or group.kind == "passive":
            return None
        end = group_end(self.words, group.end, self.hi)
        if end == group.end:
            return None
        if self._tag(end - 1) & POSSESSIVE and self._tag(end) & QUOTATION:
            end += 1  # told the station's "Morning Hour" that
        if group.form.verb.lemma == "tell":
            return (group.end, end)
        after = past_adverbials(self.words, end, self.hi)
        tag = self._tag(after)
        if tag & (THAT | QUESTION | QUOTATION) or (tag & COMMA and self._tag(after + 1) & QUOTATION):
            return (group.end, end)
        return None

    def _content_start(self, group: VerbGroup, right: int) -> tuple[int | None, bool]:
        """Where the content after a cue begins, and whether that is beyond doubt."""
        frames = group.frames
        first = self._tag(right)
        at = past_adverbials(self.words, right, self.hi)
        tag = self._tag(at)
        following = self._tag(at + 1)
        if tag & QUOTATION:
            return at, True
        if tag & (COMMA | COLON) and following & QUOTATION and frames & _REPORTING:
            return at + 1, True
        if tag & COLON:
            return (at + 1, True) if at + 1 < self.hi else (None, False)
        if tag & THAT and frames & _CLAUSE:
            return at, True
        if tag & QUESTION and "question" in frames:
            # "said when asked": of verbs that take a clause as well, only a denial leaves the time open.
            adverbial = self.low[at] == "when" and frames >= _REPORTING and group.first == group.verb
            return (None, False) if adverbial else (at, True)
        if tag & TO and frames & {"infinitive", "request"}:
            return at, True
        if at >= self.hi or tag & PUNCTUATION:
            if tag & COMMA and frames & _CLAUSE:
                for later in range(at + 1, min(at + 14, self.hi - 1)):
                    if self.tags[later] & COMMA and self.tags[later + 1] & THAT:
                        return later + 1, True
            return None, False
        if "clause" in frames:
            if first & SUBORDINATOR and not first & (RELATIVE | QUESTION | THAT) and self.low[right] == "as":
                return None, False
            return (at, False) if at < self.hi - 1 or "object" in frames else (None, False)
        if "object" in frames and not first & (PREPOSITION | ADVERB | CONJUNCTION | SUBORDINATOR | TO):
            return right, False
        return None, False

    def _end(self, first: int, group: VerbGroup | None, *, noun: bool = False) -> int:
        return content_end(self.words, first, self.hi, group, noun=noun, resumed=self.resumable)

    def _from(self, before: int) -> int:
        """Where a content that stands before an attribution may begin: behind the last one."""
        return self.done if self.done < before else self.lo

    def _spans(self, first: int, last: int) -> list[Span]:
        """The stretch without the commas and conjunctions at its ends, or nothing."""
        tags = self.tags
        while first < last and tags[first] & (COMMA | COLON | DASH):
            first += 1
        while last > first and tags[last - 1] & (COMMA | DASH | CONJUNCTION | STOP):
            last -= 1
        return [self.words.span(first, last)] if first < last else []

    def _made(
        self,
        group: VerbGroup,
        source: Range | None,
        content: list[Span],
        end: int,
        addressee: Range | None = None,
        *,
        opens: bool = False,
    ) -> Attribution:
        words = self.words
        if content:
            at = end
            while at < self.hi and words.ends[at] <= content[-1].end:
                at += 1
            self.done = at
        verb = group.form.verb
        return Attribution(
            cue=words.span(group.first, end),
            content=tuple(content),
            source=words.span(*source) if source else None,
            stance=verb.stance,
            addressee=words.span(*addressee) if addressee else None,
            quotes=bool(verb.frames & _REPORTING),
            opens=opens,
            thought=verb.thought,
        )

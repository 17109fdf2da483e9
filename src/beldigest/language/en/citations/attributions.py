"""From the words of a paragraph to its attributions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from beldigest.language.attribution import Attribution
from beldigest.language.en.citations.groups import group_end, long_group_end, subject
from beldigest.language.en.citations.verbs import Form, cue_forms
from beldigest.language.en.citations.words import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    CLOSING,
    COLON,
    COMMA,
    CONJUNCTION,
    CUE,
    DASH,
    DETERMINER,
    GERUND,
    NEGATION,
    NUMBER,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUESTION,
    QUOTATION,
    RELATIVE,
    SEMICOLON,
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
from beldigest.model import Span, Stance

_CLAUSE = frozenset(("clause", "that"))


def attributions(
    text: str, paragraph: Span, sentences: Sequence[Span], quotations: Sequence[Span], tagger: Tagger
) -> Iterator[Attribution]:
    """The attributions of a paragraph, in text order; quotations are spans with their marks."""
    words = Words(text, paragraph, sentences, quotations, tagger)
    for first, last in words.sentences:
        yield from _Sentence(words, first, last).attributions()


@frozen
class _Group:
    """A verb group: from its auxiliaries to the verb and its particle."""

    first: int
    verb: int
    end: int
    form: Form
    passive: bool
    progressive: bool
    infinitive: bool
    finite: bool


class _Sentence:
    """One sentence, read from left to right; ``done`` is where the content of the last attribution ended."""

    def __init__(self, words: Words, lo: int, hi: int) -> None:
        self.words = words
        self.tags = words.tags
        self.low = words.low
        self.lo = lo
        self.hi = hi
        self.done = lo
        self.source: tuple[int, int] | None = None

    def attributions(self) -> Iterator[Attribution]:
        tags = self.tags
        for at in range(self.lo, self.hi):
            tag = tags[at]
            if tag & CUE:
                found = self._verb(at)
                if found is not None:
                    yield found
            elif tag & TO and at > self.lo and self.low[at - 1] == "according":
                found = self._according(at - 1, at + 1)
                if found is not None:
                    yield found

    # -- according to

    def _according(self, first: int, start: int) -> Attribution | None:
        words, tags = self.words, self.tags
        end = long_group_end(words, start, self.hi)
        if end == start:
            return None
        content: tuple[Span, ...]
        if first == self.lo or (first == self.lo + 1 and tags[self.lo] & (CONJUNCTION | ADVERB)):
            if end < self.hi and tags[end] & COMMA:
                end += 1
            content = self._until(end, self._clause_end(end, None))
            source = (start, end)
        else:
            before = first
            while before > self.lo and tags[before - 1] & (COMMA | DASH):
                before -= 1
            content = self._until(self._clause_start(before), before)
            if end < self.hi and tags[end] & COMMA and end + 1 < self.hi and not self._breaks(end):
                content = (*content, *self._until(end + 1, self._clause_end(end + 1, None)))
            source = (start, end)
        if not content:
            return None
        return Attribution(words.span(first, start), content, words.span(*source), quotes=True, data=True)

    # -- verbs

    def _verb(self, at: int) -> Attribution | None:
        group = self._group(at)
        if group is None:
            return None
        words, tags = self.words, self.tags
        left = group.first - 1
        left_tag = tags[left] if left >= self.lo else STOP
        right = tags[group.end] if group.end < self.hi else STOP
        if self._inverted(group, left, left_tag, right):
            return self._postposed(group)
        source: tuple[int, int] | None
        own = False
        if group.passive:
            source = None
        elif group.form.name == "gerund" and not group.progressive:
            if (
                not left_tag & (COMMA | DASH | CONJUNCTION | QUOTATION | SUBORDINATOR)
                and left >= self.lo
                and not (self._nominal(left))
            ):
                return None
            source = self.source
        elif group.infinitive:
            source = self.source
        elif left_tag & CONJUNCTION:
            source = self.source or subject(words, self.lo, left)
            if source is None:
                return None
        else:
            source = subject(words, self.lo, group.first)
            if source is None:
                return None
            own = True
            self.source = source
        before = source[0] if own and source else group.first
        return self._with_content(group, source, before, own)

    def _group(self, at: int) -> _Group | None:
        """The verb group around a form, or None where it is no verb here."""
        tags, low, lo = self.tags, self.low, self.lo
        forms = cue_forms()[low[at]]
        following = low[at + 1] if at + 1 < self.hi else ""
        forms = tuple(form for form in forms if form.verb.particle in ("", following))
        if not forms:
            return None
        if forms[0].verb.particle:
            forms = tuple(form for form in forms if form.verb.particle)
        end = at + (2 if forms[0].verb.particle else 1)
        first = at
        be = auxiliary = False
        while (
            first > lo
            and tags[first - 1] & (AUXILIARY | ADVERB | NEGATION)
            and not (tags[first - 1] & (SUBORDINATOR | CAPITAL) and first - 1 > lo)
        ):
            first -= 1
            if tags[first] & AUXILIARY:
                auxiliary = True
                be = be or bool(tags[first] & BE and not auxiliary_seen_past(low[first]))
        while first < at and tags[first] & ADVERB and (first == lo or not auxiliary) and tags[first] & CAPITAL:
            first += 1
        left = tags[first - 1] if first > lo else STOP
        infinitive = bool(left & TO)
        if infinitive:
            first -= 1
        names = {form.name: form for form in forms}
        if "gerund" in names:
            return _Group(first, at, end, names["gerund"], False, be, False, be)
        if be and "participle" in names:
            return _Group(first, at, end, names["participle"], True, False, False, True)
        if auxiliary or infinitive:
            form = names.get("participle") or names.get("base")
            if form is None:
                return None
            if infinitive:
                form = names.get("base")
                if form is None:
                    return None
            return _Group(first, at, end, form, False, False, infinitive, not infinitive)
        if left & (DETERMINER | PREPOSITION | POSSESSIVE) and not left & PRONOUN:
            return None
        if "past" in names:
            return _Group(first, at, end, names["past"], False, False, False, True)
        if "present" in names:
            return _Group(first, at, end, names["present"], False, False, False, True)
        if "base" in names:
            if not (left & (PRONOUN | RELATIVE | CONJUNCTION | COMMA) or (first > lo and low[first - 1].endswith("s"))):
                return None
            return _Group(first, at, end, names["base"], False, False, False, True)
        return None

    def _inverted(self, group: _Group, left: int, left_tag: int, right: int) -> bool:
        """Whether the subject follows: ``"...," said Horak``."""
        if group.first != group.verb or group.form.name not in ("past", "present") or right & PUNCTUATION:
            return False
        if not group.form.verb.frames & {"quote", "clause"}:
            return False
        if left_tag & QUOTATION:
            quoted = True
        elif left_tag & COMMA:
            quoted = bool(left > self.lo and tags_at(self.tags, left - 1) & QUOTATION)
        else:
            return False
        if not (right & (CAPITAL | DETERMINER | PRONOUN | NUMBER) or self._nominal(group.end)):
            return False
        end = long_group_end(self.words, group.end, self.hi)
        if end == group.end:
            return False
        after = self.tags[end] if end < self.hi else STOP
        if quoted:
            return not after & (AUXILIARY | VERB)
        return bool(after & (STOP | COMMA | TIME | PREPOSITION | DASH)) and self._has_verb(
            self._clause_start(left), left
        )

    def _postposed(self, group: _Group) -> Attribution | None:
        words, tags = self.words, self.tags
        end = long_group_end(words, group.end, self.hi)
        self.source = (group.end, end)
        before = group.first
        while before > self.lo and tags[before - 1] & COMMA:
            before -= 1
        content = self._until(self._clause_start(before), before)
        after = self._skip(end)
        if after < self.hi and tags[after] & COMMA and after + 1 < self.hi and tags[after + 1] & QUOTATION:
            content = (*content, *self._until(after + 1, self._clause_end(after + 1, group)))
        elif after < self.hi and tags[after] & (COLON | QUOTATION):
            start = after + bool(tags[after] & COLON)
            content = (*content, *self._until(start, self._clause_end(start, group)))
        return self._made(group, self.source, content, group.end)

    def _with_content(
        self, group: _Group, source: tuple[int, int] | None, before: int, own: bool
    ) -> Attribution | None:
        words, tags, low, hi = self.words, self.tags, self.low, self.hi
        frames = group.form.verb.frames
        right = group.end
        cue_end = group.end
        addressee: tuple[int, int] | None = None
        if right < hi and low[right] in group.form.verb.prepositions:
            end = self._clause_end(right + 1, group)
            if end > right + 1 and not (tags[right + 1] & (TIME | TIME_MODIFIER)):
                return self._made(group, source, self._until(right + 1, end), right + 1)
        if group.passive and not frames & {"addressee", "question"}:
            return None
        if frames & {"addressee", "request"} and not group.passive:
            end = group_end(words, right, hi)
            if end > right:
                nxt = self._skip(end)
                tag = tags[nxt] if nxt < hi else STOP
                clear = tag & (THAT | QUESTION | QUOTATION) or (tag & COMMA and tags_at(tags, nxt + 1) & QUOTATION)
                if "request" in frames and nxt < hi and tags[nxt] & TO and "object" not in frames:
                    clear = clear or group.form.verb.lemma == "tell"
                if clear or ("addressee" in frames and group.form.verb.lemma == "tell"):
                    addressee = (right, end)
                    right = end
        start, quoted = self._content_start(group, right)
        preceding = self._preceding(before)
        content: tuple[Span, ...] = ()
        if start is None or (preceding and tags[preceding - 1] & QUOTATION and not quoted):
            if preceding:
                content = self._until(self._clause_start(preceding), preceding)
                after = self._skip(right)
                if after < hi and tags[after] & COMMA and not self._breaks(after):
                    nxt = after + 1
                    if nxt < hi and (tags[nxt] & QUOTATION or not tags[preceding - 1] & QUOTATION):
                        content = (*content, *self._until(nxt, self._clause_end(nxt, group)))
        else:
            if quoted and preceding and tags[preceding - 1] & QUOTATION:
                content = self._until(self._clause_start(preceding), preceding)
            content = (*content, *self._until(start, self._clause_end(start, group)))
        opens = self.tags[hi - 1] & COLON and not content
        if not content and not opens:
            if not (frames & {"quote"} and own and before == self.lo):
                return None
        return self._made(group, source, content, cue_end, addressee, bool(opens))

    def _content_start(self, group: _Group, right: int) -> tuple[int | None, bool]:
        """Where the content after a cue begins, and whether that is beyond doubt."""
        tags, hi = self.tags, self.hi
        frames = group.form.verb.frames
        at = self._skip(right)
        if at >= hi or tags[at] & STOP:
            if "object" in frames and right < hi and not tags[right] & (PREPOSITION | TIME | PUNCTUATION | ADVERB):
                return right, False
            return None, False
        tag = tags[at]
        following = tags[at + 1] if at + 1 < hi else STOP
        if tag & QUOTATION:
            return at, True
        if tag & (COMMA | COLON) and following & QUOTATION and frames & {"quote", "clause"}:
            return at + 1, True
        if tag & COLON:
            return (at + 1, True) if at + 1 < hi else (None, False)
        if tag & THAT and frames & _CLAUSE:
            return at, True
        if tag & QUESTION and "question" in frames:
            return at, True
        if tag & TO and frames & {"infinitive", "request"}:
            return at, True
        if tag & PUNCTUATION:
            if tag & COMMA and frames & _CLAUSE:
                for later in range(at + 1, min(at + 14, hi - 1)):
                    if tags[later] & COMMA and tags[later + 1] & THAT:
                        return later + 1, True
            return None, False
        if "clause" in frames:
            if tags[right] & (PREPOSITION | TIME | TIME_MODIFIER) and at == right and not tags[right] & DETERMINER:
                return None, False
            return (at, False) if at < hi - 1 or "object" in frames else (None, False)
        if "object" in frames and not tags[right] & (PREPOSITION | ADVERB | CONJUNCTION | SUBORDINATOR | TO):
            return right, False
        return None, False

    # -- extents

    def _skip(self, at: int) -> int:
        """Past adverbials of time and place, where a clause, a mark or the end follows; else back at the start."""
        words, tags, hi = self.words, self.tags, self.hi
        start = at
        while at < hi:
            tag = tags[at]
            if (
                tag & (TIME | TIME_MODIFIER)
                and tag & TIME
                or (tag & (TIME_MODIFIER | DETERMINER) and at + 1 < hi and tags[at + 1] & TIME and not tag & THAT)
            ):
                while at < hi and tags[at] & (TIME | TIME_MODIFIER | NUMBER | DETERMINER) and not tags[at] & THAT:
                    at += 1
            elif tag & PREPOSITION:
                end = group_end(words, at + 1, hi)
                if end == at + 1:
                    return start
                at = end
            elif tag & ADVERB and not tag & (SUBORDINATOR | CONJUNCTION):
                at += 1
            else:
                break
        return at

    def _preceding(self, before: int) -> int:
        """The end of what stands before an attribution and may be its content; 0 where nothing does."""
        tags, lo = self.tags, self.lo
        if before <= lo:
            return 0
        last = before - 1
        if tags[last] & QUOTATION:
            return before
        if tags[last] & (COMMA | DASH) and last > lo:
            if tags[last - 1] & QUOTATION or self._has_verb(self._clause_start(last), last):
                return last
        return 0

    def _has_verb(self, first: int, last: int) -> bool:
        return any(self.tags[at] & (AUXILIARY | VERB | QUOTATION) for at in range(first, last))

    def _clause_start(self, before: int) -> int:
        """Where the content that ends at ``before`` begins."""
        tags = self.tags
        first = self.done if self.done < before else self.lo
        while first < before and tags[first] & (COMMA | DASH):
            first += 1
        return first

    def _clause_end(self, first: int, group: _Group | None) -> int:
        """Where the content that begins at ``first`` ends: with the sentence, or before the next attribution."""
        tags, hi = self.tags, self.hi
        for at in range(first, hi):
            tag = tags[at]
            if tag & (SEMICOLON | STOP):
                return at
            if tag & (COMMA | DASH) and self._breaks(at):
                return at
            if tag & CONJUNCTION and group is not None and at > first and self._coordinate(at, group):
                return at - 1 if tags[at - 1] & COMMA else at
        return hi

    def _breaks(self, comma: int) -> bool:
        """Whether a further attribution begins behind a comma: ", adding that", ", according to"."""
        tags, low, hi = self.tags, self.low, self.hi
        at = comma + 1
        while at < hi and tags[at] & (ADVERB | CONJUNCTION):
            at += 1
        if at >= hi:
            return False
        return bool(tags[at] & GERUND and tags[at] & CUE) or (
            low[at] == "according" and at + 1 < hi and low[at + 1] == "to"
        )

    def _coordinate(self, conjunction: int, group: _Group) -> bool:
        """Whether a verb in the same form as the cue follows: "said ... and called ..."."""
        tags, hi = self.tags, self.hi
        at = conjunction + 1
        while at < hi and tags[at] & (ADVERB | AUXILIARY | NEGATION):
            at += 1
        if at >= hi or not tags[at] & CUE:
            return False
        names = {form.name for form in cue_forms()[self.low[at]]}
        return group.form.name in names

    def _until(self, first: int, last: int) -> tuple[Span, ...]:
        tags = self.tags
        while first < last and tags[first] & (COMMA | COLON | DASH):
            first += 1
        while last > first and tags[last - 1] & (COMMA | DASH | CONJUNCTION | STOP):
            last -= 1
        if first >= last:
            return ()
        return (self.words.span(first, last),)

    def _nominal(self, at: int) -> bool:
        tag = self.tags[at]
        return not tag & (PUNCTUATION | PREPOSITION | CONJUNCTION | SUBORDINATOR | AUXILIARY | VERB | ADVERB | TO)

    def _made(
        self,
        group: _Group,
        source: tuple[int, int] | None,
        content: tuple[Span, ...],
        cue_end: int,
        addressee: tuple[int, int] | None = None,
        opens: bool = False,
    ) -> Attribution:
        words = self.words
        stance: Stance = group.form.verb.stance
        if content and content[-1].end > words.starts[group.verb]:
            at = cue_end
            while at < self.hi and words.ends[at] <= content[-1].end:
                at += 1
            self.done = at
        return Attribution(
            cue=words.span(group.first, cue_end),
            content=content,
            source=words.span(*source) if source else None,
            stance=stance,
            addressee=words.span(*addressee) if addressee else None,
            quotes=bool(group.form.verb.frames & {"quote", "clause"}),
            opens=opens,
            thought=group.form.verb.thought,
        )


def tags_at(tags: list[int], at: int) -> int:
    """The classes of a word, none beyond the end."""
    return tags[at] if 0 <= at < len(tags) else 0


def auxiliary_seen_past(word: str) -> bool:
    return word == "been"

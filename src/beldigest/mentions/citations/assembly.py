"""Attributions and quotations of a passage, put together into citations.

A quotation that no attribution of its sentence claims belongs, in this order, to the attribution that it runs on from:
the last one in its paragraph that quotes, one that it stands directly before, or that of the paragraph before, where
quotation marks left open or a colon lead over. What then is left is nobody's: a scare quote, a title, a slogan.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

import attrs

from beldigest.language.attribution import Attribution, AttributionGrammar
from beldigest.mentions.citations.layout import Line, labelled_lines
from beldigest.mentions.citations.quotation import MARKS, Quotation, quotations
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import CitationMention
from beldigest.model import CitationKind, Span

_STOPS = ".?!…"
_CLOSERS = "\"'”’»)]"
_WORD = re.compile(r"\w[\w.'’-]*")
_EDGE = " \t\n\r\u00a0\u2009\u202f,.:;?!…-–—―"
_SET_OFF = ",:;-–—―" + _STOPS
_GAP = 8  # characters of such marks that may stand between a quotation and its attribution
_CONNECTIVE = 24  # characters of the words that link one sentence to another
_FEWEST_WORDS = 3  # that a sentence within marks has, if it is to be somebody's words without an attribution beside it


@attrs.define(eq=False)
class _Draft:
    """A citation in the making."""

    attribution: Attribution
    content: list[Span]
    quotes: bool
    quoted: bool  # whether the content of the attribution itself holds words within marks

    @property
    def start(self) -> int:
        """Where the attribution itself begins."""
        source, cue = self.attribution.source, self.attribution.cue
        return min(source.start, cue.start) if source else cue.start


def assemble(
    reading: Reading, passage: Passage, grammar: AttributionGrammar, dates: Sequence[Span]
) -> list[CitationMention]:
    """The citations of a passage; ``dates`` are those of the reading, in order."""
    assembly = _Assembly(reading.text, dates, grammar)
    lines = labelled_lines(reading.text, passage)
    for paragraph in passage.stretches:
        quotes = quotations(reading.text, paragraph)
        if (line := lines.get(paragraph)) is not None:
            assembly.add_line(line, quotes)
            continue
        assembly.add(paragraph, *_read(reading, paragraph, quotes, grammar))
    return assembly.mentions()


def _read(
    reading: Reading, paragraph: Span, quotes: list[Quotation], grammar: AttributionGrammar
) -> tuple[list[Quotation], list[Attribution]]:
    """The quotations and attributions of a paragraph.

    A quotation left open may go on in the next paragraph, or have lost its closing mark. It has lost it where the
    paragraph, read without the mark, ends with an attribution: then it ends where that begins.
    """

    def attributions(quotes: list[Quotation]) -> list[Attribution]:
        spans = [quote.span for quote in quotes]
        return list(grammar.attributions(reading.text, paragraph, reading.sentences(paragraph), spans))

    if quotes and quotes[-1].open:
        opened = quotes[-1].span
        for attribution in attributions(quotes[:-1])[-1:]:
            start = min(span.start for span in attribution.spans)
            ends = max(span.end for span in attribution.spans)
            said = [span for span in attribution.content if opened.start < span.start and span.end < start]
            if said and attribution.quotes and _is_blank(reading.text, ends, paragraph.end):
                quotes = [*quotes[:-1], Quotation(Span(opened.start, said[-1].end))]
    return quotes, attributions(quotes)


class _Assembly:
    """The drafts of a passage, paragraph by paragraph."""

    def __init__(self, text: str, dates: Sequence[Span], grammar: AttributionGrammar) -> None:
        self.text = text
        self.dates = dates
        self.grammar = grammar
        self.drafts: list[_Draft] = []
        self.quotes: list[Quotation] = []
        self.last: _Draft | None = None  # the last that quotes, in this paragraph or the one before
        self.runs_on = False
        self.headline: _Draft | None = None  # one that begins with a label
        self.unclaimed: Span | None = None  # the quotation that ended the last paragraph, where nobody has claimed it

    def add(self, paragraph: Span, quotes: list[Quotation], attributions: list[Attribution]) -> None:
        """Reads one more paragraph."""
        starts = [quote.span.start for quote in quotes]
        drafts = [
            _Draft(attribution, list(attribution.content), *_quotes(attribution, quotes, starts))
            for attribution in _parted_between(self.text, attributions, frozenset(starts))
        ]
        self._claim(paragraph, drafts, quotes, starts)
        following = 0
        before: _Draft | None = None
        continued: _Draft | None = None
        self.unclaimed = None
        for quote, free in zip(quotes, _free(quotes, drafts), strict=True):
            while following < len(drafts) and drafts[following].start < quote.span.start:
                if drafts[following].quotes or before is None:
                    before = drafts[following]
                following += 1
            if not free:
                continue
            target = self._target(paragraph, quote, before, drafts[following] if following < len(drafts) else None)
            if target is not None:
                target.content.append(quote.span)
                target.quotes = True
                if target is self.last:
                    before = continued = target
            elif quote is quotes[-1] and not self.text[quote.span.end : paragraph.end].strip(_EDGE):
                self.unclaimed = quote.span
        self.drafts += drafts
        self.quotes += quotes
        quoting = [draft for draft in drafts if draft.quotes]
        self.last = quoting[-1] if quoting else continued
        if self.last is not None and self.last.attribution.closes:
            self.last = None
        self.runs_on = bool(quotes and quotes[-1].open)

    def add_line(self, line: Line, quotes: list[Quotation]) -> None:
        """Reads a line of a transcript, or a headline that begins with a speaker or topic."""
        attribution = Attribution(line.cue, (line.content,), line.source, quotes=True)
        draft = _Draft(attribution, [line.content], quotes=True, quoted=True)
        self.drafts.append(draft)
        self.headline = draft if line.headline else self.headline
        self.quotes += quotes
        self.runs_on = bool(quotes and quotes[-1].open)  # a quoted transcript
        self.last, self.unclaimed = (draft if self.runs_on else None), None

    def _claim(self, paragraph: Span, drafts: list[_Draft], quotes: list[Quotation], starts: list[int]) -> None:
        """Gives attributions without content the quotation that they stand behind."""
        free = dict(zip(starts, _free(quotes, drafts), strict=True))
        for draft in drafts:
            if draft.content or not draft.attribution.quotes or draft.attribution.opens:
                continue
            index = bisect_right(starts, draft.start) - 1
            if index >= 0:
                span = quotes[index].span
                if span.end <= draft.start and _is_blank(self.text, span.end, draft.start) and free[span.start]:
                    draft.content.append(span)
                    draft.quotes = True
            elif self.unclaimed and _is_blank(self.text, paragraph.start, draft.start):
                draft.content.append(self.unclaimed)
                draft.quotes = True

    def _target(self, paragraph: Span, quote: Quotation, before: _Draft | None, after: _Draft | None) -> _Draft | None:
        """The draft that an unclaimed quotation belongs to."""
        text, span = self.text, quote.span
        lead = _lead(text, paragraph.start, self._connected(paragraph, span))
        inside = span.of(text).strip(_EDGE + MARKS)
        if before is not None and before.quotes and lead == "," and inside[:1].islower():
            return before
        if lead and lead not in _STOPS + _CLOSERS + ":":
            return None
        if len(inside.split()) < _FEWEST_WORDS and not (before is not None and before.quotes):
            return None
        if before is not None:
            return before if before.attribution.quotes and (before.quoted or not self._names(span, before)) else None
        if after is not None and after.content and _is_blank(text, span.end, after.content[0].start):
            return after
        if lead:
            return None
        whole = after is None and not quote.open and text[span.start] in MARKS
        leads_over = self.last is not None and (self.runs_on or self.last.attribution.opens or whole)
        return self.last if leads_over else None

    def _connected(self, paragraph: Span, quote: Span) -> int:
        """Where the sentence that a quotation makes begins: with the quotation, or with a "But" or "Then" before it."""
        text = self.text
        if text[quote.start : quote.end].rstrip(MARKS)[-1:] not in (*_STOPS,):
            return quote.start
        start = max(paragraph.start, quote.start - _CONNECTIVE)
        stop = max(text.rfind(mark, start, quote.start) for mark in _STOPS + _CLOSERS)
        if stop >= start and self.grammar.connects(text, Span(stop + 1, quote.start)):
            return stop + 1
        return quote.start

    def mentions(self) -> list[CitationMention]:
        """The citations, now that all paragraphs are read."""
        starts = [quote.span.start for quote in self.quotes]
        drafts = [draft for draft in self.drafts if draft is not self.headline or self._is_cited(draft)]
        return [
            self._mention(draft.attribution, content, starts)
            for draft in drafts
            for content in _parted(draft)
            if content
        ]

    def _is_cited(self, headline: _Draft) -> bool:
        """Whether an attribution below names whom the label of the headline names, and not only somebody there."""
        sources = (draft.attribution.source for draft in self.drafts if draft is not headline)
        return any(self._names(self.grammar.head(self.text, source), headline) for source in sources if source)

    def _names(self, span: Span, draft: _Draft) -> bool:
        """Whether a stretch has the name that the source of a draft ends with: nobody calls himself by his name."""
        source = draft.attribution.source
        last = _WORD.findall(self.text, source.start, source.end)[-1:] if source else []
        return bool(last) and last[0][0].isupper() and last[0] in _WORD.findall(self.text, span.start, span.end)

    def _mention(self, attribution: Attribution, content: tuple[Span, ...], starts: list[int]) -> CitationMention:
        return CitationMention(
            kind=self._kind(content, starts, attribution),
            content=content,
            source=(attribution.source,) if attribution.source else (),
            cue=(attribution.cue,),
            stance=attribution.stance,
            outlet=attribution.outlet,
            addressee=attribution.addressee,
            when=self._when(attribution),
        )

    def _when(self, attribution: Attribution) -> Span | None:
        """The first date beside the cue."""
        for span in attribution.beside:
            index = bisect_left(self.dates, span.start, key=lambda date: date.start)
            if index < len(self.dates) and self.dates[index] in span:
                return self.dates[index]
        return None

    def _kind(self, content: tuple[Span, ...], starts: list[int], attribution: Attribution) -> CitationKind:
        """What kind of citation a content is.

        A quotation is direct where all of it stands within marks and makes a clause of its own; what fills a place in a
        clause of the reporter's is a part of it: ``admitted "losses"``.
        """
        inside: list[Span] = []
        reporters = False
        for span in content:
            at = span.start
            index = max(bisect_right(starts, span.start) - 1, 0)
            while index < len(starts) and starts[index] < span.end:
                quote = self.quotes[index].span
                index += 1
                if quote.overlaps(span) and not self._is_distanced(quote, attribution):
                    inside.append(quote)
                    reporters = reporters or self._has_words(at, quote.start)
                    at = quote.end
            reporters = reporters or self._has_words(at, span.end)
        if not inside:
            return "attributed data" if attribution.data else "indirect statement"
        if not reporters and any(self._is_sentence(quote, attribution) for quote in inside):
            return "direct quote"
        return "partial quote"

    def _is_distanced(self, quote: Span, attribution: Attribution) -> bool:
        """Whether the marks are the reporter's doubt and no sign of another's words: ``the alleged "spy"``."""
        cued = 0 <= quote.start - attribution.cue.end <= 1  # "alleged" may be the cue as well
        return not cued and self.grammar.is_distanced(self.text, quote)

    def _has_words(self, start: int, end: int) -> bool:
        return any(character.isalnum() for character in self.text[start:end])

    def _is_sentence(self, quote: Span, attribution: Attribution) -> bool:
        """Whether a quotation is set off from the attribution, or is a sentence or clause by what it says."""
        lead = _lead(self.text, max(0, quote.start - _GAP), quote.start)
        if not lead or lead in _SET_OFF or quote.end <= attribution.cue.start:
            return True
        inside = quote.of(self.text).strip(_EDGE + MARKS)
        ended = quote.of(self.text).rstrip(MARKS)[-1:]
        if inside[:1].isupper() and ended and ended in _STOPS:
            return True
        return self.grammar.is_clause(self.text, quote)


def _parted_between(text: str, attributions: list[Attribution], starts: frozenset[int]) -> list[Attribution]:
    """The attributions, each quotation with the one right behind it alone: ``She spoke of floods: "...", she said``."""
    found: list[Attribution] = []
    for attribution in attributions:
        start = attribution.content[0].start if attribution.content else -1
        if start in starts and start < min(span.start for span in attribution.spans):
            at = len(found) - 1
            while at >= 0 and found[at].content and found[at].content[-1].start <= start < found[at].content[-1].end:
                found[at] = _cut(text, found[at], start)
                at -= 1
        found.append(attribution)
    return found


def _cut(text: str, attribution: Attribution, end: int) -> Attribution:
    """An attribution whose content ends before a place; a single word that is left of it is none."""
    *whole, last = attribution.content
    said = text[last.start : end].rstrip(_EDGE)
    content = (*whole, Span(last.start, last.start + len(said))) if " " in said else tuple(whole)
    return attrs.evolve(attribution, content=content, quotes=attribution.quotes and bool(content))


def _parted(draft: _Draft) -> tuple[tuple[Span, ...], ...]:
    """The contents of a draft: what the attribution reports, and apart from it the quotations that run on from it.

    Quotations that go on with a quotation make one content with it.
    """
    content = tuple(sorted(draft.content))
    reported = tuple(sorted(draft.attribution.content))
    if draft.quoted or not reported:
        return (content,)
    return reported, tuple(span for span in content if span not in reported)


def _is_blank(text: str, start: int, end: int) -> bool:
    """Whether only a few spaces and marks stand between the two places."""
    return end - start <= _GAP and not text[start:end].strip(_EDGE)


def _lead(text: str, start: int, end: int) -> str:
    """The last character between the two places that is no space; empty where there is none."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return text[end - 1 : end] if end > start else ""


def _quotes(attribution: Attribution, quotes: list[Quotation], starts: list[int]) -> tuple[bool, bool]:
    """Whether an attribution introduces words within marks, now or in the next paragraph; and whether now."""
    for span in attribution.content:
        index = bisect_left(starts, span.start)
        if index < len(quotes) and starts[index] < span.end:
            return True, True
    return attribution.opens, False


def _free(quotes: list[Quotation], drafts: list[_Draft]) -> list[bool]:
    """For each quotation whether no draft holds any of it, in its content, its cue or its source."""
    if not quotes:
        return []
    spans = (span for draft in drafts for span in (*draft.content, *draft.attribution.spans))
    taken = sorted(spans, key=attrgetter("start"))
    free = []
    at = 0
    end = -1
    for quote in quotes:
        while at < len(taken) and taken[at].start < quote.span.end:
            end = max(end, taken[at].end)
            at += 1
        free.append(end <= quote.span.start)
    return free

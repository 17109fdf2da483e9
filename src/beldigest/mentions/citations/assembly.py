"""Attributions and quotations, put together into citations."""

from __future__ import annotations

from typing import Any

import attrs

from beldigest.language.attribution import Attribution
from beldigest.mentions.citations.quotation import Quotation, quotations
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import CitationMention
from beldigest.model import CitationKind, Span


@attrs.define
class _Draft:
    """A citation in the making."""

    attribution: Attribution
    content: list[Span]


def assemble(reading: Reading, passage: Passage, grammar: Any, tagger: Any) -> list[CitationMention]:
    """The citations of a passage."""
    text = reading.text
    drafts: list[_Draft] = []
    quoted: list[Quotation] = []
    last: _Draft | None = None
    continues = False
    for paragraph in passage.stretches:
        quotes = quotations(text, paragraph)
        quoted += quotes
        spans = [quote.span for quote in quotes]
        sentences = reading.sentences(paragraph)
        own = [
            _Draft(attribution, list(attribution.content))
            for attribution in grammar.attributions(text, paragraph, sentences, spans, tagger)
        ]
        _attach(text, own, quotes)
        taken = [span for draft in own for span in draft.content]
        for quote in quotes:
            if any(quote.span.overlaps(span) for span in taken) or not _utterance(text, quote, paragraph):
                continue
            target = _target(own, quote.span) or (last if not own or continues else None)
            if target is not None:
                target.content.append(quote.span)
                if target not in own:
                    last = target
        drafts += own
        if own:
            last = own[-1]
        continues = bool(quotes and quotes[-1].open)
    return [_mention(text, draft, quoted) for draft in drafts if draft.content]


def _attach(text: str, drafts: list[_Draft], quotes: list[Quotation]) -> None:
    """Gives attributions without content the quotation beside them."""
    taken = [span for draft in drafts for span in draft.content]
    for draft in drafts:
        if draft.content or not draft.attribution.quotes:
            continue
        start = min(draft.attribution.cue.start, (draft.attribution.source or draft.attribution.cue).start)
        before = [quote.span for quote in quotes if quote.span.end <= start]
        if (
            before
            and not text[before[-1].end : start].strip(" ,.")
            and not any(before[-1].overlaps(span) for span in taken)
        ):
            draft.content.append(before[-1])


def _utterance(text: str, quote: Quotation, paragraph: Span) -> bool:
    """Whether a quotation is a sentence of its own."""
    span = quote.span
    words = span.of(text).split()
    if len(words) < 3:
        return False
    before = text[paragraph.start : span.start].rstrip()
    return not before or before[-1] in ".?!”\"’'" or before[-1] == ":"


def _target(drafts: list[_Draft], span: Span) -> _Draft | None:
    """The last attribution before a quotation in its paragraph."""
    found = None
    for draft in drafts:
        if draft.attribution.cue.start < span.start:
            found = draft
    return found


def _mention(text: str, draft: _Draft, quoted: list[Quotation]) -> CitationMention:
    attribution = draft.attribution
    content = tuple(sorted(draft.content))
    return CitationMention(
        kind=_kind(text, content, quoted, attribution),
        content=content,
        source=(attribution.source,) if attribution.source else (),
        cue=(attribution.cue,),
        stance=attribution.stance,
        outlet=attribution.outlet,
        addressee=attribution.addressee,
    )


def _kind(text: str, content: tuple[Span, ...], quoted: list[Quotation], attribution: Attribution) -> CitationKind:
    whole = sum(len(span) for span in content)
    inside = sum(
        min(span.end, quote.span.end) - max(span.start, quote.span.start)
        for span in content
        for quote in quoted
        if span.overlaps(quote.span)
    )
    if inside >= 0.9 * whole:
        return "direct quote"
    if inside:
        return "partial quote"
    return "attributed data" if attribution.data else "indirect statement"

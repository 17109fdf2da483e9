"""The project's side of the benchmarks: a thin translation of what the public API gives, and nothing else."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import beldigest
from beldigest import Briefing, Span, Story

TYPES = {"person": "PER", "country": "LOC", "place": "LOC"}
KINDS: dict[str, Any] = {"PER": "person", "ORG": "organization", "LOC": "place"}
#: The time of a day in an EDTF value, where dates are compared by their days.
_DAY_TIME = re.compile(r"T[^/]*")
QUALIFIERS = {
    "exact": None,
    "about": "~",
    "nearly": "~<",
    "at least": ">=",
    "more than": ">",
    "at most": "<=",
    "less than": "<",
}


def briefing(path: str | Path, format: str, published: str) -> dict[str, Any]:
    """The whole pipeline with deduplication."""
    found = next(beldigest.parse_file(path, format=format, published=dt.date.fromisoformat(published)))
    headlines = {story.id: story.headline for story in found.stories}
    names = {actor.id: actor.name for actor in found.actors}
    return {
        "lead": [{"text": item.text, "story": headlines.get(item.story or "")} for item in found.lead],
        "stories": [
            {"headline": story.headline, "paragraphs": [paragraph.text for paragraph in story.paragraphs]}
            for story in found.stories
        ],
        "folded": [
            {"headline": duplicate.story.headline, "of": story.headline, "kind": duplicate.kind}
            for story, duplicate in found.folded()
        ],
        "figures": [
            {**_figure(found.text, figure), "story": story.headline}
            for story in found.stories
            for figure in story.figures
        ],
        "dates": [
            {"text": when.text, "edtf": _DAY_TIME.sub("", when.edtf), "story": story.headline}
            for story in found.stories
            for when in story.dates
            if when.edtf
        ],
        "citations": [
            _citation(found, story, names, citation) for story in found.stories for citation in story.citations
        ],
        "actors": [{"name": actor.name, "kind": actor.kind, "aliases": list(actor.aliases)} for actor in found.actors],
    }


def segment(path: str | Path, format: str) -> dict[str, Any]:
    """The outline of a file."""
    document = next(beldigest.read(path, format=format))
    parts = beldigest.outline(document)

    def line(span: Span | None) -> str:
        return " ".join(span.of(document.text).split()) if span else ""

    return {
        "lead": [line(item.span) for item in parts.lead],
        "stories": [
            {
                "headline": line(part.headline),
                "body": [line(paragraph) for paragraph in part.paragraphs],
                "section": None if part.section is None else line(parts.sections[part.section].span),
            }
            for part in parts.stories
        ],
    }


def dates(docs: list[dict[str, str]]) -> list[list[dict[str, Any]]]:
    """TIMEX3 values."""
    return [
        [
            {"start": m.span.start, "end": m.span.end, "type": m.type.upper(), "value": m.timex}
            for m in beldigest.find_dates(doc["text"], published=dt.date.fromisoformat(doc["dct"][:10]))
        ]
        for doc in docs
    ]


def figures(text: str) -> list[dict[str, Any]]:
    """Quantities."""
    return [_figure(text, figure) for figure in beldigest.find_figures(text)]


def actors(texts: list[str]) -> list[list[tuple[int, int, str]]]:
    """Mentions of persons, organisations and places."""
    return [
        [(m.span.start, m.span.end, TYPES.get(m.kind, "ORG")) for m in beldigest.find_actors(text)] for text in texts
    ]


def same_actor(a: str, b: str, type: str) -> float:
    """The score of two names out of context."""
    return beldigest.compare_names(a, b, KINDS.get(type)).score


same_actor.threshold = beldigest.NAME_THRESHOLD  # type: ignore[attr-defined]


def actor_clusters(text: str, mentions: list[dict[str, Any]]) -> list[str]:
    """The actor of each given mention."""
    given = [beldigest.ActorMention(Span(m["start"], m["end"]), KINDS.get(m["type"], "group")) for m in mentions]
    return list(beldigest.resolve_actors(text, given))


def actor_roles(text: str, names: list[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Names with the role said beside them."""
    found = beldigest.find_roles(text, [Span(*name) for name in names])
    return [(name.start, name.end, role.start, role.end) for name, role in found]


def citations(text: str, doc_id: str) -> list[dict[str, list[tuple[int, int]]]]:
    """Attributions."""
    return [
        {role: [(span.start, span.end) for span in getattr(citation, role)] for role in ("source", "cue", "content")}
        for citation in beldigest.find_citations(text)
    ]


def duplicates(docs: list[dict[str, str]]) -> dict[str, Any]:
    """Pairs that are the same story; no clusters, for a page merged of two stories is in a pair with each of them."""
    found = beldigest.cluster([beldigest.StoryText(doc["headline"], doc["text"]) for doc in docs])
    return {"edges": [(pair.a, pair.b, pair.similarity) for pair in found.pairs]}


def _figure(text: str, figure: beldigest.Figure | beldigest.FigureMention) -> dict[str, Any]:
    counted = figure.counted.of(text) if isinstance(figure.counted, Span) else figure.counted
    change = {"rose": "up", "more": "up", "fell": "down", "less": "down"}.get((figure.change or "").split(" ")[0])
    value = {"value": float(figure.value)} if figure.value is not None else {}
    low, high = figure.low, figure.high
    ends = {"low": float(low), "high": float(high)} if low is not None and high is not None else {}
    return {
        "start": figure.span.start,
        "end": figure.span.end,
        "text": figure.span.of(text),
        **(value or ends),
        "unit": f"{figure.unit} per {figure.per}" if figure.unit and figure.per else figure.unit,
        "of": counted,
        "qualifier": QUALIFIERS[figure.bound],
        "change": change,
    }


def _citation(found: Briefing, story: Story, names: dict[str, str], citation: beldigest.Citation) -> dict[str, Any]:
    return {
        "speaker": names.get(citation.speaker or "", citation.speaker_text),
        "content": " ".join(found.quote(span) for span in citation.content),
        "direct": citation.kind in ("direct quote", "partial quote"),
        "story": story.headline,
    }

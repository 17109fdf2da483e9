"""Citations with their speakers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from beldigest.language import load
from beldigest.language.attribution import AttributionGrammar
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import ActorMention, CitationMention, DateMention, Mentions, place
from beldigest.model import Citation, Span, When
from beldigest.resolve.register import Register, Resolved


def citations(reading: Reading, passage: Passage, mentions: Mentions, register: Register) -> tuple[Citation, ...]:
    """The citations of a passage (``mentions`` are those of the passage); ids are left empty."""
    if not mentions.citations:
        return ()
    grammar: AttributionGrammar = load(reading.language, "citations").Grammar()
    found = []
    begun = sorted(hull.start for mention in mentions.citations if (hull := _hull(mention.source)) is not None)
    unknown: Span | None = None  # the last source that is no pronoun, where it resolves to nobody
    for mention in mentions.citations:
        source = _without_clause(reading.text, _hull(mention.source), begun)
        speaker = None
        if source is not None and not _is_joint(reading, source, mentions, grammar):
            speaker = _resolved(reading, source, mentions, register)
            if unknown is not None and speaker is not None and _goes_back_to(reading, source, unknown, mentions):
                speaker = None
            elif len(source.of(reading.text).split()) > 1 or speaker is not None:
                unknown = source if speaker is None else None
        found.append(_citation(reading, mention, source, speaker, mentions))
    return tuple(found)


def _citation(
    reading: Reading, mention: CitationMention, source: Span | None, speaker: Resolved | None, mentions: Mentions
) -> Citation:
    return Citation(
        id="",
        kind=mention.kind,
        span=_whole(mention),
        content=mention.content,
        speaker=None if speaker is None else speaker.actor,
        speaker_text=_words(reading, source),
        speaker_span=source,
        speaker_basis=None if speaker is None else speaker.known,
        cue=" ".join(span.line(reading.text) for span in mention.cue) or None,
        cue_spans=mention.cue,
        stance=mention.stance,
        outlet=_words(reading, mention.outlet),
        outlet_span=mention.outlet,
        addressee=_words(reading, mention.addressee),
        addressee_span=mention.addressee,
        when=_when(mention.when, mentions.dates),
    )


def _is_joint(reading: Reading, source: Span, mentions: Mentions, grammar: AttributionGrammar) -> bool:
    """Whether a source names several speakers, of whom none is the one: "the mayor and Ann Lee".

    A name stands beside the "and" then; two titles have it between them ("president and chief editor Ann Lee"), and a
    name may hold one of its own.
    """
    joint = grammar.coordinator(reading.text, source)
    if joint is None:
        return False
    actors = list(_named(source, mentions.actors))
    beside = any(
        _adjoin(reading.text, actor.span, joint) or _adjoin(reading.text, joint, actor.span) for actor in actors
    )
    return beside and not any(actor.span.overlaps(joint) for actor in actors)


def _without_clause(text: str, source: Span | None, begun: Sequence[int]) -> Span | None:
    """A source without a clause behind a comma that has a citation of its own: "the union, which says that ..."."""
    if source is None:
        return None
    at = bisect_right(begun, source.start)
    if at < len(begun) and begun[at] < source.end and text[source.start : begun[at]].endswith(", "):
        return Span(source.start, begun[at] - 2)
    return source


def _goes_back_to(reading: Reading, pronoun: Span, unknown: Span, mentions: Mentions) -> bool:
    """Whether a source is a pronoun for one that nobody knows: "The army denied it. It said": not whoever was named
    before. It is where the noun of that source fits the pronoun and nobody is named between the two."""
    names = load(reading.language, "names")
    word = names.fold(pronoun.of(reading.text))
    if any(actor.span.start > unknown.end for actor in _named(Span(unknown.end, pronoun.start), mentions.actors)):
        return False
    group = [names.fold(match[0]) for match in names.TOKEN.finditer(reading.text, unknown.start, unknown.end)]
    ends = names.closed("preposition") | names.closed("relative") | {","}
    noun = group[next((at for at, other in enumerate(group) if other in ends), len(group)) - 1]
    if word in names.closed("pronoun body"):
        head = names.heads().get(noun)
        return head is not None and head.body
    persons = names.closed("pronoun m") | names.closed("pronoun f")
    return word in persons and names.role_gender(noun) is not None


def _adjoin(text: str, first: Span, second: Span) -> bool:
    """Whether nothing but space parts a span from the next."""
    return first.end <= second.start and not text[first.end : second.start].strip()


def _resolved(reading: Reading, source: Span, mentions: Mentions, register: Register) -> Resolved | None:
    """Whom a source names: itself, or with a person's name and title behind a comma ("a spokesman, Captain Lee")."""
    found = register.resolve(source)
    comma = reading.text.find(",", source.start, source.end)
    if found is not None or comma < 0:
        return found
    start = comma + 1
    while start < source.end and reading.text[start].isspace():
        start += 1
    if start == source.end or not reading.text[start].isupper():
        return None
    apposition = Span(start, source.end)
    named = any(actor.kind == "person" for actor in _named(apposition, mentions.actors))
    return register.resolve(apposition) if named else None


def _named(span: Span, actors: Sequence[ActorMention]) -> Iterator[ActorMention]:
    """The actors, given in text order, whose names begin within the span."""
    for index in range(bisect_left(actors, span.start, key=lambda actor: actor.span.start), len(actors)):
        if actors[index].span.start >= span.end:
            return
        yield actors[index]


def _when(span: Span | None, dates: tuple[DateMention, ...]) -> When | None:
    """The date that the attribution gives."""
    if span is None:
        return None
    for index in range(bisect_right(dates, span.start, key=lambda date: date.span.end), len(dates)):
        date = dates[index]
        if not date.span.overlaps(span):
            return None
        if date.when is not None:
            return date.when
    return None


def _whole(mention: CitationMention) -> Span:
    """All that the citation rests on."""
    hull = place(mention)
    further = [span for span in (mention.outlet, mention.addressee, mention.when) if span is not None]
    return Span(
        min(hull.start, *(span.start for span in further)) if further else hull.start,
        max(hull.end, *(span.end for span in further)) if further else hull.end,
    )


def _hull(spans: tuple[Span, ...]) -> Span | None:
    """From the first to the last character of the spans."""
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None


def _words(reading: Reading, span: Span | None) -> str | None:
    return None if span is None else span.line(reading.text)

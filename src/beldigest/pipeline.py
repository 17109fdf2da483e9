"""The pipeline: one visible list of stages, each a function from values to values.

bytes ─read─► Document ─outline─► Outline ─date─► Dated ─recognise─► Recognised ─resolve─► Briefing ─fold─► Briefing
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from attrs import evolve, frozen

from beldigest import arguments
from beldigest.dating import Dated, when_published
from beldigest.dedup import DEFAULT, DuplicateOptions, Opinion, fold
from beldigest.document import Document
from beldigest.errors import InputError
from beldigest.language import Gazetteer, primary, supported
from beldigest.mentions import Find, recognise
from beldigest.mentions.reading import Anchor
from beldigest.mentions.types import Mentions
from beldigest.model import Briefing, Notice, Source, When
from beldigest.plugins.contracts import Importer
from beldigest.plugins.json_format import JsonFormat
from beldigest.plugins.plugin import Kind
from beldigest.plugins.registry import Registry, installed
from beldigest.readers import BUILTIN, Reader, choose
from beldigest.readers.text import document as text_document
from beldigest.resolve import events, resolve
from beldigest.segment import outline
from beldigest.segment.parts import Outline
from beldigest.sources import opened, peek, siblings

#: The kinds of plug-ins that take part in parsing.
_PARSING: tuple[Kind, ...] = ("recogniser", "gazetteer", "opinion")


@frozen
class Settings:
    """What the caller and the plug-ins add to a run."""

    published: When | None = None
    language: str | None = None
    anchor: Anchor | None = None
    gazetteers: tuple[Gazetteer, ...] = ()
    recognisers: tuple[Find, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    fold: bool = True


@frozen
class Recognised:
    """A dated outline with the mentions in it."""

    dated: Dated
    mentions: Mentions


@frozen
class Stage:
    """A step of the pipeline: its name, what it does, and the function that does it."""

    name: str
    does: str
    run: Callable[[Any, Settings], Any]


def _outline(document: Document, settings: Settings) -> Outline:
    return outline(document)


def _date(parts: Outline, settings: Settings) -> Dated:
    return when_published(parts, settings.published, settings.language, settings.anchor)


def _recognise(dated: Dated, settings: Settings) -> Recognised:
    return Recognised(dated, recognise(dated.reading, settings.gazetteers, settings.recognisers))


def _resolve(found: Recognised, settings: Settings) -> Briefing:
    dated = found.dated
    return resolve(dated.outline, dated.reading, found.mentions, settings.gazetteers, dated.published, dated.known)


def _fold(briefing: Briefing, settings: Settings) -> Briefing:
    if not settings.fold:
        return briefing
    folded = fold([briefing], settings.opinions)[0]
    return evolve(folded, stories=events.once(folded.stories, folded.language))


#: The stages after reading, in order.
STAGES: tuple[Stage, ...] = (
    Stage("outline", "finds the title, lead, sections, stories and boilerplate", _outline),
    Stage("date", "finds when the briefing was published: given, stated or inferred", _date),
    Stage("recognise", "finds dates, actors, figures and citations", _recognise),
    Stage("resolve", "makes records: who speaks, who is meant, what happened when", _resolve),
    Stage("fold", "folds stories that say the same into one, and events that are told twice", _fold),
)


def parse(
    source: str | Document,
    *,
    published: dt.date | str | None = None,
    language: str | None = None,
    name: str = "text",
    anchor: Anchor | None = None,
    gazetteers: Iterable[Gazetteer] = (),
    recognisers: Iterable[Find] = (),
    fold: bool = True,
    registry: Registry | None = None,
) -> Briefing:
    """The briefing in a text or document.

    ``published`` is the day of publication where the caller knows it, as a date or as EDTF (``2025-03-21``, or
    ``2025-03`` where only the month is known); ``language`` a BCP 47 tag, by default what the document states, else
    English. ``name`` is what the text is called in ``Briefing.source``; a day in it (``2025-03-21 letter``) counts
    where the text states none. ``anchor`` says what relative dates are counted from: ``published``, or in a
    ``narrative`` the last full date before them. ``gazetteers`` are names known beforehand, and
    ``recognisers`` functions that find further mentions. With ``fold=False`` repeated stories stay.

    Any text parses. Raises ``OptionError`` for a date that is none, and ``InputError`` for what is no text, or for a
    document whose blocks do not stand in its text in order. A plug-in of parsing that cannot be loaded is named among
    the briefing's warnings; one that fails at work raises ``PluginError``.
    """
    registry = registry or installed()
    settings = Settings(
        published=arguments.publication(published),
        language=arguments.language(language),
        anchor=arguments.anchor(anchor),
        gazetteers=(*arguments.gazetteers(gazetteers), *registry.gazetteers()),
        recognisers=(*arguments.recognisers(recognisers), *registry.recognisers()),
        opinions=tuple(registry.opinions()),
        fold=fold,
    )
    called = arguments.name(name)
    document = text_document(source, _bare(source, called)) if isinstance(source, str) else arguments.document(source)
    value: Any = document
    for stage in STAGES:
        value = stage.run(value, settings)
    assert isinstance(value, Briefing)
    return evolve(value, warnings=(*value.warnings, *_language(document, language), *_faults(registry, _PARSING)))


def _language(document: Document, given: str | None) -> Iterator[Notice]:
    """Says that a language is none of those that there are rules for."""
    tag = given or document.metadata.language
    if tag and supported(tag) != primary(tag):
        yield Notice(f"there are no rules for the language {tag!r}, and it was read as {supported(tag)!r}")


def _faults(registry: Registry, kinds: Iterable[Kind]) -> Iterator[Notice]:
    """Names the plug-ins that would take part and are broken."""
    for kind in kinds:
        for fault in registry.faults(kind):
            yield Notice(f"{fault.what}; {fault.hint}" if fault.hint else fault.what, fault.where)


def read(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    format: str | None = None,
    name: str | None = None,
    registry: Registry | None = None,
) -> Iterator[Document]:
    """The documents of a file or binary stream, one after the other.

    ``format`` is the short name of a reader (``txt``, ``md``, ``html``, ``eml``, ``mbox``, ``xml``) or a media type;
    without it the reader is chosen by suffix and content. Raises ``InputError`` where the source cannot be read.
    """
    with opened(source, name) as (stream, called):
        head = peek(stream, called)
        if format is None and JsonFormat().sniff(head):
            raise InputError("holds parsed briefings, and no document", where=called, hint="read it with parse_file")
        yield from _reader(called, head, format, registry or installed()).read(stream, called)


def parse_file(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    format: str | None = None,
    name: str | None = None,
    published: dt.date | str | None = None,
    language: str | None = None,
    anchor: Anchor | None = None,
    gazetteers: Iterable[Gazetteer] = (),
    recognisers: Iterable[Find] = (),
    fold: bool = True,
    registry: Registry | None = None,
) -> Iterator[Briefing]:
    """The briefings of a file or binary stream: parsed, or read back where it holds what an exporter wrote.

    ``format`` is as in :func:`read`, and may also be a format that is read back (``json``, ``csv``, ``jsonld``);
    ``name`` is what a stream is called in errors and in ``Briefing.source``. The other arguments are those of
    :func:`parse`; what is read back has been parsed already, and they change nothing in it. A mailbox gives one
    briefing a message, one at a time. Raises ``InputError`` where the source cannot be read, ``UnknownFormatError``,
    ``OptionError``, ``SerialisationError`` with the path of a wrong field, and ``PluginError`` for a plug-in that
    fails.
    """
    registry = registry or installed()
    known, finders = arguments.several(gazetteers, "gazetteers"), arguments.several(recognisers, "recognisers")
    with opened(source, name) as (stream, called):
        head = peek(stream, called)
        importer = _importer(called, head, format, registry)
        if importer:
            yield from importer.load(stream, siblings(source))
            return
        for document in _reader(called, head, format, registry).read(stream, called):
            briefing = parse(
                document,
                published=published,
                language=language,
                anchor=anchor,
                gazetteers=known,
                recognisers=finders,
                fold=fold,
                registry=registry,
            )
            yield evolve(briefing, warnings=(*briefing.warnings, *_faults(registry, ("reader",))))


def deduplicate(
    briefings: Briefing | Iterable[Briefing],
    *,
    options: DuplicateOptions = DEFAULT,
    opinions: Iterable[Opinion] = (),
    registry: Registry | None = None,
) -> tuple[Briefing, ...]:
    """The same briefings, each story once: what repeats a story of another one is folded into it.

    ``options`` say how much rewording is let pass, and which stories are compared at all; ``opinions`` are asked about
    each pair, beside those of plug-ins. All briefings are held in memory. They come back in the order in which they
    were given, which changes nothing in what is folded into what. :func:`~beldigest.unfold` takes it back.
    """
    every = tuple(arguments.briefings(briefings, "deduplicate"))
    return fold(
        every, (*arguments.opinions(opinions), *(registry or installed()).opinions()), arguments.duplicates(options)
    )


def _reader(name: str, head: bytes, format: str | None, registry: Registry) -> Reader:
    return choose(name, head, (*BUILTIN, *registry.readers()), format)


def _importer(name: str, head: bytes, format: str | None, registry: Registry) -> Importer | None:
    """The importer for a source, or None where a reader is due.

    Plug-ins of formats are imported only where one of them is asked for, or where no reader knows both the suffix and
    the content: ``.json`` is a feed's suffix, and a data package's.
    """
    readers = (*BUILTIN, *registry.readers())
    if format is not None:
        if format == JsonFormat.format:
            return JsonFormat()
        if any(format == reader.format or format in reader.media_types for reader in readers):
            return None
        return registry.importer(format) if format in registry.formats() else None
    if JsonFormat().sniff(head):
        return JsonFormat()
    suffix = Path(name).suffix.lower()
    if not suffix or any(suffix in reader.suffixes and reader.sniff(head) > 0 for reader in readers):
        return None
    for importer in registry.importers():
        if (suffix in importer.suffixes or Path(name).name in importer.suffixes) and importer.sniff(head) > 0:
            return importer
    return None


def _bare(text: str, name: str) -> Source:
    """The source of a text that the caller holds; lone surrogates count as they stand."""
    return Source(name, "text/plain", hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())

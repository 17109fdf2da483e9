"""What stands around the code of a plug-in: it is held to its contract, and what it does wrong names the plug-in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from attrs import field, frozen

from beldigest.document import Document, misplaced
from beldigest.errors import BeldigestError, OptionError
from beldigest.language import Gazetteer
from beldigest.model import Briefing, Story
from beldigest.plugins.conformance import fault, spans, uncallable, unlike
from beldigest.plugins.contracts import Exporter, Importer, Layout, OptionValue, Siblings, Sink
from beldigest.plugins.plugin import Plugin
from beldigest.readers import BUILTIN
from beldigest.readers import Reader as DocumentReader

if TYPE_CHECKING:
    from beldigest.dedup import Opinion
    from beldigest.mentions import Find
    from beldigest.mentions.reading import Reading
    from beldigest.mentions.types import Mention, Mentions


def guarded(plugin: Plugin, hook: str, offer: Any) -> Any:
    """What a hook gives, guarded; raises ``PluginError`` where it is not what the hook asks for."""
    return _GUARDS[hook](plugin, offer)


@frozen
class Writer:
    """An exporter at work, whose failures name its plug-in."""

    plugin: Plugin
    inner: Exporter = field(repr=False)

    def layout(self, options: Mapping[str, OptionValue]) -> Layout:
        """The layout that the exporter gives, if it is one."""
        with self.plugin.named("layout failed"):
            layout = self.inner.layout(options)
        if layout not in ("file", "folder"):
            raise self.plugin.fault(f"layout gives {layout!r}", "give 'file' or 'folder'")
        return layout

    def export(self, briefings: Iterable[Briefing], sink: Sink, options: Mapping[str, OptionValue]) -> None:
        """Lets it write. An exception that comes out of the briefings is none of its own, and passes."""
        others: list[BaseException] = []

        def watched() -> Iterator[Briefing]:
            try:
                yield from briefings
            except BaseException as error:
                others.append(error)
                raise

        with self.plugin.named("export failed", others=others):
            self.inner.export(watched(), sink, options)


@frozen
class _Importer:
    """An importer whose failures name its plug-in."""

    plugin: Plugin
    inner: Importer = field(repr=False)
    format: str
    suffixes: tuple[str, ...]

    def sniff(self, head: bytes) -> float:
        return _sure(self.plugin, self.inner, head)

    def load(self, stream: BinaryIO, sibling: Siblings | None) -> Iterator[Briefing]:
        with self.plugin.named("load failed"):
            for briefing in self.inner.load(stream, sibling):
                if not isinstance(briefing, Briefing):
                    raise self.plugin.fault(f"load gives {briefing!r:.60}, not a Briefing")
                yield briefing


@frozen
class _Reader:
    """A reader whose failures name its plug-in."""

    plugin: Plugin
    inner: DocumentReader = field(repr=False)
    format: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]

    def sniff(self, head: bytes) -> float:
        return _sure(self.plugin, self.inner, head)

    def read(self, stream: BinaryIO, name: str) -> Iterator[Document]:
        with self.plugin.named("read failed"):
            for document in self.inner.read(stream, name):
                wrong = fault(document, Document) or misplaced(document)
                if wrong:
                    raise self.plugin.fault(f"read gives a document that is wrong: {wrong}")
                yield document


def _sure(plugin: Plugin, inner: Importer | DocumentReader, head: bytes) -> float:
    with plugin.named("sniff failed"):
        sure = inner.sniff(head)
    if not isinstance(sure, int | float):
        raise plugin.fault(f"sniff gives {sure!r:.60}", "give a number from 0 to 1")
    return sure


def _exporter(plugin: Plugin, offer: Any) -> Exporter:
    _conforming(plugin, offer, Exporter)
    return cast(Exporter, offer)


def _importer(plugin: Plugin, offer: Any) -> _Importer:
    _conforming(plugin, offer, Importer)
    return _Importer(plugin, offer, offer.format, offer.suffixes)


def _reader(plugin: Plugin, offer: Any) -> _Reader:
    _conforming(plugin, offer, DocumentReader)
    if any(offer.format == reader.format for reader in BUILTIN):
        raise plugin.fault(
            f"claims the format {offer.format!r}, which the library reads itself", "give the format another name"
        )
    return _Reader(plugin, offer, offer.format, offer.media_types, offer.suffixes)


def checked_recogniser(recogniser: Find, fail: Callable[[str], BeldigestError]) -> Find:
    """A recogniser of somebody else's, whose mentions are looked at; ``fail`` makes the error for a wrong one."""
    from beldigest.mentions.types import Mention

    def find(reading: Reading, found: Mentions, gazetteers: Sequence[Gazetteer]) -> list[Mention]:
        given = recogniser(reading, found, gazetteers)
        if not isinstance(given, Iterable):
            raise fail(f"the recogniser gives {given!r:.60}, and mentions are due")
        mentions = list(given)
        for mention in mentions:
            wrong = fault(mention, Mention) or _outside(mention, len(reading.text)) or _meaningless(mention)
            if wrong:
                raise fail(f"the recogniser gives a mention that is wrong: {wrong}")
        return mentions

    wrong = uncallable(recogniser, ["reading", "found", "gazetteers"], getattr(recogniser, "__name__", "it"))
    if wrong:
        raise fail(f"gives a function that is wrong: {wrong}")
    return find


def _recogniser(plugin: Plugin, offer: Any) -> Find:
    checked = checked_recogniser(offer, plugin.fault)

    def find(reading: Reading, found: Mentions, gazetteers: Sequence[Gazetteer]) -> Iterable[Mention]:
        with plugin.named("the recogniser failed"):
            return checked(reading, found, gazetteers)

    return find


def _gazetteer(plugin: Plugin, offer: Any) -> Gazetteer:
    wrong = fault(offer, Gazetteer)
    if wrong:
        raise plugin.fault(f"gives a gazetteer that is wrong: {wrong}")
    return cast(Gazetteer, offer)


def checked_opinion(opinion: Opinion, fail: Callable[[str], BeldigestError]) -> Opinion:
    """An opinion of somebody else's, which is looked at; ``fail`` makes the error for a wrong one."""

    def judge(a: Story, b: Story) -> bool | None:
        said = opinion(a, b)
        if said not in (True, False, None):
            raise fail(f"the opinion is {said!r:.60}, and True, False or None is due")
        return said

    wrong = uncallable(opinion, ["a", "b"], getattr(opinion, "__name__", "it"))
    if wrong:
        raise fail(f"gives a function that is wrong: {wrong}")
    return judge


def _opinion(plugin: Plugin, offer: Any) -> Opinion:
    checked = checked_opinion(offer, plugin.fault)

    def judge(a: Story, b: Story) -> bool | None:
        with plugin.named("the opinion failed"):
            return checked(a, b)

    return judge


_GUARDS: dict[str, Callable[[Plugin, Any], Any]] = {
    "beldigest_exporters": _exporter,
    "beldigest_importers": _importer,
    "beldigest_readers": _reader,
    "beldigest_recognisers": _recogniser,
    "beldigest_gazetteers": _gazetteer,
    "beldigest_opinions": _opinion,
}


def _conforming(plugin: Plugin, offer: Any, protocol: type) -> None:
    wrong = unlike(offer, protocol)
    if wrong:
        raise plugin.fault(wrong, f"see {protocol.__name__} in the reference")
    if plugin.kind == "format" and offer.format != plugin.name:
        raise plugin.fault(
            f"gives the format {offer.format!r} under this entry point", "name the entry point after the format"
        )


def _meaningless(mention: Any) -> str:
    """What keeps a mention of the right type from saying something, in words."""
    from beldigest.mentions.dates import edtf
    from beldigest.mentions.types import CitationMention, DateMention, FigureMention, place

    if isinstance(mention, CitationMention) and not mention.content:
        return "content is empty"
    if not len(place(mention)):
        return f"{place(mention)} holds no character"
    if isinstance(mention, FigureMention):
        ends = [mention.low, mention.high] if mention.value is None else [mention.value]
        if None in ends:
            return "neither value nor both low and high are set"
        return next((f"{end} is no number" for end in ends if end is not None and not end.is_finite()), "")
    if isinstance(mention, DateMention) and mention.when is not None and mention.when.edtf is not None:
        try:
            edtf.parsed(mention.when.edtf)
        except OptionError:
            return f"when.edtf is {mention.when.edtf!r:.60}, which is no EDTF"
    return ""


def _outside(mention: Any, length: int) -> str:
    """The first span of a mention that does not lie in a text of that length, in words; the empty string for none."""
    wrong = (span for span in spans(mention) if not 0 <= span.start <= span.end <= length)
    return next((f"{span} does not lie in {length} characters" for span in wrong), "")

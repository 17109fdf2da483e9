"""Typed, evidence-linked records out of news briefings.

``beldigest.parse(text)`` gives a :class:`Briefing`; ``beldigest.export(briefing, "csv", "folder")`` hands it to an
installed exporter. The public names are those of ``__all__``; each is imported when it is first asked for, so that a
program loads only what it uses.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from beldigest.batch import parse_files as parse_files
    from beldigest.dedup import Clusters as Clusters
    from beldigest.dedup import DuplicateOptions as DuplicateOptions
    from beldigest.dedup import Opinion as Opinion
    from beldigest.dedup import Pair as Pair
    from beldigest.dedup import StoryIndex as StoryIndex
    from beldigest.dedup import StoryMatch as StoryMatch
    from beldigest.dedup import StoryText as StoryText
    from beldigest.dedup import cluster as cluster
    from beldigest.dedup import signatures as signatures
    from beldigest.dedup import unfold as unfold
    from beldigest.dedup import united as united
    from beldigest.dedup import verify as verify
    from beldigest.document import Block as Block
    from beldigest.document import Document as Document
    from beldigest.document import Metadata as Metadata
    from beldigest.errors import BeldigestError as BeldigestError
    from beldigest.errors import InputError as InputError
    from beldigest.errors import OptionError as OptionError
    from beldigest.errors import OutputError as OutputError
    from beldigest.errors import PluginError as PluginError
    from beldigest.errors import SerialisationError as SerialisationError
    from beldigest.errors import UnknownFormatError as UnknownFormatError
    from beldigest.find import find_actors as find_actors
    from beldigest.find import find_citations as find_citations
    from beldigest.find import find_dates as find_dates
    from beldigest.find import find_figures as find_figures
    from beldigest.find import find_roles as find_roles
    from beldigest.find import resolve_actors as resolve_actors
    from beldigest.find import sentence as sentence
    from beldigest.language import Gazetteer as Gazetteer
    from beldigest.language import GazetteerEntry as GazetteerEntry
    from beldigest.language.register_file import register_file as register_file
    from beldigest.mentions.reading import Passage as Passage
    from beldigest.mentions.reading import Reading as Reading
    from beldigest.mentions.types import ActorMention as ActorMention
    from beldigest.mentions.types import AnnotationMention as AnnotationMention
    from beldigest.mentions.types import CitationMention as CitationMention
    from beldigest.mentions.types import DateMention as DateMention
    from beldigest.mentions.types import FigureMention as FigureMention
    from beldigest.mentions.types import Mentions as Mentions
    from beldigest.model import Actor as Actor
    from beldigest.model import Annotation as Annotation
    from beldigest.model import Boilerplate as Boilerplate
    from beldigest.model import Briefing as Briefing
    from beldigest.model import Citation as Citation
    from beldigest.model import Difference as Difference
    from beldigest.model import Duplicate as Duplicate
    from beldigest.model import Event as Event
    from beldigest.model import Figure as Figure
    from beldigest.model import Identifier as Identifier
    from beldigest.model import LeadItem as LeadItem
    from beldigest.model import Link as Link
    from beldigest.model import Mention as Mention
    from beldigest.model import Notice as Notice
    from beldigest.model import Paragraph as Paragraph
    from beldigest.model import Place as Place
    from beldigest.model import Relation as Relation
    from beldigest.model import Section as Section
    from beldigest.model import Source as Source
    from beldigest.model import Span as Span
    from beldigest.model import Story as Story
    from beldigest.model import When as When
    from beldigest.names import NAME_THRESHOLD as NAME_THRESHOLD
    from beldigest.names import NameMatch as NameMatch
    from beldigest.names import compare_names as compare_names
    from beldigest.names import name_keys as name_keys
    from beldigest.pipeline import STAGES as STAGES
    from beldigest.pipeline import deduplicate as deduplicate
    from beldigest.pipeline import parse as parse
    from beldigest.pipeline import parse_file as parse_file
    from beldigest.pipeline import read as read
    from beldigest.plugins.contracts import API_VERSION as API_VERSION
    from beldigest.plugins.contracts import Exporter as Exporter
    from beldigest.plugins.contracts import Importer as Importer
    from beldigest.plugins.contracts import Option as Option
    from beldigest.plugins.contracts import Sink as Sink
    from beldigest.plugins.hookspecs import hookimpl as hookimpl
    from beldigest.readers.base import Reader as Reader
    from beldigest.segment import outline as outline
    from beldigest.segment.parts import Outline as Outline
    from beldigest.serialise import from_json as from_json
    from beldigest.serialise import to_json as to_json
    from beldigest.tables import TABLES as TABLES
    from beldigest.tables import Table as Table
    from beldigest.tables import rows as rows
    from beldigest.writing import Report as Report
    from beldigest.writing import export as export

__version__ = "0.1.0"

#: The public names, by the module that each is imported from when it is first asked for.
_HOMES = {
    "beldigest.batch": "parse_files",
    "beldigest.dedup": (
        "Clusters DuplicateOptions Opinion Pair StoryIndex StoryMatch StoryText cluster signatures unfold united verify"
    ),
    "beldigest.document": "Block Document Metadata",
    "beldigest.errors": (
        "BeldigestError InputError OptionError OutputError PluginError SerialisationError UnknownFormatError"
    ),
    "beldigest.find": "find_actors find_citations find_dates find_figures find_roles resolve_actors sentence",
    "beldigest.language": "Gazetteer GazetteerEntry",
    "beldigest.language.register_file": "register_file",
    "beldigest.mentions.reading": "Passage Reading",
    "beldigest.mentions.types": "ActorMention AnnotationMention CitationMention DateMention FigureMention Mentions",
    "beldigest.model": (
        "Actor Annotation Boilerplate Briefing Citation Difference Duplicate Event Figure Identifier "
        "LeadItem Link Mention Notice Paragraph Place Relation Section Source Span Story When"
    ),
    "beldigest.names": "NAME_THRESHOLD NameMatch compare_names name_keys",
    "beldigest.pipeline": "STAGES deduplicate parse parse_file read",
    "beldigest.plugins.contracts": "API_VERSION Exporter Importer Option Sink",
    "beldigest.plugins.hookspecs": "hookimpl",
    "beldigest.readers.base": "Reader",
    "beldigest.segment": "outline",
    "beldigest.segment.parts": "Outline",
    "beldigest.serialise": "from_json to_json",
    "beldigest.tables": "TABLES Table rows",
    "beldigest.writing": "Report export",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_HOME)


if not TYPE_CHECKING:  # a type checker would take every misspelt name for one of these

    def __getattr__(name: str) -> Any:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(_HOME[name]), name)
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

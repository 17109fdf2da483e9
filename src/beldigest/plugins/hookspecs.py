"""The hooks. A plug-in is a module (or object) of the entry-point group ``beldigest`` that implements some of them.

Every hook returns a list, and all plug-ins' lists are joined: none silences another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from beldigest.dedup import Opinion
    from beldigest.language import Gazetteer
    from beldigest.mentions import Find
    from beldigest.plugins.contracts import Exporter, Importer
    from beldigest.readers.base import Reader

#: The entry-point group, and pluggy's project name.
GROUP = "beldigest"

hookspec = pluggy.HookspecMarker(GROUP)

#: Marks a function of a plug-in as the implementation of the hook of the same name.
hookimpl = pluggy.HookimplMarker(GROUP)


@hookspec
def beldigest_exporters() -> Sequence[Exporter]:  # type: ignore[empty-body]
    """Exporters. The entry point's name is the name of the format."""


@hookspec
def beldigest_importers() -> Sequence[Importer]:  # type: ignore[empty-body]
    """Importers, which read back what an exporter wrote. The entry point's name is the name of the format."""


@hookspec
def beldigest_readers() -> Sequence[Reader]:  # type: ignore[empty-body]
    """Readers of further source formats. The entry point's name begins with ``reader.``."""


@hookspec
def beldigest_recognisers() -> Sequence[Find]:  # type: ignore[empty-body]
    """Recognisers, which find further mentions. The entry point's name begins with ``recogniser.``."""


@hookspec
def beldigest_gazetteers() -> Sequence[Gazetteer]:  # type: ignore[empty-body]
    """Gazetteers, which know further names. The entry point's name begins with ``gazetteer.``."""


@hookspec
def beldigest_opinions() -> Sequence[Opinion]:  # type: ignore[empty-body]
    """Opinions on whether two stories are the same. The entry point's name begins with ``opinion.``."""

"""The hooks. A plug-in is a module (or object) of the entry-point group ``beldigest`` that implements some of them.

Every hook returns a list, and all plug-ins' lists are joined: none silences another. What stands here is never called.
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
def beldigest_exporters() -> Sequence[Exporter]:
    """Exporters. The entry point's name is the name of the format."""
    return ()


@hookspec
def beldigest_importers() -> Sequence[Importer]:
    """Importers, which read back what an exporter wrote. The entry point's name is the name of the format."""
    return ()


@hookspec
def beldigest_readers() -> Sequence[Reader]:
    """Readers of further source formats. The entry point's name begins with ``reader.``."""
    return ()


@hookspec
def beldigest_recognisers() -> Sequence[Find]:
    """Recognisers, which find further mentions. The entry point's name begins with ``recogniser.``."""
    return ()


@hookspec
def beldigest_gazetteers() -> Sequence[Gazetteer]:
    """Gazetteers, which know further names. The entry point's name begins with ``gazetteer.``."""
    return ()


@hookspec
def beldigest_opinions() -> Sequence[Opinion]:
    """Opinions on whether two stories are the same. The entry point's name begins with ``opinion.``."""
    return ()

"""Many sources, one after the other: folders are walked, and a source that cannot be read does not stop the others."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from beldigest import arguments
from beldigest.errors import BeldigestError, InputError, SerialisationError
from beldigest.language import Gazetteer
from beldigest.mentions import Find
from beldigest.mentions.reading import Anchor
from beldigest.model import Briefing
from beldigest.pipeline import parse_file
from beldigest.plugins.registry import Registry, installed
from beldigest.readers import BUILTIN
from beldigest.sources import files


def parse_files(
    sources: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    failed: Callable[[BeldigestError], object] | None = None,
    format: str | None = None,
    published: dt.date | str | None = None,
    language: str | None = None,
    anchor: Anchor | None = None,
    gazetteers: Iterable[Gazetteer] = (),
    recognisers: Iterable[Find] = (),
    fold: bool = True,
    registry: Registry | None = None,
) -> Iterator[Briefing]:
    """The briefings of files, and of all files in folders, one after the other and one at a time.

    Folders are walked in the order of the names in them, subfolders too; hidden files are passed over. A file of a
    folder is called by its path in it (``2025/letter.txt``) in ``Briefing.source``. A folder that an exporter wrote is
    read back whole.

    ``failed`` is called with the error of each source that cannot be read, whose ``where`` begins with its path, and
    the others go on; without it the first such error is raised. The other arguments are those of
    :func:`~beldigest.parse_file`, and so are the errors that are not of one source: a wrong argument, a
    plug-in that fails.
    """

    def fail(error: BeldigestError) -> None:
        if failed is None:
            raise error
        failed(error)

    known, finders = arguments.several(gazetteers, "gazetteers"), arguments.several(recognisers, "recognisers")
    for source in sources if isinstance(sources, Iterable) and not isinstance(sources, str) else [sources]:
        try:
            found = _whole(files(source, failed), registry or installed())
        except InputError as error:
            fail(error)
            continue
        for path, name in found:
            try:
                yield from parse_file(
                    path,
                    format=format,
                    name=name,
                    published=published,
                    language=language,
                    anchor=anchor,
                    gazetteers=known,
                    recognisers=finders,
                    fold=fold,
                    registry=registry,
                )
            except (InputError, SerialisationError) as error:
                fail(_at(error, os.fspath(path), name))


def _whole(found: Sequence[tuple[Path, str]], registry: Registry) -> Sequence[tuple[Path, str]]:
    """The files without those that are parts of an export of several files, which is read from its main one.

    Plug-ins of formats are imported only where there is a file that no reader claims by its suffix.
    """
    suffixes = {suffix for reader in (*BUILTIN, *registry.readers()) for suffix in reader.suffixes}
    if all(path.suffix.lower() in suffixes for path, _ in found):
        return found
    main = {name for importer in registry.importers() for name in importer.suffixes if not name.startswith(".")}
    folders = {path.parent for path, _ in found if path.name in main}
    return [(path, name) for path, name in found if path.name in main or path.parent not in folders]


def _at(error: InputError | SerialisationError, path: str, name: str) -> InputError | SerialisationError:
    """The same error, with the whole path of its source."""
    rest = error.where.removeprefix(path).removeprefix(name)
    if rest and rest == error.where:  # it says where in the source, and not in which
        rest = f", {rest}"
    return type(error)(error.what, where=path + rest, hint=error.hint)

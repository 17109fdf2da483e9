"""Hands briefings to an exporter, and puts in place what it wrote."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from attrs import frozen

from beldigest import arguments
from beldigest.errors import OptionError, OutputError, PluginError
from beldigest.model import Briefing
from beldigest.plugins.contracts import Exporter, OptionValue
from beldigest.plugins.guards import Writer
from beldigest.plugins.json_format import JsonFormat
from beldigest.plugins.options import checked
from beldigest.plugins.registry import Registry, installed
from beldigest.sinks import FileTarget, FolderTarget, StreamTarget, Target


@frozen
class Report:
    """What an export did: the files that it wrote, and what the format could not hold."""

    files: tuple[str, ...]
    notes: tuple[str, ...]


def exporter(format: str, registry: Registry | None = None) -> Exporter:
    """The exporter of a format: ``json`` is built in, any other one is a plug-in.

    Raises ``UnknownFormatError`` where none is installed, saying what to install, and ``PluginError`` where it is
    broken.
    """
    return JsonFormat() if format == JsonFormat.format else (registry or installed()).exporter(format)


def export(
    briefings: Briefing | Iterable[Briefing],
    format: str,
    output: str | os.PathLike[str] | BinaryIO,
    *,
    registry: Registry | None = None,
    **options: OptionValue,
) -> Report:
    """Writes briefings in a format to a file, a folder or a binary stream; the options are the exporter's.

    Nothing half-written is left behind. Raises ``UnknownFormatError``, ``OptionError``, or ``OutputError`` where the
    target cannot be written or cannot hold the format.
    """
    values = checked(exporter(format, registry), options)
    writer = JsonFormat() if format == JsonFormat.format else (registry or installed()).writer(format)
    target = _target(format, writer.layout(values), output)
    try:
        writer.export(arguments.briefings(briefings, "export"), target, values)
        target.commit()
    except BaseException as error:
        target.discard()
        if isinstance(error, PluginError) and isinstance(writer, Writer):
            raise writer.plugin.blamed(error) from error
        raise
    return Report(tuple(target.files), tuple(target.notes))


def _target(format: str, layout: str, output: str | os.PathLike[str] | BinaryIO) -> Target:
    if isinstance(output, str | os.PathLike):
        if not os.fspath(output):
            raise OutputError("the name of the target is empty", hint="name a file or a folder")
        path = Path(output)
        path = path if path.name else path.resolve()  # "." has no name, and the folder that it is has one
        return FileTarget(path) if layout == "file" else FolderTarget(path)
    if layout == "folder":
        raise OptionError(f"the format {format!r} is a folder of files, which no stream can hold", hint="give a folder")
    if isinstance(output, io.TextIOBase) or not hasattr(output, "write"):
        raise OptionError(
            f"the target is a {type(output).__name__}, and a path or a binary stream is due",
            hint="open files with 'wb'",
        )
    return StreamTarget(output)

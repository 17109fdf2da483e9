"""What the commands list: formats and plug-ins of this environment, as plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec

from beldigest.errors import BeldigestError
from beldigest.plugins.json_format import JsonFormat
from beldigest.plugins.registry import KNOWN_FORMATS, Registry, installed
from beldigest.readers import BUILTIN, Reader
from beldigest.writing import exporter


def formats() -> Iterator[str]:
    """What can be read and written here, and what can be installed."""
    registry = installed()
    yield "read:"
    for reader in (*BUILTIN, *registry.readers()):
        yield f"  {reader.format:10} {' '.join(reader.suffixes)}{_lacking(reader)}"
    yield "write:"
    for name in (JsonFormat.format, *registry.formats()):
        yield from _format(name, registry)
    missing = [name for name in KNOWN_FORMATS if name not in {*registry.formats(), *registry.disabled}]
    if missing:
        yield "can be installed:"
        yield from (f"  {name:10} pip install {KNOWN_FORMATS[name]}" for name in missing)


def plugins() -> Iterator[str]:
    """The installed plug-ins with their distributions, and what is broken and why."""
    registry = installed()
    for plugin in registry.plugins:
        yield f"{plugin.name:20} {plugin.kind:12} {plugin.distribution} {plugin.version}"
    for name in sorted(registry.disabled):
        yield f"{name:20} disabled"
    for fault in registry.faults():
        yield f"broken: {fault}"
    if not registry.plugins and not registry.disabled:
        yield "no plug-in is installed; the project's own: " + ", ".join(KNOWN_FORMATS.values())


def _lacking(reader: Reader) -> str:
    """What is to be installed before a built-in reader reads, in brackets, or nothing."""
    extra, modules = getattr(reader, "needs", ("", ()))
    return "" if all(map(find_spec, modules)) else f" (needs pip install 'beldigest[{extra}]')"


def _format(name: str, registry: Registry) -> Iterator[str]:
    try:
        chosen = exporter(name, registry)
    except BeldigestError as error:
        yield f"  {name:10} broken: {error}"
        return
    back = " (can be read back)" if _can_be_read_back(name, registry) else ""
    yield f"  {name:10} {chosen.description}{back}"
    for option in chosen.options:
        default = str(option.default).lower() if isinstance(option.default, bool) else option.default
        listed = ", ".join(filter(None, option.choices))
        choices = f" (one of {listed})" if listed else ""
        yield f"  {'':10}   -O {option.name}={default}  {option.help}{choices}"


def _can_be_read_back(name: str, registry: Registry) -> bool:
    with suppress(BeldigestError):
        registry.importer(name)
        return True
    return name == JsonFormat.format

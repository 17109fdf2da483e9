"""The registry of plug-ins: lazy, isolating, typed.

Listing plug-ins reads entry points and imports nothing. Asking for a format imports the one entry point of that name.
Parsing imports those whose names begin with the kind that a stage asks for (``recogniser.``). A plug-in that is broken
is named with its distribution and its fault, and the others go on; asking for it by name raises that fault.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Any

from beldigest.errors import PluginError, UnknownFormatError
from beldigest.plugins import hookspecs
from beldigest.plugins.contracts import Exporter, Importer
from beldigest.plugins.guards import Writer
from beldigest.plugins.loading import Offers, offers
from beldigest.plugins.plugin import DISABLE, Kind, Plugin

if TYPE_CHECKING:
    from beldigest.dedup import Opinion
    from beldigest.language import Gazetteer
    from beldigest.mentions import Find
    from beldigest.readers.base import Reader

#: The formats whose exporters the project itself publishes, each as a distribution of its own.
KNOWN_FORMATS = {name: f"beldigest-{name}" for name in ("csv", "ical", "jsonld", "markdown")}


class Registry:
    """The plug-ins of an environment.

    ``points`` replaces the environment's entry points, and ``disabled`` the names in ``BELDIGEST_DISABLE_PLUGINS``.
    """

    def __init__(self, points: Iterable[EntryPoint] | None = None, disabled: Iterable[str] | None = None) -> None:
        points = entry_points(group=hookspecs.GROUP) if points is None else points
        if disabled is None:
            disabled = (name.strip() for name in os.environ.get(DISABLE, "").split(","))
        self.disabled = frozenset(disabled) - {""}
        every = sorted(map(Plugin.of, points), key=lambda plugin: (plugin.name, plugin.distribution))
        self.plugins = tuple(plugin for plugin in every if plugin.name not in self.disabled)
        self._loaded: dict[tuple[str, str], Offers | PluginError] = {}

    def formats(self) -> tuple[str, ...]:
        """The names of the formats that plug-ins say they write or read, without importing any."""
        named = {plugin.name for plugin in self.plugins if plugin.kind == "format"}
        return tuple(sorted(name for name in named if "." not in name))

    def exporter(self, format: str) -> Exporter:
        """The exporter of a format.

        Raises ``UnknownFormatError`` where none is installed, saying what to install, and ``PluginError`` where the one
        that is installed is broken or two claim the name.
        """
        _, found = self._by_name(format, "beldigest_exporters", "written")
        exporter: Exporter = found
        return exporter

    def writer(self, format: str) -> Writer:
        """The exporter of a format at work: its failures name its plug-in; the errors are those of :meth:`exporter`."""
        return Writer(*self._by_name(format, "beldigest_exporters", "written"))

    def importer(self, format: str) -> Importer:
        """The importer of a format; the errors are those of :meth:`exporter`."""
        _, found = self._by_name(format, "beldigest_importers", "read back")
        importer: Importer = found
        return importer

    def importers(self) -> list[Importer]:
        """All importers of formats that are not broken."""
        return self._all("format", "beldigest_importers")

    def readers(self) -> list[Reader]:
        """The readers of plug-ins."""
        return self._all("reader", "beldigest_readers")

    def recognisers(self) -> list[Find]:
        """The recognisers of plug-ins."""
        return self._all("recogniser", "beldigest_recognisers")

    def gazetteers(self) -> list[Gazetteer]:
        """The gazetteers of plug-ins."""
        return self._all("gazetteer", "beldigest_gazetteers")

    def opinions(self) -> list[Opinion]:
        """The opinions of plug-ins."""
        return self._all("opinion", "beldigest_opinions")

    def faults(self, kind: Kind | None = None) -> list[PluginError]:
        """What is wrong with the plug-ins (of a kind); imports them all."""
        chosen = [plugin for plugin in self.plugins if kind in (None, plugin.kind)]
        faults = [loaded for loaded in map(self._load, chosen) if isinstance(loaded, PluginError)]
        return faults + list(self._collisions(chosen))

    def _by_name(self, format: str, hook: str, done: str) -> tuple[Plugin, Any]:
        claims = [plugin for plugin in self.plugins if plugin.kind == "format" and plugin.name == format]
        for collision in self._collisions(claims):
            raise collision
        if not claims:
            raise self._unknown(format)
        loaded = self._load(claims[0])
        if isinstance(loaded, PluginError):
            raise loaded
        for offer in loaded.get(hook, ()):
            return claims[0], offer
        whose = f"{claims[0].distribution} {claims[0].version}"
        raise UnknownFormatError(f"the format {format!r} cannot be {done}", hint=f"{whose} does not offer it")

    def _unknown(self, format: str) -> UnknownFormatError:
        if format in self.disabled:
            return UnknownFormatError(f"the plug-in {format!r} is disabled", hint=f"take it out of {DISABLE}")
        if format in KNOWN_FORMATS:
            hint = f"install it: pip install {KNOWN_FORMATS[format]}"
        else:
            hint = f"formats here: {', '.join(sorted({*self.formats(), 'json'}))}"
        return UnknownFormatError(f"no plug-in for the format {format!r} is installed", hint=hint)

    def _all(self, kind: Kind, hook: str) -> list[Any]:
        chosen = [plugin for plugin in self.plugins if plugin.kind == kind]
        clashing = set(_repeated(plugin.name for plugin in chosen))
        found: list[Any] = []
        for plugin in chosen:
            loaded = self._load(plugin) if plugin.name not in clashing else {}
            if not isinstance(loaded, PluginError):
                found += loaded.get(hook, [])
        return found

    def _collisions(self, plugins: Sequence[Plugin]) -> Iterable[PluginError]:
        for name in _repeated(plugin.name for plugin in plugins):
            whose = sorted(plugin.distribution for plugin in plugins if plugin.name == name)
            yield PluginError(
                f"the plug-in name {name!r} is claimed by {' and by '.join(whose)}",
                hint="uninstall one of them, or disable both with " + DISABLE,
            )

    def _load(self, plugin: Plugin) -> Offers | PluginError:
        key = (plugin.name, plugin.distribution)
        if key not in self._loaded:
            try:
                self._loaded[key] = offers(plugin)
            except PluginError as error:
                self._loaded[key] = error
        return self._loaded[key]


@cache
def installed() -> Registry:
    """The registry of this environment, read once a process."""
    return Registry()


def _repeated(names: Iterable[str]) -> list[str]:
    every = list(names)
    return sorted({name for name in every if every.count(name) > 1})

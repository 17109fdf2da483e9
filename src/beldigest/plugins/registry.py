"""The registry of plug-ins: lazy, isolating, typed.

Listing plug-ins reads entry points and imports nothing. Asking for a format imports the one entry point of that name.
Parsing imports those whose names begin with the kind that a stage asks for (``recogniser.``). A plug-in that is broken
is named with its distribution and its fault, and the others go on; asking for it by name raises that fault.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import pluggy
from attrs import field, frozen

from beldigest.errors import BeldigestError, PluginError, UnknownFormatError
from beldigest.plugins import hookspecs
from beldigest.plugins.contracts import API_VERSION, Exporter, Importer

if TYPE_CHECKING:
    from beldigest.dedup import Opinion
    from beldigest.language import Gazetteer
    from beldigest.mentions import Find
    from beldigest.readers.base import Reader

#: Names, parted by commas, of entry points that are passed over.
DISABLE = "BELDIGEST_DISABLE_PLUGINS"

Kind = Literal["format", "reader", "recogniser", "gazetteer", "opinion"]

#: The hooks that an entry point of each kind may implement.
HOOKS: dict[Kind, tuple[str, ...]] = {
    "format": ("beldigest_exporters", "beldigest_importers"),
    "reader": ("beldigest_readers",),
    "recogniser": ("beldigest_recognisers",),
    "gazetteer": ("beldigest_gazetteers",),
    "opinion": ("beldigest_opinions",),
}

#: The formats whose exporters the project itself publishes, each as a distribution of its own.
KNOWN_FORMATS = {name: f"beldigest-{name}" for name in ("csv", "ical", "jsonld", "markdown")}

_T = TypeVar("_T")


@frozen
class Plugin:
    """An entry point of the group: its name, what it offers by that name, and the distribution that it comes from."""

    name: str
    kind: Kind
    distribution: str
    version: str
    entry_point: EntryPoint = field(repr=False, eq=False)


def _plugin(point: EntryPoint) -> Plugin:
    prefix, dot, _ = point.name.partition(".")
    kind: Kind = "format"
    for known in HOOKS:
        if dot and prefix == known:
            kind = known
    found = point.dist
    return Plugin(point.name, kind, found.name if found else "?", found.version if found else "?", point)


class Registry:
    """The plug-ins of an environment.

    ``points`` replaces the environment's entry points, and ``disabled`` the names in ``BELDIGEST_DISABLE_PLUGINS``.
    """

    def __init__(self, points: Iterable[EntryPoint] | None = None, disabled: Iterable[str] | None = None) -> None:
        points = entry_points(group=hookspecs.GROUP) if points is None else points
        if disabled is None:
            disabled = (name.strip() for name in os.environ.get(DISABLE, "").split(","))
        self.disabled = frozenset(disabled) - {""}
        every = sorted(map(_plugin, points), key=lambda plugin: (plugin.name, plugin.distribution))
        self.plugins = tuple(plugin for plugin in every if plugin.name not in self.disabled)
        self._loaded: dict[tuple[str, str], dict[str, list[Any]] | PluginError] = {}

    def formats(self) -> tuple[str, ...]:
        """The names of the formats that plug-ins say they write or read, without importing any."""
        return tuple(sorted({plugin.name for plugin in self.plugins if plugin.kind == "format"}))

    def exporter(self, format: str) -> Exporter:
        """The exporter of a format.

        Raises ``UnknownFormatError`` where none is installed, saying what to install, and ``PluginError`` where the one
        that is installed is broken or two claim the name.
        """
        found: list[Exporter] = self._by_name(format, "beldigest_exporters")
        return _only(found, format, "exporter", lambda each: each.format)

    def importer(self, format: str) -> Importer:
        """The importer of a format; the errors are those of :meth:`exporter`."""
        found: list[Importer] = self._by_name(format, "beldigest_importers")
        return _only(found, format, "importer", lambda each: each.format)

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

    def _by_name(self, format: str, hook: str) -> list[Any]:
        claims = [plugin for plugin in self.plugins if plugin.kind == "format" and plugin.name == format]
        for collision in self._collisions(claims):
            raise collision
        if not claims:
            raise self._unknown(format)
        loaded = self._load(claims[0])
        if isinstance(loaded, PluginError):
            raise loaded
        return loaded.get(hook, [])

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
        found = []
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

    def _load(self, plugin: Plugin) -> dict[str, list[Any]] | PluginError:
        key = (plugin.name, plugin.distribution)
        if key not in self._loaded:
            try:
                self._loaded[key] = _offers(plugin)
            except PluginError as error:
                self._loaded[key] = error
        return self._loaded[key]


@cache
def installed() -> Registry:
    """The registry of this environment, read once a process."""
    return Registry()


def _fault(plugin: Plugin, what: str, hint: str = "") -> PluginError:
    return PluginError(what, where=f"plug-in {plugin.name} ({plugin.distribution} {plugin.version})", hint=hint)


def _offers(plugin: Plugin) -> dict[str, list[Any]]:
    """What a plug-in's hooks return, by hook; raises ``PluginError``."""
    fault = partial(_fault, plugin)
    try:
        module = plugin.entry_point.load()
    except BaseException as error:  # whatever a third party's module does on import, SystemExit included
        if isinstance(error, KeyboardInterrupt):
            raise
        raise fault(f"cannot be imported: {type(error).__name__}: {error}") from error
    version = getattr(module, "BELDIGEST_API_VERSION", API_VERSION)
    if version != API_VERSION:
        raise fault(f"is written for version {version} of the hooks, and this is version {API_VERSION}")
    manager = pluggy.PluginManager(hookspecs.GROUP)
    manager.add_hookspecs(hookspecs)
    try:
        manager.register(module, plugin.name)
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise fault(" ".join(str(error).split()), "compare it with the hooks in the documentation") from error
    implemented = sorted(caller.name for caller in manager.get_hookcallers(module) or ())
    if not implemented:
        raise fault("implements no hook", "mark its functions with beldigest.hookimpl")
    allowed = HOOKS[plugin.kind]
    for name in implemented:
        if name not in allowed:
            kind = next(kind for kind, hooks in HOOKS.items() if name in hooks)
            wanted = "the format's own name" if kind == "format" else f"{kind}.NAME"
            raise fault(f"implements {name} under this entry point", f"declare an entry point named {wanted} for it")
    offers: dict[str, list[Any]] = {}
    for name in implemented:
        try:
            offers[name] = [each for part in getattr(manager.hook, name)() for each in part]
        except Exception as error:
            raise fault(f"{name} failed: {type(error).__name__}: {error}") from error
        if name in ("beldigest_recognisers", "beldigest_opinions"):
            offers[name] = [_guarded(plugin, function) for function in offers[name]]
    return offers


def _guarded(plugin: Plugin, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function of a plug-in, whose failure names the plug-in."""
    if not callable(function):
        raise _fault(plugin, f"gives {function!r:.40}, which cannot be called")

    def guarded(*arguments: Any) -> Any:
        try:
            found = function(*arguments)
            return found if found is None or isinstance(found, bool) else list(found)
        except BeldigestError:
            raise
        except Exception as error:
            raise _fault(plugin, f"failed: {type(error).__name__}: {error}") from error

    return guarded


def _only(found: Sequence[_T], format: str, what: str, name: Callable[[_T], str]) -> _T:
    named = [each for each in found if name(each) == format]
    if len(named) != 1:
        raise PluginError(
            f"the plug-in {format!r} gives {len(named)} {what}s of that format",
            hint=f"it must give one whose format is {format!r}" if what == "exporter" else "",
        )
    return named[0]


def _repeated(names: Iterable[str]) -> list[str]:
    every = list(names)
    return sorted({name for name in every if every.count(name) > 1})

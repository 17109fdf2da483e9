"""Loads one entry point: imports it, asks its hooks, and holds what they give to the contracts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from inspect import signature
from typing import Any

import pluggy

from beldigest.plugins import guards, hookspecs
from beldigest.plugins.contracts import API_VERSION
from beldigest.plugins.json_format import JsonFormat
from beldigest.plugins.plugin import HOOKS, NAMED, Plugin

Offers = Mapping[str, Sequence[Any]]


def offers(plugin: Plugin) -> Offers:
    """What a plug-in's hooks give, by hook, guarded; raises ``PluginError``."""
    if plugin.kind == "format" and "." in plugin.name:
        kinds = ", ".join(f"{kind}.NAME" for kind in NAMED)
        raise plugin.fault("has an entry point of no known kind", f"name it {kinds}, or after a format without a dot")
    if plugin.name == JsonFormat.format:
        raise plugin.fault("claims the format 'json', which is the library's own", "give the format another name")
    module = _imported(plugin)
    manager = _registered(plugin, module)
    found: dict[str, list[Any]] = {}
    for name in _implemented(plugin, manager, module):
        found[name] = [guards.guarded(plugin, name, each) for each in _given(plugin, manager, name)]
    if plugin.kind == "format":
        if not any(found.values()):
            raise plugin.fault("gives no exporter and no importer", f"give one whose format is {plugin.name!r}")
        for name, its in found.items():
            if len(its) > 1:
                raise plugin.fault(f"{name} gives {len(its)} for one format", "give each an entry point of its own")
    return found


def _imported(plugin: Plugin) -> object:
    with plugin.named("cannot be imported", passing=()):
        module: object = plugin.entry_point.load()
    version = getattr(module, "BELDIGEST_API_VERSION", API_VERSION)
    if version != API_VERSION:
        raise plugin.fault(f"is written for version {version} of the hooks, and this is version {API_VERSION}")
    return module


def _registered(plugin: Plugin, module: object) -> pluggy.PluginManager:
    """A manager of that plug-in alone. Hooks are held to their specifications first, to say it in plain words."""
    manager = pluggy.PluginManager(hookspecs.GROUP)
    manager.add_hookspecs(hookspecs)
    known = [name for hooks in HOOKS.values() for name in hooks]
    for name in _marked(manager, module):
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"the hooks are {', '.join(known)}"
            raise plugin.fault(f"implements an unknown hook, {name}", hint)
        wanted = signature(getattr(hookspecs, name)).parameters
        for argument in signature(getattr(module, name)).parameters:
            if argument not in wanted:
                takes = ", ".join(wanted) or "no argument"
                raise plugin.fault(f"{name} has an argument {argument!r} that the hook does not give", f"take {takes}")
    try:
        manager.register(module, plugin.name)
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise plugin.fault(" ".join(str(error).split())) from error
    return manager


def _marked(manager: pluggy.PluginManager, module: object) -> Iterator[str]:
    """The names that a plug-in marks as implementations of hooks."""
    return (name for name in sorted(dir(module)) if manager.parse_hookimpl_opts(module, name) is not None)


def _implemented(plugin: Plugin, manager: pluggy.PluginManager, module: object) -> list[str]:
    implemented = sorted(caller.name for caller in manager.get_hookcallers(module) or ())
    if not implemented:
        raise plugin.fault("implements no hook", "mark its functions with beldigest.hookimpl")
    for name in implemented:
        if name not in HOOKS[plugin.kind]:
            kind = next(kind for kind, hooks in HOOKS.items() if name in hooks)
            wanted = "the format's own name" if kind == "format" else f"{kind}.NAME"
            raise plugin.fault(
                f"implements {name} under this entry point", f"declare an entry point named {wanted} for it"
            )
    return implemented


def _given(plugin: Plugin, manager: pluggy.PluginManager, name: str) -> list[Any]:
    """What a hook gives: everything in the list that it returns."""
    given: list[Any] = []
    for implementation in getattr(manager.hook, name).get_hookimpls():
        with plugin.named(f"{name} failed", passing=()):
            # Called here and not by pluggy, which leaves out None: what a function without its return statement gives.
            returned = implementation.function()
            its = list(returned) if isinstance(returned, Iterable) else None
        if its is None:
            raise plugin.fault(f"{name} returns {returned!r:.60}", "return a list")
        given += its
    return given

"""A plug-in: an entry point of the group, and what its kind may implement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import EntryPoint
from typing import Literal

from attrs import field, frozen

from beldigest.errors import BeldigestError, PluginError

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
#: The kinds that an entry point names before a dot; it names a format alone.
NAMED: dict[str, Kind] = {kind: kind for kind in HOOKS if kind != "format"}


@frozen
class Plugin:
    """An entry point of the group: its name, what it offers by that name, and the distribution that it comes from."""

    name: str
    kind: Kind
    distribution: str
    version: str
    entry_point: EntryPoint = field(repr=False, eq=False)

    @classmethod
    def of(cls, point: EntryPoint) -> Plugin:
        """The plug-in of an entry point; what its name begins with up to a dot says its kind."""
        kind = NAMED.get(point.name.partition(".")[0], "format") if "." in point.name else "format"
        found = point.dist
        return cls(point.name, kind, found.name if found else "?", found.version if found else "?", point)

    def fault(self, what: str, hint: str = "") -> PluginError:
        """The error that names the plug-in."""
        return PluginError(what, where=f"plug-in {self.name} ({self.distribution} {self.version})", hint=hint)

    def blamed(self, error: PluginError) -> PluginError:
        """The same error, which names the plug-in if it names none yet."""
        return error if error.where else self.fault(error.what, error.hint)

    @contextmanager
    def named(
        self,
        failure: str,
        *,
        passing: tuple[type[BaseException], ...] = (BeldigestError, BrokenPipeError),
        others: Sequence[BaseException] = (),
    ) -> Iterator[None]:
        """Runs code of the plug-in, and turns what it raises into an error that names it.

        Whatever it raises counts: ``SystemExit``, and the panic of an extension in Rust, are no ``Exception``. Errors
        of the kinds ``passing`` are meant for the caller, and ``others`` are not the plug-in's own.
        """
        try:
            yield
        except BaseException as error:
            stopped = isinstance(error, (*passing, KeyboardInterrupt, GeneratorExit))
            if stopped or any(error is other for other in others):
                raise
            hint = f"tell its authors, or pass over it with {DISABLE}={self.name}"
            raise self.fault(f"{failure}: {type(error).__name__}: {error}", hint) from error

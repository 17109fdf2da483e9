"""What can go wrong, each with one clear sentence.

Every error that the library raises on purpose derives from :class:`BeldigestError`. Its text says what was wrong,
where, and what to do about it; the three parts are kept apart so that a program can show them its own way.
"""

from __future__ import annotations


class BeldigestError(Exception):
    """Base of all errors of the library.

    ``what`` is a clause without a full stop, ``where`` a file, a line and column, or a field path such as
    ``$.stories[3].figures[0].value``, and ``hint`` what to do.
    """

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        self.what = what
        self.where = where
        self.hint = hint
        super().__init__(what, where, hint)

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}; {self.hint}" if self.hint else head

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, (type(self), self.what, self.where, self.hint)


def _restore(kind: type[BeldigestError], what: str, where: str, hint: str) -> BeldigestError:
    return kind(what, where=where, hint=hint)


class InputError(BeldigestError):
    """A source cannot be read: missing, unreadable, binary, in another encoding, or not of the format named."""

    @classmethod
    def of_system(cls, error: OSError | ValueError, where: str) -> InputError:
        """The error for a source that the system does not open or read."""
        hint = _hint(error, missing="check the path")
        return cls(f"cannot be read: {_said(error)}", where=where, hint=hint)


class OutputError(BeldigestError):
    """A target cannot be written, or cannot hold the format."""

    @classmethod
    def of_system(cls, error: OSError, where: str) -> OutputError:
        """The error for a target that the system does not make or write."""
        hint = _hint(error, missing="make the folder that it is to lie in")
        return cls(f"cannot be written: {_said(error)}", where=where, hint=hint)


def _said(error: OSError | ValueError) -> str:
    """What the system says, as the end of a sentence."""
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()


def _hint(error: OSError | ValueError, *, missing: str) -> str:
    if isinstance(error, FileNotFoundError):
        return missing
    return "check its permissions" if isinstance(error, PermissionError) else ""


class OptionError(BeldigestError):
    """An option or argument has a name or a value that nothing here understands."""


class UnknownFormatError(OptionError):
    """No installed plug-in writes or reads the format asked for."""


class PluginError(BeldigestError):
    """A plug-in fails to import, breaks its contract, or claims a name that another one has."""


class SerialisationError(BeldigestError):
    """Serialised data does not describe a briefing; ``where`` is the path of the field."""

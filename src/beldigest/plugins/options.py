"""Options of exporters: given by name, checked against what the exporter declares."""

from __future__ import annotations

from collections.abc import Mapping

from beldigest.errors import OptionError
from beldigest.plugins.contracts import Exporter, Option, OptionValue

_TRUE = ("true", "yes", "on", "1")
_FALSE = ("false", "no", "off", "0")


def checked(exporter: Exporter, given: Mapping[str, OptionValue]) -> dict[str, OptionValue]:
    """A value for each option of an exporter: the given one, or its default.

    Values may be strings, as the command line has them. Raises ``OptionError`` for an unknown name or a wrong value.
    """
    known = {option.name: option for option in exporter.options}
    for name in given:
        if name not in known:
            hint = f"it has: {', '.join(known)}" if known else "it has none"
            raise OptionError(f"the format {exporter.format!r} has no option {name!r}", hint=hint)
    return {name: _value(option, given[name]) if name in given else option.default for name, option in known.items()}


def _value(option: Option, value: OptionValue) -> OptionValue:
    if isinstance(option.default, bool):
        if isinstance(value, bool):
            return value
        if str(value).lower() in _TRUE:
            return True
        if str(value).lower() in _FALSE:
            return False
        raise _wrong(option, value, "yes or no")
    if isinstance(option.default, int):
        try:
            return int(str(value))
        except ValueError:
            raise _wrong(option, value, "a whole number") from None
    if option.choices and value not in option.choices:
        raise _wrong(option, value, "one of " + ", ".join(filter(None, option.choices)))
    if isinstance(value, bool):  # as the command line has a name without a value
        raise _wrong(option, value, "a text")
    return str(value)


def _wrong(option: Option, value: OptionValue, wanted: str) -> OptionError:
    return OptionError(f"the option {option.name!r} cannot be {value!r}", hint=f"give {wanted}")

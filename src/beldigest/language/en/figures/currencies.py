"""Codes and English names of currencies, as Unicode CLDR gives them: "Danish kroner", "birr", "bolivianos"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

# Forms that news writes beside those of CLDR, by the noun of the name.
_SYNONYMS = {
    "ruble": ("rouble",),
    "krone": ("crown", "kroner"),
    "krona": ("crown", "kronor"),
    "koruna": ("crown",),
    "króna": ("krona", "crown"),
    "lira": ("lire",),
    "zloty": ("złoty",),
    "hryvnia": ("hryvna",),
    "new shekel": ("shekel",),
}
# Nouns that are mostly said of one country's, whatever others a text names, or of no currency.
_FOREMOST = frozenset({"dollar", "pound"})
# Signs that several countries write alone for theirs, by the noun of its name.
_SHARED_SIGNS = {"dollar": "$"}
# The noun of currencies that is a unit of mass as well.
_MASS = "pound"
# Nouns of currencies that are everyday words too, so that alone they say nothing: "5 real people", "two gold medals".
_WORDS = frozenset(
    {"gold", "golds", "mark", "marks", "real", "reals", "sol", "soles", "sols", "unit", "units", "value"}
)


@cache
def currency_codes() -> frozenset[str]:
    """The ISO 4217 codes of currencies, without those for metals, funds and tests."""
    from babel import Locale

    return frozenset(str(code) for code in Locale("en").currencies if not str(code).startswith("X"))


def is_currency_code(form: str) -> bool:
    """Whether a form is a code of ISO 4217."""
    return len(form) == 3 and form.isascii() and form.isupper() and form in currency_codes()


def numbers_of(name: str) -> tuple[str, ...]:
    """A name in the singular and, where it takes -s or -es, in the plural."""
    if name.endswith(("s", "z")) or name == "feet":
        return (name,)
    return name, name + ("es" if name.endswith("ch") else "s")


def full_names() -> Iterator[tuple[str, str]]:
    """Each name of a currency in CLDR, in lower case, and its variants, with the ISO 4217 code."""
    for code, names in _cldr().items():
        for name in names:
            yield from ((form, code) for form in {name: None, name.replace(" & ", " and "): None})
            for noun, others in _SYNONYMS.items():
                for ending in ("", "s"):
                    stem = name.removesuffix(noun + ending)
                    if stem.endswith(" "):
                        yield from ((stem + form, code) for other in others for form in numbers_of(other))


def nouns() -> Iterator[tuple[str, str, bool]]:
    """What the names of the currencies in use end in, "birr", "rupees": the form, and whether several share it.

    The second item is the ISO 4217 code, or for a shared noun its singular.
    """
    codes: dict[str, set[str]] = {}
    for code in sorted(_in_use()):
        for noun in _nouns(code):
            codes.setdefault(noun, set()).add(code)
    for code in sorted(_in_use()):
        for noun in _nouns(code):
            if noun not in _WORDS:
                shared = len(codes[noun]) > 1
                yield noun, _nouns(code)[0] if shared else code, shared


@cache
def currencies_in(territory: str) -> Mapping[str, str]:
    """The code of the one currency of a territory (ISO 3166-1), by its noun and its sign if that is shared."""
    from babel.core import get_global

    history = get_global("territory_currencies").get(territory, ())
    codes = [code for code, _, end, tender in history if tender and end is None and code in _cldr()]
    if len(codes) != 1:
        return {}
    noun = _nouns(codes[0])[0]
    return {} if noun == _MASS else dict.fromkeys((noun, _SHARED_SIGNS.get(noun, noun)), codes[0])


def issued(noun: str, text: str, start: int, end: int) -> str | None:
    """The code of the currency with that noun whose country ``text[start:end]`` names, alone of those that share it."""
    return None if noun in _FOREMOST or not noun[:1].isalpha() else issued_by(noun, text, start, end)


def issued_by(noun: str, text: str, start: int, end: int) -> str | None:
    """As :func:`issued`, where ``text[start:end]`` stands right before the noun: "Namibia (dollars)"."""
    named = [code for code, issuers in _issuers(noun) if issuers.search(text, start, end) is not None]
    return named[0] if len(named) == 1 else None


@cache
def _issuers(noun: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The currencies in use with a noun, and how their countries and what is theirs are called: "Nepal", "Nepalese"."""
    from babel import Locale
    from babel.core import get_global

    names = Locale("en").territories.items()
    lands = {land: re.split(r" (?:\(|-|&)", name)[0] for land, name in names if land.isalpha()}
    issuers = {}
    for code in sorted(_in_use()):
        name = _cldr()[code][0] if code in _cldr() else ""
        words = name.split() or [""]
        if f" {name}".endswith(f" {noun.lower()}") or noun in _SYNONYMS.get(words[-1], ()):
            called = [" ".join(word.capitalize() for word in words[:-1])]
            for land, history in sorted(get_global("territory_currencies").items()):
                if any(used == code and end is None and tender for used, _, end, tender in history):
                    called.append(lands[land])
            issuers[code] = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, filter(None, called)))})(?![\w-])")
    return tuple(issuers.items())


def _nouns(code: str) -> list[str]:
    """The last word of the name of a currency, in the singular and in the plurals: of its own, in -s ("denars")."""
    nouns = [name.split()[-1] for name in _cldr().get(code, ())]
    return list(dict.fromkeys([*nouns, *(form for noun in nouns[:1] for form in numbers_of(noun))]))


@cache
def _cldr() -> dict[str, tuple[str, str]]:
    """The singular and the plural of each currency's name, in lower case, by code; none for those told by years."""
    from babel import Locale  # loads CLDR, which a text without figures can do without

    plurals = Locale("en")._data["currency_names_plural"]
    forms = {code: (plurals[code]["one"].lower(), plurals[code]["other"].lower()) for code in sorted(plurals)}
    return {code: names for code, names in forms.items() if not any("(" in name for name in names)}


@cache
def _in_use() -> frozenset[str]:
    """The codes of the currencies that are legal tender somewhere today."""
    from babel.core import get_global

    histories = get_global("territory_currencies").values()
    return frozenset(code for history in histories for code, _, end, tender in history if tender and end is None)

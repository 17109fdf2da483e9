"""English units of measure and currencies, after a number ("km", "Danish crowns") and before it ("US$", "RM")."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from attrs import evolve, frozen

from beldigest.language.lexicon import lexicon
from beldigest.language.tokens import Tokens

_LONGEST = 5
_BRACKETS = frozenset("()[]{}<>")
_SHAPES = frozenset({"long", "wide", "tall", "high", "thick", "deep", "by", "x", "across", "screen", "display"})
_PER = frozenset({"per", "a", "an", "each", "every", "/"})
_ADVERBS_OF_RATE = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "apiece": "each",
}
_SINGLE_LETTERS_APART = frozenset("mgtlLhscpVWKCFJb")
_SYNONYMS = {
    "ruble": ("rouble",),
    "krone": ("crown", "kroner"),
    "krona": ("crown", "kronor"),
    "koruna": ("crown",),
    "króna": ("krona", "crown"),
    "zloty": ("złoty",),
    "hryvnia": ("hryvna",),
    "shekel": ("new shekel",),
    "new shekel": ("shekel",),
}


@frozen
class Unit:
    """A unit and the index after it. ``shared`` says that several countries have a currency of that name."""

    end: int
    name: str
    money: bool = False
    shared: bool = False
    symbol: bool = False


_Entry = tuple[str, bool, bool]  # name, money, shared


def _split(spelling: str) -> tuple[str, ...]:
    return tuple(Tokens(spelling, 0, len(spelling)).forms)


@cache
def _words() -> dict[tuple[str, ...], _Entry]:
    """Names of units and currencies in lower case, by their tokens; measures before currencies."""
    table: dict[tuple[str, ...], _Entry] = {}
    for spelling, unit, kind in lexicon("en", "figures_units"):
        if kind == "word":
            for form in (spelling, *_plurals(spelling)):
                table.setdefault(_split(form), (unit, False, False))
    for spelling, code, kind in lexicon("en", "figures_currencies"):
        if kind in {"name", "bare"}:
            entry = (spelling if code == "-" else code, True, kind == "bare")
            for form in (spelling, *_plurals(spelling)):
                table[_split(form)] = entry
    for form, code in _currency_names():
        table.setdefault(_split(form), (code, True, False))
    return table


def _plurals(name: str) -> tuple[str, ...]:
    if name.endswith(("s", "z", "ch")) or name in {"feet", "yen", "yuan"}:
        return (name + "es",) if name.endswith("ch") else ()
    return (name + "s",)


def _currency_names() -> Iterable[tuple[str, str]]:
    """Each name of a currency in CLDR, in lower case, with its ISO 4217 code; the variants of a name share its code."""
    from babel import Locale  # loads CLDR, which a text without figures can do without

    plurals = Locale("en")._data["currency_names_plural"]
    for code in sorted(plurals):
        names = {name.lower() for name in (plurals[code]["one"], plurals[code]["other"]) if "(" not in name}
        for name in sorted(names):
            yield name, code
            for noun, others in _SYNONYMS.items():
                for ending in ("", "s"):
                    if name.endswith(" " + noun + ending):
                        for other in others:
                            yield name.removesuffix(noun + ending) + other, code
                            yield name.removesuffix(noun + ending) + other + "s", code


@cache
def currency_codes() -> frozenset[str]:
    """The ISO 4217 codes of currencies, without those for metals, funds and tests."""
    from babel import Locale

    return frozenset(code for code in Locale("en").currencies if not code.startswith("X"))


@cache
def _symbols() -> dict[tuple[str, ...], _Entry]:
    """Symbols of units and currencies as written, by their tokens."""
    table: dict[tuple[str, ...], _Entry] = {}
    for spelling, unit, kind in lexicon("en", "figures_units"):
        if kind == "symbol":
            table[_split(spelling)] = (unit, False, False)
    for spelling, code, kind in lexicon("en", "figures_currencies"):
        if kind == "symbol":
            table[_split(spelling)] = (code, True, False)
    return table


@cache
def _prefixes() -> dict[str, tuple[str, str]]:
    """What stands before a number for a currency: the code, and whether it is a symbol or letters."""
    return {
        spelling.lower(): (code, kind)
        for spelling, code, kind in lexicon("en", "figures_currencies")
        if kind in {"symbol", "prefix"}
    }


@cache
def _beginnings() -> frozenset[str]:
    """The lower-case first tokens of all units: what has none of them behind it needs no further look."""
    return frozenset(key[0].lower() for table in (_words(), _symbols()) for key in table)


def unit_after(tokens: Tokens, at: int) -> Unit | None:
    """The longest unit that begins at a token, right after a number."""
    if tokens.word(at) not in _beginnings():
        return _code_after(tokens, at)
    words, symbols = _words(), _symbols()
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        found = words.get(tuple(tokens.words[at : at + length]))
        if found and _apt_word(tokens, at, length, found):
            return Unit(at + length, *found)
        found = symbols.get(tuple(tokens.forms[at : at + length]))
        if found and _apt_symbol(tokens, at, length, found[1]):
            return Unit(at + length, *found, symbol=True)
    return _code_after(tokens, at)


def _code_after(tokens: Tokens, at: int) -> Unit | None:
    """An ISO 4217 code after a number, such as "50 million USD"."""
    code = tokens.form(at)
    if _is_code(code):
        return Unit(at + 1, code, money=True)
    if code in _BRACKETS:  # "20 (kg)"
        found = unit_after(tokens, at + 1)
        if found is not None and found.symbol and tokens.form(found.end) in _BRACKETS:
            return evolve(found, end=found.end + 1)
    return None


def _is_code(form: str) -> bool:
    return len(form) == 3 and form.isascii() and form.isupper() and form in currency_codes()


def _apt_word(tokens: Tokens, at: int, length: int, found: _Entry) -> bool:
    """Whether the word is meant as a unit: "41 won" is a verb, "2 point" a decimal, "5 second-place" a rank."""
    word = tokens.word(at)
    if word == "won":
        return (tokens.value(at - 1) or 0) >= 100 or tokens.value(at - 1) is None
    if word == "second" and length == 1:
        return tokens.word(at + 1) not in {"place", "half", "round", "-"} or tokens.word(at - 1) == "-"
    if word == "mo" or word == "yo":
        return not tokens.capital(at)
    return True


def _apt_symbol(tokens: Tokens, at: int, length: int, money: bool) -> bool:
    """Whether the symbol belongs to the number before it and not to the words or the number after it."""
    form, touching = tokens.form(at), tokens.touches(at)
    if money:  # "10 $30": the symbol belongs to what it touches
        return touching or not (tokens.touches(at + length) and tokens.value(at + length) is not None)
    nxt = at + length
    if tokens.touches(nxt) and (tokens.value(nxt) is not None or tokens.form(nxt).isalpha()):
        return False
    if form in {"'", "′", "’"}:
        return touching and tokens.value(nxt) is not None and tokens.touches(nxt)
    if form == "in" and tokens.word(at - 2) in {"ft", "foot", "feet", "'"}:
        return True
    if form in {'"', "″", "''"} or (form == "in" and not touching):
        return tokens.word(nxt) in _SHAPES or (form == "″" and touching)
    if len(form) == 1 and form.isalpha() and length == 1 and not touching:
        return form in _SINGLE_LETTERS_APART and not tokens.form(nxt).isupper()
    if form == "s" and touching and tokens.form(at - 1).isdecimal() and len(tokens.form(at - 1)) > 1:
        return False  # "1980s", "in his 30s"
    if form in {"x", "×"}:
        return touching and tokens.value(nxt) is None
    return touching or form not in {"in", "a", "h", "ha", "pt", "ac", "bar", "mi"} or form in {"ha", "bar", "mi"}


def money_before(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """The currency before a number: the index of its first token and its code ("US$", "$US", "EUR", "Rs.", "RM")."""
    last = at - 1
    if tokens.word(last) in {"-", "−"} and tokens.touches(at) and tokens.touches(last):
        last -= 1
    if tokens.word(last) == "." and tokens.touches(last):
        last -= 1
    form = tokens.form(last)
    if not form:
        return None
    known = _prefixes().get(tokens.word(last))
    if known is not None and known[1] == "symbol":
        return _before_symbol(tokens, last, known[0])
    if last and tokens.touches(last) and (symbol := _prefixes().get(tokens.word(last - 1))):
        if symbol[1] == "symbol" and form.isupper():  # "$US113"
            return last - 1, known[0] if known else symbol[0]
    if known is not None and (len(form) > 1 or form == "¥"):
        if form == form.lower() and form != "dlrs" or form in {"US", "U.S.", "HK", "AU", "CA", "NT", "NZ"}:
            return None
        return last, known[0]
    if _is_code(form) and (tokens.touches(at) or form not in {"ALL", "TRY", "TOP", "CUP", "PEN", "MAD"}):
        return last, form
    if tokens.word(last) in {"usd", "eur", "gbp", "rmb"}:
        return last, {"usd": "USD", "eur": "EUR", "gbp": "GBP", "rmb": "CNY"}[tokens.word(last)]
    return None


def _before_symbol(tokens: Tokens, at: int, code: str) -> tuple[int, str]:
    """A symbol with the letters before it: "US$", "C $", "Mex$", "cad$"."""
    letters = tokens.form(at - 1)
    if tokens.form(at) == "$" and letters:
        known = _prefixes().get(letters.lower())
        spaced = not tokens.touches(at)
        if known is not None and known[1] == "prefix" and (not spaced or len(letters) > 1 or letters in {"C", "c"}):
            return at - 1, known[0]
        if not spaced and letters.upper() in currency_codes():
            return at - 1, letters.upper()
    if not tokens.touches(at) and _is_code(letters):
        return at - 1, letters
    return at, code


def rate_after(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """What a rate is given for: "per day", "a month", "/kg", "annually"; the index after it and the unit."""
    word = tokens.word(at)
    if word in _ADVERBS_OF_RATE:
        return at + 1, _ADVERBS_OF_RATE[word]
    if word in {"a", "an"} and tokens.word(at + 2) in {"earlier", "ago", "before", "later", "after", "prior", "on"}:
        return None
    hyphen = word == "-" and tokens.word(at + 1) in _PER
    if not hyphen and word not in _PER:
        return None
    preposition = tokens.word(at + hyphen)
    nxt = at + hyphen + 1
    nxt += tokens.word(nxt) == "-" and tokens.touches(nxt)
    if preposition == "per" and tokens.word(nxt) in {"annum", "capita"}:
        return nxt + 1, {"annum": "year", "capita": "person"}[tokens.word(nxt)]
    found = unit_after(tokens, nxt)
    if found is not None and (not found.symbol or preposition == "/") and not found.money:
        return found.end, found.name
    if (preposition == "per" or tokens.word(nxt) in {"share", "person", "head", "piece", "tonne"}) and tokens.form(
        nxt
    ).isalpha():
        return nxt + 1, tokens.word(nxt)
    return None

"""What English says around a number: how sure it is ("at least", "or so") and which way it moved ("fell by")."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

from beldigest.language.en.figures.parts import denominator
from beldigest.language.en.figures.words import (
    ARTICLES,
    BEING,
    CURRENCIES,
    DETERMINERS,
    INDEFINITE,
    MODALS,
    NOMINAL,
    is_adverb,
    is_gerund,
    is_number,
    is_participle,
    word_class,
)
from beldigest.language.figures import Motion, Phrase
from beldigest.language.lexicon import lexicon
from beldigest.language.tokens import Tokens
from beldigest.model import Bound, Change

# Words that can stand between a bound and its number: "at least another 30", "more than a dozen".
_FILLERS = frozenset({"a", "an", "another", "just", "only", "even", "still", "further", "additional", "record"})
_BEFORE_FIGURES = frozenset(
    {"record", "revised", "adjusted", "preliminary", "reported", "mere", "whopping", "net", "average", "total"}
    | INDEFINITE
)
_TIED_AFTER = frozenset({"plus", "+", "odd"})
_MORE = frozenset(
    {"more", "higher", "greater", "larger", "bigger", "faster", "longer", "older", "stronger", "above", "warmer"}
    | {"hotter", "taller", "heavier", "wider", "deeper", "richer", "busier", "costlier", "dearer", "pricier"}
)
_LESS = frozenset(
    {"less", "fewer", "lower", "smaller", "slower", "shorter", "cheaper", "younger", "weaker", "below", "cooler"}
    | {"colder", "lighter", "narrower", "shallower", "poorer"}
)
#: Words that compare.
COMPARATIVES = _MORE | _LESS
# Without "than" these only add: "hundreds more".
_QUANTIFIERS = frozenset({"more", "less", "fewer"})
# Behind a share, or how many times, they compare: "23% less likely", "a third fewer cars", "three times more cars".
_COMPARED = frozenset({"%", "percent", "cent", "times", "degree", "degrees", "celsius", "fahrenheit"})
# With "of" or an amount of money these are the result of a year ("a loss of $3m"), and no change.
_RESULTS = frozenset({"loss", "losses"})
# With a large sum of money so are these: an index loses points and a share cents, but a firm millions.
_RESULTING = frozenset({"lose", "loses", "losing", "lost"})
_SHARES = frozenset({"%", "percent", "cent"})
_SCALES = _SHARES | {"point", "points"}
#: Bounds that say where a change went, and not how far: "slipped below $60".
REACHED = frozenset({"above", "below", "beneath", "beyond", "past"})
# Verbs of which "up" is no part: "closed up 5 points".
_TRADING = frozenset(
    {"closed", "ended", "finished", "opened", "settled", "traded", "trading", "going", "go", "goes", "went", "gone"}
    | {"moved", "inched", "edged", "ticked", "crept"}
)
# What a quantity came to, as in "fell to a five-year low of 40".
_LEVELS = frozenset(
    {"average", "total", "maximum", "minimum", "record", "peak", "high", "low"} | {"level", "rate", "mean"}
)
_LONGEST_LEVEL = 6
#: Words that an infinitive follows.
BEFORE_INFINITIVES = MODALS | {"to"}
_BEFORE_VERBS = frozenset({"auxiliary", "pronoun"})
_LONGEST_OBJECT = 10
_LONGEST_AMOUNT = 4
# Prepositions with which no object goes on.
_ENDING_OBJECTS = frozenset({"by", "to", "from", "with", "at"})
_IN_OBJECTS = frozenset({"", "homograph", "determiner", "adjective", "adverb", "calendar", "preposition"})
_DIGITS_OF_YEAR = 4

_Phrases = dict[str, list[tuple[list[str], Bound]]]


@cache
def _bounds(place: str) -> _Phrases:
    """The bounds before a number by their last token, or those after it by their first; the longest first."""
    table: _Phrases = {}
    for phrase, where, bound in lexicon("en", "figures_bounds"):
        if where == place:
            tokens = Tokens(phrase, 0, len(phrase))
            words = tokens.words[: len(tokens)]
            table.setdefault(words[-1 if place == "before" else 0], []).append((words, cast(Bound, bound)))
    return {word: sorted(entries, key=lambda entry: -len(entry[0])) for word, entries in table.items()}


@cache
def _changes() -> dict[str, tuple[str, str]]:
    """Words for a change: which way it went, and how they take the figure."""
    return {word: (way, kind) for word, way, kind in lexicon("en", "figures_changes")}


def _change_at(tokens: Tokens, at: int) -> tuple[str, str]:
    """Which way a change went that the word at a token tells, and how it takes the figure; empty for other words."""
    way, kind = _changes().get(tokens.words[at], ("", ""))
    if kind != "infinitive":
        return way, kind
    return (way, "verb") if tokens.words[at - 1] in BEFORE_INFINITIVES else ("", "")


def is_changing(tokens: Tokens, at: int) -> bool:
    """Whether the word at a token says that a quantity rose or fell."""
    return _change_at(tokens, at)[0] != ""


def is_change(word: str) -> bool:
    """Whether a word in lower case says by itself that a quantity rose or fell."""
    return _changes().get(word, ("", "infinitive"))[1] != "infinitive"


def is_noun_of_change(word: str) -> bool:
    """Whether a word in lower case is a noun, and no verb, that says that a quantity rose or fell: "growth"."""
    return _changes().get(word, ("", ""))[1] == "noun"


def names_change(word: str) -> bool:
    """Whether a word in lower case can be a noun that says that a quantity rose or fell: "growth", "rise"."""
    return "noun" in _changes().get(word, ("", ""))[1]


def bound_before(tokens: Tokens, at: int) -> tuple[int, Bound] | None:
    """The bound before the figure that begins at a token, over an article or the like, and its first token."""
    table = _bounds("before")
    for last in (at - 1, at - 2, at - 3):
        word = tokens.words[last]
        for words, bound in table.get(word, ()):
            start = last + 1 - len(words)
            if start >= 0 and tokens.words[start : last + 1] == words:
                if word == "past" and not is_change(tokens.words[start - 1]):  # "soared past 46", not "the past 3 days"
                    continue
                return start, bound
        if word not in _FILLERS and not (word == "-" and tokens.touches(last)):
            return None
    return None


def bound_after(tokens: Tokens, at: int) -> tuple[int, Bound] | None:
    """The index after the bound that follows a number or a unit, and the bound."""
    tied = tokens.words[at] == "-" and tokens.words[at + 1] in _TIED_AFTER
    start = at + tied
    for words, bound in _bounds("after").get(tokens.words[start], ()):
        end = start + len(words)
        if tokens.words[start:end] != words:
            continue
        if words[0] in _TIED_AFTER and not (tied or tokens.touches(start)):
            continue
        word = tokens.words[end]
        if is_number(tokens, end) or word in CURRENCIES or word in ARTICLES:
            continue  # "3+4", "(12 cows) and over 40 goats", "(12 years) and under a third of"
        return end, bound
    return None


def change_before(tokens: Tokens, at: int, total: bool = False) -> Motion | None:
    """The change that the words before a figure say of it: "rose by", "down sharply to", "lost another".

    ``total`` says that it is a sum of money, of thousands or more: what one loses then is no change.
    """
    if tokens.words[at - 1] == "+" and tokens.touches(at) and not tokens.touches(at - 1):  # "Dow +0.2%"
        return "rose by"
    back = over_modifiers(tokens, level_before(tokens, at) - 1)
    if tokens.words[back] == "of":  # "a drop of 18%"
        way, kind = _changes().get(tokens.words[back - 1], ("", ""))
        result = tokens.words[back - 1] in _RESULTS and _scale_of(tokens, at) not in _SCALES
        return cast(Change, f"{way} by") if "noun" in kind and not result else None
    direction = direction_before(tokens, back + 1)
    told = direction != ""
    back -= told
    reached = tokens.words[at] in REACHED or (tokens.words[at] == "as" and tokens.words[at + 1] in {"low", "high"})
    direction = direction or ("to" if reached else "by")
    if tokens.words[back] not in _changes() and is_adverb(tokens.words[back]):
        back -= 1
    way, kind = _change_at(tokens, back)
    if not way and told:
        parted = direction != "from" and tokens.words[back] == ","  # "dropped for a fifth month, by 8%"
        back = verb_of_object(tokens, back + (not parted))
        way, kind = _change_at(tokens, back)
    if kind in {"", "object"} and not told and (share := object_before_share(tokens, at)) is not None:
        return cast(Motion, f"{_change_at(tokens, share[0] - 1)[0]} {direction}")
    if tokens.words[back] in COMPARATIVES and tokens.words[back - 1] in DETERMINERS:  # "the lower 5%"
        return None
    passive = tokens.words[back - 1] in BEING and not is_gerund(tokens.words[back])  # "has been raised 5%"
    if not way or (kind == "object" and not (told or passive)) or (way == "moved" and direction != "from"):
        return None
    if kind == "amount" and (told or tokens.words[at - 1] in ARTICLES):
        return None
    if total and tokens.words[back] in _RESULTING:
        return None
    if kind == "particle" and not _moves(tokens, back - 1, told):
        return None
    return cast(Motion, f"{way} {direction}")


def over_modifiers(tokens: Tokens, at: int) -> int:
    """The index of the last token up to this one that is no determiner, no adverb and no word such as "record"."""
    while tokens.words[at] in _BEFORE_FIGURES or word_class(tokens.words[at]) == "adverb" or _is_ranked(tokens, at):
        at -= 1
    return at


def _is_ranked(tokens: Tokens, at: int) -> bool:
    """Whether a word behind an article says what a figure is: "up from an (intended) 56", "by a (modest) 3%".

    Before a number it can be no noun, which the article would belong to; names are ("a Boeing 737").
    """
    word = tokens.words[at]
    if tokens.words[at - 1] not in ARTICLES:
        return False
    alone = is_number(tokens, at + 1) or tokens.words[at + 1] in CURRENCIES
    return is_participle(word) or (alone and tokens.forms[at].islower() and word_class(word) in {"", "adjective"})


def level_before(tokens: Tokens, at: int) -> int:
    """The index of the article before what a figure at a token is the level of, "(a five-year low of) 4%".

    The same index where there is none.
    """
    if tokens.words[at - 1] != "of" or tokens.words[at - 2] not in _LEVELS:
        return at
    for article in range(at - 3, max(-1, at - 3 - _LONGEST_LEVEL), -1):
        if tokens.words[article] in ARTICLES:
            return article
    return at


def verb_of_object(tokens: Tokens, at: int) -> int:
    """The index of the verb of change whose object ends before a token, "raised its stake (to)"; -1 for none."""
    for back in range(at - 1, max(-1, at - _LONGEST_OBJECT), -1):
        word = tokens.words[back]
        if back < at - 1 and _change_at(tokens, back)[1] in {"verb", "verb noun", "object"}:
            return back
        dated = len(word) == _DIGITS_OF_YEAR and word.isdecimal()  # "rose since 2019 to (85)"
        if (
            not (word[:1].isalpha() or word == "-" or dated)
            or word_class(word) not in _IN_OBJECTS
            or is_participle(word)
        ):
            break
    return -1


def _scale_of(tokens: Tokens, at: int) -> str:
    """The word or mark behind the digits, or the one word, of a figure that begins at a token; "cent" of "per cent"."""
    end = at + 1
    for index in range(at, at + _LONGEST_AMOUNT):
        if tokens.values[index] is not None:
            end = index + 1
            break
    return tokens.words[end + (tokens.words[end] == "per")]


def object_before_share(tokens: Tokens, at: int) -> Phrase | None:
    """The object of a verb of change that ends right before a percentage: "raised (fares) 5%"."""
    if _scale_of(tokens, at) not in _SHARES:
        return None
    end = at
    while is_adverb(tokens.words[end - 1]):
        end -= 1
    if not tokens.words[end - 1].isalpha() or word_class(tokens.words[end - 1]) not in NOMINAL:
        return None
    verb = verb_of_object(tokens, end)
    kind = _change_at(tokens, verb)[1] if verb >= 0 else "noun"
    nominal = "noun" in kind and tokens.words[verb - 1] != "to" and tokens.words[verb - 1] not in MODALS
    if nominal or word_class(tokens.words[verb - 1]) in {"determiner", "adjective"}:  # "the cut in fares"
        return None
    return (verb + 1, end) if _ENDING_OBJECTS.isdisjoint(tokens.words[verb + 1 : end]) else None


def _moves(tokens: Tokens, at: int, told: bool) -> bool:
    """Whether "up", "down" or "off" behind a token says that a quantity moved, and is no part of a verb, "make up".

    ``told`` says that "to" or the like follows it, which a verb can have too: "boils down to".
    """
    word = tokens.words[at]
    known = word_class(word)
    if tokens.words[at + 1] == "off" and word != "," and known != "auxiliary":  # "shut off 12 pumps"
        return False
    if word in _TRADING or is_participle(word) or is_gerund(word):
        return word in _TRADING
    if known in NOMINAL and word[:1].isalpha() and told:
        return False
    if (
        known in NOMINAL
        and word[:1].isalpha()
        and (tokens.words[at - 1] == "to" or word_class(tokens.words[at - 1]) in _BEFORE_VERBS)
    ):
        return False  # "will pick up"
    return known in {"", "auxiliary", "adverb", "conjunction"} or word == "last"  # "was last up"


def change_after(tokens: Tokens, at: int) -> Change | None:
    """The change that the words after a figure say of it: "less than in 2023", "increase", "higher"."""
    word, nxt = tokens.words[at], tokens.words[at + 1]
    if word in _MORE or word in _LESS:
        compared = nxt == "than" or (word not in _QUANTIFIERS and (not nxt.isalpha() or word_class(nxt)))
        part = tokens.words[at - 1] in _COMPARED or denominator(tokens.words[at - 1]) is not None
        compared = compared or (part and nxt.isalpha())
        return ("more" if word in _MORE else "less") if compared else None
    way, kind = _changes().get(word, ("", ""))
    if word in _RESULTS and tokens.words[at - 1] not in _SCALES:  # "a $3m loss"
        return None
    moved = kind == "particle" and nxt in {"on", "from"}  # "23% up on 2022"
    return cast(Change, f"{way} by") if moved or "noun" in kind else None


def direction_before(tokens: Tokens, at: int) -> Literal["by", "to", "from", ""]:
    """Whether the word before a figure says how far a change went, where to, or where from: "to (a record low of)"."""
    word = tokens.words[over_modifiers(tokens, level_before(tokens, at) - 1)]
    return "by" if word == "by" else "to" if word == "to" else "from" if word == "from" else ""


def is_minus(tokens: Tokens, at: int) -> bool:
    """Whether the word at a token says that the number after it is below zero; "plus or minus" does not."""
    return tokens.words[at] in {"minus", "negative"} and tokens.words[at - 1] != "or"

"""English noun phrases after a number: what it counts, what it is a share or an amount of, what it modifies.

There is no parser: a phrase ends where a function word, a mark or a verb stands. After a number above one the head is
the first plural noun, since an attributive noun is in the singular ("border crossing attempts") and the verb of a
plural subject has no -s (Quirk et al., *A Comprehensive Grammar of the English Language*, 1985, 10.34 and 17.104).
"""

from __future__ import annotations

from beldigest.language.en.figures.cardinals import kind
from beldigest.language.en.figures.compounds import TIES, ends_in_plural, over, over_model
from beldigest.language.en.figures.modifiers import COMPARATIVES, change_after, is_change
from beldigest.language.en.figures.words import (
    ARTICLES,
    BEFORE_NUMBERS,
    CURRENCIES,
    DEFINITE,
    NOMINAL,
    OUTCOMES,
    PERIODS,
    SINCE,
    is_adverb,
    is_gerund,
    is_number,
    is_numeric,
    is_participle,
    is_plural,
    is_possessive,
    is_verb,
    word_class,
)
from beldigest.language.figures import Phrase
from beldigest.language.tokens import Tokens

_LONGEST = 7
_LONGEST_ATTRIBUTE = 4
_OPENERS = frozenset({"more", "other", "such", "additional", "further", "most", "less", "fewer", "straight"})
_ADDING = frozenset({"more", "additional", "further", "less", "fewer"})
# Words that open a noun phrase behind a preposition, and are pronouns or adverbs elsewhere.
_THIS = frozenset({"this", "that"})
_BEFORE_PHRASES = _THIS | {"most", "least"}
#: Pronouns of the whole that a number is a part of.
OF_WHICH = frozenset({"those", "these", "which"})
_WHEN = frozenset({"last", "next", "past", "previous"})
_TIMES = frozenset({"times", "twice"})
#: Behind "in" these only say in what respect something is measured.
RESPECTS = frozenset({"all", "total", "size", "value", "worth", "sum", "advance", "full", "part"})
_AMOUNTS = frozenset({"many", "much"})
#: Words that say which way something lies, and are adjectives before a noun: "9 km north of", "the north coast".
DIRECTIONS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "offshore", "inland"}
    | {"upstream", "downstream", "uphill", "downhill", "underground", "ashore"}
)
_PERIODIC = frozenset({"daily", "weekly", "monthly", "quarterly", "yearly"})
_SHARES = frozenset({"%", "percent", "cent"})
_GENITIVES = frozenset({"'", "’"})
_COORDINATORS = frozenset({"and", "&", "or"})
_OF = (("of",), ("worth", "of"), ("out", "of"))
_OF_MONEY = (*_OF, ("in",))
_BEFORE_HEADS = frozenset({"adjective", "dimension", *NOMINAL})
_CLAUSE_MARKS = frozenset({"", ".", ":", ";", "!", "?", "“"})
_BEHIND_VERBS = frozenset({"preposition", "conjunction", "adverb"})
_VERBS = frozenset({"auxiliary", "verb"})


def counted_after(tokens: Tokens, at: int, one: bool) -> Phrase | None:
    """The noun phrase after a number that it counts; ``one`` says that the number is one."""
    if tokens.words[at] == "of":
        if word_class(tokens.words[at + 1]) == "pronoun" or tokens.words[at + 1] in OF_WHICH:
            phrase = _plural(tokens, at + 2)  # "36 of them foreigners"
            return phrase if phrase is not None and is_plural(tokens.words[phrase[1] - 1]) else None
        return noun_phrase(tokens, at + 1)
    if tokens.words[at] == "head" and tokens.words[at + 1] == "of":  # "(75) head of cattle"
        return noun_phrase(tokens, at + 2)
    if tokens.words[at] == "-" and tokens.touches(at + 1) and is_word(tokens, at + 1) and _may_be_tied(tokens, at + 1):
        if tokens.words[at + 1] == "strong":  # "a 200-strong crowd"
            return _singular(tokens, at + 2)
        return at + 1, over(tokens, at + 1)  # "a two-term governor"
    opened = tokens.words[at] in _OPENERS and tokens.words[at + 1] != "than"
    phrase = (_singular if one else _plural)(tokens, at + opened)
    if phrase is not None and tokens.words[at] in _WHEN and tokens.words[phrase[1] - 1] in PERIODS:
        return None  # "(30 cases) last year"
    if phrase is None or tokens.words[at] in _ADDING:  # "(3) more people"
        return phrase
    return at, phrase[1]


def _may_be_tied(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen can tie the word to a number: "two-term", "18-strong", but not "two-to-one"."""
    return is_nominal(tokens.words[at]) or tokens.words[at] == "strong"


def whole_after(tokens: Tokens, at: int) -> Phrase | None:
    """The noun phrase after a fraction: "(two-thirds) of outlets", "(half) the people", "(a two-thirds) majority"."""
    if tokens.words[at] == "of" or tokens.words[at] in BEFORE_NUMBERS:
        return noun_phrase(tokens, at + (tokens.words[at] == "of"))
    at += 2 * (tokens.words[at] == "as" and tokens.words[at + 1] in _AMOUNTS)  # "(half) as many cars"
    return counted_after(tokens, at, False)


def changed_after(tokens: Tokens, start: int, at: int) -> Phrase | None:
    """The noun phrase after a figure with a noun of change, "(a 5% rise) in rents", "(a rise of 5%) in rents"."""
    named = is_change(tokens.words[at])
    at += named
    if tokens.words[at] != "in" or tokens.capital(at + 1) or not (named or tokens.words[start - 1] == "of"):
        return None  # "a 5% rise in Ghana", "rose 5% in early trade"
    phrase = noun_phrase(tokens, at + 1)
    return None if phrase is None or tokens.words[phrase[1] - 1] in PERIODS else phrase


def measured_after(tokens: Tokens, at: int, money: bool) -> Phrase | None:
    """The noun phrase after a measure that it is an amount of: "(85%) of the attempts", "($8m) in debts"."""
    for words in _OF_MONEY if money else _OF:
        if tokens.reads(at, *words):
            start = at + len(words)
            placed = tokens.words[start] in BEFORE_NUMBERS or tokens.capital(start) or tokens.words[start] in RESPECTS
            if words == ("in",) and placed:  # "$5m in the north", "$5m in Iran", "$5m in value"
                return None
            phrase = noun_phrase(tokens, start)
            if phrase is not None and tokens.words[at - 1] in PERIODS and tokens.words[phrase[0]] in PERIODS:
                return None  # "(nine months) of the year Ulvia sold"
            if phrase is None or tokens.words[phrase[1] - 1] not in PERIODS:
                return phrase
            spent = tokens.words[at - 1] in PERIODS and tokens.words[start] in BEFORE_NUMBERS
            dated = tokens.words[start] in _THIS or tokens.words[phrase[1]] in SINCE  # "(5%) of this year"
            return None if words == ("in",) or spent or dated else phrase
    if tokens.words[at] in _GENITIVES and tokens.touches(at) and is_nominal(tokens.words[at + 1]):
        return noun_phrase(tokens, at + 1)  # "(15 years)' imprisonment"
    less = tokens.words[at] in {"more", "fewer", "less"} and tokens.words[at + 1] != "than"
    if tokens.words[at - 1] in _SHARES and less:  # "(30%) less bread"
        return counted_after(tokens, at + 1, False)
    if tokens.words[at - 1] in _TIMES:  # "(three times) as many arrests"
        compared = 1 if tokens.words[at] in {"more", "fewer"} else 2 if tokens.words[at] == "as" else 0
        if compared and tokens.words[at + compared - 1] in {"more", "fewer", "many", "much"}:
            return counted_after(tokens, at + compared, False)
    return None


def modified_after(tokens: Tokens, start: int, at: int, attributive: bool) -> Phrase | None:
    """The noun phrase that a measure from ``start`` to ``at`` modifies: "(a 6.1-inch) display", "(a 25%) tax".

    ``attributive`` says that the form of the measure lets nothing else follow; else one in the plural modifies nothing,
    nor does one that begins a clause ("39 percent blame the government").
    """
    if not attributive and (is_plural(tokens.words[at - 1]) or tokens.capital(at) or _stands_alone(tokens, start)):
        return None
    listed = tokens.words[at - 1] == "%" and word_class(tokens.words[start - 1]) != "determiner"
    if listed and tokens.capital(at):  # "Dow +0.2% Nasdaq +0.3%"
        return None
    at += tokens.words[at] == "-" and tokens.touches(at)
    at += tokens.words[at] in COMPARATIVES and word_class(tokens.words[start - 1]) == "determiner"  # "a 5% higher risk"
    word, after = tokens.words[at], tokens.words[at + 1]
    if len(word) == 1 and after == "/":  # "up 5% y/y"
        return None
    if word in DIRECTIONS and (not is_word(tokens, at + 1) or not is_nominal(after)):
        return None
    if not is_word(tokens, at) or _stops(tokens, at, False) or change_after(tokens, at) is not None or is_adverb(word):
        return None
    verbal = is_participle(word) or (is_gerund(word) and word_class(tokens.words[start - 1]) != "determiner")
    if verbal and (not is_word(tokens, at + 1) or word_class(after)):
        return None
    singular = tokens.words[start - 1] in ARTICLES  # "a 90-seat sports hall"
    end = at
    while end - at < _LONGEST and is_word(tokens, end) and not _stops(tokens, end, end > at):
        end = over(tokens, end)
        if is_plural(tokens.words[end - 1]) and not is_plural(tokens.words[end]) and not singular:
            break
    while singular and end - at > 1 and is_plural(tokens.words[end - 1]) and word_class(tokens.words[end - 1]):
        end -= 1  # "a 90-foot wall (stands)"
    head = tokens.words[end - 1]
    return None if head in PERIODS or word_class(head) in {"adjective", "dimension"} else (at, end)


def is_elliptical(tokens: Tokens, at: int) -> bool:
    """Whether a verb or "of them" follows the number, so that what it counts was named before: "and 12 have been"."""
    word = tokens.words[at]
    if word == "of":
        return is_pronominal(tokens, at)
    alone = not is_word(tokens, at + 1) or word_class(tokens.words[at + 1]) == "preposition"
    if word in _ADDING and (alone or tokens.words[at + 1] == "than"):
        return True  # "killed 100 troops and captured 20 more", "made 40 arrests, 12 fewer than in May"
    closing = word.endswith("ly") or (word_class(word) == "homograph" and tokens.words[at - 2] not in TIES)
    if closing and not is_plural(word) and not is_word(tokens, at + 1):  # "12 were hurt, (3) seriously", "(37) leave"
        return True
    return is_participle(word) or (word_class(word) in _VERBS and not is_plural(word))


def is_pronominal(tokens: Tokens, at: int) -> bool:
    """Whether "of them", "of these" or "of whom" follows a figure."""
    if tokens.words[at] != "of":
        return False
    whole = tokens.words[at + 1]
    return (
        whole == "which"
        or word_class(whole) == "pronoun"
        or (whole in {*OF_WHICH, "that"} and not is_word(tokens, at + 2))
    )


def noun_phrase(tokens: Tokens, at: int) -> Phrase | None:
    """The noun phrase at a token, after a preposition, without its determiner and number."""
    while tokens.words[at] in BEFORE_NUMBERS or tokens.words[at] in _BEFORE_PHRASES:
        at += 1
    if (
        tokens.forms[at].islower()
        and word_class(tokens.words[at]) in {"", "adjective"}
        and tokens.values[at + 1] is not None
    ):
        at += 1  # "(40 of) her first 90 (goats)"
    at += is_possessive(tokens.words[at]) and tokens.values[at + 1] is not None  # "(40 of) Telia's 90 (masts)"
    at += tokens.words[at] in CURRENCIES
    seasonal = tokens.words[at + 1] == "/" and is_number(tokens, at) and is_number(tokens, at + 2)
    at += 2 * seasonal  # "the 2024/25 crop"
    at += is_number(tokens, at) and is_word(tokens, at + 1)
    at += kind(tokens.words[at]) == "scale" and is_word(tokens, at + 1)  # "(half of) its $13 billion (debt)"
    if is_participle(tokens.words[at]) and not is_nominal(tokens.words[at + 1]):  # "those questioned"
        return None
    end = at
    while end - at < _LONGEST and is_word(tokens, end) and not _stops(tokens, end, end > at):
        end = over_model(tokens, over(tokens, end))
        if ends_in_plural(tokens, end) and not _names_owner(tokens, end):
            end = _with_coordination(tokens, _over_plurals(tokens, end))
            break
    return (at, end) if end > at else None


def is_nominal(word: str) -> bool:
    """Whether a word in lower case can be part of a noun phrase by its class."""
    return word_class(word) in NOMINAL and not is_numeric(word)


def is_word(tokens: Tokens, at: int) -> bool:
    """Whether the token is made of letters."""
    return tokens.forms[at][:1].isalpha()


def _stops(tokens: Tokens, at: int, inside: bool) -> bool:
    """Whether a noun phrase cannot go on with the token; ``inside`` says that it has begun."""
    word = tokens.words[at]
    known = word_class(word)
    if known == "verb" and tokens.words[at + 1] == "-" and tokens.touches(at + 1) and tokens.touches(at + 2):
        return False  # "write-offs"
    if inside and word in _WHEN and tokens.words[at + 1] in PERIODS:  # "(tonnes of) cocaine last year"
        return True
    if word in _PERIODIC:  # "(of its 412) daily flights"
        return not is_word(tokens, at + 1) or bool(word_class(tokens.words[at + 1]))
    if known == "homograph":
        return inside and is_verb(tokens, at)
    if known == "dimension":
        return inside or not is_word(tokens, at + 1)
    if known == "verb":
        return inside or not (is_plural(word) or is_plural(tokens.words[at + 1]))
    if known and known != "adjective":
        return True
    if is_numeric(word):
        return True
    if inside and (is_participle(word) or is_gerund(word)):
        if is_plural(tokens.words[at - 1]):  # "(hundreds of) fans wearing", "attempts thwarted"
            return True
        return is_participle(word) and not is_plural(tokens.words[over(tokens, at)])
    return False


def _plural(tokens: Tokens, at: int) -> Phrase | None:
    """A noun phrase with a plural head or, where no plural stands, a noun that the number modifies."""
    end = at
    while end - at < _LONGEST:
        if tokens.words[end] in _COORDINATORS and end > at and _joins(tokens, end):
            end += 1
            continue
        if end > at and tokens.values[end] is not None and is_word(tokens, end + 1):  # "(two) new 737 Max jets"
            end += 1
            continue
        if not is_word(tokens, end) or not _may_precede_head(tokens, end):
            break
        end = over_model(tokens, over(tokens, end))
        if _is_verb_before(tokens, end):  # "a family of four (spends 9%)"
            return None
        if ends_in_plural(tokens, end) and not _names_owner(tokens, end):
            return at, _with_coordination(tokens, _over_plurals(tokens, end))
    return _attribute(tokens, at)


def _is_verb_before(tokens: Tokens, end: int) -> bool:
    """Whether the word before a token is a verb with what it governs behind it, and no plural: "(spends the)"."""
    known = word_class(tokens.words[end - 1])
    if known == "homograph":  # "needs 5 euros", but "calls a day"
        return tokens.values[end] is not None or tokens.words[end] in CURRENCIES
    return known == "verb" and _has_object(tokens, end)


def _over_plurals(tokens: Tokens, at: int) -> int:
    """The index after the plurals at a token: of two the second is the head, "(media) workers", if it is no verb."""
    while is_nominal(tokens.words[at]) and is_plural(tokens.words[over(tokens, at) - 1]) and not is_verb(tokens, at):
        at = over(tokens, at)
    return at


def _attribute(tokens: Tokens, at: int) -> Phrase | None:
    """A phrase without a plural: "(a three) course meal"."""
    word = tokens.words[at]
    if not is_word(tokens, at) or is_participle(word) or is_gerund(word) or is_adverb(word) or is_change(word):
        return None
    if is_verb(tokens, at) or is_elliptical(tokens, at):  # "those under 35 (back Ana)", "37 (leave)"
        return None
    if (word == "short" and tokens.words[at + 1] == "of") or _is_verb_of_number(tokens, at):
        return None
    end = at
    while end - at < _LONGEST_ATTRIBUTE and is_word(tokens, end) and not _stops(tokens, end, end > at):
        end = over(tokens, end)
    return (at, end) if end > at and tokens.words[end - 1] not in OUTCOMES else None


def _is_verb_of_number(tokens: Tokens, at: int) -> bool:
    """Whether the word behind a number that begins a clause is its verb: "(two) drown as", "(the other two) wait".

    Above one a noun is in the plural, or stands before another: "(two) drown", but "(a three) course meal".
    """
    start = at - 1
    while is_number(tokens, start - 1):
        start -= 1
    other = tokens.words[start - 1] == "other"
    start -= other + (other and tokens.words[start - 2] in DEFINITE)
    if tokens.words[start - 1] not in _CLAUSE_MARKS or word_class(tokens.words[at]) not in NOMINAL:
        return False
    titled = tokens.capital(at) and not tokens.capital(at + 1)  # "12 Hutu in"
    governs = word_class(tokens.words[at + 1]) in _BEHIND_VERBS
    return (governs and not titled) or (other and tokens.words[at + 1] in _CLAUSE_MARKS)


def _singular(tokens: Tokens, at: int) -> Phrase | None:
    """A noun phrase with a singular head; a word in -s inside of it is the verb of a singular subject."""
    if is_participle(tokens.words[at]) and word_class(tokens.words[at + 1]) == "preposition":  # "one held by the army"
        return None
    end = at
    while end - at < _LONGEST and is_word(tokens, end) and not _stops(tokens, end, end > at):
        if end > at and is_plural(tokens.words[end]):
            break
        end = over(tokens, end)
    return (at, end) if end > at and not is_adverb(tokens.words[at]) else None


def _may_precede_head(tokens: Tokens, at: int) -> bool:
    """Whether a word can stand between a number and the plural noun that it counts."""
    word = tokens.words[at]
    known = _class_at(tokens, at)
    if is_numeric(word):
        return False
    if word in _PERIODIC:
        return True
    if known == "verb":
        return is_plural(word) or is_gerund(word) or is_plural(tokens.words[over(tokens, at)])
    return known in _BEFORE_HEADS


def _names_owner(tokens: Tokens, end: int) -> bool:
    """Whether a name in -s that ends before the token only says whose or which: "(1,000) Siemens shares"."""
    if not tokens.capital(end - 1):
        return False
    if is_plural(tokens.words[end]):
        return False
    if not tokens.words[end - 1].endswith("s"):  # "the British market"
        return is_word(tokens, end) and is_nominal(tokens.words[end]) and not is_participle(tokens.words[end])
    nominal = _class_at(tokens, end) == "" and not is_participle(tokens.words[end])
    return nominal and (is_plural(tokens.words[end + 1]) or (tokens.capital(end) and is_plural(tokens.words[end + 2])))


def _class_at(tokens: Tokens, at: int) -> str:
    """The class of the word at a token; a capital A inside of a phrase is a name ("Class A shares")."""
    return "" if tokens.forms[at] == "A" and tokens.capital(at - 1) else word_class(tokens.words[at])


def _stands_alone(tokens: Tokens, start: int) -> bool:
    """Whether a figure begins a clause, so that it is its subject and no attribute."""
    before = tokens.words[start - 1]
    return not before[:1].isalnum() or word_class(before) in {"conjunction", "auxiliary"}


def _joins(tokens: Tokens, at: int) -> bool:
    """Whether a coordinator before the head joins what modifies it: "digital and physical sales"."""
    nouns = is_plural(tokens.words[at + 1]) or is_plural(tokens.words[at + 2])
    return nouns and not word_class(tokens.words[at + 1])


def _with_coordination(tokens: Tokens, end: int) -> int:
    """The end of a plural phrase with what "and" adds to it: "journalists and media workers"."""
    if tokens.words[end] not in _COORDINATORS or is_participle(tokens.words[end + 1]):
        return end
    at = nxt = end + 1
    while nxt - at < 3 and is_word(tokens, nxt) and is_nominal(tokens.words[nxt]):
        nxt = over(tokens, nxt)
        if is_plural(tokens.words[nxt - 1]) and not is_plural(tokens.words[nxt]):
            return end if is_verb(tokens, nxt - 1) or _has_object(tokens, nxt) else nxt
    return end


def _has_object(tokens: Tokens, at: int) -> bool:
    """Whether the words from a token on show that the one before it is a verb: "(and plans) to", "(and holds) the"."""
    follows = tokens.words[at]
    return word_class(follows) in {"determiner", "pronoun"} or follows == "to" or tokens.values[at] is not None

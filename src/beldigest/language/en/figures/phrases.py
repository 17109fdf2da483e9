"""English noun phrases beside a number: what is counted, what a share is of, what is measured.

There is no parser: a phrase ends where a function word, a mark or a verb stands. After a number above one the head is
the first plural noun, since an attributive noun is in the singular ("border crossing attempts") and the verb of a
plural subject has no -s (Quirk et al. 1985, 5.2 and 10.34).
"""

from __future__ import annotations

from beldigest.language.en.figures.modifiers import change_after, change_before, is_change
from beldigest.language.en.figures.words import is_gerund, is_participle, is_plural, is_verb, word_class
from beldigest.language.tokens import Tokens

Phrase = tuple[int, int]  # the indices of its first token and of the token after its last

_LONGEST = 7
_LONGEST_SUBJECT = 12
_FURTHEST_VERB = 14
_OPENERS = frozenset({"more", "other", "such", "additional", "further", "most", "less", "fewer", "straight"})
_DETERMINERS = frozenset({"the", "these", "those", "its", "their", "his", "her", "our", "my", "your", "all", "a", "an"})
_COORDINATORS = frozenset({"and", "&", "or"})
_CLAUSE_MARKS = frozenset('.;:,()"“”—–?!')
_SUBORDINATORS = frozenset(
    {"but", "while", "as", "that", "which", "who", "when", "because", "where", "after", "before", "if", "than"}
)
_RELATIVE = frozenset({"which", "who", "that"})
_PERIODS = frozenset(
    """year years month months week weeks day days quarter quarters night nights hour hours time times today
    season seasons century decade decades morning evening afternoon""".split()
)
_MEASURES_OF = frozenset({"average", "total", "maximum", "minimum", "median", "number", "record", "sum", "mean", "age"})
_VERBAL = frozenset({"auxiliary", "verb"})


def counted_after(tokens: Tokens, at: int, one: bool) -> Phrase | None:
    """The noun phrase that a number before the token counts; ``one`` says that the number is one."""
    if tokens.word(at) == "of":
        if word_class(tokens.word(at + 1)) == "pronoun" or tokens.word(at + 1) in {"those", "these", "which"}:
            phrase = _plural_phrase(tokens, at + 2)  # "36 of them foreigners"
            return phrase if phrase and is_plural(tokens.word(phrase[1] - 1)) else None
        return phrase_after(tokens, at + 1)
    start = at
    if tokens.word(at) in _OPENERS and tokens.word(at + 1) != "than":
        start = at + 1
    phrase = _singular_phrase(tokens, start) if one else _plural_phrase(tokens, start)
    return (at, phrase[1]) if phrase else None


def phrase_after(tokens: Tokens, at: int) -> Phrase | None:
    """The noun phrase at a token, after a preposition, without its determiner."""
    while tokens.word(at) in _DETERMINERS:
        at += 1
    if tokens.value(at) is not None and is_word(tokens, at + 1):
        at += 1
    end = at
    while end - at < _LONGEST and is_word(tokens, end) and not _stops(tokens, end, end > at):
        end = _over(tokens, end)
    end = _with_coordination(tokens, end) if end > at and is_plural(tokens.word(end - 1)) else end
    return (at, end) if end > at else None


def modified_after(tokens: Tokens, at: int) -> Phrase | None:
    """The noun phrase that a measure right before the token modifies: "(a 6.1-inch) display"."""
    if tokens.word(at) == "-" and tokens.touches(at):
        at += 1
    if not is_word(tokens, at) or _stops(tokens, at, False) or change_after(tokens, at):
        return None
    word, after = tokens.word(at), tokens.word(at + 1)
    if word.endswith("ly") or (is_participle(word) and (not is_word(tokens, at + 1) or word_class(after))):
        return None
    end = at
    while end - at < _LONGEST and is_word(tokens, end) and not _stops(tokens, end, end > at):
        end = _over(tokens, end)
        if is_plural(tokens.word(end - 1)) and not is_plural(tokens.word(end)):
            break
    return (at, end) if tokens.word(end - 1) not in _PERIODS else None


def head_before(tokens: Tokens, at: int) -> Phrase | None:
    """The noun phrase before the "of" that ends before a token: "a fine (of around $6,500)"."""
    if tokens.word(at - 1) != "of" or tokens.word(at - 2) in _MEASURES_OF:
        return None
    end = start = at - 1
    while end - start < 4 and is_word(tokens, start - 1) and word_class(tokens.word(start - 1)) in {"", "homograph"}:
        start -= 1
    return (start, end) if start < end else None


def subject_before(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """The subject of the clause whose verb stands before the token: "exports to China (dropped 7%)".

    ``floor`` is the index of the first token that may belong to it, after the figure before.
    """
    verb = at - 1
    while verb >= floor and at - verb < _FURTHEST_VERB and not _is_predicate(tokens, verb):
        if tokens.word(verb) in _CLAUSE_MARKS:
            return None
        verb -= 1
    if verb < floor or not _is_predicate(tokens, verb):
        return None
    start = verb
    while start > floor and not _begins_clause(tokens, start):
        start -= 1
    end = start
    while end < verb and not _is_predicate(tokens, end):
        end += 1
    phrase = _trimmed(tokens, start, end)
    if phrase is not None or start == floor:
        return phrase
    return _antecedent(tokens, start - 1, floor)


def noun_before(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """The nearest nouns before a token in its clause: "a pixel pitch (as high as 352 μm)"."""
    end = at
    while end > floor and at - end < 5 and _is_loose(tokens.word(end - 1)):
        end -= 1
    start = end
    while start > floor and end - start < 5 and _is_content(tokens, start - 1):
        start -= 1
    return _trimmed(tokens, start, end)


def _is_loose(word: str) -> bool:
    """Whether a word can stand between a noun and the figure that is said of it: "sizes starting from", "men aged"."""
    return bool(word_class(word)) or is_gerund(word) or is_participle(word)


def _antecedent(tokens: Tokens, mark: int, floor: int) -> Phrase | None:
    """What a clause without a subject of its own goes on about: before "which", or before what commas enclose."""
    if tokens.word(mark) in _RELATIVE:
        return noun_before(tokens, mark - (tokens.word(mark - 1) == ","), floor)
    if tokens.word(mark) != ",":
        return None
    opening = mark - 1
    while opening > floor and tokens.word(opening) not in _CLAUSE_MARKS:
        opening -= 1
    if tokens.word(opening) != ",":
        return None
    start = opening
    while start > floor and not _begins_clause(tokens, start):
        start -= 1
    return _trimmed(tokens, start, opening)


def _begins_clause(tokens: Tokens, at: int) -> bool:
    before = tokens.word(at - 1)
    return before in _CLAUSE_MARKS or before in _SUBORDINATORS


def _trimmed(tokens: Tokens, start: int, end: int) -> Phrase | None:
    """The tokens from ``start`` to ``end`` without function words at either side; the last of them where they are many."""
    while start < end and (not _is_content(tokens, start) or tokens.word(start).endswith("ly")):
        start += 1
    while end > start and not _is_content(tokens, end - 1):
        end -= 1
    if end - start > _LONGEST_SUBJECT:
        end = start + _LONGEST_SUBJECT
        while end > start and not _is_content(tokens, end - 1):
            end -= 1
    return (start, end) if start < end else None


def _is_content(tokens: Tokens, at: int) -> bool:
    """Whether the token can begin or end a noun phrase; the parts of a hyphened word always can."""
    if not is_word(tokens, at):
        return tokens.value(at) is not None and tokens.capital(at - 1)
    tied = tokens.touches(at) and tokens.word(at - 1) == "-"
    return tied or word_class(tokens.word(at)) in {"", "homograph"}


def is_elliptical(tokens: Tokens, at: int) -> bool:
    """Whether a verb follows the number directly, so that what it counts was named before: "and 12 have been"."""
    word = tokens.word(at)
    if word == "of" and word_class(tokens.word(at + 1)) == "pronoun":
        return True
    return word_class(word) in _VERBAL and not is_plural(word) or is_participle(word)


def is_word(tokens: Tokens, at: int) -> bool:
    """Whether the token is a word, or a hyphen inside of one."""
    form = tokens.form(at)
    return form[:1].isalpha()


def _over(tokens: Tokens, at: int) -> int:
    """The index after a word and what hyphens and slashes tie to it."""
    at += 1
    while tokens.word(at) in {"-", "/", "’"} and tokens.touches(at) and tokens.touches(at + 1):
        if not tokens.form(at + 1)[:1].isalnum():
            break
        at += 2
    return at


def _is_predicate(tokens: Tokens, at: int) -> bool:
    """Whether the token is a verb or, as "up" and "lower" can, says that a quantity rose or fell."""
    word = tokens.word(at)
    if is_verb(tokens, at):
        return True
    return change_before(tokens, at + 1) is not None and word not in {"a", "an", "to", "by", "from"} and at > 0


def _stops(tokens: Tokens, at: int, inside: bool) -> bool:
    """Whether a noun phrase cannot go on with the token; ``inside`` says that it has begun."""
    word = tokens.word(at)
    known = word_class(word)
    if known == "homograph":
        return inside and is_verb(tokens, at)
    if known and known not in {"verb", "adjective", "dimension"}:
        return True
    if known == "dimension":
        return inside or not is_word(tokens, at + 1)
    if known == "verb":
        return inside or not is_plural(word) and not is_plural(tokens.word(at + 1))
    if inside and (is_participle(word) or is_gerund(word)):
        return not is_plural(tokens.word(_over(tokens, at)))
    return False


def _plural_phrase(tokens: Tokens, at: int) -> Phrase | None:
    """A noun phrase with a plural head; where no plural stands, the words up to the first that cannot belong."""
    end = at
    while end - at < _LONGEST:
        if tokens.word(end) in _COORDINATORS and end > at and _joins(tokens, end):
            end += 1
            continue
        if not is_word(tokens, end) or not _may_precede_head(tokens, end):
            break
        end = _over(tokens, end)
        if is_plural(tokens.word(end - 1)):
            while is_word(tokens, end) and is_plural(tokens.word(_over(tokens, end) - 1)):
                end = _over(tokens, end)
            return at, _with_coordination(tokens, end)
    return _attributive(tokens, at)


def _attributive(tokens: Tokens, at: int) -> Phrase | None:
    """A phrase without a plural: "(a three) course meal"."""
    word = tokens.word(at)
    if not is_word(tokens, at) or is_participle(word) or word.endswith("ly") or is_change(word):
        return None
    end = at
    while end - at < 4 and is_word(tokens, end) and not _stops(tokens, end, end > at):
        end = _over(tokens, end)
    return (at, end) if end > at else None


def _may_precede_head(tokens: Tokens, at: int) -> bool:
    """Whether a word can stand between a number and the plural noun that it counts."""
    word = tokens.word(at)
    known = word_class(word)
    if known in {"adjective", "dimension", "homograph", ""}:
        return True
    return known == "verb" and (is_plural(word) or is_plural(tokens.word(_over(tokens, at))) or is_gerund(word))


def _joins(tokens: Tokens, at: int) -> bool:
    """Whether a coordinator before the head joins modifiers: "Kia and Hyundai vehicles", "digital and physical sales"."""
    return any(is_plural(tokens.word(nxt)) for nxt in (at + 1, at + 2)) and not word_class(tokens.word(at + 1))


def _singular_phrase(tokens: Tokens, at: int) -> Phrase | None:
    end = at
    while end - at < _LONGEST and is_word(tokens, end) and not _stops(tokens, end, end > at):
        if end > at and is_plural(tokens.word(end)):  # the verb of a singular subject
            break
        end = _over(tokens, end)
    return (at, end) if end > at and not tokens.word(at).endswith("ly") else None


def _with_coordination(tokens: Tokens, end: int) -> int:
    """The end of a plural phrase with what "and" adds to it: "journalists and media workers"."""
    if tokens.word(end) not in _COORDINATORS:
        return end
    at = nxt = end + 1
    while nxt - at < 3 and is_word(tokens, nxt) and word_class(tokens.word(nxt)) in {"", "homograph"}:
        if is_participle(tokens.word(nxt)) and nxt == at:
            return end
        nxt = _over(tokens, nxt)
        if is_plural(tokens.word(nxt - 1)) and not is_plural(tokens.word(nxt)):
            follows = tokens.word(nxt)
            verbal = (
                word_class(follows) in {"determiner", "pronoun"} or follows == "to" or tokens.value(nxt) is not None
            )
            return end if verbal else nxt
    return end

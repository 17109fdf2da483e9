"""English noun phrases beside a number: what is counted, what a share is of, what is measured.

There is no parser: a phrase ends where a function word, a mark or a verb stands. After a number above one the head is
the first plural noun, since an attributive noun is in the singular ("border crossing attempts") and the verb of a
plural subject has no -s (Quirk et al. 1985, 5.2 and 10.34).
"""

from __future__ import annotations

from beldigest.language.en.figures.modifiers import change_after, change_before, is_change
from beldigest.language.en.figures.words import is_gerund, is_participle, is_plural, word_class
from beldigest.language.tokens import Tokens

Phrase = tuple[int, int]  # the indices of its first token and of the token after its last

_LONGEST = 7
_LONGEST_SUBJECT = 10
_OPENERS = frozenset({"more", "other", "such", "additional", "further", "most", "less", "fewer", "straight"})
_DETERMINERS = frozenset({"the", "these", "those", "its", "their", "his", "her", "our", "my", "your", "all", "a", "an"})
_COORDINATORS = frozenset({"and", "&", "or"})
_CLAUSE_MARKS = frozenset(".;:,()\"“”—–?!")
_SUBORDINATORS = frozenset(
    {"and", "but", "while", "as", "that", "which", "who", "when", "because", "where", "after", "before", "if", "than"}
)
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
    if tokens.word(at).endswith("ly") or (is_participle(tokens.word(at)) and not is_word(tokens, at + 1)):
        return None
    end = at
    while end - at < _LONGEST and is_word(tokens, end) and not _stops(tokens, end, end > at):
        end = _over(tokens, end)
        if is_plural(tokens.word(end - 1)) and not is_plural(tokens.word(end)):
            break
    return (at, end)


def head_before(tokens: Tokens, at: int) -> Phrase | None:
    """The noun phrase before the "of" that ends before a token: "a fine (of around $6,500)"."""
    if tokens.word(at - 1) != "of":
        return None
    end = start = at - 1
    while end - start < 4 and is_word(tokens, start - 1) and not word_class(tokens.word(start - 1)):
        start -= 1
    return (start, end) if start < end else None


def subject_before(tokens: Tokens, at: int) -> Phrase | None:
    """The subject of the clause whose verb stands before the token: "exports to China (dropped 7%)"."""
    verb = at - 1
    while verb >= 0 and at - verb < 14 and not _is_verb(tokens, verb):
        if tokens.word(verb) in _CLAUSE_MARKS - {"("}:
            return None
        verb -= 1
    if verb < 0 or not _is_verb(tokens, verb):
        return None
    start = verb
    while start > 0 and verb - start < 24:
        before = tokens.word(start - 1)
        if before in _CLAUSE_MARKS or (before in _SUBORDINATORS and before != "and"):
            break
        if tokens.value(start - 1) is not None and not tokens.capital(start - 2):
            break
        start -= 1
    end = start
    while end < verb and not _is_verb(tokens, end):
        end += 1
    while start < end and word_class(tokens.word(start)):
        start += 1
    while end > start and word_class(tokens.word(end - 1)):
        end -= 1
    if end <= start or end - start > _LONGEST_SUBJECT:
        return None
    return start, end


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


def _is_verb(tokens: Tokens, at: int) -> bool:
    word = tokens.word(at)
    if word_class(word) in _VERBAL:
        return True
    if is_participle(word):
        return True
    return change_before(tokens, at + 1) is not None and word not in {"a", "an", "to", "by", "from"} and at > 0


def _stops(tokens: Tokens, at: int, inside: bool) -> bool:
    """Whether a noun phrase cannot go on with the token; ``inside`` says that it has begun."""
    word = tokens.word(at)
    known = word_class(word)
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
    if known in {"adjective", "dimension", ""}:
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
    while nxt - at < 3 and is_word(tokens, nxt) and not word_class(tokens.word(nxt)):
        if is_participle(tokens.word(nxt)) and nxt == at:
            return end
        nxt = _over(tokens, nxt)
        if is_plural(tokens.word(nxt - 1)):
            follows = tokens.word(nxt)
            verbal = word_class(follows) in {"determiner", "pronoun"} or follows == "to" or tokens.value(nxt) is not None
            return end if verbal else nxt
    return end

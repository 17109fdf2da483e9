"""The last step of reading figures: what they are figures of."""

from __future__ import annotations

from itertools import pairwise

from beldigest.language.figures import FigureGrammar, Kind, Phrase
from beldigest.language.tokens import Tokens
from beldigest.mentions.figures.compounds import LENGTHS
from beldigest.mentions.figures.quantity import TIMES, Quantity, is_alike, led_by

_SENTENCE_ENDS = frozenset({".", "!", "?"})
_DASHES = (["-"], ["–"], ["—"])
# How many figures back the count may be that a bare number is a part of.
_FURTHEST_ANTECEDENT = 3
# How many tokens may stand between two levels of one thing.
_FURTHEST_LEVEL = 8
# How many tokens may stand between a figure and the noun phrase that its span takes in.
_FURTHEST_COUNTED = 3


def count(tokens: Tokens, grammar: FigureGrammar, found: list[Quantity]) -> None:
    """Read into the quantities of a paragraph the noun phrases that they count, or are said of."""
    for index, quantity in enumerate(found):
        _count(tokens, grammar, quantity, found[index + 1] if index + 1 < len(found) else None)
    for index in range(len(found) - 1, -1, -1):
        _share_counted(tokens, grammar, found, index)
    for one, following in pairwise(found):
        _share_rate(tokens, grammar, one, following)
    said = [quantity for quantity in found if not quantity.attributive]
    for index, quantity in enumerate(said):
        if quantity.counted is None:
            quantity.counted = _said_of(tokens, grammar, said, index)
        _years(tokens, grammar, quantity)


def _count(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity, following: Quantity | None) -> None:
    """Read the noun phrase beside the figure, and a rate behind it, which the figure that follows limits."""
    phrase = _beside(tokens, grammar, quantity)
    limit = len(tokens) if following is None else following.start
    alike = following is not None and quantity.unit is not None and quantity.unit == following.unit
    if alike and phrase is not None and phrase[0] > limit:  # "40,000 of the 65,000 pesos"
        phrase = None
    if phrase is not None and quantity.end <= phrase[0] < limit < phrase[1]:
        phrase = phrase[0], limit
    if phrase is not None and quantity.end <= phrase[0] <= quantity.end + _FURTHEST_COUNTED and phrase[1] <= limit:
        quantity.end = phrase[1]
        bound = grammar.bound_after(tokens, quantity.end) if quantity.bound == "exact" else None
        if bound is not None:  # "70 pupils or more"
            quantity.end, quantity.bound = bound
        rate = grammar.rate_after(tokens, quantity.end, quantity.money) if quantity.per is None else None
        whole = grammar.measured_after(tokens, quantity.end, False) if quantity.per is None and rate is None else None
        if whole is not None and whole[1] <= limit:  # "20 cups of tea a day"
            rate = grammar.rate_after(tokens, whole[1], False)
        if rate is not None:
            quantity.end, quantity.per = rate
    quantity.counted = phrase


def _share_rate(tokens: Tokens, grammar: FigureGrammar, one: Quantity, following: Quantity) -> None:
    """Give the levels of one thing one rate: "$75 a barrel, up from $60", "from ten hours to six a day"."""
    if one.unit != following.unit or one.unit == "%" or following.start - one.end > _FURTHEST_LEVEL:
        return
    if not is_alike(one, following):  # "$12 a head, up from $40 million"
        return
    first, second = ((quantity.change or "").rpartition(" ")[2] for quantity in (one, following))
    if second == "from" or (first, second) == ("from", "to"):
        one.per, following.per = one.per or following.per, following.per or one.per
    elif following.per is None and grammar.is_contrast(tokens, following.start):  # "$75 a barrel, against $60"
        following.per = one.per


def _share_counted(tokens: Tokens, grammar: FigureGrammar, found: list[Quantity], index: int) -> None:
    """Give a number of a list what only the next one counts, "two or three people", "a 6-3 vote"."""
    one = found[index]
    if one.counted is not None or one.unit is not None or index + 1 == len(found):
        return
    following = found[index + 1]
    between = tokens.words[one.end : following.start]
    listed = grammar.is_list(tokens, one.end, following.start)
    if one.end == following.start and following.tied:  # "(12) 40-foot containers"
        one.counted = following.counted
    if following.unit is None and one.fraction == following.fraction and (listed or between in _DASHES):
        one.counted = following.counted


def _beside(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity) -> Phrase | None:
    """The noun phrase next to the figure: "(287) enterprises", "(85%) of the attempts", "a fine (of $6,500)"."""
    end = quantity.end
    if quantity.start == 0 and tokens.words[end] == ":":  # "17.4 million: barrels of oil"
        return grammar.whole_after(tokens, end + 1)
    if quantity.change is not None and (changed := grammar.changed_after(tokens, quantity.start, end)) is not None:
        return changed
    if quantity.unit is not None:
        phrase = grammar.measured_after(tokens, end, quantity.money)
        lasts = quantity.tied and quantity.unit in TIMES and not quantity.aged  # a two-day visit is one visit
        if phrase is None and quantity.tied and not lasts:  # "the mother of six-year-old Anna"
            phrase = grammar.modified_after(tokens, quantity.start, end, True)
        phrase = phrase or grammar.head_before(tokens, quantity.start)
        told = quantity.aged and grammar.is_age(tokens, quantity.start, quantity.number)  # "aged 18"
        rated = quantity.per is not None and tokens.words[end - 2] != "-"  # not "a $30-a-share offer"
        if phrase is None and not rated and not lasts and not told:
            phrase = grammar.modified_after(tokens, quantity.start, end, quantity.money)
        return phrase
    if quantity.fraction:
        return grammar.whole_after(tokens, end)
    one = quantity.value == 1 and quantity.high is None
    one = one and tokens.words[quantity.start - 1 : quantity.start] not in _DASHES  # "a 3-1 win"
    return grammar.counted_after(tokens, end, one) or grammar.head_before(tokens, quantity.start)


def _said_of(tokens: Tokens, grammar: FigureGrammar, found: list[Quantity], index: int) -> Phrase | None:
    """What the figure is said of where no noun stands beside it: the subject, or what the figure before is of."""
    quantity = found[index]
    floor = found[index - 1].end if index else 0
    beyond = found[index - 2].end if index > 1 else 0
    apposed = quantity.unit == "year" and tokens.words[quantity.start - 1] == ","  # "Anna Smith, 52 years old"
    if quantity.aged and (apposed or grammar.is_age(tokens, quantity.start, quantity.number)):
        return grammar.person_before(tokens, quantity.start, found[index - 1].number[1] if index else 0)
    if quantity.aged and grammar.is_list(tokens, floor, quantity.start):
        return found[index - 1].counted
    antecedent = _antecedent(tokens, grammar, found, index)
    if antecedent is None and quantity.unit is not None and grammar.is_pronominal(tokens, quantity.end):
        return None
    if antecedent is not None and _leaves_out_noun(tokens, grammar, quantity, found[index - 1], antecedent):
        return antecedent.counted
    last = found[index - 1] if index and not _ends_sentence(tokens, floor, quantity.start) else None
    if last is not None and led_by(quantity, found[max(0, index - 2) : index]) is not None:
        gapped = grammar.gapped_subject(tokens, quantity.start, floor)
        if gapped is not None:  # "one party took 41 seats, the other (20)"
            listed = quantity.bare and _counts_on(found[max(0, index - _FURTHEST_ANTECEDENT) : index])
            return last.counted if listed else gapped
    inherited = last.counted if last is not None and _continues(tokens, grammar, quantity, last) else None
    if last is not None and inherited is not None:
        moved = quantity.start == floor + 1 and grammar.direction_before(tokens, quantity.start) != ""
        if moved or grammar.is_list(tokens, floor, quantity.start):  # "cut the trip from 12 hours to four"
            return inherited
    kind = _kind(quantity)
    if quantity.unit is not None and kind != "time" and quantity.change is None:
        apposed_to = grammar.apposed_before(tokens, quantity.start, quantity.end, floor)
        if apposed_to is not None:
            return apposed_to
    measured = quantity.unit in LENGTHS and quantity.change is None
    told = last.counted if last is not None and last.counted is not None and last.counted[1] == floor else None
    behind = told[0] if told is not None else floor
    extended = grammar.extended_before(tokens, quantity.start, quantity.end, floor, behind) if measured else None
    if extended is not None or grammar.is_unsaid(tokens, quantity.start, floor, kind):
        return extended
    phrase = grammar.subject_before(tokens, quantity.start, floor, beyond)
    if phrase is None and grammar.is_subject_of(tokens, floor, quantity.start):
        phrase = told
    phrase = phrase or inherited
    return phrase if phrase is not None or kind == "time" else grammar.noun_before(tokens, quantity.start, floor)


def _counts_on(before: list[Quantity]) -> bool:
    """Whether what the last of the figures counts stands behind it, or behind one that it goes on from."""
    phrase = before[-1].counted
    return phrase is not None and any(
        one.counted == phrase and one.unit is None and phrase[0] >= one.number[1] for one in before
    )


def _kind(quantity: Quantity) -> Kind:
    if quantity.unit in TIMES and (quantity.change or "").partition(" ")[2] in {"", "by"}:
        return "time"
    if quantity.unit is None and not quantity.fraction and quantity.change is None:
        return "count"
    if quantity.money and not (quantity.change or "").endswith(" by"):
        return "rate" if quantity.per else "money"
    return ""


def _continues(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity, last: Quantity) -> bool:
    """Whether the figure says more of what the one before it is said of: "gained 40 points, or 2%".

    A noun behind the figure before is its own ("40 shops and $3 million"), but for comparisons ("40 shops, 5% more"),
    for what stands in brackets, and for shares of one whole ("65% of voters agree, 18% do not"); so is who has an age.
    """
    if last.aged or ":" in tokens.words[last.end : quantity.start]:
        return False
    way, _, direction = (quantity.change or "").partition(" ")
    if direction == "to" and (last.change or "").endswith(" from"):
        return True  # "fell from 60 seats to 42"
    if direction in {"to", "from"} and last.change == f"{way} by":
        return True  # "a 4% fall in tolls to $71 million"
    if (last.counted is not None and last.counted[0] < last.start) or (_is_share(last) and _is_share(quantity)):
        return True
    for back in (2, 4):  # "counted 1,153 votes, up 30 percent", ", a rise of 30 percent"
        mark = quantity.start - back
        if tokens.words[mark] == "," and grammar.is_moved(tokens, mark, quantity.start):
            return True
    if quantity.change in {"rose by", "fell by"} and tokens.words[quantity.start - 1] == "," and quantity.unit == "%":
        return True  # "flew 1.6 million guests, 23% up on 2022"
    return quantity.change in {"more", "less"} or tokens.words[last.end : last.end + 1] == ["("]


def _is_share(quantity: Quantity) -> bool:
    return quantity.unit == "%" or (quantity.unit is None and quantity.fraction)


def _antecedent(tokens: Tokens, grammar: FigureGrammar, found: list[Quantity], index: int) -> Quantity | None:
    """The count that a bare number can be a part of: the last of its sentence, one after a preposition only if alone.

    A subject or an object is spoken of further rather than what a preposition governs (Grosz, Joshi and Weinstein,
    "Centering", 1995). "Of these" refers beyond its sentence too; "hundreds" alone are people.
    """
    quantity, first = found[index], None
    share = _is_share(quantity) and grammar.is_pronominal(tokens, quantity.end)
    if (quantity.unit is not None and not share) or (quantity.high is not None and quantity.spelled):
        return None
    elliptical = grammar.is_elliptical(tokens, quantity.end)
    referring = grammar.is_pronominal(tokens, quantity.end) or grammar.is_partitive(tokens, quantity.start)
    for at in range(index - 1, max(-1, index - 1 - _FURTHEST_ANTECEDENT), -1):
        one = found[at]
        ended = not referring and _ends_sentence(tokens, one.end, quantity.start, elliptical)
        if ended and not (elliptical and _is_part(tokens, quantity, one, found[at - 1] if at else None)):
            break
        if one.unit is not None or one.counted is None:
            continue
        if one.counted[0] == one.number[1] and grammar.is_adjectival(tokens, one.counted):  # "14 dead and (23) hurt"
            continue
        if not grammar.is_governed(tokens, one.start):
            return one
        first = first or one
    return first


def _is_part(tokens: Tokens, quantity: Quantity, one: Quantity, other: Quantity | None) -> bool:
    """Whether a figure begins a sentence with a part of the only count of the one before: "23 fled. (Nineteen) died".

    ``other`` is the figure before that count.
    """
    alone = other is None or other.unit is not None or _ends_sentence(tokens, other.end, one.start)
    return alone and quantity.value < one.value and not _ends_sentence(tokens, one.end, quantity.start - 1)


def _leaves_out_noun(
    tokens: Tokens, grammar: FigureGrammar, quantity: Quantity, last: Quantity, antecedent: Quantity
) -> bool:
    """Whether the figure counts the same as one before it: "33 workers were jailed, and 12 have been freed"."""
    if grammar.is_partitive(tokens, quantity.start) or grammar.is_elliptical(tokens, quantity.end):
        return True
    if antecedent is not last and is_alike(quantity, antecedent):  # "80 boats, or 5% of all, up from (60)"
        return grammar.is_contrast(tokens, quantity.start)
    if last.unit is not None:
        return False
    if quantity.per is not None and tokens.words[quantity.start - 1] == ",":  # "212 killings, nearly seven a day"
        return True
    compared = grammar.is_compared(tokens.text, tokens.starts[quantity.start])
    if compared or grammar.is_contrast(tokens, quantity.start):  # "460 boats sank, compared with 63"
        return True
    gapped = grammar.is_gapped(tokens, last.end, quantity.end)
    gapped |= grammar.goes_on_for(tokens, last.number[1], quantity.start, quantity.end)
    if quantity.bare and grammar.connector(tokens, last.end, quantity.start) == "to":  # "won by 40 votes to 38"
        return True
    return gapped or (quantity.bare and grammar.is_joined(tokens, last.end, quantity.start))


def _ends_sentence(tokens: Tokens, start: int, end: int, over_semicolons: bool = False) -> bool:
    """Whether a sentence, or what a semicolon parts from the next one, ends between two tokens."""
    ends = _SENTENCE_ENDS if over_semicolons else _SENTENCE_ENDS | {";"}
    words = tokens.words
    return any(words[at] in ends and (words[at] == ";" or tokens.capital(at + 1)) for at in range(start, end))


def _years(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity) -> None:
    """Give a bare number years for its unit where it is said of an age: "raised the voting age to 18"."""
    if not quantity.bare or quantity.counted is None or quantity.counted[1] > quantity.start:
        return
    if grammar.is_age_of(tokens, quantity.counted):
        quantity.unit = "year"

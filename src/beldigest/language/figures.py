"""What a language says of figures: the records that its grammar gives, and the grammar itself as a protocol.

A language's ``figures`` part is a module with these functions. All of them take the tokens of a paragraph and the index
of one of them; ends are exclusive, and where nothing is found the answer is None.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from decimal import Decimal
from typing import Literal, Protocol

from attrs import frozen

from beldigest.language.tokens import Tokens
from beldigest.model import Bound, Change

Phrase = tuple[int, int]
Kind = Literal["time", "money", "rate", "count", ""]
#: A change as it is told, which may leave it to the levels to say which way it went: "moved from (15 to 40)".
Motion = Change | Literal["moved from"]
Connector = Literal["to", "and", "or", "of", ""]


@frozen
class Numeral:
    """A number as written: its tokens, and its value or, for "hundreds", both its ends.

    ``coefficient`` is what stands before the last magnitude and ``scale`` that magnitude (15 and 10⁹ of "15 billion").
    ``fraction`` says that it is a part of a whole ("two thirds"), ``spelled`` that it is in words, and ``unit`` is a
    unit that the word itself holds ("sixfold").
    """

    start: int
    end: int
    value: Decimal
    high: Decimal | None = None
    coefficient: Decimal = Decimal(1)
    scale: Decimal = Decimal(1)
    fraction: bool = False
    spelled: bool = False
    unit: str | None = None


@frozen
class Unit:
    """A unit and the index after it.

    ``money`` says that it is a currency, by its ISO 4217 code; ``shared`` that its name is that of the currencies of
    several countries; ``symbol`` that it is a symbol ("km") and no word. ``noun`` is what a currency's name ends in, in
    the singular ("ruble" of "Belarusian rubles"), or its sign.
    """

    end: int
    name: str
    money: bool = False
    shared: bool = False
    symbol: bool = False
    noun: str = ""


class FigureGrammar(Protocol):
    """The grammar of figures of one language."""

    def numeral_starts(self) -> Set[str]:
        """The words, in lower case, that a numeral or a part ("half") can begin with or hold first."""

    def numeral(self, tokens: Tokens, at: int, floor: int, money: bool) -> Numeral | int | None:
        """The numeral that a token begins, or follows as in "a dozen" if it reaches not below ``floor``.

        The index after it where it is an ordinal. ``money`` says that a currency stands before it.
        """

    def unit_and_part(self, tokens: Tokens, at: int) -> tuple[Numeral, Unit] | None:
        """The figure that a part at the token belongs to where the unit comes first: "a year and a half"."""

    def is_minus(self, tokens: Tokens, at: int) -> bool:
        """Whether the word at a token says that the number after it is below zero."""

    def abbreviated_magnitude(self, tokens: Tokens, at: int) -> Decimal | None:
        """The magnitude that a letter after digits stands for where it is no unit: the "m" of "12.3m tonnes"."""

    def money_before(self, tokens: Tokens, at: int) -> tuple[int, Unit] | None:
        """The currency before a number, and the index of its first token."""

    def money_after(self, tokens: Tokens, at: int, code: str) -> int:
        """The index after what repeats or narrows the currency of the amount before: "$76 US", "$10 dollars"."""

    def currencies_in(self, territory: str) -> Mapping[str, str]:
        """The code of the currency of a territory, by the noun and the sign that it is told by there."""

    def currency_of(self, noun: str, text: str, start: int, end: int) -> str | None:
        """The code of the one currency with that noun, or sign, whose country ``text[start:end]`` names."""

    def minor_after(self, tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
        """The hundredths that follow an amount in whole units, "and 45 cents", and the index after them."""

    def magnitude_after(self, tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
        """The magnitude that stands after a currency and not before it, and the index after it."""

    def unit_after(self, tokens: Tokens, at: int) -> Unit | None:
        """The unit at a token, after a number."""

    def unit_of(self, tokens: Tokens, numeral: Numeral) -> Unit | None:
        """The unit that stands after a number and other words: "tens of thousands of dollars", "half an hour"."""

    def part_after(self, tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
        """The part that goes on after a unit, "(two hours) and a half", and the index after it."""

    def below_zero_after(self, tokens: Tokens, at: int) -> int:
        """The index after the words that put a measure below zero: "(14 degrees) below zero"."""

    def age_after(self, tokens: Tokens, at: int) -> int:
        """The index after the words that make an age of a time: "(years) old"."""

    def rate_after(self, tokens: Tokens, at: int, money: bool) -> tuple[int, str] | None:
        """The index after the words that say what a rate, or a price in ``money``, is for, and its unit: "per day"."""

    def connector(self, tokens: Tokens, start: int, end: int) -> Connector:
        """What the words between two numbers say: a range ("to"), a pair ("and"), a choice ("or"), a part ("of")."""

    def opening(self, tokens: Tokens, at: int) -> tuple[int, Literal["between", "from", ""]]:
        """Which range the words before a number open, and the index of the first of them."""

    def is_ranging(self, tokens: Tokens, at: int) -> bool:
        """Whether the verb before the word that opens a range says that it is one: "ranged (from)"."""

    def is_list(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether the tokens between two numbers only string them together, so that they share what follows."""

    def is_part_of(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether the tokens between two numbers say that the first is a part of the second: "of the"."""

    def is_score(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether two numbers with a dash, from ``start`` to ``end``, are the score of a game: "lost (1-2)"."""

    def is_restatement(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether the tokens between two figures say that the second tells the first in another unit: ", or"."""

    def is_contrast(self, tokens: Tokens, at: int) -> bool:
        """Whether the words before a figure say that another one is compared with it: "against (48)"."""

    def is_parallel(self, tokens: Tokens, first: int, second: int, end: int) -> bool:
        """Whether a figure, to ``end``, closes its clause and is told as another one: "A is (84 cents), B is (74)"."""

    def is_moved(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether the tokens between two figures say that the second is how far the first one moved: ", up"."""

    def is_timing(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether the tokens between two figures only say when: "year on year in October to"."""

    def is_distributed(self, tokens: Tokens, at: int) -> bool:
        """Whether the words after two figures deal them out one by one: "(two and three) respectively"."""

    def is_name(self, tokens: Tokens, numeral: Numeral, measured: bool) -> bool:
        """Whether the number is part of a name or a label; ``measured`` says that a unit follows it."""

    def is_identifier(self, tokens: Tokens, numeral: Numeral) -> bool:
        """Whether the digits are a telephone number or the like."""

    def is_clock(self, tokens: Tokens, at: int) -> bool:
        """Whether the token after a number makes it a time of day."""

    def is_date(self, tokens: Tokens, numeral: Numeral) -> bool:
        """Whether a month or a weekday stands beside the number."""

    def is_enumerator(self, tokens: Tokens, numeral: Numeral) -> bool:
        """Whether the number only marks an item of a list."""

    def is_pronoun(self, tokens: Tokens, numeral: Numeral) -> bool:
        """Whether the number word stands for a noun and counts nothing."""

    def is_price_base(self, tokens: Tokens, at: int) -> bool:
        """Whether the words after one unit of a currency say what it is worth: "(one dollar) buys"."""

    def is_year(self, tokens: Tokens, at: int) -> bool:
        """Whether the number at a token names a year."""

    def is_age_of(self, tokens: Tokens, phrase: Phrase) -> bool:
        """Whether a noun phrase names an age, so that what is said of it is in years: "life expectancy"."""

    def is_temporal(self, tokens: Tokens, at: int) -> bool:
        """Whether the word before a token says that a time follows: "since"."""

    def is_age(self, tokens: Tokens, start: int, number: Phrase) -> bool:
        """Whether a bare number is of years of age; ``start`` is where its bound or it begins."""

    def bound_before(self, tokens: Tokens, at: int) -> tuple[int, Bound] | None:
        """The bound before a figure, and the index of its first token."""

    def is_preposition(self, tokens: Tokens, at: int) -> bool:
        """Whether the bound that begins at a token, before a time or a few things, says when or by what: "over"."""

    def is_about(self, tokens: Tokens, at: int, number: int) -> bool:
        """Whether the bound at a token, of a number that is no time, only joins its noun: "a row over (a $3m loan)"."""

    def is_conjunction(self, tokens: Tokens, at: int) -> bool:
        """Whether the bound that begins at a token joins clauses unless a measure follows: "as long as"."""

    def bound_after(self, tokens: Tokens, at: int) -> tuple[int, Bound] | None:
        """The index after the bound that follows a figure, and the bound."""

    def change_before(self, tokens: Tokens, at: int, total: bool = False) -> Motion | None:
        """The change that the words before a figure say of it; ``total`` says that it is a large sum of money."""

    def change_after(self, tokens: Tokens, at: int) -> Change | None:
        """The change that the words after a figure say of it."""

    def direction_before(self, tokens: Tokens, at: int) -> Literal["by", "to", "from", ""]:
        """Whether the word before a figure says how far a change went, where to, or where from."""

    def is_compared(self, text: str, at: int) -> bool:
        """Whether the words before an offset say that what follows is what a figure is compared with."""

    def is_earlier_level(self, text: str, at: int) -> bool:
        """Whether the words before a figure at an offset say that another one is compared with it."""

    def is_adjunct(self, text: str, figure: int, date: int) -> bool:
        """Whether the words from the end of a figure to the start of a date bind the date to it: "(39%) in (May)"."""

    def is_genitive(self, text: str, date: int, figure: int) -> bool:
        """Whether the words from the end of a date to the start of a figure bind it to the date: "(May)'s (39%)"."""

    def since(self, text: str, start: int, end: int) -> int | None:
        """The offset of the word that makes a date from ``start`` to ``end`` the beginning of a time that goes on:
        "since"."""

    def is_aside(self, words: str) -> bool:
        """Whether the words between a figure and a date open a clause that only says more of something: ", which"."""

    def is_ranking(self, words: str) -> bool:
        """Whether the words between a date and a figure open an apposition that compares, ", the lowest in"."""

    def is_attributive(self, text: str, start: int, end: int) -> bool:
        """Whether a date from ``start`` to ``end`` says which thing is meant or till when, and not when it holds."""

    def counted_after(self, tokens: Tokens, at: int, one: bool) -> Phrase | None:
        """The noun phrase after a number that it counts; ``one`` says that the number is one."""

    def whole_after(self, tokens: Tokens, at: int) -> Phrase | None:
        """The noun phrase after a fraction that it is a part of."""

    def changed_after(self, tokens: Tokens, start: int, at: int) -> Phrase | None:
        """The noun phrase after a figure from ``start`` to ``at`` that says what changed: "(a 5% rise) in rents"."""

    def measured_after(self, tokens: Tokens, at: int, money: bool) -> Phrase | None:
        """The noun phrase after a measure that it is an amount of: "(85%) of the attempts", "($8m) in debts"."""

    def modified_after(self, tokens: Tokens, start: int, at: int, attributive: bool) -> Phrase | None:
        """The noun phrase that a measure from ``start`` to ``at`` modifies; ``attributive`` says that it must."""

    def head_before(self, tokens: Tokens, at: int) -> Phrase | None:
        """The noun phrase that a measure belongs to, "a fine (of $6,500)"."""

    def subject_before(self, tokens: Tokens, at: int, floor: int, beyond: int) -> Phrase | None:
        """The subject of the clause that a figure stands in, not below ``floor``, the end of the figure before it.

        Where that figure is part of the subject ("the yield on (10)-year notes"), not below ``beyond``.
        """

    def extended_before(self, tokens: Tokens, start: int, end: int, floor: int, behind: int) -> Phrase | None:
        """The noun right before a measure that says how far it extends or lies: "(a planet) 4 light years away".

        What the figure before counts begins at ``behind`` where it can be that: "30 km of (fence), 5 metres high".
        """

    def apposed_before(self, tokens: Tokens, at: int, end: int, floor: int) -> Phrase | None:
        """The noun phrase that a figure from ``at`` to ``end`` tells between commas: "(the budget), $3m, was cut"."""

    def gapped_subject(self, tokens: Tokens, at: int, floor: int) -> Phrase | None:
        """The subject of a clause that leaves out the verb of that of the figure before, which ends at ``floor``."""

    def goes_on_for(self, tokens: Tokens, last: int, at: int, end: int) -> bool:
        """Whether a number from ``at`` to ``end`` is for another name what the count that ends at ``last`` is for one.

        It leaves out what is counted: "Ana won 41 seats, Ben (20)".
        """

    def is_subject_of(self, tokens: Tokens, end: int, at: int) -> bool:
        """Whether what ends at ``end`` is the subject of a figure's clause: "(12 cows) give 30 litres"."""

    def is_unsaid(self, tokens: Tokens, at: int, floor: int, kind: Kind) -> bool:
        """Whether the figure at a token, of that kind of unit, is said of nothing that its clause names.

        A "rate" is an amount of money for something.
        """

    def is_elided(self, tokens: Tokens, at: int, end: int) -> bool:
        """Whether a bare number leaves out the unit of a time that was told before it: "asked for (nine)"."""

    def person_before(self, tokens: Tokens, at: int, floor: int) -> Phrase | None:
        """Whose age a number is: the name in front of "(Anna Smith), 34", the noun of "(men) aged 20"."""

    def noun_before(self, tokens: Tokens, at: int, floor: int) -> Phrase | None:
        """The nearest nouns before a figure in its clause, not below ``floor``."""

    def is_gapped(self, tokens: Tokens, first: int, second: int) -> bool:
        """Whether the tokens after two figures show that the second leaves out what the first says of itself."""

    def is_joined(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether the tokens between two figures say that the second leaves out its noun: "and has (48)"."""

    def is_partitive(self, tokens: Tokens, at: int) -> bool:
        """Whether the words before a figure say that it is a part of what was named before: "of these, (12)"."""

    def is_governed(self, tokens: Tokens, at: int) -> bool:
        """Whether a figure stands in a phrase with a preposition, "under the (two laws)"."""

    def is_pronominal(self, tokens: Tokens, at: int) -> bool:
        """Whether a pronoun after a number says that it is a part of what was named before: "(12) of them"."""

    def is_adjectival(self, tokens: Tokens, phrase: Phrase) -> bool:
        """Whether what is counted is told by an adjective, "the (dead)", which no other number leaves out."""

    def is_elliptical(self, tokens: Tokens, at: int) -> bool:
        """Whether the words after a number show that what it counts was named before."""

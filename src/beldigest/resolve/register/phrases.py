"""Whom a noun group names: by a name in it, by what its noun calls them, or as a pronoun."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from beldigest.mentions.types import ActorMention
from beldigest.model import Span
from beldigest.resolve.register.antecedents import Antecedents
from beldigest.resolve.register.contract import Resolved
from beldigest.resolve.register.forms import sort_of
from beldigest.resolve.register.named import Named, Word

# How many of the roles that were said on either side of a phrase are compared with it.
_MOST_ROLES = 100
# How many words may say what a named body is: "mining company".
_LONGEST_SORT = 3


class Phrases:
    """Resolves noun groups of one reading. Everything is prepared when first asked for."""

    def __init__(self, named: Named) -> None:
        self._named = named
        self._names = named.names
        self._antecedents = Antecedents(named)

    def resolve(self, phrase: Span) -> Resolved | None:
        """Whom the noun group names, or None where that cannot be told."""
        words = list(self._named.words(phrase))
        if not words:
            return None
        if len(words) == 1 and self._antecedents.is_pronoun(words[0]) and not self._named.is_name(words[0]):
            return self._inferred(self._antecedents.of_pronoun(words[0]))
        core, rest = self._core(words)
        named = self._headed(core)
        if named is None and rest:
            named = self._apposed(rest)
        if named is not None:
            return Resolved(named, "stated")
        spelt = self._by_words.get(tuple(word.folded for word in self._without_determiner(core)))
        if spelt is not None:
            return Resolved(spelt, "stated")
        return self._inferred(self._described(core))

    def fits(self, pronoun: Span, actor: str) -> bool:
        """Whether a pronoun of one person can mean an actor, as far as gender tells."""
        return any(self._antecedents.fits(word, actor) for word in self._named.words(pronoun))

    def _inferred(self, actor: str | None) -> Resolved | None:
        return None if actor is None else Resolved(actor, "inferred")

    def _core(self, words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
        """The noun group up to an apposition or a relative clause, and the words after the comma.

        What stands in brackets before more words is passed over: "the head of the Port Authority (PA), Ann Lee".
        """
        folded = [word.folded for word in words]
        if "(" in folded[1:] and ")" in folded[folded.index("(", 1) : -1]:
            opening = folded.index("(", 1)
            words = [*words[:opening], *words[folded.index(")", opening) + 1 :]]
        relatives = self._names.closed("relative")
        for at, word in enumerate(words):
            dashes = word.folded == "-" == words[at - 1].folded  # "Ann Lee -- the mayor -- said"
            if at and (
                word.folded in ",;(—–" or dashes or (word.folded in relatives and not self._named.is_name(word))
            ):
                return list(words[: at - dashes]), list(words[at + 1 :])
        return list(words), []

    def _without_determiner(self, words: Sequence[Word]) -> list[Word]:
        first = 0
        while first < len(words) and words[first].folded in self._names.closed("determiner"):
            first += 1
        return list(words[first:])

    # ------------------------------------------------------------------ names
    def _within(self, words: Sequence[Word]) -> list[ActorMention]:
        if not words:
            return []
        return self._named.within(words[0].start, words[-1].end)

    def _headed(self, words: Sequence[Word]) -> str | None:
        """The actor whose name heads a noun group: no noun follows it, and it is no other noun's complement.

        A group that joins a name to anything else ("the mayor and Ann Lee") has several heads, and names no one actor.
        """
        found = self._within(words)
        prepositions = self._names.closed("preposition")
        coordinators = self._names.closed("coordinator")
        heads = []
        for mention in found:
            before = [word for word in words if word.end <= mention.span.start]
            after = [word for word in words if word.start >= mention.span.end]
            # "the head of state Ann Lee" is she, but "the leader of the opposition Green Alliance" is not the Alliance
            governing = before[-1:] if mention.kind == "person" else before
            complement = any(word.folded in prepositions for word in governing)
            if (before and before[-1].folded in coordinators) or (after and after[0].folded in coordinators):
                return None
            if complement or not (not after or after[0].folded in self._after_names or self._sorts(mention, after)):
                continue
            heads.append(mention)
        return self._named.ids[heads[0].span] if heads else None

    def _sorts(self, mention: ActorMention, after: Sequence[Word]) -> bool:
        """Whether the noun behind a body's name says what it is: "the Orano mining company", "the Interfax news
        agency", not "the Australian company" nor "the UN agency", which may be another body."""
        end = next((at for at, word in enumerate(after) if word.folded in self._after_names), len(after))
        nouns = self._names.closed("any body" if mention.kind == "media outlet" else "label")
        adjective = any(word.folded in self._names.origins() for word in self._named.words(mention.span))
        said = sort_of(mention.kind) == "body" and not adjective and after[end - 1].folded in nouns
        return said and end <= _LONGEST_SORT

    @cached_property
    def _after_names(self) -> frozenset[str]:
        """Words after a name that leave it the head of its noun group: "Ann Lee of Dremko", "Ann Lee herself"."""
        classes = ("preposition", "coordinator", "pronoun m", "pronoun f", "pronoun body")
        return frozenset().union(*map(self._names.closed, classes))

    def _apposed(self, rest: Sequence[Word]) -> str | None:
        """The actor whose name follows the comma after a noun group: "the harbour master, Captain Ann Lee"."""
        for mention in self._within(rest)[:1]:
            titles = [word.folded for word in rest if word.end <= mention.span.start]
            titled = mention.kind == "person" and titles and self._names.role_gender(titles[-1]) is not None
            plain = not any(title in self._names.closed("function") for title in titles)
            if sort_of(mention.kind) != "place" and (not titles or (titled and plain)):
                return self._named.ids[mention.span]
        return None

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], str]:
        found: dict[tuple[str, ...], str] = {}
        for mention in self._named.mentions:
            found.setdefault(
                tuple(word.folded for word in self._named.words(mention.span)), self._named.ids[mention.span]
            )
        return found

    # ------------------------------------------------------------------ descriptions
    def _described(self, core: Sequence[Word]) -> str | None:
        """Whom a definite noun group describes: "the border guard chief", "the ministry"."""
        names = self._names
        if not core or core[0].folded in names.closed("indefinite"):
            return None
        words = self._without_determiner(core)
        prepositions = names.closed("preposition")
        end = next((at for at, word in enumerate(words) if at and word.folded in prepositions), len(words))
        if not words[:end]:
            return None
        noun = words[end - 1].folded
        others = [word.folded for word in (*words[self._seat(words, end) : end - 1], *words[end + 1 :])]
        if names.is_age(noun):
            return self._antecedents.of_age(core[0].start)
        if names.role_gender(noun) is not None:
            return self._by_role(core[0].start, noun, others)
        head = names.heads().get(noun)
        if head is not None and head.body and len(core) > 1:
            return self._antecedents.of_noun(core[0].start, noun, others)
        return None

    def _seat(self, words: Sequence[Word], end: int) -> int:
        """Where the words behind "Geneva-based" begin: a seat is no part of a name or a role."""
        based = (at for at in range(2, end) if words[at].folded == "based" and words[at - 1].folded == "-")
        return next(based, -1) + 1

    def _by_role(self, at: int, noun: str, others: Sequence[str]) -> str | None:
        """The person who was last called so, rather in this passage than before it."""
        wanted = {self._named.origin(word) for word in others if word not in self._names.closed("premodifier")}
        wanted -= self._names.closed("determiner") | self._names.closed("preposition")
        passage = self._named.passage(at)
        best: tuple[tuple[bool, bool, int], str] | None = None
        said_so = self._said_by_word.get(noun, [])
        near = bisect_left(said_so, at, key=lambda index: self._named.said[index][0])
        for index in said_so[max(0, near - _MOST_ROLES) : near + _MOST_ROLES]:
            start, said, actor = self._named.said[index]
            if not wanted <= said:
                continue
            here = self._named.passage(start) == passage
            if not here and not wanted:
                continue
            rank = (here, start < at, start if start < at else -start)
            if best is None or rank > best[0]:
                best = rank, actor
        return None if best is None else best[1]

    @cached_property
    def _said_by_word(self) -> dict[str, list[int]]:
        """Which of the roles, in text order, have a word."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, (_, words, _) in enumerate(self._named.said):
            for word in words:
                found[word].append(index)
        return found

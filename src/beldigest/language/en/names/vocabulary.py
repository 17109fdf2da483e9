"""The words of a language, and the known names, bundled for the recogniser's inner loops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

import attrs

from beldigest.language.en.names import lexicons, morphology
from beldigest.language.en.names.known import Known, known
from beldigest.language.en.names.letters import after_article, initials
from beldigest.language.en.names.lexicons import Head, closed
from beldigest.language.gazetteer import Gazetteer
from beldigest.language.naming import Line

# How many words say that an actor has two names: ", also known as".
_LONGEST_RENAMING = 5


@attrs.define(slots=True, eq=False)
class Vocabulary:
    """Look-ups over one language's lexicons; every word given to it is folded unless said otherwise."""

    known: Known
    common: AbstractSet[str]
    function: AbstractSet[str]
    fringe: AbstractSet[str]
    calendar: AbstractSet[str]
    abbreviations: AbstractSet[str]
    given: Mapping[str, str]
    surnames: AbstractSet[str]
    family_first: AbstractSet[str]
    heads: Mapping[str, Head]
    pair_ends: AbstractSet[str]
    roles: Mapping[str, str]
    honorifics: Mapping[str, str]
    cues: Mapping[str, str]
    english_links: AbstractSet[str]
    foreign_links: AbstractSet[str]
    foreign_articles: AbstractSet[str]
    directions: AbstractSet[str]
    compass: AbstractSet[str]
    articles: AbstractSet[str]
    determiners: AbstractSet[str]
    prepositions: AbstractSet[str]
    premodifiers: AbstractSet[str]
    relatives: AbstractSet[str]
    auxiliaries: AbstractSet[str]
    copulas: AbstractSet[str]
    coordinators: AbstractSet[str]
    ordinals: AbstractSet[str]
    number_signs: AbstractSet[str]
    irregular_past: AbstractSet[str]
    bodies_pronouns: AbstractSet[str]
    persons_pronouns: AbstractSet[str]
    generations: AbstractSet[str]
    adjectival_roles: AbstractSet[str]
    languages: AbstractSet[str]
    feasts: AbstractSet[str]
    renaming: AbstractSet[str]
    renaming_adverbs: AbstractSet[str]
    price_verbs: AbstractSet[str]
    holdings: AbstractSet[str]
    labels: AbstractSet[str]
    ranks: AbstractSet[str]
    field_offices: AbstractSet[str]
    creeds: AbstractSet[str]
    outlet_verbs: AbstractSet[str]
    ownership: AbstractSet[str]
    ship_prefixes: AbstractSet[str]
    credits: AbstractSet[str]
    saints: AbstractSet[str]
    currencies: AbstractSet[str]

    def is_role(self, words: Sequence[str], at: int) -> bool:
        """Whether a noun for what a person is ends with the word at an index."""
        if not 0 <= at < len(words):
            return False
        return morphology.role_gender(words[at]) is not None or (
            at > 0 and f"{words[at - 1]} {words[at]}" in self.roles
        )

    def head(self, words: Sequence[str], at: int) -> Head | None:
        """The head that ends with the word at an index: "district", and "school district", which is another."""
        if not 0 <= at < len(words):
            return None
        pair = self.heads.get(f"{words[at - 1]} {words[at]}") if at and words[at] in self.pair_ends else None
        return pair or self.heads.get(words[at])

    def noun(self, words: Sequence[str], at: int) -> Head | None:
        """The head that the word in small letters at an index is as a noun, alone or with the word before it; so is its
        plural: "the rivers Dremka and Varna"."""
        head = self.head(words, at)
        if head is None and 0 <= at < len(words) and words[at].endswith("s"):
            head = self.heads.get(morphology.singular(words[at]))
        return head if head is not None and head.noun else None

    def things(self, word: str) -> Head | None:
        """The head whose plural a word is, where that names no actor: "Halloran Accords", "Middle Ages"."""
        one = self.heads.get(morphology.singular(word))
        return one if one is not None and one.kind == "other" and word not in self.surnames else None

    def naming_heads(self, words: Sequence[str]) -> list[Head]:
        """The heads in a body's name, that first which says what it is: the one with a complement ("Bureau of the Farm
        Party"), or the last."""
        last = len(words) - 1
        governing = [at - 1 for at in range(1, last) if words[at] in self.english_links and words[at] != "and"]
        found = (self.head(words, at) for at in dict.fromkeys((*governing, last, *range(last))))
        return [head for head in found if head is not None]

    def names_members(self, word: str) -> bool:
        """Whether a plural of what persons are begins the name of their body: "Lawyers for Open Courts"."""
        one = morphology.singular(word)
        return one != word and morphology.role_gender(one) is not None

    def official(self, words: Sequence[str]) -> bool:
        """Whether a body's name says that it is a state's: "Federal Security Service", "State Border Committee"."""
        heads, before = closed("official head"), closed("official")
        return any(word in heads and not before.isdisjoint(words[:at]) for at, word in enumerate(words))

    def known_place(self, word: str) -> bool:
        """Whether a folded word by itself is the name of a known place."""
        found = self.known.longest([word], [word], 0, 1) if word else None
        return found is not None and found[1].kind in ("country", "place")

    def initials(self, words: Sequence[str]) -> str:
        """The letters of an acronym of the words."""
        return initials(words)

    def spells(self, letters: str, words: Sequence[str]) -> bool:
        """Whether folded letters are the initials of the words, those of small words counted or not."""
        every = "".join(word[0] for word in words if word[0].isalnum())
        return letters in (initials(words), every)

    def peopled(self, word: str) -> tuple[str, ...]:
        """The places whose people a word may name."""
        return morphology.peopled(word)

    def singular(self, word: str) -> str:
        """The singular of a noun."""
        return morphology.singular(word)

    def short_names(self, parts: Sequence[str]) -> dict[str, None]:
        """What a text may say for short of a name of several folded words: its first and its last words and, of a
        person's, a surname between them ("Carlos Manzo Solis"), one without its article ("Ali al-Masri") or with it
        ("Rosa La Torre")."""
        found = dict.fromkeys((parts[-1], parts[0], *(" ".join(parts[:end]) for end in range(2, len(parts)))))
        found.update(dict.fromkeys(word for word in parts[1:-1] if self.may_be_surname(word)))
        found[after_article(parts[-1])] = None
        articles = (at for at, word in enumerate(parts[1:-1], 1) if word in self.foreign_articles)
        found.update((" ".join(parts[at:]), None) for at in articles)
        return found

    def may_be_surname(self, word: str) -> bool:
        """Whether a folded word between the first and the last of a person's name may be a surname."""
        given = word in self.given and word not in self.surnames
        return word[-1].isalnum() and not (given or word in self.common or word in self.foreign_links)

    def renames(self, between: Sequence[str]) -> bool:
        """Whether the words between two names say that both are one actor's: ", better known as"."""
        if not 0 < len(between) <= _LONGEST_RENAMING:
            return False
        told = [word for word in between if word not in self.renaming_adverbs and word not in (",", "(", "as")]
        return len(told) == 1 and told[0] in self.renaming

    def links(self, line: Line, at: int) -> bool:
        """Whether a word in lower case, or an ending, may stand inside a name."""
        word = line.words[at]
        if word in self.english_links or word in self.foreign_links:
            return True
        if word in ("'s", "’s"):
            return True
        return word in "'’" and at > 0 and line.starts[at] == line.ends[at - 1] and line.words[at - 1][-1:] in "sxz"


def vocabulary(gazetteers: Sequence[Gazetteer] = ()) -> Vocabulary:
    """The vocabulary with the given gazetteers before the language's own."""
    return attrs.evolve(_own(), known=known(gazetteers)) if gazetteers else _own()


@cache
def _own() -> Vocabulary:
    return Vocabulary(
        known=known(),
        common=lexicons.common(),
        function=closed("function"),
        fringe=closed("fringe"),
        calendar=closed("month") | closed("weekday"),
        abbreviations=lexicons.abbreviations(),
        given=lexicons.given_names(),
        surnames=lexicons.surnames(),
        family_first=lexicons.family_first(),
        heads=lexicons.heads(),
        pair_ends=frozenset(words.partition(" ")[2] for words in lexicons.heads()) - {""},
        roles=lexicons.roles(),
        honorifics=lexicons.honorifics(),
        cues=lexicons.cues(),
        english_links=closed("link"),
        foreign_links=closed("foreign link"),
        foreign_articles=closed("foreign article"),
        directions=closed("direction"),
        compass=closed("compass"),
        articles=closed("article"),
        determiners=closed("determiner"),
        prepositions=closed("preposition"),
        premodifiers=closed("premodifier"),
        relatives=closed("relative"),
        auxiliaries=closed("auxiliary"),
        copulas=closed("copula"),
        coordinators=closed("coordinator"),
        ordinals=closed("ordinal"),
        number_signs=closed("number sign"),
        irregular_past=lexicons.irregular_pasts(),
        bodies_pronouns=closed("pronoun body"),
        persons_pronouns=closed("pronoun m") | closed("pronoun f"),
        generations=closed("generation"),
        adjectival_roles=closed("adjectival role"),
        languages=lexicons.languages(),
        feasts=closed("feast"),
        renaming=closed("renaming"),
        renaming_adverbs=closed("renaming adverb"),
        price_verbs=closed("price verb"),
        holdings=closed("holding"),
        labels=closed("label"),
        ranks=closed("rank"),
        field_offices=closed("field office"),
        creeds=closed("creed"),
        outlet_verbs=closed("outlet verb"),
        ownership=closed("ownership"),
        ship_prefixes=closed("ship"),
        credits=closed("credit"),
        saints=closed("saint"),
        currencies=lexicons.currencies(),
    )

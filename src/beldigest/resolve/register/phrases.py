"""Whom a noun group names: by a name in it, by what its noun calls them, or as a pronoun.

A pronoun, or a noun with a definite article, goes back to what was named before it in the same passage: in the nearest
sentence that has somebody it fits, to the first such one, which is most often the subject (Hobbs 1978; Mitkov 1998).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import ModuleType

import attrs

from beldigest.mentions.actors.roles import roles
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import ActorMention
from beldigest.model import Actor, Span
from beldigest.resolve.register.contract import Resolved
from beldigest.resolve.register.forms import sort_of
from beldigest.resolve.register.passages import passages

# Of one whose gender nothing tells, a pronoun may speak, but rather of one whose gender fits a sentence further back.
_UNSURE = 1
_FARTHEST = 8
# How much surer a given name, and a title, are of gender than the ending of a family name.
_BY_GIVEN_NAME = 2
_BY_TITLE = 6
_LONGEST_TITLE = 20
# How many characters before a word are looked at for what stands there, and how many roles on either side of a phrase.
_GAP = 20
_MOST_ROLES = 100


@attrs.frozen
class _Word:
    folded: str
    start: int
    end: int
    capital: bool


class Phrases:
    """Resolves noun groups of one reading. Everything is prepared when first asked for."""

    def __init__(
        self,
        reading: Reading,
        mentions: Sequence[ActorMention],
        names: ModuleType,
        actors: Sequence[Actor],
        ids: Mapping[Span, str],
    ) -> None:
        self._reading = reading
        self._names = names
        self._ids = ids
        self._passage = passages(reading)
        self._actors = {actor.id: actor for actor in actors}
        self._mentions = sorted(mentions, key=lambda mention: (mention.span.start, mention.span.end))
        self._starts = [mention.span.start for mention in self._mentions]

    def resolve(self, phrase: Span) -> Resolved | None:
        """Whom the noun group names, or None where that cannot be told."""
        words = list(self._words(phrase))
        if not words:
            return None
        if len(words) == 1:
            for name in ("m", "f"):
                if words[0].folded in self._names.closed(f"pronoun {name}"):
                    return self._inferred(self._person(phrase.start, name, self._owners))
            if words[0].folded in self._names.closed("pronoun body"):
                return self._inferred(self._body(phrase.start, None))
            if words[0].folded in self._names.closed("relative"):
                return self._inferred(self._before_relative(words[0]))
        core, rest = self._core(words)
        named = self._named(core)
        if named is None and rest:
            named = self._apposed(rest)
        if named is not None:
            return Resolved(named, "stated")
        spelt = self._by_words.get(tuple(word.folded for word in self._without_determiner(core)))
        if spelt is not None:
            return Resolved(spelt, "stated")
        return self._inferred(self._described(core))

    def _inferred(self, actor: str | None) -> Resolved | None:
        return None if actor is None else Resolved(actor, "inferred")

    def _words(self, span: Span) -> Iterator[_Word]:
        for match in self._names.TOKEN.finditer(self._reading.text, span.start, span.end):
            yield _Word(self._names.fold(match[0]), match.start(), match.end(), match[0][0].isupper())

    def _core(self, words: Sequence[_Word]) -> tuple[list[_Word], list[_Word]]:
        """The noun group up to an apposition or a relative clause, and the words after the comma."""
        relatives = self._names.closed("relative")
        for at, word in enumerate(words):
            if at and (word.folded in relatives or (not word.folded[0].isalnum() and word.folded in ",;(—–")):
                return list(words[:at]), list(words[at + 1 :])
        return list(words), []

    def _without_determiner(self, words: Sequence[_Word]) -> list[_Word]:
        first = 0
        while first < len(words) and words[first].folded in self._names.closed("determiner"):
            first += 1
        return list(words[first:])

    # ------------------------------------------------------------------ names
    def _within(self, words: Sequence[_Word]) -> list[ActorMention]:
        if not words:
            return []
        start, end = words[0].start, words[-1].end
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for mention in self._mentions[low:high] if mention.span.end <= end]

    def _named(self, words: Sequence[_Word]) -> str | None:
        """The actor whose name heads a noun group: no noun follows it, and it is no other noun's complement."""
        found = self._within(words)
        prepositions = self._names.closed("preposition")
        heads = []
        for mention in found:
            before = [word for word in words if word.end <= mention.span.start]
            after = [word for word in words if word.start >= mention.span.end]
            complement = any(word.folded in prepositions for word in before[-2:]) and not (
                mention.kind == "person" and before[-1].folded not in prepositions
            )
            if complement or (after and after[0].folded not in self._after_names):
                continue
            heads.append(mention)
        if heads and not (len(heads) > 1 and self._coordinated(words, heads)):
            return self._ids[heads[0].span]
        return None

    @cached_property
    def _after_names(self) -> frozenset[str]:
        """Words after a name that leave it the head of its noun group: "Ann Lee of Dremko", "Ann Lee herself"."""
        classes = ("preposition", "coordinator", "pronoun m", "pronoun f", "pronoun body")
        return frozenset().union(*map(self._names.closed, classes))

    def _apposed(self, rest: Sequence[_Word]) -> str | None:
        """The actor whose name follows the comma after a noun group: "the border guard chief, Guntis Puyats"."""
        found = self._within(rest[:1]) or [m for m in self._within(rest) if m.span.start == rest[0].start]
        if found and sort_of(found[0].kind) != "place":
            return self._ids[found[0].span]
        return None

    def _coordinated(self, words: Sequence[_Word], heads: Sequence[ActorMention]) -> bool:
        between = Span(heads[0].span.end, heads[1].span.start)
        coordinators = self._names.closed("coordinator")
        return any(word.folded in coordinators for word in words if between.start <= word.start < between.end)

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], str]:
        found: dict[tuple[str, ...], str] = {}
        for mention in self._mentions:
            found.setdefault(tuple(word.folded for word in self._words(mention.span)), self._ids[mention.span])
        return found

    # ------------------------------------------------------------------ descriptions
    def _described(self, core: Sequence[_Word]) -> str | None:
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
        others = [word.folded for word in (*words[: end - 1], *words[end + 1 :])]
        if names.role_gender(noun) is not None:
            return self._by_role(core[0].start, noun, others)
        head = names.heads().get(noun)
        if head is not None and head.body and len(core) > 1:
            return self._body(core[0].start, noun, others)
        return None

    def _by_role(self, at: int, noun: str, others: Sequence[str]) -> str | None:
        """The person who was last called so, rather in this passage than before it."""
        wanted = {self._origin(word) for word in others if word not in self._names.closed("premodifier")}
        wanted -= self._names.closed("determiner") | self._names.closed("preposition")
        passage = self._passage(at)
        best: tuple[tuple[bool, bool, int], str] | None = None
        said_so = self._said_by_word.get(noun, [])
        near = bisect_left(said_so, at, key=lambda index: self._said[index][0])
        for index in said_so[max(0, near - _MOST_ROLES) : near + _MOST_ROLES]:
            start, said, actor = self._said[index]
            if not wanted <= said:
                continue
            here = self._passage(start) == passage
            if not here and not wanted:
                continue
            rank = (here, start < at, start if start < at else -start)
            if best is None or rank > best[0]:
                best = rank, actor
        return None if best is None else best[1]

    @cached_property
    def _said(self) -> list[tuple[int, frozenset[str], str]]:
        """Where each role was said, its words, and of whom."""
        return [
            (name.start, frozenset(self._origin(word.folded) for word in self._words(role)), self._ids[name])
            for name, role in self._roles
        ]

    @cached_property
    def _said_by_word(self) -> dict[str, list[int]]:
        """Which of the roles, in text order, have a word."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, (_, words, _) in enumerate(self._said):
            for word in words:
                found[word].append(index)
        return found

    @cached_property
    def _roles(self) -> list[tuple[Span, Span]]:
        """Names of persons with the roles said beside them, in text order."""
        return list(roles(self._reading, [mention.span for mention in self._mentions if mention.kind == "person"]))

    def _origin(self, word: str) -> str:
        """A word, or its country where it is one's name or adjective: "belarusian" and "belarus" are alike."""
        code: str = self._names.origins().get(word, word)
        return code

    # ------------------------------------------------------------------ relative clauses
    def _before_relative(self, pronoun: _Word) -> str | None:
        """Whom a relative pronoun goes back to: the name before it, or whom the noun group before it is said of.

        "Who" wants a person: after "Ann Lee, a lawyer of the Harbour Board, who" it is Ann Lee.
        """
        start = max(0, pronoun.start - _GAP)
        end = start + len(self._reading.text[start : pronoun.start].rstrip(" ,—–("))
        person = pronoun.folded in self._names.closed("relative person")
        if person and end in self._apposed_roles:
            return self._apposed_roles[end]
        at = bisect_left(self._starts, end) - 1
        if at < 0 or self._mentions[at].span.end != end:
            return None
        mention = self._mentions[at]
        return self._ids[mention.span] if (mention.kind == "person") == person else None

    @cached_property
    def _apposed_roles(self) -> dict[int, str]:
        """Where each apposition ends, with whom it is said of."""
        return {role.end: self._ids[name] for name, role in self._roles if role.start > name.start}

    # ------------------------------------------------------------------ what was named before
    def _person(self, at: int, gender: str, owners: Mapping[tuple[Span, str], str]) -> str | None:
        best: tuple[int, str] | None = None
        unfit: set[str] = set()
        for distance, mentions in self._before(at):
            fitting = [mention for mention in mentions if mention.kind == "person"]
            fitting.sort(key=lambda mention: (self._possessive(mention), mention.span.start))
            for mention in fitting:
                actor = owners.get((mention.span, gender)) or self._ids[mention.span]
                its = self._genders.get(actor)
                if its not in (gender, None):
                    unfit.add(actor)
                    continue
                cost = distance + (_UNSURE if its is None else 0)
                if best is None or cost < best[0]:
                    best = cost, actor
            if best is not None and best[0] <= distance:
                break
        if best is None and len(unfit) == 1 and not unfit & self._titled:
            return unfit.pop()  # there is nobody else, and names alone may mislead
        return None if best is None else best[1]

    @cached_property
    def _owners(self) -> dict[tuple[Span, str], str]:
        """For names with a role that a pronoun owns ("her lawyer, Ann Lee"), and the pronoun's gender, the owner: it is
        the owner that the text goes on about. Each is found with the help of those before it."""
        found: dict[tuple[Span, str], str] = {}
        for mention in self._mentions:
            if mention.role is None:
                continue
            before = self._reading.text[max(0, mention.role.start - _GAP) : mention.role.start].split()
            word = self._names.fold(before[-1]) if before else ""
            for gender in ("m", "f"):
                if word in self._names.closed("possessor") & self._names.closed(f"pronoun {gender}"):
                    owner = self._person(mention.role.start, gender, found)
                    if owner is not None:
                        found[mention.span, gender] = owner
        return found

    def _body(self, at: int, noun: str | None, others: Sequence[str] = ()) -> str | None:
        kind = self._names.heads()[noun].kind if noun is not None else None
        any_body = noun in self._names.closed("any body")  # "the agency", but not "the army" for any other body
        fallback: str | None = None
        for distance, mentions in self._before(at):
            speaking = self._speaking(mentions) if noun is None and not distance else None
            if speaking is not None:
                return self._ids[speaking.span]
            fitting = [mention for mention in mentions if sort_of(mention.kind) == "body"]
            fitting.sort(key=lambda mention: (self._possessive(mention), mention.span.start))
            for mention in fitting:
                actor = self._ids[mention.span]
                if noun is None:
                    return actor
                if noun in self._name_words[actor] and {self._origin(w) for w in others} <= self._name_words[actor]:
                    return actor
                if fallback is None and not others and any_body and self._actors[actor].kind == kind:
                    fallback = actor
        return fallback

    def _speaking(self, mentions: Sequence[ActorMention]) -> ActorMention | None:
        """The last body or place that says something: in "Latvia said it would" the pronoun goes back to it."""
        cues = self._names.cues()
        for mention in reversed(mentions):
            following = self._names.TOKEN.search(self._reading.text, mention.span.end)
            if mention.kind != "person" and following and cues.get(self._names.fold(following[0])) == "says":
                return mention
        return None

    @cached_property
    def _name_words(self) -> dict[str, frozenset[str]]:
        return {
            actor.id: frozenset(
                self._origin(self._names.fold(match[0]))
                for name in (actor.name, *actor.aliases)
                for match in self._names.TOKEN.finditer(name)
            )
            for actor in self._actors.values()
        }

    def _possessive(self, mention: ActorMention) -> bool:
        after = self._names.fold(self._reading.text[mention.span.end : mention.span.end + 2])
        return after in self._names.closed("possessive")

    def _before(self, at: int) -> Iterator[tuple[int, list[ActorMention]]]:
        """The mentions before a place, sentence by sentence backwards through its passage, with the distance."""
        sentences = self._sentences[self._passage(at)]
        index = bisect_right(sentences, at, key=lambda sentence: sentence.start) - 1
        for distance in range(min(index + 1, _FARTHEST)):
            sentence = sentences[index - distance]
            low, high = bisect_left(self._starts, sentence.start), bisect_left(self._starts, min(at, sentence.end))
            yield distance, self._mentions[low:high]

    @cached_property
    def _sentences(self) -> dict[int, list[Span]]:
        found: dict[int, list[Span]] = defaultdict(list)
        for index, passage in enumerate(self._reading.passages):
            for stretch in passage.stretches:
                found[index] += self._reading.sentences(stretch)
            found[index].sort()
        return found

    @cached_property
    def _genders(self) -> dict[str, str]:
        """What honorifics, roles and names say of each person's gender; where they disagree, the surest of them."""
        return {
            actor: gender
            for actor, its in self._votes.items()
            for gender, other in (("m", "f"), ("f", "m"))
            if its[gender] > its[other]
        }

    @cached_property
    def _titled(self) -> set[str]:
        """The persons whose gender a title or a role tells."""
        return {actor for actor, its in self._votes.items() if max(its["m"], its["f"]) >= _BY_TITLE}

    @cached_property
    def _votes(self) -> dict[str, Counter[str]]:
        """What speaks for each gender of each person."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        names = self._names
        for mention in self._mentions:
            if mention.kind != "person":
                continue
            words = [word.folded for word in self._words(mention.span)]
            vote = votes[self._ids[mention.span]]
            vote[names.given_names().get(words[0], "u")] += _BY_GIVEN_NAME
            vote[names.family_gender(words[-1])] += 1
            before = self._reading.text[max(0, mention.span.start - _LONGEST_TITLE) : mention.span.start].split()
            if before:
                vote[names.honorifics().get(before[-1], "u")] += _BY_TITLE
        for _, said, actor in self._said:
            for word in said:
                votes[actor][names.role_gender(word) or "u"] += _BY_TITLE
        return votes

"""Whom a pronoun, or a noun that takes its place, goes back to.

It goes back to what was named before it in the same passage: in the nearest sentence that has somebody it fits, to the
first such one, which is most often the subject (Hobbs 1978; Mitkov 1998).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from beldigest.mentions.types import ActorMention
from beldigest.model import Span
from beldigest.resolve.register.forms import sort_of
from beldigest.resolve.register.named import Named, Word

# Of one whose gender nothing tells, a pronoun may speak, but rather of one whose gender fits a sentence further back.
_UNSURE = 1
# How many sentences back, and in each to how many of the last mentions, a pronoun may go.
_FARTHEST = 8
_MOST_NAMED = 100
# How many characters before a word are looked at for what stands there.
_GAP = 20


class Antecedents:
    """Finds what was named before a place of one reading."""

    def __init__(self, named: Named) -> None:
        self._named = named
        self._names = named.names

    def is_pronoun(self, word: Word) -> bool:
        """Whether a word is a pronoun that goes back to somebody or something named."""
        classes = ("pronoun m", "pronoun f", "pronoun body", "relative")
        return any(word.folded in self._names.closed(name) for name in classes)

    def of_pronoun(self, word: Word) -> str | None:
        """Whom a pronoun goes back to, None where that cannot be told."""
        for gender in ("m", "f"):
            if word.folded in self._names.closed(f"pronoun {gender}"):
                return self._person(word.start, gender, self._owners)
        if word.folded in self._names.closed("relative"):
            return self._before_relative(word)
        return self._body(word.start)

    # ------------------------------------------------------------------ persons
    def fits(self, word: Word, actor: str) -> bool:
        """Whether "he" or "she", in any of their cases, can mean an actor: a person of that gender, or of one that
        nothing tells."""
        gender = next((one for one in ("m", "f") if word.folded in self._names.closed(f"pronoun {one}")), None)
        person = self._named.actors[actor].kind == "person"
        return person and gender is not None and self._named.genders.get(actor, gender) == gender

    def _person(self, at: int, gender: str, owners: Mapping[tuple[Span, str], str]) -> str | None:
        best: tuple[int, str] | None = None
        unfit: set[str] = set()
        for distance, mentions in self._before(at):
            fitting = [mention for mention in mentions if mention.kind == "person"]
            fitting.sort(key=lambda mention: (self._possessive(mention), mention.span.start))
            for mention in fitting:
                actor = owners.get((mention.span, gender)) or self._named.ids[mention.span]
                its = self._named.genders.get(actor)
                if its not in (gender, None):
                    unfit.add(actor)
                    continue
                cost = distance + (_UNSURE if its is None else 0)
                if best is None or cost < best[0]:
                    best = cost, actor
            if best is not None and best[0] <= distance:
                break
        if best is None and len(unfit) == 1 and not unfit & self._named.titled:
            return unfit.pop()  # there is nobody else, and names alone may mislead
        return None if best is None else best[1]

    def of_age(self, at: int) -> str | None:
        """Whom "the 54-year-old" takes up: the person named last, and in that sentence the first."""
        for _, mentions in self._before(at):
            persons = [mention for mention in mentions if mention.kind == "person"]
            if persons:
                first = min(persons, key=lambda mention: (self._possessive(mention), mention.span.start))
                return self._named.ids[first.span]
        return None

    @cached_property
    def _owners(self) -> dict[tuple[Span, str], str]:
        """For names with a role that a pronoun owns ("her lawyer, Ann Lee"), and the pronoun's gender, the owner: it is
        the owner that the text goes on about. Each is found with the help of those before it."""
        found: dict[tuple[Span, str], str] = {}
        for mention in self._named.mentions:
            if mention.role is None:
                continue
            before = self._named.text[max(0, mention.role.start - _GAP) : mention.role.start].split()
            word = self._names.fold(before[-1]) if before else ""
            for gender in ("m", "f"):
                if word in self._names.closed("possessor") & self._names.closed(f"pronoun {gender}"):
                    owner = self._person(mention.role.start, gender, found)
                    if owner is not None:
                        found[mention.span, gender] = owner
        return found

    # ------------------------------------------------------------------ bodies
    def of_noun(self, at: int, noun: str, others: Sequence[str]) -> str | None:
        """The body that a noun with the other words of its group takes up: one with these words in its name, or any of
        its kind where the noun is as general as "the agency"; "the army" is none but an army."""
        wanted = {self._named.origin(word) for word in others}
        general = not others and noun in self._names.closed("any body")
        kind = self._names.heads()[noun].kind
        fallback: str | None = None
        for _, mentions in self._before(at):
            for mention in self._bodies(mentions):
                actor = self._named.ids[mention.span]
                if noun in self._named.name_words[actor] and wanted <= self._named.name_words[actor]:
                    return actor
                if fallback is None and general and self._named.actors[actor].kind == kind:
                    fallback = actor
        return fallback

    def _body(self, at: int) -> str | None:
        for distance, mentions in self._before(at):
            speaking = self._speaking(mentions) if not distance else None
            found = self._bodies(mentions) if speaking is None else [speaking]
            if found:
                return self._named.ids[found[0].span]
        return None

    def _bodies(self, mentions: Sequence[ActorMention]) -> list[ActorMention]:
        """The bodies among mentions, those first that own nothing."""
        bodies = [mention for mention in mentions if sort_of(mention.kind) == "body"]
        return sorted(bodies, key=lambda mention: (self._possessive(mention), mention.span.start))

    def _speaking(self, mentions: Sequence[ActorMention]) -> ActorMention | None:
        """The last body or place that says something: in "Latvia said it would" the pronoun goes back to it."""
        cues = self._names.cues()
        for mention in reversed(mentions):
            following = self._names.TOKEN.search(self._named.text, mention.span.end)
            if mention.kind != "person" and following and cues.get(self._names.fold(following[0])) == "says":
                return mention
        return None

    # ------------------------------------------------------------------ relative clauses
    def _before_relative(self, pronoun: Word) -> str | None:
        """Whom a relative pronoun goes back to: the name before it, or whom the noun group before it is said of.

        "Who" wants a person: after "Ann Lee, a lawyer of the Harbour Board, who" it is Ann Lee.
        """
        start = max(0, pronoun.start - _GAP)
        end = start + len(self._named.text[start : pronoun.start].rstrip(" ,—–()"))
        person = pronoun.folded in self._names.closed("relative person")
        if person and end in self._apposed_roles:
            return self._apposed_roles[end]
        at = bisect_left(self._named.starts, end) - 1
        if at < 0 or self._named.mentions[at].span.end != end:
            return None
        mention = self._named.mentions[at]
        return self._named.ids[mention.span] if (mention.kind == "person") == person else None

    @cached_property
    def _apposed_roles(self) -> dict[int, str]:
        """Where each apposition ends, with whom it is said of."""
        return {role.end: self._named.ids[name] for name, role in self._named.roles if role.start > name.start}

    # ------------------------------------------------------------------ what was named before
    def _possessive(self, mention: ActorMention) -> bool:
        after = self._names.fold(self._named.text[mention.span.end : mention.span.end + 2])
        return after in self._names.closed("possessive")

    def _before(self, at: int) -> Iterator[tuple[int, list[ActorMention]]]:
        """The mentions before a place, sentence by sentence backwards through its passage, with the distance."""
        sentences = self._sentences[self._named.passage(at)]
        index = bisect_right(sentences, at, key=lambda sentence: sentence.start) - 1
        for distance in range(min(index + 1, _FARTHEST)):
            sentence = sentences[index - distance]
            low = bisect_left(self._named.starts, sentence.start)
            high = bisect_left(self._named.starts, min(at, sentence.end))
            yield distance, self._named.mentions[max(low, high - _MOST_NAMED) : high]

    @cached_property
    def _sentences(self) -> dict[int, list[Span]]:
        found: dict[int, list[Span]] = defaultdict(list)
        for index, passage in enumerate(self._named.reading.passages):
            for stretch in passage.stretches:
                found[index] += self._named.reading.sentences(stretch)
            found[index].sort()
        return found

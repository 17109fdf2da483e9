"""What a reading names, where, and what it says of whom: what noun groups are resolved against."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import ModuleType

import attrs

from beldigest.mentions.actors.roles import roles
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import ActorMention
from beldigest.model import Actor, Span
from beldigest.resolve.register.passages import passages

# How much surer a given name, and a title, are of gender than the ending of a family name.
_BY_GIVEN_NAME = 2
_BY_TITLE = 6
# How many characters before a name are looked at for a title.
_LONGEST_TITLE = 20


@attrs.frozen
class Word:
    """A word of the text: as names are compared, and where it stands."""

    folded: str
    start: int
    end: int


class Named:
    """The mentions of a reading with their actors. Everything is prepared when first asked for.

    ``mentions`` are in text order, ``starts`` where they begin; ``ids`` are the actors by the mentions' spans, and
    ``passage`` gives the number of the passage that an offset lies in.
    """

    def __init__(
        self,
        reading: Reading,
        mentions: Sequence[ActorMention],
        names: ModuleType,
        actors: Sequence[Actor],
        ids: Mapping[Span, str],
    ) -> None:
        self.reading = reading
        self.text = reading.text
        self.names = names
        self.ids = ids
        self.passage = passages(reading)
        self.actors = {actor.id: actor for actor in actors}
        self.mentions = sorted(mentions, key=lambda mention: (mention.span.start, mention.span.end))
        self.starts = [mention.span.start for mention in self.mentions]

    def words(self, span: Span) -> Iterator[Word]:
        """The words of a span."""
        for match in self.names.TOKEN.finditer(self.text, span.start, span.end):
            yield Word(self.names.fold(match[0]), match.start(), match.end())

    def is_name(self, word: Word) -> bool:
        """Whether a word is a whole name: "WHO", which is folded like a relative pronoun, and "IT" or "US"."""
        return Span(word.start, word.end) in self.ids

    def within(self, start: int, end: int) -> list[ActorMention]:
        """The mentions that lie between two offsets."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [mention for mention in self.mentions[low:high] if mention.span.end <= end]

    def origin(self, word: str) -> str:
        """A folded word, or its country where it is one's name or adjective: "belarusian" and "belarus" are alike."""
        code: str = self.names.origins().get(word, word)
        return code

    @cached_property
    def name_words(self) -> dict[str, frozenset[str]]:
        """The words of all names of each actor."""
        return {
            actor.id: frozenset(
                self.origin(self.names.fold(match[0]))
                for name in (actor.name, *actor.aliases)
                for match in self.names.TOKEN.finditer(name)
            )
            for actor in self.actors.values()
        }

    @cached_property
    def roles(self) -> list[tuple[Span, Span]]:
        """Names of persons with the roles said beside them, in text order."""
        return list(roles(self.reading, [mention.span for mention in self.mentions if mention.kind == "person"]))

    @cached_property
    def said(self) -> list[tuple[int, frozenset[str], str]]:
        """Where each role was said, its words, and of whom, in text order."""
        return [
            (name.start, frozenset(part for word in self.words(role) for part in self._said(word)), self.ids[name])
            for name, role in self.roles
        ]

    def _said(self, word: Word) -> Iterator[str]:
        """A word of a role, and the noun that a compound with a preposition is headed by: "editor" of
        "editor-in-chief"."""
        yield self.origin(word.folded)
        head, _, rest = word.folded.partition("-")
        if rest.partition("-")[0] in self.names.closed("preposition"):
            yield head

    # ------------------------------------------------------------------ genders
    @cached_property
    def genders(self) -> dict[str, str]:
        """What titles, roles and names say of each person's gender; where they disagree, the surest of them."""
        return {
            actor: gender
            for actor, its in self._votes.items()
            for gender, other in (("m", "f"), ("f", "m"))
            if its[gender] > its[other]
        }

    @cached_property
    def titled(self) -> set[str]:
        """The persons whose gender a title or a role tells."""
        return {actor for actor, its in self._titles.items() if its["m"] or its["f"]}

    @cached_property
    def _votes(self) -> dict[str, Counter[str]]:
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for mention in self.mentions:
            if mention.kind == "person":
                words = [word.folded for word in self.words(mention.span)]
                vote = votes[self.ids[mention.span]]
                vote[self.names.given_names().get(words[0], "u")] += _BY_GIVEN_NAME
                vote[self.names.family_gender(words[-1])] += 1
        for actor, its in self._titles.items():
            for gender, count in its.items():
                votes[actor][gender] += count * _BY_TITLE
        return votes

    @cached_property
    def _titles(self) -> dict[str, Counter[str]]:
        titles: dict[str, Counter[str]] = defaultdict(Counter)
        for mention in self.mentions:
            if mention.kind == "person":
                before = self.text[max(0, mention.span.start - _LONGEST_TITLE) : mention.span.start].split()
                title = self.names.honorifics().get(before[-1], "u") if before else "u"
                titles[self.ids[mention.span]][title] += 1
        for _, said, actor in self.said:
            for word in said:
                titles[actor][self.names.role_gender(word) or "u"] += 1
        return titles

"""What the words of an event refer to: the actors in them, whom pronouns mean, and what a clause is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import ModuleType
from typing import Any

from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import Mentions
from beldigest.model import Span
from beldigest.resolve.register import Register
from beldigest.resolve.sayings import Saying

#: Characters of the longest sentence that is looked at for whom a pronoun in the next one can mean.
_LONGEST = 1500


class Reference:
    """The actors of a passage, as its events need them; ``grammar`` is that of events of its language."""

    def __init__(
        self, reading: Reading, passage: Passage, mentions: Mentions, register: Register, grammar: ModuleType
    ) -> None:
        self._text = reading.text
        self._reading = reading
        self._passage = passage
        self._actors = mentions.actors
        self._dates = [mention.span for mention in mentions.dates]
        self._register = register
        self._grammar = grammar
        self._names = {actor.id: actor.name for actor in register.actors}
        self._kinds = {actor.id: actor.kind for actor in register.actors}

    def names_in(self, piece: Span) -> Iterator[Span]:
        """The places in a piece of the text where an actor is named."""
        at = bisect_left(self._actors, piece.start, key=lambda mention: mention.span.start)
        while at < len(self._actors) and self._actors[at].span.start < piece.end:
            if self._actors[at].span in piece:
                yield self._actors[at].span
            at += 1

    def actors_in(self, pieces: Sequence[Span], outside: Span | None = None) -> list[str]:
        """The actors that are named in pieces of the text, apart from one stretch of it."""
        return [
            self._register.mentions[span]
            for piece in pieces
            for span in self.names_in(piece)
            if outside is None or span not in outside
        ]

    def meant(self, pieces: Sequence[Span], speaker: Span | None = None) -> dict[Span, str]:
        """Whom the pronouns mean, as far as that can be told and the pieces do not name them; "they" is no one body.

        ``speaker`` is whose words the pieces are.
        """
        named = self.actors_in(pieces)
        found: dict[Span, str] = {}
        for piece in pieces:
            for pronoun, _ in self._grammar.pronouns(self._text, piece):
                actor = self._certain(pronoun, speaker)
                several = self._grammar.is_several(pronoun.of(self._text))
                if actor is not None and actor not in named and not (several and self._kinds[actor] != "group"):
                    found[pronoun] = actor
        return found

    def read(self, piece: Span, meant: Mapping[Span, str]) -> str:
        """A piece of the text; in the place of a pronoun stands the name of whom it means, in square brackets."""
        parts: list[str] = []
        at = piece.start
        for pronoun, possessive in self._grammar.pronouns(self._text, piece):
            if pronoun in meant:
                name = self._names[meant[pronoun]]
                parts += [self._text[at : pronoun.start], f"[{self._grammar.possessive(name) if possessive else name}]"]
                at = pronoun.end
        return "".join((*parts, self._text[at : piece.end]))

    def actor(self, words: Span) -> str | None:
        """The actor that words mean."""
        known = self._register.resolve(words)
        return None if known is None else known.actor

    def _certain(self, pronoun: Span, speaker: Span | None) -> str | None:
        """The actor that a pronoun means, if the text has not just told of somebody else whom it can mean as well.

        Somebody named in the same sentence is meant, unless these are the words of a ``speaker``: they may be about the
        speaker or about whom the text was. Of the sentence before the subject is meant first (Grosz, Joshi and
        Weinstein 1995).
        """
        actor = self.actor(pronoun)
        if actor is None or not self._register.fits(pronoun, actor):
            return actor
        at = bisect_right(self._sentences, pronoun.start, key=lambda sentence: sentence.start) - 1
        if at < 1 or len(self._sentences[at - 1]) > _LONGEST:
            return actor
        named = self.names_in(Span(self._sentences[at].start, pronoun.start))
        its = [span for span in named if self._register.mentions[span] == actor]
        if any(speaker is None or span not in speaker for span in its):
            return actor
        before = self.parsed(self._sentences[at - 1])
        subject = self._grammar.subject_of(before, before.span)
        other = None if subject is None else self.actor(subject)
        if other is not None:
            return None if other != actor and its and self._register.fits(pronoun, other) else actor
        unnamed = subject is not None and self._grammar.is_headed_by_person(before, subject)
        return None if unnamed or (its and self._grammar.introduces_person(before)) else actor

    @cached_property
    def _sentences(self) -> list[Span]:
        """The sentences of the passage, in text order."""
        return sorted(sentence for stretch in self._passage.stretches for sentence in self._reading.sentences(stretch))

    def antecedent(self, sentence: Any, before: Span, verb: int) -> Span | None:
        """What a relative clause is about: the name right before it, or before the apposition, with its role; or the
        noun group before it; ``verb`` is where the clause begins."""
        whole: Span | None = self._grammar.whole_subject(sentence, before)
        if self._grammar.is_thing(sentence, before):
            return whole
        restricted = self._grammar.is_restricted(self._text, before)
        named = self._grammar.appositive(sentence, before)
        names = list(self.names_in(before))
        ends = [before.end] if named is None else [named.end, before.end]
        for end, span in ((end, span) for end in ends for span in names):
            person = self._kinds[self._register.mentions[span]] == "person"
            about = whole is not None and not person
            if about and (restricted or self._grammar.is_about_person(sentence, before, whole)):
                return whole  # "the presidents of Kenya and Chad, who met"
            if span.end <= end and not self._text[span.end : end].strip():
                start = self._grammar.from_article(self._text, self._with_role(span))
                return Span(self._grammar.joins_names(self._text, verb, start, names), span.end)
        return whole

    def _with_role(self, name: Span) -> int:
        """Where a name begins with the role that is said right before it."""
        at = bisect_right(self._actors, name.start - 1, key=lambda mention: mention.span.start)
        role = self._actors[at].role
        if role is not None and role.end <= name.start and self._text[role.end : name.start].isspace():
            return role.start
        return name.start

    def speaker_itself(self, sentence: Any, piece: Span, saying: Saying) -> Span | None:
        """The source of a statement that tells of it by a pronoun: "The firm said | it had closed the plant"."""
        grammar, source = self._grammar, saying.source
        first = grammar.opening_pronoun(sentence, piece)
        if source is None or first is None or source.end > first.start or grammar.is_pronoun(source.of(self._text)):
            return None
        if grammar.is_personal(first.of(self._text)):
            actor = self.actor(source)
            return source if actor is not None and actor == self._certain(first, source) else None
        if grammar.is_several(first.of(self._text)):
            return source if grammar.is_plural(self.parsed(source), source) else None
        kinds = {self._kinds[actor] for actor in self.actors_in([source])}
        return None if "person" in kinds or (not kinds and grammar.is_person(source.of(self._text))) else source

    def gone_back_to(self, before: Span | None, sentence: Any, clause: Any) -> Span | None:
        """What "it" or "they", as the first word of a clause, stands for in the clause or the sentence before."""
        grammar = self._grammar
        first = grammar.opening_pronoun(sentence, clause.pieces[0])
        if first is None or grammar.is_personal(first.of(self._text)) or sentence.is_expletive(first.end):
            return None
        stretch = Span(sentence.span.start, clause.span.start)
        if not sentence.has_clause(stretch):
            if before is None:
                return None
            sentence, stretch = self.parsed(before), before
        persons: list[Span] = []
        bodies: list[Span] = []
        for span in self.names_in(stretch):
            kind = self._kinds[self._register.mentions[span]]
            (persons if kind == "person" else bodies).append(span)
        found: Span | None = grammar.antecedent_of(sentence, stretch, first, persons, bodies)
        return found

    def parsed(self, sentence: Span) -> Any:
        """A sentence, with the dates in it."""
        first = bisect_left(self._dates, sentence.start, key=lambda date: date.start)
        last = bisect_left(self._dates, sentence.end, key=lambda date: date.start)
        return self._grammar.Sentence(self._text, sentence, self._dates[first:last])

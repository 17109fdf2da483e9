"""The words of an English sentence that count for its verbs: without adjuncts of time and what stands in brackets."""

from __future__ import annotations

from beldigest.language.en.verbs.forms import ADVERBIAL, ahead
from beldigest.language.en.words.classes import (
    ADVERB,
    COMMA,
    DETERMINER,
    NEGATION,
    NUMBER,
    POINT,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SEMICOLON,
    STOP,
)
from beldigest.language.en.words.tagging import Words


class Visible:
    """The words of a sentence and their classes, by their place among those that count; ``order`` has their indices."""

    def __init__(self, words: Words, order: list[int]) -> None:
        self._order = order
        self._low = [words.low[at] for at in order]
        self._tags = [words.tags[at] for at in order]

    def tag(self, at: int) -> int:
        """The classes of a word; outside of the sentence there is a stop."""
        return self._tags[at] if 0 <= at < len(self._tags) else STOP

    def word(self, at: int) -> str:
        """A word in small letters; outside of the sentence there is none."""
        return self._low[at] if 0 <= at < len(self._low) else ""

    def is_pronoun(self, at: int) -> bool:
        """Whether a word stands for a noun group: "they", "who", "that", and not "most" or "some"."""
        tag = self.tag(at)
        if self.word(at) in ("them", "him", "us", "me"):
            return False
        return bool(tag & (PRONOUN | RELATIVE)) and (not tag & DETERMINER or self.word(at) in ("this", "that", "both"))

    def behind(self, at: int) -> int:
        """The index behind adverbs."""
        while at < len(self._tags) and (self._low[at] in ADVERBIAL or self._tags[at] & (ADVERB | NEGATION)):
            if self._low[at] in ahead("likely"):
                break
            at += 1
        return at

    def before(self, at: int) -> int:
        """The index before a word and its adverbs; -1 at the beginning."""
        at -= 1
        while at >= 0 and (self._low[at] in ADVERBIAL or self._tags[at] & ADVERB) and not self._tags[at] & PRONOUN:
            at -= 1
        return at

    def lacks_object(self, at: int) -> bool:
        """Whether no object follows a verb: "called | in May", and not "called for", "killed at least 40"."""
        following = self.tag(at + 1)
        if following & PREPOSITION:
            return self.word(at + 2) not in ("least", "most", "to") and not self.tag(at + 2) & NUMBER
        return bool(following & (STOP | POINT | SEMICOLON)) or (bool(following & COMMA) and self.follows_gap(at + 1))

    def follows_gap(self, at: int) -> bool:
        """Whether words that do not count stand right before one."""
        return 0 < at < len(self._order) and self._order[at] - self._order[at - 1] > 1

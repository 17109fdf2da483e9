"""Events that are told more than once, each kept once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from beldigest.language import load
from beldigest.model import Event, Span, Story

#: The share of the words of the shorter of two tellings that the longer one has, too, from which they are of one event.
_SAME = 0.6
#: How many words they share at the least; one fewer do where the actors are the same, or no word is left over.
_FEWEST = 3
#: How many words of a telling are looked at.
_MOST = 30
#: Letters of the shortest stem, and of the longest ending, of forms of one word.
_STEM, _ENDING = 4, 3
#: How many earlier tellings of one day a new one is compared with.
_COMPARED = 20


def once(stories: Sequence[Story], language: str = "en") -> tuple[Story, ...]:
    """The stories with each event only where it is told first; there it has the evidence of all its tellings."""
    told = Told(language)
    places = [[told.add(event) for event in story.events] for story in stories]
    events = told.events
    seen: set[int] = set()
    found = []
    for story, its in zip(stories, places, strict=True):
        new = [place for place in dict.fromkeys(its) if place not in seen]
        seen.update(new)
        found.append(attrs.evolve(story, events=tuple(events[place] for place in new)))
    return tuple(found)


class Told:
    """Events so far, each once."""

    def __init__(self, language: str) -> None:
        self._grammar: Any = load(language, "events")
        self._events: list[Event] = []
        self._gists: dict[int, Any] = {}
        self._evidence: list[dict[Span, None]] = []
        self._by_day: dict[str | None, list[int]] = {}

    def add(self, event: Event) -> int:
        """Adds an event, or its evidence to the same one where that has been told before; gives its place."""
        known = self._by_day.setdefault(event.when.edtf, [])
        new = len(self._events)
        for place in known[-_COMPARED:]:
            before = self._events[place]
            if self._same(place, event):
                self._evidence[place].update(dict.fromkeys(event.evidence))
                actors = tuple(dict.fromkeys((*before.actors, *event.actors)))
                whole = event if _holds(event, before) else before
                self._events[place] = attrs.evolve(whole, actors=actors)
                self._gists.pop(new, None)
                if whole is event:
                    self._gists.pop(place, None)
                return place
        known.append(new)
        self._events.append(event)
        self._evidence.append(dict.fromkeys(event.evidence))
        return new

    @property
    def events(self) -> list[Event]:
        """The events as they were told first, each with the evidence and the actors of all its tellings."""
        pairs = zip(self._events, self._evidence, strict=True)
        return [attrs.evolve(event, evidence=tuple(evidence)) for event, evidence in pairs]

    def _same(self, place: int, event: Event) -> bool:
        """Whether an earlier telling and a new one of the same day are of one event.

        They have to share a verb, an actor where both have any, and most words of the shorter one; and neither may have
        a name or a number of its own, where the other has one of its own as well.
        """
        before = self._events[place]
        if before.what == event.what:
            return True
        if before.status != event.status:
            return False
        if _holds(before, event) or _holds(event, before):
            return True
        shared_actors = set(before.actors) & set(event.actors)
        if before.actors and event.actors and not shared_actors:
            return False
        a, b = self._gist(place, before), self._gist(len(self._events), event)
        if a.verbs and b.verbs and not any(_is_form(verb, other) for verb in a.verbs for other in b.verbs):
            return False
        if (a.names - set(b.words) and b.names - set(a.words)) or (a.numbers - b.numbers and b.numbers - a.numbers):
            return False
        shorter, longer = sorted((a.words[:_MOST], b.words[:_MOST]), key=len)
        shared = sum(any(_is_form(word, other) for other in longer) for word in shorter)
        likely = set(before.actors) == set(event.actors) != set() or (shared == len(shorter) and a.verbs and b.verbs)
        return shared >= max(_FEWEST - 1 if likely else _FEWEST, _SAME * len(shorter))

    def _gist(self, place: int, event: Event) -> Any:
        if place not in self._gists:
            self._gists[place] = self._grammar.gist(event.what)
        return self._gists[place]


def _holds(event: Event, other: Event) -> bool:
    """Whether an event tells what another one does, and more: "he was shot as he left home | , police said"."""
    return other.span != event.span and other.span in event.span


def _is_form(word: str, other: str) -> bool:
    """Whether two words are forms of one, which differ in their last letters alone ("sign", "signed")."""
    short, long = sorted((word, other), key=len)
    if long.startswith(short) and len(long) - len(short) <= (_ENDING if len(short) >= _STEM - 1 else 0):
        return True
    stem = max(len(word), len(other)) - _ENDING
    return stem >= _STEM and word[:stem] == other[:stem] and min(len(word), len(other)) >= stem

"""Events that are told more than once, each kept once."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from beldigest.model import Event, Span, Story

#: From which likeness (0 to 100) two tellings of one day are of one event.
_SAME = 85
#: How many words of more than three letters they share at the least.
_SHARED = 2
#: How many earlier tellings of one day a new one is compared with.
_COMPARED = 20


def once(stories: Sequence[Story]) -> tuple[Story, ...]:
    """The stories with each event only where it is told first; there it has the evidence of all its tellings."""
    told = Told()
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

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._evidence: list[dict[Span, None]] = []
        self._by_day: dict[str | None, list[int]] = {}

    def add(self, event: Event) -> int:
        """Adds an event, or its evidence to the same one where that has been told before; gives its place."""
        known = self._by_day.setdefault(event.when.edtf, [])
        for place in known[-_COMPARED:]:
            before = self._events[place]
            if same(before, event):
                self._evidence[place].update(dict.fromkeys(event.evidence))
                if not set(event.actors) <= set(before.actors):
                    actors = tuple(dict.fromkeys((*before.actors, *event.actors)))
                    self._events[place] = attrs.evolve(before, actors=actors)
                return place
        known.append(len(self._events))
        self._events.append(event)
        self._evidence.append(dict.fromkeys(event.evidence))
        return known[-1]

    @property
    def events(self) -> list[Event]:
        """The events as they were told first, each with the evidence and the actors of all its tellings."""
        pairs = zip(self._events, self._evidence, strict=True)
        return [attrs.evolve(event, evidence=tuple(evidence)) for event, evidence in pairs]


def same(a: Event, b: Event) -> bool:
    """Whether two tellings of one day are of one event: they share most words, and an actor where both have any."""
    from rapidfuzz.fuzz import token_set_ratio

    if a.what == b.what:
        return True
    if a.status != b.status or (a.actors and b.actors and not set(a.actors) & set(b.actors)):
        return False
    words = [{word for word in re.findall(r"\w+", event.what.casefold()) if len(word) > 3} for event in (a, b)]
    return len(words[0] & words[1]) >= _SHARED and token_set_ratio(a.what.casefold(), b.what.casefold()) >= _SAME

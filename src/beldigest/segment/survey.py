"""The survey: what a unit is among the others of its document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from beldigest.segment import announcements, boilerplate, forms, places, surroundings, titles
from beldigest.segment.places import Place
from beldigest.segment.units import Unit


@frozen
class Survey:
    """What is known of each unit from the whole document.

    Lists run along the units and hold strengths from 0 to 1, but for these: ``follows`` says what comes after a unit,
    ``announces`` which later title it names, ``size`` how much bigger (or smaller, below 0) than the text it is set.
    ``ahead`` says that sources stand before headlines here, ``headed`` how surely headings of the format head stories,
    ``untold`` that there is nothing but headlines, and ``sourced`` which texts under a title have a source each.
    """

    units: Sequence[Unit]
    places: Mapping[int, Place]
    follows: Sequence[str]
    announces: Sequence[int | None]
    announcing: Sequence[float]
    announced: Sequence[float]
    summing: Sequence[float]
    contents: Sequence[float]
    contents_parts: Sequence[float]
    boilerplate: Sequence[float]
    trace: Sequence[float]
    doubtful: Sequence[float]
    subordinate: Sequence[float]
    listed: Sequence[float]
    details: Sequence[float]
    preamble: Sequence[float]
    size: Sequence[float]
    tied: Sequence[bool]
    top: Sequence[float]
    opening: Sequence[float]
    introduced: Sequence[float]
    summed: Sequence[float]
    numbered_on: Sequence[float]
    grouped: Sequence[float]
    echoed: Sequence[float]
    repeated: Sequence[float]
    crowded: Sequence[float]
    patterned: Sequence[float]
    parted: Sequence[float]
    unlike: Sequence[float]
    ahead: bool
    headed: float
    untold: bool
    apart: Sequence[float]
    nameplate: Sequence[float]
    copied: Sequence[float]
    tail: Sequence[float]
    sourced: Mapping[int, Sequence[int]]


def survey(units: Sequence[Unit]) -> Survey:
    """Surveys the units of a document, in the order in which one thing rests on another."""
    units = forms.with_forms(units)
    tied = titles.tied(units)
    headed = titles.headed(units)
    echoed = forms.echoed(units)
    decks = titles.decks(units, headed)
    may_be = [
        may and unit.index not in decks
        for unit, may in zip(units, titles.titles(units, tied, headed, echoed), strict=True)
    ]
    announces, announcing, announced = announcements.announcements(units, may_be)
    ahead = surroundings.sources_ahead(units, may_be)
    follows = surroundings.following(units, may_be, tied, ahead, decks)
    contents, contents_parts = announcements.contents(units, announces, announcing, follows)
    size = titles.sizes(units)
    found = places.places(units, titles.ranks(units, may_be, size, announcing, announced, follows))
    whole = places.whole(units, found)
    plates = boilerplate.boilerplate(units, found, follows)
    traces = boilerplate.traces(plates)
    apart, top = surroundings.apart(units), surroundings.top(units, plates, traces)
    grouped, parted = surroundings.grouped(units), surroundings.parted(units)
    introduced, summed = surroundings.introduced(units)
    subordinate = places.subordinate(units, found, whole, announced, grouped)
    listed, details = places.listed(units, found, subordinate)
    headless = [max(pair) for pair in zip(apart, parted, strict=True)]
    nameplate = surroundings.nameplates(units, top, plates, headless)
    return Survey(
        units,
        places=found,
        follows=follows,
        announces=announces,
        announcing=announcing,
        announced=announced,
        summing=announcements.summaries(units, announces),
        contents=contents,
        contents_parts=contents_parts,
        boilerplate=plates,
        trace=traces,
        doubtful=boilerplate.doubtful(units, found, plates),
        subordinate=subordinate,
        listed=listed,
        details=details,
        preamble=places.preamble(units, found, whole, headed),
        size=size,
        tied=tied,
        top=top,
        opening=surroundings.opening(units),
        introduced=introduced,
        summed=summed,
        numbered_on=surroundings.numbered_on(units, may_be),
        grouped=grouped,
        echoed=echoed,
        repeated=forms.repeated(units),
        crowded=surroundings.crowded(units),
        patterned=surroundings.patterned(units, may_be),
        parted=parted,
        unlike=surroundings.unlike(units, follows, traces),
        ahead=ahead,
        headed=headed,
        untold=surroundings.untold(units, announcing),
        apart=apart,
        nameplate=nameplate,
        copied=surroundings.copied(units, nameplate),
        tail=boilerplate.tail(units, plates),
        sourced=places.sourced(units, found),
    )

"""The exporter: briefings to one calendar."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from beldigest import Actor, Briefing, Event, Option, Sink, Story
from beldigest.plugins.contracts import Layout, OptionValue
from beldigest_ical.text import folded, line, text
from beldigest_ical.when import Days, days, known_end

if TYPE_CHECKING:
    from icalendar import Calendar
    from icalendar import Event as Component

PRODID = "-//beldigest//beldigest-ical 0.1//EN"


class ICal:
    """Writes the dated events of briefings as a calendar."""

    format = "ical"
    description = "iCalendar: dated events"
    media_type = "text/calendar"
    suffix = ".ics"
    options = (
        Option(
            "imprecise",
            "skip",
            "events known to the month, season or year alone: left out, or one span",
            ("skip", "span"),
        ),
        Option(
            "open",
            "day",
            "deadlines, and events of a period that is open at one end: on the day of the other end, or left out",
            ("day", "skip"),
        ),
        Option("name", "", "name of the calendar; by default the title of the first briefing"),
        Option("source", "", "address that the calendar is published at, for clients to refresh it from"),
    )

    def layout(self, options: Mapping[str, OptionValue]) -> Layout:
        """One file."""
        return "file"

    def export(self, briefings: Iterable[Briefing], sink: Sink, options: Mapping[str, OptionValue]) -> None:
        """Writes a calendar; events that it cannot show on their days are counted in a note.

        A briefing that comes twice is written once, since no two events may bear one UID.
        """
        left_out: Counter[str] = Counter()
        seen: set[str] = set()
        with sink.binary() as out:
            opened = False
            for briefing in briefings:
                if not opened:
                    out.write(_head(str(options["name"]) or briefing.title or "", str(options["source"])))
                    opened = True
                if briefing.id in seen:
                    left_out["of a briefing that came before"] += sum(len(story.events) for story in briefing.stories)
                    continue
                seen.add(briefing.id)
                for component in _events(briefing, options, left_out):
                    out.write(b"".join(map(folded, filter(None, component.content_lines()))))
            if not opened:
                out.write(_head(str(options["name"]), str(options["source"])))
            out.write(b"END:VCALENDAR\r\n")
        for reason, count in sorted(left_out.items()):
            if count:
                sink.note(f"{count} {'event' if count == 1 else 'events'} left out: {reason}")


def _head(name: str, source: str) -> bytes:
    """The calendar without its end; events follow."""
    from icalendar import Calendar, vText, vUri

    head = Calendar()
    head.add("prodid", PRODID)
    head.add("version", "2.0")
    shown = line(name) or "Dated events"
    head.add("name", vText(shown))  # RFC 7986; older clients know the name by the X- property alone
    head.add("x-wr-calname", vText(shown))
    head.add("refresh-interval", dt.timedelta(days=1), parameters={"VALUE": "DURATION"})
    if source:
        head.add("source", vUri(line(source)), parameters={"VALUE": "URI"})
    return _without_end(head)


def _without_end(head: Calendar) -> bytes:
    whole: bytes = head.to_ical()
    return whole.removesuffix(b"END:VCALENDAR\r\n")


def _events(briefing: Briefing, options: Mapping[str, OptionValue], left_out: Counter[str]) -> Iterator[Component]:
    actors = {actor.id: actor for actor in briefing.actors}
    for story in briefing.stories:
        for event in story.events:
            covered = days(event.when)
            known = None if covered else known_end(event.when)
            shown = covered or known
            if shown is None:
                left_out["no day of the date is known"] += 1
            elif known and options["open"] == "skip":
                left_out["the period is open at one end (open=day brings in the other)"] += 1
            elif not shown.precise and options["imprecise"] == "skip":
                left_out["the date is no day (imprecise=span brings it in)"] += 1
            else:
                yield _event(briefing, story, event, shown, actors)


def _event(briefing: Briefing, story: Story, event: Event, covered: Days, actors: Mapping[str, Actor]) -> Component:
    from icalendar import Event as Component
    from icalendar import vText, vUri

    what = line(event.what) or line(story.headline) or "Event"
    made = Component()
    made["UID"] = vText(f"{event.id}@beldigest")
    stamp = briefing.published.first if briefing.published and briefing.published.first else covered.start
    made.add("dtstamp", dt.datetime(stamp.year, stamp.month, stamp.day, tzinfo=dt.UTC))
    made.add("dtstart", covered.start)
    made.add("dtend", covered.end)
    made["SUMMARY"] = vText(f"[{line(covered.label)}] {what}" if covered.label else what)
    made["DESCRIPTION"] = vText(_description(briefing, story, event))
    firm = covered.precise and not event.when.approximate and not event.when.uncertain
    # A status is confirmed to those who attend (RFC 5545, 3.8.1.11); nobody confirms what is reported.
    if event.status != "reported" or not firm:
        made["STATUS"] = vText("TENTATIVE")
    # A happening in the news takes no time of the one who reads about it.
    made["TRANSP"] = vText("TRANSPARENT")
    categories = [line(each) for each in (story.section or "", *(actors[each].name for each in event.actors))]
    if any(categories):
        made.add("categories", list(dict.fromkeys(filter(None, categories))))
    if address := _address(briefing, story):
        made["URL"] = vUri(address)
    made["X-BELDIGEST-EDTF"] = vText(line(event.when.edtf or ""))
    return made


def _address(briefing: Briefing, story: Story) -> str:
    """The page that the headline of a story links to, or else that of the briefing."""
    heading = story.headline_span
    own = (link.url for link in story.links if heading is not None and link.span in heading)
    return line(next(own, briefing.url or ""))


def _description(briefing: Briefing, story: Story, event: Event) -> str:
    """The sentence, and where it stands."""
    source = line(briefing.title or briefing.source.name)
    parts = [text(briefing.quote(event.span)), line(story.headline), source, _address(briefing, story)]
    return "\n".join(dict.fromkeys(filter(None, parts)))

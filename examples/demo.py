"""The main job: a briefing goes in, and a page, a graph, tables and a calendar come out.

Run it with ``make demo``. It reads ``letter.txt`` beside it, and writes to the folder ``demo``.
"""

from __future__ import annotations

from pathlib import Path

import beldigest

LETTER = Path(__file__).with_name("letter.txt")
OUT = Path("demo")


def amount(figure: beldigest.Figure) -> str:
    """A figure: its bound, its number or range, its unit, what it is a change of, and what it counts or measures."""
    ends = [figure.value] if figure.value is not None else [figure.low, figure.high]
    number = " to ".join(f"{end:,.2f}".rstrip("0").rstrip(".") for end in ends if end is not None)
    bound = None if figure.bound == "exact" else figure.bound
    rate = figure.per and f"per {figure.per}"
    measure = " ".join(filter(None, (bound, number, figure.unit, rate, figure.change and f"({figure.change})")))
    return f"{measure} | {figure.counted}" if figure.counted else measure


def main() -> None:
    briefing = next(beldigest.parse_file(LETTER, published="2025-05-16"))

    kept = len(briefing.stories)
    folded = list(briefing.folded())
    print(f"{LETTER.name}: {len(briefing.lead)} lead items, {kept + len(folded)} stories, {kept} after folding")
    for story, duplicate in folded:
        print(f"  folded ({duplicate.kind}): the text under {duplicate.story.headline!r}")
        print(f"    into {story.headline!r}: {duplicate.reason}")

    names = {actor.id: actor.name for actor in briefing.actors}
    for number, story in enumerate(briefing.stories, 1):
        print(f"\n{number}. {story.headline}")
        for figure in story.figures[:3]:
            print(f"   figure    {amount(figure)}  <- {briefing.quote(figure.span)!r}")
        for citation in story.citations[:3]:
            speaker = names.get(citation.speaker or "", citation.speaker_text)
            stance = "" if citation.stance == "asserted" else f", {citation.stance}"
            print(f"   citation  {speaker} ({citation.kind}{stance}): {briefing.quote(citation.content[0])!r}")
        for event in story.events[:3]:
            print(f"   event     {event.when.edtf} ({event.status}): {event.what}")

    print()
    OUT.mkdir(exist_ok=True)
    for format, target in (
        ("markdown", "letter.md"),
        ("jsonld", "letter.jsonld"),
        ("csv", "tables"),
        ("ical", "letter.ics"),
    ):
        report = beldigest.export(briefing, format, OUT / target)
        count = f" ({len(report.files)} files)" if len(report.files) > 1 else ""
        print(f"wrote {OUT / target}{count}")
        for note in report.notes:
            print(f"  {note}")


if __name__ == "__main__":
    main()

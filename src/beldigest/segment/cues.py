"""The cues: what speaks for and against each role, with its weight.

A cue has a strength in a unit, mostly from 0 to 1, and weights for roles, in log-odds, set by hand from what the
layouts of the genre have in common. The score of a role is the sum over the cues; no cue decides alone. The phrase of
a cue is what ``because`` says.
"""

from __future__ import annotations

from unicodedata import category

from beldigest.segment import strengths, top
from beldigest.segment.cue import Cue
from beldigest.segment.cues_around import AROUND
from beldigest.segment.surroundings import heads_summary, is_clause
from beldigest.segment.titles import leads_on

_FIELDS = ("subject:", "from:", "date:")

CUES: tuple[Cue, ...] = (
    # What the format says
    Cue(
        "a heading",
        lambda s: [(u.index, 1.0 if u.prose < 0.7 else 0.2) for u in s.units if u.block.kind == "heading"],
        {
            "section": 1.5,
            "headline": 1.5,
            "title": 0.8,
            "label": 1.0,
            "body": -2,
            "item": -1.5,
            "lead": -2,
            "apparatus": -1.5,
        },
    ),
    Cue(
        "the first heading, alone of its level",
        top.lone_heading,
        {"title": 2.5, "headline": -1, "section": -2.5},
    ),
    Cue(
        "a list item",
        lambda s: [(u.index, 1.0) for u in s.units if u.block.kind == "list item" and u.part != "rest"],
        {"item": 1.0, "lead": 0.5, "headline": -0.4, "section": -0.6, "body": 0.1, "title": -3, "label": -1},
    ),
    Cue(
        "a quotation or preformatted text",
        lambda s: [(u.index, 1.0) for u in s.units if u.block.kind in ("quotation", "preformatted")],
        {"body": 0.8, "headline": -1, "section": -1.5, "title": -2, "lead": -0.5},
    ),
    Cue(
        "a row of a table",
        lambda s: [(u.index, 1.0) for u in s.units if u.block.kind == "table row"],
        {"body": 3.0, "headline": -5, "section": -5, "title": -4, "item": -2, "apparatus": -1, "lead": -3},
    ),
    Cue(
        "set in bold",
        lambda s: [(u.index, 1.0) for u in s.units if u.strong],
        {"headline": 0.9, "section": 0.8, "title": 0.5, "body": -0.6},
    ),
    Cue(
        "set bigger",
        lambda s: [(place, size) for place, size in enumerate(s.size) if size > 0],
        {"headline": 1.0, "section": 1.0, "title": 1.2, "label": 0.6, "body": -1},
    ),
    Cue(
        "set smaller",
        lambda s: [(place, -size) for place, size in enumerate(s.size) if size < 0],
        {"boilerplate": 1.0, "interruption": 1.0, "headline": -1},
    ),
    Cue(
        "in capitals",
        lambda s: [(u.index, 1.0) for u in s.units if u.caps],
        {"headline": 0.6, "section": 0.7, "title": 0.5, "body": -0.8},
    ),
    Cue(
        "framed by a drawn line",
        lambda s: [(u.index, 1.0) for u in s.units if u.decorated],
        {"section": 1.2, "headline": 1.0, "title": 0.5, "body": -2, "item": -1},
    ),
    Cue(
        "a pictogram before it",
        lambda s: [(u.index, u.title) for u in s.units if u.text[0] > "\u2000" and category(u.text[0]) == "So"],
        {"section": 1.0, "headline": 0.8, "title": 0.8, "body": -1.0},
    ),
    Cue(
        "after a rule",
        lambda s: [(u.index, 1.0) for u in s.units if u.fence],
        {"headline": 0.7, "section": 0.5, "boilerplate": 0.3, "interruption": 0.3, "body": -0.7, "item": 0.2},
    ),
    Cue(
        "linked as a whole",
        lambda s: [(u.index, 1.0) for u in s.units if u.linked and not u.address],
        {"headline": 0.6, "item": 0.5, "boilerplate": 0.2, "interruption": 0.2, "body": -0.5},
    ),
    Cue("one of several links in a row", strengths.among_links, {"item": 1.5}),
    Cue(
        "the first of an item that the format keeps apart",
        strengths.along("grouped"),
        {"headline": 2.0, "item": 0.5, "section": -1.5, "body": -1, "title": -3, "boilerplate": -4, "interruption": -4},
    ),
    Cue(
        "running text with which an item begins that the format keeps apart",
        lambda s: [(u.index, s.grouped[u.index]) for u in s.units if u.prose >= 0.5 and u.block.group > 1],
        {"item": 3.0, "body": -3.0},
    ),
    Cue(
        "the place before the text of an item that the format keeps apart",
        strengths.placed,
        {"headline": -3.0, "body": 1.5},
    ),
    Cue(
        "inside an item that the format keeps apart",
        lambda s: [(u.index, 1 - s.grouped[u.index]) for u in s.units if u.block.group],
        {"body": 0.8, "section": -2, "headline": -1.5, "title": -3, "lead": -1},
    ),
    Cue("the subject of a message", strengths.field("subject:"), {"headline": 6}),
    Cue("the sender or the date of a message", strengths.field("from:", "date:"), {"apparatus": 6}),
    Cue("the subject of a digest", strengths.whole_message("subject:"), {"title": 12, "headline": -10}),
    Cue(
        "the sender or the date of a digest",
        strengths.whole_message("from:", "date:"),
        {"boilerplate": 8, "interruption": 8},
    ),
    Cue("the author or the day of all texts", strengths.credits_of_all, {"boilerplate": 8}),
    Cue(
        "a field of a message's header",
        lambda s: [(u.index, 1.0) for u in s.units if u.block.marker[-1:] == ":" and u.block.marker not in _FIELDS],
        {"interruption": 4, "boilerplate": 4},
    ),
    # What its shape says
    Cue(
        "the shape of a title",
        lambda s: [(u.index, u.title) for u in s.units if u.title],
        {"headline": 1.0, "section": 0.7, "title": 0.4, "label": 0.2, "lead": 0.3, "item": 0.3, "body": -0.8},
    ),
    Cue(
        "no title's shape",
        lambda s: [(u.index, 1 - u.title / 0.35) for u in s.units if u.title < 0.35 and not u.address],
        {"headline": -2, "section": -3, "title": -2.5, "label": -2},
    ),
    Cue(
        "running text",
        lambda s: [(u.index, u.prose) for u in s.units if u.prose],
        {
            "body": 1.5,
            "headline": -2,
            "section": -4,
            "title": -3,
            "label": -3,
            "apparatus": -2,
            "boilerplate": -0.3,
            "interruption": -0.3,
        },
    ),
    Cue(
        "neither listed nor linked nor fenced",
        strengths.unlisted,
        {"item": -1.2},
    ),
    Cue(
        "running text in capitals",
        lambda s: [(u.index, 1.0) for u in s.units if u.caps and u.prose >= 0.7],
        {"boilerplate": 2.0, "interruption": 2.0},
    ),
    Cue(
        "long",
        lambda s: [(u.index, 1.0) for u in s.units if u.words > 60],
        {"lead": -1.5, "apparatus": -1, "item": -0.4},
    ),
    Cue(
        "of few words",
        lambda s: [(u.index, 1.0) for u in s.units if u.words <= 3],
        {"section": 0.6, "headline": -0.5, "lead": -0.4, "boilerplate": 0.2, "interruption": 0.2},
    ),
    Cue(
        "of as many words as a headline",
        lambda s: [(u.index, u.title) for u in s.units if 5 <= u.words <= 20],
        {"headline": 0.4, "section": -0.5},
    ),
    Cue(
        "ended by a colon",
        lambda s: [(u.index, 1.0) for u in s.units if u.text[-1] in ":："],
        {"label": 0.5, "headline": -0.6, "body": 0.3, "section": 0.1},
    ),
    Cue(
        "a listed clause that ends in a colon",
        lambda s: [(u.index, 1.0) for u in s.units if leads_on(u)],
        {"headline": -2.5, "section": -2.5, "item": 1.0},
    ),
    Cue(
        "a clause of a sentence that a list parts",
        lambda s: [(u.index, s.introduced[u.index]) for u in s.units if s.introduced[u.index] and is_clause(u)],
        {"item": -2.0, "headline": -2.0},
    ),
    Cue(
        "a head that runs into the text",
        strengths.running_in,
        {"headline": 1.6, "body": -0.6},
    ),
    Cue(
        "an address",
        lambda s: [(u.index, 1.0) for u in s.units if u.address],
        {"apparatus": 3, "body": -1, "headline": -4, "lead": -3, "section": -4, "item": -2, "title": -4},
    ),
    Cue(
        "a byline",
        lambda s: [(u.index, 1.0) for u in s.units if u.byline],
        {"apparatus": 3, "headline": -1, "section": -1.5, "body": -0.5},
    ),
    Cue(
        "a date",
        lambda s: [(u.index, 1.0) for u in s.units if u.dated],
        {"apparatus": 1.8, "headline": -1.2, "section": -0.5, "boilerplate": 0.5, "body": -0.5},
    ),
    Cue(
        "a line of a form that each item has",
        lambda s: [(u.index, 1.0) for u in s.units if u.formal],
        {"apparatus": 5.0, "headline": -3.0, "section": -3.0, "title": -2.0, "body": -2.0, "item": -2.0},
    ),
    # What its words say
    Cue(
        "a link to the full text",
        strengths.marked("more"),
        {"apparatus": 4.5, "headline": -2, "body": -1, "section": -1},
    ),
    Cue(
        "words that head a summary",
        lambda s: [(u.index, 1.0) for u in s.units if heads_summary(s.units, u.index)],
        {"label": 3.5, "headline": -0.5, "section": -2.0},
    ),
    Cue(
        "words that begin a summary",
        lambda s: [(u.index, 1.0) for u in s.units if len(u.text) > len(u.marked("summary")) + 2 > 2],
        {"lead": 3.5},
    ),
    Cue("words of a greeting", strengths.marked("greeting"), {"boilerplate": 1.2, "headline": -0.6}),
    Cue(
        "a greeting that runs into the text",
        lambda s: [(u.index, 1.0) for u in s.units if u.part == "head" and u.words <= 3 and u.marked("greeting")],
        {"boilerplate": 3.0, "headline": -4.0, "body": -2.0},
    ),
    Cue(
        "words of a caption",
        strengths.captions,
        {"interruption": 3.0, "boilerplate": 3.0, "headline": -1.5},
    ),
    Cue("words of a masthead", top.masthead, {"title": 2.2, "headline": -0.6}),
    Cue(
        "a date or the number of an issue, at the head of the document",
        lambda s: [(u.index, s.top[u.index]) for u in s.units if u.dated or u.issued],
        {"boilerplate": 0.5},
    ),
    Cue(
        "words about the publication, an advertisement or a menu",
        strengths.along("boilerplate"),
        {"boilerplate": 3.3, "interruption": 3.3, "lead": -0.5, "section": -1.5, "headline": -0.5},
    ),
    Cue(
        "words about the publication, at the end of the document",
        lambda s: [(u.index, s.boilerplate[u.index]) for u in s.units if s.tail[u.index]],
        {"boilerplate": 1.5, "interruption": 1.5},
    ),
    Cue(
        "among boilerplate",
        strengths.among_boilerplate,
        {"boilerplate": 1.2, "interruption": 1.2},
    ),
    Cue(
        "a line that is repeated",
        strengths.along("repeated"),
        {"boilerplate": 1.5, "interruption": 1.5, "headline": -1},
    ),
    Cue(
        "the usual name of a part of a story",
        lambda s: [(u.index, 1.0) for u in s.units if u.label and u.marked("part")],
        {"headline": -4.0, "body": 1.5},
    ),
    Cue(
        "a part that other stories have too",
        strengths.along("echoed"),
        {"headline": -4.5, "item": -2.0, "body": 1.5},
    ),
    *AROUND,
)

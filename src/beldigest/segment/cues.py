"""The cues: what speaks for and against each role, with its weight.

A cue has a strength in a unit, mostly from 0 to 1, and weights for roles, in log-odds, set by hand from what the
layouts of the genre have in common. The score of a role is the sum over the cues; no cue decides alone. The phrase of
a cue is what ``because`` says.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from beldigest.segment import strengths
from beldigest.segment.roles import Role
from beldigest.segment.strengths import Strengths, each
from beldigest.segment.titles import leads_on


@frozen
class Cue:
    """Something to see in a unit, and what it speaks for."""

    phrase: str
    strengths: Strengths
    weights: Mapping[Role, float]


_FIELDS = ("subject:", "from:", "date:")

CUES: tuple[Cue, ...] = (
    # What the format says
    Cue(
        "a heading",
        each(lambda u, s: float(u.block.kind == "heading") * (1.0 if u.prose < 0.7 else 0.2)),
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
        each(strengths.lone_heading),
        {"title": 2.5, "headline": -1, "section": -2.5},
    ),
    Cue(
        "a list item",
        each(lambda u, s: float(u.block.kind == "list item" and u.part != "rest")),
        {"item": 1.0, "lead": 0.5, "headline": -0.4, "section": -0.6, "body": 0.1, "title": -3, "label": -1},
    ),
    Cue(
        "a quotation or preformatted text",
        each(lambda u, s: float(u.block.kind in ("quotation", "preformatted"))),
        {"body": 0.8, "headline": -1, "section": -1.5, "title": -2, "lead": -0.5},
    ),
    Cue(
        "a row of a table",
        each(lambda u, s: float(u.block.kind == "table row")),
        {"body": 3.0, "headline": -5, "section": -5, "title": -4, "item": -2, "apparatus": -1},
    ),
    Cue(
        "set in bold", each(lambda u, s: float(u.strong)), {"headline": 0.9, "section": 0.8, "title": 0.5, "body": -0.6}
    ),
    Cue(
        "set bigger",
        each(lambda u, s: max(0.0, s.size[u.index])),
        {"headline": 1.0, "section": 1.0, "title": 1.2, "label": 0.6, "body": -1},
    ),
    Cue(
        "set smaller",
        each(lambda u, s: max(0.0, -s.size[u.index])),
        {"boilerplate": 1.0, "interruption": 1.0, "headline": -1},
    ),
    Cue("in capitals", each(lambda u, s: float(u.caps)), {"headline": 0.6, "section": 0.7, "title": 0.5, "body": -0.8}),
    Cue(
        "framed by a drawn line",
        each(lambda u, s: float(u.decorated)),
        {"section": 1.2, "headline": 1.0, "title": 0.5, "body": -2, "item": -1},
    ),
    Cue(
        "after a rule",
        each(lambda u, s: float(bool(u.fence))),
        {"headline": 0.7, "section": 0.5, "boilerplate": 0.3, "interruption": 0.3, "body": -0.7, "item": 0.2},
    ),
    Cue(
        "linked as a whole",
        each(lambda u, s: float(u.linked and not u.address)),
        {"headline": 0.6, "item": 0.5, "boilerplate": 0.2, "interruption": 0.2, "body": -0.5},
    ),
    Cue("one of several links in a row", each(strengths.among_links), {"item": 1.5}),
    Cue(
        "the first of an item that the format keeps apart",
        lambda s: s.grouped,
        {"headline": 2.0, "item": 0.5, "section": -1.5, "body": -1, "title": -3, "boilerplate": -4, "interruption": -4},
    ),
    Cue(
        "running text with which an item begins that the format keeps apart",
        each(lambda u, s: s.grouped[u.index] * (u.prose >= 0.5 and u.block.group > 1)),
        {"item": 3.0, "body": -3.0},
    ),
    Cue(
        "the place before the text of an item that the format keeps apart",
        each(strengths.placed),
        {"headline": -3.0, "body": 1.5},
    ),
    Cue(
        "inside an item that the format keeps apart",
        each(lambda u, s: float(u.block.group > 0) * (1 - s.grouped[u.index])),
        {"body": 0.8, "section": -2, "headline": -1.5, "title": -3, "lead": -1},
    ),
    Cue("the subject of a message", each(strengths.field("subject:")), {"headline": 6}),
    Cue("the sender or the date of a message", each(strengths.field("from:", "date:")), {"apparatus": 6}),
    Cue(
        "a field of a message's header",
        each(lambda u, s: float(u.block.marker[-1:] == ":" and u.block.marker not in _FIELDS)),
        {"interruption": 4, "boilerplate": 4},
    ),
    # What its shape says
    Cue(
        "the shape of a title",
        each(lambda u, s: u.title),
        {"headline": 1.0, "section": 0.7, "title": 0.4, "label": 0.2, "lead": 0.3, "item": 0.3, "body": -0.8},
    ),
    Cue(
        "no title's shape",
        each(lambda u, s: max(0.0, 1 - u.title / 0.35) * (not u.address)),
        {"headline": -2, "section": -3, "title": -2.5, "label": -2},
    ),
    Cue(
        "running text",
        each(lambda u, s: u.prose),
        {"body": 1.5, "headline": -2, "section": -4, "title": -3, "label": -3, "apparatus": -2, "boilerplate": -0.3},
    ),
    Cue(
        "neither listed nor linked nor fenced",
        each(lambda u, s: float(u.block.kind != "list item" and not u.linked and not u.fence and not u.block.group)),
        {"item": -1.2},
    ),
    Cue(
        "running text in capitals",
        each(lambda u, s: float(u.caps and u.prose >= 0.7)),
        {"boilerplate": 2.0, "interruption": 2.0},
    ),
    Cue("long", each(lambda u, s: float(u.words > 60)), {"lead": -1.5, "apparatus": -1, "item": -0.4}),
    Cue(
        "of few words",
        each(lambda u, s: float(u.words <= 3)),
        {"section": 0.6, "headline": -0.5, "lead": -0.4, "boilerplate": 0.2, "interruption": 0.2},
    ),
    Cue(
        "of as many words as a headline",
        each(lambda u, s: float(5 <= u.words <= 20) * u.title),
        {"headline": 0.4, "section": -0.5},
    ),
    Cue(
        "ended by a colon",
        each(lambda u, s: float(u.text[-1] in ":：")),
        {"label": 0.5, "headline": -0.6, "body": 0.3, "section": 0.1},
    ),
    Cue(
        "a listed clause that ends in a colon",
        each(lambda u, s: float(leads_on(u))),
        {"headline": -2.5, "section": -2.5, "item": 1.0},
    ),
    Cue(
        "a head that runs into the text",
        each(strengths.running_in),
        {"headline": 1.6, "body": -0.6},
    ),
    Cue(
        "an address",
        each(lambda u, s: float(u.address)),
        {"apparatus": 3, "body": -1, "headline": -4, "lead": -3, "section": -4, "item": -2, "title": -4},
    ),
    Cue(
        "a byline", each(lambda u, s: float(u.byline)), {"apparatus": 3, "headline": -1, "section": -1.5, "body": -0.5}
    ),
    Cue(
        "a date",
        each(lambda u, s: float(u.dated)),
        {"apparatus": 1.8, "headline": -1.2, "section": -0.5, "boilerplate": 0.5, "body": -0.5},
    ),
    # What its words say
    Cue(
        "a link to the full text",
        each(strengths.marked("more")),
        {"apparatus": 4.5, "headline": -2, "body": -1, "section": -1},
    ),
    Cue(
        "words that head a summary",
        each(lambda u, s: float(bool(u.marked("contents", "points"))) * (u.prose < 0.7)),
        {"label": 3.5, "headline": -0.5, "section": -2.0},
    ),
    Cue("words that begin a summary", each(strengths.marked("summary")), {"lead": 3.5}),
    Cue("words of a greeting", each(strengths.marked("greeting")), {"boilerplate": 1.2, "headline": -0.6}),
    Cue(
        "words of a caption",
        each(strengths.marked("caption")),
        {"interruption": 3.0, "boilerplate": 3.0, "headline": -1.5},
    ),
    Cue("words of a masthead", each(strengths.masthead), {"title": 2.2, "headline": -0.6}),
    Cue(
        "a date or the number of an issue, at the head of the document",
        each(lambda u, s: s.top[u.index] * (u.dated or u.issued)),
        {"boilerplate": 0.5},
    ),
    Cue(
        "words about the publication, an advertisement or a menu",
        lambda s: s.boilerplate,
        {"boilerplate": 3.3, "interruption": 3.3, "lead": -0.5, "section": -1.5, "headline": -0.5},
    ),
    Cue(
        "words about the publication, at the end of the document",
        each(lambda u, s: s.boilerplate[u.index] * s.tail[u.index]),
        {"boilerplate": 1.5, "interruption": 1.5},
    ),
    Cue(
        "among boilerplate",
        each(strengths.among_boilerplate),
        {"boilerplate": 1.2, "interruption": 1.2},
    ),
    Cue(
        "a line that is repeated",
        lambda s: s.repeated,
        {"boilerplate": 1.5, "interruption": 1.5, "headline": -1},
    ),
    Cue(
        "the usual name of a part of a story",
        each(lambda u, s: float(u.label and u.marked("part") != "")),
        {"headline": -4.0, "body": 1.5},
    ),
    Cue(
        "the name of a part that other stories have too",
        lambda s: s.echoed,
        {"headline": -4.5, "body": 1.5},
    ),
    # What stands around it
    Cue("at the head of the document", lambda s: s.top, {"title": 0.6, "label": 0.3, "lead": 0.4}),
    Cue("not at the head of the document", each(lambda u, s: float(s.top[u.index] < 0.2)), {"title": -4, "lead": -0.3}),
    Cue(
        "running text follows",
        each(
            lambda u, s: (
                float(s.follows[u.index] == "prose" and u.index in s.places) * max(u.title, u.block.kind == "heading")
            )
        ),
        {"headline": 1.1, "section": -0.9, "label": -0.8},
    ),
    Cue(
        "running text before the first title",
        each(lambda u, s: s.preamble[u.index] * u.prose * (1 - s.opening[u.index])),
        {"boilerplate": 1.5, "body": -1.0},
    ),
    Cue("a title follows", each(strengths.follows("title")), {"section": 0.7, "headline": -0.7}),
    Cue("at the head of the document, over all that follows", each(strengths.over_all), {"section": -2.0}),
    Cue("the date or the number of the issue follows", lambda s: s.nameplate, {"title": 2.5, "headline": -1.5}),
    Cue(
        "named in the metadata, at the head of the document",
        each(lambda u, s: float(u.named and s.top[u.index] > 0)),
        {"title": 2.5, "headline": -0.5},
    ),
    Cue(
        "a greeting follows, at the head of the document",
        each(strengths.before_greeting),
        {"title": 2.5, "headline": -2.0},
    ),
    Cue(
        "in the header of the page",
        each(lambda u, s: float(u.block.region == "header")),
        {"boilerplate": 1.0, "title": 0.5, "headline": -0.5, "section": -0.5},
    ),
    Cue(
        "a title follows at the head of the document",
        each(lambda u, s: s.top[u.index] * (s.follows[u.index] == "title") * u.title),
        {"title": 1.2, "section": -0.8},
    ),
    Cue("a list follows", each(strengths.follows("item")), {"section": 0.4, "label": 0.5}),
    Cue(
        "a byline or a date follows",
        each(strengths.companioned),
        {"headline": 1.2, "section": -0.6},
    ),
    Cue("a lesser title follows at once", each(strengths.before_lesser), {"section": 1.2, "headline": -0.8}),
    Cue(
        "the text under it stands under further titles",
        each(strengths.over_titles),
        {"section": 2.5, "title": 0.5, "headline": -2.0},
    ),
    Cue(
        "between the name of a section and the first title in it",
        each(strengths.section_intro),
        {"boilerplate": 2.5, "body": -1.5},
    ),
    Cue(
        "what stands under it is boilerplate",
        lambda s: s.doubtful,
        {"boilerplate": 3.0, "interruption": 3.0, "headline": -1.5, "section": -1.5},
    ),
    Cue(
        "nothing but a list stands under it",
        each(strengths.over_a_list),
        {"section": 2.0, "label": 1.5, "headline": -0.3, "item": -1},
    ),
    Cue(
        "its source follows",
        each(
            lambda u, s: (
                float(s.follows[u.index] == "source" and not s.tied[u.index] and not s.nameplate[u.index]) * u.title
            )
        ),
        {"headline": 0.8, "item": 0.3, "section": -0.8},
    ),
    Cue(
        "no empty line before it",
        each(lambda u, s: float(s.tied[u.index])),
        {"headline": -2, "section": -2, "item": -1, "label": -1, "body": 0.6, "apparatus": 0.3},
    ),
    Cue(
        "the last line, where texts stand under others like it",
        each(strengths.last_line),
        {"headline": -2.0, "section": -2.0, "boilerplate": 1.0, "interruption": 1.0},
    ),
    Cue(
        "nothing stands under it",
        each(strengths.bare),
        {"headline": -0.9, "body": 0.4, "boilerplate": 0.3, "interruption": 0.3},
    ),
    Cue(
        "a sentence introduces its list",
        lambda s: s.introduced,
        {"body": 1.4, "item": -0.5, "headline": -0.5},
    ),
    Cue(
        "a title inside a story",
        lambda s: s.subordinate,
        {"headline": -5.0, "section": -4.0, "item": -1.5},
    ),
    Cue(
        "a part of a story",
        each(lambda u, s: s.subordinate[u.index] * (1 - s.boilerplate[u.index])),
        {"body": 1.5},
    ),
    Cue(
        "a heading inside a story",
        each(lambda u, s: s.subordinate[u.index] * (u.block.kind == "heading")),
        {"body": 3.0},
    ),
    Cue(
        "as many words as a headline, where there are only headlines",
        each(lambda u, s: s.untold * u.title * (u.words >= 4) * (1 - s.announcing[u.index])),
        {"item": 3.5, "section": -1.0},
    ),
    Cue(
        "the line before it once more",
        each(lambda u, s: float(u.doubled)),
        {"interruption": 4.0, "boilerplate": 4.0, "headline": -4, "section": -4, "title": -4},
    ),
    Cue(
        "one of several sentences that have nothing in common",
        lambda s: s.apart,
        {"item": 4.0, "body": -2.0, "lead": -2.0, "boilerplate": -1.0},
    ),
    Cue("between rules that part texts", lambda s: s.parted, {"item": 3.5, "body": -1.5}),
    Cue("further text between such rules", each(strengths.unparted), {"item": -3.0, "body": 1.0}),
    Cue(
        "it looks like another title",
        each(
            lambda u, s: (
                s.unlike[u.index] * (s.top[u.index] > 0 and not (u.issued or u.dated)) * (1 - s.nameplate[u.index])
            )
        ),
        {"title": -2.5},
    ),
    Cue(
        "in a run of very short lines",
        lambda s: s.crowded,
        {"headline": -1.5, "section": -1.5, "body": 0.6, "boilerplate": 0.6, "lead": -0.5},
    ),
    Cue(
        "laid out like others, with a source of its own",
        each(lambda u, s: s.patterned[u.index] * (1 - s.nameplate[u.index])),
        {"headline": 1.2},
    ),
    Cue("announced in the summary", lambda s: s.announced, {"headline": 1.4, "section": 1.0}),
    Cue(
        "one of the sentences that announce the titles after them, in order",
        lambda s: s.summing,
        {"lead": 2.5, "body": -2.0, "boilerplate": -1.0},
    ),
    Cue("announces a later title", lambda s: s.announcing, {"lead": 3.0}),
    Cue(
        "in a list that is all there is under its title",
        each(lambda u, s: s.listed[u.index] * (u.part != "rest") * (1 - s.summed[u.index])),
        {"item": 1.5, "headline": 0.8, "body": -0.8},
    ),
    Cue("numbered on across titles", lambda s: s.numbered_on, {"item": 1.5, "body": -0.8}),
    Cue(
        "listed under a headline in a list",
        lambda s: s.details,
        {"body": 2.0, "item": -2.0, "headline": -2.0, "section": -2.0},
    ),
    Cue(
        "no heading, where headings head the stories",
        each(strengths.unheaded),
        {"headline": -2.5, "section": -3.0, "body": 0.8},
    ),
    Cue("a credit after a title that runs in", each(strengths.credit), {"apparatus": 2.0}),
    Cue("in a list under the head of a summary", lambda s: s.summed, {"lead": 2.5, "headline": -1.0}),
    Cue("one of the sentences before the first title", lambda s: s.opening, {"lead": 1.5}),
)

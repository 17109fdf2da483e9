"""The cues in what stands around a unit; weighed as those in the unit itself, see :mod:`beldigest.segment.cues`."""

from __future__ import annotations

from beldigest.segment import strengths
from beldigest.segment.cue import Cue
from beldigest.segment.strengths import each

AROUND: tuple[Cue, ...] = (
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

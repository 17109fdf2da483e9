"""The cues in what stands around a unit; weighed as those in the unit itself, see :mod:`beldigest.segment.cues`."""

from __future__ import annotations

from beldigest.segment import strengths, top
from beldigest.segment.cue import Cue
from beldigest.segment.epilogue import epilogue
from beldigest.segment.kickers import endings, kickers
from beldigest.segment.markup import MARKUP

AROUND: tuple[Cue, ...] = (
    Cue("at the head of the document", strengths.along("top"), {"title": 0.6, "label": 0.3, "lead": 0.4}),
    Cue(
        "not at the head of the document",
        lambda s: [(place, 1.0) for place, top in enumerate(s.top) if top < 0.2],
        {"title": -4, "lead": -0.3},
    ),
    Cue(
        "running text follows",
        strengths.over_prose,
        {"headline": 1.1, "section": -0.9, "label": -0.8},
    ),
    Cue(
        "running text before the first title",
        lambda s: [
            (u.index, (1.0 if u.part == "head" else u.prose) * (1 - s.opening[u.index]))
            for u in s.units
            if s.preamble[u.index]
        ],
        {"boilerplate": 1.5, "body": -1.0, "headline": -3.0},
    ),
    Cue("a lesser heading under the title", top.subtitle, {"title": 2.5, "section": -2.5, "headline": -2.0}),
    Cue(
        "a line over a headline, as the others have",
        kickers,
        {"section": 6.0, "body": -2.0, "boilerplate": -2.0, "interruption": -2.0, "title": -2.0},
    ),
    Cue("a line with which items end, as the last does", endings, {"apparatus": 4.0, "section": -3.0, "body": -2.0}),
    Cue("a title follows", strengths.follows("title"), {"section": 0.7, "headline": -0.7}),
    Cue("at the head of the document, over all that follows", top.over_all, {"section": -2.0}),
    Cue(
        "the date or the number of the issue follows",
        strengths.along("nameplate"),
        {"title": 2.5, "headline": -1.5},
    ),
    Cue(
        "named in the metadata, at the head of the document",
        lambda s: [(u.index, 1.0) for u in s.units if u.named and s.top[u.index]],
        {"title": 2.5, "headline": -0.5},
    ),
    Cue(
        "a greeting follows, at the head of the document",
        top.over_greeting,
        {"title": 2.5},
    ),
    Cue("before a greeting, at the head of the document", top.before_greeting, {"headline": -3.0}),
    Cue("a greeting before all other text", top.greeting, {"boilerplate": 2.0, "body": -2.5}),
    Cue(
        "at the head of the document, before its summary",
        top.before_summary,
        {"headline": -4.0, "section": -4.0, "item": -4.0, "body": -2.5},
    ),
    Cue(
        "before the header of a digest that was forwarded",
        strengths.before_message,
        {"boilerplate": 6.0, "title": -4.0},
    ),
    Cue(
        "in the header of the page",
        lambda s: [(u.index, 1.0) for u in s.units if u.block.region == "header"],
        {"boilerplate": 1.0, "title": 0.5, "headline": -0.5, "section": -0.5},
    ),
    Cue(
        "a title follows at the head of the document",
        lambda s: [(u.index, s.top[u.index] * u.title) for u in s.units if s.follows[u.index] == "title"],
        {"title": 1.2, "section": -0.8},
    ),
    Cue("a list follows", strengths.follows("item"), {"section": 0.4, "label": 0.5}),
    Cue(
        "a byline or a date follows",
        strengths.companioned,
        {"headline": 1.2, "section": -0.6},
    ),
    Cue("a lesser title follows at once", strengths.before_lesser, {"section": 1.2, "headline": -0.8}),
    Cue(
        "the text under it stands under further titles",
        strengths.over_titles,
        {"section": 2.5, "title": 0.5, "headline": -2.0},
    ),
    Cue(
        "between the name of a section and the first title in it",
        strengths.section_intro,
        {"boilerplate": 2.5, "body": -1.5},
    ),
    Cue(
        "what stands under it is boilerplate",
        strengths.along("doubtful"),
        {"boilerplate": 3.0, "interruption": 3.0, "headline": -1.5, "section": -1.5},
    ),
    Cue(
        "nothing but a list stands under it",
        lambda s: [(place, under.listed) for place, under in s.places.items()],
        {"section": 2.0, "label": 1.5, "headline": -0.3, "item": -1},
    ),
    Cue(
        "its source follows",
        lambda s: [
            (u.index, u.title)
            for u in s.units
            if s.follows[u.index] == "source" and not s.tied[u.index] and not s.nameplate[u.index]
        ],
        {"headline": 0.8, "item": 0.3, "section": -0.8},
    ),
    Cue(
        "no empty line before it",
        strengths.along("tied"),
        {"headline": -2, "section": -2, "item": -1, "label": -1, "body": 0.6, "apparatus": 0.3},
    ),
    Cue(
        "the last line, where texts stand under others like it",
        strengths.last_line,
        {"headline": -2.0, "section": -2.0, "boilerplate": 1.0, "interruption": 1.0},
    ),
    Cue(
        "nothing stands under it",
        strengths.bare,
        {"headline": -0.9, "body": 0.4, "boilerplate": 0.3, "interruption": 0.3},
    ),
    Cue(
        "the headline of another text, once more",
        strengths.once_more,
        {"headline": 4.0, "section": -3.0, "boilerplate": -3.0, "interruption": -3.0},
    ),
    Cue(
        "a sentence introduces its list",
        strengths.along("introduced"),
        {"body": 1.4, "item": -0.5, "headline": -0.5},
    ),
    Cue(
        "a title inside a story",
        strengths.along("subordinate"),
        {"headline": -5.0, "section": -4.0, "item": -1.5},
    ),
    Cue(
        "a part of a story",
        lambda s: [
            (u.index, s.subordinate[u.index] * (1 - s.boilerplate[u.index])) for u in s.units if s.subordinate[u.index]
        ],
        {"body": 1.5},
    ),
    Cue(
        "a heading inside a story",
        lambda s: [(u.index, s.subordinate[u.index]) for u in s.units if u.block.kind == "heading"],
        {"body": 3.0},
    ),
    Cue(
        "as many words as a headline, where there are only headlines",
        lambda s: [(u.index, u.title * (1 - s.announcing[u.index])) for u in s.units if s.untold and u.words >= 4],
        {"item": 3.5, "section": -1.0},
    ),
    Cue(
        "the line before it once more",
        lambda s: [(u.index, 1.0) for u in s.units if u.doubled],
        {"interruption": 4.0, "boilerplate": 4.0, "headline": -4, "section": -4, "title": -4},
    ),
    Cue(
        "the masthead once more",
        strengths.along("copied"),
        {"interruption": 5.0, "boilerplate": 5.0, "headline": -4, "section": -4, "title": -4},
    ),
    Cue(
        "an inset: a caption, the number of a page or its running head",
        lambda s: [(u.index, 1.0) for u in s.units if u.block.region == "inset"],
        {"boilerplate": 4.0, "interruption": 4.0, "headline": -2.0, "section": -2.0},
    ),
    Cue(
        "one of several sentences that have nothing in common",
        strengths.along("apart"),
        {"item": 4.0, "body": -2.0, "lead": -2.0, "boilerplate": -1.0},
    ),
    Cue("between rules that part texts", strengths.along("parted"), {"item": 3.5, "body": -1.5}),
    Cue("further text between such rules", strengths.unparted, {"item": -3.0, "body": 1.0}),
    Cue(
        "it looks like another title",
        lambda s: [
            (u.index, s.unlike[u.index] * (1 - s.nameplate[u.index]))
            for u in s.units
            if s.top[u.index] and not (u.issued or u.dated)
        ],
        {"title": -2.5},
    ),
    Cue(
        "in a run of very short lines",
        strengths.along("crowded"),
        {"headline": -1.5, "section": -1.5, "body": 0.6, "boilerplate": 0.6, "interruption": 0.6, "lead": -0.5},
    ),
    Cue(
        "laid out like others, with a source of its own",
        lambda s: [(u.index, 1 - s.nameplate[u.index]) for u in s.units if s.patterned[u.index]],
        {"headline": 1.2},
    ),
    Cue("announced in the summary", strengths.along("announced"), {"headline": 1.4, "section": 1.0}),
    Cue(
        "one of the sentences that announce the titles after them, in order",
        strengths.along("summing"),
        {"lead": 2.5, "body": -2.0, "boilerplate": -1.0},
    ),
    Cue("announces a later title", strengths.along("announcing"), {"lead": 3.0}),
    Cue(
        "in the contents of the document",
        strengths.along("contents"),
        {"lead": 2.5, "item": -3.0, "headline": -3.0, "section": -4.0},
    ),
    Cue(
        "a part of the contents of the document",
        strengths.along("contents_parts"),
        {"label": 4.0, "item": -3.0, "headline": -3.0, "section": -4.0, "lead": -3.0},
    ),
    Cue(
        "in a list that is all there is under its title",
        lambda s: [
            (u.index, s.listed[u.index] * (1 - s.summed[u.index]))
            for u in s.units
            if s.listed[u.index] and u.part != "rest"
        ],
        {"item": 1.5, "headline": 0.8, "body": -0.8},
    ),
    Cue("numbered on across titles", strengths.along("numbered_on"), {"item": 1.5, "body": -0.8}),
    Cue(
        "listed under a headline in a list",
        strengths.along("details"),
        {"body": 2.0, "item": -2.0, "headline": -2.0, "section": -2.0},
    ),
    Cue(
        "no heading, where headings head the stories",
        strengths.unheaded,
        {"headline": -2.5, "section": -3.0, "body": 0.8},
    ),
    Cue("a credit after a title that runs in", strengths.credit, {"apparatus": 2.0}),
    Cue("one of several texts with a source each", strengths.sourced, {"item": 4.0, "body": -2.0, "headline": -2.0}),
    Cue("texts with a source each stand under it", strengths.over_sourced, {"section": 4.0, "headline": -2.0}),
    Cue(
        "after the form that the stories have",
        epilogue,
        {"body": -3.0, "headline": -2.0, "item": -1.0, "boilerplate": 1.0, "interruption": 1.0},
    ),
    Cue("after a list whose items have no text", strengths.after_list, {"body": -2.0, "interruption": 0.5}),
    Cue("after the link with which each story ends", strengths.past_end, {"body": -3.0}),
    Cue("a few words with which most items end", strengths.closing, {"apparatus": 4.5, "section": -2, "headline": -2}),
    Cue("in a list under the head of a summary", strengths.along("summed"), {"lead": 2.5, "headline": -1.0}),
    Cue("one of the sentences before the first title", strengths.along("opening"), {"lead": 1.5}),
    *MARKUP,
)

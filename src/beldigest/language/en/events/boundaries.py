"""Where one clause of an English sentence ends and another begins.

A clause ends at a mark of punctuation or a conjunction that a clause with a verb of its own follows (Quirk et al., A
Comprehensive Grammar of the English Language, 1985, chapters 14 and 17). No parse is made: a boundary counts only where
both sides of it have a verb of their own, and the new side a subject.
"""

from __future__ import annotations

import re

from beldigest.language.en.events.attributive import attributive
from beldigest.language.en.events.marks import INNER, PARTING_COMMA, last_comma
from beldigest.language.en.events.sentence import Sentence
from beldigest.language.en.events.subjects import SUBJECT_PRONOUN, is_it, noun_group
from beldigest.language.en.verbs.forms import VerbGroup, is_base, is_contact, pasts
from beldigest.language.en.words.classes import ADVERB, CAPITAL, NEGATION, PLURAL, PRONOUN
from beldigest.model import Span

SUBORDINATORS = "while|whereas|although|though|after|before|when|because|as|since|once|until"
#: Those that may say that two things happened at once.
_SIMULTANEOUS = frozenset(("as", "when", "while"))
#: Where another clause may begin: the mark or word, which the new clause does not keep.
BOUNDARY = re.compile(
    r"(?P<mark>;)\s+|\s(?:[–—]|--)\s|(?P<colon>:)\s+"
    rf"|(?:,\s+|\s)(?P<subordinator>{SUBORDINATORS})\s+(?=\S)"
    r"|(?P<comma>,)?\s+(?:(?P<again>and|but|or)\s+(?=wh))?"
    r"(?:(?P<fronted>against|at|by|for|from|in|into|on|through|to|under|with)\s+(?=wh(?:ich|om)\b))?(?P<relative>who|which|that|where|whose|whom)\s+"
    r"|(?P<contact>\s)(?=(?:he|it|she|they|we|I)\s)"
    r"|,?\s+(?P<coordinator>and|but|nor|then|(?<=,\s)(?:so|yet))\s+(?=\S)"
    r"|(?P<listed>,)\s+(?=(?-i:[a-z]))"
    r"|(?<=(?-i:[A-Za-z][a-z]{3}))(?P<stop>\.)\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
#: What measures how long before or after, in front of the conjunction.
_MEASURED = re.compile(
    r"(?:,\s*|\b(?:\d+|an?|the|one|two|three|four|five|six|seven|eight|nine|ten|several|few|many)\s+)"
    r"(?:minute|hour|day|night|week|month|year)s?\Z",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(r"\b(?:long|shortly|soon|just|even|only)\Z", re.IGNORECASE)
_PHRASE_END = re.compile(r"[,:]\s")
#: Short forms of four letters and more, whose full stop ends no sentence.
_SHORTENED = re.compile(r"\b(?:prof|corp|sept|capt|dept|bros|univ|asst|govt|messrs|lieut)\Z", re.IGNORECASE)
#: Verbs that say when something begins or ends.
_LIMIT = re.compile(r"(?:end|began|begin|start|open|clos|conclud|finish|run|ran|expir)")
#: "17.4 million: barrels exported": a number, of which the words behind the colon say what it counts.
_COUNT = re.compile(r"\d[\d.,]*(?:\s\w+)?\Z")
_OF = re.compile(r"\bof\Z", re.IGNORECASE)
#: What makes a noun a cause or another circumstance of what the verb before it tells.
_CAUSE = re.compile(
    rf"\b(?:because of|due to|(?:wake|result) of|amid|despite|after|before|during|following|over)\s{INNER}*\Z",
    re.IGNORECASE,
)
_AS = re.compile(rf"\bas\s+{INNER}*\Z", re.IGNORECASE)
_THAT = re.compile(r"that\s+(?!(?:is|was|has|had|will|would)\b)", re.IGNORECASE)
#: Subordinators of clauses that complete what the main clause tells.
_CIRCUMSTANCES = frozenset(("after", "before", "when", "because", "until", "once"))
_QUOTES = "“\"'‘„«"
#: How far before a verb "as" is looked for, in characters.
_NEAR = 80
#: How far before a boundary the words stand that tell what it is, in characters.
_BESIDE = 30


def is_relative(boundary: re.Match[str]) -> bool:
    """Whether a relative clause may begin at a boundary."""
    return boundary["relative"] is not None or boundary["contact"] is not None


def relative(sentence: Sentence, boundary: re.Match[str], start: int) -> str | None:
    """What a relative pronoun is in its clause: ``subject``, ``owner`` of the subject, ``place``, or ``object``, which
    stands for what else there is; None where it is a conjunction."""
    finite = sentence.finite(boundary.end(), sentence.span.end)
    if boundary["contact"]:
        return "object" if finite and _is_contact(sentence, boundary, start, finite[0]) else None
    text, word = sentence.text, boundary["relative"].lower()
    if not finite or boundary["relative"].isupper():
        return None  # "the WHO declared"
    verb = sentence.start(finite[0])
    subject = sentence.adjoins(boundary.end(), verb)
    before = sentence.within(start, boundary.start())
    behind_verb = bool(before) and not sentence.shown(sentence.end(before[-1]), boundary.start())
    if behind_verb and before[-1].form == "participle" and is_base(sentence.words.low[before[-1].verb]):
        behind_verb = False  # "a power cut | that": a noun
    if word in ("that", "which") and subject and not boundary["comma"] and _says_when(sentence, start, finite[0]):
        return None
    if word == "that":
        if behind_verb or not boundary.start() or not text[boundary.start() - 1].isalnum():
            return None
        if _OF.search(text, start, boundary.start()):
            return None  # "some of that was returned"
        named = SUBJECT_PRONOUN.match(text, boundary.end()) is not None or text[boundary.end()].isupper()
        named = named or sentence.words.low[finite[0].verb] in pasts("transitive")
        gap = named and not finite[0].passive and sentence.lacks_object(finite[0])
        if not subject and gap and not sentence.linked(boundary.end(), verb):
            return "object"  # "the offer | that it mailed on Friday"
        return "subject" if subject else None
    adverb = not boundary["comma"] and not boundary["fronted"]
    if adverb and (behind_verb or _behind_adjective(sentence, before, boundary.start())):
        return None  # "said who was", "knows where", "it is not clear who"
    if word == "where":
        return "place"
    if word == "whom" or boundary["fronted"]:
        return "object"
    if word == "whose":
        return "place" if subject else "owner"
    return "subject" if subject else "object"


def _is_contact(sentence: Sentence, boundary: re.Match[str], start: int, verb: VerbGroup) -> bool:
    """Whether a pronoun opens a relative clause that has none of its own: "sold a mill | it had bought in 2019"."""
    words, at = sentence.words, sentence.index(boundary.end())
    before = sentence.within(start, boundary.start())
    if (
        not before
        or before[-1].end == at
        or sentence.hidden[at - 1]
        or not sentence.adjoins(words.ends[at], sentence.start(verb))
    ):
        return False
    return is_contact(words.low[at], words.tags[at - 1]) and not verb.passive and sentence.lacks_object(verb)


def _behind_adjective(sentence: Sentence, before: list[VerbGroup], at: int) -> bool:
    """Whether nothing but an adjective stands between a form of "be" and an offset."""
    if not before or not sentence.is_copula(before[-1]):
        return False
    tags = sentence.words.tags
    between = [tags[k] for k in range(before[-1].end, sentence.index(at)) if not tags[k] & (ADVERB | NEGATION)]
    return len(between) == 1 and not between[0] & (PLURAL | CAPITAL | PRONOUN)


def completes(sentence: Sentence, boundary: re.Match[str], start: int, at: Span) -> bool:
    """Whether a clause with "that" completes one that has another date or tells nothing by itself: "a court found on
    Monday | that he had lied in May", "it emerged | that he had lied"."""
    finite = sentence.finite(boundary.end(), at.start)
    if (boundary["relative"] or "").lower() != "that" or not finite:
        return False
    if not sentence.shown(boundary.end(), sentence.start(finite[0])):
        return False
    subject = SUBJECT_PRONOUN.match(sentence.text, sentence.first_word(Span(start, boundary.start())))
    empty = subject is not None and is_it(subject[0]) and sentence.is_expletive(subject.end())
    return empty or sentence.has_date(start, boundary.start())


def _says_when(sentence: Sentence, start: int, verb: VerbGroup) -> bool:
    """Whether a relative clause tells no more than when what its host tells of began or ended: "paid a visit | that
    ended on May 9"."""
    host = sentence.within(start, sentence.start(verb))
    if not host or host[-1].form != "finite" or _LIMIT.match(sentence.words.low[verb.verb]) is None:
        return False
    over = verb.tense == "past" and host[-1].tense != "past"
    if over or _CAUSE.search(sentence.text, sentence.end(host[-1]), sentence.start(verb)):
        return False  # "were closed because of the strike | that began on May 9"
    return sentence.ends_at(verb.end)


def closed(sentence: Sentence, boundary: re.Match[str], limit: int) -> int | None:
    """Where a relative clause ends before an offset: at the comma before a verb that is not its own ("The strike, which
    began in March, | ended"), or before the second verb where no comma opens it."""
    finite = sentence.finite(boundary.end(), sentence.span.end)
    for group in finite[1:]:
        begin = sentence.start(group)
        if begin > limit:
            # A date between the comma and the verb belongs to the verb: "which began in March, on Monday ended".
            if boundary["comma"] and not sentence.shown(limit, begin):
                mark = last_comma(sentence.text, boundary.end(), limit)
                return mark + 1 if mark > 0 and not sentence.shown(mark + 1, limit) else None
            return None
        mark = last_comma(sentence.text, boundary.end(), begin)
        if boundary["comma"]:
            if mark < 0 or sentence.linked(mark, begin) or mark < sentence.end(finite[0]):
                continue
            subject = noun_group(sentence, begin)
            if not sentence.shown(mark + 1, subject.start if subject else begin):
                return mark + 1
        elif not sentence.linked(sentence.end(finite[0]), begin):
            return begin
    return None


def closing(sentence: Sentence, start: int, at: int, end: int) -> int:
    """Where a relative clause ends that holds a date: at the comma behind it, or before the verb of its host."""
    mark = comma(sentence, at, end)
    found = end if mark is None else mark
    finite = sentence.finite(start, end)
    if len(finite) > 1:
        host = sentence.start(finite[1])
        if host >= at and not sentence.linked(sentence.end(finite[0]), host):
            found = min(found, host)
    return found


def comma(sentence: Sentence, start: int, end: int) -> int | None:
    """The first comma of a stretch that is no part of a date."""
    found = PARTING_COMMA.search(sentence.text, start, end)
    return None if found is None else found.start()


def is_unfinished(sentence: Sentence, verb: VerbGroup, at: Span, end: int) -> bool:
    """Whether a clause of comparison leaves out what its verb would take: "as he proposed on Thursday"."""
    text = sentence.text
    start, begin = sentence.adjunct(at, sentence.span).start, sentence.start(verb)
    return (
        _AS.search(text[max(sentence.span.start, begin - _NEAR) : begin]) is not None
        and not verb.passive
        and not text[sentence.end(verb) : start].strip()
        and not text[at.end : end].strip(" ,.;")
        and sentence.takes_object(verb)
    )


def joins_verbs(sentence: Sentence, boundary: re.Match[str], start: int, end: int) -> bool:
    """Whether a conjunction joins two verbs of one subject that each have a date of their own: "signed the deal in 2015
    | and renewed it in 2020"."""
    if boundary["coordinator"] is None and boundary["listed"] is None:
        return False
    following = sentence.finite(boundary.end(), end)
    if not following or sentence.shown(boundary.end(), sentence.start(following[0])):
        return False
    before = sentence.finite(start, boundary.start())
    later = sentence.finite(sentence.end(following[0]), end)
    last = sentence.start(later[0]) if later else end
    return (
        bool(before)
        and sentence.has_date(sentence.start(before[0]), boundary.start())
        and sentence.has_date(boundary.end(), last)
    )


def parts(sentence: Sentence, boundary: re.Match[str], start: int, end: int, at: Span) -> bool:
    """Whether one clause ends and another begins at a boundary; ``start`` is where the first one began."""
    if boundary["listed"]:
        return False
    if _belongs_to_phrase(sentence, boundary, start, at):
        return False
    last = _next(sentence, boundary, end)
    finite = sentence.finite(boundary.end(), last)
    pronoun = SUBJECT_PRONOUN.match(sentence.text, boundary.end(), last) is not None
    if not finite and not pronoun:
        return False
    if not pronoun and not sentence.has_noun(boundary.end(), sentence.start(finite[0])):
        return False  # a verb without a subject of its own
    if boundary["subordinator"] == "as" and finite and is_unfinished(sentence, finite[-1], at, last):
        return False
    if boundary["mark"] or boundary["colon"]:
        return True
    before = sentence.finite(start, boundary.start())
    if not before:
        opened = last_comma(sentence.text, start, boundary.start()) >= 0 and boundary.end() <= at.start
        # "Radio Halm, off the air since | police raided it in May, will"
        return boundary.start() <= start or (opened and boundary["subordinator"] is not None)
    says_on = sentence.text.startswith("that ", boundary.end())
    linked = boundary["coordinator"] == "but" or sentence.text[boundary.start()] == ","
    if boundary["coordinator"] and not linked and not says_on and not pronoun:
        # "Kenya signed on Monday and Somalia followed in May": without a comma only between dates
        dated = sentence.has_date(sentence.start(before[-1]), boundary.start())
        return dated and sentence.has_date(boundary.end(), last)
    return True


def _belongs_to_phrase(sentence: Sentence, boundary: re.Match[str], start: int, date: Span) -> bool:
    """Whether a mark or a conjunction parts no clauses, by what stands right beside it."""
    text, at = sentence.text, boundary.start()
    before = text[max(start, at - _BESIDE) : at]
    quoted = text[boundary.end() : boundary.end() + 1] in _QUOTES
    if boundary["subordinator"]:
        # "three days | after" is a measure of the same clause, whose date is no other's; "described it | as “a farce”"
        return (
            quoted
            or text.startswith("of ", boundary.end())
            or sentence.is_gerund(boundary.end())  # "was quoted | as saying that"
            or (text[at] != "," and date.end <= at and _MEASURED.search(before) is not None)
            or (text[at] != "," and _QUALIFIED.search(before) is not None)
        )
    if boundary["colon"]:
        return quoted or _COUNT.search(before) is not None or _in_quotation(text, start, at)
    if boundary["stop"]:
        return _SHORTENED.search(before) is not None or _in_quotation(text, start, at)
    return False


def _next(sentence: Sentence, boundary: re.Match[str], end: int) -> int:
    """Where the clause behind a boundary ends at the latest: at the next one, or at the end of its phrase."""
    others = (
        found
        for found in BOUNDARY.finditer(sentence.text, boundary.end(), end)
        if not (is_relative(found) or found["listed"] or sentence.is_aside(Span(*found.span())))
    )
    following = next(others, None)
    last = end if following is None else following.start()
    mark = _PHRASE_END.search(sentence.text, boundary.end(), last) if boundary["subordinator"] else None
    return last if mark is None else mark.start()  # "before the elections, he said": a phrase


def is_circumstance(sentence: Sentence, boundary: re.Match[str], end: int) -> bool:
    """Whether a subordinate clause behind a date has none of its own, and says when or why: "was suspended | after he
    refused to sign"."""
    if boundary["subordinator"].lower() not in _CIRCUMSTANCES:
        return False
    stretch = Span(boundary.end(), _next(sentence, boundary, end))
    return not any(not attributive(sentence, date) for date in sentence.dates if date in stretch)


def is_simultaneous(sentence: Sentence, boundary: re.Match[str], start: int, at: Span) -> bool:
    """Whether a subordinate clause with a date says when the one before it was, which has none of its own: "shot at the
    mayor | as he left home on Sunday"."""
    word = boundary["subordinator"]
    if word is None or word.lower() not in _SIMULTANEOUS or sentence.has_date(start, boundary.start()):
        return False
    before, after = sentence.finite(start, boundary.start()), sentence.finite(boundary.end(), at.start)
    return len(before) == 1 and bool(after) and before[0].tense == after[0].tense == "past"


def before_host(sentence: Sentence, start: int, at: int, end: int) -> int:
    """Where a subordinate clause ends that is part of a subject: "what happens after it ends in June | is unclear"."""
    finite = sentence.finite(start, end)
    for group in finite[1:]:
        if sentence.start(group) >= at:
            return end if sentence.shown(at, sentence.start(group)) else at
    return end


def without_that(text: str, span: Span) -> Span:
    """A stretch without the conjunction that opens it: "that | the talks had failed"."""
    found = _THAT.match(text, span.start, span.end)
    return span if found is None else Span(found.end(), span.end)


def _in_quotation(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1

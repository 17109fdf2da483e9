"""English dates that belong to a noun, and not to a verb: they tell apart what it names, and date no happening."""

from __future__ import annotations

import re

from beldigest.language.en.events.adjuncts import LEAD_IN, OWNING, SMALL_NOUN
from beldigest.language.en.events.marks import INNER, PARTING_COMMA
from beldigest.language.en.events.sentence import Sentence
from beldigest.language.en.events.status import MOVES
from beldigest.language.en.events.words import is_happening, words
from beldigest.language.en.verbs.forms import is_finite_word
from beldigest.language.en.words.classes import ADVERB, CLOSED
from beldigest.model import Span

#: How far before a date the words that introduce it stand, and its verb, in characters.
_NEAR, _REACH = 60, 400
#: "a letter of 3 July", "the Class of 2012": a date that tells apart what a noun names.
_OF = re.compile(r"(?P<noun>[^\W\d_]+)\s+of\s+(?:the\s+)?(?:(?:early|late|mid)[\s-]+)?\Z", re.IGNORECASE)
_QUOTES = ('"', "“", "”", "‘", "’", "'", "«", "»")
_DETERMINER = re.compile(
    r"(?:\b(?:the|a|an|its|his|her|their|our|my|whose|this|that|these|those)|['’]s)\s+(?:[a-z-]+\s+)?\Z", re.IGNORECASE
)
#: What determines a date itself.
_DEFINITE = re.compile(r"(?:last|next|this)\b", re.IGNORECASE)
_NOUN = re.compile(
    r"[\s-]+(?!(?:and|or|but|to|in|on|at|by|for|from|with|as|of|after|before|when|while|that|which|who|has|had|have|is|are|"
    r"was|were|will|would|said)\b)[^\W\d_]"
)
#: "eased to 38% from 39% in": the number of another time, and when that was.
_COMPARED_NUMBER = re.compile(
    r"\b(?:from|against|after)\s+(?:(?:about|around|only|just|an?)\s+)*[$€£]?\d\S*\s+(?:(?!to\b|until\b|on\b)\S+\s+){0,3}\Z",
    re.IGNORECASE,
)
#: A comparison that is one expression with its date: "fewer than a year earlier".
_COMPARED = re.compile(
    r"\b(?:(?<!no later )(?<!not later )than|as (?:many|much|few|little|high|low|large) as|"
    r"compared (?:to|with)|in contrast to|unlike|versus|vs\.?|up from|down from)\s+"
    r"(?:\S+\s+){0,3}(?:(?:in|on|at|during|for|of)\s+)?\Z",
    re.IGNORECASE,
)
#: "less than half of what it paid in": a measure that is a clause.
_MEASURE = re.compile(
    rf"\b(?:than|half|third|quarter|fifth|tenth|double|twice|triple|times|fraction|percent)\s+(?:of\s+)?what\s{INNER}*\Z",
    re.IGNORECASE,
)
#: "from €34 million, or €3 a head, in the quarter of a year ago", "against a loss of €2 million a year before"
_BALANCE = r"an?\s+(?:[a-z-]+\s+)?(?:profit|loss|gain|surplus|deficit|record|high|low|peak|total|rate|level)\b"
_CONTRASTED = re.compile(
    r"\b(?:compared (?:to|with)|in comparison (?:to|with)|versus|vs\.?|up from|down from|"
    rf"(?P<from>from)\s+(?=[$€£#]?\d|{_BALANCE})|against\s+{_BALANCE})\s*",
    re.IGNORECASE,
)
_BEFORE_THAT = re.compile(r"\b(?:earlier|ago|before|previous|prior|year-ago|year-earlier|last)\b", re.IGNORECASE)
#: "led the firm from | 2018 until last May": a date that is a period
_RANGE = re.compile(r"\b(?:to|until|till|through)\b")
#: What a gerund is the cause of: "jailed | for | stealing"; and what begins a period
_CAUSE = re.compile(r"\b(?:for|of|over|with|guilty to)\s+(?:allegedly\s+)?\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:between|from)\b", re.IGNORECASE)
#: What somebody is only said to have done.
_ACCUSED = re.compile(
    r"\b(?:accus(?:ed|ing|es?)|suspect(?:ed|s)?|convict(?:ed|s)?|guilty|charg(?:ed|es?)|acquit(?:ted|s)?)\b",
    re.IGNORECASE,
)
#: "from 5 June | to | 12 June"
_TO = re.compile(r"\s+(?:to|until|till)\s+(?:the\s+)?")
_APPOSED = re.compile(r",\s+(?:on|in)\s+")
#: "the first since 1949", "the highest level since March", ", the third this year": the date says among which.
_RANK = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|last|only|best|worst|most|least|any|"
    r"(?!(?:arrest|protest|harvest|interest|forest|request|guest|conquest|contest|quest)\b)[a-z]{2,}est)\b"
)
_AMONG = re.compile(
    rf"(?<!\ba )\b{_RANK}[^,;:]{{0,80}}?\ssince\s+(?:[^,;:]{{1,40}}\s(?:in|on|of)\s+)?(?:(?:early|late|mid)[\s-]+)?\Z",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"this (?:year|quarter|month|week|season)\Z", re.IGNORECASE)
_RANKED = re.compile(rf",\s+(?:the|its|his|her|their)\s+{_RANK}\s+(?:[a-z]+\s+)?\Z", re.IGNORECASE)
#: "the June | in which the river froze"
_DEFINING = re.compile(r",?\s+(?:(?:in|on|during|by|at)\s+which|when|that|which|where)\b")
_FROM = re.compile(r"\b(?:(?P<on>on)|from|over)\s+\Z", re.IGNORECASE)
#: The days that "on" introduces, and the years that it only compares with: "on | 14 May last year", "up 7% on | 2023".
_DAY = re.compile(r"\b\d{1,2}\b|\b(?-i:[A-Z])[a-z]+day\b")
_YEAR = re.compile(r"\d{4}")
#: "a raise backdated to July", "bonds due 2031", "the budget for 2025", "another 2019", "the deadline, originally June
#: 5,": a date that only says what a thing is.
_REACHING = re.compile(
    r"(?:(?:\b|back)dat(?:ed|ing)\s+(?:back\s+)?(?:to|from)|\boriginally|\binitially|\bretroactive\s+to|"
    r"[^\W\d_]s due|\banother|"
    r"\b(?:account|budget|estimate|forecast|guidance|outlook|projection|tax return|target)s?\s+for(?:\s+the)?)\s+\Z",
    re.IGNORECASE,
)
#: "from Monday shops may open until | 6 pm": a time without a day, beside a date
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|noon|midnight", re.IGNORECASE)
#: "below the year-earlier $3 million"
_AMOUNT = re.compile(r"\s[$€£¥#]\s?\d")
_THAN = re.compile(r"(?:more|less|fewer) than\b", re.IGNORECASE)
#: "the financial year | that begins in April": what says which period is meant.
_PERIODS = re.compile(r"\b(?:year|half|quarter|month|week|period|season)\Z", re.IGNORECASE)
_DEFINED = re.compile(r"\s+(?:that|which)\s+(?:begins?|began|ends?|ended|starts?|started|runs?|ran|was|is|will)\b")
_PERIOD = re.compile(
    r"\b(?:quarter|year|half|months?|weeks?|period)\s+(?:that\s+)?(?:ended|ending)\s+(?:on\s+)?\Z", re.IGNORECASE
)
#: Where a noun group begins, and what follows on one.
_OF_A_THING = re.compile(r"\b(?:(?P<conjunction>after|before)|by|for|with|during)\s+\Z", re.IGNORECASE)
_PREPOSED = re.compile(r"(?:\A|[,;:–—(]\s*|\b(?:and|or|of|for|with|to|into|about|the)\s+)\Z")
_GROUP_END = re.compile(r"\s*(?:[,.;:]|\Z)|\s+(?:and|or|by|to|from|of|for|at|in|on)\s")
#: A day or month that only says which one of its kind a noun names: "Sunday | pay".
_BARE = re.compile(r"[^\W\d_]+(?P<joined>-[^\W\d_]+)?\Z")


def attributive(sentence: Sentence, at: Span) -> bool:
    """Whether a date is of no happening: it tells apart what a noun names ("the 2020 elections"), or what something is
    compared with."""
    text, span = sentence.text, sentence.span
    before = text[max(span.start, at.start - _NEAR) : at.start]
    if _PERIODS.search(at.of(text)) and _DEFINED.match(text, at.end, span.end) is not None:
        return True
    if (
        _COMPARED.search(before)
        or _PERIOD.search(before)
        or _compared_with(before, at.of(text))
        or _COMPARED_NUMBER.search(before)
        or _MEASURE.search(before)
        or _THAN.match(text, at.start, at.end)
        or _REACHING.search(before)
        or _AMOUNT.match(text, at.end, span.end)
        or _contrasted(sentence, at)
        or _tells_apart(sentence, at)
        or _of_a_noun(before)
        or _moved_from(sentence, at)
        or (before.endswith("from ") and text.startswith("the same ", at.start))  # "from | the same month of 2024"
        or _of_cause(sentence, at)
        or (len(sentence.dates) > 1 and _CLOCK.fullmatch(at.of(text)))
        or (before.endswith(_QUOTES) and text.startswith(_QUOTES, at.end))  # the film "September 5"
        or (before.endswith("(") and text.startswith(")", at.end) and at.of(text).isdecimal())  # "“The Fall” (1964)"
        or (before.endswith("-") and LEAD_IN.search(before) is None)
        or (text.startswith(OWNING, at.end) and not _names_subject(sentence, at))
        or (text.startswith(" of ", at.end) and text.endswith(" day", at.start, at.end))  # "the third day of the talks"
    ):
        return True
    if _SO_FAR.match(text, at.start, at.end) and _RANKED.search(before):
        return True
    among = _AMONG.search(text, max(span.start, at.start - 2 * _NEAR), at.start)
    if among is not None and not sentence.finite(among.start(), at.start):
        return True
    determiner = _DETERMINER.search(before)
    if determiner is None or (len(determiner[0].split()) > 1 and _DEFINITE.match(text, at.start)):
        return False  # "rose by a fifth | last year, when"
    if "," in at.of(text) and _NOUN.match(text, at.end + text.startswith(",", at.end), span.end) is not None:
        return True  # "the May 9, 2023, floods"
    return _NOUN.match(text, at.end, span.end) is not None or _DEFINING.match(text, at.end, span.end) is not None


def _compared_with(before: str, date: str) -> bool:
    """Whether the preposition ``before`` a date sets something beside it: "up 7% | on | the year before"."""
    found = _FROM.search(before)
    if found is None:
        return False
    if found["on"] and (_DAY.search(date) or _YEAR.fullmatch(date)):
        return _DAY.search(date) is None
    return _BEFORE_THAT.search(date) is not None and _RANGE.search(date) is None


def is_specified(sentence: Sentence, at: Span) -> bool:
    """Whether the next date says exactly which day is meant: "two days earlier, on | March 4"."""
    following = next((date for date in sentence.dates if date.start >= at.end), None)
    return (
        following is not None
        and _BEFORE_THAT.search(sentence.text, at.start, at.end) is not None
        and _APPOSED.fullmatch(sentence.text, at.end, following.start) is not None
    )


def _names_subject(sentence: Sentence, at: Span) -> bool:
    """Whether the genitive of a date opens the sentence, before a noun for what happened and a verb that says more of
    it: "Friday's | storm tore off roofs", and not "Friday's storm is the third"."""
    finite = sentence.finite(at.end, sentence.span.end)
    if not sentence.opens(at) or not finite or finite[0].tense not in ("past", "future"):
        return False
    low, verb = sentence.words.low, finite[0]
    if low[verb.first] in ("has", "have", "had") or low[verb.verb] in ("was", "were", "be"):
        return False
    return any(is_happening(word) for word in sentence.shown(at.end, sentence.start(verb)))


def _of_a_noun(before: str) -> bool:
    """Whether "of" joins a date to a noun that is no part of a day or a year."""
    found = _OF.search(before)
    return found is not None and found["noun"].lower() not in words("time")


def _moved_from(sentence: Sentence, at: Span) -> bool:
    """Whether a date says from when to when something is put off or goes on, and not when that was decided: "moved the
    final | from 5 June | to 12 June"."""
    start = sentence.adjunct(at, sentence.span).start
    groups = sentence.within(sentence.span.start, start)
    if not groups or not sentence.text.startswith("from", start):
        return False
    moves = MOVES.match(sentence.words.low[groups[-1].verb]) is not None
    if not moves or not (groups[-1].passive or sentence.shown(sentence.end(groups[-1]), start)):
        return False  # "the drought extended | from 2018 to 2020"
    to = _TO.match(sentence.text, at.end)
    ranges = _RANGE.search(at.of(sentence.text)) is not None
    return ranges or (to is not None and sentence.has_date(to.start(), to.end() + 1))


def _of_cause(sentence: Sentence, at: Span) -> bool:
    """Whether a date is of what somebody did before, in a gerund, where the verb has a date of its own, accuses, or
    cannot have lasted for a period: "fined the firms on Monday for fixing prices | between 2011 and 2019"."""
    groups = sentence.within(sentence.span.start, at.start)
    if len(groups) < 2 or groups[-1].form != "gerund" or groups[-2].form not in ("finite", "participle"):
        return False
    text, verb, begin = sentence.text, sentence.start(groups[-2]), sentence.start(groups[-1])
    if _CAUSE.search(text, verb, begin) is None:
        return False
    if _ACCUSED.search(text, verb, begin) is not None:
        return True
    dated = sentence.adjunct(at, sentence.span).start
    has_object = bool(sentence.shown(sentence.end(groups[-1]), dated))  # not "three days of mourning from Monday"
    return has_object and (sentence.has_date(verb, begin) or _BETWEEN.match(text, dated) is not None)


def _contrasted(sentence: Sentence, at: Span) -> bool:
    """Whether a date belongs to what something is compared with, with no verb between."""
    text = sentence.text
    for found in _CONTRASTED.finditer(text, max(sentence.span.start, at.start - 2 * _NEAR), at.start):
        earlier = _BEFORE_THAT.search(text, at.start, at.end) is not None
        if sentence.finite(found.end(), at.start) or (found["from"] and not earlier):
            continue
        if earlier or PARTING_COMMA.search(text, found.end(), at.start) is None:
            return True
    return False


def _tells_apart(sentence: Sentence, at: Span) -> bool:
    """Whether a bare word of time says which one of its kind the noun behind it names: "Sunday pay rose"."""
    text, span = sentence.text, sentence.span
    bare = _BARE.match(at.of(text))
    start = max(span.start, at.start - _NEAR)
    noun = SMALL_NOUN.match(text, at.end, span.end)
    if noun is not None and sentence.words.tags[sentence.index(noun.start(1))] & (CLOSED | ADVERB):
        return False  # "put off to April | because of the war"
    preposition = _OF_A_THING.search(text, start, at.start)
    joined = bare is not None and bare["joined"] is not None and not sentence.opens(at)
    if bare is not None and noun is not None and (preposition or joined):
        phrase = preposition is not None and not preposition["conjunction"]  # "for | May | delivery"
        ends = phrase or _GROUP_END.match(text, noun.end(), span.end) is not None
        return ends and not is_finite_word(noun[1])
    if (
        bare is None
        or (bare["joined"] and sentence.opens(at) and sentence.tells_of_past(at))
        or LEAD_IN.search(text, max(span.start, at.start - _NEAR), at.start) is not None
    ):
        return False
    if noun is None or _NOUN.match(text, at.end, span.end) is None:
        return False
    if _PREPOSED.search(text[max(span.start, at.start - _NEAR) : at.start]) is None and (
        not sentence.finite(max(span.start, at.start - _REACH), at.start)
        or _GROUP_END.match(text, noun.end(), span.end) is None
    ):
        return False
    return not is_finite_word(noun[1]) and not noun[1].endswith(("ed", "ly", "ing"))

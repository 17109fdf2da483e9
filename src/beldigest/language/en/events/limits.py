"""Dates of an English clause that only limit when it is true: "since 2020", "by June 30", "from Monday on"."""

from __future__ import annotations

import re

from beldigest.language.en.events.adjuncts import OWNING
from beldigest.language.en.events.clause import Clause
from beldigest.language.en.events.sentence import Sentence
from beldigest.language.en.events.status import is_moved
from beldigest.language.temporal import Limit
from beldigest.model import Span

#: The words before a date that make a limit of it.
_WORDS: dict[Limit, re.Pattern[str]] = {
    "since": re.compile(r"\b(?:since|on or after|from)\b[\s\w-]*\Z", re.IGNORECASE),
    "until": re.compile(r"\b(?:until|till|through|by|on or before|(?:no|not) later than)\b[\s\w-]*\Z", re.IGNORECASE),
    "before": re.compile(r"\bbefore\s+(?:the\s+)?\Z", re.IGNORECASE),
    "after": re.compile(r"\bafter\s+(?:the\s+)?\Z", re.IGNORECASE),
}
_FROM = re.compile(r"from\b", re.IGNORECASE)
#: What says behind a date that it only begins a period: "from Monday | on".
_ON = re.compile(r"\s+on(?:wards?)?\b")
#: Parts of a period of which it is not said which day is the last of what is before, the first of what is after them.
_PART: dict[Limit, re.Pattern[str]] = {
    "before": re.compile(r"(?:the\s+)?(?:early|mid|middle|late|end)\b", re.IGNORECASE),
    "after": re.compile(r"(?:the\s+)?(?:early|mid|middle|late|start|beginning)\b", re.IGNORECASE),
}
#: "through | the first nine months": from their beginning on.
_THROUGHOUT = re.compile(r"\bthrough\s+(?:the\s+)?first\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|no|never|nobody|none|neither|nor|without)\b|n['’]t\b", re.IGNORECASE)


def limit(sentence: Sentence, clause: Clause, at: Span) -> tuple[Limit, int] | None:
    """How a date limits when a clause is true, and where the words begin that say so, or None where it does not.

    What had lasted "since May" was over when the next thing happened. What is put off until a day, or does not happen
    before, happens on that day; and what happens "from Monday", too, unless it does from Monday on.
    """
    text, span = sentence.text, clause.span
    if (clause.nominal and not clause.lasting) or clause.keeps_date or text.startswith(OWNING, at.end):
        return None
    start = sentence.adjunct(at, span).start
    told = next(
        ((found, lead) for found, words in _WORDS.items() if (lead := words.search(text, start, at.start))), None
    )
    if told is None:
        return None
    found, lead = told
    if found == "since":
        if _FROM.match(text, lead.start()) and not _ON.match(text, at.end):
            return None
        group = sentence.governing(span, at)
        over = group is not None and sentence.words.low[group.first] in ("had", "hadn't")
        return "since then" if over else "since", lead.start()
    if _NEGATED.search(text, span.start, lead.start()) or is_moved(sentence, clause, at):
        return None
    if _THROUGHOUT.match(text, lead.start()):
        return None
    if found in _PART and _PART[found].match(text, at.start):
        found = "until" if found == "before" else "since"
    return found, lead.start()

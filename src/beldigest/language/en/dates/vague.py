"""Rules for the past, the present and the future as such: "now", "recently", "the near future"."""

from __future__ import annotations

import re
from typing import cast

from beldigest.language.en.dates.context import complete
from beldigest.language.en.dates.pattern import Match, Rule
from beldigest.language.temporal import Expression, Tense, Vague

#: Those that are nouns and can have an article.
_NOUN = re.compile(r"(?:future|years|months|weeks|days|decades|times|quarters|ahead|day|term)\Z")
#: What makes "soon" a time from now; "soon after", "as soon as" and "they soon withdrew" are counted from elsewhere.
_SOON_BEFORE = re.compile(r"\b(?:will|would|could|may|might|can|should|to|be|are|is|'ll)\s(?:[a-z]+\s)?\Z")
_MODAL = re.compile(r"\b(?:will|would|could|may|might|'ll)\s\Z")
_SOON_AFTER = re.compile(r"\s(?:[a-z]+\s)?(?:will|would|could|may|might|can|should)\b")
_WILL = re.compile(r"(?:\s+[a-z]+){1,3}?\s+(?:will|would|could|may|might)\b|,?\s+(?:I|we|he|she|they)['’](?:ll|d)\b")
_AS = re.compile(r"\s+as\b")


def _reference(match: Match) -> Expression | None:
    token = match.token("ref")
    word = token.text.lower()
    if match.has("the") and not _NOUN.search(word):
        return None
    if word == "future" and not match.has("the"):
        return None  # an adjective
    if word.endswith("term") and not (match.has("the") and complete(match)):
        return None  # "near term loans"
    if word == "recently" and _AS.match(match.after()):
        return None  # "as recently as 2010"
    if word == "soon" and not (_SOON_BEFORE.search(match.before()) or _SOON_AFTER.match(match.after())):
        return None
    return Expression(match.span, Vague(cast(Tense, token.value)))


def _one_day(match: Match) -> Expression | None:
    """ "It will one day be told", "One day they will tell": some time to come, and no duration."""
    if match.value("numeral") != 1 or match.token("unit").value != "day":
        return None
    ahead = _MODAL.search(match.before()) or (match.tokens[0].text[0].isupper() and _WILL.match(match.after()))
    return Expression(match.span, Vague("FUTURE_REF")) if ahead else None


def _current(match: Match) -> Expression:
    return Expression(match.span, Vague("PRESENT_REF"))


def _past(match: Match) -> Expression | None:
    """ "the past", where nothing follows that would be past."""
    is_past = match.token("last").text.lower() == "past" and complete(match)
    return Expression(match.span, Vague("PAST_REF")) if is_past else None


RULES = (
    Rule("reference with an article", "<the> <ref>", _reference),
    Rule("reference", "more? <ref>", _reference),
    Rule("one day", "<numeral> <unit>", _one_day),
    Rule("current", "<current>", _current),
    Rule("the past", "the <last>", _past),
)

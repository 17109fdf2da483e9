"""Which dates of an English sentence say when a figure holds, and which say something else."""

from __future__ import annotations

import re

from beldigest.language.en.figures.modifiers import is_change

# How far before an offset words are looked at, and how far a date can be from its figure.
_BACK = 40
_FURTHEST = 60

_COMPARISON = re.compile(
    r"\b(?:than|versus|vs\.?|against|compared\s(?:with|to)|(?P<moved>\w{1,20})\sfrom)"
    r"(?:\s(?:in|on|during|for))?(?:\s(?:the|an?))?\s\Z"
)
# "its strongest since (March 2020)", "the deadliest attack since (2021)"; "protest" is no superlative.
_NOUNS_IN_EST = "arrest|conquest|contest|forest|guest|harvest|interest|protest|quest|request|test|unrest|west"
_SUPERLATIVE = rf"(?!(?:{_NOUNS_IN_EST})\b)\w{{1,12}}est|most|least|worst|best|first|high|low"
_RECORD = re.compile(
    rf"\b(?:the|its|their|his|her|our|an?)\s(?:[\w-]{{1,12}}\s)?(?:{_SUPERLATIVE})(?:\s[\w-]{{1,16}}){{0,3}}?\ssince\s\Z"
)
# A rise "on (2023)", "on (a year earlier)": behind "on" a year is no time, as an event is on a day.
_ON_PERIOD = re.compile(r"\bon\s(?:the\s)?\Z")
_PERIOD = re.compile(r"(?:\d{4}(?!-)|(?:last|the\s(?:same|previous)|previous|an?)\s(?:year|quarter|month))\b")
_FIGURE_COMPARED = re.compile(r"\b(?:versus|vs\.?|compared\s(?:with|to))(?:\s(?:just|only))?\s\Z")
_UNMOVED = frozenset({"unchanged", "changed", "more", "less", "fewer", "higher", "lower"})
#: Prepositions that seldom join a date to the noun before them, as "for" and "from" do: "the budget for 2025".
_PREPOSITION = "in|on|at|by|since|until|till|before|after|during|between"
_NAMING = re.compile(
    rf"\b(?:the|a|an|its|their|his|her|our|this|that)\s(?:(?!(?:{_PREPOSITION})\b)[\w'’-]{{1,20}}\s){{0,2}}\Z"
)

# A date behind these is the end of what goes on, and not when it holds.
_UNTIL = re.compile(r"\b(?:until|till)(?:\s(?:at\sleast|about|around|roughly))?\s\Z", re.I)
_SINCE = re.compile(r"\bsince(?:\s(?:at\sleast|about|around|roughly))?\s\Z", re.I)
_FROM = re.compile(r"\bfrom\s\Z", re.I)
_ON = re.compile(r"\son(?:wards?)?\b")
_ASIDE = re.compile(r",\s(?:\w{1,8}\s)?(?:which|who|whom|whose|where|when)\b")

# ", the lowest in (20 years) and a third of the (120,000) sold"; a comma inside of a number ends no apposition.
_RANKING = re.compile(
    rf",\s(?:the|its|their|an?\s[\w-]{{1,20}})\s(?:{_SUPERLATIVE})"
    r"(?:\s[\w-]{1,20})?\s(?:in|for|since|on\srecord|of)\b(?:[^,;]|,\d)*\Z"
)

# "(38.1%) in (March)", "(120 cases) of torture recorded in (2023)", "(61%) (last year)".
_WORD = r"\s[\w'’-]{1,20}"
_ADJUNCT = re.compile(
    rf"(?:(?:\sof(?:{_WORD}){{1,4}}?)?(?:\s(?!(?:than|and|or|but|while|until|from|to|of)\b)[\w-]{{1,20}})?(?:\salone)?"
    r"\s(?:in|on|at|by|during|for|over|since|as\sof|back\sin)(?:\sthe)?|\s?\()?\s?"
)
# "(February)'s 39.05%", "(the 2024) total of 500", "(March)'s preliminary reading of 3%".
_LEVEL = "total|figure|level|rate|reading|peak|high|low|count|record|average|estimate|target|forecast|price|share"
_GENITIVE = re.compile(
    rf"['’]s(?:\s\w{{1,16}}(?:ed|ly|al))*\s(?:of\s)?|(?:['’]s)?(?:\s[\w-]{{1,20}})?\s(?:{_LEVEL})\s(?:of\s)?"
)


def is_compared(text: str, at: int) -> bool:
    """Whether the words before an offset say that what follows is compared with: "than in (2023)", "up from (May)".

    So do "the most since (May)" and a year behind "on", "a rise of 7% on (2023)".
    """
    near = max(0, at - _BACK)
    if _RECORD.search(text, near, at) or (_ON_PERIOD.search(text, near, at) and _PERIOD.match(text, at)):
        return True
    match = _COMPARISON.search(text, near, at)
    if match is None or match["moved"] is None:
        return match is not None
    return match["moved"].lower() in _UNMOVED or is_change(match["moved"].lower())


def is_earlier_level(text: str, at: int) -> bool:
    """Whether the words before a figure say that another one is compared with it, "compared with (63)"."""
    return _FIGURE_COMPARED.search(text, max(0, at - _BACK), at) is not None


def is_attributive(text: str, start: int, end: int) -> bool:
    """Whether a date from ``start`` to ``end`` only says which thing is meant, "the rigged 2020 elections".

    So does one that says till when it goes on, "a levy until (May)".
    """
    if _UNTIL.search(text, max(0, start - _BACK), start) is not None:
        return True
    named = _NAMING.search(text, max(0, start - _BACK), start) is not None and _ON.match(text, end) is None
    return named and text[end : end + 2].lstrip(" -").isalpha()


def since(text: str, start: int, end: int) -> int | None:
    """The offset of what says that a date from ``start`` to ``end`` begins a period: "since (May)", "from (May) on"."""
    near = max(0, start - _BACK)
    match = _SINCE.search(text, near, start) or (_FROM.search(text, near, start) if _ON.match(text, end) else None)
    return None if match is None else match.start()


def is_aside(words: str) -> bool:
    """Whether the words between a figure and a date open a relative clause that a comma parts: ", which"."""
    return _ASIDE.search(words) is not None


def is_ranking(words: str) -> bool:
    """Whether the words between a date and a figure open an apposition that compares, and do not end it.

    It tells of a longer time than the date does: "in (October), the lowest in (20 years)".
    """
    return _RANKING.search(words) is not None


def is_adjunct(text: str, figure: int, date: int) -> bool:
    """Whether the words between the end of a figure and a date make one phrase of both, "(39%) in (February)"."""
    return date - figure <= _FURTHEST and _ADJUNCT.fullmatch(text, figure, date) is not None


def is_genitive(text: str, date: int, figure: int) -> bool:
    """Whether the words between the end of a date and a figure make one phrase of both, "(February)'s (39%)"."""
    return figure - date <= _FURTHEST and _GENITIVE.fullmatch(text, date, figure) is not None

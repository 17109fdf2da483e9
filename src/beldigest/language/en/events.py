"""The clause of an English sentence that a date belongs to, and how that clause reads without it.

A clause ends at a mark of punctuation or a conjunction that a verb group follows (Quirk et al. 1985, chapter 14). No
parse is made: a boundary counts only where both sides of it have a verb of their own, and the new side a subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from beldigest.language.en.adjuncts import DATELINE, LEAD_IN, WORD, attributive, coordinated, without
from beldigest.language.en.dates.tense import direction, is_verb, verbs
from beldigest.language.en.subjects import (
    DETERMINED,
    SUBJECT_PRONOUN,
    SUBJECT_WORDS,
    appositive,
    is_it,
    is_thing,
    joins_names,
    possessive,
    pronouns,
    subject_of,
    trimmed,
    whole_subject,
)
from beldigest.model import EventStatus, Span

__all__ = [
    "Clause",
    "appositive",
    "attributive",
    "clause",
    "coordinated",
    "is_it",
    "is_thing",
    "joins_names",
    "possessive",
    "pronouns",
    "status",
    "subject_of",
    "tells",
    "whole_subject",
    "without",
]

#: How far around a date its clause is looked for, in characters.
_REACH = 1500
_SUBORDINATORS = "while|whereas|although|though|after|before|when|because|as|since|if|unless|once|until"
#: Where another clause may begin: the mark or word, which the new clause does not keep.
_BOUNDARY = re.compile(
    r";\s+|\s(?:[–—]|--)\s"
    rf"|(?:,\s+|\s)(?P<subordinator>{_SUBORDINATORS})\s+(?=\S)"
    r"|,\s+(?:and|but|so|yet|nor)\s+(?=\S)"
    r"|(?<=(?-i:[A-Za-z][a-z]{3}))(?P<stop>\.)\s+(?=(?-i:[A-Z]))"
    r"|,\s+(?P<relative>who|which)\s+",
    re.IGNORECASE,
)
#: What cannot be a subject: a clause that begins so goes on with the subject of the one before it.
_NO_SUBJECT = re.compile(
    r"(?:[a-z]+(?:ed|ing)|was|were|had|has|have|is|are|will|would|can|could|may|might|to|not|also|then|later|did|does|so|if|"
    r"well|of|in)\b"
)
_PARTICIPLE = r"[a-zA-Z][a-z]+(?:ed|en|wn|ld|nt|lt|pt)\b"
_OPENING_PARTICIPLE = re.compile(rf"(?=[A-Z]){_PARTICIPLE}")
#: Participles in -en and -wn; most other words that end so are none ("Between", "Seven", "Women").
_IN_EN = re.compile(
    r"(?:Written|Taken|Given|Broken|Chosen|Driven|Stolen|Spoken|Frozen|Beaten|Shaken|Forbidden|Hidden|Forgotten|Overtaken|"
    r"Undertaken|Known|Shown|Drawn|Thrown|Flown|Blown|Grown|Withdrawn)\Z"
)
_JOINED_PARTICIPLE = re.compile(rf"(?:,\s+|\s)and\s+(?P<start>{_PARTICIPLE})")
_INSERTED_PARTICIPLE = re.compile(rf"(?:,\s+|\s[–—]\s)(?P<start>(?=[a-z]){_PARTICIPLE})")
#: What names a happening by a noun: "following | the vote in March", where no verb stands between.
_NOMINAL = re.compile(
    r"\b(?:following|after|since|upon)\s+(?=(?:the|a|an|his|her|its|their|[a-z]+s)\s)",
    re.IGNORECASE,
)
_NO_HAPPENING = re.compile(r"\d|,|-and-a-|\bof\s*\Z")
_IF = re.compile(r"\b(?:if|unless|in case|provided that)\b", re.IGNORECASE)
_MAY = re.compile(r"\b(?:could|might|may)\b(?!\s+\d)")
_WOULD = re.compile(r"\bwould\b")
#: "PORT OSTRAND, March 12 (Halm) – ".
#: What measures how long before or after, in front of the conjunction.
_MEASURED = re.compile(
    r"(?:,\s*|\b(?:\d+|an?|the|one|two|three|four|five|six|seven|eight|nine|ten|several|few|many)\s+)"
    r"(?:minute|hour|day|night|week|month|year)s?\Z|\b(?:long|shortly|soon|just|even|only)\Z",
    re.IGNORECASE,
)
#: The numbers of two columns, at the end of a row of a table.
_ROW = re.compile(r"\s[\d.,]+%?\s[\d.,]+%?\Z")
_PHRASE_END = re.compile(r"[,:]\s")
#: Short forms of four letters and more, whose full stop ends no sentence.
_SHORTENED = re.compile(r"\b(?:prof|corp|sept|capt|dept|bros|univ|asst|govt|messrs|lieut)\Z", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:the end of\s+|end-|mid-|late\s+|early\s+)?\Z", re.IGNORECASE)
_SMALL = re.compile(r"\b[a-z]{2,}\b")
#: What a noun that names a happening has with it: "the vote | on the budget", "the mayor's | arrest".
_COMPLEMENT = re.compile(
    r"\s(?:of|on|in|at|for|against|over|with|between|to|by|from|near|outside|across|into)\s|['’]s?\s"
)
#: Words of a determined noun group that names a happening and tells nothing of it.
_BARE_WORDS = 3


@frozen
class Clause:
    """The words that tell of a happening: pieces of the text in reading order, and what to put between them.

    ``antecedent`` is the stretch before a relative clause, at whose end the clause's subject stands; ``subject`` is the
    subject where it stands elsewhere. A clause that is ``headless`` has none that was found.
    """

    pieces: tuple[Span, ...]
    joint: str = " "
    antecedent: Span | None = None
    subject: Span | None = None
    headless: bool = False

    @property
    def span(self) -> Span:
        """From the first to the last character."""
        return Span(self.pieces[0].start, self.pieces[-1].end)


def clause(text: str, sentence: Span, at: Span, dates: Sequence[Span]) -> Clause:
    """The clause of ``sentence`` in which the date ``at`` stands; ``dates`` are all those of the sentence."""
    dateline = DATELINE.match(text, sentence.start, sentence.end)
    begin = sentence.start if dateline is None else dateline.end()
    sentence = Span(max(begin, at.start - _REACH), min(sentence.end, at.end + _REACH))
    opening = _fronted(text, sentence, at)
    if opening is not None:
        return opening
    start, end, antecedent, inserted, subordinate = sentence.start, sentence.end, None, None, False
    for boundary in _BOUNDARY.finditer(text, sentence.start, sentence.end):
        gap = Span(*boundary.span())
        if any(gap.overlaps(date) for date in dates):
            continue
        if gap.end <= at.start and _parts(text, boundary, start, sentence.end):
            closed = _closed(text, gap.end, at.start) if boundary["relative"] else None
            if closed is not None:
                inserted = Span(gap.start, closed)
                continue
            if inserted is not None and gap.start < inserted.end:
                continue
            antecedent = Span(start, gap.start) if boundary["relative"] else None
            start, inserted, subordinate = gap.end, None, boundary["subordinator"] is not None
        elif gap.start >= at.end and not boundary["relative"] and _parts(text, boundary, start, sentence.end):
            end = gap.start
            break
    comma = text.find(",", at.end, end)
    if subordinate and comma >= 0 and _has_verb(text, start, comma) and _has_verb(text, comma + 2, end):
        end = comma
    if antecedent is not None:
        return Clause((trimmed(text, start, end if comma < 0 else comma),), antecedent=antecedent)
    if inserted is not None:
        return Clause((trimmed(text, start, inserted.start), trimmed(text, inserted.end, end)))
    found = _named_happening(text, start, end, at) or _inserted(text, start, end, at)
    return found or _headed(text, sentence, Clause((trimmed(text, start, end),)))


def _closed(text: str, start: int, end: int) -> int | None:
    """Where a relative clause that is inserted between a subject and its verb ends: behind the comma before a verb
    ("The strike, which began in March, | ended")."""
    for comma in re.compile(r",\s+(?=[a-z])").finditer(text, start, end):
        word = re.compile(r"[a-z’']+").match(text, comma.end())
        if word is None:
            continue
        if is_verb(word[0]) or (word[0].endswith("ed") and verbs(text, start, comma.start())):
            return comma.end()
    return None


def _headed(text: str, sentence: Span, found: Clause) -> Clause:
    """A clause that begins with its verb, with the subject of the clause before it."""
    piece = found.pieces[0]
    word = re.compile(r"[^\W\d_]+").match(text, piece.start, piece.end)
    if word is None or not is_verb(word[0]):
        return found
    subject = subject_of(text, Span(sentence.start, piece.start)) if piece.start > sentence.start else None
    return Clause(found.pieces, subject=subject, headless=subject is None)


def _parts(text: str, boundary: re.Match[str], start: int, end: int) -> bool:
    """Whether one clause ends and another begins at a boundary; ``start`` is where the first one began."""
    if boundary["relative"]:
        return True
    following = _BOUNDARY.search(text, boundary.end(), end)
    last = end if following is None or following["relative"] else following.start()
    if boundary["subordinator"]:
        if text[boundary.start()] != "," and _MEASURED.search(text, start, boundary.start()) is not None:
            return False  # "three days | after": a measure of the same clause
        mark = _PHRASE_END.search(text, boundary.end(), last)
        last = mark.start() if mark else last  # "before the elections, he said": a phrase
    if boundary["stop"] and (_SHORTENED.search(text, start, boundary.start()) or _in_quotation(text, start, boundary)):
        return False
    if _NO_SUBJECT.match(text, boundary.end()) is not None or not _has_verb(text, boundary.end(), last):
        return False
    if text[boundary.start()] == ";":
        return True
    return boundary.start() <= start or _has_verb(text, start, boundary.start())


def _has_verb(text: str, start: int, end: int) -> bool:
    """Whether a stretch has a verb: by its form, or by the pronoun that is its subject ("he faces a runoff")."""
    return SUBJECT_PRONOUN.match(text, start, end) is not None or verbs(text, start, end) > 0


def _in_quotation(text: str, start: int, boundary: re.Match[str]) -> bool:
    words = text[start : boundary.start()]
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1


def _fronted(text: str, sentence: Span, at: Span) -> Clause | None:
    """ "Signed on May 3 and ratified in June, the treaty ...": the participle of the date, and the main clause."""
    opening = _OPENING_PARTICIPLE.match(text, sentence.start)
    if opening is None or not (opening[0].endswith("ed") or is_verb(opening[0]) or _IN_EN.match(opening[0])):
        return None
    following = WORD.match(text, opening.end(), at.start)
    if following is not None and (is_verb(following[1]) or following[1][0].isupper()):
        return None  # "Mohammed was", "Alfred Orlik"
    starts, ends = [sentence.start], []
    main = None
    for comma in re.finditer(r",\s+|\sand\s", sentence.of(text)):
        position, after = sentence.start + comma.start(), sentence.start + comma.end()
        joined = _JOINED_PARTICIPLE.match(text, position, sentence.end)
        if joined is not None:
            ends.append(position)
            starts.append(joined.start("start"))
        elif text[position] == "," and re.match(r"\d{4}\b|and\s", text[after : after + 5]) is None:
            main = after
            break
    if main is None or at.start >= main:
        return None
    index = max(index for index, start in enumerate(starts) if start <= at.start)
    participle = trimmed(text, starts[index], [*ends, main][index])
    subject = subject_of(text, Span(main, sentence.end))
    if subject is not None:
        return Clause((participle,), joint=", ", subject=subject)
    return Clause((participle, trimmed(text, main, sentence.end)), joint=", ")


def _inserted(text: str, start: int, end: int, at: Span) -> Clause | None:
    """ "The law, passed in 2019, bans ...": the noun group and the participle of the date."""
    for inserted in _INSERTED_PARTICIPLE.finditer(text, start, at.start):
        closing = re.compile(r",|\s[–—]").search(text, at.end, end)
        between = text[inserted.end() : at.start]
        if closing is None or re.search(r",|\s[–—]\s", between) or verbs(text, start, inserted.start()):
            continue
        noun = trimmed(text, start, inserted.start())
        if 0 < len(noun.of(text).split()) <= SUBJECT_WORDS:
            return Clause((noun, trimmed(text, inserted.start("start"), closing.start())))
    return None


def _named_happening(text: str, start: int, end: int, at: Span) -> Clause | None:
    """The noun group that a date is said of: "the vote | on the budget" of "following the vote in March on the
    budget"."""
    cues = list(_NOMINAL.finditer(text, start, at.start))
    if not cues:
        return None
    first = cues[-1].end()
    words = LEAD_IN.sub("", text[first : at.start])
    if not words.strip() or _NO_HAPPENING.search(words) or verbs(text, first, first + len(words)):
        return None
    comma = text.find(",", at.end, end)
    last = end if comma < 0 else comma
    return Clause((trimmed(text, first, at.end if verbs(text, at.end, last) else last),))


def tells(words: str) -> bool:
    """Whether words tell of something: they have a verb, or a noun with what belongs to it ("protests in Bamako"). A
    dateline ("PARIS, (AFP)") has names and marks alone, and "the disputed vote" only names."""
    if _SMALL.search(words) is None:
        return False
    has_verb = verbs(words, 0, len(words)) > 0
    if not has_verb and _ROW.search(words):
        return False
    if has_verb or _COMPLEMENT.search(words):
        return True
    return len(words.split()) > (_BARE_WORDS if DETERMINED.match(words) else 1)


def status(text: str, sentence: Span, clause: Clause, at: Span, *, past: bool) -> EventStatus:
    """Whether the clause tells of what has happened, what is planned, or what may happen.

    ``past`` says that the date is over: what was to be, or lasted "until 2021", is then no plan any more.
    """
    words = clause.span.of(text)
    before = text[max(sentence.start, clause.span.start - _REACH) : clause.span.start]
    if _MAY.search(words) or _IF.match(words) or re.search(r"\b(?:if|unless)\s+\Z", before, re.IGNORECASE):
        return "conditional"
    if _WOULD.search(words) and _IF.search(before + words):
        return "conditional"
    if past:
        return "reported"
    ahead = direction(text, clause.span, at) > 0 or _BY.search(text, sentence.start, at.start) is not None
    return "planned" if ahead else "reported"

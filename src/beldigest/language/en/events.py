"""The clause of an English sentence that a date belongs to, and how that clause reads without it.

A clause ends at a mark of punctuation or a conjunction that a verb group follows (Quirk et al. 1985, chapter 14). No
parse is made: a boundary counts only where both sides of it have a verb of their own, and the new side a subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from beldigest.language.en.dates.tense import direction, first_verb, is_verb, verbs
from beldigest.model import EventStatus, Span

#: How far around a date its clause is looked for, in characters.
_REACH = 1500
#: Words of the longest stretch before a relative clause that can be its subject as a whole.
_SUBJECT_WORDS = 6

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
#: Words that only introduce a date, right before it; "over" does before "the weekend", and else belongs to its verb.
_LEAD_IN = re.compile(
    r"(?:\b(?:on or (?:about|around|before|after)|or|on|in|at|by|since|until|till|from|during|before|after|through|"
    r"throughout|of|for|between|around|about|as of|as (?:early|late) as|between now and|early|late|later|earlier|"
    r"effective|starting|beginning|dated|end|mid)[\s-]+){1,3}"
    r"\Z",
    re.IGNORECASE,
)
_OVER = re.compile(r"\bover\s+\Z", re.IGNORECASE)
#: A relative clause that says nothing but when: "a visit | that ended on May 9".
_ONLY_WHEN = re.compile(r",?\s+(?:that|which)\s+(?:(?:was|were|is|are|will)\s+)?[a-z]+\s*\Z")
_DETERMINER = re.compile(
    r"(?:\b(?:the|a|an|its|his|her|their|our|my|this|that|these|those)|['’]s)\s+(?:[a-z-]+\s+)?\Z", re.IGNORECASE
)
_NOUN = re.compile(
    r"[\s-]+(?!(?:and|or|but|to|in|on|at|by|for|from|with|as|of|after|before|when|while|that|which|who|has|had|have|is|are|"
    r"was|were|will|would|said)\b)[^\W\d_]"
)
#: "eased to 38% from 39% in": the number of another time, and when that was.
_COMPARED_NUMBER = re.compile(
    r"\b(?:from|against|after)\s+(?:(?:about|around|only|just|an?)\s+)*[$€£]?\d\S*\s+(?:(?!to\b|until\b|on\b)\S+\s+){0,3}\Z",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:than|as (?:many|much|few|little|high|low|large) as|"
    r"compared (?:to|with)|in contrast to|unlike|versus|vs\.?|up from|down from)\s+"
    r"(?:\S+\s+){0,3}(?:(?:in|on|at|during|for|of)\s+)?\Z",
    re.IGNORECASE,
)
_IF = re.compile(r"\b(?:if|unless|in case|provided that)\b", re.IGNORECASE)
_MAY = re.compile(r"\b(?:could|might|may)\b(?!\s+\d)")
_WOULD = re.compile(r"\bwould\b")
#: Pronouns of persons; "it" goes back to things and thoughts as often as to anybody.
_PRONOUN = re.compile(r"\b(?:he|him|she|they|them|(?P<possessive>his|their)|(?P<her>her))\b", re.IGNORECASE)
#: "PORT OSTRAND, March 12 (Halm) – ".
#: What measures how long before or after, in front of the conjunction.
_MEASURED = re.compile(
    r"(?:,\s*|\b(?:\d+|an?|the|one|two|three|four|five|six|seven|eight|nine|ten|several|few|many)\s+)"
    r"(?:minute|hour|day|night|week|month|year)s?\Z|\b(?:long|shortly|soon|just|even|only)\Z",
    re.IGNORECASE,
)
_PHRASE_END = re.compile(r"[,:]\s")
#: Short forms of four letters and more, whose full stop ends no sentence.
_SHORTENED = re.compile(r"\b(?:prof|corp|sept|capt|dept|bros|univ|asst|govt|messrs|lieut)\Z", re.IGNORECASE)
#: "the financial year | that begins in April": what says which period is meant.
_DEFINED = re.compile(r"\s+(?:that|which)\s+(?:begins?|began|ends?|ended|starts?|started|runs?|ran|was|is|will)\b")
_PLURAL_VERB = re.compile(r"(?:were|are|have)\b")
_JOINED_NAME = re.compile(r"(?:,|,?\s+and|,?\s+or)\s+\Z")
_BY = re.compile(r"\bby\s+(?:the end of\s+|end-|mid-|late\s+|early\s+)?\Z", re.IGNORECASE)
_DATELINE = re.compile(
    r"[^\W\d_a-z]{2}[^a-z,(–—]{0,40}(?:,[^–—]{0,60}?)?(?:\s*\([^)]{1,30}\))?\s*(?:–|—|--|_|(?<=\s)-)\s+"
)
_LISTED = re.compile(r"(?:,\s*)?(?:\s*(?:and|or))?\s*")
_SMALL = re.compile(r"\b[a-z]{2,}\b")
#: What a noun that names a happening has with it: "the vote | on the budget", "the mayor's | arrest".
_COMPLEMENT = re.compile(
    r"\s(?:of|on|in|at|for|against|over|with|between|to|by|from|near|outside|across|into)\s|['’]s?\s"
)
_DETERMINED = re.compile(r"(?:the|a|an|this|that|these|those|his|her|its|their|our)\s", re.IGNORECASE)
#: The noun group at the end of a stretch: "commented on | the ruling".
_LAST_NOUN = re.compile(
    r"\b(?:the|an?|his|her|its|their|this|that|these|those)\s+(?:[^\W\d_][\w’'-]*\s+){0,4}[\w’'-]+\Z", re.IGNORECASE
)
#: "Ann Lee | , a cook at the Halm Centre": an apposition behind a name.
_APPOSITION = re.compile(r",\s+(?:an?|the|one of|his|her|its|their|former|then|[a-z]+)\s[^,;]*\Z")
_SUBJECT_PRONOUN = re.compile(r"\b(?:it|he|she|they|both)\b(?!['’]s)", re.IGNORECASE)
_IT = re.compile(r"(?:it|they|this|both)\Z", re.IGNORECASE)
_SMALL_NOUN = re.compile(r"[\s-]+([a-z]{3,})\b")
#: Where a noun group begins, and what follows on one.
_PREPOSED = re.compile(r"(?:\A|[,;:–—(]\s*|\b(?:and|or|of|for|with|to|into|about|the)\s+)\Z")
_GROUP_END = re.compile(r"\s*(?:[,.;:]|\Z)|\s+(?:and|or|by|to|from|of|for|at)\s")
#: A day or month that only says which one of its kind a noun names: "Sunday | pay".
_BARE = re.compile(r"[^\W\d_]+\Z")
_MARKS = " ;–—"
#: The mark behind a date that opens a line or a bracket: "9 May: | the parade", "(3 March, | after a year)".
_SET_OFF = re.compile(r"\s*(?:[,;:]|[–—](?=\s))\s*")
_WORD = re.compile(r"\s*([^\W\d_]+)")
_UNTIL = re.compile(r"\b(?:until|till)\s+\Z", re.IGNORECASE)
_ADVERBS = frozenset(("also", "now", "then", "still", "soon", "later", "not"))
#: Words of a determined noun group that names a happening and tells nothing of it.
_BARE_WORDS = 3
#: Characters of a noun group before a relative clause, and words of one that begins with its determiner.
_GROUP, _GROUP_WORDS = 80, 14


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


def attributive(text: str, sentence: Span, at: Span) -> bool:
    """Whether a date is of no happening: it tells apart what a noun names ("the 2020 elections"), or what something is
    compared with, or stands in a dateline."""
    dateline = _DATELINE.match(text, sentence.start, sentence.end)
    if dateline is not None and at.start < dateline.end():
        return True
    before = text[max(sentence.start, at.start - 60) : at.start]
    if _DEFINED.match(text, at.end, sentence.end) is not None:
        return True
    if (
        _COMPARED.search(before)
        or _COMPARED_NUMBER.search(before)
        or _tells_apart(text, sentence, at)
        or (before.endswith("-") and _LEAD_IN.search(before) is None)
        or text.startswith(("'s ", "’s "), at.end)
    ):
        return True
    return _DETERMINER.search(before) is not None and _NOUN.match(text, at.end, sentence.end) is not None


def _tells_apart(text: str, sentence: Span, at: Span) -> bool:
    """Whether a bare word of time says which one of its kind the noun behind it names: "Sunday pay rose"."""
    if _BARE.match(at.of(text)) is None or _LEAD_IN.search(text, sentence.start, at.start) is not None:
        return False
    noun = _SMALL_NOUN.match(text, at.end, sentence.end)
    if noun is None or _NOUN.match(text, at.end, sentence.end) is None:
        return False
    if _PREPOSED.search(text[sentence.start : at.start]) is None and (
        verbs(text, sentence.start, at.start) == 0 or _GROUP_END.match(text, noun.end(), sentence.end) is None
    ):
        return False
    return not is_verb(noun[1]) and not noun[1].endswith(("ed", "ly", "ing"))


def clause(text: str, sentence: Span, at: Span, dates: Sequence[Span]) -> Clause:
    """The clause of ``sentence`` in which the date ``at`` stands; ``dates`` are all those of the sentence."""
    dateline = _DATELINE.match(text, sentence.start, sentence.end)
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
        return Clause((_trimmed(text, start, end if comma < 0 else comma),), antecedent=antecedent)
    if inserted is not None:
        return Clause((_trimmed(text, start, inserted.start), _trimmed(text, inserted.end, end)))
    found = _named_happening(text, start, end, at) or _inserted(text, start, end, at)
    return found or _headed(text, sentence, Clause((_trimmed(text, start, end),)))


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


def subject_of(text: str, stretch: Span) -> Span | None:
    """The subject of a clause: the noun group that stands before its first verb, where it is short and a whole."""
    pronoun = _SUBJECT_PRONOUN.match(text, stretch.start, stretch.end)
    if pronoun is not None:
        return Span(*pronoun.span())
    verb = first_verb(text, stretch.start, stretch.end)
    if verb is None or verb == stretch.start:
        return None
    found = _trimmed(text, stretch.start, verb)
    words = found.of(text).split()
    while words and (words[-1].endswith("ly") or words[-1] in _ADVERBS):
        found = _trimmed(text, found.start, found.end - len(words.pop()))
    return found if 0 < len(words) <= _SUBJECT_WORDS and "," not in found.of(text) else None


def _parts(text: str, boundary: re.Match[str], start: int, end: int) -> bool:
    """Whether one clause ends and another begins at a boundary; ``start`` is where the first one began."""
    if boundary["relative"]:
        return True
    following = _BOUNDARY.search(text, boundary.end(), end)
    last = following.start() if following else end
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
    return _SUBJECT_PRONOUN.match(text, start, end) is not None or verbs(text, start, end) > 0


def _in_quotation(text: str, start: int, boundary: re.Match[str]) -> bool:
    words = text[start : boundary.start()]
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1


def _fronted(text: str, sentence: Span, at: Span) -> Clause | None:
    """ "Signed on May 3 and ratified in June, the treaty ...": the participle of the date, and the main clause."""
    opening = _OPENING_PARTICIPLE.match(text, sentence.start)
    if opening is None or not (opening[0].endswith("ed") or is_verb(opening[0]) or _IN_EN.match(opening[0])):
        return None
    following = _WORD.match(text, opening.end(), at.start)
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
    participle = _trimmed(text, starts[index], [*ends, main][index])
    subject = subject_of(text, Span(main, sentence.end))
    if subject is not None:
        return Clause((participle,), joint=", ", subject=subject)
    return Clause((participle, _trimmed(text, main, sentence.end)), joint=", ")


def _inserted(text: str, start: int, end: int, at: Span) -> Clause | None:
    """ "The law, passed in 2019, bans ...": the noun group and the participle of the date."""
    for inserted in _INSERTED_PARTICIPLE.finditer(text, start, at.start):
        closing = re.compile(r",|\s[–—]").search(text, at.end, end)
        between = text[inserted.end() : at.start]
        if closing is None or re.search(r",|\s[–—]\s", between) or verbs(text, start, inserted.start()):
            continue
        noun = _trimmed(text, start, inserted.start())
        if 0 < len(noun.of(text).split()) <= _SUBJECT_WORDS:
            return Clause((noun, _trimmed(text, inserted.start("start"), closing.start())))
    return None


def _named_happening(text: str, start: int, end: int, at: Span) -> Clause | None:
    """The noun group that a date is said of: "the vote | on the budget" of "following the vote in March on the
    budget"."""
    cues = list(_NOMINAL.finditer(text, start, at.start))
    if not cues:
        return None
    first = cues[-1].end()
    words = _LEAD_IN.sub("", text[first : at.start])
    if not words.strip() or _NO_HAPPENING.search(words) or verbs(text, first, first + len(words)):
        return None
    comma = text.find(",", at.end, end)
    last = end if comma < 0 else comma
    return Clause((_trimmed(text, first, at.end if verbs(text, at.end, last) else last),))


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)


def coordinated(text: str, at: Span, dates: Sequence[Span]) -> Span:
    """A date with those that it stands in a list with: "in the late 1980s and early 1990s"."""
    for date in dates:
        if date.start >= at.end and _LISTED.fullmatch(text, at.end, date.start):
            at = Span(at.start, date.end)
    for date in reversed(dates):
        if date.end <= at.start and _LISTED.fullmatch(text, date.end, at.start):
            at = Span(date.start, at.end)
    return at


def tells(words: str) -> bool:
    """Whether words tell of something: they have a verb, or a noun with what belongs to it ("protests in Bamako"). A
    dateline ("PARIS, (AFP)") has names and marks alone, and "the disputed vote" only names."""
    if _SMALL.search(words) is None:
        return False
    if verbs(words, 0, len(words)) or _COMPLEMENT.search(words):
        return True
    return len(words.split()) > (_BARE_WORDS if _DETERMINED.match(words) else 1)


def is_it(words: str) -> bool:
    """Whether words are a pronoun of things, which goes back to the subject of the sentence before."""
    return _IT.match(words) is not None


def appositive(text: str, antecedent: Span) -> Span | None:
    """What an apposition at the end of a stretch is said of: "Ann Lee" of "Ann Lee, a cook at the Halm Centre"."""
    found = _APPOSITION.search(text, antecedent.start, antecedent.end)
    return None if found is None else Span(antecedent.start, found.start())


def whole_subject(text: str, antecedent: Span) -> Span | None:
    """The stretch before a relative clause, if it is a noun group and nothing else; or the noun group at its end."""
    verbless = not verbs(text, antecedent.start, antecedent.end)
    limit = _GROUP_WORDS if _DETERMINED.match(text, antecedent.start) else _SUBJECT_WORDS
    if verbless and len(antecedent.of(text).split()) <= limit:
        return _trimmed(text, antecedent.start, antecedent.end)
    start = max(antecedent.start, antecedent.end - _GROUP)
    last = list(_LAST_NOUN.finditer(text, start, antecedent.end))
    return Span(last[-1].start(), antecedent.end) if last else None


def is_thing(text: str, clause: Clause) -> bool:
    """Whether a relative clause is about a noun group as a whole, of which a name may be only the end: "The war between
    A and B, which began"."""
    antecedent = clause.antecedent
    if antecedent is None or not text.startswith("which", _skip(text, antecedent.end)):
        return False
    return _DETERMINED.match(text, antecedent.start) is not None and not verbs(text, antecedent.start, antecedent.end)


def _skip(text: str, at: int) -> int:
    """Behind the comma and the space that stand before a relative pronoun."""
    found = re.compile(r"[,\s]*").match(text, at)
    return found.end() if found else at


def joins_names(text: str, clause: Clause, start: int, names: Sequence[Span]) -> int:
    """Where the names begin that a plural verb of a relative clause is said of: "A, B and C, who were held"."""
    if clause.antecedent is None or _PLURAL_VERB.match(text, clause.pieces[0].start) is None:
        return start
    for name in reversed(names):
        if name.end <= start and _JOINED_NAME.fullmatch(text, name.end, start) is not None:
            start = name.start
    return start


def without(text: str, clause: Clause, at: Span) -> list[Span]:
    """The pieces of a clause without a date and what only introduces it or sets it off: prepositions, the brackets
    that hold nothing else, the colon behind it, and of its commas all but one."""
    found: list[Span] = []
    for piece in clause.pieces:
        if not piece.overlaps(at):
            found.append(piece)
            continue
        lead = _LEAD_IN.search(text, piece.start, at.start)
        if lead is None and text.startswith("the ", at.start):
            lead = _OVER.search(text, piece.start, at.start)
        cut = lead.start() if lead else max(at.start, piece.start)
        if only_when := _ONLY_WHEN.search(text[piece.start : cut].rstrip()):
            cut = piece.start + only_when.start()
        rest = min(at.end, piece.end)
        head = text[piece.start : cut].rstrip()
        if head.endswith("("):
            if text.startswith(")", rest):
                head, rest = head[:-1].rstrip(), rest + 1
            elif (gap := _SET_OFF.match(text, rest, piece.end)) is not None:
                rest = gap.end()
        elif text.startswith(")", rest) and head.endswith((",", ";")):
            head = head[:-1].rstrip()
        if not head and (gap := _SET_OFF.match(text, rest, piece.end)) is not None:
            rest = gap.end()
        elif head.endswith(",") and text.startswith(",", rest):
            rest += 1
            word = _WORD.match(text, rest, piece.end)
            if word is not None and is_verb(word[1]):
                head = head[:-1]  # "National Day, 2 September, will be": between a subject and its verb
        tail = text[rest : piece.end].lstrip()
        found += [Span(piece.start, piece.start + len(head))] if head else []
        found += [Span(piece.end - len(tail), piece.end)] if tail else []
    return found


def status(text: str, sentence: Span, clause: Clause, at: Span, *, past: bool) -> EventStatus:
    """Whether the clause tells of what has happened, what is planned, or what may happen.

    ``past`` says that the date is over: what was "until 2021" then has happened, and what is "until May" will go on.
    """
    words = clause.span.of(text)
    before = text[max(sentence.start, clause.span.start - _REACH) : clause.span.start]
    if _MAY.search(words) or _IF.match(words) or re.search(r"\b(?:if|unless)\s+\Z", before, re.IGNORECASE):
        return "conditional"
    if _WOULD.search(words) and _IF.search(before + words):
        return "conditional"
    ahead = direction(text, clause.span, at) > 0
    if past:
        ahead = ahead and _UNTIL.search(text, sentence.start, at.start) is None
    else:
        ahead = ahead or _BY.search(text, sentence.start, at.start) is not None
    return "planned" if ahead else "reported"


def pronouns(text: str, span: Span) -> list[tuple[Span, bool]]:
    """The personal pronouns of a stretch, each with whether it is possessive."""
    found = []
    for match in _PRONOUN.finditer(text, span.start, span.end):
        her = match["her"] is not None and re.match(r"\s+[a-z]", text[match.end() : span.end]) is not None
        found.append((Span(*match.span()), match["possessive"] is not None or her))
    return found


def possessive(name: str) -> str:
    """The genitive of a name."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"

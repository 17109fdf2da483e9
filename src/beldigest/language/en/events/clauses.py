"""The clause of an English sentence that a date belongs to, and how that clause reads without it.

A clause ends at a mark of punctuation or a conjunction that a clause with a verb of its own follows (Quirk et al., A
Comprehensive Grammar of the English Language, 1985, chapters 14 and 17). No parse is made: a boundary counts only where
both sides of it have a verb of their own, and the new side a subject.
"""

from __future__ import annotations

import re

from attrs import frozen

from beldigest.language.en.citations.words import DETERMINER, POSSESSIVE
from beldigest.language.en.events.adjuncts import DATELINE, WORD, adjunct
from beldigest.language.en.events.connectives import behind
from beldigest.language.en.events.happenings import happening
from beldigest.language.en.events.sentence import Sentence
from beldigest.language.en.events.subjects import SUBJECT_PRONOUN, SUBJECT_WORDS, noun_group, subject_of, trimmed
from beldigest.language.en.events.verbs import VerbGroup, is_base, is_finite_word, is_participle
from beldigest.model import Span

_SUBORDINATORS = "while|whereas|although|though|after|before|when|because|as|since|once|until"
#: Where another clause may begin: the mark or word, which the new clause does not keep.
_BOUNDARY = re.compile(
    r"(?P<mark>;)\s+|\s(?:[–—]|--)\s|(?P<colon>:)\s+"
    rf"|(?:,\s+|\s)(?P<subordinator>{_SUBORDINATORS})\s+(?=\S)"
    r"|(?P<comma>,)?\s+(?P<relative>who|which|that|where|whose|whom)\s+"
    r"|,?\s+(?P<coordinator>and|but|so|yet|nor|then)\s+(?=\S)"
    r"|(?<=(?-i:[A-Za-z][a-z]{3}))(?P<stop>\.)\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_OPENING_SUBORDINATOR = re.compile(rf"(?:{_SUBORDINATORS})\s+", re.IGNORECASE)
_OPENING_WORD = re.compile(r"[A-Z][a-z]+\b")
_JOINED_PARTICIPLE = re.compile(r"(?:,\s+|\s)and\s+(?P<start>[a-z]+)\b")
_INSERTED_PARTICIPLE = re.compile(r"(?:,\s+|\s[–—]\s)(?P<start>[a-z]+)\b")
#: What measures how long before or after, in front of the conjunction.
_MEASURED = re.compile(
    r"(?:,\s*|\b(?:\d+|an?|the|one|two|three|four|five|six|seven|eight|nine|ten|several|few|many)\s+)"
    r"(?:minute|hour|day|night|week|month|year)s?\Z|\b(?:long|shortly|soon|just|even|only)\Z",
    re.IGNORECASE,
)
_PHRASE_END = re.compile(r"[,:]\s")
#: Short forms of four letters and more, whose full stop ends no sentence.
_SHORTENED = re.compile(r"\b(?:prof|corp|sept|capt|dept|bros|univ|asst|govt|messrs|lieut)\Z", re.IGNORECASE)
#: Years of a life or a term in office, behind a name.
_LIFE = re.compile(r"\s*(?:c\.\s*)?\d{3,4}\s*[–—-]\s*(?:\d{2,4})?\s*")
_BORN = re.compile(r"\s*(?:(?P<participle>[a-z]+)\b|b\.|d\.)")
#: Verbs that say when something begins or ends.
_LIMIT = re.compile(r"(?:end|began|begin|start|open|clos|conclud|finish|run|ran|expir)")
#: "in a letter sent on Monday, he said": the noun tells where or how the verb happened, on the same day.
_CIRCUMSTANCE = re.compile(r"\b(?:in|at|during|on|by|with)\s+\Z", re.IGNORECASE)
_WITH = re.compile(r",?\s+with\s+(?=\S)")
#: How far behind an opening bracket a date can stand, and how many characters a verb can be from its conjunction.
_BRACKET = 200


@frozen
class Clause:
    """The words that tell of a happening: pieces of the text in reading order, and what to put between them.

    ``antecedent`` is the stretch before a relative clause, at whose end the clause's subject stands; ``subject`` is the
    subject where it stands elsewhere. A clause that is ``headless`` has none that was found. One that is ``nominal``
    has no verb, but a noun that names the happening. ``keeps_date`` says that the words make no sense without the date.
    """

    pieces: tuple[Span, ...]
    joint: str = " "
    antecedent: Span | None = None
    subject: Span | None = None
    headless: bool = False
    nominal: bool = False
    keeps_date: bool = False

    @property
    def span(self) -> Span:
        """From the first to the last character."""
        return Span(self.pieces[0].start, self.pieces[-1].end)


def clause(sentence: Sentence, at: Span) -> Clause:
    """The clause of a sentence in which the date ``at`` stands."""
    text = sentence.text
    dateline = DATELINE.match(text, sentence.span.start, sentence.span.end)
    begin = sentence.span.start if dateline is None else dateline.end()
    whole = Span(min(behind(text, begin, sentence.span.end), at.start), sentence.span.end)
    return (
        _bracketed(sentence, whole, at)
        or _fronted(sentence, whole, at)
        or _opening(sentence, whole, at)
        or _bounded(sentence, whole, at)
    )


def _bracketed(sentence: Sentence, whole: Span, at: Span) -> Clause | None:
    """ "Ann Lee (born 3 May 1960)": the noun group and what the brackets say of it."""
    text = sentence.text
    start = text.rfind("(", max(whole.start, at.start - _BRACKET), at.start) + 1
    end = text.find(")", at.end, min(whole.end, at.end + _BRACKET))
    if start == 0 or end < 0 or ")" in text[start : at.start]:
        return None
    if _LIFE.fullmatch(text, start, end):
        return Clause((Span(start, end),), headless=True)
    if sentence.text[start].isupper() or not text[start : adjunct(text, Span(start, end), at).start].strip():
        return None
    inside = re.compile(r"[;,)]").search(text, at.end, end + 1)
    opening = _BORN.match(text, start, end)
    noun = noun_group(sentence, start - 1)
    if opening is None or noun is None or (opening["participle"] and not is_participle(opening["participle"])):
        return None
    return Clause((noun, trimmed(text, start, inside.start() if inside else end)))


def _fronted(sentence: Sentence, whole: Span, at: Span) -> Clause | None:
    """ "Signed on May 3 and ratified in June, the treaty ...": the participle of the date, and the subject."""
    text = sentence.text
    opening = _OPENING_WORD.match(text, whole.start)
    if opening is None or not is_participle(opening[0]):
        return None
    following = WORD.match(text, opening.end(), at.start)
    if following is not None and (is_finite_word(following[1]) or following[1][0].isupper()):
        return None  # "Mohammed was", "Alfred Orlik"
    starts, ends = [whole.start], []
    main = None
    for comma in re.finditer(r",\s+|\sand\s", whole.of(text)):
        position, after = whole.start + comma.start(), whole.start + comma.end()
        joined = _JOINED_PARTICIPLE.match(text, position, whole.end)
        if joined is not None and is_participle(joined["start"]):
            ends.append(position)
            starts.append(joined.start("start"))
        elif text[position] == "," and re.match(r"\d{4}\b|and\s", text[after : after + 5]) is None:
            main = after
            break
    if main is None or at.start >= main:
        return None
    index = max(index for index, start in enumerate(starts) if start <= at.start)
    participle = trimmed(text, starts[index], [*ends, main - 1][index])
    subject = subject_of(sentence, Span(main, whole.end))
    if subject is not None:
        return Clause((participle,), subject=subject)
    return Clause((participle, trimmed(text, main, whole.end)), joint=", ")


def _opening(sentence: Sentence, whole: Span, at: Span) -> Clause | None:
    """ "When the mine closed in 1998, the town ...": the subordinate clause that opens a sentence."""
    text = sentence.text
    opening = _OPENING_SUBORDINATOR.match(text, whole.start, whole.end)
    if opening is None or opening.end() > at.start:
        return None
    comma = _comma(sentence, at.end, whole.end)
    if comma is None or not sentence.finite(comma, whole.end):
        return None
    finite = sentence.finite(opening.end(), comma)
    if not finite or sentence.start(finite[0]) <= opening.end() or _is_unfinished(sentence, finite[-1], at, comma):
        return None
    start = Span(opening.end(), comma)
    return _bounded(sentence, start, at)


def _comma(sentence: Sentence, start: int, end: int) -> int | None:
    """The first comma of a stretch that is no part of a date."""
    comma = sentence.text.find(",", start, end)
    return None if comma < 0 else comma


def _is_unfinished(sentence: Sentence, verb: VerbGroup, at: Span, end: int) -> bool:
    """Whether a clause of comparison leaves out what its verb would take: "as he proposed on Thursday"."""
    text = sentence.text
    start = adjunct(text, sentence.span, at).start
    opened = text[max(0, sentence.start(verb) - 80) : sentence.start(verb)]
    return (
        re.search(r"\bas\s+[^,;]*\Z", opened, re.IGNORECASE) is not None
        and not verb.passive
        and not text[sentence.end(verb) : start].strip()
        and not text[at.end : end].strip(" ,.;")
        and sentence.takes_object(verb)
    )


def _bounded(sentence: Sentence, whole: Span, at: Span) -> Clause:
    """The clause between the boundaries around a date."""
    text = sentence.text
    start, end = whole.start, whole.end
    antecedent: Span | None = None
    inserted: Span | None = None
    whole_relative = False
    shared: Span | None = None
    for boundary in _BOUNDARY.finditer(text, whole.start, whole.end):
        gap = Span(*boundary.span())
        if any(gap.overlaps(date) for date in sentence.dates) or sentence.is_aside(gap) or sentence.is_said(gap):
            continue
        if gap.end <= at.start:
            if inserted is not None and gap.start < inserted.end:
                continue
            if boundary["relative"]:
                role = _relative(sentence, boundary, start, at)
                if role is None:
                    continue
                closed = _closed(sentence, boundary, at.start)
                if closed is not None:
                    inserted = Span(gap.start, closed) if boundary["comma"] else inserted
                    continue
                antecedent, inserted, shared = Span(start, gap.start), None, None
                whole_relative = role == "object"
                start = gap.end
            elif _joins_verbs(sentence, boundary, start, whole.end, at):
                shared = subject_of(sentence, Span(start, gap.start)) or shared
                if shared is not None:
                    start = gap.end
            elif _parts(sentence, boundary, start, whole.end, at):
                antecedent, inserted, shared, whole_relative = None, None, None, False
                start = gap.end
        elif gap.start >= at.end and not boundary["relative"]:
            parts = _joins_verbs(sentence, boundary, start, whole.end, at)
            if parts or _parts(sentence, boundary, start, whole.end, at):
                end = gap.start
                break
    start = min(behind(text, start, end), at.start)
    if antecedent is not None:
        closing = _closing(sentence, start, at.end, end)
        if whole_relative:
            word = re.compile(r",?\s*").match(text, antecedent.end)
            pronoun = word.end() if word else antecedent.end
            joint = ", " if text.startswith(",", antecedent.end) else " "
            return Clause((trimmed(text, pronoun, closing),), joint=joint, antecedent=antecedent)
        return Clause((trimmed(text, start, closing),), antecedent=antecedent)
    if inserted is not None and inserted.start > start:
        return Clause((trimmed(text, start, inserted.start), trimmed(text, inserted.end, end)))
    if shared is not None:
        return Clause((trimmed(text, start, end),), subject=shared)
    return _narrowed(sentence, whole, trimmed(text, start, end), at)


def _narrowed(sentence: Sentence, whole: Span, piece: Span, at: Span) -> Clause:
    """The part of a clause that a date belongs to: a noun that names a happening, or a noun with its participle."""
    text = sentence.text
    found = happening(sentence, piece, at)
    if found is not None:
        return Clause((found,), nominal=True)
    return (
        _reduced(sentence, piece, at)
        or _inserted(sentence, piece, at)
        or _absolute(sentence, piece, at)
        or _headed(sentence, whole, Clause((_without_copula(sentence, piece, at),)), at)
        or Clause((trimmed(text, piece.start, piece.end),))
    )


def _relative(sentence: Sentence, boundary: re.Match[str], start: int, at: Span) -> str | None:
    """What a relative pronoun is in its clause, ``subject`` or ``object``; None where it is a conjunction."""
    text, word = sentence.text, boundary["relative"].lower()
    finite = sentence.finite(boundary.end(), sentence.span.end)
    if not finite:
        return None
    verb = sentence.start(finite[0])
    between = sentence.shown(boundary.end(), verb)
    subject = not between or all(
        part.endswith("ly") or part in ("also", "now", "then", "never", "still", "not") for part in between
    )
    before = sentence.within(start, boundary.start())
    behind_verb = bool(before) and sentence.end(before[-1]) >= boundary.start()
    if word in ("that", "which") and subject and not boundary["comma"] and _says_when(sentence, start, finite[0]):
        return None
    if word == "that":
        if behind_verb or not subject or not text[: boundary.start()][-1:].isalnum():
            return None
        return "subject"
    if behind_verb and not boundary["comma"]:
        return None  # "said who was", "knows where"
    if word in ("where", "whose", "whom"):
        return "object"
    return "subject" if subject else "object"


def _says_when(sentence: Sentence, start: int, verb: VerbGroup) -> bool:
    """Whether a relative clause tells no more than when what its host tells of began or ended: "paid a visit | that
    ended on May 9"."""
    host = sentence.within(start, sentence.start(verb))
    if not host or host[-1].form != "finite" or _LIMIT.match(sentence.words.low[verb.verb]) is None:
        return False
    return sentence.ends_at(verb.end)


def _closed(sentence: Sentence, boundary: re.Match[str], limit: int) -> int | None:
    """Where a relative clause ends before an offset: at the comma before a verb that is not its own ("The strike, which
    began in March, | ended"), or before the second verb where no comma opens it."""
    finite = sentence.finite(boundary.end(), sentence.span.end)
    for group in finite[1:]:
        begin = sentence.start(group)
        if begin > limit:
            # A date between the comma and the verb belongs to the verb: "which began in March, on Monday ended".
            if boundary["comma"] and not sentence.shown(limit, begin):
                comma = sentence.text.rfind(",", boundary.end(), limit)
                return comma + 1 if comma > 0 and not sentence.shown(comma + 1, limit) else None
            return None
        comma = sentence.text.rfind(",", boundary.end(), begin)
        if boundary["comma"]:
            if comma < 0 or sentence.linked(comma, begin) or comma < sentence.end(finite[0]):
                continue
            subject = noun_group(sentence, begin)
            if not sentence.shown(comma + 1, subject.start if subject else begin):
                return comma + 1
        elif not sentence.linked(sentence.end(finite[0]), begin):
            return begin
    return None


def _closing(sentence: Sentence, start: int, at: int, end: int) -> int:
    """Where a relative clause ends that holds a date: at the comma behind it, or before the verb of its host."""
    comma = _comma(sentence, at, end)
    finite = sentence.finite(start, end)
    if (
        len(finite) > 1
        and sentence.start(finite[1]) >= at
        and not sentence.linked(sentence.end(finite[0]), sentence.start(finite[1]))
    ):
        host = sentence.start(finite[1])
        return host if comma is None else min(comma, host)
    return end if comma is None else comma


def _joins_verbs(sentence: Sentence, boundary: re.Match[str], start: int, end: int, at: Span) -> bool:
    """Whether a conjunction joins two verbs of one subject that each have a date of their own: "signed the deal in 2015
    | and renewed it in 2020"."""
    if boundary["coordinator"] is None:
        return False
    following = sentence.finite(boundary.end(), end)
    if not following or sentence.shown(boundary.end(), sentence.start(following[0])):
        return False
    before = sentence.finite(start, boundary.start())
    later = sentence.finite(sentence.end(following[0]), end)
    last = sentence.start(later[0]) if later else end
    return (
        bool(before)
        and any(sentence.start(before[-1]) < date.start < boundary.start() for date in sentence.dates)
        and any(boundary.end() <= date.start < last for date in sentence.dates)
    )


def _parts(sentence: Sentence, boundary: re.Match[str], start: int, end: int, at: Span) -> bool:
    """Whether one clause ends and another begins at a boundary; ``start`` is where the first one began."""
    text = sentence.text
    following = next((found for found in _BOUNDARY.finditer(text, boundary.end(), end) if not found["relative"]), None)
    last = end if following is None else following.start()
    if boundary["subordinator"]:
        if text[boundary.start()] != "," and _MEASURED.search(
            text, max(start, boundary.start() - 30), boundary.start()
        ):
            return False  # "three days | after": a measure of the same clause
        mark = _PHRASE_END.search(text, boundary.end(), last)
        last = mark.start() if mark else last  # "before the elections, he said": a phrase
    if boundary["stop"] and _SHORTENED.search(text, max(start, boundary.start() - 10), boundary.start()):
        return False
    if boundary["subordinator"] and text[boundary.end()] in "“\"'‘„«":
        return False  # "described it as “a farce”"
    if boundary["colon"] and re.search(
        r"\d[\d.,]*(?:\s\w+)?\Z", text[max(start, boundary.start() - 30) : boundary.start()]
    ):
        return False  # "17.4 million: barrels exported"
    if boundary["colon"] and text[boundary.end()] in "“\"'‘„«":
        return False
    if (boundary["stop"] or boundary["colon"]) and _in_quotation(text, start, boundary.start()):
        return False
    finite = sentence.finite(boundary.end(), last)
    pronoun = SUBJECT_PRONOUN.match(text, boundary.end(), last) is not None
    if not (finite or pronoun):
        return False
    if finite and not pronoun and not sentence.shown(boundary.end(), sentence.start(finite[0])):
        return False  # a verb without a subject of its own
    if boundary["subordinator"] == "as" and _is_unfinished(
        sentence, finite[-1] if finite else sentence.groups[0], at, last
    ):
        return False
    if boundary["mark"] or boundary["colon"]:
        return True
    if not sentence.finite(start, boundary.start()) and boundary.start() > start:
        return False
    if boundary["coordinator"] and text[boundary.start()] != ",":
        # "Kenya signed on Monday and Somalia followed": without a comma only between dates
        return any(
            sentence.start(sentence.finite(start, boundary.start())[-1]) < date.start < boundary.start()
            for date in sentence.dates
        ) and any(boundary.end() <= date.start < last for date in sentence.dates)
    return True


def _in_quotation(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1


def _reduced(sentence: Sentence, piece: Span, at: Span) -> Clause | None:
    """ "the recommendations of | a national conference held in February": a noun group and its participle, in a clause
    whose verb is another."""
    text = sentence.text
    start = adjunct(text, piece, at).start
    groups = [group for group in sentence.within(piece.start, start) if sentence.end(group) <= start]
    if not groups or groups[-1].form != "participle" or not sentence.finite(piece.start, piece.end):
        return None
    participle = groups[-1]
    begin = sentence.start(participle)
    if sentence.words.tags[participle.first - 1] & (DETERMINER | POSSESSIVE):
        return None  # "the disputed vote"
    if "," in text[sentence.end(participle) : start] or text[:begin].rstrip()[-1:] in ",–—(:;":
        return None
    if is_base(sentence.words.low[participle.verb]):
        return None  # "a rate cut": a noun
    if len(groups) > 1 and sentence.governs_participle(groups[-2], participle):
        return None
    noun = noun_group(sentence, begin)
    if noun is None or noun.start < piece.start or _CIRCUMSTANCE.search(text, piece.start, noun.start):
        return None
    return Clause((Span(noun.start, _phrase_end(sentence, at.end, piece.end)),))


def _phrase_end(sentence: Sentence, at: int, end: int) -> int:
    """Where a phrase ends that holds a date: at a comma, a bracket, or the next finite verb."""
    finite = sentence.finite(at, end)
    last = sentence.start(finite[0]) if finite else end
    mark = re.compile(r"[,;:)]|\s[–—]").search(sentence.text, at, last)
    return mark.start() if mark else last


def _inserted(sentence: Sentence, piece: Span, at: Span) -> Clause | None:
    """ "The law, passed in 2019, bans ...": the noun group and the participle of the date."""
    text = sentence.text
    for inserted in _INSERTED_PARTICIPLE.finditer(text, piece.start, at.start):
        if not is_participle(inserted["start"]):
            continue
        closing = re.compile(r",|\s[–—]").search(text, at.end, piece.end)
        between = text[inserted.end() : at.start]
        if re.search(r",|\s[–—]\s", between) or sentence.finite(inserted.start("start"), at.start):
            continue
        if closing is None and not sentence.finite(piece.start, inserted.start()):
            continue
        noun = noun_group(sentence, inserted.start()) if sentence.finite(piece.start, inserted.start()) else None
        noun = noun or trimmed(text, piece.start, inserted.start())
        if 0 < len(noun.of(text).split()) <= 2 * SUBJECT_WORDS:
            return Clause((noun, trimmed(text, inserted.start("start"), closing.start() if closing else piece.end)))
    return None


def _absolute(sentence: Sentence, piece: Span, at: Span) -> Clause | None:
    """ "..., with the first troops arriving on Tuesday": a noun group and its gerund."""
    text = sentence.text
    for opening in _WITH.finditer(text, piece.start, at.start):
        groups = sentence.within(opening.end(), at.start)
        gerund = groups[0] if len(groups) == 1 and groups[0].form == "gerund" else None
        if gerund is not None and sentence.shown(opening.end(), sentence.start(gerund)):
            return Clause((Span(opening.end(), _phrase_end(sentence, at.end, piece.end)),))
    return None


def _without_copula(sentence: Sentence, piece: Span, at: Span) -> Span:
    """A clause that says no more than when something is, without its verb: "the deadline | is July 15"."""
    text = sentence.text
    finite = sentence.finite(piece.start, piece.end)
    if len(finite) != 1 or sentence.words.low[finite[0].verb] not in ("is", "are", "was", "were", "be"):
        return piece
    start = adjunct(text, piece, at).start
    if text[sentence.end(finite[0]) : start].strip(" ,") or text[at.end : piece.end].strip(" .,"):
        return piece
    return trimmed(text, piece.start, sentence.start(finite[0]))


def _headed(sentence: Sentence, whole: Span, found: Clause, at: Span) -> Clause:
    """A clause that begins with its verb, with the subject of the clause before it; or whose subject is the date."""
    piece = found.pieces[0]
    lead = adjunct(sentence.text, piece, at)
    finite = sentence.finite(piece.start, piece.end)
    if not finite or sentence.shown(piece.start, sentence.start(finite[0])):
        return found
    if lead.start <= piece.start and lead.start == at.start:
        gap = sentence.text[at.end : sentence.start(finite[0])]
        return Clause(found.pieces, keeps_date=not gap.strip(), headless=bool(gap.strip()))
    subject = subject_of(sentence, Span(whole.start, piece.start)) if piece.start > whole.start else None
    return Clause(found.pieces, subject=subject, headless=subject is None)

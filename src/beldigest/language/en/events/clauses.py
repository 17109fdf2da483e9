"""The clause of an English sentence that a date belongs to."""

from __future__ import annotations

import re

from attrs import define, evolve

from beldigest.language.en.events.adjuncts import BOUND, WHEN, WORD
from beldigest.language.en.events.boundaries import (
    BOUNDARY,
    SUBORDINATORS,
    before_host,
    closed,
    closing,
    comma,
    completes,
    is_circumstance,
    is_relative,
    is_simultaneous,
    is_unfinished,
    joins_verbs,
    parts,
    relative,
    without_that,
)
from beldigest.language.en.events.clause import Clause
from beldigest.language.en.events.connectives import behind
from beldigest.language.en.events.happenings import happening
from beldigest.language.en.events.marks import PARTING_COMMA
from beldigest.language.en.events.phrases import absolute, conjunct, free, gapped, inserted, reduced, state
from beldigest.language.en.events.sentence import Sentence
from beldigest.language.en.events.status import is_condition
from beldigest.language.en.events.subjects import noun_group, subject_of, trimmed
from beldigest.language.en.verbs.forms import is_finite_word, is_known_participle, is_participle
from beldigest.model import Span

_OPENING_SUBORDINATOR = re.compile(rf"(?:{SUBORDINATORS})\s+", re.IGNORECASE)
_PREFACE = re.compile(r"(?:after|before|since|upon)\s+[a-z]+ing\b", re.IGNORECASE)
_OPENING_WORD = re.compile(r"[A-Z][a-z]+\b")
#: "It was not until 1997 | that the firm moved"
_IT_WAS = re.compile(
    r"It (?:is|was|will be) (?:not |only )?(?:(?:in|on|at|until|during|by|since|after|before|early in|late in) )?", re.I
)
#: The conjunction behind which a clause has a subject of its own.
_BEHIND_THAT = re.compile(r"\bthat\s+\Z", re.IGNORECASE)
_CLEFT = re.compile(r"\s+that\s+")
#: Where a sentence goes on behind the participles that open it.
_MAIN = re.compile(r",\s+(?!\d{4}\b|and\s)")
_BEFORE_PRONOUN = re.compile(r",?\s*")
_IN_BRACKETS = re.compile(r"[;,)]")
#: Years of a life or a term in office, behind a name.
_LIFE = re.compile(r"\s*(?:c\.\s*)?\d{3,4}\s*[–—-]\s*(?:\d{2,4})?\s*")
_RELATIVE_SUBJECT = re.compile(r"(?:who|which)\s+")
_BORN = re.compile(r"\s*(?:(?P<participle>[a-z]+)\b|b\.|d\.)")
#: Two adjectives of one noun, right behind its determiner.
_ADJECTIVES = re.compile(r"\b(?:the|an?|its|his|her|their)\s[a-z]+,(?=\s[a-z])", re.IGNORECASE)
#: Verbs that say no more than when something was: "the law | dates from 2008".
_COPULAS = frozenset(("is", "are", "was", "were", "be"))
_DATES = frozenset(("dates", "date", "dated"))
#: How far from its bracket a date can stand, in characters.
_BRACKET = 200


def clauses(sentence: Sentence, at: Span) -> list[Clause]:
    """The clauses of a sentence that a date dates: the one in which it stands, and the one that says more of the day
    that bounds a period ("has been shut since May 3, when | the mine closed")."""
    found = [clause(sentence, at)]
    text, lead = sentence.text, sentence.adjunct(at, sentence.span)
    opening = WHEN.match(text, at.end, sentence.span.end) if BOUND.match(text, lead.start, at.start) else None
    if opening is None or sentence.is_said(Span(at.start, opening.end())):
        return found
    told = Span(opening.start("told"), opening.end())
    finite = sentence.finite(told.start, told.end)
    if finite and finite[0].tense == "past" and sentence.shown(told.start, sentence.start(finite[0])):
        found.append(Clause((trimmed(text, told.start, told.end),)))
    return found


def clause(sentence: Sentence, at: Span) -> Clause:
    """The clause of a sentence in which the date ``at`` stands."""
    text = sentence.text
    whole = Span(min(behind(text, sentence.span.start, sentence.span.end), at.start), sentence.span.end)
    cleft = _CLEFT.match(text, at.end) if _IT_WAS.fullmatch(text, whole.start, at.start) else None
    if cleft is not None:
        return Clause((trimmed(text, cleft.end(), whole.end),))
    return (
        _bracketed(sentence, whole, at)
        or _fronted(sentence, whole, at)
        or _prefaced(sentence, whole, at)
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
    if sentence.text[start].isupper() or not text[start : sentence.adjunct(at, Span(start, end)).start].strip():
        return None
    inside = _IN_BRACKETS.search(text, at.end, end + 1)
    pronoun = _RELATIVE_SUBJECT.match(text, start, at.start)
    if pronoun is not None:  # "Mali (which left the bloc in 2024)"
        host = trimmed(text, whole.start, start - 1)
        return Clause((Span(pronoun.end(), inside.start() if inside else end),), antecedent=host)
    opening = _BORN.match(text, start, end)
    noun = noun_group(sentence, start - 1)
    if opening is None or noun is None or (opening["participle"] and not is_participle(opening["participle"])):
        return None
    phrase = trimmed(text, start, inside.start() if inside else end)
    return Clause((noun, phrase), reduced=opening["participle"] is not None)


def _fronted(sentence: Sentence, whole: Span, at: Span) -> Clause | None:
    """ "Signed on May 3 and ratified in June, the treaty ...": the participle of the date, and the subject."""
    text = sentence.text
    opening = _OPENING_WORD.match(text, whole.start)
    if opening is None or not is_participle(opening[0]):
        return None
    following = WORD.match(text, opening.end(), at.start)
    named = following is not None and following[1][0].isupper() and not is_known_participle(opening[0])
    if following is not None and (is_finite_word(following[1]) or named):
        return None  # "Mohammed was", "Alfred Orlik"
    comma_behind = _MAIN.search(text, whole.start, whole.end)
    if comma_behind is None:
        return None
    main = comma_behind.end()
    verbs = sentence.finite(whole.start, main)
    if verbs and not sentence.linked(whole.start, sentence.start(verbs[0])):
        return None  # "United Halm reported a loss, citing ...": a name
    if at.start >= main:
        dated = any(whole.start <= date.start < main for date in sentence.dates)
        return _bounded(sentence, Span(main, whole.end), at) if dated else None
    participle = conjunct(sentence, Span(whole.start, comma_behind.start()), at)
    subject = subject_of(sentence, Span(main, whole.end))
    if subject is not None:
        return Clause((participle,), subject=subject, reduced=True)
    return Clause((participle, trimmed(text, main, whole.end)), joint=", ")


def _prefaced(sentence: Sentence, whole: Span, at: Span) -> Clause | None:
    """ "After visiting Lima on May 3, the envoy ...": the subject, and the phrase of the date."""
    text = sentence.text
    opening = _PREFACE.match(text, whole.start, at.start)
    end = comma(sentence, at.end, whole.end) if opening is not None else None
    if end is None or sentence.finite(whole.start, end):
        return None
    if not sentence.has_date(end, whole.end):
        return Clause((trimmed(text, whole.start, whole.end),))
    subject = subject_of(sentence, trimmed(text, end + 1, whole.end))
    return None if subject is None else Clause((Span(whole.start, end),), joint=", ", subject=subject, lasting=True)


def _opening(sentence: Sentence, whole: Span, at: Span) -> Clause | None:
    """ "When the mine closed in 1998, the town ...": the subordinate clause that opens a sentence."""
    text = sentence.text
    opening = _OPENING_SUBORDINATOR.match(text, whole.start, whole.end)
    if opening is None or opening.end() > at.start:
        return None
    end = comma(sentence, at.end, whole.end)
    if end is None or not sentence.finite(end, whole.end):
        return None
    finite = sentence.finite(opening.end(), end)
    if not finite or sentence.start(finite[0]) <= opening.end() or is_unfinished(sentence, finite[-1], at, end):
        return None
    return _bounded(sentence, Span(opening.end(), end), at)


@define
class _Stretch:
    """Where a clause begins, as far as the sentence has been read, and what of it stands before.

    ``antecedent`` is what stands before its relative pronoun, which is its ``role``, and ``fronted`` the preposition
    right before that; ``inserted`` is a relative clause
    that interrupts it; ``shared`` is the subject that its verb shares with the one before, and ``auxiliary`` what
    else it shares. It is ``subordinate`` where
    it stands behind a subordinator; the clause that it is part of, its ``host``, begins there, unless a comma opens it.
    """

    start: int
    antecedent: Span | None = None
    role: str | None = None
    fronted: Span | None = None
    inserted: Span | None = None
    shared: Span | None = None
    auxiliary: Span | None = None
    subordinate: bool = False
    host: int | None = None

    def pieces(self, rest: Span) -> tuple[Span, ...]:
        """The pieces of the clause, of which ``rest`` begins with its verb."""
        return (rest,) if self.auxiliary is None else (self.auxiliary, rest)


def _bounded(sentence: Sentence, whole: Span, at: Span) -> Clause:
    """The clause between the boundaries around a date."""
    text = sentence.text
    found, end = _Stretch(whole.start), whole.end
    for boundary in BOUNDARY.finditer(text, whole.start, whole.end):
        gap = Span(*boundary.span())
        if sentence.is_aside(gap) or sentence.is_said(gap):
            continue
        if gap.end <= at.start:
            found = _begun(sentence, boundary, found, whole, at)
        elif gap.start >= at.end and boundary["again"] and found.antecedent is not None:
            end = gap.start
            break
        elif gap.start >= at.end and not is_relative(boundary):
            if boundary["subordinator"] and is_circumstance(sentence, boundary, whole.end):
                continue
            joined = boundary["mark"] or joins_verbs(sentence, boundary, found.start, whole.end)
            if joined or parts(sentence, boundary, found.start, whole.end, at):
                end = gap.start
                break
    start = min(behind(text, found.start, end), at.start)
    start = without_that(text, Span(start, end)).start
    if found.subordinate:
        end = before_host(sentence, start, at.end, end)
    if found.antecedent is not None:
        own = Span(start, closing(sentence, start, at.end, end))
        return reduced(sentence, own, at) or _related(sentence, found, found.antecedent, own)
    if found.inserted is not None and found.inserted.start > start:
        head = trimmed(text, start, found.inserted.start)
        joint = ", " if _opens_insertion(head.of(text)) else " "
        return Clause((head, trimmed(text, found.inserted.end, end)), joint=joint)
    if found.shared is not None:
        return Clause(found.pieces(trimmed(text, start, end)), subject=found.shared)
    return _narrowed(sentence, whole, trimmed(text, start, end), at)


def _opens_insertion(words: str) -> bool:
    """Whether an insertion is open at the end of words: "Ann Lee, 52", and not "the new, open market"."""
    return (len(PARTING_COMMA.findall(words)) - len(_ADJECTIVES.findall(words))) % 2 == 1


def _begun(sentence: Sentence, boundary: re.Match[str], found: _Stretch, whole: Span, at: Span) -> _Stretch:
    """Where the clause begins, with one more boundary before its date."""
    gap = Span(*boundary.span())
    if found.inserted is not None and gap.start < found.inserted.end:
        return found
    if is_simultaneous(sentence, boundary, found.start, at):
        return found
    if is_relative(boundary):
        role = relative(sentence, boundary, found.start)
        if role is None:
            return _Stretch(gap.end) if completes(sentence, boundary, found.start, at) else found
        end = closed(sentence, boundary, at.start)
        if end is None:
            again = found.antecedent if boundary["again"] else None  # "who left in May | and who returned"
            antecedent = trimmed(sentence.text, found.start, sentence.before_dates(found.start, gap.start))
            fronted = Span(*boundary.span("fronted")) if boundary["fronted"] else None
            host = None if boundary["comma"] else found.start
            return _Stretch(gap.end, antecedent=again or antecedent, role=role, fronted=fronted, host=host)
        return evolve(found, inserted=Span(gap.start, end)) if boundary["comma"] else found
    if joins_verbs(sentence, boundary, found.start, whole.end):
        if boundary["listed"] and found.subordinate and found.host is not None:
            return _Stretch(found.host)  # "The strike, called after talks failed in May, | was suspended"
        auxiliary = sentence.shared_auxiliary(gap)
        # "cut jobs that it made in May, | and plans"
        outer = found.antecedent is not None and found.host is not None and sentence.text[gap.start] == ","
        if found.antecedent is not None and found.role == "subject" and not outer:
            return evolve(found, start=gap.end, auxiliary=auxiliary)  # "who left in May | and returned in June"
        found = _Stretch(found.host) if outer and found.host is not None else found
        shared = subject_of(sentence, Span(found.start, gap.start)) or found.shared
        return found if shared is None else evolve(found, start=gap.end, shared=shared, auxiliary=auxiliary)
    begun = found.start if found.inserted is None else found.inserted.end
    if parts(sentence, boundary, begun, whole.end, at):
        return _Stretch(gap.end, subordinate=boundary["subordinator"] is not None, host=found.start)
    return found


def _related(sentence: Sentence, found: _Stretch, antecedent: Span, span: Span) -> Clause:
    """A relative clause: without its pronoun where it is clear what that is in it ("the man | who left"), else with
    it."""
    text = sentence.text
    if found.fronted is not None:
        own = Span(span.start, span.start + len(span.of(text).rstrip(" .")))
        return Clause((own,), antecedent=antecedent, gap=own.end, fronted=found.fronted)
    if found.role in ("subject", "owner"):
        pieces = found.pieces(trimmed(text, span.start, span.end))
        return Clause(pieces, antecedent=antecedent, owner=found.role == "owner")
    gap = None if found.role == "place" else sentence.gap(span)
    if gap is not None:
        pieces = (trimmed(text, span.start, gap), trimmed(text, gap, span.end))
        return Clause(tuple(piece for piece in pieces if len(piece)), antecedent=antecedent, gap=gap)
    comma_before = _BEFORE_PRONOUN.match(text, antecedent.end)
    pronoun = comma_before.end() if comma_before else antecedent.end
    joint = ", " if text.startswith(",", antecedent.end) else " "
    return Clause((trimmed(text, pronoun, span.end),), joint=joint, antecedent=antecedent)


def _narrowed(sentence: Sentence, whole: Span, piece: Span, at: Span) -> Clause:
    """The part of a clause that a date belongs to: a noun that names a happening, or a noun with its participle."""
    text = sentence.text
    found = happening(sentence, piece, at)
    if found is not None:
        return Clause((found,), nominal=True)
    return (
        gapped(sentence, piece, at)
        or reduced(sentence, piece, at)
        or inserted(sentence, piece, at)
        or absolute(sentence, piece, at)
        or free(sentence, piece, at)
        or state(sentence, piece, at)
        or _without_copula(sentence, piece, at)
        or _headed(sentence, whole, Clause((trimmed(text, piece.start, piece.end),)), at)
    )


def _without_copula(sentence: Sentence, piece: Span, at: Span) -> Clause | None:
    """A clause that says no more than when something is, without its verb: "the deadline | is July 15"."""
    text = sentence.text
    finite = sentence.finite(piece.start, piece.end)
    verb = sentence.words.low[finite[0].verb] if len(finite) == 1 else ""
    if verb not in _COPULAS | _DATES:
        return None
    gap = text[sentence.end(finite[0]) : sentence.adjunct(at, piece).start].strip(" ,")
    if gap not in ("", "back" if verb in _DATES else "") or text[at.end : piece.end].strip(" .,"):
        return None
    return Clause((trimmed(text, piece.start, sentence.start(finite[0])),), lasting=True)


def _headed(sentence: Sentence, whole: Span, found: Clause, at: Span) -> Clause:
    """A clause that begins with its verb, with the subject of the clause before it; or whose subject is the date."""
    piece = found.pieces[0]
    lead = sentence.adjunct(at, piece)
    finite = sentence.finite(piece.start, piece.end)
    if not finite or sentence.shown(piece.start, sentence.start(finite[0])) or is_condition(sentence, piece):
        return found
    if _BEHIND_THAT.search(sentence.text, max(whole.start, piece.start - len("and that ")), piece.start):
        return found  # "and that | schools would reopen": what looks like a verb is the subject
    if lead.start <= piece.start and lead.start == at.start:
        gap = sentence.text[at.end : sentence.start(finite[0])]
        return Clause(found.pieces, keeps_date=not gap.strip(), headless=bool(gap.strip()))
    subject = subject_of(sentence, Span(whole.start, piece.start)) if piece.start > whole.start else None
    return Clause(found.pieces, subject=subject, headless=subject is None)

"""Phrases of an English clause that have a date of their own: participles, gerunds, and what a verb has several of."""

from __future__ import annotations

import re
from itertools import pairwise

from beldigest.language.en.events.attributive import attributive
from beldigest.language.en.events.clause import Clause
from beldigest.language.en.events.marks import MARK, PARTING_COMMA, last_comma
from beldigest.language.en.events.sentence import Sentence
from beldigest.language.en.events.subjects import (
    SUBJECT_WORDS,
    is_plural,
    noun_group,
    subject_of,
    trimmed,
    whole_subject,
)
from beldigest.language.en.events.words import words
from beldigest.language.en.verbs.forms import PAST, VerbGroup, ahead, forms, is_base, is_participle, pasts
from beldigest.language.en.words.classes import CAPITAL, CLOSED, DETERMINER, NUMBER, POSSESSIVE
from beldigest.model import Span

_PARTICIPLE = re.compile(r"(?:(?:first|last|once|now|also|since|then|long|[a-z]+ly)\s+)?+(?P<start>[a-z-]+)\b")
_INSERTED_PARTICIPLE = re.compile(rf"(?:,\s+|\s[–—]\s)(?P<phrase>{_PARTICIPLE.pattern})")
_JOINT = re.compile(r",?\s+(?:and|but|then|and then)\s+")
_LISTING = re.compile(r",\s+")
_CLOSING = re.compile(rf"{PARTING_COMMA.pattern}|\s[–—]")
_PHRASE_END = re.compile(rf"{MARK.pattern}|\)|\s[–—]|\s(?:and|but)\s")
#: "in a letter sent on Monday, he said": the noun tells where or how the verb happened, on the same day.
_CIRCUMSTANCE = re.compile(r"\b(?:in|at|during|on|with)\s+\Z", re.IGNORECASE)
_LIMIT = re.compile(r"(?:before|after)\s")
_WITH = re.compile(r",\s+with\s+(?=\S)")


def gapped(sentence: Sentence, piece: Span, at: Span) -> Clause | None:
    """ "rose by 3% in April and by 2% in May": of the phrases of a verb that each have a date, the one of ``at``."""
    text = sentence.text
    dates = [date for date in sentence.dates if date in piece and (date == at or not attributive(sentence, date))]
    start, end = piece.start, piece.end
    listed = len(dates) > 2 and _JOINT.match(text, dates[-2].end, dates[-1].start) is not None  # "..., ... and ..."
    for before, behind_it in pairwise(dates):
        joint = _JOINT.match(text, before.end, behind_it.start)
        if joint is None and listed and behind_it != dates[-1]:
            joint = _LISTING.match(text, before.end, behind_it.start)
        if joint is None or sentence.within(before.end, behind_it.start):
            continue
        phrase = sentence.shown(joint.end(), sentence.adjunct(behind_it, piece).start)
        if not phrase or not sentence.finite(piece.start, before.start):
            continue
        if at.start <= before.start:
            end = joint.start()
            break
        start = joint.end()
    if start > piece.start:
        verbs = [group for group in sentence.within(piece.start, dates[0].start) if group.form != "participle"]
        head = [Span(piece.start, _shared_end(sentence, verbs[-1], dates[0].start, start))] if verbs else []
        again = sentence.is_adverbial(start, sentence.adjunct(at, piece).start)
        if head and again:  # "cut its rate in May | and again in July"
            head = [Span(piece.start, sentence.adjunct(dates[0], piece).start)]
        return Clause((*head, trimmed(text, start, end)))
    return Clause((trimmed(text, piece.start, end),)) if end < piece.end else None


def _shared_end(sentence: Sentence, verb: VerbGroup, first: int, second: int) -> int:
    """Where that ends which a verb's phrases share: behind it, or before the number in the first one where the second
    is a number, too ("expects growth of | 8% this year and | 5% in 2026")."""
    end = sentence.end_with_particle(verb)
    tags, starts = sentence.words.tags, sentence.words.starts
    if not tags[sentence.index(second)] & NUMBER:
        return end
    numbers = [at for at in range(sentence.index(end), sentence.index(first)) if tags[at] & NUMBER]
    return trimmed(sentence.text, end, starts[numbers[0]]).end if numbers else end


def reduced(sentence: Sentence, piece: Span, at: Span) -> Clause | None:
    """ "the recommendations of | a national conference held in February", "rules to be published in May": a noun group
    and its participle or passive infinitive, in a clause whose verb is another."""
    text = sentence.text
    start = sentence.adjunct(at, piece).start
    groups = [group for group in sentence.within(piece.start, start) if sentence.end(group) <= start]
    if not groups or not sentence.finite(piece.start, piece.end):
        return None
    participle = groups[-1]
    begin = sentence.start_with_adverbs(participle)
    to_be = participle.form == "infinitive" and participle.passive and not sentence.finite(piece.start, begin)
    to_be = to_be and sentence.words.low[participle.first - 1] not in ahead(
        "ahead"
    )  # "its report, due | to be published"
    if participle.form != "participle" and not (to_be and sentence.follows_noun(participle)):
        return None
    if sentence.words.tags[participle.first - 1] & (DETERMINER | POSSESSIVE):
        return None  # "the disputed vote"
    if PARTING_COMMA.search(text, sentence.end(participle), start) or sentence.is_set_off(participle):
        return None
    if is_base(sentence.words.low[participle.verb]):
        return None  # "a rate cut": a noun
    if sentence.words.low[participle.verb] in words("issued") and not to_be and sentence.finite(at.end, piece.end):
        return None  # "a poll published on Monday gave him": what it says is the news
    complement = sentence.shown(sentence.end(participle), start)
    hosts = sentence.finite(piece.start, begin)
    if complement and sentence.is_plural_word(participle.end):
        return None  # "preferred | shares"
    if complement and complement[0] != "by" and hosts and sentence.takes_past_date(hosts[-1]):
        return None  # "sank a ship registered in Panama on Monday": the date can be that of the verb
    if len(groups) > 1 and sentence.governs_participle(groups[-2], participle):
        return None
    noun = noun_group(sentence, begin)
    if noun is None or noun.start < piece.start:
        return None
    charged = len(groups) > 1 and groups[-2].form == "participle" and sentence.end(groups[-2]) < noun.start
    charged = charged and len(sentence.shown(sentence.end(groups[-2]), noun.start)) == 1  # "charged with | crimes"
    if not charged and _CIRCUMSTANCE.search(text, piece.start, noun.start):
        return None
    bare = sentence.index(noun.end) - sentence.index(noun.start) < 2
    end = _phrase_end(sentence, at.end, piece.end)
    alone = not text[sentence.end(participle) : start].strip() and not text[at.end : end].strip(" .")
    # "crimes committed" tells nothing, and "cars built before 1995" which ones
    headless = (bare and alone) or _LIMIT.match(text, start) is not None
    return Clause(
        (trimmed(text, noun.start, begin), Span(begin, end)),
        headless=headless,
        reduced=not to_be and _is_passive_beside(sentence, piece, noun, participle),
    )


def _is_passive_beside(sentence: Sentence, piece: Span, noun: Span, participle: VerbGroup) -> bool:
    """Whether a participle right behind its noun can be no past tense: where the words behind it do not tell, the noun
    belongs to another verb ("the deal | opened in May | ends a strike"), and it is no name."""
    end = sentence.end(participle)
    told = _is_participle(sentence, participle.verb, piece.end)
    if _is_name(sentence, noun) and sentence.shown(end, piece.end)[:1] != ["by"]:
        return False  # a name has what describes it behind a comma: "Ann Lee | signed", "a visit Ann Lee | made"
    if told is not None:
        return told
    before = sentence.finite(piece.start, noun.start)
    governed = sentence.index(piece.start) == sentence.index(noun.start) - 1 or (
        bool(before)
        and not sentence.takes_object(before[-1])  # "said | sales jumped in May"
        and not sentence.linked(sentence.end(before[-1]), noun.start)
        and PARTING_COMMA.search(sentence.text, sentence.end(before[-1]), noun.start) is None
    )
    behind = sentence.finite(end, piece.end)
    stretch = Span(end, sentence.start(behind[0])) if behind else None
    return governed or (
        stretch is not None
        and not sentence.linked(stretch.start, stretch.end)
        and PARTING_COMMA.search(sentence.text, stretch.start, stretch.end) is None
    )


def _is_participle(sentence: Sentence, verb: int, end: int) -> bool | None:
    """Whether the form at a word that may be a past tense is a participle: "seen by many", "sacked in May", and not
    "handled 3 million boxes" or "entered Lima"; None where what follows up to ``end`` does not tell: "opened"."""
    words, word = sentence.words, sentence.words.low[verb]
    if not forms(word) & PAST or sentence.shown(words.ends[verb], end)[:1] == ["by"]:
        return True
    after = verb + 1
    if after < len(words.low) and words.tags[after] & (DETERMINER | NUMBER | CAPITAL) and not sentence.hidden[after]:
        return False
    return True if word in pasts("transitive") else None


def auxiliary(sentence: Sentence, clause: Clause, *, ahead: bool) -> str:
    """The auxiliary that a reduced participle leaves out: "was", after a plural "were", and of what lies ahead "is" and
    "are" ("talks | planned for May")."""
    subject = clause.subject or clause.pieces[0]
    several = is_plural(sentence, subject)
    return ("are" if several else "is") if ahead else ("were" if several else "was")


def conjunct(sentence: Sentence, phrase: Span, at: Span) -> Span:
    """Of the participles of a phrase that "and" joins, and that each have a date, the one with the date ``at``: "opened
    in 1968 | and closed in May"."""
    start, end = phrase.start, phrase.end
    for joint in _JOINT.finditer(sentence.text, phrase.start, phrase.end):
        verb = _PARTICIPLE.match(sentence.text, joint.end(), end)
        if verb is None or not is_participle(verb["start"]):
            continue
        if not (sentence.has_date(start, joint.start()) and sentence.has_date(joint.end(), end)):
            continue
        if at.start < joint.start():
            end = joint.start()
            break
        start = joint.end()
    return trimmed(sentence.text, start, end)


def inserted(sentence: Sentence, piece: Span, at: Span) -> Clause | None:
    """ "The law, passed in 2019, bans ...": the noun group and the participle of the date."""
    text = sentence.text
    for opening in _INSERTED_PARTICIPLE.finditer(text, piece.start, at.start):
        begin = opening.start("phrase")
        planned = opening["start"] in ahead("ahead")
        if (
            not (planned or is_participle(opening["start"]))
            or _CLOSING.search(text, begin, at.start)
            or sentence.finite(begin, at.start)
        ):
            continue
        mark = _CLOSING.search(text, at.end, piece.end)
        host = sentence.finite(piece.start, opening.start())
        if mark is None and not host:
            continue
        noun = (noun_group(sentence, opening.start()) if host else None) or trimmed(text, piece.start, opening.start())
        if not 0 < len(noun.of(text).split()) <= 2 * SUBJECT_WORDS:
            continue
        phrase = conjunct(sentence, Span(begin, mark.start() if mark else piece.end), at)
        dated = sentence.adjunct(at, phrase)
        if planned and not text[opening.end() : dated.start].strip():
            if text[at.end : phrase.end].strip():
                return Clause((noun, Span(dated.start, phrase.end)), lasting=True)  # "scheduled for May 3 | in Lima"
            if not is_participle(opening["start"]):
                continue  # "the bonds, due in 2031, fell"
        closed = mark.end() if mark else phrase.end
        reduced = planned or bool(host) or _is_passive_behind_comma(sentence, phrase, closed)
        return Clause((noun, phrase), reduced=reduced)
    return None


def _is_passive_behind_comma(sentence: Sentence, phrase: Span, closed: int) -> bool:
    """Whether a participle behind a comma can be no past tense of its noun, as in "Ann Lee, a lawyer, | left early": a
    verb goes on behind the comma at ``closed`` ("passed in May, | bans"), where its own words do not tell."""
    opening = _PARTICIPLE.match(sentence.text, phrase.start, phrase.end)
    told = _is_participle(sentence, sentence.index(opening.start("start")), phrase.end) if opening else True
    if told is not None:
        return told
    behind = sentence.finite(closed, sentence.span.end)
    return bool(behind) and sentence.adjoins(closed, sentence.start(behind[0]))


def _is_name(sentence: Sentence, noun: Span) -> bool:
    """Whether a noun group ends in a name without an article: "Ann Lee", "a visit Ann Lee", not "the Ann Lee Cup"."""
    words, first = sentence.words, sentence.index(noun.start)
    last = at = sentence.index(noun.end) - 1
    while at >= first and words.tags[at] & CAPITAL and words.starts[at] > sentence.span.start:
        at -= 1
    return at < last and not (at >= first and words.tags[at] & DETERMINER)


def state(sentence: Sentence, piece: Span, at: Span) -> Clause | None:
    """ "The blogger, missing since May, was charged": the noun group and the state that has lasted since."""
    text = sentence.text
    lead = sentence.adjunct(at, piece)
    if not text.startswith(("since", "until"), lead.start):
        return None
    start = last_comma(text, piece.start, lead.start)
    closing = PARTING_COMMA.match(text, at.end)
    if start < 0 or closing is None or sentence.finite(start, at.end) or not sentence.shown(start, lead.start):
        return None
    noun = whole_subject(sentence, Span(piece.start, start))
    if noun is None or len(noun.of(text).split()) > 2 * SUBJECT_WORDS:
        return None
    phrase = trimmed(text, start + 1, at.end)
    # "Ann Lee, in power since 2018, was": what has no verb and no adjective tells of no happening
    bare = bool(sentence.words.tags[sentence.index(phrase.start)] & (CLOSED | DETERMINER))
    return Clause((noun, phrase), joint=", ", nominal=True, lasting=True, headless=bare)


def free(sentence: Sentence, piece: Span, at: Span) -> Clause | None:
    """ "Shares fell on Tuesday, having gained 11% since May": a gerund phrase, where the verb has another date."""
    text = sentence.text
    groups = sentence.within(piece.start, at.start)
    if len(groups) < 2 or groups[-1].form != "gerund" or groups[-2].form not in ("finite", "infinitive"):
        return None
    begin = sentence.start(groups[-1])
    if not text[begin - 2 : begin].startswith(",") or not sentence.has_date(piece.start, begin):
        return None
    subject = subject_of(sentence, piece)
    if subject is None:
        return None
    return Clause((Span(begin, _phrase_end(sentence, at.end, piece.end)),), joint=", ", subject=subject, lasting=True)


def absolute(sentence: Sentence, piece: Span, at: Span) -> Clause | None:
    """ "..., with the first troops arriving on Tuesday", "..., with talks due (to resume) in May": a noun group and its
    gerund, or what is ahead of it."""
    text = sentence.text
    for opening in _WITH.finditer(text, piece.start, at.start):
        groups = sentence.within(opening.end(), at.start)
        end = _phrase_end(sentence, at.end, piece.end)
        lead = sentence.adjunct(at, piece).start
        last = sentence.index(lead) - 1
        if not groups and sentence.words.low[last] in ahead("ahead") and at.start < end:
            begin = sentence.words.starts[last]
            return Clause((trimmed(text, opening.end(), begin), Span(begin, end)), reduced=True)
        verb = groups[0] if len(groups) == 1 else None
        if verb is None or not sentence.shown(opening.end(), sentence.start(verb)):
            continue
        due = sentence.words.low[verb.first - 1] in ahead("ahead to") | ahead("ahead")
        if verb.form == "gerund" or (verb.form == "infinitive" and due):
            return Clause((Span(opening.end(), end),), lasting=True)
    return None


def _phrase_end(sentence: Sentence, at: int, end: int) -> int:
    """Where a phrase ends that holds a date: at a comma, a bracket, or the next finite verb."""
    finite = sentence.finite(at, end)
    last = sentence.start(finite[0]) if finite else end
    for mark in _PHRASE_END.finditer(sentence.text, at, last):
        if mark[0] != ")" or sentence.text.find("(", at, mark.start()) < 0:
            return mark.start()
    return last

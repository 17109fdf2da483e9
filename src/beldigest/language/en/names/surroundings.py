"""Evidence of the words beside a candidate for its kind.

Every rule adds weight to a kind; :data:`beldigest.language.naming.Scores` says what the weights mean.
"""

from __future__ import annotations

import re

from beldigest.language.en.names.coordination import governor, list_end
from beldigest.language.en.names.evidence import determined, opens_with_article, personal, score_of, titled_by
from beldigest.language.en.names.letters import acronym
from beldigest.language.en.names.morphology import is_common, may_be_verb, role_gender
from beldigest.language.en.names.titles import apposed_title
from beldigest.language.en.names.vocabulary import Vocabulary
from beldigest.language.naming import BODY, OTHER, PERSON, PLACE, Candidate, Line, Scores, nothing

_AGE = re.compile(r"\d{1,3}\Z")
_YEAR = re.compile(r"[12]\d{3}\Z")
_OPENING, _CLOSING = '"“„«‘', '"”“»’'
_MONEY = "$€£¥₹"
_SOME = 3
_REACH = 8


def beside(candidate: Candidate, words: Vocabulary) -> Scores:
    """What the words before and after the candidate say."""
    scores = nothing()
    line = candidate.line
    if candidate.titled and candidate.entry is not None:
        scores[titled_by(candidate, words)] += 6
    _before(candidate, words, scores)
    _after(candidate, words, scores)
    _spoken_of(candidate, words, scores)
    if _counted(candidate, words):
        scores[OTHER] += 6
    apposed = words.noun(line.folded, _comma_before(candidate, words) - 1)
    if apposed is not None and apposed.kind != "other" and line.word(candidate.end) in (",", "."):
        scores[score_of(apposed.kind)] += 3 if apposed.body else 4  # "her party, Forward Kostrovka, won"
    if apposed_title(line, candidate.start, candidate.end, words) is not None:
        scores[PERSON] += 4  # "the team's coach, Ann Lee, said"
    if _inverted(candidate, words):
        scores[PERSON] += 1.5  # the inverted clause of a quotation: `," said Ann Lee`
        scores[BODY] += 0.7
    if line.opening and _dateline(candidate, words):
        scores[PLACE] += 8
    if _title_of_a_work(line, candidate.start, candidate.end, words):
        scores[OTHER] += 3
    return scores


def _comma_before(candidate: Candidate, words: Vocabulary) -> int:
    """The comma before a candidate, or before the words that say that it is how something is called: ", known as"; or
    0 where none stands."""
    line, start = candidate.line, candidate.start
    for at in range(start - 1, max(start - _REACH, 0), -1):
        if line.words[at] == ",":
            return at if at == start - 1 or words.renames(line.folded[at:start]) else 0
    return 0


def _inverted(candidate: Candidate, words: Vocabulary) -> bool:
    """Whether a candidate stands behind the verb of an inverted clause, and not before a verb of its own."""
    line, start = candidate.line, candidate.start
    if words.cues.get(line.word(start - 1)) != "says" or line.word(start - 2) not in "\"”,'’»":
        return False
    following = line.word(candidate.end)
    return following not in words.auxiliaries and words.cues.get(following) not in ("says", "does")


def _before(candidate: Candidate, words: Vocabulary, scores: Scores) -> None:
    line, at = candidate.line, governor(candidate, words)
    word = line.word(at)
    cue = words.cues.get(word)
    if not word:
        return
    if _complement(line, at, words, scores):
        return
    if word == "told" and _unheard(candidate, words):
        scores[BODY] += 1.5  # news tells to whom something was said where that is an outlet
    elif cue == "place":
        alone = _alone(candidate)
        if alone and (is_common(candidate.folded[0]) or candidate.folded[0] in words.languages):
            scores[PLACE] += 1  # "a prize in Literature"
        else:
            scores[PLACE] += 4 if alone else 2.5  # a person is seldom what something is in
    elif cue == "place?":
        scores[PLACE] += 1.2
        scores[BODY] += 0.3
        if word == "at" and _alone(candidate) and not _unheard(candidate, words) and line.word(candidate.end) != "'s":
            scores[PLACE] += 1.8  # nothing is at a person but at "Halloran's"
            scores[PERSON] -= 1
    elif cue == "person":
        scores[PERSON] += 0.8
        scores[BODY] += 0.4
    elif word == "the":
        scores[BODY] += 2
        scores[PLACE] += 0.3
        scores[OTHER] += 0.5
        scores[PERSON] -= 2.5
    elif word in ("a", "an"):
        scores[OTHER] += 2
    elif word == "of":
        head = words.noun(line.folded, at - 1)
        if head is not None and head.kind == "place":
            scores[PLACE] += 4
        elif head is not None and head.kind == "government body" and not line.capital[at - 1]:
            scores[PLACE] += 0 if is_common(candidate.folded[0]) else 2.5  # "the government of Estonia"
        elif words.is_role(line.folded, at - 1) or _uncommon(line, at - 1, words):
            scores[BODY] += 1  # "Prime Minister of Estonia", "Ann Lee of Dremko"
            scores[PLACE] += 1
    elif word == "," and words.is_role(line.folded, at - 1) and not line.capital[at - 1]:
        scores[PERSON] += 1.5
    elif _tells_owner(line, at, words):
        scores[BODY] += 2.5  # "state-owned Varnolis", "privately held Varnolis"
    elif word == ":" and line.word(at - 1) in words.credits:
        scores[BODY] += 3  # "Source: Varnolis"
    elif not line.capital[at]:
        head = words.noun(line.folded, at)
        if words.is_role(line.folded, at):
            body = head is not None and head.body and acronym(line.words[at + 1])
            scores[BODY if body else PERSON] += 4
        elif head is not None and head.kind != "other" and line.word(at - 1) != "":
            scores[score_of(head.kind)] += 4 if determined(line, at, words) else 2.5  # "the newspaper Varnolis"


def _tells_owner(line: Line, at: int, words: Vocabulary) -> bool:
    """Whether a participle says whose the firm is that it stands before: "state-owned", "privately held"."""
    _, hyphen, participle = line.word(at).rpartition("-")
    before = line.word(at - 1)
    return participle in words.ownership and (bool(hyphen) or before == "-" or before.endswith("ly"))


def _alone(candidate: Candidate) -> bool:
    """Whether a candidate is one word that no gazetteer has, and no acronym."""
    return candidate.entry is None and candidate.end - candidate.start == 1 and not acronym(candidate.words[0])


def _complement(line: Line, at: int, words: Vocabulary, scores: Scores) -> bool:
    """Whether a preposition joins what follows to a noun that says what it is: "residents of Kostrovka", "shares of
    Varnolis", "a lawyer at Varnolis"."""
    link, noun = line.word(at), line.word(at - 1)
    cue = words.cues.get(noun)
    if (link in ("of", "for") and cue == "of a place") or (link == "of" and noun in words.directions):
        scores[PLACE] += 3
    elif link == "by" and cue == "poll":
        scores[BODY] += 2.5  # "a survey by Varnolis"
    elif link == "at" and _at_work(line, at - 1, words):
        scores[BODY] += 3.5  # "a lawyer at Varnolis", "analysts at Varnolis"
    elif (link == "of" and cue == "company") or (link == "in" and noun in words.holdings):
        scores[BODY] += 2.5
    elif link not in ("of", "for") or not words.is_role(line.folded, at - 1) or line.capital[at - 1]:
        return False
    elif link == "of" and (town := words.noun(line.folded, at - 2)) is not None and town.kind == "place":
        scores[PLACE] += 3  # "the village head of Kostrovka"
    else:
        scores[BODY] += 2  # "a spokesman for Varnolis", "the leader of Dremko"
        scores[PLACE] += 1 if link == "of" else 0
    return True


def _at_work(line: Line, at: int, words: Vocabulary) -> bool:
    """Whether a noun for one person or several stands at an index, and owes a capital to the sentence only."""
    if line.capital[at] and at > 0:
        return False
    return words.is_role(line.folded, at) or words.names_members(line.folded[at])


def _uncommon(line: Line, at: int, words: Vocabulary) -> bool:
    return line.is_capital(at) and line.folded[at] not in words.common and line.folded[at] not in words.heads


def _after(candidate: Candidate, words: Vocabulary, scores: Scores) -> None:
    line, end = candidate.line, list_end(candidate, words)
    word = line.word(end)
    cue = words.cues.get(word)
    if word in words.auxiliaries and words.cues.get(line.word(end + 1)) in ("says", "does"):
        cue = "does" if word in words.copulas else words.cues[line.word(end + 1)]
    perfect = word in words.auxiliaries and word not in words.copulas
    acts = _acts(line, end + perfect, words)
    if (acts or cue in ("says", "does")) and line.word(candidate.start - 1) in words.prepositions:
        return  # what a preposition governs is no subject: "fishermen from Kostrovka met"
    if word in words.outlet_verbs and not _personal(candidate, words):
        scores[PERSON] += 1
        scores[BODY] += 3  # a person who writes is introduced by a name that is known to be one
    elif cue in ("says", "does") and word not in words.copulas and _unheard(candidate, words):
        scores[PERSON] += 1.5 if cue == "says" else 1.3
        scores[BODY] += (
            2 if cue == "says" else 1
        )  # news introduces a person by a full name; a single word that is none's is rather a firm
    elif cue == "says":
        scores[PERSON] += 2
        scores[BODY] += 1
    elif word in words.copulas and line.word(end + 1) in words.determiners:
        _called(candidate, end + 2, words, scores, 4)  # "Kostrovka is a village in Belarus"
    elif cue == "does":
        scores[PERSON] += 1.5 if not _unheard(candidate, words) else 1.3
        scores[BODY] += 0.5
    elif cue == "trades" and _unheard(candidate, words):
        scores[PERSON] += 0.8
        scores[BODY] += 1
        if candidate.initial and words.singular(candidate.folded[-1]) == candidate.folded[-1]:
            scores[BODY] += 0.8  # a bare noun in the singular is a subject where it is a name, or a substance
    elif acts and not candidate.initial and _unheard(candidate, words) and not is_common(candidate.folded[-1]):
        scores[PERSON] += 0.8
        scores[BODY] += 1
    elif cue == "company":
        scores[BODY] += 2
    elif word in words.price_verbs and line.word(end + 1)[:1].isdecimal():
        scores[BODY] += 2  # "Varnolis fell 4%"
    elif word == ",":
        before = words.cues.get(line.word(candidate.start - 1))
        if before != "place" and not (before == "place?" and candidate.start + 1 == end):  # "a baker in Dremka, who"
            _after_comma(candidate, end + 1, words, scores)
    elif word == "'s":
        _owned(line, end + 1, words, scores)
    elif word == "(":
        if end + 1 < len(line) and acronym(line.words[end + 1]):
            scores[BODY] += 2
    elif word == "-" and line.word(end + 1) == "based":
        scores[PLACE] += 4
    elif word == "who":
        scores[PERSON] += 2
    elif words.is_role(line.folded, end) and not line.capital[end] and not _is_pair(line, end, words):
        scores[BODY] += 2  # "the Varnolis engineer said"
        scores[PERSON] -= 1
    elif word and not line.capital[end]:
        head = words.heads.get(f"{word} {line.word(end + 1)}") or words.noun(line.folded, end)
        if head is not None:
            kind = score_of(head.kind)
            scores[kind] += 2 if kind != OTHER else 0.7
            if line.word(candidate.start - 1) == "the" and kind in (PLACE, OTHER):
                scores[kind] += 2.5  # "the Dremka river", "the Dremka telescope"


def _acts(line: Line, at: int, words: Vocabulary) -> bool:
    """Whether the word at an index is a past form in small letters, of what is done to something: "Varnolis posted a
    loss", not "Halloran campaigned for it"."""
    word = line.word(at)
    following = line.word(at + 1)
    if not word or line.capital[at] or not following[:1].isalnum():
        return False
    if following in words.prepositions or following in words.ordinals:
        return False
    regular = word.endswith("ed") and any(may_be_verb(word[:-length]) for length in (1, 2, 3))
    return regular or (word in words.irregular_past and word not in words.auxiliaries)


def _is_pair(line: Line, at: int, words: Vocabulary) -> bool:
    """Whether the word at an index begins a head of two words: "refugee camp"."""
    return f"{line.word(at)} {line.word(at + 1)}" in words.heads


def _unheard(candidate: Candidate, words: Vocabulary) -> bool:
    """Whether a candidate is a single word, or one with an article of another language, that is not known as a name of
    persons, nor has the form of one."""
    if candidate.titled:
        return False
    if candidate.end - candidate.start > 1:
        noun = candidate.folded[-1] in words.common and not _personal(candidate, words)  # "Dremka Today"
        return noun or opens_with_article(candidate, words)
    return not personal(candidate.folded[0], candidate.words[0], words)


def _personal(candidate: Candidate, words: Vocabulary) -> bool:
    """Whether a word of a candidate is known as a name of persons, or has the form of one."""
    pairs = zip(candidate.folded, candidate.words, strict=True)
    return candidate.titled or any(personal(word, written, words) for word, written in pairs)


def _spoken_of(candidate: Candidate, words: Vocabulary, scores: Scores) -> None:
    """What a pronoun says that goes back to the subject of its sentence, as nothing else that it may stand for is
    between them: "Talvisto said it would hire", "Talvisto cut its staff"."""
    line, end = candidate.line, candidate.end
    if candidate.start > 1 or line.word(end) in (",", "and", "'s"):
        return
    for at in range(end, len(line)):
        word = line.folded[at]
        head = words.noun(line.folded, at)
        if word in _OPENING or line.capital[at] or (head is not None and head.kind != "other"):
            return
        if word in words.persons_pronouns:
            scores[PERSON] += 1
            return
        if word in words.bodies_pronouns and word != "they":
            scores[BODY] += 1.5
            scores[PLACE] += 0.7
            scores[PERSON] -= 1.5
            return


def _counted(candidate: Candidate, words: Vocabulary) -> bool:
    """Whether a number makes the word before it a part of a text or an amount: "Article 5", "VND 50", "HK$1"."""
    line, end = candidate.line, candidate.end
    if candidate.entry is not None or len(candidate.folded) > 1 or end >= len(line):
        return False
    word, following = candidate.folded[0], line.words[end]
    if following in _MONEY or (following == "." and word[-1].isdecimal() and line.word(end + 1)[:1].isdecimal()):
        return line.starts[end] == line.ends[end - 1]
    if not following[0].isdecimal():
        return False
    head = words.heads.get(word)
    return candidate.words[0] in words.currencies or (is_common(word) and (head is None or not head.body))


def _owned(line: Line, at: int, words: Vocabulary, scores: Scores) -> None:
    word = line.word(at)
    cue = words.cues.get(word)
    if cue == "company":
        scores[BODY] += 1.5
    elif word in words.given and line.is_capital(at) and line.is_capital(at + 1):
        scores[BODY] += 2  # "Varnolis's Maria Ressler" belongs to it
        scores[PERSON] -= 1.5
    elif cue == "of a place":
        scores[PLACE] += 2
    elif role_gender(word) in ("m", "f") and not line.capital[at]:
        scores[PERSON] += 1.5


def _after_comma(candidate: Candidate, at: int, words: Vocabulary, scores: Scores) -> None:
    line = candidate.line
    word = line.word(at)
    if _AGE.match(word) and line.word(at + 1) in (",", ".", "", "and"):
        scores[PERSON] += 5
    elif word in ("who", "whose"):
        scores[PERSON] += 3
    elif word in ("which", "where"):
        scores[PLACE if word == "where" else BODY] += 1.5
    elif word and line.capital[at] and words.is_role(line.folded, at) and line.word(at + 1) in words.prepositions:
        scores[PERSON] += 3  # "Ann Lee, MP for Lida"
    elif word and line.capital[at]:
        known = words.known.longest(line.words, line.folded, at, len(line))
        if known is not None and known[1].kind in ("country", "place") and line.word(known[0]) in (",", ".", ")", ""):
            scores[PLACE] += 2
    elif word in words.determiners or word in words.premodifiers or words.is_role(line.folded, at):
        _called(candidate, at, words, scores, 3)  # "Ann Lee, a lawyer from Brest"


def _called(candidate: Candidate, at: int, words: Vocabulary, scores: Scores, weight: float) -> None:
    """What the noun of a predicate or an apposition that begins at a word says the name before it is; what may be a
    person or a firm ("a broadcaster") makes a firm of a single name that is none's."""
    line = candidate.line
    kind: int | None = None
    for index in range(at, min(at + _REACH, len(line))):
        word = line.folded[index]
        if word == "'s":
            kind = None  # "the company's chairman" is no company
            continue
        if not word[0].isalnum() or (word in words.prepositions and index > at) or word in words.relatives:
            break
        if line.capital[index]:
            continue
        head = words.noun(line.folded, index)
        if words.is_role(line.folded, index) and not (head is not None and head.body and _unheard(candidate, words)):
            kind = PERSON
        elif head is not None:
            kind = score_of(head.kind)
    if kind is not None and kind != OTHER:
        scores[kind] += weight + (kind == PLACE)  # a town is a place, a station may be a firm


def _dateline(candidate: Candidate, words: Vocabulary) -> bool:
    """Whether a report's place stands here: capitals at the very beginning, then a date, an agency or a dash."""
    line, end = candidate.line, candidate.end
    if candidate.start >= _SOME or any(not (word.isupper() or word == ",") for word in line.words[:end]):
        return False
    if len(line.words[candidate.start]) < _SOME:
        return False
    if line.word(end) == ",":
        known = words.known.longest(line.words, line.folded, end + 1, len(line)) if end + 1 < len(line) else None
        if known is None or known[1].kind not in ("country", "place"):
            return False
        end = known[0]
        if end == len(line):
            return True
    follows = line.word(end)
    return follows in ("—", "–", "-", "(") or _YEAR.match(follows[:4]) is not None


def _title_of_a_work(line: Line, start: int, end: int, words: Vocabulary) -> bool:
    """Whether quotation marks close the name in, and no noun before them says what it is the name of."""
    before, after = line.word(start - 1), line.word(end)
    if before in ("the", "a", "an"):
        start -= 1
        before = line.word(start - 1)
    if after in (",", "."):
        after = line.word(end + 1)
    if not before or not after or before not in _OPENING or after not in _CLOSING:
        return False
    noun = line.word(start - 2)
    return noun not in words.heads and role_gender(noun) is None

"""What a verb of attribution reports: its subject, the verb, the content on either side, whom it is said to."""

from __future__ import annotations

from beldigest.language.attribution import Attribution
from beldigest.language.en.citations.clauses import (
    ADVERBIAL,
    has_verb,
    past_adverbials,
    stands_alone,
    tells_time,
    verb_after,
)
from beldigest.language.en.citations.extents import preceding_end, preceding_start
from beldigest.language.en.citations.following import attribution_follows
from beldigest.language.en.citations.groups import bracket_end, group_end, is_time
from beldigest.language.en.citations.objects import (
    is_formula,
    is_participle,
    tells,
)
from beldigest.language.en.citations.openings import content_start, describes_noun, relative_before
from beldigest.language.en.citations.sentence import Range, Sentence
from beldigest.language.en.citations.subjects import describes
from beldigest.language.en.citations.verbgroups import ADDRESSED, CLAUSE, REPORTING, VerbGroup
from beldigest.language.en.words.classes import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CLOSED,
    COLON,
    COMMA,
    CONJUNCTION,
    DASH,
    DETERMINER,
    GERUND,
    NEGATION,
    OBJECT,
    OPENING,
    PARTICIPLE,
    POSSESSIVE,
    PREPOSITION,
    PRO_FORM,
    PRONOUN,
    QUESTION,
    QUOTATION,
    RELATIVE,
    RESUMED,
    STOP,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
)
from beldigest.model import Stance

_GROUP = 8  # words of a plain noun group


def with_content(
    sentence: Sentence, group: VerbGroup, source: Range | None, before: int, *, own: bool
) -> Attribution | None:
    """The attribution of a verb whose ``source`` is known; ``before`` is where it begins, with its ``own`` subject."""
    words, hi = sentence.words, sentence.hi
    since = sentence.since(before)
    end = preceding_end(words, since, before) if own else 0
    quoted = bool(end) and bool(sentence.tag(end - 1) & QUOTATION)
    right = group.end
    if not quoted and _governs(sentence, group):
        last = sentence.content_end(right + 1, group, noun=True)
        if last > right + 1 and not is_time(words, right + 1, hi):
            topic = (right + 1, last)
            if is_formula(sentence, topic) or (sentence.is_reported(group.first) and not tells(sentence, topic)):
                return None
            return made(sentence, group, source, sentence.stretch(right + 1, last), end=right + 1)
    addressee = _addressee(sentence, group, quoted=quoted)
    if addressee is not None:
        right = addressee[1]
    start, certain = content_start(sentence, group, right, quoted=quoted)
    if quoted and start is not None:
        certain = certain and bool(sentence.tag(start) & QUOTATION)
        if not certain and end - 1 <= since:
            start = None
    content: list[Range] = []
    if start is not None:
        if quoted and certain and start > right:
            content += sentence.stretch(preceding_start(words, since, end), end)
        start -= bool(start > right and sentence.tag(start - 1) & NEGATION)  # "vowed not to leave"
        noun = not certain and not group.frames & CLAUSE
        described = _described(sentence, source, start)
        if own and not (certain or described) and is_participle(sentence, group, before, start):
            return None
        last = sentence.content_end(start, group, noun=noun)
        if described and described[0][0] == sentence.lo:
            last = _before_main_verb(sentence, start, last)
        relative = source is not None and sentence.tag(source[0]) & RELATIVE
        if relative and sentence.tag(start) & QUOTATION and sentence.tag(start + 1) & (AUXILIARY | VERB):
            last = start + 1  # "a sign that read "..." was burnt"
        content += described + sentence.stretch(start, last)
    elif end:
        content = _around(sentence, group, since, before, end, right, quoted=quoted)
    if len(content) == 1 and sentence.tag(content[0][0]) & PRO_FORM:
        further = range(content[0][0] + 1, content[0][1])
        if all(sentence.tags[at] & ADVERB for at in further):
            return None  # "said so too", "said nothing": these words stand for others that are not given
    told = not content or not sentence.is_reported(group.first) or tells(sentence, content[-1])
    if not told or (content and is_formula(sentence, content[-1])):
        return None
    opens = bool(sentence.tag(hi - 1) & COLON) and not content
    sentence.opened = sentence.opened or opens
    if not content and not opens:
        stands_by = "quote" in group.frames and own and before == sentence.lo
        if not stands_by or any(sentence.tags[at] & NEGATION for at in range(group.first, group.verb)):
            return None
    beside = [(right, limit(sentence, group, right, content))]
    if source is not None and own:
        beside += [(source[1], group.first)] if tells_time(words, source[1], group.first) else []
        if not content or content[0][0] >= right:
            beside.append(_fronted(sentence, since, source[0]))
    return made(sentence, group, source, content, addressee=addressee, beside=beside, opens=opens)


def _described(sentence: Sentence, source: Range | None, first: int) -> list[Range]:
    """What a content that begins with its verb or its complement says something of, where it stands before the source.

    That is a relative pronoun ("which critics say is late") or, where there is none, a noun ("a bill critics say is").
    """
    tags = sentence.tags
    if source is None or first >= sentence.hi:
        return []
    verb = tags[first] & AUXILIARY or (tags[first] & VERB and not tags[first] & (PARTICIPLE | GERUND | CAPITAL))
    complement = tags[first] & QUOTATION or (tags[first] & PREPOSITION and sentence.low[first] == "as")
    relative = relative_before(sentence, source)
    if relative is not None:
        return [(relative, relative + 1)] if verb or (complement and not tags[relative] & THAT) else []
    if not verb:
        return []
    for at in range(source[0] - 1, max(sentence.lo, source[0] - _GROUP) - 1, -1):
        if tags[at] & DETERMINER:
            return [(at, source[0])] if at + 1 < source[0] else []
        if tags[at] & (CLOSED | VERB):
            break
    return []


def _before_main_verb(sentence: Sentence, first: int, last: int) -> int:
    """The end of a clause that describes the subject: at the verb of that subject, if no clause is between."""
    verb = verb_after(sentence.words, first + 1, last, 1)
    clause = SUBORDINATOR | RELATIVE | QUESTION | COMMA | TO
    return last if any(sentence.tags[at] & clause for at in range(first, min(verb, last))) else verb


def _fronted(sentence: Sentence, since: int, before: int) -> Range:
    """The adverbial that opens a sentence: "On Monday Horak said", "Speaking on Channel One, Horak said"."""
    tags = sentence.tags
    if since != sentence.lo or not tags[since] & ADVERBIAL:
        return (before, before)
    clause = any(
        tags[at] & (AUXILIARY | VERB) and not describes(sentence.words, since, at) for at in range(since + 1, before)
    )
    return (before, before) if clause else (since, before)


def _governs(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether the preposition behind a verb begins its content, and no quotation follows on it."""
    right = group.end
    if not sentence.tag(right) & PREPOSITION:
        return False
    if sentence.low[right] not in group.form.verb.prepositions and not _quotes_topic(sentence, group):
        return False
    if "charge" in group.frames:
        return False  # "criticised for": who is charged
    after = past_adverbials(sentence.words, right, sentence.hi)
    return not (sentence.tag(after) & (COMMA | COLON) and sentence.tag(after + 1) & QUOTATION)


def _quotes_topic(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether the words themselves stand for what is spoken of: ``spoke of "lost years"``.

    They begin with a small letter, or they may be a title: ``wrote about "Blue Moon"``.
    """
    if group.form.verb.thought or sentence.low[group.end] not in ("about", "of"):
        return False
    at = group.end + 1
    if sentence.tag(at) & (DETERMINER | QUESTION):
        at += 1
    return bool(sentence.tag(at) & QUOTATION and sentence.tag(at) & RESUMED)


def _around(
    sentence: Sentence, group: VerbGroup, since: int, before: int, end: int, right: int, *, quoted: bool
) -> list[Range]:
    """The content before an attribution, with what goes on behind it: "The vote, she said, was free"."""
    words = sentence.words
    after = past_adverbials(words, right, sentence.hi)
    interrupts = bool(sentence.tag(after) & COMMA) and not attribution_follows(words, after, sentence.hi)
    first = preceding_start(words, since, end)
    if not quoted:
        if interrupts and sentence.low[end + 1] == "as" and has_verb(words, first, end):
            return []  # "it is fair, as he said, ...": whether that goes on for the next clause cannot be told
        ends = bool(sentence.tag(after) & (STOP | COMMA | DASH)) or describes_noun(sentence, right, after)
        if not ends or not _comments(group) or not (interrupts or stands_alone(words, first, end, before)):
            return []
    content = sentence.stretch(first, end)
    if quoted:
        content += resumed(sentence, group, after)
        sentence.resumable = sentence.breaks_off(end)
    elif interrupts and _comments(group):
        content += sentence.stretch(after + 1, sentence.content_end(after + 1, group))
    return content


def _comments(group: VerbGroup) -> bool:
    """Whether a verb can stand beside a clause without "that": "The pumps, she added, are old"."""
    return "clause" in group.frames or group.frames >= {"that", "quote"}


def _addressee(sentence: Sentence, group: VerbGroup, *, quoted: bool) -> Range | None:
    """Whom the words are said to: "told reporters", "warned Minsk that"."""
    if not group.frames & ADDRESSED or group.kind == "passive" or sentence.tag(group.end) & THAT:
        return None
    told = group.form.verb.lemma == "tell"
    if quoted and told and sentence.tag(group.end) & QUOTATION:
        return (group.end, group.end + 1)  # a broadcast: told "The Hour"
    end = group_end(sentence.words, group.end, sentence.hi)
    if end == group.end:
        return None
    if sentence.tag(end) & OPENING:
        end = bracket_end(sentence.words, end, sentence.hi)
    if sentence.tag(end - 1) & POSSESSIVE and sentence.tag(end) & QUOTATION:
        end += 1  # told the station's "Morning Hour" that
    elif sentence.tag(end - 1) & DETERMINER and not sentence.tag(end - 1) & (OBJECT | PRONOUN):
        return None  # promised an "asymmetric" answer
    if told:
        return (group.end, end)
    after = past_adverbials(sentence.words, end, sentence.hi)
    tag = sentence.tag(after)
    if tag & (THAT | QUESTION | QUOTATION) or (tag & COMMA and sentence.tag(after + 1) & QUOTATION):
        return (group.end, end)
    return None


def limit(sentence: Sentence, group: VerbGroup, right: int, content: list[Range]) -> int:
    """How far the adverbials behind a cue reach: to the content there, or to the end of the clause."""
    later = [first for first, _ in content if first >= right]
    return later[0] if later else sentence.content_end(right, group, noun=True)


def made(
    sentence: Sentence,
    group: VerbGroup,
    source: Range | None,
    content: list[Range],
    *,
    end: int | None = None,
    addressee: Range | None = None,
    beside: list[Range] | None = None,
    opens: bool = False,
) -> Attribution:
    """The attribution that a verb group makes; ``end`` is where its cue ends, if not with it."""
    return sentence.attribution(
        (group.first, end or group.end),
        content,
        source,
        addressee=addressee,
        beside=beside or (),
        stance=_stance(sentence, group),
        quotes=bool(group.frames & REPORTING),
        opens=opens,
    )


def _stance(sentence: Sentence, group: VerbGroup) -> Stance:
    """What the source makes of the content; a negated verb only leaves it in doubt ("did not rule out")."""
    if any(sentence.tags[at] & NEGATION for at in range(group.first, group.verb)):
        return "doubted"
    return group.form.verb.stance


def resumed(sentence: Sentence, group: VerbGroup, after: int) -> list[Range]:
    """The quotation that goes on behind an attribution: ``"...," he said, "..."``."""
    start = after
    while sentence.tag(start) & (COMMA | COLON | CONJUNCTION) and start < after + 2:
        start += 1
    if start == after or not sentence.tag(start) & QUOTATION:
        return []
    return sentence.stretch(start, sentence.content_end(start, group))

"""Opening sentences: headlines that were set in bold before the text of their paragraph, and lost that in a paste."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from types import ModuleType

from beldigest.document import Block
from beldigest.segment.runin import SENTENCE_END, Head

#: A sentence of ten words at most, before another one.
_SHORT = re.compile(r"(?P<title>[^\W_a-z][^\s.!?:;]{0,30}(?:\s[^\s.!?:;]{1,30}){1,9})\.\s+(?=[\"“'‘(]?[^\W\d_a-z])")
#: The end of a sentence, and of a line: brackets and quotation marks may stand after it.
_ENDED = re.compile(r"[.!?…][\"”'’)\]]{0,3}\Z")
_ENDED_WITHIN = 4
#: How much speaks for such a head.
_WEIGHT = 0.9
#: Heads that it takes to tell what they are, and the paragraphs of which one may begin otherwise.
_SEVERAL = 4
_OTHERS = 5
#: Words that the name of a section has at most.
_NAME_MOST = 3


def opening_sentences(text: str, blocks: Sequence[Block], layout: ModuleType) -> dict[int, Head]:
    """The sentences of a few words with which nearly all paragraphs begin here: titles in bold whose emphasis is lost.

    By the index of the block. Running text begins with so short a sentence now and then, but not right under one name
    of a section after the other; and under a title it is none. What comes back right over texts is no name of a section
    but a state, say, that each title has.
    """
    told = 0
    found: dict[int, re.Match[str]] = {}
    over: list[Block | None] = []  # the blocks right over these, if they are no text
    line: Block | None = None
    for index, block in enumerate(blocks):
        if block.kind == "heading" or block.strong or block.links:
            return {}
        start, end = block.span.start, block.span.end
        if SENTENCE_END.search(text, start, end) is None:
            line = None if _ENDED.search(text[max(start, end - _ENDED_WITHIN) : end]) else block
            continue
        if block.kind == "paragraph":
            told += 1
            if match := _SHORT.match(text, start, end):
                found[index] = match
                over.append(line)
        line = None
    times = Counter(block.span.of(text) for block in over if block)
    names = sum(times[name] == 1 and len(name.split()) <= _NAME_MOST for name in times)
    others = told - len(found) + times.total() - names
    if len(found) < _SEVERAL or others > told // _OTHERS or 3 * names >= 2 * len(found):
        return {}
    heads = {at: match for at, match in found.items() if _is_title(match["title"], layout)}
    if others + len(found) - len(heads) > told // _OTHERS:
        return {}
    return {at: Head(*match.span("title"), match.end(), _WEIGHT) for at, match in heads.items()}


def _is_title(sentence: str, layout: ModuleType) -> bool:
    """Whether a sentence is not in capitals, which tell by themselves, and begins with no word that refers back."""
    return not sentence.isupper() and not any(kind == "anaphora" for kind, _ in layout.marks(sentence))

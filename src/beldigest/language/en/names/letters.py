"""Letters: how a text is cut into words where names are looked for, and which spellings count as the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from beldigest.language.en.names.lexicons import closed

# A letter or digit of a word; combining marks, and what says where a word may break, are part of it.
_BREAKS = "\u00ad\u200b\u200c\u200d\u2060"
_WORD = rf"[\w\u0300-\u036f{_BREAKS}]"

# Letters that Unicode does not take apart into a base letter and a mark, with their customary plain form in English.
_PLAIN = str.maketrans(
    {
        **dict(zip("ŁłĐđØøÐðıŦŧĦħ", "LlDdOoDdiTtHh", strict=True)),
        "Æ": "Ae",
        "æ": "ae",
        "Œ": "Oe",
        "œ": "oe",
        "ß": "ss",
        "Þ": "Th",
        "þ": "th",
        **dict.fromkeys("’‘ʼ`´", "'"),
        **dict.fromkeys(_BREAKS, ""),
    }
)

#: A word, a number, a possessive ending or a sign. Single letters with their periods ("U.S.", "J.R.") are one word,
#: and so are a known abbreviation with its period, the name of a site ("Kostrovka.by"), and words joined by hyphen,
#: ampersand, apostrophe or, if they are in capitals, slash ("RFE/RL", and the legal forms "A/S" and "K/S"); but a name
#: is a word of its own before a participle: "Minsk" in "Minsk-based", not in "Hai-ming". A number may have a currency
#: before it ("N95,000").
TOKEN = re.compile(
    rf"""
    (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![\w.]))?
    | [^\W\d_a-z]\.(?=\s*[^\W\d_a-z])
    | (?:Mr|Mrs|Ms|Messrs|Drs?|Profs?|Rev|Fr|St|Ste|Hon|Govs?|Sens?|Reps?|Gens?|Lt|Col|Maj|Capt|Sgt|Cpl|Adm|Cmdr|Brig
      | Pres|Jr|Sr|Bros
      | Corp|Inc|Co|Ltd|Mt|Ft|No|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo
      | Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo)\.
    | [’'](?:s|S)\b
    | \d+(?:[.,:/]\d+)*{_WORD}*
    | [^\W\d_a-z]{{1,3}}\d+(?:[.,]\d+)+{_WORD}*
    | (?:al-)?[^\W\d_a-z]{_WORD}*+(?=-(?:[a-z]{{0,9}}[aeiouy][a-z]{{0,9}}(?:ed|ing)|[a-z]*(?:born|wide|run|led|free))\b)
    | [^\W\d_a-z]{_WORD}*+(?:-{_WORD}+)*+\.[a-z]{{2,6}}+(?![\w.])
    | [^\W\d_a-z]{{2,5}}+(?:/[^\W\d_a-z]{{2,5}})+(?!\w)
    | [AK]/[SK]\b
    | \w{_WORD}*(?:(?:-|&|[’'](?!s\b|S\b|\s)){_WORD}+)*
    | [^\w\s]
    """,
    re.VERBOSE,
)

# Letters with or without periods, perhaps with digits, perhaps in pairs.
_ACRONYM = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?|(?=[^\W_]*[^\W\d_][^\W_]*[^\W_])[^\W_]+(?:[/&-][^\W_]+)*")

# Articles in lower case that hide the capital of a name: Arabic ones, "and" before them perhaps ("al-Qaeda",
# "wal-Hayat"), and elided Romance ones ("l'Unita").
_ARTICLE = re.compile(r"(?:(?:wa?-?)?(?:al|el|ul|as|ad|ar|at|an|ash|az)-|(?:l|d|dell|nell|all)['’])(?=[^\W\d_])")


def after_article(word: str) -> str:
    """A word without the article that is joined to its beginning in lower case."""
    found = _ARTICLE.match(word)
    return word[found.end() :] if found else word


def acronym(word: str) -> bool:
    """Whether a word as written is in capitals: "ICC", "RFE/RL", "TV3", "S&P", "U.N."."""
    return word.isupper() and len(word) > 1 and _ACRONYM.fullmatch(word) is not None


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """A name without case, diacritics and the differences of apostrophes, for comparison."""
    if name.isascii():
        return name.casefold()
    plain = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    folded = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return folded or name  # marks alone


def initials(words: Sequence[str]) -> str:
    """The first letters of the words that carry one in an acronym, in lower case: articles and the like do not."""
    silent = closed("link") | closed("foreign link")
    return "".join(
        part[0] for word in words if word not in silent for part in fold(word).replace("'", "").split("-") if part
    )


def abbreviates(short: str, words: Sequence[str]) -> bool:
    """Whether folded letters are a short form of at least two of the words, the first among them.

    Every letter begins a later word than the one before it, or stands further on in the same word (Schwartz and Hearst
    2003): "turkstat" of "Turkish Statistical Institute".
    """
    parts = [part for word in words for part in fold(after_article(word)).replace("'", "").split("-") if part]
    if not short or not parts or parts[0][0] != short[0]:
        return False
    reached = {(0, 0)}
    for letter in short[1:]:
        further = {(part, parts[part].find(letter, at + 1)) for part, at in reached}
        later = {
            (part, 0) for part in range(min(part for part, _ in reached) + 1, len(parts)) if parts[part][0] == letter
        }
        reached = {place for place in further if place[1] > 0} | later
        if not reached:
            return False
    return any(part > 0 for part, _ in reached)

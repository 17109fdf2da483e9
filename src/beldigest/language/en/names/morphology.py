"""What the form of a word says: endings of family names, of adjectives, and of nouns for persons."""

from __future__ import annotations

import re

from beldigest.language.en.names.letters import fold
from beldigest.language.en.names.lexicons import adjectives, common, roles

# Endings of family names: East Slavic and Bulgarian; Polish, Czech and South Slavic; Baltic; Caucasian, Armenian and
# Turkic; Romanian and Greek; Germanic and Scandinavian.
_SURNAME = re.compile(
    r"""(?:
        \w+(?:enk[oa]|[eio]va?|yeva?|ina?|[sc]ky|skyi|skiy|skaya|skaja|ska|vich|vych|chuk|chyk|iuk|yuk|[ao]uski)
      | \w+(?:icz|ski|cki|cka|czyk|ovic|evic|vic)
      | \w+(?:[aieu]vicius|auskas|iene|yte|aite|inis|ys|uks|ins|ans|nieks)
      | \w+(?:shvili|dze|yan|ian|oglu|zade)
      | \w+(?:escu|opoulos|akis|idis)
      | \w{3,}(?:mann|berg|stein|feld|bauer|meier|meyer|ssen|sen|sson|quist|qvist|strom|lund|gaard)
    )\Z""",
    re.VERBOSE,
)
_GAELIC = re.compile(r"(?:Mc|Mac|O['’]|Fitz)[A-Z]\w+\Z")
_SHORTEST = 5
_FALSE = re.compile(r"\w*(?:stan|land|ton|burg|grad)\Z")

# Endings of towns and countries, those of English towns, which family names have too, and prefixes of family names.
_PLACE = re.compile(r"\w{2,}(?:stan|grad|burg|bourg|ville|shire|polis|abad|pur|town|insk|ovsk|[oe]vka|[oe]vo|ichy)\Z")
_TOWN = re.compile(r"\w{3,}(?:ton|ham|ford|bury|worth|stead|mouth|dale|port|field|haven|wick|chester|minster|bridge)\Z")
_PREFIX = re.compile(r"(?:Mc|Mac|O['’]|D['’]|De|Di|Le|La|Fitz)(?=[^\W\d_])")

# Slavic and Lithuanian family names have the gender of who bears them.
_HERS = re.compile(r"\w{2,}(?:[oe]va|ska|cka|[sc]kay?a|skaja|aya|iene|yte|aite)\Z")
_HIS = re.compile(r"\w{2,}(?:[oe]v|[sc]ki|[sc]ky|skiy|skyi|skij)\Z")


def town_like(name: str) -> bool:
    """Whether a folded word has an ending of English towns."""
    return bool(_TOWN.match(name))


def place_like(name: str) -> bool:
    """Whether a folded word has an ending of town and country names."""
    return bool(_PLACE.match(name))


# Last parts of words that companies and agencies are made of, in English and in Slavic languages.
_BODY = re.compile(
    r"""\w{2,}(?:bank|gaz|neft|energo|prom|telecom|telekom|mash|stroi|stroy|avia|soft|tech|petrol|corp|media|atom|nafta
    |chem|khim|pharm|invest|export|import)\Z""",
    re.VERBOSE,
)


def body_like(name: str) -> bool:
    """Whether a folded word is made as names of companies are: "Ecopetrol", "Belneftekhim"."""
    return bool(_BODY.match(name))


def camel(name: str) -> bool:
    """Whether a word as written has capitals inside that no prefix of a family name explains: "BelaPAN"."""
    prefix = _PREFIX.match(name)
    rest = name[prefix.end() + 1 :] if prefix and name[prefix.end()].isupper() else name[1:]
    mixed = any(char.isupper() for char in rest) and any(char.islower() for char in name)
    return mixed and "-" not in name and not any(char.isdigit() for char in name)


def family_gender(name: str) -> str:
    """The gender that a folded family name speaks for: ``m``, ``f``, or ``u`` where its form does not say."""
    return "f" if _HERS.match(name) else "m" if _HIS.match(name) else "u"


def surname_like(name: str) -> bool:
    """Whether a capitalised word as written has the form of a family name and is no word of English."""
    folded = fold(name)
    if len(name) < _SHORTEST or folded in common() or _FALSE.match(folded):
        return False
    return bool(_SURNAME.match(folded) or _GAELIC.match(name))


# A syllable of Chinese, Korean or Vietnamese in Latin letters, and one or two of them as a given name.
_ONSET = r"(?:zh|ch|sh|ts|tz|kw|gw|ngh|ng|nh|ph|kh|th|tr|gi|hs|[bcdfghjklmnpqrstvwxyz])"
_SYLLABLE = rf"{_ONSET}?[aeiouyw]{{1,4}}(?:ng|nh|ch|ck|[cnmptkrlh])?"
_SYLLABLES = re.compile(rf"{_SYLLABLE}(?:-?{_SYLLABLE})?\Z")
_ONE_EACH = re.compile(rf"{_SYLLABLE}(?:-{_SYLLABLE})?\Z")


def syllabic(folded: str) -> bool:
    """Whether a folded word may be a given name of East Asia: "wei", "hang-tung"."""
    return bool(_SYLLABLES.match(folded))


def one_syllable(folded: str) -> bool:
    """Whether a folded word, or each half of it with a hyphen, may be one syllable of East Asia: "van", "hang-tung"."""
    return bool(_ONE_EACH.match(folded))


def joined_syllables(name: str) -> bool:
    """Whether a word as written can only be a given name of two syllables: "Hang-tung", no words with a hyphen."""
    first, hyphen, second = name.partition("-")
    if not hyphen or not second.islower() or not syllabic(fold(name)):
        return False
    return fold(first) not in common() or second not in common()


def is_common(folded: str) -> bool:
    """Whether a folded word, or all that a hyphen joins in it, is a word of the language: "eighty-six"."""
    return folded in common() or ("-" in folded and all(part in common() for part in folded.split("-")))


def may_be_verb(folded: str) -> bool:
    """Whether a folded word has the inflected forms of a regular verb: "remove", "free", "ban"."""
    if folded.endswith("e"):
        forms = (folded + "d", folded[:-1] + "ing")
    elif folded.endswith("y"):
        forms = (folded[:-1] + "ied", folded + "ing")
    else:
        forms = (folded + "ed", folded + "ing")
    doubled = (folded + folded[-1:] + "ed", folded + folded[-1:] + "ing")
    return any(all(form in common() for form in pair) for pair in (forms, doubled))


def is_adjective(folded: str) -> bool:
    """Whether a folded word names a people, a creed or a region's people: "belarusian", "latvian-russian", "pro-eu"."""
    if folded in adjectives():
        return True
    if "-" in folded:
        first, *rest = folded.split("-")
        if first in adjectives() and all(part in adjectives() or part in common() for part in rest):
            return True
        return all(part in adjectives() for part in rest) and (
            first in adjectives()
            or first in ("pro", "anti", "non", "ex", "post", "pre", "trans", "inter", "all", "pan", "neo")
        )
    return False


def peopled(folded: str) -> tuple[str, ...]:
    """The places whose people a folded word may name by a regular ending: "kostrovan" of "kostrova"."""
    if folded.endswith("ian"):
        return folded[:-1], folded[:-2], folded[:-3]
    if folded.endswith("an"):
        return folded[:-1], folded[:-2]
    return (folded[:-3],) if folded.endswith("ese") else ()


# Endings of professions; a long word with one need not be listed ("astrophysicist").
_PROFESSION = ("ologist", "ographer", "onomist", "alist", "ivist", "icist", "ician", "keeper")
_LONG = 11


def is_age(word: str) -> bool:
    """Whether a word behind a number stands for a person of an age: "the 54-year-old"."""
    return word == "year-old"


def role_gender(word: str) -> str | None:
    """The gender of a noun for a person (``m``, ``f``, ``u``), by list or by its form; None where it is none."""
    listed = roles()
    if word in listed:
        return listed[word]
    if "-" in word:
        return listed.get(word.rpartition("-")[2])  # "ex-president", "prize-winner"
    if word.endswith("woman") and len(word) > 7:
        return "f"
    if word.endswith("man") and len(word) > 6 and word in common() and word != "human":
        return "m"
    if word.endswith(_PROFESSION) and (word in common() or len(word) >= _LONG):
        return "u"
    return None


_DOERS = re.compile(r"\w{3,}(?:[eo]rs|ists|eurs)\Z")


def doers(word: str) -> bool:
    """Whether a folded word is formed as plurals of those who do something are: "fishmongers", "philatelists"."""
    return bool(_DOERS.match(word))


def singular(word: str) -> str:
    """The singular of a noun, by its regular ending; a noun that is none already stays as it is."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word

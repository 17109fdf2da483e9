"""The lexicons of names, made ready for look-up when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from beldigest.language.lexicon import lexicon

#: Words of the closed classes, and adverbs and conjunctions that open sentences: no name begins or ends with one.
FUNCTION_WORDS = frozenset(
    ["a", "about", "above", "according", "across", "additionally", "after", "afterwards", "again", "against", "ago", "all", "almost", "along", "already", "also", "although", "always", "am", "amid", "amidst", "among", "amongst", "an", "and", "another", "any", "anybody", "anyone", "anything", "are", "around", "as", "aside", "at", "away", "back", "be", "because", "been", "before", "behind", "being", "below", "beneath", "beside", "besides", "between", "beyond", "both", "but", "by", "can", "cannot", "could", "currently", "despite", "did", "do", "does", "doing", "done", "down", "due", "during", "each", "earlier", "either", "else", "elsewhere", "enough", "even", "ever", "every", "everybody", "everyone", "everything", "except", "few", "finally", "first", "following", "for", "former", "formerly", "from", "further", "furthermore", "had", "has", "have", "having", "he", "hence", "her", "here", "hers", "herself", "him", "himself", "his", "how", "however", "i", "if", "in", "indeed", "inside", "instead", "into", "is", "it", "its", "itself", "just", "last", "lastly", "late", "later", "least", "less", "let", "like", "likewise", "many", "may", "maybe", "me", "meanwhile", "might", "mine", "more", "moreover", "most", "much", "must", "my", "myself", "near", "nearly", "neither", "never", "nevertheless", "next", "no", "nobody", "none", "nonetheless", "nor", "not", "nothing", "notwithstanding", "now", "of", "off", "often", "on", "once", "one", "only", "onto", "or", "other", "others", "otherwise", "our", "ours", "ourselves", "out", "outside", "over", "own", "per", "perhaps", "plus", "previously", "quite", "rather", "recently", "regarding", "same", "second", "several", "shall", "she", "should", "similarly", "since", "so", "some", "somebody", "someone", "something", "sometimes", "soon", "still", "subsequently", "such", "than", "that", "the", "their", "theirs", "them", "themselves", "then", "there", "thereafter", "therefore", "these", "they", "third", "this", "those", "though", "through", "throughout", "thus", "till", "to", "today", "together", "tomorrow", "tonight", "too", "toward", "towards", "two", "under", "unless", "unlike", "until", "up", "upon", "us", "very", "via", "was", "we", "well", "were", "what", "whatever", "when", "whenever", "where", "whereas", "wherever", "whether", "which", "while", "who", "whoever", "whom", "whose", "why", "will", "with", "within", "without", "would", "yes", "yesterday", "yet", "you", "your", "yours", "yourself", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "dozens", "hundreds", "thousands", "millions", "concerning", "including", "excluding", "considering", "given", "amongst", "atop", "albeit", "whilst", "i'm", "it's", "that's", "there's", "here's", "he's", "she's", "what's", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't", "can't", "couldn't", "won't", "wouldn't", "shouldn't", "we're", "they're", "you're", "i've", "we've", "they've", "i'll", "we'll", "they'll", "you'll", "let's"]
)

#: Months and days of the week, full and short.
CALENDAR = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"]
)


@frozen
class Head:
    """What a name with that word in it is the name of; ``place`` says where in the name the word stands."""

    kind: str
    place: str

    @property
    def last(self) -> bool:
        """Whether it may end a name: "Justice Ministry"."""
        return self.place != "before"

    @property
    def governs(self) -> bool:
        """Whether it takes a complement: "Ministry of Justice"."""
        return self.place in ("before", "both")


@cache
def common() -> frozenset[str]:
    """Words of the language in lower case."""
    return frozenset(word for (word, *_) in lexicon("en", "actors_words"))


@cache
def given_names() -> Mapping[str, str]:
    """Folded given names with the gender that they speak for: ``m``, ``f`` or ``u``."""
    return {name.casefold(): gender for name, gender in lexicon("en", "actors_given_names")}


@cache
def surnames() -> frozenset[str]:
    """Folded family names."""
    return frozenset(name.casefold() for (name, *_) in lexicon("en", "actors_surnames"))


@cache
def heads() -> Mapping[str, Head]:
    """Head words of names in lower case."""
    return {word: Head(kind, place) for word, kind, place in lexicon("en", "actors_heads")}


@cache
def roles() -> Mapping[str, str]:
    """Nouns for what a person is, in lower case, with their gender."""
    return {role: gender for role, gender in lexicon("en", "actors_roles")}


@cache
def honorifics() -> Mapping[str, str]:
    """Words of respect as written before a name, with their gender."""
    return {word: gender for word, gender in lexicon("en", "actors_honorifics")}


@cache
def cues() -> Mapping[str, str]:
    """Words beside a name that speak for its kind, with the class of cue."""
    return {word: cue for word, cue in lexicon("en", "actors_cues")}


@cache
def adjectives() -> frozenset[str]:
    """Folded adjectives and demonyms, singular and plural."""
    singular = [word for (word, *_) in lexicon("en", "actors_adjectives")]
    for row in lexicon("en", "gazetteer_countries"):
        singular += row[2].split("|") if len(row) > 2 else []
    return frozenset(word.casefold() + ending for word in singular for ending in ("", "s"))

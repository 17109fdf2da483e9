"""Languages: everything that knows a word of one, as data and as grammar over that data.

A language is a package here, named by its ISO 639-1 code. It holds lexicons as plain text files with their provenance,
and modules that make of them the records that the rest of the library works with. :func:`load` gives a part of a
language by name, for example ``load("en", "dates")``; it is imported when first asked for.
"""

from __future__ import annotations

from beldigest.language.gazetteer import Gazetteer, GazetteerEntry
from beldigest.language.lexicon import lexicon
from beldigest.language.load import SUPPORTED, load, primary, supported, territory

__all__ = ["SUPPORTED", "Gazetteer", "GazetteerEntry", "lexicon", "load", "primary", "supported", "territory"]

"""What in English tells one story from another of the same form: figures, dates and names, word by word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from beldigest.language.lexicon import keys, lexicon


@cache
def common() -> frozenset[str]:
    """Function words, lower case: a capital letter makes no name of them."""
    return keys("en", "dedup_common")


@cache
def numbers() -> Mapping[str, str]:
    """Number words, lower case, with the form that they count as (``twelve``: ``12``)."""
    return {word: form for word, form, kind in lexicon("en", "dedup_figures") if kind == "number"}


@cache
def calendar() -> Mapping[str, str]:
    """Names of months and days, lower case, with their full form (``aug``: ``august``)."""
    return {word: form for word, form, kind in lexicon("en", "dedup_figures") if kind == "calendar"}

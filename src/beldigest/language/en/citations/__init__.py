"""The English grammar of attribution: who is cited, by which words, and how far what is cited goes."""

from __future__ import annotations

from beldigest.language.en.citations.attributions import attributions
from beldigest.language.en.citations.words import Tagger

__all__ = ["Tagger", "attributions"]

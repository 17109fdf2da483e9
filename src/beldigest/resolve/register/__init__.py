"""The register of a briefing's actors, and who any noun group of its text is.

Mentions become names (:mod:`forms`), and names are linked into entities (:mod:`persons`, :mod:`bodies`). To these, by
what is named where (:mod:`named`), noun groups (:mod:`phrases`) and pronouns (:mod:`antecedents`) are resolved.
"""

from __future__ import annotations

from beldigest.resolve.register.book import register
from beldigest.resolve.register.contract import Register, Resolved

__all__ = ["Register", "Resolved", "register"]

"""The register of a briefing's actors, and who any noun group of its text is.

Mentions become names (:mod:`forms`), names are linked into entities (:mod:`persons`, :mod:`bodies`), and entities are
what noun groups are resolved to (:mod:`phrases`).
"""

from __future__ import annotations

from beldigest.resolve.register.book import register
from beldigest.resolve.register.contract import Register, Resolved

__all__ = ["Register", "Resolved", "register"]

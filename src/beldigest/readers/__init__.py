"""Readers: bytes -> documents. One small module a format; what a format needs is imported when it is read."""

from __future__ import annotations

from beldigest.readers.base import Reader
from beldigest.readers.builtin import BUILTIN, choose

__all__ = ["BUILTIN", "Reader", "choose"]

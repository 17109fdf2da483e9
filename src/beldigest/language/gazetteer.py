"""Gazetteers: lists of names that are known beforehand. Plug-ins and the user's register file are such lists too."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from beldigest.model import ActorKind


@frozen
class GazetteerEntry:
    """A name that is known: the form to show, its kind, its other forms, and identifiers elsewhere by scheme."""

    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = field(factory=dict)


@frozen
class Gazetteer:
    """A list of known names, and where it comes from."""

    name: str
    entries: tuple[GazetteerEntry, ...]
    provenance: str = ""

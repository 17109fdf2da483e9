"""Segmentation: a document -> title, lead, sections, stories and boilerplate.

One mechanism reads every house style: the document is cut into units (``units``, ``runin``, ``opening_sentences``,
``features``); each is surveyed among the others (``survey`` with ``forms``, ``titles``, ``places``, ``surroundings``,
``announcements``, ``boilerplate``); cues speak for roles (``cues``, ``strengths``, ``scoring``); the best reading of
the whole is chosen (``roles``, ``labelling``); and the outline is put together from it (``assembly``, ``masthead``).
"""

from __future__ import annotations

from beldigest.document import Document
from beldigest.errors import InputError
from beldigest.language import load
from beldigest.segment.assembly import assemble
from beldigest.segment.labelling import labels
from beldigest.segment.parts import Outline
from beldigest.segment.survey import survey
from beldigest.segment.units import units


def outline(document: Document) -> Outline:
    """The outline of a document: every block that holds a letter or digit lies in exactly one part.

    Raises ``InputError`` for what is no document.
    """
    if not isinstance(document, Document):
        raise InputError(f"outline takes a Document, not {type(document).__name__}", hint="read gives documents")
    layout = load(document.metadata.language or "en", "layout")
    seen = survey(units(document, layout))
    return assemble(document, seen, labels(seen), layout)

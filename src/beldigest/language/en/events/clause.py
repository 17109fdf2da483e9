"""The record of a clause: the words of a sentence that tell of one happening."""

from __future__ import annotations

from attrs import frozen

from beldigest.model import Span


@frozen
class Clause:
    """The words that tell of a happening: pieces of the text in reading order, and what to put between them.

    ``antecedent`` is the stretch before a relative clause, at whose end the clause's subject stands; ``subject`` is
    the subject where it stands elsewhere; it is the ``owner`` of what the clause tells of where the pronoun is a
    genitive ("the mayor, whose | term ended"). Where the pronoun is no subject, it leaves a ``gap`` at an offset,
    between two pieces or at the end ("a region that | the army retook | from rebels"), and the preposition ``fronted``
    may go before it ("a bloc, from which | two states withdrew"). A clause that is ``headless`` has no subject that was
    found. One that is ``nominal`` has no verb, but a noun that names the happening, or with ``lasting`` a state.
    ``keeps_date`` says that the words make no sense without the date, and ``reduced`` that the last piece is a
    participle that stands without its auxiliary ("the law | passed in May").
    """

    pieces: tuple[Span, ...]
    joint: str = " "
    antecedent: Span | None = None
    subject: Span | None = None
    owner: bool = False
    gap: int | None = None
    fronted: Span | None = None
    headless: bool = False
    nominal: bool = False
    keeps_date: bool = False
    lasting: bool = False
    reduced: bool = False

    @property
    def span(self) -> Span:
        """From the first to the last character."""
        return Span(self.pieces[0].start, self.pieces[-1].end)

"""The register itself: forms linked into actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from types import ModuleType

import attrs

from beldigest.ids import content_id
from beldigest.language import Gazetteer, load
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import ActorMention, Mentions
from beldigest.model import Actor, Identifier, Span
from beldigest.resolve.register.bodies import link_bodies
from beldigest.resolve.register.contract import Register, Resolved
from beldigest.resolve.register.forms import Form, Forms, link_known, link_renamed
from beldigest.resolve.register.named import Named
from beldigest.resolve.register.passages import passages
from beldigest.resolve.register.persons import link_persons
from beldigest.resolve.register.phrases import Phrases


def register(reading: Reading, mentions: Mentions, gazetteers: Sequence[Gazetteer] = ()) -> Register:
    """The register of the whole briefing."""
    names = load(reading.language, "names")
    known = names.known(gazetteers)
    forms = Forms(reading, mentions.actors, names, known)
    words = names.vocabulary(gazetteers)
    link_known(forms)
    link_renamed(forms, reading.text, names.TOKEN, words)
    link_bodies(list(forms), reading.text, names, _same_body)
    split = link_persons(forms, _same_person, passages(reading), names.closed("generation"), words.short_names)
    shared = _shared(forms)
    fixed = {entry.name for gazetteer in gazetteers for entry in gazetteer.entries}
    its: dict[Form, list[ActorMention]] = {}
    for mention in mentions.actors:
        form = split.get(mention.span.start) or forms.of[mention.span]
        its.setdefault(form.root, []).append(mention)
    actors: dict[str, Actor] = {}
    spans: dict[Span, str] = {}
    for members in its.values():
        actor = _actor(reading, members, forms, fixed, shared)
        known_actor = actors.get(actor.id)
        actors[actor.id] = actor if known_actor is None else _united(known_actor, actor)
        spans.update((mention.span, actor.id) for mention in members)
    return Book(reading, mentions.actors, names, tuple(actors.values()), dict(sorted(spans.items(), key=_place)))


class Book:
    """A register of the actors of a reading."""

    def __init__(
        self,
        reading: Reading,
        named: Sequence[ActorMention],
        names: ModuleType,
        actors: Sequence[Actor],
        mentions: Mapping[Span, str],
    ) -> None:
        self._reading = reading
        self._named = named
        self._names = names
        self.actors = actors
        self.mentions = mentions
        self._resolved: dict[Span, Resolved | None] = {}

    def resolve(self, phrase: Span) -> Resolved | None:
        """Whom a noun group names; see :class:`beldigest.resolve.register.contract.Register`."""
        if phrase not in self._resolved:
            self._resolved[phrase] = self._phrases.resolve(phrase)
        return self._resolved[phrase]

    def fits(self, pronoun: Span, actor: str) -> bool:
        """Whether a pronoun can mean a person; see :class:`beldigest.resolve.register.contract.Register`."""
        return self._phrases.fits(pronoun, actor)

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(Named(self._reading, self._named, self._names, self.actors, self.mentions))


def _place(item: tuple[Span, str]) -> tuple[int, int]:
    return item[0].start, item[0].end


def _same_person(name: str, other: str) -> bool:
    from beldigest.names import compare_names  # its tables are not needed where all names are spelt in one way

    return compare_names(name, other, "person").same


def _same_body(name: str, other: str) -> bool:
    from beldigest.names import compare_names

    return compare_names(name, other, "organization").same


def _shared(forms: Forms) -> set[tuple[str, ...]]:
    """The words that name bodies of several countries."""
    roots: dict[tuple[str, ...], set[Form]] = {}
    for form in forms:
        if form.sort == "body":
            roots.setdefault(form.words, set()).add(form.root)
    return {words for words, its in roots.items() if len(its) > 1}


def _actor(
    reading: Reading,
    members: Sequence[ActorMention],
    forms: Forms,
    fixed: set[str],
    shared: set[tuple[str, ...]],
) -> Actor:
    written = Counter(forms.whole[mention.span] for mention in members)
    # An acronym that no gazetteer knows does not say what it is, and the name that it stands for does.
    telling = [mention for mention in members if forms.of[mention.span].entry or not forms.of[mention.span].acronym]
    kinds = Counter(mention.kind for mention in telling or members)
    acronyms = kinds.most_common(1)[0][0] not in ("person", "place", "country")

    plain = {forms.whole[mention.span] for mention in members if forms.of[mention.span].generic}

    def rank(form: str) -> tuple[bool, int, bool, int, str]:
        """What is set in capitals comes last, if it may be no acronym; then the fullest form first, and of single words
        "IMF" before "Fund"."""
        set_so = form.isupper() and (len(form) > 4 or (not acronyms and form.title() in written))
        return set_so, -len(form.split()), form in plain, -len(form), form

    order = sorted(written, key=rank)
    entries = [forms.of[mention.span].entry for mention in members]
    entry = next((one for one in entries if one is not None), None)
    name = entry.name if entry is not None and entry.name in fixed else order[0]
    kind = entry.kind if entry is not None and entry.name in fixed else kinds.most_common(1)[0][0]
    if entry is not None and name.isupper() and name.casefold() == entry.name.casefold():
        name = entry.name  # the place of a dateline: "MINSK"
    its = [forms.of[mention.span] for mention in members]
    # "Kenya's Senate" names the Kenyan Senate too, or one of two Senates, but "Kenya's Ports Board" is the Ports Board
    told = any(form.origin and not form.owned for form in its)
    owned = dict.fromkeys(
        form.owned for form in its if form.owned and ((form.generic and told) or form.words in shared)
    )
    if owned and all(form.words in shared for form in its):
        name = next(iter(owned))
    aliases = dict.fromkeys(form for form in (*order, *owned) if form != name)
    roles = dict.fromkeys(mention.role.line(reading.text) for mention in members if mention.role is not None)
    identifiers = (
        tuple(Identifier(scheme, value) for scheme, value in sorted(entry.identifiers.items())) if entry else ()
    )
    return Actor(content_id("a", kind, name), name, kind, tuple(aliases), tuple(roles), identifiers)


def _united(one: Actor, other: Actor) -> Actor:
    """Two entities that have nothing to tell them apart: the same kind and the same fullest name."""
    return attrs.evolve(
        one,
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        roles=tuple(dict.fromkeys((*one.roles, *other.roles))),
    )

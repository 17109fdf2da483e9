"""Citations get their speakers from the register, and their dates from what was found before."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import field, frozen

import beldigest
from beldigest import ActorMention, Citation, Span, find_actors, find_citations
from beldigest.mentions import citations as recogniser
from beldigest.mentions import dates
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import Mentions
from beldigest.model import Actor
from beldigest.resolve.register import Resolved, register
from beldigest.resolve.speakers import citations

PUBLISHED = dt.date(2024, 3, 20)


@frozen
class Known:
    """A register that knows what it is told: whom a noun group names."""

    text: str
    who: dict[str, Resolved]
    actors: tuple[Actor, ...] = ()
    mentions: dict[Span, str] = field(factory=dict)

    def resolve(self, phrase: Span) -> Resolved | None:
        return self.who.get(phrase.of(self.text))


def cited(text: str, who: dict[str, Resolved]) -> tuple[Citation, ...]:
    reading = Reading.of(text, published=PUBLISHED)
    found = Mentions().plus(dates.find(reading, Mentions()))
    found = found.plus(recogniser.find(reading, found))
    return citations(reading, reading.passages[0], found, Known(text, who))


def test_the_speaker_is_whom_the_register_says() -> None:
    text = "Ms. Horak said the pumps were old. She added that the pipes were older."
    who = {"Ms. Horak": Resolved("a1", "stated"), "She": Resolved("a1", "inferred")}
    assert [(c.speaker, c.speaker_text, c.speaker_basis) for c in cited(text, who)] == [
        ("a1", "Ms. Horak", "stated"),
        ("a1", "She", "inferred"),
    ]


def test_a_speaker_that_nobody_knows_stays_as_written() -> None:
    (citation,) = cited("A source in the ministry said the pumps were old.", {})
    assert (citation.speaker, citation.speaker_basis) == (None, None)
    assert citation.speaker_text == "A source in the ministry"


def test_a_citation_without_a_speaker_has_no_words_for_one() -> None:
    (citation,) = cited("The mayor was asked whether the pumps were safe.", {})
    assert (citation.speaker, citation.speaker_text, citation.speaker_span) == (None, None, None)
    assert citation.cue == "was asked"


def test_a_relative_pronoun_speaks_for_the_name_before_it() -> None:
    text = "The talks with Marta Horak, who said the pumps were old, went on. Men who said the pipes leaked went home."
    reading = Reading.of(text)
    mentions = Mentions().plus([ActorMention(Span(15, 26), "person"), *find_citations(text)])
    names = register(reading, mentions)
    named, unnamed = citations(reading, reading.passages[0], mentions, names)
    assert (named.speaker_text, named.speaker_basis) == ("who", "inferred")
    assert named.speaker == names.mentions[Span(15, 26)]
    assert (unnamed.speaker_text, unnamed.speaker, unnamed.speaker_basis) == ("who", None, None)


def test_words_are_evidence() -> None:
    text = "“The pumps are old,” the\nguard chief told Radio Tallinn."
    reading = Reading.of(text.replace("\n", " "))
    mentions = Mentions().plus(recogniser.find(reading, Mentions()))
    (citation,) = citations(reading, reading.passages[0], mentions, Known(text, {}))
    assert citation.speaker_text == "the guard chief"
    assert citation.addressee == citation.outlet == "Radio Tallinn"
    assert citation.span.of(reading.text) == "“The pumps are old,” the guard chief told Radio Tallinn"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The pumps are old, Ms. Horak said on March 12.", "2024-03-12"),
        ("On March 12 Ms. Horak said the pumps were old.", "2024-03-12"),
        ("On March 12, Ms. Horak said the pumps would be replaced on May 1.", "2024-03-12"),
        ("After the leak of March 12 was found, Ms. Horak said the pumps were old.", None),
        ("Ms. Horak said on March 12 that the pumps would be replaced on May 1.", "2024-03-12"),
        ("Ms. Horak said the pumps would be replaced on May 1.", None),
        ("The pumps are old, according to a report on March 12.", "2024-03-12"),
        ("The pumps are old, according to a report March 12 by the harbour board.", "2024-03-12"),
        ("According to the harbour board, on March 12 the pumps were old.", None),
    ],
)
def test_the_date_beside_the_cue_is_when_it_was_said(text: str, edtf: str | None) -> None:
    (citation,) = cited(text, {})
    assert (citation.when.edtf if citation.when else None) == edtf


def test_names_resolve_through_the_register_itself() -> None:
    text = "Marta Horak said the pumps were old."
    reading = Reading.of(text)
    mentions = Mentions().plus([ActorMention(Span(0, 11), "person"), *find_citations(text)])
    names = register(reading, mentions)
    (citation,) = citations(reading, reading.passages[0], mentions, names)
    assert {actor.id: actor.name for actor in names.actors}[citation.speaker or ""] == "Marta Horak"
    assert citation.speaker_basis == "stated"


def speakers(text: str, *names: str) -> list[str | None]:
    """Who speaks in each citation of a text in which the names are persons."""
    reading = Reading.of(text)
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    mentions = Mentions().plus([*(ActorMention(span, "person") for span in spans), *find_citations(text)])
    known = register(reading, mentions)
    by_id = {actor.id: actor.name for actor in known.actors}
    return [by_id.get(citation.speaker or "") for citation in citations(reading, reading.passages[0], mentions, known)]


def test_a_joint_speaker_is_no_one_actor() -> None:
    assert speakers("Marta Horak and Jonas Tamm said the pumps were old.", "Marta Horak", "Jonas Tamm") == [None]
    assert speakers("The mayor and Jonas Tamm said the pumps were old.", "Jonas Tamm") == [None]
    assert speakers("Marta Horak, Jonas Tamm and the mayor said it was late.", "Marta Horak", "Jonas Tamm") == [None]
    assert speakers("Marta Horak, chair and owner of the mill, said it was late.", "Marta Horak") == ["Marta Horak"]
    assert speakers("Union president and chief editor Jonas Tamm said it was late.", "Jonas Tamm") == ["Jonas Tamm"]


def test_a_title_may_stand_before_the_name_in_an_apposition() -> None:
    text = "A police spokesman, Superintendent Jonas Tamm, said the pumps were old."
    assert speakers(text, "Jonas Tamm") == ["Jonas Tamm"]


def test_a_speaker_may_have_a_remark_between_dashes() -> None:
    text = 'The owner, Jonas Tamm -- "Jo" to his crew -- said the pumps were old.'
    assert speakers(text, "Jonas Tamm") == ["Jonas Tamm"]


def test_an_office_is_taken_up_by_the_noun_that_heads_its_name() -> None:
    text = "Jonas Tamm, editor-in-chief of a weekly, was fined. The editor said he would appeal."
    assert speakers(text, "Jonas Tamm") == ["Jonas Tamm"]
    text = "Jonas Tamm, vice-chair of the board, was fined. The chair said it was late."
    assert speakers(text, "Jonas Tamm") == [None]


def test_a_name_in_brackets_does_not_speak_for_the_head_of_its_body() -> None:
    text = "Head of the Harbour Board (HB), Jonas Tamm, said the pumps were old."
    assert speakers(text, "Jonas Tamm") == ["Jonas Tamm"]


def test_the_nouns_behind_the_name_of_a_body_say_what_it_is() -> None:
    text = "The Interfax news agency said nine pumps leaked. The Orano mining company in Riga said ten did."
    briefing = beldigest.parse(f"Pumps are old\n\n{text}\n")
    names = {actor.id: actor.name for actor in briefing.actors}
    assert [names.get(one.speaker or "") for one in briefing.stories[0].citations] == ["Interfax", "Orano"]


def test_an_age_stands_for_the_person_named_before() -> None:
    text = "Jonas Tamm, 54, was fined by Marta Horak. The 54-year-old said the pumps were old."
    assert speakers(text, "Jonas Tamm", "Marta Horak") == ["Jonas Tamm"]


def test_an_adjective_or_a_greater_body_before_a_noun_is_not_who_speaks() -> None:
    text = "The UN agency said the pumps were old. The Australian company said the pipes were older."
    (story,) = beldigest.parse(f"Pumps are old\n\n{text}\n").stories
    assert [citation.speaker for citation in story.citations] == [None, None]


def test_a_body_is_known_by_the_noun_behind_its_name_and_by_one_with_its_seat() -> None:
    text = "Pump Watch (PW) wrote to the mayor. The Riga-based group said they leaked. The PW group said they failed."
    (story,) = beldigest.parse(f"Pumps are old\n\n{text}\n").stories
    assert [citation.speaker_text for citation in story.citations] == ["The Riga-based group", "The PW group"]
    assert len({citation.speaker for citation in story.citations} - {None}) == 1


def test_a_pronoun_goes_back_to_a_speaker_that_nobody_knows() -> None:
    who = {"It": Resolved("a1", "inferred"), "He": Resolved("a2", "inferred")}
    found = cited("The army said the pumps were old. It said the pipes were older.", who)
    assert [(c.speaker_text, c.speaker) for c in found] == [("The army", None), ("It", None)]
    found = cited("A police spokesman said the pumps were old. He said the pipes were older.", who)
    assert [(c.speaker_text, c.speaker) for c in found] == [("A police spokesman", None), ("He", None)]
    found = cited("The army said the pumps were old. He said the pipes were older.", who)
    assert [(c.speaker_text, c.speaker) for c in found] == [("The army", None), ("He", "a2")]


def test_a_speaker_is_named_without_a_clause_that_cites_it() -> None:
    text = "There were nine leaks, according to the Water Union, which says that the pumps are old."
    data, statement = cited(text, {"the Water Union": Resolved("a1", "stated"), "which": Resolved("a1", "inferred")})
    assert (data.speaker, data.speaker_text) == ("a1", "the Water Union")
    assert data.speaker_span is not None and data.speaker_span.of(text) == "the Water Union"
    assert (statement.speaker, statement.speaker_text) == ("a1", "which")


def test_a_body_whose_letters_spell_a_pronoun_speaks_for_itself() -> None:
    text = "The WHO closed its office. According to the WHO, 40 wards are full."
    (citation,) = find_citations(text)
    (name, again) = find_actors(text)
    reading = Reading.of(text)
    known = register(reading, Mentions(actors=(name, again)))
    resolved = known.resolve(Span(again.span.start - 4, again.span.end))
    assert citation.source == (Span(again.span.start - 4, again.span.end),)
    assert resolved == Resolved(known.actors[0].id, "stated")
    assert known.resolve(again.span) == resolved


def test_a_date_that_describes_the_speaker_is_not_when_he_says_it() -> None:
    def said(text: str) -> list[str | None]:
        (story,) = beldigest.parse(f"Pumps are old\n\n{text}\n", published="2024-06-01").stories
        return [citation.when.edtf if citation.when else None for citation in story.citations]

    assert said("Horak, elected in 2019, said the pumps were old.") == [None]
    assert said("Horak, in office since 2018, said on Friday that the pumps were old.") == ["2024-05-31"]
    assert said("Horak, on Friday, said the pumps were old.") == ["2024-05-31"]

"""Where English sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beldigest.language import lexicon
from beldigest.language.en import sentences


@pytest.mark.parametrize(
    "marked",
    [
        "They robbed a bank.| Police came.",
        "The ferry left the port.| 12 people were on board.",
        "He was charged under the Criminal Code.| Seven others were let go.",
        "She wrote about it on X.| Lin had been there.",
        "The shop shut at 5 p.m.| Seven people waited.",
        "The shop shuts at 5 p.m. Friday, or 6 p.m. Velmora time.",
        "It ended at 10 a.m. ET.| Ferries went on.",
        "Lt. Gov. Ito met Reps. Alba and Roy.| Nobody else came.",
        "The U.N. Ambassador left early.| The U.S. party stayed.",
        "“Who is there?” asked the guard.| “Nobody.”| He slept.",
        "The mayor agreed.[1]| Then it fell apart.",
        "Art. 130 was cited.| See vol. 2, pp. 5-6.",
        "It came from St. Helens.| GEN. ROY DENIED IT.",
        "VELMORA, March 5 (HPA) - |Nine people died.| Two are missing.",
        "PORT OSTRAND/KARSK — |The mayor left.",
        "ST. HELENS, Ostrand -- |“We stay,” he said.",
        "NATO – the alliance – met in Velmora.",
        "EU - Ostrand trade fell.| Nobody knew why.",
    ],
)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    assert "|".join(text[start:end].rstrip() for start, end in sentences.spans(text)) == "|".join(
        part.strip() for part in marked.split("|")
    )


@given(st.text() | st.text("Aa.!? “”\n5X", max_size=60))
def test_sentences_cover_a_text_in_order(text: str) -> None:
    spans = list(sentences.spans(text))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)


def test_abbreviations_are_listed_once_and_in_order() -> None:
    entries = lexicon("en", "sentences_abbreviations")
    assert [word for word, _ in entries] == sorted({word for word, _ in entries})
    assert {place for _, place in entries} == {"before", "end"}

"""Days with their year as other languages write them."""

from __future__ import annotations

import datetime as dt

import pytest

import beldigest
from beldigest.language import days


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Freitag, 3. Februar 2023", dt.date(2023, 2, 3)),
        ("Ausgabe 12, 14. März 2024", dt.date(2024, 3, 14)),
        ("Lettre du samedi 9 décembre 2023", dt.date(2023, 12, 9)),
        ("Boletín del 5 de agosto de 2022", dt.date(2022, 8, 5)),
        ("Минск, 21 сентября 2021", dt.date(2021, 9, 21)),
        ("2024年4月9日 星期二", dt.date(2024, 4, 9)),
    ],
)
def test_a_day_is_read_whatever_the_language(line: str, day: dt.date) -> None:
    (((start, end), found),) = days.written(line)
    assert found == day and str(day.year) in line[start:end]


@pytest.mark.parametrize("line", ["30. Februar 2023", "12 monkeys 2023", "2024年13月1日", "Zimmer 3, Haus 2023"])
def test_what_is_no_day_of_the_calendar_is_none(line: str) -> None:
    assert list(days.written(line)) == []


def test_a_masthead_in_another_language_dates_the_briefing() -> None:
    text = (
        "Hafenbrief Nr. 12\nFreitag, 3. Februar 2023\n\nStreik am Kai\n\n"
        "Die Kräne stehen seit Montag still. Die Arbeiter wollen kürzere Schichten.\n"
    )
    found = beldigest.parse(text)
    assert found.published is not None
    assert (found.published.edtf, found.published_known) == ("2023-02-03", "stated")

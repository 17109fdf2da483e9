"""Days with their year as other languages write them: laws over any text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from beldigest.language import days

_PIECES = st.sampled_from(["3. ", "31 ", "Februar ", "mayo ", "de ", "2023", "年", "月", "日", "5", "٣", " "])


@given(st.lists(st.one_of(_PIECES, st.text(max_size=4)), max_size=20).map("".join))
def test_a_day_stands_in_its_place(line: str) -> None:
    for (start, end), day in days.written(line):
        assert 0 <= start < end <= len(line)
        place = line[start:end]
        assert day.year in {int(place[at : at + 4]) for at in range(len(place) - 3) if place[at : at + 4].isdecimal()}

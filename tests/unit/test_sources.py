"""Sources: what is opened, what is not, in which order, and what a name says of the day."""

from __future__ import annotations

import datetime as dt
import errno
import io
import os
from pathlib import Path
from typing import Any

import pytest

import beldigest
from beldigest.errors import BeldigestError, InputError, OptionError, SerialisationError, UnknownFormatError
from beldigest.sources import day_in_name, files

TEXT = "Port closes\nThe port of Velmora closed on Tuesday, and 40 ships were turned away.\n"
MARCH = (
    TEXT + "It was opened on March 3, 2024, and closed again on March 5. Lorries came on March 6 and left on March 7.\n"
)

NAMES: list[tuple[str, dt.date | None]] = [
    ("2025-03-21-letter.txt", dt.date(2025, 3, 21)),
    ("letter_20250321.eml", dt.date(2025, 3, 21)),
    ("Letter 2025.03.21.html", dt.date(2025, 3, 21)),
    ("2025/2025_03_21.md", dt.date(2025, 3, 21)),
    ("2025-03-21/2025-03-21.txt", dt.date(2025, 3, 21)),
    ("2025-03-14--2025-03-21.txt", None),
    ("2025-03.txt", None),
    ("2025-02-30.txt", None),
    ("0120250321.txt", None),
    ("2025-0321.txt", None),
    ("letter 5.txt", None),
]


@pytest.mark.parametrize(("name", "day"), NAMES, ids=[name for name, _ in NAMES])
def test_the_day_in_a_name(name: str, day: dt.date | None) -> None:
    assert day_in_name(name) == day


@pytest.mark.parametrize(
    ("text", "name", "published"),
    [
        (TEXT, "2024-03-08-letter", "2024-03-08"),
        (MARCH, "2024-03-08-letter", "2024-03-08"),
        (MARCH, "2024-04-02-letter", "2024-04-02"),
        (MARCH, "2026-11-30-copy", "2024-03"),
        (MARCH, "2024-02-20-letter", "2024-03"),
        ("Harbour News\nMarch 7, 2024\n\n" + TEXT, "2024-03-08-letter", "2024-03-07"),
    ],
)
def test_a_day_in_the_name_counts_where_the_text_does_not_speak_against_it(
    text: str, name: str, published: str
) -> None:
    found = beldigest.parse(text, name=name)
    assert found.published is not None
    assert found.published.edtf == published
    assert (found.published_known == "stated") == (published == "2024-03-07")


def test_a_day_that_is_given_outweighs_the_name() -> None:
    found = beldigest.parse(TEXT, name="2024-03-08-letter", published="2024-03-09")
    assert (found.published and found.published.edtf, found.published_known) == ("2024-03-09", "given")


def test_folders_are_walked_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.txt", ".hidden", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, "utf-8")
    assert [name for _, name in files(tmp_path)] == ["a.txt", "b/1.txt", "b/2.txt", "c.txt"]
    assert list(files(tmp_path / "a.txt")) == [(tmp_path / "a.txt", "a.txt")]
    assert [each.source.name for each in beldigest.parse_files(tmp_path)] == ["a.txt", "b/1.txt", "b/2.txt", "c.txt"]


def test_a_folder_that_cannot_be_read_is_named_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a/1.txt", "b/2.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(TEXT, "utf-8")
    scan = os.scandir

    def locked(path: str) -> Any:
        if path == str(tmp_path / "a"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", locked)
    failed: list[BeldigestError] = []
    assert [each.source.name for each in beldigest.parse_files(tmp_path, failed=failed.append)] == ["b/2.txt"]
    assert [str(error) for error in failed] == [
        f"{tmp_path / 'a'}: cannot be read: permission denied; check its permissions"
    ]
    with pytest.raises(InputError, match="permission denied"):
        list(beldigest.parse_files(tmp_path))


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "1.txt").symlink_to(tmp_path / "gone.txt")
    with pytest.raises(InputError, match=r"1\.txt: cannot be read: no such file or directory; check the path"):
        list(beldigest.parse_files(tmp_path))


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder with letters of three formats, and with files in the middle that cannot be read."""
    (tmp_path / "1.txt").write_text(TEXT, "utf-8")
    (tmp_path / "2.txt").write_bytes(bytes(range(256)))
    (tmp_path / "3.eml").write_bytes(b"Subject: Letter\nDate: Fri, 8 Mar 2024 09:00:00 +0000\n\n" + TEXT.encode())
    (tmp_path / "4.txt").write_bytes(b"")
    (tmp_path / "5.json").write_text('{"format":"beldigest/1"}', "utf-8")
    (tmp_path / "6.json").write_text(beldigest.to_json(beldigest.parse(TEXT)), "utf-8")
    return tmp_path


def test_what_cannot_be_read_is_named_and_the_others_go_on(letters: Path) -> None:
    failed: list[BeldigestError] = []
    found = list(beldigest.parse_files([letters, letters / "7.txt"], failed=failed.append))
    assert [each.text.strip() for each in found] == [TEXT.strip()] * 3
    assert [error.where for error in failed] == [
        str(letters / "2.txt"),
        str(letters / "4.txt"),
        f"{letters / '5.json'}, $.id",
        str(letters / "7.txt"),
    ]


def test_a_folder_that_was_exported_is_read_back_whole(letters: Path) -> None:
    briefings = tuple(beldigest.parse_files([letters / "1.txt", letters / "3.eml"]))
    beldigest.export(briefings, "csv", letters.parent / "all" / "tables")
    (letters.parent / "all" / "7.txt").write_text(MARCH, "utf-8")
    found = list(beldigest.parse_files(letters.parent / "all"))
    assert [each.text for each in found] == [MARCH, *(each.text for each in briefings)]


def test_what_was_parsed_is_no_document(letters: Path) -> None:
    with pytest.raises(InputError, match="holds parsed briefings, and no document; read it with parse_file"):
        next(beldigest.read(letters / "6.json"))


def test_without_a_listener_the_first_failure_is_raised(letters: Path) -> None:
    found = beldigest.parse_files([letters])
    assert next(found).source.name == "1.txt"
    with pytest.raises(InputError, match=r"2\.txt: "):
        next(found)


@pytest.mark.parametrize("wrong", [{"published": "soon"}, {"format": "docx"}, {"anchor": "today"}])
def test_a_wrong_argument_is_no_fault_of_a_source(letters: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises((OptionError, UnknownFormatError)):
        list(beldigest.parse_files(letters, failed=lambda _: None, **wrong))


SOURCE = beldigest.Source("mine", "text/plain", "")


def ragged(*spans: tuple[int, int]) -> beldigest.Document:
    """A document of eight characters with blocks that stand there."""
    blocks = tuple(beldigest.Block("paragraph", beldigest.Span(*span)) for span in spans)
    return beldigest.Document("He said.", blocks, SOURCE)


MISTAKES: list[tuple[Any, str]] = [
    (lambda: beldigest.parse(b"bytes"), "parse takes a str or a Document, not bytes; give files"),
    (lambda: beldigest.parse("x", published=20250321), "a date or a str, not int"),
    (lambda: beldigest.parse("x", anchor="today"), "give one of published, narrative"),
    (lambda: beldigest.parse("x", gazetteers=["register.csv"]), "not str; read one with register_file"),
    (lambda: next(beldigest.parse_file(b"bytes")), "wrap them in io.BytesIO"),
    (lambda: next(beldigest.parse_file(io.StringIO("text"))), "open files with 'rb', and give texts to parse"),
    (lambda: next(beldigest.parse_file(7)), "the source is a int"),
    (lambda: next(beldigest.parse_file(".")), "give folders to parse_files"),
    (lambda: beldigest.find_dates("on Friday", published="Friday"), "no date of publication"),
    (lambda: beldigest.find_dates("on Friday", anchor="today"), "give one of published, narrative"),
    (lambda: beldigest.find_figures(b"5 ships"), "a text is a str, not bytes; decode it first"),
    (lambda: beldigest.deduplicate(["text"]), "deduplicate takes briefings, not str; parse it first"),
    (lambda: beldigest.deduplicate(None), "briefings are given as a list or another iterable, not NoneType"),
    (lambda: beldigest.export("text", "json", io.BytesIO()), "export takes briefings, not str; parse it first"),
    (lambda: beldigest.export((), "json", io.StringIO()), "a path or a binary stream is due; open files with 'wb'"),
    (lambda: beldigest.export((), "json", ""), "the name of the target is empty; name a file or a folder"),
    (lambda: beldigest.deduplicate((), opinions=[True]), "it is True, which cannot be called"),
    (lambda: beldigest.parse(beldigest.Document("x", (), SOURCE, days=7), name=7), "a name is a str, not int"),
    (lambda: beldigest.parse(ragged((0, 9))), "blocks[0] is Span(start=0, end=9), and is to lie between 0 and 8"),
    (lambda: beldigest.parse(ragged((4, 8), (0, 3))), "blocks[1] is Span(start=0, end=3), and is to lie between 8"),
    (lambda: beldigest.from_json(None), "a JSON text is a str or bytes, not NoneType"),
    (lambda: beldigest.parse("x", language=7), "a language is a BCP 47 tag, not int"),
    (lambda: beldigest.parse("x", gazetteers=beldigest.Gazetteer("none", ())), "or another iterable, not Gazetteer"),
    (lambda: next(beldigest.parse_file("in.txt", recognisers=len)), "recognisers are given as a list"),
    (lambda: next(beldigest.parse_file("")), "the name of the source is empty; name a file or a folder"),
    (lambda: next(beldigest.parse_files(7)), "the source is a int, and a path is due"),
    (lambda: beldigest.deduplicate((), options="loose"), "options are a DuplicateOptions, not str"),
    (lambda: beldigest.DuplicateOptions(within_days="7"), "within_days is '7'; it is a number of days"),
    (lambda: beldigest.cluster(["text"]), "a story is a StoryText, not str; StoryText('', 'text')"),
    (lambda: beldigest.StoryIndex().ask("text"), "a story is a StoryText, not str"),
    (lambda: beldigest.find_roles("Mayor Ana Ruiz", ["Ana Ruiz"]), "a span is due, and not str"),
    (lambda: beldigest.find_roles("Mayor Ana Ruiz", [beldigest.Span(6, 90)]), "does not lie in the 14 characters"),
    (lambda: beldigest.resolve_actors("Ana Ruiz", [beldigest.Span(0, 8)]), "an ActorMention is due, and not Span"),
    (lambda: beldigest.resolve_actors("Ana", beldigest.find_actors("Mayor Ana Ruiz")), "in the 3 characters"),
    (lambda: beldigest.compare_names("Ann", float("nan")), "a name is a str, not float; leave out what is missing"),
    (lambda: beldigest.name_keys(None), "a name is a str, not NoneType"),
    (lambda: beldigest.compare_names("Ann", "Anna", "woman"), "'woman' is no kind of actor; give one of person"),
]


@pytest.mark.parametrize(("mistake", "said"), MISTAKES, ids=[said for _, said in MISTAKES])
def test_a_mistake_of_the_caller_is_one_sentence(mistake: Any, said: str) -> None:
    with pytest.raises(BeldigestError) as error:
        mistake()
    assert said in str(error.value)


def test_a_stream_that_was_closed_cannot_be_read(letters: Path) -> None:
    with (letters / "1.txt").open("rb") as stream:
        pass
    with pytest.raises(InputError, match=r"cannot be read: .*closed"):
        next(beldigest.parse_file(stream))


def test_a_wrong_line_of_many_briefings_is_named(tmp_path: Path) -> None:
    stored = tmp_path / "many.json"
    beldigest.export([beldigest.parse("One"), beldigest.parse("Two")], "json", stored)
    stored.write_bytes(stored.read_bytes().replace(b"}\n]", b"\n]"))
    with pytest.raises(SerialisationError, match=r"many\.json, line 3, column \d+: not a JSON text: expecting"):
        list(beldigest.parse_files(stored))


def test_a_language_without_rules_is_said(tmp_path: Path) -> None:
    assert beldigest.parse("Порт закрыт", language="ru-RU").warnings[0].message.startswith("there are no rules for")
    assert beldigest.parse(TEXT, language="en-GB", published="2024-03-08").warnings == ()


@pytest.mark.parametrize("published", ["2024-03-08", dt.date(2024, 3, 8)])
def test_single_sentences_take_a_day_as_briefings_do(published: Any) -> None:
    (found,) = beldigest.find_dates("It closed on Tuesday.", published=published)
    assert found.when and found.when.edtf == "2024-03-05"
    (found,) = beldigest.find_dates("It closed on March 5.", published="2024-03")
    assert found.when and found.when.edtf == "2024-03-05"


def test_the_sentence_around_a_record() -> None:
    text = "Port of 3 cranes closes\n\nThe port closed on March 5, 2024. It sent 40 ships\naway. Nobody came.\n"
    briefing = beldigest.parse(text)
    (story,) = briefing.stories
    quotes = {figure.value: briefing.quote(beldigest.sentence(briefing, figure.span)) for figure in story.figures}
    assert quotes == {3: "Port of 3 cranes closes", 40: "It sent 40 ships\naway."}
    two = beldigest.Span(text.index("ships"), text.index("Nobody") + 6)
    assert briefing.quote(beldigest.sentence(briefing, two)) == "It sent 40 ships\naway. Nobody came."
    nowhere = beldigest.Span(len(text), len(text))
    assert beldigest.sentence(briefing, nowhere) == nowhere

"""The command line: what goes to which stream, and which exit code says what."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import beldigest
from beldigest.cli import listed, main, shown
from beldigest.plugins.registry import Registry, installed
from beldigest.testing import samples

LETTER = Path(__file__).parents[2] / "examples" / "letter.txt"
FIXTURES = Path(__file__).parents[1] / "fixtures" / "cli"


@attrs.frozen
class Done:
    """What a command did: its exit code, and what it wrote to the two streams."""

    returncode: int
    stdout: bytes
    stderr: bytes


def run(*arguments: str | Path, input: bytes = b"", **environment: str) -> Done:
    """Runs a command in this process, with streams and an environment of its own."""
    stdin, stdout, stderr = (io.TextIOWrapper(io.BytesIO(data), "utf-8", newline="") for data in (input, b"", b""))
    installed.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"argv": ["beldigest", *map(str, arguments)], "stdin": stdin, "stdout": stdout}.items():
            patch.setattr(sys, name, value)
        patch.setattr(sys, "stderr", stderr)
        for name, value in environment.items():
            patch.setenv(name, value)
        code = main()
    installed.cache_clear()
    stdout.flush()
    stderr.flush()
    assert isinstance(stdout.buffer, io.BytesIO) and isinstance(stderr.buffer, io.BytesIO)
    return Done(code, stdout.buffer.getvalue(), stderr.buffer.getvalue())


def test_it_is_a_process_of_its_own() -> None:
    command = [sys.executable, "-m", "beldigest", "--version"]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    assert done.stdout.decode().strip() == f"beldigest, version {beldigest.__version__}"


def test_json_on_standard_output_is_the_result_and_nothing_else() -> None:
    done = run("convert", LETTER, "-t", "json", "--published", "2025-05-16")
    assert (done.returncode, done.stderr) == (0, b"")
    briefing = beldigest.from_json(done.stdout)
    assert briefing == next(beldigest.parse_file(LETTER, published="2025-05-16"))


def test_standard_input_and_output(tmp_path: Path) -> None:
    done = run("convert", "-", "-t", "json", input=b"A headline\nA story of March 3, 2024.\n")
    assert done.returncode == 0
    assert json.loads(done.stdout)["source"]["name"] == "standard input"
    again = run("convert", "-", "-t", "json", input=done.stdout)
    assert again.stdout == done.stdout


def test_show_names_what_was_found_and_why() -> None:
    shown = run("show", LETTER, "--published", "2025-05-16").stdout.decode()
    assert "published 2025-05-16 (given)" in shown
    why = run("show", "--why", LETTER).stdout.decode()
    assert "story" in why
    assert "[" in why


def test_show_shows_every_kind_of_record() -> None:
    expected = (FIXTURES / "show.txt").read_text("utf-8")
    assert "\n".join(shown.briefing(samples.full())) + "\n" == expected
    assert list(shown.briefing(samples.empty())) == [
        "# empty",
        "0 stories, 0 actors",
        "no story was found; --why shows how the text was taken apart",
    ]


def test_duplicates_shows_what_both_sides_say_and_what_a_page_holds() -> None:
    expected = (FIXTURES / "duplicates.txt").read_text("utf-8")
    assert "\n".join(shown.duplicates([samples.full()])) + "\n" == expected
    assert list(shown.duplicates([samples.empty()])) == ["nothing was folded"]


def test_a_terminal_is_told_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("TTY_COMPATIBLE", raising=False)
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert list(shown.progress(iter([samples.full()]), lambda: 3)) == [samples.full()]
    assert "1 briefing of 3 files, letter.txt" in terminal.getvalue()
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert list(shown.progress([samples.full()], lambda: 1 // 0)) == [samples.full()]


def test_show_tells_a_part_of_a_whole_from_so_many_of_it() -> None:
    found = beldigest.parse("Less than half of the boats sank, and 0 divers and 3 anglers drowned.")
    lines = [line.strip() for line in shown.briefing(found)]
    figures = [line.removeprefix("figure: ").partition(" <-")[0] for line in lines if line.startswith("figure: ")]
    assert figures == ["less than 0.5 of boats", "0 divers", "3 anglers"]


def test_duplicates_names_both_sides() -> None:
    shown = run("duplicates", LETTER).stdout.decode()
    assert "misplaced body" in shown
    assert "folded into: Verin, Dragan sign customs pact in Kestria" in shown


def test_a_repeated_file_is_folded_into_the_first(tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(LETTER.read_bytes())
    shown = run("duplicates", LETTER, copy).stdout.decode()
    assert shown.count("folded into:") >= 5


def test_formats_says_what_a_reader_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert b"needs" not in run("formats").stdout
    monkeypatch.setattr("beldigest.cli.listed.find_spec", lambda module: None if module == "feedparser" else module)
    lacking = [line for line in run("formats").stdout.splitlines() if b"needs" in line]
    assert lacking == [b"  xml        .xml .rss .atom .rdf (needs pip install 'beldigest[feeds]')"]


def test_a_folder_with_the_name_of_a_file_is_told_of(tmp_path: Path) -> None:
    done = run("convert", LETTER, "-t", "csv", "-o", tmp_path / "letter.csv")
    files = list((tmp_path / "letter.csv").iterdir())
    assert f"letter.csv is a folder of {len(files)} files\n" in done.stderr.decode()
    assert b"is a folder" not in run("convert", LETTER, "-t", "csv", "-o", tmp_path / "letter").stderr


def test_formats_and_plugins_list_what_is_installed() -> None:
    formats = run("formats").stdout
    assert b"the lossless serialisation (can be read back)\n" in formats
    assert b"  -O excel=false  begin each table with a byte-order mark, by which Excel knows UTF-8\n" in formats
    assert re.search(rb"  -O open=day  deadlines, .* \(one of day, skip\)\n", formats)
    assert [line.split()[0] for line in formats.splitlines() if line.endswith(b"(can be read back)")] == [
        b"json",
        b"csv",
        b"jsonld",
    ]
    plugins = run("plugins")
    for name in (b"csv", b"ical", b"jsonld", b"markdown"):
        assert name in plugins.stdout
    assert plugins.returncode == 0, plugins.stdout


def test_what_is_missing_can_be_installed_and_what_is_disabled_is_not_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "installed", lambda: Registry([], disabled=["csv"]))
    *_, heading, ical, jsonld, markdown = listed.formats()
    assert heading == "can be installed:"
    assert [line.split()[-1] for line in (ical, jsonld, markdown)] == [
        "beldigest-ical",
        "beldigest-jsonld",
        "beldigest-markdown",
    ]
    assert [line.split() for line in listed.plugins()] == [["csv", "disabled"]]
    monkeypatch.setattr(listed, "installed", lambda: Registry([], disabled=[]))
    (line,) = listed.plugins()
    assert line.startswith("no plug-in is installed; the project's own: beldigest-csv, ")


def test_a_disabled_plugin_is_said_to_be() -> None:
    done = run("convert", LETTER, "-t", "csv", BELDIGEST_DISABLE_PLUGINS="csv")
    assert done.returncode == 2
    assert b"disabled" in done.stderr


MISUSE: list[tuple[list[str | Path], str]] = [
    (["convert", LETTER, "-t", "docx"], "formats here"),
    (["convert", LETTER, "-t", "csv"], "-o FOLDER"),
    (["convert", LETTER, "-t", "json", "-O", "colour=red"], "no option 'colour'; it has none"),
    (["convert", LETTER, "-t", "csv", "-o", "out", "-O", "tabel=figures"], "it has: table, guard, excel, records"),
    (["convert", LETTER, "-t", "json", "--published", "yesterday"], "no date of publication"),
    (["convert", LETTER, "-f", "docx", "-t", "json"], "docx"),
    (["convert", LETTER, "-t", "json", "--strictness", "loose"], "add --across"),
    (["convert", LETTER, "-t", "json", "--keep-duplicates", "--across"], "give one of them"),
    (["duplicates", LETTER, "--within-days", "-1"], "--within-days"),
    (["convert", LETTER, "-t", "csv", "-O", "table=nothing"], "give one of briefings, "),
    (["convert", LETTER, "-t", "jsonld", "-O", "around"], "give a whole number"),
    (["convert", LETTER, "-t", "ical", "-O", "name"], "give a text"),
    (["convert", LETTER], "--to"),
    (["no-such-command"], "No such command"),
]


@pytest.mark.parametrize(("arguments", "said"), MISUSE, ids=[said for _, said in MISUSE])
def test_misuse_is_one_sentence_and_code_2(arguments: list[str | Path], said: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


@pytest.mark.parametrize(
    "case", ["missing", "empty folder", "empty", "binary", "target is a folder", "target is missing", "full"]
)
def test_a_failure_is_one_sentence_and_code_1(tmp_path: Path, case: str) -> None:
    source, target = tmp_path / "in.txt", tmp_path / "out.json"
    source.write_text("A headline\nA story.\n", "utf-8")
    if case == "missing":
        source = tmp_path / "nothing.txt"
    elif case == "empty folder":
        source = tmp_path / "none"
        source.mkdir()
    elif case == "empty":
        source.write_bytes(b"")
    elif case == "binary":
        source.write_bytes(bytes(range(256)) * 20)
    elif case == "target is a folder":
        target.mkdir()
    elif case == "target is missing":
        target = tmp_path / "nowhere" / "out.json"
    else:
        target = Path("/dev/full")
    before = sorted(tmp_path.iterdir())
    done = run("convert", source, "-t", "json", "-o", target)
    assert done.returncode == 1
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("beldigest: ")
    assert sorted(tmp_path.iterdir()) == before


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """Two letters of one folder that tell the same story, and a file between them that is none."""
    folder = tmp_path / "letters"
    (folder / "more").mkdir(parents=True)
    body = (
        "The harbour authority of Velmora closed two of its five berths on Tuesday after divers found cracks in it.\n"
    )
    (folder / "2024-03-08.txt").write_text(f"Berths closed\n{body}\nTeachers strike\nAbout 400 schools stayed shut.\n")
    (folder / "2024-03-11.docx").write_bytes(b"PK" + bytes(99))
    (folder / "more" / "2024-03-15.txt").write_text(f"Berths closed\n{body}\nFerries run\nThey are full, he said.\n")
    return folder


def stories(output: bytes) -> dict[str, list[str]]:
    return {each["source"]["name"]: [story["headline"] for story in each["stories"]] for each in json.loads(output)}


def test_a_source_that_cannot_be_read_is_named_and_the_others_go_on(letters: Path) -> None:
    done = run("convert", letters, "-t", "json")
    assert done.returncode == 1
    (said,) = done.stderr.decode().splitlines()
    assert said.startswith(f"beldigest: {letters / '2024-03-11.docx'}: ")
    assert stories(done.stdout) == {
        "2024-03-08.txt": ["Berths closed", "Teachers strike"],
        "more/2024-03-15.txt": ["Berths closed", "Ferries run"],
    }
    assert [each["published"]["edtf"] for each in json.loads(done.stdout)] == ["2024-03-08", "2024-03-15"]
    for command in ("show", "duplicates"):
        assert run(command, letters).returncode == 1


def test_stories_are_folded_across_briefings_when_asked(letters: Path) -> None:
    (letters / "2024-03-11.docx").unlink()
    once = stories(run("convert", letters, "-t", "json", "--across").stdout)
    assert once == {"2024-03-08.txt": ["Berths closed", "Teachers strike"], "more/2024-03-15.txt": ["Ferries run"]}
    near = run("convert", letters, "-t", "json", "--across", "--within-days", "3").stdout
    assert sum(map(len, stories(near).values())) == 4


def test_show_takes_several_sources(letters: Path) -> None:
    shown = run("show", letters, "-", input=b"A headline\nA story of one line.\n").stdout.decode()
    assert [line for line in shown.splitlines() if line.startswith("# ")] == [
        "# 2024-03-08.txt",
        "# more/2024-03-15.txt",
        "# A headline",
    ]
    assert run("show", "--why", letters).stdout.count(b"Berths closed") == 2


def test_many_notes_of_an_exporter_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    report = beldigest.Report((), tuple(f"note {number}" for number in range(13)))
    monkeypatch.setattr(beldigest, "export", lambda *_, **__: report)
    lines = run("convert", LETTER, "-t", "json").stderr.decode().splitlines()
    assert lines[:10] == [f"beldigest: note {number}" for number in range(10)]
    assert lines[10:] == ["beldigest: and 3 more such notes"]


def test_what_a_briefing_warns_of_is_said_once() -> None:
    done = run("convert", LETTER, LETTER, "-t", "json", "--language", "fr")
    (said,) = done.stderr.decode().splitlines()
    assert said.startswith("beldigest: warning: there are no rules for the language 'fr'")
    assert done.returncode == 0


def test_a_reader_that_has_seen_enough_ends_it_quietly(tmp_path: Path) -> None:
    many = tmp_path / "many.txt"
    many.write_bytes(LETTER.read_bytes() * 20)
    command = f"{sys.executable} -m beldigest show {many} | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1
    assert done.returncode == 0


@pytest.mark.parametrize("at", ["beldigest.cli.commands.run", "beldigest.parse_files"])
def test_an_interrupt_ends_it_with_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(at, interrupted)
    done = run("convert", LETTER, "-t", "json", "-o", tmp_path / "out.json")
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, b"", b"beldigest: stopped")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "command", [["show", LETTER], ["convert", LETTER, "-t", "json"], ["formats"]], ids=["show", "convert", "formats"]
)
def test_an_output_that_is_full_is_one_sentence(command: list[str | Path]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "beldigest", *command], stdout=full, stderr=-1, timeout=60)
    assert done.stderr == b"beldigest: standard output: cannot be written: no space left on device\n"
    assert done.returncode == 1

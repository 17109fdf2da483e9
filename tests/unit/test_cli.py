"""The command line, as a process: what goes to which stream, and which exit code says what."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import beldigest

LETTER = Path(__file__).parents[2] / "examples" / "letter.txt"


def run(*arguments: str | Path, input: bytes | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", "import sys; from beldigest.cli import main; sys.exit(main())", *map(str, arguments)],
        input=input,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=60,
    )


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


def test_duplicates_names_both_sides() -> None:
    shown = run("duplicates", LETTER).stdout.decode()
    assert "misplaced body" in shown
    assert "folded into: Verin, Dragan sign customs pact in Kestria" in shown


def test_a_repeated_file_is_folded_into_the_first(tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(LETTER.read_bytes())
    shown = run("duplicates", LETTER, copy).stdout.decode()
    assert shown.count("folded into:") >= 5


def test_formats_and_plugins_list_what_is_installed() -> None:
    assert b"the lossless serialisation" in run("formats").stdout
    listed = run("plugins")
    for name in (b"csv", b"ical", b"jsonld", b"markdown"):
        assert name in listed.stdout
    assert listed.returncode == 0, listed.stdout


def test_a_disabled_plugin_is_said_to_be() -> None:
    done = run("convert", LETTER, "-t", "csv", BELDIGEST_DISABLE_PLUGINS="csv")
    assert done.returncode == 2
    assert b"disabled" in done.stderr


MISUSE: list[tuple[list[str | Path], str]] = [
    (["convert", LETTER, "-t", "docx"], "formats here"),
    (["convert", LETTER, "-t", "csv"], "-o FOLDER"),
    (["convert", LETTER, "-t", "json", "-O", "colour=red"], "no option 'colour'"),
    (["convert", LETTER, "-t", "json", "--published", "yesterday"], "no date of publication"),
    (["convert", LETTER, "-f", "docx", "-t", "json"], "docx"),
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
    "case", ["missing", "folder", "empty", "binary", "target is a folder", "target is missing", "full"]
)
def test_a_failure_is_one_sentence_and_code_1(tmp_path: Path, case: str) -> None:
    source, target = tmp_path / "in.txt", tmp_path / "out.json"
    source.write_text("A headline\nA story.\n", "utf-8")
    if case == "missing":
        source = tmp_path / "nothing.txt"
    elif case == "folder":
        source = tmp_path
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


def test_a_reader_that_has_seen_enough_ends_it_quietly() -> None:
    command = (
        f"{sys.executable} -c 'import sys; from beldigest.cli import main; sys.exit(main())' show {LETTER} | head -1"
    )
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1

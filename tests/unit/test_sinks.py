"""Targets: nothing half-written, and one clear sentence for what cannot be written."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from beldigest.errors import OptionError, OutputError, PluginError
from beldigest.model import Briefing
from beldigest.plugins.contracts import Layout, Option, OptionValue, Sink
from beldigest.plugins.registry import Registry
from beldigest.sinks import FileTarget, FolderTarget, Target
from beldigest.testing import samples
from beldigest.writing import export


def test_a_file_stands_there_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before", "utf-8")
    target = FileTarget(path)
    with target.text() as out:
        out.write("after")
    assert path.read_text("utf-8") == "before"
    target.commit()
    assert path.read_text("utf-8") == "after"
    assert list(tmp_path.iterdir()) == [path]


def fail_halfway(target: Target, name: str) -> None:
    with pytest.raises(ZeroDivisionError), target.text(name) as out:
        out.write("half")
        raise ZeroDivisionError
    target.discard()


def test_a_failed_file_leaves_what_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before", "utf-8")
    fail_halfway(FileTarget(path), "")
    assert path.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_folder_leaves_nothing(tmp_path: Path) -> None:
    fail_halfway(FolderTarget(tmp_path / "out"), "a/b.txt")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_keeps_its_other_files(tmp_path: Path) -> None:
    (tmp_path / "out" / "a").mkdir(parents=True)
    (tmp_path / "out" / "a" / "mine.txt").write_text("mine", "utf-8")
    target = FolderTarget(tmp_path / "out")
    with target.text("a/new.txt") as out:
        out.write("new")
    target.commit()
    assert sorted(path.name for path in (tmp_path / "out" / "a").iterdir()) == ["mine.txt", "new.txt"]
    assert target.files == [str(tmp_path / "out" / "a" / "new.txt")]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["", "/etc/passwd", "../up.txt", "a/../../up.txt"])
def test_a_folder_is_never_left(tmp_path: Path, name: str) -> None:
    with pytest.raises(PluginError), FolderTarget(tmp_path / "out").binary(name):
        pass


def test_the_working_folder_is_a_folder_like_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    report = export(samples.full(), "csv", ".")
    assert sorted(report.files) == sorted(map(str, tmp_path.iterdir()))
    with pytest.raises(OutputError, match="is a folder"):
        export(samples.full(), "json", ".")


def test_lone_surrogates_become_replacement_characters(tmp_path: Path) -> None:
    target = FileTarget(tmp_path / "out.txt")
    with target.text() as out:
        out.write("a\ud800\udfffb\U0001f600")
    target.commit()
    assert (tmp_path / "out.txt").read_text("utf-8") == "a\ufffd\ufffdb\U0001f600"


def test_a_folder_where_a_file_is_due(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a folder"):
        export(samples.empty(), "json", tmp_path)


def test_a_file_where_a_folder_is_due(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", "utf-8")
    with pytest.raises(OutputError, match="is a file"):
        FolderTarget(tmp_path / "out")


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no such file or directory"):
        export(samples.empty(), "json", tmp_path / "nowhere" / "out.json")


@pytest.mark.parametrize("format", ["json", "csv"])
def test_a_file_where_the_folder_of_the_target_is_due(tmp_path: Path, format: str) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match="not a directory"):
        export(samples.full(), format, tmp_path / "file" / "out")
    assert (tmp_path / "file").read_text("utf-8") == "mine"


def test_a_full_disk() -> None:
    with pytest.raises(OutputError, match="no space left"):
        export(samples.full(), "json", "/dev/full")


def test_a_stream_takes_one_file() -> None:
    out = io.BytesIO()
    report = export([samples.full(), samples.empty()], "json", out)
    assert out.getvalue().count(b"\n") == 4
    assert report.files == ()


class Folder:
    format = "folder"
    description = "a folder"
    media_type = "text/plain"
    suffix = ""
    options = (
        Option("loud", False, "says so"),
        Option("times", 1, "how often"),
        Option("mode", "a", "which", ("a", "b")),
    )

    def layout(self, options: Mapping[str, OptionValue]) -> Layout:
        return "folder"

    def export(self, briefings: Iterable[Briefing], sink: Sink, options: Mapping[str, OptionValue]) -> None:
        with sink.text("x.txt") as out:
            out.write(repr(dict(options)))


class Installed(Registry):
    """An environment in which every format is the folder's."""

    def exporter(self, format: str) -> Folder:
        return Folder()

    writer = exporter


INSTALLED = Installed(())


def test_a_stream_cannot_hold_a_folder() -> None:
    with pytest.raises(OptionError, match="no stream can hold"):
        export([], "folder", io.BytesIO(), registry=INSTALLED)


def test_options_are_checked_and_have_defaults(tmp_path: Path) -> None:
    export([], "folder", tmp_path / "out", registry=INSTALLED, loud="yes", times="3")
    assert (tmp_path / "out" / "x.txt").read_text("utf-8") == "{'loud': True, 'times': 3, 'mode': 'a'}"
    for wrong in ({"loud": "maybe"}, {"times": "many"}, {"mode": "c"}, {"colour": "red"}):
        with pytest.raises(OptionError):
            export([], "folder", tmp_path / "out", registry=INSTALLED, **wrong)


def test_the_temporary_name_lies_beside_the_target(tmp_path: Path) -> None:
    """Renaming works only within one file system, so the temporary name must share the target's folder."""
    target = FolderTarget(tmp_path / "out")
    with target.text("x.txt"):
        assert [path.name for path in tmp_path.iterdir()] == [f".out.{os.getpid()}.part"]
    target.discard()

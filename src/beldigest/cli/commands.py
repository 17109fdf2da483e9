"""The commands: convert, show, duplicates, formats, plugins.

Each imports what it does when it is asked for: help, and the completion of a word, come at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar, get_args

import click

import beldigest
from beldigest.cli import shown
from beldigest.dedup.decision import DuplicateOptions, Strictness
from beldigest.errors import BeldigestError, InputError, OptionError, OutputError, SerialisationError
from beldigest.sources import files

if TYPE_CHECKING:
    from beldigest.document import Document
    from beldigest.language import Gazetteer
    from beldigest.model import Briefing, Notice
    from beldigest.plugins.contracts import OptionValue

_STDIN = "standard input"
#: So many notes of an exporter are shown; a program gets all of them in the report.
_NOTES = 10
_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def run() -> int:
    """Runs the command line, and turns what goes wrong into one sentence on standard error."""
    # Text may hold what the terminal's encoding has no form for.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = cli.main(prog_name="beldigest", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("beldigest: stopped", err=True)
        return 130
    except BeldigestError as error:
        click.echo(f"beldigest: {error}", err=True)
        return 2 if isinstance(error, OptionError) else 1


class _Commands(click.Group):
    """The commands, whose output is complete when they return."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command. That the reader of its output has seen enough is no failure of it."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except OSError as error:  # those of sources and targets are told of as such
            # Keeps the interpreter from complaining when it closes the stream.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if isinstance(error, BrokenPipeError):
                return 0
            raise OutputError.of_system(error, "standard output") from error
        return code


@click.group(
    cls=_Commands,
    context_settings=_CONTEXT,
    epilog="""\b
Examples:
  beldigest show letter.txt
  beldigest duplicates letters/
  beldigest convert letters/ --across -t csv -o tables""",
)
@click.version_option(package_name="beldigest")
def cli() -> None:
    """Turns news briefings into typed, evidence-linked records."""


_Command = TypeVar("_Command", bound=Callable[..., Any])


def _options(*decorators: Callable[[Any], Any]) -> Callable[[_Command], _Command]:
    """Options that several commands share, shown in this order."""

    def decorated(command: _Command) -> _Command:
        for decorate in reversed(decorators):
            command = decorate(command)
        return command

    return decorated


_sources = _options(
    click.argument("src", nargs=-1, required=True, metavar="SRC..."),
    click.option("-f", "--from", "source_format", metavar="FORMAT", help="Format of SRC; by default told from it."),
    click.option(
        "--published",
        metavar="DATE",
        help="Day of publication (2025-03-21) or its month (2025-03); by default what SRC or its name says.",
    ),
    click.option("--language", metavar="TAG", help="BCP 47 language tag of the text."),
    click.option(
        "--register", type=click.Path(path_type=Path), metavar="FILE", help="Names known beforehand (CSV or JSON)."
    ),
)
_likeness = _options(
    click.option(
        "--strictness",
        type=click.Choice(get_args(Strictness)),
        default="normal",
        help="How much rewording of one story passes; normal by default.",
    ),
    click.option(
        "--within-days",
        type=click.IntRange(min=0),
        metavar="N",
        help="Compare only stories published at most N days apart.",
    ),
)


@cli.command(short_help="Write briefings in another format.")
@_sources
@click.option(
    "-t", "--to", "target_format", required=True, metavar="FORMAT", help="Format to write; see `beldigest formats`."
)
@click.option("-o", "--output", metavar="PATH", default="-", help="File or folder to write; - is standard output.")
@click.option(
    "-O", "--option", "options", multiple=True, metavar="NAME=VALUE", help="Option of the format; NAME alone says yes."
)
@click.option("--keep-duplicates", is_flag=True, help="Leave repeated stories as they are.")
@click.option("--across", is_flag=True, help="Fold what repeats a story of another briefing, too; holds all in memory.")
@_likeness
def convert(
    target_format: str,
    output: str,
    options: tuple[str, ...],
    keep_duplicates: bool,
    across: bool,
    strictness: Strictness,
    within_days: int | None,
    **source: Any,
) -> int:
    """Writes the briefings of SRC in another format.

    SRC are files, folders with all that lies in them, or - for standard input. A source that cannot be read is named,
    and the others go on; the exit code is then 1.
    """
    from beldigest.plugins.options import checked
    from beldigest.writing import exporter

    values: dict[str, Any] = dict(map(_named, options))
    chosen = exporter(target_format)
    folder = chosen.layout(checked(chosen, values)) == "folder"
    if output == "-" and folder:
        raise OptionError(f"the format {target_format!r} is a folder of files", hint="name one with -o FOLDER")
    if keep_duplicates and across:
        raise OptionError("--across folds repeated stories, and --keep-duplicates leaves them", hint="give one of them")
    if not across and (strictness, within_days) != ("normal", None):
        raise OptionError("--strictness and --within-days say how --across compares", hint="add --across")
    sources = _Sources(**source)
    found: Iterator[Briefing] = shown.progress(sources.briefings(fold=not keep_duplicates), sources.count)
    if across:
        found = iter(beldigest.deduplicate(found, options=DuplicateOptions(strictness, within_days)))
    first = list(islice(found, 1))
    if sources.failed and not first:
        return 1
    target: str | BinaryIO = sys.stdout.buffer if output == "-" else output
    report = beldigest.export(_warned(chain(first, found)), target_format, target, **values)
    if folder and Path(output).suffix:  # whoever gives such a name thinks of a file
        click.echo(f"beldigest: {output} is a folder of {len(report.files)} files", err=True)
    for note in report.notes[:_NOTES]:
        click.echo(f"beldigest: {note}", err=True)
    if len(report.notes) > _NOTES:
        click.echo(f"beldigest: and {len(report.notes) - _NOTES} more such notes", err=True)
    return int(sources.failed)


@cli.command(short_help="Show what was found, with the words that prove it.")
@_sources
@click.option("--why", is_flag=True, help="Show how the text was taken apart, and why.")
def show(why: bool, **source: Any) -> int:
    """Shows what was found in SRC, with the words that prove it.

    SRC are files, folders with all that lies in them, or - for standard input.
    """
    sources = _Sources(**source)
    if why:
        for document in sources.documents():
            click.echo("\n".join(shown.why(beldigest.outline(document))))
        return int(sources.failed)
    for number, briefing in enumerate(sources.briefings(fold=True)):
        click.echo("\n" * (number > 0) + "\n".join(shown.briefing(briefing)))
    return int(sources.failed)


@cli.command(short_help="Show which stories say the same, and why.")
@_sources
@_likeness
def duplicates(strictness: Strictness, within_days: int | None, **source: Any) -> int:
    """Shows which stories of SRC were folded into which, and why.

    SRC are files, folders with all that lies in them, or - for standard input.
    """
    sources = _Sources(**source)
    found = shown.progress(sources.briefings(fold=False), sources.count)
    folded = beldigest.deduplicate(found, options=DuplicateOptions(strictness, within_days))
    click.echo("\n".join(shown.duplicates(folded)))
    return int(sources.failed)


@cli.command(short_help="List what can be read and written.")
def formats() -> None:
    """Lists what can be read and written here, and what can be installed."""
    from beldigest.cli import listed

    click.echo("\n".join(listed.formats()))


@cli.command(short_help="List the plug-ins, and what is wrong with them.")
def plugins() -> None:
    """Lists the installed plug-ins with their distributions, and what is broken and why."""
    from beldigest.cli import listed

    click.echo("\n".join(listed.plugins()))


class _Sources:
    """What a command reads; ``failed`` says whether there was a source that could not be read, and was named."""

    def __init__(
        self,
        *,
        src: tuple[str, ...],
        source_format: str | None,
        published: str | None,
        language: str | None,
        register: Path | None,
    ) -> None:
        self.failed = False
        self._src = src
        self._format = source_format
        self._arguments: dict[str, Any] = {
            "format": source_format,
            "published": published,
            "language": language,
            "gazetteers": _register(register),
        }

    def count(self) -> int:
        """How many files there are."""
        found = 0
        for name in self._src:
            with suppress(InputError):  # which is named when it is read
                found += 1 if name == "-" else len(files(name, failed=lambda _: None))
        return found

    def briefings(self, fold: bool) -> Iterator[Briefing]:
        """The briefings of all sources."""
        for name in self._src:
            if name != "-":
                yield from beldigest.parse_files(name, failed=self._fail, fold=fold, **self._arguments)
                continue
            with self._named():
                yield from beldigest.parse_file(sys.stdin.buffer, name=_STDIN, fold=fold, **self._arguments)

    def documents(self) -> Iterator[Document]:
        """The documents of all sources, as their readers give them."""
        for name in self._src:
            with self._named():
                for source, called in [(sys.stdin.buffer, _STDIN)] if name == "-" else files(name, self._fail):
                    with self._named():
                        yield from beldigest.read(source, format=self._format, name=called)

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except (InputError, SerialisationError) as error:
            self._fail(error)

    def _fail(self, error: BeldigestError) -> None:
        self.failed = True
        click.echo(f"beldigest: {error}", err=True)


def _warned(briefings: Iterable[Briefing]) -> Iterator[Briefing]:
    """The same briefings; what they warn of is said on standard error, each warning once."""
    said: set[Notice] = set()
    for briefing in briefings:
        for notice in briefing.warnings:
            if notice not in said:
                said.add(notice)
                click.echo(f"beldigest: warning: {shown.notice(notice)}", err=True)
        yield briefing


def _register(path: Path | None) -> tuple[Gazetteer, ...]:
    if path is None:
        return ()
    return (beldigest.register_file(path),)


def _named(option: str) -> tuple[str, OptionValue]:
    name, equals, value = option.partition("=")
    return (name, value) if equals else (name, True)

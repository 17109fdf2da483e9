"""The commands: convert, show, duplicates, formats, plugins."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, get_args

import click

from beldigest.cli import shown
from beldigest.dedup.decision import DuplicateOptions, Strictness
from beldigest.errors import BeldigestError, OptionError
from beldigest.model import Briefing
from beldigest.pipeline import deduplicate, parse_file, read
from beldigest.plugins.contracts import OptionValue
from beldigest.plugins.json_format import JsonFormat
from beldigest.plugins.options import checked
from beldigest.plugins.registry import KNOWN_FORMATS, Registry, installed
from beldigest.readers import BUILTIN
from beldigest.segment import outline
from beldigest.writing import export, exporter

_STRICTNESS = click.Choice(get_args(Strictness))
_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def run() -> int:
    """Runs the command line, and turns what goes wrong into one sentence on standard error."""
    # Text may hold what the terminal's encoding has no form for.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = cli.main(standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("beldigest: stopped", err=True)
        return 130
    except BrokenPipeError:
        # The reader of our output has seen enough; keep the interpreter from complaining when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except BeldigestError as error:
        click.echo(f"beldigest: {error}", err=True)
        return 2 if isinstance(error, OptionError) else 1


@click.group(context_settings=_CONTEXT)
@click.version_option(package_name="beldigest")
def cli() -> None:
    """Turns news briefings into typed, evidence-linked records."""


def _sources(command: Any) -> Any:
    """The arguments and options of every command that reads briefings."""
    for decorate in (
        click.option("-f", "--from", "source_format", metavar="FORMAT", help="Format of SRC; by default told from it."),
        click.option("--published", metavar="DATE", help="Day of publication (2025-03-21), or its month (2025-03)."),
        click.option("--language", metavar="TAG", help="BCP 47 language tag of the text."),
        click.option(
            "--register", type=click.Path(path_type=Path), metavar="FILE", help="Names known beforehand (CSV or JSON)."
        ),
        click.argument("src", nargs=-1, required=True, metavar="SRC..."),
    ):
        command = decorate(command)
    return command


@cli.command()
@_sources
@click.option(
    "-t", "--to", "target_format", required=True, metavar="FORMAT", help="Format to write; see `beldigest formats`."
)
@click.option("-o", "--output", metavar="PATH", default="-", help="File or folder to write; - is standard output.")
@click.option("-O", "--option", "options", multiple=True, metavar="NAME=VALUE", help="Option of the format.")
@click.option("--keep-duplicates", is_flag=True, help="Leave repeated stories as they are.")
def convert(target_format: str, output: str, options: tuple[str, ...], keep_duplicates: bool, **source: Any) -> None:
    """Writes the briefings of SRC (files, or - for standard input) in another format."""
    chosen = exporter(target_format)
    values: dict[str, Any] = dict(map(_named, options))
    briefings = _briefings(fold=not keep_duplicates, **source)
    target: str | BinaryIO = sys.stdout.buffer if output == "-" else output
    if output == "-" and chosen.layout(checked(chosen, values)) == "folder":
        raise OptionError(f"the format {target_format!r} is a folder of files", hint="name one with -o FOLDER")
    report = export(shown.progress(briefings), target_format, target, **values)
    for note in report.notes:
        click.echo(f"beldigest: {note}", err=True)


@cli.command()
@_sources
@click.option("--why", is_flag=True, help="Show how the text was taken apart, and why.")
def show(why: bool, **source: Any) -> None:
    """Shows what was found in SRC, with the words that prove it."""
    if why:
        for name in source["src"]:
            for document in read(_stream(name), format=source["source_format"], name=_called(name)):
                click.echo("\n".join(shown.why(outline(document))))
        return
    for briefing in _briefings(fold=True, **source):
        click.echo("\n".join(shown.briefing(briefing)))


@cli.command()
@_sources
@click.option(
    "--strictness", type=click.Choice(get_args(Strictness)), default="normal", help="How much rewording passes."
)
@click.option("--within-days", type=int, metavar="N", help="Compare stories published at most N days apart.")
def duplicates(strictness: Strictness, within_days: int | None, **source: Any) -> None:
    """Shows which stories of SRC were folded into which, and why."""
    options = DuplicateOptions(strictness, within_days)
    found = deduplicate(list(_briefings(fold=False, **source)), options=options)
    click.echo("\n".join(shown.duplicates(found)))


@cli.command()
def formats() -> None:
    """Lists what can be read and written here, and what can be installed."""
    registry = installed()
    click.echo("read:")
    for reader in (*BUILTIN, *registry.readers()):
        click.echo(f"  {reader.format:10} {' '.join(reader.suffixes)}")
    click.echo("write:")
    for name in (JsonFormat.format, *registry.formats()):
        for line in _format(name, registry):
            click.echo(line)
    missing = [name for name in KNOWN_FORMATS if name not in registry.formats()]
    if missing:
        click.echo("can be installed:")
        for name in missing:
            click.echo(f"  {name:10} pip install {KNOWN_FORMATS[name]}")


@cli.command()
def plugins() -> None:
    """Lists the installed plug-ins with their distributions, and what is broken and why."""
    registry = installed()
    for plugin in registry.plugins:
        click.echo(f"{plugin.name:20} {plugin.kind:12} {plugin.distribution} {plugin.version}")
    for name in sorted(registry.disabled):
        click.echo(f"{name:20} disabled")
    for fault in registry.faults():
        click.echo(f"broken: {fault}")
    if not registry.plugins:
        click.echo("no plug-in is installed; the project's own: " + ", ".join(KNOWN_FORMATS.values()))


def _format(name: str, registry: Registry) -> Iterator[str]:
    try:
        chosen = exporter(name, registry)
    except BeldigestError as error:
        yield f"  {name:10} broken: {error}"
        return
    yield f"  {name:10} {chosen.description}"
    for option in chosen.options:
        default = str(option.default).lower() if isinstance(option.default, bool) else option.default
        choices = f" ({', '.join(option.choices)})" if option.choices else ""
        yield f"  {'':10}   -O {option.name}={default}  {option.help}{choices}"


def _briefings(
    *,
    src: Iterable[str],
    source_format: str | None,
    published: str | None,
    language: str | None,
    register: Path | None,
    fold: bool,
) -> Iterator[Briefing]:
    gazetteers = _register(register)
    for name in src:
        yield from parse_file(
            _stream(name),
            format=source_format,
            name=_called(name),
            published=published,
            language=language,
            gazetteers=gazetteers,
            fold=fold,
        )


def _register(path: Path | None) -> tuple[Any, ...]:
    if path is None:
        return ()
    from beldigest.language.register_file import register_file

    return (register_file(path),)


def _stream(name: str) -> str | BinaryIO:
    return sys.stdin.buffer if name == "-" else name


def _called(name: str) -> str | None:
    return "standard input" if name == "-" else None


def _named(option: str) -> tuple[str, OptionValue]:
    name, equals, value = option.partition("=")
    return (name, value) if equals else (name, True)

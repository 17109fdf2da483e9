"""Every command and option of the command line is in the reference and shown at work, and those of formats are told."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from beldigest.cli.commands import cli
from beldigest.plugins.registry import KNOWN_FORMATS, installed

ROOT = Path(__file__).parents[2]
REFERENCE = (ROOT / "docs/reference/command-line.md").read_text("utf-8")
#: All that is run by the commands of the documentation.
RUN = "\n".join(
    line
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "plugins").glob("*/README.md")]
    for block in re.findall(r"```console\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    for line in re.findall(r"^ *\$ .*", block, re.MULTILINE)
)
OPTIONS = {
    option.opts[-1]: option
    for command in cli.commands.values()
    for option in command.params
    if isinstance(option, click.Option)
}


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_a_command_is_in_the_reference_and_at_work(name: str) -> None:
    assert re.search(rf"^\| `{name}\b", REFERENCE, re.MULTILINE)
    assert re.search(rf"\bbeldigest {name}\b", RUN)


@pytest.mark.parametrize("name", sorted(OPTIONS))
def test_an_option_is_in_the_reference_and_at_work(name: str) -> None:
    assert re.search(rf"`{name}\b", REFERENCE)
    assert any(re.search(rf"\bbeldigest .* {form}\b", RUN) for form in OPTIONS[name].opts)


def test_the_reference_names_no_option_that_is_not_there() -> None:
    assert set(re.findall(r"`(--[a-z-]+)", REFERENCE)) == set(OPTIONS)


@pytest.mark.parametrize("name", sorted(KNOWN_FORMATS))
def test_a_format_tells_of_its_options_where_it_is_installed_from(name: str) -> None:
    readme = (ROOT / "plugins" / KNOWN_FORMATS[name] / "README.md").read_text("utf-8")
    told = set(re.findall(r"^\| `(\w+)=", readme, re.MULTILINE))
    assert told == {option.name for option in installed().exporter(name).options}

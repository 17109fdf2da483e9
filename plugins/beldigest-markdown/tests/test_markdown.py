"""The page and the notes, and what reads them: front matter, footnotes, a site that MkDocs builds."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import attrs
import frontmatter
import markdown
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

import beldigest
from beldigest import Briefing, export
from beldigest.testing import samples, strategies
from beldigest.testing.contract import ExporterContract, MemorySink, written
from beldigest_markdown import Markdown
from beldigest_markdown.escape import plain
from beldigest_markdown.filenames import FileNames

SAMPLES = [samples.full(), samples.empty(), samples.hostile()]


class TestContract(ExporterContract):
    exporter = Markdown()
    option_sets = ({"layout": "notes"},)

    def words(self, contents: Mapping[str, bytes]) -> str:
        """The text of the rendered pages."""
        pages = (rendered(data.decode("utf-8")) for data in contents.values())
        return "\n".join(html.unescape(re.sub(r"<[^>]+>", "", page)) for page in pages)


def rendered(text: str) -> str:
    return str(MarkdownIt("gfm-like", {"linkify": False}).use(front_matter_plugin).use(footnote_plugin).render(text))


def page(*briefings: Briefing) -> str:
    return written(Markdown(), briefings)[""].decode("utf-8")


def test_front_matter_loads() -> None:
    loaded = frontmatter.loads(page(samples.full()))
    assert loaded.metadata == {
        "title": "Border letter",
        "date": "2023-04-07",
        "date_known": "given",
        "publisher": "The Letter",
        "author": "A. Writer",
        "lang": "en",
        "url": "https://example.org/letter",
        "source_name": "letter.txt",
        "id": samples.full().id,
    }
    assert frontmatter.loads(page(*SAMPLES)).metadata == {"title": "Briefings"}


def test_every_footnote_is_defined_and_used_once_or_more() -> None:
    text = page(*SAMPLES)
    defined = re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    used = set(re.findall(r"(?<!\\)\[\^(\d+)\](?!:)", text))
    assert len(defined) == len(set(defined))
    assert set(defined) == used


def test_a_footnote_holds_the_words_that_prove() -> None:
    text = page(samples.full())
    mark = re.search(r"nearly \*\*2\.5 million EUR\*\*\[\^(\d+)\]", text)
    assert mark
    assert re.search(rf"^\[\^{mark[1]}\]: .*nearly €2\.5 million.* \(characters ", text, re.MULTILINE)


def test_a_figure_is_proved_by_what_it_is_told_in() -> None:
    briefing = beldigest.parse(
        "Harbour closes\n\nThe harbour has 40 berths.\n\n“We count 12 ships,” Ida Holm said. Rain fell."
    )
    text = page(briefing)
    for bold, told in (
        ("**40** berths", "The harbour has 40 berths."),
        ("**12** ships", "“We count 12 ships,” Ida Holm said"),
    ):
        mark = re.search(rf"{re.escape(bold)}\[\^(\d+)\]", text)
        assert mark
        assert f"[^{mark[1]}]: {told}" in text


def test_what_is_denied_is_said_beside_the_speaker_and_not_in_the_quotation() -> None:
    text = page(samples.full())
    assert re.search(
        r"^Ilya Branko, denied, Radio Velmora, 3 April 2023\[\^\d+\]\n\n> “We will not close,”$", text, re.MULTILINE
    )


def test_a_folded_duplicate_is_named_with_its_reason() -> None:
    text = page(samples.full())
    assert "- near: Harbour town counts its berths: the same first paragraph, word for word" in text


@given(strategies.briefings())
def test_no_headline_becomes_markup(briefing: Briefing) -> None:
    """Whatever a briefing says, the page has the headings that it is made of, and no others."""
    md = MarkdownIt("gfm-like", {"linkify": False}).use(front_matter_plugin).use(footnote_plugin)
    sections = any(plain(story.section or "") for story in briefing.stories)
    level = "h3" if sections else "h2"
    own = () if sections else ("Timeline", "Actors", "Folded duplicates")
    tokens = md.parse(page(briefing))
    headings = [
        "".join(child.content for child in tokens[at + 1].children or ())
        for at, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == level
    ]
    bare = [plain(story.headline) for story in briefing.stories]
    assert len(headings) >= len(bare)
    assert set(headings[len(bare) :]) <= set(own)
    for heading, headline in zip(headings, bare, strict=False):
        assert not headline or heading == headline


def test_mkdocs_builds_the_notes(tmp_path: Path) -> None:
    export(SAMPLES, "markdown", tmp_path / "docs", layout="notes")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Briefings\ntheme:\n  name: mkdocs\nmarkdown_extensions: [footnotes]\n", "utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    built = (
        tmp_path / "site" / "2023-04-07-Border-letter" / "1-Harbour-town-counts-its-empty-berths" / "index.html"
    ).read_text("utf-8")
    assert "Who said what" in built
    assert 'href="../actors/' in built


def test_notes_link_to_notes_that_are_there() -> None:
    files = written(Markdown(), SAMPLES, layout="notes")
    for name, content in files.items():
        for target in re.findall(r"(?<!\\)\]\(([^)]+\.md)\)", content.decode("utf-8")):
            parts = [*name.split("/")[:-1], *target.split("/")]
            while ".." in parts:
                at = parts.index("..")
                del parts[at - 1 : at + 1]
            assert "/".join(parts) in files, f"{name} links to {target}"


def test_a_briefing_that_comes_twice_is_noted() -> None:
    sink = MemorySink()
    Markdown().export([samples.full(), samples.full()], sink, {"layout": "notes"})
    assert sink.notes == [f"the briefing {samples.full().id} came twice and is written once"]


def test_each_quotation_is_a_block_of_its_own() -> None:
    text = page(samples.full())
    quotations = sum(len(story.citations) for story in samples.full().stories)
    assert quotations > 1
    for render in (MarkdownIt("commonmark").render, markdown.Markdown().convert):
        assert render(text).count("<blockquote>") == quotations


def test_an_actor_has_its_other_names_for_a_search_to_find() -> None:
    files = written(Markdown(), [samples.full()], layout="notes")
    metadata = [frontmatter.loads(text.decode("utf-8")).metadata for name, text in files.items() if "/actors/" in name]
    found = {each["title"]: each.get("aliases", []) for each in metadata}
    assert found == {actor.name: list(actor.aliases) for actor in samples.full().actors}


titles = st.text(st.characters(), max_size=90) | st.sampled_from(["", "CON", "Index", "con", "a b", "A-b", "a/b", ".."])


@given(st.lists(titles, max_size=12))
def test_file_names_are_safe_and_no_two_are_alike(every: list[str]) -> None:
    names = FileNames()
    given_ = [names.give(title, f"s{number:016x}") for number, title in enumerate(every)]
    assert len({name.casefold() for name in given_}) == len(every)
    for name in given_:
        assert re.fullmatch(r"[^\W_]+(?:-[^\W_]+)*", name)
        assert len(name.encode()) < 250
        assert name.casefold() not in ("con", "index")


def test_a_file_name_says_what_is_in_it() -> None:
    names = FileNames()
    assert names.give("Tomás Verín, “the captain”", "a1") == "Tomás-Verín-the-captain"
    assert names.give("tomás verín: the captain", "a2") == "tomás-verín-the-captain-a2"
    assert names.give("Harbour " * 20, "a3") == "-".join(["Harbour"] * 6)
    assert names.give("?!", "a4") == "a4"


def test_a_story_without_words_has_a_heading() -> None:
    bare = attrs.evolve(samples.full(), stories=(attrs.evolve(samples.full().stories[0], headline="", paragraphs=()),))
    assert "### …" in page(bare)

"""Laws of the readers: bytes of any kind give documents, or one clear error."""

from __future__ import annotations

import io
import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beldigest.document import Block, Document
from beldigest.errors import InputError
from beldigest.model import Span
from beldigest.readers import BUILTIN, choose, markdown, wrapping
from beldigest.readers.base import Reader
from beldigest.readers.encoding import decode

_MARKUP = st.sampled_from(
    [
        "\n",
        "\x00",
        "<p>",
        "</p>",
        "<td>",
        "<table><tr>",
        "<ul><li>",
        "</ul>",
        "<br>",
        "<b>Bold</b>",
        "<h2>",
        "<a href='http://x.example'>",
        "&amp;",
        "&#0;",
        "&bogus;",
        "<!--",
        "-->",
        "<script>",
        "<div style='display:none'>",
        "<style>.x { display: none } @media print {",
        "<p class='x author' id='y'>",
        "<a href='#y'>",
        "<main>",
        "<article><header>",
        "<td>4.20</td></tr><tr>",
        "</div>",
        "Content-Type: multipart/alternative; boundary=y",
        "--y",
        "<font size=5>",
        "<hr>",
        "# Title",
        "##",
        "- item",
        "> quoted",
        "[a](http://x.example)",
        "**b**",
        "---",
        "+++",
        "title: x",
        "[^1]",
        "[^1]: note",
        "{% tag %}",
        "From: a@x.example",
        "Subject: =?utf-8?q?caf=C3=A9?=",
        "Content-Type: text/html; charset=nonsense",
        "Content-Type: multipart/mixed; boundary=x",
        "--x",
        "--x--",
        "Content-Transfer-Encoding: base64",
        "aGVsbG8=",
        "From a@x.example Mon Jan 01 00:00:00 2024",
        "<rss><channel><title>",
        "<item><title>",
        "</item>",
        "<description>",
        "<?xml version='1.0'?>",
        "<!DOCTYPE x [<!ENTITY a 'b'>]>",
        '{"items": [',
        '{"title": 1}',
        "words",
        "é",
    ]
)
#: What the rules of Markdown look for.
# fmt: off
_MARKDOWN = st.sampled_from([
    "\n\n", "===\n", "---\n", "    ", "1. ", "* ", "\\", "`", "```\n", "~~", "~~~\n", "|", "|-|-|\n", "_", "[a]",
    "[a]: /u\n", "![i](/i.png)", "<http://x.example>", "&copy;", "^[note]", "[^1]", "[^1]: note\n", "(/u 'title')",
])
# fmt: on
_SOURCES = st.one_of(
    st.binary(max_size=200), st.lists(_MARKUP, max_size=30).map(lambda pieces: "\n".join(pieces).encode())
)


def _spans(block: Block) -> list[Span]:
    return [block.span, *block.strong, *(link.span for link in block.links)]


@pytest.mark.parametrize("reader", BUILTIN, ids=lambda reader: reader.format)
@given(data=_SOURCES)
def test_any_bytes_give_documents_or_an_input_error(reader: Reader, data: bytes) -> None:
    assert 0 <= reader.sniff(data) <= 1
    try:
        documents = list(reader.read(io.BytesIO(data), "source"))
    except InputError as error:
        assert error.what and error.where.startswith("source")
        return
    for document in documents:
        _check(document)


def _check(document: Document) -> None:
    length = len(document.text)
    for block in document.blocks:
        for span in _spans(block):
            assert 0 <= span.start <= span.end <= length
            assert span in block.span
        words = block.span.of(document.text)
        assert words == words.strip()
        assert block.level >= 0
        assert block.blank_before >= 0


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_text_with_a_mark_or_in_utf_8_is_read_back(text: str, encoding: str) -> None:
    written = "".join(character for character in text if character.isprintable() or character in "\n\t")
    written = written.encode("utf-8", "ignore").decode("utf-8").lstrip("\ufeff")
    assert decode(written.encode(encoding), "source") == (written, ())


@given(st.binary(max_size=100))
def test_some_reader_takes_any_source(data: bytes) -> None:
    assert choose("source", data, BUILTIN) in BUILTIN


@given(st.lists(st.one_of(_MARKUP, _MARKDOWN, st.text(max_size=8)), max_size=25).map("".join))
def test_markdown_without_the_rules_that_cannot_apply_reads_the_same(text: str) -> None:
    assert markdown._rendered(text, "source") == markdown._parser(frozenset()).render(text)


# fmt: off
_LINKS = st.sampled_from([
    "[harbour](https://paper.example/a_b)", "[", "](", ")", "](<", ">)", "![", "[^", "(", "]", "]: ", ' "title"', "- ",
    "*", "_", "`", "<b>", "&amp;", "\\", " ", "\u00a0", "\x7f", "\n", "harbour strike", "https://paper.example/1",
    "javascript:",
])
# fmt: on


@given(st.lists(_LINKS, max_size=25).map("".join))
def test_a_plain_link_reads_the_same_by_the_rule_for_any_link(text: str) -> None:
    assert markdown._parser(frozenset()).render(text) == markdown._parser(frozenset({"plain_link"})).render(text)


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=200, max_size=300), st.integers(50, 110))
def test_text_wrapped_at_a_column_is_known_to_be(words: list[str], width: int) -> None:
    lines = textwrap.wrap(" ".join(words), width)
    breaks = [(len(line), len(line) + 1 + len(after.split()[0])) for line, after in pairwise(lines)]
    column = wrapping.column(breaks)
    assert all(length <= column < reach for length, reach in breaks)


@given(st.integers(2, 40))
def test_lines_of_any_length_are_wrapped_at_no_column(count: int) -> None:
    assert wrapping.column((20 * line, 20 * line + 6) for line in range(count)) == 0

"""What HTML and CSS say of the parts of a page, as the reader hands it on."""

from __future__ import annotations

import io

import pytest

from beldigest.document import Block, Document
from beldigest.readers import BUILTIN, choose


def _read(html: str) -> Document:
    (document,) = choose("page", b"", BUILTIN, "html").read(io.BytesIO(html.encode()), "page")
    return document


def _lines(html: str) -> list[str]:
    document = _read(html)
    return [block.span.of(document.text) for block in document.blocks]


def _by_text(html: str) -> dict[str, Block]:
    document = _read(html)
    return {block.span.of(document.text): block for block in document.blocks}


def test_a_cell_without_font_size_does_not_hide_what_sets_one_in_it() -> None:
    html = "<table><tr><td style='font-size:0px'>a<div style='font-size:13px'>b</div></td></tr></table>"
    assert _lines(html) == ["b"]


@pytest.mark.parametrize("size", ["0", "0px", "1px", "0 !important"])
def test_words_too_small_to_read_are_left_out(size: str) -> None:
    assert _lines(f"<p style='font-size:{size}'>a</p><p>b</p>") == ["b"]


def test_what_one_mail_program_hides_the_others_show() -> None:
    assert _lines("<a href='https://x.example' style='mso-hide:all'>a</a>") == ["a"]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p><a style='display:block'>a</a><a style='display: block;color:red'>b</a></p>", ["a", "b"]),
        ("<div>a <div style='display:inline'>b</div> c</div>", ["a b c"]),
        ("<div style='display:inline-block'>a</div><div style='display:inline-block'>b</div>", ["a", "b"]),
        ("<span style='display:inline-block'>a</span> b", ["a b"]),
    ],
)
def test_css_says_what_begins_a_line(html: str, lines: list[str]) -> None:
    assert _lines(html) == lines

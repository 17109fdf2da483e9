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


def test_what_stands_after_the_main_part_of_a_page_is_none_of_it() -> None:
    html = "<p>a</p><main><p>The longest line of this small page</p></main><div><h2>b</h2><p>c</p></div>"
    assert [block.region for block in _read(html).blocks] == ["body", "body", "aside", "aside"]


def test_a_main_part_with_little_in_it_is_none() -> None:
    html = "<main><p>Hello</p></main><p>All that the page tells stands here, and goes on for a while.</p>"
    assert {block.region for block in _read(html).blocks} == {"body"}


def test_a_narrow_cell_without_running_text_is_a_column_beside_the_text() -> None:
    text = "<p>The mill was shut on Monday and will not open again before the spring, its owner said.</p>" * 3
    rates = "<b>Rates</b><table><tr><td>Wool</td><td>4.10</td></tr></table>"
    html = f"<table><tr><td>{text}</td><td>{rates}</td></tr></table>"
    found = _by_text(html)
    assert [found[name].region for name in ("Rates", "Wool", "4.10")] == ["column"] * 3


def test_a_wide_cell_beside_the_text_is_none() -> None:
    text = "<p>The mill was shut on Monday and will not open again before the spring, its owner said.</p>"
    html = f"<table><tr><td>{text * 4}</td><td>{text}</td></tr></table>"
    assert {block.region for block in _read(html).blocks} == {"body"}


def test_the_header_of_each_of_several_articles_is_no_header_of_the_page() -> None:
    article = "<article><header><h2>{0}</h2></header><p>{0}, they said, and went.</p></article>"
    one, several = _by_text(article.format("a")), _by_text(article.format("a") + article.format("b"))
    assert (one["a"].region, several["a"].region, several["b"].region) == ("header", "body", "body")


@pytest.mark.parametrize(
    "credit",
    [
        "<h4 class='author'>Ann Oke</h4>",
        "<p class='meta'><a rel='author' href='/a'>Ann Oke</a></p>",
        "<p><span itemprop='author'>Ann Oke</span></p>",
    ],
)
def test_markup_says_who_wrote_something(credit: str) -> None:
    found = _by_text(f"<h2>Mill shut</h2>{credit}<p>The mill was shut on Monday, its owner said.</p>")
    assert found["Ann Oke"].marker == "from:"


def test_a_page_of_one_author_is_none() -> None:
    text = "<p>The mill was shut on Monday and will not open again before the spring, its owner said.</p>"
    assert {block.marker for block in _read(f"<div class='archive author'>{text * 3}<p>a</p></div>").blocks} == {""}


def test_links_to_places_further_on_in_the_page_are_known() -> None:
    html = (
        "<ul><li><a href='#x'>a</a></li><li><a name='y' href='#none'>b</a></li></ul><h2 id='x'>c</h2><a href='#y'>d</a>"
    )
    assert [block.onward for block in _read(html).blocks] == [True, False, False, False]
    assert not any(block.links for block in _read(html).blocks)


def test_the_sign_with_the_address_of_a_heading_is_no_word_of_it() -> None:
    assert _lines("<h2 id='a'>Title<a href='#a'>#</a></h2>") == ["Title"]


def test_the_words_for_a_picture_head_nothing_that_has_words_of_its_own() -> None:
    assert _lines("<h2><img alt='a bird'>Title</h2><h2><img alt='Name'></h2>") == ["Title", "Name"]


def _styled(sheet: str, body: str) -> str:
    return f"<html><head><style type='text/css'>{sheet}</style></head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("sheet", "lines"),
    [
        (".x { display: none }", ["b"]),
        ("#y{visibility:hidden}", ["a"]),
        ("p.x, h9 { display:none !important }", ["b"]),
        ("/* .x{display:none} */", ["a", "b"]),
        (".z .x { display: none }", ["a", "b"]),
        ("@media print { .x { display: none } }", ["a", "b"]),
        (".x { display: none } .open .x { display: block }", ["a", "b"]),
        (".x { display: none } @media screen { .x { display: inline } }", ["a", "b"]),
        ("<!-- .x{display:none} -->", ["b"]),
        (".x { display: none", ["a", "b"]),
        ("}}.x{display:none}", ["b"]),
    ],
)
def test_a_style_sheet_hides_what_nothing_shows(sheet: str, lines: list[str]) -> None:
    assert _lines(_styled(sheet, "<p class='w x'>a</p><p id='y'>b</p>")) == lines


def test_a_style_sheet_says_how_big_and_bold_a_line_is() -> None:
    sheet = "td{font-size:12px} .head{font-size:18px;font-weight:bold} td.head{font-size:20px}"
    html = _styled(
        sheet,
        "<table><tr><td class='head'>a</td></tr><tr><td>b</td></tr></table><p style='font-size:9px' class='head'>c</p>",
    )
    found = _by_text(html)
    assert [found[name].size for name in "abc"] == [20.0, 12.0, 9.0]
    assert [bool(found[name].strong) for name in "abc"] == [True, False, True]


def test_how_deep_the_element_is_that_holds_a_block_and_the_one_before_it_is_known() -> None:
    found = _by_text("<div><div><h1>a</h1><p>b</p></div><p>c</p></div><p>d</p>")
    depths = [found[name].nest for name in "bcd"]
    assert depths == sorted(set(depths), reverse=True)


def test_words_after_a_block_are_parted_from_it() -> None:
    found = _by_text("<div><div>Weather</div><a href='/1'>Fog over Lima</a></div>")
    assert [found[name].blank_before for name in ("Weather", "Fog over Lima")] == [1, 1]


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (
            "<tr><td>Wool</td><td>4.10</td><td>+0.2</td></tr><tr><td>Hides</td><td>$ 61</td><td>-3 %</td></tr>",
            "table row",
        ),
        ("<tr><td>1.</td><td>Mill shut</td></tr><tr><td>2.</td><td>Weir opened</td></tr>", "table cell"),
        ("<tr><td>Wool</td><td>4.10</td></tr>", "table cell"),
        (
            "<tr><td><a href='/1'>Wool</a></td><td>2024</td></tr><tr><td><a href='/2'>Hides</a></td><td>2023</td></tr>",
            "table cell",
        ),
    ],
)
def test_rows_of_figures_are_told_from_cells_that_lay_out_a_page(rows: str, kind: str) -> None:
    assert {block.kind for block in _read(f"<table>{rows}</table>").blocks} == {kind}

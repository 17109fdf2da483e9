"""Escaped text renders as that text in one paragraph, whatever renders it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import cmarkgfm
import markdown
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from beldigest.testing.samples import HOSTILE
from beldigest_markdown.escape import address, escaped, linked, plain, scalar

MARKS = "`*_{}[]()<>#+-.!|~$^@&=%:;/\\'\" \t1aw."
texts = st.one_of(
    st.text(st.sampled_from(MARKS), min_size=1, max_size=24),
    st.text(st.characters(), min_size=1, max_size=40),
    st.sampled_from(HOSTILE),
    st.tuples(st.sampled_from(HOSTILE), st.text(st.sampled_from(MARKS), max_size=8)).map("".join),
)

PYTHON_MARKDOWN = markdown.Markdown(
    extensions=["extra", "sane_lists", "smarty", "admonition", "toc", "nl2br"],
    extension_configs={"smarty": {"smart_quotes": False, "smart_dashes": False, "smart_ellipses": False}},
)
RENDERERS: dict[str, Callable[[str], str]] = {
    "markdown-it": MarkdownIt("gfm-like", {"linkify": False}).render,
    "cmark-gfm": cmarkgfm.github_flavored_markdown_to_html,
    "Python-Markdown": lambda text: PYTHON_MARKDOWN.reset().convert(text),
}


def shown(rendered: str) -> str:
    """The text of the one paragraph that was rendered.

    cmark-gfm links a mail address after it has resolved references, and nothing keeps it from that; the text stays.
    """
    rendered = re.sub(r'<a href="mailto:[^"]*">([^<]*)</a>', r"\1", rendered)
    match = re.fullmatch(r"<p>(.*)</p>\n?", rendered, re.DOTALL)
    assert match, rendered
    assert not re.search(r"<[^>]+>", match[1]), rendered
    return " ".join(html.unescape(match[1]).split())


@pytest.mark.parametrize("renderer", RENDERERS)
def test_renders_as_itself(renderer: str) -> None:
    render = RENDERERS[renderer]

    @settings(max_examples=400)
    @given(texts)
    @example("1. a")
    @example("12) a")
    @example("+ a")
    @example("a:b //c http://x.org www.x.org me@x.org")
    @example("&amp; &#35; <b> | a | b |")
    @example("*a*_b_`c`~~d~~==e==%%f%%$g$^h^")
    @example("[^1]: x")
    @example("Term\n: definition")
    def check(text: str) -> None:
        if plain(text):
            assert shown(render(escaped(text))) == plain(text)

    check()


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize("url", ["https://example.org/a_(b)?c=*d*&e=<f>", "mailto:a@example.org"])
def test_words_link_to_an_address(renderer: str, url: str) -> None:
    render = RENDERERS[renderer]

    @settings(max_examples=150)
    @given(texts)
    @example("a](b) [c")
    def check(text: str) -> None:
        if plain(text) and plain(text) != url:
            rendered = render(linked(text, url))
            match = re.fullmatch(r'<p><a href="([^"]+)">(.*)</a></p>\n?', rendered, re.DOTALL)
            assert match, rendered
            assert html.unescape(match[1]) == address(url)[1:-1]
            assert " ".join(html.unescape(match[2]).split()) == plain(text)

    check()


def test_an_address_without_words_of_its_own_is_shown() -> None:
    assert linked("", "https://example.org") == linked("https://example.org", "https://example.org")
    assert linked("x", "https://example.org") == "[x](<https://example.org>)"
    assert linked("x", "javascript:alert(1)") == "javascript&#58;alert(1)"


@given(texts)
def test_a_scalar_loads_as_the_text(text: str) -> None:
    assert yaml.safe_load(f"key: {scalar(text)}") == {"key": plain(text)}


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://example.org/a b?c=<d>&e=f", "<https://example.org/a%20b?c=%3Cd%3E&e=f>"),
        ("https://example.org/%D0%B0#x", "<https://example.org/%D0%B0#x>"),
        ("javascript:alert(1)", "javascript&#58;alert(1)"),
        ("mailto:a@example.org", "<mailto:a@example.org>"),
    ],
)
def test_addresses(url: str, written: str) -> None:
    assert address(url) == written

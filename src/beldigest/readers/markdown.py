"""Markdown: CommonMark with tables, strikethrough, footnotes, HTML inside, and front matter.

It is rendered to HTML and read as such, so that HTML inside is read like any other. A line break inside a paragraph is
kept as ``<br>``: whether it parts paragraphs, as in many a digest, or wraps them, is weighed by ``lines``. One that
wraps the source at its column is none: what is left of a line with links no longer shows it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, BinaryIO

from beldigest.document import Document, Metadata
from beldigest.errors import InputError
from beldigest.model import Notice, Source
from beldigest.readers import days, html, wrapping
from beldigest.readers.encoding import decode

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

MEDIA_TYPE = "text/markdown"

_FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
#: Metadata without a fence, as MultiMarkdown and Pelican have it: lines of a key and a value, up to an empty line.
_KEYED = re.compile(
    r"\ufeff?(?=(?:.*\n){0,8}?title:)(?:[A-Za-z][\w -]{0,30}:[ \t]+\S.*\n){2,20}(?=\s*\n)", re.IGNORECASE
)
#: Tags of Liquid, Jinja and Hugo, which say something to the site's generator and nothing to the reader.
_TEMPLATE = re.compile(r"\{%[^%\n]{0,2000}%\}|\{\{[^{}\n]{0,2000}\}\}")
#: A quoted line too long to be wrapped, and a line after it that is not quoted: a paragraph of its own, although
#: CommonMark (5.1) would let it lazily go on.
_LAZY = re.compile(r"^( {0,3}>[^\n]{110,}\n)(?=[^\n>\s])", re.MULTILINE)
_MARKUP = re.compile(rb"^(?:#{1,6} |[-*+] \[|> |\d{1,3}\. )|\]\(https?://|\*\*\w", re.MULTILINE)
#: What a text has one of where rules of the parser can apply.
_SIGNS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("|",), ("table",)),
    (("```", "~~~"), ("fence",)),
    ((">",), ("blockquote",)),
    (("]:",), ("reference",)),
    (("<",), ("html_block", "html_inline", "autolink")),
    (("#",), ("heading",)),
    (("[^", "^["), ("footnote_def", "footnote_ref", "footnote_inline", "footnote_tail")),
    (("\\",), ("escape",)),
    (("`",), ("backticks",)),
    (("~~",), ("strikethrough",)),
    (("*", "_"), ("emphasis",)),
    (("*", "_", "~~"), ("balance_pairs", "fragments_join")),
    (("\\", "&"), ("text_join",)),
    (("[",), ("plain_link", "link")),
    (("![",), ("image",)),
    (("&",), ("entity",)),
)
#: A link of words and an address in which no character has a meaning of its own (CommonMark, 6.3), as nearly all have.
_PLAIN_LINK = re.compile(r"\[([^][\\`<>*_~!&^\n]++)\]\(([^\s()<>\\&\x00-\x1f\x7f]++)\)")
#: What a text has where the rules of the parser about lines of signs can apply: the end of a line under a heading, and
#: the end of a rule, three of a sign with or without space between them (CommonMark, 4.3 and 4.1).
_DRAWN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:=(?<!==)=*+|-(?<!--)-*+)[ \t]*+(?=[\r\n]|\Z)"), "lheading"),
    (re.compile(r"([-*_])[ \t]*+\1[ \t]*+\1[ \t]*+(?=[\r\n]|\Z)"), "hr"),
)
#: Where words end and a rule of the parser may begin, or a link's words end. The parser's own has signs for extensions
#: too, at which it would try every rule.
_STOPS = re.compile(r"[\n!&*<\[\\\]^_`~]")
_KEYS = {
    "title": ("title",),
    "publisher": ("publisher", "site", "publication", "source_name"),
    "author": ("author", "authors", "by", "creator"),
    "published": ("date", "published", "pubdate", "publishdate", "published_at"),
    "url": ("url", "source", "link", "canonical_url", "permalink"),
    "language": ("lang", "language"),
}


class MarkdownReader:
    """Reads Markdown."""

    format = "md"
    media_types: tuple[str, ...] = (MEDIA_TYPE, "text/x-markdown")
    suffixes: tuple[str, ...] = (".md", ".markdown", ".mdown", ".mkd")
    #: The extra that installs what it needs beside the library, and the modules of that.
    needs: tuple[str, tuple[str, ...]] = ("markdown", ("markdown_it", "mdit_py_plugins", "selectolax", "yaml"))

    def sniff(self, head: bytes) -> float:
        """The more markup, the surer; a text with a bullet or two is left to the reader of plain text."""
        return min(
            0.7, (0.3 if _FRONT.match(head.decode("utf-8", "replace")) else 0.0) + 0.05 * len(_MARKUP.findall(head))
        )

    def read(self, stream: BinaryIO, name: str) -> Iterator[Document]:
        """One document; raises ``InputError`` where the source is binary or the parser is not installed."""
        data = stream.read()
        text, notices = decode(data, name)
        yield document(text, Source(name, MEDIA_TYPE, hashlib.sha256(data).hexdigest()), notices)


def document(text: str, source: Source, warnings: tuple[Notice, ...] = ()) -> Document:
    """The document that a Markdown text is."""
    stated = Metadata()
    if front := _FRONT.match(text):
        fields, notices = _front_matter(front.group(1), front.group(2), source.name)
        stated = _metadata(fields)
        warnings = (*warnings, *notices)
        text = text[front.end() :]
    elif keyed := _KEYED.match(text):
        pairs = [line.partition(":") for line in keyed.group().lstrip("\ufeff").splitlines()]
        stated = _metadata({key.strip().lower(): value.strip() for key, _, value in pairs})
        text = text[keyed.end() :]
    text = _TEMPLATE.sub("", text)
    if ">" in text:
        text = _LAZY.sub(r"\1\n", text)
    rendered = _rendered(text, source.name)
    return Document(*html.fragment(rendered, source.name), source, stated, warnings)


def _rendered(text: str, name: str) -> str:
    absent = {rule for signs, rules in _SIGNS if not any(sign in text for sign in signs) for rule in rules}
    absent.update(rule for pattern, rule in _DRAWN if pattern.search(text) is None)
    try:
        parser = _parser(frozenset(absent))
    except ImportError as error:
        raise InputError(
            "reading Markdown needs the markdown-it-py and mdit-py-plugins packages",
            where=name,
            hint="pip install 'beldigest[markdown]'",
        ) from error
    rendered: str = parser.render(text)
    return rendered


@lru_cache(maxsize=64)
def _parser(absent: frozenset[str]) -> MarkdownIt:
    """The parser without the rules for what a text does not have, which it would try at every line and character."""
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from mdit_py_plugins.footnote import footnote_plugin

    class Renderer(RendererHTML):
        def renderToken(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
            """A tag without the white space around it, which nobody will look at."""
            token = tokens[idx]
            if token.hidden:
                return ""
            return f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}{self.renderAttrs(token)}>"

    class Parser(MarkdownIt):
        def normalizeLink(self, url: str) -> str:
            """Addresses stay as they are written."""
            return url

    parser = Parser("commonmark", {"breaks": True, "html": True}, renderer_cls=Renderer)
    parser.enable(["table", "strikethrough"])
    parser.core.ruler.before("inline", "unwrap", _unwrap)
    parser.inline.ruler.before("link", "plain_link", _plain_link)
    parser.inline.terminator_re = _STOPS
    # An indented paragraph of a digest is no program.
    return parser.use(footnote_plugin).disable(["code", *sorted(absent)])


def _unwrap(state: StateCore) -> None:
    """The rule for line breaks of the source: those at the column at which it is wrapped are spaces."""
    wrapped = [token for token in state.tokens if token.type == "inline" and token.map and "\n" in token.content]
    if not wrapped:
        return
    source = state.src.split("\n")
    reaches: dict[int, int] = {}
    for token in wrapped:
        first, end = token.map or (0, 0)
        for number in range(first, end - 1):
            word = source[number + 1].lstrip(" \t>").partition(" ")[0]
            reaches[number] = len(source[number]) + 1 + len(word)
    column = wrapping.column((len(source[number]), reach) for number, reach in reaches.items())
    if not column:
        return
    for token in wrapped:
        first = (token.map or (0,))[0]
        lines = token.content.split("\n")
        token.content = lines[0] + "".join(
            (" " if reaches.get(number, 0) > column and not before.endswith(("  ", "\\")) else "\n") + line
            for number, (before, line) in enumerate(pairwise(lines), first)
        )


def _plain_link(state: StateInline, silent: bool) -> bool:
    """The rule for a plain link: what the rule for any link makes of it, without a step for each character."""
    link = _PLAIN_LINK.match(state.src, state.pos, state.posMax)
    if link is None or not state.md.validateLink(link.group(2)):
        return False
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": link.group(2)}
        state.append_pending(link.group(1))
        state.push("link_close", "a", -1)
    state.pos = link.end()
    return True


def _front_matter(fence: str, content: str, name: str) -> tuple[Mapping[str, Any], tuple[Notice, ...]]:
    """The fields of YAML (``---``) or TOML (``+++``) front matter; damaged ones are left out with a notice."""
    fields: object
    if fence == "+++":
        import tomllib

        try:
            fields = tomllib.loads(content)
        except tomllib.TOMLDecodeError as error:
            return {}, (Notice(f"the front matter is no TOML: {error}", name),)
    else:
        try:
            import yaml
        except ImportError as error:
            raise InputError(
                "reading front matter needs the pyyaml package", where=name, hint="pip install 'beldigest[markdown]'"
            ) from error
        try:
            fields = yaml.safe_load(content)
        except (yaml.YAMLError, ValueError, RecursionError) as error:  # ValueError: a date such as 2024-13-01
            return {}, (Notice(f"the front matter is no YAML: {' '.join(str(error).split())}", name),)
    if not isinstance(fields, dict):
        return {}, ()
    return {str(key).lower(): value for key, value in fields.items()}, ()


def _metadata(fields: Mapping[str, Any]) -> Metadata:
    said = {name: next((fields[key] for key in keys if fields.get(key)), None) for name, keys in _KEYS.items()}
    published = said.pop("published")
    if isinstance(published, dt.datetime):
        published = published.date()
    elif not isinstance(published, dt.date):
        published = days.iso(str(published or ""))
    return Metadata(published=published, **{name: _words(value) for name, value in said.items()})


def _words(value: object) -> str | None:
    """A field's value as one line; of a list its parts, of a mapping its name."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        value = ", ".join(filter(None, map(_words, value)))
    return " ".join(str(value).split()) or None if value is not None else None

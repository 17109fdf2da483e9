"""What each reader makes of its format, and of damaged sources."""

from __future__ import annotations

import datetime as dt
import io
import sys

import pytest

from beldigest.document import Document
from beldigest.errors import InputError, UnknownFormatError
from beldigest.readers import BUILTIN, choose, markdown
from beldigest.segment import outline


def _read(source: str | bytes, format: str) -> Document:
    data = source if isinstance(source, bytes) else source.encode()
    (document,) = choose("source", data, BUILTIN, format).read(io.BytesIO(data), "source")
    return document


def _blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, " ".join(block.span.of(document.text).split())) for block in document.blocks]


# Choice


@pytest.mark.parametrize(
    ("name", "head", "format"),
    [
        ("a.txt", b"<html>", "txt"),
        ("a.HTM", b"", "html"),
        ("a.rss", b"", "xml"),
        ("mail", b"Return-Path: <a@x>\nFrom: a@x\nSubject: b\n\nc", "eml"),
        ("box", b"From a@x.example Mon Jan  1 00:00:00 2024\nFrom: a\n\nb", "mbox"),
        ("page", b"\n<!DOCTYPE html><p>a", "html"),
        ("feed", b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">', "xml"),
        ("feed", b'{"version": "https://jsonfeed.org/version/1.1"', "json"),
        (
            "notes",
            b"# A\n\n- [b](https://x.example)\n- [c](https://x.example)\n\n## D\n\n- [e](https://x.example)",
            "md",
        ),
        ("words", b"Just some words.", "txt"),
    ],
)
def test_the_suffix_decides_and_else_the_content(name: str, head: bytes, format: str) -> None:
    assert choose(name, head, BUILTIN).format == format


def test_a_media_type_with_parameters_names_a_format() -> None:
    assert choose("a.txt", b"", BUILTIN, "Text/HTML; charset=utf-8").format == "html"


def test_an_unknown_format_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownFormatError, match=r"docx.*eml, html, json, mbox, md, txt, xml"):
        choose("a", b"", BUILTIN, "docx")


# Encodings


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("naïve".encode("utf-8-sig"), "naïve"),
        ("naïve words".encode("utf-16"), "naïve words"),
        ("naive words".encode("utf-16-le"), "naive words"),
        ("“naïve”".encode("cp1252"), "“naïve”"),
    ],
)
def test_encodings_are_told_apart(data: bytes, text: str) -> None:
    assert _read(data, "txt").text == text


def test_a_guessed_encoding_is_said() -> None:
    (notice,) = _read("“naïve”".encode("cp1252"), "txt").warnings
    assert "windows-1252" in notice.message


def test_a_stray_byte_costs_one_character() -> None:
    document = _read("žluťoučký kůň a ".encode() + b"\xff" + " žluťoučký kůň".encode(), "txt")
    assert document.text.count("\ufffd") == 1 and "kůň" in document.text and document.warnings


def test_binary_data_is_refused() -> None:
    with pytest.raises(InputError, match="binary"):
        _read(bytes(range(256)) * 4, "txt")


# Plain text


def test_wrapped_lines_are_one_block_and_short_ones_are_not() -> None:
    text = """\
    The ferry to the islands sails again after four weeks in which the
    harbour was closed. Its captain said that the first crossing had been
    the calmest of his life, and that the passengers had sung all the way
    to the other side. Tickets cost as much as before.

    Ferry line
    12 Quay Street
    """
    document = _read("\n".join(line.strip() for line in text.splitlines()), "txt")
    assert [kind for kind, _ in _blocks(document)] == ["paragraph"] * 3
    assert document.blocks[0].span.of(document.text).count("\n") == 3


def test_a_number_is_a_marker_only_in_a_row() -> None:
    document = _read("19. March was wet\n\n1. One\n2. Two", "txt")
    assert [block.marker for block in document.blocks] == ["", "1.", "2."]


def test_an_underlined_line_is_a_heading() -> None:
    document = _read("Harbour Letter\n==============\n\nWords.", "txt")
    assert document.blocks[0].kind == "heading" and document.blocks[0].level == 1


def test_a_signature_is_no_body() -> None:
    document = _read("Words of the message.\n\n-- \nAnn Lee\n\nHarbour Institute", "txt")
    assert [block.region for block in document.blocks] == ["body", "footer", "footer"]


def test_page_numbers_and_running_heads_are_insets() -> None:
    document = _read(
        "A long story.\n\n- 1 -\n\nThe Letter, 3 May\n\nIt goes on.\n\n- 2 -\n\nThe Letter, 3 May\n\nAnd ends.", "txt"
    )
    assert [block.region for block in document.blocks] == ["body", "inset", "inset", "body", "inset", "inset", "body"]


def test_numbers_with_nothing_that_recurs_beside_them_are_no_pages() -> None:
    document = _read("1\n\nThe port is open.\n\n2\n\nThe bank is shut.\n\n3\n\nThe ferry sails.", "txt")
    assert {block.region for block in document.blocks} == {"body"}


def test_bullets_of_another_kind_are_nested() -> None:
    document = _read("● One\n○ Two\n○ Three\n■ Four\n● Five", "txt")
    assert [block.level for block in document.blocks] == [1, 2, 2, 3, 1]


def test_nested_bullets_have_levels() -> None:
    document = _read("- a b\n  - c d\n    - e f\n- g h", "txt")
    assert [block.level for block in document.blocks] == [1, 2, 3, 1]


# Markdown


def test_front_matter_is_metadata() -> None:
    document = _read("---\ntitle: A: b\n---\ntext", "md")
    assert document.warnings and "YAML" in document.warnings[0].message
    document = _read("---\ntitle: Reef\ndate: 2024-02-09\nauthor: [Ann, Ben]\n---\ntext", "md")
    assert document.text.strip() == "text"
    assert document.metadata.title == "Reef" and document.metadata.author == "Ann, Ben"
    assert document.metadata.published == dt.date(2024, 2, 9)
    assert _read('+++\ntitle = "Reef"\n+++\ntext', "md").metadata.title == "Reef"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_markdown_underlines_headings_whatever_ends_its_lines(end: str) -> None:
    document = _read(f"Harbour reopens{end}====={end}{end}Ships came back.{end}", "md")
    assert [block.kind for block in document.blocks] == ["heading", "paragraph"]


def test_markdown_keeps_links_and_emphasis() -> None:
    document = _read("**Bold** and [a link][1].\n\n[1]: https://x.example/a", "md")
    (block,) = document.blocks
    assert [span.of(document.text) for span in block.strong] == ["Bold"]
    assert [(link.url, link.span.of(document.text)) for link in block.links] == [("https://x.example/a", "a link")]


def test_comments_and_template_tags_are_no_text() -> None:
    assert _read("<!-- a -->\n{% include b %}\n{{ c }}\nwords<sup>1</sup>[^1]\n\n[^1]: d", "md").text.split() == [
        "words1",
        "d",
    ]


# HTML


def test_hidden_text_and_scripts_are_left_out() -> None:
    html = "<p hidden>a</p><p style='display: none'>b</p><script>c</script><style>d</style><p>e</p>"
    assert _blocks(_read(html, "html")) == [("paragraph", "e")]


def test_inline_elements_do_not_part_words() -> None:
    document = _read(
        "<p>The <b>central</b>  <i>bank</i>, <a href='https://x.example'>it said</a>\n cut rates</p>", "html"
    )
    assert _blocks(document) == [("paragraph", "The central bank, it said cut rates")]
    assert [link.span.of(document.text) for link in document.blocks[0].links] == ["it said"]


def test_line_breaks_part_lines_and_two_part_paragraphs() -> None:
    document = _read("<td>Title<br>Some text<br><br>More text</td>", "html")
    assert [(block.span.of(document.text), block.blank_before) for block in document.blocks] == [
        ("Title", 1),
        ("Some text", 0),
        ("More text", 1),
    ]


def test_parts_of_a_page_are_regions() -> None:
    html = "<nav><p>a</p></nav><div class='site-footer'><p>b</p></div><p>c is the longest of them all</p>"
    assert [block.region for block in _read(html, "html").blocks] == ["navigation", "footer", "body"]


def test_a_name_on_the_whole_page_is_no_region() -> None:
    html = "<div class='has-sidebar'><p>a</p><p>b</p></div>"
    assert {block.region for block in _read(html, "html").blocks} == {"body"}


def test_the_head_of_a_page_is_metadata() -> None:
    html = """<html lang="en-GB"><head><title>Reef - Site</title><meta property="og:title" content="Reef">
    <meta property="og:site_name" content="Site"><meta name="author" content="Ann">
    <meta property="article:published_time" content="2024-02-09T10:00:00Z">
    <link rel="canonical" href="https://x.example/reef"></head><p>a</p>"""
    metadata = _read(html, "html").metadata
    assert (metadata.title, metadata.publisher, metadata.author) == ("Reef", "Site", "Ann")
    assert (metadata.published, metadata.url) == (dt.date(2024, 2, 9), "https://x.example/reef")
    assert metadata.language == "en-GB"


def test_a_declared_encoding_is_used() -> None:
    assert "Květen" in _read("<meta charset='iso-8859-2'><p>Květen</p>".encode("iso-8859-2"), "html").text


def test_a_truncated_page_is_read_as_far_as_it_goes() -> None:
    assert _blocks(_read("<table><tr><td><p>One</p><p>Tw", "html")) == [("paragraph", "One"), ("paragraph", "Tw")]


def test_deep_nesting_is_followed() -> None:
    assert _blocks(_read("<div>" * 5000 + "deep", "html"))[0][1] == "deep"


# Mail


_PLAIN = "Content-Type: text/plain; charset=utf-8\n\n{}\n"
_RICH = "Content-Type: text/html; charset=utf-8\n\n{}\n"


def _alternative(plain: str, rich: str) -> str:
    parts = f"--b\n{_PLAIN.format(plain)}\n--b\n{_RICH.format(rich)}\n--b--\n"
    return f"From: a@x.example\nSubject: s\nContent-Type: multipart/alternative; boundary=b\n\n{parts}"


def test_the_header_is_metadata() -> None:
    mail = (
        "From: =?utf-8?q?Reef_Instit=C3=BAte?= <a@x.example>\nSubject: =?utf-8?b?UmVlZg==?=\n"
        "Date: Fri, 09 Feb 2024 23:30:00 -0500\nList-Id: Reef list <reef.x.example>\n\nwords"
    )
    metadata = _read(mail, "eml").metadata
    assert (metadata.title, metadata.publisher, metadata.author) == ("Reef", "Reef list", "Reef Institúte")
    assert metadata.published == dt.date(2024, 2, 9)


def test_plain_text_that_says_as_much_is_preferred() -> None:
    assert _read(_alternative("one two three", "<p>one two three</p>"), "eml").text.strip() == "one two three"
    poor = _alternative("see the web page", f"<p>{'one two three ' * 20}</p>")
    assert _read(poor, "eml").text.startswith("one two three")


def test_transfer_encodings_are_undone() -> None:
    mail = (
        "From: a@x.example\nContent-Type: text/plain; charset=iso-8859-1\n"
        "Content-Transfer-Encoding: quoted-printable\n\ncaf=E9 =\nau lait"
    )
    assert _read(mail, "eml").text.strip() == "café au lait"


def test_flowed_text_is_joined() -> None:
    mail = "From: a@x.example\nContent-Type: text/plain; format=flowed\n\none \ntwo \nthree\n\nfour"
    assert _blocks(_read(mail, "eml")) == [("paragraph", "one two three"), ("paragraph", "four")]


def test_a_forwarded_message_is_read() -> None:
    mail = "From: a@x.example\nContent-Type: message/rfc822\n\nFrom: b@x.example\nSubject: s\n\ninner words"
    assert _read(mail, "eml").text.strip() == "inner words"


def test_a_digest_of_messages_has_an_item_a_message() -> None:
    inner = "--b\n\nFrom: {0}@x.example\nSubject: about {0}\n\nwords of {0}\n"
    items = inner.format("ann") + inner.format("ben")
    mail = f"From: l@x.example\nContent-Type: multipart/digest; boundary=b\n\n{items}--b--\n"
    document = _read(mail, "eml")
    subjects = [block for block in document.blocks if block.marker == "subject:"]
    assert [(block.group, block.span.of(document.text)) for block in subjects] == [(1, "about ann"), (2, "about ben")]


@pytest.mark.parametrize(
    "mail",
    [
        "From: a@x.example\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nJVBERg==\n",
        "From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: multipart/mixed; boundary=c\n\n--c--\n--b--\n",
        "no header at all",
    ],
)
def test_a_message_without_text_is_one_error(mail: str) -> None:
    with pytest.raises(InputError):
        _read(mail, "eml")


def test_a_mailbox_gives_a_document_a_message() -> None:
    box = (
        "From a@x.example Mon Jan  1 00:00:00 2024\nFrom: a@x.example\nSubject: one\n\nfirst\n>From the start\n\n"
        "From a@x.example Mon Jan  1 00:00:00 2024\nFrom: a@x.example\nContent-Type: image/png\n\n\n\n"
        "From a@x.example Mon Jan  1 00:00:00 2024\nFrom: a@x.example\nSubject: two\n\nFrom here on\n"
    )
    first, second = choose("b.mbox", b"", BUILTIN).read(io.BytesIO(box.encode()), "b.mbox")
    assert first.text.strip() == "first\nFrom the start" and first.source.name == "b.mbox#1"
    assert second.metadata.title == "two" and "no text" in second.warnings[0].message


# Feeds


_RSS = """<?xml version="1.0"?>{0}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Reef News</title><link>https://x.example</link><language>en</language>
<item><title>Corals &amp; kelp</title><link>https://x.example/1</link><description>Divers planted corals.</description>
<content:encoded><![CDATA[<p>Divers planted corals.</p><p>They will grow.</p>]]></content:encoded></item>
<item><title>Second</title><description>&lt;p&gt;Only this.&lt;/p&gt;</description></item></channel></rss>"""


def test_a_feed_is_one_document_with_an_item_an_entry() -> None:
    document = _read(_RSS.format(""), "xml")
    assert [(block.group, block.span.of(document.text)) for block in document.blocks] == [
        (1, "Corals & kelp"),
        (1, "Divers planted corals."),
        (1, "They will grow."),
        (2, "Second"),
        (2, "Only this."),
    ]
    assert document.blocks[0].links[0].url == "https://x.example/1"
    assert document.metadata.title == "Reef News" and document.metadata.language == "en"


def test_a_json_feed_reads_like_another() -> None:
    feed = """{"version": "https://jsonfeed.org/version/1.1", "title": "Reef", "items": [
        {"id": "1", "title": "A < B", "content_html": "<p>Words.</p>"}, {"id": "2", "content_text": "One\\nTwo"}]}"""
    assert _blocks(_read(feed, "json")) == [
        ("heading", "A < B"),
        ("paragraph", "Words."),
        ("paragraph", "One"),
        ("paragraph", "Two"),
    ]


def test_entries_have_days_of_their_own() -> None:
    dated = "<title>Second</title><pubDate>Wed, 12 Mar 2025 23:30:00 -0500</pubDate>"
    assert _read(_RSS.format("").replace("<title>Second</title>", dated), "xml").days == {2: dt.date(2025, 3, 12)}
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Reef</title>
        <entry><title>A</title><published>2025-03-12T09:00:00Z</published><updated>2025-03-14T09:00:00Z</updated></entry>
        <entry><title>B</title><updated>2025-03-13T09:00:00Z</updated></entry></feed>"""
    assert _read(atom, "xml").days == {1: dt.date(2025, 3, 12), 2: dt.date(2025, 3, 13)}
    feed = """{"version": "https://jsonfeed.org/version/1", "title": "Reef", "author": {"name": "Ann Lee"}, "items": [
        {"id": "1", "content_text": "One", "date_published": "2025-03-12T09:00:00Z"},
        {"id": "2", "content_text": "Two"}]}"""
    assert _read(feed, "json").days == {1: dt.date(2025, 3, 12)}
    assert _read(feed, "json").metadata.author == "Ann Lee"


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    document = _read(_RSS.format(bomb).replace("Only this.", "&b;&c;"), "xml")
    assert "lol" not in document.text and "root:" not in document.text
    assert any("entities" in notice.message for notice in document.warnings)


def test_a_damaged_feed_is_read_with_a_warning() -> None:
    document = _read(_RSS.format("").replace("</description></item></channel></rss>", ""), "xml")
    assert "Corals & kelp" in document.text and document.warnings


@pytest.mark.parametrize(("source", "format"), [("<p>no feed</p>", "xml"), ("{", "json"), ("[1]", "json")])
def test_what_is_no_feed_is_one_error(source: str, format: str) -> None:
    with pytest.raises(InputError):
        _read(source, format)


# Extras


@pytest.mark.parametrize(
    ("format", "module", "extra"),
    [("html", "selectolax", "html"), ("md", "markdown_it", "markdown"), ("xml", "feedparser", "feeds")],
)
def test_a_missing_extra_says_what_to_install(
    format: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == module]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    markdown._parser.cache_clear()
    with pytest.raises(InputError, match=rf"pip install 'beldigest\[{extra}\]'"):
        _read("# a", format)


def test_mail_with_plain_text_needs_no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "selectolax"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "selectolax", None)
    assert _read(_alternative("plain words", "<p>rich words</p>"), "eml").text.strip() == "plain words"


def test_the_author_of_an_entry_is_none_of_the_feed() -> None:
    feed = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Reef</title><author><name>Reef Desk</name></author>
    <entry><title>Corals</title><author><name>Ann Lee</name></author><summary>They grow.</summary></entry>
    <entry><title>Sponges</title><author><name>Reef Desk</name></author><summary>They filter.</summary></entry>
    <entry><author><name>Ben Roe</name></author><summary>Crabs moult in May.</summary></entry></feed>"""
    document = _read(feed, "xml")
    assert document.metadata.author == "Reef Desk"
    bylines = [part.byline and part.byline.of(document.text) for part in outline(document).stories]
    assert bylines == ["Ann Lee", None, "Ben Roe"]


def test_the_author_of_an_item_is_none_of_the_json_feed() -> None:
    feed = """{"version": "https://jsonfeed.org/version/1.1", "title": "Reef", "authors": [{"name": "Reef Desk"}],
    "items": [{"title": "Corals", "content_text": "They grow by night.",
    "authors": [{"name": "Ann Lee"}, {"name": "Ben Roe"}]}]}"""
    document = _read(feed, "json")
    assert document.metadata.author == "Reef Desk"
    (story,) = outline(document).stories
    assert story.byline is not None and story.byline.of(document.text) == "Ann Lee, Ben Roe"


def test_elements_nested_without_end_are_read_as_far_as_browsers_do() -> None:
    assert _read("<div>" * 100_000 + "deep", "html").text.strip() == "deep"
    assert _read("<ul><li>a" * 2000, "html").text.split() == ["a"] * 2000


def test_an_endless_header_field_is_read_at_its_beginning() -> None:
    document = _read(
        f"Subject: Reef {'=?utf-8?q?a?= ' * 20_000}\nContent-Type: text/plain; {'a=b; ' * 20_000}\n\nwords", "eml"
    )
    assert document.text.strip() == "words" and (document.metadata.title or "").startswith("Reef a")


def test_a_reference_to_no_character_in_a_feed_is_replaced() -> None:
    feed = "<rss><channel><item><title>Reef &#xD800;&#99999999;&#65;</title></item></channel></rss>"
    assert _read(feed, "xml").text.strip() == "Reef \ufffd\ufffdA"


def test_the_stories_of_an_issue_have_its_day() -> None:
    story = "&lt;h2&gt;{0}&lt;/h2&gt;&lt;p&gt;{0} was shut.&lt;/p&gt;"
    head = "<title>Letter {0}</title><pubDate>Fri, {0} May 2024 06:00:00 GMT</pubDate>"
    item = f"<item>{head}<description>{{1}}</description></item>"
    issues = [(3, "ab"), (10, "cd")]
    items = "".join(item.format(day, "".join(map(story.format, titles))) for day, titles in issues)
    document = _read(f"<rss version='2.0'><channel><title>Letters</title>{items}</channel></rss>", "xml")
    days = {block.span.of(document.text): document.days.get(block.group) for block in document.blocks}
    assert [days[title] for title in "abcd"] == [dt.date(2024, 5, 3)] * 2 + [dt.date(2024, 5, 10)] * 2
    assert days["Letter 3"] is None


def _parts_of(kind: str, *parts: tuple[str, str]) -> str:
    made = "".join(f"--b\nContent-Type: text/{sub}\n\n{content}\n" for sub, content in parts)
    return f"Subject: a\nContent-Type: multipart/{kind}; boundary=b\n\n{made}--b--\n"


@pytest.mark.parametrize(
    ("kind", "parts", "text"),
    [
        (
            "mixed",
            [("plain", "Contents"), ("html", "<p>The news</p>"), ("plain", "Footer")],
            "Contents The news Footer",
        ),
        ("mixed", [("plain", "The news of today"), ("html", "<b>The news of today</b>")], "The news of today"),
        ("alternative", [("plain", "News"), ("html", "<p>News and more</p>")], "News and more"),
        (
            "alternative",
            [("plain", "All the news of today"), ("html", "<p>Open in browser</p>")],
            "All the news of today",
        ),
        ("related", [("html", "<p>The news</p>"), ("css", "p {}")], "The news"),
    ],
)
def test_the_parts_of_a_message_are_read_as_they_are_shown(kind: str, parts: list[tuple[str, str]], text: str) -> None:
    assert " ".join(_read(_parts_of(kind, *parts), "eml").text.split()) == text


def test_what_is_set_in_under_a_title_does_not_go_on_from_it() -> None:
    document = _read(
        "Words before it.\n\n[01] - tidetab 2.0\n  by Maeve Quinn (http://q.example/)\n\nIt prints.", "txt"
    )
    assert [block.span.of(document.text) for block in document.blocks][1:3] == [
        "[01] - tidetab 2.0",
        "by Maeve Quinn (http://q.example/)",
    ]


@pytest.mark.parametrize(
    ("titles", "issues"),
    [
        (("Letter 12: Locks", "Letter 11: Eels"), True),
        (("Weekly digest, 3 May", "Weekly digest, 26 April"), True),
        (("Harbour notes for May 3", "Harbour notes for April 26"), True),
        (("#8", "#7"), True),
        (("Top 10 weirs of the Lahn", "Top 5 locks of the Main"), False),
        (("Python 3", "Rust 2"), False),
        (("Lock closed", "Eels seen"), False),
    ],
)
def test_entries_are_issues_where_their_titles_count(titles: tuple[str, ...], issues: bool) -> None:
    parts = (
        "&lt;h2&gt;{0} one&lt;/h2&gt;&lt;p&gt;It was.&lt;/p&gt;&lt;h2&gt;{0} two&lt;/h2&gt;&lt;p&gt;It was.&lt;/p&gt;"
    )
    items = "".join(f"<item><title>{a}</title><description>{parts.format(a)}</description></item>" for a in titles)
    document = _read(f"<rss version='2.0'><channel><title>Letters</title>{items}</channel></rss>", "xml")
    assert (document.blocks[0].group == 0) is issues

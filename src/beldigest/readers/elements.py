"""HTML as a vocabulary: which elements part a page, and how big their fonts are."""

from __future__ import annotations

from collections.abc import Mapping

from beldigest.document import Region

#: Elements that begin a line of their own (HTML Standard, 15.3).
# fmt: off
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))
# fmt: on

#: Elements whose content is not text of the page.
# fmt: off
SKIPPED = frozenset((
    "script", "style", "noscript", "template", "head", "title", "select", "textarea", "button", "svg", "math",
    "iframe", "object", "audio", "video", "canvas", "map", "datalist", "noframes",
))
# fmt: on

#: Elements, and roles of WAI-ARIA 1.2 and DPUB-ARIA 1.1, that part a page.
REGIONS: Mapping[str, Region] = {
    "header": "header",
    "nav": "navigation",
    "menu": "navigation",
    "aside": "aside",
    "figcaption": "inset",
    "footer": "footer",
    "banner": "header",
    "navigation": "navigation",
    "search": "navigation",
    "complementary": "aside",
    "contentinfo": "footer",
    "dialog": "aside",
    "alertdialog": "aside",
    "doc-endnotes": "footer",
    "doc-footnote": "footer",
}
#: Types of schema.org that part a page (WebPageElement and BreadcrumbList), and what readers add to it.
TYPES: Mapping[str, Region] = {
    "BreadcrumbList": "navigation",
    "Comment": "aside",
    "SiteNavigationElement": "navigation",
    "WPAdBlock": "aside",
    "WPFooter": "footer",
    "WPHeader": "header",
    "WPSideBar": "aside",
}
#: Words in class names and ids by which authors mark the parts of a page, as readability and its kin use them.
NAMED_REGIONS: Mapping[str, Region] = {
    **dict.fromkeys(("nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "pagination"), "navigation"),
    **dict.fromkeys(("sidebar", "sidebox", "infobox", "aside", "related", "relatedposts", "promo"), "aside"),
    **dict.fromkeys(("advert", "advertisement", "ads"), "aside"),
    **dict.fromkeys(
        ("share", "sharing", "social", "subscribe", "subscription", "signup", "preheader", "preview"), "aside"
    ),
    **dict.fromkeys(("comment", "comments", "form", "cookie", "cookies", "consent", "gdpr", "tags"), "aside"),
    **dict.fromkeys(("footer", "postamble", "colophon", "copyright", "unsubscribe", "footnote", "footnotes"), "footer"),
}
#: Class names that frameworks give to words for screen readers alone, which nobody sees.
UNSEEN = frozenset(("visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "screenreader-only"))
#: HTML 4.01 font sizes 1 to 7 in CSS pixels (HTML Standard, 15.3.1).
FONT_SIZES = (10.0, 10.0, 13.0, 16.0, 18.0, 24.0, 32.0, 48.0)
#: CSS length units in pixels, at the usual root size.
UNITS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16}
#: Words in class names by which authors mark who wrote something, those of microformats 2 among them.
CREDITS = frozenset(("author", "authors", "byline"))
#: Class names of an entry of a page that tells several things, in hAtom and microformats 2, and types of schema.org.
ENTRIES = frozenset(("hentry", "h-entry", "Article", "BlogPosting", "NewsArticle", "SocialMediaPosting"))

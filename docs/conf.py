"""Sphinx configuration; `make docs` builds with every warning an error."""

from __future__ import annotations

import beldigest

project = "beldigest"
author = "The beldigest developers"
version = release = beldigest.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
html_theme = "alabaster"
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
# Types of other libraries, and type variables, have no page here.
nitpick_ignore_regex = [("py:.*", r"(?!beldigest\.).*"), ("py:.*", r"beldigest\..*\._.*")]
exclude_patterns = ["build"]

"""Sphinx settings."""

import newsparse

project = "newsparse"
author = "the newsparse developers"
copyright = "2026, the newsparse developers"
version = release = newsparse.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.doctest"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build", "examples"]
html_theme = "furo"
html_title = f"newsparse {version}"
myst_enable_extensions = ["deflist", "colon_fence"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "separated"
nitpicky = False
suppress_warnings = ["myst.xref_missing"]
doctest_global_setup = "import newsparse"

"""What the head of a page states: meta tags, links, the title tag, the language; and the scripts that hold JSON-LD.

One tag-filtered walk in C; `tables.META` says which name means which field.
"""

from typing import Any

from newsparse.readers.html.metadata.facts import Findings
from newsparse.readers.html.metadata.tables import AUTHOR_LABEL, META

TAGS = ("html", "title", "meta", "link", "script", "h1")
_LINKS = {"canonical": "canonical", "Canonical": "canonical", "license": "license"}


def read(root: Any, found: Findings) -> tuple[list[str], list[Any]]:
    """Note what the tags state; the JSON-LD scripts and the `<h1>` elements, in document order."""
    scripts: list[str] = []
    headings: list[Any] = []
    for element in root.iter(*TAGS):
        tag = element.tag
        if tag == "meta":
            _meta(element, found)
        elif tag == "link":
            if field := _LINKS.get(element.get("rel")):  # a page has dozens of others
                found.add(field, element.get("href"), f"link {field}")
        elif tag == "script":
            kind = element.get("type")
            if kind and "ld+json" in kind.lower():
                scripts.append(element.text or "")
        elif tag == "h1":
            headings.append(element)
        elif tag == "title":
            if "title-tag" not in found.said:
                found.add("title-tag", element.text, "title tag")
        else:
            found.add("lang", element.get("lang") or element.get("xml:lang"), "html lang")
    _note_cards(found)
    return scripts, headings


def _meta(element: Any, found: Findings) -> None:
    get = element.get
    name = get("property") or get("name") or get("itemprop") or get("http-equiv")
    if name is None:
        return
    field = META.get(name) or META.get(name.strip().lower())
    if field is not None:
        found.add(field, get("content") or get("value"), f"meta {name.strip()}")


def _note_cards(found: Findings) -> None:
    """Note the author of a Twitter card, whose rows are a label ("Written by") and its data."""
    for label, data in zip(found.said.pop("card-label", ()), found.said.pop("card-data", ()), strict=False):
        if AUTHOR_LABEL.match(label.value):
            found.add("author", data.value, data.by)

"""What the head of a page states: meta tags, links, the title tag, the language; and the scripts that hold JSON-LD.

`tables.META` says which name means which field.
"""

from newsparse.readers.html.metadata.facts import Findings
from newsparse.readers.html.metadata.tables import AUTHOR_LABEL, META
from newsparse.readers.html.page import Page

_LINKS = {"canonical": "canonical", "Canonical": "canonical", "license": "license"}


def read(page: Page, found: Findings) -> list[str]:
    """Note what the tags state; the JSON-LD scripts, in document order."""
    tagged = page.tagged
    for root in tagged["html"]:
        found.add("lang", root.get("lang") or root.get("xml:lang"), "html lang")
    found.add("title-tag", next((text for title in tagged["title"] if (text := title.text)), None), "title tag")
    for meta in tagged["meta"]:
        get = meta.get
        name = get("property") or get("name") or get("itemprop") or get("http-equiv")
        if name and (field := META.get(name) or META.get(name.strip().lower())):
            found.add(field, get("content") or get("value"), f"meta {name.strip()}")
    for link in tagged["link"]:
        if field := _LINKS.get(link.get("rel")):  # a page has dozens of others
            found.add(field, link.get("href"), f"link {field}")
    _note_cards(found)
    return [s.text or "" for s in tagged["script"] if (kind := s.get("type")) and "ld+json" in kind.lower()]


def _note_cards(found: Findings) -> None:
    """Note the author of a Twitter card, whose rows are a label ("Written by") and its data."""
    for label, data in zip(found.said.pop("card-label", ()), found.said.pop("card-data", ()), strict=False):
        if AUTHOR_LABEL.match(label.value):
            found.add("author", data.value, data.by)

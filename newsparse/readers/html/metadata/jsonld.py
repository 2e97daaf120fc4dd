"""JSON-LD: the article node of the page, out of graphs, lists, broken JSON and several nodes; and what it states.

Vocabulary: schema.org, Article and its kin. Depth and digits are bounded by `kit.json`; what cannot be mended is searched
for the few strings that matter, and reported.
"""

import re
from collections.abc import Iterator
from typing import Any

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.errors import LimitExceeded
from newsparse.kit.json import loads
from newsparse.readers.html.metadata.facts import Findings, key, tidy

BY = "json-ld"
_MOST_NODES = 500
_MOST_AGENTS = 200  # values looked at for those of one node
_SECONDS = 10**9  # a number that may be a date: of the days since 2001, in seconds or thousandths of them
_MOST_WITHIN = 5  # values within one another in which a text is looked for
_ARTICLES = (
    "article", "posting", "report", "review", "recipe", "blogpost", "liveblog", "obituary", "qapage", "imagegallery",
    "mediagallery", "photograph",
)  # fmt: skip
"""How the names of types of articles end, in lower case."""
_WEAK = frozenset(
    [
        "videoobject",
        "audioobject",
        "podcastepisode",
        "radioepisode",
        "tvepisode",
        "webpage",
        "newspage",
        "itempage",
        "creativework",
        "event",
        "product",
    ]
)
_PLAIN = frozenset(["article", "creativework", "webpage"])  # what a page is beside its proper type
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage")
_TRAILING = re.compile(r",(\s*[}\]])")
_BARE_DATE = re.compile(r'(":\s{0,9})(\d{4}-\d\d-\d\d(?:[T ][\d:.+-]{4,30}Z?)?)(?=\s{0,9}[,}])')
_COMMENT = re.compile(r"(?m)^[ \t]*(?://[^\n]*|/\*[^*]{0,2000}\*/|<!--|-->|<!\[CDATA\[|\]\]>;?)[ \t\r]*$")
_WRAP = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/|;)\s*\Z"
)
_SALVAGE = re.compile(
    r'"(headline|datePublished|dateModified|dateCreated|description|articleBody|articleSection|inLanguage)"\s*:\s*"((?:[^"\\]|\\.){1,20000})"(?=\s*[,}\]])'
)
_SALVAGE_AUTHOR = re.compile(r'"author"\s*:\s*(?:[\[{][^\]}]{0,400}?"name"\s*:\s*)?"((?:[^"\\]|\\.){1,200})"')

Node = dict[str, Any]


def read(scripts: list[str], address: str | None, found: Findings, ctx: Context) -> None:
    """Note what the article node of the page at `address` states; what is `found` already tells it from others."""
    nodes: list[Node] = []
    rest: list[str] = []
    for script in scripts:
        value = _value(script, ctx)
        if value is None:
            rest.append(script)
        else:
            nodes.extend(_nodes(value))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    typed = [(node, types_of(node)) for node in nodes]
    chosen = _own(typed, address, found)
    known: set[str] = set()
    for node in chosen:
        told = Findings()
        _note(node, by_id, told)
        _merge(told, found, known)
    _note_site(typed, found)
    if not chosen:
        for script in rest:
            _salvage(script, found)


def _merge(told: Findings, found: Findings, known: set[str]) -> None:
    """Take over what a node tells, but for the `known` fields, on which one before it was not silent."""
    for field, said in told.said.items():
        if field not in known:
            found.said.setdefault(field, []).extend(said)
    known |= {field for field, said in told.said.items() if said}
    if not known.isdisjoint(_AUTHORS):
        known |= _AUTHORS
    found.types.extend(told.types)
    found.body = found.body or told.body


_AUTHORS = frozenset(["author", "author-group"])


def _value(script: str, ctx: Context) -> Any:
    """The JSON value, after mending where needed; None where there is none, and that is reported."""
    error = ""
    for text in _mendings(script):
        try:
            return loads(text, ctx, strict=False)
        except LimitExceeded as limit:
            error = limit.diagnostic.message
            break
        except ValueError as fault:
            error = str(fault)
    if script.strip():
        ctx.report(
            "html.bad-json-ld", f"a JSON-LD block is no JSON: {error[:120]}; searched for its strings", severity=Severity.INFO
        )
    return None


def _mendings(script: str) -> Iterator[str]:
    """The text as it is, then with the faults taken out that pages are known to have, one after the other."""
    yield script
    text = _WRAP.sub("", _COMMENT.sub("", script)).strip()
    yield text
    text = _TRAILING.sub(r"\1", text)
    yield text
    if text.startswith('{\\"'):
        yield text.replace('\\"', '"').replace("\\/", "/")
    if "&quot;" in text or "&#34;" in text:
        yield text.replace("&quot;", '"').replace("&#34;", '"')
    if '"' in text:
        yield re.sub(r"\\(?![\"\\/bfnrtu])", r"\\\\", text)
    if _BARE_DATE.search(text):
        yield _BARE_DATE.sub(r'\1"\2"', text)
    if "}" in text:
        yield re.sub(r"}\s*{", "},{", f"[{text.rstrip(',')}]")
        yield text[: text.rfind("}") + 1]


def _nodes(value: Any) -> Iterator[Node]:
    """The nodes of a JSON-LD value that can be or hold an article, outer before inner."""
    stack = [value]
    seen = 0
    while stack and seen < _MOST_NODES:
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(reversed(value))
        elif isinstance(value, dict):
            seen += 1
            yield value
            stack.extend([value[name] for name in _NESTED if name in value])


def types_of(node: Node) -> list[str]:
    """The node's types without their vocabulary, lower case."""
    kinds = node.get("@type") or node.get("type")
    if isinstance(kinds, str):
        kinds = [kinds]
    return (
        [kind.rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for kind in kinds if isinstance(kind, str)]
        if isinstance(kinds, list)
        else []
    )


def _own(nodes: list[tuple[Node, list[str]]], address: str | None, found: Findings) -> list[Node]:
    """The nodes that speak of this page's article, the best first; none where only other things are described."""
    stories = [(node, kinds, weight) for node, kinds in nodes if (weight := _weight(node, kinds))]
    if len(stories) < 2:
        return [node for node, _, _ in stories]
    said = [candidate.value for candidate in found.of("title", "h1", "title-tag", "url", "canonical")]
    keys = {key(text) for text in (*said, address) if text}
    stories.sort(key=lambda story: -_rank(story[0], story[1], story[2], keys))
    best, *others = [node for node, _, _ in stories]
    headline = key(_headline_of(best))
    twins = [node for node in others if headline and key(_headline_of(node)) == headline]
    return [best, *twins[:3]]


def _headline_of(node: Node) -> str:
    return text_of(node.get("headline") or node.get("name"))


def _weight(node: Node, kinds: list[str]) -> int:
    """How much of an article a node of these types is; 0 for what is none."""
    if any(kind.endswith(_ARTICLES) for kind in kinds):
        return 10
    dated = node.get("headline") or node.get("datePublished")
    if not kinds:
        return 2 if node.get("headline") and node.get("datePublished") else 0
    return 2 if dated and not _WEAK.isdisjoint(kinds) else 0


def _rank(node: Node, kinds: list[str], weight: int, keys: set[str]) -> int:
    """The same, and more where it says what the page says in one of its `keys`."""
    names = (
        node.get("headline"),
        node.get("name"),
        node.get("alternativeHeadline"),
        node.get("url"),
        node.get("@id"),
        _page_of(node),
    )
    rank = weight + 20 * any(isinstance(name, str) and key(tidy(name)) in keys for name in names)
    return rank + 3 * any(kind not in _PLAIN for kind in kinds) + bool(node.get("headline")) + bool(node.get("datePublished"))


def _page_of(node: Node) -> str | None:
    page = node.get("mainEntityOfPage")
    if isinstance(page, dict):
        page = page.get("@id") or page.get("url")
    return page if isinstance(page, str) else None


def text_of(value: Any) -> str:
    """The text of a JSON-LD value: a string, its first item, or its name."""
    for _ in range(_MOST_WITHIN):
        if isinstance(value, str):
            return value
        if isinstance(value, int) and value >= _SECONDS:
            return str(value)
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("@value") or value.get("name") or value.get("url")
        else:
            break
    return ""


_FIELDS = (
    ("headline", "title"),
    ("alternativeHeadline", "title-alternative"),
    ("description", "description"),
    ("datePublished", "published"),
    ("dateModified", "updated"),
    ("dateCreated", "created"),
    ("inLanguage", "lang"),
    ("url", "url"),
    ("copyrightNotice", "rights"),
    ("copyrightHolder", "holder"),
    ("license", "license"),
)
_LISTS = (("articleSection", "section"), ("keywords", "keywords"), ("image", "image"), ("thumbnailUrl", "image"))


def _note(node: Node, by_id: dict[str, Node], found: Findings) -> None:
    """Note what one node of the article states."""
    for name, field in _FIELDS:
        if name in node:
            found.add(field, text_of(node[name]), f"{BY} {name}")
    if "headline" not in node and "name" in node:
        found.add("title", text_of(node["name"]), f"{BY} name")
    found.types.extend(types_of(node))
    _note_agents(node, by_id, found)
    for name, field in _LISTS:
        if name in node:
            for text in _texts(node[name], by_id):
                found.add(field, text, f"{BY} {name}")
    free = node.get("isAccessibleForFree")
    if free is not None:
        found.add("free", str(free).lower(), f"{BY} isAccessibleForFree")
    body = node.get("articleBody")
    if found.body is None and isinstance(body, str) and body.strip():
        found.body = body


def _note_agents(node: Node, by_id: dict[str, Node], found: Findings) -> None:
    """Note author (else creator) and publisher."""
    for name in ("author", "creator"):
        agents = list(_agents(node.get(name), by_id))
        for agent, kind in agents:
            found.add(kind, agent, f"{BY} {name}")
        if agents:
            break
    for name in ("publisher", "sourceOrganization"):
        for agent, _ in _agents(node.get(name), by_id):
            found.add("publisher", agent, f"{BY} {name}")


def _items(value: Any) -> Iterator[str | Node]:
    """The strings and nodes of a value, out of lists of lists and `@list`."""
    stack = [value]
    for _ in range(_MOST_AGENTS):
        if not stack:
            return
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(reversed(item))
        elif isinstance(item, dict) and "@list" in item:
            stack.append(item["@list"])
        elif isinstance(item, str | dict):
            yield item


def _agents(value: Any, by_id: dict[str, Node]) -> Iterator[tuple[str, str]]:
    """(name, `author` or `author-group`) of each agent; references are followed once."""
    for stated in _items(value):
        item = by_id.get(stated, stated) if isinstance(stated, str) else stated
        if isinstance(item, str):
            yield from ((name, "author") for name in [item] if not name.startswith(("http", "#")))
            continue
        node = by_id.get(item.get("@id", ""), item) if "name" not in item and isinstance(item.get("@id", ""), str) else item
        kind = "author-group" if any("organization" in kind or kind == "brand" for kind in types_of(node)) else "author"
        names = node.get("name")
        for name in names if isinstance(names, list) else [names]:
            text = text_of(name)
            if not text and isinstance(node.get("givenName"), str):
                text = f"{node['givenName']} {text_of(node.get('familyName'))}"
            if text:
                yield text, kind


def _texts(value: Any, by_id: dict[str, Node]) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        text = item
        if isinstance(item, dict):
            reference = item.get("@id", "")
            node = by_id.get(reference, item) if isinstance(reference, str) else item
            text = node.get("url") or node.get("contentUrl") or node.get("name") or node.get("@id")
        if isinstance(text, str):
            yield text


_SITES = frozenset(["website", "organization", "newsmediaorganization"])


def _note_site(nodes: list[tuple[Node, list[str]]], found: Findings) -> None:
    """Note the names of the site that the nodes around the article state."""
    for node, kinds in nodes:
        if not _SITES.isdisjoint(kinds):
            found.add("site", text_of(node.get("name")), f"{BY} {node.get('@type')}")


def _salvage(script: str, found: Findings) -> None:
    """Note the strings of a block that is no JSON."""
    names = dict(_FIELDS)
    for hit in _SALVAGE.finditer(script):
        value = _plain(hit[2])
        if hit[1] == "articleBody":
            found.body = found.body or value
        else:
            found.add(names.get(hit[1], "section"), value, f"{BY} {hit[1]}")
    for hit in _SALVAGE_AUTHOR.finditer(script):
        found.add("author", _plain(hit[1]), f"{BY} author")


def _plain(text: str) -> str:
    """The characters that a JSON string stands for, read leniently."""
    text = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda code: chr(int(code[1], 16)), text)
    return re.sub(r"\\(.)", lambda code: {"n": "\n", "t": " ", "r": "\n"}.get(code[1], code[1]), text)

"""The front matter above a Markdown text: our own writer's, and that of site generators (YAML in `---`, TOML in `+++`).

Of YAML this reads what front matters are made of: a key a line; plain, quoted, literal and folded scalars; lists and maps by
indent or in brackets; JSON. Anchors, tags and types beyond true, false and null are not read. What is no front matter by
these rules is text.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Callable
from typing import Any, Final

from newsparse.context import Context
from newsparse.errors import LimitExceeded, ParseError
from newsparse.kit import json as kit_json
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.dates import parse_date
from newsparse.kit.lines import Line
from newsparse.kit.names import people, strip_by
from newsparse.model.agents import Agent, Byline
from newsparse.model.metadata import Link
from newsparse.model.text import Text

_LONGEST: Final = 2_000  # lines; ours has some twenty, a site generator's with a bibliography 300
_DEEPEST: Final = 5
_MOST_BRACKETS: Final = 200  # of TOML, whose parser is recursive
_KEY = re.compile(r"(?:\"([^\"]{1,80})\"|'([^']{1,80})'|([A-Za-z_][\w .-]{0,78}?))[ \t]*:(?:[ \t]+(.*))?\Z")
_WORDS: Final[dict[str, Any]] = {"true": True, "false": False, "null": None, "~": None, "": None}


def front_matter(lines: list[Line], ctx: Context) -> tuple[dict[str, Any] | None, int]:
    """(values by key, index of the text's first line); (None, 0) where the document begins with its text."""
    fence = lines[0].text.rstrip() if lines else ""
    if fence not in {"---", "+++"}:
        return None, 0
    ends = {fence, "..."} if fence == "---" else {fence}
    end = next((n for n, line in enumerate(lines[1:_LONGEST], 1) if line.text.rstrip() in ends), None)
    if end is None:
        return None, 0
    inside = [line.text for line in lines[1:end]]
    values = _toml(inside) if fence == "+++" else _yaml(inside, ctx, 0)
    return (None, 0) if values is None else (values, end + 1)


def _toml(lines: list[str]) -> dict[str, Any] | None:
    text = "\n".join(lines)
    if text.count("[") + text.count("{") > _MOST_BRACKETS:
        return None
    try:
        return {key: _plain(value) for key, value in tomllib.loads(text).items()}
    except ValueError:
        return None


def _plain(value: Any) -> Any:
    """A TOML value as JSON has it."""
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _yaml(lines: list[str], ctx: Context, depth: int) -> dict[str, Any] | None:
    """The mapping of these lines, whose keys stand at the left edge; None where they are none."""
    values: dict[str, Any] = {}
    at = 0
    while at < len(lines):
        line = lines[at].rstrip()
        at += 1
        if not line or line.startswith("#"):
            continue
        found = _KEY.match(line)
        if found is None:
            return None
        end = at
        while end < len(lines) and (not lines[end].strip() or lines[end][0] in " \t" or _item(lines[end])):
            end += 1
        key = next(name for name in found.groups()[:3] if name is not None)
        values[key] = _value((found[4] or "").strip(), lines[at:end], ctx, depth)
        at = end
    return values


def _item(line: str) -> bool:
    return line == "-" or line.startswith("- ")


def _value(text: str, below: list[str], ctx: Context, depth: int) -> Any:
    """A key's value: what stands behind it, or the lines below it."""
    if text[:1] in {"|", ">"} and not text[1:].strip("+-0123456789"):
        return _block(below, folded=text[0] == ">")
    filled = _dedented([line for line in below if line.strip()])
    if text:
        return _scalar(" ".join([text, *filled]), ctx)
    if not filled:
        return None
    if all(_item(line) or line[0] in " \t" for line in filled):
        return _list(filled, ctx, depth)
    inner = _yaml(filled, ctx, depth + 1) if depth < _DEEPEST else None
    return _scalar(" ".join(filled), ctx) if inner is None else inner


def _dedented(lines: list[str]) -> list[str]:
    margin = min((len(line) - len(line.lstrip(" \t")) for line in lines), default=0)
    return [line[margin:].rstrip() for line in lines]


def _block(below: list[str], *, folded: bool) -> str:
    """A literal or folded scalar."""
    lines = _dedented([line if line.strip() else "" for line in below if line.strip()])
    return (" " if folded else "\n").join(lines)


def _list(lines: list[str], ctx: Context, depth: int) -> list[Any]:
    """The items that hyphens begin; an item of keys is a map."""
    items: list[list[str]] = []
    for line in lines:
        if _item(line):
            items.append([line[2:].strip()])
        elif items:
            items[-1].append(line)
    made: list[Any] = []
    for first, *rest in items:
        keyed = _KEY.match(first) is not None and depth < _DEEPEST and first[:1] not in "\"'"
        inner = _yaml([first, *_dedented(rest)], ctx, depth + 1) if keyed else None
        made.append(_scalar(" ".join([first, *rest]), ctx) if inner is None else inner)
    return made


def _scalar(text: str, ctx: Context) -> Any:
    """A value on one line: JSON, a quoted or plain string, a list in brackets, true, false or null."""
    text = text.strip()
    if text[:1] in {'"', "[", "{"}:
        try:
            return kit_json.load(text.encode("utf-8"), ctx, "markdown.bad-front-matter")
        except LimitExceeded:
            raise
        except ParseError:
            if text.startswith("[") and text.endswith("]"):
                return [_scalar(part, ctx) for part in text[1:-1].replace("[", " ").split(",") if part.strip()]
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    plain = re.split(r"\s#", text, maxsplit=1)[0].rstrip()
    return _WORDS.get(plain.lower(), plain)


def _strings(value: Any) -> list[str]:
    """The value, or the values of a list, as strings; a map by its name or title."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    if isinstance(value, list):
        return [text for item in value if not isinstance(item, list) for text in _strings(item)]
    return [] if value is None or isinstance(value, bool) or not str(value).strip() else [str(value).strip()]


def _first(value: Any) -> str | None:
    return next(iter(_strings(value)), None)


def _set_title(build: ArticleBuilder, value: Any) -> None:
    build.set_title(_first(value) or "")


def _add_deck(build: ArticleBuilder, value: Any) -> None:
    build.deck.extend(Text(text) for text in _strings(value))


def _set_summary(build: ArticleBuilder, value: Any) -> None:
    build.summary = Text(_first(value) or "")


def _add_bylines(build: ArticleBuilder, value: Any) -> None:
    for raw in _strings(value):
        name = strip_by(raw) or raw
        build.bylines.append(Byline(raw=raw, agents=people(name) or (Agent(name=name),)))


def _add_published(build: ArticleBuilder, value: Any) -> None:
    build.stamp("published", _first(value) or "", parse_date(_first(value) or ""))


def _add_updated(build: ArticleBuilder, value: Any) -> None:
    build.stamp("updated", _first(value) or "", parse_date(_first(value) or ""))


def _add_keywords(build: ArticleBuilder, value: Any) -> None:
    words = value.split(",") if isinstance(value, str) else _strings(value)
    build.keywords.extend(word.strip() for word in words if word.strip())


def _set_category(build: ArticleBuilder, value: Any) -> None:
    build.category = _first(value)


def _set_lang(build: ArticleBuilder, value: Any) -> None:
    build.lang = (_first(value) or "").replace("_", "-")


def _set_provider(build: ArticleBuilder, value: Any) -> None:
    build.provider = Agent(name=_first(value) or "", kind="organisation")


def _add_link(build: ArticleBuilder, value: Any) -> None:
    build.links.extend(Link(href=href, rel="canonical") for href in _strings(value))


def _set_uid(build: ArticleBuilder, value: Any) -> None:
    build.uid = _first(value)


SETTERS: Final[dict[str, Callable[[ArticleBuilder, Any], None]]] = {
    **dict.fromkeys(("title", "headline"), _set_title),
    **dict.fromkeys(("subtitle", "deck", "standfirst", "kicker"), _add_deck),
    **dict.fromkeys(("summary", "description", "excerpt", "abstract"), _set_summary),
    **dict.fromkeys(("author", "authors", "byline"), _add_bylines),
    **dict.fromkeys(("date", "published", "pubdate", "publishdate", "date-published"), _add_published),
    **dict.fromkeys(("updated", "lastmod", "modified", "last-modified"), _add_updated),
    **dict.fromkeys(("tags", "keywords"), _add_keywords),
    **dict.fromkeys(("category", "categories", "section"), _set_category),
    **dict.fromkeys(("lang", "language", "locale"), _set_lang),
    **dict.fromkeys(("publisher", "publication", "source", "outlet"), _set_provider),
    **dict.fromkeys(("canonical", "canonical-url", "url", "link", "permalink"), _add_link),
    **dict.fromkeys(("id", "uid", "guid"), _set_uid),
}
"""Keys of other tools' front matter, lower case with hyphens, to what sets them; others are kept in `extras`."""


def set_foreign(build: ArticleBuilder, values: dict[str, Any]) -> None:
    """Set what other tools call by their own keys; what is unknown or holds nothing readable goes to `extras["markdown"]`."""
    kept: dict[str, Any] = {}
    for key, value in values.items():
        setter = SETTERS.get(key.lower().replace("_", "-").replace(" ", "-"))
        several = setter is _set_category and len(_strings(value)) > 1
        if setter is not None and _strings(value):
            setter(build, value)
        if setter is None or several or not _strings(value):
            kept[key] = value
    if kept:
        build.extras.setdefault("markdown", {})["front_matter"] = kept

"""One item of ninjs as an article: what is understood is taken out of the item, and the rest goes into the extras."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity, counted
from newsparse.kit import bodies, uris
from newsparse.kit.build import ArticleBuilder, clean
from newsparse.kit.datelines import read_dateline
from newsparse.kit.dates import parse_date
from newsparse.kit.dialect import Dialect
from newsparse.kit.fieldmap import Habits
from newsparse.kit.fieldpaths import put, values_in
from newsparse.kit.json import Loaded
from newsparse.kit.names import credited
from newsparse.kit.wire import apply_constants
from newsparse.model.agents import Agent, AgentKind, Byline, Dateline, Identifier
from newsparse.model.article import Article
from newsparse.model.metadata import Link, Rights, Subject
from newsparse.model.place import Origin
from newsparse.model.quick import new_subject
from newsparse.model.text import Text
from newsparse.readers.ninjs import media
from newsparse.readers.ninjs.fields import BODY_RANKS, RIGHTS, STAMPS, STRINGS, TOPIC_KEYS, TOPICS


@attrs.define(eq=False)
class Item:
    """The keys that are still to be understood, by their names in lower case."""

    ctx: Context
    rest: dict[str, Any]
    spelt: dict[str, str]

    @classmethod
    def of(cls, item: Mapping[str, Any], ctx: Context) -> "Item":
        """A view that leaves `item` alone; keys without a value are left out."""
        rest: dict[str, Any] = {}
        spelt: dict[str, str] = {}
        for key, value in item.items():
            if value is None or value in ("", [], {}):
                continue
            name = key.lower()
            name = key if name in rest else name
            rest[name] = value
            spelt[name] = key
        return cls(ctx, rest, spelt)

    def text(self, name: str) -> str | None:
        """A string or number under that name, taken out; None where there is none, or a value of another type."""
        value = self.rest.get(name)
        if value is None:
            return None
        if isinstance(value, str):
            del self.rest[name]
            return clean(value.strip()) or None
        if isinstance(value, int | float) and not isinstance(value, bool):
            del self.rest[name]
            return str(int(value) if isinstance(value, float) and value.is_integer() else value)
        self.wrong(name, "a string")
        return None

    def lines(self, name: str) -> list[str]:
        """A string, or each of a list of them, taken out."""
        value = self.rest.get(name)
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            del self.rest[name]
            return [clean(one.strip()) for one in value if one.strip()]
        one = self.text(name)
        return [] if one is None else [one]

    def objects(self, name: str) -> list[dict[str, Any]]:
        """The objects of a list under that name, taken out if all are; a string stands for an object with that name."""
        value = self.rest.get(name)
        if value is None:
            return []
        found = value if isinstance(value, list) else [value]
        objects = [one if isinstance(one, dict) else {"name": one} for one in found if isinstance(one, dict | str)]
        if len(objects) != len(found):
            self.wrong(name, "a list of objects")
        else:
            del self.rest[name]
        return objects

    def keep(self, name: str, value: Any) -> None:
        """Put one value of several back for the extras."""
        there = self.rest.get(name)
        self.rest[name] = [*there, value] if isinstance(there, list) else [value] if there is None else [there, value]

    def wrong(self, name: str, wanted: str) -> None:
        """Report a value of a wrong type, which stays for the extras."""
        key = self.spelt.get(name, name)
        told = f"{key} is a {type(self.rest[name]).__name__} where {wanted} was looked for; kept in the extras"
        self.ctx.report("ninjs.wrong-type", told, data={"key": key})

    def left(self) -> dict[str, Any]:
        """What was not understood, under its own names."""
        return {self.spelt.get(name, name): value for name, value in self.rest.items()}


def article(found: Loaded, ctx: Context, frame: int, dialect: Dialect[Habits]) -> Article:
    """The article; ParseError `ninjs.no-article` where the item states nothing of one. Paths are within the item."""
    item = Item.of(found.value, ctx)
    stated = len(item.rest)
    build = ArticleBuilder(ctx=ctx, format="ninjs", charset=found.charset, charset_from=found.charset_from)
    _identity(item, build)
    _lines(item, build)
    _people(item, build)
    _stamps(item, build)
    _topics(item, build)
    _rights(item, build)
    _body(item, build, frame)
    media.add(item.rest, build)
    _by_dialect(item, found.value, build, dialect)
    left = item.left()
    if len(left) == stated:
        raise ctx.fail("ninjs.no-article", "an object without anything that an item of ninjs states")
    if left:
        build.extras["ninjs"] = left
    return build.finish()


def _by_dialect(item: Item, whole: Any, build: ArticleBuilder, dialect: Dialect[Habits]) -> None:
    """What an agency's own keys say goes before what the standard ones do; a key of the item itself is taken out."""
    for written, field in dialect.habits.fields.items():
        values = values_in(whole, written)
        if values:
            put(build, str(field), values)
            item.rest.pop(written.lower(), None)
    apply_constants(dialect.habits.constants, build)
    if dialect.name != "default":
        item.rest["dialect"] = dialect.name


def _identity(item: Item, build: ArticleBuilder) -> None:
    uri, guid = item.text("uri"), item.text("guid")
    build.uid = (None if uri is None else uris.value_of(uri)) or guid
    if uri and guid and guid != uri:
        build.alt_ids.append(Identifier("guid", guid))
    for key in ("standard", "$standard"):
        standard = item.rest.get(key)
        if isinstance(standard, dict) and standard.get("name") == "ninjs":
            del item.rest[key]  # the format, not the article
    found = item.rest.get("altids")
    if isinstance(found, dict) and "value" not in found and all(isinstance(value, str) for value in found.values()):
        del item.rest["altids"]
        build.alt_ids.extend(Identifier(clean(key), clean(value)) for key, value in found.items())
    elif found is not None:
        for one in item.objects("altids"):
            value = one.get("value")
            if isinstance(value, str | int):
                build.alt_ids.append(Identifier(clean(str(one.get("role") or "")), clean(str(value))))
            else:
                item.keep("altids", one)


def _lines(item: Item, build: ArticleBuilder) -> None:
    """Headlines and descriptions: the main one is title and summary, a second headline the deck, more are extras."""
    for name, keys in STRINGS.items():
        found = next((value for key in keys if (value := item.text(key))), None)
        if found is not None:
            setattr(build, name, found)
    urgency = item.text("urgency")
    if urgency is not None:
        build.urgency = _whole(urgency)
        if build.urgency is None:
            item.rest["urgency"] = urgency
            item.wrong("urgency", "a whole number")
    headline = item.text("headline")
    if headline is not None:
        made = _line(headline, build)
        build.title = made if made.text else None
    lines = list(_valued(item, "headlines", "headline_"))
    lines.sort(key=lambda one: one[1] not in _MAIN_ROLES)
    for text, role, plain in lines:
        made = _line(text, build, plain=plain)
        if not made.text:
            continue
        if "sub" in role:
            build.deck.append(made)
        elif build.title is None:
            build.title = made
        elif made.text != build.title.text:
            _more(item, "headlines", role, text)
    _descriptions(item, build)


_MAIN_ROLES = frozenset(("main", "headline", "title"))


def _descriptions(item: Item, build: ArticleBuilder) -> None:
    """The plain one is the summary, else the first; others that say something else are kept."""
    found = list(_valued(item, "descriptions", "description_"))
    found.sort(key=lambda one: one[1] not in {"text", "main", "", "text/plain", "summary"})
    for text, role, plain in found:
        made = _line(text, build, plain=plain)
        if build.summary is None:
            build.summary = made if made.text else None
        elif made.text != build.summary.text:
            _more(item, "descriptions", role, text)


def _line(text: str, build: ArticleBuilder, *, plain: bool = False) -> Text:
    """A text as it stands where it is said to be plain; else, where it looks like HTML, its words with marks."""
    return Text(clean(text.strip())) if plain or not bodies.is_html(text) else bodies.line(clean(text), build)


def _more(item: Item, name: str, role: str, value: str) -> None:
    item.keep(name, {"role": role, "value": value} if role else {"value": value})


def _valued(item: Item, plural: str, prefix: str) -> Iterator[tuple[str, str, bool]]:
    """(string, role, whether it is plain) of a list of 2.x and of the keys of 1.x that begin with `prefix`, taken out."""
    for one in item.objects(plural):
        value = one.get("value", one.get("name"))
        if isinstance(value, str) and value.strip():
            kind = str(one.get("contenttype") or one.get("contentType") or "").lower()
            yield value, str(one.get("role") or kind).lower(), kind == "text/plain"
        else:
            item.keep(plural, one)
    for key in [key for key in item.rest if key.startswith(prefix)]:
        text = item.text(key)
        if text is not None:
            role = key.removeprefix(prefix)
            yield text, role, role == "text"


_AUTHOR = frozenset({"name", "role"})
_SOURCE = frozenset({"name", "role", "rel"})


def _people(item: Item, build: ArticleBuilder) -> None:
    """The byline as it stands, with the agents of Superdesk's `authors`; the place of filing is the dateline."""
    raw = _line_of(item, "byline") or _line_of(item, "by")
    authors = item.objects("authors")
    agents = tuple(_agent(one) for one in authors if isinstance(one.get("name"), str))
    if len(agents) != len(authors) or any(not _AUTHOR.issuperset(one) for one in authors):
        item.rest["authors"] = authors  # biographies, pictures: kept whole
    if raw or agents:
        names = ", ".join(agent.name for agent in agents)
        build.bylines.append(Byline(raw=raw or names, agents=agents or (credited(raw) if raw else ())))
    located = _line_of(item, "located")
    if located is not None:
        build.dateline = Dateline(raw=located, place=located)
    _printed_dateline(item, build)
    provider = _line_of(item, "provider")
    if provider is not None:
        build.provider = Agent(name=provider, kind="organisation")
    build.ed_notes.extend(item.lines("ednote"))
    _sources(item, build)


def _line_of(item: Item, name: str) -> str | None:
    """A string, or the names of objects or strings that stand where one should, joined; what these have besides is kept."""
    if isinstance(item.rest.get(name), str | int | float):
        return item.text(name)
    found = item.objects(name)
    said = (one.get("name", one.get("value")) for one in found)
    names = [line for value in said if isinstance(value, str) and (line := clean(value.strip()))]
    if len(names) < len(found) or any(len(one) > 1 for one in found):
        item.rest[name] = found
    return ", ".join(names) or None


def _printed_dateline(item: Item, build: ArticleBuilder) -> None:
    """Superdesk's dateline: an object with the line as it is printed, and the place that it was made of."""
    found = item.rest.get("dateline")
    printed = found.get("text") if isinstance(found, dict) else found
    if not isinstance(printed, str) or not printed.strip():
        return
    build.dateline = read_dateline(clean(printed), place=build.dateline.place if build.dateline is not None else None)
    if isinstance(found, dict) and len(found) > 1:
        item.rest["dateline"] = {key: value for key, value in found.items() if key != "text"}
    else:
        del item.rest["dateline"]


def _sources(item: Item, build: ArticleBuilder) -> None:
    """The first source that is no provider is the article's; more are kept."""
    more = []
    for one in item.objects("infosource") or item.objects("infosources"):
        name, role = _name(one), one.get("role") or one.get("rel")
        provides = isinstance(role, str) and role.endswith("provider")
        if build.provider is None and name and provides:
            build.provider = Agent(name=name, kind="organisation")
        elif build.source is None and name:
            build.source = name
        else:
            more.append(one)
            continue
        if not _SOURCE.issuperset(one) or (role and not provides):
            more.append(one)
    if more:
        item.rest["infosources"] = more


def _agent(one: Mapping[str, Any]) -> Agent:
    kind: AgentKind = "unknown"
    role = one.get("role")
    return Agent(name=clean(one["name"].strip()), kind=kind, role=clean(role) if isinstance(role, str) and role else None)


def _name(one: Mapping[str, Any]) -> str | None:
    found = one.get("name") or one.get("literal") or one.get("code") or one.get("uri")
    return clean(found.strip()) if isinstance(found, str) else None


def _stamps(item: Item, build: ArticleBuilder) -> None:
    for key, kind in STAMPS.items():
        raw = item.text(key)
        if raw is None:
            continue
        value = parse_date(raw)
        if value is None:
            build.ctx.report("ninjs.bad-date", f"{item.spelt.get(key, key)} {raw!r} is no date; kept raw", data={"key": key})
        build.stamp(kind, raw, value)


def _topics(item: Item, build: ArticleBuilder) -> None:
    for key, (field, kind) in TOPICS.items():
        if key not in item.rest:
            continue
        found = item.objects(key)
        getattr(build, field).extend(topic for one in found if (topic := _topic(one, kind)) is not None)
        if any(not TOPIC_KEYS.issuperset(one) for one in found):
            item.rest[key] = found  # relevance, coordinates, contacts: kept whole
    _keywords(item, build)
    services = item.objects("service")
    if services:
        build.service = next((name for one in services if (name := _code(one) or _name(one))), None)
        if len(services) > 1 or len(services[0]) > 1:
            item.rest["service"] = services


def _keywords(item: Item, build: ArticleBuilder) -> None:
    """A list of strings, or of objects with names; a string is parted at its commas."""
    if isinstance(item.rest.get("keywords"), str):
        build.keywords.extend(word.strip() for word in (item.text("keywords") or "").split(",") if word.strip())
        return
    words = item.objects("keywords")
    build.keywords.extend(name for one in words if (name := _name(one)))
    if any(len(one) > 1 or not _name(one) for one in words):
        item.rest["keywords"] = words


def _topic(one: Mapping[str, Any], kind: str | None) -> Subject | None:
    """The concept; a URI without a code of its own is cut into scheme and code at its last `/` or `#`."""
    label, code, scheme = one.get("name"), _code(one), one.get("scheme")
    uri = one.get("uri")
    if isinstance(uri, str) and uri.strip():
        found, code = uris.concept_of(uri.strip(), code)
        scheme = scheme or found
    elif isinstance(scheme, str) and scheme.startswith(uris.PREFIX):
        scheme, _ = uris.concept_of(scheme, code)
    label = clean(label.strip()) if isinstance(label, str) and label.strip() else None
    scheme = clean(scheme.strip()) if isinstance(scheme, str) and scheme.strip() else None
    if code is None and label is None:
        return None
    return new_subject(code=None if code is None else clean(code), scheme=scheme, label=label, kind=kind)


def _code(one: Mapping[str, Any]) -> str | None:
    found = next((value for key in ("code", "literal", "qcode") if (value := one.get(key)) not in (None, "")), None)
    return str(found).strip() if isinstance(found, str | int) else None


def _rights(item: Item, build: ArticleBuilder) -> None:
    found = {name: "\n".join(item.lines(key)) or None for name, key in RIGHTS.items()}
    if any(found.values()):
        build.rights = Rights(**found)
    before = item.text("evolvedfrom")
    if before is not None:
        build.links.append(Link(href=before, rel="evolvedfrom"))
    words = item.text("wordcount")
    build.words_declared = _whole(words) if words is not None else None


def _whole(raw: str) -> int | None:
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 10 else None


def _body(item: Item, build: ArticleBuilder, frame: int) -> None:
    """The body with the most markup; the others tell the same story in other forms, and are only named."""
    found = sorted(_bodies(item), key=lambda one: -one.rank)
    if not found:
        return
    body = found[0]
    if body.words is not None and build.words_declared is None:
        build.words_declared = body.words
    at = Origin(frame=frame, path=body.path)
    if _is_nitf(body.value):
        _read_nitf(body.value, build)
    elif body.rank > 2 or (body.rank < 2 and bodies.is_html(body.value)):
        bodies.html(body.value, build, loose=None if body.rank < 4 else False, at=at)
    else:
        bodies.plain(body.value, build, at=at)
    if len(found) > 1:
        others = [other.name for other in found[1:]]
        told = f"left out {counted(len(others), 'other form')} of the story ({', '.join(others)})"
        build.ctx.report("ninjs.other-bodies", told, severity=Severity.INFO, data={"bodies": others})


def _is_nitf(value: str) -> bool:
    start = value[:600]
    return "<nitf" in start or "<body.content" in start


def _read_nitf(value: str, build: ArticleBuilder) -> None:
    """The body of an item that is NITF, and what its head says that the item does not; as HTML, if it is not sound."""
    from newsparse.kit import nitfhead, wirebody

    root = wirebody.grown(value, build.ctx)
    if root is None:
        bodies.html(value, build)
        return
    nitf = wirebody.read_content(root, build)
    if nitf is not None:
        nitfhead.fill_from_nitf(nitf, build, None)


@attrs.frozen
class _Body:
    """A candidate: how much markup it promises, what it calls itself, the string, its words as declared, where it is."""

    rank: int
    name: str
    value: str
    words: int | None
    path: str


def _bodies(item: Item) -> Iterator[_Body]:
    for number, one in enumerate(item.objects("bodies")):
        value = one.get("value")
        if isinstance(value, str) and value.strip():
            kind = str(one.get("contenttype") or one.get("contentType") or one.get("role") or "").lower()
            words = one.get("wordcount", one.get("wordCount"))
            counted = words if isinstance(words, int) and not isinstance(words, bool) else None
            yield _Body(_rank(kind, value), str(one.get("role") or kind), clean(value), counted, f"/bodies/{number}/value")
        else:
            item.keep("bodies", one)
    for key in [key for key in item.rest if key.startswith("body_") or (key == "body" and isinstance(item.rest[key], str))]:
        text = item.text(key)
        if text is not None:
            kind = key.removeprefix("body").removeprefix("_")
            yield _Body(_rank(kind, text), kind or key, text, None, f"/{item.spelt.get(key, key)}")


def _rank(kind: str, value: str) -> int:
    for names, rank in BODY_RANKS:
        if kind.partition(";")[0].strip() in names:
            return rank
    if kind.endswith("xml") and bodies.is_html(value):
        return 1
    return 0 if kind else 3 if bodies.is_html(value) else 2

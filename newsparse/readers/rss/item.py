"""One item or entry as an article: its elements by the table, then what the feed and the dialect say, then the words."""

import re
from base64 import b64decode

import attrs

from newsparse.context import Context
from newsparse.kit import bodies, markup, openings, xml
from newsparse.kit.build import ArticleBuilder, clean
from newsparse.kit.fieldpaths import Found, put
from newsparse.kit.inline import collapsed
from newsparse.kit.uris import absolute
from newsparse.kit.xml import Element
from newsparse.model.agents import Agent, Byline
from newsparse.model.article import Article
from newsparse.model.metadata import Rights
from newsparse.model.text import Text
from newsparse.readers.rss.elements import BARE, HANDLERS
from newsparse.readers.rss.feed import Feed
from newsparse.readers.rss.state import Item, attribute_of
from newsparse.readers.rss.unknown import by_first

# WordPress's own markup in its text, and it alone stands for a figure: [caption id="…" width="…"]<img …> Words[/caption]
_CAPTION = re.compile(r"\[caption\b[^\]]{0,500}\]([^\[]{1,5000})\[/caption\]")
# What WordPress makes of the site's own data; it has nothing to show here.
_SHORTCODE = re.compile(r"\[(?:gallery|playlist)\b[^\[\]]{0,500}\]")
_PLAIN = frozenset({"text", "text/plain"})
_MARKED_UP = ("<p", "<br", "<div")
_PARTED = re.compile(r"\S[ \t]*\r?\n[ \t]*\r?\n\s*+\S")  # paragraphs of plain text
_BORROWED = {"dc:title": 1, "media:title": 2}
_OTHER_SUMMARIES = frozenset({"dc:description", "excerpt:encoded", "itunes:summary"})  # wherever they stand
_STATED = ("uid", "summary", "links", "bylines", "stamps", "subjects", "keywords", "alt_ids", "slugline")


def article(element: Element, feed: Feed, frame: int, ctx: Context) -> Article:
    """The article; ParseError `rss.no-article` where the item says nothing of one."""
    build = ArticleBuilder(ctx=ctx, format="rss", charset=feed.charset, charset_from=feed.charset_from, clean=False)
    item = Item(build, feed, frame)
    item.own = Found.of(element, feed.habits.fields).values
    taken = by_first(feed.habits.fields)
    build.uid = attribute_of(element, "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about")
    for child in xml.children(element):
        name = feed.names.of(child)
        handle = HANDLERS.get(name) or HANDLERS.get(BARE.get(name, ""))
        if handle is not None:
            handle(item, child)
        else:
            item.keep(name, child, taken.get(name.rpartition(":")[2], ()))
    _join_addresses(item, element)
    if element is feed.last:
        _drop_overruled(item)
    else:
        _from_feed(item, element)
    _from_dialect(item)
    _words(item)
    openings.infer_lines(build, byline=False, cut=element is feed.last, by="rss")
    if build.empty and not any(getattr(build, name) for name in _STATED):
        raise ctx.fail("rss.no-article", "an item that states nothing of an article", at=xml.origin(element, frame))
    if item.extras:
        build.extras["rss"] = item.extras
    return build.finish()


def _join_addresses(item: Item, element: Element) -> None:
    """Addresses of links and media are relative to the `xml:base`, else to the feed; those in the words to the item's own."""
    build = item.build
    feed = element.base or item.feed.values.get("link") or item.ctx.url
    for n, link in enumerate(build.links):
        if (href := absolute(link.href, feed)) != link.href:
            build.links[n] = attrs.evolve(link, href=href)
    item.base = element.base or next((link.href for link in build.links if link.rel == "canonical"), feed)
    for n, (media, names) in enumerate(item.media):
        renditions = tuple(attrs.evolve(one, href=absolute(one.href, feed)) for one in media.renditions)
        address = absolute(media.href, feed) if media.href else None
        item.media[n] = (attrs.evolve(media, href=address, renditions=renditions), names)


def _drop_overruled(item: Item) -> None:
    """In an item that breaks off, take out what an element that is missing may have overruled: local times, mapped fields,
    titles of other vocabularies.
    """
    build = item.build
    item.titles[:] = [title for title in item.titles if item.feed.names.of(title) not in _BORROWED]
    item.summaries[:] = [summary for summary in item.summaries if summary not in item.feed.broken]
    build.stamps[:] = [stamp for stamp in build.stamps if getattr(stamp.value, "tzinfo", None) is not None]
    for field in {str(field) for field in item.feed.habits.fields.values()} - set(item.own):
        build.stamps[:] = [stamp for stamp in build.stamps if stamp.kind != field]
        if field == "title":
            item.titles.clear()
        elif field == "byline":
            build.bylines.clear()
        elif field == "body":
            item.contents.clear()
        elif field in _SINGLE:
            setattr(build, field, None)
    build.rights = Rights(notice=item.notice, holder=item.holder, usage=item.usage) if item.holder or item.usage else None


_SINGLE = frozenset(("lang", "slugline", "priority", "status", "source", "credit", "category"))


def _from_feed(item: Item, element: Element) -> None:
    """What the feed says for every item that does not say it itself."""
    build, values = item.build, item.feed.values
    own_lang = element.get(xml.XML_LANG) or next((c.get(xml.XML_LANG) for c in item.contents if c.get(xml.XML_LANG)), None)
    build.lang = build.lang or own_lang or values.get("language") or values.get("dc:language") or item.feed.lang or None
    name = values.get("title")
    if name and build.provider is None:
        build.provider = Agent(name=name, kind="organisation")
    writer = None if element is item.feed.last else item.writer or values.get("author")  # its own may have followed
    if writer and item.feed.atom and all(byline.agents and byline.agents[0].role == "contributor" for byline in build.bylines):
        build.bylines.insert(0, Byline(raw=writer, agents=(Agent(name=writer),)))
    notice = item.notice or values.get("copyright") or values.get("rights") or values.get("dc:rights")
    if notice or item.holder or item.usage:
        build.rights = Rights(notice=notice or None, holder=item.holder, usage=item.usage)
    shown = {key: values[key] for key in ("link",) if values.get(key)}
    if shown:
        item.extras["feed"] = shown


def _from_dialect(item: Item) -> None:
    """What the agency's own elements say goes before what the standard ones do; title, summary and body are `_words`'."""
    for field, values in {**item.feed.own, **item.own}.items():
        if values and field not in {"title", "summary", "body"}:
            put(item.build, field, values)


def _words(item: Item) -> None:
    """Title, summary and body. A description that has paragraphs, where there is no content, is the body."""
    build = item.build
    _title(item)
    own_body, own_summary = item.own.get("body"), item.own.get("summary")
    contents = list(item.contents)
    summaries = sorted(item.summaries, key=lambda element: item.feed.names.of(element) in _OTHER_SUMMARIES)
    if not contents and not own_body and summaries and _has_paragraphs(summaries[0]):
        contents.append(summaries.pop(0))
    if own_summary:
        build.summary = bodies.line(own_summary[0], build)
    for element in summaries:
        made = _line(item, element)
        if build.summary is None:
            build.summary = made
        elif made is not None and made.text != build.summary.text:
            item.keep(item.feed.names.of(element), element)
    if own_body:
        bodies.plain("\n\n".join(own_body), build)
        for element in contents:
            item.keep(item.feed.names.of(element), element)
    elif contents:
        _body(item, contents[0])
        for element in contents[1:]:
            item.keep(item.feed.names.of(element), element)
    bodies.media(item.media, build)


def _title(item: Item) -> None:
    """The item's own title before one of Dublin Core, and that before a medium's; others that say something else are kept."""
    build, own = item.build, item.own.get("title")
    titles = sorted(item.titles, key=lambda element: _BORROWED.get(item.feed.names.of(element), 0))
    if own:
        build.title = bodies.line(own[0], build)
    elif titles:
        build.title = _line(item, titles.pop(0))
    for element in titles:
        made = _line(item, element)
        if made is not None and (build.title is None or made.text != build.title.text):
            item.keep(item.feed.names.of(element), element)


def _has_paragraphs(element: Element) -> bool:
    text = xml.text(element).lower()
    return any(text.count(tag) >= 2 for tag in _MARKED_UP) or _PARTED.search(text) is not None


def _line(item: Item, element: Element) -> Text | None:
    """An Atom text construct, or a string of RSS, which may be HTML."""
    kind = (element.get("type") or "").lower()
    if len(element):
        bodies.join_addresses(element, element.base or item.base)
        made = markup.text(element, bodies.BODY, item.ctx)
        return made if made.text else None
    raw = _written(item, element).strip()
    if not raw:
        return None
    if kind in _PLAIN or (kind not in {"html", "text/html"} and not bodies.is_html(raw)):
        return Text(collapsed(raw))
    made = bodies.line(raw, item.build, base=element.base or item.base)
    return made if made.text else None


def _written(item: Item, element: Element) -> str:
    """The words of an element, which are base64 in Atom 0.3 by its mode and in Atom 1.0 by its type (RFC 4287, 4.1.3.3).

    `rss.bad-base64` where they are not what they are said to be; then they are the words. What is no text is kept, and no words.
    """
    text = xml.text(element)
    kind = (element.get("type") or "").lower()
    if element.get("mode") != "base64" and ("/" not in kind or kind.startswith("text/") or kind.endswith(("xml", "html"))):
        return text
    letters = "".join(text.split())
    try:
        data = b64decode(letters[: len(letters) // 4 * 4 if element in item.feed.broken else None], validate=True)
    except ValueError:
        item.ctx.report("rss.bad-base64", "said to be base64 and is not; kept as it stands", at=xml.origin(element, item.frame))
        return text
    try:
        return clean(data.decode())
    except UnicodeDecodeError:
        item.keep(item.feed.names.of(element), element)
        return ""


def _body(item: Item, element: Element) -> None:
    at = xml.origin(element, item.frame)
    kind = (element.get("type") or "").lower()
    if len(element):
        inner = xml.child(element, "div") if kind == "xhtml" else None
        bodies.join_addresses(element, element.base or item.base)
        markup.body(element if inner is None else inner, bodies.BODY, item.build, frame=item.frame)
    elif kind in _PLAIN:
        bodies.plain(_written(item, element), item.build, at=at)
    else:
        source, wordpress = _written(item, element), item.feed.wordpress
        if wordpress:
            codes = [found[0] for found in _SHORTCODE.finditer(source)]
            source = _SHORTCODE.sub(r"\n\n", source) if codes else source
            if codes:
                item.extras["shortcodes"] = codes
            source = _CAPTION.sub(r"<figure>\1</figure>", source)
        bodies.html(source, item.build, loose=True if wordpress else None, at=at, base=element.base or item.base)

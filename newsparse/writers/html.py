"""A clean page of one article: semantic elements, a small stylesheet, JSON-LD, no code that runs.

Quotes are spans with their speaker in `data-speaker` and `title`. Every string is escaped; links lead to http, https and
mailto only. Raw blocks are not shown, because what we do not understand we do not put on a page.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity, counted
from newsparse.kit.carry import tell_left_out
from newsparse.kit.xhtml import CONTROLS, Xhtml, direction
from newsparse.model import walk
from newsparse.model.article import Article
from newsparse.model.blocks import Raw, Section
from newsparse.model.frozen import FrozenMap
from newsparse.model.quotes import Quote
from newsparse.model.text import Mark
from newsparse.plugin import Writer, option

_STYLE = """
:root{color-scheme:light dark;--ink:#1b1b1b;--soft:#5c5c5c;--paper:#fff;--line:#d9d9d9;--mark:#fff3c4;--link:#0b57a4}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6e3;--soft:#a8a5a0;--paper:#161616;--line:#3a3a3a;--mark:#463a12;--link:#8ab8ee}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.6 Georgia,"Noto Serif",serif;overflow-wrap:break-word}
article{max-width:40rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1,h2,h3,h4,h5,h6{line-height:1.2;margin:2rem 0 .6rem;text-wrap:balance}
h1{font-size:clamp(1.7rem,6vw,2.5rem);margin-top:0}
h2{font-size:1.4rem}h3{font-size:1.2rem}h4,h5,h6{font-size:1.05rem}
header{border-bottom:1px solid var(--line);margin-bottom:1.5rem;padding-bottom:1rem}
.deck{font-size:1.25rem;line-height:1.4;color:var(--soft);margin:.5rem 0}
.byline,time,.credit,figcaption,caption,.note,footer{font:.9rem/1.45 system-ui,sans-serif;color:var(--soft)}
.byline,.note{margin:.35rem 0}time{display:block}footer{border-top:1px solid var(--line);margin-top:2.5rem}
a{color:var(--link)}
footer p{margin:.35rem 0}
figure{margin:1.75rem 0}img,video{display:block;max-width:100%;height:auto;background:var(--line)}audio{width:100%}
figcaption{margin-top:.4rem}.credit{display:block}
blockquote{margin:1.5rem 0;padding-inline-start:1.1rem;border-inline-start:3px solid var(--line)}
blockquote cite{display:block;color:var(--soft)}blockquote>p{margin:.5rem 0}li>p{margin:.25rem 0}li>ol,li>ul{margin:0}
.table{overflow-x:auto;margin:1.5rem 0}table{border-collapse:collapse;font:.95rem/1.4 system-ui,sans-serif}
caption{text-align:start;padding-bottom:.4rem}th,td{border-bottom:1px solid var(--line);padding:.35rem .7rem;text-align:start}
pre{overflow-x:auto;font:.9rem/1.45 ui-monospace,monospace}
hr{border:0;border-top:1px solid var(--line);margin:2rem auto;width:40%}
q{quotes:none}.quote{background:var(--mark);border-radius:2px}
@media print{:root{color-scheme:light;--ink:#000;--soft:#333;--paper:#fff;--line:#999;--mark:none;--link:#000}
body{font-size:11pt}article{max-width:none;padding:0}h1,h2,h3,figure,table{break-inside:avoid}h2,h3{break-after:avoid}}
"""


SHOWN = frozenset(
    "uid title title.marks deck deck.marks summary bylines bylines.title authors authors.kind dateline dateline.* quotes "  # noqa: SIM905
    "metadata.lang metadata.keywords metadata.credit metadata.provider metadata.rights.notice metadata.ed_notes "
    "metadata.stamps.published metadata.stamps.updated metadata.links sections.title sections.title.marks sections.level "
    "blocks.lang paragraphs blockquotes blockquotes.attribution lists lists.start tables tables.caption tables.headers "
    "tables.spans media media.kind media.caption media.credit media.alt preformatted breaks raw.* marks.*".split()
)
"""The fields that stand on the page or in its head, in the words of `kit.carry`."""


@attrs.frozen(kw_only=True)
class Options:
    """What the page carries."""

    style: bool = option(True, help="put the stylesheet into the page")
    images: bool = option(True, help="show pictures, video and audio; false: their captions and links only")


def write(articles: Iterable[Article], options: Options, ctx: Context) -> Iterator[bytes]:
    """The page, in UTF-8."""
    for article in articles:
        yield _Page(article=article, options=options, ctx=ctx).make().encode("utf-8")
        tell_left_out(article, SHOWN, ctx, "html")


@attrs.define(kw_only=True, eq=False)
class _Page:
    """One page in the making."""

    article: Article
    options: Options
    ctx: Context
    parts: list[str] = attrs.field(factory=list)
    markup: Xhtml = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.markup = Xhtml(
            ctx=self.ctx, name="html", page=True, images=self.options.images, over=_quote_marks(self.article), tag=self._tag
        )

    def make(self) -> str:
        """The whole page; afterwards what was left out is told."""
        self._top()
        self._header()
        for section in self.article.sections:
            self._section(section)
        self._footer()
        self.parts.append("</article>\n</body>\n</html>\n")
        self._tell()
        return "".join(self.parts)

    def _tell(self) -> None:
        self.markup.tell()
        raw = sum(isinstance(block, Raw) for block in walk.blocks(self.article))
        if raw:
            told = f"left out {counted(raw, 'raw block')}"
            self.ctx.report("html.lost-raw", told, severity=Severity.ERROR, data={"count": raw})

    def _tag(self, mark: Mark) -> tuple[str, str] | None:
        if mark.kind != "html:quote":
            return None
        quote, speaker = str(mark.attrs["id"]), mark.attrs.get("speaker")
        name = speaker if isinstance(speaker, str) else None
        return f"<span{self.markup.attributes(class_='quote', data_quote=quote, data_speaker=name, title=name)}>", "</span>"

    # Head

    def _top(self) -> None:
        article = self.article
        lang = article.lang
        self.parts.append(f"<!DOCTYPE html>\n<html{self.markup.attributes(lang=lang, dir=direction(lang))}>\n<head>\n")
        self.parts.append('<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n')
        self.parts.append(f"<title>{self.markup.safe(article.headline or article.slugline or 'Article')}</title>\n")
        if article.summary is not None:
            self.parts.append(f'<meta name="description"{self.markup.attributes(content=article.summary.text)}>\n')
        canonical = next((link.href for link in article.metadata.links if link.rel == "canonical"), None)
        if href := self.markup.link(canonical):
            self.parts.append(f'<link rel="canonical"{self.markup.attributes(href=href)}>\n')
        self.parts.append(f'<script type="application/ld+json">{_json_ld(article)}</script>\n')
        if self.options.style:
            self.parts.append(f"<style>{_STYLE}</style>\n")
        self.parts.append("</head>\n<body>\n<article>\n")

    def _header(self) -> None:
        article = self.article
        self.parts.append("<header>\n")
        if article.title is not None:
            self.parts.append(f"<h1>{self.markup.text('title', article.title)}</h1>\n")
        for number, deck in enumerate(article.deck, 1):
            self.parts.append(f'<p class="deck">{self.markup.text(f"deck{number}", deck)}</p>\n')
        for byline in article.bylines:
            title = f", {self.markup.safe(byline.title)}" if byline.title and byline.title not in byline.raw else ""
            self.parts.append(f'<p class="byline"><bdi>{self.markup.safe(byline.raw)}{title}</bdi></p>\n')
        for value, word in ((article.published, ""), (article.updated, "Updated ")):
            if value is not None:
                self.parts.append(
                    f"<time{self.markup.attributes(datetime=value.isoformat())}>{word}<bdi>{shown(value)}</bdi></time>\n"
                )
        self.parts.append("</header>\n")
        for note in article.metadata.ed_notes:
            self.parts.append(f'<p class="note">{self.markup.safe(note)}</p>\n')
        if article.dateline is not None and not self._begins_with(article.dateline.raw):
            self.parts.append(f'<p class="note dateline">{self.markup.safe(article.dateline.raw)}</p>\n')

    def _begins_with(self, dateline: str) -> bool:
        first = next(iter(self.article.paragraphs), "")
        return first.startswith(dateline)

    def _footer(self) -> None:
        metadata = self.article.metadata
        lines = [metadata.credit, metadata.rights.notice if metadata.rights else None]
        told = "".join(f"<p><bdi>{self.markup.safe(line)}</bdi></p>" for line in lines if line)
        if told:
            self.parts.append(f"<footer>{told}</footer>\n")

    # Body

    def _section(self, section: Section) -> None:
        self.parts.append(f"<section{self.markup.attributes(id=section.id, lang=section.lang)}>\n")
        self.parts.append(self.markup.heading(section))
        self.parts.append(self.markup.blocks(section.blocks))
        self.parts.append("</section>\n")


def _quote_marks(article: Article) -> dict[str, list[Mark]]:
    """The quotes as marks, by holder."""
    found: dict[str, list[Mark]] = {}
    for quote in article.quotes:
        for span in quote.spans:
            mark = Mark(kind="html:quote", start=span.start, end=span.end, attrs=attrs_of(quote))
            found.setdefault(span.holder, []).append(mark)
    return found


def attrs_of(quote: Quote) -> Any:
    """What the page says of a quote, as a mark's attributes."""
    return FrozenMap({"id": quote.id, "speaker": quote.speaker.name if quote.speaker else None})


def shown(value: dt.datetime | dt.date) -> str:
    """A date for people, without a language: `2026-01-02 08:00 UTC`."""
    if not isinstance(value, dt.datetime):
        return value.isoformat()
    zone = value.strftime("%z")
    return value.strftime("%Y-%m-%d %H:%M") + (" UTC" if zone == "+0000" else f" UTC{zone[:3]}:{zone[3:]}" if zone else "")


def _json_ld(article: Article) -> str:
    """schema.org NewsArticle; `<`, `>` and `&` as escapes, so that nothing in it can end the element."""
    metadata = article.metadata
    found: dict[str, Any] = {"@context": "https://schema.org", "@type": "NewsArticle"}
    given: dict[str, Any] = {
        "headline": article.headline,
        "description": article.summary.text if article.summary else None,
        "inLanguage": article.lang,
        "datePublished": article.published.isoformat() if article.published else None,
        "dateModified": article.updated.isoformat() if article.updated else None,
        "keywords": list(metadata.keywords) or None,
        "author": [{"@type": _schema_type(a.kind), "name": a.name} for a in article.authors] or None,
        "publisher": {"@type": "Organization", "name": metadata.provider.name} if metadata.provider else None,
        "copyrightNotice": metadata.rights.notice if metadata.rights else None,
        "identifier": article.uid,
    }
    found.update({key: value for key, value in given.items() if value is not None})
    text = json.dumps(found, ensure_ascii=False)
    text = CONTROLS.sub("\ufffd", text)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _schema_type(kind: str) -> str:
    return "Organization" if kind in {"organisation", "group"} else "Person"


WRITER = Writer(
    name="html",
    title="HTML page of one article",
    write=write,
    holds="one",
    options=Options,
    extension="html",
    media_type="text/html",
    spec="https://html.spec.whatwg.org/",
)

"""Memos: a line `MEMO`, a headline, a paragraph a line. A reader, a writer and an enricher that keep the contract."""

from collections.abc import Iterable, Iterator

import attrs

from newsparse.context import Context
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.charset import decode
from newsparse.kit.lines import clean_lines
from newsparse.model import Annotation, Article, Provenance
from newsparse.plugin import Enricher, Frame, Head, Match, NoOptions, Reader, Writer, option


def sniff(head: Head) -> Match:
    """CERTAIN for the first line."""
    return Match.CERTAIN if head.text.startswith("MEMO\n") else Match.NO


def parse(frame: Frame, options: NoOptions, ctx: Context) -> Article:
    """The article; ParseError `memo.no-article` without a headline."""
    decoded = decode(frame.data, frame.charset)
    lines = [line.text.strip() for line in clean_lines(decoded, frame.byte_start, ctx, "memo") if line.text.strip()]
    if len(lines) < 2:
        raise ctx.fail("memo.no-article", "no headline below MEMO")
    build = ArticleBuilder(ctx=ctx, format="memo", charset=decoded.charset, charset_from=decoded.charset_from)
    build.set_title(lines[1])
    for line in lines[2:]:
        build.paragraph(line)
    return build.finish()


@attrs.frozen
class Options:
    """How a memo is written."""

    shout: bool = option(False, help="write the headline in capitals")


def write(articles: Iterable[Article], options: Options, ctx: Context) -> Iterator[bytes]:
    """A memo; what is no headline and no paragraph is reported."""
    for article in articles:
        headline = " ".join((article.headline or "-").split())
        lines = ["MEMO", headline.upper() if options.shout else headline, *(" ".join(p.split()) for p in article.paragraphs)]
        if article.metadata.stamps:
            ctx.report("memo.lost-stamp", "a memo has no date")
        yield ("\n".join(line for line in lines if line) + "\n").encode()


def enrich(article: Article, options: NoOptions, ctx: Context) -> Article:
    """The number of paragraphs, as an annotation."""
    made = Annotation(id="memo-count", kind="memo:count", provenance=Provenance("count", "rule"), value=len(article.paragraphs))
    taken = any(one.id == made.id for one in (*article.annotations, *article.quotes))
    return article if taken else attrs.evolve(article, annotations=(*article.annotations, made))


READER = Reader(name="memo", title="memos", sniff=sniff, parse=parse, extensions=("memo",))
WRITER = Writer(name="memo", title="memos", write=write, extension="memo", media_type="text/x-memo", options=Options)
ENRICHER = Enricher(name="count", title="counts paragraphs", enrich=enrich, gives=("count",))

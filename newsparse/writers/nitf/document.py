"""Writes one article as a NITF document."""

from newsparse.context import Context
from newsparse.kit.losses import Losses
from newsparse.kit.xmlout import XmlOut
from newsparse.model.article import Article
from newsparse.model.frozen import EMPTY, FrozenMap
from newsparse.model.text import Mark
from newsparse.writers.nitf.body import BodyWriter
from newsparse.writers.nitf.head import HeadWriter
from newsparse.writers.nitf.kept import Kept

NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/"
_FIXED = {"version": "-//IPTC//DTD NITF 3.6//EN", "change.date": "September 11, 2009", "change.time": "12:26"}


def document(article: Article, ctx: Context) -> bytes:
    """The document in UTF-8; what does not fit is reported."""
    out, losses = XmlOut(indent=" ", parted=True), Losses(ctx=ctx, writer="nitf")
    kept = Kept.of(article.extras.get("nitf", EMPTY))
    out.markup('<?xml version="1.0" encoding="UTF-8"?>')
    out.open("nitf", {"xmlns": NAMESPACE, **_FIXED, "baselang": article.lang, "uno": kept.string("uno")})
    said = [note for note in article.metadata.ed_notes if losses.said("metadata.ed_notes", note)]
    messages, notes = kept.notes(said)
    HeadWriter(article=article, out=out, losses=losses, kept=kept).write(article.metadata, messages)
    out.open("body")
    body = BodyWriter(article=article, out=out, losses=losses, quotes=_quotes(article), kept=kept)
    body.head(article.metadata, notes)
    out.open("body.content")
    for section in article.sections:
        body.section(section)
    out.close()
    body.end()
    out.close()
    out.close()
    if kept.left:
        losses.lose("extras.nitf", "is written in part by")
    out.report(ctx, "nitf")
    losses.tell()
    return out.take() + b"\n"


def _quotes(article: Article) -> dict[str, list[Mark]]:
    """A mark `q` for each span of a quote, with the speaker's name."""
    found: dict[str, list[Mark]] = {}
    for quote in article.quotes:
        source = FrozenMap({"quote-source": quote.speaker.name}) if quote.speaker else EMPTY
        for span in quote.spans:
            mark = Mark(kind="q", start=span.start, end=span.end, attrs=source)
            found.setdefault(span.holder, []).append(mark)
    return found

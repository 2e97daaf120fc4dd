"""IPTC 7901: messages of the wire of European and world agencies.

A message that was read from such a wire gets back its header and trailer byte by byte, as long as the article still says the
same; otherwise they are made anew. Lines are wrapped at 69 characters. What a reader would take otherwise than the article says
is reported.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.kit import iptc, iptclines, takes, telegraph, wire
from newsparse.kit.carry import OF_LINES
from newsparse.kit.charset import decode
from newsparse.kit.datelines import find_dateline
from newsparse.kit.iptclines import WIDTH, Habits, HeadLines, sort_head, unsigned
from newsparse.kit.wireout import Kept, Losses, Options, dateline_of, joined_dateline, minute_of, spaced, tell_dateline
from newsparse.model import walk
from newsparse.model.agents import Dateline
from newsparse.model.article import Article
from newsparse.model.blocks import Block, Break, Paragraph, Preformatted, Table
from newsparse.plugin import Writer

NAME: Final = "iptc7901"
_CARRIES: Final = frozenset(
    {
        *("title", "deck", "slugline", "bylines", *OF_LINES, "dateline", "dateline.*"),
        *(
            f"metadata.{name}"
            for name in ("service", "sequence", "urgency", "category", "take_key", "words_declared", "keywords")
        ),
        *("metadata.ed_notes", "metadata.source", "metadata.signals", "metadata.status", "metadata.stamps.updated"),
        *("metadata.provider", "metadata.provider.kind"),
        *("paragraphs", "preformatted", "breaks", "tables", "tables.headers", "extras.iptc7901"),
    }
)
_FITS: Final = {
    "service": re.compile(r"[A-Za-z]{1,5}\Z"),
    "number": re.compile(r"\d{3,5}\Z"),
    "priority": re.compile(r"\d\Z"),
    "category": re.compile(r"[A-Za-z]{1,3}\Z"),
    "option": re.compile(r"[!-~]+(?: +[!-~]+)*\Z"),
}
_MORE = "MORE"
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LETTER_HYPHEN = re.compile(r"[^\W\d_]-\Z")
_MOST_WORDS = 9_999
_MOST_LINES = 20  # above the text


def write(articles: Iterable[Article], options: Options, ctx: Context) -> Iterator[bytes]:
    """A message for each article."""
    for article in articles:
        losses = Losses(ctx, NAME)
        message = _Message(article=article, own=Kept.of(article, NAME), options=options, ctx=ctx, losses=losses)
        yield message.data()


@attrs.define(kw_only=True, eq=False)
class _Message:
    """One message in the making."""

    article: Article
    own: Kept
    options: Options
    ctx: Context
    losses: Losses
    lines: list[str] = attrs.field(factory=list)
    paragraphs: list[str] = attrs.field(factory=list)
    signals: list[str] = attrs.field(factory=list)

    def data(self) -> bytes:
        """Header, text and trailer."""
        header, fields, habits = self.header()
        self.head(habits)
        self.body(habits)
        self.end_mark(habits)
        self.notes(habits)
        self.compare(fields, habits)
        text = "".join(f"{line}\r\n" for line in self.lines)
        return self.encoded(header, text) + self.trailer(habits)

    def encoded(self, header: bytes, text: str) -> bytes:
        """Header and text, which a reader decodes as one: in one charset."""
        charset = wire.charset_for(self.article, self.options.charset)
        if header.isascii():
            return header + wire.encoded(text, charset)
        said = decode(header)
        data = wire.encoded(text, said.charset)
        if decode(header + data).text == said.text + text:
            return header + data
        return said.text.encode("utf-8", "replace") + text.encode("utf-8", "replace")

    # header

    def header(self) -> tuple[bytes, iptc.Header, Habits]:
        """(the bytes, the fields that they state, the dialect's habits)."""
        raw = wire.unescaped(self.own.string("header") or "") if self.options.header else b""
        fields, slug = _said(raw)
        meta = self.article.metadata
        pairs = (
            (fields.service, meta.service),
            (fields.number, meta.sequence),
            (int(fields.priority) if fields.priority else None, meta.urgency),
            (fields.category, meta.category),
            (fields.words, meta.words_declared),
            (fields.option, self.own.string("option")),
            (slug, self.article.slugline),
        )
        if not raw.endswith((b"\x02", b"\n")) or any(said != stated for said, stated in pairs):
            raw = self.made()
            self.losses.renewed(self.own)
            fields, slug = _said(raw)
        if slug != (spaced(self.article.slugline) if self.article.slugline is not None else slug):
            self.losses.add("slugline")
        if self.article.metadata.keywords and tuple(_words(slug)) != self.article.metadata.keywords:
            self.losses.add("metadata.keywords")
        known = {name for name, _ in iptclines.FAMILY.listed(self.ctx.dialects)}
        dialect = self.own.string("dialect")
        head = raw.decode("utf-8", "replace")
        return raw, fields, iptclines.dialect_of(head, self.ctx, dialect if dialect in known else None).habits

    def made(self) -> bytes:
        """A header from the article; what does not fit is reported, what is not there is left to the standard."""
        meta = self.article.metadata
        wanted = {
            "service": ("metadata.service", meta.service),
            "number": ("metadata.sequence", meta.sequence),
            "priority": ("metadata.urgency", None if meta.urgency is None else str(meta.urgency)),
            "category": ("metadata.category", meta.category),
            "option": (f"extras.{NAME}", self.own.string("option")),
        }
        fitting = self.losses.fitting(wanted, _FITS)
        words = meta.words_declared
        if words is not None and 0 <= words <= _MOST_WORDS:
            fitting["words"] = words
        missing = [name for name in ("service", "number", "priority", "category", "words") if name not in fitting]
        if missing:
            told = f"the header needs {', '.join(missing)}; written as the standard's least"
            self.ctx.report("iptc7901.default-field", told, severity=Severity.INFO, data={"fields": missing})
        slug = self.article.slugline if self.article.slugline is not None else "/".join(meta.keywords)
        slug = spaced(wire.printable(slug))
        keywords = f"{slug}/\r\n" if slug.strip("/ ") else ""
        line = iptc.header_line(iptc.Header(**fitting))
        return b"\x01" + wire.encoded(f"{line}\r\n\r\n{keywords}", wire.charset_for(self.article, self.options.charset)) + b"\x02"

    # the lines above the text

    def head(self, habits: Habits) -> None:
        """Take keys, notes, overlines, headline, decks, bylines and what stands below, the last line with the end sign."""
        article, meta = self.article, self.article.metadata
        wanted = HeadLines(
            take_keys=self.own.strings("take_keys") or self.take_key(habits),
            notes=[f"({cleaned})" for note in meta.ed_notes if (cleaned := _clean(note))],
            overlines=self.own.strings("overlines"),
            title=_clean(article.title.text) if article.title is not None else None,
            decks=[_clean(deck.text) for deck in article.deck],
            bylines=[_clean(byline.raw) for byline in article.bylines],
            below=self.own.strings("below_headline"),
        )
        if " ".join(wanted.take_keys) != (meta.take_key or ""):
            wanted.take_keys = self.take_key(habits)
        above = [*wanted.notes, *wanted.take_keys, *wanted.overlines, *_given(wanted.title)]
        units = [*above, *wanted.decks, *wanted.bylines, *wanted.below]
        lines = [line for unit in units for line in wrapped(unit)]
        if len(lines) > _MOST_LINES:
            self.losses.add("metadata.ed_notes", why="is too long for")
        signed = [*lines[:-1], f"{lines[-1]} =" if lines else "="]
        end = next(n for n, line in enumerate(signed) if line.endswith("="))  # a line of its own may end so, too
        self.check(wanted, sort_head([text for line in signed[: end + 1] if (text := unsigned(line))], habits))
        self.lines.extend([*signed, ""])

    def take_key(self, habits: Habits) -> list[str]:
        """The take key, in brackets where it would be taken for a headline without."""
        found = _given(self.article.metadata.take_key)
        known = not found or found[0].startswith("(") or sort_head([*found, "a headline"], habits).take_keys == found
        return found if known else [f"({found[0]})"]

    def check(self, wanted: HeadLines, read: HeadLines) -> None:
        """Report what a reader would sort otherwise, or what could not be written as it is."""
        article, meta = self.article, self.article.metadata
        take_keys = [" ".join(read.take_keys)] if read.take_keys else []
        title = article.title.text if article.title is not None else ""
        stated = (
            ("metadata.take_key", [meta.take_key] if meta.take_key else [], take_keys),
            ("metadata.ed_notes", [spaced(note) for note in meta.ed_notes], read.notes),
            ("title", [spaced(title)] if title else [], _given(read.title)),
            ("deck", [spaced(deck.text) for deck in article.deck], read.decks),
            ("bylines", [spaced(byline.raw) for byline in article.bylines], read.bylines),
            (f"extras.{NAME}", [*wanted.overlines, *wanted.below], [*read.overlines, *read.below]),
        )
        for name, said, there in stated:
            if said != there:
                self.losses.add(name)
        self.losses.people(article.authors, [agent for line in read.bylines for agent in wire.byline(line).agents])

    # text

    def body(self, habits: Habits) -> None:
        """Sections and blocks, an empty line between them; headings are lines like others."""
        for section in self.article.sections:
            if section.title is not None and _clean(section.title.text):
                self.losses.changed("paragraphs", "heading-as-text", "the format has no headings; written as a paragraph")
                self.paragraph(section.title.text, habits)
            for block in walk.below(section.blocks):
                self.block(block, habits)
        tell_dateline(self.article.dateline, self.paragraphs, self.prefixed, self.losses)

    def block(self, block: Block, habits: Habits) -> None:
        match block:
            case Paragraph():
                self.paragraph(block.text.text, habits)
            case Preformatted():
                self.preformatted(block.text.text, habits)
            case Table():
                self.table(block)
            case Break():
                self.lines.extend(["* * *", ""])
            case _:  # containers give their blocks; media and raw are reported by what we carry
                pass

    def paragraph(self, text: str, habits: Habits) -> None:
        lines = wrapped(_clean(text))
        if not lines or wire.joined(lines) != spaced(text) or self.misread(lines, "text", habits):
            self.losses.add("paragraphs")
        if lines:
            self.paragraphs.append(wire.joined(lines))
            self.lines.extend([*lines, ""])

    def misread(self, lines: list[str], kind: str, habits: Habits) -> bool:
        """Whether a group of lines would be taken for another kind, for notes, or for the desk's initials."""
        if any(wire.is_next_item(line, lines[0]) for line in lines[1:]):
            return True
        if iptclines.kind_of(lines) != kind or iptclines.begins_notes(lines, habits):
            return True
        if len(lines) == 1 and takes.mark_of(lines[0], habits.end_marks) is not None:
            return True
        return iptclines.closing(lines, habits) > 0 or (not self.paragraphs and iptclines.is_below(lines[0], habits))

    def preformatted(self, text: str, habits: Habits) -> None:
        """Lines as they stand; a group of them between empty lines must show its columns."""
        lines = [wire.printable(line.expandtabs()).rstrip() for line in text.splitlines()]
        if not all(lines) or not lines or spaced("\n".join(lines)) != spaced(text) or self.misread(lines, "columns", habits):
            self.losses.add("preformatted")
            self.losses.add("paragraphs", why="would be joined by preformatted lines in")
        if any(lines):
            self.lines.extend([*(line for line in lines if line), ""])

    def table(self, table: Table) -> None:
        """`| a | b |` lines, with a line of dashes below a row of headings."""
        rows = [[_clean(cell.text.text) for cell in row] for row in table.rows]
        headed = bool(table.rows) and bool(table.rows[0]) and all(cell.header for cell in table.rows[0])
        if any(cell.header for row in table.rows[headed:] for cell in row):
            self.losses.add("tables.headers")
        same = [[spaced(cell.text.text) for cell in row] for row in table.rows] == rows
        if not rows or not all(rows) or not same or any("|" in cell for row in rows for cell in row) or _ruled(rows):
            self.losses.add("tables")
            self.losses.add("tables.headers")
        for n, row in enumerate(row for row in rows if row):
            self.lines.append(f"| {' | '.join(row)} |")
            if headed and n == 0:
                self.lines.append(f"|{'|'.join('---' for _ in row)}|")
        self.lines.append("")

    def prefixed(self, raw: str) -> Dateline | None:
        """The dateline that is read when `raw` stands before the first paragraph; None, and nothing done, where none is."""
        lines = wrapped(self.paragraphs[0])
        first = next(n for n in range(len(self.lines)) if self.lines[n : n + len(lines)] == lines)
        text = self.paragraphs[0]
        joined = joined_dateline(_clean(raw), text, "-")
        found = find_dateline(joined)
        if found is not None and wire.joined(wrapped(joined)) == joined:
            self.lines[first : first + len(lines)] = wrapped(joined)
            self.paragraphs[0] = joined
            self.losses.changed("paragraphs", "joined-dateline", "the dateline stands in front of the first paragraph")
            return found
        return None

    def end_mark(self, habits: Habits) -> None:
        """The line that ends the take, as it stood; MORE where the article says so in a signal alone."""
        line = self.own.string("end_mark") or (_MORE if takes.MORE in self.article.metadata.signals else None)
        if line is None:
            return
        said = takes.mark_of(line, habits.end_marks)
        if said is None or not self.paragraphs or _clean(line) != line:
            self.losses.add(f"extras.{NAME}")
            return
        self.lines.extend([line, ""])
        if said == takes.MORE:
            self.signals.append(takes.MORE)

    def notes(self, habits: Habits) -> None:
        """The notebook below the text, and the desk's initials."""
        for name in ("notebook", "notebook_private"):
            notes = self.own.string(name)
            if notes is not None:
                lines = [wire.printable(line) for line in notes.split("\n")]
                known = iptclines.begins_private if name == "notebook_private" else iptclines.begins_notes
                if known([*lines[:4]], habits):
                    self.lines.extend([*lines, ""])
                else:
                    self.losses.add(f"extras.{NAME}")
        sign_off = self.own.string("sign_off")
        if sign_off is not None:
            if habits.sign_off is None or not habits.sign_off.match(sign_off):
                self.losses.add(f"extras.{NAME}")
            self.lines.extend([_clean(sign_off), ""])

    def compare(self, fields: iptc.Header, habits: Habits) -> None:
        """Report what a reader will conclude otherwise: header fields, source, provider, signals, status."""
        meta = self.article.metadata
        for name, said, stated in (
            ("service", fields.service, meta.service),
            ("sequence", fields.number, meta.sequence),
            ("urgency", int(fields.priority) if fields.priority else None, meta.urgency),
            ("category", fields.category, meta.category),
            ("words_declared", fields.words, meta.words_declared),
        ):
            if stated is not None and said != stated:
                self.losses.add(f"metadata.{name}")
        dateline = dateline_of(self.paragraphs)
        source = (dateline.agency if dateline else None) or fields.source
        if meta.source is not None and meta.source != source:
            self.losses.add("metadata.source")
        self.losses.provider(meta.provider, habits.constants.get("provider"))
        take_key = None if "metadata.take_key" in self.losses.told else meta.take_key
        said_signals = [*self.signals, *iptc.signals(take_key, meta.ed_notes)]
        if tuple(said_signals) != meta.signals:
            self.losses.add("metadata.signals")
        if meta.status is not None and (meta.status != telegraph.KILLED or "kill" not in said_signals):
            self.losses.add("metadata.status")

    # trailer

    def trailer(self, habits: Habits) -> bytes:
        """ETX, the time of the last change, and EOT."""
        raw = wire.unescaped(self.own.string("trailer") or "") if self.options.header else b""
        stamp = self.losses.last_change(self.article)
        if raw:
            found = wire.first_moment(decode(raw).text.lstrip("\x03") + "\n", habits.trailers, self.ctx.reference_date)
            if (found[1] if found else None) == (stamp.value if stamp else None):
                if raw.startswith(b"\x03") and raw.endswith(b"\x04"):
                    return raw
                self.losses.renewed(self.own)  # several messages in a file need their ends
                return b"\x03" + raw.strip(b"\x03\x04") + b"\x04"
        self.losses.renewed(self.own)
        return f"\x03{self.losses.said(stamp, _time)}\r\n\x7f\r\n\x7f\x04".encode("ascii")


def _said(raw: bytes) -> tuple[iptc.Header, str | None]:
    """(the fields, the keywords) of header bytes, as a reader takes them."""
    text = raw[raw.find(b"\x01") + 1 :].rstrip(b"\x02").decode("utf-8", "replace")
    if "\ufffd" in text:
        text = raw[raw.find(b"\x01") + 1 :].rstrip(b"\x02").decode("cp1252", "replace")
    lines = [line.rstrip() for line in wire.plain(text)[0].split("\n") if line.strip()]
    at = next((n for n, line in enumerate(lines) if iptc.read_header(line)), None)
    if at is None:
        return iptc.Header(), None
    return iptc.read_header(lines[at]) or iptc.Header(), " ".join(lines[at + 1 :]).strip("/ ") or None


def _words(slug: str | None) -> list[str]:
    return [word for part in (slug or "").split("/") if (word := part.strip())]


def _given(text: str | None) -> list[str]:
    return [cleaned] if text is not None and (cleaned := _clean(text)) else []


def _clean(text: str) -> str:
    return " ".join(wire.printable(text).split())


def _ruled(rows: list[list[str]]) -> bool:
    """Whether a row would be taken for the rule below headings: nothing but dashes and the like, and a dash."""
    return any("-" in "".join(row) and not "".join(row).strip("|:+- ") for row in rows)


def wrapped(text: str) -> list[str]:
    """`text` in lines of at most 69 characters, or one word; never broken where a reader would join two words."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > WIDTH and not _LETTER_HYPHEN.search(line[-2:]):
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        lines.append(line)
    return lines


def _time(value: dt.datetime | dt.date | None) -> str:
    """`ddhhmm [GMT] Mon YY`; empty for what that cannot say."""
    found = minute_of(value)
    if found is None:
        return ""
    at, aware = found
    return f"{at.day:02d}{at.hour:02d}{at.minute:02d}{' GMT' if aware else ''} {_MONTHS[at.month - 1]} {at.year % 100:02d}"


WRITER = Writer(
    name=NAME,
    title="IPTC 7901 messages",
    write=write,
    holds="many",
    options=Options,
    extension="iptc",
    media_type="application/octet-stream",
    carries=_CARRIES,
    spec="IPTC 7901",
)

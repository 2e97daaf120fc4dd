"""ANPA 1312: messages of the wire of North American agencies.

A message that was read from such a wire gets back its header and trailer byte by byte, as long as the article still says the
same; otherwise they are made anew. Paragraphs are one line each, as the wires of today send them. What a reader would take
otherwise than the article says is reported.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.kit import anpa, anpalines, takes, telegraph, wire
from newsparse.kit.anpalines import Habits, readable, typed
from newsparse.kit.carry import OF_LINES
from newsparse.kit.datelines import find_dateline
from newsparse.kit.dates import find_date
from newsparse.kit.wireout import Kept, Losses, Options, dateline_of, joined_dateline, minute_of, spaced, tell_dateline
from newsparse.model import walk
from newsparse.model.agents import Agent, Byline, Dateline
from newsparse.model.article import Article
from newsparse.model.blocks import Block, Break, Paragraph, Preformatted, Table
from newsparse.plugin import Writer

NAME: Final = "anpa1312"
_CARRIES: Final = frozenset(
    {
        *(
            "title",
            "deck",
            "summary",
            "slugline",
            "bylines",
            "bylines.title",
            *OF_LINES,
            "dateline",
            "dateline.*",
        ),
        *(
            f"metadata.{name}"
            for name in ("service", "sequence", "priority", "urgency", "category", "take_key", "words_declared")
        ),
        *(f"metadata.{name}" for name in ("ed_notes", "source", "signals", "status", "stamps.updated", "stamps.embargoed")),
        *("metadata.provider", "metadata.provider.kind"),
        *("sections.title", "sections.level", "paragraphs", "preformatted", "breaks"),
        *("tables", "tables.headers", "extras.anpa1312"),
    }
)
_PRIORITY: Final = {urgency: priority for priority, urgency in anpa.URGENCY.items()}
_FITS: Final = {
    "service": re.compile(r"[!-~]\Z"),
    "number": re.compile(r"\d{3,4}\Z"),
    "free": re.compile(r"[ -~]{1,40}\Z"),
    "selector": re.compile(r"[ -~]{1,8}\Z"),
    "priority": re.compile(r"[A-Za-z]\Z"),
    "category": re.compile(r"[A-Za-z0-9]\Z"),
    "format_flag": re.compile(r"(?:text|table)\Z"),
    "keyword": re.compile(r"[!-~]{1,24}\Z"),
    "take_key": re.compile(r"[!-~]+(?: [!-~]+)*\Z"),
    "date": re.compile(r"\d\d-\d\d\Z"),
}
_NOT_GRAPHIC = re.compile(r"[^!-~]+")
_EMBARGO = "Embargoed until "
_MORE = "\t   MORE"
_MOST_WORDS = 99_999
_LONGEST_TAKE = 80


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
        self.body(habits)
        body, self.lines = self.lines, []
        self.head(fields, habits, prose=next((line for line in body if line), "").startswith("\t"))
        self.lines.extend(body)
        self.compare(fields, habits)
        text = "".join(f"{line}\r\n" for line in self.lines)
        return header + wire.encoded(text, wire.charset_for(self.article, self.options.charset)) + self.trailer(habits)

    # header

    def header(self) -> tuple[bytes, anpa.Header, Habits]:
        """(the bytes, the fields that they state, the dialect's habits)."""
        raw = wire.unescaped(self.own.string("header") or "") if self.options.header else b""
        said = raw[raw.rfind(b"\x01") + 1 :].rstrip(b"\x02").decode("latin-1")
        fields = anpa.read_header(said)
        if not raw.endswith((b"\x02", b"\n")) or b"\x01" not in raw or not self.agrees(fields):
            fields = self.fields()
            self.losses.renewed(self.own)
            raw = anpa.header_bytes(fields)
            said = raw[raw.rfind(b"\x01") + 1 :].decode("latin-1")
            fields = anpa.read_header(said.rstrip("\x02"))
        known = {name for name, _ in anpalines.FAMILY.listed(self.ctx.dialects)}
        dialect = self.own.string("dialect")
        return raw, fields, anpalines.FAMILY.choose(said, self.ctx, dialect if dialect in known else None).habits

    def agrees(self, fields: anpa.Header) -> bool:
        """Whether a header that was kept says what the article says."""
        meta = self.article.metadata
        pairs = (
            (fields.service, meta.service),
            (fields.number, meta.sequence),
            (fields.priority, meta.priority),
            (fields.category, meta.category),
            (fields.words, meta.words_declared),
            (fields.take_key or self.own.string("slug_take"), meta.take_key),
        )
        return all(said == stated for said, stated in pairs)

    def fields(self) -> anpa.Header:
        """The header's fields from the article; what does not fit is reported, what is not there is left to the standard."""
        meta = self.article.metadata
        slug = self.article.slugline or ""
        priority = meta.priority or (_PRIORITY.get(meta.urgency) if meta.urgency is not None else None)
        wanted = {
            "service": ("metadata.service", meta.service),
            "number": ("metadata.sequence", meta.sequence),
            "priority": ("metadata.priority", priority),
            "category": ("metadata.category", meta.category),
            "take_key": ("metadata.take_key", meta.take_key),
            "keyword": ("slugline", self.own.string("keyword") or _NOT_GRAPHIC.sub("", slug)[:24] or None),
            **{name: (f"extras.{NAME}", self.own.string(name)) for name in ("free", "selector", "format_flag", "date")},
        }
        fitting = self.losses.fitting(wanted, _FITS)
        if len(fitting.get("take_key", "")) > _LONGEST_TAKE or "keyword" not in fitting:
            fitting.pop("take_key", None)
        missing = [name for name in ("service", "number", "priority", "category") if name not in fitting]
        if missing:
            told = f"the header needs {', '.join(missing)}; written as the standard's defaults"
            self.ctx.report("anpa1312.default-field", told, severity=Severity.INFO, data={"fields": missing})
        words = meta.words_declared
        return anpa.Header(words=words if words is not None and 0 <= words <= _MOST_WORDS else None, **fitting)

    # lines above the text

    def line(self, name: str, text: str, habits: Habits, end: str = "<") -> None:
        """A display line that must be read as `line`; one that would be read as text is left out."""
        out = typed(text)
        read = readable(out)
        of_the_text = anpalines.is_text(read)
        if not out or read != spaced(text) or of_the_text or anpalines.kind_of(read, habits) != "line" or out.endswith("="):
            self.losses.add(name)
        if out and not of_the_text:
            self.lines.append(f"^{out}{end}")

    def head(self, fields: anpa.Header, habits: Habits, *, prose: bool) -> None:
        """Keyword line, codes, embargo, headline, pictures, notes, decks, bylines."""
        article = self.article
        self.keyword_line(fields)
        keyed = bool(self.lines)
        if pickup := self.own.string("pickup"):
            self.display(pickup)
        for code in self.own.strings("codes"):
            self.display(code)
        self.embargo(habits)
        if article.title is not None:
            title = article.title.text
            if not keyed and anpalines.is_keyword_line(title, fields.keyword):
                self.losses.add("title", why="reads like a keyword line in")
            if not pickup and anpalines.is_pickup(readable(typed(title)), article.metadata.take_key):
                self.losses.add("title", why="reads like the end of the take before in")
            self.line("title", title + (habits.headline_end if title.strip() else ""), habits)
        for picture in self.own.strings("pictures"):
            self.display(picture)
        for note in article.metadata.ed_notes:
            self.note(note, habits)
        self.decks(habits)
        for printed in self.printed_notes(habits):
            self.display(printed.text.text)
        last = max((n for n, byline in enumerate(article.bylines) if _credit(byline, habits)), default=0)
        read = [self.byline(byline, habits, alone=prose or n < last) for n, byline in enumerate(article.bylines)]
        self.losses.people(article.authors, chain.from_iterable(read))

    def display(self, text: str, end: str = "<") -> str:
        """A display line as it stands; what a reader makes of it comes back."""
        out = typed(text)
        if out:
            self.lines.append(f"^{out}{end}")
        return readable(out)

    def keyword_line(self, fields: anpa.Header) -> None:
        """`^slug, take,words<`; none, and a report, where it would be read otherwise."""
        slug, take_key = self.article.slugline, self.article.metadata.take_key
        out = typed(slug or "")
        take = self.own.string("slug_take") or (take_key if fields.take_key is None else None)
        words = self.own.number("slug_words")
        line = out + (f", {typed(take)}" if take else "")
        if words is not None:  # a count of four figures shows what the line is where its slug does not
            line += f",{words}" if anpalines.is_keyword_line(readable(line), fields.keyword) else f",{words:04}"
        known = out != "" and anpalines.is_keyword_line(readable(line), fields.keyword)
        slug_read, take_read, _ = anpalines.keyword_line(readable(line)) if known else (fields.keyword, None, None)
        if known:  # otherwise it would be read as the headline
            self.lines.append(f"^{line}<")
        if slug is not None and slug_read != spaced(slug):
            self.losses.add("slugline")
        if take_key is not None and take_key != (fields.take_key or take_read):
            self.losses.add("metadata.take_key")

    def embargo(self, habits: Habits) -> None:
        """A line for each time before which the story may not be used."""
        for stamp in self.article.metadata.stamps:
            if stamp.kind != "embargoed":
                continue
            known = habits.embargo.length(stamp.raw)
            until = stamp.value.isoformat(" ") if isinstance(stamp.value, dt.datetime) else stamp.value or stamp.raw
            line = self.display(stamp.raw if known else f"{_EMBARGO}{until}")
            self.signals.append("embargo")
            date = find_date(line)
            if (date[0] if date else line) != (stamp.value or stamp.raw):
                self.losses.add("metadata.stamps.embargoed")

    def note(self, note: str, habits: Habits) -> None:
        line = self.display(f"Eds: {note}")
        opening = habits.note.length(line)
        if not opening or not spaced(note) or anpalines.without_opening(line, opening) != spaced(note):
            self.losses.add("metadata.ed_notes")

    def decks(self, habits: Habits) -> None:
        """Lines below the headline: a long one is read as the summary, the others as decks."""
        article = self.article
        if article.title is None or not typed(article.title.text):
            for name in ("deck", "summary") if article.deck or article.summary is not None else ():
                self.losses.add(name, why="needs a headline above it in")
        for deck in article.deck:
            if len(spaced(deck.text)) > anpalines.LONGEST_DECK:
                self.losses.add("deck", why="is too long for")
            self.line("deck", deck.text, habits)
        if article.summary is not None:
            if len(spaced(article.summary.text)) <= anpalines.LONGEST_DECK:
                self.losses.add("summary", why="is too short to be told from a deck in")
                self.losses.add("deck", why="is followed by a summary that is read as one in")
            self.line("summary", article.summary.text, habits)

    def printed_notes(self, habits: Habits) -> list[Paragraph]:
        """The editor's notes at the head of the text that are printed: they stand above the bylines."""
        found: list[Paragraph] = []
        for block in self.article.sections[0].blocks if self.article.sections else ():
            if not isinstance(block, Paragraph) or block.role != "editors-note" or self.article.title is None:
                break
            line = readable(typed(block.text.text))
            if line != spaced(block.text.text) or anpalines.kind_of(line, habits) != "printed_note":
                break
            found.append(block)
        return found

    def byline(self, byline: Byline, habits: Habits, *, alone: bool) -> tuple[Agent, ...]:
        """The line and its title, which may say anything where nothing else can stand (`alone`). Whom a reader finds."""
        line = _credit(byline, habits)
        if line is None:
            self.losses.add("bylines", *(["bylines.title"] if byline.title is not None else ()))
            return ()
        line = self.display(line, "=")
        if line != spaced(byline.raw):
            self.losses.add("bylines", why="begins with By in")
        if byline.title is not None:
            title = readable(typed(byline.title))
            known = anpalines.is_title(title, habits) or (alone and anpalines.may_be_title(title))
            if title == spaced(byline.title) and known and anpalines.kind_of(title, habits) == "line":
                self.display(byline.title, "=")
            else:
                self.losses.add("bylines.title")
        return wire.byline(line).agents

    # text

    def body(self, habits: Habits) -> None:
        """Sections and blocks; at least one line that is text, so that lines above it are read as such."""
        begun, level = False, 0
        printed = {note.id for note in self.printed_notes(habits)}
        for section in self.article.sections:
            if section.title is not None:
                if not begun:
                    self.rule()
                begun = True
                self.heading(section.title.text, habits)
                level = min(level + 1, 2)  # as readers have it: a heading right below another is the lower one
                if section.level != level or "sections.title" in self.losses.told or not typed(section.title.text):
                    self.losses.add("sections.level", why="is told by lines that follow one another in")
            for block in walk.below(section.blocks):
                if block.id not in printed and self.block(block):
                    begun, level = True, 0
        if not any(line.startswith(("\t", "\x08")) for line in self.lines):
            self.rule()
        self.end_mark(habits)
        tell_dateline(self.article.dateline, self.paragraphs, self.prefixed, self.losses)

    def end_mark(self, habits: Habits) -> None:
        """The line that ends the take, as it stood; MORE where the article says so in a signal alone."""
        raw = self.own.string("end_mark") or (_MORE if takes.MORE in self.article.metadata.signals else None)
        if raw is None:
            last = next((line for line in reversed(self.lines) if line.strip()), "")
            if takes.mark_of(_said(last), habits.end_marks) is not None:
                self.losses.add("paragraphs", "sections.title", why="would be read as the end of the take in")
                self.losses.add(f"extras.{NAME}", "metadata.signals")
            return
        said = takes.mark_of(_said(raw), habits.end_marks)
        if said is None or not raw.removeprefix("\t").isprintable():
            self.losses.add(f"extras.{NAME}")
            return
        if not raw.startswith(("^", "\t")):
            self.lines.append("")
        self.lines.append(raw)
        if said == takes.MORE:
            self.signals.append(takes.MORE)

    def rule(self) -> None:
        """A rule where the text begins, without which the lines below would be taken for lines above the text."""
        self.lines.append("\t   ___")
        self.losses.changed("breaks", "added-rule", "a rule stands where the text begins")

    def heading(self, text: str, habits: Habits) -> None:
        out = self.display(text)
        if out != spaced(text) or anpalines.kind_of(out, habits) in {"break", "advance"} or not out:
            self.losses.add("sections.title")

    def block(self, block: Block) -> bool:
        """Whether a line of text came of it."""
        before = len(self.lines)
        match block:
            case Paragraph():
                self.paragraph(block.text.text)
            case Preformatted():
                self.preformatted(block.text.text)
            case Table():
                self.table(block)
            case Break():
                self.lines.append("\t   ___")
            case _:  # containers give their blocks; media and raw are reported by what we carry
                pass
        return any(self.lines[before:])

    def paragraph(self, text: str) -> None:
        out = typed(text)
        if readable(out) != spaced(text) or anpalines.is_break(out) or (text and not out):
            self.losses.add("paragraphs")
        if out:
            self.paragraphs.append(readable(out))
            self.lines.append(f"\t   {out}")

    def preformatted(self, text: str) -> None:
        """Lines as they stand, in rows without columns."""
        lines = [wire.printable(line.expandtabs()).rstrip() for line in text.splitlines()]
        odd = any(line.count(";") > 1 or line.endswith("<") for line in lines)
        if odd or not any(lines) or spaced("\n".join(lines)) != spaced(text):
            self.losses.add("preformatted")
        if any(lines):
            self.lines.extend(["", *(f"\x08{line}" for line in lines), ""])

    def table(self, table: Table) -> None:
        """Rows with a fixed space at their end; a semicolon parts cells, or US where a cell has one."""
        self.lines.append("")
        for row in table.rows:
            cells = [typed(cell.text.text) for cell in row]
            parted = "\x1f" if any(";" in cell for cell in cells) else ";"
            headers = {cell.header for cell in row}
            same = [readable(cell).strip() for cell in cells] == [spaced(cell.text.text) for cell in row]
            if not row or not same or (len(cells) == 1 and ";" in cells[0]):
                self.losses.add("tables")
                self.losses.add("tables.headers")
            if len(headers) != 1:
                self.losses.add("tables.headers")
            self.lines.append(f"\x08{'^' if headers == {True} else ''}{parted.join(cells)}\x10")
        if not table.rows:
            self.losses.add("tables")
        self.lines.append("")

    def prefixed(self, raw: str) -> Dateline | None:
        """The dateline that is read when `raw` stands before the first paragraph; None, and nothing done, where none is."""
        texts = (n for n, line in enumerate(self.lines) if line.startswith("\t   ") and not anpalines.is_break(line.strip()))
        first = next(texts, None)
        if first is None:
            return None
        text = self.lines[first].strip()
        joined = joined_dateline(typed(raw), text, "_")
        found = find_dateline(readable(joined))
        if found is not None:
            self.lines[first] = f"\t   {joined}"
            self.losses.changed("paragraphs", "joined-dateline", "the dateline stands in front of the first paragraph")
        return found

    def compare(self, fields: anpa.Header, habits: Habits) -> None:
        """Report what a reader will conclude otherwise: urgency, words, source, provider, signals, status."""
        meta = self.article.metadata
        for name, said, stated in (
            ("service", fields.service, meta.service),
            ("sequence", fields.number, meta.sequence),
            ("priority", fields.priority, meta.priority),
            ("category", fields.category, meta.category),
            ("words_declared", fields.words, meta.words_declared),
            ("urgency", anpa.URGENCY.get((fields.priority or "").lower()), meta.urgency),
        ):
            if stated is not None and said != stated:
                self.losses.add(f"metadata.{name}")
        dateline = dateline_of(self.paragraphs)
        if meta.source is not None and meta.source != (dateline.agency if dateline else None):
            self.losses.add("metadata.source")
        self.losses.provider(meta.provider, habits.constants.get("provider"))
        if any(code.startswith("$") for code in self.own.strings("codes")):
            self.signals.append("advance")
        found = {*self.signals, *anpa.signals(meta.take_key, self.article.slugline)}
        if found != set(meta.signals):
            self.losses.add("metadata.signals")
        if meta.status is not None and (meta.status != telegraph.KILLED or "kill" not in found):
            self.losses.add("metadata.status")

    # trailer

    def trailer(self, habits: Habits) -> bytes:
        """ETX, the time of the last change, and EOT."""
        raw = wire.unescaped(self.own.string("trailer") or "") if self.options.header else b""
        stamp = self.losses.last_change(self.article)
        if raw.startswith(b"\x03"):
            found = wire.first_moment(raw[1:].decode("latin-1"), habits.trailers)
            if (found[1] if found else None) == (stamp.value if stamp else None):
                return b"\r\n\t   " + raw if raw.endswith(b"\x04") else b"\r\n\t   " + raw + b"\x04"
        self.losses.renewed(self.own)
        return f"\r\n\t   \x03{self.losses.said(stamp, _time)}\r\n\r\n\x0c\r\n\x04".encode("ascii")


def _said(line: str) -> str:
    """The words of a display line or a paragraph of one line."""
    return readable(line.strip().strip("^<="))


def _credit(byline: Byline, habits: Habits) -> str | None:
    """The byline as a line that is read as one; None where it cannot be."""
    raw = spaced(byline.raw)
    line = raw if habits.byline.length(raw) else f"By {raw}"
    return line if habits.byline.length(readable(typed(line))) else None


def _time(value: dt.datetime | dt.date | None) -> str:
    """`MM-DD-YY HHMM<`, with GMT where the zone is known; empty for what that cannot say."""
    found = minute_of(value)
    if found is None:
        return ""
    at, aware = found
    return f"{at.month:02d}-{at.day:02d}-{at.year % 100:02d} {at.hour:02d}{at.minute:02d}{'GMT' if aware else ''}<"


WRITER = Writer(
    name=NAME,
    title="ANPA 1312 messages",
    write=write,
    holds="many",
    options=Options,
    extension="anpa",
    media_type="application/octet-stream",
    carries=_CARRIES,
    spec="ANPA Technical Bulletin 1312",
)

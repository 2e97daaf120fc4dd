"""What stands above the body: notices, headline, standfirst, outlet, editor, byline, date; and header fields."""

import re
from collections.abc import Callable

import attrs

from newsparse.kit.build import ArticleBuilder
from newsparse.kit.dates import find_date, parse_date
from newsparse.kit.lines import Line
from newsparse.kit.names import people, strip_by
from newsparse.model.agents import Agent, Byline
from newsparse.model.metadata import Link, Rights, Subject
from newsparse.model.text import Text
from newsparse.readers.text.layout import Layout, wrapped
from newsparse.readers.text.tables import DESK_ROLES, FIELDS, FURNITURE, NOTICES

BY = "text"
_LONGEST_TITLE = 300
_LONGEST_META = 160
_LONGEST_DECK = 500
_AFTER_DATE = 12  # letters and digits that may follow the date of a byline
_FIELD = re.compile(r"\s{0,3}\**([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ \-]{1,28}?)\**\s?:\**\s+(\S.*)\Z")
_CODED = re.compile(r"(HD|BY|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|NS|RE|CO|IN|IPC|IPD|PUB|AN|SE)(?:\s{2,}|\t)(\S.*)\Z")
_BETWEEN = re.compile(r"\s*(?:\||•|·|–|—|,|/|\s-)\s*\Z")
_DATE_WORDS = re.compile(
    r"published|updated?|posted|last|modified|created|first|on|at|the|uhr|stand|vom|am|um|veröffentlicht|aktualisiert|publié|"
    r"mis à jour|le|à|time|local|date|"
    r"publicado|actualizado|el|a las|pubblicato|aggiornato|il|alle|ore|op|om|gepubliceerd|kl|klo|publicerad|opdateret|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo",
    re.IGNORECASE,
)


@attrs.define
class Chunk:
    """Lines that stand together between blank lines; `first` is the index of the first of them."""

    first: int
    lines: list[Line]


def chunks_of(lines: list[Line], most: int) -> list[Chunk]:
    """The first `most` runs of lines that are not blank."""
    chunks: list[Chunk] = []
    for at, line in enumerate(lines):
        if not line.text.strip():
            continue
        if chunks and at == chunks[-1].first + len(chunks[-1].lines):
            chunks[-1].lines.append(line)
        elif len(chunks) == most:
            break
        else:
            chunks.append(Chunk(at, [line]))
    return chunks


def read_head(lines: list[Line], layout: Layout, build: ArticleBuilder) -> int:
    """Read what stands above the body into `build`; returns the index of the body's first line."""
    chunks = chunks_of(lines, 10)
    while chunks and all(NOTICES.match(line.text.strip()) for line in chunks[0].lines):
        build.ed_notes.extend(line.text.strip() for line in chunks.pop(0).lines)
    if not chunks:
        return len(lines)
    at = _read_title(chunks[0], layout, build)
    if at is None:
        return chunks[0].first
    if at < chunks[0].first + len(chunks[0].lines):
        at = _read_rest(chunks[0], at, build)
        if at < chunks[0].first + len(chunks[0].lines):
            return at
    return _read_meta(chunks[1:], at, build)


def _read_title(chunk: Chunk, layout: Layout, build: ArticleBuilder) -> int | None:
    """Read the headline; the index behind it, or None where the text begins without one."""
    first = chunk.lines[0].text.strip()
    marked = re.match(r"#{1,6}\s+", first)
    title, used = first[marked.end() :].rstrip("# ") if marked else first, 1
    while not marked and used < min(len(chunk.lines), 4) and wrapped(chunk.lines[used - 1].text, chunk.lines[used].text, layout):
        if _is_meta(chunk.lines[used].text):
            break
        title, used = f"{title} {chunk.lines[used].text.strip()}", used + 1
    if used < len(chunk.lines) and re.fullmatch(r"\s*(?:={3,}|-{3,})\s*", chunk.lines[used].text):
        used += 1
    if not title or len(title) > _LONGEST_TITLE or (used > 3 and title.endswith(".")) or _is_byline(first) or _date_alone(first):
        return None
    if title.endswith(".") and len(title) > 120 and not marked:
        return None
    build.title = Text(title)
    build.say("title", BY, "rule", 0.98 if marked else 0.95)
    return chunk.first + used


def _read_rest(chunk: Chunk, at: int, build: ArticleBuilder) -> int:
    """Byline and date lines right below the headline; the index of the first line that is neither."""
    for line in chunk.lines[at - chunk.first :]:
        if not _read_line(line.text, build):
            break
        at += 1
    return at


def _read_meta(chunks: list[Chunk], at: int, build: ArticleBuilder) -> int:
    """Outlet, editor, byline and date blocks, and the standfirst before them; the index of the body's first line."""
    for number, chunk in enumerate(chunks[:6]):
        if _all_meta(chunk):
            _read_block(chunk, build)
        elif number < 3 and _deck_like(chunk) and any(_credits(later) for later in chunks[number + 1 : number + 3]):
            build.deck.append(Text(" ".join(line.text.strip(" *_") for line in chunk.lines)))
            build.say("deck", BY, "rule", 0.8)
        else:
            return chunk.first
        at = chunk.first + len(chunk.lines)
    return at


def _credits(chunk: Chunk) -> bool:
    """Whether a block of meta lines names somebody or a date: buttons alone say nothing of what stands above them."""
    return _all_meta(chunk) and any(_is_byline(line.text) or _date_alone(line.text) for line in chunk.lines)


def _all_meta(chunk: Chunk) -> bool:
    """Whether a block is all byline, date, desk and outlet: unnamed lines count only above a date in a block of few."""
    kinds = [_is_meta(line.text) for line in chunk.lines]
    if all(kinds):
        return True
    dated = any(_date_alone(line.text) for line in chunk.lines)
    return dated and len(chunk.lines) <= 5 and all(k or _name_like(line.text) for k, line in zip(kinds, chunk.lines, strict=True))


def _read_block(chunk: Chunk, build: ArticleBuilder) -> None:
    """A block of meta lines: the first unnamed line is the outlet, the second the editor."""
    unnamed = [line.text.strip() for line in chunk.lines if not _read_line(line.text, build)]
    if unnamed:
        build.provider = Agent(name=unnamed[0], kind="organisation")
        build.say("metadata.provider", BY, "rule", 0.85)
    if len(unnamed) > 1:
        build.extras.setdefault("text", {})["editor"] = {"name": unnamed[1], "role": "editor"}
        build.say("extras.text.editor", BY, "rule", 0.7)
    if len(unnamed) > 2:
        build.extras.setdefault("text", {})["head"] = unnamed[2:]


def _read_line(text: str, build: ArticleBuilder) -> bool:
    """Read a byline, date, desk or button line; False if it is none."""
    text = text.strip()
    if text.lower() in FURNITURE:
        build.ctx.report("text.cut-furniture", f"left out {text!r}", data={"text": text})
        return True
    if desk := DESK_ROLES.match(text):
        build.extras.setdefault("text", {})["editor"] = {"name": desk["name"], "role": desk["role"].lower()}
        return True
    if _is_byline(text):
        _read_byline(text, build)
        return True
    if _date_alone(text):
        add_stamp(
            "updated" if re.match(r"(?:last )?(?:updated|modified|aktualisiert)", text, re.IGNORECASE) else "published",
            text,
            build,
        )
        return True
    return False


def _is_meta(text: str) -> bool:
    text = text.strip()
    return text.lower() in FURNITURE or bool(DESK_ROLES.match(text)) or _is_byline(text) or _date_alone(text)


def _parts(text: str) -> tuple[str, str] | None:
    """(names, date words) of "By A and B | 3 May 2024", "*By A*, 2024-05-03", "A, 3 May 2024"; None if it is no byline."""
    text = text.strip()
    if len(text) > _LONGEST_META:
        return None
    plain = text.strip("*_ ")
    rest = strip_by(plain)
    dated = find_date(plain if rest is None else rest)
    names = plain if rest is None else rest
    date = ""
    if dated is not None and sum(c.isalnum() for c in names[dated[2] :]) > _AFTER_DATE:
        return None  # a sentence with a date in it, or a dateline
    if dated is not None:
        head = names[: dated[1]]
        between = _BETWEEN.search(head)
        if rest is None and between is None:
            return None
        date, names = names[len(head) :], head[: between.start()] if between else head
    elif rest is None:
        return None
    return names.strip(" *_|,"), date


def _is_byline(text: str) -> bool:
    parts = _parts(text)
    return parts is not None and bool(people(parts[0]))


def _read_byline(text: str, build: ArticleBuilder) -> None:
    parts = _parts(text)
    assert parts is not None
    names, date = parts
    plain = text.strip("*_ ")
    raw = plain[: -len(date)].rstrip(" |,*•·–—") if date else plain
    build.bylines.append(Byline(raw=raw, agents=people(names)))
    build.say("bylines", BY, "rule", 0.95)
    if date:
        add_stamp("published", date.strip(" *_"), build)


def _date_alone(text: str) -> bool:
    """Whether the line is a date and little else."""
    text = text.strip(" *_()|")
    if not 6 <= len(text) <= 90:
        return False
    found = find_date(text)
    if found is None:
        return False
    rest = _DATE_WORDS.sub("", text[: found[1]] + text[found[2] :])
    return sum(c.isalnum() for c in rest) <= 6


def add_stamp(kind: str, raw: str, build: ArticleBuilder) -> None:
    """A stamp with what `raw` says, and its provenance."""
    build.stamp(kind, raw.strip(), parse_date(raw.strip(" *_()|")))
    build.say("metadata.stamps", BY, "rule", 0.95)


def _name_like(text: str) -> bool:
    text = text.strip()
    return len(text) <= 60 and not text.endswith((".", "!", "?", ":", ",", ";")) and len(text.split()) <= 8


def _deck_like(chunk: Chunk) -> bool:
    return len(chunk.lines) <= 6 and sum(len(line.text) for line in chunk.lines) <= _LONGEST_DECK


def read_fields(lines: list[Line], build: ArticleBuilder) -> int | None:
    """Read `Headline: …` lines or two-letter export codes on top; the index of the body's first line, None if there are none."""
    chunks = chunks_of(lines, 1)
    if not chunks:
        return None
    held = [_field(line.text) for line in chunks[0].lines]
    known = {name for name, _ in (f for f in held if f is not None)}
    if len(known) < 2 or held[0] is None or not known & {"title", "published", "byline"}:
        return None
    at = chunks[0].first
    last: str | None = None
    for line, field in zip(chunks[0].lines, held, strict=True):
        if field is not None:
            last, value = field
            if last == "body":
                return at
            _SET[last](build, value)
        elif last == "title" and build.title is not None and line.text[:1].isspace():
            build.title = Text(f"{build.title} {line.text.strip()}")
        else:
            return at
        at += 1
    return at


def _field(text: str) -> tuple[str, str] | None:
    coded = _CODED.match(text)
    found = coded or _FIELD.match(text)
    if found is None:
        return None
    name = FIELDS.get(found[1].lower().strip())
    return None if name is None else (name, found[2].strip(" *"))


def _set_title(build: ArticleBuilder, value: str) -> None:
    build.title = Text(value)


def _set_deck(build: ArticleBuilder, value: str) -> None:
    build.deck.append(Text(value))


def _set_summary(build: ArticleBuilder, value: str) -> None:
    build.summary = Text(value)


def _set_byline(build: ArticleBuilder, value: str) -> None:
    build.bylines.append(Byline(raw=value, agents=people(strip_by(value) or value)))
    build.say("bylines", BY, "rule", 0.97)


def _set_provider(build: ArticleBuilder, value: str) -> None:
    build.provider = Agent(name=value, kind="organisation")


def _set_category(build: ArticleBuilder, value: str) -> None:
    build.category = value


def _set_lang(build: ArticleBuilder, value: str) -> None:
    if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?", value):
        build.lang = value.replace("_", "-")
    else:
        build.extras.setdefault("text", {})["language"] = value


def _set_keywords(build: ArticleBuilder, value: str) -> None:
    build.keywords.extend(word.strip() for word in re.split(r"[;,|]", value) if word.strip())


def _set_words(build: ArticleBuilder, value: str) -> None:
    digits = re.match(r"([\d,.]{1,9})", value)
    if digits:
        build.words_declared = int(re.sub(r"\D", "", digits[1]) or 0) or None


def _set_url(build: ArticleBuilder, value: str) -> None:
    build.links.append(Link(href=value, rel="canonical"))


def _set_rights(build: ArticleBuilder, value: str) -> None:
    build.rights = Rights(notice=value)


def _set_place(build: ArticleBuilder, value: str) -> None:
    build.places.append(Subject(label=value))


def _set_desk(build: ArticleBuilder, value: str) -> None:
    build.extras.setdefault("text", {})["editor"] = {"name": value, "role": "editor"}


def _set_uid(build: ArticleBuilder, value: str) -> None:
    build.uid = value


def _set_published(build: ArticleBuilder, value: str) -> None:
    add_stamp("published", value, build)


def _set_updated(build: ArticleBuilder, value: str) -> None:
    add_stamp("updated", value, build)


_SET: dict[str, Callable[[ArticleBuilder, str], None]] = {
    "title": _set_title, "deck": _set_deck, "summary": _set_summary, "byline": _set_byline, "provider": _set_provider,
    "category": _set_category, "lang": _set_lang, "keywords": _set_keywords, "words": _set_words, "url": _set_url,
    "rights": _set_rights, "place": _set_place, "desk": _set_desk, "uid": _set_uid,
    "published": _set_published, "updated": _set_updated,
}  # fmt: skip

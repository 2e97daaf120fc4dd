"""What stands above the body: notices, headline, standfirst, outlet, editor, byline, date."""

import re
from functools import lru_cache

from newsparse.kit.build import ArticleBuilder
from newsparse.kit.dates import find_date
from newsparse.kit.lines import Line
from newsparse.kit.names import AGENCIES, kind_of, people, strip_by
from newsparse.model.agents import Agent, Byline
from newsparse.model.text import Text
from newsparse.readers.text.fields import BY, add_stamp, field_of, keep, set_field
from newsparse.readers.text.layout import RULE, Chunk, Layout, chunks_of, layout_of, marked_heading, wrapped
from newsparse.readers.text.tables import DESK_ROLES, NOTICES, is_furniture

_LONGEST_TITLE = 300
_LONGEST_META = 160
_LONGEST_DECK = 500
_MOST_UNNAMED = 5  # lines of a block with a date in which outlet and editor may stand without a word that says so
_DENSE_DECK = 3  # lines in which the byline must follow
_AFTER_DATE = 12  # letters and digits that may follow the date of a byline
_LINES_KEPT = 64  # short lines whose reading is remembered: each is asked several times what it is
_UNKNOWN = Layout(None, False)
_BOLD_LINE = re.compile(r"\*\*([^*]{1,300})\*\*\Z")
_OF_HEAD = frozenset({"published", "updated", "provider", "lang", "url", "rights", "place", "keywords", "words"})
# What leads from a name to the date behind it: "A, le 5 mai", "A on May 5", "A, Updated: May 5".
_LEADS_TO_DATE = re.compile(
    r",?\s+(?:(?:last )?(?:updated|published|posted|aktualisiert|stand|publié)\s*:?|le|on|am|den|el|il|op|på|vom|du|em)\s*\Z",
    re.IGNORECASE,
)
_OPEN_DATE = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?:,?\s\d{1,2}:\d\d)?\Z")  # of which nobody knows the month
_UPDATED = re.compile(r"(?:last )?(?:updated|modified|aktualisiert|mis à jour|actualizado|aggiornato)", re.IGNORECASE)
_ZONE_THEN_COLUMN = re.compile(r"\s?(?:[A-Z]{2,4})?\s?[|•·]\s?(\S.{1,80})\Z")
_CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\Z")
_PICTURE_CREDIT = re.compile(
    r"(?:photos?|photographs?|pictures?|images?|graphics?|illustrations?|video|fotos?|bilder|photographie)"
    r"(?: (?:by|von|de|par|di)|\s?:)\s.{2,60}\Z",
    re.IGNORECASE,
)
_COLUMN_SIGNS = frozenset("|•·")
_COLUMN = re.compile(r"\s+[|•·]\s+")
_BETWEEN = re.compile(r"\s*(?:\||•|·|–|—|,|/|\s-)\s*\Z")
_DATE_WORDS = re.compile(
    r"published|updated?|posted|last|modified|created|first|on|at|the|uhr|stand|vom|am|um|veröffentlicht|aktualisiert|publié|"
    r"mis à jour|le|à|time|local|date|"
    r"publicado|actualizado|el|a las|pubblicato|aggiornato|il|alle|ore|op|om|gepubliceerd|kl|klo|publicerad|opdateret|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo",
    re.IGNORECASE,
)


def read_head(lines: list[Line], build: ArticleBuilder) -> int:
    """Read what stands above the body into `build`; returns the index of the body's first line."""
    chunks = chunks_of(lines, 10)
    while chunks and all(NOTICES.match(line.text.strip()) for line in chunks[0].lines):
        build.ed_notes.extend(line.text.strip() for line in chunks.pop(0).lines)
    while len(chunks) > 2 and all(date_alone(line.text) for line in chunks[0].lines):
        _read_block(chunks.pop(0), build)
    if not chunks:
        return len(lines)
    if len(chunks[0].lines) > 1 and RULE.match(chunks[0].lines[0].text):
        chunks[0] = Chunk(chunks[0].first + 1, chunks[0].lines[1:])
    if _is_masthead(chunks):
        build.provider = Agent(name=chunks.pop(0).lines[0].text.strip(), kind="organisation")
        build.say("metadata.provider", BY, "rule", 0.8)
    at = _read_title(chunks[0], lines, build)
    if at is None:
        return chunks[0].first
    if at < chunks[0].first + len(chunks[0].lines):
        at = _read_rest(chunks[0], at, build)
        if at < chunks[0].first + len(chunks[0].lines):
            return at
    return _read_meta(chunks[1:], at, build)


def _is_masthead(chunks: list[Chunk]) -> bool:
    """Whether the outlet's name stands alone above headline and byline: a few capitals with a word for such a house."""
    if len(chunks) < 4 or len(chunks[0].lines) != 1:
        return False
    name = chunks[0].lines[0].text.strip()
    looks = (name.isupper() or name.startswith("The ")) and len(name.split()) <= 4 and kind_of(name) == "organisation"
    return looks and not _all_meta(chunks[1]) and _credits(chunks[2])


def _read_title(chunk: Chunk, lines: list[Line], build: ArticleBuilder) -> int | None:
    """Read the headline; the index behind it, or None where the text begins without one."""
    first = chunk.lines[0].text.strip()
    marked = marked_heading(first)
    title, used = marked[0] if marked else first, 1
    if not marked and (bold := _BOLD_LINE.match(first)):
        title = bold[1].strip()
    layout = layout_of(lines) if len(chunk.lines) > 1 and not marked else _UNKNOWN
    while not marked and used < min(len(chunk.lines), 4) and _goes_on(chunk, used, layout):
        if _is_meta(chunk.lines[used].text):
            break
        title, used = f"{title} {chunk.lines[used].text.strip()}", used + 1
    if used < len(chunk.lines) and RULE.match(chunk.lines[used].text):
        used += 1
    if not title or len(title) > _LONGEST_TITLE or (used > 3 and title.endswith(".")) or _is_byline(first) or date_alone(first):
        return None
    if title.endswith(".") and len(title) > 120 and not marked:
        return None
    build.title = Text(title)
    build.say("title", BY, "rule", 0.98 if marked else 0.95)
    return chunk.first + used


def _goes_on(chunk: Chunk, at: int, layout: Layout) -> bool:
    """Whether the headline was broken before line `at`: by the measure, or in a block of two in mid-sentence."""
    before, line = chunk.lines[at - 1].text, chunk.lines[at].text
    if RULE.match(line):
        return False
    if before.isupper() and not any(c.islower() for c in line) and not _is_meta(line):
        return True
    in_sentence = len(chunk.lines) == 2 and line.lstrip()[:1].islower() and strip_by(line) is None
    return in_sentence or wrapped(before, line, layout)


def _read_rest(chunk: Chunk, at: int, build: ArticleBuilder) -> int:
    """Standfirst, byline and date lines right below the headline; the index of the first line that is none of them."""
    below = chunk.lines[at - chunk.first :]
    deck = _dense_deck(below)
    for line in below[:deck]:
        build.deck.append(Text(line.text.strip(" *_")))
        build.say("deck", BY, "rule", 0.8)
    at += deck
    for line in below[deck:]:
        if not _read_line(line.text, build):
            break
        at += 1
    return at


def _dense_deck(lines: list[Line]) -> int:
    """How many lines stand as a standfirst between the headline and a byline or date, where no blank line parts them."""
    for at, line in enumerate(lines[:_DENSE_DECK]):
        if at and (_is_byline(line.text) or date_alone(line.text)):
            return at
        if _is_meta(line.text) or len(line.text) > _LONGEST_DECK:
            break
    return 0


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
    return _all_meta(chunk) and any(_is_byline(line.text) or date_alone(line.text) for line in chunk.lines)


def _all_meta(chunk: Chunk) -> bool:
    """Whether a block is all byline, date, desk and outlet: unnamed lines count only above a date in a block of few."""
    if all(_is_meta(line.text) for line in chunk.lines):
        return True
    if len(chunk.lines) > _MOST_UNNAMED or not any(date_alone(line.text) for line in chunk.lines):
        return False
    return all(_name_like(line.text) or _is_meta(line.text) for line in chunk.lines)


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
    if is_furniture(text):
        build.ctx.report("text.cut-furniture", f"left out {text!r}", data={"text": text})
        return True
    if desk := DESK_ROLES.match(text):
        build.extras.setdefault("text", {})["editor"] = {"name": desk["name"], "role": desk["role"].lower()}
        return True
    if dates := _dates_of(text):
        for part in dates:
            add_stamp("updated" if _UPDATED.match(part) else "published", part, build)
        return True
    if (field := _stated(text)) is not None:
        set_field(build, *field)
        return True
    if _is_byline(text) and _letters_beside_date(text) != 0:
        _read_byline(text, build)
        return True
    if date_alone(text):
        add_stamp("updated" if _UPDATED.match(text) else "published", text, build)
        return True
    if _CONTACT.match(text) or _PICTURE_CREDIT.match(text):
        keep(build, "contact" if "@" in text else "picture credit", text)
        return True
    return False


def _dates_of(text: str) -> list[str]:
    """The parts of "Published: 5 May 2024 | Updated: 6 May 2024"; none where not every part is a date."""
    if len(text) > _LONGEST_META or _COLUMN_SIGNS.isdisjoint(text):
        return []
    parts = _COLUMN.split(text)
    return parts if len(parts) > 1 and all(date_alone(part) for part in parts) else []


def _is_meta(text: str) -> bool:
    text = text.strip()
    if len(text) > _LONGEST_META:
        return False
    if _CONTACT.match(text) or _PICTURE_CREDIT.match(text) or _dates_of(text):
        return True
    return is_furniture(text) or bool(DESK_ROLES.match(text)) or date_alone(text) or _is_byline(text) or _stated(text) is not None


def _stated(text: str) -> tuple[str, str] | None:
    """(kind of field, value) of a line that says what it holds: "Source: The Courier"; None where it is none of the head."""
    if ":" not in text[:32]:
        return None
    name, value = field_of(text.strip("*_ "))
    if name == "byline":
        return (name, value) if people(strip_by(value) or value) else None
    return (name, value) if name in _OF_HEAD else None


def _parts(text: str) -> tuple[str, str] | None:
    """(names, date words) of "By A and B | 3 May 2024", "*By A*, 2024-05-03", "A, 3 May 2024"; None if it is no byline."""
    text = text.strip()
    return _parts_of(text) if len(text) <= _LONGEST_META else None


@lru_cache(maxsize=_LINES_KEPT)
def _parts_of(text: str) -> tuple[str, str] | None:
    plain = text.strip("*_ ")
    rest = strip_by(plain)
    dated = find_date(plain if rest is None else rest)
    names = plain if rest is None else rest
    date = ""
    if dated is not None and sum(c.isalnum() for c in names[dated[2] :]) > _AFTER_DATE:
        return _dated_by(names, dated[1], dated[2])
    if dated is not None:
        head = _LEADS_TO_DATE.sub("", names[: dated[1]])
        between = _BETWEEN.search(head)
        if rest is None and between is None:
            return _dated_by(names, dated[1], dated[2])
        date, names = names[len(head) :].lstrip(" ,"), head[: between.start()] if between else head
    elif rest is None:
        return None
    elif (numbers := _OPEN_DATE.search(names)) is not None:
        date, names = numbers[0], names[: numbers.start()]
    return names.strip(" *_|,"), date


def _is_outlet(name: str) -> bool:
    """Whether a name is of a paper or station; agencies and domains sign stories like people."""
    return kind_of(name) == "organisation" and name.lower() not in AGENCIES and " " in name and "," not in name


def _dated_by(text: str, start: int, end: int) -> tuple[str, str] | None:
    """(names, date words) of "Posted on 3 May 2024 by A"; None for a sentence with a date in it, or a dateline."""
    after = text[end:]
    by = strip_by(after.strip(" ,|–—·-"))
    if by is None and (column := _ZONE_THEN_COLUMN.match(after)) is not None:
        by = column[1]
    before = _DATE_WORDS.sub("", text[:start])
    return (by, text[:end].strip()) if by and not any(c.isalnum() for c in before) else None


def _is_byline(text: str) -> bool:
    parts = _parts(text)
    return parts is not None and bool(people(parts[0]))


def _read_byline(text: str, build: ArticleBuilder) -> None:
    parts = _parts(text)
    assert parts is not None
    names, date = parts
    plain = text.strip("*_ ")
    raw = plain.removesuffix(date).removeprefix(date).strip(" |,*•·–—") if date else plain
    first, *others = _COLUMN.split(names)
    outlets = [part for part in others if kind_of(part) == "organisation"]
    if date and plain.startswith(first) and plain[len(first) :].lstrip()[:1] in _COLUMN_SIGNS and _is_outlet(first):
        outlets = [first]  # "The Courier | 3 May 2024" names the paper
    if outlets and build.provider is None:
        build.provider = Agent(name=outlets[0], kind="organisation")
        build.say("metadata.provider", BY, "rule", 0.85)
    if outlets != [first]:
        agents = people(", ".join([first, *(part for part in others if part not in outlets)]))
        build.bylines.append(Byline(raw=raw, agents=agents))
        build.say("bylines", BY, "rule", 0.95)
    if date:
        add_stamp("published", date.strip(" *_"), build)


def date_alone(text: str) -> bool:
    """Whether a line is a date and little else."""
    beside = _letters_beside_date(text)
    return beside is not None and beside <= 6


def _letters_beside_date(text: str) -> int | None:
    """How many letters and digits a short line has beside its date and words such as "published"; None without a date."""
    text = text.strip(" *_()|")
    return _beside_date(text) if 6 <= len(text) <= 90 else None


@lru_cache(maxsize=_LINES_KEPT)
def _beside_date(text: str) -> int | None:
    found = find_date(text)
    if found is None:
        return 0 if _OPEN_DATE.fullmatch(text) else None
    return sum(c.isalnum() for c in _DATE_WORDS.sub("", text[: found[1]] + text[found[2] :]))


def _name_like(text: str) -> bool:
    text = text.strip()
    return len(text) <= 60 and not text.endswith((".", "!", "?", ":", ",", ";")) and len(text.split()) <= 8


def _deck_like(chunk: Chunk) -> bool:
    return len(chunk.lines) <= 6 and sum(len(line.text) for line in chunk.lines) <= _LONGEST_DECK

"""Header fields: `Headline: …`, `Date: …` and their like, and the setter for each thing that a field may hold."""

import re
from collections.abc import Callable

import attrs

from newsparse.kit.build import ArticleBuilder
from newsparse.kit.dates import parse_date
from newsparse.kit.lines import Line
from newsparse.kit.names import people, strip_by
from newsparse.model.agents import Agent, Byline, Dateline
from newsparse.model.metadata import Link, Rights, Subject
from newsparse.model.text import Text
from newsparse.readers.text.layout import chunks_of
from newsparse.readers.text.tables import FIELDS, LANGUAGES

BY = "text"
_LONGEST_RIGHTS = 1_000  # characters of a notice that goes on over lines
_ADDRESS = re.compile(r"\s?<[^<>@]{1,200}@[^<>]{1,200}>")
_FIELD = re.compile(r"\s{0,3}\**([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ \-]{1,28}?)(?:\(s\))?\**\s?:\**\s+(\S.*)\Z")


def add_stamp(kind: str, raw: str, build: ArticleBuilder) -> None:
    """A stamp with what `raw` says, and its provenance."""
    build.stamp(kind, raw.strip(), parse_date(raw.strip(" *_()|")))
    build.say("metadata.stamps", BY, "rule", 0.95)


def keep(build: ArticleBuilder, label: str, value: str) -> None:
    """Keep a value under its label in `extras["text"]`; several of one label are a list."""
    kept = build.extras.setdefault("text", {})
    before = kept.get(label)
    if isinstance(before, list):
        before.append(value)
    else:
        kept[label] = value if before is None else [before, value]


def set_field(build: ArticleBuilder, field: str, value: str) -> bool:
    """Set what a field of this kind holds (see `FIELDS`); False where no such field is known."""
    if field not in _SET:
        return False
    _SET[field](build, value)
    return True


def read_fields(lines: list[Line], build: ArticleBuilder) -> list[Line] | None:
    """Read the `Headline: …` lines on top; the lines of the body, None if there are none.

    A label that means nothing here is kept in `extras["text"]` where a known one follows it.
    """
    chunks = chunks_of(lines, 1)
    if not chunks:
        return None
    held = [field_of(line.text) for line in chunks[0].lines]
    known = [n for n, (name, _) in enumerate(held) if name in _SET]
    names = {held[n][0] for n in known}
    alone = names == {"title"} and len(held) == 1 and len(chunks_of(lines, 2)) == 2
    if (len(names) < 2 and not alone) or known[0] != 0 or not names & {"title", "published", "byline"}:
        return None
    at, first = 0, chunks[0].first
    for at, (line, (name, value)) in enumerate(zip(chunks[0].lines, held, strict=True)):
        if name == "body":
            return [attrs.evolve(line, text=value), *lines[first + at + 1 :]]
        if name and (name in _SET or at < known[-1]):
            if not set_field(build, name, value):
                keep(build, name, value)
        elif at and held[at - 1][0] == "title" and build.title is not None and line.text[:1].isspace():
            build.title = Text(f"{build.title} {line.text.strip()}")
        else:
            return lines[first + at :]
    return lines[first + at + 1 :]


def field_of(text: str) -> tuple[str, str]:
    """(kind of field or its own label, value); empty strings where the line is no field."""
    found = _FIELD.match(text)
    if found is None:
        return "", ""
    label = found[1].lower().strip()
    return FIELDS.get(label, label), found[2].strip(" *")


def _set_title(build: ArticleBuilder, value: str) -> None:
    build.title = Text(value)


def _set_deck(build: ArticleBuilder, value: str) -> None:
    build.deck.append(Text(value))


def _set_summary(build: ArticleBuilder, value: str) -> None:
    build.summary = Text(value)


def _set_byline(build: ArticleBuilder, value: str) -> None:
    named = _ADDRESS.sub("", value)
    build.bylines.append(Byline(raw=value, agents=people(strip_by(named) or named)))
    build.say("bylines", BY, "rule", 0.97)


def _set_provider(build: ArticleBuilder, value: str) -> None:
    build.provider = Agent(name=value, kind="organisation")


def _set_category(build: ArticleBuilder, value: str) -> None:
    """The section; a page behind a semicolon is kept with it in `extras`."""
    build.category = value.partition(";")[0].strip()
    if build.category != value:
        build.extras.setdefault("text", {})["section"] = value


def _set_lang(build: ArticleBuilder, value: str) -> None:
    if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?", value):
        build.lang = value.replace("_", "-")
    elif value.lower() in LANGUAGES:
        build.lang = LANGUAGES[value.lower()]
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
    before = build.rights.notice if build.rights else None
    if before is not None and len(before) > _LONGEST_RIGHTS:
        keep(build, "rights", value)
    else:
        build.rights = Rights(notice=f"{before} {value}" if before else value)


def _set_place(build: ArticleBuilder, value: str) -> None:
    build.places.append(Subject(label=value))


def _set_dateline(build: ArticleBuilder, value: str) -> None:
    place = value.partition(",")[0].strip()
    build.dateline = Dateline(raw=value, place=place if place and not any(c.isdigit() for c in place) else None)


def _set_desk(build: ArticleBuilder, value: str) -> None:
    build.extras.setdefault("text", {})["editor"] = {"name": value, "role": "editor"}


def _set_uid(build: ArticleBuilder, value: str) -> None:
    build.uid = value.removeprefix("Document ")


def _set_published(build: ArticleBuilder, value: str) -> None:
    add_stamp("published", value, build)


def _set_updated(build: ArticleBuilder, value: str) -> None:
    add_stamp("updated", value, build)


_SET: dict[str, Callable[[ArticleBuilder, str], None]] = {
    "title": _set_title, "deck": _set_deck, "summary": _set_summary, "byline": _set_byline, "provider": _set_provider,
    "category": _set_category, "lang": _set_lang, "keywords": _set_keywords, "words": _set_words, "url": _set_url,
    "rights": _set_rights, "place": _set_place, "dateline": _set_dateline, "desk": _set_desk, "uid": _set_uid,
    "published": _set_published, "updated": _set_updated,
}  # fmt: skip

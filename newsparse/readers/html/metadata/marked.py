"""Where JSON-LD and meta tags are silent: elements anywhere on the page whose attributes or words say "author" or "date".

One pass over the page, used as the fallback only; what stands in comments is passed over, what stands near the headline
comes first, and what stands in side columns, lists of other stories and the page's foot comes last.
"""

import re
from typing import Any, NamedTuple

from newsparse.kit.names import strip_by
from newsparse.readers.html.metadata.facts import Candidate
from newsparse.readers.html.metadata.header import text_of
from newsparse.readers.html.metadata.hints import hints_of, named
from newsparse.readers.html.metadata.tables import ACCOUNT, ELSEWHERE, MARKED, PROFILE, PROFILED, UPDATE_WORDS, YEAR
from newsparse.readers.html.metadata.words import Words

_MOST = 30_000  # elements looked at
_MOST_MARKS = 400
_UP = 14  # ancestors asked whether they hold other things
_CLOSE = 25  # elements
_BESIDE = 8  # elements from the headline, where the place says nothing
_CROWDED = 12  # children of an element that is more than a line
_LONGEST_MARK = 240
_LONGEST_DATE = 100  # characters of what is marked as a date and is little else
_SHORTEST_LINE, _LONGEST_LINE, _LONGEST_RAW = 6, 160, 1_000  # characters; the last with the spaces of the source
_LISTS = 60  # elements from the headline, past which marks of one kind are those of a list of stories
_ELSEWHERE = 400  # how many elements farther from the headline a mark in a side column counts
_WEIGHTS = {
    "time": 0,
    "published": 0,
    "author": 0,
    "profile": 20,
    "archive": 20,
    "date": 40,
    "stated": 30,
    "bare": 60,
    "line": 150,
    "updated": 300,
}
CHANGED = "line of a change"
"""The place of a date that its words say is that of a change."""
_LINES = frozenset(["stated", "bare", "line"])
_LONGEST_BY = 60
_YEAR = re.compile(YEAR.pattern + r"|\A\W*(?:[^\W\d_]{2,3}[.,]*\s+)?\d\d?\.\d\d?\.\d\d(?!\d)")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ARCHIVE = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])/?\Z")  # the address of all stories of a day
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{3}")  # as much as a word, in scripts that set words not apart
_DATE = frozenset(["date"])
_WHO_AND_WHEN = frozenset(["author", "date"])
_FEW_WORDS = 4  # in a line that is a date and little else
_STATED_BEFORE = (
    "опубликован[оа]?", "дата публикации", "opublikowano", "gepubliceerd", "publicerad", "publisert", "udgivet", "julkaistu",
    "objavljeno", "yay[ıi]nlanma(?: tarihi)?", "yay[ıi]n tarihi", "giriş", "eklenme", "نشر في", "تاريخ النشر", "تاریخ انتشار",
    "प्रकाशित", "প্রকাশিত", "প্রকাশ", "เผยแพร่", "ngày đăng", "diterbitkan", "publicat", "data publicării", "data publikacji",
    "publikováno", "megjelent", "опубліковано", "објављено", "публикувано", "δημοσίευση", "δημοσιεύτηκε", "פורסם", "publiceret",
    "입력", "등록일?", "发布(?:时间|日期)", "發布(?:時間|日期)", "发表时间", "公開日", "掲載日", "投稿日", "配信日時",
)  # fmt: skip
_STATED = Words(
    "veröffentlicht", "erschienen", "erstellt", "publish", "posted", "submitted", "publié", "publicado", "pubblicato",
    "artikel wurde", "beitrag wurde", "criado em", "criado el", *(rf"{label}\s{{0,3}}[:：]" for label in _STATED_BEFORE),
)  # fmt: skip
_BY = re.compile(r"\s*(?:by|vom?|par|por|di|door|av|af|autor(?:in)?|author|auteur|autore|text)\b", re.IGNORECASE)
_LABEL = re.compile(r"\s*(?:by|von|autor(?:in|en)?(?:/autor(?:in)?)?|authors?|auteurs?|autore|text)\s*:?\s*\Z", re.IGNORECASE)
_PUBLISHED = re.compile(r"(?<!status-)publish|pubdate|posted|created|entry-date|post-date|issued|veroeff", re.IGNORECASE)


class Marked(NamedTuple):
    """An element that says who or when: what it is marked as, how, its place in the page, and what speaks against it."""

    element: Any
    hint: str
    value: str
    by: str
    at: int
    against: int = 0


class Later:
    """The marks of a page, looked for when they are first asked for."""

    def __init__(self, root: Any, heading: Any) -> None:
        """Of the page at `root`; `heading` is the element of its headline."""
        self.page = (root, heading)
        self._scanned: tuple[list[Marked], int | None] | None = None

    def _scan(self) -> tuple[list[Marked], int | None]:
        if self._scanned is None:
            self._scanned = scan(*self.page)
        return self._scanned

    def of(self, hint: str) -> list[Candidate]:
        """The candidates that are marked so, the nearest to the headline first."""
        return nearest(*self._scan(), hint)

    def close(self, hint: str) -> list[Candidate]:
        """Those of them that stand right by the headline and are no mere lines."""
        marks, place = self._scan()
        return [] if place is None else nearest([mark for mark in marks if close(mark, place)], place, hint)

    def bylines(self) -> list[list[Candidate]]:
        """The printed bylines, as `bylines` gives them."""
        return bylines(*self._scan())


def scan(root: Any, heading: Any) -> tuple[list[Marked], int | None]:
    """The marked elements in document order, and the headline's place among all elements; None where there is none."""
    marks: list[Marked] = []
    places: dict[str, str] = {}
    around = set() if heading is None else set(heading.iterancestors())
    place: int | None = None
    for at, element in enumerate(root.iter(*MARKED)):
        if len(marks) > _MOST_MARKS:
            if place is not None:
                break
            del marks[: _MOST_MARKS // 2]  # those farthest above the headline
        if at > _MOST:
            break
        if element is heading:
            place = at
        elif found := _marks(element, at):
            marks += found
    return [
        mark._replace(against=mark.against + against) if against and (place is None or abs(mark.at - place) > _BESIDE) else mark
        for mark in marks
        if (against := _against(mark.element, around, places)) is not None
    ], place


def _marks(element: Any, at: int) -> list[Marked]:
    """What one element says: by its attributes, else by the words that begin it and those that follow it."""
    tag = element.tag
    if tag == "time" and (moment := element.get("datetime")):
        return [Marked(element, "date", moment, "time", at)]
    names = named(element)
    said = _DATE if tag in ("time", "date") else hints_of(names)
    marks = _hinted(element, names, said, at) if said else []
    text = None if marks else element.text
    if not marks and tag in ("abbr", "a"):
        marks = _linked(element, at)
    against = _ELSEWHERE if "caption" in said else 0
    if text and _SHORTEST_LINE <= len(text) <= _LONGEST_RAW and not text.isspace():
        marks += _lines(element, text, False, at, against)
    if (tail := element.tail) and _SHORTEST_LINE <= len(tail) <= _LONGEST_RAW and not tail.isspace():
        marks += _lines(element, tail, True, at, against)
    return marks


def _hinted(element: Any, names: str, said: frozenset[str], at: int) -> list[Marked]:
    """What an element that is marked as a name or a date says."""
    if "caption" in said or _WHO_AND_WHEN.isdisjoint(said) or not (value := _value(element)):
        return []
    marks = [Marked(element, "author", value, "author", at)] if "author" in said else []
    value = since_publication(value)
    return [*marks, Marked(element, "date", value, _manner(names, value), at)] if "date" in said else marks


def _value(element: Any) -> str:
    """What a marked element says; empty where it says too much to be a name or a date."""
    get = element.get
    stated = get("content") or (get("title") if element.tag == "abbr" else None)
    value = stated or (text_of(element, 200, glue=" ") if len(element) < _CROWDED else "")
    return value if len(value) <= _LONGEST_MARK else ""


def _linked(element: Any, at: int) -> list[Marked]:
    """What the target of a link says, or the meaning of an abbreviation: a writer's page, the page of a day, a date."""
    if element.tag == "abbr":
        moment = element.get("title") or ""
        return [Marked(element, "date", moment, "date", at)] if _YEAR.search(moment) else []
    href = element.get("href") or ""
    if not PROFILED.isdisjoint(href.lower().split("/")) and PROFILE.search(href) and (value := text_of(element, 80)):
        return [Marked(element, "author", value, "profile", at)]
    if href.rstrip("/")[-2:].isdigit() and (day := _ARCHIVE.search(href)):
        return [Marked(element, "date", "-".join(day.groups()), "archive", at)]
    return []


def _lines(element: Any, raw: str, behind: bool, at: int, against: int) -> list[Marked]:
    """What the words at the start of an element, or `behind` it, say without a mark; in a caption they count little."""
    text = raw if len(raw) <= _LONGEST_LINE else " ".join(raw.split())
    linked = element.tag == "a"
    dated = len(text) <= _LONGEST_LINE and _year_in(text) is not None
    signed = not against and not linked and _BY.match(text) is not None
    if not (dated or signed) or (behind and ACCOUNT.match(element.text or "")):
        return []
    marks = []
    if dated:
        said = since_publication(text)
        if (manner := line_manner(said)) and not (linked and manner == "line"):
            marks.append(Marked(element, "date", said, manner, at, against))
    if signed:
        marks.append(Marked(element, "author", _labelled(element, raw, behind), "line", at))
    return marks


def _year_in(text: str) -> re.Match[str] | None:
    """The first year in a line, or a short date that it begins with; most lines have no digit, which tells at once."""
    return _YEAR.search(text) if _DIGIT.search(text) else None


def _labelled(element: Any, text: str, behind: bool) -> str:
    """The line that begins with "By": it alone, with what is marked up in it, or what follows where it is a mere label."""
    if not _LABEL.match(text):
        return text if strip_by(text) else "" if behind else text_of(element, 160, glue=" ")
    if behind:  # behind other inline elements it is prose
        follower = element.getnext() if element.tag == "br" else None
        return "" if follower is None else " ".join(f"{text_of(follower, 100)} {(follower.tail or '')[:_LONGEST_BY]}".split())
    whole = text_of(element, 160, glue=" ")
    if not _LABEL.match(whole):
        return whole
    follower = element.getnext()
    return element.tail if element.tail and not element.tail.isspace() else "" if follower is None else text_of(follower, 100)


def _manner(named: str, value: str) -> str:
    """Whether a date is said to be that of the publication, or of a change."""
    if len(value) > _LONGEST_DATE:
        return "line"
    if _PUBLISHED.search(named):
        return "published"
    return "updated" if UPDATE_WORDS.search(named) or of_change(value) else "date"


def line_manner(text: str) -> str | None:
    """How an unmarked line gives a date: said to be the publication's, bare, or with a few words; None in a sentence."""
    if of_change(text):
        return "updated"
    if _STATED.search(text):
        return "stated"
    words = len(_WORD.findall(text)) + len(_DENSE.findall(text))
    return "bare" if words <= 2 else "line" if words <= _FEW_WORDS else None


def since_publication(text: str) -> str:
    """What a line says from the label of the publication on, where it gives the date of a change first; else all of it."""
    if not of_change(text):
        return text
    digits = _year_in(text)
    label = _STATED.search(text, digits.start()) if digits else None
    return text[label.start() :] if label and _year_in(text[label.start() :]) else text


def of_change(text: str) -> bool:
    """Whether the first date in the line is that of a change."""
    digits = _year_in(text)
    return digits is not None and UPDATE_WORDS.search(text[: digits.start()]) is not None


def _against(element: Any, around: set[Any], places: dict[str, str]) -> int | None:
    """How much the place speaks against the element; None in comments and the page's foot.

    What is `around` the headline too says nothing of the place.
    """
    node = element
    against = 0
    foot = False
    for _ in range(_UP):
        if node is None or node in around or node.tag in ("article", "main") or "article" in (node.get("class") or "").split():
            return against
        if node.tag in ("body", "nav"):
            break
        if node.tag == "blockquote":  # a post of a network, shown in the story
            return None
        foot = foot or (node.tag == "footer" and (node.getprevious() is not None or node.getnext() is None))
        named = f"{node.get('class') or ''} {node.get('id') or ''}"
        known = places.get(named)
        if known is None:
            found = ELSEWHERE.search(named[:2_000])
            known = places[named] = found.lastgroup or "" if found else ""
        if known == "never":
            return None
        foot = foot or known == "foot"
        against += _ELSEWHERE * (known == "rather" or node.tag == "aside")
        node = node.getparent()
    if node is not None and node.tag == "nav":
        return None
    return against + 5 * _ELSEWHERE * foot


def nearest(marks: list[Marked], place: int | None, hint: str) -> list[Candidate]:
    """The marks of that hint as candidates: those that name a publication and those near the headline first."""
    chosen = [mark for mark in marks if mark.hint == hint]
    listed = _listed(chosen)

    def rank(mark: Marked) -> int:
        far = place is not None and abs(mark.at - place) > _CLOSE
        return _distance(mark, place or 0) + _ELSEWHERE * (far and _kind(mark) in listed)

    return [_candidate(mark) for mark in sorted(chosen, key=rank)]


def _listed(marks: list[Marked]) -> set[str]:
    """The kinds of marks that recur with other values: those of a list of stories."""
    kinds: dict[str, set[str]] = {}
    for mark in marks:
        kinds.setdefault(_kind(mark), set()).add(mark.value)
    return {kind for kind, values in kinds.items() if len(values) >= 3}


def bylines(marks: list[Marked], place: int | None) -> list[list[Candidate]]:
    """The author marks, the nearest to the headline first, each with the marks inside it that name its parts.

    Marks of one kind that recur farther away with other names are those of a list of stories.
    """
    place = place or 0
    authors = [mark for mark in marks if mark.hint == "author"]
    kinds: dict[str, set[str]] = {}
    for mark in authors:
        if abs(mark.at - place) > _LISTS:
            kinds.setdefault(_kind(mark), set()).add(mark.value)
    ranked = sorted(authors, key=lambda mark: _distance(mark, place))
    kept = [mark for mark in ranked if abs(mark.at - place) <= _LISTS or len(kinds[_kind(mark)]) < 3]
    return [[_candidate(inner) for inner in _inner(mark, authors)] + [_candidate(mark)] for mark in kept[:30]]


def _kind(mark: Marked) -> str:
    return f"{mark.element.tag} {mark.element.get('class')}"


def _candidate(mark: Marked) -> Candidate:
    """The mark as a candidate, by the attribute or the tag that marks it."""
    get = mark.element.get
    attribute = next((f"{name} {value}" for name in ("itemprop", "property", "rel") if (value := get(name))), None)
    if mark.by == "updated" and of_change(mark.value):
        by = CHANGED
    elif mark.by in _LINES:
        by = "line"
    elif mark.by in ("time", "archive"):
        by = mark.by if mark.by == "time" else "link of a day"
    else:
        by = attribute or f"class {mark.hint}"
    return Candidate(" ".join(mark.value.split()), by[:_LONGEST_BY])


def _inner(mark: Marked, others: list[Marked]) -> list[Marked]:
    """The marks within a mark, the innermost of each name."""
    inner = [o for o in others if mark.at < o.at <= mark.at + 25 and o.value in mark.value and len(o.value) >= 4]
    return [o for o in inner if not any(p.at > o.at and p.value in o.value for p in inner)]


def close(mark: Marked, place: int) -> bool:
    """Whether a mark stands within a few elements of the headline, and is no mere line."""
    return (
        mark.by in ("time", "published", "date", "stated", "bare", "author", "profile", "archive")
        and mark.against == 0
        and -_CLOSE <= mark.at - place <= _CLOSE
    )


def _distance(mark: Marked, place: int) -> int:
    """How far from the headline, in elements: above it counts threefold, and a line without a mark comes behind the marked."""
    far = mark.at - place if mark.at >= place else 3 * (place - mark.at)
    weight = _WEIGHTS[mark.by]
    return far + weight + mark.against

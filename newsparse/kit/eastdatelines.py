"""Datelines of East Asia: a line in brackets, its parts without blanks between them.

    【東京時事】   [東京 5日 ロイター]   新华社北京1月5日电   (서울=연합뉴스)

What stands between them tells place from agency (a date, an equals sign, the word that ends an agency's name), and so do
the few agencies that sign with a name right behind a place. Where none of these is there, nothing is known of a line in brackets.
"""

import re

from newsparse.kit.eastsigns import FIRST, SENT

_LAST = "\ud7a3"  # of the letters; a set of all of them takes two milliseconds to compile
_BRACKETED = re.compile(r"[【〔［\[（(](?P<words>[^】〕］\])）]+)[】〕］\])）]")
_BEHIND = re.compile(r"\s?[（(](?P<words>[^（(）)]{1,40})[）)]\s?\Z")
_DATE = re.compile(
    r"(?:\d{4} ?[年년] ?)?(?:\d{1,2} ?[月월] ?)?\d{1,2} ?[日일]"
    r"|(?:[一二三四五六七八九十]{1,2}月)?[一二三四五六七八九十]{1,3}日(?=[电電])"
)
_AGENCY_FIRST = re.compile(r"(?P<agency>[^\W\d_]{2,6}?[社网網]|本[报報刊社])(?=.)")
# How a text begins: a line in brackets with words behind it, or one without, up to the word that says that it was sent.
_OPENS = re.compile(r"[【〔［\[（(](?P<words>[^】〕］\])）\n]{2,40})[】〕］\])）](?=.)")
_SENDS = re.compile(r"[^\W\d_]{1,6}?[社网網报報刊][^\W_]{2,20}?[日][^\W_]{0,2}?[电電讯訊](?=[\W]|题|$)")
_AGENCY = re.compile(r"[A-Z]{2,5}\Z|共同\Z|時事\Z|ロイター\Z|[^\W\d_]{2,6}(?:社|通信|通信社|ニュース|뉴스|통신)\Z")
_CAPITALS = r"(?<=[^\x00-\x7f]) ?[A-Z]{2,5}"
# Agencies of which no other sign tells where the place before their names ends; one may hand on what another wrote.
_SIGNED = re.compile(rf"(?:{_CAPITALS})?(?:共同|時事|ロイター|聯合ニュース)\Z|{_CAPITALS}\Z")
_OWN = ("本报", "本報", "本刊", "本社")  # whoever prints the line
_REPORTERS = ("記者", "记者", "特派", "기자", "특파원")
_PLACE = re.compile(r"[^\W\d_][^\W\d_・ー･·\- ]{0,14}[^\W\d_ー]\Z|[^\W\d_]+(?:[・ー･·\- ][^\W\d_]+){1,4}\Z")
_BLANKS = " \u3000,，、"


def read_eastern(raw: str) -> tuple[str | None, str | None, str | None] | None:
    """(place, date, agency) of a line in Chinese, Japanese or Korean; None where it is none that has its parts in their ways."""
    if not any(FIRST <= letter <= _LAST for letter in raw):
        return None
    bracketed = _BRACKETED.match(raw)
    words = bracketed["words"] if bracketed else raw
    agency = None
    if bracketed is None and (behind := _BEHIND.search(raw)) is not None:
        words = raw[: behind.start()]
        agency = behind["words"] if _AGENCY.match(behind["words"]) else None
    words = words.strip(_BLANKS + "-–—")
    dated = _DATE.search(words)
    if dated is not None:
        signed = words[dated.end() :].strip(_BLANKS + SENT)
        agency = agency or (signed if _AGENCY.match(signed) else None)
        words = words[: dated.start()].strip(_BLANKS)
    place, signer = _apart(words)
    if signer is None and dated is None and agency is None:
        return (None, None, None) if bracketed else None
    known = place if _PLACE.match(place) and not any(word in place for word in _REPORTERS) else None
    return known, dated[0] if dated else None, agency or (signer if signer and signer not in _OWN else None)


def begun_eastern(text: str) -> tuple[str, str | None, str | None, str | None] | None:
    """(the line, place, date, agency) of the dateline that a text begins with; None where it is not certain to be one."""
    found = _OPENS.match(text) or _SENDS.match(text)
    read = read_eastern(found[0]) if found is not None else None
    if found is None or read is None:
        return None
    place, date, agency = read
    named = found.re is _OPENS and place is not None and not {"=", "＝"}.isdisjoint(found["words"])
    certain = agency is not None or named or (place is not None and found.re is _SENDS)
    return (found[0], *read) if certain and (place or date) else None


def _apart(words: str) -> tuple[str, str | None]:
    """(what may be the place, who signs; empty for one that is no agency, None where nothing tells)."""
    before, equals, signed = words.replace("＝", "=").partition("=")
    if equals:
        if _AGENCY.match(before):  # one agency hands on what another wrote
            return "", before
        place, agency = _apart(before)
        return place, agency or (signed if _AGENCY.match(signed) else "")
    if (found := _AGENCY_FIRST.match(words)) is not None:
        return words[found.end() :].strip(_BLANKS).rstrip(SENT), found["agency"]
    if (found := _SIGNED.search(words)) is not None:
        place = words[: found.start()].strip(_BLANKS)
        return "" if _AGENCY.match(place) else place, found[0].strip()
    return words, None

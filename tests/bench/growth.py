#!/usr/bin/env python3
"""What twice the input costs: a table of pieces that once were, or might be, more than linear; nothing here fails a run.

    python tests/bench/growth.py [READER …]     `quotes` is find_quotes

Each document is a head, a piece again and again, and a tail, in two sizes; the factor between their least CPU times is near
2 where the cost is linear. `!` marks factors over 2.5.
"""

import contextlib
import sys
import time

import newsparse

SIZE = 200_000  # characters of the smaller document
ROUNDS = 3
_NITF = ("<nitf><head><docdata>", "</docdata></head></nitf>")
_NEWSML = ("<NewsML><NewsItem><NewsComponent><DescriptiveMetadata>", "</DescriptiveMetadata></NewsComponent></NewsItem></NewsML>")
_PIECES = ("<NewsML><NewsItem><NewsComponent>", "</NewsComponent></NewsItem></NewsML>")
_ITEM = ('<newsItem guid="g"><contentMeta>', "</contentMeta></newsItem>")
_MESSAGE = ("<newsMessage><header/><itemSet>", "</itemSet></newsMessage>")
_PAGE = ("<h1>Ice is back</h1>", "")
_HEADED = ("<title>Ice is back in the harbour</title>" + "<span class=headline>" * 130, "</span>" * 130)
_BARE = ("", "")
CASES: dict[str, list[tuple[tuple[str, str], str]]] = {
    "html": [
        (_PAGE, "<meta name=author content='Ada Holm'>"), (_PAGE, "<h1>Ice</h1>"), (_PAGE, "<span class=author>by x-y</span>"),
        (_PAGE, "<time datetime=x>2020</time>"), (_PAGE, "<script type=application/ld+json>{bad}</script>"), (_PAGE, "<p>By Ada, "),
        (_PAGE, "<div>"), (_HEADED, "The bridge is closed to lorries. "), (_PAGE, "The bridge is closed to lorries until the end of May.<br>"),
        (_PAGE, "<b>a"), (_PAGE, "<p>x</p>"), (_PAGE, "<table><tr><td>x"), (_PAGE, "<li><a href=#>x</a>"),
    ],
    "markdown": [
        (_BARE, piece)
        for piece in ("[", "[a](", "*a **b ", "`a``", "<a ", "> ", "- ", "[a]: b 'c\n", "| a |\n|-|\n", "<!-- ", "1. a\n")
    ],
    "text": [
        (("= a", " end"), " "), (("From: a\nDate: 2020-10-12\nBy: b", " end"), " "), (("** a", " end"), " *"), (_BARE, "= a ="),
        (_BARE, "HD  x\n"), (("Load-Date: x\n", " end"), "A: b\n\n"), (_BARE, "By A | "), (_BARE, "12 May 2020 "), (_BARE, "- - "),
        (_BARE, "\tA line that goes on\nand ends.\n"), (_BARE, "12.10.2020/"),
    ],
    "nitf": [(_NITF, '<date.issue norm="20240101"/>'), (_NITF, '<revision-history norm="20240101"/>')],
    "newsml1": [
        (_NEWSML, '<SubjectCode><Subject FormalName="1"/></SubjectCode>'),
        (_PIECES, "<NewsComponent><ContentItem><DataContent>1</DataContent></ContentItem></NewsComponent>"),
    ],
    "quotes": [(_BARE, piece) for piece in ('"', "“", "‘", "A", "Ada ", "By ", " ", "said ", "he said, ", '"a" ', "(", "according to ")],
    "newsmlg2": [(_ITEM, '<creator literal="1"/>'), (_MESSAGE, '<newsItem guid="1"/>')],
}  # fmt: skip


def cost(name: str, document: bytes) -> float:
    """CPU seconds of reading the document, the least of some rounds; a refusal counts as a reading."""
    spent = []
    for _ in range(ROUNDS):
        began = time.process_time()
        with contextlib.suppress(newsparse.NewsparseError):
            if name == "quotes":
                newsparse.find_quotes(document.decode(), lang="en")
            else:
                newsparse.parse(document, format=name, enrich=())
        spent.append(time.process_time() - began)
    return min(spent)


def main(names: list[str]) -> None:
    """Print the table for these readers, or for all."""
    print(f"{'reader':<12}{'seconds':>9}{'twice':>9}{'factor':>8}  piece")
    for name in names or CASES:
        for (head, tail), piece in CASES[name]:
            once, twice = (cost(name, f"{head}{piece * (size // len(piece))}{tail}".encode()) for size in (SIZE, 2 * SIZE))
            factor = twice / max(once, 1e-9)
            print(f"{name:<12}{once:>9.3f}{twice:>9.3f}{factor:>8.2f}{'!' if factor > 2.5 else ' '} {piece!r}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

"""Markdown as an independent parser reads it: both readings as (kind, text with marks, inner blocks), compared."""

import random

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

import newsparse
from newsparse.kit.lines import Line
from newsparse.readers.markdown.blocks import Blocks, Node, split_row
from newsparse.readers.markdown.inline import read_inline
from newsparse.testing import articles

PEER = MarkdownIt("commonmark", {"maxNesting": 200}).enable(["table", "strikethrough"])
PEER.validateLink = lambda url: True  # ours keeps every address; writers judge
PEER.normalizeLink = lambda url: url
_MARKS = {"em": "emphasis", "strong": "strong", "link": "link", "s": "strike"}


PIECES = [
    *[
        "a",
        "b",
        "word",
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "[",
        "]",
        "(",
        ")",
        "![",
        "<",
        ">",
        "http://x.example/y",
        "<http://a.example>",
    ],
    *[
        "\\\\",
        "\\",
        "&amp;",
        "&copy;",
        "!",
        "[r]",
        " ~~gone~~ ",
        "<span>",
        "</span>",
        "<!--x-->",
        "[a](<b> 'c')",
        "(d)",
        "é",
        "—",
        "“",
        "1",
        ".",
    ],
    *[
        "b c",
        "  ",
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "\n# ",
        "\n## ",
        "\n- ",
        "\n* ",
        "\n+ ",
        "\n1. ",
        "\n2) ",
        "\n> ",
        "\n    ",
        "\n  ",
        "\n---\n",
    ],
    *["\n===\n", "\n***\n", "\n```\n", "\n\n<div>\n", "\n\n| a | b |\n|---|:-:|\n| c | d \\| e |\n\n", "\n\n[r]: /u 't'\n\n"],
]


@pytest.mark.parametrize("seed", range(8))
def test_an_independent_parser_reads_the_same_blocks_and_marks(seed):
    chance = random.Random(seed)
    sources = ["".join(chance.choices(PIECES, k=chance.randint(1, 16))).strip("\n") + "\n" for _ in range(400)]
    assert len([s for s in sources if ours(s) != theirs(s)]) <= 3  # of the kinds below


@given(articles())
def test_an_independent_parser_reads_what_our_writer_writes_as_we_do(article):
    source = newsparse.render(article, "markdown:front_matter=no")
    assert ours(source) == theirs(source)


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("+\n\n\n+ a", [("list", None, [("item", []), ("item", [("paragraph", [("a", [])])])])]),
        ("`a\n  b`", [("paragraph", [("a b", [("code", 0, 3)])])]),
        ("\\  \na", [("paragraph", [("\\\na", [])])]),
        ("[r](\n\n[r]: /u", [("paragraph", [("r(", [("link", 0, 1, "/u")])])]),
        ("# a|b\n|---|---|", [("heading", 1, ("a|b", [])), ("paragraph", [("|---|---|", [])])]),
    ],
)
def test_where_the_parsers_differ_ours_keeps_to_the_standard(source, reading):
    assert ours(source) == reading
    assert theirs(source) != reading


def theirs(source):
    """The document as markdown-it-py reads it."""
    tokens = iter(PEER.parse(source))
    return _blocks(tokens, None)


def _blocks(tokens, closing):
    made = []
    for token in tokens:
        if token.type == closing:
            return made
        if token.type == "inline":
            made.append(_inline(token))
        elif token.type.endswith("_open"):
            kind = token.type.removesuffix("_open")
            if kind in {"thead", "tbody"}:
                made.extend(_blocks(tokens, f"{kind}_close"))
                continue
            inner = _blocks(tokens, f"{kind}_close")
            made.append(_block(kind, token, inner))
        elif token.type in {"fence", "code_block"}:
            made.append(("code", token.content.removesuffix("\n")))
        elif token.type == "html_block":
            made.append(("html", token.content.rstrip("\n")))
        elif token.type == "hr":
            made.append(("break",))
    return made


def _block(kind, token, inner):
    if kind == "heading":
        return ("heading", int(token.tag[1]), *inner)
    if kind == "ordered_list":
        return ("list", token.attrs.get("start", 1), inner)
    if kind == "bullet_list":
        return ("list", None, inner)
    return ({"blockquote": "quote", "list_item": "item", "paragraph": "paragraph"}.get(kind, kind), inner)


def _inline(token):
    text, marks, opened = "", [], []
    for child in token.children or []:
        if child.type in {"text", "text_special"}:
            text += child.content
        elif child.type == "softbreak":
            text = f"{text} "
        elif child.type == "hardbreak":
            text = f"{text}\n"
        elif child.type == "code_inline":
            marks.append(("code", len(text), len(text) + len(child.content)))
            text += child.content
        elif child.type == "image":
            inner, inner_marks = _inline(Token("inline", "", 0, children=child.children))
            marks += [(kind, start + len(text), end + len(text), *more) for kind, start, end, *more in inner_marks]
            marks.append(("image", len(text), len(text) + len(inner), child.attrs["src"]))
            text += inner
        elif child.type == "html_inline":
            marks.append(("html", len(text), len(text), child.content))
        elif child.nesting == 1:
            opened.append((child, len(text)))
        else:
            begun, start = opened.pop()
            kind = _MARKS[begun.type.removesuffix("_open")]
            marks.append((kind, start, len(text), *([begun.attrs["href"]] if kind == "link" else [])))
    return text, sorted(marks, key=repr)


def ours(source):
    """The document as we read it."""
    lines = [Line(text, number, 0, 0) for number, text in enumerate(source.split("\n"), 1)]
    blocks = Blocks(lines)
    return [_node(node, blocks.references) for node in blocks.document.children]


def _node(node: Node, references):
    inner = [_node(child, references) for child in node.children]
    match node.kind:
        case "heading":
            return ("heading", node.level, _text(node, references))
        case "paragraph":
            return ("paragraph", [_text(node, references)])
        case "code":
            return ("code", "\n".join(node.lines))
        case "html":
            return ("html", "\n".join(node.lines))
        case "break":
            return ("break",)
        case "list":
            return ("list", node.start, inner)
        case "table":
            head, *rows = [split_row(line) for line in node.lines]
            cells = [[*row, *[""] * len(head)][: len(head)] for row in (head, *rows)]
            tags = ["th", *["td"] * len(rows)]
            return (
                "table",
                [("tr", [(tag, [_marked(c, references)]) for c in row]) for tag, row in zip(tags, cells, strict=True)],
            )
        case _:
            return (node.kind, inner)


def _text(node, references):
    return _marked("\n".join(line.rstrip("\t") for line in node.lines).rstrip(" "), references)


def _marked(source, references):
    text = read_inline(source, references)
    marks = [_mark(m) for m in text.marks if m.kind != "break"]
    return text.text, sorted(marks, key=repr)


def _mark(mark):
    kind = mark.kind.removeprefix("markdown:")
    value = mark.attrs.get("href", mark.attrs.get("data"))
    return (kind, mark.start, mark.end, *([value] if value is not None else []))

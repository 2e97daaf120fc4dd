"""What the elements of a markup mean: rules in a table, which `kit.markup` walks by; and the table for HTML.

A format has its own table or varies this one: `HTML.varied("nitf", {"hl2": HEADING, …})`. The table says everything that differs.
"""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import attrs

if TYPE_CHECKING:
    from newsparse.kit.markup import Walker
    from newsparse.kit.xml import Element

Kind: TypeAlias = Literal[
    "group", "paragraph", "heading", "list", "item", "term", "definition", "quote", "attribution", "table", "rows", "row",
    "cell", "caption", "figure", "credit", "media", "pre", "rule", "mark", "break", "skip", "custom", "unknown",
]  # fmt: skip
"""What an element is.

`group` is a container of no meaning of its own (div, section); `term` and `definition` stand in a list; `rows` is a part of
a table; `attribution` says whom a blockquote is from, `credit` whom a figure is from; `skip` leaves out the element with all
that is in it; `custom` calls a function; `unknown` is what is in no table.
"""


@attrs.frozen(kw_only=True)
class Rule:
    """What one element means.

    `name` is the kind of a mark or medium, or the role of a paragraph. `attributes` are those that a mark keeps (None:
    all; `needs`: it is none without the first); for a medium, those that hold its address; for a paragraph, those that
    are its role where they are `true`. `handle` is the function of a custom element: it adds what it makes to the walker, or
    returns the rule by which to go on. `by_class` has other rules for an element of a class.
    """

    kind: Kind
    name: str | None = None
    level: int = 1
    ordered: bool = False
    header: bool = False
    attributes: tuple[str, ...] | None = None
    needs: bool = False
    handle: "Callable[[Walker, Element], Rule | None] | None" = None
    by_class: "Mapping[str, Rule] | None" = None


@attrs.frozen(kw_only=True, eq=False)
class Vocabulary:
    """The elements of a format, by local name; names are looked up as they stand, then in lower case.

    `classes` are rules by HTML class, in lower case, that go before those of groups and paragraphs; one of kind `credit` goes
    before any. `noted` are functions by class that take note of an element inside a text, which goes on.
    `extras`: whether a block's attributes are kept in its extras, under the format's name. `wrapped`: whether a paragraph
    may be several, wrapped by hand (`kit.wrapped`).
    """

    format: str
    rules: Mapping[str, Rule]
    classes: Mapping[str, Rule] = attrs.field(factory=dict)
    noted: "Mapping[str, Callable[[Walker, Element], None]]" = attrs.field(factory=dict)
    extras: bool = False
    wrapped: bool = False
    known: dict[Any, Rule] = attrs.field(factory=dict, init=False, repr=False)
    """Rules by tag, as they were found; comments and processing instructions are skipped."""

    def rule(self, tag: Any) -> Rule:
        """The rule for a tag as lxml has it; one of kind `unknown`, whose name is `format:name`, where there is none."""
        found = self.known.get(tag)
        if found is None and not isinstance(tag, str):
            found = self.known[tag] = SKIP
        if found is None:
            name = tag.rpartition("}")[2].rpartition(":")[2]
            found = self.rules.get(name) or self.rules.get(name.lower()) or Rule(kind="unknown", name=f"{self.format}:{name}")
            if len(self.known) < _TAGS_KEPT:
                self.known[tag] = found
        return found

    def classed(self, named: str, rule: Rule) -> Rule:
        """The rule of the first of the classes in `named` that has one; else `rule`, the element's own."""
        for name in named.lower().split(None, 20)[:20]:
            found = self.classes.get(name)
            if found is not None and (rule.kind in {"group", "paragraph"} or found.kind == "credit"):
                return found
        return rule

    def note(self, named: str, walker: "Walker", element: "Element") -> None:
        """Call what is `noted` for the classes in `named`."""
        for name in named.lower().split(None, 20)[:20]:
            if name in self.noted:
                self.noted[name](walker, element)

    def varied(
        self,
        format: str,  # noqa: A002  as everywhere here
        rules: Mapping[str, Rule],
        *,
        extras: bool = False,
        wrapped: bool = False,
    ) -> "Vocabulary":
        """This vocabulary for another format, with `rules` in place of or beside its own."""
        merged = {**self.rules, **rules}
        return attrs.evolve(self, format=format, rules=merged, extras=extras, wrapped=wrapped)


MARK_KIND: Final = re.compile(r"[a-z][a-z0-9-]{0,40}(?::[A-Za-z0-9_.-]{1,60})?\Z")
"""Kinds of marks that `kit.xhtml` writes as `data-mark` of a span, and `kit.markup` reads from there."""
_TAGS_KEPT = 4096  # a hostile document has a new tag for each element

GROUP: Final = Rule(kind="group")
PARAGRAPH: Final = Rule(kind="paragraph")
HEADING: Final = Rule(kind="heading")
SKIP: Final = Rule(kind="skip")
CONTROL: Final = Rule(kind="skip", name="control")
"""Left out, and its words told: what a page asks of its reader is no text, but it is seen."""


def mark(kind: str, *attributes: str, needs: bool = False) -> Rule:
    """The rule of a mark that keeps these attributes; with `needs` an element without the first is no mark."""
    return Rule(kind="mark", name=kind, attributes=attributes, needs=needs)


def picture(kind: str, *attributes: str) -> Rule:
    """The rule of a medium whose address is in the first of these attributes that is there."""
    return Rule(kind="media", name=kind, attributes=attributes)


HTML: Final = Vocabulary(
    format="html",
    rules={
        **dict.fromkeys(
            ("html", "body", "div", "section", "article", "main", "header", "footer", "aside", "nav", "center", "form",
             "fieldset", "details", "hgroup", "picture", "address"),
            GROUP,
        ),
        **dict.fromkeys(("small", "span", "font", "big", "nobr", "bdi", "label", "wbr"), mark("lang", "lang", needs=True)),
        "p": PARAGRAPH,
        "summary": PARAGRAPH,
        **{f"h{n}": Rule(kind="heading", level=max(n - 1, 1)) for n in range(1, 7)},
        "ul": Rule(kind="list"),
        "menu": Rule(kind="list"),
        "dir": Rule(kind="list"),
        "ol": Rule(kind="list", ordered=True),
        "li": Rule(kind="item"),
        "dl": Rule(kind="list"),
        "dt": Rule(kind="term", name="term"),
        "dd": Rule(kind="definition", name="definition"),
        "blockquote": Rule(kind="quote"),
        "cite": Rule(kind="attribution", name="cite"),
        "table": Rule(kind="table"),
        "thead": Rule(kind="rows", header=True),
        "tbody": Rule(kind="rows"),
        "tfoot": Rule(kind="rows"),
        "tr": Rule(kind="row"),
        "td": Rule(kind="cell"),
        "th": Rule(kind="cell", header=True),
        "caption": Rule(kind="caption"),
        "figcaption": Rule(kind="caption"),
        "figure": Rule(kind="figure"),
        "img": picture("picture", "src", "data-src"),
        "video": picture("video", "src"),
        "audio": picture("audio", "src"),
        "iframe": picture("embed", "src"),
        "embed": picture("embed", "src"),
        "object": picture("embed", "data"),
        "pre": Rule(kind="pre"),
        "listing": Rule(kind="pre"),
        "hr": Rule(kind="rule"),
        "br": Rule(kind="break"),
        **dict.fromkeys(("em", "i", "dfn", "var"), mark("emphasis")),
        **dict.fromkeys(("strong", "b"), mark("strong")),
        **dict.fromkeys(("u", "ins"), mark("underline")),
        **dict.fromkeys(("s", "strike", "del"), mark("strike")),
        **dict.fromkeys(("code", "kbd", "samp", "tt"), mark("code")),
        "sub": mark("sub"),
        "sup": mark("sup"),
        "q": mark("q", "cite"),
        "a": mark("link", "href", "title", needs=True),
        "time": mark("date", "datetime"),
        "abbr": mark("html:abbr", "title"),
        "acronym": mark("html:abbr", "title"),
        "mark": mark("html:mark"),
        **dict.fromkeys(
            ("head", "script", "style", "template", "noscript", "col", "colgroup", "source", "track", "param", "meta", "link",
             "input", "svg", "map", "area", "canvas", "base"),
            SKIP,
        ),
        **dict.fromkeys(("button", "select", "textarea"), CONTROL),
    },
)  # fmt: skip
"""HTML and XHTML. A heading's level is one less than its number, as `h1` is the article's own; `h1` in a body is of level 1."""

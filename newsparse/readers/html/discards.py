"""Which blocks are the story's: what is dropped keeps its reason.

Most of a story stands in one family of elements: same tag and class, same kind of parent. What stands beside it, in
subtrees of its own ("islands": boxes, teasers, captions, forms), needs a reason to be kept; what stands in it needs one to
be dropped. A class name alone is never that reason.
"""

from collections import Counter
from collections.abc import Container, Iterable
from itertools import chain
from typing import Any

import attrs

from newsparse.readers.html import ends, labels, order, unseen
from newsparse.readers.html.blocks import Block
from newsparse.readers.html.families import Story, holder_of, story_of
from newsparse.readers.html.folding import folded
from newsparse.readers.html.islands import Islands
from newsparse.readers.html.tables import ADDRESS, LABEL, SENTENCE

_LOOSE = 50  # characters by which white space and quotation marks may make a string longer
_BEGUN = 2  # characters of a string by which most others are told from it
_SMALL = 120  # characters: labels are shorter
_LINE = 50  # characters of a byline or date line, at most
_MARK = 12  # characters of a line of asterisks or the like between paragraphs
_WHOLLY = 0.95
_POINTER = 200  # characters of a line that is a link and nothing else, sentence or not
_SHORT = 30  # characters of a line that is a link and still may be the story's: a price, a name
_SEVERAL = 4  # links in a line that is a list of them


@attrs.frozen(eq=False)
class Known:
    """Strings that stand elsewhere in the article, folded: headlines of the page, and standfirst, byline and dates."""

    titles: Container[str]
    repeats: Container[str]
    begun: Container[str]
    """What they begin with, a sign or two."""
    longest: int
    """Characters of the longest, before folding, or more."""
    decks: Container[str]
    """Those of the others that are the standfirst, and no byline or date."""
    headline: Any
    """The element of the headline."""
    authors: tuple[str, ...] = ()
    """Their names, as they are stated."""

    @classmethod
    def of(
        cls,
        titles: Iterable[str],
        repeats: Iterable[str],
        decks: Iterable[str] = (),
        headline: Any = None,
        authors: Iterable[str] = (),
    ) -> "Known":
        """The strings, as they are stated."""
        headlines, others = tuple(titles), tuple(repeats)
        longest = max(map(len, (*headlines, *others)), default=0) + _LOOSE
        said, repeated = frozenset(map(folded, headlines)), frozenset(map(folded, others))
        begun = frozenset([same[:_BEGUN] for same in said | repeated])
        return cls(said, repeated, begun, longest, frozenset(map(folded, decks)), headline, tuple(authors))

    def may_be(self, text: str) -> bool:
        """Whether `text` may be one of them, or bare of letters and digits: most begin otherwise, and need no folding."""
        first = text[:_BEGUN]
        return len(text) <= self.longest and (first.lower() in self.begun or not (first.isascii() and first.isalnum()))


def judge(blocks: list[Block], known: Known, *, one: bool = True) -> None:
    """Set `dropped` on the blocks that are not the story's. `one`: the page has one story, in one `<article>` if in any."""
    _forget_hints_over(blocks, known.headline)
    order.drop_comments(blocks, known.headline)
    worded = [b for b in blocks if b.text]
    texts = Counter([b.text for b in worded if b.dropped is None])
    story = story_of(blocks, texts)
    islands = Islands(story)
    for index, block in enumerate(blocks):
        if block.dropped is not None:
            continue
        main = story.has(block)
        if not main:
            islands.take(block, index)
        if block.text:
            block.dropped = _own_reason(block, main, story, texts, known)
    title = order.title_at(blocks, known.headline)
    order.keep_lead(blocks, title, story, known.decks)
    islands.judge()
    order.keep_between(worded)
    labels.keep_labels(worded)
    labels.keep_bold_lines(blocks, worded)
    labels.keep_announcements(worded)
    order.keep_like_headings(worded)
    order.keep_the_rest(blocks, story)
    order.find_captions(blocks)
    order.drop_end_notes(worded)
    if one:
        order.drop_other_articles(blocks)
    order.drop_pull_quotes(blocks, chain.from_iterable(islands.found.values()))
    order.drop_above_title(blocks, title)
    order.drop_label_headings(worded)
    unseen.drop_unseen(worded)
    order.drop_foot(worded)
    ends.drop_offers(worded)
    ends.drop_notes(worded, known.authors)
    ends.drop_far_below(worded)
    order.drop_pointers(blocks, worded)
    order.drop_lone_headings(blocks)
    order.keep_something(blocks)
    labels.find_headings(blocks)


def _forget_hints_over(blocks: list[Block], headline: Any) -> None:
    """Take from the trails the names of what the headline stands in, too: they are no asides."""
    if headline is None:
        return
    around = set(headline.iterancestors())
    for block in blocks:
        if block.trail and block.trail[0][1] in around:
            block.trail = tuple(hint for hint in block.trail if hint[1] not in around)


def _own_reason(block: Block, main: bool, story: Story, texts: "Counter[str]", known: Known) -> str | None:
    """Why the block is none of the story's, whatever stands around it. `main`: it is of the story's family."""
    text = block.text
    size = len(text)
    if known.may_be(text):
        same = folded(text)
        if not same:
            return None if main and size < _MARK else "ornament"
        if same in known.titles or _is_title_with_byline(text, known.titles):
            return "title"
        if same in known.repeats:
            among = main or (
                block.tag == "p" and holder_of(block) in story.holders
            )  # so that a standfirst is the first paragraph
            if size < _LINE or not among or block.kind == "heading" or same not in known.decks:
                return "repeat"
    if block.trail:
        hint, named = block.trail[-1]
        if hint == "hidden" or (main and (hint == "box" or (hint == "newsletter" and named is block.element))):
            return hint
    if not main and texts[text] > (2 if size < _SMALL else 1):
        return "label"
    linked = block.linked / size
    if block.kind == "heading":
        return "related" if linked > 0.6 else None
    pointer = linked > 0.6 and ((linked > _WHOLLY and size < _POINTER) or not SENTENCE.search(text))
    if pointer and not (main and _shows_address(block)):
        return "related"
    return "related" if linked > 0.3 and LABEL.match(text) else None


def _is_title_with_byline(text: str, titles: Container[str]) -> bool:
    """Whether the first of some short lines is the headline."""
    head, broken, _ = text.partition("\n")
    return broken != "" and len(text) < _POINTER and not SENTENCE.search(text) and folded(head) in titles


def _stays_on_page(block: Block) -> bool:
    """Whether a link leads to a place on the same page, as "Jump to recipe" does."""
    return any(kind == "link" and (element.get("href") or "").startswith("#") for kind, _, _, element in block.marks)


def _shows_address(block: Block) -> bool:
    """Whether links in running text are there for what they are: addresses, a price, a list of names."""
    text = block.text
    if len(text) < _SHORT or ADDRESS.search(text):
        return not LABEL.match(text) and not _stays_on_page(block)
    return sum(kind == "link" for kind, *_ in block.marks) >= _SEVERAL

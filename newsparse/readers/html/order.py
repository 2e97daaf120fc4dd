"""Rules about the order of blocks: what stands above the title, below a picture, after the end, under a heading."""

from collections.abc import Container, Iterable
from itertools import islice, pairwise
from typing import Any

from newsparse.readers.html.blocks import Block
from newsparse.readers.html.families import Story, parent_of
from newsparse.readers.html.folding import folded, says
from newsparse.readers.html.metadata.tables import PICTURES
from newsparse.readers.html.tables import COMMENTS, CREDIT_LINE, DESK_LINE, HEADINGS, LABEL, SENTENCE

_STORY = 300  # characters of an article that is one
_LABELLED = frozenset({"related", "newsletter", "box", "share", "player"})
_CAPTION = 150
_FEW = 4  # lines of a story; in a shorter one a line below a picture may be all there is
_NOTES = 500
_ENDING = 6  # lines of the story among which its end mark is
_CREDIT = 100
_WRAPPERS = 3  # elements between a headline's text and its <h1>
_LEAD = 60  # characters of a first paragraph
_ANNOUNCEMENT = 80
_LINES = 3  # below an announcement, of which one is what it announces
_FEET = frozenset({"nav", "footer", "widget"})
_ANNOUNCING = frozenset(":：?？")
_POINTER = 30
_WHOLLY = 0.9
_NEAR = 40  # blocks below the title among which it is
_CLOSING = '.!?…。！？।؟۔:;,：；，、؛،"”’»“)」』'
_UNNAMED = frozenset({"label", "box", "caption"})
_MAY_TELL = frozenset({None, "caption"})
_TELLING = frozenset({"table", "pre"})
_WORDED = frozenset({"text", "heading"})
_DOUBTFUL = frozenset({"related", "label", "caption", "meta", "author", "box", "outside", "repeat"})


def title_at(blocks: list[Block], headline: Any) -> int | None:
    """The place of the title; None where it stands outside, as it does where the page's `headline` is none of the blocks."""
    if headline is None:
        return next((i for i, b in enumerate(blocks) if b.dropped == "title" and b.kind == "heading"), None)
    return next((i for i, b in enumerate(blocks) if b.dropped == "title" and _is_in(b.element, headline)), None)


def _is_in(element: Any, headline: Any) -> bool:
    return element is headline or headline in islice(element.iterancestors(), _WRAPPERS)


def keep_lead(blocks: list[Block], title: int | None, story: Story, decks: Container[str]) -> None:
    """Keep a standfirst, one of `decks`, that stands below date, byline or picture, or that the story's element begins with.

    It is the first paragraph, though it may be of another kind than the others.
    """
    first = 0 if title is None else title + 2
    for block in blocks[first : max(first, first + _NEAR - 2)]:
        if block.dropped == "repeat" and block.kind == "text" and _is_paragraph(block) and folded(block.text) in decks:
            block.dropped = None
            block.lead = True
    if title is None and blocks and _begins(blocks[0], story):
        block = blocks[0]
        block.kind, block.dropped, block.lead = "text", None, True


def _begins(block: Block, story: Story) -> bool:
    """Whether the first block of all stands among the story's and says a sentence, in a heading or not."""
    return (
        block.kind in _WORDED
        and block.dropped in (None, "repeat")
        and not block.linked
        and _is_paragraph(block)
        and story.holds(parent_of(block))
    )


def _is_paragraph(block: Block) -> bool:
    return says(block.text) > _LEAD and SENTENCE.search(block.text) is not None


def keep_the_rest(blocks: list[Block], story: Story) -> None:
    """Keep what stands beside the story, by no name and without links, where it outweighs the story.

    Such a page is not made as stories are: a recipe, a product, a gallery. A page with teasers is a short story among others.
    """
    if story.teasers:
        return
    rest = [b for b in blocks if b.dropped in _UNNAMED and not b.trail and b.linked * 5 <= len(b.text)]
    if rest and sum(map(_size, rest)) > sum(len(b.text) for b in blocks if b.dropped is None):
        for block in rest:
            block.dropped = None


def _size(block: Block) -> int:
    """Characters, those of a table's cells too."""
    return sum(len(text.strip()) for text in block.element.itertext()) if block.kind == "table" else len(block.text)


def keep_between(worded: list[Block]) -> None:
    """Keep sentences that were taken for labels for their length, where paragraphs of the story stand right above and below."""
    waiting: list[Block] = []
    above = None
    for block in worded:
        if block.dropped == "label" and above is not None and _is_plain(block, above):
            waiting.append(block)
        else:
            above = block if block.dropped is None and block.kind == "text" else None
            if above is not None:
                for line in waiting:
                    line.dropped = None
            waiting = []


def keep_like_headings(worded: list[Block]) -> None:
    """Keep headings that were taken for labels, where headings of the very same kind are kept and the next line is."""
    kinds = {b.signature for b in worded if b.kind == "heading" and b.dropped is None}
    for heading, line in pairwise(worded):
        if heading.dropped == "label" and heading.kind == "heading" and line.dropped is None and heading.signature in kinds:
            heading.dropped = None


def _is_plain(block: Block, above: Block) -> bool:
    """Whether a block is a sentence that nothing is known against, in a `<p>` or in an element as that above it."""
    beside = block.tag == "p" or (block.tag == above.tag and block.element.getparent() is above.element.getparent())
    return beside and not block.linked and not block.trail and _is_paragraph(block)


def drop_comments(blocks: list[Block], headline: Any) -> None:
    """Drop what follows a heading such as "12 comments" in its element, unless that holds the headline, too."""
    if headline is None:
        return
    said = (at for at, b in enumerate(blocks) if b.kind == "heading" and len(b.text) < _ANNOUNCEMENT and COMMENTS.match(b.text))
    for at in islice(said, _FEW):
        around = blocks[at].element.getparent()
        if around not in headline.iterancestors():
            inside = set(around.iter())
            for block in blocks[at:]:
                if block.element in inside:
                    block.dropped = block.dropped or "comment"


def find_captions(blocks: list[Block]) -> None:
    """Take for captions the short lines right below a medium that are no sentence and announce nothing."""
    shown_above = [
        (shown, line)
        for shown, line in pairwise(blocks)
        if shown.kind == "media" and shown.dropped is None and line.kind == "text" and line.dropped in _MAY_TELL
    ]
    if not shown_above or sum([b.dropped is None and b.text != "" for b in blocks]) < _FEW:
        return
    for shown, line in shown_above:
        if line.dropped is not None:
            shown.caption = shown.caption or line
            continue
        text = line.text
        short = says(text) < _CAPTION and "\n" not in text and line.strong * 2 < len(text) and line.group is None
        if short and (text[-1] not in _CLOSING or PICTURES.search(text)) and not DESK_LINE.match(text):
            line.dropped = "caption"
            shown.caption = shown.caption or line


def drop_end_notes(worded: list[Block]) -> None:
    """Drop the short lines below an agency's end mark, a line of underscores; and credits among the last lines."""
    last = list(islice((b for b in reversed(worded) if b.dropped is None), _ENDING))
    for block in last[:_LINES]:
        if block.kind == "text" and len(block.text) < _CREDIT and CREDIT_LINE.match(block.text):
            block.dropped = "note"
    for at, block in enumerate(last[:-1]):
        if block.text.strip("_") == "" and sum([len(b.text) for b in last[:at]]) < _NOTES:
            for note in last[:at]:
                note.dropped = "note"


def drop_other_articles(blocks: list[Block]) -> None:
    """Drop what stands in another `<article>` than the headline does, with a heading of its own, where ours holds a story."""
    ours = next((b.articles[-1] for b in blocks if b.dropped == "title" and b.kind == "heading" and b.articles), None)
    if ours is None or sum(len(b.text) for b in blocks if b.dropped is None and ours in b.articles) < _STORY:
        return
    headed = {article for block in blocks if block.kind == "heading" for article in block.articles}
    for block in blocks:
        if block.dropped is None and ours not in block.articles and not headed.isdisjoint(block.articles):
            block.dropped = "other"


def drop_pull_quotes(blocks: list[Block], apart: Iterable[Block]) -> None:
    """Drop quotations set apart that repeat what a paragraph says."""
    short = [b for b in apart if b.dropped is None and b.kind == "text" and 20 < len(b.text) < 400]
    if short:
        beside = set(map(id, short))
        told = "\n".join(folded(b.text) for b in blocks if b.dropped is None and b.text and id(b) not in beside)
        for block in short:
            if folded(block.text) in told:
                block.dropped = "pull"


def drop_label_headings(worded: list[Block]) -> None:
    """Drop headings of what was dropped: the next line went, and no heading of their kind stands above a paragraph."""
    followed = [(a, b) for a, b in pairwise(worded) if a.kind == "heading" and a.dropped is None]
    good = {a.signature for a, b in followed if b.dropped is None and b.kind != "heading"}
    for heading, line in followed:
        if line.dropped in _LABELLED and heading.signature not in good:
            heading.dropped = line.dropped


def _drop_announcements(worded: list[Block]) -> None:
    for line, announced in pairwise(worded):
        if announced.dropped in _LABELLED and line.dropped is None and len(line.text) < _ANNOUNCEMENT and LABEL.match(line.text):
            line.dropped = announced.dropped


def drop_foot(worded: list[Block]) -> None:
    """Drop what the story would end with in a side column or the page's foot, though it is made like the story."""
    foot: list[Block] = []
    for block in reversed(worded):
        if block.dropped is not None:
            continue
        if not _is_in_foot(block):
            break
        foot.append(block)
    else:
        return
    for block in foot:
        block.dropped = "nav"


def _is_in_foot(block: Block) -> bool:
    return any(hint in _FEET for hint, _ in block.trail)


def drop_pointers(blocks: list[Block], worded: list[Block]) -> None:
    """Drop the short links that the story ends with ("back"), and a line that announces what was dropped ("More on this:").

    Not where most of a long story is a link: it was never closed.
    """
    kept = [b for b in worded if b.dropped is None]
    linked = sum([b.linked for b in kept])
    if linked and linked * 2 > max(sum([len(b.text) for b in kept]), _STORY):
        return
    _drop_announcements(worded)
    below: list[str] = []
    for block in reversed(blocks):
        size = len(block.text)
        if 0 < size < _POINTER and block.dropped is None and block.kind != "heading" and block.linked > _WHOLLY * size:
            block.dropped = "related"
        if block.dropped is not None:
            below.append(block.dropped)
        elif block.kind != "heading":
            if size < _ANNOUNCEMENT and block.text[-1:] in _ANNOUNCING and not _LABELLED.isdisjoint(below[-_LINES:]):
                block.dropped = "related"
            return


def drop_above_title(blocks: list[Block], at: int | None) -> None:
    """Drop what stands above the title, where much of the text stands below it, or labels alone above."""
    if at is None:
        return
    above = [b for b in blocks[:at] if b.dropped is None]
    size = sum(len(b.text) for b in above)
    below = sum(len(b.text) for b in blocks[at:] if b.dropped is None)
    if size < 0.5 * below or (below > _STORY and size < 2 * below) or not any(map(_is_paragraph, above)):
        for block in above:
            block.dropped = "above"


def keep_something(blocks: list[Block]) -> None:
    """Take back the sentences that were dropped beside the story where none is left: a poor story is better than none.

    Labels are no story.
    """
    if any(b.dropped is None and len(b.text) >= _POINTER for b in blocks):  # on nearly every page
        return
    _drop_mere_labels(blocks)
    if not any(map(tells, blocks)):
        for block in blocks:
            sentence = block.kind == "text" and block.linked * 2 < len(block.text) and SENTENCE.search(block.text)
            if block.dropped in _DOUBTFUL and sentence:
                block.dropped = None


def _drop_mere_labels(blocks: list[Block]) -> None:
    """Drop what is left where that is a few words, and nothing else than links was beside them: labels are no story."""
    left = [b for b in blocks if b.dropped is None and (b.text or b.kind in _TELLING)]
    if (
        left
        and sum(says(b.text) for b in left) < _POINTER
        and not any(b.kind in _TELLING or SENTENCE.search(b.text) for b in left)
    ):
        for block in left:
            block.dropped = "label"


def tells(block: Block) -> bool:
    """Whether a block was kept that says something: a picture or a rule alone does not."""
    return block.dropped is None and (bool(block.text) or block.kind in _TELLING)


def drop_lone_headings(blocks: list[Block]) -> None:
    """Drop headings that have nothing below them; a heading of a lower level is something."""
    below, level = False, 0
    for block in reversed(blocks):
        if block.dropped is not None:
            continue
        if block.kind != "heading":
            below = below or block.kind != "media"
        elif below or HEADINGS[block.tag] < level:
            below, level = False, HEADINGS[block.tag]
        else:
            block.dropped = "heading"

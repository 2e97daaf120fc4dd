"""`show`: an article in the terminal, its quotes marked and its speakers listed."""

import shutil
import sys
import textwrap

from newsparse.cli.arguments import documents, parser_for, pipeline_of
from newsparse.cli.telling import Teller, usage
from newsparse.diagnostics import printable
from newsparse.errors import NewsparseError
from newsparse.model import walk
from newsparse.model.article import Article
from newsparse.model.blocks import Block, Blockquote, Break, ListBlock, Media, Paragraph, Preformatted, Raw, Table
from newsparse.model.text import Text

_EXAMPLES = """  newsparse show story.txt
  newsparse show --enrich none story.txt"""
_WIDEST = 100
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def run(argv: list[str]) -> int:
    """Show every article of the inputs."""
    options = parser_for("show", "Show articles in the terminal.", _EXAMPLES).parse_args(argv)
    try:
        pipeline = pipeline_of(options)
    except NewsparseError as error:
        return usage(error)
    teller = Teller.of(options)
    for _, article in teller.articles(documents(options, pipeline.limits), pipeline):
        _View(article, sys.stdout.isatty()).show()
    return teller.status()


class _View:
    """One article on the screen; colours only on a terminal."""

    def __init__(self, article: Article, colours: bool) -> None:
        self.article = article
        self.colours = colours
        self.width = min(shutil.get_terminal_size().columns, _WIDEST)
        self.quoted = {span.holder for quote in article.quotes for span in quote.spans}

    def show(self) -> None:
        """Headline, lines, body, speakers."""
        article = self.article
        self._say(article.headline or "(no headline)", _BOLD)
        for deck in article.deck:
            self._say(deck.text, _DIM)
        facts = [byline.raw for byline in article.bylines]
        facts += [article.metadata.provider.name] if article.metadata.provider else []
        facts += [str(article.published)] if article.published else []
        self._say(" | ".join(facts), _DIM)
        for section in article.sections:
            sys.stdout.write("\n")
            if section.title is not None:
                self._say(section.title.text, _BOLD)
            for block in walk.below(section.blocks):
                self._block(block)
        self._speakers()

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph() | Preformatted():
                self._say(self._marked(block.id, block.text), indent="  ")
            case Table():
                for row in block.rows:
                    self._say(" | ".join(cell.text.text for cell in row), indent="  ")
            case Media():
                self._say(f"[{block.kind}: {block.caption.text if block.caption else block.href or ''}]", _DIM, indent="  ")
            case Break():
                self._say("* * *", _DIM, indent="  ")
            case Raw():
                self._say(f"[{block.format}]", _DIM, indent="  ")
            case Blockquote() | ListBlock():
                pass

    def _marked(self, holder: str, text: Text) -> str:
        """The text with its quotes between ⟦ and ⟧."""
        if holder not in self.quoted:
            return text.text
        edges = sorted((s.start, s.end) for q in self.article.quotes for s in q.spans if s.holder == holder)
        made, at = [], 0
        for start, end in edges:
            if start >= at:
                made += [text.text[at:start], "⟦", text.text[start:end], "⟧"]
                at = end
        return "".join([*made, text.text[at:]])

    def _speakers(self) -> None:
        names = dict.fromkeys(q.speaker.name for q in self.article.quotes if q.speaker is not None)
        if names:
            sys.stdout.write("\n")
            self._say(f"quoted: {', '.join(names)}", _DIM)

    def _say(self, text: str, style: str = "", indent: str = "") -> None:
        for part in textwrap.wrap(
            printable(text, len(text) * 8 + 8), self.width, initial_indent=indent, subsequent_indent=indent
        ) or [""]:
            sys.stdout.write(f"{style}{part}{_PLAIN}\n" if style and self.colours else f"{part}\n")

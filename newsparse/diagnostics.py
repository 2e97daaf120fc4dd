"""Diagnostics: what went wrong or was noticed, as data; and their one rendering as a line of text."""

import enum
import re

import attrs

from newsparse.model.frozen import EMPTY, JsonMap
from newsparse.model.place import Origin


class Severity(enum.IntEnum):
    """How bad: info (a note), warning (odd, nothing lost), error (something is lost), fatal (no article)."""

    INFO = 10
    WARNING = 20
    ERROR = 30
    FATAL = 40

    @property
    def word(self) -> str:
        """The name as printed."""
        return self.name.lower()


@attrs.frozen(kw_only=True)
class Diagnostic:
    """One finding. `code` is permanent and documented (`nitf.bad-date`); nothing reads `message` but people.

    `label` names the document; `data` holds the machine-readable particulars; `hint` says what the user can change.
    """

    code: str
    severity: Severity
    message: str
    origin: Origin | None = None
    label: str | None = None
    hint: str | None = None
    data: JsonMap = EMPTY

    def __str__(self) -> str:
        return line(self)


# C0, DEL, C1, bidi embeddings and isolates, line and paragraph separators, lone surrogates: none may reach a terminal.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def printable(text: str, most: int = 300) -> str:
    """`text` on one safe line of at most `most` characters: control, bidi and surrogate characters escaped."""
    safe = _UNPRINTABLE.sub(lambda m: m[0].encode("unicode_escape", "surrogatepass").decode("ascii"), text)
    return safe if len(safe) <= most else safe[: most - 1] + "…"


def counted(number: int, one: str, more: str | None = None) -> str:
    """`1 mark`, `1,200 marks`; `more` where it is not `one` and an s. The words behind it should not depend on the number."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def place(at: Origin | None) -> str:
    """Where, as printed: `14:7`, `14`, `byte 230`, a path; empty where nothing is known."""
    if at is None:
        return ""
    if at.line is not None:
        return str(at.line) if at.column is None else f"{at.line}:{at.column}"
    if at.byte_start is not None:
        return f"byte {at.byte_start}"
    return "" if at.path is None else printable(at.path, 80)


def line(diagnostic: Diagnostic) -> str:
    """`path:line:col: warning[code]: message (hint)`, always one printable line."""
    where = ":".join(part for part in (printable(diagnostic.label or "<document>"), place(diagnostic.origin)) if part)
    told = f"{where}: {diagnostic.severity.word}[{diagnostic.code}]: {printable(diagnostic.message)}"
    return f"{told} ({printable(diagnostic.hint)})" if diagnostic.hint else told

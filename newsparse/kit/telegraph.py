"""What readers of telegraph messages share: where the text ends, header and trailer as they stood, the time, kills.

ANPA 1312 and IPTC 7901 have a header, a text behind STX, and a trailer behind ETX.
"""

from collections.abc import Iterable
from typing import Final

from newsparse.diagnostics import Severity
from newsparse.kit import wire
from newsparse.kit.build import ArticleBuilder
from newsparse.kit.shapes import Pattern

MOST_HEADER: Final = 1_000
"""Bytes of a header or trailer that are kept."""
_ETX = 3
KILLED: Final = "canceled"
"""The publication status of a story that was killed."""


def text_end(data: bytes, begin: int) -> tuple[int, bytes]:
    """(the byte behind the text, ETX and what follows it): the text ends at the last ETX, or the first of a run of them, else at
    an EOT or with the message.
    """
    end = data.rfind(b"\x03", begin)
    if end >= 0:
        while end > begin and data[end - 1] == _ETX:
            end -= 1
        return end, data[end:]
    return len(data) - data.endswith(b"\x04"), b""


def keep_raw(header: bytes, trailer: bytes, dialect: str, build: ArticleBuilder) -> None:
    """Keep the dialect, and header and trailer as they stood, so that they can be written back."""
    own = build.extras.setdefault(build.format, {})
    own["dialect"] = dialect
    own["header"] = wire.escaped(header[:MOST_HEADER])
    if len(header) > MOST_HEADER:
        what = f"a header of {len(header):,} bytes; {MOST_HEADER:,} are kept"
        build.ctx.report(f"{build.format}.long-header", what, severity=Severity.ERROR)
    if trailer:
        own["trailer"] = wire.escaped(trailer[:MOST_HEADER])


def read_trailer(text: str, forms: Iterable[Pattern], build: ArticleBuilder) -> None:
    """The time that a trailer states is that of the update; `<name>.unread-trailer` where it says something and no time."""
    found = wire.first_moment(text, forms, build.ctx.reference_date)
    if found is not None:
        build.stamp("updated", found[0].strip("-\n"), found[1])
    elif said := text.strip("\x04\x7f\x0c\r\n\t "):
        build.ctx.report(f"{build.format}.unread-trailer", f"the trailer {said[:60]!r} states no time that is read; kept raw")


def add_signals(signals: Iterable[str], build: ArticleBuilder) -> None:
    """Signals that lines of the message say, each once; what is killed is canceled."""
    found = [signal for signal in signals if signal not in build.signals]
    if found:
        build.signals.extend(found)
        build.say("metadata.signals", build.format)
    if "kill" in build.signals:
        build.status = KILLED
        build.say("metadata.status", build.format)


def plain_trailer(lines: list[wire.Line], forms: Iterable[Pattern], *, ended: bool) -> tuple[list[wire.Line], bytes]:
    """(the lines above the last with words, and it), where that has one of the `forms` of a trailer; else (all, none).

    Unless the message is `ended`, a line without an end may be a part of one: it has its own sign for the end, or is none.
    """
    at = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].text), None)
    if at is None:
        return lines, b""
    end = "\n" if ended or at + 1 < len(lines) else ""
    if not any(form.search(lines[at].text + end) for form in forms):
        return lines, b""
    return lines[:at], f"{lines[at].text}\n".encode("cp1252", "replace")

"""The exceptions: one base, and whose fault it was.

`ParseError`, `OtherFormat`: the input. `PluginError`: the plug-in. `UnknownFormat`, `AmbiguousFormat`, `UsageError`: the call.
`InputError`: the file. Every message is one printable line.
"""

from newsparse.diagnostics import Diagnostic, line, printable


class NewsparseError(Exception):
    """The base of every error that newsparse raises on purpose."""


class ParseError(NewsparseError):
    """The input is no article of this format; `diagnostic` says where and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic

    def __str__(self) -> str:
        return line(self.diagnostic)


class OtherFormat(ParseError):
    """The input is of another format, as its own bytes show: in a capture of several. The pipeline asks whose it is."""


class LimitExceeded(ParseError):
    """The input goes past one of `Limits`; the diagnostic's data has `limit` and `allowed`."""


class PluginError(NewsparseError):
    """A plug-in failed to load, raised what it may not, or returned an unsound article; `__cause__` is the exception."""

    def __init__(self, plugin: str, reason: str) -> None:
        super().__init__(plugin, reason)
        self.plugin = plugin
        self.reason = reason

    def __str__(self) -> str:
        return printable(f"plug-in {self.plugin}: {self.reason}")


class UsageError(NewsparseError):
    """The call cannot be done as it was made: many articles into a one-article writer, an unknown option."""

    def __str__(self) -> str:
        return printable(super().__str__())


class UnknownFormat(UsageError):
    """No reader or writer has this name, or no reader recognises the document."""


class AmbiguousFormat(UsageError):
    """Several readers claim the document equally; name one."""


class InputError(NewsparseError):
    """A path cannot be read: missing, a directory, not a plain file, too large."""

    def __str__(self) -> str:
        return printable(super().__str__())

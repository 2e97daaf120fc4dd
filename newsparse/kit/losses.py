"""What a writer cannot carry of single values: counted while it writes, told once by field and reason."""

from collections.abc import Collection, Iterable

import attrs

from newsparse.context import Context
from newsparse.diagnostics import Severity
from newsparse.kit.carry import OF_LINES, tell_field, unread
from newsparse.model.agents import Agent


@attrs.define(kw_only=True, eq=False)
class Losses:
    """The losses of one article on its way into the format `writer`."""

    ctx: Context
    writer: str
    _counts: dict[tuple[str, str], int] = attrs.field(factory=dict, init=False)
    _changes: dict[str, str] = attrs.field(factory=dict, init=False)

    def lose(self, name: str, why: str) -> None:
        """Count a value of the field `name`; `why` is what is said between it and the format: "beyond 8 has no place in"."""
        self._counts[name, why] = self._counts.get((name, why), 0) + 1

    def change(self, name: str, why: str) -> None:
        """Note that values of the field are changed and none is left out: "is in lower case in"."""
        self._changes[name] = why

    def people(self, stated: Iterable[Agent], read: Iterable[Agent], parts: Collection[str] = OF_LINES) -> None:
        """Count the `parts` of authors that a reader of the lines makes otherwise than stated."""
        for name, count in unread(stated, read, parts):
            why = "that the lines do not name has no place in"
            self._counts[name, why] = self._counts.get((name, why), 0) + count

    def said(self, name: str, value: str | None) -> str | None:
        """The value, if there is more to it than white space; else None, counted as lost."""
        if value is None or value.strip():
            return value
        if value:
            self.lose(name, "of white space alone has no place in")
        return None

    def tell(self) -> None:
        """Report all of them as `<writer>.lost-field`."""
        for (name, why), count in self._counts.items():
            tell_field(self.ctx, self.writer, name, count, why)
        for name, why in self._changes.items():
            tell_field(self.ctx, self.writer, name, 0, why, severity=Severity.WARNING)

"""What this process has read of one tab of the journal's spreadsheet."""

import logging
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from lib.sources.own_tabs import OwnTab, TabRow

_log = logging.getLogger(__name__)
_Line = TypeVar("_Line")


class TabRows(Generic[_Line]):
    """The lines of a tab in the order of their rows, each once; the first of equal ones counts.

    `row` is the last one read, counted from 1: reading goes on from it, as Google refuses to be
    asked for what lies behind the last row.
    """

    def __init__(self, tab: OwnTab, identity: int, made: Callable[[dict[str, str]], _Line]) -> None:
        """Begin with none; lines whose first `identity` cells are equal are the same line."""
        self.tab, self._identity, self._made = tab, identity, made
        self.lines: list[_Line] = []
        self.row = 1
        self._known: set[tuple[str, ...]] = set()
        self._last: tuple[str, ...] = ()

    def has(self, row: Sequence[str]) -> bool:
        """Tell whether this line is known already."""
        return self._key(row) in self._known

    def go_on_from(self, rows: Sequence[TabRow]) -> bool:
        """Tell whether these begin with the row read last: nobody moved rows by hand."""
        return self.row == 1 or (bool(rows) and self._key(rows[0]) == self._last)

    def take(self, rows: Sequence[TabRow]) -> None:
        """Take in what stands from `row` on."""
        for at, row in enumerate(rows, self.row):
            if any(row) and row != list(self.tab.columns) and not self.has(row):
                self._add(at, row)
        if rows:
            self.row += len(rows) - 1
            self._last = self._key(rows[-1])

    def _add(self, at: int, row: TabRow) -> None:
        try:
            self.lines.append(self._made(dict(zip(self.tab.columns, row, strict=True))))
            self._known.add(self._key(row))
        except (ValueError, TypeError):
            # typed by hand, or cut: what it says is nobody's business here
            _log.warning("row %d of the tab %s is no line of the journal", at, self.tab.gid)

    def _key(self, row: Sequence[str]) -> tuple[str, ...]:
        return tuple(row[: self._identity])

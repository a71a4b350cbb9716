"""A spreadsheet as a form fills it and staff change it; every change moves Drive's version."""

import contextlib
import dataclasses
import datetime as dt
import itertools
import threading
import zoneinfo
from collections.abc import Iterator, Sequence

from tests.emulator import ranges

Cell = str | int | float | bool | dt.datetime | dt.date | None


@dataclasses.dataclass
class Tab:
    """One tab; row 1 is the header, `filled` counts the rows that the form wrote, header included.

    A date cell is a datetime, a number a number, so each can be rendered as it is asked for.
    """

    gid: int
    title: str
    rows: list[list[Cell]]
    filled: int
    kind: str = "GRID"
    least: tuple[int, int] = (1000, 26)

    @property
    def grid(self) -> tuple[int, int]:
        """Rows and columns of the grid, empty ones included."""
        widest = max((len(row) for row in self.rows), default=0)
        return max(self.least[0], len(self.rows)), max(self.least[1], widest)


class Spreadsheet:
    """One file on Drive: its tabs in order, its zone and locale, and who may read it."""

    def __init__(self, key: str, title: str = "Khảo sát", readers: Sequence[str] | None = None):
        """Begin without tabs; readers None means anyone who has the link."""
        self.key, self.title = key, title
        self.readers = None if readers is None else set(readers)
        self.writers: set[str] | None = None  # None: anyone who has the link
        self.zone, self.locale = "Asia/Ho_Chi_Minh", "vi_VN"
        self.tabs: list[Tab] = []
        self.version = 1
        self.modified = dt.datetime.now(dt.UTC)
        self.lock = threading.RLock()
        self._gids = itertools.count(100)

    @property
    def url(self) -> str:
        """The address of the first tab as a browser shows it."""
        return self.address(self.tabs[0].gid)

    def address(self, gid: int | None = None) -> str:
        """Return the address of a tab, or of the file alone."""
        tail = "" if gid is None else f"?gid={gid}#gid={gid}"
        return f"https://docs.google.com/spreadsheets/d/{self.key}/edit{tail}"

    def add_tab(
        self,
        title: str,
        rows: Sequence[Sequence[Cell]] = (),
        kind: str = "GRID",
        gid: int | None = None,
    ) -> int:
        """Append a tab whose rows the form wrote; return its gid."""
        with self.lock:
            gid = next(self._gids) if gid is None else gid
            tab = Tab(gid, title, [list(row) for row in rows], len(rows), kind)
            self.tabs.append(tab)
            self._moved()
        return tab.gid

    def submit(self, *answers: Cell, at: dt.datetime | None = None, gid: int | None = None) -> None:
        """Write one response below the last one, above whatever staff typed further down."""
        now = dt.datetime.now(zoneinfo.ZoneInfo(self.zone)).replace(microsecond=0, tzinfo=None)
        with self._changing(gid) as tab:
            tab.rows.insert(tab.filled, [at or now, *answers])
            tab.filled += 1

    def type_below(self, *cells: Cell, gid: int | None = None) -> None:
        """Let staff type a row at the bottom; the form does not know of it."""
        with self._changing(gid) as tab:
            tab.rows.append(list(cells))

    def edit(self, cell: str, value: Cell, gid: int | None = None) -> None:
        """Write over one cell, "C2"; the header is row 1."""
        row, column = ranges.cell(cell)
        with self._changing(gid) as tab:
            tab.rows.extend([] for _ in range(row + 1 - len(tab.rows)))
            tab.rows[row].extend([None] * (column + 1 - len(tab.rows[row])))
            tab.rows[row][column] = value

    def delete_row(self, row: int, gid: int | None = None) -> None:
        """Remove a row, counted from 1 as on the screen; those below move up."""
        with self._changing(gid) as tab:
            del tab.rows[row - 1]
            tab.filled -= row <= tab.filled

    def insert_row(self, row: int, *cells: Cell, gid: int | None = None) -> None:
        """Put a row before this one, counted from 1."""
        with self._changing(gid) as tab:
            tab.rows.insert(row - 1, list(cells))
            tab.filled += row <= tab.filled

    def sort(self, column: str, descending: bool = False, gid: int | None = None) -> None:
        """Sort the rows below the header by a column given by its letter."""
        at = ranges.cell(f"{column}1")[1]
        with self._changing(gid) as tab:
            tab.rows[1:] = sorted(tab.rows[1:], key=lambda row: str(row[at]), reverse=descending)

    def add_column(self, header: str, gid: int | None = None) -> None:
        """Add a question: a header to the right of the last one, empty in older responses."""
        with self._changing(gid) as tab:
            tab.rows[0].append(header)

    def rename_tab(self, title: str, gid: int | None = None) -> None:
        """Give a tab another title; its gid stays."""
        with self._changing(gid) as tab:
            tab.title = title

    def delete_tab(self, gid: int | None = None) -> None:
        """Remove a tab with all that it held."""
        with self._changing(gid) as tab:
            self.tabs.remove(tab)

    def share(self, *readers: str) -> None:
        """Let exactly these accounts read the file."""
        with self.lock:
            self.readers = set(readers)
            self._moved()

    @contextlib.contextmanager
    def _changing(self, gid: int | None) -> Iterator[Tab]:
        with self.lock:
            yield next(tab for tab in self.tabs if gid in (None, tab.gid))
            self._moved()

    def moved(self) -> None:
        """Note that something was changed from outside."""
        self._moved()

    def _moved(self) -> None:
        self.version += 1
        self.modified = dt.datetime.now(dt.UTC)

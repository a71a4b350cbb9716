"""Sealed readings in a tab of the journal's spreadsheet, in as many rows as their cells need.

Nothing of them is held in memory. A reading counts once all its rows stand there; of two of one
number, which two processes added at once, the one that was whole first.
"""

import base64
import dataclasses
import datetime as dt
import secrets
from collections.abc import Iterator, Mapping, Sequence

from lib.errors import NotFoundError
from lib.journal.sealed_reading import SealedReading
from lib.sources.own_tabs import OwnTab, OwnTabs, TabRow

_CONTENTS = "contents"  # the only cells that are ever written again
READINGS_TAB = OwnTab(
    1103,
    "Lần đọc",
    ("number", "id", "part", "parts", "read_at", "size", "root", "lines", _CONTENTS),
)
LONGEST_CELL = 45_000  # characters in a cell, of 50,000
MOST_ROWS = 20  # rows in one request, so that it is small enough for Google


@dataclasses.dataclass
class _Gathered:
    """The rows of one reading that were found so far."""

    number: int
    id: str
    first: int  # counted from 1
    parts: dict[int, tuple[int, dict[str, str]]] = dataclasses.field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether all its rows are there."""
        return all(len(self.parts) == int(cells["parts"]) for _, cells in self.parts.values())


class SealedTab:
    """The readings of one spreadsheet; raises SourceErrors."""

    def __init__(self, tabs: OwnTabs) -> None:
        """Prepare; nothing is asked before the first call."""
        self._tabs, self._row, self._last = tabs, 1, 0

    def seal(self, sealed: SealedReading) -> bool:
        """Keep a reading; tell whether it is the one that counts."""
        id_, start = secrets.token_hex(8), self._row
        rows = list(_rows(sealed, id_))
        for at in range(0, len(rows), MOST_ROWS):
            self._tabs.append(READINGS_TAB, rows[at : at + MOST_ROWS])
        return id_ in (reading.id for reading in self._gather_readings(start))

    def sealed(self, after: int) -> list[SealedReading]:
        """Return the readings after this number, in order."""
        gathered = self._gather_readings(self._row if after >= self._last else 1)
        made = (_sealed(reading) for reading in gathered if reading.number > after)
        return [sealed for sealed in made if sealed]

    def rewrite(self, contents: Mapping[int, bytes]) -> None:
        """Put these contents in the place of the readings' own."""
        texts: dict[int, str] = {}
        for reading in self._gather_readings(1):
            if reading.number in contents:
                parts = _parts(contents[reading.number], len(reading.parts))
                texts |= {row: parts[at] for at, (row, _) in reading.parts.items()}
        if texts:
            self._tabs.write(READINGS_TAB, _CONTENTS, texts)

    def _gather_readings(self, row: int) -> list[_Gathered]:
        """Return the readings that count and begin at this row or below it, by number."""
        try:
            [rows] = self._tabs.read({READINGS_TAB: row})
        except NotFoundError:
            row = 1  # somebody deleted some by hand
            [rows] = self._tabs.read({READINGS_TAB: row})
        gathered: dict[tuple[int, str], _Gathered] = {}
        whole: dict[int, _Gathered] = {}
        for at, cells in enumerate(_lines(rows), row):
            if cells:
                key = number, id_ = int(cells["number"]), cells["id"]
                reading = gathered.setdefault(key, _Gathered(number, id_, at))
                reading.parts.setdefault(int(cells["part"]), (at, cells))
                if reading.whole:
                    whole.setdefault(reading.number, reading)
        self._last = max([self._last, *whole])
        open_ = [reading.first for reading in gathered.values() if reading.number > self._last]
        self._row = min([max(1, row + len(rows) - 1), *open_])
        return [whole[number] for number in sorted(whole)]


def _lines(rows: Sequence[TabRow]) -> Iterator[dict[str, str] | None]:
    """Yield each row's cells by name; None where a hand wrote or emptied it."""
    for row in rows:
        cells = dict(zip(READINGS_TAB.columns, row, strict=True))
        numbers = (cells["number"], cells["part"], cells["parts"], cells["size"])
        yield cells if all(map(str.isdecimal, numbers)) else None


def _rows(sealed: SealedReading, id_: str) -> Iterator[TabRow]:
    lines, contents = (
        base64.b64encode(content).decode() for content in (sealed.lines, sealed.contents)
    )
    parts = max(1, *(-(-len(text) // LONGEST_CELL) for text in (lines, contents)))
    columns = (_parts(sealed.lines, parts), _parts(sealed.contents, parts))
    for at, (line, content) in enumerate(zip(*columns, strict=True)):
        cells = {
            "number": sealed.number,
            "id": id_,
            "part": at,
            "parts": parts,
            "read_at": sealed.read_at.isoformat(),
            "size": sealed.size,
            "root": sealed.root,
            "lines": line,
            _CONTENTS: content,
        }
        yield READINGS_TAB.row(cells)


def _parts(content: bytes, parts: int) -> list[str]:
    """Return the content as text in so many cells, the last ones empty where it is short."""
    text = base64.b64encode(content).decode()
    return [text[at * LONGEST_CELL : (at + 1) * LONGEST_CELL] for at in range(parts)]


def _sealed(reading: _Gathered) -> SealedReading | None:
    """Return the reading, None where a hand made it unreadable: the ledger tells of that."""
    cells = [cells for _, (_, cells) in sorted(reading.parts.items())]
    try:
        lines, contents = (
            base64.b64decode("".join(part[name] for part in cells)) for name in ("lines", _CONTENTS)
        )
        read_at = dt.datetime.fromisoformat(cells[0]["read_at"])
    except ValueError:
        return None
    return SealedReading(
        reading.number, read_at, int(cells[0]["size"]), cells[0]["root"], lines, contents
    )

"""“Biểu tổng hợp” as a table, for the workbook and the annex of the report alike."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from lib.movement import kinds
from lib.movement.kinds import Level, Owner, Sector
from lib.movement.summary import Counts, Group, Summary
from lib.reports.head import Head
from lib.reports.workbook import Cell
from lib.wording import in_vietnamese

TITLE = "BIỂU TỔNG HỢP MÔ HÌNH, ĐIỂN HÌNH DÂN VẬN KHÉO"
RULES = (
    (
        "Mỗi mô hình, điển hình tính một lần: ở xã nơi thực hiện; nếu ở nhiều xã hoặc toàn địa "
        "bàn thì ở đơn vị thực hiện, không ghi đơn vị thì ở dòng “Nhiều xã” hoặc “Toàn địa bàn”."
    ),
    "Được công nhận, nhân rộng: chỉ tính khi sổ có ghi.",
)
GROUPS = {
    Group.SEVERAL: "Nhiều xã",
    Group.EVERYWHERE: "Toàn địa bàn",
    Group.UNSTATED: "Chưa rõ đơn vị, địa bàn",
}
WHOLE, SIGNED = "#,##0", "+#,##0;-#,##0;0"


class _Figure(NamedTuple):
    """A column of figures: of which division of the counts, and which of its parts together."""

    head: Head
    of: Callable[[Counts], Mapping[Any, int]]
    parts: tuple[object, ...]

    def counted(self, counts: Counts) -> int:
        """Return the figure of one line."""
        held = self.of(counts)
        return sum(held.get(part, 0) for part in self.parts)


def heads(summary: Summary) -> tuple[Head, ...]:
    """Return the columns; what nobody stated has one only where it counts something."""
    first = (Head("STT", 6, number=WHOLE), Head("Đơn vị", 30))
    compared = [
        Head("Cùng kỳ", 8, "So với cùng kỳ", WHOLE),
        Head("Tăng, giảm", 8, "So với cùng kỳ", SIGNED),
    ]
    figures = (figure.head for figure in _figures(summary.counts))
    return (*first, *figures, *(compared if summary.earlier else []))


def rows(summary: Summary) -> Iterator[tuple[Cell, ...]]:
    """Yield one row a line."""
    for number, line in enumerate(summary.lines, start=1):
        name = line.name or GROUPS[line.group]
        yield (number, name, *_row(summary, line.counts, line.earlier))


def total(summary: Summary) -> tuple[Cell, ...]:
    """Return the last row: every model once."""
    earlier = summary.earlier.models if summary.earlier else None
    return ("", "Tổng cộng", *_row(summary, summary.counts, earlier))


def _row(summary: Summary, counts: Counts, earlier: int | None) -> tuple[Cell, ...]:
    figures = tuple(figure.counted(counts) for figure in _figures(summary.counts))
    return figures if earlier is None else (*figures, earlier, counts.models - earlier)


def _figures(every: Counts) -> Iterator[_Figure]:
    """Yield the columns of figures; those that are optional only where they count something."""
    yield _Figure(Head("Tổng số", 8, number=WHOLE), lambda counts: {None: counts.models}, (None,))
    for figure in (*_sectors(), *_OWNERS, *_RECOGNISED):
        if figure.head.title not in OPTIONAL or figure.counted(every):
            yield figure
    head = Head("Nhân rộng", 8, number=WHOLE)
    yield _Figure(head, lambda counts: {None: counts.replicated}, (None,))


def _sectors() -> Iterator[_Figure]:
    with in_vietnamese():
        named = {kinds.name(sector): sector for sector in FOUR}
    for name, sector in {**named, TOGETHER: Sector.ECONOMY_AND_SOCIETY, NO_SECTOR: None}.items():
        yield _Figure(Head(name, 11, "Lĩnh vực", WHOLE), lambda counts: counts.sectors, (sector,))


def _owner(title: str, owner: Owner | None) -> _Figure:
    return _Figure(Head(title, 8, "Chủ thể", WHOLE), lambda counts: counts.owners, (owner,))


def _level(title: str, *levels: Level | None) -> _Figure:
    return _Figure(
        Head(title, 8, "Được công nhận", WHOLE), lambda counts: counts.recognised, levels
    )


FOUR = (Sector.ECONOMY, Sector.SOCIETY, Sector.DEFENCE, Sector.POLITICAL_SYSTEM)
TOGETHER, NO_SECTOR = "Kinh tế – xã hội (chưa tách)", "Chưa rõ lĩnh vực"
NO_OWNER, CELL, NO_LEVEL = "Chưa rõ", "Chi bộ", "Chưa rõ cấp"
OPTIONAL = frozenset((TOGETHER, NO_SECTOR, NO_OWNER, CELL, NO_LEVEL))
_OWNERS = (_owner("Tập thể", Owner.GROUP), _owner("Cá nhân", Owner.PERSON), _owner(NO_OWNER, None))
_RECOGNISED = (
    _level(CELL, Level.CELL),
    _level("Cấp xã", Level.COMMUNE),
    _level("Cấp trên", Level.DISTRICT, Level.PROVINCE, Level.NATION),
    _level(NO_LEVEL, None),
)

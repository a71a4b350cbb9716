"""“Biểu tổng hợp” as a table, for the workbook and the annex of the report alike."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from lib.movement.model_summary import ModelCounts, ModelSummary, SummaryGroup
from lib.movement.register_choices import ModelOwner, ModelSector, RecognitionLevel, choice_name
from lib.reports.safe_workbook import BookCell
from lib.reports.table_head import TableHead
from lib.wording import in_vietnamese

SUMMARY_TITLE = "BIỂU TỔNG HỢP MÔ HÌNH, ĐIỂN HÌNH DÂN VẬN KHÉO"
SUMMARY_RULES = (
    (
        "Mỗi mô hình, điển hình tính một lần: ở xã nơi thực hiện; nếu ở nhiều xã hoặc toàn địa "
        "bàn thì ở đơn vị thực hiện, không ghi đơn vị thì ở dòng “Nhiều xã” hoặc “Toàn địa bàn”."
    ),
    "Được công nhận, nhân rộng: chỉ tính khi sổ có ghi.",
)
_GROUPS = {
    SummaryGroup.SEVERAL: "Nhiều xã",
    SummaryGroup.EVERYWHERE: "Toàn địa bàn",
    SummaryGroup.UNSTATED: "Chưa rõ đơn vị, địa bàn",
}
WHOLE, SIGNED = "#,##0", "+#,##0;-#,##0;0"


class _Figure(NamedTuple):
    """A column of figures: of which division of the counts, and which of its parts together."""

    head: TableHead
    division: Callable[[ModelCounts], Mapping[Any, int]]
    parts: tuple[object, ...]

    def counted(self, counts: ModelCounts) -> int:
        """Return the figure of one line."""
        parts_counted = self.division(counts)
        return sum(parts_counted.get(part, 0) for part in self.parts)


def summary_heads(summary: ModelSummary) -> tuple[TableHead, ...]:
    """Return the columns; what nobody stated has one only where it counts something."""
    first = (TableHead("STT", 6, number=WHOLE), TableHead("Đơn vị", 30))
    compared = [
        TableHead("Cùng kỳ", 8, "So với cùng kỳ", WHOLE),
        TableHead("Tăng, giảm", 8, "So với cùng kỳ", SIGNED),
    ]
    figures = (figure.head for figure in _figures(summary.counts))
    return (*first, *figures, *(compared if summary.earlier else []))


def summary_rows(summary: ModelSummary) -> Iterator[tuple[BookCell, ...]]:
    """Yield one row a line."""
    for number, line in enumerate(summary.lines, start=1):
        name = line.name or _GROUPS[line.group]
        yield (number, name, *_row(summary, line.counts, line.earlier))


def summary_total(summary: ModelSummary) -> tuple[BookCell, ...]:
    """Return the last row: every model once."""
    earlier = summary.earlier.models if summary.earlier else None
    return ("", "Tổng cộng", *_row(summary, summary.counts, earlier))


def _row(summary: ModelSummary, counts: ModelCounts, earlier: int | None) -> tuple[BookCell, ...]:
    figures = tuple(figure.counted(counts) for figure in _figures(summary.counts))
    return figures if earlier is None else (*figures, earlier, counts.models - earlier)


def _figures(every: ModelCounts) -> Iterator[_Figure]:
    """Yield the columns of figures; those that are optional only where they count something."""
    yield _Figure(
        TableHead("Tổng số", 8, number=WHOLE), lambda counts: {None: counts.models}, (None,)
    )
    for figure in (*_sectors(), *_OWNERS, *_RECOGNISED):
        if figure.head.title not in _OPTIONAL or figure.counted(every):
            yield figure
    head = TableHead("Nhân rộng", 8, number=WHOLE)
    yield _Figure(head, lambda counts: {None: counts.replicated}, (None,))


def _sectors() -> Iterator[_Figure]:
    with in_vietnamese():
        named = {choice_name(sector): sector for sector in MAIN_SECTORS}
    for name, sector in {
        **named,
        TOGETHER: ModelSector.ECONOMY_AND_SOCIETY,
        NO_SECTOR: None,
    }.items():
        yield _Figure(
            TableHead(name, 11, "Lĩnh vực", WHOLE), lambda counts: counts.sectors, (sector,)
        )


def _owner(title: str, owner: ModelOwner | None) -> _Figure:
    return _Figure(TableHead(title, 8, "Chủ thể", WHOLE), lambda counts: counts.owners, (owner,))


def _level(title: str, *levels: RecognitionLevel | None) -> _Figure:
    return _Figure(
        TableHead(title, 8, "Được công nhận", WHOLE), lambda counts: counts.recognised, levels
    )


MAIN_SECTORS = (
    ModelSector.ECONOMY,
    ModelSector.SOCIETY,
    ModelSector.DEFENCE,
    ModelSector.POLITICAL_SYSTEM,
)
TOGETHER, NO_SECTOR = "Kinh tế – xã hội (chưa tách)", "Chưa rõ lĩnh vực"
NO_OWNER, CELL, NO_LEVEL = "Chưa rõ", "Chi bộ", "Chưa rõ cấp"
_OPTIONAL = frozenset((TOGETHER, NO_SECTOR, NO_OWNER, CELL, NO_LEVEL))
_OWNERS = (
    _owner("Tập thể", ModelOwner.GROUP),
    _owner("Cá nhân", ModelOwner.PERSON),
    _owner(NO_OWNER, None),
)
_RECOGNISED = (
    _level(CELL, RecognitionLevel.CELL),
    _level("Cấp xã", RecognitionLevel.COMMUNE),
    _level(
        "Cấp trên", RecognitionLevel.DISTRICT, RecognitionLevel.PROVINCE, RecognitionLevel.NATION
    ),
    _level(NO_LEVEL, None),
)

"""What was done about dissatisfied responses, as tables."""

from collections.abc import Iterator, Sequence

from lib.analysis.effect import Effect
from lib.followup.measures import Measure, conclusion
from lib.followup.summary import Work
from lib.reports.head import Head
from lib.reports.survey_results import Handled
from lib.reports.table import DAY, POINTS, SHARE, WHOLE, Table, points, rated
from lib.reports.workbook import Cell

NO_CAUSE = "Chưa ghi nguyên nhân"


def work(told: Handled) -> Iterator[Table]:
    """Yield the cases by cause and state, and the measures with before and after."""
    yield by_cause(told)
    yield measures(told)


def by_cause(told: Handled) -> Table:
    """Return the tracked cases by cause; the last row is all of them."""
    heads = (
        Head("Nguyên nhân", 40),
        Head("Mới", 10, number=WHOLE),
        Head("Đang xử lý", 10, number=WHOLE),
        Head("Đã xong", 10, number=WHOLE),
        Head("Tổng số", 10, number=WHOLE),
        Head("Trong đó quá hạn", 12, number=WHOLE),
    )
    rows = [_line(cause or NO_CAUSE, of) for cause, of in told.by_cause]
    total = [_line("Tổng cộng", told.work)] if rows else []
    title = "Ý kiến chưa hài lòng đang theo dõi, theo nguyên nhân và tình trạng"
    return Table("Xử lý ý kiến", title, heads, [*rows, *total], summed=True)


def measures(told: Handled) -> Table:
    """Return the measures; the effect of one that is not a whole month old is blank."""
    heads = (
        Head("Biện pháp", 40),
        Head("Từ ngày", 12, number=DAY),
        Head("Tỷ lệ", 10, "Trước", SHARE),
        Head("Số phiếu", 9, "Trước", WHOLE),
        Head("Tỷ lệ", 10, "Sau", SHARE),
        Head("Số phiếu", 9, "Sau", WHOLE),
        Head("Thay đổi (điểm %)", 11, number=POINTS),
        Head("Nhận định", 36),
    )
    rows = [_measure(one, found) for one, found in told.measures]
    title = "Biện pháp đã thực hiện và tỷ lệ hài lòng trước, sau"
    return Table("Biện pháp", title, heads, rows)


def _line(name: str, of: Work) -> Sequence[Cell]:
    return (name, of.new, of.open - of.new, of.done, of.all, of.overdue)


def _measure(one: Measure, found: Effect | None) -> Sequence[Cell]:
    if found is None:
        return (one.title, one.date, *[None] * 5, "Chưa đủ một tháng trọn để so sánh")
    before, after = found.before, found.after
    return (
        one.title,
        one.date,
        rated(before),
        before.people,
        rated(after),
        after.people,
        points(found.change),
        conclusion(found),
    )

"""What was done about dissatisfied responses, as tables."""

from collections.abc import Iterator, Sequence

from lib.analysis.impact_estimate import RateBeforeAfter
from lib.followup.office_measures import Measure, effect_conclusion
from lib.followup.work_counts import WorkCounts
from lib.reports.report_table import (
    DAY,
    POINTS,
    SHARE,
    WHOLE,
    ReportTable,
    exact_points,
    marked_rate,
)
from lib.reports.safe_workbook import BookCell
from lib.reports.survey_results import HandlingResults
from lib.reports.table_head import TableHead

NO_CAUSE = "Chưa ghi nguyên nhân"


def work_tables(told: HandlingResults) -> Iterator[ReportTable]:
    """Yield the cases by cause and state, and the measures with before and after."""
    yield cause_table(told)
    yield _measures(told)


def cause_table(told: HandlingResults) -> ReportTable:
    """Return the tracked cases by cause; the last row is all of them."""
    heads = (
        TableHead("Nguyên nhân", 40),
        TableHead("Mới", 10, number=WHOLE),
        TableHead("Đang xử lý", 10, number=WHOLE),
        TableHead("Đã xong", 10, number=WHOLE),
        TableHead("Tổng số", 10, number=WHOLE),
        TableHead("Trong đó quá hạn", 12, number=WHOLE),
    )
    rows = [_line(cause or NO_CAUSE, of) for cause, of in told.by_cause]
    total = [_line("Tổng cộng", told.work)] if rows else []
    title = "Ý kiến chưa hài lòng đang theo dõi, theo nguyên nhân và tình trạng"
    return ReportTable("Xử lý ý kiến", title, heads, [*rows, *total], summed=True)


def _measures(told: HandlingResults) -> ReportTable:
    """Return the measures; the effect of one that is not a whole month old is blank."""
    heads = (
        TableHead("Biện pháp", 40),
        TableHead("Từ ngày", 12, number=DAY),
        TableHead("Tỷ lệ", 10, "Trước", SHARE),
        TableHead("Số phiếu", 9, "Trước", WHOLE),
        TableHead("Tỷ lệ", 10, "Sau", SHARE),
        TableHead("Số phiếu", 9, "Sau", WHOLE),
        TableHead("Thay đổi (điểm %)", 11, number=POINTS),
        TableHead("Nhận định", 36),
    )
    rows = [_measure(one, found) for one, found in told.measures]
    title = "Biện pháp đã thực hiện và tỷ lệ hài lòng trước, sau"
    return ReportTable("Biện pháp", title, heads, rows)


def _line(name: str, of: WorkCounts) -> Sequence[BookCell]:
    return (name, of.new, of.open - of.new, of.done, of.all, of.overdue)


def _measure(one: Measure, found: RateBeforeAfter | None) -> Sequence[BookCell]:
    if found is None:
        return (one.title, one.date, *[None] * 5, "Chưa đủ một tháng trọn để so sánh")
    before, after = found.before, found.after
    return (
        one.title,
        one.date,
        marked_rate(before),
        before.people,
        marked_rate(after),
        after.people,
        exact_points(found.change),
        effect_conclusion(found),
    )

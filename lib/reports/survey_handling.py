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


def work_tables(handling: HandlingResults) -> Iterator[ReportTable]:
    """Yield the cases by cause and state, and the measures with before and after."""
    yield cause_table(handling)
    yield _measures(handling)


def cause_table(handling: HandlingResults) -> ReportTable:
    """Return the tracked cases by cause; the last row is all of them."""
    heads = (
        TableHead("Nguyên nhân", 40),
        TableHead("Mới", 10, number=WHOLE),
        TableHead("Đang xử lý", 10, number=WHOLE),
        TableHead("Đã xong", 10, number=WHOLE),
        TableHead("Tổng số", 10, number=WHOLE),
        TableHead("Trong đó quá hạn", 12, number=WHOLE),
    )
    rows = [_line(cause or NO_CAUSE, work) for cause, work in handling.by_cause]
    total = [_line("Tổng cộng", handling.work)] if rows else []
    title = "Ý kiến chưa hài lòng đang theo dõi, theo nguyên nhân và tình trạng"
    return ReportTable("Xử lý ý kiến", title, heads, [*rows, *total], summed=True)


def _measures(handling: HandlingResults) -> ReportTable:
    """Return the measures; the effect of one that is not a whole month old is blank."""
    heads = (
        TableHead("Biện pháp", 40),
        TableHead("Từ ngày", 12, number=DAY),
        TableHead("Tỷ lệ", 10, "Trước", SHARE),
        TableHead("Số phiếu", 9, "Trước", WHOLE),
        TableHead("Tỷ lệ", 10, "Sau", SHARE),
        TableHead("Số phiếu", 9, "Sau", WHOLE),
        TableHead("Thay đổi (điểm phần trăm)", 11, number=POINTS),
        TableHead("Nhận định", 36),
    )
    rows = [_measure(measure, effect) for measure, effect in handling.measures]
    title = "Biện pháp đã thực hiện và tỷ lệ hài lòng trước, sau"
    return ReportTable("Biện pháp", title, heads, rows)


def _line(name: str, work: WorkCounts) -> Sequence[BookCell]:
    return (name, work.new, work.open - work.new, work.done, work.all, work.overdue)


def _measure(measure: Measure, effect: RateBeforeAfter | None) -> Sequence[BookCell]:
    if effect is None:
        return (measure.title, measure.date, *[None] * 5, "Chưa đủ một tháng để so sánh")
    before, after = effect.before, effect.after
    return (
        measure.title,
        measure.date,
        marked_rate(before),
        before.people,
        marked_rate(after),
        after.people,
        exact_points(effect.change),
        effect_conclusion(effect),
    )

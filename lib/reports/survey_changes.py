"""The questions against the period before and the same months a year earlier."""

from collections.abc import Iterator, Sequence

from lib.analysis.attention import QuestionChange
from lib.analysis.overview_figures import EarlierFigures
from lib.reports.report_table import POINTS, SHARE, WHOLE, ReportTable, exact_points, marked_rate
from lib.reports.safe_workbook import BookCell
from lib.reports.survey_results import SurveyResults
from lib.reports.table_head import TableHead
from lib.wording import format_count, format_percent, with_capital, without_capital

_MOST = 5  # questions named in a sentence
_NOTE = (
    "Mức rõ: “khác rõ” là vượt quá mức có thể do ngẫu nhiên (95 %, xét chung mọi câu hỏi và mọi "
    "xã), “chưa rõ” là có thể do ngẫu nhiên. Thay đổi được tính trước khi làm tròn các tỷ lệ."
)


def change_table(told: SurveyResults) -> ReportTable:
    """Return each question now and then; no rows where there is nothing to hold it against."""
    of = told.overview
    sides = [(a, held) for a, held in _sides(told) if held]
    heads = [TableHead("Câu hỏi", 34)]
    if sides and of.period:
        name = with_capital(of.period.name())
        heads += [TableHead("n", 8, name, WHOLE), TableHead("Tỷ lệ", 10, name, SHARE)]
    for against, _ in sides:
        heads += _heads(with_capital(against.period.name()))
    found = [{one.question.id: one for one in held} for _, held in sides]
    each = ([held.get(question.id) for held in found] for question in told.questions)
    rows = [_row(held) for held in each if any(held)]
    title = "Từng câu hỏi so với kỳ trước và cùng kỳ"
    return ReportTable("Câu hỏi so kỳ trước", title, heads, rows, notes=(_NOTE,))


def change_sentences(told: SurveyResults) -> Iterator[str]:
    """Yield which questions clearly rose and fell against each of the earlier periods."""
    for against, held in _sides(told):
        if not any(one.change for one in held):
            continue
        clear = [*_named(held, "giảm rõ", down=True), *_named(held, "tăng rõ", down=False)]
        found = "; ".join(clear) or "không câu hỏi nào tăng hoặc giảm rõ"
        yield f"Theo câu hỏi, so với {without_capital(against.period.name())}: {found}."


def _sides(told: SurveyResults) -> Iterator[tuple[EarlierFigures, Sequence[QuestionChange]]]:
    of = told.overview
    if of.previous:
        yield of.previous, told.previous
    if of.year_ago:
        yield of.year_ago, told.year_ago


def _heads(period: str) -> list[TableHead]:
    return [
        TableHead("Tỷ lệ", 10, period, SHARE),
        TableHead("Thay đổi (điểm %)", 12, period, POINTS),
        TableHead("Mức rõ", 11, period),
    ]


def _row(held: Sequence[QuestionChange | None]) -> Sequence[BookCell]:
    now = next(filter(None, held))
    against = [cell for one in held for cell in _cells(one)]
    return (now.question.label, now.rate.valid, marked_rate(now.rate), *against)


def _cells(one: QuestionChange | None) -> tuple[BookCell, BookCell, BookCell]:
    if one is None:
        return (None, None, None)
    return (marked_rate(one.against), exact_points(one.change), _clear(one))


def _clear(one: QuestionChange) -> str:
    if one.change is None:
        return "chưa đủ phiếu"
    return "khác rõ" if one.change.clear else "chưa rõ"


def _named(held: Sequence[QuestionChange], verb: str, *, down: bool) -> Iterator[str]:
    found = [
        one
        for one in held
        if one.change and one.change.clear and (one.change.difference < 0) is down
    ]
    if found:
        named = (
            f"“{one.question.label}” (từ {format_percent(one.against.rate or 0)} thành "
            f"{format_percent(one.rate.rate or 0)})"
            for one in found[:_MOST]
        )
        more = f" và {format_count(len(found) - _MOST)} câu hỏi khác" if len(found) > _MOST else ""
        yield f"{verb} ở {', '.join(named)}{more}"

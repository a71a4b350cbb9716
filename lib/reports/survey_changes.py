"""The questions against the period before and the same months a year earlier."""

from collections.abc import Iterator, Sequence

from lib.analysis.overview_figures import EarlierFigures
from lib.analysis.question_changes import QuestionChange
from lib.reports.report_table import (
    POINTS,
    SHARE,
    WHOLE,
    ReportTable,
    clearness_words,
    exact_points,
    marked_rate,
)
from lib.reports.safe_workbook import BookCell
from lib.reports.survey_results import SurveyResults
from lib.reports.table_head import TableHead
from lib.wording import format_count, format_percent, with_capital, without_capital

_MOST = 5  # questions named in a sentence
_NOTE = (
    "Kết luận: “rõ rệt” là vượt quá mức có thể do ngẫu nhiên (mức tin cậy 95 %, xét chung mọi câu "
    "hỏi và mọi xã); “chưa đủ cơ sở” là có thể chỉ do ngẫu nhiên. Thay đổi được tính trước khi làm "
    "tròn các tỷ lệ."
)


def change_table(results: SurveyResults) -> ReportTable:
    """Return each question now and then; no rows where there is nothing to hold it against."""
    overview = results.overview
    sides = [(a, changes) for a, changes in _sides(results) if changes]
    heads = [TableHead("Câu hỏi", 34)]
    if sides and overview.period:
        name = with_capital(overview.period.name())
        heads += [TableHead("n", 8, name, WHOLE), TableHead("Tỷ lệ", 10, name, SHARE)]
    for against, _ in sides:
        heads += _heads(with_capital(against.period.name()))
    by_question = [{compared.question.id: compared for compared in changes} for _, changes in sides]
    each = ([changes.get(question.id) for changes in by_question] for question in results.questions)
    rows = [_row(changes) for changes in each if any(changes)]
    title = "Từng câu hỏi so với kỳ trước và cùng kỳ"
    return ReportTable("Câu hỏi so kỳ trước", title, heads, rows, notes=(_NOTE,))


def change_sentences(results: SurveyResults) -> Iterator[str]:
    """Yield which questions clearly rose and fell against each of the earlier periods."""
    for against, changes in _sides(results):
        if not any(compared.change for compared in changes):
            continue
        clear = [
            *_named(changes, "giảm rõ rệt", down=True),
            *_named(changes, "tăng rõ rệt", down=False),
        ]
        named = "; ".join(clear) or "không câu hỏi nào tăng hoặc giảm rõ rệt"
        yield f"Theo câu hỏi, so với {without_capital(against.period.name())}: {named}."


def _sides(results: SurveyResults) -> Iterator[tuple[EarlierFigures, Sequence[QuestionChange]]]:
    overview = results.overview
    if overview.previous:
        yield overview.previous, results.previous
    if overview.year_ago:
        yield overview.year_ago, results.year_ago


def _heads(period: str) -> list[TableHead]:
    return [
        TableHead("Tỷ lệ", 10, period, SHARE),
        TableHead("Thay đổi (điểm phần trăm)", 12, period, POINTS),
        TableHead("Kết luận", 13, period),
    ]


def _row(changes: Sequence[QuestionChange | None]) -> Sequence[BookCell]:
    now = next(filter(None, changes))
    against = [cell for compared in changes for cell in _cells(compared)]
    return (now.question.label, now.rate.valid, marked_rate(now.rate), *against)


def _cells(compared: QuestionChange | None) -> tuple[BookCell, BookCell, BookCell]:
    if compared is None:
        return (None, None, None)
    return (
        marked_rate(compared.against),
        exact_points(compared.change),
        clearness_words(compared.change),
    )


def _named(changes: Sequence[QuestionChange], verb: str, *, down: bool) -> Iterator[str]:
    moved = [
        f"“{compared.question.label}” (từ {format_percent(compared.against.rate or 0)} thành "
        f"{format_percent(compared.rate.rate or 0)})"
        for compared in changes
        if compared.change and compared.change.clear and (compared.change.difference < 0) is down
    ]
    if moved:
        yield f"{verb} ở {first_questions(moved, ', ')}"


def first_questions(named: Sequence[str], joint: str) -> str:
    """Return the first of some questions in a row, and how many more there are."""
    more = f" và {format_count(len(named) - _MOST)} câu hỏi khác" if len(named) > _MOST else ""
    return f"{joint.join(named[:_MOST])}{more}"

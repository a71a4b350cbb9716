"""Every table of a paper on the survey, for the report's annex and the workbook alike."""

from collections.abc import Iterator

from lib.analysis.measures import Change, Rate
from lib.analysis.overview import Figures, Overview
from lib.reports import survey_moved
from lib.reports.head import Head
from lib.reports.survey_groups import groups
from lib.reports.survey_results import Results
from lib.reports.survey_work import work
from lib.reports.table import DAY, POINTS, SHARE, WHOLE, Chart, Table, points, rated, share
from lib.reports.workbook import Cell
from lib.survey.factors import NAMES
from lib.survey.periods import Period
from lib.survey.scales import Answer, Polarity
from lib.wording import gettext, opening

RATE = (
    Head("Tỷ lệ hài lòng", 11, number=SHARE),
    Head("từ", 11, "Khoảng tin cậy 95 %", SHARE),
    Head("đến", 11, "Khoảng tin cậy 95 %", SHARE),
)
POLARITIES = {
    Polarity.SATISFIED: "hài lòng",
    Polarity.NEUTRAL: "bình thường",
    Polarity.DISSATISFIED: "chưa hài lòng",
    Polarity.NOT_APPLICABLE: "không áp dụng",
    Polarity.UNCLASSIFIED: "chưa phân loại",
}


def tables(told: Results) -> Iterator[Table]:
    """Yield those tables that hold something, in the order of the report."""
    yield summed(told)
    if not told.overview.figures.responses:
        return
    made = (
        compared(told.overview),
        asked(told),
        survey_moved.table(told),
        _levels(told),
        trend(told.overview),
        sipas(told),
        *groups(told),
        *(work(told.handled) if told.handled else ()),
    )
    yield from (table for table in made if table.rows)


def summed(told: Results) -> Table:
    """Return the figures of everything chosen."""
    of, wholly = told.overview.figures, told.sipas.wholly
    heads = (
        Head("Chỉ tiêu", 52),
        Head("Số lượng", 12, number=WHOLE),
        Head("Trên tổng số", 12, number=WHOLE),
        *RATE,
    )
    rows: list[tuple[Cell, ...]] = [
        ("Số phiếu", of.responses, *[None] * 4),
        ("Phiếu có câu trả lời hợp lệ", of.rating, of.responses, *[None] * 3),
        ("Phiếu có câu trả lời chưa hài lòng", of.dissatisfied, of.rating, *[None] * 3),
        ("Câu trả lời hài lòng (tỷ lệ hài lòng chung)", *_rate(of.rate)),
        ("Phiếu hài lòng toàn diện", *_rate(wholly)),
    ]
    return Table("Tổng hợp", "Kết quả chung", heads, rows)


def compared(told: Overview) -> Table:
    """Return the compared period and those that it is held against."""
    heads = (
        Head("Kỳ", 22),
        Head("Từ ngày", 12, number=DAY),
        Head("Đến ngày", 12, number=DAY),
        Head("Số phiếu", 10, number=WHOLE),
        Head("Phiếu chưa hài lòng", 12, number=WHOLE),
        *RATE,
        Head("Thay đổi đến kỳ này (điểm %)", 14, number=POINTS),
        Head("Mức rõ", 12),
    )
    rows: list[tuple[Cell, ...]] = []
    if told.now and told.period and told.previous:
        rows.append((*_figures(told.period, told.now), None, None))
        for against in filter(None, (told.previous, told.year_ago)):
            figures = _figures(against.period, against.figures)
            rows.append((*figures, points(against.rate), _clear(against.rate)))
    return Table("So với kỳ trước", "So với kỳ trước và cùng kỳ", heads, rows)


def asked(told: Results) -> Table:
    """Return the questions from the lowest rate up."""
    heads = (
        Head("STT", 6, number=WHOLE),
        Head("Câu hỏi", 38),
        Head("Hài lòng", 9, number=WHOLE),
        Head("Bình thường", 11, number=WHOLE),
        Head("Chưa hài lòng", 9, number=WHOLE),
        Head("Câu trả lời hợp lệ (n)", 10, number=WHOLE),
        *RATE,
    )
    rows = [
        (number, one.question.label, one.rate.satisfied, one.answers[Answer.NEUTRAL],
         one.dissatisfied, *_rate(one.rate)[1:])
        for number, one in enumerate(told.overview.questions, start=1)
    ]  # fmt: skip
    chart = Chart("bar", 1, 6, "Tỷ lệ hài lòng theo câu hỏi")
    return Table("Theo câu hỏi", "Kết quả theo câu hỏi, từ thấp đến cao", heads, rows, chart)


def _levels(told: Results) -> Table:
    heads = (
        Head("Câu hỏi", 50),
        Head("Mức trả lời", 34),
        Head("Tính là", 16),
        Head("Số phiếu", 10, number=WHOLE),
        Head("Trên câu trả lời hợp lệ", 12, number=SHARE),
    )
    rows: list[tuple[Cell, ...]] = []
    for one in told.levels:
        valid = sum(n for level, n in one.named if level.answer.valid)
        for level, n in one.named:
            part = share(n / valid) if valid and level.answer.valid else None
            rows.append((one.question.label, level.text, POLARITIES[level.polarity], n, part))
    return Table("Theo mức trả lời", "Số phiếu theo từng mức trả lời", heads, rows)


def trend(told: Overview) -> Table:
    """Return the steps of the trend; those that may not be shown are blank."""
    heads = (
        Head("Kỳ", 18),
        Head("Từ ngày", 12, number=DAY),
        Head("Đến ngày", 12, number=DAY),
        Head("Số phiếu", 10, number=WHOLE),
        Head("Phiếu chưa hài lòng", 12, number=WHOLE),
        *RATE,
    )
    rows: list[tuple[Cell, ...]] = [
        _figures(p.period, p.figures) if p.figures else (*_period(p.period), *[None] * 5)
        for p in told.trend
    ]
    chart = Chart("line", 0, 5, "Tỷ lệ hài lòng chung theo thời gian")
    shown = rows if len(rows) > 1 else []
    return Table("Theo thời gian", "Tỷ lệ hài lòng chung theo thời gian", heads, shown, chart)


def sipas(told: Results) -> Table:
    """Return the rates by the factors of the state's method."""
    heads = (
        Head("Yếu tố", 40),
        Head("Số câu hỏi", 9, number=WHOLE),
        Head("Câu trả lời hài lòng", 12, number=WHOLE),
        Head("Câu trả lời hợp lệ", 12, number=WHOLE),
        *RATE,
        Head("Số phiếu", 10, number=WHOLE),
    )
    rows = [
        (gettext(NAMES[one.factor]), len(one.questions), *_rate(one.rate), one.rate.people)
        for one in told.sipas.parts
    ]
    title = "Tỷ lệ hài lòng theo các yếu tố của phương pháp SIPAS"
    return Table("SIPAS", title, heads, rows)


def _rate(of: Rate) -> tuple[Cell, ...]:
    """Return satisfied, valid, and the rate with its interval, blank below the least number."""
    if of.rate is None:
        return (of.satisfied, of.valid, None, None, None)
    return (of.satisfied, of.valid, rated(of), share(of.low), share(of.high))


def _figures(period: Period, of: Figures) -> tuple[Cell, ...]:
    return (*_period(period), of.responses, of.dissatisfied, *_rate(of.rate)[2:])


def _period(of: Period) -> tuple[Cell, ...]:
    return (opening(of.name()), of.first, of.last)


def _clear(change: Change | None) -> str:
    if change is None:
        return "chưa đủ phiếu"
    return "khác rõ" if change.clear else "chưa rõ"

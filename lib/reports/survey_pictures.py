"""The two charts of the report: what they show, and the same in words for who cannot see them."""

from collections.abc import Iterator
from typing import NamedTuple

from lib.analysis.overview_figures import Overview, QuestionFigures
from lib.analysis.rates import Rate
from lib.reports.drawn_charts import DrawnBar, DrawnDot, bars_png, trend_png
from lib.survey.model.answer_levels import Answer
from lib.survey.model.periods import Period, PeriodKind
from lib.wording import ROMAN_NUMERALS, format_decimal, format_percent

_MOST = 40  # questions that a page holds


class ReportPicture(NamedTuple):
    """A chart with its title and what it shows, in words for those who cannot see it."""

    png: bytes
    title: str
    words: str


def questions_picture(overview: Overview) -> ReportPicture | None:
    """Return the bars of the questions; None without a rate."""
    every = [asked for asked in overview.questions if asked.rate.rate is not None]
    rated = every[:_MOST]
    if not rated:
        return None
    said = (f"{asked.question.label} {format_percent(asked.rate.rate or 0)}" for asked in rated)
    words = f"Biểu đồ thanh: tỷ lệ hài lòng theo câu hỏi, từ thấp đến cao. {'; '.join(said)}."
    more = f"; {_MOST} câu hỏi thấp nhất trong {len(every)} câu, đủ ở bảng dưới đây"
    told = f"trong ngoặc: khoảng tin cậy 95 %{more if len(every) > _MOST else ''}"
    title = f"Biểu đồ 1. Tỷ lệ hài lòng theo câu hỏi ({told})"
    return ReportPicture(bars_png([_bar(asked) for asked in rated]), title, words)


def trend_picture(overview: Overview) -> ReportPicture | None:
    """Return the overall rate over time; None with fewer than two."""
    dots = list(_dots(overview))
    if len(dots) < 2:
        return None
    said = "; ".join(f"{dot.label} {format_percent(dot.rate)}" for dot in dots)
    words = f"Biểu đồ điểm: tỷ lệ hài lòng chung theo thời gian. {said}."
    few = "; chấm rỗng: dưới 30 phiếu" if any(dot.few for dot in dots) else ""
    what = f"(%; vạch: khoảng tin cậy 95 %{few})"
    title = f"Biểu đồ 2. Tỷ lệ hài lòng chung theo thời gian {what}"
    return ReportPicture(trend_png(dots), title, words)


def _bar(asked: QuestionFigures) -> DrawnBar:
    def share(answer: Answer) -> float:
        return asked.answers[answer] / asked.rate.valid

    return DrawnBar(
        asked.question.label,
        share(Answer.VERY_SATISFIED),
        share(Answer.SATISFIED),
        share(Answer.DISSATISFIED),
        share(Answer.VERY_DISSATISFIED),
        _beside(asked.rate),
    )


def _beside(rate: Rate) -> str:
    low, high = format_decimal((rate.low or 0) * 100), format_decimal((rate.high or 0) * 100)
    return f"{format_percent(rate.rate or 0)} ({low}–{high})"


def _dots(overview: Overview) -> Iterator[DrawnDot]:
    for point in overview.trend:
        rate = point.figures.rate if point.figures else None
        if rate and rate.rate is not None and rate.low is not None and rate.high is not None:
            name, number = _short(point.period), format_decimal(rate.rate * 100)
            yield DrawnDot(name, rate.rate, rate.low, rate.high, rate.small, number)


def _short(period: Period) -> str:
    first = period.first
    if first is None:
        return period.name()
    if period.kind is PeriodKind.MONTH:
        return f"T{first.month}/{first:%y}"
    if period.kind is PeriodKind.QUARTER:
        return f"{ROMAN_NUMERALS[(first.month - 1) // 3]}/{first:%y}"
    return str(first.year)

"""What is weak and for whom, and what was done about it, as sentences of a report."""

from collections.abc import Callable, Iterator, Sequence

from lib.analysis.attention_levels import ConcernKind
from lib.analysis.attention_words import fall_sentence
from lib.analysis.concerns import Concern
from lib.analysis.group_comparison import ComparisonRow
from lib.analysis.group_counts import ComparedSubject
from lib.analysis.impact_estimate import RateBeforeAfter
from lib.analysis.rates import Rate
from lib.followup.office_measures import Measure, aimed_labels, effect_conclusion
from lib.reports.survey_changes import first_questions
from lib.reports.survey_handling import NO_CAUSE
from lib.reports.survey_results import HandlingResults, SurveyResults
from lib.wording import (
    format_count,
    format_day,
    format_decimal,
    format_percent,
    format_percent_range,
    format_points,
    with_capital,
    without_capital,
)

_UNTOLD = "Bản này không có số liệu theo dõi việc xử lý."
_UNMEASURED = "Bản này không có số liệu về biện pháp."


def concern_sentences(results: SurveyResults) -> list[str]:
    """Return what got worse or lies below the others, each as a sentence."""
    told = [_concern(results, concern) for concern in results.attention.concerns]
    return [*_falls(results), *told]


def below_sentences(results: SurveyResults) -> list[str]:
    """Return for each group in which questions it lies clearly below the others."""
    compared = results.comparison
    return [
        *_groups(results, compared.communes, lambda place: with_capital(results.place(place))),
        *_groups(results, compared.sectors, lambda sector: f"Lĩnh vực {sector.name}"),
        *_groups(results, compared.periods, lambda period: period.name()),
    ]


def weakness_rule(results: SurveyResults, *, anything: bool) -> str:
    """Return what is named here, or that nothing is, by whether there is `anything` to name."""
    if not results.overview.figures.rating:
        return "Không có câu trả lời hợp lệ nào để nói nội dung nào còn yếu."
    if results.overview.figures.rate.small:
        return "Dưới 30 phiếu có câu trả lời hợp lệ: chưa đủ để nói nội dung nào còn yếu."
    if anything:
        return (
            "Chỉ nêu những chênh lệch vượt quá mức có thể do ngẫu nhiên (mức tin cậy 95 %, đã "
            "tính đến việc xét nhiều câu hỏi và nhiều nhóm cùng lúc), giữa các nhóm có từ 30 "
            "phiếu trở lên."
        )
    return (
        "Không có câu hỏi hoặc nhóm nào thấp hơn rõ rệt, tức vượt quá mức có thể do ngẫu nhiên; "
        "chênh lệch khác trong các bảng chưa đủ để kết luận."
    )


def handling_sentences(handling: HandlingResults | None) -> Iterator[str]:
    """Yield how many dissatisfied responses are followed up, and where that stands."""
    if handling is None:
        yield _UNTOLD
        return
    work = handling.work
    if not work.all:
        yield "Chưa có ý kiến chưa hài lòng nào được đưa vào theo dõi trong phạm vi này."
        yield from _untracked(handling)
        return
    yield (
        f"Đang theo dõi {format_count(work.all)} ý kiến chưa hài lòng: "
        f"{format_count(work.new)} mới, {format_count(work.open - work.new)} đang xử lý, "
        f"{format_count(work.done)} đã xong."
    )
    yield (
        f"Có {format_count(work.overdue)} ý kiến quá hạn."
        if work.overdue
        else "Không có ý kiến nào quá hạn."
    )
    if work.median is not None:
        places = 0 if work.median == int(work.median) else 1
        yield (
            f"Thời gian xử lý thường là {format_decimal(work.median, places)} ngày làm việc (trung "
            "vị)."
        )
    yield from _untracked(handling)
    named = [
        f"{without_capital(cause or NO_CAUSE)} ({format_count(each.all)})"
        for cause, each in handling.by_cause
    ]
    yield f"Theo nguyên nhân: {'; '.join(named)}."


def _untracked(handling: HandlingResults) -> Iterator[str]:
    if handling.untracked:
        yield (
            f"Không tính {format_count(handling.untracked)} phiếu chưa hài lòng gửi trước khi "
            "bắt đầu theo "
            "dõi."
        )


def measure_sentences(results: SurveyResults) -> list[str]:
    """Return what was done since which day and whether it is better since, each as a sentence."""
    if results.handled is None:
        return [_UNMEASURED]
    if not results.handled.measures:
        return ["Chưa ghi nhận biện pháp nào."]
    return [_measure(results, measure, effect) for measure, effect in results.handled.measures]


def _measure(results: SurveyResults, measure: Measure, effect: RateBeforeAfter | None) -> str:
    since = format_day(measure.date) if measure.dated else "ngày chưa rõ"
    done = f"“{measure.title}” (từ {since}; {_scope(results, measure)})"
    rated = [q.id for q in results.form.rated]
    if measure.questions and not {*rated} & {*measure.questions}:
        return f"{done}: câu trả lời của câu hỏi này được tính thế nào còn chờ xác nhận."
    if effect is None:
        return f"{done}: kể từ ngày đó chưa đủ một tháng để so sánh trước và sau."
    before, after = _rate_in_short(effect.before), _rate_in_short(effect.after)
    return f"{done}: tỷ lệ hài lòng trước {before}, sau {after}; {effect_conclusion(effect)}."


def _scope(results: SurveyResults, measure: Measure) -> str:
    """Return what a measure is for, and where."""
    asked = [f"“{label}”" for label in aimed_labels(results.form, measure.questions)]
    where = [results.place(place) for place in results.communes if place.code in measure.communes]
    return "; ".join((", ".join(asked) or "tất cả câu hỏi", *([", ".join(where)] if where else [])))


def _rate_in_short(rate: Rate) -> str:
    n = f"{format_count(rate.people)} phiếu"
    if rate.rate is None or rate.low is None or rate.high is None:
        return f"– ({n})"
    return f"{format_percent(rate.rate)} ({format_percent_range(rate.low, rate.high)}; {n})"


def _falls(results: SurveyResults) -> Iterator[str]:
    """Yield a fall that lasts, and one that runs after the period of the paper."""
    if results.attention.fall:
        yield fall_sentence(results.attention.fall).text
    if later := results.later:
        now, before = format_percent(later.rate.rate or 0), format_percent(later.against.rate or 0)
        moved = format_points(later.change.difference)
        yield (
            f"Sau kỳ của báo cáo này, {without_capital(later.period.name())}: tỷ lệ hài lòng chung "
            f"giảm {moved} so với kỳ trước (từ {before} còn {now})."
        )


def _concern(results: SurveyResults, concern: Concern) -> str:
    now, before = format_percent(concern.rate.rate or 0), format_percent(concern.against.rate or 0)
    moved, n = format_points(concern.change.difference), format_count(concern.dissatisfied)
    label = results.label(concern.question)
    if concern.kind is ConcernKind.BELOW:
        where = with_capital(results.commune(concern.commune))
        words = f"{where}, {label}: thấp hơn các đơn vị khác {moved} ({now} so với {before})"
    else:
        then = concern.period.previous()
        since = without_capital(then.name()) if then else "kỳ trước"
        words = f"{with_capital(label)}: giảm {moved} so với {since} (từ {before} còn {now})"
    return f"{words}; {n} phiếu chưa hài lòng."


def _groups(
    results: SurveyResults,
    rows: Sequence[ComparisonRow[ComparedSubject]],
    named: Callable[[ComparedSubject], str],
) -> Iterator[str]:
    for row in rows:
        cells = zip(results.questions, row.cells, strict=True)
        low = [
            f"{question.label} ({format_percent(cell.rate.rate or 0)})"
            for question, cell in cells
            if cell and cell.mark < 0
        ]
        if low and row.subject is not None:
            yield (
                f"{named(row.subject)} ({format_count(row.responses)} phiếu) thấp hơn rõ rệt ở: "
                f"{first_questions(low, '; ')}."
            )

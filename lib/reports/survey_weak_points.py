"""What is weak and for whom, and what was done about it, as sentences of a report."""

from collections.abc import Callable, Iterator, Sequence

from lib.analysis.attention import Concern, ConcernKind
from lib.analysis.group_comparison import ComparedSubject, ComparisonRow
from lib.analysis.impact_estimate import RateBeforeAfter
from lib.analysis.rates import Rate
from lib.followup.office_measures import Measure, effect_conclusion
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
_MOST = 5  # questions named of one group


def concern_sentences(told: SurveyResults) -> list[str]:
    """Return what got worse or lies below the others, each as a sentence."""
    return [_concern(told, one) for one in told.concerns]


def below_sentences(told: SurveyResults) -> list[str]:
    """Return for each group in which questions it lies clearly below the others."""
    compared = told.comparison
    return [
        *_groups(told, compared.communes, lambda place: with_capital(told.place(place))),
        *_groups(told, compared.sectors, lambda sector: f"Lĩnh vực {sector.name}"),
        *_groups(told, compared.periods, lambda period: period.name()),
    ]


def weakness_rule(told: SurveyResults, *, found: bool) -> str:
    """Return what is named here, and that nothing is where nothing was found."""
    if not told.overview.figures.rating:
        return "Không có câu trả lời hợp lệ nào để nói nội dung nào còn yếu."
    if told.overview.figures.rate.small:
        return "Dưới 30 phiếu có câu trả lời hợp lệ: chưa đủ để nói nội dung nào còn yếu."
    if found:
        return (
            "Chỉ nêu những chênh lệch vượt quá mức có thể do ngẫu nhiên (95 %, đã tính đến việc "
            "xét nhiều câu hỏi và nhiều nhóm cùng lúc), giữa các nhóm có từ 30 phiếu trở lên."
        )
    return (
        "Không có câu hỏi hoặc nhóm nào thấp hơn rõ rệt, tức vượt quá mức có thể do ngẫu nhiên; "
        "chênh lệch khác trong các bảng chưa đủ để kết luận."
    )


def handling_sentences(told: HandlingResults | None) -> Iterator[str]:
    """Yield how many dissatisfied responses are followed up, and where that stands."""
    if told is None:
        yield _UNTOLD
        return
    of = told.work
    if not of.all:
        yield "Chưa có ý kiến chưa hài lòng nào được đưa vào theo dõi trong phạm vi này."
        yield from _untracked(told)
        return
    yield (
        f"Đang theo dõi {format_count(of.all)} ý kiến chưa hài lòng: {format_count(of.new)} mới, "
        f"{format_count(of.open - of.new)} đang xử lý, {format_count(of.done)} đã xong."
    )
    yield (
        f"Có {format_count(of.overdue)} ý kiến quá hạn."
        if of.overdue
        else "Không có ý kiến nào quá hạn."
    )
    if of.median is not None:
        places = 0 if of.median == int(of.median) else 1
        yield (
            f"Thời gian xử lý thường là {format_decimal(of.median, places)} ngày làm việc (trung "
            "vị)."
        )
    yield from _untracked(told)
    named = [
        f"{without_capital(cause or NO_CAUSE)} ({format_count(each.all)})"
        for cause, each in told.by_cause
    ]
    yield f"Theo nguyên nhân: {'; '.join(named)}."


def _untracked(told: HandlingResults) -> Iterator[str]:
    if told.untracked:
        yield (
            f"Không tính {format_count(told.untracked)} phiếu chưa hài lòng gửi trước khi "
            "bắt đầu theo "
            "dõi."
        )


def measure_sentences(told: SurveyResults) -> list[str]:
    """Return what was done since which day and whether it is better since, each as a sentence."""
    if told.handled is None:
        return [_UNMEASURED]
    if not told.handled.measures:
        return ["Chưa ghi nhận biện pháp nào."]
    return [_measure(told, one, found) for one, found in told.handled.measures]


def _measure(told: SurveyResults, one: Measure, found: RateBeforeAfter | None) -> str:
    since = format_day(one.date) if one.dated else "ngày chưa rõ"
    done = f"“{one.title}” (từ {since}; {_scope(told, one)})"
    if found is None:
        return f"{done}: chưa đủ một tháng trọn kể từ ngày đó để so sánh trước và sau."
    before, after = _side(found.before), _side(found.after)
    return f"{done}: tỷ lệ hài lòng trước {before}, sau {after}; {effect_conclusion(found)}."


def _scope(told: SurveyResults, one: Measure) -> str:
    """Return what a measure is for, and where."""
    asked = [f"“{q.label}”" for q in told.form.rated if q.id in one.questions]
    where = [told.place(place) for place in told.communes if place.code in one.communes]
    return "; ".join((", ".join(asked) or "tất cả câu hỏi", *([", ".join(where)] if where else [])))


def _side(of: Rate) -> str:
    n = f"{format_count(of.people)} phiếu"
    if of.rate is None or of.low is None or of.high is None:
        return f"– ({n})"
    return f"{format_percent(of.rate)} ({format_percent_range(of.low, of.high)}; {n})"


def _concern(told: SurveyResults, one: Concern) -> str:
    now, before = format_percent(one.rate.rate or 0), format_percent(one.against.rate or 0)
    moved, n = format_points(one.change.difference), format_count(one.dissatisfied)
    label = told.label(one.question)
    if one.kind is ConcernKind.BELOW:
        where = with_capital(told.commune(one.commune))
        words = f"{where}, {label}: thấp hơn các đơn vị khác {moved} ({now} so với {before})"
    else:
        then = told.overview.previous
        since = without_capital(then.period.name()) if then else "kỳ trước"
        words = f"{with_capital(label)}: giảm {moved} so với {since} (từ {before} còn {now})"
    return f"{words}; {n} phiếu chưa hài lòng."


def _groups(
    told: SurveyResults,
    rows: Sequence[ComparisonRow[ComparedSubject]],
    named: Callable[[ComparedSubject], str],
) -> Iterator[str]:
    for row in rows:
        cells = zip(told.questions, row.cells, strict=True)
        low = [
            f"{question.label} ({format_percent(cell.rate.rate or 0)})"
            for question, cell in cells
            if cell and cell.mark < 0
        ]
        if low and row.subject is not None:
            more = f" và {format_count(len(low) - _MOST)} câu hỏi khác" if len(low) > _MOST else ""
            yield (
                f"{named(row.subject)} ({format_count(row.responses)} phiếu) thấp hơn rõ ở: "
                f"{'; '.join(low[:_MOST])}{more}."
            )

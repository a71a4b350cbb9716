"""What the figures of a survey say, as sentences of a report: careful where chance explains."""

from collections.abc import Iterator

from lib.analysis.overview_figures import EarlierFigures, QuestionFigures
from lib.analysis.rates import Rate, RateChange
from lib.analysis.sipas_rates import needed_sample_size
from lib.analysis.unclassified_answers import (
    count_unclassified,
    moves_the_rate,
    unclassified_words,
)
from lib.reports.survey_changes import change_sentences
from lib.reports.survey_results import SurveyResults
from lib.survey.model.answer_levels import Answer
from lib.survey.model.sipas_factors import FACTOR_NAMES
from lib.wording import (
    format_count,
    format_percent,
    format_percent_range,
    format_points,
    gettext,
    without_capital,
)

_VOLUNTARY = (
    "Khảo sát tự nguyện qua biểu mẫu, không phải mẫu ngẫu nhiên: kết quả là ý kiến của những người "
    "đã trả lời, không suy rộng cho tất cả người dân đã giao dịch."
)
_RULE = (
    "Tỷ lệ hài lòng = số câu trả lời “rất hài lòng” và “hài lòng” chia cho số câu trả lời hợp lệ; "
    "câu bỏ trống hoặc không áp dụng không tính. Khoảng tin cậy 95 % (Wilson) cho biết tỷ lệ có "
    "thể dao động trong khoảng nào do ngẫu nhiên."
)
_BESIDE_SIPAS = (
    "Không so các tỷ lệ này với Chỉ số SIPAS cấp tỉnh, thành phố: SIPAS chọn mẫu ngẫu nhiên và "
    "phát phiếu đến tận người dân, còn ở đây ai muốn thì trả lời."
)


def survey_situation(results: SurveyResults) -> Iterator[str]:
    """Yield how many responses there are and how many of them rate something."""
    figures = results.overview.figures
    if not figures.responses:
        yield "Không có phiếu khảo sát nào trong phạm vi này."
        return
    if not results.questions:
        yield (
            f"Đã thu được {format_count(figures.responses)} phiếu khảo sát, nhưng không có câu "
            "hỏi nào tính "
            "được mức độ hài lòng."
        )
        return
    whole = figures.rating == figures.responses
    rating = "tất cả đều có" if whole else f"trong đó {format_count(figures.rating)} phiếu có"
    yield (
        f"Đã thu được {format_count(figures.responses)} phiếu khảo sát, {rating} câu trả lời hợp "
        "lệ về mức độ "
        f"hài lòng ({format_count(len(results.questions))} câu hỏi)."
    )
    yield _VOLUNTARY


def overall_sentences(results: SurveyResults) -> Iterator[str]:
    """Yield the overall rate and how many responses hold a dissatisfied answer."""
    figures = results.overview.figures
    if not figures.responses:
        yield "Không có phiếu nên không có kết quả để nêu."
        return
    if not figures.rating:
        yield "Không có câu trả lời hợp lệ về mức độ hài lòng nên không tính tỷ lệ."
        return
    if figures.rate.rate is None:
        yield "Có dưới 5 phiếu có câu trả lời hợp lệ nên không tính tỷ lệ."
        return
    yield f"Tỷ lệ hài lòng chung là {_rate_in_full(figures.rate)}."
    part = format_percent(figures.dissatisfied / figures.rating)
    yield (
        f"Có {format_count(figures.dissatisfied)} trên {format_count(figures.rating)} phiếu "
        f"({part}) có ít nhất một câu trả lời chưa hài lòng."
    )
    if figures.rate.small:
        yield "Dưới 30 phiếu: chỉ để tham khảo, chưa đủ để xếp hạng hoặc kết luận."
    yield _RULE


def unclassified_sentences(results: SurveyResults) -> Iterator[str]:
    """Yield between which rates those may lie that answers nobody has placed yet could move."""
    overview = results.overview
    every = count_unclassified(overview.questions)
    if moves_the_rate(overview.figures.rate, every):
        yield f"Tỷ lệ chung: {unclassified_words(overview.figures.rate, every)}."
    for asked in overview.questions:
        open_ = asked.answers[Answer.UNCLASSIFIED]
        if moves_the_rate(asked.rate, open_):
            yield f"“{asked.question.label}”: {unclassified_words(asked.rate, open_)}."


def question_sentences(results: SurveyResults) -> Iterator[str]:
    """Yield which questions have the lowest and the highest rate, of those that may be ranked."""
    ranked = [asked for asked in results.overview.questions if not asked.rate.small]
    if len(ranked) < 2:
        return
    low, high = ranked[0], ranked[-1]
    yield f"Tỷ lệ thấp nhất là {_asked(low)}; cao nhất là {_asked(high)}."
    if low.rate.high is not None and high.rate.low is not None and low.rate.high > high.rate.low:
        yield "Các khoảng tin cậy còn chồng lên nhau, nên thứ tự giữa các câu hỏi chưa chắc chắn."
    if few := len(results.overview.questions) - len(ranked):
        yield f"{format_count(few)} câu hỏi có dưới 30 câu trả lời chỉ để tham khảo, xếp cuối bảng."


def comparison_sentences(results: SurveyResults) -> Iterator[str]:
    """Yield how the compared period differs from the one before and from the year before."""
    overview = results.overview
    if overview.period is None or overview.previous is None or overview.now is None:
        yield "Không có số liệu của kỳ trước để so sánh."
        return
    if results.selection.period is None:
        name = without_capital(overview.period.name())
        yield f"Thay đổi được nêu cho {name}, quý gần nhất đã kết thúc có phiếu."
    yield f"So với {_against(overview.previous, overview.now.rate)}."
    if overview.year_ago:
        yield f"So với cùng kỳ, {_against(overview.year_ago, overview.now.rate)}."
    yield from change_sentences(results)


def sipas_sentences(results: SurveyResults) -> Iterator[str]:
    """Yield the method's figures, what they rest on, and what they are not."""
    sipas = results.sipas
    if sipas.wholly.rate is None:
        return
    yield (
        "Các câu hỏi được xếp theo 5 yếu tố của phương pháp đo lường sự hài lòng (SIPAS). Hài lòng "
        f"toàn diện (mọi câu trả lời hợp lệ của phiếu đều hài lòng): {_rate_in_full(sipas.wholly)}."
    )
    if sipas.missing:
        names = "; ".join(gettext(FACTOR_NAMES[factor]).lower() for factor in sipas.missing)
        yield f"Chưa có câu hỏi về: {names}."
    yield from _size(results)
    yield _BESIDE_SIPAS


def _size(results: SurveyResults) -> Iterator[str]:
    if results.transactions is None:
        return
    size, have = needed_sample_size(results.transactions), results.overview.figures.responses
    lack = "đã đủ" if have >= size else f"còn thiếu {format_count(size - have)}"
    yield (
        f"Với {format_count(results.transactions)} giao dịch trong kỳ, cỡ mẫu cần có là "
        f"{format_count(size)} phiếu "
        f"(n = N/(1 + N·e²), e = 5 %); đã thu {format_count(have)} phiếu, {lack}."
    )


def _against(against: EarlierFigures, now: Rate) -> str:
    name = (
        f"{without_capital(against.period.name())} ({format_count(against.figures.responses)} "
        "phiếu)"
    )
    before = against.figures.rate
    if against.rate is None or before.rate is None or now.rate is None:
        return f"{name}: chưa đủ phiếu để so sánh"
    moved = f"từ {format_percent(before.rate)} thành {format_percent(now.rate)}"
    return f"{name}, tỷ lệ hài lòng chung {_changed(against.rate)}, {moved}; {_sure(against.rate)}"


def _changed(change: RateChange) -> str:
    """Return "tăng rõ rệt 0,9 điểm phần trăm", "giảm …" or "không đổi"."""
    if format_points(change.difference) == format_points(0):
        return "không đổi"
    moved = "tăng" if change.difference > 0 else "giảm"
    return f"{moved}{' rõ rệt' if change.clear else ''} {format_points(change.difference)}"


def _sure(change: RateChange) -> str:
    """Return in words whether chance could explain a difference."""
    if change.clear:
        return "khác biệt này vượt quá mức có thể do ngẫu nhiên"
    return "khác biệt này có thể do ngẫu nhiên nên chưa đủ cơ sở kết luận là có thay đổi"


def _rate_in_full(rate: Rate) -> str:
    """Return a rate that there is, with what it rests on, its interval and how many people."""
    answers = f"{format_count(rate.satisfied)}/{format_count(rate.valid)}"
    within = f"khoảng tin cậy 95 %: {format_percent_range(rate.low or 0, rate.high or 0)}"
    n = f"n = {format_count(rate.people)} phiếu"
    return f"{format_percent(rate.rate or 0)} ({answers}; {within}; {n})"


def _asked(asked: QuestionFigures) -> str:
    return (
        f"“{asked.question.label}” ({format_percent(asked.rate.rate or 0)}, n = "
        f"{format_count(asked.rate.valid)})"
    )

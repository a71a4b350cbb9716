"""What the figures of a paper are: chosen how, read from where and when, always in Vietnamese."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from lib.settings import LEAST_GROUP
from lib.survey.model.periods import Period, PeriodKind
from lib.wording import (
    format_count,
    format_day,
    format_moment,
    in_vietnamese,
    with_capital,
    without_capital,
)

_SAMPLE = "Dữ liệu mẫu: không phải số liệu của cơ quan, không dùng để báo cáo."


@dataclasses.dataclass(frozen=True)
class SurveyBasis:
    """Everything that a reader must know beside the figures; its sentences are Vietnamese."""

    period: Period | None
    selection: str  # the filters as a sentence, with n
    read: str  # when the responses were read: to the minute for staff, else the day
    head: str = ""  # of the ledger then; "" where there is none
    journal_head: str = ""  # of what was done, where it tells of that
    sample: bool = False
    totals_only: bool = False  # made for somebody who sees totals only
    k: int = LEAST_GROUP  # then so many responses stand behind every figure
    counted_since: dt.date | None = None  # when answers came to count as they do; None: always

    def when(self) -> str:
        """Return "Quý IV/2022 (từ 01/10/2022 đến 31/12/2022)" and the like."""
        return period_words(self.period)

    def notes(self) -> tuple[str, ...]:
        """Return one sentence on each: sample, choice, reading, ledger, what is left out."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[str]:
        if self.sample:
            yield _SAMPLE
        yield f"Phạm vi: {self.selection}."
        yield f"Số liệu cập nhật {self.read}."
        if self.counted_since:
            yield f"Cách tính câu trả lời: theo ngày {format_day(self.counted_since)}."
        if self.head:
            yield f"Mã xác thực: {self.head}."
        if self.journal_head:
            yield f"Mã xác thực sổ diễn biến: {self.journal_head}."
        if self.totals_only:
            yield f"Chỉ gồm số tổng hợp trên ít nhất {self.k} phiếu; nhóm nhỏ hơn không nêu."


@dataclasses.dataclass(frozen=True)
class MovementBasis:
    """Everything that a reader must know beside the figures; its sentences are Vietnamese."""

    period: Period | None  # None: whatever its time
    selection: str  # the filters as a sentence
    source: str  # how people call the register, and the dataset chosen of it
    read_at: dt.datetime  # by the office's clock
    sample: bool = False
    models_without_time: int = 0  # left out by the period
    results_without_period: int = 0

    def when(self) -> str:
        """Return "Quý IV/2022 (từ 01/10/2022 đến 31/12/2022)" and the like."""
        return period_words(self.period)

    def year_before(self) -> str:
        """Return the name of the same months a year earlier; "" where there are none."""
        earlier = self.period and self.period.year_ago()
        with in_vietnamese():
            return without_capital(earlier.name()) if earlier else ""

    def notes(self) -> tuple[str, ...]:
        """Return one sentence on each: sample, choice, source, and what is left out."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[str]:
        if self.sample:
            yield _SAMPLE
        if self.selection:
            yield f"Phạm vi: {self.selection.rstrip('.')}."
        with in_vietnamese():
            read_at = format_moment(self.read_at)
            models, results = (
                format_count(n) for n in (self.models_without_time, self.results_without_period)
            )
        yield f"Nguồn: {self.source}; cập nhật lúc {read_at}."
        if self.models_without_time:
            yield (
                f"Chưa tính {models} mô hình, điển hình không ghi thời gian, "
                "vì không xếp được vào kỳ nào."
            )
        if self.results_without_period:
            yield f"Chưa tính {results} kết quả, số liệu không ghi kỳ."


def period_words(period: Period | None) -> str:
    """Return how a title names it: "Quý IV/2022 (từ 01/10/2022 đến 31/12/2022)" and the like."""
    if period is None:
        return "Toàn bộ thời gian"
    with in_vietnamese():
        name = period.name()
    name = with_capital(name)
    if period.kind is PeriodKind.DAYS or not period.first or not period.last:
        return name
    return f"{name} (từ {format_day(period.first)} đến {format_day(period.last)})"

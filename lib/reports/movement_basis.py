"""What the figures of a paper on the movement are: chosen how, read from where and when."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from lib.reports.period_words import period_words
from lib.survey.model.periods import Period
from lib.wording import format_count, format_moment, in_vietnamese, without_capital


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
            yield "Dữ liệu mẫu: không phải số liệu của cơ quan, không dùng để báo cáo."
        if self.selection:
            yield f"Phạm vi: {self.selection.rstrip('.')}."
        with in_vietnamese():
            read_at = format_moment(self.read_at)
            models, results = (
                format_count(n) for n in (self.models_without_time, self.results_without_period)
            )
        yield f"Nguồn: {self.source}; đọc lúc {read_at}."
        if self.models_without_time:
            yield (
                f"Chưa tính {models} mô hình, điển hình không ghi thời gian, "
                "vì không xếp được vào kỳ nào."
            )
        if self.results_without_period:
            yield f"Chưa tính {results} kết quả, số liệu không ghi kỳ."

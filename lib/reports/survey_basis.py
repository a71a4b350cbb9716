"""What a paper on the survey rests on: chosen how, read when, and the head of the ledger."""

import dataclasses
from collections.abc import Iterator

from lib.reports.period_words import period_words
from lib.settings import LEAST_GROUP
from lib.survey.model.periods import Period


@dataclasses.dataclass(frozen=True)
class SurveyBasis:
    """Everything that a reader must know beside the figures; its sentences are Vietnamese."""

    period: Period | None
    selection: str  # the filters as a sentence, with n
    read: str  # when the responses were read: to the minute for staff, else the day
    head: str = ""  # of the ledger then; "" where there is none
    sample: bool = False
    totals_only: bool = False  # made for somebody who sees totals only
    k: int = LEAST_GROUP  # then so many responses stand behind every figure

    def when(self) -> str:
        """Return "Quý IV/2022 (từ 01/10/2022 đến 31/12/2022)" and the like."""
        return period_words(self.period)

    def notes(self) -> tuple[str, ...]:
        """Return one sentence on each: sample, choice, reading, ledger, what is left out."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[str]:
        if self.sample:
            yield "Dữ liệu mẫu: không phải số liệu của cơ quan, không dùng để báo cáo."
        yield f"Phạm vi: {self.selection}."
        yield f"Số liệu đọc {self.read}."
        if self.head:
            yield f"Mã niêm: {self.head}."
        if self.totals_only:
            yield f"Chỉ gồm số tổng hợp trên ít nhất {self.k} phiếu; nhóm nhỏ hơn không nêu."

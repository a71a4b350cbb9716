"""One row of a tab: its cells by field, as text where text is wanted."""

import dataclasses
import datetime as dt
import functools
import re
from collections.abc import Mapping

from lib.movement.register_fields import RegisterField
from lib.source_table import CellValue
from lib.survey.model.vietnamese_text import clean_text, fold_accents
from lib.survey.table.coded_column import SPREADSHEET_ERRORS, cell_text
from lib.wording import format_day

_NOTHING = frozenset((
    *("", "-", "–", "—", "/", "…", "...", "khong", "chua", "chua co", "khong co", "khong neu"),
    *("khong ro", "chua ro", "n/a", "khong xac dinh"),
))  # fmt: skip
_LONGEST = max(map(len, _NOTHING))
_SUM = re.compile(r"(?:tong(?: cong| so)?|cong)(?:\s*[:(].*)?")
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?|\([a-z]\)")
_ROMAN = re.compile(r"(?:[IVX]+|[A-H])\.?")


@dataclasses.dataclass(frozen=True)
class RegisterRow:
    """A row with its number in the sheet; `measured` are its figures by their headers."""

    number: int
    cells: Mapping[RegisterField, CellValue]
    measured: tuple[tuple[str, CellValue], ...] = ()

    def cell(self, at: RegisterField) -> CellValue:
        """Return a cell as it was read; None where there is no such column."""
        return self.cells.get(at)

    def written(self, at: RegisterField) -> str:
        """Return a cell as people would read it, cleaned."""
        return self._texts.get(at, "")

    def text(self, at: RegisterField) -> str:
        """Return what a cell states; "" also for a dash, "chưa có" and the like."""
        text = self.written(at)
        if len(text) > _LONGEST:
            return text
        return "" if fold_accents(text) in _NOTHING or text in SPREADSHEET_ERRORS else text

    def figure(self, header: str) -> str:
        """Return one of the row's figures as people would read it."""
        return next((_written(cell) for name, cell in self.measured if name == header), "")

    @property
    def says_something(self) -> bool:
        """Whether it is neither blank, nor a sum, nor the numbers of the columns."""
        figures = (_written(cell) for _, cell in self.measured)
        texts = [text for text in (*self._texts.values(), *figures) if text]
        if not texts or all(map(_COLUMN_NUMBER.fullmatch, texts)):
            return False
        first = next((text for text in texts if not text.isdecimal()), "")
        return _SUM.fullmatch(fold_accents(first)) is None

    @property
    def is_heading(self) -> bool:
        """Whether it only names the part of the list that follows: "I", "Lĩnh vực kinh tế"."""
        filled = {at for at in self.cells if self.written(at)}
        numbered = _ROMAN.fullmatch(self.written(RegisterField.NUMBER)) is not None
        return numbered and filled <= {RegisterField.NUMBER, RegisterField.NAME}

    @functools.cached_property
    def _texts(self) -> dict[RegisterField, str]:
        return {at: _written(cell) for at, cell in self.cells.items()}


def _written(cell: CellValue) -> str:
    return format_day(cell) if isinstance(cell, dt.date) else clean_text(cell_text(cell))

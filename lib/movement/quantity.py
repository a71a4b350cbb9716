"""A figure of the register: number, unit, and whether it is exact, a lower bound or about so much."""

import dataclasses
import enum
from decimal import Decimal

from lib.table import Cell


class Qualifier(enum.StrEnum):
    """How exact a number is meant."""

    EXACT = "exact"  # bằng
    AT_LEAST = "at_least"  # hơn, trên, ít nhất, trở lên
    ABOUT = "about"  # khoảng, gần, ước
    ABOUT_AT_LEAST = "about_at_least"  # only of sums that hold both


@dataclasses.dataclass(frozen=True)
class Quantity:
    """One value with its unit; the magnitude ("tỷ", "ngàn") is in the value, not in the unit."""

    value: Decimal
    unit: str = ""  # as written, cleaned; compare folded
    qualifier: Qualifier = Qualifier.EXACT
    of: Decimal | None = None  # 13 of 13


class UnreadError(ValueError):
    """A cell that is no quantity; `reason` is a key of the catalogue."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


def read(cell: Cell, unit: str = "") -> Quantity:
    """Return what a cell says, `unit` being that of its row; an UnreadError says why it does not."""
    raise NotImplementedError


def words(quantity: Quantity) -> str:
    """Return "hơn 18.000 cuốn vở", "13/13 xã", "37 tỷ đồng" in the reader's language."""
    raise NotImplementedError

"""Sums of results, indicator by indicator and unit by unit, with what they leave out."""

import dataclasses
from decimal import Decimal

from lib.movement.quantity import Qualifier, Quantity
from lib.movement.records import Register


@dataclasses.dataclass(frozen=True)
class Total:
    """What the results of one indicator in one unit add up to."""

    indicator: str
    unit: str
    value: Decimal
    qualifier: Qualifier
    counted: int  # results that went in
    left_out: int  # results of this indicator that did not
    of: Decimal | None = None
    dataset: str = ""

    @property
    def quantity(self) -> Quantity:
        """The total as a quantity, to be written like any other."""
        return Quantity(self.value, self.unit, self.qualifier, self.of)


def totals(register: Register) -> tuple[Total, ...]:
    """Return the totals of a register, those of each dataset apart."""
    raise NotImplementedError

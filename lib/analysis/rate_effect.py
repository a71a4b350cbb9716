"""A rate before and after a day, over equal spans of time."""

import dataclasses
import datetime as dt

from lib.analysis.rates import ENOUGH_PEOPLE, Rate, RateChange


@dataclasses.dataclass(frozen=True)
class RateBeforeAfter:
    """A rate before and after a day; `change` is None where either has too few people."""

    first: dt.date  # of the days before
    last: dt.date  # of the days after
    before: Rate
    after: Rate
    change: RateChange | None

    @property
    def missing(self) -> int:
        """How many responses after the day are missing until something can be said."""
        return max(0, ENOUGH_PEOPLE - self.after.people)

    @property
    def missing_before(self) -> int:
        """How many were missing before it; they never come any more."""
        return max(0, ENOUGH_PEOPLE - self.before.people)

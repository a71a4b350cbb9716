"""Whether a new reading of a source can be true: no form loses most of its responses at once.

Google may answer well formed and too little. The shape of two readings tells, so that no
cells of the one before need be kept for it.
"""

import collections
import dataclasses
from collections.abc import Iterable, Mapping

from lib.errors import SourceError
from lib.source_table import SourceTable
from lib.wording import mark

_FEW = 3  # so many are deleted or emptied by hand


class DoubtfulReadingError(SourceError):
    """What came back lacks too much of what there was to be believed before it is asked again."""

    code = "doubtful_reading"
    message = mark(
        "{title}: suddenly much of what was there before is missing. The last good figures stay; "
        "the app asks again by itself, and shows what is there if it stays so for a minute."
    )


@dataclasses.dataclass(frozen=True, slots=True)
class ReadingShape:
    """How many cells are filled below each header that is not blank, all tables together."""

    filled: Mapping[str, int] = dataclasses.field(default_factory=dict)

    @property
    def responses(self) -> int:
        """The filled cells of the fullest column: each response has its time of submission."""
        return max(self.filled.values(), default=0)

    def lost_too_much(self, now: "ReadingShape") -> bool:
        """Tell whether `now` lacks so much of this that it is to be asked for again.

        That is all responses or half of them, half of the columns, or the answers of several
        responses, which are there all the same, to one question.
        """
        gone = self.responses - now.responses
        kept = self.filled.keys() & now.filled.keys()
        return (
            (gone > 0 and not now.responses)
            or _is_half(gone, self.responses)
            or _is_half(len(self.filled) - len(kept), len(self.filled))
            or any(self._was_cut(header, now, gone) for header in kept)
        )

    def _was_cut(self, header: str, now: "ReadingShape", gone: int) -> bool:
        before = self.filled[header]
        lost = before - now.filled[header] - max(gone, 0)
        return lost > _FEW or _is_half(lost, before)


def reading_shape(tables: Iterable[SourceTable]) -> ReadingShape:
    """Return the shape of the tables of one source."""
    filled = collections.Counter[str]()
    for table in tables:
        for header, column in zip(table.headers, table.columns, strict=True):
            if header.strip():
                filled[header] += len([*filter(None, column)])
    return ReadingShape(filled)


def _is_half(lost: int, of: int) -> bool:
    return lost > 1 and 2 * lost >= of

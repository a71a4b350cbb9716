"""One line to be written, and the lines that are about the ledger or a source as a whole."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Iterator, Sequence

from lib.evidence.ledger_line import LineKind
from lib.evidence.ledger_state import LedgerState
from lib.evidence.source_changes import source_lines


@dataclasses.dataclass(frozen=True)
class LedgerChange:
    """One line to be written; `row` is the response's place in the reading, None: not there."""

    what: LineKind
    code: str = ""
    about: tuple[str, ...] = ()
    row: int | None = None


def ledger_changes(
    false: Sequence[str],
    state: LedgerState,
    read_at: dt.datetime,
    configured: Collection[str] | None = None,
) -> Iterator[LedgerChange]:
    """Yield what is said of all: heads it should have, a clock set back, sources come and gone."""
    for head in dict.fromkeys(false):
        yield LedgerChange(LineKind.BROKEN, about=(head,))
    if state.read_at and read_at < state.read_at:
        yield LedgerChange(LineKind.CLOCK)
    for line in source_lines(state, configured):
        yield LedgerChange(line.what, about=line.about)

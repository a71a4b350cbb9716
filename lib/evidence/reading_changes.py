"""The lines of the next reading: of the ledger, of the survey, and of the journal."""

import datetime as dt
from collections.abc import Collection, Iterable

from lib.evidence.incoming_reading import IncomingReading
from lib.evidence.journal_chain import JournalChain
from lib.evidence.ledger import Ledger
from lib.evidence.ledger_change import LedgerChange, ledger_changes
from lib.evidence.ledger_changes import find_changes, reads_otherwise


def reading_changes(
    ledger: Ledger,
    now: IncomingReading,
    read_at: dt.datetime,
    otherwise: Iterable[int],
    sources: Collection[str] | None,
    chain: JournalChain,
) -> list[LedgerChange] | None:
    """Return the lines to be written, None where the reading brought nothing to seal.

    `otherwise` as in find_changes. What was done since is sealed with whatever came.
    """
    state = ledger.state
    changes = [
        *ledger_changes(ledger.violations, state, read_at, sources),
        *find_changes(state, now, read_at, otherwise),
        *chain.findings(),
    ]
    read_otherwise = now.asks_otherwise(state) or reads_otherwise(state, now)
    begins = state.number and ledger.journal.since is None  # sealed by a version without a chain
    if not (changes or read_otherwise or begins):
        return None
    return [*changes, *chain.head_line(ledger.journal)]

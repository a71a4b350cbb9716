"""What viewers were shown last, by the journal alone: for a start that finds no copy of it."""

import datetime as dt

from lib.errors import LinkError
from lib.evidence.ledger import Ledger
from lib.evidence.pinned_tables import tables_of_readings
from lib.journal.journal_lines import EventKind
from lib.journal.journal_store import JournalStore
from lib.source_table import SourceTable
from lib.wording import Phrase, mark


def tables_shown_last(store: JournalStore) -> tuple[list[SourceTable], dt.datetime] | None:
    """Return the rows of the reading that is noted as shown last, and when it was read (UTC).

    None where no reading was ever sealed.
    Raises JournalError, and LinkError where it is not known which it was, or not all of it is.
    """
    readings = store.sealed()
    if not readings:
        return None
    shown = [
        event.fields.get("reading", "")
        for event in store.events()[0]
        if event.kind is EventKind.SHOWN
    ]
    numbers = [int(number) for number in shown if number.isdecimal()]
    until = [sealed for sealed in readings if numbers and sealed.number <= numbers[-1]]
    if not until:
        raise LinkError(values=Phrase(mark("no update that viewers were shown")))
    return tables_of_readings(until, Ledger().grown(readings).state), until[-1].read_at

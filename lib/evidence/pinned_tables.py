"""The rows of a reading as tables, so that they are read again as they would be from the Sheet."""

import datetime as dt
from collections.abc import Iterable

import numpy as np
import pyarrow as pa

from lib.errors import LinkError
from lib.evidence.confirmed_answers import complete_state
from lib.evidence.ledger_columns import ColumnStatus, LedgerSheet
from lib.evidence.ledger_fold import fold_readings
from lib.evidence.ledger_state import FlagArray, LedgerState, PlaceArray, unseal_reading
from lib.journal.sealed_reading import SealedReading
from lib.source_table import CellValue, SourceTable
from lib.survey.table.stated_clocks import states_its_clock
from lib.wording import Phrase, mark

_TIME = "Dấu thời gian"


def pinned_tables(state: LedgerState, *, original: bool = False) -> list[SourceTable]:
    """Return the rows of every source; LinkError where what one of them said was erased.

    With `original`, of a state folded so, also those that are gone, and none twice.
    """
    rows = ~state.moved if original else state.present & ~_of_unread_sources(state)
    if n := int((rows & ~state.answer_known).sum()):
        why = mark(
            "what {n} responses answered then was deleted for good, being too old or by "
            "request (update {number})"
        )
        raise LinkError(values=Phrase(why, {"number": state.number, "n": n}))
    places = {source: at for at, source in enumerate(state.sources)}
    sheets = sorted(state.sheets, key=lambda source: places.get(source, len(places)))
    return [
        _table(
            state,
            name,
            state.sheets[name],
            np.flatnonzero(rows & (state.source == places.get(name, -1))),
        )
        for name in sheets
        if original or name not in state.unread  # of one without responses there is no place
    ]


def _of_unread_sources(state: LedgerState) -> FlagArray:
    """Return which responses are of sources that are in the settings no more."""
    unread = [at for at, source in enumerate(state.sources) if source in state.unread]
    flags: FlagArray = np.isin(state.source, unread)
    return flags


def tables_of_readings(
    readings: Iterable[SealedReading], known: LedgerState, *, original: bool = False
) -> list[SourceTable]:
    """Return the rows as the last of these readings had them; LinkError as `pinned_tables`.

    `known` is the ledger's newest state: what is still known by it is known then, too.
    """
    unsealed = [unseal_reading(sealed) for sealed in readings]
    folded = fold_readings(LedgerState(), unsealed, original=original)
    return pinned_tables(complete_state(folded, known), original=original)


def no_such_reading(number: int, last: int) -> LinkError:
    """Return the error of a reading that the ledger does not have."""
    why = mark("update {number} (the log of verification goes from 1 to {last})")
    return LinkError(values=Phrase(why, {"number": number, "last": last}))


def _table(state: LedgerState, source: str, sheet: LedgerSheet, rows: PlaceArray) -> SourceTable:
    numbers = sheet.columns_with(ColumnStatus.ASKED, ColumnStatus.BLANK)
    headers = [_TIME, *(sheet.headers[number] for number in numbers), *sheet.private]
    zone = sheet.timezone or ""
    in_texts = states_its_clock(zone)  # then the cells said it, as they do here again
    columns = [
        _times(state, rows, zone if in_texts else ""),
        *(_texts(state, number, rows) for number in numbers),
    ]
    persons: list[list[CellValue]] = [[None] * len(rows) for _ in sheet.private]
    return SourceTable(
        source=source,
        title=sheet.title,
        headers=tuple(headers),
        columns=(*columns, *persons),
        timezone=None if in_texts else sheet.timezone,
        commune=sheet.commune,
        dropped=frozenset(range(len(columns), len(headers))),
    )


def _times(state: LedgerState, rows: PlaceArray, ending: str) -> list[CellValue]:
    times: list[dt.datetime | None] = state.times[rows].astype(object).tolist()
    return [f"{time.isoformat()}{ending}" if time and ending else time for time in times]


def _texts(state: LedgerState, number: str, rows: PlaceArray) -> list[CellValue]:
    cells = state.answers.get(number)
    if cells is None:
        return [None] * len(rows)
    codes = cells.codes[rows]
    return list(cells.texts.take(pa.array(codes, mask=codes < 0)).to_pylist())

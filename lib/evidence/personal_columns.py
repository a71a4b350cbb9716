"""Columns that name persons: of what was said there, what is let go, and what is not a person's."""

import pyarrow as pa

from lib.evidence.ledger_columns import ColumnStatus, LedgerSheet
from lib.evidence.ledger_state import LedgerState, PlaceArray
from lib.survey.model.survey_form import ColumnKind
from lib.survey.recognise.column_meaning import understand_column
from lib.survey.recognise.personal_data import is_personal_answer
from lib.survey.responses import ResponseSheet
from lib.survey.table.coded_column import CodedColumn

_SOME = 0.2  # of the answers: then it is more of the same that tells, not other answers


def always_personal(state: LedgerState, sheet: ResponseSheet) -> frozenset[str]:
    """Return the headers below which persons were named all along.

    Where the answers before were no persons', they were replaced: those are kept.
    """
    known = state.sheets.get(sheet.source, LedgerSheet(""))
    asked = known.columns_with(ColumnStatus.ASKED, ColumnStatus.GONE)
    replaced = {
        known.headers[number]
        for number in asked
        if known.headers[number] in sheet.turned and not _named(state, sheet.source, number)
    }
    return frozenset(sheet.private) - replaced


def turned_columns(sheet: LedgerSheet) -> list[str]:
    """Return the numbers of the columns whose answers became personal."""
    gone = sheet.columns_with(ColumnStatus.GONE)
    return [number for number in gone if sheet.headers[number] in sheet.private]


def personal_places(state: LedgerState, source: str, number: str) -> PlaceArray:
    """Return the places of the responses whose answer to this is by itself a person's."""
    places = state.answering(source, number)
    if not len(places):
        return places
    cells = state.answers[number]
    personal = [is_personal_answer(text) for text in cells.texts.to_pylist()]
    return places[[personal[code] for code in cells.codes[places].tolist()]]


def _named(state: LedgerState, source: str, number: str) -> bool:
    """Tell whether the answers that are known identify persons, or too many of them do."""
    places = state.answering(source, number)
    if not len(places):
        return False
    cells = state.answers[number]
    said = cells.texts.take(pa.array(cells.codes[places])).dictionary_encode()
    column = CodedColumn(said.indices.to_numpy(), tuple(said.dictionary.to_pylist()))
    header = state.sheets[source].headers[number]
    if sum(map(is_personal_answer, column.texts)) >= _SOME * len(column.texts):
        return True
    return understand_column(header, column).kind is ColumnKind.IDENTITY

"""Whether rows are those that a printed head stands for; needs a ledger file and nothing else."""

import dataclasses
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

import numpy as np

from lib.errors import BackupError
from lib.evidence.ledger_file import KNOWN_LAYOUTS
from lib.evidence.ledger_head import LedgerHead, head_size
from lib.evidence.ledger_line import LedgerLine, LineKind, parse_line
from lib.evidence.merkle_tree import MerkleTree
from lib.evidence.sealed_contents import (
    SealedContents,
    answer_commitment,
    column_order,
    stated_answers,
)
from lib.source_table import SourceTable
from lib.survey.table.form_table import FormTable, open_form_table
from lib.survey.table.submission_times import DAY_FIRST, MONTH_FIRST
from lib.survey.table.table_reading import TableReading
from lib.survey.table.time_column import time_column_position
from lib.wording import Phrase, gettext, mark

_RowPlace = tuple[int, int]  # a table and a row of it, both from 0


@dataclasses.dataclass(frozen=True)
class Verdict:
    """What came of it; every entry of `wrong` is a sentence that names a row."""

    right: int  # rows that are as they were then
    wrong: tuple[str, ...]
    unknown: int  # responses of then that the file does not let be checked
    unproven: int = dataclasses.field(default=0, compare=False)  # rows that no hash stands for


class _Row(NamedTuple):
    """What is needed to check one line."""

    code: str
    nonce: str
    source: str
    time: str


@dataclasses.dataclass(frozen=True)
class _LedgerFile:
    """What a ledger file says; `columns` by the reading from which on they hold."""

    lines: Sequence[str]
    columns: Mapping[int, Mapping[str, Mapping[str, Sequence[str]]]]
    rows: Mapping[int, _Row]  # by position of the line


def check_rows(file: str, head: str, tables: Sequence[SourceTable]) -> Verdict:
    """Return what the rows of these tables are by the ledger in this file's text.

    Raises BackupError where the file is no ledger, not the one that the head stands for, or lets
    no response be checked.
    """
    ledger = _parse_ledger_file(file)
    lines = _lines_of(ledger, head)
    current = _current_positions(lines)
    known = {position: ledger.rows[position] for position in current if position in ledger.rows}
    if current and not known:
        raise _refusal(mark("the file lets no response of then be checked"))
    sheets = [_opened(table, {row.time for row in known.values()}) for table in tables]
    right, wrong = _matching_rows(known, lines, ledger.columns, sheets)
    unknown, more = len(current) - len(known), list(_more(sheets, right))
    foreign = _foreign_rows(more, unknown)
    return Verdict(len(right), (*wrong, *foreign), unknown, len(more))


def _foreign_rows(more: Sequence[str], unknown: int) -> Sequence[str]:
    """Return what is wrong with rows that stand for no response that can be checked.

    That the file lets all be checked is no part of what the head stands for; how many responses
    there were is. So many rows may be those, and no more.
    """
    if not unknown:
        return more
    if len(more) <= unknown:
        return ()
    words = mark("At least {n} rows are none of the responses of then.")
    return (gettext(words, n=len(more) - unknown),)


def _opened(table: SourceTable, stated: Set[str]) -> FormTable:
    """Return the table read so that more of its times are stated."""
    halves = (MONTH_FIRST, DAY_FIRST)
    rules = (True, False) if time_column_position(table, current=False) is not None else (True,)
    readings = (TableReading(half, current) for current in rules for half in halves)
    opened = (open_form_table(table, reading) for reading in readings)
    return max(opened, key=lambda sheet: sum(time in stated for time in _times(sheet)))


def _parse_ledger_file(file: str) -> _LedgerFile:
    try:
        written = json.loads(file)
        if written["layout"] in KNOWN_LAYOUTS:
            return _LedgerFile(
                lines=[str(line) for line in written["lines"]],
                columns={int(n): _asked(sources) for n, sources in written["columns"].items()},
                rows={int(row["position"]): _row(row) for row in written["rows"]},
            )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        pass
    raise _refusal(mark("the file is no log of verification of this program"))


def _row(row: Mapping[str, object]) -> _Row:
    return _Row(
        code=str(row["code"]),
        nonce=str(row["nonce"]),
        source=str(row["source"]),
        time=str(row["time"]),
    )


def _asked(sources: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, dict[str, list[str]]]:
    """Return what each source asked, in the order of the columns' numbers."""
    return {
        source: {number: [*map(str, asked[number])] for number in sorted(asked, key=column_order)}
        for source, asked in sources.items()
    }


def _refusal(words: str, **fields: str) -> BackupError:
    return BackupError(reason=Phrase(words, fields))


def _lines_of(ledger: _LedgerFile, head: str) -> list[tuple[int, LedgerLine]]:
    """Return the lines up to the head, each with the number of its reading."""
    upto = head_size(head)
    if upto is None:
        raise _refusal(mark("{head} is no verification code"), head=head)
    texts = ledger.lines[:upto]
    tree = MerkleTree()
    tree.grow(text.encode() for text in texts)
    if not LedgerHead(tree.size, tree.root).is_written(head):
        raise _refusal(
            mark("the log in the file is not the one that the verification code stands for")
        )
    words = (text.split(" ", 3) for text in texts)
    return [(int(reading), parse_line(line)) for _, reading, _, line in words]


def _current_positions(lines: Sequence[tuple[int, LedgerLine]]) -> list[int]:
    """Return for every response that stood there then the position of what it said last."""
    last: dict[str, int] = {}
    for position, (_, line) in enumerate(lines):
        if line.what in (LineKind.REMOVED, LineKind.REREAD):
            last.pop(line.code, None)
        if line.what is LineKind.MOVED:
            last.pop(line.about[0], None)
        if line.hash:
            last[line.code] = position
    return list(last.values())


def _matching_rows(
    known: Mapping[int, _Row],
    lines: Sequence[tuple[int, LedgerLine]],
    columns: Mapping[int, Mapping[str, Mapping[str, Sequence[str]]]],
    sheets: Sequence[FormTable],
) -> tuple[set[_RowPlace], list[str]]:
    """Return the rows that are as they were, and a sentence for each response that none is."""
    right: set[_RowPlace] = set()
    wrong = []
    times = _by_time(sheets)
    said: dict[tuple[int, int, str], list[str]] = {}
    for position, row in known.items():
        reading, line = lines[position]
        since = max((n for n in columns if n <= reading), default=0)
        asked = columns.get(since, {}).get(row.source, {})
        for at, place in times[row.time]:
            key = at, since, row.source
            if key not in said:
                said[key] = list(stated_answers(_contents(sheets[at], asked)))
            if (at, place) not in right and answer_commitment(
                row.nonce, said[key][place]
            ) == line.hash:
                right.add((at, place))
                break
        else:
            wrong.append(_sentence(row, there=bool(times[row.time])))
    return right, wrong


def _by_time(sheets: Sequence[FormTable]) -> Mapping[str, list[_RowPlace]]:
    rows = defaultdict[str, list[_RowPlace]](list)
    for at, sheet in enumerate(sheets):
        for place, time in enumerate(_times(sheet)):
            rows[time].append((at, place))
    return rows


def _times(sheet: FormTable) -> list[str]:
    return ["" if np.isnat(time) else str(time) for time in sheet.submitted.times]


def _contents(sheet: FormTable, asked: Mapping[str, Sequence[str]]) -> SealedContents:
    """Return what the rows of a sheet say to what was asked, under any of its wordings."""
    said = {}
    for number, wordings in asked.items():
        header = next((each for each in wordings if each in sheet.positions), "")
        column = sheet.column(header) if header else None
        if column is not None:
            texts = (*column.texts, None)
            said[number] = [texts[code] for code in column.codes.tolist()]
    return SealedContents(times=_times(sheet), said=said)


def _sentence(row: _Row, *, there: bool) -> str:
    if there:
        words = mark("Response {code} ({time}): the answers are not those of then.")
    else:
        words = mark("Response {code} ({time}): there is no row of this time any more.")
    return gettext(words, code=row.code, time=row.time or "?")


def _more(sheets: Sequence[FormTable], right: set[_RowPlace]) -> Iterator[str]:
    for at, sheet in enumerate(sheets):
        rows = np.flatnonzero(sheet.kept)
        for place, time in enumerate(_times(sheet)):
            if (at, place) not in right:
                words = mark(
                    "Row {n} of {title} ({time}) is none of the responses of then that can be "
                    "checked."
                )
                # counted as spreadsheets do, below the header
                n = int(rows[place]) + 2
                yield gettext(words, n=n, title=sheet.table.title, time=time or "?")

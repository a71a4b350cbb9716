"""Whether rows are those that a printed head stands for; needs a ledger file and nothing else."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

import numpy as np

from lib.errors import BackupError
from lib.evidence.ledger_file_content import (
    HandedRow,
    LedgerFileContent,
    parse_ledger_file,
)
from lib.evidence.ledger_head import LedgerHead, head_size
from lib.evidence.ledger_line import LedgerLine, LineKind, parse_line
from lib.evidence.merkle_tree import MerkleTree
from lib.evidence.proven_columns import AskedColumns, ProvenColumns, proven_columns
from lib.evidence.sealed_contents import SealedContents, answer_commitment, stated_answers
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
    # questions by their words of then and those that the rows give them now
    reworded: tuple[tuple[str, str], ...] = dataclasses.field(default=(), compare=False)
    # whether the head stands for what is said of columns and sources, too
    columns_proven: bool = dataclasses.field(default=True, compare=False)


def check_rows(file: str, head: str, tables: Sequence[SourceTable]) -> Verdict:
    """Return what the rows of these tables are by the ledger in this file's text.

    Raises BackupError where the file is no ledger, not the one that the head stands for, or lets
    no response be checked.
    """
    ledger = parse_ledger_file(file)
    lines = _lines_of(ledger, head)
    columns = proven_columns(ledger, lines)
    current = _current_positions(lines)
    known = {position: ledger.rows[position] for position in current if position in ledger.rows}
    if current and not known:
        raise _refusal(mark("the file lets no response of then be checked"))
    sheets = [_opened(table, {row.time for row in known.values()}) for table in tables]
    matching = _MatchingRows(lines, columns, sheets)
    wrong = matching.wrong(known)
    unknown, more = len(current) - len(known), list(_more(sheets, matching.right))
    foreign = _foreign_rows(more, unknown)
    proven = columns.proven and all(columns.states_source(lines[at][0]) for at in known)
    return Verdict(
        len(matching.right),
        (*wrong, *foreign),
        unknown,
        len(more),
        tuple(matching.reworded),
        proven,
    )


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


def _refusal(words: str, **fields: str) -> BackupError:
    return BackupError(reason=Phrase(words, fields))


def _lines_of(ledger: LedgerFileContent, head: str) -> list[tuple[int, LedgerLine]]:
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


class _MatchingRows:
    """The rows that say what responses said then; each stands for one response."""

    def __init__(
        self,
        lines: Sequence[tuple[int, LedgerLine]],
        columns: ProvenColumns,
        sheets: Sequence[FormTable],
    ) -> None:
        self._lines, self._columns, self._sheets = lines, columns, sheets
        self._times = _by_time(sheets)
        self._said: dict[tuple[int, int, str, bool], list[str]] = {}
        self.right: set[_RowPlace] = set()
        self.reworded: dict[tuple[str, str], None] = {}

    def wrong(self, known: Mapping[int, HandedRow]) -> list[str]:
        """Return a sentence for each of these responses that no row is."""
        wrong = []
        for position, row in known.items():
            reading, line = self._lines[position]
            for place in self._times[row.time]:
                said = self._stated(place[0], reading, row.source)[place[1]]
                if place not in self.right and answer_commitment(row.nonce, said) == line.hash:
                    self.right.add(place)
                    break
            else:
                wrong.append(_sentence(row, there=bool(self._times[row.time])))
        return wrong

    def _stated(self, at: int, reading: int, source: str) -> list[str]:
        asked = self._columns.at(reading, source)
        key = at, asked.since, source, asked.states_source
        if key not in self._said:
            headers, reworded = _headers(self._sheets[at], asked)
            self.reworded |= dict.fromkeys(reworded)
            said = _contents(self._sheets[at], headers, source, states_source=asked.states_source)
            self._said[key] = list(stated_answers(said))
        return self._said[key]


def _headers(sheet: FormTable, asked: AskedColumns) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Return the header of each question, and which bear words that are proven to be none's."""
    found, reworded = {}, []
    proven = {wording for wordings in asked.worded.values() for wording in wordings}
    for number, wordings in asked.worded.items():
        then = next((each for each in wordings if each in sheet.positions), "")
        words = (each for each in asked.later[number] if each not in proven)
        now = next((each for each in words if each in sheet.positions), "")
        if then or now:
            found[number] = then or now
        if now and not then:
            reworded.append((wordings[-1], now))
    return found, reworded


def _by_time(sheets: Sequence[FormTable]) -> Mapping[str, list[_RowPlace]]:
    rows = defaultdict[str, list[_RowPlace]](list)
    for at, sheet in enumerate(sheets):
        for place, time in enumerate(_times(sheet)):
            rows[time].append((at, place))
    return rows


def _times(sheet: FormTable) -> list[str]:
    return ["" if np.isnat(time) else str(time) for time in sheet.submitted.times]


def _contents(
    sheet: FormTable, headers: Mapping[str, str], source: str, *, states_source: bool
) -> SealedContents:
    """Return what the rows of a sheet say below these headers."""
    said = {}
    for number, header in headers.items():
        column = sheet.column(header)
        if column is not None:
            texts = (*column.texts, None)
            said[number] = [texts[code] for code in column.codes.tolist()]
    times = _times(sheet)
    return SealedContents(
        sources=[source] * len(times), times=times, said=said, states_source=states_source
    )


def _sentence(row: HandedRow, *, there: bool) -> str:
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

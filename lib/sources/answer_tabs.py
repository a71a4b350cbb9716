"""Several tabs of a workbook that hold the answers of one form, a tab for each commune."""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Callable, Hashable, Sequence

from lib.source_table import SourceTable

_MOSTLY = 0.5  # of a tab's rows


def join_answer_tabs(
    tables: Sequence[SourceTable], suits: Callable[[SourceTable], int]
) -> SourceTable:
    """Return the tab that suits best, with the rows of all others of the same headers.

    A row that stands in an earlier tab too is a copy. Named as left out are the tabs that look
    like answers and have other headers.
    """
    if len(tables) == 1:
        return tables[0]
    best = max(tables, key=suits)
    likely = _likely(tables, suits)
    alike = {id(table): _arranged(table, best) for table in likely}
    left_out = tuple(table.places()[0].tab for table in likely if alike[id(table)] is None)
    joined = best
    if sum(table is not None for table in alike.values()) > 1:
        same = [table for table in alike.values() if table is not None]
        joined = same[0]
        for table in same[1:]:
            joined = joined.followed(_without_copies(table, joined))
    return dataclasses.replace(joined, left_out=left_out)


def best_tab(tables: Sequence[SourceTable], suits: Callable[[SourceTable], int]) -> SourceTable:
    """Return the tab that suits best alone; the others that look like answers are named."""
    best = max(tables, key=suits)
    others = (table for table in _likely(tables, suits) if table is not best)
    return dataclasses.replace(best, left_out=tuple(table.places()[0].tab for table in others))


def _likely(
    tables: Sequence[SourceTable], suits: Callable[[SourceTable], int]
) -> list[SourceTable]:
    """Return the tabs that look like answers, nearly as much as the best."""
    least = max(1, max(map(suits, tables)) - 1)
    return [table for table in tables if table.rows and suits(table) >= least]


def _arranged(table: SourceTable, like: SourceTable) -> SourceTable | None:
    """Return the table with its columns in the order of another; None where it has others."""
    ours, wanted = _headers(table), _headers(like)
    if len(set(wanted)) < len(wanted):
        return table if ours == wanted else None
    at = {header: position for position, header in enumerate(ours)}
    if len(at) < len(ours) or at.keys() != set(wanted):
        return None
    columns = tuple(table.columns[at[header]] for header in wanted)
    return dataclasses.replace(table, headers=like.headers, columns=columns)


def _headers(table: SourceTable) -> list[str]:
    return [header.strip() for header in table.headers]


def _without_copies(table: SourceTable, earlier: SourceTable) -> SourceTable:
    """Return the table without rows of an earlier one.

    Where only days are stated, people of two communes may well say the same on one day: then
    only a tab of which most rows stand there is a copy.
    """
    known = Counter(_rows(earlier))
    repeated = []
    for row in _rows(table):
        repeated.append(known[row] > 0)
        known[row] -= 1
    mostly = sum(repeated) > _MOSTLY * table.rows
    rows = zip(repeated, _rows(table), strict=True)
    return table.only([not (again and (mostly or _has_clock(row))) for again, row in rows])


def _rows(table: SourceTable) -> list[tuple[Hashable, ...]]:
    return list(zip(*table.columns, strict=True))


def _has_clock(row: Sequence[Hashable]) -> bool:
    return any(isinstance(cell, dt.datetime) and cell.time() != dt.time() for cell in row)

"""The commune of a response by the tab that it stands in, as a column like any other.

An office that keeps a tab for each commune asks nobody where he lives.
"""

import dataclasses

from lib.source_table import CellValue, SourceTable
from lib.survey.model.places import UNIT_RANKS, Places
from lib.survey.model.vietnamese_text import spelling_key

TAB_COMMUNE_HEADER = "Xã, phường (theo tên trang tính)"


def with_tab_communes(table: SourceTable, places: Places) -> SourceTable:
    """Return the table with the names of its tabs as its last column, if all name communes.

    Being a column it is numbered, sealed and pinned as the others are.
    """
    tabs = [part.tab for part in table.parts]
    if len(tabs) < 2 or not all(_names_a_commune(tab, places) for tab in tabs):
        return table
    named: list[CellValue] = [None] * table.rows
    for rows, part in table.ranges():
        for row in rows:
            if any(column[row] not in (None, "") for column in table.columns):
                named[row] = part.tab
    return dataclasses.replace(
        table,
        headers=(*table.headers, TAB_COMMUNE_HEADER),
        columns=(*table.columns, named),
    )


def _names_a_commune(tab: str, places: Places) -> bool:
    ranked = spelling_key(tab).startswith(tuple(f"{rank} " for rank in UNIT_RANKS))
    return ranked or places.unit(tab, None) is not None

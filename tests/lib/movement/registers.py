"""Registers to test with: tables as offices write them, read on a day of their own."""

import datetime as dt

from lib.movement.register_reading import Register, register_from_tables
from lib.source_table import CellValue, SourceTable
from lib.survey.model.places import Places

TODAY = dt.date(2023, 6, 1)  # before the merger of 01/07/2025
PLACES = Places.read()

MODELS = ("Tên mô hình", "Đơn vị thực hiện", "Địa bàn", "Lĩnh vực", "Tình trạng")
RESULTS = ("Tên mô hình", "Chỉ tiêu", "Giá trị", "Đơn vị tính", "Kỳ", "Cách tính")
CAMERA = ("Camera", "Công an", "Xã Xuân Tây", "QP-AN", "Nhân rộng")


def table(title: str, *rows: tuple[CellValue, ...]) -> SourceTable:
    """Return a tab with these rows, the first one where headers stand."""
    headers, *below = rows
    width = max(map(len, rows))
    whole = [[*row, *[""] * (width - len(row))] for row in below]
    named = tuple(str(cell) for cell in (*headers, *[""] * (width - len(headers))))
    columns = tuple([row[at] for row in whole] for at in range(width))
    return SourceTable(title, title, named, columns)


def models(*rows: tuple[CellValue, ...], headers: tuple[str, ...] = MODELS) -> SourceTable:
    """Return a tab of models."""
    return table("Mô hình", headers, *rows)


def results(*rows: tuple[CellValue, ...], headers: tuple[str, ...] = RESULTS) -> SourceTable:
    """Return a tab of results."""
    return table("Kết quả", headers, *rows)


def register(*tables: SourceTable, today: dt.date = TODAY) -> Register:
    """Return the register of these tabs."""
    return register_from_tables(tables, PLACES, today)


def achieved(*rows: tuple[CellValue, ...], headers: tuple[str, ...] = RESULTS) -> Register:
    """Return a register of the models that these results name, each once."""
    names = dict.fromkeys(str(row[0]) for row in rows if row[0])
    found = [(name, "UBND", "Xã Xuân Tây", "Kinh tế", "Nhân rộng") for name in names]
    return register(models(*found), results(*rows, headers=headers))


def refused(read: Register) -> list[tuple[str, int, str, str]]:
    """Return tab, row, column and text of everything that was not understood."""
    return [(one.tab, one.row, one.column, one.text) for one in read.unread]

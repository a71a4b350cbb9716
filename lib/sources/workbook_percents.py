"""Percents of a workbook, which hands out the 75 % that people saw as 0.75."""

import collections
import dataclasses
import io
import re
import zipfile

from lib.source_table import CellValue, SourceTable

_BUILT_IN = frozenset((b"9", b"10"))  # "0%" and "0.00%"

_FORMAT = re.compile(rb'<numFmt [^>]*?numFmtId="(\d+)"[^>]*?formatCode="([^"]*)"')
_STYLES = re.compile(rb"<cellXfs.*?</cellXfs>", re.DOTALL)
_STYLE = re.compile(rb'<xf [^>]*?numFmtId="(\d+)"')
_CELL = re.compile(rb'<c r="([A-Z]+)\d+" s="(\d+)"(?: t="n")?><v>([^<]+)</v>')


def with_percent_texts(table: SourceTable, data: bytes) -> SourceTable:
    """Return the table with percents as texts, "75%", as a csv of the same sheet has them.

    `data` are the bytes of the xlsx. A workbook without fractions is not looked into.
    """
    if not any(map(_are_fractions, table.columns)):
        return table
    percents = _percents(data)
    return dataclasses.replace(table, columns=tuple(_written(c, percents) for c in table.columns))


def _are_fractions(cells: list[CellValue]) -> bool:
    # Most columns hold texts, which the first one tells.
    if isinstance(next((cell for cell in cells if cell not in ("", None)), ""), str):
        return False
    numbers = _numbers(cells)
    return any(n % 1 for n in numbers) and all(0 <= n <= 1 for n in numbers)


def _numbers(cells: list[CellValue]) -> tuple[float, ...]:
    return tuple(cell for cell in cells if type(cell) in (int, float))  # type: ignore[misc]


def _written(cells: list[CellValue], percents: frozenset[tuple[float, ...]]) -> list[CellValue]:
    if not _are_fractions(cells) or _numbers(cells) not in percents:
        return cells
    return [f"{cell * 100:.10g}%" if isinstance(cell, int | float) else cell for cell in cells]


def _percents(data: bytes) -> frozenset[tuple[float, ...]]:
    """Return the numbers of every column of the workbook that is formatted as percents."""
    numbers: dict[tuple[str, bytes], list[float]] = collections.defaultdict(list)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = parts.namelist()
        styles = _styles(parts.read("xl/styles.xml")) if "xl/styles.xml" in names else frozenset()
        for name in names if styles else ():
            if name.startswith("xl/worksheets/sheet"):
                for column, style, value in _CELL.findall(parts.read(name)):
                    if style in styles:
                        numbers[name, column].append(float(value))
    return frozenset(map(tuple, numbers.values()))


def _styles(part: bytes) -> frozenset[bytes]:
    """Return the numbers of the cell styles that show percents."""
    formats = _BUILT_IN | {number for number, code in _FORMAT.findall(part) if b"%" in code}
    whole = _STYLES.search(part)
    numbers = _STYLE.findall(whole[0]) if whole else []
    return frozenset(b"%d" % at for at, number in enumerate(numbers) if number in formats)

"""The list of units that ended and what they became, as the office writes it in a csv file."""

import csv
import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from lib.errors import SettingError
from lib.survey.model.place_names import plain_place_name
from lib.survey.model.vietnamese_text import fold_accents, written_day
from lib.wording import gettext

_COLUMNS = ("old_name", "old_valid_to", "new_name", "new_valid_from")
_EXAMPLE = "old_name,old_valid_to,new_name,new_valid_from: Xã A,2025-06-30,Xã B,2025-07-01"


class PlaceListRow(NamedTuple):
    """One line of the list: an old unit, until when, and what it became."""

    line: int
    old: str
    until: dt.date
    new: str
    since: dt.date
    district: str
    whole: bool  # all of the old unit went there


def read_place_list(path: Path) -> list[PlaceListRow]:
    """Return the lines of the list; a SettingError names the first that cannot be understood."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise _wrong(path, gettext("it is not saved as UTF-8"), _EXAMPLE) from error
    header = lines[0] if lines else ""
    reader = csv.DictReader(lines, delimiter=";" if ";" in header else ",")
    missing = [column for column in _COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        problem = gettext("line 1 has no column {columns}", columns=", ".join(missing))
        raise _wrong(path, problem, _EXAMPLE)
    found = [_row(path, reader.line_num, cells) for cells in reader if any(cells.values())]
    _refuse_twice(path, found)
    return found


def _row(path: Path, line: int, cells: Mapping[str, str | None]) -> PlaceListRow:
    old, until, new, since = ((cells[column] or "").strip() for column in _COLUMNS)
    if not old or not new:
        raise _wrong(path, gettext("line {line} lacks a name", line=line), _EXAMPLE)
    last, first = (_date(path, line, day) for day in (until, since))
    if first <= last:
        problem = gettext("line {line}: the new unit begins before the old one ends", line=line)
        raise _wrong(path, problem, _EXAMPLE)
    whole = fold_accents(cells.get("partial") or "") in ("", "no", "khong")
    return PlaceListRow(line, old, last, new, first, cells.get("old_district") or "", whole)


def _date(path: Path, line: int, text: str) -> dt.date:
    if day := written_day(text):
        return day
    problem = gettext("line {line}: “{text}” is not a day", line=line, text=text)
    raise _wrong(path, problem, "2025-06-30")


def _refuse_twice(path: Path, found: list[PlaceListRow]) -> None:
    seen: set[tuple[str, dt.date]] = set()
    for row in (row for row in found if row.whole):
        if (plain_place_name(row.old), row.until) in seen:
            problem = gettext("line {line}: {name} is there twice", line=row.line, name=row.old)
            raise _wrong(path, problem, _EXAMPLE)
        seen.add((plain_place_name(row.old), row.until))


def _wrong(path: Path, problem: str, example: str) -> SettingError:
    return SettingError(key="", file=path.name, problem=problem, example=example)

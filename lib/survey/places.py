"""Which commune a written name means on a day: units that ended and the units they became.

The bundled list holds the former Cẩm Mỹ district (Nghị quyết 1662/NQ-UBTVQH15); the office
may put its own beside the settings. Going forward is exact, save for a unit that was divided;
going back is impossible without the hamlet.
"""

import contextlib
import csv
import dataclasses
import datetime as dt
import functools
import itertools
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from lib.errors import SettingError
from lib.survey.responses import Place
from lib.survey.text import clean, fold, slug
from lib.wording import day as written
from lib.wording import gettext

BUNDLED = Path(__file__).parent / "places.csv"
COLUMNS = ("old_name", "old_valid_to", "new_name", "new_valid_from")
EXAMPLE = "old_name,old_valid_to,new_name,new_valid_from: Xã A,2025-06-30,Xã B,2025-07-01"
RANKS = ("xã", "phường", "thị trấn", "đặc khu")

_RANK = re.compile(
    r"(?:(?:ubnd|uy ban nhan dan)\s+)?(?:xa|x|phuong|p|thi tran|tt|dac khu)(?:\.\s*|\s+)"
)
_ABOVE = re.compile(
    r"\s*[,(;]|\s+[-–]\s|(?:^|\s)(?:(?:huyen|thi xa|thanh pho|tinh)\s|(?:h|tx|tp|t)\.)"
)
_DISTRICT = re.compile(r"\b(?:huyen\s|h\.)\s*")


class _Row(NamedTuple):
    """One line of the list: an old unit, until when, and what it became."""

    line: int
    old: str
    until: dt.date
    new: str
    since: dt.date
    district: str
    whole: bool  # all of the old unit went there


_Key = tuple[str, dt.date | None]  # plain name and first day of a unit


@functools.lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Return a unit's name as names are compared: no accents, rank, district or province."""
    folded = fold(name)
    rank = _RANK.match(folded)
    rest = folded[rank.end() :] if rank else folded
    above = _ABOVE.search(rest)
    return (rest[: above.start()] if above else rest).strip(" .")


def title(place: Place, among: Iterable[Place]) -> str:
    """Return the name for people; a new unit is told from an old one of its name by its date."""
    older = any(other.name == place.name and other.code != place.code for other in among)
    if not older or place.valid_from is None:
        return place.name
    return gettext("{name} (from {day})", name=place.name, day=written(place.valid_from))


@dataclasses.dataclass(frozen=True)
class Places:
    """The units of the list, oldest first among equal names."""

    units: tuple[Place, ...]
    became: Mapping[str, Place]  # code of a unit that ended → the one unit that holds all of it
    districts: tuple[str, ...]  # their names, folded

    @classmethod
    def read(cls, path: Path | None = None) -> "Places":
        """Return the office's list, or the bundled one where there is no such file."""
        return _places(_rows(path if path and path.is_file() else BUNDLED))

    @functools.cached_property
    def _named(self) -> dict[str, list[Place]]:
        named: dict[str, list[Place]] = {}
        for unit in self.units:
            named.setdefault(plain(unit.name), []).append(unit)
        return named

    @property
    def changes(self) -> tuple[dt.date, ...]:
        """The days from which a name may mean another unit, in order."""
        return tuple(sorted({u.valid_from for u in self.units if u.valid_from}))

    def coded(self, code: str) -> Place | None:
        """Return the unit that has this code in links."""
        return next((unit for unit in self.units if unit.code == code), None)

    def unit(self, name: str, day: dt.date | None) -> Place | None:
        """Return the unit that this name means on this day; None where the list has no such.

        A name that had ended by then means the unit that took it over, a name that did not
        exist yet the unit to come; without a day, the newest unit of that name.
        """
        units = self._named.get(plain(name), [])
        if not units or self._elsewhere(name):
            return None
        if day is None:
            return units[-1]
        begun = [unit for unit in units if unit.valid_from is None or unit.valid_from <= day]
        return self._on(begun[-1], day) if begun else units[0]

    def _elsewhere(self, name: str) -> bool:
        folded = fold(name)
        stated = _DISTRICT.search(folded)
        return bool(stated and not folded.startswith(self.districts, stated.end()))

    def _on(self, unit: Place, day: dt.date) -> Place:
        while unit.valid_to and unit.valid_to < day and unit.code in self.became:
            unit = self.became[unit.code]
        return unit

    def today(self, place: Place) -> Place:
        """Return the unit that holds all of this one by today's boundaries."""
        return self._on(place, dt.date.max)

    def former(self, place: Place) -> tuple[Place, ...]:
        """Return the units that ended and are wholly inside this one today."""
        return tuple(unit for unit in self.units if unit != place and self.today(unit) == place)

    def moved(self, place: Place) -> tuple[dt.date, Place] | None:
        """Return since when the whole unit belongs to which other; None where that is not so."""
        if place.valid_to is None or place.code not in self.became:
            return None
        return place.valid_to + dt.timedelta(days=1), self.became[place.code]


def _ended(row: _Row, rows: list[_Row]) -> _Key:
    """Return name and first day of the unit that ended: the newest of its name by then."""
    name = plain(row.old)
    begun = [new.since for new in rows if plain(new.new) == name and new.since <= row.until]
    return name, max(begun, default=None)


def _places(rows: list[_Row]) -> Places:
    ended = [(_ended(row, rows), row) for row in rows]
    written_as: dict[_Key, str] = {(plain(row.new), row.since): row.new for row in rows}
    written_as |= {key: row.old for key, row in ended}
    until = {key: row.until for key, row in ended}
    keys = sorted(written_as, key=lambda key: (key[0], key[1] or dt.date.min))
    again = {later for earlier, later in itertools.pairwise(keys) if earlier[0] == later[0]}
    units = {key: _unit(written_as[key], key[1], until.get(key), key in again) for key in keys}
    return Places(
        units=tuple(units.values()),
        became={
            units[old].code: units[plain(row.new), row.since] for old, row in ended if row.whole
        },
        districts=tuple(_DISTRICT.sub("", fold(row.district)) for row in rows),
    )


def _unit(written_as: str, first: dt.date | None, last: dt.date | None, again: bool) -> Place:
    words = clean(written_as)
    rank = next((rank for rank in RANKS if words.lower().startswith(f"{rank} ")), "")
    name = words[len(rank) :].strip()
    code = f"{slug(name)}-{first.year}" if again and first else slug(name)
    return Place(code=code, name=name, rank=rank, valid_from=first, valid_to=last)


def _rows(path: Path) -> list[_Row]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise _wrong(path, gettext("it is not saved as UTF-8"), EXAMPLE) from error
    header = lines[0] if lines else ""
    reader = csv.DictReader(lines, delimiter=";" if ";" in header else ",")
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        problem = gettext("line 1 has no column {columns}", columns=", ".join(missing))
        raise _wrong(path, problem, EXAMPLE)
    rows = [_row(path, reader.line_num, cells) for cells in reader if any(cells.values())]
    _refuse_twice(path, rows)
    return rows


def _row(path: Path, line: int, cells: Mapping[str, str | None]) -> _Row:
    old, until, new, since = ((cells[column] or "").strip() for column in COLUMNS)
    if not old or not new:
        raise _wrong(path, gettext("line {line} lacks a name", line=line), EXAMPLE)
    last, first = (_date(path, line, day) for day in (until, since))
    if first <= last:
        problem = gettext("line {line}: the new unit begins before the old one ends", line=line)
        raise _wrong(path, problem, EXAMPLE)
    whole = fold(cells.get("partial") or "") in ("", "no", "khong")
    return _Row(line, old, last, new, first, cells.get("old_district") or "", whole)


def _date(path: Path, line: int, text: str) -> dt.date:
    for form in ("%Y-%m-%d", "%d/%m/%Y"):  # the second is what Excel makes of the first
        with contextlib.suppress(ValueError):
            return dt.datetime.strptime(text, form).date()
    problem = gettext("line {line}: “{text}” is not a day", line=line, text=text)
    raise _wrong(path, problem, "2025-06-30")


def _refuse_twice(path: Path, rows: list[_Row]) -> None:
    seen: set[tuple[str, dt.date]] = set()
    for row in (row for row in rows if row.whole):
        if (plain(row.old), row.until) in seen:
            problem = gettext("line {line}: {name} is there twice", line=row.line, name=row.old)
            raise _wrong(path, problem, EXAMPLE)
        seen.add((plain(row.old), row.until))


def _wrong(path: Path, problem: str, example: str) -> SettingError:
    return SettingError(key="places", file=path.name, problem=problem, example=example)

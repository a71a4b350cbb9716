"""Which commune a written name means on a day: units that ended and the units they became.

The bundled list holds the former Cẩm Mỹ district (Nghị quyết 1662/NQ-UBTVQH15); the office
may put its own beside the settings. Going forward is exact, save for a unit that was divided;
going back is impossible without the hamlet.
"""

import dataclasses
import datetime as dt
import functools
import itertools
from collections.abc import Iterable, Mapping
from pathlib import Path

from lib.survey.model.place_list import PlaceListRow, read_place_list
from lib.survey.model.place_names import district_in_name, plain_place_name
from lib.survey.model.vietnamese_text import clean_text, link_slug
from lib.survey.responses import Place
from lib.wording import format_day, gettext

BUNDLED_PLACE_LIST = Path(__file__).parent / "places.csv"
UNIT_RANKS = ("xã", "phường", "thị trấn", "đặc khu")

_Key = tuple[str, dt.date | None]  # plain name and first day of a unit


def place_title(place: Place, among: Iterable[Place]) -> str:
    """Return the name for people; a new unit is told from an old one of its name by its date."""
    return dated_place_name(place.name, day_to_tell(place, among))


def day_to_tell(place: Place, among: Iterable[Place]) -> dt.date | None:
    """Return the first day of a unit where another of its name is older; else None."""
    older = any(other.name == place.name and other.code != place.code for other in among)
    return place.valid_from if older else None


def dated_place_name(name: str, first: dt.date | None) -> str:
    """Return "Xuân Đông (từ 01/07/2025)", the bare name without a day."""
    return gettext("{name} (from {day})", name=name, day=format_day(first)) if first else name


@dataclasses.dataclass(frozen=True)
class Places:
    """The units of the list, oldest first among equal names."""

    units: tuple[Place, ...]
    became: Mapping[str, Place]  # code of a unit that ended → the one unit that holds all of it
    districts: tuple[str, ...]  # their names, folded

    @classmethod
    def read(cls, path: Path | None = None) -> "Places":
        """Return the office's list, or the bundled one where there is no such file."""
        return _places(read_place_list(path if path and path.is_file() else BUNDLED_PLACE_LIST))

    @functools.cached_property
    def _named(self) -> dict[str, list[Place]]:
        named: dict[str, list[Place]] = {}
        for unit in self.units:
            named.setdefault(plain_place_name(unit.name), []).append(unit)
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
        units = self._named.get(plain_place_name(name), [])
        stated = district_in_name(name)
        if not units or (stated and not stated.startswith(self.districts)):
            return None
        if day is None:
            return units[-1]
        begun = [unit for unit in units if unit.valid_from is None or unit.valid_from <= day]
        return self.on(begun[-1], day) if begun else units[0]

    def on(self, unit: Place, day: dt.date) -> Place:
        """Return the unit that holds all of this one on a day, itself unless it had ended."""
        while unit.valid_to and unit.valid_to < day and unit.code in self.became:
            unit = self.became[unit.code]
        return unit

    def today(self, place: Place) -> Place:
        """Return the unit that holds all of this one by today's boundaries."""
        return self.on(place, dt.date.max)

    def former(self, place: Place) -> tuple[Place, ...]:
        """Return the units that ended and are wholly inside this one today."""
        return tuple(unit for unit in self.units if unit != place and self.today(unit) == place)

    def moved(self, place: Place) -> tuple[dt.date, Place] | None:
        """Return since when the whole unit belongs to which other; None where that is not so."""
        if place.valid_to is None or place.code not in self.became:
            return None
        return place.valid_to + dt.timedelta(days=1), self.became[place.code]


def _ended(row: PlaceListRow, every: list[PlaceListRow]) -> _Key:
    """Return name and first day of the unit that ended: the newest of its name by then."""
    name = plain_place_name(row.old)
    begun = [
        new.since for new in every if plain_place_name(new.new) == name and new.since <= row.until
    ]
    return name, max(begun, default=None)


def _places(every: list[PlaceListRow]) -> Places:
    ended = [(_ended(row, every), row) for row in every]
    written_as: dict[_Key, str] = {(plain_place_name(row.new), row.since): row.new for row in every}
    written_as |= {key: row.old for key, row in ended}
    until = {key: row.until for key, row in ended}
    keys = sorted(written_as, key=lambda key: (key[0], key[1] or dt.date.min))
    again = {later for earlier, later in itertools.pairwise(keys) if earlier[0] == later[0]}
    units = {key: _unit(written_as[key], key[1], until.get(key), key in again) for key in keys}
    return Places(
        units=tuple(units.values()),
        became={
            units[old].code: units[plain_place_name(row.new), row.since]
            for old, row in ended
            if row.whole
        },
        districts=tuple(district_in_name(row.district) for row in every),
    )


def _unit(written_as: str, first: dt.date | None, last: dt.date | None, again: bool) -> Place:
    words = clean_text(written_as)
    rank = next((rank for rank in UNIT_RANKS if words.lower().startswith(f"{rank} ")), "")
    name = words[len(rank) :].strip()
    code = f"{link_slug(name)}-{first.year}" if again and first else link_slug(name)
    return Place(code=code, name=name, rank=rank, valid_from=first, valid_to=last)

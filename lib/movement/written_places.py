"""Which communes a written place means: one, several, a hamlet in one, or all of the district."""

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable

from lib.survey.model.place_names import district_in_name
from lib.survey.model.places import Places
from lib.survey.model.vietnamese_text import clean_text, fold_accents, sort_key
from lib.survey.responses import Place

_PARTS = re.compile(r"\s*[,;\n+&]\s*|\s+-\s+|\s+–\s+|\s+và\s+", re.IGNORECASE)
_EVERYWHERE = re.compile(
    r"(?:tren )?(?:dia ban )?(?:toan (?:huyen|dia ban huyen)|tat ca cac xa|cac xa(?: thi tran)?"
    r"|(?P<n>\d+)/(?P=n) xa)\b.*"
)
_ABOVE = re.compile(r"(?:huyen|h\.|tinh|t\.|thanh pho|tp\.?|thi xa) ?\w")
_BELOW = re.compile(
    r"(?:toan xa|toan phuong|dia ban xa|"
    r"ap|thon|khu pho|kp|khu|to|khu vuc|khom|xom|lang|duong|cho|truong|nha van hoa)\b"
)
_TAIL = re.compile(r"\b(?:xã|phường|thị trấn)\s+\S.*$", re.IGNORECASE)


@dataclasses.dataclass(frozen=True)
class WrittenPlace:
    """The communes of a place, and its parts that no list knows."""

    communes: tuple[Place, ...] = ()
    everywhere: bool = False
    unknown: tuple[str, ...] = ()


def locate_place(text: str, places: Places, day: dt.date) -> WrittenPlace:
    """Return where a written place is by the boundaries of a day."""
    if not text:
        return WrittenPlace()
    if _EVERYWHERE.fullmatch(fold_accents(text)):
        return WrittenPlace(communes_on_day(places, day), everywhere=True)
    parts = split_names(text)
    units = {part: places.unit(part, day) for part in parts}
    known = tuple(dict.fromkeys(place for place in units.values() if place))
    above = [part for part in parts if not units[part] and _is_above(part)]
    if (
        above
        and not known
        and any(district_in_name(part).startswith(places.districts) for part in above)
    ):
        return WrittenPlace(communes_on_day(places, day), everywhere=True)
    rest = (part for part in parts if not units[part] and part not in above)
    return WrittenPlace(
        known, unknown=tuple(part for part in rest if not _BELOW.match(fold_accents(part)))
    )


def locate_unit(text: str, places: Places, day: dt.date) -> WrittenPlace:
    """Return where a unit is by its own name: "Hội Phụ nữ xã Sông Ray"; nowhere if it has none."""
    tail = _TAIL.search(text)
    unit = tail and places.unit(tail[0], day)
    return WrittenPlace((unit,)) if unit else WrittenPlace()


def communes_on_day(places: Places, day: dt.date) -> tuple[Place, ...]:
    """Return the communes of the list on a day, by name; one that was divided is not all ours."""
    valid = (
        unit
        for unit in places.units
        if (unit.valid_from is None or unit.valid_from <= day)
        and (unit.valid_to is None or (unit.valid_to >= day and unit.code in places.became))
    )
    return tuple(sorted(valid, key=lambda unit: sort_key(unit.name)))


def communes_holding(communes: Iterable[Place], places: Places, day: dt.date) -> tuple[Place, ...]:
    """Return the communes that hold these ones on a later day, each once."""
    return tuple(dict.fromkeys(places.on(place, day) for place in communes))


def split_names(text: str) -> tuple[str, ...]:
    """Return the parts of a list of places or units."""
    return tuple(part for part in map(clean_text, _PARTS.split(text)) if part)


def _is_above(part: str) -> bool:
    return _ABOVE.match(fold_accents(part)) is not None

"""Where responses come from: communes as at the time and today, hamlets, sectors."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from lib.survey.model.places import UNIT_RANKS, Places
from lib.survey.model.vietnamese_text import link_slug, sort_key, spelling_key
from lib.survey.responses import Hamlet, Place, Sector, ValueCodes
from lib.survey.table.coded_column import CodedColumn

_Named = TypeVar("_Named", Place, Hamlet, Sector)
_NO_RANK = "khong-ro-cap"  # in the code of a commune that bears the name of several others
_Integers = npt.NDArray[np.int64]


@dataclasses.dataclass(frozen=True, eq=False)
class CodedCommunes:
    """One tuple of names and for each response an index into it, -1 not stated."""

    names: tuple[Place, ...]
    codes: ValueCodes


def locate_communes(
    column: CodedColumn, submitted: npt.NDArray[np.datetime64], places: Places
) -> CodedCommunes:
    """Return the commune that each response named, as it was on its day."""
    eras = np.array(places.changes, dtype="datetime64[D]")
    days = submitted.astype("datetime64[D]")
    era = np.where(np.isnat(days), len(eras) + 1, np.searchsorted(eras, days, side="right"))
    pairs = column.codes.astype(np.int64) * (len(eras) + 2) + era
    on = (*_days(places.changes), None)

    unlisted = unlisted_communes(text for text in column.counted if not places.unit(text, None))

    # A name is looked up once for each time between changes, not once for each day.
    def unit(pair: int) -> Place:
        text, at = divmod(pair, len(eras) + 2)
        name = column.texts[text]
        return places.unit(name, on[at]) or unlisted[name]

    return CodedCommunes(*_coded(np.where(column.codes < 0, -1, pairs), unit))


def _days(changes: Sequence[dt.date]) -> tuple[dt.date, ...]:
    """Return a day of each time between changes: names mean the same on all its days."""
    before = changes[0] - dt.timedelta(days=1) if changes else dt.date.max
    return (before, *changes)


def unlisted_commune(name: str) -> Place:
    """Return a commune that no list knows, by the name people gave it."""
    rank = next((rank for rank in UNIT_RANKS if spelling_key(name).startswith(f"{rank} ")), "")
    bare = name[len(rank) :].strip()
    return Place(code=link_slug(bare), name=bare, rank=rank)


def unlisted_communes(names: Iterable[str]) -> dict[str, Place]:
    """Return the communes that no list knows, by what people wrote.

    One whose name another bears too, “Xã Tân Phú” and “Thị trấn Tân Phú”, is named with its rank
    and has a code of its own; the code that each has alone is then that of all of them.
    """
    alone = {name: unlisted_commune(name) for name in names}
    ranks: dict[str, set[str]] = {}
    for place in filter(lambda place: place.rank, alone.values()):
        ranks.setdefault(place.code, set()).add(place.rank)
    return {
        name: _with_rank(place) if len(ranks.get(place.code, ())) > 1 else place
        for name, place in alone.items()
    }


def _with_rank(place: Place) -> Place:
    if not place.rank:
        return dataclasses.replace(place, code=f"{place.code}-{_NO_RANK}", shared=place.code)
    name = f"{place.rank.capitalize()} {place.name}"
    return Place(code=link_slug(name), name=name, shared=place.code)


def locate_communes_today(communes: CodedCommunes, places: Places) -> CodedCommunes:
    """Return the same responses by today's boundaries."""
    moved = [places.today(place) for place in communes.names]
    return CodedCommunes(*_coded(communes.codes.astype(np.int64), moved.__getitem__))


def locate_hamlets(
    column: CodedColumn, communes: CodedCommunes
) -> tuple[tuple[Hamlet, ...], ValueCodes]:
    """Return the hamlet that each response named, inside the commune it named."""
    width = len(column.texts) + 1
    pairs = (communes.codes.astype(np.int64) + 1) * width + column.codes

    def hamlet(pair: int) -> Hamlet:
        place, text = divmod(pair, width)
        commune = communes.names[place - 1].code if place else ""
        own = link_slug(column.texts[text])
        return Hamlet(f"{commune}.{own}" if commune else own, column.texts[text], commune)

    return _coded(np.where(column.codes < 0, -1, pairs), hamlet)


def locate_sectors(column: CodedColumn) -> tuple[tuple[Sector, ...], ValueCodes]:
    """Return the sector that each response named."""
    return _coded(
        column.codes.astype(np.int64),
        lambda at: Sector(link_slug(column.texts[at]), column.texts[at]),
    )


def _coded(
    keys: _Integers, named: Callable[[int], _Named]
) -> tuple[tuple[_Named, ...], ValueCodes]:
    """Return the things that the keys name, sorted by name, and each key's index; -1 stays -1."""
    distinct, inverse = np.unique(keys, return_inverse=True)
    found = [None if key < 0 else named(int(key)) for key in distinct]
    by_code = {one.code: one for one in reversed(found) if one is not None}
    ordered = sorted(by_code.values(), key=_order)
    index = {one.code: at for at, one in enumerate(ordered)}
    codes = np.array([-1 if one is None else index[one.code] for one in found], dtype=np.int16)
    return tuple(ordered), codes[inverse] if len(codes) else np.empty(0, np.int16)


def _order(one: Place | Hamlet | Sector) -> tuple[object, ...]:
    since = one.valid_from if isinstance(one, Place) else None
    commune = sort_key(one.commune) if isinstance(one, Hamlet) else ()
    return (commune, sort_key(one.name), since or dt.date.min, one.code)

"""Where the invented respondents live: 13 communes until 30/06/2025, six units afterwards.

Names of units and which became which: Nghị quyết 1662/NQ-UBTVQH15. How many responses each
gets and how many hamlets each has is invented.
"""

import dataclasses
import datetime as dt
import random
from typing import Final

MERGER_DAY: Final = dt.date(2025, 7, 1)


@dataclasses.dataclass(frozen=True)
class SampleUnit:
    """One answer to "which commune?": usual responses a quarter, and its hamlets."""

    name: str
    volume: int
    hamlets: tuple[str, ...]


def _old(name: str, volume: int, hamlets: int, kind: str = "Ấp") -> SampleUnit:
    return SampleUnit(name, volume, tuple(f"{kind} {n}" for n in range(1, hamlets + 1)))


OLD_UNITS: Final = (
    _old("Xã Xuân Tây", 203, 12),
    _old("Thị trấn Long Giao", 42, 4, "Khu phố"),
    _old("Xã Sông Ray", 39, 10),
    _old("Xã Xuân Đông", 33, 9),
    _old("Xã Bảo Bình", 31, 8),
    _old("Xã Xuân Mỹ", 27, 5),
    _old("Xã Xuân Bảo", 26, 6),
    _old("Xã Nhân Nghĩa", 24, 4),
    _old("Xã Xuân Quế", 22, 5),
    _old("Xã Sông Nhạn", 22, 6),
    _old("Xã Lâm San", 21, 5),
    _old("Xã Thừa Đức", 20, 6),
    _old("Xã Xuân Đường", 19, 3),
)


def _new(name: str, volume: int, parts: dict[str, int]) -> SampleUnit:
    """Return a merged unit: two old "Ấp 1" are told apart by the old commune's name."""
    kinds = {"Long Giao": "Khu phố"}
    return SampleUnit(name, volume, tuple(
        f"{kinds.get(part, 'Ấp')} {part} {n}"
        for part, hamlets in parts.items()
        for n in range(1, hamlets + 1)
    ))  # fmt: skip


NEW_UNITS: Final = (
    _new("Xã Xuân Đông", 230, {"Xuân Tây": 12, "Xuân Đông": 9}),
    _new("Xã Cẩm Mỹ", 84, {"Long Giao": 4, "Nhân Nghĩa": 4, "Xuân Mỹ": 5, "Bảo Bình": 8}),
    _new("Xã Sông Ray", 68, {"Sông Ray": 10, "Lâm San": 5}),
    _new("Xã Xuân Quế", 48, {"Sông Nhạn": 6, "Xuân Quế": 5}),
    _new("Xã Xuân Định", 46, {"Xuân Bảo": 6, "Bảo Hòa": 4, "Xuân Định": 4}),
    _new("Xã Xuân Đường", 44, {"Thừa Đức": 6, "Xuân Đường": 3, "Cẩm Đường": 3}),
)

_EXACT: Final = {("Xã Xuân Tây", "2022-Q3"): 202, ("Xã Xuân Tây", "2022-Q4"): 226}


def units_on(day: dt.date) -> tuple[SampleUnit, ...]:
    """Return the units that people could choose on this day."""
    return OLD_UNITS if day < MERGER_DAY else NEW_UNITS


def quarter_volume(rng: random.Random, unit: SampleUnit, quarter: str) -> int:
    """Return how many responses a unit gets in a whole quarter, Tết making the first smaller."""
    usual = unit.volume * (0.86 + 0.28 * rng.random()) * (0.93 if quarter.endswith("Q1") else 1)
    return _EXACT.get((unit.name, quarter), max(15, round(usual)))


def draw_hamlet(rng: random.Random, unit: SampleUnit) -> str:
    """Return where a respondent lives: a hamlet, outside the commune, or left blank."""
    luck = rng.random()
    if luck < 0.12:
        return ""
    return "Ngoài xã" if luck < 0.16 else rng.choice(unit.hamlets)

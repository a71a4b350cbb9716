"""What the invented respondents answer.

Every question has a rate of satisfied answers; a person's mood makes that person's answers
hang together; units differ a little by chance. What really differs, in points of the rate:

| what | where | when | how much |
|---|---|---|---|
| c6, trips | everywhere | from 2026-Q3 | -9 |
| c2, facilities | Xã Sông Ray, the old one | to 2024-Q2 | -15, then mended |
| c7, on time | Xã Xuân Đông, the new one | 2025-Q3 and Q4 | -10, then recovered |
| c9, feedback | Thị trấn Long Giao | 2023 and 2024 | -14 |
| c6, trips | Xã Xuân Tây | 2022-Q3 | +6, so that 2022-Q4 is a fall |
| c1 to c5 | Xã Xuân Tây | always | +2 |
| c6; c7 | land procedures, everywhere | always | -5; -4 |
"""

import dataclasses
import random
from collections.abc import Sequence
from typing import Final

LAND_SECTOR: Final = "Đất đai"
_RESULT, _OVERDUE = 3, 2  # c4 and its "Quá hạn, chưa giải quyết"
_ON_TIME, _LATE = 6, 2  # c7 and its "Trễ hẹn, có thông báo và xin lỗi"


@dataclasses.dataclass(frozen=True)
class _Shape:
    """How people answer one question when nothing particular happens."""

    rate: float  # satisfied answers, of all
    strong: float  # of the satisfied, the best level; 1 where there is only one
    worse: tuple[int, ...]  # weights of the levels below
    published: tuple[int, ...]  # Xã Xuân Tây in 2022-Q4, best level first


_SHAPES: Final = {
    "c1": _Shape(0.968, 0.55, (55, 38, 7), (131, 93, 1, 1, 0)),
    "c2": _Shape(0.952, 0.45, (65, 30, 5), (104, 118, 3, 1, 0)),
    "c3": _Shape(0.958, 0.42, (60, 40), (96, 127, 2, 1)),
    "c4": _Shape(0.977, 1.00, (75, 17, 8), (226, 0, 0, 0)),
    "c5": _Shape(0.945, 0.40, (65, 30, 5), (88, 127, 8, 3, 0)),
    "c6": _Shape(0.930, 0.57, (75, 25), (121, 87, 14, 4)),
    "c7": _Shape(0.940, 0.29, (70, 30), (62, 151, 9, 4)),
    "c8": _Shape(0.965, 1.00, (1,), (217, 9)),
    "c9": _Shape(0.910, 0.32, (70, 25, 5), (66, 138, 16, 5, 1)),
    "c10": _Shape(0.938, 0.43, (70, 26, 4), (92, 119, 11, 4, 0)),
}


@dataclasses.dataclass(frozen=True)
class _Effect:
    """Something that really differs; an empty unit or sector means all of them."""

    questions: tuple[str, ...]
    points: float
    unit: str = ""
    first: str = "2022-Q3"
    last: str = "2026-Q4"
    sector: str = ""


_EFFECTS: Final = (
    _Effect(("c6",), -0.09, first="2026-Q3"),
    _Effect(("c2",), -0.15, unit="Xã Sông Ray", last="2024-Q2"),
    _Effect(("c7",), -0.10, unit="Xã Xuân Đông", first="2025-Q3", last="2025-Q4"),
    _Effect(("c9",), -0.14, unit="Thị trấn Long Giao", first="2023-Q1", last="2024-Q4"),
    _Effect(("c6",), 0.06, unit="Xã Xuân Tây", last="2022-Q3"),
    _Effect(("c1", "c2", "c3", "c4", "c5"), 0.02, unit="Xã Xuân Tây"),
    _Effect(("c6",), -0.05, sector=LAND_SECTOR),
    _Effect(("c7",), -0.04, sector=LAND_SECTOR),
)


@dataclasses.dataclass(frozen=True)
class _Mood:
    """How a person sees everything: `trouble` times as many unsatisfied answers."""

    share: int  # of all people, in percent
    trouble: float  # about 1 over all people
    praise: float


_MOODS: Final = (_Mood(9, 9.0, 0.4), _Mood(50, 0.25, 0.55), _Mood(41, 0.15, 1.65))
_SHARES: Final = tuple(mood.share for mood in _MOODS)


@dataclasses.dataclass(frozen=True)
class AnswerSetting:
    """What an answer depends on besides the person; `luck` is the unit's own, by question."""

    unit: str
    quarter: str
    sector: str
    luck: dict[str, float]


def unit_luck(rng: random.Random) -> dict[str, float]:
    """Return how far a unit lies from the others by chance, in points of each question."""
    return {question: 0.03 * rng.random() - 0.015 for question in _SHAPES}


def draw_answers(rng: random.Random, setting: AnswerSetting) -> list[int | None]:
    """Return one person's answers: for each question a level, best is 0, or None for blank."""
    mood = rng.choices(_MOODS, _SHARES)[0]
    levels = [_level(rng, question, setting, mood) for question in _SHAPES]
    if levels[_RESULT] == _OVERDUE:
        levels[_ON_TIME] = max(levels[_ON_TIME], _LATE)
    return [None if rng.random() < 0.007 else level for level in levels]


def published_answers(rng: random.Random) -> list[list[int | None]]:
    """Return the answers of Xã Xuân Tây in 2022-Q4: exactly the published counts.

    Who is less content than another is so in most questions; hence about 24 people
    are dissatisfied with something, not 56 with one thing each.
    """
    people = [rng.random() for _ in range(226)]
    columns = [_dealt(rng, people, shape.published) for shape in _SHAPES.values()]
    return [list(person) for person in zip(*columns, strict=True)]


def _level(rng: random.Random, question: str, setting: AnswerSetting, mood: _Mood) -> int:
    shape = _SHAPES[question]
    satisfied = 1 if shape.strong == 1 else 2
    effects = _effects(question, setting)
    usual = min(shape.rate + setting.luck[question] + max(effects, 0), 0.995)
    # A mood scales what anybody complains of now and then; a loss hits all moods alike.
    if rng.random() < (1 - usual) * mood.trouble + max(-effects, 0):
        return satisfied + rng.choices(range(len(shape.worse)), shape.worse)[0]
    best = satisfied == 1 or rng.random() < min(0.95, shape.strong * mood.praise)
    return 0 if best else 1


def _effects(question: str, setting: AnswerSetting) -> float:
    points = 0.0
    for effect in _EFFECTS:
        here = effect.unit in ("", setting.unit) and effect.sector in ("", setting.sector)
        if here and question in effect.questions and effect.first <= setting.quarter <= effect.last:
            points += effect.points
    return points


def _dealt(rng: random.Random, people: Sequence[float], counts: Sequence[int]) -> list[int]:
    """Return a level for each person, so many of each, the most content getting the best."""
    keys = [person + 0.12 * rng.random() for person in people]
    cards = [level for level, count in enumerate(counts) for _ in range(count)]
    order = sorted(range(len(people)), key=keys.__getitem__)
    level = dict(zip(order, cards, strict=True))
    return [level[at] for at in range(len(people))]

"""Who answers, as real forms ask it: sex, age group and occupation.

Drawn for a response that stands already: older people are found more often among the dissatisfied,
and seldom online. So there is something to be found by whoever tells responses apart by age.
"""

import random
from collections.abc import Sequence
from typing import Final

_AGES: Final = ("Dưới 25", "25–34", "35–49", "50–60", "Trên 60")
_WEIGHTS: Final = {  # by whether the response complains and came online
    (False, False): (9, 24, 35, 22, 10),
    (False, True): (20, 40, 30, 8, 2),
    (True, False): (6, 17, 30, 25, 22),
    (True, True): (16, 36, 32, 11, 5),
}
_WORK: Final = {
    "Dưới 25": {
        "Học sinh, sinh viên": 45,
        "Công nhân": 30,
        "Nông dân": 10,
        "Buôn bán, kinh doanh": 10,
    },
    "25–34": {"Công nhân": 35, "Nông dân": 22, "Buôn bán, kinh doanh": 20, "Nội trợ": 10},
    "35–49": {"Nông dân": 40, "Buôn bán, kinh doanh": 22, "Công nhân": 18, "Nội trợ": 8},
    "50–60": {"Nông dân": 52, "Buôn bán, kinh doanh": 22, "Nội trợ": 12},
    "Trên 60": {"Nông dân": 40, "Hưu trí": 38, "Nội trợ": 12},
}
_OFFICIAL, _OFFICIALS = "Cán bộ, công chức, viên chức", 9
_SILENT: Final = 0.04  # of each question, who skips it


def draw_person(
    crowd: random.Random, complaints: Sequence[object], online: bool
) -> tuple[str, str, str]:
    """Return sex, age group and occupation, each perhaps not stated."""
    sex = "Nữ" if crowd.random() < 0.53 else "Nam"
    age = crowd.choices(_AGES, _WEIGHTS[bool(complaints), online])[0]
    work = dict(_WORK[age])
    if age not in (_AGES[0], _AGES[-1]):
        work[_OFFICIAL] = _OFFICIALS
    occupation = crowd.choices(list(work), list(work.values()))[0]
    told = [value if crowd.random() >= _SILENT else "" for value in (sex, age, occupation)]
    return told[0], told[1], told[2]

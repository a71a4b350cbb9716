"""What is proposed for a case: only what the office usually does with cases like it."""

import datetime as dt

import numpy as np
import pytest

from lib.followup.case_arrays import CaseCandidates, CaseTargets, build_cases
from lib.followup.case_events import Case
from lib.followup.handling_hints import suggest_handling
from lib.followup.working_days import WorkingDays
from tests.building import responses

DAY = dt.date(2026, 11, 20)
BAD = "Không hài lòng"
LAND, BIRTH = "Đất đai", "Hộ tịch"


def suggested(*others, sector=LAND, slow=BAD):
    """Return what is proposed for one more case beside these: sector, case."""
    lines = [f"13/11/2026 08:00:00,{BAD},Hài lòng,{of}" for of, _ in others]
    form = "Dấu thời gian,Ông/Bà có hài lòng về thời gian không?,"
    form += "Ông/Bà có hài lòng về thái độ không?,Lĩnh vực thủ tục\n"
    good = BAD if slow != BAD else "Hài lòng"
    made = responses(
        "\n".join([form.strip(), *lines, f"13/11/2026 08:00:00,{slow},{good},{sector}"])
    )
    n = made.n
    codes = tuple(f"code{at}" for at in range(n))
    days, flags = np.full(n, 20_000, dtype=np.int64), np.zeros(n, dtype=np.bool_)
    found = CaseCandidates(np.arange(n), codes, days, days, flags, ~flags, flags, lambda at: False)
    known = {codes[at]: case for at, (_, case) in enumerate(others)}
    cases = build_cases(found, known, CaseTargets(DAY), WorkingDays(), DAY)
    hint = suggest_handling(made, cases, cases.find(codes[-1]))
    return hint.person, hint.cause


def case(person="", cause=""):
    return Case("x", person=person, cause=cause)


ANN, BEN = case("Địa chính", "Trễ hẹn"), case("Một cửa", "Thiếu hướng dẫn")


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([ANN] * 3, ("Địa chính", "Trễ hẹn")),
        ([ANN] * 2, ("", "")),
        ([ANN] * 3 + [BEN] * 3, ("", "")),
        ([ANN] * 3 + [BEN] * 2 + [case()] * 9, ("Địa chính", "Trễ hẹn")),
    ],
)
def test_what_more_than_half_and_three_at_least_say_is_proposed(others, expected):
    assert suggested(*((LAND, one) for one in others)) == expected


def test_who_is_in_charge_goes_by_the_sector_and_the_cause_by_the_question():
    others = [(BIRTH, ANN)] * 3
    assert suggested(*others, sector=LAND) == ("", "Trễ hẹn")
    assert suggested(*others, sector=BIRTH, slow="Hài lòng") == ("Địa chính", "")

import datetime as dt

import numpy as np
import pytest

from lib.survey.model.places import Places
from lib.survey.recognise.response_places import (
    locate_communes,
    locate_communes_today,
    locate_hamlets,
    locate_sectors,
    unlisted_commune,
)
from lib.survey.responses import Place
from lib.survey.table.coded_column import code_column

PLACES = Places.read()
OLD, NEW = np.datetime64("2023-02-10T08:00:00"), np.datetime64("2025-07-01T08:00:00")
NAT = np.datetime64("NaT", "s")


def codes(*answers: tuple[str, np.datetime64]) -> list[str]:
    names, times = zip(*answers, strict=True)
    found = locate_communes(code_column(list(names)), np.array(times), PLACES)
    return [found.names[code].code if code >= 0 else "" for code in found.codes]


def test_a_name_means_the_unit_of_its_day() -> None:
    answers = [("Xã Xuân Đông", OLD), ("Xã Xuân Đông", NEW), ("xa xuan dong", OLD), ("", OLD)]
    assert codes(*answers) == ["xuan-dong", "xuan-dong-2025", "xuan-dong", ""]


def test_a_name_that_ended_means_what_the_unit_became() -> None:
    assert codes(("Xã Xuân Tây", OLD), ("Xã Xuân Tây", NEW)) == ["xuan-tay", "xuan-dong-2025"]


def test_without_a_day_a_name_is_still_placed() -> None:
    assert codes(("Xã Xuân Tây", NAT)) == ["xuan-tay"]


def test_a_commune_that_no_list_knows_bears_the_name_people_gave_it() -> None:
    assert unlisted_commune("Phường Bến Nghé") == Place("ben-nghe", "Bến Nghé", "phường")
    assert codes(("Phường Bến Nghé", OLD)) == ["ben-nghe"]


def test_communes_are_sorted_by_name() -> None:
    found = locate_communes(code_column(["Xuân Tây", "Bảo Bình"]), np.array([OLD, OLD]), PLACES)
    assert [place.name for place in found.names] == ["Bảo Bình", "Xuân Tây"]
    assert found.codes.tolist() == [1, 0]


def test_todays_boundaries_put_merged_units_together() -> None:
    old = locate_communes(
        code_column(["Xuân Tây", "Xuân Đông", ""]), np.array([OLD, OLD, OLD]), PLACES
    )
    found = locate_communes_today(old, PLACES)
    assert [place.code for place in found.names] == ["xuan-dong-2025"]
    assert found.codes.tolist() == [0, 0, -1]


@pytest.mark.parametrize(
    ("names", "expected"),
    [(["Xuân Tây", "Bảo Bình"], ["bao-binh.ap-1", "xuan-tay.ap-1"]), (["", ""], ["ap-1"])],
)
def test_a_hamlet_belongs_to_the_commune_of_its_response(
    names: list[str], expected: list[str]
) -> None:
    places = locate_communes(code_column(names), np.array([OLD, OLD]), PLACES)
    found, _ = locate_hamlets(code_column(["Ấp 1", "ấp 1"]), places)
    assert [hamlet.code for hamlet in found] == expected


def test_hamlets_are_sorted_by_their_numbers() -> None:
    nowhere = locate_communes(code_column(["", ""]), np.array([OLD, OLD]), PLACES)
    found, index = locate_hamlets(code_column(["Ấp 10", "Ấp 2"]), nowhere)
    assert [hamlet.name for hamlet in found] == ["Ấp 2", "Ấp 10"]
    assert index.tolist() == [1, 0]


def test_spellings_of_a_sector_are_one() -> None:
    found, index = locate_sectors(code_column(["Hộ tịch", "hộ tịch ", ""]))
    assert [sector.code for sector in found] == ["ho-tich"]
    assert index.tolist() == [0, 0, -1]


def test_nobody_is_nowhere() -> None:
    nobody = locate_communes(code_column([]), np.array([], "datetime64[s]"), PLACES)
    assert nobody.names == ()
    assert len(locate_hamlets(code_column([]), nobody)[1]) == 0


def test_the_bundled_list_knows_the_day_of_the_change() -> None:
    assert dt.date(2025, 7, 1) in PLACES.changes

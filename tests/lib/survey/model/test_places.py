import datetime as dt
from pathlib import Path

import pytest

from lib.survey.model.places import Places, place_title
from lib.survey.responses import Place

BEFORE, AFTER = dt.date(2025, 6, 30), dt.date(2025, 7, 1)
HEADER = "old_name,old_valid_to,new_name,new_valid_from,partial\n"


@pytest.fixture(scope="module")
def places() -> Places:
    return Places.read()


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return tmp_path / "places.csv"


def code(unit: Place | None) -> str | None:
    return unit.code if unit else None


def coded(places: Places, name: str) -> Place:
    unit = places.coded(name)
    assert unit
    return unit


def test_a_unit_is_known_however_it_is_written(places):
    written = ("Xã Xuân Tây", "x. xuan tay", "XUÂN TÂY, huyện Cẩm Mỹ")
    assert {code(places.unit(name, BEFORE)) for name in written} == {"xuan-tay"}


@pytest.mark.parametrize(
    "other", ["Hòa Xuân Tây", "Xuân", "huyện Cẩm Mỹ", "", "Ấp 7, xã Xuân Tây", "Xuân Tây 2"]
)
def test_part_of_a_name_is_no_unit(places, other):
    assert places.unit(other, BEFORE) is None


def test_a_unit_of_another_district_is_not_ours(places):
    assert places.unit("Xuân Đông, huyện Chợ Gạo", BEFORE) is None


@pytest.mark.parametrize(
    ("name", "before", "after", "any_day"),
    [
        ("Xuân Đông", "xuan-dong", "xuan-dong-2025", "xuan-dong-2025"),
        ("Xuân Tây", "xuan-tay", "xuan-dong-2025", "xuan-tay"),
        ("Cẩm Mỹ", "cam-my", "cam-my", "cam-my"),
        ("Xuân Tâm", "xuan-tam", "xuan-tam", "xuan-tam"),
    ],
)
def test_the_day_decides_which_unit_a_name_means(places, name, before, after, any_day):
    found = [code(places.unit(name, day)) for day in (BEFORE, AFTER, None)]
    assert found == [before, after, any_day]


def test_only_new_units_that_bear_an_old_name_carry_their_year(places):
    new = {unit.code for unit in places.units if unit.valid_from}
    assert new == {
        "cam-my",
        "song-ray-2025",
        "xuan-dinh",
        "xuan-dong-2025",
        "xuan-duong-2025",
        "xuan-que-2025",
    }


def test_the_bundled_list_has_thirteen_old_communes_and_one_divided(places):
    assert sum(unit.valid_from is None for unit in places.units) == 13 + 1
    assert len(places.became) == 13


def test_a_unit_knows_its_dates_and_rank(places):
    assert coded(places, "long-giao") == Place("long-giao", "Long Giao", "thị trấn", None, BEFORE)
    assert coded(places, "cam-my") == Place("cam-my", "Cẩm Mỹ", "xã", AFTER, None)


def test_today_an_old_unit_is_the_one_that_took_it_over(places):
    assert places.today(coded(places, "xuan-bao")).code == "xuan-dinh"
    assert places.today(coded(places, "xuan-dong")).code == "xuan-dong-2025"


def test_a_divided_unit_has_no_exact_successor(places):
    divided = coded(places, "xuan-tam")
    assert places.today(divided) == divided
    assert places.moved(divided) is None


def test_former_units_are_those_wholly_inside(places):
    former = places.former(coded(places, "xuan-dong-2025"))
    assert [unit.code for unit in former] == ["xuan-dong", "xuan-tay"]


def test_a_unit_that_ended_says_since_when_it_belongs_where(places):
    assert places.moved(coded(places, "xuan-tay")) == (AFTER, coded(places, "xuan-dong-2025"))
    assert places.moved(coded(places, "xuan-dong-2025")) is None


def test_a_place_outside_the_list_stays_itself(places):
    other = Place("hoa-xuan-tay", "Hòa Xuân Tây")
    assert (places.today(other), places.former(other), places.moved(other)) == (other, (), None)


def test_a_name_means_one_unit_between_two_changes(places):
    assert places.changes == (AFTER,)


def test_a_new_unit_is_told_from_the_old_one_of_its_name(places):
    old, new = coded(places, "xuan-dong"), coded(places, "xuan-dong-2025")
    assert place_title(new, [old, new]) == "Xuân Đông (từ 01/07/2025)"
    assert (place_title(old, [old, new]), place_title(new, [new])) == ("Xuân Đông", "Xuân Đông")


def test_the_office_may_keep_its_own_list_as_excel_saves_it(office):
    lines = [
        "old_name;old_valid_to;new_name;new_valid_from",
        "Xã Phú Lý;30/06/2025;Xã Phú Lý;01/07/2025",
    ]
    office.write_text("\n".join([*lines, ";;;"]), encoding="utf-8-sig")
    assert code(Places.read(office).unit("Phú Lý", AFTER)) == "phu-ly-2025"


def test_without_a_file_of_the_office_the_bundled_list_counts(office):
    assert Places.read(office) == Places.read()


def test_changes_follow_one_another(office):
    rows = "Xã A,2025-06-30,Xã B,2025-07-01,no\nXã B,2026-04-29,Phường B,2026-04-30,no\n"
    office.write_text(HEADER + rows, encoding="utf-8")
    places = Places.read(office)
    days = (BEFORE, AFTER, dt.date(2026, 4, 30))
    assert [code(places.unit("A", day)) for day in days] == ["a", "b", "b-2026"]
    assert code(places.moved(coded(places, "a"))[1]) == "b"


def test_a_divided_unit_is_the_new_one_from_the_first_day_on_and_the_old_one_until_the_last(office):
    row = "Xã A,2025-06-30,Xã A,2025-07-01,x\n"
    office.write_text(HEADER + row, encoding="utf-8")
    places = Places.read(office)
    assert [code(places.unit("Xã A", day)) for day in (BEFORE, AFTER)] == ["a", "a-2025"]

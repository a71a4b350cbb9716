"""Tables of more groups than are drawn at once: how many are not shown, and where they are."""

import datetime as dt
import re

import pytest

from tests import small_form
from tests.pages.conftest import SIGN_IN, STAFF

COMMUNES = 63
HEADER = [
    "Dấu thời gian", "Ông/Bà ở xã nào?", "Giới tính", "Số lần đi lại?", "Ông/Bà có hài lòng không?",
]  # fmt: skip


@pytest.fixture
def many(office, tmp_path):
    table = [HEADER]
    for at in range(COMMUNES * 6):
        said = "Không hài lòng" if at % 4 == 0 else "Hài lòng"
        day = dt.datetime(2026, 1 + at % 9, 1 + at % 28, 8, 0)
        commune = f"Xã Tân Lập {at % COMMUNES + 1}"
        table.append([day, commune, "Nữ" if at % 2 else "Nam", str(1 + at % 3), said])
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "form.csv", table)))


def rows(drawn):
    return len(re.findall(r"Tân Lập \d+", re.sub(r"<option.*?</option>", "", drawn.html)))


@pytest.mark.parametrize("asked", ["c2", "c3"])
def test_groups_that_are_not_shown_are_counted_and_one_click_away(many, opened, asked):
    drawn = opened("theo_cau_hoi", mail=STAFF, cau=asked, theo="xa")
    assert rows(drawn) == 60
    assert "Còn 3 dòng nữa không hiện ở đây" in drawn.text
    assert f'href="/so_sanh?cau={asked}&amp;theo=xa&amp;bang=cheo"' in drawn.html
    whole = opened("so_sanh", mail=STAFF, bang="cheo", cau=asked, theo="xa")
    assert rows(whole) == COMMUNES
    assert "không hiện ở đây" not in whole.text


def test_where_all_groups_are_shown_none_is_said_to_be_missing(many, opened):
    drawn = opened("theo_cau_hoi", mail=STAFF, cau="c2", theo="c3")
    assert "không hiện ở đây" not in drawn.text


def test_the_slide_of_communes_says_of_how_many_it_shows_some(many, opened):
    drawn = opened("trinh_chieu", mail=STAFF, chieu="cac-xa")
    assert f"8 xã đầu tiên trong số {COMMUNES} xã" in drawn.text

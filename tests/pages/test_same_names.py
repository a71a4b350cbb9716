"""Communes of one name that differ in their rank alone, and that no list of mergers knows."""

import datetime as dt
import re

import pytest

from tests import small_form

HEADER = ["Dấu thời gian", "Ông/Bà ở xã nào?", "Ông/Bà có hài lòng không?"]
COMMUNE, TOWN = "Xã Tân Phú", "Thị trấn Tân Phú"


@pytest.fixture
def asked(office, tmp_path):
    def asked(*communes):
        rows = [
            [dt.datetime(2026, 5, 1 + at % 28, 8, at // 28), name, "Hài lòng"]
            for at, name in enumerate(communes)
        ]
        office(SURVEY_FILE=str(small_form.write(tmp_path / "form.csv", [HEADER, *rows])))

    return asked


def rows(drawn):
    body = re.search(r">Theo xã</caption>.*?<tbody>(.*?)</tbody>", drawn.html, re.S)
    found = re.findall(r'<a[^>]*xa=([\w-]+)"[^>]*>([^<]*)</a></th><td[^>]*>(\d+)', body[1])
    return {name: (code, int(n)) for code, name, n in found}


@pytest.mark.parametrize("order", [1, -1])
def test_each_has_a_code_and_a_row_of_its_own_in_whatever_order_rows_come(asked, opened, order):
    asked(*([COMMUNE] * 7 + [TOWN, "Xã Long Bình"] * 6)[::order])
    assert rows(opened("so_sanh")) == {
        COMMUNE: ("xa-tan-phu", 7),
        TOWN: ("thi-tran-tan-phu", 6),
        "Long Bình": ("long-binh", 6),
    }
    assert opened(xa="xa-tan-phu").n_responses == "7 phiếu"
    chosen = opened(xa="thi-tran-tan-phu")
    assert chosen.n_responses == "6 phiếu"
    assert "Đang xem: Thị trấn Tân Phú" in chosen.text


def test_a_link_by_the_name_alone_chooses_all_of_it_as_it_did(asked, opened):
    asked(*[COMMUNE] * 7, *[TOWN] * 6, *["Xã Long Bình"] * 5)
    drawn = opened(xa="tan-phu")
    assert drawn.n_responses == "13 phiếu"
    assert "không có ở đây" not in drawn.text


@pytest.mark.parametrize("alone", [COMMUNE, TOWN, "Tân Phú"])
def test_a_commune_that_is_alone_in_its_name_keeps_its_code(asked, opened, alone):
    asked(*[alone] * 7, *["Tân Phú"] * 2, *["Xã Long Bình"] * 6)
    assert rows(opened("so_sanh")) == {"Tân Phú": ("tan-phu", 9), "Long Bình": ("long-binh", 6)}


def test_what_names_no_rank_beside_two_that_do_is_neither_of_them(asked, opened):
    asked(*[COMMUNE] * 7, *[TOWN] * 6, *["Tân Phú"] * 5)
    assert rows(opened("so_sanh"))["Tân Phú"] == ("tan-phu-khong-ro-cap", 5)
    assert opened(xa="tan-phu-khong-ro-cap").n_responses == "5 phiếu"

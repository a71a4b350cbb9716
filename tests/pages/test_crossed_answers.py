"""The cross-table: any question across whatever tells responses apart."""

import datetime as dt
import re

import pytest

from tests import small_form
from tests.pages.conftest import SIGN_IN, STAFF

HEADER = [
    "Dấu thời gian", "Giới tính", "Biết qua đâu?", "Số lần đi lại?",
    "Ông/Bà có hài lòng không?", "Ý kiến góp ý",
]  # fmt: skip


def rows(rated=True):
    """Return sixty men, half of them dissatisfied, and sixty women who are not."""
    for at in range(120):
        said = "Không hài lòng" if at % 4 == 0 else "Hài lòng"
        yield [
            dt.datetime(2026, 1 + at // 28, 1 + at % 28, 8, 0),
            "Nữ" if at % 2 else "Nam",
            ("Loa", "Zalo", "Loa, Zalo")[at % 3],
            str(1 + at % 2),
            said if rated else ("Sáng", "Chiều")[at % 2],
            f"góp ý thứ {at}",
        ]


@pytest.fixture
def asked(office, tmp_path):
    table = [HEADER, *rows()]
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "form.csv", table)))


def lines(drawn):
    """Return the words of each row of the table."""
    body = re.search(r'<table class="x-table x-heat x-cross">.*?<tbody>(.*?)</tbody>', drawn.html)
    found = re.findall(r"<tr.*?</tr>", body[1]) if body else []
    return [" ".join(re.sub(r"<[^>]*>", " ", row).split()) for row in found]


def test_each_cell_has_its_share_and_its_count_and_a_mark_beyond_chance(asked, opened):
    drawn = opened("so_sanh", mail=STAFF, bang="cheo", cau="c4", theo="c1")
    assert lines(drawn) == [
        "Nam 60 50,0 ▼ thấp hơn 30 50,0 ▲ cao hơn 30",
        "Nữ 60 100,0 ▲ cao hơn 60 0,0 ▼ thấp hơn 0",
    ]


def test_a_question_that_rates_nothing_is_crossed_too(asked, opened):
    drawn = opened("so_sanh", mail=STAFF, bang="cheo", cau="c1", theo="c2")
    assert [line.split()[:2] for line in lines(drawn)] == [["Loa", "80"], ["Zalo", "80"]]
    assert "không tham gia" not in drawn.text


def test_of_a_number_each_group_has_its_median(asked, opened):
    drawn = opened("so_sanh", mail=STAFF, bang="cheo", cau="c3", theo="c1")
    assert "Nam 1 1–1 60" in drawn.text


def test_a_cell_leads_to_the_responses_behind_it(asked, opened):
    drawn = opened("so_sanh", mail=STAFF, bang="cheo", cau="c4", theo="c1")
    assert 'href="/?cau=c4&amp;bang' not in drawn.html
    assert re.search(r'href="/\?[^"]*tl=c1.nam&amp;tl=c4.khong-hai-long[^"]*"', drawn.html)


@pytest.mark.parametrize(("rare", "leads"), [("Khác: cháu kể", True), ("Báo", False)])
def test_others_lead_to_the_responses_behind_them_where_a_link_can(
    rare, leads, office, tmp_path, opened
):
    table = [HEADER]
    for at, row in enumerate(rows()):
        row[2] = rare if at == 1 else ("Loa", "Zalo", "Khác: bạn kể")[at % 3]
        table.append(row)
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "other.csv", table)))
    drawn = opened("so_sanh", mail=STAFF, bang="cheo", cau="c2", theo="c1")
    assert ("tl=c2.khac" in drawn.html) == leads
    assert "tl=c2.zalo" in drawn.html


def test_whoever_sees_totals_only_sees_satisfaction_across_groups_and_no_other_question(
    asked, opened
):
    shown = opened("so_sanh", bang="cheo", cau="c4", theo="c1")
    assert [line.split()[:2] for line in lines(shown)] == [["Nam", "60"], ["Nữ", "60"]]
    assert lines(opened("so_sanh", bang="cheo", cau="c1", theo="c4")) == []


def test_filters_hold_in_the_cross_table(asked, opened):
    drawn = opened("so_sanh", mail=STAFF, bang="cheo", cau="c4", theo="c1", ky="2026-01")
    assert [line.split()[1] for line in lines(drawn)] == ["14", "14"]


def test_a_form_that_asks_for_no_satisfaction_is_crossed_at_once(office, tmp_path, opened):
    header = [*HEADER[:4], "Ông/Bà đến buổi nào?", HEADER[5]]
    table = [header, *rows(rated=False)]
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "form.csv", table)))
    drawn = opened("so_sanh", mail=STAFF, theo="c2")
    assert [line.split()[:2] for line in lines(drawn)] == [["Loa", "80"], ["Zalo", "80"]]


def test_the_table_is_taken_along_under_a_name_that_says_of_which_responses_it_is(asked, opened):
    asked = {"bang": "cheo", "cau": "c4", "theo": "c1", "ky": "2026-01", "tl": "c2.loa"}
    [button] = opened("so_sanh", mail=STAFF, **asked).test.get("download_button")
    assert button.label == "Tải bảng (Excel)"
    assert re.fullmatch(
        r"take_noi-bo-bang-cheo-form-csv-2026-01-c2-loa-\d{4}-\d\d-\d\d\.xlsx", button.key
    )

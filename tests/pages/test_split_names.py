"""What a link says rows are, and the order of rows: named in any spelling, by any id."""

import datetime as dt
import re

import pytest

from tests import small_form
from tests.pages.conftest import SIGN_IN, STAFF

HEADER = [
    "Dấu thời gian", "Giới tính", "Biết qua đâu?", "Ông/Bà có hài lòng không?",
    "Chấm điểm nơi ngồi chờ",
]  # fmt: skip
DECLARED = """
[[questions]]
id = "Gioi.Tinh"
header = "Giới tính"

[[questions]]
id = "Hài Lòng"
header = "Ông/Bà có hài lòng không?"
"""


@pytest.fixture(autouse=True)
def declared(office, tmp_path):
    """An office that gave two questions ids of its own; the women are more often satisfied."""
    table = [HEADER]
    for at in range(60):
        said = "Không hài lòng" if at % 4 == 0 else "Hài lòng"
        heard = ("Loa", "Zalo", "Loa, Zalo")[at % 3]
        day = dt.datetime(2026, 1 + at // 28, 1 + at % 28, 8, 0)
        table.append([day, "Nữ" if at % 2 else "Nam", heard, said, str(1 + at % 5)])
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "survey.toml").write_text(DECLARED, "utf-8")
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "form.csv", table)))


def rows(drawn):
    """Return the name of each row of the first table of rates or answers."""
    body = re.search(r"<tbody>(.*?)</tbody>", drawn.html, re.S)[1]
    heads = re.findall(r'<th scope="row"[^>]*>(.*?)</th>', body, re.S)
    return [" ".join(re.sub(r"<[^>]*>", " ", head).split()) for head in heads]


@pytest.mark.parametrize("written", ["Gioi.Tinh", "gioi.tinh", "GIỚI-TÍNH", "c1"])
def test_rows_are_named_in_any_spelling_and_by_the_former_id(written, opened):
    drawn = opened("so_sanh", mail=STAFF, theo=written)
    assert sorted(rows(drawn)) == ["Nam", "Nữ"]
    assert "không có ở đây" not in drawn.text


@pytest.mark.parametrize("written", ["Gioi.Tinh.nam", "gioi.tinh.NAM", "c1.nam"])
def test_answers_are_named_in_any_spelling_and_by_the_former_id(written, opened):
    assert opened(mail=STAFF, tl=written).n_responses == "30 phiếu"


@pytest.mark.parametrize("written", ["Hài Lòng", "hai-long", "c3"])
def test_the_order_is_named_so_too(written, opened):
    asked = {"theo": "c1", "mail": STAFF}
    assert rows(opened("so_sanh", xep=written, **asked)) == ["Nam", "Nữ"]
    assert rows(opened("so_sanh", xep=f"-{written}", **asked)) == ["Nữ", "Nam"]


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("so_sanh", {"bang": "cheo", "cau": "c1", "theo": "c1"}),
        ("theo_cau_hoi", {"cau": "c1", "theo": "c1"}),
        ("so_sanh", {"theo": "ky"}),
    ],
)
def test_what_was_told_apart_elsewhere_is_no_fault_of_the_link(page, asked, opened):
    assert "không có ở đây" not in opened(page, mail=STAFF, **asked).text


def test_whoever_sees_totals_only_is_told_why_rows_may_not_overlap(opened):
    drawn = opened("so_sanh", theo="c2")
    assert "được chọn nhiều đáp án" in drawn.text
    assert "không có ở đây" not in drawn.text
    assert "được chọn nhiều đáp án" not in opened("so_sanh", mail=STAFF, theo="c2").text


@pytest.mark.parametrize("table", ["cheo", "CHEO"])
def test_a_question_to_be_confirmed_is_crossed_like_any_other(table, opened):
    drawn = opened("so_sanh", mail=STAFF, bang=table, cau="c4", theo="c1")
    assert drawn.n_responses == "60 phiếu"
    assert sorted(rows(drawn)) == ["Nam", "Nữ"]
    assert opened("so_sanh", mail=STAFF, cau="c4").n_responses == "0 phiếu"

"""What a form asks beside satisfaction: every question can be looked at, by who may see what."""

import datetime as dt
import re

import pytest

from tests import small_form
from tests.pages.conftest import LEADER, SIGN_IN, STAFF

HEADER = [
    "Dấu thời gian", "Giới tính", "Tuổi", "Biết qua đâu?", "Số lần đi lại?", "Họ và tên",
    "Ông/Bà có hài lòng không?", "Ý kiến góp ý",
]  # fmt: skip
SECRET = "Cán bộ đòi tiền bồi dưỡng mới giải quyết"


@pytest.fixture
def ordinary(office, tmp_path):
    """An office whose form asks seven things of forty people; one of them wrote of a bribe."""
    table = [HEADER]
    for at in range(40):
        table.append(
            [
                dt.datetime(2026, 1 + at // 8, 1 + at % 8, 8, 0),
                "Nữ" if at % 4 else "Nam",
                ("Dưới 18", "18-30", "31-60", "Trên 60")[min(at % 8, 3)],
                ("Loa, Zalo", "Zalo", "Loa", "Báo, Zalo")[at % 4],
                str(1 + at % 3),
                f"Người {at}",
                "Hài lòng" if at % 5 else "Không hài lòng",
                SECRET if at == 7 else f"gọi 0912 345 6{at:02}" if at == 3 else f"góp ý thứ {at}",
            ]
        )
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "form.csv", table)))


def shares(drawn):
    """Return each row of the table of answers: name, count, share."""
    body = re.search(r'<table class="x-table x-shares">.*?<tbody>(.*?)</tbody>', drawn.html)[1]
    rows = re.findall(r"<tr.*?</tr>", body)
    return [re.sub(r"<[^>]*>", " ", row).split("  ") for row in rows]


def cells(drawn):
    return [[" ".join(part.split()) for part in row if part.strip()] for row in shares(drawn)]


def test_one_answer_of_several_is_counted_with_its_share(ordinary, opened):
    drawn = opened("theo_cau_hoi", mail=STAFF, cau="c1")
    assert cells(drawn) == [["Nữ", "30", "75,0 %"], ["Nam", "10", "25,0 %"]]
    assert "40 100,0 % trong 40 phiếu" in drawn.text


def test_several_answers_are_counted_each_and_it_is_said_that_shares_overlap(ordinary, opened):
    drawn = opened("theo_cau_hoi", mail=STAFF, cau="c3")
    assert cells(drawn) == [
        ["Zalo", "30", "75,0 %"],
        ["Loa", "20", "50,0 %"],
        ["Báo", "10", "25,0 %"],
    ]
    assert "cộng lại hơn 100 %" in drawn.text


def test_every_question_can_be_chosen_and_those_of_a_rate_stand_first(ordinary, opened):
    choice = opened("theo_cau_hoi", mail=STAFF).test.selectbox(key="shown_question")
    assert choice.options == [
        "Ông/Bà có hài lòng không",
        *("Giới tính", "Tuổi", "Biết qua đâu", "Số lần đi lại", "Họ và tên", "Ý kiến góp ý"),
    ]


def test_answers_are_told_apart_by_period_and_by_another_question(ordinary, opened):
    by_period = opened("theo_cau_hoi", mail=STAFF, cau="c1")
    assert "T1/26 75,0 % 25,0 % 8" in by_period.text
    crossed = opened("theo_cau_hoi", mail=STAFF, cau="c1", theo="c2")
    assert crossed.test.selectbox(key="split_by").value == "c2"
    assert "Dưới 18 0,0 % 100,0 % 5" in crossed.text


def test_a_number_has_its_median_and_middle_half_in_each_group_too(ordinary, opened):
    drawn = opened("theo_cau_hoi", mail=STAFF, cau="c4", theo="c1")
    assert "Trung vị 2 trung bình: 2" in drawn.text
    assert "Nam 2 1–2,8 10" in drawn.text


def test_filters_hold_for_every_question(ordinary, opened):
    drawn = opened("theo_cau_hoi", mail=STAFF, cau="c1", ky="2026-01")
    assert cells(drawn) == [["Nữ", "6", "75,0 %"], ["Nam", "2", "25,0 %"]]


def test_what_people_wrote_is_read_masked_and_a_denunciation_by_leaders_alone(ordinary, opened):
    staff = opened("theo_cau_hoi", mail=STAFF, cau="c7")
    assert "góp ý thứ 39" in staff.text
    assert SECRET not in staff.html
    assert "0912" not in staff.html
    assert SECRET in opened("theo_cau_hoi", mail=LEADER, cau="c7").text


def test_names_are_counted_and_shown_to_nobody(ordinary, opened):
    drawn = opened("theo_cau_hoi", mail=LEADER, cau="c5")
    assert "Người 1" not in drawn.html
    assert "ứng dụng không giữ lại câu trả lời" in drawn.text


def test_who_sees_totals_only_sees_answers_of_five_or_more_over_all_responses(ordinary, opened):
    drawn = opened("theo_cau_hoi", cau="c2")
    assert [row[:2] for row in cells(drawn)] == [
        ["Dưới 18", "5"],
        ["18-30", "5"],
        ["31-60", "5"],
        ["Trên 60", "25"],
    ]
    assert "góp ý thứ" not in opened("theo_cau_hoi", cau="c7").html
    narrowed = opened("theo_cau_hoi", cau="c2", ky="2026-01")
    assert "x-shares" not in narrowed.html
    assert "trên toàn bộ phiếu" in narrowed.text
    assert 'href="/theo_cau_hoi?cau=c2"' in narrowed.html


def test_a_question_in_no_rate_filters_nothing_elsewhere_and_leads_to_its_answers(ordinary, opened):
    drawn = opened(mail=STAFF, cau="c1")
    assert drawn.n_responses == "40 phiếu"
    assert "Câu hỏi “Giới tính” không tính mức độ hài lòng" in drawn.text
    assert 'href="/theo_cau_hoi?cau=c1"' in drawn.html


def test_an_answer_of_ones_own_that_denounces_is_for_leaders_wherever_it_stands(
    office, opened, tmp_path
):
    table = [["Dấu thời gian", "Giới tính", "Vì sao chưa xong?", "Có hài lòng không?"]]
    for at in range(40):
        given = [SECRET, "Thiếu giấy tờ, gọi 0912 345 678"][at % 3 > 1]
        day = dt.datetime(2026, 1 + at // 8, 1 + at % 8, 8, 0)
        table.append([day, "Nữ" if at % 2 else "Nam", given, "Hài lòng"])
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "form.csv", table)))
    places = ({"cau": "c2"}, {"cau": "c2", "theo": "c1"}, {"cau": "c1", "theo": "c2"})
    for who, seen in ((LEADER, True), (STAFF, False)):
        drawn = [opened("theo_cau_hoi", mail=who, **place).html for place in places]
        drawn.append(opened(mail=who).html)
        # as a row it is one of the others for everybody: rows are links, and links spell it
        assert [SECRET in html for html in drawn] == [seen, seen, False, seen]
        assert "0912 345 678" not in "".join(drawn)


def test_the_overview_lists_what_else_the_form_asks(ordinary, opened):
    text = opened(mail=STAFF).text
    assert "Giới tính 40 Nữ (75,0 %)" in text
    assert "Họ và tên" not in text


def test_a_rate_is_told_apart_by_whatever_somebody_chooses(ordinary, opened):
    drawn = opened("theo_cau_hoi", mail=STAFF, cau="c6", theo="c1")
    assert "Nam 80,0 % 49,0–94,3 10" in drawn.text
    assert "Nữ 80,0 % 62,7–90,5 30" in drawn.text


def test_how_a_question_was_told_apart_before_is_no_fault_of_the_link(ordinary, opened):
    assert "không có ở đây" not in opened("theo_cau_hoi", mail=STAFF, cau="c6", theo="ky").text


def test_other_opens_to_what_was_written_for_those_who_may_read_it(office, opened, tmp_path):
    table = [["Dấu thời gian", "Biết qua đâu?", "Có hài lòng không?"]]
    own = {5: "Bác trưởng ấp 0912 345 678", 9: SECRET}
    for at in range(40):
        day = dt.datetime(2026, 1 + at // 20, 1 + at % 20, 8, 0)
        table.append([day, own.get(at, "Zalo" if at % 2 else "Loa"), "Hài lòng"])
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "form.csv", table)))
    staff, leader, viewer = (
        opened("theo_cau_hoi", mail=mail, cau="c1") for mail in (STAFF, LEADER, "")
    )
    assert "Bác trưởng ấp" in staff.text
    assert "0912" not in staff.html + leader.html
    assert [SECRET in drawn.html for drawn in (staff, leader, viewer)] == [False, True, False]
    assert "Bác trưởng ấp" not in viewer.html

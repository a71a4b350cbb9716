"""What the product does not understand is in no rate, is said, and is settled on one page."""

import tomllib
from pathlib import Path

import pytest

from lib.ui.shell.process import the_feed
from tests.pages.conftest import LEADER, SIGN_IN, STAFF
from tests.pages.test_other_questions import cells
from tests.running import wait_for

LEVELS = ["Lung linh", "Lung linh", "Lung linh", "Tàm tạm", "Lem nhem"]


def form(path: Path, n: int = 10, clear: bool = True) -> Path:
    """Write a form with two questions on a scale of nobody's, and one that is understood."""
    lines = [
        "Dấu thời gian,Chất lượng nơi ngồi chờ,Chất lượng bảng hướng dẫn"
        + ",Ông/Bà có hài lòng không?" * clear
    ]
    for at in range(n):
        level = LEVELS[at % len(LEVELS)]
        lines.append(f"{at + 1:02}/10/2026 08:00:00,{level},{level}" + ",Hài lòng" * clear)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def unclear(office, tmp_path):
    office(SIGN_IN, SURVEY_FILE=str(form(tmp_path / "form.csv")))


@pytest.fixture
def nothing_rated(office, tmp_path):
    office(SIGN_IN, SURVEY_FILE=str(form(tmp_path / "form.csv", clear=False)))


@pytest.mark.parametrize("page", ["tong_quan", "theo_cau_hoi", "so_sanh", "can_xu_ly"])
def test_where_a_rate_would_stand_it_is_said_what_is_missing_and_the_way_leads_there(
    unclear, opened, page
):
    drawn = opened(page, mail=LEADER)
    assert "2 câu hỏi chưa được tính tỷ lệ" in drawn.text
    assert "/can_xac_nhan" in drawn.html


def test_a_viewer_is_told_and_led_nowhere(office, tmp_path, opened):
    office(SIGN_IN, SURVEY_FILE=str(form(tmp_path / "form.csv")))
    drawn = opened()
    assert "2 câu hỏi chưa được tính tỷ lệ" in drawn.text
    assert "/can_xac_nhan" not in drawn.html


@pytest.mark.parametrize("page", ["tong_quan", "theo_cau_hoi", "so_sanh", "can_xu_ly", "du_lieu"])
def test_a_form_in_which_nothing_is_rated_ends_no_page_in_an_error(nothing_rated, opened, page):
    text = opened(page).text
    assert "Không hiển thị: dưới 5 phiếu" not in text  # there are ten: that would be no reason


def test_a_link_to_a_question_that_no_longer_counts_says_why(unclear, opened):
    for page in ("", "trinh_chieu"):
        text = opened(page or "tong_quan", cau="c1").text
        assert "câu này cần xác nhận" in text
        assert "không tồn tại" not in text


def test_what_is_to_be_confirmed_is_shown_as_it_is_with_why_it_is_in_no_rate(unclear, opened):
    drawn = opened("theo_cau_hoi", mail=LEADER, cau="c1")
    assert "Chưa biết câu trả lời nào của câu hỏi này là hài lòng" in drawn.text
    assert "Các câu trả lời" in drawn.text
    assert 'class="x-table x-shares"' in drawn.html
    assert "hài lòng chung" not in drawn.text


def test_a_link_to_a_question_that_no_longer_counts_leads_to_where_that_is_settled(unclear, opened):
    assert "/can_xac_nhan" in opened("theo_cau_hoi", mail=LEADER, cau="c1").html
    assert "/can_xac_nhan" not in opened("theo_cau_hoi", cau="c1").html


def test_the_reason_given_for_words_is_no_scale_without_a_direction(unclear, opened):
    text = opened("du_lieu", mail=LEADER).text
    assert "Chưa rõ mọi câu trả lời được tính thế nào nên chưa tính mức độ hài lòng" in text
    assert "đầu nào của thang" not in text


def test_one_click_counts_all_questions_of_the_scale_and_is_written_down(unclear, opened, tmp_path):
    test = opened("can_xac_nhan", mail=LEADER).test
    for at, where in enumerate(("satisfied", "neutral", "dissatisfied")):
        control = test.segmented_control(f"confirm_c1_{at}")
        control.set_value(where)
    test.button("confirm_same_c1").click().run()
    test.button("confirm_save").click().run()
    stated = tomllib.loads((tmp_path / ".streamlit" / "survey.toml").read_text("utf-8"))
    assert [len(question["levels"]) for question in stated["questions"]] == [3, 3]
    wait_for(lambda: len(the_feed().snapshot.made.form.rated) == 3, "the new reading")
    assert "chưa được tính tỷ lệ" not in opened(mail=LEADER).text


def test_staff_are_told_who_settles_it(office, tmp_path, opened):
    office(SIGN_IN, SURVEY_FILE=str(form(tmp_path / "form.csv")))
    drawn = opened("can_xac_nhan", mail=STAFF)
    assert "Lãnh đạo đã đăng nhập" in drawn.text
    assert not drawn.test.get("button_group")


def test_a_scale_to_be_confirmed_shows_its_levels_in_order_their_median_and_the_way(
    office, opened, tmp_path
):
    lines = ["Dấu thời gian,Chất lượng nơi ngồi chờ,Công chức có gây phiền hà không?"]
    for at in range(20):
        point, often = 5 if at < 8 else 1 if at < 12 else 3, ("Có", "Hiếm khi")[at % 2]
        lines.append(f"{at + 1:02}/10/2026 08:00:00,{point},{often}")
    (tmp_path / "form.csv").write_text("\n".join(lines), encoding="utf-8")
    office(SIGN_IN, SURVEY_FILE=str(tmp_path / "form.csv"))
    drawn = opened("theo_cau_hoi", mail=STAFF, cau="c1")
    assert [row[:2] for row in cells(drawn)] == [["1", "4"], ["3", "8"], ["5", "8"]]
    assert "Mức trung vị 3 câu trả lời đứng giữa khi xếp theo mức" in drawn.text
    assert "/can_xac_nhan" in drawn.html
    assert "Mức trung vị" not in opened("theo_cau_hoi", cau="c1").text

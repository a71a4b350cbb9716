"""A rate that a third of the answers could move says so on every page, slide and paper."""

import io

import pytest
from python_calamine import CalamineWorkbook

from lib.roles import Role
from lib.ui.shell.process import the_feed
from tests import small_form
from tests.lib.reports.survey import document, words
from tests.pages.conftest import LEADER, SIGN_IN
from tests.pages.test_papers import taken
from tests.running import wait_for

ODD = [small_form.response(attitude="Sao cũng được") for _ in range(7)]  # beside 12: 36 %


@pytest.fixture
def third(office, tmp_path):
    file = small_form.write(tmp_path / "form.csv", small_form.recent())
    office(SIGN_IN, SURVEY_FILE=str(file))  # all is understood, so the question counts for ever
    small_form.write(file, small_form.recent(*ODD))
    the_feed().look()
    wait_for(lambda: the_feed().snapshot.made.n == 19, "the new reading")


@pytest.mark.parametrize(
    "page", ["tong_quan", "theo_cau_hoi", "so_sanh", "tac_dong", "trinh_chieu"]
)
def test_pages_and_slides_say_between_which_rates_it_lies(third, opened, page):
    # 11 of 12 are satisfied, and 7 are not placed: 11/19 and 18/19
    text = opened(page, mail=LEADER).text
    assert "thêm 7 câu trả lời chưa phân loại: từ 57,9 % đến 94,7 %" in text


def test_the_report_says_it_too(third):
    text = words(document(taken(Role.LEADER).report())).replace("\N{NO-BREAK SPACE}", " ")
    assert "thêm 7 câu trả lời chưa phân loại: từ 57,9 % đến 94,7 %" in text


def test_the_book_of_figures_says_it_below_the_questions(third):
    book = CalamineWorkbook.from_filelike(io.BytesIO(taken(Role.LEADER).book()))
    cells = [
        str(cell) for row in book.get_sheet_by_name("Theo câu hỏi").to_python() for cell in row
    ]
    text = " ".join(cells).replace("\N{NO-BREAK SPACE}", " ")
    assert "thêm 7 câu trả lời chưa phân loại: từ 57,9 % đến 94,7 %" in text


def test_whoever_sees_totals_only_is_not_told_the_words_across_groups_either(third, opened):
    asked = {"bang": "cheo", "cau": "c1", "theo": "c2"}
    assert "Sao cũng được" in opened("so_sanh", mail=LEADER, **asked).html
    viewed = opened("so_sanh", **asked).html
    assert "Sao cũng được" not in viewed
    assert ">…<" in viewed

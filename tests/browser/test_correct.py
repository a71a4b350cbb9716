"""The office corrects how its form was read, on its own machine, and saves that."""

import tomllib

import pytest
from playwright.sync_api import expect

from tests import small_form
from tests.browser.conftest import HOST
from tests.browser.screen import Screen
from tests.forking import forked
from tests.running import answers, office_folder, wait_for

ODD = "Hết ý"


@pytest.fixture
def folder(tmp_path):
    """An office whose form got an answer three times that no lexicon has."""
    odd = [small_form.response(attitude=ODD) for _ in range(3)]
    small_form.write(tmp_path / "phieu.csv", small_form.rows(*odd))
    return office_folder(tmp_path)


@pytest.fixture
def screen(page, folder, tmp_path):
    """The page of that office on which the form is explained."""
    settings = {"SURVEY_FILE": str(tmp_path / "phieu.csv"), "SURVEY_DATA_DIR": str(tmp_path / "d")}
    with forked(folder, settings) as url:
        wait_for(lambda: answers(f"{url}/health"), "the first reading")
        yield Screen(page, url).open("/du_lieu")


def _correct(screen, header):
    column = screen.page.locator('[class*="st-key-column_"]').filter(has_text=header)
    column.get_by_role("button", name="Sửa").click()


def _opened(screen):
    _correct(screen, small_form.ATTITUDE)
    screen.settle()
    return screen.page.locator(".st-key-correcting")


def _choose(screen, label, option):
    listed = screen.page.get_by_label(label)
    listed.scroll_into_view_if_needed()  # a list closes when the page scrolls
    screen.settle()
    listed.click()
    screen.page.get_by_role("option", name=option, exact=True).click()
    screen.settle()


def test_an_answer_is_classified_and_every_page_reads_it_so(screen, folder):
    panel = _opened(screen)
    _choose(screen, ODD, "Chưa hài lòng")
    # Of 15 answers 11 are satisfied; before, the question was in no rate.
    expect(panel).to_contain_text("không tính")
    expect(panel).to_contain_text("73,3 % (n = 15)")
    panel.get_by_role("button", name="Lưu").click()
    screen.says("Đã lưu.")
    content = tomllib.loads((folder / ".streamlit" / "survey.toml").read_text("utf-8"))
    assert {"text": ODD, "polarity": "dissatisfied"} in content["questions"][0]["levels"]
    screen.open("/")
    screen.says("73,3 %")


def test_somebody_says_which_end_of_a_scale_is_good(screen, tmp_path):
    table = small_form.rows()
    scored = [[*row, str(2 + at % 4)] for at, row in enumerate(table[1:])]  # three of each: 2 to 5
    small_form.write(tmp_path / "phieu.csv", [[*table[0], "Mức độ thuận tiện"], *scored])
    screen.says("chưa biết điểm cao là tốt hay xấu")
    _correct(screen, "Mức độ thuận tiện")
    screen.page.get_by_role("button", name="Điểm cao là tốt").click()
    # 2 is the lowest that was chosen, so half of the answers lie on the good side.
    expect(screen.page.locator(".st-key-correcting")).to_contain_text("50,0 % (n = 12)")


def test_two_columns_become_one_question_under_the_older_code(screen, tmp_path):
    header, *rows = small_form.rows()
    again = f"{small_form.ATTITUDE[:-1]} ạ?"
    old = [[*row, ""] for row in rows[:6]]
    new = [[row[0], "", *row[2:], row[1]] for row in rows[6:]]
    small_form.write(tmp_path / "phieu.csv", [[*header, again], *old, *new])
    screen.page.get_by_role("button", name="là một câu hỏi").click()
    screen.says("Đã lưu.")
    screen.open("/du_lieu?cau=c1")
    screen.says(
        f"{again}chọn một phương án · câu hỏi về mức độ hài lòng · 12 trả lời, 0 không trả lời"
    )


def test_a_column_is_dropped_and_nothing_of_it_stays_on_the_page(screen):
    _correct(screen, "Lĩnh vực thủ tục")
    screen.settle()
    screen.page.get_by_role("button", name="Bỏ cột này").click()
    screen.says("Đã bỏ vì cột này nhận diện cá nhân: Lĩnh vực thủ tục")


def test_a_code_that_another_question_has_cannot_be_saved(screen, folder):
    (folder / ".streamlit" / "survey.toml").write_text(
        f'[[questions]]\nid = "thoi-gian"\nheader = "{small_form.TIME}"\n', "utf-8"
    )
    panel = _opened(screen)
    code = panel.get_by_label("Mã trong liên kết")
    code.fill("thoi-gian")
    code.press("Enter")
    expect(panel).to_contain_text("“thoi-gian” có hai lần")
    screen.settle()  # until then the button of the run before stands beside the new one
    expect(panel.get_by_role("button", name="Lưu")).to_be_disabled()


def test_a_description_written_by_hand_counts_without_a_restart(screen, folder):
    (folder / ".streamlit" / "survey.toml").write_text('title = "Khảo sát mới"\n', "utf-8")
    screen.says("Khảo sát mới")


def test_somebody_elsewhere_cannot_correct_anything(screen):
    screen.url = screen.url.replace("127.0.0.1", HOST)
    screen.open("/du_lieu")
    screen.says(small_form.ATTITUDE)
    assert screen.page.get_by_role("button", name="Sửa").count() == 0

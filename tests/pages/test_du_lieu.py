"""Dữ liệu, seen without a browser."""

import datetime as dt
import re

from lib.ui.shell.process import the_feed
from tests import small_form
from tests.pages.conftest import SIGN_IN, STAFF, Drawn
from tests.running import wait_for


def test_a_sheet_stands_with_its_rows_and_those_skipped(office, opened, tmp_path):
    rows = [*small_form.rows(), ["", "", "", "", "", ""], ["", *small_form.response()]]
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "small.csv", rows)))
    assert "small.csv 13 1 1" in opened("du_lieu", mail=STAFF).text


def test_a_viewer_sees_no_number_of_rows_and_answers(small, opened):
    text = opened("du_lieu").text.partition("Bảng trả lời")[2]
    assert "small.csv không nêu" in text
    assert "Không hài lòng – chưa hài lòng" in text
    assert not re.search(
        r"\d", re.sub(r"\bc\d\b|cả 2 câu|Kiểm tra phiếu mới lần cuối.*?\d{4}", "", text)
    )


def test_each_column_says_its_id_and_how_it_was_understood(small, opened):
    assert (
        f"{small_form.ATTITUDE} chọn một phương án · câu hỏi về mức độ hài lòng"
        in opened("du_lieu").text
    )


def test_what_was_declared_is_told_from_what_was_inferred(sample, opened):
    text = opened("du_lieu").text
    assert "do cơ quan khai báo" in text
    assert "Hình thức nộp hồ sơ chọn một phương án" in text


def test_staff_are_told_how_many_answers_nobody_can_place(office, opened, tmp_path):
    odd = [small_form.response(attitude="Hết ý") for _ in range(3)]
    file = small_form.write(tmp_path / "small.csv", small_form.rows())
    office(SIGN_IN, SURVEY_FILE=str(file))  # every answer is understood at the first reading
    small_form.write(file, small_form.rows(*odd))
    office(SIGN_IN, SURVEY_FILE=str(file))
    wait_for(lambda: the_feed().snapshot.made.n == 15, "the new reading")
    assert "… – chưa phân loại 3" in opened("du_lieu", mail=STAFF).text
    assert "Hết ý" not in opened("du_lieu").text


def test_a_column_that_identifies_a_person_is_named_and_its_words_are_gone(
    office, opened, tmp_path
):
    header, *rows = small_form.rows()
    named = [
        [*header, "Họ và tên"],
        *([*row, f"Nguyễn Văn {number}"] for number, row in enumerate(rows)),
    ]
    office(SURVEY_FILE=str(small_form.write(tmp_path / "small.csv", named)))
    drawn = opened("du_lieu")
    assert "Họ và tên" in drawn.text
    assert "Nguyễn Văn" not in drawn.html


def test_of_several_sheets_each_has_its_row(office, opened, emulator):
    first = emulator.create(("Trả lời", small_form.rows()), title="Khảo sát 2024")
    second = emulator.create(
        ("Trả lời", [small_form.HEADER, [dt.datetime(2025, 1, 6), *small_form.response()]]),
        title="Khảo sát 2025",
    )
    office(SURVEY_SHEETS=f"{first.url} {second.url}", SHEETS_EMULATOR_HOST=emulator.host)
    text = opened("du_lieu").text
    assert "Khảo sát 2024" in text
    assert "Khảo sát 2025" in text


def test_the_samples_correction_is_shown_for_copying(sample, opened):
    test = opened("du_lieu").test
    opener = next(button for button in test.button if button.label == "Sửa")
    opener.click().run()
    test.text_input(key="fix_label").set_value("Thái độ").run()
    test.button(key="fix_save").click().run()
    assert "không ghi được tệp" in Drawn(test).text
    assert 'label = "Thái độ"' in test.code[0].value


def test_every_column_but_those_of_persons_opens_to_its_answers(office, opened, tmp_path):
    rows = [["Dấu thời gian", "Giới tính", "Họ và tên", "Ông/Bà có hài lòng không?"]]
    rows += [
        [f"{day:02}/10/2026 08:00:00", "Nam", f"Người {day}", "Hài lòng"] for day in range(1, 9)
    ]
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "small.csv", rows)))
    drawn = opened("du_lieu", mail=STAFF)
    ways = re.findall(r'<b><a data-go href="/theo_cau_hoi\?cau=(c\d)', drawn.html)
    assert sorted(ways) == ["c1", "c3"]

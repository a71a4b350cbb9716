"""Links pinned to a reading, and figures as first received, on every page of the survey."""

import itertools
import re

import pytest

from lib.ui.shell.process import the_desk, the_viewer_feed
from tests import small_form
from tests.pages.conftest import LEADER, OF_THE_SURVEY, STAFF, Drawn
from tests.pages.readings import read, readings, submitted
from tests.running import wait_for

FIGURES = [page for page in OF_THE_SURVEY if page not in ("du_lieu", "toan_ven", "can_xac_nhan")]
UNKNOWN = ["9-3f2a9c81", "1", "hom-qua", "1-00000000", "9" * 5_000, "9" * 5_000 + "-3f"]


def seen(drawn: Drawn) -> tuple[object, ...]:
    """Return the figures of a page: what it draws below what it says of the reading."""
    cells = re.findall(r"<t[dh][^>]*>.*?</t[dh]>|x-big.*?</p>", drawn.html)
    return drawn.n_responses, drawn.figures, [re.sub(r'href="[^"]*"', "", cell) for cell in cells]


def test_a_pinned_page_does_not_move_when_responses_arrive_are_edited_or_removed(sheet, opened):
    code = readings()[0].code
    before = {page: opened(page, mail=LEADER, luc=code) for page in OF_THE_SURVEY}
    sheet.edit("B2", small_form.DISSATISFIED)
    sheet.delete_row(3)
    submitted(sheet, 3)
    since = r"Số liệu chốt tại thời điểm \d\d:\d\d ngày \d\d/\d\d/\d{4}; đến nay có thêm 2 phiếu"
    for page in OF_THE_SURVEY:
        after = opened(page, mail=LEADER, luc=code)
        assert before[page].n_responses == after.n_responses == "12 phiếu", page
        assert re.search(since, after.text), page
        assert str(readings()[-1].head) in after.text, page
        if page not in ("can_xu_ly", "toan_ven"):
            assert seen(after) == seen(before[page]), page
        assert opened(page, mail=LEADER).n_responses == "14 phiếu", page


def test_a_pinned_page_leads_to_the_figures_of_now_and_keeps_its_pin_elsewhere(sheet, opened):
    for page in OF_THE_SURVEY:
        drawn = opened(page, mail=STAFF, luc=readings()[0].code, ky=small_form.recent()[1][0].year)
        [now] = re.findall(r'href="([^"]*)"[^>]*>Xem số liệu hiện nay', drawn.html)
        assert "luc=" not in now, page
        assert "ky=" in now, page
        kept = {f"luc={readings()[0].code}" in query for query in drawn.menu.values()}
        assert kept == {True}, page


def test_a_reading_that_the_ledger_does_not_have_shows_nothing(sheet, opened):
    for page, code in zip(OF_THE_SURVEY, itertools.cycle(UNKNOWN), strict=False):
        for mail in (STAFF, ""):
            drawn = opened(page, mail=mail, luc=code)
            assert (drawn.n_responses, drawn.figures) == ("0 phiếu", []), page
            assert f"không có lần cập nhật mà liên kết này nhắc đến ({code[:40]})" in drawn.text
            assert "<article" not in drawn.html, page


def test_what_was_deleted_for_good_is_said_and_shows_nothing(sheet, opened):
    code = readings()[0].code
    the_desk().evidence.erase([the_desk().journal.sightings.code(0)])
    gone = "lúc đó đã bị xóa hẳn vì hết hạn lưu hoặc theo yêu cầu (lần cập nhật 1)"
    for page in OF_THE_SURVEY:
        drawn = opened(page, mail=STAFF, luc=code)
        assert (drawn.n_responses, drawn.figures) == ("0 phiếu", []), page
        assert gone in drawn.text, page
        viewers = opened(page, luc=code)
        assert viewers.n_responses == "0 phiếu", page
        assert "Không còn hiển thị được số liệu này: một phần nội dung lúc đó đã bị xóa" in (
            viewers.text
        )
        assert "1 phiếu" not in viewers.text, page


def test_a_viewer_is_told_the_day_and_not_that_fewer_than_five_came(sheet, opened):
    code = readings()[0].code
    submitted(sheet, 3)
    for page in OF_THE_SURVEY:
        drawn = opened(page, luc=code)
        assert drawn.n_responses == "12 phiếu", page
        assert re.search(r"Số liệu chốt ngày \d\d/\d\d/\d{4} \. Xem", drawn.text), page
        assert "đến nay có thêm" not in drawn.text, page
    submitted(sheet, 3)
    wait_for(lambda: the_viewer_feed().snapshot.made.n == 18, "the step")
    for page in OF_THE_SURVEY:
        assert "; đến nay có thêm 6 phiếu" in opened(page, luc=code).text, page


def test_a_reading_between_two_steps_is_not_shown_to_viewers_but_the_step_before(sheet, opened):
    first = readings()[0].code
    between = submitted(sheet, 1)
    for page in OF_THE_SURVEY:
        assert opened(page, mail=STAFF, luc=between).n_responses == "13 phiếu", page
        drawn = opened(page, luc=between)
        assert (drawn.n_responses, drawn.figures) == ("0 phiếu", []), page
        assert "chưa từng hiển thị cho người chỉ xem số tổng hợp" in drawn.text, page
        assert f"luc={first}" in drawn.html, page
        assert between not in drawn.html, page


def test_what_was_altered_is_one_quiet_line_for_staff_alone(sheet, opened):
    for page in OF_THE_SURVEY:
        assert "sau khi nhận. Đang" not in opened(page, mail=STAFF).text, page
    sheet.edit("B13", small_form.SATISFIED)
    sheet.delete_row(2)
    read(sheet)
    line = "1 phiếu đang xem đã bị sửa sau khi nhận; 1 phiếu của khảo sát đã bị xóa. Đang hiển thị:"
    for page in OF_THE_SURVEY:
        assert line in opened(page, mail=STAFF).text, page
        assert "đã bị sửa sau khi nhận" not in opened(page).text, page
        assert "đã bị" not in opened(page, mail=STAFF, luc=readings()[-1].code).text, page
        assert "đã bị sửa" not in opened(page, mail=STAFF, xa="song-ray").text, page


def test_as_first_received_changes_the_figures_and_back(sheet, opened):
    first = {page: opened(page, mail=STAFF) for page in FIGURES}
    for row in range(8, 13):
        sheet.edit(f"B{row}", small_form.DISSATISFIED)
    sheet.delete_row(2)
    read(sheet)
    for page in FIGURES:
        now, then = opened(page, mail=STAFF), opened(page, mail=STAFF, ban="goc")
        assert (now.n_responses, then.n_responses) == ("11 phiếu", "12 phiếu"), page
        assert "Số liệu theo bản gốc khi nhận" in then.text, page
        if page not in ("can_xu_ly", "tac_dong"):
            assert seen(then)[1:] != seen(now)[1:], page
        if page in ("so_sanh", "theo_cau_hoi"):
            assert seen(then) == seen(first[page]), page


def test_a_viewer_is_refused_what_was_first_received(sheet, opened):
    sheet.edit("B13", small_form.SATISFIED)
    read(sheet)
    for page in OF_THE_SURVEY:
        for query in ({"ban": "goc"}, {"ban": "goc", "luc": readings()[-1].code}):
            drawn = opened(page, **query)
            assert (drawn.n_responses, drawn.figures) == ("0 phiếu", []), page
            assert "chỉ hiển thị cho người được đọc từng phiếu" in drawn.text, page


def test_cases_beside_a_pinned_reading_are_those_of_now(sheet, opened):
    code = readings()[0].code
    submitted(sheet, 3)
    drawn = opened("can_xu_ly", mail=STAFF, luc=code)
    assert drawn.n_responses == "12 phiếu"
    assert "Việc cần xử lý luôn hiển thị theo tình hình hiện nay" in drawn.text
    assert drawn.html.count("<article") == 4
    assert the_desk().journal.sightings.n == 15


def test_nobody_reads_in_an_older_reading_what_is_held_for_leaders(sheet, opened):
    code = readings()[0].code
    assert small_form.SECRET in opened("theo_cau_hoi", mail=STAFF).text
    drawn = opened("theo_cau_hoi", mail=STAFF, luc=code)
    assert small_form.SECRET not in drawn.html
    assert small_form.SECRET in opened("theo_cau_hoi", mail=LEADER, luc=code).text


@pytest.mark.parametrize("mail", [STAFF, ""])
def test_the_button_pins_what_is_on_the_screen(sheet, opened, mail):
    test = opened(mail=mail).test
    test.sidebar.button(key="pin").click().run()
    assert test.query_params["luc"] == readings()[0].code
    assert "Số liệu chốt" in Drawn(test).text
    assert "pin" not in [button.key for button in test.sidebar.button]


def test_a_viewer_pins_the_step_and_not_what_came_since(sheet, opened):
    first = readings()[0].code
    submitted(sheet, 2)
    test = opened().test
    test.sidebar.button(key="pin").click().run()
    assert test.query_params["luc"] == first


def test_the_head_stands_on_every_page_that_staff_print(sheet, opened):
    line = f'x-printed">mã xác thực {readings()[0].head}<'
    for page in OF_THE_SURVEY:
        assert line in opened(page, mail=STAFF).html, page
        assert "x-printed" not in opened(page).html, page


def test_the_register_beside_a_pinned_reading_is_that_of_now_and_says_so(sample, opened):
    wait_for(lambda: readings(), "the first reading")
    text = opened("dan_van_kheo", luc=readings()[0].code).text
    assert (
        "Sổ Dân vận khéo hiển thị theo tình hình hiện nay; số liệu từ phiếu khảo sát là của ngày"
        in text
    )
    assert "(1-00000000)" in opened("dan_van_kheo", luc="1-00000000").text

"""Toàn vẹn dữ liệu, seen without a browser: what was found, who reads what of it."""

import datetime as dt
import re
import sqlite3

import pytest

from lib.journal.journal_lines import Event, EventKind, new_id
from lib.ui.shell.process import the_desk, the_feed, the_process, the_settings
from lib.wording import format_moment
from tests import small_form
from tests.emulator import faults
from tests.pages.conftest import LEADER, SIGN_IN, STAFF, Drawn
from tests.running import wait_for

RECIPIENT = "Cán bộ gợi ý tiền mới làm"


@pytest.fixture
def sheet(office, emulator):
    """An office that reads twelve responses from this sheet, all of them sealed."""
    sheet = emulator.create(("Trả lời", small_form.recent()))
    office(SIGN_IN, SURVEY_SHEETS=sheet.url, SHEETS_EMULATOR_HOST=emulator.host)
    observed(1)
    return sheet


def observed(number: int):
    """Wait until the ledger holds so many readings of what the feed reads, and return the last."""
    the_feed().look()
    evidence = the_desk().evidence
    wait_for(lambda: len(evidence.readings()) >= number, f"reading {number}")
    return evidence.readings()[0]


def test_nothing_altered_is_one_sentence(sheet, opened):
    text = opened("toan_ven", mail=STAFF).text
    assert re.search(r"12 phiếu, 0 bị sửa, 0 bị xóa kể từ \d\d/\d\d/\d{4}", text)
    assert str(the_desk().evidence.ledger.head) in text
    assert "Đến nay chưa thấy thay đổi nào." in text
    assert "dữ liệu mẫu" not in text


def test_an_edit_is_named_with_its_readings_its_answers_and_what_it_may_be(sheet, opened):
    sheet.edit("B13", small_form.SATISFIED)
    observed(2)
    text = opened("toan_ven", mail=LEADER).text
    assert "12 phiếu, 1 bị sửa, 0 bị xóa" in text
    assert re.search(r"Phiếu bị sửa: Thái độ .* giữa \d\d:\d\d ngày .* và \d\d:\d\d ngày", text)
    assert "Không hài lòng Hài lòng" in text
    assert "Có thể là: Có người được sửa Trang tính đã gõ đè lên." in text


def test_a_moved_time_is_told_from_when_to_when_and_counts_as_altered(sheet, opened):
    row = sheet.tabs[0].rows[6]
    before, row[0] = row[0], row[0] + dt.timedelta(hours=3)
    sheet.moved()
    observed(2)
    text = opened("toan_ven", mail=STAFF).text
    assert "12 phiếu, 1 bị sửa, 0 bị xóa" in text
    assert "đổi thời gian (đã tính trong số bị sửa): 1" in text
    assert f"gửi lúc {format_moment(row[0])} · trước đó là lúc {format_moment(before)}" in text


def test_a_column_that_was_deleted_is_named_by_the_header_that_it_had(sheet, opened):
    for row in sheet.tabs[0].rows:
        del row[4]
    sheet.moved()
    observed(2)
    text = opened("toan_ven", mail=STAFF).text
    assert re.search(r"0 bị xóa kể từ \S+ cột bị xóa: 1", text)
    assert re.search(r"Một cột bị xóa: Lĩnh vực thủ tục .* · 12 phiếu", text)


def test_an_entry_of_the_journal_that_is_deleted_is_told_in_words_and_its_code_stands_there(
    sheet, opened
):
    desk = the_desk()
    events = [
        Event(new_id(), code, EventKind.EXPORTED, desk.now(), "canbo@xa.vn", fields={"rows": "1"})
        for code in "ab"
    ]
    desk.add(events, although_moved=True)
    text = opened("toan_ven", mail=STAFF).text
    assert desk.evidence.chain.printed in text
    assert re.search(r"đối chiếu với các mã này từ ngày \d\d/\d\d/\d{4}", text)
    with sqlite3.connect(the_settings().data_dir / "journal.db") as open_:
        open_.execute("delete from events where subject = 'a'")
    sheet.submit(*sheet.tabs[0].rows[1][1:])
    observed(2)
    text = opened("toan_ven", mail=STAFF).text
    assert "Sổ diễn biến không còn như trước: có diễn biến bị xóa hoặc bị sửa" in text
    assert "sổ diễn biến bị xóa, bị sửa từ ngoài phần mềm: 1" in text
    text = opened("toan_ven").text
    assert desk.evidence.chain.printed not in text


def test_the_offices_own_column_is_named_to_staff_and_no_finding(sheet, opened):
    header, *rows = sheet.tabs[0].rows
    with sheet.lock:
        header.append("Đã gọi điện")
        for at, row in enumerate(rows):
            row.append(f"đã gọi lần {at}")
        sheet.moved()
    observed(2)
    told = "Cột riêng của văn phòng, không đối chiếu: Đã gọi điện."
    text = opened("toan_ven", mail=STAFF).text
    assert told in text
    assert "Đến nay chưa thấy thay đổi nào." in text


def test_a_column_added_for_earlier_responses_that_counts_is_told_with_how_many(sheet, opened):
    header, *rows = sheet.tabs[0].rows
    with sheet.lock:
        header.append("Ông/Bà có hài lòng chung không?")
        for row in rows:
            row.append(small_form.SATISFIED)
        sheet.moved()
    observed(2)
    text = opened("toan_ven", mail=STAFF).text
    assert "cột điền sau cho phiếu đã có, được tính vào tỷ lệ: 1" in text
    assert re.search(r"từ nay được tính vào tỷ lệ: .* · 12 phiếu", text)


def test_answers_that_are_not_kept_any_more_are_said_to_be_so(sheet, opened):
    the_desk().evidence.retain(the_desk().today())
    sheet.edit("B13", small_form.SATISFIED)
    observed(3)  # the second is the erasure
    drawn = opened("toan_ven", mail=LEADER)
    assert "Phiếu bị sửa" in drawn.text
    assert "Nội dung trước và sau không còn được giữ." in drawn.text
    assert "Nội dung đã lưu được xóa bớt 1 lần" in drawn.text
    assert drawn.text.count("Xóa bớt nội dung đã lưu; không đọc phiếu nào.") == 1
    assert "x-before" not in drawn.html


def test_what_is_held_for_leaders_is_read_before_and_after_by_them_alone(sheet, opened):
    sheet.edit("F13", RECIPIENT)
    observed(2)
    assert RECIPIENT in opened("toan_ven", mail=LEADER).text
    drawn = opened("toan_ven", mail=STAFF)
    assert "Phiếu bị sửa: Ý kiến góp ý" in drawn.text
    assert "không còn được giữ, hoặc chỉ lãnh đạo được đọc" in drawn.text
    assert RECIPIENT not in drawn.html
    assert small_form.SECRET not in drawn.html


def test_contacts_in_what_was_answered_are_hidden(sheet, opened):
    sheet.edit("F13", "Gọi tôi số 0912 345 678")
    observed(2)
    assert "345 678" not in opened("toan_ven", mail=LEADER).html


def test_a_leaders_explanation_stands_beside_the_finding(sheet, opened):
    sheet.edit("B13", small_form.SATISFIED)
    observed(2)
    test = opened("toan_ven", mail=LEADER).test
    next(button for button in test.button if button.label == "Giải trình").click().run()
    test.text_area[0].set_value("Nhập nhầm, đã sửa theo phiếu giấy.").run()
    test.button(key="explain_save").click().run()
    assert "Nhập nhầm, đã sửa theo phiếu giấy." in Drawn(test).text
    drawn = opened("toan_ven", mail=STAFF)
    assert f"Nhập nhầm, đã sửa theo phiếu giấy. {LEADER}" in drawn.text
    assert "12 phiếu, 1 bị sửa" in drawn.text
    assert not [button for button in drawn.test.button if button.label == "Giải trình"]


def test_a_viewer_sees_counts_of_the_readings_that_viewers_were_shown(sheet, opened):
    wait_for(lambda: the_desk().evidence.readings(seen_only=True), "the first step")
    before = opened("toan_ven").html
    assert "12 phiếu, 0 bị sửa, 0 bị xóa" in before
    sheet.edit("B13", small_form.SATISFIED)
    observed(2)
    assert opened("toan_ven").html == before
    assert "1 bị sửa" in opened("toan_ven", mail=STAFF).text


def test_a_viewer_sees_no_finding_no_minute_and_no_older_reading(sheet, opened):
    for row in range(2, 8):
        sheet.edit(f"B{row}", small_form.DISSATISFIED)
    observed(2)
    wait_for(lambda: the_desk().evidence.readings()[0].seen_by_viewers, "the step")
    drawn = opened("toan_ven")
    assert "12 phiếu, 6 bị sửa, 0 bị xóa" in drawn.text
    assert not re.search(r"Phiếu bị sửa|\d\d:\d\d|luc=", drawn.html)


def test_the_sample_says_that_its_ledger_is_not_to_be_handed_over(own_sample, opened):
    observed(1)
    assert "Nhật ký xác thực của dữ liệu mẫu mất khi tắt ứng dụng" in opened("toan_ven").text


def test_what_is_too_old_for_the_disk_is_not_told_as_removed(office, opened, emulator):
    rows = [*small_form.rows(), *small_form.recent(n=6)[1:]]
    sheet = emulator.create(("Trả lời", rows))
    settings = {"SURVEY_SHEETS": sheet.url, "SHEETS_EMULATOR_HOST": emulator.host}
    office(SIGN_IN, **settings)
    observed(1)
    kept = the_settings().data_dir / "last"
    wait_for(lambda: len(list(kept.glob("*"))) == 2, "the last good copies")
    the_feed().stop()
    the_process.exchange()
    emulator.fail(faults.bad_gateway(), times=1000)
    office(SIGN_IN, **settings)
    drawn = opened("toan_ven", mail=STAFF)
    assert drawn.n_responses == "6 phiếu"
    the_desk().journal.wake()
    the_desk().evidence.ready()
    assert "0 bị sửa, 0 bị xóa" in opened("toan_ven", mail=STAFF).text
    readings = the_desk().evidence.readings()
    assert [one.number for one in readings if not one.is_erasure] == [1]


def test_a_remembered_code_that_is_gone_is_said_with_the_day_and_is_no_finding(
    office, opened, emulator
):
    sheet = emulator.create(("Trả lời", small_form.recent()))
    settings = {"SURVEY_SHEETS": sheet.url, "SHEETS_EMULATOR_HOST": emulator.host}
    office(SIGN_IN, **settings)
    observed(1)
    said = "chỉ ghi nhớ liên tục mã xác thực mới nhất từ ngày"
    assert said not in opened("toan_ven", mail=LEADER).text
    folder = the_settings().data_dir
    the_process.exchange()
    (folder / "ledger.json").unlink()
    office(SIGN_IN, **settings)
    the_desk().evidence.ready()
    text = opened("toan_ven", mail=LEADER).text
    assert said in text
    assert "0 bị sửa, 0 bị xóa" in text
    assert said not in opened("toan_ven").text

"""Cases on the page: filters, one case, what is done about it, what a role may see."""

import dataclasses
import datetime as dt
import functools
import re

import pytest

from lib.journal.journal_lines import Event, EventKind, new_id
from lib.roles import Role
from lib.ui.shell.access import CHOSEN_ROLE_KEY
from lib.ui.shell.process import the_desk, the_feed


def codes(html: str) -> list[str]:
    return re.findall(r"viec=([a-z0-9]+)", html)


@pytest.fixture
def work(sample, opened):
    """The page of cases over the sample, filtered; the first one's code is `codes(…)[0]`."""
    return functools.partial(opened, "can_xu_ly")


@pytest.fixture
def acted(own_sample, work):
    """The same page for a test that acts on it."""
    return work


def read_case(code: str):
    """Return the case and its place among all."""
    cases = the_desk().cases(the_feed().snapshot.made)
    return cases.case(cases.find(code)), cases


def button(drawn, key: str):
    return next(each for each in drawn.test.button if each.key == key)


def test_overdue_cases_stand_first_and_say_for_how_long(work):
    drawn = work()
    assert re.search(
        r'x-when"><b class="x-late">Quá hạn \d+ ngày làm việc</b><span>Đang xử lý', drawn.html
    )
    assert drawn.html.index("x-overdue") < drawn.html.index('class="x-case "')


@pytest.mark.parametrize(
    ("query", "every"),
    [
        ({"tt": "moi"}, "Mới"),
        ({"tt": "dang-xu-ly"}, "Đang xử lý"),
        ({"tt": "da-xong"}, "Đã xong"),
        ({"tt": "chua-theo-doi"}, "Phiếu cũ, chưa đưa vào xử lý"),
        ({"han": "qua-han"}, "Quá hạn"),
    ],
)
def test_a_link_may_hold_a_state_or_a_due(work, query, every):
    whens = re.findall(r'class="x-when">(.*?)</div>', work(**query).html)
    assert whens
    assert all(every in when for when in whens)


def test_a_link_may_hold_a_person_in_charge(work):
    drawn = work(phu_trach="cong-an-xa")
    assert drawn.html.count("phụ trách: Công an xã") == drawn.html.count("<article") > 0


def test_an_unknown_value_is_named_and_shows_no_case(work):
    drawn = work(tt="xong-roi")
    assert "“xong-roi”" in drawn.text
    assert "<article" not in drawn.html


def test_a_case_has_an_address_of_its_own(work):
    code = codes(work(tt="dang-xu-ly").html)[0]
    drawn = work(viec=code)
    assert "Đang xử lý" in drawn.text
    assert "Diễn biến Cập nhật · nguyên nhân:" in drawn.text


def test_a_case_that_does_not_exist_is_said(work):
    assert "Không có việc mang mã “khongcogi”" in work(viec="khongcogi").text


def test_taking_up_notes_who_is_in_charge_and_the_next_state(acted):
    code = codes(acted(tt="moi").html)[0]
    drawn = acted(viec=code)
    drawn.test.selectbox(key="slip_person").set_value("Công an xã")
    drawn.test.text_area(key="slip_note").set_value("Đã gọi điện hẹn gặp.")
    button(drawn, "slip_taken_up").click()
    drawn.test.run()
    case, _ = read_case(code)
    assert (case.state.value, case.person) == ("dang-xu-ly", "Công an xã")
    assert case.text("note") == "Đã gọi điện hẹn gặp."
    assert "Đã lưu." in work_text(drawn)
    typed = [area.value for area in drawn.test.text_area if str(area.key).startswith("slip")]
    assert typed == ["", ""]


def work_text(drawn) -> str:
    return type(drawn)(drawn.test).text


def test_finishing_asks_for_cause_and_outcome(work):
    code = codes(work(tt="moi").html)[0]
    drawn = work(viec=code)
    button(drawn, "slip_closed").click()
    drawn.test.run()
    assert "Để kết thúc, hãy chọn nguyên nhân và kết quả." in work_text(drawn)
    assert read_case(code)[0].events == ()


def test_saving_nothing_says_that_there_is_nothing_to_save(work):
    code = codes(work(tt="dang-xu-ly").html)[0]
    drawn = work(viec=code)
    before = read_case(code)[0].events
    button(drawn, "slip_changed").click()
    drawn.test.run()
    assert "Chưa có gì để lưu: chưa ô nào được thay đổi." in work_text(drawn)
    assert read_case(code)[0].events == before


def test_an_opened_case_says_how_late_it_is_as_the_list_does(work):
    drawn = work(viec=codes(work(han="qua-han").html)[0])
    assert re.search(r'<b class="x-late">Quá hạn \d+ ngày làm việc, hạn \d\d/', drawn.html)


def test_what_another_did_meanwhile_is_shown_and_asked_about(acted):
    code = codes(acted(tt="dang-xu-ly").html)[0]
    drawn = acted(viec=code)
    drawn.test.text_area(key="slip_note").set_value("Nội dung đang nhập dở.")
    drawn.test.selectbox(key="slip_person").set_value("Công an xã")
    other = read_case(code)[0]
    the_desk().add([someone(other, "Công chức Tư pháp – Hộ tịch")])
    button(drawn, "slip_changed").click()
    drawn.test.run()
    assert "Trong lúc đó nguoikhac@xa.vn đã cập nhật việc này" in work_text(drawn)
    assert drawn.test.text_area(key="slip_note").value == "Nội dung đang nhập dở."
    button(drawn, "act_again").click()
    drawn.test.run()
    case, _ = read_case(code)
    assert case.text("note") == "Nội dung đang nhập dở."
    assert case.person == "Công an xã"
    assert case.crossed(case.events[-1])


def someone(case, person: str):
    now = the_desk().now()
    return Event(
        new_id(),
        case.code,
        EventKind.CHANGED,
        now,
        "nguoikhac@xa.vn",
        case.last,
        {"person": person},
    )


def test_the_summary_tells_open_overdue_and_how_long_it_takes(work):
    text = work().text
    assert re.search(r"Đang mở \d+ việc", text)
    assert re.search(r"Quá hạn \d+ việc", text)
    assert re.search(r"\d+ ngày làm việc một nửa trong \d+ việc đã xong", text)


def test_the_overview_has_one_card_of_it_for_those_who_see_cases(sample, opened):
    drawn = opened()
    assert re.search(r"Cần xử lý \d+ việc đang mở \d+ việc quá hạn", drawn.text)


def test_a_viewer_sees_how_many_are_open_as_of_a_day_and_no_case(sample, opened):
    drawn = opened("can_xu_ly")
    drawn.test.session_state[CHOSEN_ROLE_KEY] = Role.VIEWER
    drawn.test.run()
    assert "Đang mở 22 việc tính đến ngày 02/11/2026" in work_text(drawn)
    assert "<article" not in drawn.html


def test_a_measure_tells_before_and_after_with_their_numbers(work):
    text = work().text
    assert (
        re.search(r"trước \d+,\d % \(\d+,\d–\d+,\d %; [\d.]+ phiếu\), sau \d+,\d % \(", text)
        or "chưa đủ phiếu" in text
    )


def test_a_measure_is_recorded_for_chosen_questions(acted):
    drawn = acted()
    drawn.test.text_input(key="measure_title").set_value("Thêm ghế chờ")
    drawn.test.multiselect(key="measure_cau").set_value(["c2"])
    button(drawn, "measure_record").click()
    drawn.test.run()
    assert "Thêm ghế chờ" in work_text(drawn)
    assert "Thêm ghế chờ 02/11/2026 · " in work_text(drawn)
    assert "Kể từ khi bắt đầu chưa đủ một tháng để so sánh." in work_text(drawn)


def test_a_case_and_a_measure_can_name_their_model(acted, opened):
    code = codes(acted(tt="dang-xu-ly").html)[0]
    drawn = acted(viec=code)
    drawn.test.selectbox(key="slip_model").set_value("camera-an-ninh")
    button(drawn, "slip_changed").click()
    drawn.test.run()
    assert read_case(code)[0].model == "camera-an-ninh"
    drawn = acted()
    drawn.test.text_input(key="measure_title").set_value("Lắp thêm camera")
    drawn.test.selectbox(key="measure_model").set_value("camera-an-ninh")
    button(drawn, "measure_record").click()
    drawn.test.run()
    assert 'mo_hinh=camera-an-ninh">Lắp thêm camera</a>' in opened("tac_dong").html


def test_a_measure_without_a_model_names_none(acted, opened):
    drawn = acted()
    drawn.test.text_input(key="measure_title").set_value("Thêm ghế chờ")
    button(drawn, "measure_record").click()
    drawn.test.run()
    assert "Thêm ghế chờ" in opened("tac_dong").text
    assert "Thêm ghế chờ</a>" not in opened("tac_dong").html


def test_several_are_taken_up_at_once(acted):
    drawn = acted(tt="moi")
    first, second = codes(drawn.html)[:2]
    button(drawn, "several_open").click()
    drawn.test.run()
    for code in (first, second):
        drawn.test.checkbox(key=f"tick_{code}").check()
    button(drawn, "several_take").click()
    drawn.test.run()
    assert [read_case(code)[0].state.value for code in (first, second)] == ["dang-xu-ly"] * 2


def test_a_leader_deletes_for_good_what_was_written_after_a_second_click(acted):
    code = codes(acted(tt="da-xong").html)[0]
    drawn = acted(viec=code)
    written = read_case(code)[0].text("done")
    assert written in drawn.text
    button(drawn, "erase").click()
    drawn.test.run()
    assert read_case(code)[0].text("done") == written
    button(drawn, "erase_now").click()
    drawn.test.run()
    assert written not in work_text(drawn)
    assert "(đã xóa)" in work_text(drawn)
    assert read_case(code)[0].text("done") == ""
    assert "Xóa nội dung đã ghi · 1 dòng" in work_text(drawn)
    assert "erase" not in [each.key for each in drawn.test.button]


def test_staff_cannot_delete_what_was_written(work):
    drawn = work(viec=codes(work(tt="da-xong").html)[0])
    drawn.test.session_state[CHOSEN_ROLE_KEY] = Role.STAFF
    drawn.test.run()
    assert "erase" not in [each.key for each in drawn.test.button]


def test_nobody_is_in_conflict_with_what_he_did_himself(acted):
    code = codes(acted(tt="moi").html)[0]
    drawn = acted(viec=code)
    drawn.test.selectbox(key="slip_person").set_value("Công an xã")
    button(drawn, "slip_taken_up").click().run()
    assert "Trong lúc bạn đang nhập" not in work_text(drawn)
    drawn.test.selectbox(key="slip_cause").set_value("Giải quyết trễ hẹn")
    drawn.test.selectbox(key="slip_outcome").select_index(0)
    button(drawn, "slip_closed").click().run()
    text = work_text(drawn)
    assert "Trong lúc đó" not in text
    assert "cùng lúc với dòng dưới" not in text
    case, _ = read_case(code)
    assert (case.state, case.person, case.cause) == ("da-xong", "Công an xã", "Giải quyết trễ hẹn")


def test_what_one_does_in_another_window_is_told_as_ones_own(acted):
    code = codes(acted(tt="moi").html)[0]
    drawn = acted(viec=code)
    drawn.test.text_area(key="slip_note").set_value("Đang nhập dở.").run()
    case, _ = read_case(code)
    the_desk().add([dataclasses.replace(someone(case, "Văn phòng"), who="leader")])
    button(drawn, "slip_changed").click().run()
    assert "Trong lúc đó Lãnh đạo (ở một cửa sổ khác) đã cập nhật việc này" in work_text(drawn)
    button(drawn, "act_drop").click().run()
    assert "nhập: Lãnh đạo (ở một cửa sổ khác): Cập nhật" in work_text(drawn)


def test_what_a_colleague_does_is_told_before_one_saves_and_what_one_chose_stays(acted):
    code = codes(acted(tt="moi").html)[0]
    drawn = acted(viec=code)
    drawn.test.selectbox(key="slip_cause").set_value("Giải quyết trễ hẹn").run()
    case, _ = read_case(code)
    taken = {"person": "Văn phòng"}
    the_desk().add(
        [
            Event(
                new_id(), code, EventKind.TAKEN_UP, the_desk().now(), "khac@xa.vn", case.last, taken
            )
        ]
    )
    drawn.test.run()
    text = work_text(drawn)
    assert "Trong lúc bạn đang nhập: khac@xa.vn: Nhận xử lý · phụ trách: Văn phòng" in text
    assert drawn.test.selectbox(key="slip_cause").value == "Giải quyết trễ hẹn"
    assert drawn.test.selectbox(key="slip_person").value == "Văn phòng"
    button(drawn, "slip_changed").click().run()
    assert "Trong lúc" not in work_text(drawn)
    case, _ = read_case(code)
    assert (case.person, case.cause) == ("Văn phòng", "Giải quyết trễ hẹn")


def test_the_deadline_stands_in_its_field_and_is_written_down_only_if_somebody_changes_it(acted):
    code = codes(acted(tt="moi").html)[0]
    drawn = acted(viec=code)
    due = drawn.test.date_input(key="slip_due")
    assert f"hạn {due.value:%d/%m/%Y}" in drawn.text
    button(drawn, "slip_taken_up").click().run()
    case, _ = read_case(code)
    assert (case.due, "due" in case.events[-1].fields) == (None, False)
    assert f"hạn {drawn.test.date_input(key='slip_due').value:%d/%m/%Y}" in work_text(drawn)
    chosen = drawn.test.date_input(key="slip_due").value + dt.timedelta(days=7)
    drawn.test.date_input(key="slip_due").set_value(chosen)
    button(drawn, "slip_changed").click().run()
    assert read_case(code)[0].due == chosen


def test_what_is_usual_is_filled_in_told_and_kept_with_what_one_does(acted):
    code = codes(acted(tt="moi").html)[3]
    drawn = acted(viec=code)
    person = drawn.test.selectbox(key="slip_person").value
    assert person == "Công an xã"
    assert "Đã điền sẵn theo các việc tương tự" in drawn.text
    button(drawn, "slip_held").click().run()
    assert read_case(code)[0].person == ""  # that moves no work on
    button(drawn, "slip_taken_up").click().run()
    assert read_case(code)[0].person == person
    assert "Đã điền sẵn" not in work_text(drawn) or not read_case(code)[0].cause


def test_a_case_shows_the_whole_response_with_the_dissatisfied_answers_marked(work):
    drawn = work(viec=codes(work(tt="moi").html)[3])
    answers = re.findall(r"<dt>(.*?)</dt><dd(.*?)>(.*?)</dd>", drawn.html)
    assert len(answers) == 17  # all but the comment, the name and the phone
    marked = [re.sub("<.*?>", "", said).strip() for _, kind, said in answers if "x-marked" in kind]
    assert marked == [
        "Không dễ dàng, thuận tiện", "3 lần", "Trễ hẹn, có thông báo và xin lỗi", "Có",
        "Không hài lòng",
    ]  # fmt: skip
    assert drawn.html.index("Không ghi ý kiến góp ý.") < drawn.html.index("Hình thức nộp hồ sơ")


def test_a_case_bears_its_code(work):
    code = codes(work(tt="moi").html)[0]
    assert f"mã phiếu {code}" in work(viec=code).text


def test_from_a_case_one_goes_on_in_the_order_of_its_list(work):
    listed = codes(work(tt="dang-xu-ly").html)
    drawn = work(viec=listed[1], tt="dang-xu-ly")
    assert "việc 2 trên 17" in drawn.text
    ways = re.findall(r'href="([^"]+)" data-key="(\w)"', drawn.html)
    assert [(key, codes(href)) for href, key in ways] == [
        ("u", []), ("k", [listed[0]]), ("j", [listed[2]]),
    ]  # fmt: skip


def test_the_order_stays_while_finished_cases_leave_the_list(acted):
    drawn = acted(tt="moi")
    listed = codes(drawn.html)
    drawn.test.query_params["viec"] = listed[1]
    drawn.test.run()
    drawn.test.selectbox(key="slip_cause").set_value("Giải quyết trễ hẹn")
    drawn.test.selectbox(key="slip_outcome").select_index(0)
    button(drawn, "slip_closed").click().run()
    assert read_case(listed[1])[0].state.value == "da-xong"
    assert f"việc 2 trên {len(listed)}" in work_text(drawn)
    assert f"viec={listed[2]}" in type(drawn)(drawn.test).html

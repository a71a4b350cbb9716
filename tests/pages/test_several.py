"""Several cases at once: what is offered, and which one stays of duplicates."""

import pytest

from lib.ui.shell.process import the_desk, the_feed
from tests.pages.test_work import button, codes, read_case


@pytest.fixture
def choosing(own_sample, opened):
    """The page over new cases of the sample, and the codes there, while several are chosen."""
    drawn = opened("can_xu_ly", tt="moi")
    listed = codes(drawn.html)
    button(drawn, "several_open").click()
    drawn.test.run()
    return drawn, listed


def tick(drawn, *chosen: str) -> None:
    for code in chosen:
        drawn.test.checkbox(key=f"tick_{code}").check()


def days(chosen: list[str]) -> dict[str, object]:
    responses = the_feed().snapshot.made
    cases = the_desk().cases(responses)
    return {c: responses.submitted[cases.positions[cases.find(c)]].item() for c in chosen}


def test_the_oldest_stays_wherever_urgency_puts_it_in_the_list(choosing):
    drawn, listed = choosing
    submitted = days(listed)
    oldest = min(listed, key=submitted.__getitem__)
    assert listed[-1] != oldest, "the list is not by day, or this shows nothing"
    tick(drawn, *listed)
    button(drawn, "several_same").click()
    drawn.test.run()
    left = {code for code in listed if read_case(code)[0].state.value == "moi"}
    assert left == {oldest}
    assert {read_case(code)[0].duplicate_of for code in listed} == {"", oldest}


def test_a_case_can_be_opened_without_loading_the_app_anew(choosing):
    drawn, listed = choosing
    loading = [node.proto.body for node in drawn.test.main if hasattr(node.proto, "body")]
    assert [code for code in listed if any(f"viec={code}" in body for body in loading)] == []
    assert codes(type(drawn)(drawn.test).html) == listed


def press(drawn, key: str) -> str:
    button(drawn, key).click()
    drawn.test.run()
    return type(drawn)(drawn.test).text


def test_day_and_person_are_set_only_once_one_is_filled_in(choosing):
    drawn, listed = choosing
    tick(drawn, listed[0])
    assert "Hãy chọn người phụ trách hoặc ngày hạn." in press(drawn, "several_set")
    tick(drawn, listed[0])
    drawn.test.selectbox(key="several_person").set_value("Công an xã")
    press(drawn, "several_set")
    assert read_case(listed[0])[0].person == "Công an xã"


def test_nothing_is_done_about_none(choosing):
    drawn, listed = choosing
    assert "Chưa chọn việc nào" in press(drawn, "several_take")
    assert {read_case(code)[0].state.value for code in listed} == {"moi"}


def test_several_are_finished_with_one_cause_and_outcome(choosing):
    drawn, listed = choosing
    press(drawn, "several_tick")
    assert "hãy chọn nguyên nhân và kết quả" in press(drawn, "several_finish")
    drawn.test.selectbox(key="several_cause").set_value("Giải quyết trễ hẹn")
    drawn.test.selectbox(key="several_outcome").select_index(1)
    assert "Đã lưu." in press(drawn, "several_finish")
    done = [read_case(code)[0] for code in listed]
    assert {(c.state.value, c.cause, c.outcome) for c in done} == {
        ("da-xong", "Giải quyết trễ hẹn", "da-tra-loi")
    }


def test_all_of_a_list_of_old_responses_are_taken_in_over_all_its_pages(own_sample, opened):
    drawn = opened("can_xu_ly", tt="chua-theo-doi", ky="2022-Q4", xa="xuan-tay")
    assert "24 phiếu chưa hài lòng" in drawn.text
    button(drawn, "several_open").click()
    drawn.test.run()
    drawn.test.checkbox(key="several_all").check()
    press(drawn, "several_in")
    _, cases = read_case(codes(opened("can_xu_ly").html)[0])
    taken = [code for code, case in cases.known.items() if case.taken_in]
    assert len(taken) == 24
    assert all(cases.tracked[cases.find(code)] for code in taken)


def test_an_old_response_that_is_taken_up_counts_its_days_from_then_on(own_sample, opened):
    drawn = opened("can_xu_ly", tt="chua-theo-doi")
    code = codes(drawn.html)[0]
    button(drawn, "several_open").click()
    drawn.test.run()
    tick(drawn, code)
    press(drawn, "several_take")
    case, cases = read_case(code)
    at = cases.find(code)
    assert case.state.value == "dang-xu-ly"
    assert cases.left[at] > 0
    assert not any(map(case.crossed, case.events))

"""Approving a comment for showing to a room: on its case, by staff, with its own words alone."""

import re

import pytest
from streamlit.testing.v1.element_tree import TextArea

from lib.followup.case_item import read_case_item
from lib.survey.model.contact_masks import HIDDEN_MARK
from lib.ui.shell.process import the_desk, the_feed
from tests import small_form
from tests.pages.conftest import LEADER, STAFF, Drawn
from tests.pages.readings import read
from tests.pages.test_trinh_chieu import slides


@pytest.fixture
def case(sheet, opened):
    """The page of the newest dissatisfied response, opened by staff."""
    return opened("can_xu_ly", mail=STAFF, viec=code(opened))


def code(opened) -> str:
    return re.findall(r"viec=([a-z0-9]+)", opened("can_xu_ly", mail=STAFF).html)[0]


def approving(drawn: Drawn) -> list[TextArea]:
    return [field for field in drawn.test.text_area if "approve" in str(field.key)]


def approve(drawn: Drawn, excerpt: str) -> Drawn:
    (field,) = approving(drawn)
    field.set_value(excerpt)
    drawn.test.button(key="approve").click().run()
    return Drawn(drawn.test)


def test_what_staff_approve_is_on_a_slide_until_they_withdraw_it(case, opened):
    approve(case, "Chờ từ sáng …")
    assert "Chờ từ sáng …" in slides(opened("trinh_chieu"))["y-kien-1"]
    case.test.button(key="withdraw_excerpt").click().run()
    assert "y-kien-1" not in slides(opened("trinh_chieu"))


def test_the_history_tells_who_approved_what(case):
    history = approve(case, "Chờ từ sáng …").text
    assert re.search(rf"Cho trình chiếu ý kiến Chờ từ sáng … .*{STAFF}", history)


def test_a_changed_word_is_refused_and_what_was_typed_stays(case, opened):
    drawn = approve(case, "Chờ đến chiều …")
    assert "Chỉ trình chiếu được chữ của chính ý kiến" in drawn.text
    (field,) = approving(drawn)
    assert field.value == "Chờ đến chiều …"
    assert "y-kien-1" not in slides(opened("trinh_chieu"))


def test_what_is_proposed_is_the_whole_comment_with_its_contacts_hidden(sheet, opened):
    sheet.submit(*small_form.response("Gọi 0912 345 678", attitude=small_form.DISSATISFIED))
    read(sheet)
    drawn = opened("can_xu_ly", mail=STAFF, viec=code(opened))
    (field,) = approving(drawn)
    assert field.value == f"Gọi {HIDDEN_MARK}"


def test_of_a_response_without_words_nothing_can_be_approved(sheet, opened):
    sheet.submit(*small_form.response("", attitude=small_form.DISSATISFIED))
    read(sheet)
    drawn = opened("can_xu_ly", mail=STAFF, viec=code(opened))
    assert not approving(drawn)


def test_of_a_held_case_nothing_can_be_approved_before_it_is_released(sheet, opened):
    comment = "Cán bộ đòi đưa tiền bồi dưỡng mới làm"
    sheet.submit(*small_form.response(comment, attitude=small_form.DISSATISFIED))
    read(sheet)
    restricted = [item.case.code for item in every() if item.restricted]
    drawn = opened("can_xu_ly", mail=LEADER, viec=restricted)
    assert not approving(drawn)
    drawn.test.button(key="slip_released").click().run()
    assert approving(drawn)


def every():
    """Return every case as it is read."""
    responses = the_feed().snapshot.made
    cases = the_desk().cases(responses)
    return [read_case_item(responses, cases, position) for position in range(len(cases.codes))]

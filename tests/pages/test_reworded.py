"""A form reworded while the app runs: ids, links and figures stay, and it is told."""

import datetime as dt
import re

import pytest

from lib.office import Office
from lib.ui.shell.process import the_feed, the_process
from tests import small_form
from tests.pages.conftest import LEADER, SIGN_IN
from tests.running import wait_for

REWORDED = "Ông/Bà có hài lòng về thái độ của công chức không?"


@pytest.fixture
def sheet(emulator, office):
    """A sheet of twelve responses that the app reads."""
    sheet = emulator.create(("Trả lời", small_form.rows()))
    office(SIGN_IN, SURVEY_SHEETS=sheet.url, SHEETS_EMULATOR_HOST=emulator.host)
    return sheet


def form():
    return the_feed().snapshot.made.form


def until_read(what):
    the_feed().look()
    wait_for(what, "the next reading")


def today():
    return Office.local(dt.datetime.now(dt.UTC)).strftime("%d/%m/%Y")


def names_the_change(opened):
    sentence = f"Lời câu hỏi đã đổi, thấy lần đầu ngày {today()}: {REWORDED} (trước đây: "
    return f"{sentence}{small_form.ATTITUDE})" in opened("du_lieu", mail=LEADER).text


def _pictures(html):
    return re.findall(r'<section class="x-chart">.*?</section>', html, re.DOTALL)


def restart():
    the_feed().stop()
    the_process.exchange()
    the_feed().ready(20)


def test_a_header_edited_while_the_app_runs_keeps_its_link_and_its_series(sheet, opened):
    before = opened("theo_cau_hoi", mail=LEADER, cau="c1").html
    sheet.edit("B1", REWORDED)
    until_read(lambda: form().questions[0].text == REWORDED)
    assert form().questions[0].id == "c1"
    after = opened("theo_cau_hoi", mail=LEADER, cau="c1")
    assert _pictures(after.html) == _pictures(before)
    assert (
        f"lời câu hỏi đã đổi, thấy lần đầu ngày {today()}; trước đó: “{small_form.ATTITUDE}”"
        in after.text
    )
    assert names_the_change(opened)


def test_a_restart_keeps_the_id_and_the_day(sheet, opened):
    sheet.edit("B1", REWORDED)
    until_read(lambda: form().questions[0].text == REWORDED)
    restart()
    assert (form().questions[0].id, form().questions[0].former) == ("c1", (small_form.ATTITUDE,))
    assert names_the_change(opened)


def test_a_question_added_leaves_every_link_as_it_was(sheet):
    sheet.add_column("Ông/Bà có hài lòng về lệ phí không?")
    sheet.submit(*small_form.response(), small_form.SATISFIED)
    until_read(lambda: len(form().questions) == 6)
    assert [question.id for question in form().questions] == ["c1", "c2", "c3", "c4", "c5", "c6"]


def test_a_form_linked_anew_counts_every_response_once(emulator, office, opened):
    rows = small_form.rows()
    sheet = emulator.create(("Trả lời 1", rows), title="Khảo sát")
    again = sheet.add_tab(
        "Trả lời 2", [*rows, [dt.datetime(2024, 6, 3, 9, 15, 20), *small_form.response()]]
    )
    urls = f"{sheet.url} {sheet.address(again)}"
    office(SIGN_IN, SURVEY_SHEETS=urls, SHEETS_EMULATOR_HOST=emulator.host)
    assert the_feed().snapshot.made.n == 13
    assert (
        "Khảo sát – Trả lời 2: 12 phiếu cũng có trong Khảo sát – Trả lời 1"
        in opened("du_lieu", mail=LEADER).text
    )

"""What stands behind the pictures of a question, taken along as a workbook."""

import datetime as dt
import re

import pytest

from lib.papers import PaperReading, view_tables
from lib.roles import Role
from lib.survey.selection import chosen_rows
from lib.ui.shell.access import reading_as
from lib.ui.shell.displayed_reading import newest_displayed
from lib.ui.shell.process import feed_for_role, the_office, the_settings
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.shell.survey_view import decode_survey_view
from lib.ui.shell.viewer_disclosure import role_disclosure
from lib.ui.theo_cau_hoi.question_workbook import question_tables
from tests import small_form
from tests.lib.reports.survey import sheets
from tests.pages.conftest import SIGN_IN, STAFF

SECRET = "Cán bộ đòi tiền bồi dưỡng mới giải quyết"
HEADER = [
    "Dấu thời gian", "Giới tính", "Chờ bao nhiêu phút?", "Vì sao chưa xong?",
    "Ông/Bà hài lòng về các mặt sau? [Thái độ]", "Ông/Bà hài lòng về các mặt sau? [Thời gian]",
]  # fmt: skip


@pytest.fixture(autouse=True)
def asked(office, tmp_path):
    """An office whose form asks five things of forty people; many wrote of a bribe."""
    table = [HEADER]
    for at in range(40):
        why = "Thiếu giấy tờ" if at % 3 > 1 else SECRET
        kind, late = ("Nữ", "Nam")[at % 4 == 0], ("Hài lòng", "Không hài lòng")[at % 5 == 0]
        when = dt.datetime(2026, 1 + at // 20, 1 + at % 20, 8, 0)
        table.append([when, kind, str(5 + at % 3), why, "Hài lòng", late])
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "form.csv", table)))


def book(role, cau, by="", *, restricted=False, **query):
    """Return the rows of each sheet of the workbook, as whoever has this role takes it along."""
    snapshot = feed_for_role(role).snapshot
    displayed, responses = newest_displayed(snapshot), snapshot.made
    address = {name: [value] for name, value in {"cau": cau, **query}.items()}
    view = decode_survey_view(address, responses, the_office().places, any_question=True)
    may = role_disclosure(responses, role)
    scope = SurveyScope(displayed, view, chosen_rows(responses, view.selection), role, may)
    reading = PaperReading(responses, the_office().local(snapshot.read_at))
    with reading_as(restricted=restricted):
        tables = list(question_tables(scope, responses.form.question(cau), by))
    made = view_tables(
        reading,
        view.selection,
        the_settings(),
        tables,
        totals_only=role < Role.STAFF,
        of_one_question=True,
    )
    return {
        name: [[cell for cell in row if cell != ""] for row in rows]
        for name, rows in sheets(made).items()
    }


def test_the_answers_and_what_they_are_told_apart_by_are_sheets_with_the_filter_and_n():
    taken = book(Role.STAFF, "c1", ky="2026-01")
    assert ["Nữ", 15, 0.75] in taken["Các câu trả lời"]
    assert ["Tháng 1/2026 (từ 01/01/2026 đến 31/01/2026)"] in taken["Các câu trả lời"]
    assert ["Phạm vi: Tháng 1/2026 · 20 phiếu."] in taken["Các câu trả lời"]
    assert ["T1/26", 20, 15, 5, 0.75, 0.25] in book(Role.STAFF, "c1", "ky")["Theo kỳ"]


def test_numbers_have_their_bins_and_each_group_its_median():
    taken = book(Role.STAFF, "c2", "c1")
    assert ["6", 13, 0.325] in taken["Các câu trả lời"]
    assert ["Trung vị: 6 (trung bình: 6)"] in taken["Các câu trả lời"]
    assert ["Nữ", 30, 6, 5, 7] in taken["Chia theo"]


def test_a_rated_question_has_its_levels_its_periods_its_groups_and_its_grid():
    taken = book(Role.STAFF, "c5", "c1")
    assert [*taken] == ["Các mức trả lời", "Theo thời gian", "Chia theo", "Lưới câu hỏi"]
    assert ["Không hài lòng", 8, 0.2] in taken["Các mức trả lời"]
    assert taken["Theo thời gian"][5][:3] == ["Tháng 1/2026", 20, 0.8]
    assert ["Thời gian", 40, 32, 8, 0.8, 0.2, 0.8] in taken["Lưới câu hỏi"]


def test_what_hints_at_a_denunciation_is_in_the_workbook_of_leaders_alone():
    def words(role, *, restricted):
        return str(book(role, "c3", "c1", restricted=restricted))

    assert SECRET in words(Role.LEADER, restricted=True)
    assert SECRET not in words(Role.STAFF, restricted=False)


def test_who_sees_totals_only_takes_along_what_he_sees():
    assert [*book(Role.VIEWER, "c1")] == ["Các câu trả lời"]
    answers = book(Role.VIEWER, "c3")["Các câu trả lời"]
    assert ["Khác", 27, 0.675] in answers
    assert SECRET not in str(answers)
    assert "Trung vị" not in str(book(Role.VIEWER, "c2"))
    assert book(Role.VIEWER, "c2", ky="2026-01") == {"Sheet1": []}


def test_the_button_names_the_question_and_stands_only_where_there_is_a_table(opened):
    [button] = opened("theo_cau_hoi", mail=STAFF, cau="c1", ky="2026-01").test.get(
        "download_button"
    )
    assert re.fullmatch(
        r"take_noi-bo-cau-hoi-c1-form-csv-2026-01-\d{4}-\d\d-\d\d\.xlsx", button.key
    )
    assert not opened("theo_cau_hoi", cau="c2", ky="2026-01").test.get("download_button")

import datetime as dt
import os

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from lib import roles
from lib.analysis.disclosure import allow_everything
from lib.sources.snapshot import Snapshot
from lib.survey.model.survey_form import ColumnKind, ColumnRole
from lib.survey.selection import Selection
from lib.ui.du_lieu.column_card import column_kind_words, column_role_words
from lib.ui.du_lieu.page import notice_sentence
from lib.ui.shell.displayed_reading import newest_displayed
from lib.ui.shell.process import the_process
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.shell.survey_view import SurveyView
from tests.building import named, responses, words
from tests.pages.conftest import Drawn
from tests.running import OURS

FORM = """
Dấu thời gian,Ông/Bà có hài lòng không?,Mức độ,Họ và tên,Góp ý
10/11/2022 08:00:00,Hài lòng,7,Nguyễn Văn A,<b>Chờ lâu</b>
11/11/2022 08:00:00,Anh Ba làm chậm,8,Trần Thị B,
?,Không hài lòng,9,,
"""
DESCRIBED = """[[questions]]
id = "c1"
header = "Ông/Bà có hài lòng không?"
role = "satisfaction"
levels = [
  { text = "Hài lòng", polarity = "satisfied" },
  { text = "Không hài lòng", polarity = "dissatisfied" },
]
"""
MADE = responses(FORM, DESCRIBED)


@pytest.fixture(autouse=True)
def _office(tmp_path, monkeypatch):
    """The page says when the feed last checked: give it one that reads the same form."""
    for name in [name for name in os.environ if name.startswith(OURS)]:
        monkeypatch.delenv(name)
    (tmp_path / "form.csv").write_text(FORM.lstrip(), encoding="utf-8")
    monkeypatch.setenv("SURVEY_FILE", str(tmp_path / "form.csv"))
    monkeypatch.setenv("SURVEY_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    yield
    the_process.exchange()


def script(scope) -> None:
    """Draw the page."""
    from lib.ui.du_lieu.page import draw_data_page

    draw_data_page(scope)


def page(*, private: bool) -> str:
    role = roles.Role.LEADER if private else roles.Role.STAFF
    reading = newest_displayed(Snapshot(1, dt.datetime(2026, 11, 2, tzinfo=dt.UTC), MADE))
    scope = SurveyScope(
        reading, SurveyView(Selection()), np.ones(MADE.n, dtype=bool), role, allow_everything
    )
    test = AppTest.from_function(script, kwargs={"scope": scope}, default_timeout=30).run()
    return Drawn(test).html


def test_every_column_but_the_time_is_explained_what_is_not_sure_first():
    columns = [words(column[0]) for column in named(page(private=True), "x-column")]
    assert columns == ["Mức độ", "Ông/Bà có hài lòng không?", "Họ và tên", "Góp ý"]


def test_a_sheet_tells_what_was_kept_and_skipped():
    [head, row] = named(page(private=True), "x-table")[0].iter("tr")
    assert [words(cell) for cell in row] == ["sheet", "3", "0", "1", "không nêu"]
    assert len(head) == len(row)


def test_the_table_of_sheets_is_announced_by_its_name():
    region, *_ = named(page(private=True), "x-scroll")
    assert (region.get("role"), region.get("aria-label")) == ("region", "Bảng trả lời")


def test_how_each_answer_counts_is_told_with_its_number():
    chips = [words(chip) for chip in named(page(private=True), "x-chip")]
    assert "Hài lòng – hài lòng 1" in chips
    assert "Anh Ba làm chậm – chưa phân loại 1" in chips


def test_whoever_may_not_read_responses_sees_the_answers_of_rated_questions_only():
    chips = [[words(chip) for chip in named(page(private=p), "x-chip")] for p in (True, False)]
    assert ["9 1" in answers for answers in chips] == [True, False]
    assert ["Hài lòng – hài lòng 1" in answers for answers in chips] == [True, True]


def test_what_a_respondent_put_in_place_of_an_answer_is_shown_to_those_who_may_read_it():
    assert "Anh Ba" in page(private=True)
    assert "Anh Ba" not in page(private=False)


def test_comments_are_examples_for_whoever_may_read_them():
    assert "“&lt;b&gt;Chờ lâu&lt;/b&gt;”" in page(private=True)
    assert "Chờ lâu" not in page(private=False)


def test_persons_are_shown_to_nobody():
    assert "Nguyễn" not in page(private=True)


def test_a_notice_is_a_finished_sentence():
    notices = [notice_sentence(notice) for notice in MADE.form.notices]
    assert notices
    assert not any("{" in notice for notice in notices)


def test_every_kind_and_role_has_words():
    assert set(column_kind_words()) == set(ColumnKind)
    assert set(column_role_words()) == set(ColumnRole)

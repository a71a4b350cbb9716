"""What is kept of a dropped file is read as the same survey, and names nobody."""

import dataclasses
import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from lib.errors import FileBusyError, FormError
from lib.setup.kept_source import SOURCES_FOLDER, TooLongAnswerError, keep_source
from lib.setup.tried_survey import LARGEST_FILE, TooLargeError, TriedSurvey, permanent_source_name
from lib.source_table import TablePart
from lib.sources.workbook_file import WorkbookFile
from lib.survey.describe.survey_description import SurveyDescription
from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.places import Places
from lib.survey.responses import Responses
from lib.survey.survey_reading import read_survey
from lib.survey.table.form_table import form_likeness
from tests import small_form

SHARED = Path(__file__).parents[4] / "shared"
FORMS = sorted(
    path
    for folder in ("samples", "found/inputs")
    for path in (SHARED / folder).glob("*")
    if path.suffix in (".csv", ".xlsx")
)
PLACES, DAY = Places.read(), dt.date(2026, 11, 30)


def tried(path: Path) -> TriedSurvey:
    return TriedSurvey.of_file(path.name, path.read_bytes(), PLACES, DAY)


def said(responses: Responses) -> list[object]:
    """Return what every question's answers are, and when they came."""
    asked = [
        (question.text, question.kind, question.answers)
        for question in responses.form.questions
        if question.kind != "identity"
    ]
    return [responses.n, np.sort(responses.submitted).tolist(), asked]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_what_is_kept_is_read_as_the_same_survey(path, tmp_path):
    dropped = tried(path)
    kept = WorkbookFile(keep_source(tmp_path, dropped.table), form_likeness)
    again = read_survey([kept.read()], SurveyDescription(), QuestionIds(), PLACES, until=DAY)
    assert said(again) == said(dropped.responses)


def test_columns_of_persons_are_not_kept_and_the_file_is_its_owners_alone(tmp_path):
    file = tmp_path / "phiếu.csv"
    file.write_text(
        "Dấu thời gian,Họ và tên,Ông/Bà có hài lòng không?\n"
        "12/10/2022 8:05:10,Nguyễn Thị Hoa,Hài lòng\n"
        "13/10/2022 8:05:10,Trần Văn Bình,Không hài lòng\n",
        encoding="utf-8",
    )
    kept = keep_source(tmp_path, tried(file).table)
    table = WorkbookFile(kept).read()
    assert table.headers == ("Dấu thời gian", "Ông/Bà có hài lòng không?")
    assert table.columns[1] == ["Hài lòng", "Không hài lòng"]
    assert (kept.parent.name, kept.stat().st_mode & 0o777) == (SOURCES_FOLDER, 0o600)


@pytest.mark.parametrize(
    "title",
    ["Phiếu.csv", "Phiếu (2).xlsx", "Phiếu - Copy (3).csv", "a/b\\Phiếu.csv"],
)
def test_copies_of_a_file_bear_one_permanent_name(title):
    assert permanent_source_name(title) == "Phiếu.xlsx"


@pytest.mark.parametrize("title", ["", "....csv", "///", "?*.xlsx", "../../..", "x" * 300])
def test_no_name_leads_out_of_the_folder(title):
    name = permanent_source_name(title)
    assert Path(name).name == name
    assert len(name.removesuffix(".xlsx")) in range(1, 81)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"<html>", b"PK\x03\x04" + b"x" * 50])
def test_what_is_no_table_of_answers_is_refused_by_its_name(data):
    with pytest.raises((FormError, FileBusyError), match=r"hinh\.xlsx"):
        TriedSurvey.of_file("hinh.xlsx", data, PLACES, DAY)


@pytest.mark.parametrize("answer", ["a" * 32_768, "😀" * 16_384], ids=["letters", "pictures"])
def test_an_answer_that_cannot_be_kept_whole_is_refused_and_nothing_is_kept(answer, tmp_path):
    text = "Dấu thời gian,Ý kiến\n12/10/2022 8:05:10," + answer
    with pytest.raises(TooLongAnswerError):
        keep_source(tmp_path, TriedSurvey.of_file("x.csv", text.encode(), PLACES, DAY).table)
    assert list((tmp_path / SOURCES_FOLDER).iterdir()) == []


@pytest.mark.parametrize(
    "tabs", [("Câu trả lời biểu mẫu của xã Xuân Đông", "2"), ("2025/2026", "'2'"), ("Xã", "xã")]
)
def test_answers_of_tabs_that_a_workbook_may_not_name_so_are_kept_whole(tabs, tmp_path):
    dropped = tried(small_form.write(tmp_path / "x.csv", small_form.rows())).table
    halves = TablePart(tabs[0], 0, 5), TablePart(tabs[1], 0, 7)
    kept = keep_source(tmp_path, dataclasses.replace(dropped, parts=halves))
    assert WorkbookFile(kept, form_likeness).read().columns == dropped.columns


def test_a_number_without_end_is_kept_as_its_word(tmp_path):
    dropped = tried(small_form.write(tmp_path / "x.csv", small_form.rows())).table
    endless = [float("inf")] * dropped.rows
    table = dataclasses.replace(dropped, columns=(*dropped.columns[:-1], endless))
    assert WorkbookFile(keep_source(tmp_path, table)).read().columns[-1] == ["inf"] * 12


def test_a_file_larger_than_any_form_is_refused_unread():
    with pytest.raises(TooLargeError):
        TriedSurvey.of_file("x.csv", b"," * (LARGEST_FILE + 1), PLACES, DAY)


def test_letters_that_no_workbook_may_hold_leave_the_file_readable(tmp_path):
    text = "Dấu thời gian,Ý kiến\n12/10/2022 8:05:10,\ufffeTốt\x1b lắm\n"
    kept = keep_source(tmp_path, TriedSurvey.of_file("x.csv", text.encode(), PLACES, DAY).table)
    [answer] = WorkbookFile(kept).read().columns[1]
    assert "Tốt" in answer

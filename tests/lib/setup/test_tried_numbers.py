"""What is confirmed of a survey that is only tried takes no number of another question."""

import datetime as dt

from lib.setup.tried_survey import TriedSurvey
from lib.source_table import SourceTable
from lib.survey.describe.survey_description import SurveyDescription
from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.places import Places
from lib.survey.survey_reading import read_survey

PLACES, DAY = Places.read(), dt.date(2026, 11, 30)
OLD, NEW = "Loa truyền thanh thế nào?", "Nhà văn hóa ra sao?"


def export(*asked: str, source: str = "Phiếu.xlsx", year: int = 2025) -> SourceTable:
    times = [f"0{day}/03/{year} 08:00:00" for day in range(1, 9)]
    answers = [["Rõ", "Rè"] * 4 for _ in asked]
    return SourceTable(source, source, ("Dấu thời gian", *asked), (times, *answers))


def numbers(table: SourceTable) -> QuestionIds:
    return read_survey([table], SurveyDescription(), QuestionIds(), PLACES, until=DAY).numbers


def ids(kept: QuestionIds, table: SourceTable) -> dict[str, str]:
    tried = TriedSurvey.of_table(table, PLACES, DAY).numbered_as(kept)
    return {question.text: question.id for question in tried.responses.form.questions}


def test_a_newer_export_in_another_order_is_numbered_as_the_one_that_is_kept():
    kept = numbers(export(OLD, "Giờ mở cửa?"))
    tried = ids(kept, export(NEW, OLD, "Giờ mở cửa?"))
    assert (tried[OLD], tried["Giờ mở cửa?"]) == ("c1", "c2")
    assert tried[NEW] not in ("c1", "c2")


def test_another_source_shares_the_numbers_of_what_it_asks_alike_and_takes_no_other():
    kept = numbers(export(OLD, "Giờ mở cửa?"))
    tried = ids(kept, export(NEW, OLD, source="Sông Ray.xlsx", year=2026))
    assert tried[OLD] == "c1"
    assert tried[NEW] not in ("c1", "c2")

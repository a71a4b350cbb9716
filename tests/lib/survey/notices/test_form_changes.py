"""What is told of a form that changed while it was used."""

import datetime as dt
from collections.abc import Sequence

from lib.source_table import CellValue
from lib.survey.describe.survey_description import DeclaredQuestion, SurveyDescription
from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.survey_form import FormNotice
from lib.survey.responses import Responses
from lib.survey.survey_check import form_notice_sentence
from tests.lib.survey.tables import survey, table

ATTITUDE = "Ông/Bà có hài lòng về thái độ không?"
REWORDED = "Ông/Bà có hài lòng về thái độ phục vụ không?"
OCTOBER, NOVEMBER = dt.date(2025, 10, 12), dt.date(2025, 11, 3)
GOOD, BAD = "Hài lòng", "Không hài lòng"


def read(
    columns: dict[str, Sequence[CellValue]],
    before: Responses | None = None,
    description: SurveyDescription | None = None,
    today: dt.date | None = OCTOBER,
) -> Responses:
    numbers = before.numbers if before else QuestionIds()
    return survey(table(columns), description=description, numbers=numbers, today=today)


def told(responses: Responses) -> list[tuple[str, str]]:
    notices = (notice for notice in responses.form.notices if notice.code != "day_or_month")
    return [(notice.code, form_notice_sentence(notice)) for notice in notices]


def of(code: str, responses: Responses) -> list[FormNotice]:
    return [notice for notice in responses.form.notices if notice.code == code]


def test_a_reworded_question_is_told_with_its_first_day_and_both_wordings() -> None:
    before = read({ATTITUDE: [GOOD, BAD]})
    now = read({REWORDED: [GOOD, BAD]}, before)
    sentence = (
        f"Lời câu hỏi đã đổi, thấy lần đầu ngày 12/10/2025: {REWORDED} (trước đây: {ATTITUDE})"
    )
    assert told(now) == [("reworded", sentence)]
    assert told(read({REWORDED: [GOOD, BAD, GOOD]}, now, today=NOVEMBER)) == told(now)


def test_without_a_day_a_rewording_is_told_without_one() -> None:
    before = read({ATTITUDE: [GOOD, BAD]})
    [(code, sentence)] = told(read({REWORDED: [GOOD, BAD]}, before, today=None))
    assert (code, "không rõ từ khi nào" in sentence) == ("reworded", True)


def test_a_question_added_in_the_middle_is_no_rewording() -> None:
    before = read({"A": [GOOD, BAD], "B": [GOOD, BAD]})
    now = read({"A": [GOOD, BAD], "Mới": ["", BAD], "B": [GOOD, BAD]}, before)
    assert [(q.text, q.id) for q in now.form.questions] == [("A", "c1"), ("Mới", "c3"), ("B", "c2")]
    assert told(now) == []


def test_a_column_that_is_gone_is_named_with_the_day() -> None:
    before = read({"A": [GOOD, BAD], "B": [GOOD, BAD]})
    now = read({"A": [GOOD, BAD]}, before)
    assert told(now) == [("gone", "sheet: không còn cột, nhận thấy ngày 12/10/2025: B")]
    assert told(read({"A": [GOOD, BAD]}, now, today=NOVEMBER)) == told(now)


def test_a_column_that_went_before_days_were_kept_is_named_without_one() -> None:
    known = QuestionIds({"sheet": {"A": 1, "B": 2}}, {"sheet": 3})
    found = survey(table({"A": [GOOD, BAD]}), numbers=known, today=OCTOBER)
    assert told(found) == [("gone", "sheet: không còn cột, không rõ từ khi nào: B")]


def test_a_column_that_is_gone_and_dropped_is_forgotten() -> None:
    before = read({"A": [GOOD, BAD], "B": [GOOD, BAD]})
    assert told(read({"A": [GOOD, BAD]}, before, SurveyDescription(drop=("B",)))) == []


def test_what_is_declared_and_gone_is_told_once() -> None:
    stated = SurveyDescription(questions=(DeclaredQuestion("b", ("B",)),))
    before = read({"A": [GOOD, BAD], "B": [GOOD, BAD]}, description=stated)
    assert [code for code, _ in told(read({"A": [GOOD, BAD]}, before, stated))] == ["gone"]


def test_another_question_in_the_place_of_one_that_is_gone_is_proposed_as_its_rewording() -> None:
    before = read({"A": [GOOD, BAD], "Thái độ": [GOOD, GOOD]})
    now = read({"A": [GOOD, BAD], "Lệ phí": [BAD, BAD]}, before)
    [notice] = of("perhaps_reworded", now)
    fields = dict(notice.fields)
    assert (notice.column, fields["newer"], fields["older_id"]) == (2, "Lệ phí", "c2")
    stated = SurveyDescription(questions=(DeclaredQuestion("c2", ("Lệ phí", "Thái độ")),))
    confirmed = read({"A": [GOOD, BAD], "Lệ phí": [BAD, BAD]}, now, stated)
    assert confirmed.form.questions[1].id == "c2"
    assert of("perhaps_reworded", confirmed) == []


def test_a_question_that_newer_responses_do_not_answer_is_told_with_its_last_day() -> None:
    cells = {"A": [GOOD, BAD] * 10, "B": [*[GOOD, BAD] * 5, *[""] * 10]}
    sentence = "sheet: trả lời lần cuối ngày 10/01/2023, 10 phiếu mới hơn không trả lời: B"
    assert told(read(cells)) == [("not_asked_since", sentence)]


def test_a_question_that_few_answer_is_asked_still() -> None:
    rare = ["", "", "Cần thêm ghế", *[""] * 17]
    assert told(read({"A": [GOOD, BAD] * 10, "Góp ý": rare})) == []


def test_a_few_newer_responses_are_no_sign() -> None:
    assert told(read({"A": [GOOD] * 14, "B": [*[GOOD] * 10, *[""] * 4]})) == []


TWINS = {
    "Thái độ": [*[GOOD, BAD] * 5, *[""] * 10],
    "B": [GOOD, BAD] * 10,
    "Thái độ ": [*[""] * 10, *[GOOD, BAD] * 5],
}


def twins(second: str, **more: Sequence[CellValue]) -> Responses:
    cells = dict(TWINS)
    cells[second] = cells.pop("Thái độ ")
    return read({**cells, **more})


def test_a_question_created_anew_is_proposed_as_one_with_the_older_column() -> None:
    [notice] = of("same_question", twins("Thái độ:"))
    assert notice.column == 3
    assert dict(notice.fields) == {
        "newer": "Thái độ:",
        "older": "Thái độ",
        "newer_id": "c3",
        "older_id": "c1",
    }


def test_a_similar_question_asked_afterwards_is_proposed_too() -> None:
    assert len(of("same_question", twins("Thái độ ra sao"))) == 1


def test_another_question_asked_afterwards_is_not() -> None:
    assert of("same_question", twins("Lệ phí")) == []


def test_similar_questions_of_branches_are_two() -> None:
    odd, even = [GOOD, "", BAD, ""] * 5, ["", BAD, "", GOOD] * 5
    cells = {"Thái độ ở bộ phận đất đai": odd, "Thái độ ở bộ phận hộ tịch": even}
    assert of("same_question", read(cells)) == []


def test_questions_that_many_answer_both_are_two() -> None:
    cells = {"Thái độ": [GOOD, BAD] * 10, "Thái độ:": [GOOD, BAD] * 10}
    assert of("same_question", read(cells)) == []


def test_twins_with_answers_of_different_kinds_are_two() -> None:
    cells = {"Thái độ": [*[GOOD] * 10, *[""] * 10], "Thái độ:": [*[""] * 10, *["Có", "Không"] * 5]}
    assert of("same_question", read(cells)) == []


def test_confirmed_twins_are_one_question_of_which_conflicts_are_counted() -> None:
    stated = SurveyDescription(questions=(DeclaredQuestion("c1", ("Thái độ:", "Thái độ")),))
    cells = {"Thái độ": [GOOD, GOOD, BAD, ""], "Thái độ:": ["", "hài lòng", GOOD, BAD]}
    found = read(cells, description=stated)
    assert (len(found.form.questions), found.form.questions[0].answers) == (
        1,
        ((GOOD, 2), (BAD, 2)),
    )
    assert [dict(notice.fields)["n"] for notice in of("said_twice", found)] == [1]
    assert of("same_question", found) == []


def test_twins_declared_as_two_questions_are_not_proposed_again() -> None:
    stated = SurveyDescription(
        questions=(DeclaredQuestion("a", ("Thái độ",)), DeclaredQuestion("b", ("Thái độ:",)))
    )
    cells = {"Thái độ:": TWINS["Thái độ "], **{k: v for k, v in TWINS.items() if k != "Thái độ "}}
    assert of("same_question", read(cells, description=stated)) == []

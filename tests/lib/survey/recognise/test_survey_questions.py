import dataclasses
import datetime as dt

from lib.source_table import SourceTable
from lib.survey.describe.survey_description import DeclaredQuestion, SurveyDescription
from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.survey_form import ColumnKind, ColumnRole
from lib.survey.responses import Responses
from tests.lib.survey.tables import TIME, question, survey, table

NOON = "10/02/2023 12:00:00"


def ids(found: object) -> dict[str, str]:
    return {q.text: q.id for q in found.form.questions}  # type: ignore[attr-defined]


def test_every_column_but_the_time_is_a_question_with_a_number() -> None:
    found = survey(table({"A": ["x"], TIME: [NOON], "B": ["y"]}))
    assert [(q.id, q.column) for q in found.form.questions] == [("c1", 0), ("c2", 2)]


def test_a_column_in_the_middle_leaves_the_ids_alone() -> None:
    first = survey(table({"A": ["x"], "B": ["y"]}))
    second = survey(table({"A": ["x"], "mới": ["z"], "B": ["y"]}), numbers=first.numbers)
    assert ids(second) == {"A": "c1", "mới": "c3", "B": "c2"}


def test_a_declared_id_replaces_the_number_which_stays_an_alias() -> None:
    stated = SurveyDescription(questions=(DeclaredQuestion("thai_do", ("B",)),))
    found = survey(table({"A": ["x"], "B": ["y"]}), description=stated).form
    assert ids(survey(table({"A": ["x"], "B": ["y"]}), description=stated))["B"] == "thai_do"
    assert found.question("c2") == found.question("thai_do")


def test_a_declared_id_wins_over_another_columns_number() -> None:
    stated = SurveyDescription(questions=(DeclaredQuestion("c1", ("B",)),))
    found = survey(table({"A": ["x"], "B": ["y"]}), description=stated)
    assert ids(found) == {"A": "c3", "B": "c1"}


def test_wordings_declared_as_one_are_one_question() -> None:
    stated = SurveyDescription(questions=(DeclaredQuestion("c1", ("Mới?", "Cũ?")),))
    found = survey(table({"Cũ?": ["a", "", "b"], "Mới?": ["", "c", "d"]}), description=stated)
    [asked] = found.form.questions
    assert (asked.text, asked.answered) == ("Mới?", 3)


def test_a_header_is_cleaned_for_its_text_only() -> None:
    asked = question(" Thời\u00a0gian \n chờ? ", "x")
    assert (asked.header, asked.text) == (" Thời\u00a0gian \n chờ? ", "Thời gian chờ?")


def test_rows_of_a_grid_have_their_stem_and_are_labelled_by_their_row() -> None:
    found = survey(table({"Đánh giá [Phòng chờ]": ["Tốt"], "Đánh giá [Ghế]": ["Kém"]}))
    rows = [(q.grid, q.label) for q in found.form.questions]
    assert rows == [("Đánh giá", "Phòng chờ"), ("Đánh giá", "Ghế")]


def test_answers_are_counted_by_text() -> None:
    asked = question("Cách nộp", "Trực tiếp", "Mạng ", "Trực tiếp", "", "Mạng", "Trực tiếp")
    assert asked.answers == (("Trực tiếp", 3), ("Mạng", 2))
    assert (asked.answered, asked.not_stated) == (5, 1)


def test_answers_of_a_rated_question_are_counted_by_level() -> None:
    asked = question("Câu", "Kém", "hai long", "Hài lòng", "Hài lòng")
    assert asked.answers == (("Hài lòng", 3), ("Kém", 1))


def test_answers_of_a_checkbox_list_are_counted_by_option() -> None:
    asked = question("Lý do", "A", "B", "A, B", "B, C", "A, C", "C")
    assert (asked.kind, dict(asked.answers)) == (ColumnKind.MULTIPLE, {"A": 3, "B": 3, "C": 3})


def test_texts_and_identities_keep_no_answers() -> None:
    assert question("Góp ý", "Chờ lâu", "Cần ghế").answers == ()
    assert question("Họ tên", "Lê A", "Lê A").answers == ()


def test_an_identity_is_counted_and_dropped() -> None:
    found = survey(table({"Họ tên": ["Nguyễn Văn A", ""], "Câu": ["Có", "Có"]}))
    asked = found.form.questions[0]
    assert (asked.kind, asked.answered, asked.not_stated) == (ColumnKind.IDENTITY, 1, 1)


def test_a_declared_drop_is_dropped() -> None:
    found = survey(table({"Ghi chú": ["x", "y"]}), description=SurveyDescription(drop=("Ghi chú",)))
    assert found.form.questions[0].kind is ColumnKind.IDENTITY


def test_a_declared_role_keeps_a_column_that_looks_like_an_identity() -> None:
    stated = SurveyDescription(
        questions=(DeclaredQuestion("ap", ("Địa chỉ",), role=ColumnRole.HAMLET),)
    )
    found = survey(table({"Địa chỉ": ["Ấp 1", "Ấp 2"]}), description=stated)
    assert [hamlet.code for hamlet in found.hamlets] == ["ap-1", "ap-2"]


def test_sheets_match_by_header_and_unite_their_levels() -> None:
    one = table({"Câu": ["Hài lòng"], "A": ["x"]}, source="one")
    two = table({"B": ["y"], " Câu": ["Kém"]}, source="two")
    found = survey(one, two)
    assert ids(found) == {"Câu": "c1", "A": "c2", "B": "c3"}
    assert [level.text for level in found.form.rated[0].levels] == ["Hài lòng", "Kém"]


def test_numbers_come_back_to_be_remembered() -> None:
    found = survey(table({"A": ["x"]}), numbers=QuestionIds())
    assert found.numbers.number("sheet", "A") == 1


def test_equal_headers_are_questions_of_their_own() -> None:
    found = survey(SourceTable("s", "s", (TIME, "Câu", "Câu"), ([NOON], ["a"], ["b"])))
    assert [(q.id, q.text) for q in found.form.questions] == [("c1", "Câu"), ("c2", "Câu")]


def test_what_people_wrote_below_other_is_counted_together() -> None:
    cells = ["Trực tiếp"] * 3 + ["Khác: nhờ con", "Khác: bưu điện", "Khác"]
    assert question("Cách nộp", *cells).answers == (("Khác", 3), ("Trực tiếp", 3))


ATTITUDE = "Ông/Bà có hài lòng về thái độ không?"
REWORDED = "Ông/Bà có hài lòng về thái độ phục vụ không?"
OCTOBER = dt.date(2025, 10, 12)


def reworded(description: SurveyDescription | None = None) -> Responses:
    """A survey whose second question was reworded between two readings."""
    first = survey(table({"A": ["x"], ATTITUDE: ["Tốt"]}), description=description)
    now = table({"A": ["x"], REWORDED: ["Tốt"]})
    return survey(now, description=description, numbers=first.numbers, today=OCTOBER)


def test_a_reworded_question_keeps_its_id_and_tells_its_earlier_wording() -> None:
    asked = reworded().form.questions[1]
    assert (asked.id, asked.text) == ("c2", REWORDED)
    assert (asked.former, asked.reworded) == ((ATTITUDE,), OCTOBER)


def test_without_a_memory_no_wording_is_new() -> None:
    asked = survey(table({REWORDED: ["Tốt"]}), today=OCTOBER).form.questions[0]
    assert (asked.former, asked.reworded) == ((), None)


def test_a_declaration_of_the_old_wording_follows_the_question() -> None:
    stated = SurveyDescription(
        questions=(DeclaredQuestion("thai_do", (ATTITUDE,), label="Thái độ"),)
    )
    asked = reworded(stated).form.questions[1]
    assert (asked.id, asked.label, asked.aliases) == ("thai_do", "Thái độ", ("c2",))


def test_a_dropped_column_stays_dropped_under_another_wording() -> None:
    stated = SurveyDescription(drop=(ATTITUDE,))
    assert reworded(stated).form.questions[1].kind is ColumnKind.IDENTITY


def test_a_column_of_names_stays_private_under_another_wording() -> None:
    names = [f"Nguyễn {at}" for at in range(30)]
    first = survey(table({"Họ tên": ["x"]}))
    known = first.numbers.assign({"sheet": ["Tên gọi"]})
    moved = dataclasses.replace(known, known={"sheet": {"Họ tên": 1, "Tên gọi": 1}})
    asked = survey(table({"Tên gọi": names}), numbers=moved).form.questions[0]
    assert (asked.id, asked.kind) == ("c1", ColumnKind.IDENTITY)


def test_wordings_declared_as_two_questions_are_two() -> None:
    stated = SurveyDescription(
        questions=(DeclaredQuestion("cu", (ATTITUDE,)), DeclaredQuestion("moi", (REWORDED,)))
    )
    asked = reworded(stated).form.questions[1]
    assert (asked.id, asked.former, asked.reworded) == ("moi", (), None)


def test_a_wording_that_a_person_confirmed_is_an_earlier_one() -> None:
    first = survey(table({"Lệ phí": ["Tốt"], "B": ["x"]}))
    stated = SurveyDescription(questions=(DeclaredQuestion("c1", ("Chi phí", "Lệ phí")),))
    found = survey(
        table({"B": ["x"], "Chi phí": ["Tốt"]}), description=stated, numbers=first.numbers
    )
    assert (found.form.questions[1].id, found.form.questions[1].former) == ("c1", ("Lệ phí",))


def test_one_question_is_worded_otherwise_in_another_sheet() -> None:
    one, two = table({"Thái độ": ["Tốt"]}, "one"), table({"1. THÁI ĐỘ:": ["Kém"]}, "two")
    [asked] = survey(one, two).form.questions
    assert (asked.headers, asked.answered) == (("Thái độ", "1. THÁI ĐỘ:"), 2)
    assert (asked.former, asked.reworded) == ((), None)


def test_of_two_columns_of_one_question_the_left_one_counts() -> None:
    stated = SurveyDescription(questions=(DeclaredQuestion("c1", ("Mới?", "Cũ?")),))
    found = survey(table({"Cũ?": ["Tốt", ""], "Mới?": ["Kém", "Kém"]}), description=stated)
    assert found.form.questions[0].answers == (("Tốt", 1), ("Kém", 1))


def test_what_most_people_say_is_an_example_of_a_column() -> None:
    said = ["Chờ lâu", "Tốt", "Chờ lâu", "Nóng", "Nóng", "Chờ lâu", "Ồn"]
    assert question("Góp ý", *said).examples == ("Chờ lâu", "Nóng", "Tốt")


def test_what_identifies_a_person_gives_no_example() -> None:
    assert question("Họ và tên", "Nguyễn Văn An", "Trần Thị Bình").examples == ()

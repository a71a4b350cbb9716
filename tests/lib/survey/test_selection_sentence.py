"""What is chosen, in words."""

from lib.survey.selection import Selection
from lib.survey.selection_sentence import selection_with_questions
from tests.lib.survey.tables import survey, table

LONG = "Ông/Bà có hài lòng về " + "cách công chức tiếp nhận hồ sơ " * 4 + "không?"


def test_a_question_whose_short_name_is_cut_stands_whole_where_nothing_opens_it():
    columns = {LONG: ["Hài lòng"] * 9, "Có hài lòng chung không?": ["Không hài lòng"] * 9}
    made = survey(table(columns))
    assert "…" in made.form.questions[0].label
    said = selection_with_questions(made, Selection(questions=("c1",)))
    assert " ".join(LONG.split()) in said

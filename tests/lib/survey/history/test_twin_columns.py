import dataclasses

from lib.source_table import SourceTable
from lib.survey.describe.survey_description import DeclaredQuestion, SurveyDescription
from tests.lib.survey.tables import TIME, survey

ASKED = "Ông/Bà có hài lòng không?"
GOOD, BAD = ["Rất hài lòng", "Bình thường"] * 3, ["Hài lòng", "Không hài lòng"] * 3
NONE = [""] * 6


def branches(first, second, header=ASKED):
    """Return a sheet of which two columns have one header."""
    times = [f"{day}/10/2026 08:00:00" for day in range(13, 13 + len(first))]
    return SourceTable("s", "s", (TIME, header, header), (times, first, second))


def ids(found):
    return [(question.id, question.aliases) for question in found.form.questions]


def test_one_header_in_two_branches_of_a_form_is_one_question():
    found = survey(branches([*GOOD, *NONE], [*NONE, *BAD]))
    assert ids(found) == [("c1", ("c2",))]
    assert (found.form.questions[0].answered, len(found.cells)) == (12, 2)
    assert [notice.code for notice in found.form.notices] == ["columns_joined"]


def test_where_somebody_answered_both_they_are_two_questions():
    assert len(ids(survey(branches([*GOOD, GOOD[0], *NONE[1:]], [*NONE, *BAD])))) == 2


def test_columns_of_other_answers_are_two_questions():
    assert len(ids(survey(branches([*GOOD, *NONE], [*NONE, *["Ấp 1", "Ấp 2"] * 3])))) == 2


def test_what_was_read_before_keeps_two_questions():
    sheet = branches([*GOOD, *NONE], [*NONE, *BAD])
    former = dataclasses.replace(survey(sheet).numbers, rules={})
    assert ids(survey(sheet, numbers=former)) == [("c1", ()), ("c2", ())]


def test_what_is_declared_stays_a_question_of_its_own():
    stated = SurveyDescription(questions=(DeclaredQuestion("thu-hai", (f"{ASKED} #2",)),))
    found = survey(branches([*GOOD, *NONE], [*NONE, *BAD]), description=stated)
    assert [id for id, _ in ids(found)] == ["c1", "thu-hai"]

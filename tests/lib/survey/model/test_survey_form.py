from lib.survey.model.survey_form import ColumnKind, ColumnRole, Form, Question


def question(name: str, *aliases: str, role: ColumnRole = ColumnRole.NONE) -> Question:
    return Question(name, 1, "Câu", "Câu", "Câu", ColumnKind.SINGLE, role, aliases=aliases)


def test_an_id_wins_over_another_questions_alias() -> None:
    form = Form("", "", (question("x", "c1"), question("c1")))
    found = form.question("c1")
    assert found is not None
    assert found.id == "c1"


def test_a_question_is_found_by_an_alias() -> None:
    form = Form("", "", (question("x", "c1"),))
    assert form.question("c1") == form.question("x")
    assert form.question("c9") is None


def test_rated_questions_keep_the_forms_order() -> None:
    first, last = (
        question("a", role=ColumnRole.SATISFACTION),
        question("z", role=ColumnRole.SATISFACTION),
    )
    assert Form("", "", (last, question("m"), first)).rated == (last, first)

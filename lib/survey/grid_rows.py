"""The rows of a grid that are answered on one scale, each a question of its own."""

from lib.survey.model.survey_form import ColumnKind, Form, Question
from lib.survey.recognise.question_grids import split_grid_header


def grid_rows(form: Form, question: Question) -> tuple[Question, ...]:
    """Return the rows beside which a question stands, itself too; () where it is in no grid.

    Two grids may bear the same words: what shares no answer with the question is of another.
    """
    if question.grid is None:
        return ()
    own = _answers(question)
    rows = tuple(
        each
        for each in form.questions
        if each.grid == question.grid
        and each.kind is not ColumnKind.IDENTITY
        and (each is question or own & _answers(each))
    )
    return rows if len(rows) > 1 else ()


def grid_row_name(question: Question) -> str:
    """Return what the row of a grid is called, whole."""
    return split_grid_header(question.text)[1] if "…" in question.label else question.label


def _answers(question: Question) -> set[str]:
    return {text for text, _ in question.answers} | {level.text for level in question.levels}

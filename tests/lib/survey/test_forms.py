"""Whatever form is drawn, it is read as it was made."""

import dataclasses
import unicodedata
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lib.survey.model.answer_levels import Answer, Level, Polarity
from lib.survey.model.survey_form import ColumnRole
from lib.survey.responses import Responses
from tests.lib.survey.forms import Drawn, DrawnForm, forms
from tests.lib.survey.tables import survey


def found(form: DrawnForm) -> dict[str, Drawn]:
    """Return what is read, as the generator would have stated it."""
    responses = survey(form.table())
    sums = polarities(responses)
    return {
        question.text: Drawn(
            question.text,
            [question.answered],
            question.kind,
            question.role,
            dict(question.answers),
            sums.get(question.id, {}),
        )
        for question in responses.form.questions
    }


def polarities(responses: Responses) -> dict[str, dict[Polarity, int]]:
    polarity = {level.answer: level.polarity for p in Polarity for level in (Level("", p),)}
    polarity |= {Level("", p, strong=True).answer: p for p in Polarity}
    sums: dict[str, dict[Polarity, int]] = {}
    for question, answers in zip(responses.form.rated, responses.answers, strict=True):
        sums[question.id] = {}
        for answer in answers[answers != Answer.NOT_STATED]:
            of = polarity[Answer(answer)]
            sums[question.id][of] = sums[question.id].get(of, 0) + 1
    return sums


def stated(form: DrawnForm) -> dict[str, Drawn]:
    """Return what was drawn, in the spelling that is shown."""
    return {
        (text := shown(column.header)): dataclasses.replace(
            column, header=text, cells=[column.answered]
        )
        for column in form.columns
    }


def shown(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


@given(forms())
def test_any_form_is_read_as_it_was_made(form: DrawnForm) -> None:
    assert found(form) == stated(form)


@given(forms(), st.data())
def test_order_of_rows_and_columns_and_blank_rows_change_no_count(
    form: DrawnForm, data: Any
) -> None:
    order = data.draw(st.permutations(range(len(form.times))))
    blank = data.draw(st.integers(0, 2))
    moved = [
        dataclasses.replace(column, cells=[column.cells[at] for at in order] + [""] * blank)
        for column in data.draw(st.permutations(form.columns))
    ]
    times = [form.times[at] for at in order] + [""] * blank
    assert found(DrawnForm(form.time, times, moved)) == found(form)
    assert survey(DrawnForm(form.time, times, moved).table()).n == len(form.times)


@given(forms())
def test_an_undecided_scale_holds_every_point_and_rates_none(form: DrawnForm) -> None:
    for question in survey(form.table()).form.questions:
        if question.role is ColumnRole.UNDECIDED:
            assert [level.text for level in question.levels] == ["5", "4", "3", "2", "1"]
            assert np.all([level.polarity is Polarity.UNCLASSIFIED for level in question.levels])

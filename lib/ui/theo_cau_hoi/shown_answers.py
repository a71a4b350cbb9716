"""What of the answers to a question somebody may see, whatever page shows them."""

import dataclasses

import numpy as np

from lib.analysis.answer_table import (
    AnswerTable,
    answer_table,
    disclosed_options,
    gather_small_options,
)
from lib.analysis.number_summary import NumberSummary, gathered_bins, summarise_numbers
from lib.analysis.tally import count_levels
from lib.survey.dimensions import find_dimension
from lib.survey.model.answer_levels import gather_unclassified
from lib.survey.model.survey_form import ColumnKind, ColumnRole, Question
from lib.survey.number_answers import are_percents, number_answers
from lib.ui.shell.process import the_settings
from lib.ui.shell.survey_scope import SurveyScope

# Their numbers have a rule of their own: beside it these would give small groups away.
PLACES_AND_SECTORS = (ColumnRole.COMMUNE, ColumnRole.HAMLET, ColumnRole.SECTOR)


def shown_answers(scope: SurveyScope, question: Question) -> AnswerTable | None:
    """Return the answers of the view to a closed question; None where nothing may be shown.

    Of a rated question those are its levels that count in the rate.
    """
    if question in scope.responses.form.rated:
        return _counting_levels(scope, question)
    if scope.private:
        return answer_table(scope.responses, question, scope.rows)
    if question.role in PLACES_AND_SECTORS:
        return None
    return disclosed_answers(scope, question) or gathered_answers(scope, question)


def disclosed_answers(scope: SurveyScope, question: Question) -> AnswerTable | None:
    """Return the answers each of which whoever sees totals only may choose as a filter.

    All others are one without a name.
    """
    dimension = find_dimension(scope.responses, question.id)
    if dimension is None:
        return None
    return disclosed_options(scope.responses, scope.view.selection, dimension, scope.may)


def gathered_answers(scope: SurveyScope, question: Question) -> AnswerTable | None:
    """Return the answers for whoever sees totals only where several are given at once.

    These overlap and are no filter: they stand alone, of all responses.
    """
    if question.kind is not ColumnKind.MULTIPLE or not scope.whole:
        return None
    table = answer_table(scope.responses, question, scope.rows)
    return gather_small_options(table, the_settings().k)


def shown_numbers(scope: SurveyScope, question: Question) -> NumberSummary | None:
    """Return what the numbers of the view say; None where nobody in view gave one.

    Whoever sees totals only may see the bins alone; where there are none, nothing.
    """
    values = np.where(scope.rows, number_answers(scope.responses, question), np.nan)
    summary = summarise_numbers(values, percent=are_percents(scope.responses, question))
    if summary is None or scope.private:
        return summary
    bins = gathered_bins(summary, the_settings().k) if scope.whole else ()
    return dataclasses.replace(summary, bins=bins, below=0, above=0)


def _counting_levels(scope: SurveyScope, question: Question) -> AnswerTable | None:
    at = scope.responses.form.rated.index(question)
    if not scope.may(scope.view.selection, at):
        return None
    counts = count_levels(scope.responses, scope.rows, at)[0].tolist()
    named = list(zip(question.levels, counts, strict=True))
    shown = [(level, n) for level, n in gather_unclassified(named) if level.answer.valid]
    numbers = np.array([[n for _, n in shown]], dtype=np.int64)
    return AnswerTable(tuple(level.text for level, _ in shown), numbers, numbers.sum(axis=1))

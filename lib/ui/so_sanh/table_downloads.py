"""The tables of the page, to be taken along as a workbook."""

from collections.abc import Iterator

from lib.analysis.group_comparison import compare_periods
from lib.reports.report_table import ReportTable
from lib.reports.survey_groups import comparison_tables
from lib.survey.dimensions import group_dimension
from lib.survey.model.periods import Period
from lib.survey.selection import chosen_rated_questions
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.so_sanh.compared_rows import commune_rows, value_rows

# What rows are called inside a sentence and above their column; other rows are answers.
_HEADS = {
    "xa": ("xã", "Xã, phường, thị trấn"),
    "linh_vuc": ("lĩnh vực", "Lĩnh vực"),
    "ap": ("ấp", "Ấp"),
}


def comparison_report(scope: SurveyScope, by: str, first: str) -> Iterator[ReportTable]:
    """Yield the comparison as it stands on the page: by `by`, called `first`, and by period."""
    responses, selection = scope.responses, scope.view.selection
    form = responses.form
    asked = [form.rated[at] for at in chosen_rated_questions(form, selection)]
    dimension = group_dimension(responses, by)
    heads = _HEADS.get(by, ("câu trả lời", first))
    if by == "xa":
        communes, commune = commune_rows(scope)
        yield from comparison_tables(heads, asked, communes, lambda each: commune(each)[0])
    elif dimension is not None:
        values, value = value_rows(scope, dimension)
        yield from comparison_tables(heads, asked, values, lambda each: value(each)[0])
    periods = compare_periods(responses, selection, scope.may)
    if len(periods) > 1:
        yield from comparison_tables(("kỳ", "Kỳ"), asked, periods, Period.name)

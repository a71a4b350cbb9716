"""The rows of a comparison: what each is called, and the link that chooses it."""

from collections.abc import Callable, Sequence

from lib.analysis.group_comparison import ComparisonRow, compare_communes, compare_values
from lib.analysis.group_counts import ComparedSubject
from lib.survey.model.dimension import Dimension, DimensionValue
from lib.survey.model.places import place_title
from lib.survey.responses import Place
from lib.survey.selection_sentence import hamlet_titles
from lib.ui.pieces.heat import NamedLink
from lib.ui.shell.address import link_query
from lib.ui.shell.filter_chips import selection_query
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import gettext

ComparedRows = Sequence[ComparisonRow[ComparedSubject]]
NamedRow = Callable[[ComparedSubject | None], NamedLink]


def commune_rows(scope: SurveyScope) -> tuple[ComparedRows[Place], NamedRow[Place]]:
    """Return the communes that may be shown, and what names and chooses each."""
    selection = scope.view.selection
    units = scope.responses.today if selection.today else scope.responses.communes

    def named(unit: Place | None) -> NamedLink:
        if unit is None:
            return gettext("Not stated"), link_query()
        return place_title(unit, units), link_query(xa=[unit.code], ap=[])

    return compare_communes(scope.responses, selection, scope.may), named


def value_rows(
    scope: SurveyScope, dimension: Dimension
) -> tuple[ComparedRows[DimensionValue], NamedRow[DimensionValue]]:
    """Return the values that may be shown, and what names and chooses each."""
    selection = scope.view.selection
    names = {value.code: value.name for value in dimension.values}
    if dimension.id == "ap":
        names = hamlet_titles(scope.responses, names)

    def named(value: DimensionValue | None) -> NamedLink:
        if value is None:
            return gettext("Not stated"), link_query()
        return names[value.code], selection_query(selection.choosing(dimension.id, (value.code,)))

    return compare_values(scope.responses, selection, dimension, scope.may), named

"""Communes × questions and periods × questions."""

from markupsafe import Markup

from lib.analysis.group_comparison import compare_groups
from lib.survey.model.periods import Period
from lib.survey.model.places import place_title
from lib.survey.responses import Place
from lib.survey.selection import chosen_rated_questions
from lib.ui.pieces.glossary import with_term_link
from lib.ui.pieces.heat import NamedLink, heat_legend, heat_table
from lib.ui.pieces.html_cache import cached_html
from lib.ui.pieces.markup import draw_html, tag
from lib.ui.shell.address import link_query
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import gettext


def draw_comparison_tables(scope: SurveyScope) -> None:
    """Draw the tables with what their tints and marks mean."""
    name = f"compare {scope.private}"
    html = cached_html(scope.responses, name, link_query(), lambda: _tables(scope))
    draw_html(html, key="compare")


def _tables(scope: SurveyScope) -> Markup:
    form, selection = scope.responses.form, scope.view.selection
    compared = compare_groups(scope.responses, selection, scope.may)
    questions = [form.rated[number] for number in chosen_rated_questions(form, selection)]
    units = scope.responses.today if selection.today else scope.responses.communes

    def place(unit: Place | None) -> NamedLink:
        if unit is None:
            return gettext("Not stated"), link_query()
        return place_title(unit, units), link_query(xa=[unit.code], ap=[])

    def period(unit: Period | None) -> NamedLink:
        return (unit.name(), link_query(ky=[unit.code])) if unit else ("", {})

    pieces = [heat_legend()]
    if compared.communes and len(units) > 1:
        name = gettext("By commune")
        pieces += [tag("h2", name, class_="x-h2")]
        pieces += [heat_table(name, gettext("Commune"), questions, compared.communes, place)]
    if len(compared.periods) > 1:
        name = gettext("Over time")
        pieces += [tag("h2", name, class_="x-h2")]
        pieces += [heat_table(name, gettext("Period"), questions, compared.periods, period)]
    return tag(
        "div",
        *pieces,
        tag("p", with_term_link(_note(), "chua-du-co-so-ket-luan"), class_="x-note"),
        class_="x-stack",
    )


def _note() -> str:
    return gettext(
        "▲ ▼ differs from the others by more than chance (95%, all cells together). "
        "Without a mark one cannot say that it differs, whatever its colour. Figures in "
        "percent; rows stand in the order of names and of time, not ranked."
    )

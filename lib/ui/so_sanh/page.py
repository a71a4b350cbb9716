"""What responses are told apart by × questions, and periods × questions."""

from collections.abc import Collection, Sequence

import streamlit as st
from markupsafe import Markup

from lib.analysis.group_comparison import compare_periods
from lib.analysis.group_counts import ComparedSubject
from lib.survey.dimensions import group_dimension
from lib.survey.model.periods import Period
from lib.survey.model.survey_form import Question
from lib.survey.responses import Place
from lib.survey.selection import chosen_rated_questions
from lib.ui.pieces.banners import draw_unknown_value
from lib.ui.pieces.full_names import full_question
from lib.ui.pieces.glossary import with_term_link
from lib.ui.pieces.heat import HeatScale, NamedLink, heat_legend, heat_scale, heat_table, row_cells
from lib.ui.pieces.html_cache import cached_html
from lib.ui.pieces.html_tables import TableCell
from lib.ui.pieces.markup import draw_html, tag
from lib.ui.shell.address import CROSS_TABLE, TABLE_PARAMETER, current_address, link_query
from lib.ui.shell.dimension_choice import draw_dimension_choice, offered_dimensions
from lib.ui.shell.filter_bar import draw_single_choice
from lib.ui.shell.survey_scope import SurveyScope, crosses_answers
from lib.ui.so_sanh.compared_rows import ComparedRows, NamedRow, commune_rows, value_rows
from lib.ui.so_sanh.crossed_answers import draw_crossed_answers
from lib.ui.so_sanh.row_order import (
    BY_NUMBER,
    BY_OVERALL,
    RowOrder,
    addressed_order,
    in_order,
    order_link,
    unknown_order,
)
from lib.ui.so_sanh.table_downloads import comparison_report
from lib.ui.tong_quan.paper_buttons import draw_table_button
from lib.wording import gettext

_RATES = "ty-le"  # of the address, beside the cross-table


def draw_comparison(scope: SurveyScope) -> None:
    """Draw the choice of the table and that table: of rates, or of one question's answers."""
    form = scope.responses.form
    words = {_RATES: gettext("Satisfaction rates"), CROSS_TABLE: gettext("Cross-table")}
    crossed = crosses_answers(form)
    for unknown in (_unknown_table(words), unknown_order(form.rated)):
        if unknown:
            draw_unknown_value(unknown)
    if form.rated:
        with st.container(key="noprint_table"):
            chosen = CROSS_TABLE if crossed else _RATES
            draw_single_choice(TABLE_PARAMETER, gettext("Table"), words, chosen, default=_RATES)
    if crossed:
        draw_crossed_answers(scope)
    else:
        _draw_rates(scope)


def _unknown_table(known: Collection[str]) -> str:
    asked = (current_address().get(TABLE_PARAMETER) or [""])[-1].strip()
    return "" if asked.lower() in known else asked


def _draw_rates(scope: SurveyScope) -> None:
    """Draw the choice of the rows, and the tables with what their tints and marks mean."""
    offered = offered_dimensions(scope)
    by = draw_dimension_choice(scope, gettext("Rows"), offered) if len(offered) > 1 else ""
    by = by or next(iter(offered), "")
    name = f"compare {scope.private}"
    first = offered.get(by, "")
    html = cached_html(scope.responses, name, link_query(), lambda: _tables(scope, by, first))
    draw_html(html, key="compare")
    draw_table_button(scope, "so-sanh", lambda: comparison_report(scope, by, first))


def _tables(scope: SurveyScope, by: str, first: str) -> Markup:
    titles = {
        "xa": gettext("By commune"),
        "ap": gettext("By hamlet"),
        "linh_vuc": gettext("By sector"),
    }
    heads = (titles.get(by) or gettext("By “{question}”", question=first), first)
    if by == "xa":
        return _with_periods(scope, heads, commune_rows(scope))
    dimension = group_dimension(scope.responses, by)
    if dimension is None:
        nothing: tuple[ComparedRows[Place], NamedRow[Place]] = ((), lambda _: ("", {}))
        return _with_periods(scope, heads, nothing)
    return _with_periods(scope, heads, value_rows(scope, dimension))


def _with_periods(
    scope: SurveyScope,
    heads: tuple[str, str],
    own: tuple[ComparedRows[ComparedSubject], NamedRow[ComparedSubject]],
) -> Markup:
    """Return the table of the chosen rows, and that of the periods, on one scale of tints."""
    form, (rows, named), (title, first) = scope.responses.form, own, heads
    questions = [form.rated[at] for at in chosen_rated_questions(form, scope.view.selection)]
    periods = compare_periods(scope.responses, scope.view.selection, scope.may)
    shown_periods: ComparedRows[Period] = periods if len(periods) > 1 else ()
    scale = heat_scale(row_cells(rows) + row_cells(shown_periods))
    order = addressed_order(questions)
    pieces = [heat_legend(scale)]
    if rows:
        pieces += [tag("h2", title, class_="x-h2")]
        pieces += [_table(title, first, questions, (rows, named), scale, order)]
    if shown_periods:
        title = gettext("Over time")
        pieces += [tag("h2", title, class_="x-h2")]
        pieces += [
            _table(title, gettext("Period"), questions, (shown_periods, _period), scale, order)
        ]
    note = tag("p", with_term_link(_note(), "chua-du-co-so-ket-luan"), class_="x-note")
    return tag("div", *pieces, note, class_="x-stack")


def _period(step: Period | None) -> NamedLink:
    return (step.name(), link_query(ky=[step.code])) if step else ("", {})


def _table(
    caption: str,
    first: str,
    questions: Sequence[Question],
    own: tuple[ComparedRows[ComparedSubject], NamedRow[ComparedSubject]],
    scale: HeatScale,
    order: RowOrder,
) -> Markup:
    rows, named = own
    heads = (
        order_link(first, "", order) if order.key else first,
        order_link(gettext("Responses"), BY_NUMBER, order, most_first=True),
        order_link(gettext("Overall"), BY_OVERALL, order),
        *(
            TableCell((order_link(each.label, each.id, order), full_question(each)))
            for each in questions
        ),
    )
    return heat_table(caption, heads, questions, in_order(rows, questions, order), named, scale)


def _note() -> str:
    return gettext(
        "▲ ▼ differs from the others by more than chance (95%, all questions of a table together; "
        "the overall column by itself, as on the overview). Without a mark one cannot say that it "
        "differs, whatever its colour. Figures in percent; rows are not ranked."
    )

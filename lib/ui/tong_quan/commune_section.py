"""Communes at a glance on the overview: which lies clearly apart from the others, and each rate."""

import dataclasses
from collections.abc import Sequence

from markupsafe import Markup

from lib.analysis.commune_rates import CommuneRate, commune_rates, commune_span
from lib.survey.model.periods import Period
from lib.survey.model.places import place_title
from lib.survey.responses import Responses
from lib.survey.selection import Selection
from lib.ui.pieces.html_tables import (
    TableCell,
    html_table,
    interval_words,
    picture_head,
    scroll_region,
)
from lib.ui.pieces.markup import page_link, tag
from lib.ui.pieces.phrases import too_few_words
from lib.ui.pieces.rate_dots import dot_axis_start, rate_dot
from lib.ui.shell.address import link_query
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import format_count, format_percent, gettext

COMMUNES_AT_A_GLANCE = 8  # rows: what a person takes in at once


@dataclasses.dataclass(frozen=True)
class CommunesCompared:
    """The communes of a selection, in the period in which they are compared."""

    selection: Selection
    period: Period | None
    rates: Sequence[CommuneRate]


def compared_communes(scope: SurveyScope) -> CommunesCompared | None:
    """Return the communes in view by the boundaries of today; None where there is only one.

    Where places are chosen, by the boundaries by which they were.
    """
    chosen, today = scope.view.selection, scope.displayed.today
    by_today = chosen.today or not (chosen.communes or chosen.hamlets)
    selection = dataclasses.replace(chosen, today=by_today)
    period = commune_span(scope.responses, selection, today, scope.may)
    selection = dataclasses.replace(selection, period=period)
    rates = commune_rates(scope.responses, selection, scope.may) if period else ()
    return CommunesCompared(selection, period, rates) if len(rates) > 1 else None


def commune_section(scope: SurveyScope) -> Markup:
    """Return the table of the communes: the first few, and on demand all of them."""
    compared = compared_communes(scope)
    if compared is None or compared.period is None:
        return Markup("")
    name = gettext("Communes: {period}", period=compared.period.name())
    pieces = [
        tag("h2", name, class_="x-h2"),
        commune_table(scope.responses, compared, COMMUNES_AT_A_GLANCE),
    ]
    if len(compared.rates) > COMMUNES_AT_A_GLANCE:
        summary = tag("summary", gettext("All {n} communes", n=len(compared.rates)))
        whole = commune_table(scope.responses, compared, len(compared.rates))
        pieces.append(tag("details", summary, whole, class_="x-as-table"))
    pieces.append(tag("p", _note(compared), class_="x-note"))
    return tag("section", *pieces, class_="x-communes")


def _note(compared: CommunesCompared) -> str:
    start = dot_axis_start(each.rate for each in compared.rates)
    sentences = [gettext("Axis from {low} to 100%.", low=start)]
    if compared.selection.today:
        sentences.append(gettext("Communes after the merger."))
    sentences.append(
        gettext(
            "Significant differences first, then the communes with most responses; press a "
            "heading to sort."
        )
    )
    return " ".join(sentences)


def _verdict(mark: int) -> str:
    """Return whether a commune lies apart from all the others together beyond chance."""
    if not mark:
        return gettext("not statistically significant")
    return (
        gettext("significantly above the others")
        if mark > 0
        else gettext("significantly below the others")
    )


def _title(responses: Responses, each: CommuneRate, selection: Selection) -> str:
    """Return a commune's name, told from another of its name where both are in view."""
    return place_title(each.place, responses.today if selection.today else responses.communes)


def commune_table(
    responses: Responses, compared: CommunesCompared, most: int, *, linked: bool = True
) -> Markup:
    """Return the first communes, each with its rate, its interval and whether it lies apart."""
    start = dot_axis_start(each.rate for each in compared.rates)
    heads = (
        gettext("Commune"),
        picture_head("x-line-cell"),
        TableCell((gettext("Satisfaction rate"),), "x-rate"),
        TableCell((gettext("95% interval"),), "x-range-cell"),
        TableCell((gettext("Responses"),), "x-count"),
        TableCell((gettext("Against the others"),), "x-verdict"),
    )
    rows = []
    for each in compared.rates[:most]:
        title = _title(responses, each, compared.selection)
        name = _commune_link(title, each, compared.selection) if linked else title
        rows.append((TableCell((name,), sort=title), *_figures(each, start)))
    name = gettext("Communes at a glance")
    table = html_table(heads, rows, kind="x-dots", caption=name, sortable=linked)
    return scroll_region(table, name)


def _commune_link(title: str, each: CommuneRate, selection: Selection) -> Markup:
    boundaries = ["nay"] if selection.today else []
    period = [selection.period.code] if selection.period else []
    query = link_query(xa=[each.place.code], ap=[], dg=boundaries, ky=period)
    return page_link(title, "", query)


def _figures(each: CommuneRate, start: int) -> tuple[TableCell, ...]:
    rate = each.rate
    share = too_few_words() if rate.rate is None else format_percent(rate.rate)
    return (
        TableCell((rate_dot(rate, start),), sort=rate.rate or 0),
        TableCell((tag("b", share),), "x-num", sort=rate.rate or 0),
        TableCell((interval_words(rate),), "x-mute x-num", sort=rate.low or 0),
        TableCell((format_count(rate.people),), "x-mute", sort=rate.people),
        TableCell((_verdict(each.mark),), f"x-mark{each.mark}", sort=each.mark),
    )

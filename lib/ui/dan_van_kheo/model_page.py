"""One model: what, who, where, since when, what it achieved, and what the survey says there."""

from collections.abc import Iterable

from markupsafe import Markup

from lib.movement.register_choices import choice_name
from lib.movement.register_records import ModelResult, MovementModel
from lib.server.push import push_state
from lib.ui.dan_van_kheo.model_list import model_state_label
from lib.ui.dan_van_kheo.register_frame import RegisterScope
from lib.ui.dan_van_kheo.register_phrases import (
    model_place_words,
    value_in_words,
    value_period_words,
)
from lib.ui.pieces.html_tables import html_table
from lib.ui.pieces.markup import draw_html, draw_static_html, join_markup, page_link, tag
from lib.ui.shell.access import granted_role, viewer_role
from lib.ui.shell.address import REGISTER_PAGE, link_query
from lib.ui.shell.displayed_reading import displayed_reading
from lib.ui.shell.live import redraw_when_moved
from lib.ui.shell.process import feed_for_role
from lib.ui.shell.viewer_disclosure import role_disclosure
from lib.ui.tac_dong.action_effects import model_effect
from lib.wording import gettext


def draw_model_page(scope: RegisterScope, model: MovementModel) -> None:
    """Draw all that is known of a model; what is not stated is not drawn."""
    words = page_link(gettext("← All models in this view"), REGISTER_PAGE, link_query())
    draw_html(tag("p", words, class_="x-back"), key="model_back")
    results = [result for result in scope.whole.results if result.model == model.code]
    draw_static_html(
        join_markup(
            (
                tag("h2", model.name, " ", model_state_label(model), class_="x-h2"),
                tag("p", model.content, class_="x-question") if model.content else Markup(""),
                tag("dl", *_facts(model), class_="x-about"),
                _results(results),
                tag("p", model.outcome) if model.outcome else Markup(""),
            )
        )
    )
    _survey(model)


def _facts(model: MovementModel) -> Iterable[Markup]:
    for name, value in (
        (gettext("Carried out by"), model.unit),
        (gettext("Where"), model_place_words(model)),
        (gettext("Sector"), choice_name(model.sector) if model.sector else ""),
        (gettext("Time"), model.time or (str(model.year) if model.year else "")),
        (gettext("Kind"), choice_name(model.kind) if model.kind else ""),
        (gettext("Carried by"), choice_name(model.owner) if model.owner else ""),
        (gettext("Recognised by"), _recognised(model)),
        (gettext("Award"), model.award),
        (gettext("Replicated to"), ", ".join(model.replicated_to)),
        (gettext("Priority place"), model.priority),
        (gettext("Note"), model.note),
        (gettext("Source"), model.source),
    ):
        if value:
            yield tag("dt", name) + tag("dd", value)


def _recognised(model: MovementModel) -> str:
    level = choice_name(model.level) if model.level else ""
    return ", ".join(filter(None, (model.recognised_by or level, model.decision)))


def _results(results: list[ModelResult]) -> Markup:
    title = tag("h2", gettext("Results"), class_="x-h2")
    if not results:
        return title + tag("p", gettext("no figures yet"), class_="x-read")
    heads = (gettext("Indicator"), gettext("Value"), gettext("Period"), gettext("Source"))
    return title + html_table(heads, map(_result, results), kind="x-totals")


def _result(result: ModelResult) -> tuple[object, ...]:
    period = value_period_words(result)
    if result.cumulative:
        period = gettext("{period}, cumulative", period=period)
    return result.indicator, tag("b", value_in_words(result)), period, result.source or "–"


def _survey(model: MovementModel) -> None:
    """Draw what the survey says of the model's places and questions before and after it began."""
    role, granted = viewer_role(), granted_role()
    redraw_when_moved(push_state(feed_for_role(granted).number, granted))
    if survey := feed_for_role(role).snapshot:
        reading = displayed_reading(survey, role)
        draw_static_html(tag("h2", gettext("What the survey says there"), class_="x-h2"))
        may_show = role_disclosure(reading.responses, role)
        draw_html(model_effect(model, reading, may_show), key="model_impact")

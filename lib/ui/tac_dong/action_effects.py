"""What models and measures changed, in words: before and after, there and elsewhere."""

import dataclasses
import datetime as dt
from collections.abc import Iterable

from markupsafe import Markup

from lib.analysis.disclosure import MayShow
from lib.analysis.impact_estimate import Impact, ImpactAim, RateBeforeAfter, estimate_impact
from lib.followup.office_measures import (
    Measure,
    aimed_labels,
    effect_conclusion,
    measure_aim,
    no_effect_sentence,
)
from lib.movement.register_records import MovementModel
from lib.survey.responses import Responses
from lib.survey.selection_sentence import commune_inside_sentence
from lib.ui.dan_van_kheo.model_choice import model_page_query
from lib.ui.pieces.markup import page_link, tag
from lib.ui.pieces.phrases import before_and_after_rates
from lib.ui.shell.address import REGISTER_PAGE
from lib.ui.shell.displayed_reading import DisplayedReading
from lib.wording import format_day, gettext, ngettext


@dataclasses.dataclass(frozen=True)
class DatedAction:
    """A model or a measure as something that began on a day to make people more satisfied."""

    title: str
    aim: ImpactAim
    where: str  # as the register has it, where the survey has no such commune
    model: str = ""  # code
    is_measure: bool = False


def model_actions(models: Iterable[MovementModel]) -> list[DatedAction]:
    """Return the models of which the register says since when and in which communes."""
    return [
        DatedAction(model.name, _aim(model, model.begun), model.place, model.code)
        for model in models
        if model.begun and (model.everywhere or model.communes)
    ]


def measure_actions(measures: Iterable[Measure]) -> list[DatedAction]:
    """Return the measures as actions."""
    return [
        DatedAction(
            measure.title, measure_aim(measure), where="", model=measure.model, is_measure=True
        )
        for measure in measures
    ]


def _aim(model: MovementModel, begun: dt.date) -> ImpactAim:
    communes = () if model.everywhere else tuple(place.code for place in model.communes)
    return ImpactAim(begun, model.questions, communes)


def model_effect(model: MovementModel, displayed: DisplayedReading, may: MayShow) -> Markup:
    """Return what the survey, as it is shown, says of one model."""
    for action in model_actions([model]):
        return action_effect(action, displayed, may)
    words = gettext(
        "The register does not say since when, so before and after cannot be told apart."
    )
    if model.begun:
        words = gettext(
            "The place is in no list of communes, so it cannot be compared with other communes."
        )
    return tag("p", words, class_="x-read")


def action_effect(action: DatedAction, displayed: DisplayedReading, may: MayShow) -> Markup:
    """Return an action's questions and communes, and what changed there and elsewhere."""
    cells, words = action_changes(action, displayed, may)
    lines = [tag("p", action_aim(action, displayed.responses), class_="x-meta")]
    for name, cell in zip(
        (gettext("Where carried out"), gettext("Other communes")), cells, strict=False
    ):
        lines.append(tag("p", f"{name}: ", cell, class_="x-effect"))
    return Markup("").join(lines) + tag("p", words, class_="x-meta")


def action_aim(action: DatedAction, responses: Responses) -> str:
    """Return since when, for which questions and where."""
    where = _where(responses, action)
    return " · ".join((format_day(action.aim.day), _questions(responses, action), where))


def action_changes(
    action: DatedAction, displayed: DisplayedReading, may: MayShow
) -> tuple[list[Markup], str]:
    """Return before and after there, and elsewhere where there is such, and what to know of both.

    Nothing, and why, where nothing can be said or shown yet.
    """
    if displayed.refused:
        return [], gettext("Nothing is shown because the link asks for what does not exist.")
    impact = estimate_impact(displayed.responses, action.aim, displayed.today, may)
    if impact is None:
        return [], no_effect_sentence(displayed.responses.form, action.aim, displayed.today)
    if impact.there is None:
        return [], gettext("Not shown: too few responses for viewers, who see totals only.")
    cells = [_cell(effect) for effect in (impact.there, impact.elsewhere) if effect]
    return cells, _months(impact)


def _questions(responses: Responses, action: DatedAction) -> str:
    labels = aimed_labels(responses.form, action.aim.questions)
    return "; ".join(labels) or gettext("all questions")


def _where(responses: Responses, action: DatedAction) -> str:
    units = {place.code: place for place in (*responses.today, *responses.communes)}
    wanted = [units[code] for code in action.aim.communes if code in units]
    names = [commune_inside_sentence(place) for place in wanted]
    return ", ".join(names) or (action.where if action.aim.communes else gettext("all communes"))


def _months(impact: Impact) -> str:
    months = ngettext(
        "{n} month before against {n} month after",
        "{n} months before against {n} months after",
        impact.months,
    )
    if not impact.merged:
        return months
    return f"{months} · " + gettext("up to the merger after {day}", day=format_day(impact.merged))


def _cell(effect: RateBeforeAfter) -> Markup:
    return tag("b", effect_conclusion(effect)) + tag("small", before_and_after_rates(effect))


def model_link(code: str, words: str) -> Markup:
    """Return the link to a model's own page."""
    return page_link(words, REGISTER_PAGE, model_page_query(code))

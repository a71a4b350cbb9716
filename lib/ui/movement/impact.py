"""What models and measures changed, in words: before and after, there and elsewhere."""

import dataclasses
import datetime as dt
from collections.abc import Iterable

from markupsafe import Markup

from lib.analysis.disclosure import May
from lib.analysis.effect import Effect
from lib.analysis.impact import Aim, Impact, impact
from lib.followup.measures import Measure, aim, conclusion, too_early
from lib.movement.records import Model
from lib.survey.responses import Responses
from lib.ui import address, phrases
from lib.ui.effects import sides
from lib.ui.markup import link, tag
from lib.ui.movement import choice
from lib.ui.shown import Shown
from lib.wording import day, gettext, ngettext


@dataclasses.dataclass(frozen=True)
class Action:
    """A model or a measure as something that began on a day to make people more satisfied."""

    title: str
    aim: Aim
    where: str  # as the register has it, where the survey has no such commune
    model: str = ""  # code
    is_measure: bool = False


def of_models(models: Iterable[Model]) -> list[Action]:
    """Return the models of which the register says since when and in which communes."""
    told = ((one, one.begun) for one in models if one.everywhere or one.communes)
    return [Action(one.name, _aim(one, begun), one.place, one.code) for one, begun in told if begun]


def of_measures(measures: Iterable[Measure]) -> list[Action]:
    """Return the measures as actions."""
    return [
        Action(one.title, aim(one), where="", model=one.model, is_measure=True) for one in measures
    ]


def _aim(model: Model, begun: dt.date) -> Aim:
    communes = () if model.everywhere else tuple(place.code for place in model.communes)
    return Aim(begun, model.questions, communes)


def of_model(model: Model, of: Shown, may: May) -> Markup:
    """Return what the survey, as it is shown, says of one model."""
    for action in of_models([model]):
        return told(action, of, may)
    words = gettext(
        "The register does not say since when, so before and after cannot be told apart."
    )
    if model.begun:
        words = gettext(
            "The place is in no list of communes, so there and elsewhere cannot be told apart."
        )
    return tag("p", words, class_="x-read")


def told(action: Action, of: Shown, may: May) -> Markup:
    """Return an action's questions and communes, and what changed there and elsewhere."""
    found, words = changed(action, of, may)
    lines = [tag("p", aimed(action, of.responses), class_="x-meta")]
    for name, cell in zip((gettext("There"), gettext("Elsewhere")), found, strict=False):
        lines.append(tag("p", f"{name}: ", cell, class_="x-effect"))
    return Markup("").join(lines) + tag("p", words, class_="x-meta")


def aimed(action: Action, responses: Responses) -> str:
    """Return since when, for which questions and where."""
    where = _where(responses, action)
    return " · ".join((day(action.aim.day), _questions(responses, action), where))


def changed(action: Action, of: Shown, may: May) -> tuple[list[Markup], str]:
    """Return before and after there, and elsewhere where there is such, and what to know of both.

    Nothing, and why, where nothing can be said or shown yet.
    """
    if of.refused:
        return [], gettext("Nothing is shown because the link asks for what does not exist.")
    found = impact(of.responses, action.aim, of.today, may)
    if found is None:
        return [], too_early(action.aim.day, of.today)
    if found.there is None:
        return [], gettext("Not shown: too few responses for whoever sees totals only.")
    cells = [_cell(effect) for effect in (found.there, found.elsewhere) if effect]
    return cells, _months(found)


def _questions(responses: Responses, action: Action) -> str:
    asked = action.aim.questions
    labels = [q.label for q in responses.form.rated if q.id in asked]
    return "; ".join(labels) or gettext("all questions")


def _where(responses: Responses, action: Action) -> str:
    units = {place.code: place for place in (*responses.today, *responses.communes)}
    wanted = [units[code] for code in action.aim.communes if code in units]
    names = [phrases.commune(place) for place in wanted]
    return ", ".join(names) or (action.where if action.aim.communes else gettext("all communes"))


def _months(found: Impact) -> str:
    months = ngettext(
        "{n} month before against {n} month after",
        "{n} months before against {n} months after",
        found.months,
    )
    if not found.merged:
        return months
    return f"{months} · " + gettext("up to the merger after {day}", day=day(found.merged))


def _cell(of: Effect) -> Markup:
    return tag("b", conclusion(of)) + tag("small", sides(of))


def model_link(code: str, words: str) -> Markup:
    """Return the link to a model's own page."""
    return link(words, address.REGISTER, choice.query(code))

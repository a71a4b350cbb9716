"""One model: what, who, where, since when, what it achieved, and what the survey says there."""

from collections.abc import Iterable

from markupsafe import Markup

from lib.movement import kinds
from lib.movement.records import Model, Result
from lib.server.push import state
from lib.ui import access, address, disclosed
from lib.ui.feed import reading
from lib.ui.live import listen
from lib.ui.markup import draw, join, link, still, tag
from lib.ui.movement import impact, listing, phrases
from lib.ui.movement.frame import Scope
from lib.ui.shown import shown
from lib.wording import gettext


def draw_page(scope: Scope, model: Model) -> None:
    """Draw all that is known of a model; what is not stated is not drawn."""
    words = link(gettext("← All models in this view"), address.REGISTER, address.query())
    draw(tag("p", words, class_="x-back"), key="model_back")
    results = [one for one in scope.whole.results if one.model == model.code]
    still(
        join(
            (
                tag("h2", model.name, " ", listing.state(model), class_="x-h2"),
                tag("p", model.content, class_="x-question") if model.content else Markup(""),
                tag("dl", *_facts(model), class_="x-about"),
                _results(results),
                tag("p", model.outcome) if model.outcome else Markup(""),
            )
        )
    )
    _survey(model)


def _facts(model: Model) -> Iterable[Markup]:
    for name, value in (
        (gettext("Carried out by"), model.unit),
        (gettext("Where"), phrases.where(model)),
        (gettext("Sector"), kinds.name(model.sector) if model.sector else ""),
        (gettext("Time"), model.time or (str(model.year) if model.year else "")),
        (gettext("Kind"), kinds.name(model.kind) if model.kind else ""),
        (gettext("Carried by"), kinds.name(model.owner) if model.owner else ""),
        (gettext("Recognised by"), _recognised(model)),
        (gettext("Award"), model.award),
        (gettext("Replicated to"), ", ".join(model.replicated_to)),
        (gettext("Place that comes first"), model.priority),
        (gettext("Note"), model.note),
        (gettext("Source"), model.source),
    ):
        if value:
            yield tag("dt", name) + tag("dd", value)


def _recognised(model: Model) -> str:
    level = kinds.name(model.level) if model.level else ""
    return ", ".join(filter(None, (model.recognised_by or level, model.decision)))


def _results(results: list[Result]) -> Markup:
    title = tag("h2", gettext("Results"), class_="x-h2")
    if not results:
        return title + tag("p", gettext("no figures yet"), class_="x-read")
    heads = (gettext("Indicator"), gettext("Value"), gettext("Period"), gettext("Source"))
    head = tag("tr", join(tag("th", name, scope="col") for name in heads))
    body = join(map(_result, results))
    return title + tag("table", tag("thead", head), tag("tbody", body), class_="x-table x-totals")


def _result(of: Result) -> Markup:
    period = phrases.period(of)
    if of.cumulative:
        period = gettext("{period}, cumulative", period=period)
    cells = (tag("b", phrases.value(of)), period, of.source or "–")
    return tag("tr", tag("th", of.indicator, scope="row"), join(tag("td", cell) for cell in cells))


def _survey(model: Model) -> None:
    """Draw what the survey says of the model's places and questions before and after it began."""
    role, standing = access.role(), access.standing()
    listen(state(reading(standing).number, standing))
    if survey := reading(role).snapshot:
        of = shown(survey, role)
        still(tag("h2", gettext("What the survey says there"), class_="x-h2"))
        draw(impact.of_model(model, of, disclosed.may(of.responses, role)), key="model_impact")

"""Communes × questions and periods × questions."""

from markupsafe import Markup

from lib.analysis.comparison import comparison
from lib.survey.filters import rated
from lib.survey.periods import Period
from lib.survey.places import title
from lib.survey.responses import Place
from lib.ui import address
from lib.ui.heat import Named, bands, heat
from lib.ui.markup import draw, tag
from lib.ui.pictures import picture
from lib.ui.scope import Scope
from lib.wording import gettext


def draw_tables(scope: Scope) -> None:
    """Draw the tables with what their tints and marks mean."""
    name = f"compare {scope.private}"
    html = picture(scope.responses, name, address.query(), lambda: _tables(scope))
    draw(html, key="compare")


def _tables(scope: Scope) -> Markup:
    form, selection = scope.responses.form, scope.view.selection
    compared = comparison(scope.responses, selection, scope.may)
    questions = [form.rated[at] for at in rated(form, selection)]
    units = scope.responses.today if selection.today else scope.responses.communes

    def place(unit: Place | None) -> Named:
        if unit is None:
            return gettext("Not stated"), address.query()
        return title(unit, units), address.query(xa=[unit.code], ap=[])

    def period(of: Period | None) -> Named:
        return (of.name(), address.query(ky=[of.code])) if of else ("", {})

    pieces = [bands()]
    if compared.communes and len(units) > 1:
        name = gettext("By commune")
        pieces += [tag("h2", name, class_="x-h2")]
        pieces += [heat(name, gettext("Commune"), questions, compared.communes, place)]
    if len(compared.periods) > 1:
        name = gettext("Over time")
        pieces += [tag("h2", name, class_="x-h2")]
        pieces += [heat(name, gettext("Period"), questions, compared.periods, period)]
    return tag("div", *pieces, tag("p", _note(), class_="x-note"), class_="x-stack")


def _note() -> str:
    return gettext(
        "▲ ▼ differs from the others by more than chance (95 %, all cells together). Without a "
        "mark one cannot say that it differs, whatever its colour. Figures in percent; rows "
        "stand in the order of names and of time, not ranked."
    )

"""The register in figures: how many models, where, what is told of the place, what was achieved."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import streamlit as st
from markupsafe import Markup

from lib.movement import kinds
from lib.movement.check import sentence
from lib.movement.coverage import Coverage, coverage
from lib.movement.kinds import Level, Sector, State
from lib.movement.records import Fact, Model, Notice, Register, Unread
from lib.movement.totals import Total, totals
from lib.survey.responses import Place
from lib.survey.text import sort_key
from lib.ui import address, charts, tables
from lib.ui.cards import card, cards
from lib.ui.feed import office
from lib.ui.markup import draw, join, link, still, tag
from lib.ui.movement import phrases
from lib.ui.movement.charts import Bar, counts
from lib.ui.movement.frame import Scope
from lib.ui.movement.view import WHOLE
from lib.ui.phrases import commune
from lib.wording import count, gettext, ngettext

FACTS = 4  # cards of them; the rest stands in the table
_NUMBER = re.compile(r".*?\d[\d.,/]*")


def choose_dataset(register: Register, chosen: str | None) -> None:
    """Draw the choice of a dataset where the register holds several; they are never mixed."""
    named = {one.code or WHOLE: one.name for one in register.datasets}
    if len(named) < 2:
        return
    address.put("filter_nguon", chosen or WHOLE)
    with st.container(key="noprint_datasets"):
        st.segmented_control(
            gettext("Dataset"),
            list(named),
            format_func=named.__getitem__,
            required=True,
            key="filter_nguon",
            on_change=address.write,
            args=("nguon", "filter_nguon", lambda: [st.session_state["filter_nguon"]]),
        )


def draw_cards(scope: Scope) -> None:
    """Draw how many models there are, in how many communes, and what is told of the place."""
    covered = coverage(scope.register, office().places, scope.day)
    facts = scope.register.facts
    told = [_fact_card(fact) for fact in facts[:FACTS]]
    drawn = cards(_models(scope), _coverage(covered), *told)
    draw(tag("div", drawn, class_="x-facts"), key="register_cards")


def _models(scope: Scope) -> Markup:
    models = scope.register.models.values()
    states = Counter(model.state for model in models)
    lines = (f"{count(states[one])} {kinds.name(one).lower()}" for one in State if states[one])
    missing = states[None]
    unsaid = [ngettext("{n} without a state", "{n} without a state", missing)] if missing else []
    words = ngettext("model", "models", len(scope.register.models))
    return card(
        gettext("Models"), count(len(scope.register.models)), words, ", ".join((*lines, *unsaid))
    )


def _coverage(covered: Coverage) -> Markup:
    """Return how many communes have a model, a box for each; where none is yet in words."""
    done, every = len(covered.covered), len(covered.models)
    boxes = tag(
        "span",
        join(_box(place, n) for place, n in covered.models),
        class_="x-boxes",
        aria_hidden="true",
    )
    empty = ", ".join(commune(place) for place in covered.empty)
    line = gettext("none yet: {communes}", communes=empty) if 0 < len(covered.empty) <= 3 else ""
    return card(
        gettext("Communes with a model"), f"{done}/{every}", gettext("communes"), boxes, line
    )


def _box(place: Place, n: int) -> Markup:
    return tag("i", class_="x-on" if n else "", title=f"{commune(place)}: {count(n)}")


def _fact_card(fact: Fact) -> Markup:
    words = phrases.value(fact)
    number = _NUMBER.match(words)
    big, unit = (number[0], words[number.end() :].strip()) if number else (words, "")
    return card(fact.indicator, big, unit, f"{fact.place} · {phrases.period(fact)}")


def draw_breakdown(scope: Scope) -> None:
    """Draw models by sector, commune, year and level; a bar filters when it is clicked."""
    models = list(scope.register.models.values())
    if len(models) < 2:
        return
    each = {
        "linh_vuc": (gettext("By sector"), _by(models, Sector, "sector")),
        "xa": (gettext("By commune"), _by_commune(scope, models)),
        "ky": (gettext("By year of registration"), _by_year(models)),
        "cap": (gettext("By level of recognition"), _by(models, Level, "level")),
    }
    shown = {name: pair for name, pair in each.items() if len(pair[1]) > 1}
    for column, (name, (title, bars)) in zip(
        [*st.columns(2, gap="large"), *st.columns(2, gap="large")], shown.items(), strict=False
    ):
        with column:
            still(tag("h2", title, class_="x-h2"))
            _chart(name, title, bars)


def _chart(name: str, title: str, bars: Sequence[Bar]) -> None:
    def clicked(code: str) -> None:
        if code:
            address.change(**{name: [code]})

    charts.show(counts(bars), f"models_{name}", title, clicked)
    still(tables.folded(tables.counts(title, [(bar.name, bar.n) for bar in bars])))


def _by(models: Sequence[Model], values: type[Sector] | type[Level], field: str) -> list[Bar]:
    counted = Counter(getattr(model, field) for model in models)
    bars = [Bar(kinds.name(one), one.value, counted[one]) for one in values if counted[one]]
    return bars + _unsaid(counted[None])


def _by_commune(scope: Scope, models: Sequence[Model]) -> list[Bar]:
    """Return the communes by name; a model of the whole district stands apart, in none of them."""
    today = scope.view.selection.today
    wide = sum(model.everywhere for model in models)
    of = [(m.communes_today if today else m.communes) for m in models if not m.everywhere]
    counted = Counter(place for places in of for place in places)
    named = sorted(counted, key=lambda place: sort_key(place.name))
    bars = [Bar(commune(place, counted), place.code, counted[place]) for place in named]
    district = [Bar(gettext("whole district"), "", wide)] if wide else []
    return [*bars, *district, *_unsaid(sum(not places for places in of))]


def _by_year(models: Sequence[Model]) -> list[Bar]:
    counted = Counter(model.begun.year if model.begun else None for model in models)
    years = sorted(year for year in counted if year is not None)
    return [Bar(str(year), str(year), counted[year]) for year in years] + _unsaid(counted[None])


def _unsaid(n: int) -> list[Bar]:
    return [Bar(gettext("not stated"), "", n)] if n else []


def draw_totals(scope: Scope) -> None:
    """Draw what the results add up to, indicator by indicator, with what is left out."""
    found = totals(scope.register)
    facts = scope.register.facts[FACTS:]
    if not found and not facts:
        return
    rows = [_total(one) for one in found]
    title = tag("h2", gettext("Results"), class_="x-h2")
    note = gettext(
        "Different units, shares (13/13) and averages are never added; “more than” stays a lower "
        "bound in a sum (“at least”)."
    )
    draw(
        tag(
            "section",
            title,
            _totals_table(rows),
            _other_facts(facts),
            tag("p", note, class_="x-note"),
        ),
        key="register_totals",
    )


def _total(of: Total) -> Markup:
    left = count(of.left_out) if of.left_out else "–"
    cells = (tag("b", phrases.total(of)), count(of.counted), left)
    head = tag("th", of.indicator, scope="row")
    return tag("tr", head, join(tag("td", cell) for cell in cells))


def _totals_table(rows: Sequence[Markup]) -> Markup:
    heads = (
        gettext("Indicator"),
        gettext("Total"),
        gettext("Results counted"),
        gettext("Left out"),
    )
    head = tag("tr", join(tag("th", name, scope="col") for name in heads))
    return (
        tag("table", tag("thead", head), tag("tbody", join(rows)), class_="x-table x-totals")
        if rows
        else Markup("")
    )


def _other_facts(facts: Iterable[Fact]) -> Markup:
    told = (
        tag("li", f"{fact.indicator}: ", tag("b", phrases.value(fact)), f" ({fact.place})")
        for fact in facts
    )
    items = join(told)
    return tag("ul", items, class_="x-list") if items else Markup("")


def draw_unread(scope: Scope) -> None:
    """Draw which cells could not be understood and what else is to be known of the register."""
    unread, notices = scope.whole.unread, scope.whole.notices
    if not unread and not notices:
        return
    n = len(unread) + len(notices)
    title = ngettext("{n} remark on the register", "{n} remarks on the register", n)
    with st.expander(title, key="noprint_unread"):
        items = (*map(_remark, notices), *map(_remark, unread))
        still(tag("ul", join(items), class_="x-list"))


def _remark(said: Notice | Unread) -> Markup:
    if isinstance(said, Notice):
        return tag("li", sentence(said))
    place = gettext("{tab}, row {row}, {column}", tab=said.tab, row=said.row, column=said.column)
    return tag(
        "li", tag("b", place), f": {sentence(said)}", f" – “{said.text}”" if said.text else ""
    )


def draw_empty(scope: Scope) -> None:
    """Say that no model is in view, and lead to all."""
    words = gettext("No model in this filter.")
    way = link(gettext("Show all models"), address.REGISTER, _dataset_alone())
    body = Markup("<b>{}</b> {}").format(words, way)
    draw(tag("div", tag("span", "∅", class_="x-icon"), tag("p", body), class_="x-banner"), "empty")


def _dataset_alone() -> dict[str, list[str]]:
    return {name: v for name, v in address.query().items() if name in ("nguon", "lang")}

"""The register in figures: how many models, where, what is told of the place, what was achieved."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import streamlit as st
from markupsafe import Markup

from lib.movement import kinds
from lib.movement.check import sentence
from lib.movement.coverage import Coverage
from lib.movement.kinds import State
from lib.movement.records import Fact, Notice, Register, Unread
from lib.movement.totals import Total, totals
from lib.survey.responses import Place
from lib.ui import address, banners, filters
from lib.ui.cards import card, cards
from lib.ui.markup import draw, join, link, still, tag
from lib.ui.movement import phrases
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
    with st.container(key="noprint_datasets"):
        filters.segments("nguon", gettext("Dataset"), named, chosen or WHOLE)


def draw_cards(scope: Scope) -> None:
    """Draw how many models there are, in how many communes, and what is told of the place."""
    facts = scope.register.facts
    told = [_fact_card(fact) for fact in facts[:FACTS]]
    drawn = cards(_models(scope), _coverage(scope.coverage), *told)
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
    """Return how many communes have a model, a box for each."""
    done, every = len(covered.covered), len(covered.models)
    boxes = tag(
        "span",
        join(_box(place, n) for place, n in covered.models),
        class_="x-boxes",
        aria_hidden="true",
    )
    name = gettext("Communes with a model")
    return card(name, f"{done}/{every}", gettext("communes"), boxes)


def draw_places(scope: Scope) -> None:
    """Draw in words where nothing happens yet, and how it stands with places that come first."""
    covered = scope.coverage
    number = dict(covered.models)
    empty = ", ".join(commune(place) for place in covered.empty)
    first = ", ".join(f"{commune(one)} ({count(number.get(one, 0))})" for one in covered.priority)
    lines = (
        (gettext("No model yet:"), empty),
        (gettext("Places that come first, and how many models each has:"), first),
    )
    told = [tag("p", tag("b", head), " ", names) for head, names in lines if names]
    if told:
        still(tag("section", *told, class_="x-places"))


def _box(place: Place, n: int) -> Markup:
    return tag("i", class_="x-on" if n else "", title=f"{commune(place)}: {count(n)}")


def _fact_card(fact: Fact) -> Markup:
    words = phrases.value(fact)
    number = _NUMBER.match(words)
    big, unit = (number[0], words[number.end() :].strip()) if number else (words, "")
    return card(fact.indicator, big, unit, f"{fact.place} · {phrases.period(fact)}")


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
    """Say that no model is in view, and lead to all where there are any."""
    if not scope.whole.models and not scope.whole.facts:
        banners.nothing_yet(
            gettext("The register holds no model yet."),
            gettext("What is written into its sheet appears here by itself."),
        )
        return
    words = gettext("No model in this filter.")
    way = link(gettext("Show all models"), address.REGISTER, _dataset_alone())
    draw(banners.html("∅", Markup("<b>{}</b> {}").format(words, way)), "empty")


def _dataset_alone() -> dict[str, list[str]]:
    return {name: v for name, v in address.query().items() if name in ("nguon", "lang")}

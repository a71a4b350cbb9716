"""The register in figures: how many models, where, what is told of the place, what was achieved."""

import re
from collections import Counter
from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from lib.movement.commune_coverage import Coverage
from lib.movement.indicator_totals import IndicatorTotal, indicator_totals
from lib.movement.register_check import register_notice_sentence
from lib.movement.register_choices import ModelState, choice_name
from lib.movement.register_records import PlaceFact, Register, RegisterNotice, UnreadCell
from lib.survey.responses import Place
from lib.survey.selection_sentence import commune_inside_sentence
from lib.ui.dan_van_kheo.register_frame import RegisterScope
from lib.ui.dan_van_kheo.register_phrases import total_in_words, value_in_words, value_period_words
from lib.ui.dan_van_kheo.register_view import UNNAMED_DATASET
from lib.ui.pieces.banners import banner_html, draw_nothing_yet
from lib.ui.pieces.cards import figure_card, figure_cards
from lib.ui.pieces.html_tables import html_table
from lib.ui.pieces.markup import draw_html, draw_static_html, join_markup, page_link, tag
from lib.ui.shell.address import REGISTER_PAGE, link_query
from lib.ui.shell.filter_bar import draw_single_choice
from lib.wording import format_count, gettext, ngettext

_FACTS = 4  # cards of them; the rest stands in the table
_NUMBER = re.compile(r".*?\d[\d.,/]*")


def draw_dataset_choice(register: Register, chosen: str | None) -> None:
    """Draw the choice of a dataset where the register holds several; they are never mixed."""
    named = {dataset.code or UNNAMED_DATASET: dataset.name for dataset in register.datasets}
    if len(named) < 2:
        return
    with st.container(key="noprint_datasets"):
        draw_single_choice("nguon", gettext("Dataset"), named, chosen or UNNAMED_DATASET)


def draw_register_cards(scope: RegisterScope) -> None:
    """Draw how many models there are, in how many communes, and what is told of the place."""
    facts = scope.register.facts
    cards = [_fact_card(fact) for fact in facts[:_FACTS]]
    drawn = figure_cards(_models(scope), _coverage(scope.coverage), *cards)
    draw_html(tag("div", drawn, class_="x-facts"), key="register_cards")


def _models(scope: RegisterScope) -> Markup:
    models = scope.register.models.values()
    states = Counter(model.state for model in models)
    lines = (
        f"{format_count(states[state])} {choice_name(state).lower()}"
        for state in ModelState
        if states[state]
    )
    missing = states[None]
    unsaid = [ngettext("{n} without a state", "{n} without a state", missing)] if missing else []
    words = ngettext("model", "models", len(scope.register.models))
    return figure_card(
        gettext("Models"),
        format_count(len(scope.register.models)),
        words,
        ", ".join((*lines, *unsaid)),
    )


def _coverage(covered: Coverage) -> Markup:
    """Return how many communes have a model, a box for each."""
    done, every = len(covered.covered), len(covered.models)
    boxes = tag(
        "span",
        join_markup(_box(place, n) for place, n in covered.models),
        class_="x-boxes",
        aria_hidden="true",
    )
    name = gettext("Communes with a model")
    return figure_card(name, f"{done}/{every}", gettext("communes"), boxes)


def draw_register_places(scope: RegisterScope) -> None:
    """Draw in words where nothing happens yet, and how it stands with places that come first."""
    covered = scope.coverage
    number = dict(covered.models)
    empty = ", ".join(commune_inside_sentence(place) for place in covered.empty)
    first = ", ".join(
        f"{commune_inside_sentence(place)} ({format_count(number.get(place, 0))})"
        for place in covered.priority
    )
    lines = (
        (gettext("No model yet:"), empty),
        (gettext("Priority places, and how many models each has:"), first),
    )
    lists = [tag("p", tag("b", head), " ", names) for head, names in lines if names]
    if lists:
        draw_static_html(tag("section", *lists, class_="x-places"))


def _box(place: Place, n: int) -> Markup:
    return tag(
        "i",
        class_="x-on" if n else "",
        title=f"{commune_inside_sentence(place)}: {format_count(n)}",
    )


def _fact_card(fact: PlaceFact) -> Markup:
    words = value_in_words(fact)
    number = _NUMBER.match(words)
    big, unit = (number[0], words[number.end() :].strip()) if number else (words, "")
    return figure_card(fact.indicator, big, unit, f"{fact.place} · {value_period_words(fact)}")


def draw_result_totals(scope: RegisterScope) -> None:
    """Draw what the results add up to, indicator by indicator, with what is left out."""
    totals = indicator_totals(scope.register)
    facts = scope.register.facts[_FACTS:]
    if not totals and not facts:
        return
    title = tag("h2", gettext("Results"), class_="x-h2")
    note = gettext(
        "Different units, shares (13/13) and averages are never added; “more than” stays a lower "
        "bound in a sum (“at least”)."
    )
    draw_html(
        tag(
            "section",
            title,
            _totals_table(totals) if totals else "",
            _other_facts(facts),
            tag("p", note, class_="x-note"),
        ),
        key="register_totals",
    )


def _totals_table(totals: Iterable[IndicatorTotal]) -> Markup:
    heads = (
        gettext("Indicator"),
        gettext("Total"),
        gettext("Results counted"),
        gettext("Left out"),
    )
    rows = (
        (
            total.indicator,
            tag("b", total_in_words(total)),
            format_count(total.counted),
            format_count(total.left_out) if total.left_out else "–",
        )
        for total in totals
    )
    return html_table(heads, rows, kind="x-totals")


def _other_facts(facts: Iterable[PlaceFact]) -> Markup:
    lines = (
        tag("li", f"{fact.indicator}: ", tag("b", value_in_words(fact)), f" ({fact.place})")
        for fact in facts
    )
    items = join_markup(lines)
    return tag("ul", items, class_="x-list") if items else Markup("")


def draw_unread_cells(scope: RegisterScope) -> None:
    """Draw which cells could not be understood and what else is to be known of the register."""
    unread, notices = scope.whole.unread, scope.whole.notices
    if not unread and not notices:
        return
    n = len(unread) + len(notices)
    title = ngettext("{n} remark on the register", "{n} remarks on the register", n)
    with st.expander(title, key="noprint_unread"):
        items = (*map(_remark, notices), *map(_remark, unread))
        draw_static_html(tag("ul", join_markup(items), class_="x-list"))


def _remark(remark: RegisterNotice | UnreadCell) -> Markup:
    if isinstance(remark, RegisterNotice):
        return tag("li", register_notice_sentence(remark))
    place = gettext(
        "{tab}, row {row}, {column}", tab=remark.tab, row=remark.row, column=remark.column
    )
    return tag(
        "li",
        tag("b", place),
        f": {register_notice_sentence(remark)}",
        f" – “{remark.text}”" if remark.text else "",
    )


def draw_no_models(scope: RegisterScope) -> None:
    """Say that no model is in view, and lead to all where there are any."""
    if not scope.whole.models and not scope.whole.facts:
        draw_nothing_yet(
            gettext("The register holds no model yet."),
            gettext("What is written into its sheet appears here by itself."),
        )
        return
    words = gettext("No model matches these filters.")
    way = page_link(gettext("Show all models"), REGISTER_PAGE, _dataset_alone())
    draw_html(banner_html("∅", Markup("<b>{}</b> {}").format(words, way)), "empty")


def _dataset_alone() -> dict[str, list[str]]:
    return {name: v for name, v in link_query().items() if name in ("nguon", "lang")}

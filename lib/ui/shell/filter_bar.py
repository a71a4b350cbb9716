"""The filters in the sidebar, shared by all pages: each shows the address and writes it."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from lib.analysis.disclosure import MayShow, allow_everything
from lib.survey.model.places import Places, place_title
from lib.survey.model.vietnamese_text import sort_key
from lib.survey.responses import Responses
from lib.survey.selection import Selection
from lib.survey.selection_sentence import hamlet_titles
from lib.ui.pieces.plain_labels import plain_label
from lib.ui.shell.address import clear_filters
from lib.ui.shell.filter_values import show_filter_value, write_filter
from lib.ui.shell.period_filter import draw_period_filter
from lib.ui.shell.survey_view import SurveyView
from lib.ui.shell.value_filters import draw_value_filters, forget_added_filters
from lib.wording import gettext

_ALONE: Mapping[str, Callable[[str], Selection]] = {
    "xa": lambda code: Selection(communes=(code,)),
    "ap": lambda code: Selection(hamlets=(code,)),
    "linh_vuc": lambda code: Selection(sectors=(code,)),
}


@dataclasses.dataclass(frozen=True)
class FilterChoice:
    """One multiple-choice filter: the parameter it writes and what can be chosen."""

    name: str
    label: str
    empty: str  # what no choice means, shown as placeholder
    options: Mapping[str, str]  # code → words
    clears: tuple[str, ...] = ()  # parameters that make no sense once this one changed


def draw_filter_bar(responses: Responses, view: SurveyView, places: Places, may: MayShow) -> None:
    """Draw the filters; one that has only one possible value is not shown.

    What may not be shown by itself is not offered: its name alone can tell of one person.
    """
    draw_period_filter(responses.years, view.selection.period, days=may is allow_everything)
    for choice, chosen in _choices(responses, view, places):
        choice = _allowed(choice, chosen, may, today=view.selection.today)
        if len(choice.options) > 1 or chosen:
            draw_multiple_choice(choice, list(chosen))
    draw_value_filters(responses, view.selection, may)
    if responses.communes_merged:
        draw_boundary_choice(today=view.selection.today)
    st.button(gettext("Clear filters"), on_click=_clear, width="stretch", key="clear_filters")


def _clear() -> None:
    clear_filters()
    forget_added_filters()


def _choices(
    responses: Responses, view: SurveyView, places: Places
) -> list[tuple[FilterChoice, tuple[str, ...]]]:
    chosen = view.selection
    return [
        (_communes(responses, view), chosen.communes),
        (_hamlets(responses, view, places), chosen.hamlets),
        (
            FilterChoice(
                "linh_vuc",
                gettext("Sector of the procedure"),
                gettext("All sectors"),
                _sorted({s.code: s.name for s in responses.sectors}),
            ),
            chosen.sectors,
        ),
        (
            FilterChoice(
                "cau",
                gettext("Question"),
                _all_questions(len(responses.form.rated)),
                {q.id: q.label for q in responses.form.rated},
            ),
            chosen.questions,
        ),
    ]


def _all_questions(n: int) -> str:
    return gettext("All questions") if n < 2 else gettext("All {n} questions", n=n)


def _communes(responses: Responses, view: SurveyView) -> FilterChoice:
    units = responses.today if view.selection.today else responses.communes
    words = {place.code: place_title(place, units) for place in units}
    return FilterChoice(
        "xa", gettext("Commune"), gettext("All communes"), _sorted(words), clears=("ap",)
    )


def _hamlets(responses: Responses, view: SurveyView, places: Places) -> FilterChoice:
    """Offer the hamlets of the chosen communes; of all communes they would be hundreds."""
    chosen = set(view.selection.communes)
    within = {
        unit.code
        for unit in responses.communes
        if chosen & {unit.code, places.today(unit).code} or len(responses.communes) == 1
    }
    offered = {
        hamlet.code
        for hamlet in responses.hamlets
        if not hamlet.commune or hamlet.commune in within or hamlet.code in view.selection.hamlets
    }
    words = hamlet_titles(responses, offered)
    return FilterChoice("ap", gettext("Hamlet"), gettext("All hamlets"), _sorted(words))


def _allowed(
    choice: FilterChoice, chosen: Sequence[str], may: MayShow, *, today: bool
) -> FilterChoice:
    if may is allow_everything or choice.name not in _ALONE:
        return choice
    alone = _ALONE[choice.name]
    options = {
        code: words
        for code, words in choice.options.items()
        if code in chosen or may(dataclasses.replace(alone(code), today=today), None)
    }
    return dataclasses.replace(choice, options=options)


def _sorted(words: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(words.items(), key=lambda item: sort_key(item[1])))


def draw_multiple_choice(choice: FilterChoice, chosen: list[str]) -> None:
    """Draw a multiple choice with what is chosen of it."""
    key = f"filter_{choice.name}"
    show_filter_value(key, chosen, choice.options)
    st.multiselect(
        choice.label,
        list(choice.options),
        format_func=lambda code: choice.options.get(code, code),
        placeholder=choice.empty,
        select_all=False,  # it stands first: typing a name and Enter would choose all that match
        key=key,
        on_change=write_filter,
        args=(choice.name, key, lambda: st.session_state[key], choice.clears),
    )


def draw_single_choice(
    name: str,
    label: str,
    words: Mapping[str, str],
    chosen: str,
    *,
    default: str = "",
    clears: tuple[str, ...] = (),
) -> None:
    """Draw a choice of one out of few; the default is what an address without it means."""
    key = f"filter_{name}"
    show_filter_value(key, chosen, words)
    st.segmented_control(
        label,
        list(words),
        format_func=lambda value: plain_label(words[value]),
        required=True,
        wrap=True,
        key=key,
        on_change=write_filter,
        args=(name, key, lambda: single_choice_values(st.session_state[key], default), clears),
    )


def single_choice_values(chosen: str | None, default: str) -> list[str] | None:
    """Return what the address says for a choice, nothing for the default; None for no edit.

    Nobody can choose nothing here: the browser named a label that had changed meanwhile, since a
    label counts cases.
    """
    if chosen is None:
        return None
    return [] if chosen == default else [chosen]


def draw_boundary_choice(*, today: bool) -> None:
    """Draw the choice between the boundaries of the time and those of today."""
    words = {"xua": gettext("When answered"), "nay": gettext("After the merger")}
    now, label = "nay" if today else "xua", gettext("Communes as named")
    draw_single_choice("dg", label, words, now, clears=("xa", "ap"))

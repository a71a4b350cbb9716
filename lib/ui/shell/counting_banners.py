"""What pages of rates say of how answers count: what is to be confirmed, what counts otherwise."""

import datetime as dt
from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from lib.analysis.counting_changes import CountingChange, counting_changes
from lib.analysis.overview_figures import compute_overview
from lib.analysis.unclassified_answers import unclassified_words
from lib.roles import Role
from lib.survey.history.question_ids_file import keep_told
from lib.survey.model.answer_levels import Answer
from lib.survey.model.survey_form import is_settled
from lib.ui.pieces.banners import banner_html
from lib.ui.pieces.markup import draw_html, draw_static_html, join_markup, page_link, tag
from lib.ui.shell.address import CONFIRMATION_PAGE
from lib.ui.shell.process import the_feed, the_office
from lib.ui.shell.remembering import remember_decision
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import format_day, gettext, ngettext

_TELLING_OF_RATES = ("", "tong_quan", "theo_cau_hoi", "so_sanh", "can_xu_ly", "tac_dong")
_WITHOUT_RANGES = ("so_sanh", "tac_dong")  # their figures have no place for a sentence each
_NAMED = 3  # questions in one sentence


def draw_counting_banners(scope: SurveyScope) -> None:
    """Draw on a page of rates what its reader must know of how answers count."""
    if st.session_state["_page"] in _TELLING_OF_RATES:
        _counts_otherwise(scope)
        draw_confirmation_banner(scope)
    if st.session_state["_page"] in _WITHOUT_RANGES:
        _unclassified(scope)


def untold_changes(scope: SurveyScope) -> tuple[CountingChange, ...]:
    """Return what counts otherwise and no leader has read yet; nothing for others than leaders."""
    if scope.role is not Role.LEADER or not scope.displayed.live or not scope.responses.past:
        return ()
    return counting_changes(scope.responses, the_office().told_at)


def change_day(changes: Sequence[CountingChange]) -> str:
    """Return since when answers count otherwise, the first of them, by the office's calendar."""
    return format_day(the_office().local(min(change.since for change in changes)))


def draw_read_button(upto: dt.datetime) -> None:
    """Draw the button by which a leader says that what came up to this moment need not be told.

    What came afterwards, or stands on another page, was not read with it.
    """
    st.button(gettext("I have read this"), key="counting_read", on_click=_read, args=(upto,))


def _read(upto: dt.datetime) -> None:
    if remember_decision(lambda ids: keep_told(ids, upto)):
        the_feed().stir()


def _unclassified(scope: SurveyScope) -> None:
    """Say between which rates those in view may lie that answers nobody has placed could move."""
    if all(map(is_settled, scope.responses.form.rated)):
        return
    asked = compute_overview(scope.responses, scope.view.selection, scope.may).questions
    lines = (
        (figures.question.whole_label, unclassified_words(figures.rate, n))
        for figures in asked
        if (n := figures.answers[Answer.UNCLASSIFIED])
    )
    items = [tag("li", f"“{label}”: {words}") for label, words in lines if words]
    if items:
        draw_static_html(tag("ul", join_markup(items), class_="x-list", role="status"))


def _counts_otherwise(scope: SurveyScope) -> None:
    changes = untold_changes(scope)
    if not changes:
        return
    words = ngettext(
        "Since {day}, the answers to {n} question are counted differently.",
        "Since {day}, the answers to {n} questions are counted differently.",
        len(changes),
        day=change_day(changes),
    )
    way = page_link(gettext("See what changed"), CONFIRMATION_PAGE, {})
    draw_html(banner_html("i", Markup("{} {}").format(words, way)), key="counting_changed")


def draw_confirmation_banner(scope: SurveyScope) -> None:
    """Draw of which questions no rate can be told yet, and where that is settled; or nothing."""
    asked = scope.responses.form.to_confirm
    if not asked:
        return
    named = ", ".join(f"“{question.whole_label}”" for question in asked[:_NAMED])
    words = ngettext(
        "{n} question is in no rate yet, for it is not known how its answers count: {named}.",
        "{n} questions are in no rate yet, for it is not known how their answers count: {named}.",
        len(asked),
        named=f"{named} …" if len(asked) > _NAMED else named,
    )
    way = page_link(gettext("Confirm"), CONFIRMATION_PAGE, {}) if scope.private else ""
    draw_html(banner_html("?", Markup("{} {}").format(words, way)), key="to_confirm")

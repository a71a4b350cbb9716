"""The line of a page whose responses were altered, with the choice of what was first received."""

import threading
import weakref
from collections.abc import Mapping

import numpy as np
import streamlit as st
from markupsafe import Markup

from lib.survey.responses import Responses
from lib.survey.selection import RowMask
from lib.ui.pieces.glossary import with_term_link
from lib.ui.pieces.markup import draw_html, page_link, tag
from lib.ui.shell.displayed_reading import FIRST_RECEIVED
from lib.ui.shell.process import the_desk
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import gettext, ngettext

_kept: weakref.WeakKeyDictionary[Responses, tuple[object, RowMask, int]] = (
    weakref.WeakKeyDictionary()
)
_lock = threading.Lock()


def draw_altered_line(scope: SurveyScope, query: Mapping[str, list[str]]) -> None:
    """Say quietly what was altered; nothing where nothing was. `query` is the view as it is now."""
    page, displayed = st.session_state["_page"], scope.displayed
    if displayed.original:
        words = gettext("Figures as first received, before anything was altered or removed.")
        ways = tag("b", gettext("as first received")), page_link(gettext("as now"), page, query)
    elif words := _words(scope):
        first = page_link(gettext("as first received"), page, {**query, "ban": [FIRST_RECEIVED]})
        ways = first, tag("b", gettext("as now"))
    else:
        return
    line = Markup("{} {}: {} / {}").format(words, gettext("Shown"), *ways)
    line = with_term_link(line, "ban-goc-khi-nhan")
    draw_html(tag("p", line, class_="x-read", role="status"), key="altered")


def _words(scope: SurveyScope) -> str:
    reading = scope.displayed.reading(scope.role)
    if reading is None or not reading.head.size:
        return ""
    rows, removed = _altered(scope.responses, reading.number)
    edited = int((rows & scope.rows).sum())
    sentences = []
    if edited:
        sentences.append(
            ngettext(
                "{n} response in view was altered after it was received",
                "{n} responses in view were altered after they were received",
                edited,
            )
        )
    if removed:
        sentences.append(
            ngettext(
                "{n} response of the survey was removed",
                "{n} responses of the survey were removed",
                removed,
            )
        )
    return f"{'; '.join(sentences)}." if sentences else ""


def _altered(responses: Responses, number: int) -> tuple[RowMask, int]:
    """Return which responses were altered up to a reading, and how many were removed."""
    desk = the_desk()
    state = number, desk.evidence.erasures
    with _lock:
        kept = _kept.get(responses)
    if kept is None or kept[0] != state:
        alterations = desk.evidence.ledger.alterations(number)
        rows = (
            np.isin(desk.codes(responses), alterations.edited)
            if len(alterations.edited)
            else np.zeros(responses.n, dtype=np.bool_)
        )
        kept = state, rows, len(alterations.removed)
        with _lock:
            _kept[responses] = kept
    return kept[1], kept[2]

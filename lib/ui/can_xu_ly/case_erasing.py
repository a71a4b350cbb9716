"""Deleting for good what was written about a case, where the law asks for it: a leader's deed."""

import streamlit as st

from lib.followup.case_events import Case
from lib.followup.text_retention import event_ids_with_texts
from lib.journal.journal_lines import EventKind
from lib.ui.pieces.banners import draw_warning
from lib.ui.shell.keeping_events import keep_events, new_event
from lib.wording import gettext

_ASKED = "_erasing"  # the case whose texts somebody is about to delete


def draw_erasing(case: Case) -> None:
    """Draw the way to delete all texts of the case; it is asked a second time before it is done."""
    if not event_ids_with_texts(case.events, case.code):
        return
    if st.session_state.get(_ASKED) != case.code:
        st.button(gettext("Delete what was written"), key="erase", on_click=_ask, args=(case.code,))
        return
    draw_warning(
        gettext(
            "Everything written about this case is deleted for good, for everybody; that it was, "
            "when and by whom stays in the history. The response itself lies in the Google Sheet: "
            "delete it there."
        )
    )
    with st.container(horizontal=True, key="noprint_erase"):
        words = gettext("Delete for good")
        st.button(words, key="erase_now", type="primary", on_click=_erase, args=(case,))
        st.button(gettext("Do not delete"), key="erase_not", on_click=_ask, args=("",))


def _ask(code: str) -> None:
    st.session_state[_ASKED] = code


def _erase(case: Case) -> None:
    st.session_state[_ASKED] = ""
    rows = str(len(event_ids_with_texts(case.events, case.code)))
    keep_events([new_event(case.code, EventKind.ERASED, case.last, {"rows": rows})])

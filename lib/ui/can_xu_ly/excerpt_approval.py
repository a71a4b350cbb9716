"""Approving a comment for showing to a room: what staff let the leaders' meeting read of it."""

import streamlit as st

from lib.followup.case_events import EXCERPT_TEXT, Case
from lib.followup.comment_excerpt import excerpt_problem, propose_excerpt
from lib.journal.journal_lines import EventKind
from lib.survey.model.vietnamese_text import clean_text
from lib.ui.pieces.banners import draw_warning
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.shell.keeping_events import keep_events, new_event
from lib.wording import gettext

_TYPED = "approve_excerpt"
_REFUSED = "_approve_refused"  # the case of which something could not be shown, and why


def draw_excerpt_approval(case: Case, comment: str) -> None:
    """Draw what is shown of the comment and the way to change that; nothing where none is."""
    if not comment:
        return
    with st.expander(gettext("Show this comment in the presentation"), key="noprint_approve"):
        if case.excerpt:
            _approved_excerpt(case)
        else:
            _asked(case, comment)


def _approved_excerpt(case: Case) -> None:
    words = gettext("In the presentation is shown:")
    draw_static_html(tag("p", words, class_="x-read") + tag("p", case.excerpt, class_="x-comment"))
    st.button(gettext("Show it no more"), key="withdraw_excerpt", on_click=_withdraw, args=(case,))


def _withdraw(case: Case) -> None:
    keep_events([new_event(case.code, EventKind.WITHDRAWN, case.last)])


def _asked(case: Case, comment: str) -> None:
    about = gettext(
        "Everybody in the room reads it, and whoever has the link. Names are not recognised by "
        "themselves: hide them with “•••”, leave out with “…”, change nothing."
    )
    draw_static_html(tag("p", about, class_="x-read"))
    code, why = st.session_state.pop(_REFUSED, ("", ""))
    if code == case.code:
        draw_warning(why)
    key = f"{_TYPED}_{case.code}"
    st.session_state.setdefault(key, propose_excerpt(comment))
    st.text_area(gettext("What is shown"), key=key, height=90)
    words = gettext("Approve for showing")
    st.button(words, key="approve", on_click=_approve, args=(case, comment, key))


def _approve(case: Case, comment: str, key: str) -> None:
    text = clean_text(st.session_state[key])
    if why := excerpt_problem(comment, text):
        st.session_state[_REFUSED] = (case.code, why)
        return
    keep_events([new_event(case.code, EventKind.APPROVED, case.last, texts={EXCERPT_TEXT: text})])

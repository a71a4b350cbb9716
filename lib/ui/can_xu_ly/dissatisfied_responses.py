"""The dissatisfied responses in view: how many, and one by one for those who may read them."""

import numpy as np
import streamlit as st

from lib.analysis.overview_figures import compute_overview
from lib.errors import JournalError
from lib.followup.case_item import CaseItem
from lib.survey.dissatisfied_answers import (
    ResponsePositions,
    dissatisfied_positions,
    read_dissatisfied,
    response_comment,
)
from lib.survey.model.contact_masks import mask_contacts
from lib.ui.can_xu_ly.case_cards import CaseCard, case_cards
from lib.ui.pieces.banners import draw_totals_only
from lib.ui.pieces.bars import bar_legend, question_bars
from lib.ui.pieces.markup import draw_html, draw_static_html, page_link, tag
from lib.ui.shell.access import may_read_restricted
from lib.ui.shell.address import change_address, current_address, link_query
from lib.ui.shell.process import the_desk
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import format_count, gettext, ngettext

_NEWEST = 5
_SEARCH, _SOUGHT = "search", "_sought"


def draw_comment_search() -> str:
    """Draw the search in comments and return what is sought; it is never in the address."""
    if _SEARCH not in st.session_state:  # Streamlit forgets it while a case is open
        st.session_state[_SEARCH] = sought_words()
    st.text_input(
        gettext("Search in the comments"),
        placeholder=gettext("accents are not needed"),
        key=_SEARCH,
        on_change=_search,
    )
    return sought_words()


def _search() -> None:
    st.session_state[_SOUGHT] = str(st.session_state[_SEARCH] or "").strip()
    if current_address().get("trang"):
        change_address()


def sought_words() -> str:
    """Return what is sought in the comments of this session, "" for nothing."""
    return str(st.session_state.get(_SOUGHT, ""))


def count_with_search(n: int) -> str:
    """Return how many are left; a heading and a file say what was searched for."""
    words = ngettext("{n} dissatisfied response", "{n} dissatisfied responses", n)
    sought = sought_words()
    return gettext("{found} with “{words}”", found=words, words=sought) if sought else words


def draw_dissatisfied_counts(scope: SurveyScope) -> None:
    """Draw how many were dissatisfied with what, for those who may not read single responses."""
    asked = compute_overview(scope.responses, scope.view.selection, scope.may).questions
    most_first = sorted(asked, key=lambda figures: -figures.dissatisfied)
    draw_html(bar_legend(most_first) + question_bars(most_first, link_query()), key="counts")


def draw_newest_comments(scope: SurveyScope, question_number: int) -> None:
    """Draw what the newest who were dissatisfied with one question wrote, and the way to all."""
    question = scope.responses.form.rated[question_number]
    positions = dissatisfied_positions(scope.responses, scope.rows, (question.id,))
    if not len(positions):
        return
    if not scope.private:
        draw_totals_only()
        return
    written = [
        p for p in readable_positions(scope, positions) if response_comment(scope.responses, int(p))
    ]
    if newest := written[:_NEWEST]:
        draw_static_html(
            tag("h2", gettext("What those who were dissatisfied wrote"), class_="x-h2")
        )
        rows = np.array(newest, dtype=np.intp)
        responses = read_dissatisfied(scope.responses, rows, (question.id,))
        masked = (response.saying(mask_contacts(response.comment)) for response in responses)
        draw_static_html(case_cards(CaseCard(CaseItem(response)) for response in masked))
    words = gettext("All {n} dissatisfied responses", n=format_count(len(positions)))
    draw_html(
        tag("p", page_link(words, "can_xu_ly", link_query(cau=[question.id]))), key="all_of_them"
    )


def readable_positions(scope: SurveyScope, positions: ResponsePositions) -> ResponsePositions:
    """Return those that this reader may read: what is held for leaders only they read.

    What a response said once may be what it is held for, whatever it says now.
    """
    if may_read_restricted():
        return positions
    if not scope.displayed.live:
        return positions[:0]
    try:
        cases = the_desk().cases(scope.responses)
    except JournalError:
        return positions[:0]
    readable: ResponsePositions = positions[~np.isin(positions, cases.positions[cases.restricted])]
    return readable

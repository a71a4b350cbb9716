"""What people wrote to a question, the newest first: contacts hidden, some for leaders only."""

import numpy as np
import streamlit as st
from markupsafe import Markup

from lib.survey.answered_column import answered_column
from lib.survey.dissatisfied_answers import newest_first
from lib.survey.model.contact_masks import mask_contacts
from lib.survey.model.denunciation_hints import hints_denunciation
from lib.survey.model.survey_form import Question
from lib.survey.model.vietnamese_text import fold_accents
from lib.ui.can_xu_ly.dissatisfied_responses import readable_positions
from lib.ui.pieces.markup import draw_static_html, join_markup, tag
from lib.ui.shell.access import may_read_restricted
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import format_count, format_day, gettext, ngettext

_NEWEST = 50


def draw_written_answers(scope: SurveyScope, question: Question) -> None:
    """Draw a search and the newest answers in view that hold its words."""
    column = answered_column(scope.responses, question)
    sought = fold_accents(_sought(question))
    readable = [
        bool(text)
        and (may_read_restricted() or not hints_denunciation(text))
        and (not sought or sought in fold_accents(text))
        for text in column.texts
    ]
    wanted = np.array([*readable, False], dtype=np.bool_)[column.codes]
    positions = readable_positions(scope, newest_first(scope.responses, scope.rows & wanted))
    n = len(positions)
    found = ngettext("{n} answer", "{n} answers", n)
    if n > _NEWEST:
        found = gettext("{found}; the newest {n} are shown", found=found, n=format_count(_NEWEST))
    draw_static_html(tag("h2", found, class_="x-h2"))
    items = (
        _answer(scope, int(at), column.texts[int(column.codes[at])]) for at in positions[:_NEWEST]
    )
    draw_static_html(tag("ul", join_markup(items), class_="x-written"))


def readable_words(text: str) -> str:
    """Return words that people wrote themselves as this viewer may read them in a table."""
    if hints_denunciation(text) and not may_read_restricted():
        return gettext("(for leaders only)")
    return mask_contacts(text)


def _sought(question: Question) -> str:
    with st.container(key="noprint_written"):
        typed = st.text_input(
            gettext("Search in the answers"),
            placeholder=gettext("accents are not needed"),
            key=f"written_{question.id}",
        )
    return str(typed or "")


def _answer(scope: SurveyScope, at: int, text: str) -> Markup:
    moment = scope.responses.submitted[at]
    day = "" if np.isnat(moment) else format_day(moment.item().date())
    return tag("li", tag("span", day, class_="x-meta"), " ", mask_contacts(text))

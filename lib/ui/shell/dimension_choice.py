"""The choice of what responses are told apart by: a place, a sector, or any closed question."""

from collections.abc import Mapping

import streamlit as st

from lib.errors import LinkError
from lib.survey.dimensions import dimension_names, find_dimension
from lib.survey.selection import communes_with_codes
from lib.ui.pieces.banners import draw_warning
from lib.ui.shell.address import SPLIT_PARAMETER, current_address, show_filter_value, write_filter
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import gettext

_KEY = "split_by"
_FIXED = ("ky", "xa", "ap", "linh_vuc")  # on one page or another


def offered_dimensions(scope: SurveyScope) -> dict[str, str]:
    """Return the dimensions that tell responses apart, by their names in addresses.

    Whoever sees totals only is not offered answers that overlap: nothing may be shown of those.
    """
    responses, offered = scope.responses, dict[str, str]()
    if len(communes_with_codes(responses, scope.view.selection.today)[0]) > 1:
        offered["xa"] = gettext("Commune")
    if len(responses.sectors) > 1:
        offered["linh_vuc"] = gettext("Sector of the procedure")
    for name, words in dimension_names(responses).items():
        dimension = None if scope.private else find_dimension(responses, name)
        if dimension is None or not dimension.is_several:
            offered[name] = words
    if len(responses.hamlets) > 1:  # so many that nobody begins with them
        offered["ap"] = gettext("Hamlet")
    return offered


def addressed_dimension(offered: Mapping[str, str]) -> str:
    """Return which of these the address names, the first where it names none."""
    asked = (current_address().get(SPLIT_PARAMETER) or [""])[-1].lower()
    return asked if asked in offered else next(iter(offered))


def draw_dimension_choice(scope: SurveyScope, label: str, offered: Mapping[str, str]) -> str:
    """Draw the choice and return what is chosen; a name of nothing is said."""
    asked = (current_address().get(SPLIT_PARAMETER) or [""])[-1]
    chosen = addressed_dimension(offered)
    if asked and asked.lower() not in {*_FIXED, *dimension_names(scope.responses)}:
        draw_warning(str(LinkError(values=f"“{asked[:40]}”")))
    show_filter_value(_KEY, chosen)
    with st.container(key="noprint_split"):
        st.selectbox(
            label,
            list(offered),
            format_func=offered.__getitem__,
            key=_KEY,
            on_change=write_filter,
            args=(SPLIT_PARAMETER, _KEY, lambda: [st.session_state[_KEY]]),
        )
    return chosen

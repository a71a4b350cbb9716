"""The choice of what responses are told apart by: a place, a sector, or any closed question."""

from collections.abc import Mapping

import streamlit as st

from lib.survey.dimensions import dimension_names, dimensions_by_slug, find_dimension
from lib.survey.model.vietnamese_text import link_slug
from lib.survey.responses import Responses
from lib.survey.selection import communes_with_codes
from lib.ui.pieces.banners import draw_unknown_value, draw_warning
from lib.ui.shell.address import SPLIT_PARAMETER, current_address
from lib.ui.shell.filter_values import show_filter_value, write_filter
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.shell.viewer_disclosure import overlapping_withheld
from lib.wording import gettext

SPLIT_BY_PERIOD = "ky"
_KEY = "split_by"
_FIXED = (SPLIT_BY_PERIOD, "xa", "ap", "linh_vuc")  # on one page or another


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
        if scope.private or not _overlaps(responses, name):
            offered[name] = words
    if len(responses.hamlets) > 1:  # so many that nobody begins with them
        offered["ap"] = gettext("Hamlet")
    return offered


def _overlaps(responses: Responses, name: str) -> bool:
    dimension = find_dimension(responses, name)
    return dimension is not None and dimension.is_several


def chosen_dimension(responses: Responses, offered: Mapping[str, str]) -> str:
    """Return which of these the address names, else the first."""
    _, named = _addressed(responses, offered)
    return named if named and named in offered else next(iter(offered))


def _addressed(responses: Responses, offered: Mapping[str, str]) -> tuple[str, str | None]:
    """Return what the address asks for, and the dimension that it names."""
    asked = (current_address().get(SPLIT_PARAMETER) or [""])[-1]
    ways = {link_slug(name): name for name in (*_FIXED, *offered)}
    return asked, (ways | dimensions_by_slug(responses)).get(link_slug(asked))


def draw_dimension_choice(scope: SurveyScope, label: str, offered: Mapping[str, str]) -> str:
    """Draw the choice and return what is chosen, the first where the address names none of these.

    A name that does not exist is said, and one that this viewer may not use. What else is not
    offered was chosen elsewhere: periods on another page, or the very question that is told apart.
    """
    asked, named = _addressed(scope.responses, offered)
    if asked and named is None:
        draw_unknown_value(asked)
    elif named and not scope.private and _overlaps(scope.responses, named):
        draw_warning(overlapping_withheld())
    chosen = chosen_dimension(scope.responses, offered)
    show_filter_value(_KEY, chosen, offered)
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

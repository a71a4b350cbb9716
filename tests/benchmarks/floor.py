"""The floor: the overview's pictures of every filter, captured before and drawn as they are."""

import json
import os
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from lib.ui.pieces.markup import draw_html
from lib.ui.shell.address import current_address
from lib.ui.shell.page_frame import draw_survey_page
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import gettext


@st.cache_resource
def pictures() -> dict[str, Markup]:
    """Return the overview's HTML by period."""
    captured = json.loads(Path(os.environ["BENCHMARK_PICTURES"]).read_text("utf-8"))
    return {period: Markup(html) for period, html in captured.items()}


def draw(_: SurveyScope) -> None:
    """Draw the picture of the period in the address; nothing is counted."""
    period = current_address().get("ky", [""])[-1]
    draw_html(pictures()[period], key="overview")


draw_survey_page(gettext("Overview"), draw)

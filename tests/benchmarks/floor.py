"""The floor: the overview's pictures of every filter, captured before and drawn as they are."""

import json
import os
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from lib.ui import address, frame, markup
from lib.ui.scope import Scope
from lib.wording import gettext


@st.cache_resource
def pictures() -> dict[str, Markup]:
    """Return the overview's HTML by period."""
    captured = json.loads(Path(os.environ["BENCHMARK_PICTURES"]).read_text("utf-8"))
    return {period: Markup(html) for period, html in captured.items()}


def draw(_: Scope) -> None:
    """Draw the picture of the period in the address; nothing is counted."""
    period = address.current().get("ky", [""])[-1]
    markup.draw(pictures()[period], key="overview")


frame.show(gettext("Overview"), draw)

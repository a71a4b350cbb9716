"""The second floor: the same pictures and the same list on Streamlit as it comes."""

import json
import os
from pathlib import Path

import streamlit as st

LOOK = Path(__file__).parents[2] / "lib" / "ui" / "shell" / "look.css"
# the years stand where they stand in our own list, so that the same options are clicked
YEARS = ["", "2026", "2025", "2024", "2023"]


@st.cache_resource
def pictures() -> dict[str, str]:
    """Return the overview's HTML by period."""
    captured: dict[str, str] = json.loads(Path(os.environ["BENCHMARK_PICTURES"]).read_text("utf-8"))
    return captured


st.set_page_config(layout="wide")
st.html(LOOK)
chosen = st.sidebar.selectbox("Năm", YEARS, format_func=lambda year: year or "Tất cả")
with st.container(key="overview"):
    st.html(f'<div class="x-box">{pictures().get(chosen, "")}</div>')

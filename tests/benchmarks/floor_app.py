"""The product's server, with one page more: the overview drawn from constants."""

from pathlib import Path

import streamlit as st

from app import app as product

# everything is the product's own but the script, so that both pages pass through the same
app = st.App(
    Path(__file__).parent / "floor_script.py",
    lifespan=product._user_lifespan,
    routes=product._user_routes,
    middleware=product._user_middleware,
)

"""The product's script with the floor as one page more."""

from pathlib import Path

import streamlit as st

from lib.ui.shell.main import run_page_script

if __name__ == "__main__":
    run_page_script([st.Page(Path(__file__).parent / "floor.py", title="Floor", url_path="floor")])

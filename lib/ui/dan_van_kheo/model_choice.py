"""The choice of the Dân vận khéo model that a case or a measure belongs to."""

from collections.abc import Mapping

import streamlit as st

from lib.survey.model.vietnamese_text import sort_key
from lib.ui.shell.address import REGISTER_PAGE, query_for_page
from lib.ui.shell.process import the_register_feed
from lib.wording import gettext, with_capital


def _model_names() -> Mapping[str, str]:
    """Return the names of all models by their codes, in the order of names."""
    feed = the_register_feed()
    models = feed.snapshot.made.models.values() if feed and feed.snapshot else ()
    names = {model.code: model.name for model in models}
    return dict(sorted(names.items(), key=lambda item: sort_key(item[1])))


def draw_model_choice(key: str) -> None:
    """Draw the choice; nothing where the office has no register and nothing was chosen."""
    names = _model_names()
    chosen = st.session_state.setdefault(key, None)  # none until one is chosen
    options = [*names, *([chosen] if chosen and chosen not in names else [])]
    if options:
        st.selectbox(
            with_capital(gettext("Dân vận khéo model")),
            options,
            format_func=lambda code: names.get(code, code),
            placeholder=gettext("None"),
            key=key,
        )


def model_page_query(code: str) -> dict[str, list[str]]:
    """Return the parameters that lead to a model's own page."""
    return {**query_for_page(REGISTER_PAGE), "mo_hinh": [code]}

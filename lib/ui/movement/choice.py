"""The choice of the Dân vận khéo model that a case or a measure belongs to."""

from collections.abc import Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.survey.text import sort_key
from lib.ui import address
from lib.ui.feed import the_register
from lib.wording import gettext, opening


def named() -> Mapping[str, str]:
    """Return the names of all models by their codes, in the order of names."""
    feed = the_register()
    models = feed.snapshot.made.models.values() if feed and feed.snapshot else ()
    names = {model.code: model.name for model in models}
    return dict(sorted(names.items(), key=lambda item: sort_key(item[1])))


def field(place: DeltaGenerator, key: str) -> None:
    """Draw the choice; nothing where the office has no register and nothing was chosen."""
    names, chosen = named(), st.session_state.setdefault(key, None)  # none until one is chosen
    options = [*names, *([chosen] if chosen and chosen not in names else [])]
    if options:
        place.selectbox(
            opening(gettext("Dân vận khéo model")),
            options,
            format_func=lambda code: names.get(code, code),
            placeholder=gettext("None"),
            key=key,
        )


def query(code: str) -> dict[str, list[str]]:
    """Return the parameters that lead to a model's own page."""
    return {**address.towards(address.REGISTER), "mo_hinh": [code]}

"""The stage: one slide at a time, turned in the browser, so that it goes on without a server.

The address follows the slide; the server reads it when it is asked for something else.
"""

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from lib.ui import address, share
from lib.wording import gettext

HERE = Path(__file__).parent
_stage = st.components.v2.component(
    "stage", html='<div class="p-stage"></div>', js=(HERE / "stage.js").read_text("utf-8"),
    isolate_styles=False,
)  # fmt: skip


def draw(slides: Markup, url: str) -> None:
    """Draw the slides; `url` is what the room's phones are led to."""
    words = {
        "before": gettext("Previous"),
        "next": gettext("Next"),
        "whole": gettext("Full screen"),
        "code": gettext("QR code"),
        "close": gettext("Close"),
    }
    data = {"html": str(slides), "slide": address.SLIDE, "qr": share.qr(url), "url": url}
    _stage(key="stage", data=data | {"words": words})

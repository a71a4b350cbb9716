"""The stage: one slide at a time, turned in the browser, so that it goes on without a server.

The address follows the slide; the server hears of it when somebody wants to note a task.
"""

from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
from markupsafe import Markup

from lib.settings.sign_in_settings import LOOPBACK_HOSTS
from lib.ui.pieces.markup import keep_percent_signs
from lib.ui.shell.address import SLIDE_PARAMETER, current_address
from lib.ui.shell.share import qr_code_svg
from lib.wording import gettext

TASK_FORM_KEY = "note_task"  # the key of what opens the form of a task

_stage = st.components.v2.component(
    "stage",
    html='<div class="p-stage"></div>',
    js=(Path(__file__).parent / "stage.js").read_text("utf-8"),
    isolate_styles=False,
)


def draw_stage(slides: Markup, url: str) -> str:
    """Draw the slides and return the code of the one about which a task is noted, "" the first.

    `url` is what the room's phones are led to.
    """
    data = {
        "html": keep_percent_signs(slides),
        "slide": SLIDE_PARAMETER,
        "task": TASK_FORM_KEY,
        "qr": qr_code_svg(url),
        "url": url,
        "words": _words(url),
    }
    here = (current_address().get(SLIDE_PARAMETER) or [""])[-1]
    stage = _stage(key="stage", data=data, default={"slide": here}, on_slide_change=lambda: None)
    return str(stage.slide or here)


def _words(url: str) -> dict[str, str]:
    local = urlsplit(url).hostname in LOOPBACK_HOSTS
    return {
        "before": gettext("Previous"),
        "next": gettext("Next"),
        "whole": gettext("Full screen"),
        "code": gettext("QR code"),
        "close": gettext("Close"),
        "local": gettext("This link opens on this machine only.") if local else "",
    }

"""The page on which whoever runs the app sets it up: where the answers lie, and what is shown."""

from collections.abc import Callable

import streamlit as st

from lib.errors import SurveyError
from lib.ui.bat_dau.backup_section import draw_backup_section, draw_restoring
from lib.ui.bat_dau.dropped_file import draw_dropped_file
from lib.ui.bat_dau.message_section import draw_message_section
from lib.ui.bat_dau.office_names import draw_office_names
from lib.ui.bat_dau.pasted_sheet import draw_pasted_sheet
from lib.ui.bat_dau.setup_outcome import draw_setup_outcome
from lib.ui.bat_dau.sharing_section import draw_sharing_section
from lib.ui.bat_dau.source_now import draw_source_now, source_set_elsewhere
from lib.ui.pieces.banners import draw_error, draw_nothing_yet
from lib.ui.pieces.markup import draw_html, draw_static_html, page_link, tag
from lib.ui.shell.access import may_set_up
from lib.ui.shell.address import link_query
from lib.ui.shell.page_frame import draw_heading
from lib.ui.shell.process import the_office, the_settings
from lib.wording import gettext

_WAY = "setup_way"


def draw_setup_page() -> None:
    """Draw it for whoever may set up, one sentence for everybody else."""
    draw_heading(gettext("Get started"), gettext("Survey"))
    with st.container():  # a place of its own: what comes below stays as it was folded
        draw_setup_outcome()  # also to whoever may not any more, since the first PIN was given
    try:
        the_settings()  # what is wrong in them is said first
        if may_set_up():
            _draw()
        else:
            _refuse()
    except SurveyError as error:
        draw_error(str(error))


def _refuse() -> None:
    draw_nothing_yet(
        gettext("This page is for whoever sets the app up."),
        gettext(
            "This page opens on the machine that runs the app; where people sign in, for a leader "
            "who is signed in."
        ),
    )


def _draw() -> None:
    if the_office().sample:
        _welcome()
    with st.container():
        draw_source_now()
    if elsewhere := source_set_elsewhere():
        draw_nothing_yet(
            gettext("Where the answers lie is set outside this page."),
            gettext(
                "The environment sets {names}, which counts before what is saved here. Whoever "
                "started the app can take that back.",
                names=", ".join(elsewhere),
            ),
        )
        return
    if the_office().sample:
        draw_static_html(tag("h2", gettext("Where do people’s answers lie?"), class_="x-h2"))
        _source()
        draw_restoring()
        return
    for title, draw in _sections().items():
        with st.expander(title):
            draw()


def _sections() -> dict[str, Callable[[], None]]:
    """Return what an office sets up that shows its own answers."""
    return {
        gettext("Answers: a newer file, or another source"): _source,
        gettext("Names"): draw_office_names,
        gettext("For others"): draw_sharing_section,
        gettext("Messages"): draw_message_section,
        gettext("Copies"): draw_backup_section,
    }


def _welcome() -> None:
    words = gettext(
        "See your own survey here in a few minutes: give the answers of your Google Form, look at "
        "how they were understood, and save. Nothing is changed before you save, and nobody else "
        "sees what you try."
    )
    way = page_link(gettext("Look at the sample data"), "", link_query())
    draw_html(tag("p", words) + tag("p", way), key="setup_welcome")


def _source() -> None:
    """Draw the two ways in, the one that is used first."""
    ways = {
        "file": gettext("In a file that I downloaded"),
        "sheet": gettext("In a Google Sheet"),
    }
    way = st.segmented_control(
        gettext("Where do people’s answers lie?"),
        list(ways),
        format_func=ways.__getitem__,
        default="sheet" if the_settings().sheets else "file",
        key=_WAY,
        label_visibility="collapsed",
    )
    if way == "sheet":
        draw_pasted_sheet()
    elif way == "file":
        draw_dropped_file()

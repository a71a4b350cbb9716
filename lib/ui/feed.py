"""The one feed of this process, and the office whose survey it reads."""

import os
from pathlib import Path

import streamlit as st

from lib import settings
from lib.office import Office
from lib.sources.feed import Feed
from lib.survey.responses import Responses


@st.cache_resource(show_spinner=False)
def office() -> Office:
    """Return the configured survey; raises SettingError, and asks again at the next call."""
    folder = Path.cwd() / ".streamlit"
    return Office.open(settings.read(os.environ, folder), folder)


@st.cache_resource(show_spinner=False, on_release=lambda feed: feed.stop())
def the_feed() -> Feed[Responses]:
    """Return the running feed, started by the server or by the first viewer."""
    feed = office().feed()
    feed.start()
    return feed

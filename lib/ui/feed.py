"""What this process has one of: settings, sign-ins, the office, its survey's feed and steps."""

import os
from pathlib import Path

import streamlit as st

from lib import settings
from lib.movement.records import Register
from lib.office import Office
from lib.roles import Role
from lib.server.sessions import Sessions
from lib.settings import Settings
from lib.sources.feed import Feed
from lib.sources.steps import Steps
from lib.survey.responses import Responses


@st.cache_resource(show_spinner=False)
def configured() -> Settings:
    """Return the settings; raises SettingError, and asks again at the next call."""
    return settings.read(os.environ, Path.cwd() / ".streamlit")


@st.cache_resource(show_spinner=False)
def the_sessions() -> Sessions:
    """Return the sign-ins of this process; raises SettingError."""
    return Sessions(configured().sign_in)


@st.cache_resource(show_spinner=False)
def office() -> Office:
    """Return the configured survey; raises SettingError."""
    folder = Path.cwd() / ".streamlit"
    return Office.open(configured(), folder)


@st.cache_resource(show_spinner=False, on_release=lambda feed: feed.stop())
def the_feed() -> Feed[Responses]:
    """Return the running feed, started by the server or by the first viewer."""
    feed = office().feed()
    feed.start()
    return feed


@st.cache_resource(show_spinner=False, on_release=lambda feed: feed and feed.stop())
def the_register() -> Feed[Register] | None:
    """Return the running feed of the Dân vận khéo register, None where the office has none."""
    feed = office().register_feed()
    if feed:
        feed.start()
    return feed


@st.cache_resource(show_spinner=False)
def the_steps() -> Steps[Responses]:
    """Return what viewers see of the feed."""
    return office().steps(the_feed(), configured().k)


def reading(role: Role) -> Feed[Responses] | Steps[Responses]:
    """Return where somebody of this role finds the newest snapshot and its number."""
    return the_steps() if role is Role.VIEWER else the_feed()

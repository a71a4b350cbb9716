"""What this process has one of: settings, sign-ins, the office, its survey's feed and steps."""

import os
from pathlib import Path

import streamlit as st

from lib.movement.register_records import Register
from lib.office import Office
from lib.roles import Role
from lib.server.sessions import SignInSessions
from lib.settings import Settings, read_settings
from lib.sources.source_feed import Feed
from lib.sources.viewer_feed import ViewerFeed
from lib.survey.responses import Responses


@st.cache_resource(show_spinner=False)
def the_settings() -> Settings:
    """Return the settings; raises SettingError, and asks again at the next call."""
    return read_settings(os.environ, Path.cwd() / ".streamlit")


@st.cache_resource(show_spinner=False)
def the_sessions() -> SignInSessions:
    """Return the sign-ins of this process; raises SettingError."""
    return SignInSessions(the_settings().sign_in)


@st.cache_resource(show_spinner=False)
def the_office() -> Office:
    """Return the configured survey; raises SettingError."""
    folder = Path.cwd() / ".streamlit"
    return Office.open(the_settings(), folder)


@st.cache_resource(show_spinner=False, on_release=lambda feed: feed.stop())
def the_feed() -> Feed[Responses]:
    """Return the running feed, started by the server or by the first viewer."""
    feed = the_office().feed()
    feed.start()
    return feed


@st.cache_resource(show_spinner=False, on_release=lambda feed: feed and feed.stop())
def the_register_feed() -> Feed[Register] | None:
    """Return the running feed of the Dân vận khéo register, None where the office has none."""
    feed = the_office().register_feed()
    if feed:
        feed.start()
    return feed


@st.cache_resource(show_spinner=False)
def the_viewer_feed() -> ViewerFeed[Responses]:
    """Return what viewers see of the feed."""
    return the_office().steps(the_feed(), the_settings().k)


def feed_for_role(role: Role) -> Feed[Responses] | ViewerFeed[Responses]:
    """Return where somebody of this role finds the newest snapshot and its number."""
    return the_viewer_feed() if role is Role.VIEWER else the_feed()

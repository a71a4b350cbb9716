"""Whom the app tells of new and overdue cases; an address that is set is never shown again."""

import dataclasses

import streamlit as st

from lib.errors import SurveyError
from lib.notify.apprise_channel import open_channels
from lib.ui.bat_dau.saved_settings import save_settings
from lib.ui.bat_dau.setup_outcome import note_setup_outcome
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.shell.process import the_settings
from lib.wording import gettext, ngettext

_URL, _ADDRESS = "setup_message_url", "setup_message_address"


def draw_message_section() -> None:
    """Draw it for an office that shows its own answers."""
    rules = the_settings().notify
    n = len(rules.urls)
    now = (
        ngettext("{n} address is told.", "{n} addresses are told.", n)
        if n
        else gettext("Nobody is told.")
    )
    words = gettext(
        "The app can tell of new and overdue cases by e-mail, Zalo or Telegram, by addresses as "
        "the guide page on messages has them; no message holds what a respondent wrote."
    )
    draw_static_html(tag("p", words, " ", tag("b", now)))
    with st.form("setup_messages", border=False):
        st.text_input(
            gettext("Address to add (it holds a password and is not shown again)"),
            key=_URL,
            type="password",
            placeholder="mailtos://…",
        )
        st.text_input(
            gettext("Where the app is opened, for the link in the message"),
            rules.address,
            key=_ADDRESS,
        )
        with st.container(horizontal=True):
            st.form_submit_button(gettext("Send a test"), on_click=_try)
            st.form_submit_button(gettext("Save"), type="primary", on_click=_save)
    if n:
        st.button(gettext("Tell nobody any more"), key="setup_message_none", on_click=_none)


def _typed() -> tuple[str, ...]:
    url = st.session_state[_URL].strip()
    return (url,) if url else ()


def _try() -> None:
    """Send a message to the address that was typed, or to those that are set."""
    rules = the_settings().notify
    asked = dataclasses.replace(rules, urls=_typed() or rules.urls)
    title, body = gettext("A test"), gettext("The survey explorer can reach you.")
    try:
        sent = [channel.send(title, body) for channel in open_channels(asked)]
    except SurveyError as error:
        note_setup_outcome(error.with_traceback(None))
        return
    if not sent:
        note_setup_outcome(gettext("Give an address first."))
    elif all(sent):
        note_setup_outcome(gettext("The test was accepted: look whether it arrived."))
    else:
        note_setup_outcome(
            gettext("The test was not accepted: look at the address and its password.")
        )


def _save() -> None:
    rules = the_settings().notify  # of now: somebody else may have added one meanwhile
    urls, address = (*rules.urls, *_typed()), st.session_state[_ADDRESS].strip()
    try:
        open_channels(dataclasses.replace(rules, urls=urls))
        save_settings(lambda file: file.with_messages(urls, address))
    except SurveyError as error:
        note_setup_outcome(error.with_traceback(None))
        return
    note_setup_outcome(gettext("Saved."))


def _none() -> None:
    address = the_settings().notify.address
    try:
        save_settings(lambda file: file.with_messages((), address))
    except SurveyError as error:
        note_setup_outcome(error.with_traceback(None))
        return
    note_setup_outcome(gettext("Saved."))

"""Who is looking: signing in and out, and in the sample the role one tries."""

from typing import Literal

import streamlit as st
from markupsafe import Markup

from lib.roles import ROLE_WORDS, Role
from lib.ui.pieces.markup import tag
from lib.ui.shell.access import (
    CHOSEN_ROLE_KEY,
    SignInState,
    granted_role,
    sign_in_state,
    viewer_mail,
)
from lib.ui.shell.process import the_office, the_sessions
from lib.wording import gettext, ngettext


def draw_sign_in() -> None:
    """Draw at the foot of the sidebar who is looking; nothing where nobody signs in."""
    with st.container(key="visitor"):
        if the_office().sample:
            _try_a_role()
        sign = sign_in_state()
        if sign is SignInState.IN:
            _signed_in()
        elif sign is not SignInState.UNKNOWN:
            if sign is SignInState.ENDED:
                _say(why_totals_only())
            _buttons("sidebar", "secondary")


def why_totals_only() -> str:
    """Return the sentence that says why this viewer sees totals only."""
    rules, sign = the_sessions().rules, sign_in_state()
    if the_office().sample:
        return gettext("Only totals are shown here, as a viewer sees them.")
    if rules is None:
        return gettext(
            "Only totals are shown here. Single responses can be read on the machine that runs "
            "the app, until there is sign-in."
        )
    if sign is SignInState.ENDED:
        return ngettext(
            "Your sign-in has ended: after {n} hour, or because you signed out. Sign in again.",
            "Your sign-in has ended: after {n} hours, or because you signed out. Sign in again.",
            rules.hours,
        )
    if sign is SignInState.OUT:
        return gettext("Only totals are shown here. Staff sign in to read single responses.")
    if not viewer_mail():
        return gettext(
            "Only totals are shown here: the account you signed in with has no verified e-mail."
        )
    return gettext(
        "Only totals are shown here: {mail} is not on the list of staff. Whoever runs the app "
        "can add it.",
        mail=viewer_mail(),
    )


def offer_sign_in() -> None:
    """Draw the way to sign in, where that would show more."""
    if sign_in_state() in (SignInState.OUT, SignInState.ENDED) and not the_office().sample:
        with st.container(key="noprint_sign_in", horizontal=True):
            _buttons("page", "primary")


def _buttons(place: str, kind: Literal["primary", "secondary"]) -> None:
    """Draw a button for each provider; `place` tells it from the same elsewhere on the page."""
    width: Literal["stretch", "content"] = "stretch" if place == "sidebar" else "content"
    rules = the_sessions().rules
    for provider in (rules and rules.providers) or (None,):
        name = provider and provider.capitalize()
        words = gettext("Sign in with {name}", name=name) if name else gettext("Sign in")
        key = f"sign_in_{place}_{provider}"
        st.button(words, key=key, on_click=st.login, args=(provider,), type=kind, width=width)


def _signed_in() -> None:
    role = gettext(ROLE_WORDS[granted_role()])
    if mail := viewer_mail():
        _say(Markup("{} · {}").format(tag("b", mail), role))
    if granted_role() is Role.VIEWER:
        _say(why_totals_only())
    st.button(gettext("Sign out"), key="sign_out", on_click=st.logout, width="stretch")


def _try_a_role() -> None:
    _say(tag("span", gettext("Sample data"), class_="x-sample"))
    words = {role: gettext(ROLE_WORDS[role]) for role in reversed(Role)}
    st.session_state.setdefault(CHOSEN_ROLE_KEY, Role.LEADER)
    st.selectbox(
        gettext("Try it as"), list(words), format_func=words.__getitem__, key=CHOSEN_ROLE_KEY
    )


def _say(words: object) -> None:
    st.html(tag("p", words, class_="x-read"))

"""For others: where the app opens, who signs in with a name and a PIN, how few may be told of."""

import dataclasses
import ipaddress
import socket

import streamlit as st
from markupsafe import Markup

from lib.errors import SurveyError
from lib.roles import ROLE_WORDS, Role
from lib.server.given_pins import check_pin, give_pin, pin_taker
from lib.server.name_pins import NamePins
from lib.server.request_origin import is_private_address
from lib.settings import LEAST_GROUP, SignInRules
from lib.settings.sign_in_settings import LOOPBACK_HOSTS
from lib.ui.bat_dau.saved_settings import save_settings
from lib.ui.bat_dau.setup_outcome import note_setup_outcome
from lib.ui.pieces.banners import draw_error
from lib.ui.pieces.markup import draw_static_html, join_markup, tag
from lib.ui.shell.process import the_sessions, the_settings
from lib.ui.shell.share import qr_code_svg
from lib.wording import gettext, mark

_NAME, _ROLE, _PIN, _AGAIN = "setup_name", "setup_role", "setup_pin", "setup_pin_again"
_K = "setup_k"
_MOST_K = 100
_ROLES = {Role.LEADER: "leader", Role.STAFF: "staff"}


class OtherRoleError(SurveyError):
    """A listed name was given a PIN with another role: the last leader could lose his so."""

    code = "other_role"
    message = mark(
        "{name} is listed with another role already, and a new PIN changes no role. Choose that "
        "role here; roles are changed in [roles] of the settings file. Nothing was changed."
    )


def draw_sharing_section() -> None:
    """Draw it for an office that shows its own answers."""
    _where()
    _names()
    _few()


def _where() -> None:
    """Say from where the app opens, and what changes that."""
    address, port = st.get_option("server.address"), st.get_option("server.port")
    one = gettext("One machine runs the app; all others open its address in a browser.")
    if address in LOOPBACK_HOSTS:
        words = gettext(
            "Now it opens on this machine alone. For the office’s network, start it with "
            "--server.address 0.0.0.0 (a restart is needed), then come back here for the address."
        )
        draw_static_html(tag("p", one, " ", words))
        return
    draw_static_html(tag("p", one, " ", gettext("In the office’s network it opens at:")))
    for own in _own_addresses():
        url = f"http://{own}:{port}/"
        with st.container(horizontal=True, vertical_alignment="center"):
            st.image(qr_code_svg(url), width=120)
            st.code(url, language=None)
    told = gettext(
        "Try it with a phone in the same network. Whoever opens it sees totals only, until he "
        "signs in."
    )
    draw_static_html(tag("p", told))


def _own_addresses() -> list[str]:
    """Return this machine's addresses in a private network."""
    try:
        found = {str(each[4][0]) for each in socket.getaddrinfo(socket.gethostname(), None)}
    except OSError:
        return []
    plain = {each.partition("%")[0] for each in found if is_private_address(each)}
    return sorted(each for each in plain if not ipaddress.ip_address(each).is_loopback)


def _names() -> None:
    rules, pins = the_settings().sign_in, NamePins(the_settings().data_dir)
    if pins.trouble:
        draw_error(str(pins.trouble))
        return
    words = gettext(
        "Names with a PIN let the chairman and staff work from their own machines and phones. As "
        "soon as one has a PIN, whoever wants to see more than totals signs in, also here. A "
        "leader comes first."
    )
    draw_static_html(tag("p", words) + _listed(rules, pins))
    with st.form("setup_names_pins", border=True, clear_on_submit=True):
        st.text_input(gettext("Name"), key=_NAME)
        st.selectbox(
            gettext("Role"), list(_ROLES), format_func=lambda r: gettext(ROLE_WORDS[r]), key=_ROLE
        )
        st.text_input(gettext("PIN, 6 digits or more"), key=_PIN, type="password")
        st.text_input(gettext("The same PIN again"), key=_AGAIN, type="password")
        st.form_submit_button(gettext("Give the PIN"), on_click=_give)


def _listed(rules: SignInRules | None, pins: NamePins) -> Markup:
    if rules is None:
        return Markup("")
    lines = (tag("li", _listed_name(rules, pins, name)) for name in sorted(rules.names))
    return tag("ul", join_markup(lines), class_="x-list")


def _listed_name(rules: SignInRules, pins: NamePins, name: str) -> str:
    role = gettext(ROLE_WORDS[Role.LEADER if name in rules.leader else Role.STAFF])
    told = (name, role) if pins.has_pin(name) else (name, role, gettext("no PIN yet"))
    return " – ".join(told)


def _give() -> None:
    """List the name and keep its PIN; nothing is written where one of both may not be."""
    state = st.session_state
    typed, role = " ".join(state[_NAME].split()), _ROLES[state[_ROLE]]
    try:
        rules = the_settings().sign_in or SignInRules(by_provider=False)
        pins = NamePins(the_settings().data_dir)
        listed = rules.listed_name(typed)
        if listed is None:
            rules = _with_name(rules, typed, role)
        elif listed not in getattr(rules, role):
            raise OtherRoleError(name=listed)
        name = pin_taker(rules, pins, typed)
        check_pin(name, state[_PIN], state[_AGAIN])
        save_settings(lambda file: file.with_person(name, role))
        told = give_pin(NamePins(the_settings().data_dir), name, state[_PIN])
        the_sessions().look()
    except SurveyError as error:
        note_setup_outcome(error.with_traceback(None))
        return
    note_setup_outcome(told)


def _with_name(rules: SignInRules, name: str, role: str) -> SignInRules:
    return dataclasses.replace(rules, **{role: getattr(rules, role) | {name}})


def _few() -> None:
    words = gettext(
        "Behind every figure that a viewer sees stand so many responses at least. More protects "
        "people better, and shows less of small communes and hamlets."
    )
    draw_static_html(tag("p", words))
    with st.form("setup_least", border=True):
        st.number_input(
            gettext("Responses behind a viewer’s figure"),
            min_value=LEAST_GROUP,
            max_value=max(_MOST_K, the_settings().k),
            value=the_settings().k,
            key=_K,
        )
        st.form_submit_button(gettext("Save"), on_click=_save_k)


def _save_k() -> None:
    try:
        save_settings(lambda file: file.with_least_group(int(st.session_state[_K])))
    except SurveyError as error:
        note_setup_outcome(error.with_traceback(None))
        return
    note_setup_outcome(gettext("Saved."))

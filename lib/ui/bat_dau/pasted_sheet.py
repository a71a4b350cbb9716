"""A Google Sheet: the key, whom to share with, the Sheet's address, and each step checked."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from lib.errors import FormError, SourceError, SurveyError
from lib.server.request_origin import Distance, request_distance
from lib.settings import SheetEntry
from lib.setup.account_key import account_key
from lib.setup.pasted_address import NotASheetAddressError
from lib.setup.sheet_check import FoundSheet, find_sheet, try_sheet
from lib.setup.tried_survey import TriedSurvey
from lib.sources.form_sheet import AnswerTab
from lib.survey.selection_sentence import n_responses
from lib.ui.bat_dau.saved_settings import as_in_this_office, save_settings
from lib.ui.bat_dau.setup_outcome import note_saved_source, note_setup_outcome
from lib.ui.bat_dau.tried_survey_view import draw_tried_survey
from lib.ui.pieces.banners import draw_error
from lib.ui.pieces.markup import draw_static_html, join_markup, tag
from lib.ui.shell.process import the_office, the_settings
from lib.wording import gettext

_KEY, _FOUND, _TRIED, _ROUND = "_setup_key", "_setup_found", "_setup_sheet", "_setup_key_round"
_ADDRESS, _TAB = "setup_address", "setup_tab"
_Account = Mapping[str, Any]


def draw_pasted_sheet() -> None:
    """Draw the steps as far as the ones before them are done."""
    dropped: _Account | None = st.session_state.get(_KEY)
    account = dropped or the_settings().account
    if account is None:
        _ask_key()
        return
    done = gettext("1. The app has the key of {account}.", account=account["client_email"])
    draw_static_html(tag("p", "✓ ", done))
    _sharing(str(account["client_email"]))
    st.text_input(
        gettext("Address of the Sheet, copied from the browser"),
        key=_ADDRESS,
        placeholder="https://docs.google.com/spreadsheets/d/…/edit?gid=…",
    )
    st.button(gettext("Check"), key="setup_check", on_click=_look, args=(account,))
    found = st.session_state.get(_FOUND)
    if isinstance(found, SurveyError):
        _refused(found)
    elif found is not None:
        _found(found, account)


def _ask_key() -> None:
    """Draw where to drop the key."""
    if not _is_private_line():
        draw_error(
            gettext(
                "A key is dropped at the machine that runs the app, or over https: on this line "
                "others could read it on its way."
            )
        )
        return
    _without_key()
    file = st.file_uploader(
        gettext("1. Key file of the service account (JSON)"),
        type=["json"],
        key=f"setup_key_{st.session_state.get(_ROUND, 0)}",
    )
    if file is None:
        return
    try:
        st.session_state[_KEY] = account_key(file.getvalue(), the_settings().emulator)
    except SurveyError as error:
        draw_error(str(error))
        return
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.rerun()  # without the uploader, so that the file does not stay in memory


def _is_private_line() -> bool:
    here = request_distance(st.context.ip_address, st.context.headers) is Distance.HERE
    return here or str(st.context.url).startswith("https://")


def _without_key() -> None:
    words = gettext(
        "The app reads the Sheet by an account of its own, which may only look. Its key is made "
        "once in Google’s console (15 minutes): the help page “Nối với biểu mẫu thật” leads "
        "through it. Who cannot make one: download the answers and drop the file, which needs no "
        "key; or ask a colleague, since one key serves all communes of a province."
    )
    draw_static_html(tag("p", words))


def _sharing(email: str) -> None:
    words = gettext(
        "2. Open the Sheet, press Share, paste this address, choose Viewer, and press Send:"
    )
    draw_static_html(tag("p", words))
    st.code(email, language=None)
    draw_static_html(tag("p", gettext("3. Paste the address of the Sheet.")))


def _look(account: _Account) -> None:
    st.session_state.pop(_TRIED, None)
    st.session_state.pop(_TAB, None)
    try:
        pasted = st.session_state[_ADDRESS]
        st.session_state[_FOUND] = find_sheet(pasted, account, the_settings().emulator)
    except SurveyError as error:
        st.session_state[_FOUND] = error.with_traceback(None)


def _refused(error: SurveyError) -> None:
    """Say which step failed; what comes before it is done."""
    is_address = isinstance(error, NotASheetAddressError)
    _steps([] if is_address else [gettext("Address")])
    draw_error(str(error))


def _found(found: FoundSheet, account: _Account) -> None:
    tabs, proposed = list(found.tabs), found.proposed
    done = [gettext("Address"), gettext("Allowed to read: {title}", title=found.title)]
    tab: AnswerTab | None = tabs[0] if len(tabs) == 1 else None
    if tab is None:
        tab = st.selectbox(
            gettext("Which tab holds the answers?"),
            tabs,
            format_func=lambda each: each.title,
            index=tabs.index(proposed) if proposed else 0,
            key=_TAB,
        )
    entry = found.entry(tab)
    tried = _tried(entry.url, found, tab, account)
    done.append(gettext("Tab: {title}", title=tab.title))
    if isinstance(tried, SurveyError):
        _steps(done)
        draw_error(str(tried))
        return
    n = n_responses(tried.responses.n)
    _steps([*done, gettext("Time column found"), n])
    draw_tried_survey(tried, _describe, lambda: _keep(entry, tried))


def _keep(entry: SheetEntry, tried: TriedSurvey) -> None:
    """Draw the ways to keep the Sheet: in the place of what is shown, or beside other Sheets."""
    others = _others(entry)
    with st.container(horizontal=True):
        if others:
            st.button(
                gettext("Add to the Sheets that are shown"),
                type="primary",
                key="setup_add_sheet",
                on_click=_use,
                args=(entry, tried),
                kwargs={"beside": True},
            )
        st.button(
            gettext("Use as the source"),
            type="secondary" if others else "primary",
            key="setup_use_sheet",
            on_click=_use,
            args=(entry, tried),
            kwargs={"beside": False},
        )


def _tried(
    url: str, found: FoundSheet, tab: AnswerTab, account: _Account
) -> TriedSurvey | SurveyError:
    known, tried = st.session_state.get(_TRIED) or ("", None)
    if known != url or tried is None:
        office = the_office()
        with st.spinner(gettext("Reading the answers…")):
            try:
                read = try_sheet(
                    found.entry(tab),
                    account,
                    the_settings().emulator,
                    office.places,
                    office.clock.today(),
                )
                tried = as_in_this_office(read)
            except (SourceError, FormError) as error:
                tried = error.with_traceback(None)
        st.session_state[_TRIED] = url, tried
    made: TriedSurvey | SurveyError = tried
    return made


def _describe(text: str) -> None:
    url, tried = st.session_state[_TRIED]
    st.session_state[_TRIED] = url, tried.describing(text)


def _steps(done: list[str]) -> None:
    ticks = (tag("span", f"✓ {each}") for each in done)
    if done:
        draw_static_html(tag("p", join_markup(ticks, " · ")))


def _others(entry: SheetEntry) -> list[SheetEntry]:
    return [each for each in the_settings().sheets if each.url != entry.url]


def _use(entry: SheetEntry, tried: TriedSurvey, *, beside: bool) -> None:
    """Write the settings and show the Sheet, beside others or alone; say why where that fails."""
    sheets = [*_others(entry), entry] if beside else [entry]
    key: _Account | None = st.session_state.get(_KEY)
    try:
        save_settings(lambda file: file.with_sheets(sheets, key))
        described = not tried.text or the_office().describe(tried.text)
    except SurveyError as error:
        note_setup_outcome(error.with_traceback(None))
        return
    for name in (_KEY, _FOUND, _TRIED):
        st.session_state.pop(name, None)
    note_saved_source(tried.title, described=described)

"""Where everything is copied each night, how old the newest copy is, and putting one back."""

import tempfile
from pathlib import Path

import streamlit as st

from lib.errors import SurveyError
from lib.office_clock import OfficeClock, utc_now
from lib.setup.office_backup import OfficeFolders, restore_backup
from lib.ui.bat_dau.saved_settings import save_settings
from lib.ui.bat_dau.setup_outcome import note_setup_outcome
from lib.ui.pieces.banners import draw_error, draw_warning
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.shell.process import own_folder, the_backup, the_process, the_settings
from lib.wording import format_day, gettext

_LARGEST_MB = 500  # of a copy, which holds all that there is
_FOLDER, _DROPPED, _ROUND = "setup_backup", "setup_restore", "_setup_restore_round"


def draw_backup_section() -> None:
    """Draw it for an office that shows its own answers."""
    words = gettext(
        "Each night everything is copied into one file: answers, cases, log of verification, "
        "settings. Fourteen copies are kept. The folder holds the key, the PINs’ hashes and all "
        "answers, and for fourteen nights also what was erased: keep it where only you can read, "
        "best on another disk."
    )
    draw_static_html(tag("p", words))
    _state()
    st.text_input(
        gettext("Folder for the copies (empty: nothing is copied)"),
        the_settings().backup.folder,
        key=_FOLDER,
        placeholder="E:/sao-luu-khao-sat",
    )
    st.button(gettext("Save and copy now"), key="setup_backup_save", on_click=_save)


def _state() -> None:
    backup = the_backup()
    if backup is None:
        return
    if backup.trouble:
        draw_error(str(backup.trouble))
    newest = backup.newest
    if newest is None:
        draw_warning(gettext("There is no copy yet."))
    elif backup.is_late:
        draw_error(
            gettext("The newest copy is of {day}: copies are not made.", day=format_day(newest))
        )
    else:
        words = gettext("The newest copy is of {day}.", day=format_day(newest))
        draw_static_html(tag("p", words))


def _save() -> None:
    text = st.session_state[_FOLDER].strip()
    folder = Path(text).expanduser() if text else None
    if folder is not None and not folder.is_absolute():
        note_setup_outcome(gettext("Give the whole name of the folder, with the disk."))
        return
    try:
        save_settings(lambda file: file.with_backup(folder))
    except SurveyError as error:
        note_setup_outcome(error.with_traceback(None))
        return
    backup = the_backup()
    if backup is None:
        note_setup_outcome(gettext("Nothing is copied any more."))
        return
    backup.copy()
    note_setup_outcome(backup.trouble or gettext("Saved, and everything was copied."))


def draw_restoring() -> None:
    """Draw, over the sample, where a copy of another machine is dropped."""
    with st.expander(gettext("Put back a copy of another machine")):
        words = gettext(
            "Drop the newest file “sao-luu-….zip” of the folder with the copies. What lies here "
            "now is kept beside."
        )
        draw_static_html(tag("p", words))
        dropped = st.file_uploader(
            gettext("Copy (zip)"),
            type=["zip"],
            max_upload_size=_LARGEST_MB,
            key=f"{_DROPPED}_{st.session_state.get(_ROUND, 0)}",
        )
        if dropped is not None:
            st.button(
                gettext("Put it back"),
                type="primary",
                key="setup_restore_go",
                on_click=_restore,
                args=(dropped.name, dropped.getvalue()),
            )


def _restore(name: str, data: bytes) -> None:
    office = OfficeFolders(the_settings().data_dir, own_folder())
    the_process.exchange()  # nothing of what is put away may be open
    try:
        with tempfile.TemporaryDirectory() as beside:
            file = Path(beside) / (Path(name.replace("\\", "/")).name or "sao-luu.zip")
            file.write_bytes(data)
            restore_backup(file, office, OfficeClock.local(utc_now()))
    except SurveyError as error:
        note_setup_outcome(error.with_traceback(None))
        return
    finally:
        the_process.exchange()
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    note_setup_outcome(gettext("Everything was put back: all pages show it now."))

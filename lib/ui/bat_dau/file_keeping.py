"""The ways to keep a file that was dropped: as the source, as a newer export, or beside others."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from lib.errors import SurveyError
from lib.setup.kept_source import SOURCES_FOLDER, keep_source
from lib.setup.newer_export import ExportDifference, export_difference, with_missing_responses
from lib.setup.settings_file import SettingsNotWrittenError
from lib.setup.tried_survey import TriedSurvey
from lib.source_table import SourceTable
from lib.ui.bat_dau.saved_settings import save_settings
from lib.ui.bat_dau.setup_outcome import note_saved_source, note_setup_outcome
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.shell.process import the_feed, the_office, the_settings
from lib.wording import format_count, gettext


def draw_ways_to_keep(tried: TriedSurvey, kept: Callable[[], None]) -> None:
    """Draw what keeping it means, and the buttons; `kept` is called once it is."""
    compared = [(table, export_difference(table, tried.table)) for table in _kept_tables()]
    known = next((each for each in compared if each[1].is_same_form), None)
    if known:
        _update(tried, *known, kept)
        return
    files = the_settings().files
    beside = bool(files)
    alike = any(difference.is_alike for _, difference in compared)
    if not the_office().sample:
        draw_static_html(tag("p", _proposal(alike=alike, beside=beside)))
    added = _renamed(tried.table)
    with st.container(horizontal=True):
        if beside:
            st.button(
                gettext("Add beside what is shown"),
                type="primary" if alike else "secondary",
                key="setup_add_file",
                on_click=_use,
                args=(tried, added, (*files, _folder() / added.source), kept),
            )
        st.button(
            gettext("Use as the source"),
            type="secondary" if alike else "primary",
            key="setup_use_file",
            on_click=_use,
            args=(tried, tried.table, (_folder() / tried.table.source,), kept),
        )


def _proposal(*, alike: bool, beside: bool) -> str:
    if alike and beside:
        return gettext(
            "The same questions, and no response that is known: of another commune or another "
            "year. Added, it is read together with what is shown; used as the source, it takes "
            "its place."
        )
    return gettext(
        "These answers will take the place of those that are shown now, as another survey."
    )


def _kept_tables() -> list[SourceTable]:
    """Return the answers that were dropped before."""
    own = [file.name for file in the_settings().files if file.parent == _folder()]
    return [table for table in the_feed().tables() if table.source in own] if own else []


def _folder() -> Path:
    return the_settings().data_dir / SOURCES_FOLDER


def _renamed(table: SourceTable) -> SourceTable:
    """Return the table under a name that none of the files has: it is its responses' for ever."""
    taken = {file.name for file in the_settings().files}
    stem, ending = Path(table.source).stem, Path(table.source).suffix
    names = (f"{stem}-{n}{ending}" for n in range(2, len(taken) + 3))
    free = table.source if table.source not in taken else next(n for n in names if n not in taken)
    return dataclasses.replace(table, source=free)


def _update(
    tried: TriedSurvey,
    known: SourceTable,
    difference: ExportDifference,
    kept: Callable[[], None],
) -> None:
    """Draw what a newer export brings, and the button that takes it in."""
    words = gettext(
        "A newer export of the same form: {new} new responses, {equal} as they were, {changed} "
        "changed, {missing} that it does not hold.",
        new=format_count(difference.new),
        equal=format_count(difference.equal),
        changed=format_count(difference.changed),
        missing=format_count(difference.missing),
    )
    draw_static_html(tag("p", tag("b", words)))
    whole = bool(difference.missing) and st.checkbox(
        gettext(
            "This is the whole export: what it lacks was deleted from the form, and is told so"
        ),
        key="setup_whole",
    )
    newer = tried.table if whole else with_missing_responses(tried.table, known)
    table = dataclasses.replace(newer, source=known.source)
    st.button(
        gettext("Bring the answers up to date"),
        type="primary",
        key="setup_use_file",
        on_click=_use,
        args=(tried, table, the_settings().files, kept),
    )


def _use(
    tried: TriedSurvey, table: SourceTable, files: tuple[Path, ...], kept: Callable[[], None]
) -> None:
    """Keep the answers and show these files, theirs among them; say why where that fails."""
    try:
        keep_source(the_settings().data_dir, table)
        save_settings(lambda file: file.with_files(*files))
        described = not tried.text or the_office().describe(tried.text)
    except OSError:
        note_setup_outcome(SettingsNotWrittenError(file=SOURCES_FOLDER))
        return
    except SurveyError as error:
        note_setup_outcome(error.with_traceback(None))
        return
    kept()
    note_saved_source(tried.title, described=described)

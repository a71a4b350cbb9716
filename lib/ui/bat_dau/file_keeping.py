"""The ways to keep a file that was dropped: as the source, as a newer export, or beside others."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from lib.errors import SurveyError
from lib.kept_files import file_stamp
from lib.setup.kept_source import SOURCES_FOLDER, keep_source, kept_files, kept_tables
from lib.setup.newer_export import ExportDifference, export_difference, with_missing_responses
from lib.setup.settings_file import SettingsNotWrittenError
from lib.setup.tried_survey import TriedSurvey
from lib.source_table import SourceTable
from lib.ui.bat_dau.saved_settings import save_settings
from lib.ui.bat_dau.setup_outcome import note_saved_source, note_setup_outcome
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.shell.process import the_feed, the_office, the_settings
from lib.wording import format_count, gettext

_COMPARED = "_setup_compared"
_Compared = list[tuple[SourceTable, ExportDifference]]


def draw_ways_to_keep(tried: TriedSurvey, kept: Callable[[], None]) -> None:
    """Draw what keeping it means, and the buttons; `kept` is called once it is."""
    compared = _compared(tried.table)
    known = next((each for each in compared if each[1].is_same_form), None)
    if known and known[0].source in _kept_names():
        _update(tried, *known, kept)
        return
    beside = bool(the_settings().files) and known is None
    alike = any(difference.is_alike for _, difference in compared)
    if known:
        draw_static_html(tag("p", tag("b", _shown_already(*known))))
    elif not the_office().sample:
        draw_static_html(tag("p", _proposal(alike=alike, beside=beside)))
    with st.container(horizontal=True):
        if beside:
            st.button(
                gettext("Add beside what is shown"),
                type="primary" if alike else "secondary",
                key="setup_add_file",
                on_click=_add,
                args=(tried, kept),
                kwargs={"beside": True},
            )
        st.button(
            gettext("Use as the source"),
            type="secondary" if alike else "primary",
            key="setup_use_file",
            on_click=_add,
            args=(tried, kept),
            kwargs={"beside": False},
        )


def _shown_already(shown: SourceTable, difference: ExportDifference) -> str:
    return gettext(
        "{n} of these responses are shown already, from {title}, which is read where it lies: add "
        "new responses there. Used as the source, this file takes the place of what is shown.",
        n=format_count(difference.equal + difference.changed),
        title=shown.title,
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


def _compared(table: SourceTable) -> _Compared:
    """Return how the dropped table stands to all that was ever kept, and to what is shown.

    What is kept and not shown now is not lost: a file of the same name may be another form's.
    """
    snapshot = the_feed().snapshot
    stamps = [*map(file_stamp, kept_files(the_settings().data_dir)), snapshot and snapshot.read_at]
    seen: tuple[SourceTable, object, _Compared] | None = st.session_state.get(_COMPARED)
    if seen and seen[0] is table and seen[1] == stamps:
        return seen[2]
    tables = kept_tables(the_settings().data_dir)
    if not the_office().sample:
        own = {each.source for each in tables}
        tables += [each for each in the_feed().tables() if each.source not in own]
    compared = [(each, export_difference(each, table)) for each in tables]
    st.session_state[_COMPARED] = table, stamps, compared
    return compared


def forget_compared_files() -> None:
    """Let go of the answers that a dropped file was compared with."""
    st.session_state.pop(_COMPARED, None)


def _kept_names() -> set[str]:
    return {file.name for file in kept_files(the_settings().data_dir)}


def _folder() -> Path:
    return the_settings().data_dir / SOURCES_FOLDER


def _renamed(table: SourceTable) -> SourceTable:
    """Return the table under a name that no file has or had: it is its responses' for ever."""
    taken = {file.name for file in the_settings().files} | _kept_names()
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
    path = _folder() / known.source
    shown = path in the_settings().files
    if not (shown or the_office().sample):
        draw_static_html(tag("p", _proposal(alike=False, beside=False)))
    st.button(
        gettext("Bring the answers up to date"),
        type="primary",
        key="setup_use_file",
        on_click=_use,
        args=(tried, table, kept),
        kwargs={"beside": shown},
    )


def _add(tried: TriedSurvey, kept: Callable[[], None], *, beside: bool) -> None:
    """Keep the answers as ones that were never kept; somebody else may have kept some by now."""
    _use(tried, _renamed(tried.table), kept, beside=beside)


def _use(tried: TriedSurvey, table: SourceTable, kept: Callable[[], None], *, beside: bool) -> None:
    """Keep the answers and show them, beside what is shown or alone; say why where that fails."""
    path, shown = _folder() / table.source, the_settings().files if beside else ()
    files = shown if path in shown else (*shown, path)
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

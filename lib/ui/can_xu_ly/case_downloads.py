"""What may be taken along: the cases in view, the slip of one, who did what."""

from collections.abc import Callable

import streamlit as st

from lib.followup.case_arrays import Cases
from lib.followup.case_item import CaseItem, read_case_items
from lib.journal.journal_lines import EventKind
from lib.office_clock import OfficeClock
from lib.reports.case_files import activity_xlsx, cases_csv, cases_xlsx
from lib.reports.handling_slip import handling_slip_docx
from lib.reports.paper_issuer import paper_issuer
from lib.roles import Role
from lib.server.access_guard import PRIVATE_FILE_PREFIX
from lib.survey.dissatisfied_answers import ResponsePositions
from lib.ui.can_xu_ly.dissatisfied_responses import count_with_search
from lib.ui.shell.access import may_read_restricted
from lib.ui.shell.keeping_events import new_event
from lib.ui.shell.pin import displayed_seal_words
from lib.ui.shell.process import the_desk, the_office, the_settings
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import format_moment, gettext

SAMPLE_FILE_PREFIX = "du-lieu-mau-"


def draw_case_downloads(scope: SurveyScope, cases: Cases, chosen: ResponsePositions) -> None:
    """Draw the buttons that take these cases along; a file is made when it is asked for."""
    if not may_read_restricted():
        chosen = chosen[~cases.restricted[chosen]]
    notes, local = _notes(scope, len(chosen)), OfficeClock.local
    questions = scope.view.selection.questions

    def made(file: Callable[..., bytes]) -> Callable[[], bytes]:
        return _noted(
            len(chosen),
            lambda: file(read_case_items(scope.responses, cases, chosen, questions), notes, local),
        )

    name = f"{_first()}y-kien-chua-hai-long"
    excel, plain = gettext("Download for Excel"), gettext("Download as csv")
    st.download_button(excel, made(cases_xlsx), f"{name}.xlsx", on_click="ignore")
    st.download_button(plain, made(cases_csv), f"{name}.csv", "text/csv", on_click="ignore")
    if scope.role is Role.LEADER:
        events = the_desk().journal.events
        st.download_button(
            gettext("Activity log"),
            lambda: activity_xlsx(tuple(events), notes[-1:], local),
            f"{_first()}nhat-ky.xlsx",
            on_click="ignore",
        )


def draw_slip_download(scope: SurveyScope, item: CaseItem) -> None:
    """Draw the button that takes one case along as a document to fill in and sign."""
    form, seal = scope.responses.form, scope.displayed.reading(scope.role)
    seals = str(seal.head) if seal else "", the_desk().evidence.chain.printed
    issues = paper_issuer(the_settings().letterhead, the_desk().today(), form.office)
    code = item.case.code if item.case else ""
    st.download_button(
        gettext("Download the handling slip (Word)"),
        _noted(1, lambda: handling_slip_docx(item, issues, *seals)),
        f"{_first()}phieu-xu-ly-{code}.docx",
        on_click="ignore",
    )


def _noted(n: int, make: Callable[[], bytes]) -> Callable[[], bytes]:
    """Return what makes the file and notes in the journal that somebody took it along."""
    # who asks is known while the page is drawn, not when the browser fetches the file
    event = new_event("", EventKind.EXPORTED, "", {"rows": str(n)})

    def file() -> bytes:
        the_desk().add([event], although_moved=True)
        return make()

    return file


def _first() -> str:
    return SAMPLE_FILE_PREFIX if the_office().sample else PRIVATE_FILE_PREFIX


def _journal_seal() -> str:
    """Return in words the head that stands for what was done so far."""
    head = the_desk().evidence.chain.printed
    return gettext("code of the journal {head}", head=head) if head else ""


def _notes(scope: SurveyScope, n: int) -> list[str]:
    """Return the lines above a table that leaves the screen: what it is and when it was read."""
    read = gettext(
        "updated at {moment}", moment=format_moment(the_office().local(scope.displayed.read_at))
    )
    sample = [gettext("Sample data: invented, but for the published rates.")]
    return [
        *(sample if the_office().sample else []),
        f"{count_with_search(n)} · {scope.sentence}",
        " · ".join(
            filter(None, (read, displayed_seal_words(scope.displayed, scope.role), _journal_seal()))
        ),
    ]

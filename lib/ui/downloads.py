"""What may be taken along: the cases in view, the slip of one, who did what."""

from collections.abc import Callable

import streamlit as st

from lib.followup.cases import Cases
from lib.followup.item import Item, items
from lib.journal.event import Kind
from lib.office_clock import OfficeClock
from lib.reports import activity, handling_slip
from lib.reports.cases import csv_file, xlsx_file
from lib.reports.issuer import issuer
from lib.roles import Role
from lib.survey.dissatisfied import Positions
from lib.ui import access, acting, dissatisfied, pin
from lib.ui.desk import the_desk
from lib.ui.feed import configured, office
from lib.ui.scope import Scope
from lib.wording import gettext, moment

PRIVATE = "noi-bo-"  # the server gives files of this name only to those who may read them
SAMPLE = "du-lieu-mau-"


def draw(scope: Scope, cases: Cases, found: Positions) -> None:
    """Draw the buttons that take these cases along; a file is made when it is asked for."""
    if not access.reads_held():
        found = found[~cases.held[found]]
    notes, local = _notes(scope, len(found)), OfficeClock.local
    questions = scope.view.selection.questions

    def made(file: Callable[..., bytes]) -> Callable[[], bytes]:
        return _noted(
            len(found),
            lambda: file(items(scope.responses, cases, found, questions), notes, local),
        )

    name = f"{_first()}y-kien-chua-hai-long"
    excel, plain = gettext("Download for Excel (xlsx)"), gettext("Download as csv")
    st.download_button(excel, made(xlsx_file), f"{name}.xlsx", on_click="ignore")
    st.download_button(plain, made(csv_file), f"{name}.csv", "text/csv", on_click="ignore")
    if scope.role is Role.LEADER:
        events = the_desk().journal.events
        st.download_button(
            gettext("Who did what"),
            lambda: activity.xlsx_file(tuple(events), notes[-1:], local),
            f"{_first()}nhat-ky.xlsx",
            on_click="ignore",
        )


def draw_slip(scope: Scope, one: Item) -> None:
    """Draw the button that takes one case along as a document to fill in and sign."""
    form, seal = scope.responses.form, scope.shown.reading(scope.role)
    head = str(seal.head) if seal else ""
    issues = issuer(configured().letterhead, the_desk().today(), form.office)
    code = one.case.code if one.case else ""
    st.download_button(
        gettext("Download the handling slip (docx)"),
        _noted(1, lambda: handling_slip.docx_file(one, issues, head)),
        f"{_first()}phieu-xu-ly-{code}.docx",
        on_click="ignore",
    )


def _noted(n: int, make: Callable[[], bytes]) -> Callable[[], bytes]:
    """Return what makes the file and notes in the journal that somebody took it along."""
    # who asks is known while the page is drawn, not when the browser fetches the file
    event = acting.event("", Kind.EXPORTED, "", {"rows": str(n)})

    def file() -> bytes:
        the_desk().add([event], although_moved=True)
        return make()

    return file


def _first() -> str:
    return SAMPLE if office().sample else PRIVATE


def _notes(scope: Scope, n: int) -> list[str]:
    """Return the lines above a table that leaves the screen: what it is and when it was read."""
    read = gettext("read at {moment}", moment=moment(office().local(scope.shown.read_at)))
    sample = [gettext("Sample data: invented, but for the published rates.")]
    return [
        *(sample if office().sample else []),
        f"{dissatisfied.how_many(n)} · {scope.sentence}",
        " · ".join(filter(None, (read, pin.seal_of(scope.shown, scope.role)))),
    ]

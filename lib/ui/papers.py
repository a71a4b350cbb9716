"""The papers of the view: a report to sign, and its figures as a workbook."""

from collections.abc import Callable

import streamlit as st

from lib.desk import Desk
from lib.errors import JournalError
from lib.papers import BOOK, REPORT, Papers, Reading, papers
from lib.ui.desk import the_desk
from lib.ui.downloads import PRIVATE, SAMPLE
from lib.ui.feed import configured, office
from lib.ui.markup import still, tag
from lib.ui.scope import Scope
from lib.wording import gettext


def draw(scope: Scope) -> None:
    """Draw the buttons; a paper is made when somebody asks for it."""
    report, book = f"{_first(scope)}{REPORT}.docx", f"{_first(scope)}{BOOK}.xlsx"
    with st.container(key="noprint_papers"):
        still(tag("h2", gettext("Take along"), class_="x-h2"))
        with st.container(horizontal=True):
            button(gettext("Report (docx)"), lambda: made(scope).report(), report)
            button(gettext("Book of figures (xlsx)"), lambda: made(scope).book(), book)


def made(scope: Scope) -> Papers:
    """Return the papers of the view, for whoever looks at it."""
    return papers(
        _reading(scope),
        scope.view.selection,
        configured(),
        desk=_desk(scope),
        may=scope.may,
        totals_only=not scope.private,
    )


def button(words: str, make: Callable[[], bytes], name: str) -> None:
    """Draw the button that takes a paper along under this name."""
    st.download_button(words, make, name, on_click="ignore", key=f"take_{name}")


def _first(scope: Scope) -> str:
    """Return how a file's name begins: what tells of work on cases is not for everybody."""
    private = PRIVATE if scope.private else ""
    return SAMPLE if office().sample else private


def _reading(scope: Scope) -> Reading:
    shown, sample = scope.shown, office().sample
    of = shown.reading(scope.role)
    head = str(of.head) if of and not sample else ""
    read_at = office().local(shown.read_at)
    return Reading(scope.responses, read_at, head, sample, shown.original)


def _desk(scope: Scope) -> Desk | None:
    """Return the desk of those who may see cases; None where its journal cannot be reached.

    Of a reading that a link is pinned to there is none: work is as it is now.
    """
    if not scope.private or not scope.shown.live:
        return None
    try:
        the_desk().cases(scope.responses)
    except JournalError:
        return None  # the page of cases says why
    return the_desk()

"""What is taken along of the view: a report to sign, its figures, tables as they stand there."""

from collections.abc import Callable, Iterable

import streamlit as st

from lib.desk import Desk
from lib.errors import JournalError
from lib.papers import (
    BOOK_FILE_NAME,
    REPORT_FILE_NAME,
    PaperReading,
    SurveyPapers,
    file_suffix,
    selection_papers,
    view_picture,
    view_tables,
)
from lib.reports.report_table import ReportTable
from lib.server.access_guard import PRIVATE_FILE_PREFIX
from lib.survey.model.vietnamese_text import link_slug
from lib.ui.can_xu_ly.case_downloads import SAMPLE_FILE_PREFIX
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.shell.access import may_read_restricted, reading_as
from lib.ui.shell.process import the_desk, the_office, the_settings
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import gettext, in_vietnamese

_LONGEST = 30  # letters of the survey's name in a file's


def draw_paper_buttons(scope: SurveyScope) -> None:
    """Draw the buttons; a paper is made when somebody asks for it."""
    report, book = (
        f"{view_file_name(scope, REPORT_FILE_NAME)}.docx",
        f"{view_file_name(scope, BOOK_FILE_NAME)}.xlsx",
    )
    with st.container(key="noprint_papers"):
        draw_static_html(tag("h2", gettext("Downloads"), class_="x-h2"))
        with st.container(horizontal=True):
            draw_paper_button(
                gettext("Report (Word)"), lambda: _papers_in_view(scope).report(), report
            )
            draw_paper_button(
                gettext("Figures (Excel)"), lambda: _papers_in_view(scope).book(), book
            )


def _papers_in_view(scope: SurveyScope) -> SurveyPapers:
    """Return the papers of the view, for whoever looks at it."""
    return selection_papers(
        paper_reading(scope),
        scope.view.selection,
        the_settings(),
        desk=_desk(scope),
        may=scope.may,
        totals_only=not scope.private,
    )


def draw_paper_button(words: str, make: Callable[[], bytes], name: str) -> None:
    """Draw the button that takes a paper along under this name."""
    st.download_button(words, make, name, on_click="ignore", key=f"take_{name}")


def draw_table_button(
    scope: SurveyScope,
    name: str,
    tables: Callable[[], Iterable[ReportTable]],
    *,
    of_one_question: bool = False,
) -> None:
    """Draw the button; the workbook is made when somebody asks for it, in Vietnamese."""
    restricted = may_read_restricted()

    def made() -> bytes:
        with in_vietnamese(), reading_as(restricted=restricted):
            return view_tables(
                paper_reading(scope),
                scope.view.selection,
                the_settings(),
                tables(),
                totals_only=not scope.private,
                of_one_question=of_one_question,
            )

    with st.container(key="noprint_table_download", width="content"):
        draw_paper_button(gettext("Table (Excel)"), made, f"{view_file_name(scope, name)}.xlsx")


def draw_picture_button(
    scope: SurveyScope, words: str, name: str, table: Callable[[], ReportTable]
) -> None:
    """Draw the button that takes a table of one question along as a picture, in Vietnamese."""
    restricted = may_read_restricted()

    def made() -> bytes:
        with in_vietnamese(), reading_as(restricted=restricted):
            reading, selection = paper_reading(scope), scope.view.selection
            totals = not scope.private
            return view_picture(reading, selection, the_settings(), table(), totals_only=totals)

    draw_paper_button(words, made, f"{view_file_name(scope, name)}.png")


def view_file_name(scope: SurveyScope, name: str) -> str:
    """Return what a file of the view is called: what it is, whose, of which responses and when."""
    form = scope.responses.form
    survey = link_slug(form.office or form.title)[:_LONGEST].strip("-")
    day = the_office().local(scope.displayed.read_at).date()
    whose = f"-{survey}" if survey else ""
    return f"{_first(scope)}{name}{whose}{file_suffix(scope.view.selection)}-{day}"


def _first(scope: SurveyScope) -> str:
    """Return how a file's name begins: what tells of work on cases is not for everybody."""
    private = PRIVATE_FILE_PREFIX if scope.private else ""
    return SAMPLE_FILE_PREFIX if the_office().sample else private


def paper_reading(scope: SurveyScope) -> PaperReading:
    """Return the reading that is shown, as papers know it."""
    displayed, sample = scope.displayed, the_office().sample
    reading = displayed.reading(scope.role)
    head = str(reading.head) if reading and not sample else ""
    read_at = the_office().local(displayed.read_at)
    original, today = displayed.original, displayed.today
    return PaperReading(scope.responses, read_at, head, sample, original, today)


def _desk(scope: SurveyScope) -> Desk | None:
    """Return the desk of those who may see cases; None where its journal cannot be reached.

    Of a reading that a link is pinned to there is none: work is as it is now.
    """
    if not scope.private or not scope.displayed.live:
        return None
    try:
        the_desk().cases(scope.responses)
    except JournalError:
        return None  # the page of cases says why
    return the_desk()

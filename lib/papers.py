"""One office's papers put together: the report and the book of figures of one selection.

The page's button and `python -m lib report` both make them here.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from lib.analysis.disclosure import MayShow, allow_everything
from lib.desk import Desk
from lib.followup.office_measures import measures_in_force
from lib.office import Office
from lib.office_clock import OfficeClock
from lib.reports.paper_basis import SurveyBasis
from lib.reports.paper_issuer import Issuer, paper_issuer
from lib.reports.report_table import ReportTable
from lib.reports.survey_report import survey_report_docx
from lib.reports.survey_results import (
    HandlingResults,
    SurveyResults,
    handling_results,
    survey_results,
)
from lib.reports.survey_tables import survey_xlsx, tables_xlsx
from lib.reports.table_picture import table_png
from lib.sample_desk import sample_desk
from lib.settings import Settings
from lib.survey.model.periods import Period, newest_complete_period
from lib.survey.model.vietnamese_text import link_slug
from lib.survey.responses import Responses
from lib.survey.selection import Selection, chosen_rows, selection_from_codes
from lib.survey.selection_sentence import (
    n_responses,
    selection_sentence,
    selection_without_questions,
)
from lib.wording import format_day, format_moment, in_vietnamese

REPORT_FILE_NAME, BOOK_FILE_NAME = "bao-cao-khao-sat", "so-lieu-khao-sat"
_MOST, _LONGEST_ID = 3, 20  # communes and answers, letters of a question's id in a file's name


class PaperReading(NamedTuple):
    """The responses and when they were read, by the office's clock; `head` is the ledger's.

    What runs on `today` is told as far as it is over then: the day on which the sources last
    answered, which may be later than that of the rows.
    """

    responses: Responses
    read_at: dt.datetime
    head: str = ""
    sample: bool = False
    original: bool = False  # each as it had first been received
    today: dt.date | None = None  # None: the day on which they were read


@dataclasses.dataclass(frozen=True)
class SurveyPapers:
    """What both papers hold."""

    results: SurveyResults
    about: SurveyBasis
    issuer: Issuer

    def report(self) -> bytes:
        """Return the report (docx)."""
        return survey_report_docx(self.results, self.about, self.issuer)

    def book(self) -> bytes:
        """Return the book of figures (xlsx)."""
        return survey_xlsx(self.results, self.about)

    @property
    def suffix(self) -> str:
        """What their files' names end in."""
        return file_suffix(self.results.selection)

    def written(self, folder: Path) -> list[Path]:
        """Write both into a folder and return their files."""
        made = {
            folder / f"{REPORT_FILE_NAME}{self.suffix}.docx": self.report(),
            folder / f"{BOOK_FILE_NAME}{self.suffix}.xlsx": self.book(),
        }
        for file, content in made.items():
            file.write_bytes(content)
        return list(made)


def file_suffix(selection: Selection) -> str:
    """Return what of a selection a file's name says, by codes of links: "-2022-Q4-xuan-tay"."""
    period = [selection.period.code] if selection.period else []
    # an id may be any text that an office declared, a name of a file may not
    answers = [
        f"{link_slug(name)[:_LONGEST_ID]}-{code}"
        for name, codes in selection.values
        for code in codes
    ]
    return "-".join(("", *period, *selection.communes[:_MOST], *answers[:_MOST]))


def current_papers(
    settings: Settings,
    folder: Path,
    period: Period | None,
    communes: Sequence[str],
    clock: OfficeClock | None = None,
    values: Sequence[str] = (),
) -> SurveyPapers:
    """Return the papers of the configured survey as it is read now, for those who see cases.

    Without a period, of the quarter that ended last; without a clock, by the office's own.
    Its own files lie in `folder`, `.streamlit`; communes and answers are named as in links.
    Raises a SurveyError where something cannot be read or a code does not exist.
    """
    office = Office.open(settings, folder)
    clock = clock or office.clock
    read_at = clock.local(clock.now())
    responses = office.read([source.read() for source in office.sources])
    period = period or newest_complete_period(read_at.date())
    selection = selection_from_codes(responses, period, communes, values)
    desk = sample_desk(responses, clock) if office.sample else Desk.open(settings, folder)
    try:
        desk.journal.take_in()
        head = "" if office.sample else _observed(desk, responses, read_at)
        reading = PaperReading(responses, read_at, head, office.sample)
        return selection_papers(reading, selection, settings, desk=desk)
    finally:
        desk.journal.stop()


def selection_papers(
    reading: PaperReading,
    selection: Selection,
    settings: Settings,
    *,
    desk: Desk | None,
    may: MayShow = allow_everything,
    totals_only: bool = False,
) -> SurveyPapers:
    """Return the papers of what is chosen; without a desk, nothing of how cases are handled.

    Raises JournalError where the desk's journal cannot be reached.
    """
    responses, stated = reading.responses, settings.letterhead
    period = selection.period
    results = survey_results(
        responses,
        selection,
        may,
        handled=_handled(responses, selection, desk) if desk else None,
        transactions=stated_transactions(selection, settings),
        today=reading.today or reading.read_at.date(),
    )
    last = (period and period.last) or reading.read_at.date()
    about = _about(reading, selection, settings, totals_only=totals_only)
    if desk and not reading.sample:
        about = dataclasses.replace(about, journal_head=desk.evidence.chain.printed)
    return SurveyPapers(results, about, paper_issuer(stated, last, responses.form.office))


def view_tables(
    reading: PaperReading,
    selection: Selection,
    settings: Settings,
    tables: Iterable[ReportTable],
    *,
    totals_only: bool = False,
    of_one_question: bool = False,
) -> bytes:
    """Return tables of a view as a workbook, each with the sentence of what it is of.

    Those of one question name it themselves.
    """
    about = _about(reading, selection, settings, totals_only=totals_only)
    if of_one_question:
        about = _without_questions(reading, selection, about)
    return tables_xlsx(tables, about)


def view_picture(
    reading: PaperReading,
    selection: Selection,
    settings: Settings,
    table: ReportTable,
    *,
    totals_only: bool = False,
) -> bytes:
    """Return a table of one question as a picture with the sentence of what it is of (png)."""
    about = _about(reading, selection, settings, totals_only=totals_only)
    return table_png(table, _without_questions(reading, selection, about))


def _without_questions(
    reading: PaperReading, selection: Selection, about: SurveyBasis
) -> SurveyBasis:
    """Return the same of one question, which its table names itself."""
    with in_vietnamese():
        n = int(chosen_rows(reading.responses, selection).sum())
        chosen = selection_without_questions(reading.responses, selection)
        return dataclasses.replace(about, selection=f"{chosen} · {n_responses(n)}")


def stated_transactions(selection: Selection, settings: Settings) -> int | None:
    """Return the stated transactions, where they are of just what is chosen."""
    if selection.period is None or selection.is_within_communes:
        return None
    return settings.letterhead.counted(selection.period.code, selection.communes)


def _observed(desk: Desk, responses: Responses, read_at: dt.datetime) -> str:
    """Take a reading into the ledger and return the head that stands for it."""
    desk.observe(responses, read_at.astimezone(dt.UTC))
    return str(desk.evidence.ledger.head)


def _handled(responses: Responses, selection: Selection, desk: Desk) -> HandlingResults:
    cases, today = desk.cases(responses), desk.today()
    return handling_results(responses, selection, cases, measures_in_force(desk.measures()), today)


def _about(
    reading: PaperReading, selection: Selection, settings: Settings, *, totals_only: bool
) -> SurveyBasis:
    responses = reading.responses
    since = responses.counted_since
    with in_vietnamese():
        return SurveyBasis(
            selection.period,
            selection_sentence(responses, selection, int(chosen_rows(responses, selection).sum())),
            _read(reading, totals_only=totals_only),
            reading.head,
            sample=reading.sample,
            totals_only=totals_only,
            k=settings.k,
            counted_since=since and OfficeClock.local(since).date(),
        )


def _read(reading: PaperReading, *, totals_only: bool) -> str:
    """Return when and how it was read, as a paper says it."""
    when = format_day(reading.read_at) if totals_only else format_moment(reading.read_at)
    original = (
        ", theo bản gốc khi nhận, trước khi có phiếu bị sửa, bị xóa" if reading.original else ""
    )
    return f"{'ngày' if totals_only else 'lúc'} {when}{original}"

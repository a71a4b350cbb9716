"""One office's papers put together: the report and the book of figures of one selection.

The page's button and `python -m lib report` both make them here.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lib.analysis.disclosure import May, everything
from lib.desk import Desk
from lib.followup.measures import measures
from lib.office import Office
from lib.reports import survey_book, survey_report
from lib.reports.issuer import Issuer, issuer
from lib.reports.survey_about import About
from lib.reports.survey_results import Handled, Results, handled, results
from lib.settings import Settings
from lib.survey import filters
from lib.survey.filters import Selection, chosen
from lib.survey.periods import Period, newest_complete
from lib.survey.responses import Responses
from lib.survey.shown import sentence
from lib.wording import day, in_vietnamese, moment

REPORT, BOOK = "bao-cao-khao-sat", "so-lieu-khao-sat"
MOST = 3  # communes in a file's name


class Reading(NamedTuple):
    """The responses and when they were read, by the office's clock; `head` is the ledger's."""

    responses: Responses
    read_at: dt.datetime
    head: str = ""
    sample: bool = False
    original: bool = False  # each as it had first been received


@dataclasses.dataclass(frozen=True)
class Papers:
    """What both papers hold."""

    results: Results
    about: About
    issuer: Issuer

    def report(self) -> bytes:
        """Return the report (docx)."""
        return survey_report.docx_file(self.results, self.about, self.issuer)

    def book(self) -> bytes:
        """Return the book of figures (xlsx)."""
        return survey_book.xlsx_file(self.results, self.about)

    @property
    def suffix(self) -> str:
        """What their files' names end in, by the codes of links: "-2022-Q4-xuan-tay"."""
        of = self.results.selection
        return "-".join(("", *([of.period.code] if of.period else []), *of.communes[:MOST]))

    def written(self, folder: Path) -> list[Path]:
        """Write both into a folder and return their files."""
        made = {
            folder / f"{REPORT}{self.suffix}.docx": self.report(),
            folder / f"{BOOK}{self.suffix}.xlsx": self.book(),
        }
        for file, content in made.items():
            file.write_bytes(content)
        return list(made)


def now(
    settings: Settings,
    folder: Path,
    period: Period | None,
    communes: Sequence[str],
) -> Papers:
    """Return the papers of the configured survey as it is read now, for those who see cases.

    Without a period, of the quarter that ended last.
    Its own files lie in `folder`, `.streamlit`; communes are named by their codes in links.
    Raises a SurveyError where something cannot be read or a code does not exist.
    """
    office = Office.open(settings, folder)
    clock = office.clock
    read_at = clock.local(clock.now())
    responses = office.read([source.read() for source in office.sources])
    period = period or newest_complete(read_at.date())
    selection = filters.named(responses, period, communes)
    desk = Desk.of_sample(responses, clock) if office.sample else Desk.open(settings, folder)
    try:
        desk.journal.take_in()
        head = "" if office.sample else _observed(desk, responses, read_at)
        reading = Reading(responses, read_at, head, office.sample)
        return papers(reading, selection, settings, desk=desk)
    finally:
        desk.journal.stop()


def papers(
    reading: Reading,
    selection: Selection,
    settings: Settings,
    *,
    desk: Desk | None,
    may: May = everything,
    totals_only: bool = False,
) -> Papers:
    """Return the papers of what is chosen; without a desk, nothing of how cases are handled.

    Raises JournalError where the desk's journal cannot be reached.
    """
    responses, stated = reading.responses, settings.letterhead
    period = selection.period
    told = results(
        responses,
        selection,
        may,
        handled=_handled(responses, selection, desk) if desk else None,
        transactions=transactions(selection, settings),
    )
    last = (period and period.last) or reading.read_at.date()
    about = _about(reading, selection, settings, totals_only=totals_only)
    return Papers(told, about, issuer(stated, last, responses.form.office))


def transactions(selection: Selection, settings: Settings) -> int | None:
    """Return the stated transactions, where they are of just what is chosen."""
    if selection.period is None or selection.hamlets or selection.sectors:
        return None
    return settings.letterhead.counted(selection.period.code, selection.communes)


def _observed(desk: Desk, responses: Responses, read_at: dt.datetime) -> str:
    """Take a reading into the ledger and return the head that stands for it."""
    desk.observe(responses, read_at.astimezone(dt.UTC))
    return str(desk.evidence.head)


def _handled(responses: Responses, selection: Selection, desk: Desk) -> Handled:
    cases, today = desk.cases(responses), desk.today()
    return handled(responses, selection, cases, measures(desk.measures()), today)


def _about(
    reading: Reading, selection: Selection, settings: Settings, *, totals_only: bool
) -> About:
    responses = reading.responses
    with in_vietnamese():
        return About(
            selection.period,
            sentence(responses, selection, int(chosen(responses, selection).sum())),
            _read(reading, totals_only=totals_only),
            reading.head,
            sample=reading.sample,
            totals_only=totals_only,
            k=settings.k,
        )


def _read(reading: Reading, *, totals_only: bool) -> str:
    """Return when and how it was read, as a paper says it."""
    when = day(reading.read_at) if totals_only else moment(reading.read_at)
    original = ", như nhận ban đầu, trước khi có phiếu bị sửa, bị xóa" if reading.original else ""
    return f"{'ngày' if totals_only else 'lúc'} {when}{original}"

"""One office's papers put together: the report and the book of figures of one selection.

The page's button and `python -m lib report` both make them here.
"""

import dataclasses
import datetime as dt
from typing import NamedTuple

from lib.analysis.disclosure import May, everything
from lib.desk import Desk
from lib.followup.measures import measures
from lib.reports import survey_book, survey_report
from lib.reports.issuer import Issuer, issuer
from lib.reports.survey_about import About
from lib.reports.survey_results import Handled, Results, handled, results
from lib.settings import Settings
from lib.survey.filters import Selection, chosen
from lib.survey.responses import Responses
from lib.survey.shown import sentence
from lib.wording import day, in_vietnamese, moment


class Reading(NamedTuple):
    """The responses and when they were read, by the office's clock; `head` is the ledger's."""

    responses: Responses
    read_at: dt.datetime
    head: str = ""
    sample: bool = False


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


def papers(
    reading: Reading,
    selection: Selection,
    settings: Settings,
    *,
    may: May = everything,
    desk: Desk | None = None,
) -> Papers:
    """Return the papers of what is chosen; without a desk, for somebody who sees totals only.

    Raises JournalError where the desk's journal cannot be reached.
    """
    responses, stated = reading.responses, settings.letterhead
    period = selection.period
    told = results(
        responses,
        selection,
        may,
        handled=_handled(responses, selection, desk) if desk else None,
        transactions=_transactions(selection, settings),
    )
    last = (period and period.last) or reading.read_at.date()
    about = _about(reading, selection, settings, totals_only=desk is None)
    return Papers(told, about, issuer(stated, last, responses.form.office))


def _handled(responses: Responses, selection: Selection, desk: Desk) -> Handled:
    cases, today = desk.cases(responses), desk.today()
    return handled(responses, selection, cases, measures(desk.measures()), today)


def _transactions(selection: Selection, settings: Settings) -> int | None:
    """Return the stated transactions, where they are of just what is chosen."""
    if selection.period is None or selection.hamlets or selection.sectors:
        return None
    return settings.letterhead.counted(selection.period.code, selection.communes)


def _about(
    reading: Reading, selection: Selection, settings: Settings, *, totals_only: bool
) -> About:
    responses, read_at = reading.responses, reading.read_at
    with in_vietnamese():
        return About(
            selection.period,
            sentence(responses, selection, int(chosen(responses, selection).sum())),
            f"ngày {day(read_at)}" if totals_only else f"lúc {moment(read_at)}",
            reading.head,
            sample=reading.sample,
            totals_only=totals_only,
            k=settings.k,
        )

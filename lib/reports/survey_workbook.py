"""“Sổ liệu”: every table of the survey's report as a sheet, with numbers, dates and charts.

Always in Vietnamese: it is a paper of the office.
"""

from lib.reports.printed_book import PrintedBook, PrintedSheet
from lib.reports.report_table import ReportTable
from lib.reports.survey_basis import SurveyBasis
from lib.reports.survey_results import SurveyResults
from lib.reports.survey_tables import survey_tables
from lib.wording import in_vietnamese


def survey_xlsx(told: SurveyResults, about: SurveyBasis) -> bytes:
    """Return the workbook."""
    book = PrintedBook()
    with in_vietnamese():
        for table in survey_tables(told):
            book.printed(_sheet(table, about))
        return book.bytes()


def _sheet(table: ReportTable, about: SurveyBasis) -> PrintedSheet:
    titles = (table.title.upper(), about.when(), *(["DỮ LIỆU MẪU"] if about.sample else []))
    notes = (*table.below, *about.notes())
    return PrintedSheet(table.name, titles, table.heads, table.rows, notes=notes, chart=table.chart)

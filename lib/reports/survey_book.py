"""“Sổ liệu”: every table of the survey's report as a sheet, with numbers, dates and charts.

Always in Vietnamese: it is a paper of the office.
"""

from lib.reports import survey_tables
from lib.reports.printed import PrintedBook, Sheet
from lib.reports.survey_about import About
from lib.reports.survey_results import Results
from lib.reports.table import Table
from lib.wording import in_vietnamese


def xlsx_file(told: Results, about: About) -> bytes:
    """Return the workbook."""
    book = PrintedBook()
    with in_vietnamese():
        for table in survey_tables.tables(told):
            book.printed(_sheet(table, about))
        return book.bytes()


def _sheet(table: Table, about: About) -> Sheet:
    titles = (table.title.upper(), about.when(), *(["DỮ LIỆU MẪU"] if about.sample else []))
    notes = (*table.below, *about.notes())
    return Sheet(table.name, titles, table.heads, table.rows, notes=notes, chart=table.chart)

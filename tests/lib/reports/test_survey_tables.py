"""“Sổ liệu”, read back with a reader that is not ours."""

import datetime as dt
import io
import zipfile

import pytest

from lib.papers import SurveyPapers
from lib.reports.report_table import document_cell
from lib.reports.survey_tables import survey_tables
from lib.wording import in_vietnamese
from tests.lib.reports.survey import HEAD, document, made, rows, sheets

Sheets = dict[str, list[list[object]]]


@pytest.fixture(scope="module")
def published() -> SurveyPapers:
    """The papers of the published quarter."""
    return made("2022-Q4", "xuan-tay")


@pytest.fixture(scope="module")
def book(published) -> Sheets:
    """Their figures."""
    return sheets(published.book())


def row(book: Sheets, sheet: str, name: str, column: int = 0) -> list[object]:
    return next(cells for cells in book[sheet] if cells[column] == name)


def test_rates_are_numbers_with_all_their_digits(book):
    told = row(book, "Theo câu hỏi", "Xử lý góp ý, phản ánh, kiến nghị", 1)
    assert told[2:6] == [204, 16, 6, 226]
    assert told[6] == pytest.approx(204 / 226, abs=1e-12)


def test_days_are_dates(book):
    assert row(book, "Theo thời gian", "Tháng 11/2022")[1:3] == [
        dt.date(2022, 11, 1),
        dt.date(2022, 11, 30),
    ]


def test_a_rate_beyond_chance_bears_its_mark_and_stays_a_number():
    book = made().book()
    assert isinstance(row(sheets(book), "Theo xã", "Thị trấn Long Giao")[10], float)
    styles = zipfile.ZipFile(io.BytesIO(book)).read("xl/styles.xml").decode()
    assert "▼" in styles


def test_charts_are_excels_own_and_bars_begin_at_zero(published):
    parts = zipfile.ZipFile(io.BytesIO(published.book()))
    charts = [parts.read(n).decode() for n in parts.namelist() if n.startswith("xl/charts/chart")]
    assert ["barChart" in chart for chart in charts] == [True, False]
    assert '<c:min val="0"/>' in charts[0]


def test_every_sheet_says_what_it_is_of(book):
    for lines in book.values():
        said = {str(cell) for line in lines for cell in line}
        assert "DỮ LIỆU MẪU" in said
        assert f"Mã xác thực: {HEAD}." in said
        assert "Phạm vi: xã Xuân Tây · Quý IV/2022 · cả 10 câu hỏi · 226 phiếu." in said


def test_the_reports_annex_is_the_same_tables(published):
    paper = document(published.report())
    with in_vietnamese():
        for table in survey_tables(published.results):
            printed = rows(paper, table.title)[-len(table.rows) :]
            held = [
                [document_cell(*cell) for cell in zip(table.heads, line, strict=True)]
                for line in table.rows
            ]
            assert printed == held


def test_a_period_without_responses_has_one_sheet():
    assert list(sheets(made("2019").book())) == ["Tổng hợp"]

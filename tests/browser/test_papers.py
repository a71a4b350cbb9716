"""The buttons of the overview give what the page shows."""

import pytest

from tests.browser.screen import PUBLISHED
from tests.lib.reports.survey import document, sheets, words


@pytest.fixture
def taken(screen):
    """Press a button of the page and return the file that comes."""

    def taken(name: str) -> bytes:
        with screen.page.expect_download() as coming:
            screen.page.get_by_role("button", name=name).click()
        return coming.value.path().read_bytes()

    return taken


def test_the_report_and_the_figures_of_the_address_are_downloaded(screen, taken):
    screen.go(f"/?{PUBLISHED}")
    assert "226 phiếu" in words(document(taken("Báo cáo (Word)")))
    rates = [row[6] for row in sheets(taken("Bảng số liệu (Excel)"))["Theo câu hỏi"]]
    assert pytest.approx(204 / 226) in rates

"""What holds on every page of the survey: the link, the states, the language, who may read."""

import itertools
import re

import pytest

from tests import small_form
from tests.emulator import faults
from tests.pages.conftest import OF_THE_SURVEY

PUBLISHED = {"xa": "xuan-tay", "ky": "2022-Q4"}
UNKNOWN = {"xa": "ha-noi", "ap": "ap-99", "ky": "2023-Q5", "cau": "c99", "linh_vuc": "x"}
NAMED = list(zip(OF_THE_SURVEY, itertools.cycle(UNKNOWN), strict=False))


@pytest.mark.parametrize("page", OF_THE_SURVEY)
def test_a_link_chooses_the_responses_of_every_page_and_its_links_keep_the_view(
    sample, opened, page
):
    drawn = opened(page, **PUBLISHED)
    assert drawn.n_responses == "226 phiếu"
    assert "Đang xem: xã Xuân Tây · Quý IV/2022 · cả 10 câu hỏi · 226 phiếu" in drawn.text
    kept = {"xa=xuan-tay" in query and "ky=2022-Q4" in query for query in drawn.menu.values()}
    assert kept == {True}


@pytest.mark.parametrize("page", OF_THE_SURVEY)
def test_every_page_says_what_of_the_sample_is_invented_and_when_it_was_read(sample, opened, page):
    text = opened(page).text
    assert "Dữ liệu mẫu các phiếu được dựng ra" in text
    assert "chỉ tỷ lệ của xã Xuân Tây quý IV/2022 là số đã công bố" in text
    assert "cập nhật lúc " in text


def test_a_viewer_is_told_the_day_and_no_words_of_a_respondent(small, opened):
    for page in OF_THE_SURVEY:
        drawn = opened(page)
        assert re.search(
            r"số liệu đến ngày \d\d/\d\d/\d{4}; không hiển thị .* 5 phiếu", drawn.text
        ), page
        assert "cập nhật lúc " not in drawn.text, page
        assert "Dữ liệu mẫu" not in drawn.text, page
        assert small_form.SECRET not in drawn.html + str(drawn.figures), page
        assert drawn.n_responses == "12 phiếu", page


@pytest.mark.parametrize(("page", "name"), NAMED)
def test_what_does_not_exist_is_named_and_shows_nothing(sample, opened, page, name):
    drawn = opened(page, **{name: UNKNOWN[name]})
    assert (drawn.n_responses, drawn.figures) == ("0 phiếu", [])
    assert UNKNOWN[name] in drawn.text


def test_without_any_response_a_page_says_that_none_has_come_yet(office, opened, tmp_path):
    header = small_form.write(tmp_path / "small.csv", small_form.rows()[:1])
    office(SURVEY_FILE=str(header))
    for page in OF_THE_SURVEY:
        drawn = opened(page)
        assert drawn.n_responses == "0 phiếu", page
        # these tell of the sheet, not of figures
        if page not in ("du_lieu", "toan_ven"):
            assert "Khi có phiếu đầu tiên, trang này tự hiện số liệu." in drawn.text, page
        assert "bộ lọc" not in drawn.text, page
        assert "0 câu hỏi" not in drawn.text, page


def test_a_sheet_that_cannot_be_read_is_told_in_a_sentence(office, opened, emulator):
    emulator.fail(faults.bad_gateway(), times=1000)
    sheet = emulator.create(("Trả lời", small_form.rows()))
    office(SURVEY_SHEETS=sheet.url, SHEETS_EMULATOR_HOST=emulator.host)
    for page in (*OF_THE_SURVEY, "trinh_chieu"):
        drawn = opened(page)
        text = drawn.text
        assert "<h1" in drawn.html, page
        assert "Chưa đọc được số liệu." in text, page
        assert "Trang tính 1Khao-sa…: Google chưa trả lời. Ứng dụng sẽ tự thử lại." in text, page


def test_while_the_first_rows_are_read_a_page_says_so(office, opened, emulator):
    emulator.fail(faults.late(60), times=10)
    sheet = emulator.create(("Trả lời", small_form.rows()))
    office(wait=0, SURVEY_SHEETS=sheet.url, SHEETS_EMULATOR_HOST=emulator.host)
    for page in OF_THE_SURVEY:
        assert "Đang đọc bảng trả lời…" in opened(page).text, page
    emulator.stopping.set()


def test_under_five_responses_no_figure_is_shown(office, opened, tmp_path):
    office(SURVEY_FILE=str(small_form.write(tmp_path / "small.csv", small_form.rows(n=4))))
    for page in OF_THE_SURVEY:
        drawn = opened(page)
        assert (drawn.n_responses, drawn.figures) == ("–", []), page
        assert "%" not in drawn.text, page


def test_a_wrong_setting_is_told_in_a_sentence(office, opened):
    office('[survey]\nfiel = "a.csv"', wait=0)
    for page in OF_THE_SURVEY:
        sentence = "Cài đặt fiel trong .streamlit/secrets.toml: không có mục nào tên như vậy"
        assert sentence in opened(page).text, page


@pytest.mark.parametrize("page", OF_THE_SURVEY)
def test_english_is_spoken_when_the_link_asks_for_it(sample, opened, page):
    drawn = opened(page, lang="en", **PUBLISHED)
    assert drawn.n_responses == "226 responses"
    assert not [word for word in ("phiếu", "Đang xem", "Tỷ lệ", "Số ") if word in _ours(drawn)]


def _ours(drawn):
    """Return what we say ourselves: the sample's questions and answers stay Vietnamese."""
    return drawn.text.partition("Showing:")[2][:250]


def test_the_menu_leads_to_the_communes_of_today_unless_the_address_says_of_when(sample, opened):
    assert opened().menu["so_sanh"] == "dg=nay"
    assert opened(dg="xua").menu["so_sanh"] == "dg=xua"
    assert opened(xa="xuan-tay").menu["so_sanh"] == "xa=xuan-tay"

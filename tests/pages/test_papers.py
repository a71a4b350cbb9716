"""The papers of an address against its pages: no figure of one differs from the other's."""

import functools
import json
import re
from pathlib import Path

import pytest
from docx.document import Document

from lib.office_clock import OfficeClock
from lib.papers import PaperReading, SurveyPapers, current_papers, selection_papers
from lib.roles import Role
from lib.survey.model.periods import parse_period
from lib.ui.shell.process import feed_for_role, the_desk, the_office, the_settings
from lib.ui.shell.survey_view import decode_survey_view
from lib.ui.shell.viewer_disclosure import role_disclosure
from tests import small_form
from tests.lib.reports.survey import document, rows, sheets, words
from tests.pages.conftest import SIGN_IN

ADDRESSES = [
    {"xa": "xuan-tay", "ky": "2022-Q4"},
    {"ky": "2026-Q3"},
    {"ky": "2026-Q3", "cau": ["c6", "c9"]},
    {"xa": "xuan-dong-2025", "dg": "nay"},
    {},
]


def taken(role: Role, *, original: bool = False, **query: str | list[str]) -> SurveyPapers:
    """Return the papers as the button of this address makes them."""
    asked = {name: [v] if isinstance(v, str) else v for name, v in query.items()}
    snapshot = feed_for_role(role).snapshot
    selection = decode_survey_view(asked, snapshot.made, the_office().places).selection
    read_at, invented = the_office().local(snapshot.read_at), the_office().sample
    reading = PaperReading(snapshot.made, read_at, sample=invented, original=original)
    staff = role >= Role.STAFF
    return selection_papers(
        reading, selection, the_settings(),
        desk=the_desk() if staff else None,
        may=role_disclosure(snapshot.made, role),
        totals_only=not staff,
    )  # fmt: skip


@functools.cache
def _report(address: str) -> bytes:
    return taken(Role.LEADER, **json.loads(address)).report()


def reported(**query: str | list[str]) -> Document:
    """Return the report of an address on the sample, made once: it takes seconds."""
    return document(_report(json.dumps(query)))


def numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:[.,]\d+)*", text)


@pytest.mark.parametrize("query", ADDRESSES)
def test_rates_counts_and_intervals_of_the_questions_are_the_overviews(sample, opened, query):
    page = opened(**query).html
    on_screen = [
        (re.sub("<.*?>", "", name), *figures)
        for name, *figures in re.findall(
            r'<tr[^>]*><th[^>]*scope="row"[^>]*><a[^>]*theo_cau_hoi[^>]*>(.*?)</a></th>'
            r'<td class="x-dis">(?:<b>)?([\d.]+).*?x-neu x-mute">([\d.]+)<.*?'
            r'x-rate x-num"><b>([\d,]+ %)</b>.*?x-num">([\d,]+)–([\d,]+)</td>.*?>([\d.]+)</td>',
            page,
        )
    ]
    table = rows(reported(**query), "Kết quả theo câu hỏi, từ thấp đến cao")[2:]
    on_paper = [
        (r[1], r[4], r[3], r[6], r[7].removesuffix(" %"), r[8].removesuffix(" %"), r[5])
        for r in table
    ]
    assert on_screen
    assert on_paper == on_screen


@pytest.mark.parametrize("query", ADDRESSES)
def test_the_overall_figures_are_the_overviews_cards(sample, opened, query):
    cards = opened(**query).text
    report = words(reported(**query))
    printed = re.search(r"Tỷ lệ hài lòng chung là ([\d,]+ %) .*?: ([\d,–]+ %);", report)
    n = re.search(r"thu được ([\d.]+)", report)[1]
    if "ky" in query:
        rate = re.search(r"Tỷ lệ hài lòng chung ([\d,]+ %) khoảng tin cậy ([\d,–]+ %)", cards)
        assert rate.groups() == printed.groups()
        assert re.search(r"Số phiếu ([\d.]+)", cards)[1] == n
    else:  # the cards are of the running period, the last line of the other periods of all
        assert f"Toàn bộ thời gian {n} {printed[1]}" in cards
    wholly = re.search(r"đều hài lòng\): ([\d,]+ %)\s*, khoảng tin cậy ([\d,–]+ %)", cards)
    assert (
        wholly.groups()
        == re.search(r"đều hài lòng\): ([\d,]+ %) .*?: ([\d,–]+ %);", report).groups()
    )
    if moved := re.search(r"(tăng|giảm)( rõ rệt)? ([\d,]+) điểm phần trăm", cards):
        assert f"chung {moved[0]}" in report


@pytest.mark.parametrize("query", ADDRESSES)
def test_factors_are_the_overviews(sample, opened, query):
    section = opened(**query).html.partition('class="x-sipas"')[2]
    on_screen = re.findall(r'scope="row">(.*?)</th><td>\d+</td><td><b>([\d,]+ %)', section)
    table = rows(reported(**query),
                 "Tỷ lệ hài lòng theo các yếu tố của phương pháp SIPAS")  # fmt: skip
    assert [(row[0], row[4]) for row in table[2:]] == on_screen


def heat(page: str, caption: str) -> list[list[str]]:
    """Return a table of the comparison: rates with their marks, few in brackets, row by row."""
    table = re.search(rf">{caption}</caption>.*?</table>", page, re.DOTALL)[0]
    lines = re.findall(r"<tr><th[^>]*>.*?</th>(.*?)</tr>", table.partition("<tbody>")[2])
    return [list(filter(None, map(_rate, re.findall(r"<td.*?</td>", line)))) for line in lines]


def _rate(cell: str) -> str:
    rate = re.search(r"\d+,\d(?: [▲▼])?", re.sub("<[^>]*>", "", cell))
    return "" if not rate else f"({rate[0]})" if "x-few" in cell else rate[0]


@pytest.mark.parametrize(("caption", "name"), [("Theo xã", "xã"), ("Theo thời gian", "kỳ")])
@pytest.mark.parametrize("query", [{"ky": "2026-Q3"}, {}])
def test_groups_are_the_comparisons_with_their_marks(sample, opened, query, caption, name):
    on_screen = heat(opened("so_sanh", **query).html, caption)
    table = rows(reported(**query), f"Tỷ lệ hài lòng theo {name}")
    on_paper = [[cell.replace(" %", "") for cell in row[2:] if cell != "–"] for row in table[1:]]
    assert on_screen
    assert on_paper == on_screen


def test_work_is_the_page_of_cases(sample, opened):
    cards = opened("can_xu_ly", ky="2026-Q3").text
    report = words(reported(ky="2026-Q3"))
    new, working, done = re.search(
        r": (\d+) mới, (\d+) đang xử lý, (\d+) đã xong\.", report
    ).groups()
    assert f"Đang mở {int(new) + int(working)} việc" in cards
    assert f"Đã xong {done} việc" in cards


def test_measures_are_the_page_of_cases(sample, opened):
    page = opened("can_xu_ly", ky="2026-Q3").text
    report = words(reported(ky="2026-Q3"))
    effects = re.findall(r"(trước [\d,]+ % \(.*?\), sau [\d,]+ % \(.*?\)); (.*?)\.", report)
    assert len(effects) == 2
    for sides, conclusion in effects:
        assert f"{sides}: {conclusion}" in page


def test_a_viewers_papers_hold_no_more_than_the_viewers_page(office, opened, tmp_path):
    from tests.pages.test_viewer import rows as some

    table = some(Xuân=(20,), Sông=(30,), Bảo=(3,), Long=(40,))
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "held.csv", table)))
    page = opened("so_sanh").text
    book = sheets(taken(Role.VIEWER).book())
    groups = [row[0] for row in book["Theo xã"] if isinstance(row[1], float)]
    assert all(str(group).removeprefix("Xã ") in page for group in groups)
    assert not {"Xã Xuân", "Xã Bảo"} & {str(group) for group in groups}
    everybody = [str(row[0]) for row in sheets(taken(Role.LEADER).book())["Theo xã"]]
    assert "Xã Bảo" in everybody
    assert not {"Xử lý ý kiến", "Biện pháp"} & book.keys()


def test_a_paper_of_figures_as_first_received_says_so(sample):
    received = "bản gốc khi nhận, trước khi có phiếu bị sửa, bị xóa."
    now, then = taken(Role.STAFF), taken(Role.STAFF, original=True)
    for made in (now, then):
        texts = [words(document(made.report())), str(sheets(made.book()))]
        assert [received in each for each in texts] == [made is then] * 2


@pytest.mark.parametrize(
    ("ky", "communes"),
    [("2022-Q4", ("xuan-tay",)), pytest.param("2026-Q3", (), marks=pytest.mark.thorough)],
)
def test_the_command_makes_what_the_button_gives(sample, ky, communes):
    given = taken(Role.LEADER, ky=ky, xa=list(communes))
    then = OfficeClock(lambda: feed_for_role(Role.LEADER).snapshot.read_at)
    made = current_papers(the_settings(), Path(".streamlit"), parse_period(ky), communes, then)
    assert (made.report(), made.book()) == (given.report(), given.book())


def test_the_buttons_stand_where_there_are_figures_and_only_there(sample, opened):
    labels = [b.label for b in opened(ky="2022-Q4").test.get("download_button")]
    assert labels == ["Báo cáo (Word)", "Bảng số liệu (Excel)"]
    assert not opened(ky="2019").test.get("download_button")

"""Every number of a report: on a page of its address, a sum of such, and in the book alike."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from lib.roles import Role
from tests.lib.reports.survey import rows, sheets, words
from tests.pages.test_papers import ADDRESSES, numbers, reported, taken

EARLIER = [{"ky": "2026-Q2"}, {"ky": "2025-Q3"}]


def test_earlier_periods_are_the_pages_of_their_own_addresses(sample, opened):
    table = rows(reported(ky="2026-Q3"),
                 "Từng câu hỏi so với kỳ trước và cùng kỳ")[2:]  # fmt: skip
    pages = [opened(**query).html for query in EARLIER]
    for question, _, now, *earlier in table:
        for page, (then, moved, _) in zip(pages, (earlier[:3], earlier[3:]), strict=True):
            on_screen = re.search(rf">{question}<.*?x-rate x-num\"><b>([\d,]+ %)</b>", page)[1]
            assert then == on_screen
            assert abs(figure(moved) - (figure(now) - figure(then))) < 0.11  # each is rounded


def test_every_rate_and_every_number_of_responses_stands_on_a_page_too(sample, opened):
    query = {"ky": "2026-Q3"}
    paper = reported(**query)
    months = [{"ky": f"2026-0{month}"} for month in (7, 8, 9)]
    asked = [{**query, "cau": f"c{n}"} for n in range(1, 11)]
    pages = (
        *(opened(**each) for each in (query, *EARLIER, *months)),
        *(opened("theo_cau_hoi", **each) for each in asked),
        *(opened(page, **query) for page in ("so_sanh", "can_xu_ly")),
    )
    on_screen = {number for page in pages for number in numbers(page.text)}
    on_paper = {number for text in told_of(paper) for number in numbers(text)}
    assert on_paper - on_screen == set()


DERIVED = {"Số lượng", "Trên tổng số", "Câu trả lời hài lòng", "Câu trả lời hợp lệ"}  # sums
BY_CAUSE = "Ý kiến chưa hài lòng đang theo dõi, theo nguyên nhân và tình trạng"


def told_of(paper) -> Iterator[str]:
    """Yield the sentences with rates or responses, and the cells that are no sum nor change."""
    yield from re.findall(r"[\d.,–]+ (?:%|phiếu)", words(paper).replace("điểm phần trăm", ""))
    titles = [line.text for line in paper.paragraphs if line.style.name == "Caption"]
    for title in {start for start in titles if not start.startswith("Biểu đồ")} - {BY_CAUSE}:
        table = rows(paper, title)
        heads = [f"{upper} {lower}" for upper, lower in zip(*table[:2], strict=True)]
        for row in table:
            yield from (
                cell for name, cell in zip(heads, row, strict=True)
                if "ngày" not in name and "Thay đổi" not in name and "Chênh" not in name
                and not any(name.startswith(start) for start in DERIVED) and cell[:1].isdigit()
                and re.fullmatch(r"[\d.,]+(?: %)?(?: [▲▼])?", cell)
            )  # fmt: skip


def figure(text: str) -> float:
    return float(text.removesuffix(" %").replace(",", ".").replace("−", "-"))


def test_sums_are_those_of_the_questions_that_the_page_shows(sample):
    paper = reported(ky="2026-Q3")
    asked = rows(paper, "Kết quả theo câu hỏi, từ thấp đến cao")[2:]
    satisfied, valid = (sum(int(row[column]) for row in asked) for column in (2, 5))
    together = re.search(r"chung là [\d,]+ % \(([\d.]+)/([\d.]+);", words(paper)).groups()
    assert [int(n.replace(".", "")) for n in together] == [satisfied, valid]
    factors = rows(paper, "Tỷ lệ hài lòng theo các yếu tố của phương pháp SIPAS")[2:]
    parts = [[int(row[column].replace(".", "")) for row in factors] for column in (2, 3)]
    general = next(row for row in asked if row[1].startswith("Hài lòng chung"))
    assert [sum(part) for part in parts] == [satisfied - int(general[2]), valid - int(general[5])]


def test_cases_by_cause_add_up_to_those_of_the_page(sample, opened):
    page = opened("can_xu_ly", ky="2026-Q3").text
    *causes, total = rows(reported(ky="2026-Q3"), BY_CAUSE)[1:]
    assert [sum(int(row[column]) for row in causes) for column in range(1, 6)] == list(
        map(int, total[1:])
    )
    assert f"Đang mở {int(total[1]) + int(total[2])} việc" in page
    assert f"Đã xong {total[3]} việc" in page


@pytest.mark.parametrize("query", ADDRESSES)
def test_the_book_is_the_report_number_by_number(sample, query):
    paper, book = reported(**query), sheets(taken(Role.LEADER, **query).book())
    titles = {str(lines[0][0]): lines for lines in book.values()}
    captions = {line.text for line in paper.paragraphs if line.style.name == "Caption"}
    printed = {title for title in captions if not title.startswith("Biểu đồ")}
    assert {title.upper() for title in printed} == titles.keys()
    for title in printed:
        table, lines = rows(paper, title), titles[title.upper()]
        for row in (row for row in table if any(cell[:1].isdigit() for cell in row[1:])):
            in_book = next(cells for cells in lines if cells and same(row, cells))
            assert in_book


def same(printed: list[str], in_book: list[object]) -> bool:
    """Tell whether a row of the book says what the printed one says."""
    return len(in_book) == len(printed) and all(map(_same, printed, in_book))


def _same(printed: str, in_book: object) -> bool:
    if isinstance(in_book, dt.date):
        return printed == f"{in_book:%d/%m/%Y}"
    if not isinstance(in_book, int | float):
        return printed == (str(in_book) or "–")
    text = printed.strip("()").rstrip(" ▲▼")
    if text.endswith("%"):
        return abs(figure(text) - in_book * 100) <= 0.05 + 1e-9
    if "," in text:
        return abs(figure(text.replace("+", "")) - in_book) <= 0.05 + 1e-9
    return int(text.replace(".", "")) == in_book

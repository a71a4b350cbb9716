"""Filters by what people answered: any dimension, in the address, on every page."""

import datetime as dt
import html
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from tests import small_form
from tests.pages.conftest import SIGN_IN, STAFF

HEADER = [
    "Dấu thời gian", "Giới tính", "Tuổi", "Biết qua đâu?", "Ông/Bà có hài lòng không?",
    "Thủ tục có dễ hiểu không?", "Xã",
]  # fmt: skip


@pytest.fixture(autouse=True)
def ordinary(office, tmp_path):
    """An office that asked forty people; the men, and nobody else, are dissatisfied."""
    table = [HEADER]
    for at in range(40):
        said = "Hài lòng" if at % 4 else "Không hài lòng"
        table.append(
            [
                dt.datetime(2026, 1 + at // 8, 1 + at % 8, 8, 0),
                "Nữ" if at % 4 else "Nam",
                "Hơn 100 tuổi" if at == 1 else ("Dưới 30", "30-60")[at % 2],
                ("Loa, Zalo", "Zalo", "Loa", "Báo, Zalo")[at % 4],
                said,
                said,
                ("Sông", "Xuân")[at // 20],
            ]
        )
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "form.csv", table)))


def facets(drawn):
    """Return what is offered below the added filters: words and count, and where it leads."""
    [added] = drawn.test.get_by_key("value_filters")
    return links(json.loads(added.proto.json)["html"], r"<li>")


def chips(drawn):
    """Return what each chip above the page says, and where it leads."""
    return links(re.search(r'<nav class="x-filters".*?</nav>', drawn.html)[0])


def links(markup, before=""):
    found = re.findall(before + r'<a data-go href="([^"]*)">(.*?)</a>', markup)
    asked = [parse_qs(urlsplit(html.unescape(href)).query) for href, _ in found]
    return [
        (re.sub(r"<[^>]*>", " ", words).split(), query)
        for (_, words), query in zip(found, asked, strict=True)
    ]


@pytest.mark.parametrize("page", ["tong_quan", "theo_cau_hoi", "so_sanh", "can_xu_ly", "du_lieu"])
def test_an_answer_in_the_address_narrows_every_page_and_is_said(page, opened):
    drawn = opened(page, mail=STAFF, tl="c1.nam")
    assert drawn.n_responses == "10 phiếu"
    assert "Giới tính: Nam" in drawn.text


def test_several_values_are_or_and_several_questions_and(opened):
    assert opened(mail=STAFF, tl=["c1.nam", "c1.nu"]).n_responses == "40 phiếu"
    assert opened(mail=STAFF, tl=["c1.nu", "c2.duoi-30"]).n_responses == "10 phiếu"


def test_each_value_stands_with_its_count_under_the_other_filters(opened):
    drawn = opened(mail=STAFF, tl="c1.nam", xa="xuan")
    assert [words for words, _ in facets(drawn)] == [["☐", "Nữ", "15"], ["☑", "Nam", "5"]]


def test_a_value_is_added_and_taken_back_with_a_click_and_nothing_else_is_lost(opened):
    drawn = opened("so_sanh", mail=STAFF, tl="c1.nam", xa="xuan", ky="2026")
    kept = {"ky": ["2026"], "xa": ["xuan"]}
    assert [query for _, query in facets(drawn)] == [{**kept, "tl": ["c1.nam", "c1.nu"]}, kept]


def test_any_closed_question_can_be_added_as_a_filter(opened):
    drawn = opened(mail=STAFF)
    choice = drawn.test.selectbox(key="add_filter")
    assert choice.options[:3] == ["Giới tính", "Tuổi", "Biết qua đâu"]
    choice.set_value("c2").run()
    assert drawn.test.session_state["_added"] == ["c2"]


def test_every_filter_has_a_chip_that_takes_it_back(opened):
    asked = {"tl": "c1.nam", "xa": "xuan", "ky": "2026", "cau": "c4"}
    taken_back = chips(opened(mail=STAFF, **asked))
    assert [" ".join(words).split(" ×")[0] for words, _ in taken_back] == [
        "Năm 2026",
        "Xuân",
        "Giới tính: Nam",
        "Ông/Bà có hài lòng không",
    ]
    assert [asked.keys() - query for _, query in taken_back] == [{"ky"}, {"xa"}, {"tl"}, {"cau"}]


def test_without_a_filter_there_is_no_chip(opened):
    assert "x-filters" not in opened(mail=STAFF).html


def test_what_fewer_than_five_answered_is_named_by_no_link(opened):
    drawn = opened(mail=STAFF, tl="c2.khac")
    assert drawn.n_responses == "1 phiếu"
    assert "Hơn 100 tuổi" not in "".join(" ".join(words) for words, _ in facets(drawn))
    assert opened(mail=STAFF, tl="c2.hon-100-tuoi").n_responses == "0 phiếu"


@pytest.mark.parametrize("asked", ["c1.khong-co", "c99.nam", "c1", "c5.nam"])
def test_what_does_not_exist_is_named_and_shows_nothing(asked, opened):
    drawn = opened(mail=STAFF, tl=["c2.duoi-30", asked])
    assert f"“{asked}”" in drawn.text
    assert drawn.n_responses == "0 phiếu"


def test_whoever_sees_totals_only_filters_by_one_question_at_a_time(opened):
    assert opened(tl="c1.nam").n_responses == "10 phiếu"
    both = opened(tl=["c1.nam", "c2.duoi-30"])
    assert both.n_responses == "–"
    assert "không chọn hai loại cùng lúc" in both.text
    assert "Có thể xem:" in both.text


def test_whoever_sees_totals_only_is_told_why_not_by_answers_that_overlap(opened):
    drawn = opened(tl="c3.loa")
    assert drawn.n_responses == "–"
    assert "được chọn nhiều đáp án" in drawn.text
    assert "Biết qua đâu" not in drawn.test.selectbox(key="add_filter").options


@pytest.mark.parametrize("asked", ["c2", "c4"])
@pytest.mark.parametrize("page", [{"page": "theo_cau_hoi"}, {"page": "so_sanh", "bang": "cheo"}])
def test_a_question_that_the_page_is_about_stays_when_a_filter_is_taken_back(opened, page, asked):
    kept = {name: [value] for name, value in page.items() if name != "page"} | {"cau": [asked]}
    drawn = opened(mail=STAFF, tl="c1.nam", cau=asked, **page)
    assert [query for _, query in chips(drawn)] == [kept]

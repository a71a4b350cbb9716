"""The presentation: what stands on which slide, for whom, and that it is the pages' own figures."""

import html
import json
import re
from urllib.parse import parse_qsl

import pytest
from markupsafe import Markup

from lib.followup.case_events import EXCERPT_TEXT
from lib.journal.journal_lines import Event, EventKind, new_id
from lib.ui.shell.process import the_desk, the_feed
from tests import small_form
from tests.pages.conftest import LEADER, OF_THE_SURVEY, STAFF, Drawn
from tests.pages.readings import submitted

PUBLISHED = {"xa": "xuan-tay", "ky": "2022-Q4"}


def slides(drawn: Drawn) -> dict[str, str]:
    """Return the words of each slide by its code, in their order."""
    sections = re.findall(
        r'<section class="p-slide" data-slide="([^"]*)">(.*?)</section>', drawn.html
    )
    return {code: words(body) for code, body in sections}


def words(body: str) -> str:
    return " ".join(Markup(re.sub(r"<[^>]*>", " ", body)).striptags().split())


def approve(words: str) -> str:
    """Approve these words of the newest dissatisfied response for showing, return its code."""
    desk, responses = the_desk(), the_feed().snapshot.made
    code = desk.cases(responses).codes[0]
    event = Event(
        new_id(), code, EventKind.APPROVED, desk.now(), "canbo@xa.vn", texts={EXCERPT_TEXT: words}
    )
    desk.add([event], although_moved=True)
    return code


def test_first_comes_what_needs_a_decision_then_each_question_then_what_was_done(sample, opened):
    codes = list(slides(opened("trinh_chieu")))
    questions = [f"c{n}" for n in range(1, 11)]
    assert codes[:5] == ["can-chu-y", "qua-han", "ty-le-chung", "dien-bien", "cac-xa"]
    assert sorted(codes[5:15]) == sorted(questions)
    assert all(code.startswith("viec-") for code in codes[15:-1])
    assert len(codes[15:-1]) == 2
    assert codes[-1] == "nguon"


def test_the_communes_stand_on_a_slide_as_on_the_overview(sample, opened):
    row = "Xuân Đông 91,6 % 90,2–92,8 758 thấp hơn rõ rệt Cẩm Mỹ"
    assert row in slides(opened("trinh_chieu"))["cac-xa"]
    assert row in opened().text


def test_the_first_slide_is_no_single_line_on_an_empty_wall(sample, opened):
    first = slides(opened("trinh_chieu", ky="2023-Q1", xa="xuan-tay"))["can-chu-y"]
    assert "Không có tỷ lệ nào thấp rõ rệt" in first
    assert re.search(r"\d\d,\d % hài lòng \d+ phiếu", first)


def test_a_question_slide_tells_rate_number_interval_and_every_level(sample, opened):
    slide = slides(opened("trinh_chieu", **PUBLISHED))["c1"]
    assert "Thái độ, tác phong của công chức" in slide
    assert "99,1 %" in slide
    assert "224 trên 226 câu trả lời" in slide
    assert "Khoảng tin cậy 95 %: 96,8–99,8 %" in slide
    assert re.search(r"tăng 0,\d điểm phần trăm so với Quý III/2022, chưa đủ cơ sở kết luận", slide)
    assert "131 Rất hài lòng" in slide


def test_every_rate_is_the_overviews(sample, opened):
    table = re.search(r'<table class="x-table x-bars">(.*?)</table>', opened(**PUBLISHED).html)[1]
    rows = re.findall(r'<tr[^>]*><th scope="row".*?</tr>', table)
    by_code = slides(opened("trinh_chieu", **PUBLISHED))
    assert len(rows) == 10
    for row in rows:
        cells = words(row)
        label = re.search(r">([^<]+)</a>", row)[1]
        (slide,) = (
            text
            for code, text in by_code.items()
            if code != "can-chu-y" and label in text and " trên " in text
        )
        rate, interval = (re.findall(text, cells)[-1] for text in (r"\d+,\d %", r"\d+,\d–\d+,\d"))
        assert rate in slide
        assert interval in slide
    asked = [code for code in by_code if re.fullmatch(r"c\d+", code)]
    assert asked == [re.search(r"cau=(c\d+)", row)[1] for row in rows]  # the lowest first


def test_the_overall_rate_has_a_slide_of_the_span_that_the_overview_tells_of(sample, opened):
    slide = slides(opened("trinh_chieu"))["ty-le-chung"]
    assert "Quý IV/2026, đến hết ngày 31/10" in slide
    assert re.search(r"Tỷ lệ hài lòng chung ([\d,]+ %)", opened().text)[1] in slide


def test_an_unfinished_quarter_is_set_against_no_finished_one(sample, opened):
    assert (
        "so với Quý III/2026, chưa đủ cơ sở"
        not in slides(opened("trinh_chieu", ky="2026-Q4"))["c1"]
    )
    assert "so với Quý II/2026" in slides(opened("trinh_chieu", ky="2026-Q3"))["c1"]


def test_what_got_worse_is_what_the_overview_says(sample, opened):
    worse = slides(opened("trinh_chieu"))["can-chu-y"]
    assert "Quý IV/2026, đến hết ngày 31/10 so với" in worse
    assert "Số lần đi lại để xong thủ tục (Quý III/2026): giảm 8,2 điểm phần trăm" in worse
    sentence = re.search(
        r"giảm 8,2 điểm phần trăm so với kỳ trước, từ 91,4 % xuống 83,1 % trên [0-9]+ câu trả lời; "
        "86 phiếu",
        worse,
    )
    assert sentence
    assert sentence[0] in opened().text


def test_where_nothing_got_worse_that_is_said(sample, opened):
    assert (
        "Không có tỷ lệ nào thấp rõ rệt"
        in slides(opened("trinh_chieu", ky="2023-Q1", xa="xuan-tay"))["can-chu-y"]
    )


def test_overdue_cases_are_those_of_the_page_of_cases(sample, opened):
    slide = slides(opened("trinh_chieu"))["qua-han"]
    late, all_open = re.search(r"(\d+) việc quá hạn trên (\d+) việc đang mở", slide).groups()
    cards = opened("can_xu_ly").text
    assert re.search(rf"Đang mở {all_open} việc", cards)
    assert re.search(rf"Quá hạn {late} việc", cards)


def test_a_measure_has_its_before_and_after_as_on_the_page_of_impact(sample, opened):
    measures = [words for code, words in slides(opened("trinh_chieu")).items() if "viec-" in code]
    impact = opened("tac_dong").text
    sides = re.findall(r"trước \d+,\d % \(.*?\), sau \d+,\d % \(.*?\)", " ".join(measures))
    assert len(sides) >= 2
    assert all(side in impact for side in sides)


def test_the_last_slide_says_how_many_when_read_and_that_it_is_no_random_sample(sample, opened):
    slide = slides(opened("trinh_chieu", **PUBLISHED))["nguon"]
    assert "Xã Xuân Tây · Quý IV/2022 · cả 10 câu hỏi · 226 phiếu" in slide
    assert re.search(r"Số liệu chốt ngày \d\d/\d\d/\d{4}", slide)
    assert "không phải mẫu ngẫu nhiên" in slide
    assert re.search(r"mã xác thực 8953-[0-9a-f]{32}", slide)


def test_every_slide_says_that_the_sample_is_one(sample, opened):
    assert all("Dữ liệu mẫu" in words for words in slides(opened("trinh_chieu")).values())


def test_chosen_questions_alone_have_slides(sample, opened):
    codes = list(slides(opened("trinh_chieu", **PUBLISHED, cau=["c7", "c2"])))
    assert [code for code in codes if re.fullmatch(r"c\d+", code)] == ["c7", "c2"]


def test_english_is_spoken_when_the_link_asks_for_it(sample, opened):
    assert "Where the figures come from" in slides(opened("trinh_chieu", lang="en"))["nguon"]


def test_a_view_that_does_not_exist_is_named_and_shows_no_slide(sample, opened):
    drawn = opened("trinh_chieu", xa="ha-noi")
    assert slides(drawn) == {}
    assert "xã, phường “ha-noi”" in drawn.text


def test_without_any_response_the_page_says_that_none_has_come_yet(office, opened, tmp_path):
    empty = small_form.write(tmp_path / "empty.csv", small_form.rows()[:1])
    office(SURVEY_FILE=str(empty))
    drawn = opened("trinh_chieu")
    assert slides(drawn) == {}
    assert "Chưa có phiếu nào" in drawn.text


def test_what_of_a_link_was_not_understood_stands_on_the_first_slide(sample, opened):
    by_code = slides(opened("trinh_chieu", xa=["xuan-tay", "ha-noi"], ky="2022-Q4"))
    assert next(iter(by_code)) == "luu-y"
    assert "xã, phường “ha-noi”" in by_code["luu-y"]
    assert "226 phiếu" in by_code["nguon"]


def test_what_a_viewer_may_not_be_shown_is_not_presented_and_the_way_out_is_said(sample, opened):
    drawn = opened("trinh_chieu", ky="2022-10-01..2022-10-05")
    assert slides(drawn) == {}
    assert "Trình chiếu" in drawn.text
    assert re.search(r'href="/trinh_chieu[?][^"]*ky=2022-10', drawn.html)


def test_without_a_pin_the_address_is_pinned_to_what_viewers_saw(sheet, opened):
    drawn = opened("trinh_chieu", mail=LEADER)
    code = the_desk().evidence.readings(seen_only=True)[0].code
    assert drawn.test.query_params["luc"] == code


def test_responses_that_arrive_or_are_edited_move_no_slide(sheet, opened):
    before = opened("trinh_chieu", mail=LEADER)
    code = before.test.query_params["luc"]
    sheet.edit("B2", small_form.DISSATISFIED)
    submitted(sheet, 8)
    after = slides(opened("trinh_chieu", mail=LEADER, luc=code))
    questions = [slide for slide in after if re.fullmatch(r"c\d+", slide)]
    assert len(questions) == 2
    assert [slides(before)[slide] for slide in questions] == [after[slide] for slide in questions]


def test_whoever_presents_shows_what_a_viewer_may_see(sheet, opened):
    submitted(sheet, 2)  # read, and not shown to viewers yet: fewer than five
    decks = [slides(opened("trinh_chieu", mail=who)) for who in (LEADER, STAFF, "")]
    assert "12 phiếu" in decks[0]["nguon"]
    assert decks[0] == decks[1] == decks[2]


def test_a_leaders_own_reading_leads_to_the_one_that_viewers_saw(sheet, opened):
    own = submitted(sheet, 2)
    drawn = opened("trinh_chieu", mail=LEADER, luc=own)
    assert slides(drawn) == {}
    assert "chưa từng" in drawn.text
    way = presenting(opened("so_sanh", mail=LEADER, luc=own, ban="goc"))
    assert set(way) == {"luc"}
    assert "12 phiếu" in slides(opened("trinh_chieu", mail=LEADER, **way))["nguon"]


@pytest.mark.parametrize("page", OF_THE_SURVEY)
def test_every_survey_page_leads_to_its_view_as_slides(sample, opened, page):
    assert presenting(opened(page, **PUBLISHED)) == {"xa": "xuan-tay", "ky": "2022-Q4"}


def presenting(drawn: Drawn) -> dict[str, str]:
    """Return what the way to the presentation asks for."""
    [way] = drawn.test.sidebar.get_by_key("present")
    [href] = re.findall(r'href="/trinh_chieu[?]([^"]*)"', json.loads(way.proto.json)["html"])
    return dict(parse_qsl(html.unescape(href)))


def test_nothing_that_anybody_wrote_is_on_a_slide(sheet, opened):
    assert small_form.SECRET not in opened("trinh_chieu", mail=LEADER).html


def test_an_approved_comment_has_a_slide_and_nothing_more_is_told_of_who_wrote_it(
    sheet,
    opened,
):
    code = approve("Chờ từ sáng …")
    drawn = opened("trinh_chieu")
    slide = slides(drawn)["y-kien-1"]
    between = re.search(r"Ý kiến của người dân (.*) Số liệu chốt", slide)
    assert between[1] == "Chờ từ sáng …"
    assert code not in drawn.html


def test_an_approved_comment_of_a_response_outside_the_view_has_none(sheet, opened):
    approve("Chờ từ sáng …")
    assert "y-kien-1" not in slides(opened("trinh_chieu", xa="song-ray"))


def test_by_narrowing_a_view_nobody_finds_out_where_a_comment_stands(sheet, opened):
    approve("Chờ từ sáng …")
    by_code = slides(opened("trinh_chieu", mail=LEADER, linh_vuc="ho-tich"))
    assert "12 phiếu" in by_code["nguon"]
    assert not [code for code in by_code if code.startswith("y-kien")]


def test_what_is_still_to_be_done_is_not_among_what_was_done(own_sample, opened):
    before = list(slides(opened("trinh_chieu")))
    note(opened("trinh_chieu", chieu="c7"), "Niêm yết hạn trả kết quả", "Công an xã")
    assert list(slides(opened("trinh_chieu"))) == before


def test_where_nothing_could_be_compared_nobody_is_reassured(sheet, opened):
    slide = slides(opened("trinh_chieu", mail=LEADER))["can-chu-y"]
    assert "có dưới 30 phiếu có câu trả lời hợp lệ, chưa đủ để kết luận" in slide
    assert "thấp rõ rệt" not in slide


def test_of_a_question_that_may_not_be_shown_no_cases_are_counted_either(office, opened, tmp_path):
    header, *rows = small_form.recent()
    few = [
        [*row[:2], "Không hài lòng" if number == 3 else "", *row[3:]]
        for number, row in enumerate(rows)
    ]
    office(SURVEY_FILE=str(small_form.write(tmp_path / "few.csv", [header, *few])))
    wall = slides(opened("trinh_chieu", cau="c2"))
    assert "Không hiển thị" in wall["c2"]
    assert "việc quá hạn" not in wall["qua-han"]
    assert "Không hiển thị" in wall["qua-han"]


def test_only_a_leader_may_note_a_task(sheet, opened):
    assert [
        button.key
        for button in opened("trinh_chieu", mail=LEADER).test.button
        if "task" in button.key
    ]
    assert not [
        button for button in opened("trinh_chieu", mail=STAFF).test.button if "task" in button.key
    ]


@pytest.fixture
def wall(own_sample, opened):
    """The slide of the question about punctual results, of the sample."""
    return opened("trinh_chieu", chieu="c7")


def note(drawn: Drawn, title: str, person: str | None) -> None:
    assert drawn.test.text_input, drawn.text
    drawn.test.text_input(key="task_title").set_value(title)
    drawn.test.selectbox(key="task_person").set_value(person)
    drawn.test.button(key="task_note").click().run()


def test_a_task_for_a_question_is_a_measure_with_person_and_due_date(wall, opened):
    due = wall.test.date_input(key="task_due").value
    note(wall, "Niêm yết hạn trả kết quả", "Công an xã")
    assert "Đã lưu." in Drawn(wall.test).text
    text = opened("can_xu_ly").text
    assert "Niêm yết hạn trả kết quả" in text
    assert (
        f"{due:%d/%m/%Y} · Trả kết quả đúng giấy hẹn · tất cả các xã · phụ trách: Công an xã · "
        f"hạn: {due:%d/%m/%Y}" in text
    )


@pytest.mark.parametrize(("title", "person"), [("  ", "Công an xã"), ("Niêm yết", None)])
def test_a_task_without_what_or_who_is_asked_for_both_and_nothing_typed_is_lost(
    wall, title, person
):
    note(wall, title, person)
    assert "Hãy ghi việc cần làm, ai phụ trách" in Drawn(wall.test).text
    assert wall.test.text_input(key="task_title").value == title


def test_a_task_for_an_overdue_case_puts_somebody_in_charge_of_it(own_sample, opened):
    wall = opened("trinh_chieu", chieu="qua-han")
    code = wall.test.selectbox(key="task_viec").value
    due = wall.test.date_input(key="task_due").value
    note(wall, "Gọi lại cho người dân", "Công an xã")
    case = opened("can_xu_ly", viec=code).text
    assert f"phụ trách: Công an xã · hạn: {due:%d/%m/%Y}" in case
    assert "Gọi lại cho người dân" in case

"""The survey's report: the form of the decree, and sentences that claim no more than is known."""

import re

import pytest
from docx.document import Document

from lib.settings import Letterhead
from lib.settings.office_settings import OfficeName, PeriodTransactions
from lib.wording import use_language
from tests.lib.analysis.made import Row, responses
from tests.lib.reports.survey import HEAD, cells, document, made, rows, words

STATED = Letterhead(
    (OfficeName("UBND xã Xuân Tây", place="Xuân Tây", abbreviation="UBND"),),
    recipients=("Đảng ủy xã",),
    signs=("TM. Ủy ban nhân dân",),
    transactions=(PeriodTransactions("2022-Q4", 1250, "xuan-tay"),),
)


@pytest.fixture(scope="module")
def paper() -> Document:
    """The report of the published quarter."""
    return document(made("2022-Q4", "xuan-tay", letterhead=STATED).report())


@pytest.fixture(scope="module")
def newest() -> Document:
    """The report of the newest quarter, on which people work."""
    return document(made("2026-Q3").report())


def test_the_head_is_the_offices_and_number_date_and_signature_are_blank(paper):
    for part in (
        "UBND XÃ XUÂN TÂY",
        "Số:        /BC-UBND",
        "Xuân Tây, ngày ..... tháng ..... năm ........",
        "- Đảng ủy xã;\n- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
    ):
        assert part in cells(paper)


def test_parts_are_real_headings_and_captions(paper):
    styles = [(line.style.name, line.text) for line in paper.paragraphs if line.style]
    first = [text.split(".")[0] for style, text in styles if style == "Heading 1"]
    assert first == ["I", "II", "III", "IV", "V", "VI"]
    assert ("Caption", "Kết quả theo câu hỏi, từ thấp đến cao") in styles


def test_it_bears_the_filter_n_the_time_of_reading_and_the_head_of_the_ledger(paper):
    for part in (
        "Phạm vi: xã Xuân Tây · Quý IV/2022 · cả 10 câu hỏi · 226 phiếu.",
        "Số liệu cập nhật lúc 08:05 ngày 26/11/2026.",
        f"Mã xác thực: {HEAD}.",
        "Dữ liệu mẫu: không phải số liệu của cơ quan",
        "(DỮ LIỆU MẪU)",
        "không phải mẫu ngẫu nhiên",
    ):
        assert part in words(paper)


def test_a_difference_that_chance_could_explain_is_said_so(paper):
    assert (
        "So với quý III/2022 (202 phiếu), tỷ lệ hài lòng chung giảm 0,4 điểm phần trăm, từ "
        "96,1 % thành 95,7 %; khác biệt này có thể do ngẫu nhiên nên chưa đủ cơ sở kết luận là có "
        "thay đổi."
    ) in words(paper)
    assert "- Số lần đi lại để xong thủ tục: giảm 6,5 điểm phần trăm so với quý III/2022" in words(
        paper
    )


def test_where_nothing_is_clearly_lower_that_is_said():
    calm = words(document(made("2023-Q1", "xuan-tay").report()))
    assert "Không có câu hỏi hoặc nhóm nào thấp hơn rõ rệt" in calm


def test_what_is_beyond_chance_is_named_with_whom_it_concerns():
    found = words(document(made().report()))
    assert "Chỉ nêu những chênh lệch vượt quá mức có thể do ngẫu nhiên" in found
    assert "- Số lần đi lại để xong thủ tục: giảm 8,2 điểm phần trăm so với quý II/2026" in found
    assert "thấp hơn rõ rệt ở: Cơ sở vật chất nơi tiếp dân" in found


def test_an_overall_change_beyond_chance_is_said_to_be_clear():
    found = words(document(made("2026-Q3").report()))
    assert "khác biệt này vượt quá mức có thể do ngẫu nhiên" in found


def test_fewer_than_30_responses_are_told_to_say_little():
    few = responses(Row("SSD", 12), Row("DSS", 5))
    found = words(document(made(responses=few).report()))
    assert "Dưới 30 phiếu: chỉ để tham khảo" in found
    assert "chưa đủ để nói nội dung nào còn yếu" in found
    assert "Tỷ lệ thấp nhất" not in found


def test_pictures_have_words_for_those_who_cannot_see_them(paper):
    alternatives = [shape._inline.docPr.get("descr") for shape in paper.inline_shapes]
    assert len(alternatives) == 2
    assert "Xử lý góp ý, phản ánh, kiến nghị 90,3 %" in alternatives[0]
    assert "T11/22 94,2 %" in alternatives[1]


def test_what_sipas_needs_is_told_beside_what_it_is_not(paper):
    found = words(paper)
    assert "toàn diện (mọi câu trả lời hợp lệ của phiếu đều hài lòng): 87,6 % (198/226" in found
    assert "Với 1.250 giao dịch trong kỳ, cỡ mẫu cần có là 304 phiếu" in found
    assert "đã thu 226 phiếu, còn thiếu 78" in found
    assert "Không so các tỷ lệ này với Chỉ số SIPAS" in found


def test_transactions_of_all_are_not_held_against_a_part():
    part = made("2022-Q4", "xuan-tay", letterhead=STATED, sectors=("dat-dai",))
    assert "cỡ mẫu" not in words(document(part.report()))


def test_work_is_told_by_state_and_cause_and_measures_with_before_and_after(newest):
    table = rows(newest, "Ý kiến chưa hài lòng đang theo dõi, theo nguyên nhân và tình trạng")
    total = [int(cell) for cell in table[-1][1:]]
    assert [sum(int(row[at]) for row in table[1:-1]) for at in range(1, 6)] == total
    assert f"Đang theo dõi {total[3]} ý kiến chưa hài lòng" in words(newest)
    assert (
        "“Hướng dẫn một lần, ghi đủ giấy tờ vào phiếu hẹn” (từ 02/03/2026; “Hướng dẫn rõ ràng, dễ "
        "hiểu”, “Số lần đi lại để xong thủ tục”): tỷ lệ hài lòng trước 92,2 % "
    ) in words(newest)


def test_dissatisfied_responses_from_before_tracking_are_counted_apart(newest):
    found = words(newest)
    every = int(re.search(r"Có (\d+) trên \d+ phiếu .* chưa hài lòng\.", found)[1])
    tracked = int(re.search(r"Đang theo dõi (\d+) ý kiến", found)[1])
    apart = int(re.search(r"Không tính (\d+) phiếu chưa hài lòng gửi trước", found)[1])
    assert tracked + apart == every


def test_a_measure_taken_after_the_period_is_not_in_its_report(paper):
    assert "Chưa ghi nhận biện pháp nào." in words(paper)


def test_a_period_without_responses_is_a_report_that_says_so():
    paper = document(made("2019").report())
    assert "Không có phiếu khảo sát nào trong phạm vi này." in words(paper)
    assert not re.search(r"\d %", cells(paper).replace("95 %", ""))
    assert not paper.inline_shapes


def test_many_questions_stand_in_tables_that_fit_a_page():
    many = responses(Row("S" * 37, 40, commune="a"), Row("D" * 37, 40, commune="b"))
    paper = document(made(responses=many).report())
    assert len(rows(paper, "Tỷ lệ hài lòng theo xã (4)")[0]) == 3 + 7
    assert rows(paper, "Tỷ lệ hài lòng theo xã (1)")[2][:4] == ["B", "40", "0,0 % ▼", "0,0 % ▼"]


def test_a_viewers_report_holds_no_work_and_the_day_only():
    found = words(document(made("2026-Q3", viewer=True).report()))
    assert "Số liệu cập nhật ngày 26/11/2026." in found
    assert "Chỉ gồm số tổng hợp trên ít nhất 5 phiếu" in found
    assert "theo nguyên nhân" not in found.lower()
    assert "02/03/2026" not in found


def test_a_viewers_report_names_no_group_that_the_page_hides():
    some = responses(*(Row("SD", n, commune=c) for c, n in (("a", 20), ("b", 30), ("c", 3))))
    every, shown = (document(made(responses=some, viewer=v).report()) for v in (False, True))
    name = "Tỷ lệ hài lòng theo xã"
    assert [row[0] for row in rows(every, name)[1:]] == ["A", "B", "C"]
    assert name not in words(shown)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_same_reading_makes_the_same_bytes_whoever_takes_it(language):
    use_language(language)
    again = made("2022-Q4", "xuan-tay")
    use_language("vi")
    assert again.report() == made("2022-Q4", "xuan-tay").report()
    assert again.book() == made("2022-Q4", "xuan-tay").book()


def test_a_form_without_a_question_on_satisfaction_is_said_to_have_none():
    found = words(document(made(responses=responses(Row("", 14))).report()))
    assert "14 phiếu khảo sát, nhưng không có câu hỏi nào tính được mức độ hài lòng" in found
    assert "nên không tính tỷ lệ" in found
    assert "0 phiếu" not in found

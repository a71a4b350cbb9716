"""The short report: the form of the decree, and sentences made of the figures."""

import dataclasses
import io

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from lib.movement.register_records import Register
from lib.reports.movement_report import movement_report_docx
from lib.reports.paper_issuer import Issuer
from lib.wording import use_language
from tests.lib.reports import survey
from tests.lib.reports.movement import ABOUT, MODELS, REGISTER, covered, long_register, summed

ISSUER = Issuer(
    "Ủy ban nhân dân xã Xuân Đông", "UBND thành phố Đồng Nai", "UBND",
    ("TM. Ủy ban nhân dân", "Chủ tịch"), ("Ban Tuyên giáo và Dân vận",),
)  # fmt: skip


def report(register: Register = REGISTER, **about: object) -> Document:
    told = dataclasses.replace(ABOUT, **about)
    earlier = summed(register) if told.period else summed(register, None)
    made = movement_report_docx(register, earlier, covered(register), told, ISSUER)
    return docx.Document(io.BytesIO(made))


PAPER = report()


def words(paper: Document = PAPER) -> str:
    return survey.words(paper)


def cells(paper: Document = PAPER) -> str:
    return survey.cells(paper)


def test_the_head_bears_both_agencies_nation_and_motto_and_number_and_date_are_blank():
    for part in (
        "UBND THÀNH PHỐ ĐỒNG NAI",
        "ỦY BAN NHÂN DÂN\nXÃ XUÂN ĐÔNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số:        /BC-UBND",
        ".........., ngày ..... tháng ..... năm ........",
    ):
        assert part in cells()


def test_the_end_says_who_gets_it_and_who_signs():
    assert "Nơi nhận:\n- Như trên;\n- Ban Tuyên giáo và Dân vận;\n- Lưu: VT." in cells()
    assert "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH" in cells()


def test_an_issuer_of_whom_only_the_name_is_known_leaves_the_rest_blank():
    made = movement_report_docx(REGISTER, summed(), covered(), ABOUT, Issuer("UBND xã"))
    found = cells(docx.Document(io.BytesIO(made)))
    assert "Số:        /BC\n" in found
    assert "....." in found


def test_parts_are_real_headings_in_the_order_of_a_report():
    found = [
        line.text for line in PAPER.paragraphs if line.style and line.style.name == "Heading 1"
    ]
    assert [text.split(".")[0] for text in found] == ["I", "II", "III", "IV", "V"]
    titles = [line.text for line in PAPER.paragraphs if line.style and line.style.name == "Title"]
    assert titles == ["BÁO CÁO", "Phụ lục"]


def test_pages_are_a4_numbered_on_top_from_the_second_and_the_annex_lies_and_begins_anew():
    first, annex = PAPER.sections
    for section in (first, annex):
        assert section.different_first_page_header_footer
        assert "PAGE" in section.header._element.xml
        assert not section.first_page_header.paragraphs[0].text
    assert round(first.page_width / Mm(1)) == 210
    assert annex.orientation is WD_ORIENT.LANDSCAPE
    assert 'w:pgNumType w:start="1"' in annex._sectPr.xml


def test_the_situation_is_told_in_sentences():
    assert "Sổ theo dõi ghi nhận 4 mô hình, điển hình Dân vận khéo." in words()
    assert "Về chủ thể thực hiện: 2 tập thể, 2 chưa rõ." in words()
    assert "Đã có 2 mô hình, điển hình được công nhận (1 cấp xã, 1 cấp tỉnh, thành phố)." in words()
    assert "Đã có 1 mô hình, điển hình được nhân rộng." in words()


def test_a_lower_bound_stays_one_and_in_a_sum_it_is_at_least():
    assert "“Đổi rác lấy quà” (Phòng TN-MT): vở đã đổi hơn 18.000 cuốn vở; rác thu gom 18 tấn." in (
        words()
    )
    assert "Cộng 2 kết quả: vở đã đổi ít nhất 25.000 cuốn vở." in words()


def test_a_fact_stands_by_its_place_and_what_was_not_read_as_it_was_written():
    assert "Trên địa bàn huyện Cẩm Mỹ: góp làm đường 37 tỷ đồng." in words()
    assert "“Nuôi dúi”: lãi chưa tính xong." in words()


def test_places_where_nothing_happens_and_those_that_come_first_are_named():
    some = Register({"vo": MODELS[1]})
    found = words(report(some))
    assert "Có 1/13 xã, thị trấn có ít nhất một mô hình, điển hình." in found
    assert "xã Xuân Tây" in found
    assert "Địa bàn được xác định ưu tiên: xã Xuân Đông." in found
    assert "Cả 13/13 xã, thị trấn đều có ít nhất một mô hình, điển hình." in words()


def test_the_year_before_is_compared_in_all_and_by_sector():
    assert "là 4, tăng 2 (100,0 %) so với 2 của năm 2021." in words()
    assert "lĩnh vực văn hóa – xã hội có 2, tăng 1 (100,0 %) so với 1" in words()
    assert "lĩnh vực quốc phòng – an ninh có 1, tăng 1 so với 0" in words()


def test_without_a_period_nothing_is_compared():
    assert "không có kỳ tương ứng của năm trước để so sánh" in words(report(period=None))


def test_the_annex_is_the_same_table_as_the_workbooks():
    table = PAPER.tables[-1]
    assert [cell.text for cell in table.rows[-1].cells] == [
        "", "Tổng cộng", "4", "0", "2", "1", "0", "1", "2", "0", "2", "1", "1", "1", "2", "+2"
    ]  # fmt: skip
    assert "w:tblHeader" in table.rows[1]._tr.xml


@pytest.mark.parametrize("sample", [True, False])
def test_a_sample_says_so_in_its_title(sample):
    assert ("(DỮ LIỆU MẪU)" in words(report(sample=sample))) is sample


def test_an_empty_register_makes_a_report_that_says_so():
    found = words(report(Register({})))
    assert "chưa ghi nhận mô hình, điển hình Dân vận khéo nào" in found
    assert "Chưa ghi nhận mô hình, điển hình hoặc số liệu nào." in found


def test_a_long_register_names_a_few_and_says_how_many_more():
    found = words(report(long_register()))
    assert "Ngoài ra còn 245 mô hình, điển hình khác có số liệu kết quả." in found
    assert found.count("“Mô hình ") == 15


def test_the_report_is_in_vietnamese_whoever_takes_it_and_holds_no_picture():
    use_language("en")
    found = words(report())
    use_language("vi")
    assert found == words()
    assert not PAPER.inline_shapes


def test_the_paper_tells_of_its_annex_and_the_annex_of_its_paper():
    assert "Số liệu chi tiết ở Phụ lục kèm theo." in words()
    assert "(Kèm theo Báo cáo số ....../BC-UBND ngày ..... tháng ..... năm ........" in words()
    assert "Kính gửi: ........" in words()

"""The tables of documents: words stay words, groups of the header are joined."""

from docx.shared import Mm

from lib.reports.document_table import add_document_table
from lib.reports.empty_paper import empty_paper
from lib.reports.table_head import TableHead

HEADS = (
    TableHead("Câu hỏi", 40),
    TableHead("từ", 10, "Khoảng", "0"),
    TableHead("đến", 10, "Khoảng", "0"),
)


def test_words_of_people_stay_words_and_keep_their_lines():
    made = empty_paper()
    add_document_table(made, HEADS, [["<b>A & B</b>\nhai dòng", "95 %", "97 %"]], Mm(165))
    cells = made.tables[0].rows[2].cells
    assert cells[0].text == "<b>A & B</b>\nhai dòng"
    assert cells[1].text == "95\N{NO-BREAK SPACE}%"


def test_a_group_of_columns_has_one_head_and_what_has_none_stands_over_both_rows():
    made = empty_paper()
    add_document_table(made, HEADS, [["A", "1", "2"]], Mm(165))
    upper, lower, _ = ([cell.text for cell in row.cells] for row in made.tables[0].rows)
    assert upper == ["Câu hỏi", "Khoảng", "Khoảng"]
    assert lower == ["Câu hỏi", "từ", "đến"]


def test_the_header_is_repeated_on_every_page_and_no_row_is_cut():
    made = empty_paper()
    add_document_table(made, HEADS, [["A", "1", "2"]] * 30, Mm(165))
    rows = [row._tr.xpath("w:trPr/w:tblHeader") for row in made.tables[0].rows]
    assert [bool(repeated) for repeated in rows] == [True, True, *[False] * 30]
    assert len(made.tables[0]._tbl.xpath("w:tr/w:trPr/w:cantSplit")) == 32

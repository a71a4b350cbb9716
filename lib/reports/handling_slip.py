"""“Phiếu xử lý” of one case as a document, in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I.

Number, date and signature are blank, and there is no emblem: the office fills them in and signs
in its own system. Always in Vietnamese: it is a paper of the office.
"""

from docx.document import Document
from docx.shared import Mm

from lib.followup.case_events import OUTCOME_NAMES, STATE_NAMES
from lib.followup.case_item import CaseItem
from lib.reports.empty_paper import empty_paper
from lib.reports.official_paper import (
    add_dotted_lines,
    add_letterhead,
    add_paper_title,
    add_signatures,
    paper_bytes,
    set_column_widths,
)
from lib.reports.paper_issuer import Issuer
from lib.survey.dissatisfied_answers import answered_question
from lib.wording import format_day, gettext, in_vietnamese, with_capital

_BLANK = "." * 60


def handling_slip_docx(
    item: CaseItem, issuer: Issuer, seal: str = "", journal_seal: str = ""
) -> bytes:
    """Return the document of one case.

    `seal` is the head of the ledger that stands for what the response says, `journal_seal` that of
    the journal, which stands for what was done about it.
    """
    paper = empty_paper()
    add_letterhead(paper, issuer, "PXL")
    add_paper_title(paper, "PHIẾU XỬ LÝ", "Ý kiến chưa hài lòng về dịch vụ hành chính công")
    with in_vietnamese():
        parts = {
            "I. Nội dung phản ánh": _said(item, seal),
            "II. Quá trình xử lý": _done(item, journal_seal),
        }
    for title, rows in parts.items():
        paper.add_heading(title, level=1)
        _table(paper, rows)
    paper.add_heading("III. Ý kiến của lãnh đạo", level=1)
    add_dotted_lines(paper, 3)
    add_signatures(paper, "NGƯỜI XỬ LÝ", "LÃNH ĐẠO PHỤ TRÁCH")
    return paper_bytes(paper)


def _said(item: CaseItem, seal: str) -> list[tuple[str, str]]:
    response = item.response
    place = ", ".join(filter(None, (response.hamlet, response.commune_title)))
    answers = "\n".join(f"{answered_question(q)} {level.text}" for q, level in response.answers)
    return [
        ("Mã việc", item.case.code if item.case else ""),
        ("Ngày gửi phiếu", format_day(response.day) if response.day else "không rõ"),
        ("Nơi cư trú", place),
        ("Lĩnh vực thủ tục", response.sector),
        ("Chưa hài lòng về", answers),
        ("Ý kiến góp ý", response.comment or "Không ghi ý kiến góp ý."),
        *([("Mã xác thực số liệu", seal)] if seal else []),
    ]


def _done(item: CaseItem, seal: str) -> list[tuple[str, str]]:
    case = item.case
    if case is None:
        return []
    return [
        ("Ngày nhận", format_day(item.received) if item.received else ""),
        ("Tình trạng", gettext(STATE_NAMES[case.state])),
        ("Người phụ trách", case.person or _BLANK),
        ("Hạn giải quyết", format_day(item.due) if item.due else _BLANK),
        ("Nguyên nhân", case.cause or _BLANK),
        ("Biện pháp đã thực hiện", case.text("done") or _BLANK),
        ("Kết quả", with_capital(gettext(OUTCOME_NAMES[case.outcome])) if case.outcome else _BLANK),
        *([("Mã xác thực sổ diễn biến", seal)] if seal else []),
    ]


def _table(paper: Document, rows: list[tuple[str, str]]) -> None:
    table = paper.add_table(rows=0, cols=2, style="Table Grid")
    for name, words in rows:
        left, right = table.add_row().cells
        left.paragraphs[0].add_run(name).bold = True
        right.paragraphs[0].add_run(words)
    set_column_widths(table, (Mm(50), Mm(115)))

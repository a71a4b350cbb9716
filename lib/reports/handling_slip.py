"""“Phiếu xử lý” of one case as a document, in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I.

Number, date and signature are blank, and there is no emblem: the office fills them in and signs
in its own system. Always in Vietnamese: it is a paper of the office.
"""

from docx.document import Document
from docx.shared import Mm

from lib.followup.case import OUTCOMES, STATES
from lib.followup.item import Item
from lib.reports import empty_paper, official
from lib.reports.issuer import Issuer
from lib.survey.dissatisfied import asked
from lib.wording import day, gettext, in_vietnamese, opening

BLANK = "." * 60


def docx_file(one: Item, issuer: Issuer, seal: str = "") -> bytes:
    """Return the document of one case.

    `seal` is the head of the ledger that stands for what the response says.
    """
    paper = empty_paper.paper()
    official.head(paper, issuer, "PXL")
    official.title(paper, "PHIẾU XỬ LÝ", "Ý kiến chưa hài lòng về dịch vụ hành chính công")
    with in_vietnamese():
        parts = {"I. Nội dung phản ánh": _said(one, seal), "II. Quá trình xử lý": _done(one)}
    for title, rows in parts.items():
        paper.add_heading(title, level=1)
        _table(paper, rows)
    paper.add_heading("III. Ý kiến của lãnh đạo", level=1)
    official.blank(paper, 3)
    official.signatures(paper, "NGƯỜI XỬ LÝ", "LÃNH ĐẠO PHỤ TRÁCH")
    return official.file(paper)


def _said(one: Item, seal: str) -> list[tuple[str, str]]:
    response = one.response
    place = ", ".join(filter(None, (response.hamlet, response.commune)))
    answers = "\n".join(f"{asked(q)} {level.text}" for q, level in response.answers)
    return [
        ("Mã việc", one.case.code if one.case else ""),
        ("Ngày gửi phiếu", day(response.day) if response.day else "không rõ"),
        ("Nơi cư trú", place),
        ("Lĩnh vực thủ tục", response.sector),
        ("Chưa hài lòng về", answers),
        ("Ý kiến góp ý", response.comment or "Không ghi ý kiến góp ý."),
        *([("Mã niêm số liệu", seal)] if seal else []),
    ]


def _done(one: Item) -> list[tuple[str, str]]:
    case = one.case
    if case is None:
        return []
    return [
        ("Ngày nhận", day(one.received) if one.received else ""),
        ("Tình trạng", gettext(STATES[case.state])),
        ("Người phụ trách", case.person or BLANK),
        ("Hạn giải quyết", day(one.due) if one.due else BLANK),
        ("Nguyên nhân", case.cause or BLANK),
        ("Biện pháp đã thực hiện", case.text("done") or BLANK),
        ("Kết quả", opening(gettext(OUTCOMES[case.outcome])) if case.outcome else BLANK),
    ]


def _table(paper: Document, rows: list[tuple[str, str]]) -> None:
    table = paper.add_table(rows=0, cols=2, style="Table Grid")
    for name, words in rows:
        left, right = table.add_row().cells
        left.paragraphs[0].add_run(name).bold = True
        right.paragraphs[0].add_run(words)
    official.sized(table, (Mm(50), Mm(115)))

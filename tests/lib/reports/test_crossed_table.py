from decimal import Decimal

import numpy as np

from lib.analysis.answer_table import AnswerTable
from lib.analysis.cross_table import CrossTable, cross_table
from lib.analysis.group_counts import ComparedGroups
from lib.reports.crossed_table import crossed_report_tables
from lib.reports.report_table import document_cell
from tests.lib.analysis.made import Row, responses

MADE = responses(
    Row("S", 60, channel="p"), Row("D", 20, channel="p"), Row("S", 20, channel="q"),
    Row("D", 60, channel="q"),
)  # fmt: skip


def test_a_crossed_table_is_taken_along_with_counts_shares_and_marks():
    [channel] = MADE.added
    groups = ComparedGroups(channel.values, channel.groups, channel.members)
    table = cross_table(MADE, MADE.form.rated[0], np.ones(MADE.n, dtype=np.bool_), groups)
    [made] = crossed_report_tables(("Câu 1, theo kênh", "Kênh"), table, [(0, "P"), (1, "Q")])
    assert [head.title for head in made.heads] == [
        "Kênh", "Số câu trả lời", *["Hài lòng", "Không hài lòng"] * 2,
    ]  # fmt: skip
    assert [list(row) for row in made.rows] == [
        ["P", 80, 60, 20, Decimal("0.75"), Decimal("0.25")],
        ["Q", 80, 20, 60, Decimal("0.25"), Decimal("0.75")],
    ]
    assert document_cell(made.heads[4], made.rows[0][4]) == "75,0 % ▲"


def test_every_answer_is_taken_along_so_many_on_a_sheet():
    counts = np.tile(np.arange(32), (2, 1))  # the first is given by nobody
    names = tuple(f"Việc {at}" for at in range(32))
    table = CrossTable(AnswerTable(names, counts, counts.sum(axis=1)), np.zeros_like(counts))
    made = list(crossed_report_tables(("Việc gì, theo kênh", "Kênh"), table, [(0, "P")]))
    assert [each.name for each in made] == [f"Bảng chéo ({at})" for at in (1, 2, 3)]
    told = [head.title for each in made for head in each.heads if head.group == "Số phiếu"]
    assert told == [*names[1:]]

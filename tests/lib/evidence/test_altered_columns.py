"""Whatever is done to a column or its header, each response is held against what it said."""

import dataclasses
import datetime as dt
import gzip
import json

import pytest

from lib.evidence.ledger_columns import ColumnStatus
from lib.evidence.ledger_file import ledger_file_text
from lib.evidence.ledger_line import LineKind
from tests.lib.evidence.sheets import COMMENT, FIRST, LEVELS, RATED, TIME, Office, row, told

SECOND = "Thời gian giải quyết có đúng hẹn không?"
OTHER = "Ông/Bà biết dịch vụ này qua đâu?"
N = 12


def office_of_two(other: str = COMMENT) -> Office:
    """Return an office that asks two rated questions, read once; all answers of ten differ."""
    office = Office()
    office.headers = [TIME, RATED, SECOND, other]
    office.rows = [
        [row(5 * at)[0], LEVELS[at % 3], LEVELS[(at + (at > 1)) % 3], f"lời góp ý {at}"]
        for at in range(N)
    ]
    assert office.look() == []
    return office


def edited(office: Office) -> set[str]:
    newest = office.evidence.readings(count=1)[0].number
    return {code.decode() for code in office.evidence.ledger.alterations(newest).edited.tolist()}


def cut(office: Office, at: int) -> list[object]:
    """Delete a column; return what stood there."""
    del office.headers[at]
    return [line.pop(at) for line in office.rows]


def paste(office: Office, at: int, header: str, cells: list[object]) -> None:
    """Put a column there."""
    office.headers.insert(at, header)
    for line, cell in zip(office.rows, cells, strict=True):
        line.insert(at, cell)


def differing(office: Office) -> set[str]:
    """Return the codes of the responses whose two answers were not the same."""
    return {office.code(at) for at, line in enumerate(office.rows) if line[1] != line[2]}


@pytest.mark.parametrize("back", [SECOND, "Thời gian giải quyết có đúng hẹn hay không ạ?"])
@pytest.mark.parametrize("again", [RATED, f" {RATED[:-1]}:", "Ông/Bà có thấy hài lòng không?"])
@pytest.mark.parametrize("between", ["Câu tạm", "Ông/Bà có vừa ý không?"])
def test_headers_exchanged_over_several_readings_are_edits_of_what_differs(between, again, back):
    office = office_of_two()
    expected, found = differing(office), []
    for at, header in ((1, between), (2, again), (1, back)):
        office.headers[at] = header
        found += office.look()
    assert edited(office) == expected
    assert {one.what for one in found} == {LineKind.EDITED}
    both = [office.evidence.before_and_after([one])[0] for one in found]
    assert all(before != after for one in both for before, after in one.values())


@pytest.mark.parametrize("header", ["Câu khác hẳn về điều gì đó?", "Ông/Bà có thấy hài lòng?"])
def test_a_header_replaced_and_every_answer_changed_is_told_and_counts_the_responses(header):
    office = office_of_two()
    was = [line[1] for line in office.rows]
    office.headers[1] = header
    for line in office.rows:
        line[1] = LEVELS[(LEVELS.index(line[1]) + 1) % 3]
    found = office.look()
    assert len(edited(office)) == N
    assert [one.responses for one in found if one.what is LineKind.REMOVED] in ([], [N])
    office.rows[3][1] = was[3]
    [later] = office.look()
    assert (later.what, later.code) == (LineKind.EDITED, office.code(3))


def test_a_header_replaced_and_a_few_answers_changed_is_a_rename_and_those_edits():
    office = office_of_two()
    office.headers[1] = "Câu khác hẳn về điều gì đó?"
    office.rows[2][1] = LEVELS[0]
    assert told(office.look()) == [("edited", office.code(2), ("c1",))]


def test_what_comes_back_under_another_header_is_compared_with_what_had_gone():
    office = office_of_two()
    cells = cut(office, 1)
    [gone] = office.look()
    assert (gone.what, gone.questions, gone.responses) == (LineKind.REMOVED, ("c1",), N)
    office.rows[5][1] = LEVELS[(LEVELS.index(office.rows[5][1]) + 1) % 3]
    assert [one.code for one in office.look()] == [office.code(5)]
    cells[2] = LEVELS[0]
    paste(office, 1, "Câu khác hẳn về điều gì đó?", cells)
    found = told(office.look())
    assert found == [("edited", office.code(2), ("c1",)), ("returned", "", ("c1",))]
    office.evidence.retain(FIRST.date() + dt.timedelta(days=1))
    office.start()
    assert len(office.look()) == 4  # all that was told before, and nothing since


def test_a_column_filled_in_for_those_before_that_enters_a_rate_is_told_once_and_sealed():
    office = office_of_two()
    paste(office, 4, "Ông/Bà đánh giá chung thế nào?", [LEVELS[0]] * (N - 2) + ["", ""])
    [found] = office.look()
    assert (found.what, found.questions, found.responses) == (LineKind.COUNTED, ("c4",), N - 2)
    assert edited(office) == set()
    office.rows[1][4] = LEVELS[1]
    assert told(office.look()) == [("edited", office.code(1), ("c4",))]


def test_the_offices_own_column_is_sealed_from_when_it_enters_a_rate():
    office = office_of_two()
    paste(office, 4, "Mức độ phục vụ?", [f"ghi chú {at}" for at in range(N)])
    assert office.look() == []
    assert office.evidence.ledger.state.sheets["sheet"].columns_with(ColumnStatus.BESIDE) == ["c4"]
    office.rows[0][4] = "ghi khác"
    size = office.evidence.ledger.head.size
    assert office.look() == []
    # under the head stand its line, of either reading the one of its contents, and the journal's
    assert office.evidence.ledger.head.size == size == N + 1 + 2 + 1
    assert office.evidence.readings()[0].new_count == 0
    for at, line in enumerate(office.rows):
        line[4] = LEVELS[at % 2]
    assert [one.what for one in office.look()] == [LineKind.COUNTED]
    office.rows[1][4] = LEVELS[0]
    assert told(office.look()) == [("edited", office.code(1), ("c4",))]


def test_a_question_that_the_form_asks_from_now_on_replaces_none_and_is_no_finding():
    office = office_of_two()
    paste(office, 4, "Nơi ngồi chờ có tốt không?", [""] * N)
    office.rows.append([*row(500), "Bình thường", "mới"])
    office.rows[-1][2:] = [LEVELS[0], "mới", LEVELS[0]]
    assert office.look() == []


def test_a_header_that_two_sheets_share_is_exchanged_in_the_one_where_it_is():
    office = office_of_two()
    elsewhere = Office()
    elsewhere.headers = list(office.headers)
    elsewhere.rows = [[line[0] + dt.timedelta(days=1), *line[1:]] for line in office.rows]
    other = dataclasses.replace(elsewhere.table(), source="b", title="Khác")
    office.look(office.table(), other)
    expected = differing(office)
    for at, header in ((1, "Câu tạm"), (2, RATED), (1, SECOND)):
        office.headers[at] = header
        office.look(office.table(), other)
    assert edited(office) == expected


def phones(n: int) -> list[str]:
    return [f"09{at:08d}" for at in range(n)]


PERSONAL = {
    "phone numbers": phones(N),
    "addresses of mail": [f"dan{at}@vi-du.invalid" for at in range(N)],
    "names": [f"Nguyễn Văn {chr(65 + at)}nh" for at in range(N)],
}


def fill(office: Office, at: int, cells: list[object]) -> None:
    for line, cell in zip(office.rows, cells, strict=True):
        line[at] = cell


@pytest.mark.parametrize("column", [1, 3])
@pytest.mark.parametrize("persons", PERSONAL.values(), ids=PERSONAL)
def test_answers_replaced_by_persons_are_told_and_what_comes_back_is_compared(column, persons):
    office = office_of_two(other=OTHER)
    was = [line[column] for line in office.rows]
    fill(office, column, persons)
    [gone] = office.look()
    assert (gone.what, gone.questions, gone.responses) == (LineKind.REMOVED, (f"c{column}",), N)
    office.start()
    office.rows.append([row(900)[0], LEVELS[0], LEVELS[0], "mới"])
    office.rows[-1][column] = "0900000099"
    office.look()
    fill(office, column, [LEVELS[0], *was[1:-1], LEVELS[1], LEVELS[0]])
    changed = {
        office.code(at) for at, line in enumerate(office.rows[:N]) if line[column] != was[at]
    }
    office.look()
    assert edited(office) == changed


@pytest.mark.parametrize("persons", PERSONAL.values(), ids=PERSONAL)
def test_nothing_of_a_person_is_sealed_when_answers_are_replaced(persons):
    office = office_of_two(other=OTHER)
    for upto in (2, N):
        fill(office, 3, [*persons[:upto], *(line[3] for line in office.rows[upto:])])
        office.look()
    office.start()
    office.look()
    kept = b"".join(gzip.decompress(sealed.contents) for sealed in office.store.sealed()).decode()
    assert [text for text in persons if text in kept] == []
    assert "lời góp ý 7" in kept
    assert office.evidence.ledger.violations == []
    handed = json.loads(ledger_file_text(office.store.sealed(), None))
    assert {line["code"] for line in handed["rows"]} == set(map(bytes.decode, office.codes()))
    office.rows[0][1] = LEVELS[2]  # what else those two had said is still held against them
    assert told(office.look()) == [("edited", office.code(0), ("c1",))]


def test_a_column_of_persons_that_is_recognised_only_now_is_let_go_and_no_finding():
    office = Office()
    office.headers = [TIME, RATED, "Ghi thêm"]
    office.rows = [[*row(at)[:2], f"091234567{at}"] for at in range(2)]
    office.rows += [[*row(5 + at)[:2], f"lời {at}"] for at in range(3)]
    office.look()
    office.rows += [[*row(20 + at)[:2], f"098765432{at}"] for at in range(9)]
    assert office.look() == []
    assert told(office.look()) == []


def test_a_comment_replaced_together_with_its_header_is_compared_from_then_on():
    office = office_of_two()
    office.headers[3] = "Chuyện khác"
    fill(office, 3, [f"chuyện {at}" for at in range(N)])
    assert LineKind.REMOVED in [one.what for one in office.look()]
    assert len(edited(office)) == N
    office.rows[4][3] = "sửa lại"
    assert told(office.look()) == [("edited", office.code(4), ("c4",))]

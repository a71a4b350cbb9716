"""Somebody who does not trust the office checks rows by a printed head and a ledger file."""

import json

import pytest

from lib.errors import BackupError
from lib.evidence.ledger_file import ledger_file_text
from lib.evidence.ledger_verification import Verdict, check_rows
from lib.source_table import SourceTable
from tests.lib.evidence.sheets import FIRST, LEVELS, Office, row


@pytest.fixture
def office() -> Office:
    """An office whose sheet was read once; `head` is what it printed then."""
    office = Office()
    office.look()
    office.head = str(office.evidence.ledger.head)
    office.then = office.table()
    return office


def handed(office: Office, *at: int) -> str:
    """Return the ledger file for the rows at these places, for all where none is given."""
    codes = [office.code(place) for place in at]
    return ledger_file_text(office.store.sealed(), codes or None)


def checked(office: Office, *tables: SourceTable, file: str = "", head: str = "") -> Verdict:
    return check_rows(file or handed(office), head or office.head, tables or [office.table()])


def test_rows_that_nobody_altered_are_those_of_then(office):
    assert checked(office) == Verdict(6, (), 0)


def test_an_export_of_the_same_sheet_is_checked_as_well(office):
    texts = [[line[0].strftime("%d/%m/%Y %H:%M:%S"), *line[1:]] for line in office.rows]
    export = SourceTable(
        "khac.csv", "khac.csv", tuple(office.headers), tuple(map(list, zip(*texts, strict=True)))
    )
    assert checked(office, export) == Verdict(6, (), 0)


@pytest.mark.parametrize("order", ["%d/%m/%Y", "%m/%d/%Y"])
def test_of_a_clock_that_does_not_tell_its_order_the_ledger_does(office, order):
    texts = [[line[0].strftime(f"{order} %I:%M:%S SA"), *line[1:]] for line in office.rows]
    columns = tuple(map(list, zip(*texts, strict=True)))
    export = SourceTable("khac.csv", "khac.csv", tuple(office.headers), columns)
    assert checked(office, export) == Verdict(6, (), 0)


def test_an_altered_row_is_named_by_its_code_and_by_its_place(office):
    code = office.code(2)
    office.rows[2][1] = LEVELS[0]
    found = checked(office)
    assert found.right == 5
    assert code in found.wrong[0]
    assert "4" in found.wrong[1]  # the header is row 1


def test_a_removed_row_and_an_inserted_one_are_named(office):
    code = office.code(2)
    office.rows[2] = row(13, "chèn vào")
    found = checked(office)
    assert found.right == 5
    assert [code in found.wrong[0], "08:13:00" in found.wrong[1]] == [True, True]


def test_of_two_responses_alike_the_one_that_is_left_does_not_stand_for_both(office):
    office.rows.append(list(office.rows[5]))
    office.look()
    head = str(office.evidence.ledger.head)
    assert checked(office, head=head) == Verdict(7, (), 0)
    office.rows.pop()
    found = checked(office, head=head)
    assert (found.right, len(found.wrong)) == (6, 1)


def test_the_head_of_then_holds_for_the_rows_of_then_though_the_ledger_went_on(office):
    office.rows[2][1] = LEVELS[0]
    office.rows.append(row(60))
    office.look()
    assert checked(office, office.then) == Verdict(6, (), 0)
    assert checked(office, head=str(office.evidence.ledger.head)) == Verdict(7, (), 0)
    assert len(checked(office).wrong) == 3


def test_only_the_rows_that_the_file_reveals_are_checked_and_nothing_of_others_is_told(office):
    file = handed(office, 2)
    office.rows[4][1] = LEVELS[0]
    assert checked(office, file=file) == Verdict(1, (), 5)
    assert office.code(4) in file  # its line
    assert len(json.loads(file)["rows"]) == 1


def test_rows_that_nobody_could_check_are_no_proof(office):
    assert checked(office, file=handed(office, 2)).unproven == 5


def test_more_rows_than_responses_of_then_are_told_whatever_the_file_says_of_itself(office):
    told = json.loads(handed(office, 2, 3)) | {"all": False}
    office.rows += [row(61 + n) for n in range(4)]
    [found] = checked(office, file=json.dumps(told)).wrong
    assert "4" in found


def test_a_row_beside_all_responses_of_then_is_told_whatever_the_file_says_of_itself(office):
    told = json.loads(handed(office)) | {"all": False}
    office.rows.append(row(61))
    assert len(checked(office, file=json.dumps(told)).wrong) == 1


def test_a_question_reworded_since_is_found_under_its_new_words_and_told_as_not_proven(office):
    before, office.headers[1] = office.headers[1], "Ông/Bà có hài lòng với cán bộ không?"
    office.look()
    found = checked(office)
    assert found == Verdict(6, (), 0)
    assert found.reworded == ((before, office.headers[1]),)
    printed_since = checked(office, head=str(office.evidence.ledger.head))
    assert (printed_since, printed_since.reworded) == (Verdict(6, (), 0), ())


def test_responses_removed_before_the_head_are_not_looked_for(office):
    del office.rows[2]
    office.rows[3][0] = FIRST.replace(hour=12)
    office.look()
    assert checked(office, head=str(office.evidence.ledger.head)) == Verdict(5, (), 0)


def test_what_was_erased_is_counted_as_not_to_be_checked(office):
    office.evidence.erase([office.code(2)])
    del office.rows[2]
    assert checked(office) == Verdict(5, (), 1)


def test_no_line_shows_what_was_answered_not_even_by_being_like_another():
    offices = Office(), Office()
    for one in offices:
        one.rows = [[*line[:1], LEVELS[0], ""] for line in one.rows]
        one.rows += [list(one.rows[0])]
        one.look()
    lines = [json.loads(handed(one))["lines"] for one in offices]
    hashes = [line.split(" ")[-1] for line in [*lines[0], *lines[1]] if " seen " in line]
    assert len({*hashes}) == 14


def test_a_ledger_with_one_letter_changed_is_refused(office):
    file = handed(office)
    with pytest.raises(BackupError):
        checked(office, file=file.replace(" seen ", " late ", 1))


@pytest.mark.parametrize("head", ["", "6", "6-" + "0" * 32, "5-" + "0" * 64])
def test_another_head_is_refused(office, head):
    with pytest.raises(BackupError):
        checked(office, head=head or "x")


def test_a_file_that_lets_nothing_be_checked_proves_nothing(office):
    told = json.loads(handed(office))
    with pytest.raises(BackupError):
        checked(office, file=json.dumps({**told, "rows": []}))
    with pytest.raises(BackupError):
        checked(office, file=json.dumps({**told, "rows": [], "all": False}))


def test_a_code_that_is_no_responses_is_not_handed_over_in_silence(office):
    with pytest.raises(BackupError, match="zzzzzzzzzz"):
        ledger_file_text(office.store.sealed(), [office.code(2), "zzzzzzzzzz"])


@pytest.mark.parametrize(
    "file",
    ["", "[]", "[" * 100_000, '{"layout":' * 100_000, "{}", '{"layout": 99}', '{"layout": 1}'],
)
def test_another_file_is_refused(office, file):
    with pytest.raises(BackupError):
        checked(office, file=file or " ")


@pytest.mark.parametrize(
    "false",
    [
        {"lines": 1},
        {"lines": [1, None]},
        {"contexts": []},
        {"contexts": {"x": "{}"}},
        {"contexts": {"1": "{}"}},
        {"contexts": {"1": 1}},
        {"contexts": {}},
        {"layout": 2, "columns": []},
        {"layout": 2, "columns": {"x": {}}},
        {"layout": 2, "columns": {"1": {"sheet": {"x": 1}}}},
        {"rows": [{}]},
        {"rows": [{"position": "x"}]},
        {"rows": {"position": 1}},
    ],
    ids=str,
)
def test_a_broken_file_is_refused(office, false):
    with pytest.raises(BackupError):
        checked(office, file=json.dumps({**json.loads(handed(office)), **false}))

"""Of columns and sheets too only what stands under the head is believed."""

import json

import pytest

from lib.errors import BackupError
from lib.evidence.handed_ledger import verdict_words
from lib.evidence.ledger_file import ledger_file_text
from lib.evidence.ledger_verification import Verdict, check_rows
from lib.source_table import SourceTable
from tests.lib.evidence.sheets import RATED, Office, row

OTHER = "Ông/Bà có thất vọng không?"


@pytest.fixture
def office() -> Office:
    """An office whose sheet was read once; `head` is what it printed then."""
    office = Office()
    office.look()
    office.head = str(office.evidence.ledger.head)
    return office


def handed(office: Office) -> dict[str, object]:
    return json.loads(ledger_file_text(office.store.sealed(), None))


def checked(office: Office, told: dict[str, object], *tables: SourceTable) -> Verdict:
    return check_rows(json.dumps(told), office.head, tables or [office.table()])


def test_headers_exchanged_in_the_rows_are_told_whatever_the_file_says_of_them(office):
    told = handed(office)
    office.headers[1], office.headers[2] = office.headers[2], office.headers[1]
    assert checked(office, told).right == 0
    with pytest.raises(BackupError):
        checked(office, _worded(told, {office.headers[1]: "#", office.headers[2]: RATED}))


def test_a_question_put_in_anothers_place_is_told_whatever_the_file_says_of_it(office):
    told = handed(office)
    office.headers[1] = OTHER
    assert checked(office, told).right == 0
    with pytest.raises(BackupError):
        checked(office, _worded(told, {RATED: OTHER}))


def test_a_question_put_in_anothers_place_behind_the_head_is_named_as_not_proven(office):
    told = handed(office)
    later = _worded(told, {RATED: OTHER})["contexts"]["1"]
    told["contexts"]["2"] = later
    office.headers[1] = OTHER
    found = checked(office, told)
    assert found.reworded == ((RATED, OTHER),)
    assert OTHER in verdict_words(found)


def test_a_removal_behind_the_head_is_not_believed(office):
    told, code = handed(office), office.code(2)
    told["lines"].append(f"7 2 2026-11-02T01:00:10+00:00 {code} removed - -")
    del office.rows[2]
    assert len(checked(office, told).wrong) == 1


def test_a_response_put_to_another_sheet_is_told(office):
    other = SourceTable("other", "Khác", (*office.headers[:1], OTHER), ([row(500)[0]], ["Có"]))
    office.look(office.table(), other)
    office.head = str(office.evidence.ledger.head)
    told = handed(office)
    assert checked(office, told, office.table(), other) == Verdict(7, (), 0)
    told["rows"][0]["source"] = "other"
    assert len(checked(office, told, office.table(), other).wrong) == 2


def test_what_a_head_of_before_does_not_prove_is_said(office):
    told = handed(office)
    columns = {"1": {"sheet": {"c1": [RATED], "c2": [office.headers[2]]}}}
    older = {**told, "layout": 2, "columns": columns}
    found = checked(office, older)
    assert not found.columns_proven
    assert checked(office, told).columns_proven
    assert len(verdict_words(found).splitlines()) > len(
        verdict_words(checked(office, told)).splitlines()
    )


def _worded(told: dict[str, object], words: dict[str, str]) -> dict[str, object]:
    """Return the file with these headers in the place of others."""
    contexts = dict(told["contexts"])
    for before, after in words.items():
        contexts = {number: text.replace(before, after) for number, text in contexts.items()}
    return {**told, "contexts": contexts}

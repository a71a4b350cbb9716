"""Somebody who does not trust the office checks its journal by a printed head and a ledger file."""

import json

import pytest

from lib.evidence.journal_verification import HandedJournal
from lib.evidence.ledger_file import ledger_file_text
from tests.lib.evidence.sheets import Office, row
from tests.lib.evidence.test_journal_chain import done


@pytest.fixture
def office() -> Office:
    """An office that sealed two of its three events; `head` is what it printed after all three."""
    office = Office()
    office.look()
    office.journal.add([done("a", note="Bà Nguyễn Thị Bảy"), done("b")])
    office.rows.append(row(40, "phút 40"))
    office.look()
    office.journal.add([done("c")])
    office.head = office.evidence.chain.printed
    office.journal.add([done("d")])
    return office


def handed(office: Office, without: int | None = None) -> dict:
    """Return what the file holds, without the event at this place."""
    leaves = [event.leaf for at, event in enumerate(office.journal.events) if at != without]
    return json.loads(ledger_file_text(office.store.sealed(), None, leaves))


def journal(told: dict) -> HandedJournal:
    return HandedJournal(json.dumps(told))


def test_a_printed_head_stands_for_the_entries_of_then_whatever_came_since(office):
    assert journal(handed(office)).entries_of(office.head) == 3


@pytest.mark.parametrize("gone", range(3))
def test_a_journal_without_an_entry_of_then_is_not_that_of_the_head(office, gone):
    told = journal(handed(office, without=gone))
    assert told.entries_of(office.head) is None
    broken = told.words_for(str(office.evidence.ledger.head))[1]
    assert broken == (gone < 2)  # the ledger sealed two


def test_the_ledgers_head_proves_the_journal_up_to_its_reading(office):
    words, false = journal(handed(office)).words_for(str(office.evidence.ledger.head))
    assert ("2" in words, false) == (True, False)


def test_a_file_without_the_journal_proves_nothing_of_it(office):
    told = handed(office)
    for journals in (None, "x", ["x"], [1]):
        one = journal({**told, "journal": journals})
        assert one.entries_of(office.head) is None
        words, false = one.words_for(str(office.evidence.ledger.head))
        assert words == "Sổ diễn biến không được giao nên chưa đối chiếu."
        assert not false


@pytest.mark.parametrize("file", ["", "[]", "[" * 100_000, '{"journal": {}}'])
def test_another_file_holds_no_journal(office, file):
    assert HandedJournal(file).entries_of(office.head) is None


def test_nothing_that_anybody_did_or_said_stands_in_the_file(office):
    file = json.dumps(handed(office), ensure_ascii=False)
    assert not [word for word in ("canbo@xa.vn", "Bảy", "changed") if word in file]

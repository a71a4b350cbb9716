"""A head is short on paper and whole in files; both mean the same ledger.

A remembered head that cannot be read is told of, never passed over.
"""

from pathlib import Path

import pytest

from lib.evidence.ledger_head import LedgerHead, head_size
from tests.lib.evidence.sheets import Office, row

HEAD = LedgerHead(226, "3f2a" * 16)


@pytest.mark.parametrize("text", [str(HEAD), f"226-{HEAD.root}", f" {str(HEAD).upper()}\n"])
def test_the_head_on_paper_and_the_whole_one_mean_the_ledger(text):
    assert HEAD.is_written(text)
    assert head_size(text) == 226


@pytest.mark.parametrize("text", ["", "226", "226-3f2a", f"225-{HEAD.root}", f"226-{'3f2b' * 8}"])
def test_anything_else_does_not(text):
    assert not HEAD.is_written(text)


@pytest.fixture
def heads(tmp_path: Path) -> Path:
    """A file that remembers the head of a ledger of one reading."""
    return tmp_path / "ledger.json"


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"size": 6}'])
def test_a_spoilt_head_is_set_aside_told_and_remembered_anew(heads, spoilt, caplog):
    office = Office(heads=heads)
    office.look()
    assert not office.evidence.remembered.lies_aside
    heads.write_bytes(spoilt)
    office.start()
    office.rows.append(row(60))
    office.look()
    assert office.evidence.remembered.lies_aside
    assert "ledger.json.unreadable" in caplog.text
    assert heads.with_name("ledger.json.unreadable").read_bytes() == spoilt
    assert office.evidence.ledger.head.root in heads.read_text(encoding="utf-8")
    office.start()
    assert office.evidence.remembered.lies_aside


def test_a_head_that_the_disk_does_not_give_is_waited_for_and_nothing_is_sealed(heads):
    office = Office(heads=heads)
    office.look()
    heads.rename(kept := heads.with_name("kept"))
    heads.mkdir()  # cannot be read as a file, whoever runs this
    office.start()
    office.rows.append(row(60))
    office.look()
    assert "ledger.json" in str(office.evidence.trouble)
    assert len(office.store.sealed()) == 1
    heads.rmdir()
    kept.rename(heads)
    office.look()
    assert office.evidence.trouble is None
    assert len(office.store.sealed()) == 2


@pytest.mark.parametrize("left", [None, '{"size": 0, "root": ""}', "older"])
def test_a_remembered_head_that_is_gone_or_older_is_told_with_its_day_and_is_no_finding(
    heads, left
):
    office = Office(heads=heads)
    office.look()
    older = heads.read_text(encoding="utf-8")
    office.rows.append(row(60))
    office.look()
    assert office.evidence.remembered.since is None
    heads.unlink()
    if left:
        heads.write_text(older if left == "older" else left, encoding="utf-8")
    office.start()
    office.rows.append(row(61))
    office.look()
    noticed = office.evidence.remembered.since
    assert noticed is not None
    assert office.evidence.ledger.findings == 0
    office.start()
    office.look()
    assert office.evidence.remembered.since == noticed

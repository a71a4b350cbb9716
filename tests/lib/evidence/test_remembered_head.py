"""A remembered head that cannot be read is told of, never passed over."""

from pathlib import Path

import pytest

from tests.lib.evidence.sheets import Office, row


@pytest.fixture
def heads(tmp_path: Path) -> Path:
    """A file that remembers the head of a ledger of one reading."""
    return tmp_path / "ledger.json"


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"size": 6}'])
def test_a_spoilt_head_is_set_aside_told_and_remembered_anew(heads, spoilt, caplog):
    office = Office(heads=heads)
    office.look()
    assert not office.evidence.unchecked
    heads.write_bytes(spoilt)
    office.start()
    office.rows.append(row(60))
    office.look()
    assert office.evidence.unchecked
    assert "ledger.json.unreadable" in caplog.text
    assert heads.with_name("ledger.json.unreadable").read_bytes() == spoilt
    assert office.evidence.head.root in heads.read_text(encoding="utf-8")
    office.start()
    assert office.evidence.unchecked


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

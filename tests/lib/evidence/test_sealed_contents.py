"""What ledgers hold of answers: the same bytes for ever, and nothing where a hand was in them."""

import gzip

import pytest

from lib.evidence.ledger_columns import LedgerSheet
from lib.evidence.sealed_contents import SealedContents, pack_contents, unpack_contents

CONTENTS = SealedContents(
    nonces=["ab", None],
    sources=["one", "one"],
    times=["2026-01-02T03:04:05", ""],
    said={"c1": ["Tốt", None]},
    sheets={"one": LedgerSheet("Phiếu", None, "Xuân Tây", {"c1": "A"}, {"c1": "asked"}, ["Tên"])},
    old=[0],
    since="2026-01-01T00:00:00Z",
)
WRITTEN = (
    '{"nonces":["ab",null],"sources":["one","one"],"times":["2026-01-02T03:04:05",""],'
    '"said":{"c1":["Tốt",null]},"sheets":{"one":{"title":"Phiếu","timezone":null,'
    '"commune":"Xuân Tây","headers":{"c1":"A"},"status":{"c1":"asked"},"private":["Tên"]}},'
    '"old":[0],"since":"2026-01-01T00:00:00Z"}'
)


def test_contents_are_written_letter_for_letter_as_in_every_ledger_before():
    assert gzip.decompress(pack_contents(CONTENTS)).decode() == WRITTEN


def test_contents_that_were_packed_are_read_as_they_were():
    assert unpack_contents(gzip.compress(WRITTEN.encode())) == CONTENTS


@pytest.mark.parametrize("place", ['{"nonces"', '{"title"'])
def test_contents_with_a_key_that_no_ledger_has_are_none(place):
    spoilt = WRITTEN.replace(place, place.replace("{", '{"more":1,'))
    assert unpack_contents(gzip.compress(spoilt.encode())) == SealedContents()

"""A head is short on paper and whole in files; both mean the same ledger."""

import pytest

from lib.evidence.ledger_head import LedgerHead, head_size

HEAD = LedgerHead(226, "3f2a" * 16)


@pytest.mark.parametrize("text", [str(HEAD), f"226-{HEAD.root}", f" {str(HEAD).upper()}\n"])
def test_the_head_on_paper_and_the_whole_one_mean_the_ledger(text):
    assert HEAD.is_written(text)
    assert head_size(text) == 226


@pytest.mark.parametrize("text", ["", "226", "226-3f2a", f"225-{HEAD.root}", f"226-{'3f2b' * 8}"])
def test_anything_else_does_not(text):
    assert not HEAD.is_written(text)

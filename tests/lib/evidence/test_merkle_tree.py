"""The tree is that of RFC 6962: the vectors of the Certificate Transparency reference code."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from lib.evidence.merkle_tree import MerkleTree

LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]  # fmt: skip
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def by_definition(leaves: list[bytes]) -> bytes:
    """Return the root as section 2.1 defines it: split at the largest power of two below n."""
    if len(leaves) <= 1:
        return hashlib.sha256(b"\0" + leaves[0] if leaves else b"").digest()
    at = 1 << (len(leaves) - 1).bit_length() - 1
    left, right = by_definition(leaves[:at]), by_definition(leaves[at:])
    return hashlib.sha256(b"\1" + left + right).digest()


def test_every_root_is_that_of_the_reference_vectors():
    tree, roots = MerkleTree(), []
    for leaf in LEAVES:
        roots.append(tree.root)
        tree.grow([leaf])
    assert [*roots, tree.root] == ROOTS


@given(st.lists(st.binary(max_size=3), max_size=70), st.integers(0, 70))
def test_a_tree_grown_in_two_steps_is_that_of_the_definition(leaves, at):
    tree = MerkleTree()
    tree.grow(leaves[:at])
    tree.grow(leaves[at:])
    assert tree.root == by_definition(leaves).hex()


def test_a_copy_grows_apart():
    tree = MerkleTree()
    tree.grow(LEAVES[:3])
    tree.copy().grow(LEAVES[3:])
    assert tree.root == ROOTS[3]

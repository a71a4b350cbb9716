"""The Merkle tree of RFC 6962 (section 2.1) over the ledger's lines, grown leaf by leaf."""

import hashlib
from collections.abc import Iterable

_LEAF, _NODE = b"\0", b"\1"  # so that no line can pass for two


class MerkleTree:
    """A tree that remembers only the roots of its whole subtrees: a new leaf costs no old one."""

    def __init__(self) -> None:
        """Begin without leaves."""
        self.size = 0
        self._roots: list[bytes] = []  # of whole subtrees, the largest first

    def grow(self, leaves: Iterable[bytes]) -> None:
        """Add the leaves behind those that are there."""
        for leaf in leaves:
            root, behind = hashlib.sha256(_LEAF + leaf).digest(), self.size
            while behind & 1:  # a subtree of this size is complete already
                root = _joined(self._roots.pop(), root)
                behind >>= 1
            self._roots.append(root)
            self.size += 1

    @property
    def root(self) -> str:
        """The hash that stands for all leaves and their order, hexadecimal."""
        if not self._roots:
            return hashlib.sha256(b"").hexdigest()
        *left, root = self._roots
        for subtree in reversed(left):
            root = _joined(subtree, root)
        return root.hex()

    def copy(self) -> "MerkleTree":
        """Return a tree like this one, to grow apart from it."""
        other = MerkleTree()
        other.size, other._roots = self.size, list(self._roots)
        return other


def _joined(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(_NODE + left + right).digest()

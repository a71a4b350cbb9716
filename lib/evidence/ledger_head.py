"""The head of the ledger: one short text that stands for every line up to it."""

import dataclasses
import re

_SHOWN = (
    32  # hexadecimal digits on paper: who makes the ledger could prepare two of one shorter head
)

_WRITTEN = re.compile(rf"(\d+)-([0-9a-f]{{{_SHOWN},64}})")


@dataclasses.dataclass(frozen=True)
class LedgerHead:
    """How many lines the ledger has, and the root of the Merkle tree (RFC 6962) over them."""

    size: int
    root: str  # SHA-256, 64 hexadecimal digits

    def __str__(self) -> str:
        """Return it as it stands on paper: "226-3f2a…", 32 of the digits."""
        return f"{self.size}-{self.root[:_SHOWN]}"

    def is_written(self, text: str) -> bool:
        """Tell whether this text, short or with all digits, means this head."""
        written = _WRITTEN.fullmatch(text.strip().lower())
        return bool(written and int(written[1]) == self.size and self.root.startswith(written[2]))


def head_size(text: str) -> int | None:
    """Return how many lines a written head stands for; None where the text is no head."""
    written = _WRITTEN.fullmatch(text.strip().lower())
    return int(written[1]) if written else None

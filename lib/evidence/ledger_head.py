"""The head of the ledger: one short text that stands for every line up to it.

The newest is remembered beside the store: who changes the one may forget the other.
"""

import contextlib
import dataclasses
import datetime as dt
import json
import logging
import re
from pathlib import Path
from typing import NamedTuple

from lib.errors import JournalError
from lib.format_versions import FORMAT_KEY, NewerJournalError, make_way, stated_format
from lib.kept_files import lies_aside, set_aside, write_atomically

HEADS_FORMAT = 2  # of the file; 1 knew no journal
_log = logging.getLogger(__name__)

_SHOWN = (
    32  # hexadecimal digits on paper: who makes the ledger could prepare two of one shorter head
)

_WRITTEN = re.compile(rf"(\d{{1,15}})-([0-9a-f]{{{_SHOWN},64}})")


@dataclasses.dataclass(frozen=True)
class LedgerHead:
    """How many lines the ledger has, and the root of the Merkle tree (RFC 6962) over them."""

    size: int
    root: str  # SHA-256, 64 hexadecimal digits

    def __str__(self) -> str:
        """Return it as it stands on paper: "226-3f2a…", 32 of the digits."""
        return f"{self.size}-{self.root[:_SHOWN]}"

    @property
    def whole(self) -> str:
        """It with all its digits, as files have it."""
        return f"{self.size}-{self.root}"

    def is_written(self, text: str) -> bool:
        """Tell whether this text, short or with all digits, means this head."""
        written = _WRITTEN.fullmatch(text.strip().lower())
        return bool(written and int(written[1]) == self.size and self.root.startswith(written[2]))


class JournalMark(NamedTuple):
    """The newest head of the journal's chain; `told_at` as in JournalHeads when it was noted."""

    head: LedgerHead
    told_at: int


def head_size(text: str) -> int | None:
    """Return how many lines a written head stands for; None where the text is no head."""
    written = _WRITTEN.fullmatch(text.strip().lower())
    return int(written[1]) if written else None


def load_head(path: Path | None) -> LedgerHead | None:
    """Return the head in this file; None where there is none.

    What holds none is set aside and told in the log: it may have been spoilt to skip the check.
    JournalError where the disk does not let it be read: it is looked at again.
    """
    try:
        text = path.read_bytes() if path else None
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        raise JournalError(title=path.name if path else "") from None
    if path is None or text is None:
        return None
    try:
        kept = json.loads(text)
        if stated_format(kept) > HEADS_FORMAT:
            raise NewerJournalError(title=path.name)
        return LedgerHead(int(kept["size"]), str(kept["root"]))
    except (ValueError, LookupError, TypeError, AttributeError):
        with contextlib.suppress(OSError):
            aside = set_aside(path)
            _log.error("%s holds no head of the ledger; it is kept as %s", path.name, aside.name)
        return None


def head_lies_aside(path: Path | None) -> bool:
    """Tell whether a file that held no head lies aside, until somebody looked and removed it."""
    return path is not None and lies_aside(path)


def remembered_since(path: Path | None) -> dt.datetime | None:
    """Return from when on the head in this file was remembered without a gap, where it says so."""
    try:
        return dt.datetime.fromisoformat(json.loads(path.read_bytes())["since"]) if path else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def remembered_journal(path: Path | None) -> JournalMark | None:
    """Return what this file remembers of the journal's chain, None where it does not."""
    try:
        kept = json.loads(path.read_bytes())["journal"] if path else None
        if kept is None:
            return None
        return JournalMark(LedgerHead(int(kept["size"]), str(kept["root"])), int(kept["told_at"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None


def save_head(
    path: Path | None,
    head: LedgerHead,
    since: dt.datetime | None = None,
    journal: JournalMark | None = None,
) -> None:
    """Remember the head; a disk that refuses has the older one checked at the next start.

    Raises NewerJournalError where a newer version wrote the file.
    """
    if path:
        kept: dict[str, object] = {FORMAT_KEY: HEADS_FORMAT, "size": head.size, "root": head.root}
        if since:
            kept["since"] = since.isoformat()
        if journal:
            of_it = journal.head
            kept["journal"] = {"size": of_it.size, "root": of_it.root, "told_at": journal.told_at}
        text = json.dumps(kept)
        with contextlib.suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            make_way(path, HEADS_FORMAT, NewerJournalError(title=path.name))
            write_atomically(path, lambda beside: beside.write_text(text, encoding="utf-8"))

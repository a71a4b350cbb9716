"""The newest head, remembered beside the store: who changes the one may forget the other."""

import contextlib
import json
import logging
from pathlib import Path

from lib.errors import JournalError
from lib.evidence.ledger_head import LedgerHead
from lib.kept_files import lies_aside, set_aside, write_atomically

_log = logging.getLogger(__name__)


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
        return LedgerHead(int(kept["size"]), str(kept["root"]))
    except (ValueError, LookupError, TypeError):
        with contextlib.suppress(OSError):
            aside = set_aside(path)
            _log.error("%s holds no head of the ledger; it is kept as %s", path.name, aside.name)
        return None


def spoilt(path: Path | None) -> bool:
    """Tell whether a file that held no head lies aside, until somebody looked and removed it."""
    return path is not None and lies_aside(path)


def save_head(path: Path | None, head: LedgerHead) -> None:
    """Remember the head; a disk that refuses has the older one checked at the next start."""
    if path:
        text = json.dumps({"size": head.size, "root": head.root})
        with contextlib.suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(path, lambda beside: beside.write_text(text, encoding="utf-8"))

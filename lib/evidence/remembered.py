"""The newest head, remembered beside the store: who changes the one may forget the other."""

import contextlib
import json
from pathlib import Path

from lib.evidence.head import Head
from lib.kept_files import write_atomically


def load(path: Path | None) -> Head | None:
    """Return the head in this file; None where there is none that can be read."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8")) if path else None
        return Head(kept["size"], kept["root"]) if kept else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def save(path: Path | None, head: Head) -> None:
    """Remember the head; a disk that refuses has the older one checked at the next start."""
    if path:
        text = json.dumps({"size": head.size, "root": head.root})
        with contextlib.suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(path, lambda beside: beside.write_text(text, encoding="utf-8"))

"""In which format something kept is: a newer one is left alone, an older one copied beside first.

What is kept as JSON bears it as `layout`; the first format of each did not say.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lib.errors import JournalError, NotKeptError, SourceError, SurveyError
from lib.kept_files import write_atomically
from lib.office_clock import OfficeClock, utc_now
from lib.wording import mark

FORMAT_KEY = "layout"
_FIRST = 1
_NEWER = mark(
    "{title} was written by a newer version of this program. This version changes nothing in it: "
    "use the newer one."
)


class NewerJournalError(JournalError):
    """A newer version of this program wrote the journal, or what belongs to it."""

    code = "newer_journal"
    message = _NEWER


class NewerFileError(SourceError):
    """A newer version of this program wrote the file that `title` names."""

    code = "newer_file"
    message = _NEWER


class NewerCopyError(NotKeptError):
    """A newer version of this program wrote the last good copy, which stays as it is."""

    code = "newer_copy"
    message = _NEWER


def stated_format(kept: Mapping[str, Any]) -> int:
    """Return the format that a JSON object states; ValueError or TypeError where it is none."""
    return int(kept.get(FORMAT_KEY, _FIRST))


def make_way(path: Path, newest: int, refusal: SurveyError) -> None:
    """Prepare writing JSON of the newest format into this file: an older one is copied beside.

    Raises the refusal where a newer format stands there, OSError where the disk refuses.
    """
    try:
        kept = stated_format(json.loads(path.read_bytes()))
    except (FileNotFoundError, ValueError, TypeError, AttributeError, RecursionError):
        return
    if kept > newest:
        raise refusal
    if kept < newest:
        keep_older_format(path, kept)


def keep_older_format(
    path: Path, format_: int, fill: Callable[[Path], object] | None = None
) -> None:
    """Copy a file of this older format beside it, once; OSError where the disk refuses.

    "ledger-format-1-2026-11-30.json". `fill` writes the copy where bytes alone are none.
    """
    if any(path.parent.glob(f"{path.stem}-format-{format_}-*{path.suffix}")):
        return
    day = OfficeClock.local(utc_now()).date()
    beside = path.with_name(f"{path.stem}-format-{format_}-{day}{path.suffix}")
    write_atomically(beside, fill or (lambda new: new.write_bytes(path.read_bytes())), private=True)

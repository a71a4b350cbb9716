"""Which sign-ins were ended before their hours were over, also after a restart."""

import datetime as dt
import hashlib
import json
import logging
from collections.abc import Mapping
from pathlib import Path

from lib.kept_files import UnreadableFileError, kept_text, write_atomically

ENDED_FILE = "ended_sign_ins.json"
_log = logging.getLogger(__name__)


class EndedSignIns:
    """The ended sign-ins of the last hours; the file names nobody, it holds hashes alone."""

    def __init__(self, folder: Path | None, now: dt.datetime) -> None:
        """Read the file of a data folder; without one they are forgotten with the process.

        Where the file is not whole it is not known who signed out: all who are signed in did.
        """
        self._file = folder and folder / ENDED_FILE
        self._until: dict[str, dt.datetime] = {}
        self._all_until = 0.0
        try:
            text = kept_text(self._file) if self._file else None
            kept = json.loads(text) if text else {}
            self._until = {name: dt.datetime.fromisoformat(until) for name, until in kept.items()}
        except (UnreadableFileError, ValueError, TypeError, AttributeError):
            self._all_until = now.timestamp()
            _log.warning("%s cannot be read: everybody signs in again", ENDED_FILE)

    def __contains__(self, who: Mapping[str, object]) -> bool:
        """Tell whether this sign-in was ended."""
        made = who.get("iat")
        early = isinstance(made, int | float) and made <= self._all_until
        return early or _name(who) in self._until

    def add(self, who: Mapping[str, object], until: dt.datetime, now: dt.datetime) -> None:
        """End a sign-in that would have lasted until then."""
        self._until = {name: u for name, u in self._until.items() if u > now} | {_name(who): until}
        if self._file is None:
            return
        kept = json.dumps({name: until.isoformat() for name, until in self._until.items()})
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file, lambda beside: beside.write_text(kept), private=True)
        except OSError:
            _log.warning("%s cannot be written: a sign-out counts until the restart", ENDED_FILE)


def _name(who: Mapping[str, object]) -> str:
    """Return what tells one sign-in from every other."""
    told = json.dumps([str(who.get(claim)) for claim in ("iss", "sub", "iat", "nonce")])
    return hashlib.sha256(told.encode()).hexdigest()

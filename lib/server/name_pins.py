"""The PINs of the names in [roles]: slow hashes, and the secret that signs who entered one.

Both lie in one file of the data folder, its owner's alone. `python -m lib pin` writes it, and the
page that sets the app up; a running server reads it anew as soon as it was written.
"""

import hashlib
import json
import os
import re
import secrets
from collections.abc import Mapping
from pathlib import Path

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from lib.errors import SurveyError
from lib.kept_files import UnreadableFileError, file_stamp, kept_text, write_atomically
from lib.settings import SignInRules
from lib.settings.sign_in_settings import name_key

PINS_FILE = "pins.json"
_LEAST_SECRET = 64  # hexadecimal digits
_HASH = re.compile(r"\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+")


class NamePins:
    """The PINs as they stand in the file; `trouble` says why they cannot be read."""

    def __init__(self, folder: Path) -> None:
        """Read the file of this data folder; where there is none nobody has a PIN."""
        self.file = folder / PINS_FILE
        self.secret = ""
        self.trouble: SurveyError | None = None
        self._hashes: Mapping[str, str] = {}
        self._stamp: object = None
        self._seen = False
        self.reread()

    def reread(self) -> bool:
        """Read the file anew if it was written since; tell whether it was."""
        stamp = file_stamp(self.file)
        if self._seen and stamp == self._stamp and self.trouble is None:
            return False
        before = (self.secret, self._hashes, str(self.trouble))
        self._stamp, self._seen = stamp, True
        try:
            self.secret, self._hashes, self.trouble = *_kept(self.file), None
        except UnreadableFileError as error:
            self.secret, self._hashes, self.trouble = "", {}, error
        return before != (self.secret, self._hashes, str(self.trouble))

    def has_pin(self, name: str) -> bool:
        """Tell whether a name has a PIN, listed or not."""
        return name_key(name) in self._hashes

    def pin_mark(self, name: str) -> str:
        """Return what differs whenever a PIN is set anew, "" where the name has none."""
        kept = self._hashes.get(name_key(name), "")
        return kept and hashlib.sha256(kept.encode()).hexdigest()[:32]

    def is_pin(self, name: str, pin: str) -> bool:
        """Tell whether this is the name's PIN; it takes as long where the name has none."""
        kept = self._hashes.get(name_key(name))
        if kept is None:
            _argon2().derive(pin.encode())
            return False
        try:
            Argon2id.verify_phc_encoded(pin.encode(), kept)
        except InvalidKey:
            return False
        return True

    def set_pin(self, name: str, pin: str) -> None:
        """Keep a PIN, over the one that the name had; OSError where the disk refuses.

        Raises what is wrong with the file rather than write over it.
        """
        self.reread()
        if self.trouble:
            raise self.trouble
        hashed = _argon2().derive_phc_encoded(pin.encode())
        kept = {
            "secret": self.secret or secrets.token_hex(_LEAST_SECRET // 2),
            "pins": {**self._hashes, name_key(name): hashed},
        }
        text = json.dumps(kept, ensure_ascii=False, indent=1)
        self.file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(self.file, lambda beside: beside.write_text(text, "utf-8"), private=True)
        self.reread()


def leader_signs_in(rules: SignInRules, pins: NamePins) -> bool:
    """Tell whether any leader can sign in: by a provider or by a PIN."""
    by_mail = rules.by_provider and bool(rules.leader - rules.names)
    return by_mail or any(pins.has_pin(name) for name in rules.leader & rules.names)


def _argon2() -> Argon2id:
    # RFC 9106, second recommendation: a fifth of a second of two cores
    return Argon2id(salt=os.urandom(16), length=32, iterations=3, lanes=4, memory_cost=64 * 1024)


def _kept(file: Path) -> tuple[str, Mapping[str, str]]:
    """Return what the file holds; raises UnreadableFileError for whatever is no such file."""
    try:
        text = kept_text(file)
        if text is None:
            return "", {}
        kept = json.loads(text)
        secret, hashes = kept["secret"], dict(kept["pins"])
        whole = len(secret) >= _LEAST_SECRET and all(map(_HASH.fullmatch, hashes.values()))
    except (ValueError, TypeError, KeyError, RecursionError):
        whole = False
    if not whole:
        raise UnreadableFileError(file=file.name)
    return secret, hashes

"""Giving a name of [roles] the PIN that it signs in with: what must hold before it is kept."""

import re

from lib.errors import BackupError, SettingError
from lib.server.name_pins import NamePins, leader_signs_in
from lib.settings import SignInRules
from lib.wording import Phrase, gettext, mark

_PIN = re.compile(r"[0-9]{6,64}")


class PinRefusedError(SettingError):
    """The PIN was not set; `problem` says why."""

    code = "pin_refused"
    message = mark("The PIN was not set: {problem}.")

    def __str__(self) -> str:
        """Return the finished sentence in the reader's language; no file is wrong."""
        return gettext(self.message, **self.fields)


def pin_taker(rules: SignInRules, pins: NamePins, typed: str) -> str:
    """Return the name, as it is listed, that may be given a PIN now; raises why none may."""
    name = rules.listed_name(typed)
    if name is None:
        known = ", ".join(sorted(rules.names)) or "–"
        raise _wrong(mark("[roles] lists no name “{name}”; listed are: {known}"), typed, known)
    if pins.trouble:
        raise pins.trouble
    staff = name not in rules.leader
    if staff and not pins.has_pin(name) and not leader_signs_in(rules, pins):
        raise _wrong(mark("no leader can sign in yet; set the PIN of a leader first"), name)
    return name


def check_pin(name: str, pin: str, again: str) -> None:
    """Raise a PinRefusedError for two that differ, and for what is no PIN."""
    if pin != again:
        raise _wrong(mark("the two entries are not the same"), name)
    if not _PIN.fullmatch(pin):
        raise _wrong(mark("a PIN is 6 to 64 digits"), name)


def give_pin(pins: NamePins, name: str, pin: str) -> str:
    """Keep the PIN and return what to tell; BackupError where the disk refuses."""
    before = pins.has_pin(name)
    try:
        pins.set_pin(name, pin)
    except OSError:
        why = Phrase(mark("{file} cannot be written"), {"file": pins.file})
        raise BackupError(reason=why) from None
    if before:
        return gettext(
            "{name} has a new PIN. Who signed in with the old one signs in again.", name=name
        )
    return gettext(
        "{name} has a PIN. From now on, whoever wants to see more than totals signs in, also on "
        "this machine.",
        name=name,
    )


def _wrong(words: str, name: str, known: str = "") -> PinRefusedError:
    return PinRefusedError(problem=Phrase(words, {"name": name, "known": known}))

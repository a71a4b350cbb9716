"""`python -m lib pin NAME`: gives a name of [roles] the PIN that it signs in with."""

import argparse
import getpass
import re
import sys

from lib.errors import BackupError, SettingError
from lib.server.name_pins import NamePins, leader_signs_in
from lib.settings import Settings, SignInRules
from lib.wording import Phrase, gettext, mark

_PIN = re.compile(r"[0-9]{6,64}")
_EXAMPLE = "python -m lib pin Nguyễn Văn An"


def add_pin_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Add the command and return it."""
    command = commands.add_parser("pin", help=gettext("set the PIN that a name signs in with"))
    command.add_argument(
        "name", nargs="+", metavar="NAME", help=gettext("as it stands in [roles], without an @")
    )
    return command


def set_name_pin(options: argparse.Namespace, settings: Settings) -> str:
    """Ask for a PIN, keep it and return what to tell.

    Raises a SettingError that says what is wrong; then nothing was kept.
    """
    rules = settings.sign_in or SignInRules(by_provider=False)
    typed = " ".join(options.name)
    name = rules.listed_name(typed)
    if name is None:
        known = ", ".join(sorted(rules.names)) or "–"
        raise _wrong(mark("[roles] lists no name “{name}”; listed are: {known}"), typed, known)
    pins = NamePins(settings.data_dir)
    if pins.trouble:
        raise pins.trouble
    staff = name not in rules.leader
    if staff and not pins.has_pin(name) and not leader_signs_in(rules, pins):
        raise _wrong(mark("no leader can sign in yet; set the PIN of a leader first"), name)
    before = pins.has_pin(name)
    try:
        pins.set_pin(name, _entered_pin(name))
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


def _entered_pin(name: str) -> str:
    """Return the PIN: asked for twice and not shown, or the first line where nobody types."""
    if sys.stdin.isatty():
        pin = getpass.getpass(gettext("PIN of {name}, 6 digits or more: ", name=name))
        again = getpass.getpass(gettext("The same again: "))
    else:
        pin = again = sys.stdin.readline().strip()
    if pin != again:
        raise _wrong(mark("the two PINs are not the same; nothing was changed"), name)
    if not _PIN.fullmatch(pin):
        raise _wrong(mark("a PIN is 6 to 64 digits; nothing was changed"), name)
    return pin


def _wrong(words: str, name: str, known: str = "") -> SettingError:
    where, fields = Phrase(mark("the command")), {"name": name, "known": known}
    return SettingError(key="pin", file=where, problem=Phrase(words, fields), example=_EXAMPLE)

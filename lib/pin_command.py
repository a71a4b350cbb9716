"""`python -m lib pin NAME`: gives a name of [roles] the PIN that it signs in with."""

import argparse
import getpass
import sys

from lib.server.given_pins import check_pin, give_pin, pin_taker
from lib.server.name_pins import NamePins
from lib.settings import Settings, SignInRules
from lib.wording import gettext


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

    Raises a PinRefusedError that says what is wrong; then nothing was kept.
    """
    rules = settings.sign_in or SignInRules(by_provider=False)
    pins = NamePins(settings.data_dir)
    name = pin_taker(rules, pins, " ".join(options.name))
    return give_pin(pins, name, _entered_pin(name))


def _entered_pin(name: str) -> str:
    """Return the PIN: asked for twice and not shown, or the first line where nobody types."""
    if sys.stdin.isatty():
        pin = getpass.getpass(gettext("PIN of {name}, 6 digits or more: ", name=name))
        again = getpass.getpass(gettext("The same again: "))
    else:
        pin = again = sys.stdin.readline().strip()
    check_pin(name, pin, again)
    return pin

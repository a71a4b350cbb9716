"""What the window says in which the app was started: where it is opened, and how it is stopped.

In place of Streamlit's own lines (`logger.hideWelcomeMessage`), which are English and, where the
whole network may open the app, ask a server on the internet for this machine's address.
"""

import socket
import sys
from collections.abc import Callable

import streamlit

from lib.server.streamlit_internals import address_served
from lib.wording import gettext

_EVERYWHERE = ("0.0.0.0", "::")


def print_start_words() -> None:
    """Print them, unless another server runs the app, which has lines of its own."""
    words = start_words(streamlit.get_option("server.address"))
    if words and sys.stdout:
        encoding = sys.stdout.encoding or "utf-8"  # of a file, on Windows, it may lack letters
        sys.stdout.write(words.encode(encoding, "replace").decode(encoding))
        sys.stdout.flush()


def start_words(listening: str | None, served: Callable[[str], str | None] = address_served) -> str:
    """Return the lines for a server that listens at this address, "" where Streamlit runs none.

    `served` gives the app's address by a name of the machine.
    """
    everywhere = not listening or listening in _EVERYWHERE
    near = "localhost" if everywhere or listening == "127.0.0.1" else str(listening)
    if not (here := served(near)):
        return ""
    lines = [gettext("The app is running. On this machine it is opened at {address}", address=here)]
    if everywhere:
        there = served(socket.gethostname())
        lines.append(gettext("On the other machines of the network at {address}", address=there))
    lines.append(gettext("Ctrl+C in this window, or closing it, stops the app."))
    return "".join(f"\n  {line}" for line in lines) + "\n\n"

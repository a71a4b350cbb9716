"""Has open pages told within seconds when a PIN was set anew or a name was taken from the list."""

import asyncio
import contextlib

from lib.errors import SurveyError
from lib.server.sessions import TheSessions

_SECONDS = 2.0


async def watch_sign_ins(the_sessions: TheSessions) -> None:
    """Look again and again, until cancelled."""
    while True:
        await asyncio.sleep(_SECONDS)
        with contextlib.suppress(SurveyError):  # while a setting is wrong nobody is signed in
            the_sessions().look()

"""The server: Streamlit's script, and around it what every answer passes through.

Start it with `streamlit run app.py`, or `uvicorn app:app` in this folder.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route, WebSocketRoute

from lib.server.guards import Guards
from lib.server.headers import SafeHeaders
from lib.server.hosts import Hosts
from lib.server.life import health, lifespan
from lib.server.packed import Packed
from lib.server.push import Viewers, push
from lib.server.shell import Shell, pages, script_route
from lib.server.sign_in import SignIn
from lib.server.words import script
from lib.ui.feed import the_feed, the_register, the_sessions, the_steps
from lib.ui.warm import warm
from lib.wording import gettext

words = script_route(script(gettext))
shells = pages(gettext, words.path)

app = st.App(
    Path(__file__).parent / "lib" / "ui" / "main.py",
    lifespan=lifespan((the_feed, the_register), warm),
    routes=[
        Route("/health", health(the_feed)),
        WebSocketRoute("/feed", push(the_feed, the_steps, the_sessions)),
        WebSocketRoute("/register", push(the_register, the_register, the_sessions)),
        words,
    ],
    middleware=[
        Middleware(SafeHeaders, page=shells["vi"]),
        Middleware(Packed),
        Middleware(Hosts, the_sessions=the_sessions),
        Middleware(Guards, the_sessions=the_sessions),
        Middleware(SignIn, the_sessions=the_sessions),
        Middleware(Viewers, the_feed=the_feed),
        Middleware(Viewers, the_feed=the_register),
        Middleware(Shell, pages=shells),
    ],
)

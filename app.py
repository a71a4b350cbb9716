"""The server: Streamlit's script, and around it what every answer passes through.

Start it with `streamlit run app.py`, or `uvicorn app:app` in this folder.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route, WebSocketRoute

from lib.server.access_guard import AccessGuard, HostGuard
from lib.server.compressed_static import CompressedStatic
from lib.server.connection_limits import SPARE, ClientSockets, ConnectionLimits, most_connections
from lib.server.guide_pictures import guide_pictures_route
from lib.server.headers import SafeHeaders
from lib.server.index_page import IndexPages, index_pages, script_route
from lib.server.issued_downloads import IssuedDownloads
from lib.server.page_socket import PageSockets
from lib.server.pin_sign_in import pin_sign_in_route
from lib.server.push import OpenPages, push_endpoint
from lib.server.server_lifespan import health_endpoint, server_lifespan
from lib.server.sign_in_flow import SignInFlow
from lib.server.sign_in_watch import watch_sign_ins
from lib.server.start_words import print_start_words
from lib.server.streamlit_words import words_script
from lib.ui.shell.process import the_feed, the_register_feed, the_sessions, the_viewer_feed
from lib.ui.shell.warm import warm_up
from lib.ui.tro_giup.guide_pages import PICTURE_FOLDER
from lib.wording import gettext

words = script_route(words_script(gettext))
shells = index_pages(gettext, words.path)
downloads = IssuedDownloads(the_sessions)
connections = most_connections()
ConnectionLimits(connections).guard()

app = st.App(
    Path(__file__).parent / "lib" / "ui" / "shell" / "main.py",
    lifespan=server_lifespan(
        (the_feed, the_register_feed),
        warm_up,
        [lambda: watch_sign_ins(the_sessions)],
        print_start_words,
    ),
    routes=[
        Route("/health", health_endpoint(the_feed)),
        WebSocketRoute("/feed", push_endpoint(the_feed, the_viewer_feed, the_sessions)),
        WebSocketRoute(
            "/register", push_endpoint(the_register_feed, the_register_feed, the_sessions)
        ),
        pin_sign_in_route(the_sessions),
        words,
        guide_pictures_route(PICTURE_FOLDER),
    ],
    middleware=[
        Middleware(ClientSockets, most=connections - SPARE),
        Middleware(SafeHeaders, page=shells["vi"]),
        Middleware(CompressedStatic),
        Middleware(HostGuard, the_sessions=the_sessions),
        Middleware(AccessGuard, the_sessions=the_sessions, downloads=downloads),
        Middleware(SignInFlow, the_sessions=the_sessions),
        Middleware(PageSockets, downloads=downloads),
        Middleware(OpenPages, the_feed=the_feed),
        Middleware(OpenPages, the_feed=the_register_feed),
        Middleware(IndexPages, pages=shells),
    ],
)

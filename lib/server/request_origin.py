"""Who asks: who signed in, and whether it is somebody at the machine that the app runs on."""

import ipaddress
import json
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from streamlit.web.server.starlette import starlette_websocket as inside
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
_FORWARDED = frozenset(
    {
        "forwarded",
        "via",
        "x-forwarded-for",
        "x-forwarded-host",
        "x-forwarded-proto",
        "x-real-ip",
        "cf-connecting-ip",
        "true-client-ip",
    }
)


def asked_from_here(ip: str | None, headers: Mapping[str, str]) -> bool:
    """Return whether one person at this machine asks, not somebody through a proxy or a tunnel.

    `ip` and `headers` are st.context's, or a request's `client.host` and `headers`. An address
    alone proves nothing: uvicorn believes any X-Forwarded-For that arrives from loopback. A
    bare TCP forward that also says `Host: localhost` cannot be told apart: what that means for
    an office stands in docs/van-phong/duong-dan.md.
    """
    sent = {name.lower(): value for name, value in headers.items()}
    asked = [f"//{sent.get('host', '')}"] + ([sent["origin"]] if "origin" in sent else [])
    return (
        _near(ip)
        and not _FORWARDED & sent.keys()
        and all(host_name(url) in LOOPBACK_HOSTS for url in asked)
    )


def signed_in_claims(connection: HTTPConnection) -> Mapping[str, object]:
    """Return what the provider said of whoever signed in, empty where the cookie is not ours.

    Streamlit signs the cookie and reads it only for its own socket, hence its inner function.
    """
    signed = inside._get_signed_cookie_with_chunks(connection.cookies, USER_COOKIE_NAME)
    told = json.loads(signed) if signed else {}
    return told if isinstance(told, dict) else {}


def _near(ip: str | None) -> bool:
    try:
        return ip is None or ipaddress.ip_address(ip).is_loopback
    except ValueError:
        return False


def host_name(url: str) -> str | None:
    """Return the name of the machine in an address, None where there is none."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None

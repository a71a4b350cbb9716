"""Who asks: whether a request comes from the very machine that the app runs on."""

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
FORWARDED = frozenset(
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


def loopback(ip: str | None, headers: Mapping[str, str]) -> bool:
    """Return whether one person at this machine asks, not somebody through a proxy or a tunnel.

    `ip` and `headers` are st.context's, or a request's `client.host` and `headers`. An address
    alone proves nothing: uvicorn believes any X-Forwarded-For that arrives from loopback. A
    bare TCP forward that also says `Host: localhost` cannot be told apart (see the README).
    """
    sent = {name.lower(): value for name, value in headers.items()}
    asked = [f"//{sent.get('host', '')}"] + ([sent["origin"]] if "origin" in sent else [])
    return _near(ip) and not FORWARDED & sent.keys() and all(_host(url) in HOSTS for url in asked)


def _near(ip: str | None) -> bool:
    try:
        return ip is None or ipaddress.ip_address(ip).is_loopback
    except ValueError:
        return False


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None

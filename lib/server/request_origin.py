"""Whether who asks is somebody at the machine that the app runs on."""

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

from lib.settings.sign_in_settings import LOOPBACK_HOSTS

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

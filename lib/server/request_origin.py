"""From how far away somebody asks: this machine, a private network, or anywhere else."""

import enum
import ipaddress
import socket
from collections.abc import Mapping
from urllib.parse import urlsplit

from lib.settings.sign_in_settings import LOOPBACK_HOSTS

# What a browser sends by itself. Whatever else a request bears was written by something in
# between: a proxy or a tunnel, which may name the client in a header that nobody here knows.
_PLAIN = frozenset(
    {
        *("accept", "accept-charset", "accept-encoding", "accept-language", "cache-control"),
        *("connection", "content-length", "content-type", "cookie", "dnt", "downlink", "dpr"),
        *("ect", "host", "if-modified-since", "if-none-match", "if-range", "keep-alive"),
        *("origin", "pragma", "priority", "purpose", "range", "referer", "rtt", "save-data"),
        *("te", "upgrade", "upgrade-insecure-requests", "user-agent", "viewport-width", "width"),
        *("x-moz", "x-purpose", "x-xsrftoken"),
    }
)
_PRIVATE = tuple(
    ipaddress.ip_network(block)
    for block in (
        *("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"),
        *("::1/128", "fc00::/7", "fe80::/10"),
    )
)


class Distance(enum.Enum):
    """From where somebody asks."""

    HERE = enum.auto()  # one person at this machine
    OFFICE = enum.auto()  # a private address, with nothing in between
    AFAR = enum.auto()


def request_distance(ip: str | None, headers: Mapping[str, str]) -> Distance:
    """Return from where somebody asks; `ip` and `headers` as for `asked_from_here`."""
    if asked_from_here(ip, headers):
        return Distance.HERE
    private = not unusual_headers(headers) and (ip is None or is_private_address(ip))
    return Distance.OFFICE if private else Distance.AFAR


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
        and not unusual_headers(headers)
        and all(host_name(url) in LOOPBACK_HOSTS for url in asked)
    )


def unusual_headers(headers: Mapping[str, str]) -> list[str]:
    """Return the names of the headers that no browser sends by itself."""
    return sorted(n for n in headers if n.lower() not in _PLAIN and n[:4].lower() != "sec-")


def kept_from_here_by(ip: str | None, headers: Mapping[str, str]) -> list[str]:
    """Return the headers without which this would be one person at this machine."""
    unusual = unusual_headers(headers)
    plain = {name: value for name, value in headers.items() if name not in unusual}
    return unusual if asked_from_here(ip, plain) else []


def _near(ip: str | None) -> bool:
    try:
        return ip is None or ipaddress.ip_address(ip).is_loopback
    except ValueError:
        return False


def is_private_address(text: str) -> bool:
    """Tell whether this is the address of a machine in a private network, or of this one."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None) or address
    return any(mapped in block for block in _PRIVATE if block.version == mapped.version)


def names_this_machine(host: str | None) -> bool:
    """Tell whether this is a name of this machine, or a private address.

    An address cannot be given another meaning by a stranger's DNS, and neither can these names.
    """
    own = socket.gethostname().lower()
    short = own.partition(".")[0]
    names = LOOPBACK_HOSTS | {own, short, f"{short}.local"}
    return host is not None and (host.rstrip(".") in names or is_private_address(host))


def host_name(url: str) -> str | None:
    """Return the name of the machine in an address, None where there is none."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None

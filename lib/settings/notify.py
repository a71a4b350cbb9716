"""Who is told of new and of overdue cases, and how: the table [notify]."""

import dataclasses
from urllib.parse import urlsplit

from lib.settings.declared import ENVIRONMENT, Setting, wrong
from lib.settings.layers import Layers
from lib.wording import mark

URLS = Setting(
    "[notify] urls",
    None,
    mark("whom to tell of new and overdue cases: addresses of Apprise; without one, nobody is"),
    '[notify] urls = ["mailtos://motcua:password@gmail.com?to=chutich@example.gov.vn"]',
)
ADDRESS = Setting(
    "[notify] address",
    None,
    mark("where the app is opened, for the link in the message"),
    '[notify] address = "https://khaosat.example.gov.vn"',
)
HOUR = Setting(
    "[notify] overdue_hour",
    None,
    mark("from this hour on, each working day, overdue cases are told once"),
    "[notify] overdue_hour = 8",
    "8",
)
SETTINGS = (URLS, ADDRESS, HOUR)

OPENS, CLOSES = 7, 17  # hours of the office, between which overdue cases are told


@dataclasses.dataclass(frozen=True)
class Notify:
    """Whom to tell, and when; no urls: nobody is told."""

    urls: tuple[str, ...] = dataclasses.field(default=(), repr=False)  # hold passwords
    address: str = ""  # without a slash at its end
    overdue_hour: int = 8
    where: object = ENVIRONMENT  # what to name where one of the urls proves wrong


def notify(layers: Layers) -> Notify:
    """Return what the table says."""
    where = layers.table("notify")[1]
    hour = layers.whole(HOUR, OPENS, CLOSES - 1)
    return Notify(layers.texts(URLS), _address(layers, where), hour, where)


def _address(layers: Layers, where: object) -> str:
    address = layers.text(ADDRESS)
    parts = urlsplit(address)
    whole = parts.scheme in ("http", "https") and parts.hostname
    if address and (not whole or parts.username or parts.query or parts.fragment):
        raise wrong(ADDRESS, where, mark("is no address such as https://khaosat.example.gov.vn"))
    return address.rstrip("/")

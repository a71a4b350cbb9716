"""Who is told of new and of overdue cases, and how: the table [notify]."""

import dataclasses
from urllib.parse import urlsplit

from lib.settings.declaration import ENVIRONMENT_PLACE, Setting, wrong_setting
from lib.settings.layers import SettingLayers
from lib.wording import mark

NOTIFY_URLS = Setting(
    "[notify] urls",
    None,
    mark("whom to tell of new and overdue cases: addresses of Apprise; without one, nobody is"),
    '[notify] urls = ["mailtos://motcua:password@gmail.com?to=chutich@example.gov.vn"]',
)
_ADDRESS = Setting(
    "[notify] address",
    None,
    mark("where the app is opened, for the link in the message"),
    '[notify] address = "https://khaosat.example.gov.vn"',
)
_HOUR = Setting(
    "[notify] overdue_hour",
    None,
    mark("from this hour on, each working day, overdue cases are told once"),
    "[notify] overdue_hour = 8",
    "8",
)
NOTIFY_SETTINGS = (NOTIFY_URLS, _ADDRESS, _HOUR)

_OPENS, OFFICE_CLOSES = 7, 17  # hours of the office, between which overdue cases are told


@dataclasses.dataclass(frozen=True)
class NotifyRules:
    """Whom to tell, and when; no urls: nobody is told."""

    urls: tuple[str, ...] = dataclasses.field(default=(), repr=False)  # hold passwords
    address: str = ""  # without a slash at its end
    overdue_hour: int = 8
    where: object = ENVIRONMENT_PLACE  # what to name where one of the urls proves wrong


def read_notify_rules(layers: SettingLayers) -> NotifyRules:
    """Return what the table says."""
    where = layers.table("notify")[1]
    hour = layers.whole(_HOUR, _OPENS, OFFICE_CLOSES - 1)
    return NotifyRules(layers.texts(NOTIFY_URLS), _address(layers, where), hour, where)


def _address(layers: SettingLayers, where: object) -> str:
    address = layers.text(_ADDRESS)
    parts = urlsplit(address)
    whole = parts.scheme in ("http", "https") and parts.hostname
    if address and (not whole or parts.username or parts.query or parts.fragment):
        raise wrong_setting(
            _ADDRESS, where, mark("is no address such as https://khaosat.example.gov.vn")
        )
    return address.rstrip("/")

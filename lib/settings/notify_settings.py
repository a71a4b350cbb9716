"""Who is told of new and of overdue cases, and how: the table [notify]."""

import dataclasses
from urllib.parse import urlsplit

from lib.settings.declaration import (
    ENVIRONMENT_PLACE,
    StatedSetting,
    declared_settings,
    setting,
)
from lib.settings.declared_rules import read_rules
from lib.settings.layers import SettingLayers
from lib.wording import mark

_OPENS, OFFICE_CLOSES = 7, 17  # hours of the office, between which overdue cases are told


def _check_address(stated: StatedSetting) -> str:
    parts = urlsplit(stated.value)
    whole = parts.scheme in ("http", "https") and parts.hostname
    if stated.value and (not whole or parts.username or parts.query or parts.fragment):
        raise stated.wrong(mark("is no address such as https://khaosat.example.gov.vn"))
    return str(stated.value).rstrip("/")


@dataclasses.dataclass(frozen=True)
class NotifyRules:
    """Whom to tell, and when; no urls: nobody is told."""

    urls: tuple[str, ...] = setting(
        (), '[notify] urls = ["mailtos://motcua:password@gmail.com?to=chutich@example.gov.vn"]',
        mark("whom to tell of new and overdue cases: addresses of Apprise; without one, nobody is"),
        secret=True,  # they hold passwords
    )  # fmt: skip
    address: str = setting(  # without a slash at its end
        "", '[notify] address = "https://khaosat.example.gov.vn"',
        mark("where the app is opened, for the link in the message"), check=_check_address,
    )  # fmt: skip
    overdue_hour: int = setting(
        8, "[notify] overdue_hour = 8",
        mark("from this hour on, each working day, overdue cases are told once"),
        least=_OPENS, most=OFFICE_CLOSES - 1,
    )  # fmt: skip
    where: object = ENVIRONMENT_PLACE  # what to name where one of the urls proves wrong


NOTIFY_URLS = declared_settings(NotifyRules)["urls"]


def read_notify_rules(layers: SettingLayers) -> NotifyRules:
    """Return what the table says."""
    return read_rules(layers, NotifyRules, where=layers.stated(NOTIFY_URLS).where)

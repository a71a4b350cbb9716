"""Who issues a paper and who gets it, by the office's settings and the paper's day."""

import dataclasses
import datetime as dt

from lib.settings import Letterhead
from lib.settings.office_settings import OfficeName


@dataclasses.dataclass(frozen=True)
class Issuer:
    """Who issues a paper and who gets it; what is not known is left to be written."""

    name: str  # cơ quan ban hành
    above: str = ""  # cơ quan chủ quản
    abbreviation: str = ""  # behind the code of the paper: "UBND"
    signs: tuple[str, ...] = ()  # "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"
    recipients: tuple[str, ...] = ()
    place: str = ""  # before the date
    addressees: tuple[str, ...] = ()  # "Kính gửi"


def paper_issuer(stated: Letterhead, day: dt.date, otherwise: str) -> Issuer:
    """Return who issues a paper about a time that ends on this day.

    `otherwise` is the survey's own name of the office, where none is stated for the day.
    """
    now = stated.named(day) or OfficeName(otherwise)
    return Issuer(
        now.name, now.above, now.abbreviation, stated.signs, stated.recipients, now.place,
        stated.addressees,
    )  # fmt: skip

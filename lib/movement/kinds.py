"""What the register's columns of choice may say, by the codes of links and JSON.

A cell is compared as a whole, without accents and marks: "XD HTCT", "Đã nhân rộng".
"""

import enum
import re
from typing import TypeVar

from lib.survey.text import fold
from lib.wording import gettext, mark


class Sector(enum.StrEnum):
    """The field of a model: four by guidance, and one that the article uses for the first two."""

    ECONOMY = "kinh-te"
    SOCIETY = "van-hoa-xa-hoi"
    DEFENCE = "quoc-phong-an-ninh"
    POLITICAL_SYSTEM = "xay-dung-he-thong-chinh-tri"
    ECONOMY_AND_SOCIETY = "kinh-te-xa-hoi"  # not forced into either of the two


class State(enum.StrEnum):
    """How far a model has come."""

    REGISTERED = "dang-ky"
    RUNNING = "dang-thuc-hien"
    RECOGNISED = "cong-nhan"
    REPLICATED = "nhan-rong"
    ENDED = "dung"


class Level(enum.StrEnum):
    """Who recognised a model, or with whom it is registered."""

    CELL = "chi-bo"
    COMMUNE = "xa"
    DISTRICT = "huyen"
    PROVINCE = "tinh"
    NATION = "trung-uong"


class Owner(enum.StrEnum):
    """Whether many or one carry a model."""

    GROUP = "tap-the"
    PERSON = "ca-nhan"


class Kind(enum.StrEnum):
    """A way of working, or somebody exemplary."""

    MODEL = "mo-hinh"
    EXAMPLE = "dien-hinh"


Choice = TypeVar("Choice", Sector, State, Level, Owner, Kind)

_NAMES = {
    Sector.ECONOMY: mark("Economy"),
    Sector.SOCIETY: mark("Culture and society"),
    Sector.DEFENCE: mark("Defence and security"),
    Sector.POLITICAL_SYSTEM: mark("Building the political system"),
    Sector.ECONOMY_AND_SOCIETY: mark("Economy and society"),
    State.REGISTERED: mark("Registered"),
    State.RUNNING: mark("Running"),
    State.RECOGNISED: mark("Recognised"),
    State.REPLICATED: mark("Replicated"),
    State.ENDED: mark("Ended"),
    Level.CELL: mark("Party cell"),
    Level.COMMUNE: mark("Commune level"),
    Level.DISTRICT: mark("District level"),
    Level.PROVINCE: mark("Province or city level"),
    Level.NATION: mark("Central level"),
    Owner.GROUP: mark("Group"),
    Owner.PERSON: mark("Individual"),
    Kind.MODEL: mark("Model"),
    Kind.EXAMPLE: mark("Exemplary group or person"),
}
_VARIANTS: dict[enum.StrEnum, str] = {
    Sector.ECONOMY: "kinh te, kt, phat trien kinh te, trong phat trien kinh te",
    Sector.SOCIETY: "van hoa xa hoi, vh xh, vhxh, van hoa, xa hoi, phat trien van hoa xa hoi",
    Sector.DEFENCE: "quoc phong an ninh, qp an, qpan, an ninh quoc phong, quoc phong, an ninh, "
    "giu vung quoc phong an ninh, bao dam quoc phong an ninh, an ninh trat tu, antt",
    Sector.POLITICAL_SYSTEM: "xay dung he thong chinh tri, xd htct, xdhtct, he thong chinh tri, "
    "htct, xay dung dang he thong chinh tri, xay dung dang, xay dung dang chinh quyen",
    Sector.ECONOMY_AND_SOCIETY: "kinh te xa hoi, kt xh, ktxh, phat trien kinh te xa hoi, "
    "kinh te van hoa xa hoi, kt vh xh",
    State.REGISTERED: "dang ky, da dang ky, moi dang ky, dang ky moi",
    State.RUNNING: "dang thuc hien, dang trien khai, dang hoat dong, thuc hien, trien khai, "
    "dang duy tri, duy tri, con hoat dong",
    State.RECOGNISED: "cong nhan, duoc cong nhan, da cong nhan, da duoc cong nhan",
    State.REPLICATED: "nhan rong, da nhan rong, duoc nhan rong, da duoc nhan rong, dang nhan rong",
    State.ENDED: "dung, da dung, tam dung, ngung, da ngung, ket thuc, da ket thuc, "
    "dung hoat dong, dung thuc hien, ngung hoat dong, khong con hoat dong",
    Level.CELL: "chi bo",
    Level.COMMUNE: "xa, phuong, thi tran, co so, ubnd xa, dang uy xa, xa phuong",
    Level.DISTRICT: "huyen, thi xa, quan, ubnd huyen, huyen uy",
    Level.PROVINCE: "tinh, thanh pho, tp, tinh tp, tinh thanh pho, tinh uy, thanh uy, ubnd tinh",
    Level.NATION: "trung uong, tw, bo nganh",
    Owner.GROUP: "tap the, tt, nhom",
    Owner.PERSON: "ca nhan, cn",
    Kind.MODEL: "mo hinh, mh, mo hinh dan van kheo",
    Kind.EXAMPLE: "dien hinh, dh, dien hinh dan van kheo",
}
_FRAME = re.compile(r"^(?:linh vuc|cap|loai hinh|tinh trang) ")


def recognised(kind: type[Choice], text: str) -> Choice | None:
    """Return what the whole cell says; None where it is no variant of any choice."""
    plain = _plain(text)
    for choice in kind:
        if plain == choice.replace("-", " ") or plain in _VARIANTS[choice].split(", "):
            return choice
    return None


def name(choice: Sector | State | Level | Owner | Kind) -> str:
    """Return the choice in the reader's language."""
    return gettext(_NAMES[choice])


def _plain(text: str) -> str:
    words = re.sub(r"[\W_]+|\b(?:va|tren|trong)\b", " ", fold(text))
    return _FRAME.sub("", " ".join(words.split()))

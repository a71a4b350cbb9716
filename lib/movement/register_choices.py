"""What the register's columns of choice may say, by the codes of links and JSON.

A cell is compared as a whole, without accents and marks: "XD HTCT", "Đã nhân rộng".
"""

import enum
import re
from typing import TypeVar

from lib.survey.model.vietnamese_text import fold_accents
from lib.wording import gettext, mark


class ModelSector(enum.StrEnum):
    """The field of a model: four by guidance, and one that the article uses for the first two."""

    ECONOMY = "kinh-te"
    SOCIETY = "van-hoa-xa-hoi"
    DEFENCE = "quoc-phong-an-ninh"
    POLITICAL_SYSTEM = "xay-dung-he-thong-chinh-tri"
    ECONOMY_AND_SOCIETY = "kinh-te-xa-hoi"  # not forced into either of the two


class ModelState(enum.StrEnum):
    """How far a model has come."""

    REGISTERED = "dang-ky"
    RUNNING = "dang-thuc-hien"
    RECOGNISED = "cong-nhan"
    REPLICATED = "nhan-rong"
    ENDED = "dung"


class RecognitionLevel(enum.StrEnum):
    """Who recognised a model, or with whom it is registered."""

    CELL = "chi-bo"
    COMMUNE = "xa"
    DISTRICT = "huyen"
    PROVINCE = "tinh"
    NATION = "trung-uong"


class ModelOwner(enum.StrEnum):
    """Whether many or one carry a model."""

    GROUP = "tap-the"
    PERSON = "ca-nhan"


class ModelKind(enum.StrEnum):
    """A way of working, or somebody exemplary."""

    MODEL = "mo-hinh"
    EXAMPLE = "dien-hinh"


_Choice = TypeVar("_Choice", ModelSector, ModelState, RecognitionLevel, ModelOwner, ModelKind)

_NAMES = {
    ModelSector.ECONOMY: mark("Economy"),
    ModelSector.SOCIETY: mark("Culture and society"),
    ModelSector.DEFENCE: mark("Defence and security"),
    ModelSector.POLITICAL_SYSTEM: mark("Building the political system"),
    ModelSector.ECONOMY_AND_SOCIETY: mark("Economy and society"),
    ModelState.REGISTERED: mark("Registered"),
    ModelState.RUNNING: mark("Running"),
    ModelState.RECOGNISED: mark("Recognised"),
    ModelState.REPLICATED: mark("Replicated"),
    ModelState.ENDED: mark("Ended"),
    RecognitionLevel.CELL: mark("Party cell"),
    RecognitionLevel.COMMUNE: mark("Commune level"),
    RecognitionLevel.DISTRICT: mark("District level"),
    RecognitionLevel.PROVINCE: mark("Province or city level"),
    RecognitionLevel.NATION: mark("Central level"),
    ModelOwner.GROUP: mark("Group"),
    ModelOwner.PERSON: mark("Individual"),
    ModelKind.MODEL: mark("Model"),
    ModelKind.EXAMPLE: mark("Exemplary group or person"),
}
_VARIANTS: dict[enum.StrEnum, str] = {
    ModelSector.ECONOMY: "kinh te, kt, phat trien kinh te, trong phat trien kinh te",
    ModelSector.SOCIETY: "van hoa xa hoi, vh xh, vhxh, van hoa, xa hoi, phat trien van hoa xa hoi",
    ModelSector.DEFENCE: "quoc phong an ninh, qp an, qpan, an ninh quoc phong, quoc phong, "
    "an ninh, "
    "giu vung quoc phong an ninh, bao dam quoc phong an ninh, an ninh trat tu, antt",
    ModelSector.POLITICAL_SYSTEM: "xay dung he thong chinh tri, xd htct, xdhtct, he thong "
    "chinh tri, "
    "htct, xay dung dang he thong chinh tri, xay dung dang, xay dung dang chinh quyen",
    ModelSector.ECONOMY_AND_SOCIETY: "kinh te xa hoi, kt xh, ktxh, phat trien kinh te xa hoi, "
    "kinh te van hoa xa hoi, kt vh xh",
    ModelState.REGISTERED: "dang ky, da dang ky, moi dang ky, dang ky moi",
    ModelState.RUNNING: "dang thuc hien, dang trien khai, dang hoat dong, thuc hien, trien khai, "
    "dang duy tri, duy tri, con hoat dong",
    ModelState.RECOGNISED: "cong nhan, duoc cong nhan, da cong nhan, da duoc cong nhan",
    ModelState.REPLICATED: "nhan rong, da nhan rong, duoc nhan rong, da duoc nhan rong, dang "
    "nhan rong",
    ModelState.ENDED: "dung, da dung, tam dung, ngung, da ngung, ket thuc, da ket thuc, "
    "dung hoat dong, dung thuc hien, ngung hoat dong, khong con hoat dong",
    RecognitionLevel.CELL: "chi bo",
    RecognitionLevel.COMMUNE: "xa, phuong, thi tran, co so, ubnd xa, dang uy xa, xa phuong",
    RecognitionLevel.DISTRICT: "huyen, thi xa, quan, ubnd huyen, huyen uy",
    RecognitionLevel.PROVINCE: "tinh, thanh pho, tp, tinh tp, tinh thanh pho, tinh uy, thanh "
    "uy, ubnd tinh",
    RecognitionLevel.NATION: "trung uong, tw, bo nganh",
    ModelOwner.GROUP: "tap the, tt, nhom",
    ModelOwner.PERSON: "ca nhan, cn",
    ModelKind.MODEL: "mo hinh, mh, mo hinh dan van kheo",
    ModelKind.EXAMPLE: "dien hinh, dh, dien hinh dan van kheo",
}
_FRAME = re.compile(r"^(?:linh vuc|cap|loai hinh|tinh trang) ")


def recognise_choice(kind: type[_Choice], text: str) -> _Choice | None:
    """Return what the whole cell says; None where it is no variant of any choice."""
    plain = _plain(text)
    for choice in kind:
        if plain == choice.replace("-", " ") or plain in _VARIANTS[choice].split(", "):
            return choice
    return None


def choice_name(
    choice: ModelSector | ModelState | RecognitionLevel | ModelOwner | ModelKind,
) -> str:
    """Return the choice in the reader's language."""
    return gettext(_NAMES[choice])


def _plain(text: str) -> str:
    words = re.sub(r"[\W_]+|\b(?:va|tren|trong)\b", " ", fold_accents(text))
    return _FRAME.sub("", " ".join(words.split()))

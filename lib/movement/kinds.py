"""What the register's columns of choice may say, by the codes of links and JSON."""

import enum


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
    """Who recognised or registered a model."""

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

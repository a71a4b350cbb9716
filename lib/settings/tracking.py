"""How dissatisfied responses are followed up: the table [tracking]."""

import dataclasses
import datetime as dt

from lib.settings.declared import Setting, wrong
from lib.settings.layers import Layers
from lib.wording import mark

SINCE = Setting(
    "[tracking] since",
    None,
    mark("responses submitted from this day on are tracked; older ones can be taken in by hand"),
    '[tracking] since = "2026-12-01"',
    mark("the first start"),
)
URL = Setting(
    "[tracking] url",
    None,
    mark(
        "a spreadsheet of the office’s own for the journal, where no disk lasts; never the form’s"
    ),
    '[tracking] url = "https://docs.google.com/spreadsheets/d/1AbC.../edit"',
)
DATABASE = Setting(
    "[tracking] database",
    None,
    mark("a PostgreSQL database for the journal, for those who outgrow a file"),
    '[tracking] database = "postgresql://user:password@localhost/survey"',
    mark("the file journal.db in the data folder"),
)
TAKE_UP = Setting(
    "[tracking] take_up_days",
    None,
    mark("working days until a case is to be taken up"),
    "[tracking] take_up_days = 5",
    "5",
)
FINISH = Setting(
    "[tracking] finish_days",
    None,
    mark("working days until a case is to be finished"),
    "[tracking] finish_days = 15",
    "15",
)
PERSONS = Setting(
    "[tracking] persons",
    None,
    mark("who can be in charge, by title"),
    '[tracking] persons = ["Công chức Địa chính", "Công chức Tư pháp"]',
)
CAUSES = Setting(
    "[tracking] causes",
    None,
    mark("the causes that can be chosen"),
    '[tracking] causes = ["Hướng dẫn hồ sơ chưa đầy đủ", "Giải quyết trễ hẹn"]',
    mark("a short list"),
)
RECIPIENT = Setting(
    "[tracking] recipient",
    None,
    mark("e-mail of who receives cases that may mean bribery or denunciation, beside leaders"),
    '[tracking] recipient = "thanhtra@xuandong.gov.vn"',
)
KEPT = Setting(
    "[tracking] months_kept",
    None,
    mark("months after which texts and answers that the app keeps are deleted"),
    "[tracking] months_kept = 24",
    "24",
)
SETTINGS = (SINCE, URL, DATABASE, TAKE_UP, FINISH, PERSONS, CAUSES, RECIPIENT, KEPT)

LONGEST = 250  # working days to a target: a year

SHORT_LIST = (
    "Hướng dẫn hồ sơ chưa đầy đủ",
    "Giải quyết trễ hẹn",
    "Thái độ, tác phong",
    "Cơ sở vật chất",
    "Phần mềm, đường truyền",
    "Ngoài thẩm quyền của xã",
    "Khác",
)  # what the office has not written itself stands in its own language all the same


@dataclasses.dataclass(frozen=True)
class Tracking:
    """The office's follow-up; neither url nor database means a file in the data folder."""

    since: dt.date | None = None  # None: the first start
    url: str = ""
    database: str = dataclasses.field(default="", repr=False)  # may hold a password
    take_up_days: int = 5
    finish_days: int = 15
    persons: tuple[str, ...] = ()
    causes: tuple[str, ...] = SHORT_LIST
    recipient: str = ""
    months_kept: int = 24


def tracking(layers: Layers) -> Tracking:
    """Return what the table says."""
    url, database = layers.text(URL), _own(layers, DATABASE)
    if url and database:
        _, where = layers.table("tracking")
        raise wrong(DATABASE, where, mark("is set, and url too; keep one of them"))
    return Tracking(
        since=_since(layers),
        url=url,
        database=database,
        take_up_days=layers.whole(TAKE_UP, 1, LONGEST),
        finish_days=layers.whole(FINISH, 1, LONGEST),
        persons=layers.texts(PERSONS),
        causes=layers.texts(CAUSES) if _stated(layers, CAUSES) else SHORT_LIST,
        recipient=layers.text(RECIPIENT).lower(),
        months_kept=layers.whole(KEPT, 1),
    )


def _stated(layers: Layers, setting: Setting) -> bool:
    return setting.key in layers.table("tracking")[0]


def _own(layers: Layers, setting: Setting) -> str:
    """Return a text whose default is a description, not a value."""
    return layers.text(setting) if _stated(layers, setting) else ""


def _since(layers: Layers) -> dt.date | None:
    table, where = layers.table("tracking")
    told = table.get("since", "")
    if isinstance(told, dt.date) and not isinstance(told, dt.datetime):
        return told
    try:
        return dt.date.fromisoformat(told) if told else None
    except (TypeError, ValueError):
        raise wrong(SINCE, where, mark("is no date such as 2026-12-01")) from None

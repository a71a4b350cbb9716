"""How dissatisfied responses are followed up: the table [tracking]."""

import calendar
import dataclasses
import datetime as dt
import re
from collections.abc import Sequence

from lib.settings.declaration import Setting, wrong_setting
from lib.settings.layers import SettingLayers
from lib.settings.survey_settings import SheetEntry, spreadsheet_key
from lib.wording import mark

_SINCE = Setting(
    "[tracking] since",
    None,
    mark("responses submitted from this day on are tracked; older ones can be taken in by hand"),
    '[tracking] since = "2026-12-01"',
    mark("the first start"),
)
_URL = Setting(
    "[tracking] url",
    None,
    mark(
        "a spreadsheet of the office’s own for the journal, where no disk lasts; never the form’s"
    ),
    '[tracking] url = "https://docs.google.com/spreadsheets/d/1AbC.../edit"',
)
_DATABASE = Setting(
    "[tracking] database",
    None,
    mark("a PostgreSQL database for the journal, for those who outgrow a file"),
    '[tracking] database = "postgresql://user:password@localhost/survey"',
    mark("the file journal.db in the data folder"),
)
_TAKE_UP = Setting(
    "[tracking] take_up_days",
    None,
    mark("working days until a case is to be taken up"),
    "[tracking] take_up_days = 5",
    "5",
)
_FINISH = Setting(
    "[tracking] finish_days",
    None,
    mark("working days until a case is to be finished"),
    "[tracking] finish_days = 15",
    "15",
)
_PERSONS = Setting(
    "[tracking] persons",
    None,
    mark("who can be in charge, by title"),
    '[tracking] persons = ["Công chức Địa chính", "Công chức Tư pháp"]',
)
_CAUSES = Setting(
    "[tracking] causes",
    None,
    mark("the causes that can be chosen"),
    '[tracking] causes = ["Hướng dẫn hồ sơ chưa đầy đủ", "Giải quyết trễ hẹn"]',
    mark("a short list"),
)
_RECIPIENT = Setting(
    "[tracking] recipient",
    None,
    mark("e-mail of who receives cases that may mean bribery or denunciation, beside leaders"),
    '[tracking] recipient = "thanhtra@xuandong.gov.vn"',
)
_KEPT = Setting(
    "[tracking] months_kept",
    None,
    mark("months after which texts and answers that the app keeps are deleted"),
    "[tracking] months_kept = 24",
    "24",
)
TRACKING_SETTINGS = (
    _SINCE,
    _URL,
    _DATABASE,
    _TAKE_UP,
    _FINISH,
    _PERSONS,
    _CAUSES,
    _RECIPIENT,
    _KEPT,
)

_LONGEST = 250  # working days to a target: a year

_SHORT_LIST = (
    "Hướng dẫn hồ sơ chưa đầy đủ",
    "Giải quyết trễ hẹn",
    "Thái độ, tác phong",
    "Cơ sở vật chất",
    "Phần mềm, đường truyền",
    "Ngoài thẩm quyền của xã",
    "Khác",
)  # what the office has not written itself stands in its own language all the same

# what stands in a name or a password otherwise, such as "@", is written as in "%40"
_POSTGRESQL = re.compile(
    r"postgresql(\+pg8000)?://[^:@/?#\s]+(:[^:@/?#\s]*)?@([\w.-]+|\[[\da-f:]+\])(:\d{1,5})?"
    r"/[\w%.~-]+(\?sslmode=(disable|require|verify-full))?",
    re.ASCII | re.IGNORECASE,
)


@dataclasses.dataclass(frozen=True)
class TrackingRules:
    """The office's follow-up; neither url nor database means a file in the data folder."""

    since: dt.date | None = None  # None: the first start
    url: str = ""
    database: str = dataclasses.field(default="", repr=False)  # may hold a password
    take_up_days: int = 5
    finish_days: int = 15
    persons: tuple[str, ...] = ()
    causes: tuple[str, ...] = _SHORT_LIST
    recipient: str = ""
    months_kept: int = 24

    def kept_from(self, today: dt.date) -> dt.date:
        """Return the first day whose texts and answers are still kept."""
        year, month = divmod(max(today.year * 12 + today.month - 1 - self.months_kept, 12), 12)
        return dt.date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def read_tracking_rules(
    layers: SettingLayers, sheets: Sequence[SheetEntry] = (), account: object | None = None
) -> TrackingRules:
    """Return what the table says; `sheets` are the forms', never to be written into."""
    database = _database(layers)
    return TrackingRules(
        since=_since(layers),
        url=_url(layers, sheets, account),
        database=database,
        take_up_days=layers.whole(_TAKE_UP, 1, _LONGEST),
        finish_days=layers.whole(_FINISH, 1, _LONGEST),
        persons=layers.texts(_PERSONS),
        causes=layers.texts(_CAUSES) if _stated(layers, _CAUSES) else _SHORT_LIST,
        recipient=layers.text(_RECIPIENT).lower(),
        months_kept=layers.whole(_KEPT, 1),
    )


def _url(layers: SettingLayers, sheets: Sequence[SheetEntry], account: object | None) -> str:
    url, (_, where) = layers.text(_URL), layers.table("tracking")
    if not url:
        return ""
    if not (key := spreadsheet_key(url)):
        raise wrong_setting(
            _URL, where, mark("is no address of a Google Sheet; copy it from the browser")
        )
    if key in {spreadsheet_key(entry.url) for entry in sheets}:
        problem = mark(
            "is the form’s own spreadsheet, into which nothing is ever written; make a new, "
            "empty spreadsheet for the journal"
        )
        raise wrong_setting(_URL, where, problem)
    if account is None and "SHEETS_EMULATOR_HOST" not in layers.environ:
        problem = mark("needs [gcp_service_account], with which the spreadsheet is to be shared")
        raise wrong_setting(_URL, where, problem)
    return url


def _database(layers: SettingLayers) -> str:
    url, (_, where) = _own(layers, _DATABASE), layers.table("tracking")
    if url and layers.text(_URL):
        raise wrong_setting(_DATABASE, where, mark("is set, and url too; keep one of them"))
    if url and not _POSTGRESQL.fullmatch(url):
        raise wrong_setting(_DATABASE, where, mark("is no address of a PostgreSQL database"))
    return url


def _stated(layers: SettingLayers, setting: Setting) -> bool:
    return setting.key in layers.table("tracking")[0]


def _own(layers: SettingLayers, setting: Setting) -> str:
    """Return a text whose default is a description, not a value."""
    return layers.text(setting) if _stated(layers, setting) else ""


def _since(layers: SettingLayers) -> dt.date | None:
    table, where = layers.table("tracking")
    told = table.get("since", "")
    if isinstance(told, dt.date) and not isinstance(told, dt.datetime):
        return told
    try:
        return dt.date.fromisoformat(told) if told else None
    except (TypeError, ValueError):
        raise wrong_setting(_SINCE, where, mark("is no date such as 2026-12-01")) from None

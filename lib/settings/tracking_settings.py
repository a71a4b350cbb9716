"""How dissatisfied responses are followed up: the table [tracking]."""

import calendar
import dataclasses
import datetime as dt
import re
from collections.abc import Sequence

from lib.settings.declaration import StatedSetting, declared_settings, setting
from lib.settings.declared_rules import read_rules
from lib.settings.layers import SettingLayers
from lib.settings.source_settings import SheetEntry, check_spreadsheet, spreadsheet_key
from lib.wording import mark

_LONGEST = 250  # working days to a target: a year

# what the office has not written itself stands in its own language all the same
_SHORT_LIST = (
    "Hướng dẫn hồ sơ chưa đầy đủ", "Giải quyết trễ hẹn", "Thái độ, tác phong", "Cơ sở vật chất",
    "Phần mềm, đường truyền", "Ngoài thẩm quyền của xã", "Khác",
)  # fmt: skip

# what stands in a name or a password otherwise, such as "@", is written as in "%40"
_POSTGRESQL = re.compile(
    r"postgresql(\+pg8000)?://[^:@/?#\s]+(:[^:@/?#\s]*)?@([\w.-]+|\[[\da-f:]+\])(:\d{1,5})?"
    r"/[\w%.~-]+(\?sslmode=(disable|require|verify-full))?",
    re.ASCII | re.IGNORECASE,
)


def _check_since(stated: StatedSetting) -> dt.date | None:
    since = stated.value
    if isinstance(since, dt.date) and not isinstance(since, dt.datetime):
        return since
    try:
        return dt.date.fromisoformat(since) if since else None
    except (TypeError, ValueError):
        raise stated.wrong(mark("is no date such as 2026-12-01")) from None


def _check_database(stated: StatedSetting) -> str:
    if stated.value and not _POSTGRESQL.fullmatch(stated.value):
        raise stated.wrong(mark("is no address of a PostgreSQL database"))
    return str(stated.value)


@dataclasses.dataclass(frozen=True)
class TrackingRules:
    """The office's follow-up; neither url nor database means a file in the data folder."""

    since: dt.date | None = setting(
        None, '[tracking] since = "2026-12-01"',
        mark(
            "responses submitted from this day on are tracked; older ones can be taken in by hand"
        ),
        words=mark("the first start"), check=_check_since,
    )  # fmt: skip
    url: str = setting(
        "", '[tracking] url = "https://docs.google.com/spreadsheets/d/1AbC.../edit"',
        mark(
            "a spreadsheet of the office’s own for the journal, where no disk lasts; never the "
            "form’s"
        ),
        check=check_spreadsheet,
    )  # fmt: skip
    database: str = setting(
        "", '[tracking] database = "postgresql://user:password@localhost/survey"',
        mark("a PostgreSQL database for the journal, for those who outgrow a file"),
        words=mark("the file journal.db in the data folder"), check=_check_database,
        secret=True,  # it may hold a password
        instead=("url", mark("is set, and url too; keep one of them")),
    )  # fmt: skip
    take_up_days: int = setting(
        5, "[tracking] take_up_days = 5", mark("working days until a case is to be taken up"),
        least=1, most=_LONGEST,
    )  # fmt: skip
    finish_days: int = setting(
        15, "[tracking] finish_days = 15", mark("working days until a case is to be finished"),
        least=1, most=_LONGEST,
    )  # fmt: skip
    persons: tuple[str, ...] = setting(
        (), '[tracking] persons = ["Công chức Địa chính", "Công chức Tư pháp"]',
        mark("who can be in charge, by title"),
    )  # fmt: skip
    causes: tuple[str, ...] = setting(
        _SHORT_LIST, '[tracking] causes = ["Hướng dẫn hồ sơ chưa đầy đủ", "Giải quyết trễ hẹn"]',
        mark("the causes that can be chosen"), words=mark("a short list"),
    )  # fmt: skip
    recipient: str = setting(
        "", '[tracking] recipient = "thanhtra@xuandong.gov.vn"',
        mark("e-mail of who receives cases that may mean bribery or denunciation, beside leaders"),
        check=lambda stated: stated.value.lower(),
    )  # fmt: skip
    months_kept: int = setting(
        24, "[tracking] months_kept = 24",
        mark("months after which texts and answers that the app keeps are deleted"), least=1,
    )  # fmt: skip

    def kept_from(self, today: dt.date) -> dt.date:
        """Return the first day whose texts and answers are still kept."""
        year, month = divmod(max(today.year * 12 + today.month - 1 - self.months_kept, 12), 12)
        return dt.date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def read_tracking_rules(
    layers: SettingLayers, sheets: Sequence[SheetEntry] = (), account: object | None = None
) -> TrackingRules:
    """Return what the table says; `sheets` are the forms', never to be written into."""
    rules = read_rules(layers, TrackingRules)
    url = layers.stated(declared_settings(TrackingRules)["url"])
    if rules.url and spreadsheet_key(rules.url) in {spreadsheet_key(sheet.url) for sheet in sheets}:
        problem = mark(
            "is the form’s own spreadsheet, into which nothing is ever written; make a new, "
            "empty spreadsheet for the journal"
        )
        raise url.wrong(problem)
    if rules.url and account is None and "SHEETS_EMULATOR_HOST" not in layers.environ:
        problem = mark("needs [gcp_service_account], with which the spreadsheet is to be shared")
        raise url.wrong(problem)
    return rules

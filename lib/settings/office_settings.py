"""What the office's papers bear: the table [office]; names change by date, as units do."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from lib.settings.declaration import Setting, reject_unknown_names, wrong_setting
from lib.settings.layers import SettingLayers
from lib.wording import mark

_NAMES = Setting(
    "[office] names",
    None,
    mark("what the office is called on its papers, from which day on, and its higher authority"),
    '[office] names = [{ from = 2025-07-01, name = "UBND XÃ XUÂN ĐÔNG", place = "Xuân Đông" }]',
    mark("the survey’s office, the rest left blank"),
)
_ADDRESSEES = Setting(
    "[office] addressees",
    None,
    mark("whom a report is addressed to, line by line"),
    '[office] addressees = ["UBND thành phố Đồng Nai"]',
)
_RECIPIENTS = Setting(
    "[office] recipients",
    None,
    mark("who gets a paper, line by line"),
    '[office] recipients = ["Đảng ủy xã", "HĐND xã"]',
)
_SIGNS = Setting(
    "[office] signs",
    None,
    mark("who signs, by title, line by line"),
    '[office] signs = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]',
)
_TRANSACTIONS = Setting(
    "[office] transactions",
    None,
    mark("how many transactions a period had, for the size of sample that SIPAS asks for"),
    '[office] transactions = [{ period = "2026-Q3", count = 1250 }]',
)
OFFICE_SETTINGS = (_NAMES, _ADDRESSEES, _RECIPIENTS, _SIGNS, _TRANSACTIONS)


@dataclasses.dataclass(frozen=True)
class OfficeName:
    """What the office is called from a day on; empty texts are left to be written by hand."""

    name: str
    since: dt.date | None = None  # None: from the beginning
    above: str = ""  # cơ quan chủ quản
    place: str = ""  # stands before the date
    abbreviation: str = ""  # behind the code of a paper: "UBND"


@dataclasses.dataclass(frozen=True)
class PeriodTransactions:
    """How many transactions a period had, in all or in one commune."""

    period: str  # as in links: "2026-Q3"
    count: int
    commune: str = ""  # its code in links; "" for everything


@dataclasses.dataclass(frozen=True)
class Letterhead:
    """What the office states about its papers; empty where it states nothing."""

    names: tuple[OfficeName, ...] = ()  # the oldest first
    recipients: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    transactions: tuple[PeriodTransactions, ...] = ()
    addressees: tuple[str, ...] = ()

    def named(self, day: dt.date) -> OfficeName | None:
        """Return what the office is called on this day, None where nothing is stated for it."""
        held = [one for one in self.names if one.since is None or one.since <= day]
        return held[-1] if held else None

    def counted(self, period: str, communes: Sequence[str]) -> int | None:
        """Return the transactions of a period, of all or of these communes; None unknown."""
        told = {one.commune: one.count for one in self.transactions if one.period == period}
        counts = [told.get(commune) for commune in communes or ("",)]
        known = [n for n in counts if n is not None]
        return sum(known) if len(known) == len(counts) else None


def read_letterhead(layers: SettingLayers) -> Letterhead:
    """Return what the table says."""
    return Letterhead(
        _names(layers), layers.texts(_RECIPIENTS), layers.texts(_SIGNS), _transactions(layers),
        layers.texts(_ADDRESSEES),
    )  # fmt: skip


def _names(layers: SettingLayers) -> tuple[OfficeName, ...]:
    found = [_named(layers, entry) for entry in _entries(layers, _NAMES, _KEYS)]
    if len({one.since for one in found}) < len(found):
        raise _wrong(layers, _NAMES, mark("has two entries from the same day"))
    return tuple(sorted(found, key=lambda one: one.since or dt.date.min))


_KEYS = ("from", "name", "above", "place", "abbreviation")


def _named(layers: SettingLayers, entry: Mapping[str, Any]) -> OfficeName:
    texts = {key: value for key, value in entry.items() if key != "from"}
    since = entry.get("from")
    if not all(isinstance(value, str) for value in texts.values()) or not texts.get("name"):
        raise _wrong(layers, _NAMES, mark("each entry needs a name; texts stand in quotes"))
    if since is not None and (not isinstance(since, dt.date) or isinstance(since, dt.datetime)):
        raise _wrong(layers, _NAMES, mark("“from” must be a date such as 2025-07-01, unquoted"))
    return OfficeName(since=since, **texts)


def _transactions(layers: SettingLayers) -> tuple[PeriodTransactions, ...]:
    keys = tuple(field.name for field in dataclasses.fields(PeriodTransactions))
    found = [_counted(layers, entry) for entry in _entries(layers, _TRANSACTIONS, keys)]
    if len({(one.period, one.commune) for one in found}) < len(found):
        raise _wrong(layers, _TRANSACTIONS, mark("has the same period twice"))
    return tuple(found)


def _counted(layers: SettingLayers, entry: Mapping[str, Any]) -> PeriodTransactions:
    period, n, commune = entry.get("period"), entry.get("count"), entry.get("commune", "")
    if not isinstance(period, str) or not isinstance(commune, str) or type(n) is not int or n < 1:
        problem = mark("each entry needs a period such as “2026-Q3” and a count of 1 or more")
        raise _wrong(layers, _TRANSACTIONS, problem)
    return PeriodTransactions(period.strip().upper(), n, commune.strip())


def _entries(
    layers: SettingLayers, setting: Setting, known: Sequence[str]
) -> Sequence[Mapping[str, Any]]:
    table, where = layers.table(setting.table)
    told = table.get(setting.key, [])
    if not isinstance(told, list) or not all(isinstance(entry, dict) for entry in told):
        raise _wrong(layers, setting, mark("must be a list of tables in braces"))
    for entry in told:
        reject_unknown_names(entry, known, setting, where)
    return told


def _wrong(layers: SettingLayers, setting: Setting, problem: str) -> Exception:
    return wrong_setting(setting, layers.table(setting.table)[1], problem)

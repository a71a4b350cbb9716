"""What the office's papers bear: the table [office]; names change by date, as units do."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from lib.settings.declaration import StatedSetting, setting
from lib.wording import mark


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


def _check_names(stated: StatedSetting) -> tuple[OfficeName, ...]:
    entries = _entries(stated, ("from", "name", "above", "place", "abbreviation"))
    names = [_office_name(stated, entry) for entry in entries]
    if len({name.since for name in names}) < len(names):
        raise stated.wrong(mark("has two entries from the same day"))
    return tuple(sorted(names, key=lambda name: name.since or dt.date.min))


def _office_name(stated: StatedSetting, entry: Mapping[str, Any]) -> OfficeName:
    texts = {key: value for key, value in entry.items() if key != "from"}
    since = entry.get("from")
    if not all(isinstance(value, str) for value in texts.values()) or not texts.get("name"):
        raise stated.wrong(mark("each entry needs a name; texts stand in quotes"))
    if since is not None and (not isinstance(since, dt.date) or isinstance(since, dt.datetime)):
        raise stated.wrong(mark("“from” must be a date such as 2025-07-01, unquoted"))
    above, place, abbreviation = (texts.get(key, "") for key in ("above", "place", "abbreviation"))
    return OfficeName(texts["name"], since, above, place, abbreviation)


def _check_transactions(stated: StatedSetting) -> tuple[PeriodTransactions, ...]:
    entries = _entries(stated, ("period", "count", "commune"))
    transactions = tuple(_period_transactions(stated, entry) for entry in entries)
    if len({(each.period, each.commune) for each in transactions}) < len(transactions):
        raise stated.wrong(mark("has the same period twice"))
    return transactions


def _period_transactions(stated: StatedSetting, entry: Mapping[str, Any]) -> PeriodTransactions:
    period, n, commune = entry.get("period"), entry.get("count"), entry.get("commune", "")
    if not isinstance(period, str) or not isinstance(commune, str) or type(n) is not int or n < 1:
        problem = mark("each entry needs a period such as “2026-Q3” and a count of 1 or more")
        raise stated.wrong(problem)
    return PeriodTransactions(period.strip().upper(), n, commune.strip())


def _entries(stated: StatedSetting, known: Sequence[str]) -> Sequence[Mapping[str, Any]]:
    entries: list[Mapping[str, Any]] = stated.value
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise stated.wrong(mark("must be a list of tables in braces"))
    for entry in entries:
        stated.reject_unknown(entry, known)
    return entries


@dataclasses.dataclass(frozen=True)
class Letterhead:
    """What the office states about its papers; empty where it states nothing."""

    names: tuple[OfficeName, ...] = setting(  # the oldest first
        (),
        '[office] names = [{ from = 2025-07-01, name = "UBND XÃ XUÂN ĐÔNG", place = "Xuân Đông" }]',
        mark(
            "what the office is called on its papers, from which day on, and its higher authority"
        ),
        words=mark("the survey’s office, the rest left blank"), check=_check_names,
    )  # fmt: skip
    addressees: tuple[str, ...] = setting(
        (), '[office] addressees = ["UBND thành phố Đồng Nai"]',
        mark("whom a report is addressed to, line by line"),
    )  # fmt: skip
    recipients: tuple[str, ...] = setting(
        (), '[office] recipients = ["Đảng ủy xã", "HĐND xã"]',
        mark("who gets a paper, line by line"),
    )  # fmt: skip
    signs: tuple[str, ...] = setting(
        (), '[office] signs = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]',
        mark("who signs, by title, line by line"),
    )  # fmt: skip
    transactions: tuple[PeriodTransactions, ...] = setting(
        (), '[office] transactions = [{ period = "2026-Q3", count = 1250 }]',
        mark("how many transactions a period had, for the size of sample that SIPAS asks for"),
        check=_check_transactions,
    )  # fmt: skip

    def named(self, day: dt.date) -> OfficeName | None:
        """Return what the office is called on this day, None where nothing is stated for it."""
        names = [name for name in self.names if name.since is None or name.since <= day]
        return names[-1] if names else None

    def counted(self, period: str, communes: Sequence[str]) -> int | None:
        """Return the transactions of a period, of all or of these communes; None unknown."""
        by_commune = {t.commune: t.count for t in self.transactions if t.period == period}
        counts = [by_commune.get(commune) for commune in communes or ("",)]
        known = [n for n in counts if n is not None]
        return sum(known) if len(known) == len(counts) else None

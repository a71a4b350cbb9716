"""The columns of one source as the ledger knows them: which are the form's, which are gone."""

import dataclasses
import enum
from collections.abc import Iterable, Mapping


class ColumnStatus(enum.StrEnum):
    """What a column is to the ledger; permanent, as contents hold it."""

    ASKED = "asked"  # a question of the form
    BLANK = "blank"  # new and without any answer yet: nobody knows what it is
    BESIDE = "beside"  # first filled in for responses that were there before: the office's own
    GONE = "gone"  # deleted, or with a header that nothing ties to it
    HIDDEN = "hidden"  # it names persons, so it is not looked at any more


@dataclasses.dataclass(frozen=True)
class LedgerSheet:
    """One source; its columns by the number that each keeps for ever."""

    title: str
    timezone: str | None = None
    commune: str | None = None
    headers: Mapping[str, str] = dataclasses.field(default_factory=dict)  # all there ever were
    status: Mapping[str, str] = dataclasses.field(default_factory=dict)
    private: tuple[str, ...] | list[str] = ()  # headers below which persons are named
    origin: str = ""  # tells its address from another; "" a file, or not known

    def columns_with(self, *status: ColumnStatus) -> list[str]:
        """Return the numbers of the columns that are one of these."""
        return [number for number, each in self.status.items() if each in status]


def match_columns(now: Mapping[str, str], known: Mapping[str, str]) -> dict[str, str]:
    """Return the ledger's number for each number of a reading; both map numbers to headers.

    The same header is the same column, also where the survey's own numbers were lost or given
    anew; else the same number is, as another wording; what is left is new.
    """
    by_header = {header: number for number, header in known.items()}
    matched = {number: by_header[header] for number, header in now.items() if header in by_header}
    for number in (number for number in now if number not in matched):
        taken = matched.values()
        matched[number] = _free({*known, *now, *taken}) if number in taken else number
    return matched


def _free(taken: Iterable[str]) -> str:
    return f"c{max(int(number[1:]) for number in taken) + 1}"

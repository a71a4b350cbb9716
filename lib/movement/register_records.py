"""What the register is made of; every text is as the office wrote it, cleaned."""

import dataclasses
import datetime as dt
from collections.abc import Mapping

from lib.movement.quantity import Quantity
from lib.movement.register_choices import (
    ModelKind,
    ModelOwner,
    ModelSector,
    ModelState,
    RecognitionLevel,
)
from lib.survey.model.periods import Period
from lib.survey.responses import Place


@dataclasses.dataclass(frozen=True)
class Dataset:
    """Rows that belong together and are never added to another's: its code in links, its name."""

    code: str  # "bai-bao", "vi-du"; "" where a register does not divide itself
    name: str = ""


@dataclasses.dataclass(frozen=True)
class MovementModel:
    """One exemplary model (mô hình, điển hình); what the office does not say is empty or None."""

    code: str  # permanent, in links as `mo_hinh`
    name: str
    kind: ModelKind | None = None
    owner: ModelOwner | None = None
    unit: str = ""  # who carries it out
    place: str = ""
    communes: tuple[Place, ...] = ()  # as on the day of its start
    communes_today: tuple[Place, ...] = ()  # the same by today's boundaries
    everywhere: bool = False  # the place is the whole district: `communes` are all of it
    sector: ModelSector | None = None
    state: ModelState | None = None
    level: RecognitionLevel | None = None  # cấp công nhận
    registered_with: RecognitionLevel | None = None  # cấp đăng ký
    year: int | None = None  # of registration
    since: dt.date | None = None  # the first day that the text can mean
    until: dt.date | None = None  # the last one
    time: str = ""  # the same as written: "2022 – 2024", "từ 03/2023"
    content: str = ""
    outcome: str = ""  # a column of results in words; figures are Results
    recognised_by: str = ""
    decision: str = ""
    award: str = ""
    replicated_to: tuple[str, ...] = ()
    replicated_communes: tuple[Place, ...] = ()
    priority: str = ""  # why its place comes first: nơi khó khăn, …
    questions: tuple[str, ...] = ()  # ids of the survey's questions that it aims at
    note: str = ""
    source: str = ""
    dataset: str = ""  # code

    @property
    def begun(self) -> dt.date | None:
        """The day of its start; else the first day of its year; None where nobody says."""
        return self.since or (dt.date(self.year, 1, 1) if self.year else None)


@dataclasses.dataclass(frozen=True)
class ModelResult:
    """What one model achieved by one indicator in one period."""

    model: str  # code
    indicator: str
    text: str  # the value as written
    quantity: Quantity | None = None  # None: not understood, and listed in Register.unread
    period: Period | None = None
    period_text: str = ""  # as written; "" where it is not stated
    cumulative: bool = False  # lũy kế: the newest says it all
    source: str = ""
    dataset: str = ""


@dataclasses.dataclass(frozen=True)
class PlaceFact:
    """What is so of a place by one indicator, whichever models brought it about."""

    indicator: str
    place: str
    text: str  # the value as written
    communes: tuple[Place, ...] = ()
    communes_today: tuple[Place, ...] = ()
    everywhere: bool = False
    quantity: Quantity | None = None
    period: Period | None = None
    period_text: str = ""
    cumulative: bool = False
    sector: ModelSector | None = None
    source: str = ""
    dataset: str = ""


@dataclasses.dataclass(frozen=True)
class UnreadCell:
    """Something of a row that could not be understood; the rest counts on without it."""

    tab: str
    row: int  # as the sheet numbers it
    column: str  # header
    text: str
    reason: str  # key of the catalogue, to be filled in with `fields`
    fields: tuple[tuple[str, object], ...] = ()


@dataclasses.dataclass(frozen=True)
class RegisterNotice:
    """Something to know about how the register was read."""

    code: str
    text: str  # a finished sentence's key in the catalogue
    fields: tuple[tuple[str, object], ...] = ()


@dataclasses.dataclass(frozen=True)
class Register:
    """Everything read, in the order of the sheets; models by their code."""

    models: Mapping[str, MovementModel]
    results: tuple[ModelResult, ...] = ()
    facts: tuple[PlaceFact, ...] = ()
    unread: tuple[UnreadCell, ...] = ()
    notices: tuple[RegisterNotice, ...] = ()
    datasets: tuple[Dataset, ...] = ()
    title: str = ""

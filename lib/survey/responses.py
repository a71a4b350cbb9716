"""The responses, typed and ready to count: numpy and Arrow inside, no Python list."""

import dataclasses
import datetime as dt
import functools
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.dimension import Dimension
from lib.survey.model.survey_form import Form
from lib.survey.past_counting import PastCounting
from lib.survey.question_cells import QuestionCells

ValueCodes = npt.NDArray[np.int16]


@dataclasses.dataclass(frozen=True)
class Place:
    """A commune or a unit of a place list: its code in links, its name, when it was valid."""

    code: str
    name: str  # "Xuân Tây", without its rank
    rank: str = ""  # "xã", "phường", "thị trấn"; empty where unknown
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    shared: str = ""  # code by which links name it together with others of its name


@dataclasses.dataclass(frozen=True)
class Hamlet:
    """A hamlet inside a commune ("" where the form knows no communes)."""

    code: str  # "xuan-tay.ap-7", or "ap-7" without communes
    name: str
    commune: str  # code of its commune as at the time


@dataclasses.dataclass(frozen=True)
class Sector:
    """A sector of procedures."""

    code: str
    name: str


@dataclasses.dataclass(frozen=True)
class ResponseSheet:
    """One source of the survey: which rows it gave and which it did not."""

    source: str
    title: str
    timezone: str | None
    kept: int
    blank: int
    without_time: int  # kept; their time could not be read
    commune: str | None = None  # configured for all its responses
    headers: Mapping[str, str] = dataclasses.field(default_factory=dict)  # by number, as "c1"
    private: tuple[str, ...] = ()  # headers of what identifies a person
    turned: tuple[str, ...] = ()  # those of them of which the answers alone say so
    persons: Mapping[str, int] = dataclasses.field(default_factory=dict)  # filled cells of private
    reread_at: dt.datetime | None = None  # since when it is read by other rules than first (UTC)
    # What each row says, by number, that is no response: a total or a note below the answers.
    not_counted: tuple[Mapping[str, str], ...] = ()
    copies: npt.NDArray[np.datetime64] = dataclasses.field(  # when those left out were submitted
        default_factory=lambda: np.zeros(0, "datetime64[s]"), compare=False
    )


@dataclasses.dataclass(frozen=True, eq=False)
class Responses:
    """n responses in the order of their sources and rows; arrays of length n unless said.

    Codes are indexes into the tuple of the same name; -1 is not stated.
    """

    form: Form
    sheets: tuple[ResponseSheet, ...]
    submitted: npt.NDArray[np.datetime64]  # datetime64[s], wall clock of the sheet; NaT unknown
    answers: npt.NDArray[np.uint8]  # (rated questions, n): scales.Answer of each cell
    levels: npt.NDArray[np.int16]  # (rated questions, n): index into Question.levels; -1
    communes: tuple[Place, ...]  # as at the time
    commune: ValueCodes
    today: tuple[Place, ...]  # by today's boundaries
    commune_today: ValueCodes
    hamlets: tuple[Hamlet, ...]
    hamlet: ValueCodes
    sectors: tuple[Sector, ...]
    sector: ValueCodes
    comments: tuple[pa.Array, ...]  # string arrays, one for each comment column
    sheet: npt.NDArray[np.int16]  # index into sheets
    cells: Mapping[str, QuestionCells] = dataclasses.field(
        default_factory=dict
    )  # by number, as "c1"
    numbers: QuestionIds = dataclasses.field(default_factory=QuestionIds)  # to be remembered
    past: tuple[PastCounting, ...] = ()  # of the questions whose answers once counted otherwise
    added: tuple[Dimension, ...] = ()  # dimensions that no question of the form asks
    # The same responses as the version before told them apart, where that read a sheet first.
    before: "Responses | None" = None

    @functools.cached_property
    def years(self) -> frozenset[int]:
        """The years in which something was submitted; found out once, every page asks."""
        known = self.submitted[~np.isnat(self.submitted)]
        held = np.bincount(known.astype("M8[Y]").astype(np.int64) + 1970)
        return frozenset(np.flatnonzero(held).tolist())

    @property
    def identified(self) -> "Responses":
        """These responses by what each is known for ever: its time and its words as first read."""
        return self.before or self

    @property
    def counted_since(self) -> dt.datetime | None:
        """When answers came to count as they do now (UTC); None where they always did."""
        present = [past.since for past in self.past if past.is_present]
        return dt.datetime.fromisoformat(f"{max(present)}+00:00") if present else None

    @property
    def communes_merged(self) -> bool:
        """Whether communes of the responses are others today."""
        return bool(self.today) and self.today != self.communes

    @property
    def n(self) -> int:
        """The number of responses."""
        return len(self.submitted)

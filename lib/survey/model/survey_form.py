"""A form as it was understood: its questions, what each asks, and what was noticed."""

import dataclasses
import datetime as dt
import enum

from lib.survey.model.answer_levels import Level, Polarity
from lib.survey.model.sipas_factors import Factor


class ColumnKind(enum.StrEnum):
    """What the cells of a column are."""

    SINGLE = "single"
    SCALE = "scale"
    MULTIPLE = "multiple"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    FILE = "file"
    IDENTITY = "identity"
    OTHER = "other"


class ColumnRole(enum.StrEnum):
    """What the product does with a column."""

    SATISFACTION = "satisfaction"
    UNDECIDED = "undecided"  # a scale whose direction nobody stated
    COMMUNE = "commune"
    HAMLET = "hamlet"
    SECTOR = "sector"
    COMMENT = "comment"
    NONE = "none"


class Certainty(enum.StrEnum):
    """How sure the product is of what a column asks."""

    DECLARED = "declared"  # somebody stated it
    CERTAIN = "certain"  # the header and the answers say the same
    LIKELY = "likely"  # the answers alone suggest it
    DOUBTFUL = "doubtful"  # it could as well be something else: ask


class CountingState(enum.StrEnum):
    """Whether it is known how the answers to a question count; only the first two make a rate."""

    DECLARED = "declared"  # somebody said it
    CERTAIN = "certain"  # at its first reading every answer was understood
    TO_CONFIRM = "to_confirm"


@dataclasses.dataclass(frozen=True)
class Question:
    """One column but the time column; a row of a grid is a question of its own."""

    id: str  # permanent: "c1" by number, or as declared
    column: int  # position in the table, from 0, the time column included
    header: str  # as the sheet has it
    text: str  # the header in NFC with single spaces
    label: str  # short, for tables: declared, else cut from the text
    kind: ColumnKind
    role: ColumnRole
    grid: str | None = None  # the stem of "Câu hỏi [Hàng]"
    levels: tuple[Level, ...] = ()  # best first
    aliases: tuple[str, ...] = ()  # other ids under which links may name it
    declared: bool = False  # described in survey.toml, not inferred
    certainty: Certainty = Certainty.CERTAIN
    answered: int = 0
    not_stated: int = 0
    answers: tuple[tuple[str, int], ...] = ()  # text → count, over all responses
    examples: tuple[str, ...] = ()  # what most answer; for whoever may read single responses
    headers: tuple[str, ...] = ()  # cleaned and made unique, as the sheets have them
    former: tuple[str, ...] = ()  # earlier wordings that no sheet has any more, newest first
    factor: Factor = Factor.NONE  # of SIPAS: declared, else proposed from the text
    reworded: dt.date | None = None  # first reading with this text; None: never or unknown
    proposed: tuple[Level, ...] = ()  # how it may count, where that is to be confirmed

    @property
    def whole_label(self) -> str:
        """The short name; the whole question where that is cut, for what cannot be opened."""
        return self.text if "…" in self.label else self.label

    @property
    def state(self) -> "CountingState | None":
        """Whether it is known how the answers count; None where they order and rate nothing."""
        if self.role is ColumnRole.UNDECIDED:
            return CountingState.TO_CONFIRM
        if self.role is not ColumnRole.SATISFACTION:
            return None
        declared = self.certainty is Certainty.DECLARED
        return CountingState.DECLARED if declared else CountingState.CERTAIN


def is_settled(question: Question) -> bool:
    """Tell whether it is known of every answer that was given how it counts."""
    return all(level.polarity is not Polarity.UNCLASSIFIED for level in question.levels)


@dataclasses.dataclass(frozen=True)
class FormNotice:
    """Something to know about how the form was read; `column` is None for the whole."""

    code: str
    text: str  # a finished sentence's key in the catalogue
    column: int | None = None
    fields: tuple[tuple[str, object], ...] = ()


@dataclasses.dataclass(frozen=True)
class Form:
    """The survey as one: what several sheets have in common is one question."""

    title: str
    office: str
    questions: tuple[Question, ...]
    notices: tuple[FormNotice, ...] = ()

    @property
    def rated(self) -> tuple[Question, ...]:
        """Return the questions that ask for satisfaction, in the form's order."""
        return tuple(q for q in self.questions if q.role is ColumnRole.SATISFACTION)

    @property
    def to_confirm(self) -> tuple[Question, ...]:
        """Return the questions of which it is not known how their answers count."""
        return tuple(q for q in self.questions if q.state is CountingState.TO_CONFIRM)

    @property
    def unsettled(self) -> tuple[Question, ...]:
        """Return what somebody may settle: whole questions first, then those with a new answer."""
        return (*self.to_confirm, *(q for q in self.rated if not is_settled(q)))

    def question(self, name: str) -> Question | None:
        """Return the question of this id or alias; an id wins over another's alias."""
        by_alias = (q for q in self.questions if name in q.aliases)
        return next((q for q in self.questions if q.id == name), next(by_alias, None))

"""The levels of a question and how each counts."""

import dataclasses
import enum
from collections.abc import Sequence


class Polarity(enum.StrEnum):
    """How an answer counts; valid = satisfied + neutral + dissatisfied."""

    SATISFIED = "satisfied"
    NEUTRAL = "neutral"
    DISSATISFIED = "dissatisfied"
    NOT_APPLICABLE = "not_applicable"
    UNCLASSIFIED = "unclassified"


class Answer(enum.IntEnum):
    """One cell of a rated question, as counted; the first five are the valid ones, best first."""

    VERY_SATISFIED = 0
    SATISFIED = 1
    NEUTRAL = 2
    DISSATISFIED = 3
    VERY_DISSATISFIED = 4
    NOT_APPLICABLE = 5
    UNCLASSIFIED = 6
    NOT_STATED = 7

    @property
    def valid(self) -> bool:
        """Whether it counts in a rate."""
        return self < Answer.NOT_APPLICABLE


@dataclasses.dataclass(frozen=True)
class Level:
    """One answer of a question's scale; `strong` is "rất …"."""

    text: str
    polarity: Polarity = Polarity.UNCLASSIFIED
    strong: bool = False

    @property
    def answer(self) -> Answer:
        """Return how a cell with this level is counted."""
        return _ANSWERS[self.polarity][self.strong]


_ANSWERS = {
    Polarity.SATISFIED: (Answer.SATISFIED, Answer.VERY_SATISFIED),
    Polarity.NEUTRAL: (Answer.NEUTRAL, Answer.NEUTRAL),
    Polarity.DISSATISFIED: (Answer.DISSATISFIED, Answer.VERY_DISSATISFIED),
    Polarity.NOT_APPLICABLE: (Answer.NOT_APPLICABLE, Answer.NOT_APPLICABLE),
    Polarity.UNCLASSIFIED: (Answer.UNCLASSIFIED, Answer.UNCLASSIFIED),
}


def gather_unclassified(named: Sequence[tuple[Level, int]]) -> list[tuple[Level, int]]:
    """Return the levels with their counts, what is unclassified as one without its words.

    An unclassified answer may be what one person wrote into "other".
    """
    known = [(level, n) for level, n in named if level.polarity is not Polarity.UNCLASSIFIED]
    rest = [n for level, n in named if level.polarity is Polarity.UNCLASSIFIED]
    return [*known, (Level("…"), sum(rest))] if rest else known

"""Responses made by hand: one letter for each answer, in the questions' order."""

import dataclasses

import numpy as np

from lib.survey.model.answer_levels import Level, Polarity
from lib.survey.model.dimension import Dimension, DimensionValue
from lib.survey.model.survey_form import ColumnKind, ColumnRole, Form, Question
from lib.survey.responses import Hamlet, Place, Responses, Sector

ANSWERS = "VSNDW?!-"  # in the order of scales.Answer; W very dissatisfied, - not stated
LEVELS = (
    Level("Rất hài lòng", Polarity.SATISFIED, strong=True),
    Level("Hài lòng", Polarity.SATISFIED),
    Level("Bình thường", Polarity.NEUTRAL),
    Level("Không hài lòng", Polarity.DISSATISFIED),
    Level("Rất không hài lòng", Polarity.DISSATISFIED, strong=True),
)


@dataclasses.dataclass(frozen=True)
class Row:
    """So many equal responses; "" is not stated."""

    answers: str
    times: int = 1
    day: str = "2023-05-15"
    commune: str = "xuan-tay"
    hamlet: str = ""
    sector: str = ""
    channel: str = ""  # of a dimension that no question of the form asks


def responses(*rows: Row) -> Responses:
    """Return the rows as they would have been read, codes in the order of the alphabet."""
    each = [row for row in rows for _ in range(row.times)]
    places, of_place = _coded([row.commune for row in each])
    hamlets, of_hamlet = _coded([row.hamlet for row in each])
    sectors, of_sector = _coded([row.sector for row in each])
    given = [[ANSWERS.index(letter) for letter in row.answers] for row in each]
    answers = np.array(given, dtype=np.uint8).T.reshape(-1, len(each))
    communes = tuple(Place(code, code) for code in places)
    return Responses(
        form=Form("", "", tuple(_question(at + 1) for at in range(len(answers)))),
        sheets=(),
        submitted=np.array([row.day or "NaT" for row in each], dtype="M8[s]"),
        answers=answers,
        levels=np.where(answers < len(LEVELS), answers, np.int16(-1)).astype(np.int16),
        communes=communes,
        commune=of_place,
        today=communes[::-1],
        commune_today=np.where(of_place < 0, -1, len(places) - 1 - of_place).astype(np.int16),
        hamlets=tuple(Hamlet(code, code, "") for code in hamlets),
        hamlet=of_hamlet,
        sectors=tuple(Sector(code, code) for code in sectors),
        sector=of_sector,
        comments=(),
        sheet=np.zeros(len(each), dtype=np.int16),
        added=(channel(each),) if any(row.channel for row in each) else (),
    )


def channel(each: list[Row]) -> Dimension:
    """Return the dimension that a survey may be given from elsewhere; "p q" is both of them."""
    groups, of_group = _coded([row.channel for row in each])
    names = sorted({name for group in groups for name in group.split()})
    return Dimension(
        id="kenh",
        name="Kênh",
        values=tuple(DimensionValue(name, name.upper()) for name in names),
        groups=of_group,
        members=tuple(tuple(map(names.index, group.split())) for group in groups),
    )


def _coded(codes: list[str]) -> tuple[list[str], np.ndarray]:
    names = sorted({code for code in codes if code})
    return names, np.array([names.index(c) if c else -1 for c in codes], dtype=np.int16)


def _question(number: int) -> Question:
    text = f"Câu {number}"
    role = ColumnRole.SATISFACTION
    return Question(f"c{number}", number, text, text, text, ColumnKind.SINGLE, role, levels=LEVELS)

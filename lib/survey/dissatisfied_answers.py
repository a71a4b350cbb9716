"""Responses in which somebody was not satisfied, one by one, as staff read them."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from lib.survey.model.answer_levels import Answer, Level
from lib.survey.model.places import dated_place_name, day_to_tell
from lib.survey.model.survey_form import CountingState, Question
from lib.survey.model.vietnamese_text import fold_accents
from lib.survey.responses import Place, Responses

ResponsePositions = npt.NDArray[np.intp]
ResponseFlags = npt.NDArray[np.bool_]


@dataclasses.dataclass(frozen=True)
class DissatisfiedResponse:
    """One response: when to the day, where, what it was not satisfied with, what it says."""

    day: dt.date | None
    commune: str  # name, "" where not stated
    hamlet: str
    sector: str
    # The dissatisfied ones, in the form's order, and unclassified what once was and is open.
    answers: tuple[tuple[Question, Level], ...]
    comment: str
    commune_since: dt.date | None = None  # where another commune of this name is older

    @property
    def commune_title(self) -> str:
        """The commune's name in the reader's language, told from an older one of its name."""
        return dated_place_name(self.commune, self.commune_since)

    def saying(self, comment: str) -> "DissatisfiedResponse":
        """Return the same response with another comment, for instance a masked one."""
        return dataclasses.replace(self, comment=comment)


def answered_question(question: Question) -> str:
    """Return what an answer replies to: a yes or a no means nothing without the whole question."""
    words = question.text if len(question.levels) == 2 else question.label
    return words if words.endswith("?") else f"{words}:"


def dissatisfied_positions(
    responses: Responses, rows: npt.NDArray[np.bool_], questions: tuple[str, ...] = ()
) -> ResponsePositions:
    """Return positions of the chosen responses with a dissatisfied answer, newest first.

    `questions` are the ids that count; none means all. Unknown times come last.
    """
    return newest_first(responses, rows & dissatisfied_rows(responses, questions))


def dissatisfied_rows(responses: Responses, questions: tuple[str, ...] = ()) -> ResponseFlags:
    """Return which responses have a dissatisfied answer to one of these questions, or to any."""
    asked = [at for at, q in enumerate(responses.form.rated) if not questions or q.id in questions]
    answers = responses.answers[asked]
    bad = (answers == Answer.DISSATISFIED) | (answers == Answer.VERY_DISSATISFIED)
    rows: ResponseFlags = bad.any(axis=0)
    return rows


def formerly_dissatisfied_rows(
    responses: Responses, questions: tuple[str, ...] = ()
) -> ResponseFlags:
    """Return which responses once counted as dissatisfied, however their answers count now."""
    found = np.zeros(responses.n, dtype=np.bool_)
    for past in responses.past:
        if not questions or past.question.id in questions:
            found |= past.dissatisfied
    return found


def newest_first(responses: Responses, rows: ResponseFlags) -> ResponsePositions:
    """Return the positions of these responses, the newest first, unknown times last."""
    positions = np.flatnonzero(rows)
    times = responses.submitted[positions]
    oldest_first = np.argsort(
        np.where(np.isnat(times), np.datetime64(0, "s"), times), kind="stable"
    )
    found: ResponsePositions = positions[oldest_first[::-1]]
    return found


def search_comments(
    responses: Responses, positions: ResponsePositions, words: str
) -> ResponsePositions:
    """Return the positions whose comments hold these words, accents or not."""
    sought = fold_accents(words)
    if not sought:
        return positions
    hits = [sought in fold_accents(response_comment(responses, at)) for at in positions]
    kept: ResponsePositions = positions[np.array(hits, dtype=bool)]
    return kept


def response_comment(responses: Responses, at: int) -> str:
    """Return what one response says in words, its comment questions one below the other."""
    said = (array[int(at)].as_py() for array in responses.comments)
    return "\n".join(text for text in said if text)


def read_dissatisfied(
    responses: Responses, positions: ResponsePositions, questions: tuple[str, ...] = ()
) -> Iterator[DissatisfiedResponse]:
    """Yield the responses at these positions."""
    for at in positions:
        when = responses.submitted[at]
        yield DissatisfiedResponse(
            day=None if np.isnat(when) else when.item().date(),
            commune=_name(responses.communes, responses.commune[at]),
            commune_since=_since(responses.communes, responses.commune[at]),
            hamlet=_name(responses.hamlets, responses.hamlet[at]),
            sector=_name(responses.sectors, responses.sector[at]),
            answers=_with_past_answers(responses, int(at), questions),
            comment=response_comment(responses, int(at)),
        )


def _name(names: tuple[object, ...], code: int) -> str:
    return str(getattr(names[code], "name", "")) if code >= 0 else ""


def _since(communes: tuple[Place, ...], code: int) -> dt.date | None:
    return day_to_tell(communes[code], communes) if code >= 0 else None


def _answers(
    responses: Responses, at: int, questions: tuple[str, ...]
) -> Iterator[tuple[Question, Level]]:
    for row, question in enumerate(responses.form.rated):
        asked = not questions or question.id in questions
        answer = responses.answers[row, at]
        if asked and answer in (Answer.DISSATISFIED, Answer.VERY_DISSATISFIED):
            yield question, question.levels[responses.levels[row, at]]


def _with_past_answers(
    responses: Responses, at: int, questions: tuple[str, ...]
) -> tuple[tuple[Question, Level], ...]:
    """Return what is dissatisfied now, and what once was and is to be confirmed.

    What counts otherwise by now is told where there is nothing else: it made the case.
    """
    now = tuple(_answers(responses, at, questions))
    past = tuple(dict.fromkeys(_past_answers(responses, at, questions)))  # each answer once
    waits = tuple(one for one in past if one[0].state is CountingState.TO_CONFIRM)
    return (*now, *waits) or past


def _past_answers(
    responses: Responses, at: int, questions: tuple[str, ...]
) -> Iterator[tuple[Question, Level]]:
    for past in responses.past:
        asked = not questions or past.question.id in questions
        if asked and past.dissatisfied[at]:
            yield past.question, Level(past.said(at))

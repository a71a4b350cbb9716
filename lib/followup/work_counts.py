"""How the work goes: how many cases are open and overdue, and how long they take."""

import dataclasses
from collections.abc import Iterator
from typing import TypeVar

import numpy as np

from lib.followup.case_arrays import CASE_STATES, CaseFlags, Cases
from lib.followup.case_events import CaseState
from lib.survey.dissatisfied_answers import dissatisfied_rows, formerly_dissatisfied_rows
from lib.survey.responses import Place, Responses
from lib.survey.selection import Selection, chosen_rows, communes_with_codes

_Name = TypeVar("_Name")


@dataclasses.dataclass(frozen=True)
class WorkCounts:
    """Counts of tracked cases; the median is of those done."""

    new: int
    open: int  # not done, the new ones included
    overdue: int
    done: int
    median: float | None  # working days from received to done; None where none is done

    @property
    def all(self) -> int:
        """Every tracked case."""
        return self.open + self.done


def count_work(cases: Cases, chosen: CaseFlags) -> WorkCounts:
    """Return the work of some of the cases."""
    tracked = cases.tracked & chosen
    done = tracked & (cases.state == CASE_STATES.index(CaseState.DONE))
    took = cases.took[done]
    return WorkCounts(
        new=int((tracked & (cases.state == CASE_STATES.index(CaseState.NEW))).sum()),
        open=int((cases.open & chosen).sum()),
        overdue=int((cases.overdue & chosen).sum()),
        done=int(done.sum()),
        median=float(np.median(took)) if len(took) else None,
    )


def cases_in_view(responses: Responses, cases: Cases, selection: Selection) -> CaseFlags:
    """Return which cases belong to the chosen responses and questions."""
    bad = dissatisfied_rows(responses, selection.questions)
    bad |= formerly_dissatisfied_rows(responses, selection.questions)
    in_view: CaseFlags = (bad & chosen_rows(responses, selection))[cases.positions]
    return in_view


def work_by_question(
    responses: Responses, cases: Cases, chosen: CaseFlags
) -> Iterator[tuple[str, WorkCounts]]:
    """Yield each question's label and the work on those dissatisfied with it; most open first.

    A case counts with every question that it is dissatisfied with.
    """
    asked = dict.fromkeys((*responses.form.rated, *(past.question for past in responses.past)))
    named = ((q.label, _dissatisfied(responses, q.id)[cases.positions]) for q in asked)
    yield from _ranked((name, count_work(cases, chosen & asked)) for name, asked in named)


def _dissatisfied(responses: Responses, question: str) -> CaseFlags:
    """Return who is dissatisfied with a question; where it is in no rate, who once was."""
    now = dissatisfied_rows(responses, (question,))
    rated = any(q.id == question for q in responses.form.rated)
    return now if rated else formerly_dissatisfied_rows(responses, (question,))


def work_by_commune(
    responses: Responses, cases: Cases, chosen: CaseFlags, *, today: bool
) -> Iterator[tuple[Place | None, WorkCounts]]:
    """Yield each commune, None where not stated, and the work of its responses."""
    places, codes = communes_with_codes(responses, today)
    communes = codes[cases.positions]
    each = (*enumerate(places), (-1, None))
    yield from _ranked((place, count_work(cases, chosen & (communes == at))) for at, place in each)


def work_by_person(cases: Cases, chosen: CaseFlags) -> Iterator[tuple[str, WorkCounts]]:
    """Yield who is in charge ("" nobody) and the work of each."""
    persons = np.array(cases.person, dtype=object)
    each = dict.fromkeys(cases.person)
    yield from _ranked((person, count_work(cases, chosen & (persons == person))) for person in each)


def work_by_cause(cases: Cases, chosen: CaseFlags) -> Iterator[tuple[str, WorkCounts]]:
    """Yield each cause that was written down ("" none yet) and the work on its cases."""
    known = cases.known
    causes = np.array([known[c].cause if c in known else "" for c in cases.codes], dtype=object)
    each = dict.fromkeys(causes.tolist())
    yield from _ranked((cause, count_work(cases, chosen & (causes == cause))) for cause in each)


def _ranked(each: Iterator[tuple[_Name, WorkCounts]]) -> list[tuple[_Name, WorkCounts]]:
    counted = [(name, done) for name, done in each if done.all]
    return sorted(counted, key=lambda pair: (-pair[1].overdue, -pair[1].open, -pair[1].all))

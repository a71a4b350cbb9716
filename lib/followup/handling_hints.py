"""Who is likely to be in charge of a case and what its cause is, by the cases like it."""

import collections
import dataclasses
from collections.abc import Iterable

import numpy as np

from lib.followup.case_arrays import Cases
from lib.survey.dissatisfied_answers import dissatisfied_rows, read_dissatisfied
from lib.survey.responses import Responses

_LEAST = 3  # cases that agree: fewer are no habit of the office


@dataclasses.dataclass(frozen=True)
class HandlingHint:
    """What most cases like this one say; "" where too few do, or they differ."""

    person: str = ""
    cause: str = ""


def suggest_handling(responses: Responses, cases: Cases, at: int) -> HandlingHint:
    """Return what is usual for a case: its sector's person, the cause of what it complains of."""
    acted = np.array(
        [i for i, code in enumerate(cases.codes) if code in cases.known and i != at], dtype=np.intp
    )
    own, others = cases.positions[at], cases.positions[acted]
    sector = responses.sector[others] == responses.sector[own]
    (answered,) = read_dissatisfied(responses, cases.positions[at : at + 1])
    about = tuple(question.id for question, _ in answered.answers)
    alike = dissatisfied_rows(responses, about)[others]
    return HandlingHint(
        person=_usual(cases.case(i).person for i in acted[sector].tolist()),
        cause=_usual(cases.case(i).cause for i in acted[alike].tolist()),
    )


def _usual(values: Iterable[str]) -> str:
    """Return what more than half of those say that say anything."""
    said = collections.Counter(filter(None, values))
    for value, n in said.most_common(1):
        if n >= _LEAST and 2 * n > said.total():
            return value
    return ""

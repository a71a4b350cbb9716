"""One case as it is read: what the response says, what became of it, and what is due."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator

from lib.followup.case import Case
from lib.followup.cases import Cases, day_of
from lib.followup.masks import masked
from lib.survey.dissatisfied import Dissatisfied, read
from lib.survey.responses import Responses


@dataclasses.dataclass(frozen=True)
class Item:
    """One dissatisfied response as work; `case` None where it has no code yet."""

    response: Dissatisfied
    case: Case | None = None
    tracked: bool = False
    held: bool = False
    received: dt.date | None = None
    due: dt.date | None = None
    left: int | None = None  # working days until it is due, negative overdue; None: nothing due


def item(responses: Responses, cases: Cases, at: int, questions: tuple[str, ...] = ()) -> Item:
    """Return one case whole, with its comment as it was written."""
    (told,) = read(responses, cases.positions[at : at + 1], questions)
    due = bool(cases.due[at])
    return Item(
        response=told,
        case=cases.case(at),
        tracked=bool(cases.tracked[at]),
        held=bool(cases.held[at]),
        received=day_of(cases.received[at]),
        due=day_of(cases.due[at]) if due else None,
        left=int(cases.left[at]) if due else None,
    )


def items(
    responses: Responses, cases: Cases, found: Iterable[int], questions: tuple[str, ...] = ()
) -> Iterator[Item]:
    """Yield these cases as they may leave the screen: contacts in comments hidden."""
    for at in found:
        yield without_contacts(item(responses, cases, int(at), questions))


def without_contacts(one: Item) -> Item:
    """Return the same case, contacts in its comment hidden."""
    return dataclasses.replace(one, response=one.response.saying(masked(one.response.comment)))

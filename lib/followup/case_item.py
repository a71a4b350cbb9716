"""One case as it is read: what the response says, what became of it, and what is due."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator

from lib.followup.case_arrays import Cases, day_from_number
from lib.followup.case_events import Case
from lib.survey.dissatisfied_answers import DissatisfiedResponse, read_dissatisfied
from lib.survey.model.contact_masks import mask_contacts
from lib.survey.responses import Responses


@dataclasses.dataclass(frozen=True)
class CaseItem:
    """One dissatisfied response as work; `case` None where it has no code yet."""

    response: DissatisfiedResponse
    case: Case | None = None
    tracked: bool = False
    restricted: bool = False
    received: dt.date | None = None
    due: dt.date | None = None
    left: int | None = None  # working days until it is due, negative overdue; None: nothing due


def read_case_item(
    responses: Responses, cases: Cases, at: int, questions: tuple[str, ...] = ()
) -> CaseItem:
    """Return one case whole, with its comment as it was written."""
    (answered,) = read_dissatisfied(responses, cases.positions[at : at + 1], questions)
    due = bool(cases.due[at])
    return CaseItem(
        response=answered,
        case=cases.case(at),
        tracked=bool(cases.tracked[at]),
        restricted=bool(cases.restricted[at]),
        received=day_from_number(cases.received[at]),
        due=day_from_number(cases.due[at]) if due else None,
        left=int(cases.left[at]) if due else None,
    )


def read_case_items(
    responses: Responses, cases: Cases, positions: Iterable[int], questions: tuple[str, ...] = ()
) -> Iterator[CaseItem]:
    """Yield these cases as they may leave the screen: contacts in comments hidden."""
    for at in positions:
        yield hide_item_contacts(read_case_item(responses, cases, int(at), questions))


def hide_item_contacts(item: CaseItem) -> CaseItem:
    """Return the same case, contacts in its comment hidden."""
    return dataclasses.replace(
        item, response=item.response.saying(mask_contacts(item.response.comment))
    )

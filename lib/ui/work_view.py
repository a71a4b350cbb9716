"""What an address asks of the page of cases: one case, or which of them by state, person, due.

Like `view`, pure: a value that does not exist is said in words and shows nothing.
"""

import dataclasses
import enum
from collections.abc import Iterable

from lib.followup.case import State
from lib.survey.text import slug
from lib.ui.asked import Asked, Query
from lib.wording import mark

NAMES = ("tt", "phu_trach", "han")
CASE = "viec"
UNTRACKED = "chua-theo-doi"
NOBODY = "chua-phan-cong"


class Due(enum.StrEnum):
    """How urgent; values are permanent, as links hold them."""

    OVERDUE = "qua-han"
    SOON = "sap-den-han"


DUES = {Due.OVERDUE: mark("Overdue"), Due.SOON: mark("Due soon")}


@dataclasses.dataclass(frozen=True)
class WorkView:
    """Which cases somebody chose to look at; nothing of a filter means all of it."""

    case: str = ""  # code
    state: State | None = None
    untracked: bool = False
    persons: tuple[str, ...] = ()  # "" nobody
    due: Due | None = None
    problems: tuple[str, ...] = ()
    unknown: bool = False  # something was asked for of which nothing exists


def decode(query: Query, persons: Iterable[str]) -> WorkView:
    """Return the view of an address; `persons` are the titles that are in charge of a case."""
    asked = Asked(query)
    states = asked.several("tt", {**{state.value: state for state in State}, UNTRACKED: None})
    chosen = asked.several("phu_trach", {**{slug(p): p for p in persons}, NOBODY: ""})
    due = asked.one("han", {due.value: due for due in Due})
    return WorkView(
        case=(query.get(CASE) or [""])[-1].strip().lower(),
        state=states[-1] if states else None,
        untracked=bool(states) and states[-1] is None,
        persons=chosen,
        due=due,
        problems=tuple(asked.problems),
        unknown=bool(asked.unknown),
    )

"""What an address asks of the page of cases: one case, or which of them by state, person, due.

Like `view`, pure: a value that does not exist is said in words and shows nothing.
"""

import dataclasses
import enum
from collections.abc import Iterable

from lib.followup.case_events import CaseState
from lib.survey.model.vietnamese_text import link_slug
from lib.ui.shell.address_reader import AddressQuery, AddressReader
from lib.wording import mark

CASE_PARAMETERS = ("tt", "phu_trach", "han", "trang")
_CASE, _PAGE = "viec", "trang"
UNTRACKED_CODE = "chua-theo-doi"
NOBODY_CODE = "chua-phan-cong"


class DueFilter(enum.StrEnum):
    """How urgent; values are permanent, as links hold them."""

    OVERDUE = "qua-han"
    SOON = "sap-den-han"


DUE_WORDS = {DueFilter.OVERDUE: mark("Overdue"), DueFilter.SOON: mark("Due soon")}


@dataclasses.dataclass(frozen=True)
class CaseView:
    """Which cases somebody chose to look at; nothing of a filter means all of it."""

    case: str = ""  # code
    state: CaseState | None = None
    untracked: bool = False
    persons: tuple[str, ...] = ()  # "" nobody
    due: DueFilter | None = None
    page: int = 1  # of the list
    problems: tuple[str, ...] = ()
    unknown: bool = False  # something was asked for of which nothing exists


def decode_case_view(query: AddressQuery, persons: Iterable[str]) -> CaseView:
    """Return the view of an address; `persons` are the titles that are in charge of a case."""
    asked = AddressReader(query)
    states = asked.several(
        "tt", {**{state.value: state for state in CaseState}, UNTRACKED_CODE: None}
    )
    chosen = asked.several("phu_trach", {**{link_slug(p): p for p in persons}, NOBODY_CODE: ""})
    due = asked.single("han", {due.value: due for due in DueFilter})
    return CaseView(
        case=(query.get(_CASE) or [""])[-1].strip().lower(),
        state=states[-1] if states else None,
        untracked=bool(states) and states[-1] is None,
        persons=chosen,
        due=due,
        page=_page((query.get(_PAGE) or ["1"])[-1]),
        problems=tuple(asked.problems),
        unknown=bool(asked.unknown),
    )


def _page(asked: str) -> int:
    """Return the page of the list; whatever is none, as in a link of other filters, the first."""
    return max(1, int(asked)) if asked.isdecimal() and len(asked) < 7 else 1

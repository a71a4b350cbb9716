"""What an address asks of the page of cases: one case, or which of them by state, person, due.

Like `view`, pure: a value that does not exist is said in words and shows nothing.
"""

import dataclasses
import enum
from collections.abc import Iterable, Mapping
from typing import TypeVar

from lib.errors import LinkError
from lib.followup.case import State
from lib.survey.text import slug
from lib.ui.view import Query
from lib.wording import mark

Known = TypeVar("Known")

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
    problems: list[str] = []
    unknown: list[str] = []

    def several(name: str, known: Mapping[str, Known]) -> tuple[Known, ...]:
        asked = [value for value in query.get(name, []) if value.strip()]
        missing = [value for value in asked if slug(value) not in known]
        found = dict.fromkeys(slug(value) for value in asked if slug(value) in known)
        if missing:
            named = ", ".join(f"{name}={value[:40]}" for value in missing)
            problems.append(str(LinkError(values=named)))
            unknown.extend([] if found else [name])
        return tuple(known[code] for code in found)

    states = several("tt", {**{state.value: state for state in State}, UNTRACKED: None})
    dues = several("han", {due.value: due for due in Due})
    chosen = several("phu_trach", {**{slug(p): p for p in persons}, NOBODY: ""})
    return WorkView(
        case=(query.get(CASE) or [""])[-1].strip().lower(),
        state=states[-1] if states else None,
        untracked=bool(states) and states[-1] is None,
        persons=chosen,
        due=dues[-1] if dues else None,
        problems=tuple(problems),
        unknown=bool(unknown),
    )

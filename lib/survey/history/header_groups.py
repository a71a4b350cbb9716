"""Headers that word one question: of one number, or declared as one."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence

from lib.survey.describe.survey_description import DeclaredQuestion, SurveyDescription
from lib.survey.history.question_ids import QuestionIds
from lib.survey.history.twin_columns import twin_columns
from lib.survey.table.form_table import FormTable


@dataclasses.dataclass(frozen=True)
class HeaderGroup:
    """The headers of one question, the newest wording first."""

    headers: tuple[str, ...]
    former: tuple[str, ...]  # wordings that no sheet has any more, the newest first
    declared: DeclaredQuestion | None
    reworded: dt.date | None  # first reading with the newest wording; None where unknown


def group_headers(
    sheets: Sequence[FormTable], description: SurveyDescription, numbers: QuestionIds
) -> list[HeaderGroup]:
    """Return the questions in the order of the first sheet, then those of the others alone.

    What is declared for a wording holds for all wordings of its number, but for those that
    are declared as another question. Columns of one question in two branches of a form are one,
    unless one of them is declared.
    """
    history = _history(sheets, numbers)
    twins = twin_columns(sheets, numbers)
    groups: dict[str, list[str]] = {}
    stated: dict[str, DeclaredQuestion | None] = {}
    for sheet in sheets:
        for header in sheet.positions:
            number = numbers.number(sheet.table.source, header)
            declared = _declared(description, (header, *history[number]))
            name = f"id={declared.id}" if declared else f"={number}"
            first = twins.get(header, "")
            if not declared and groups.get(_undeclared(sheet, first, numbers)):
                name = _undeclared(sheet, first, numbers)
            group = groups.setdefault(name, [])
            stated[name] = declared
            if header not in group:
                group.append(header)
    standing = {header for group in groups.values() for header in group}
    known = {header: n for n, headers in history.items() for header in headers}
    past = _Past(description, history, known, standing, _days(sheets, numbers))
    return [_worded(group, stated[name], past) for name, group in groups.items()]


def _undeclared(sheet: FormTable, header: str, numbers: QuestionIds) -> str:
    return f"={numbers.number(sheet.table.source, header)}" if header else ""


@dataclasses.dataclass(frozen=True)
class _Past:
    """What all questions had for headers."""

    description: SurveyDescription
    history: Mapping[int, Sequence[str]]
    numbers: Mapping[str, int]
    standing: set[str]
    days: Mapping[str, dt.date]

    def former(self, headers: Sequence[str], declared: DeclaredQuestion | None) -> tuple[str, ...]:
        """Return the wordings of these headers' question that stand nowhere any more."""
        numbers = dict.fromkeys(self.numbers[header] for header in headers)
        confirmed = [h for h in (declared.headers if declared else ()) if h in self.numbers]
        found = [*(h for number in numbers for h in self.history[number]), *confirmed]
        return tuple(
            dict.fromkeys(
                header
                for header in found
                if header not in self.standing
                and self.description.question(header) in (None, declared)
            )
        )


def _worded(headers: list[str], declared: DeclaredQuestion | None, past: _Past) -> HeaderGroup:
    newest = sorted(headers, key=lambda header: _age(header, declared, past.days))
    former = past.former(newest, declared)
    older = newest[1:] or former
    return HeaderGroup(tuple(newest), former, declared, past.days.get(newest[0]) if older else None)


def _age(
    header: str, declared: DeclaredQuestion | None, days: Mapping[str, dt.date]
) -> tuple[int, int]:
    # A wording that nobody declared yet is newer than those that somebody did.
    stated = declared.headers if declared else ()
    day = days[header].toordinal() if header in days else 0
    rank = stated.index(header) if header in stated else (-1 if day else len(stated))
    return rank, -day


def _declared(description: SurveyDescription, wordings: Sequence[str]) -> DeclaredQuestion | None:
    found = (description.question(header) for header in wordings)
    return next((declared for declared in found if declared), None)


def _history(sheets: Sequence[FormTable], numbers: QuestionIds) -> dict[int, list[str]]:
    """Return all wordings of each number in these sheets, the newest first."""
    found: dict[int, list[str]] = {}
    for sheet in sheets:
        known = numbers.known[sheet.table.source]
        for header in reversed(list(known)):
            found.setdefault(known[header], []).append(header)
    days = _days(sheets, numbers)
    for headers in found.values():
        headers.sort(key=lambda header: days.get(header, dt.date.min), reverse=True)
    return found


def _days(sheets: Sequence[FormTable], numbers: QuestionIds) -> dict[str, dt.date]:
    """Return when each wording was first read, in whichever sheet that was."""
    found: dict[str, dt.date] = {}
    for sheet in sheets:
        for header, day in numbers.seen.get(sheet.table.source, {}).items():
            found[header] = min(day, found.get(header, day))
    return found

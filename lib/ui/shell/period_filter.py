"""The period, chosen by thumb: a year, its parts, the months of a quarter; or two days."""

from collections.abc import Set

import streamlit as st

from lib.survey.model.periods import Period, PeriodKind
from lib.ui.shell.filter_values import show_filter_value, write_filter
from lib.ui.shell.process import the_office
from lib.wording import ROMAN_NUMERALS, gettext

DAY_TO_DAY = "days"  # the first step's choice "from a day to a day"
_LONG_PARTS = (PeriodKind.FIRST_HALF, PeriodKind.SECOND_HALF, PeriodKind.NINE_MONTHS)


def draw_period_filter(years: Set[int], period: Period | None, *, days: bool = True) -> None:
    """Draw the steps down to the period in the address.

    `years` hold something; `days`: from a day to a day is offered.
    """
    year, part, month = period_parts(period)
    words = {
        "": gettext("All periods"),
        **{y: gettext("Year {year}", year=y) for y in _years(years, year)},
        **({DAY_TO_DAY: gettext("From a day to a day")} if days or year == DAY_TO_DAY else {}),
    }
    show_filter_value("filter_year", year, words)
    st.selectbox(
        gettext("Period"),
        list(words),
        format_func=words.__getitem__,
        key="filter_year",
        on_change=write_filter,
        args=("ky", "filter_year", _year),
    )
    if year.isdigit():
        _parts(year, part, month)
    elif period:
        _days(period)


def period_parts(period: Period | None) -> tuple[str, str, str]:
    """Return the year (or "days", or ""), its part ("Q4", "H1" …) and the month ("10")."""
    if period is None:
        return "", "", ""
    if period.kind is PeriodKind.DAYS or period.first is None:
        return DAY_TO_DAY, "", ""
    year, quarter = str(period.first.year), f"Q{(period.first.month - 1) // 3 + 1}"
    if period.kind is PeriodKind.MONTH:
        return year, quarter, f"{period.first.month:02}"
    part = "" if period.kind is PeriodKind.YEAR else str(period.kind.value)
    return year, quarter if period.kind is PeriodKind.QUARTER else part, ""


def _years(present: Set[int], chosen: str) -> list[str]:
    known = {str(year) for year in present if 2000 <= year < 2100}  # what a link can say
    return sorted(known | ({chosen} if chosen.isdigit() else set()), reverse=True)


def _year() -> list[str]:
    year = st.session_state["filter_year"]
    if year != DAY_TO_DAY:
        return [year] if year else []
    today = the_office().clock.today()
    return [f"{today.replace(month=1, day=1)}..{today}"]


def _parts(year: str, part: str, month: str) -> None:
    words = {
        f"Q{number}": gettext("Q{n}", n=roman)
        for number, roman in enumerate(ROMAN_NUMERALS, start=1)
    }
    words |= dict(
        zip(_LONG_PARTS, (gettext("6 months"), gettext("Last 6"), gettext("9 months")), strict=True)
    )
    _pills("filter_part", gettext("Part of the year"), words, (part, year))
    if part.startswith("Q"):
        first = int(part[1]) * 3 - 2
        months = {f"{m:02}": gettext("Month {n}", n=m) for m in range(first, first + 3)}
        _pills("filter_month", gettext("Month"), months, (month, year, part))


def _pills(key: str, label: str, words: dict[str, str], state: tuple[str, ...]) -> None:
    """Draw one step; taking its choice back returns to the step above."""
    chosen, above = state[0], state[1:]
    show_filter_value(key, chosen or None, words)

    def code() -> list[str]:
        new = st.session_state[key]
        return [f"{above[0]}-{new}" if new else "-".join(above)]

    st.pills(
        label,
        list(words),
        format_func=words.__getitem__,
        key=key,
        label_visibility="collapsed",
        on_change=write_filter,
        args=("ky", key, code),
    )


def _days(period: Period) -> None:
    days = (period.first, period.last) if period.last else (period.first,)
    show_filter_value("filter_days", days if period.first else ())
    st.date_input(
        gettext("From a day to a day"),
        format="DD/MM/YYYY",
        key="filter_days",
        label_visibility="collapsed",
        on_change=write_filter,
        args=("ky", "filter_days", _two_days),
    )


def _two_days() -> list[str] | None:
    days = st.session_state["filter_days"]
    return [f"{days[0]}..{days[1]}"] if isinstance(days, tuple) and len(days) == 2 else None

"""A case's deadline in words: one function for each kind of sentence about it."""

import datetime as dt

from lib.wording import format_count, format_day, gettext, ngettext


def lateness_in_words(left: int | None) -> str:
    """Return how late a case is: "Quá hạn 3 ngày làm việc", "còn 2 ngày làm việc".

    `left` counts working days until it is due; "" where nothing is.
    """
    if left is None:
        return ""
    if left < 0:
        return ngettext("{n} working day overdue", "{n} working days overdue", -left)
    if left == 0:
        return gettext("due today")
    return ngettext("{n} working day left", "{n} working days left", left)


def deadline_in_words(left: int, due: dt.date) -> str:
    """Return how late a case is, and when it is due: "…, hạn 25/11/2026"."""
    return gettext("{late}, due on {day}", late=lateness_in_words(left), day=format_day(due))


def overdue_case_words(n: int) -> tuple[str, str]:
    """Return a number of overdue cases as a large figure shows it: "3" and "việc quá hạn"."""
    return format_count(n), ngettext("overdue case", "overdue cases", n)


def overdue_cases_in_words(n: int) -> str:
    """Return "3 việc quá hạn", "không có việc nào quá hạn"."""
    return " ".join(overdue_case_words(n)) if n else gettext("no overdue case")

"""A period as the title of a paper names it, always in Vietnamese."""

from lib.survey.periods import Period, Span
from lib.wording import day, in_vietnamese, opening


def when(period: Period | None) -> str:
    """Return "Quý IV/2022 (từ 01/10/2022 đến 31/12/2022)" and the like."""
    if period is None:
        return "Toàn bộ thời gian"
    with in_vietnamese():
        name = period.name()
    name = opening(name)
    if period.kind is Span.DAYS or not period.first or not period.last:
        return name
    return f"{name} (từ {day(period.first)} đến {day(period.last)})"

"""A period as the title of a paper names it, always in Vietnamese."""

from lib.survey.model.periods import Period, PeriodKind
from lib.wording import format_day, in_vietnamese, with_capital


def period_words(period: Period | None) -> str:
    """Return "Quý IV/2022 (từ 01/10/2022 đến 31/12/2022)" and the like."""
    if period is None:
        return "Toàn bộ thời gian"
    with in_vietnamese():
        name = period.name()
    name = with_capital(name)
    if period.kind is PeriodKind.DAYS or not period.first or not period.last:
        return name
    return f"{name} (từ {format_day(period.first)} đến {format_day(period.last)})"

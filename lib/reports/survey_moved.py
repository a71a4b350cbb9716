"""The questions against the period before and the same months a year earlier."""

from collections.abc import Iterator, Sequence

from lib.analysis.attention import Moved
from lib.analysis.overview import Against
from lib.reports.head import Head
from lib.reports.survey_results import Results
from lib.reports.table import POINTS, SHARE, WHOLE, Table, points, rated
from lib.reports.workbook import Cell
from lib.wording import count, inside, opening, percent

MOST = 5  # questions named in a sentence
NOTE = (
    "Mức rõ: “khác rõ” là vượt quá mức có thể do ngẫu nhiên (95 %, xét chung mọi câu hỏi và mọi "
    "xã), “chưa rõ” là có thể do ngẫu nhiên. Thay đổi được tính trước khi làm tròn các tỷ lệ."
)


def table(told: Results) -> Table:
    """Return each question now and then; no rows where there is nothing to hold it against."""
    of = told.overview
    sides = [(a, held) for a, held in _sides(told) if held]
    heads = [Head("Câu hỏi", 34)]
    if sides and of.period:
        name = opening(of.period.name())
        heads += [Head("n", 8, name, WHOLE), Head("Tỷ lệ", 10, name, SHARE)]
    for against, _ in sides:
        heads += _heads(opening(against.period.name()))
    found = [{one.question.id: one for one in held} for _, held in sides]
    each = ([held.get(question.id) for held in found] for question in told.questions)
    rows = [_row(held) for held in each if any(held)]
    title = "Từng câu hỏi so với kỳ trước và cùng kỳ"
    return Table("Câu hỏi so kỳ trước", title, heads, rows, notes=(NOTE,))


def sentences(told: Results) -> Iterator[str]:
    """Yield which questions clearly rose and fell against each of the earlier periods."""
    for against, held in _sides(told):
        if not any(one.change for one in held):
            continue
        clear = [*_named(held, "giảm rõ", down=True), *_named(held, "tăng rõ", down=False)]
        found = "; ".join(clear) or "không câu hỏi nào tăng hoặc giảm rõ"
        yield f"Theo câu hỏi, so với {inside(against.period.name())}: {found}."


def _sides(told: Results) -> Iterator[tuple[Against, Sequence[Moved]]]:
    of = told.overview
    if of.previous:
        yield of.previous, told.previous
    if of.year_ago:
        yield of.year_ago, told.year_ago


def _heads(period: str) -> list[Head]:
    return [
        Head("Tỷ lệ", 10, period, SHARE),
        Head("Thay đổi (điểm %)", 12, period, POINTS),
        Head("Mức rõ", 11, period),
    ]


def _row(held: Sequence[Moved | None]) -> Sequence[Cell]:
    now = next(filter(None, held))
    against = [cell for one in held for cell in _cells(one)]
    return (now.question.label, now.rate.valid, rated(now.rate), *against)


def _cells(one: Moved | None) -> tuple[Cell, Cell, Cell]:
    if one is None:
        return (None, None, None)
    return (rated(one.against), points(one.change), _clear(one))


def _clear(one: Moved) -> str:
    if one.change is None:
        return "chưa đủ phiếu"
    return "khác rõ" if one.change.clear else "chưa rõ"


def _named(held: Sequence[Moved], verb: str, *, down: bool) -> Iterator[str]:
    found = [
        one
        for one in held
        if one.change and one.change.clear and (one.change.difference < 0) is down
    ]
    if found:
        named = (
            f"“{one.question.label}” (từ {percent(one.against.rate or 0)} thành "
            f"{percent(one.rate.rate or 0)})"
            for one in found[:MOST]
        )
        more = f" và {count(len(found) - MOST)} câu hỏi khác" if len(found) > MOST else ""
        yield f"{verb} ở {', '.join(named)}{more}"

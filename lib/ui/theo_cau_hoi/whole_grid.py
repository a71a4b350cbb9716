"""The grid that a question stands in: a stacked bar for each row, all on one scale."""

from collections.abc import Iterator

from markupsafe import Markup

from lib.analysis.grid_table import GridTable, grid_table
from lib.analysis.rates import Rate, question_rate
from lib.analysis.tally import ResponseSum, sum_responses
from lib.survey.closed_answers import CLOSED_KINDS
from lib.survey.grid_rows import grid_row_name, grid_rows
from lib.survey.model.survey_form import ColumnRole, Question
from lib.ui.pieces.bars import ANSWER_CLASSES
from lib.ui.pieces.html_cache import cached_html
from lib.ui.pieces.html_tables import TableCell, html_table, picture_head, scroll_region
from lib.ui.pieces.markup import draw_html, join_markup, page_link, tag
from lib.ui.pieces.phrases import too_few_words
from lib.ui.shell.address import QUESTION_PAGE, link_query
from lib.ui.shell.process import the_settings
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.theo_cau_hoi.shown_answers import shown_answers
from lib.ui.theo_cau_hoi.written_answers import readable_words
from lib.wording import format_count, format_percent, gettext

_NAMES, _PICTURE, _COLUMN = 12, 9, 4.2  # rem
_REPEATED = 0.55  # how much fainter each next step is that counts like the one before


def draw_whole_grid(scope: SurveyScope, question: Question) -> None:
    """Draw all rows that stand beside the question and may be shown; nothing for fewer than two."""
    name = f"grid {scope.role} {question.id}"
    html = cached_html(scope.responses, name, link_query(), lambda: _grid(scope, question))
    if html:
        draw_html(html, key="whole_grid")


def shown_grid(scope: SurveyScope, question: Question) -> GridTable | None:
    """Return the grid of a question as far as this viewer may see it; None of fewer than two."""
    asked = (q for q in grid_rows(scope.responses.form, question) if q.kind in CLOSED_KINDS)
    given = ((each, shown_answers(scope, each)) for each in asked)
    rows = [(each, table) for each, table in given if table is not None and table.answered[0]]
    return grid_table(rows, all_told=scope.private) if len(rows) > 1 else None


def _grid(scope: SurveyScope, question: Question) -> Markup:
    grid = shown_grid(scope, question)
    if grid is None or question.grid is None:
        return Markup("")
    rated = any(each.role is ColumnRole.SATISFACTION for each in grid.questions)
    heads = (
        gettext("Row"),
        *(() if grid.shares_overlap else (picture_head("x-stack-cell"),)),
        TableCell((gettext("Answers"),), "x-count"),
        *((TableCell((gettext("Satisfaction rate"),), "x-rate"),) if rated else ()),
        *(TableCell((readable_words(step),), "x-level") for step in grid.steps),
    )
    lines = [_line(scope, grid, at, question, rated=rated) for at in range(len(grid.questions))]
    table = html_table(heads, lines, kind="x-grid", caption=question.grid)
    width = _NAMES + _PICTURE + _COLUMN * (len(grid.steps) + 2)
    sized = tag("div", table, class_="x-grid-size", style=f"--least:{width:.0f}rem")
    return tag(
        "section",
        tag("h2", gettext("All rows of this grid"), class_="x-h2"),
        tag("p", question.grid, class_="x-read"),
        "" if grid.shares_overlap else _legend(grid),
        scroll_region(sized, question.grid),
        *_notes(scope, grid),
    )


def _line(
    scope: SurveyScope, grid: GridTable, at: int, own: Question, *, rated: bool
) -> tuple[object, ...]:
    question, n = grid.questions[at], int(grid.answered[at])
    shares = [int(count) / n for count in grid.counts[at]]
    name: object = grid_row_name(question)
    if question == own:
        name = tag("b", name, aria_current="true")
    link = page_link(name, QUESTION_PAGE, link_query(cau=[question.id]))
    return (
        link,
        *(() if grid.shares_overlap else (_stacked(grid, shares),)),
        format_count(n),
        *((_rate_words(row_rate(scope, question)),) if rated else ()),
        *("–" if share < 0 else format_percent(share) for share in shares),
    )


def row_rate(scope: SurveyScope, question: Question) -> Rate | None:
    """Return the rate of one row; None where it is in none."""
    if question.role is not ColumnRole.SATISFACTION:
        return None
    at = scope.responses.form.rated.index(question)
    [summed] = sum_responses(scope.responses, scope.rows, (at,)).tolist()
    return question_rate(summed[ResponseSum.S], summed[ResponseSum.V])


def _rate_words(rate: Rate | None) -> object:
    if rate is None:
        return ""
    return tag("b", too_few_words() if rate.rate is None else format_percent(rate.rate))


def _stacked(grid: GridTable, shares: list[float]) -> Markup:
    parts = (
        tag("i", style=f"width:{share * 100:.2f}%;{paint}", class_=class_)
        for share, (class_, paint) in zip(shares, _colours(grid), strict=True)
        if share > 0
    )
    return tag("div", *parts, class_="x-stacked", aria_hidden="true")


def _colours(grid: GridTable) -> Iterator[tuple[str, str]]:
    """Yield the class and the style of each step: of what it means, else from dark to light."""
    for at, meaning in enumerate(grid.meanings):
        before = grid.meanings[:at].count(meaning)
        yield ANSWER_CLASSES[meaning], f"opacity:{_REPEATED**before:.2f}" if before else ""
    if not grid.meanings:
        last = max(len(grid.steps) - 1, 1)
        for at in range(len(grid.steps)):
            yield "", f"background:rgb(11 79 138 / {100 - 88 * at / last:.0f}%)"


def _legend(grid: GridTable) -> Markup:
    steps = (
        tag(
            "span",
            tag("i", class_=f"x-swatch {class_}".strip(), style=paint),
            readable_words(step),
        )
        for step, (class_, paint) in zip(grid.steps, _colours(grid), strict=True)
    )
    return tag("p", join_markup(steps), class_="x-legend", aria_hidden="true")


def _notes(scope: SurveyScope, grid: GridTable) -> Iterator[Markup]:
    """Yield what the shares are of, where that is not plain."""
    if grid.shares_overlap:
        yield _note(gettext("Several answers could be chosen: the shares add to more than 100%."))
    if not grid.whole:
        yield _note(gettext("Shown are the {n} answers given most.", n=len(grid.steps)))
    unrated = any(each.role is not ColumnRole.SATISFACTION for each in grid.questions)
    if unrated and not scope.private and not grid.shares_overlap:
        words = gettext(
            "Shares of all responses in view. Answers of fewer than {k} are not told apart.",
            k=the_settings().k,
        )
        yield _note(words)


def _note(words: str) -> Markup:
    return tag("p", words, class_="x-note")

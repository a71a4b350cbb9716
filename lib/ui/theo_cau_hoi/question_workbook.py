"""What stands behind the pictures of the question in view, to be taken along as one workbook."""

import dataclasses
import itertools
from collections.abc import Iterable, Iterator

import streamlit as st

from lib.reports.question_tables import (
    grid_report_table,
    number_report_table,
    rate_report_table,
    share_table,
    split_report_table,
)
from lib.reports.report_table import ReportTable
from lib.reports.table_picture import has_picture
from lib.survey.closed_answers import CLOSED_KINDS
from lib.survey.grid_rows import grid_row_name
from lib.survey.model.survey_form import ColumnKind, Question
from lib.survey.model.vietnamese_text import link_slug
from lib.survey.moment_answers import MOMENT_KINDS
from lib.ui.shell.dimension_choice import chosen_dimension, offered_dimensions
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.theo_cau_hoi.answer_bars import bin_name, number_cards
from lib.ui.theo_cau_hoi.answer_split import (
    answer_groups,
    offered_splits,
    split_answers,
    split_numbers,
)
from lib.ui.theo_cau_hoi.moment_bars import moment_names, shown_moments
from lib.ui.theo_cau_hoi.page import period_rates, shown_levels
from lib.ui.theo_cau_hoi.rated_split import further_splits, split_rates
from lib.ui.theo_cau_hoi.shown_answers import shown_answers, shown_numbers
from lib.ui.theo_cau_hoi.whole_grid import row_rate, shown_grid
from lib.ui.theo_cau_hoi.written_answers import readable_words
from lib.ui.tong_quan.paper_buttons import draw_picture_button, draw_table_button
from lib.wording import gettext, with_capital

# What these are called inside a sentence; other dimensions are questions.
_DIMENSIONS = {"xa": "xã", "linh_vuc": "lĩnh vực", "ap": "ấp", "ky": "kỳ"}
_LONGEST_ID = 20  # letters of a question's id in a file's name
_OVERLAP = "Được chọn nhiều đáp án: các tỷ lệ cộng lại hơn 100 %."
_OTHERS = "Câu trả lời khác, hoặc không trả lời"


def draw_question_download(scope: SurveyScope, question: Question) -> None:
    """Draw the ways to take along what is shown, where the question has a table.

    A file is made when its button is pressed.
    """
    by = _chosen_split(scope, question)
    if not next(question_tables(scope, question, by), None):
        return
    name = f"cau-hoi-{link_slug(question.id)[:_LONGEST_ID]}"
    with st.container(key="noprint_pictures", horizontal=True):
        draw_table_button(
            scope, name, lambda: question_tables(scope, question, by), of_one_question=True
        )
        pictures = st.popover(gettext("Pictures (PNG)"), key="pictures", on_change="rerun")
    if pictures.open:  # else nobody waits for what they hold
        with pictures:
            for table in filter(has_picture, question_tables(scope, question, by)):
                _draw_picture(scope, question, by, table.name)


def _draw_picture(scope: SurveyScope, question: Question, by: str, sheet: str) -> None:
    words = {
        "Các câu trả lời": gettext("What was answered"),
        "Các mức trả lời": gettext("Answers by level"),
        "Theo thời gian": gettext("Over time"),
        "Theo kỳ": gettext("Over time"),
        "Theo xã": gettext("By commune"),
        "Theo lĩnh vực": gettext("By sector"),
        "Theo ấp": gettext("By hamlet"),
        "Chia theo": gettext("Told apart"),
        "Lưới câu hỏi": gettext("All rows of this grid"),
    }
    name = f"hinh-{link_slug(question.id)[:_LONGEST_ID]}-{link_slug(sheet)}"

    def table() -> ReportTable:
        return next(each for each in question_tables(scope, question, by) if each.name == sheet)

    draw_picture_button(scope, words[sheet], name, table)


def question_tables(scope: SurveyScope, question: Question, by: str) -> Iterator[ReportTable]:
    """Yield the table of each picture, as far as this viewer may see it, told apart by `by`."""
    form = scope.responses.form
    if question not in form.rated:
        made = itertools.chain(_answers(scope, question), _split(scope, question, by))
    elif scope.may(scope.view.selection, number := form.rated.index(question)):
        made = itertools.chain(_rated(scope, question, number, by))
    else:
        return
    whole = (f"Câu hỏi: {question.text}",)
    named = (dataclasses.replace(each, notes=(*whole, *each.notes)) for each in made)
    yield from (each for each in itertools.chain(named, _grid(scope, question)) if each.rows)


def _chosen_split(scope: SurveyScope, question: Question) -> str:
    form = scope.responses.form
    if question in form.rated:
        offered = further_splits(scope, form.rated.index(question))
    else:
        offered = offered_splits(scope, question) if scope.private else {}
    return chosen_dimension(scope.responses, offered) if offered else ""


def _rated(scope: SurveyScope, question: Question, number: int, by: str) -> Iterator[ReportTable]:
    named, valid = shown_levels(scope, number)
    levels = (
        (readable_words(level.text), n, n / valid if valid and level.answer.valid else None)
        for level, n in named
    )
    yield share_table(("Các mức trả lời", f"{question.label}: các mức trả lời", "Mức"), levels)
    periods = ((with_capital(each.name()), rate) for each, rate in period_rates(scope, number))
    names = ("Theo thời gian", f"{question.label}, theo thời gian", "Kỳ")
    yield rate_report_table(names, periods)
    offered = offered_dimensions(scope)
    for name in dict.fromkeys(("xa", "linh_vuc", by)):
        if name in offered:
            rates = ((value.name, rate) for value, rate in split_rates(scope, number, name))
            yield rate_report_table(_names(question, name, offered[name]), rates)


def _answers(scope: SurveyScope, question: Question) -> Iterator[ReportTable]:
    names = ("Các câu trả lời", f"{question.label}: các câu trả lời", "Câu trả lời")
    if question.kind in CLOSED_KINDS:
        table = shown_answers(scope, question)
        if table is not None:
            options = (readable_words(option) or _OTHERS for option in table.options)
            overlap = (_OVERLAP,) if table.shares_overlap else ()
            counts = zip(options, table.counts[0].tolist(), strict=True)
            yield share_table(names, _with_shares(counts, int(table.answered[0])), overlap)
    elif question.kind is ColumnKind.NUMBER:
        summary = shown_numbers(scope, question)
        if summary:
            cards = number_cards(summary) if scope.private else ()
            said = tuple(f"{title}: {figure} ({line})" for title, figure, line in cards)
            named = (bin_name(each, percent=summary.percent) for each in summary.bins)
            counts = zip(named, (each.n for each in summary.bins), strict=True)
            yield share_table(names, _with_shares(counts, summary.n), said)
    elif question.kind in MOMENT_KINDS:
        binned = shown_moments(scope, question)
        if binned:
            months = moment_names(binned.bins, question.kind)
            counts = zip(months, (each.n for each in binned.bins), strict=True)
            yield share_table(names, _with_shares(counts, binned.n))


def _with_shares(
    counted: Iterable[tuple[str, int]], answered: int
) -> Iterator[tuple[str, int, float | None]]:
    return ((name, n, n / answered if answered else None) for name, n in counted)


def _split(scope: SurveyScope, question: Question, by: str) -> Iterator[ReportTable]:
    if not by:
        return
    names = _names(question, by, offered_splits(scope, question)[by])
    if question.kind is ColumnKind.NUMBER:
        yield number_report_table(names, split_numbers(scope, question, answer_groups(scope, by)))
    elif question.kind in (*CLOSED_KINDS, *MOMENT_KINDS):
        split = split_answers(scope, question, by)
        if split:
            yield split_report_table(names, *split)


def _names(question: Question, by: str, words: str) -> tuple[str, str, str]:
    """Return what the sheet, its table and its rows are called."""
    inside = _DIMENSIONS.get(by)
    sheet = f"Theo {inside}" if inside else "Chia theo"
    return sheet, f"{question.label}, theo {inside or f'“{words}”'}", words


def _grid(scope: SurveyScope, question: Question) -> Iterator[ReportTable]:
    grid = shown_grid(scope, question)
    if grid is not None:
        rows = [grid_row_name(each) for each in grid.questions]
        steps = [readable_words(step) for step in grid.steps]
        rates = [row_rate(scope, each) for each in grid.questions]
        titles = ("Lưới câu hỏi", "Tất cả các hàng của lưới câu hỏi")
        table = grid_report_table(titles, grid, (rows, steps), rates)
        yield dataclasses.replace(table, notes=(f"Lưới câu hỏi: {question.grid}",))

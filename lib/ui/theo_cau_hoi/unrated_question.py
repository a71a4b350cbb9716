"""A question that is in no rate: who answered what, over time and told apart as somebody likes."""

import dataclasses
from collections.abc import Iterator

from markupsafe import Markup

from lib.analysis.answer_table import AnswerTable, median_steps, own_words
from lib.analysis.number_summary import BinnedNumbers
from lib.survey.answered_column import answered_column
from lib.survey.closed_answers import CLOSED_KINDS
from lib.survey.model.survey_form import ColumnKind, ColumnRole, Question
from lib.survey.moment_answers import MOMENT_KINDS
from lib.survey.recognise.checkbox_options import OTHER_OPTION
from lib.survey.selection import Selection
from lib.survey.selection_sentence import n_responses
from lib.ui.pieces.banners import draw_nothing_left
from lib.ui.pieces.cards import figure_card, figure_cards
from lib.ui.pieces.markup import draw_html, draw_static_html, join_markup, page_link, tag
from lib.ui.shell.address import CONFIRMATION_PAGE, QUESTION_PAGE
from lib.ui.shell.filter_chips import selection_query
from lib.ui.shell.process import the_settings
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.theo_cau_hoi.answer_bars import (
    FigureWords,
    number_bars,
    number_cards,
    option_bars,
)
from lib.ui.theo_cau_hoi.answer_split import draw_answer_split
from lib.ui.theo_cau_hoi.moment_bars import moment_bars, shown_moments
from lib.ui.theo_cau_hoi.shown_answers import (
    PLACES_AND_SECTORS,
    disclosed_answers,
    shown_answers,
    shown_numbers,
)
from lib.ui.theo_cau_hoi.written_answers import draw_written_answers, readable_words
from lib.wording import format_count, format_percent, gettext

_OWN_WORDS = 100  # listed at most


def draw_unrated_question(scope: SurveyScope, question: Question) -> None:
    """Draw the answers to the question, by its kind, as far as this viewer may see them."""
    if question.kind is ColumnKind.IDENTITY:
        _say(gettext("What is answered here tells who somebody is and is never kept."))
        return
    if question.role is ColumnRole.UNDECIDED:
        _lead_to_confirmation(scope)
    if not scope.private and question.role in PLACES_AND_SECTORS:
        _say(gettext("How many responses came from where stands on the page “Compare”."))
        return
    if not scope.private and question.kind in CLOSED_KINDS and _draw_disclosed(scope, question):
        return
    if not scope.private and not scope.whole:
        _lead_to_everything(question)
        return
    column = answered_column(scope.responses, question)
    answered = int((scope.rows & (column.codes >= 0)).sum())
    if question.kind in CLOSED_KINDS:
        _draw_closed(scope, question, answered)
    elif question.kind is ColumnKind.NUMBER:
        _draw_number(scope, question, answered)
    elif question.kind in MOMENT_KINDS:
        _draw_moments(scope, question)
    elif not scope.private and answered < the_settings().k:
        _withheld()
    else:
        _draw_cards(scope, answered)
        _draw_open(scope, question)


def _draw_closed(scope: SurveyScope, question: Question, answered: int) -> None:
    table = shown_answers(scope, question)
    if table is None:
        _withheld()
        return
    _draw_cards(scope, answered, *(_median_card(question, table) if scope.private else ()))
    _heading(gettext("What was answered"))
    named = tuple(readable_words(option) for option in table.options)
    draw_static_html(option_bars(dataclasses.replace(table, options=named)))
    if scope.private:
        _draw_own_words(scope, question)
    if table.shares_overlap:
        _say(gettext("Several answers could be chosen: the shares add to more than 100%."))
    if scope.private:
        draw_answer_split(scope, question)


def _draw_disclosed(scope: SurveyScope, question: Question) -> bool:
    """Draw what whoever sees totals only may see of a closed question; tell whether it is any."""
    table = disclosed_answers(scope, question)
    if table is None:
        return False
    _heading(gettext("What was answered"))
    named = tuple(option or gettext("Other answers, or none") for option in table.options)
    draw_static_html(option_bars(dataclasses.replace(table, options=named)))
    _say(
        gettext(
            "Shares of all responses in view. Answers of fewer than {k} are not told apart.",
            k=the_settings().k,
        )
    )
    return True


def _draw_own_words(scope: SurveyScope, question: Question) -> None:
    """Draw what stands behind “Khác”, folded."""
    written = own_words(scope.responses, question, scope.rows)
    if not written:
        return
    summary = tag("summary", gettext("What was written behind “{other}”", other=OTHER_OPTION))
    items = (
        tag("li", readable_words(text), f" ({format_count(n)})") for text, n in written[:_OWN_WORDS]
    )
    listed = tag("ul", join_markup(items), class_="x-written")
    draw_static_html(tag("details", summary, listed, class_="x-as-table"))


def _draw_number(scope: SurveyScope, question: Question, answered: int) -> None:
    summary = shown_numbers(scope, question)
    if summary is None:
        draw_nothing_left(gettext("Nobody in view answered this question with a number."))
        return
    if not summary.bins:
        _withheld()
        return
    if scope.private:
        _draw_cards(scope, answered, *number_cards(summary))
    else:
        _draw_cards(scope, summary.n)
    _heading(gettext("What was answered"))
    draw_static_html(number_bars(summary))
    if scope.private:
        _say_far_off(summary)
        draw_answer_split(scope, question)


def _draw_moments(scope: SurveyScope, question: Question) -> None:
    binned = shown_moments(scope, question)
    if binned is None:
        draw_nothing_left(gettext("Nobody in view answered this question with a date or a time."))
        return
    if not binned.bins:
        _withheld()
        return
    _draw_cards(scope, binned.n)
    _heading(gettext("What was answered"))
    draw_static_html(moment_bars(binned, question.kind))
    _say_far_off(binned)
    if scope.private:
        draw_answer_split(scope, question)


def _say_far_off(binned: BinnedNumbers) -> None:
    if outside := binned.below + binned.above:
        _say(gettext("{n} far off the others are not in the table.", n=n_responses(outside)))


def _draw_open(scope: SurveyScope, question: Question) -> None:
    if question.kind is ColumnKind.FILE:
        _say(gettext("Files that were uploaded are not shown here."))
    elif scope.private:
        draw_written_answers(scope, question)
    else:
        _say(gettext("What people wrote is read only by those who may read single responses."))


def _median_card(question: Question, table: AnswerTable) -> Iterator[FigureWords]:
    """Yield the middle of a scale of which it is not known how its levels count."""
    scale = question.kind is ColumnKind.SCALE or question.role is ColumnRole.UNDECIDED
    if scale and (steps := median_steps(table)):
        halves = gettext("the answer in the middle, sorted by level")
        yield gettext("Median level"), " – ".join(map(readable_words, steps)), halves


def _draw_cards(scope: SurveyScope, answered: int, *more: FigureWords) -> None:
    n = scope.n
    share = gettext("{share} of {all}", share=format_percent(answered / n), all=n_responses(n))
    cards = [figure_card(gettext("Answered"), format_count(answered), "", share)]
    cards += [figure_card(name, figure, "", line) for name, figure, line in more]
    draw_static_html(figure_cards(*cards))


def _lead_to_everything(question: Question) -> None:
    words = gettext(
        "Whoever sees totals only is shown the answers to this question for all responses together."
    )
    query = selection_query(Selection()) | {"cau": [question.id]}
    way = page_link(gettext("Show it"), QUESTION_PAGE, query)
    draw_html(tag("p", Markup("{} {}").format(words, way), class_="x-read"), key="everything")


def _lead_to_confirmation(scope: SurveyScope) -> None:
    words = gettext("It is not known yet how the answers to this question count.")
    way = page_link(gettext("Confirm"), CONFIRMATION_PAGE, {}) if scope.private else ""
    draw_html(tag("p", Markup("{} {}").format(words, way), class_="x-read"), key="undecided")


def _withheld() -> None:
    words = gettext(
        "Not shown: it holds fewer than {k} responses, or a subtraction would tell of so few.",
        k=the_settings().k,
    )
    draw_nothing_left(words)


def _heading(words: str) -> None:
    draw_static_html(tag("h2", words, class_="x-h2"))


def _say(words: str) -> None:
    draw_static_html(tag("p", words, class_="x-note"))

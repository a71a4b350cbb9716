"""What is understood otherwise than before: told to leaders until they say that they read it."""

from markupsafe import Markup

from lib.analysis.counting_changes import AnswerChange, CountingChange
from lib.survey.model.survey_form import CountingState
from lib.ui.pieces.html_tables import html_table, scroll_region
from lib.ui.pieces.markup import draw_static_html, join_markup, tag
from lib.ui.pieces.phrases import polarity_words
from lib.ui.shell.counting_banners import change_day, draw_read_button, untold_changes
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import format_count, format_percent, gettext, ngettext

_ANSWERS = 4  # of one question


def draw_changed_counting(scope: SurveyScope) -> None:
    """Draw each question whose answers count otherwise: its rate before and now, and why."""
    changes = untold_changes(scope)
    if not changes:
        return
    title = gettext("What counts otherwise since {day}", day=change_day(changes[0]))
    words = gettext(
        "No answer was altered: the app understands these questions better. Cases that are worked "
        "on stay cases; older responses that count as dissatisfied only now are not tracked."
    )
    heads = (gettext("Question"), gettext("Before"), gettext("Now"), gettext("Why"))
    lines = ((c.question.label, _rate(*c.before), _now(c), _why(c)) for c in changes)
    table = scroll_region(html_table(heads, lines), title)
    draw_static_html(tag("h2", title, class_="x-h2") + tag("p", words) + table)
    draw_read_button()


def _rate(satisfied: int, valid: int) -> str:
    if not valid:
        return gettext("counts for nothing")
    return f"{format_percent(satisfied / valid)} (n = {format_count(valid)})"


def _now(change: CountingChange) -> Markup:
    if change.question.state is CountingState.TO_CONFIRM:
        return tag("b", gettext("to be confirmed"))
    return tag("b", _rate(*change.after))


def _why(change: CountingChange) -> Markup:
    if change.question.state is CountingState.TO_CONFIRM:
        return Markup(gettext("It is not certain how all of its answers count."))
    more = len(change.answers) - _ANSWERS
    answers = [tag("li", _moved(answer)) for answer in change.answers[:_ANSWERS]]
    if more > 0:
        answers.append(tag("li", ngettext("and {n} answer more", "and {n} answers more", more)))
    return tag("ul", join_markup(answers))


def _moved(answer: AnswerChange) -> str:
    names = polarity_words()
    return gettext(
        "“{answer}” ({n}): {before} before, {after} now",
        answer=answer.text,
        n=format_count(answer.n),
        before=names[answer.before],
        after=names[answer.after],
    )

"""What is understood otherwise than before: told to leaders until they say that they read it."""

from markupsafe import Markup

from lib.analysis.counting_changes import AnswerChange, CountingChange
from lib.survey.model.survey_form import CountingState
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
    title = gettext("What counts otherwise since {day}", day=change_day(changes))
    words = gettext(
        "No answer was altered: the app understands these questions better. Cases that "
        "are worked on stay cases; older responses that count as dissatisfied only now "
        "are not handled."
    )
    told = join_markup(map(_article, changes))
    draw_static_html(tag("h2", title, class_="x-h2") + tag("p", words) + told)
    draw_read_button(max(change.since for change in changes))


def _article(change: CountingChange) -> Markup:
    """Return one question: what it is, its rate before and now, and why."""
    rates = gettext("{before} before, {now} now", before=_rate(*change.before), now=_now(change))
    pieces = (tag("p", tag("b", change.question.text)), tag("p", rates), _why(change))
    return tag("article", *pieces, class_="x-finding x-told")


def _rate(satisfied: int, valid: int) -> str:
    if not valid:
        return gettext("counts for nothing")
    return f"{format_percent(satisfied / valid)} (n = {format_count(valid)})"


def _now(change: CountingChange) -> str:
    if change.question.state is CountingState.TO_CONFIRM:
        return gettext("to be confirmed")
    return _rate(*change.after)


def _why(change: CountingChange) -> Markup:
    if change.question.state is CountingState.TO_CONFIRM:
        words = gettext("It is not certain how all of its answers count.")
        return tag("p", words, class_="x-meta")
    more = len(change.answers) - _ANSWERS
    answers = [tag("li", _moved(answer)) for answer in change.answers[:_ANSWERS]]
    if more > 0:
        answers.append(tag("li", ngettext("and {n} answer more", "and {n} answers more", more)))
    return tag("ul", join_markup(answers), class_="x-list")


def _moved(answer: AnswerChange) -> str:
    names = polarity_words()
    return gettext(
        "“{answer}” ({n}): {before} before, {after} now",
        answer=answer.text,
        n=format_count(answer.n),
        before=names[answer.before],
        after=names[answer.after],
    )

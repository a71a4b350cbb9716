"""How the form was read: its sheets, its columns, how each answer counts, what is unclear."""

import dataclasses

import streamlit as st
from markupsafe import Markup

from lib.roles import Role
from lib.survey.describe.description_edit import with_question, without_question
from lib.survey.describe.survey_description import DeclaredQuestion
from lib.survey.history.question_ids_file import keep_clock, keep_reread
from lib.survey.model.survey_form import Certainty, Form, FormNotice, Question
from lib.survey.notices.reading_proposals import PROPOSED_READING
from lib.survey.notices.row_notices import HOME_CLOCK, OTHER_CLOCK
from lib.survey.responses import Responses, ResponseSheet
from lib.ui.du_lieu.column_card import column_card
from lib.ui.du_lieu.column_correction import (
    correction_is_open,
    draw_correction,
    draw_correction_button,
    draw_correction_outcome,
    save_description,
)
from lib.ui.pieces.html_tables import html_table, scroll_region
from lib.ui.pieces.markup import draw_html, draw_static_html, join_markup, page_link, tag
from lib.ui.pieces.plain_labels import plain_label
from lib.ui.pieces.technical_details import technical_details
from lib.ui.shell.address import CONFIRMATION_PAGE, link_query
from lib.ui.shell.process import the_desk, the_feed, the_office
from lib.ui.shell.remembering import remember_decision
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import format_count, format_moment, gettext

# Notices that two wordings seem to be one question: somebody confirms it with a click.
_PROPOSALS = ("same_question", "perhaps_reworded")


def draw_data_page(scope: SurveyScope) -> None:
    """Draw all of it; only leaders see answers that are not rated, and correct what is wrong.

    Viewers see no numbers of rows and answers: they would be those of single responses.
    """
    responses = scope.responses
    numbers = scope.private
    title = gettext("How each column is understood")
    checked = _checked() if scope.displayed.live else Markup("")
    draw_static_html(
        join_markup(
            (
                _section(gettext("Sheets"), checked + _sheets(responses, numbers=numbers)),
                _notices(responses) if numbers else Markup(""),
                _section(title, _whole(scope)),
            )
        )
    )
    if _corrects(scope):
        _reading_proposals(responses.form)
        _duplicate_questions(responses.form)
    _columns(scope)
    draw_html(technical_details(_question_codes(responses.form)), key="question_codes")
    way = page_link(gettext("Integrity of the data"), "toan_ven", link_query())
    words = gettext("what was altered after it was received, and how anybody can check it")
    draw_html(tag("p", way, ": ", words), key="to_integrity")
    if responses.form.unsettled:
        way = page_link(gettext("To be confirmed"), CONFIRMATION_PAGE, {})
        words = gettext("questions of which it is not known how their answers count")
        draw_html(tag("p", way, ": ", words), key="to_confirmation")


def _question_codes(form: Form) -> Markup:
    """Return the code of each column, by which links, survey.toml and the register name it."""
    heads = (gettext("Code in links"), gettext("Question"))
    rows = ((tag("code", q.id), q.text or gettext("(no header)")) for q in form.questions)
    table = html_table(heads, rows, caption=gettext("Codes of the questions"))
    return scroll_region(table, gettext("Codes of the questions"))


def _corrects(scope: SurveyScope) -> bool:
    """Tell whether this reader may correct how columns are read: what is pinned is not of now."""
    return scope.role is Role.LEADER and scope.displayed.live


def _reading_proposals(form: Form) -> None:
    """Draw a button for each sheet that can be read otherwise: codes, cases and ledger stay."""
    wordings = {
        PROPOSED_READING: (gettext("Read {title} as a new sheet"), _read_anew),
        OTHER_CLOCK: (gettext("Tell the times of {title} by Vietnam’s clock"), _to_home_clock),
        HOME_CLOCK: (gettext("Tell the times of {title} by its own clock"), _to_own_clock),
    }
    for at, notice in enumerate(each for each in form.notices if each.code in wordings):
        fields, (words, deed) = dict(notice.fields), wordings[notice.code]
        st.button(
            words.format(title=plain_label(str(fields["title"]))),
            key=f"reading_{at}",
            on_click=deed,
            args=(str(fields["source"]),),
            help=gettext(
                "Codes, cases, links to frozen figures and the log of verification stay. What "
                "is read only then is listed and not handled."
            ),
        )


def _read_anew(source: str) -> None:
    now = the_desk().now()
    if remember_decision(lambda ids: keep_reread(ids, source, now)):
        the_feed().look()


def _to_home_clock(source: str) -> None:
    if remember_decision(lambda ids: keep_clock(ids, source, at_home=True)):
        the_feed().look()


def _to_own_clock(source: str) -> None:
    if remember_decision(lambda ids: keep_clock(ids, source, at_home=False)):
        the_feed().look()


def _duplicate_questions(form: Form) -> None:
    """Draw a button for each pair of wordings that seems to be one question."""
    for notice in form.notices:
        if notice.code in _PROPOSALS:
            names = {name: str(value) for name, value in notice.fields}
            newer = next(q for q in form.questions if names["newer"] in q.headers)
            older = form.question(names["older_id"])
            known = older.headers if older else (names["older"],)
            st.button(
                gettext(
                    "“{older}” and “{newer}” are one question",
                    older=plain_label(older.label if older else names["older"]),
                    newer=plain_label(newer.label),
                ),
                key=f"merge_{newer.id}_{names['older_id']}",
                on_click=_merge,
                args=(newer, known, names["older_id"]),
            )


def _merge(newer: Question, older: tuple[str, ...], older_id: str) -> None:
    """Make one question of them: the newer wording, the older id, so that links live on."""
    stated = the_office().described().question
    was = stated(older[0]) or stated(newer.headers[0]) or DeclaredQuestion(older_id, older)
    merged = dataclasses.replace(was, id=older_id, headers=(*newer.headers, *older))
    text = without_question(the_office().describing(), newer.headers)
    save_description(with_question(text, merged))


def _columns(scope: SurveyScope) -> None:
    """Draw every column, the doubtful first; leaders see answers and may correct."""
    questions = sorted(scope.responses.form.questions, key=_doubtful_first)
    if not _corrects(scope):
        drawn = (
            column_card(question, private=False, counted=scope.private) for question in questions
        )
        draw_html(tag("div", join_markup(drawn), class_="x-columns"), key="columns")
        return
    draw_correction_outcome()
    for question in questions:
        if correction_is_open(question):
            draw_correction(scope, question)
        else:
            with st.container(horizontal=True, key=f"column_{question.id}"):
                draw_html(column_card(question, private=True), key=f"card_{question.id}")
                draw_correction_button(question)


def _doubtful_first(question: Question) -> tuple[bool, int]:
    return question.certainty is not Certainty.DOUBTFUL, question.column


def _section(title: str, content: Markup) -> Markup:
    return tag("section", tag("h2", title, class_="x-h2"), content, class_="x-section")


def _checked() -> Markup:
    """Say when a source last answered, so that a reader that stands still is seen."""
    checked = the_feed().checked_at
    if checked is None:
        return Markup("")
    words = gettext(
        "Last checked for new responses: {moment}",
        moment=format_moment(the_office().local(checked)),
    )
    return tag("p", words, class_="x-read")


def _sheets(responses: Responses, *, numbers: bool) -> Markup:
    counted = (gettext("Responses"), gettext("Blank rows skipped"), gettext("Time unknown"))
    heads = (gettext("Sheet"), *(counted if numbers else ()), gettext("Time zone"))
    rows = (_sheet(sheet, numbers=numbers) for sheet in responses.sheets)
    return scroll_region(html_table(heads, rows), gettext("Sheets"))


def _sheet(sheet: ResponseSheet, *, numbers: bool) -> tuple[str, ...]:
    counts = map(format_count, (sheet.kept, sheet.blank, sheet.without_time) if numbers else ())
    return sheet.title, *counts, sheet.timezone or gettext("not stated")


def _notices(responses: Responses) -> Markup:
    notices = responses.form.notices
    if not notices:
        return Markup("")
    items = (tag("li", notice_sentence(notice)) for notice in notices)
    return _section(gettext("Worth knowing"), tag("ul", join_markup(items), class_="x-list"))


def notice_sentence(notice: FormNotice) -> str:
    """Return a notice's sentence in the reader's language."""
    return gettext(notice.text, **dict(notice.fields))


def _whole(scope: SurveyScope) -> Markup:
    """Say, where a filter is on, that the columns are told of as a whole."""
    if scope.n == scope.responses.n:
        return Markup("")
    return tag("p", gettext("Of all responses, whatever is filtered."), class_="x-read")

"""The findings, the newest first: what is certain, what may have happened, what a leader says."""

from collections.abc import Sequence

import numpy as np
import streamlit as st
from markupsafe import Markup

from lib.errors import JournalError
from lib.evidence.alterations import Alterations
from lib.evidence.contents_proof import reading_of_violation
from lib.evidence.explained_findings import ChangedAnswers, explanation_event, ledger_column_title
from lib.evidence.ledger_finding import Finding, LedgerReading
from lib.evidence.ledger_line import LineKind
from lib.roles import Role, actor_in_words
from lib.survey.model.contact_masks import mask_contacts
from lib.survey.model.denunciation_hints import hints_denunciation
from lib.survey.model.survey_form import Form
from lib.ui.pieces.html_tables import html_table, scroll_region
from lib.ui.pieces.markup import draw_static_html, join_markup, tag
from lib.ui.shell.access import journal_author, may_read_restricted
from lib.ui.shell.keeping_events import draw_outcome, keep_events, text_field_key
from lib.ui.shell.process import the_desk, the_office
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.toan_ven.reading_list import LINES_A_PAGE, draw_page_numbers, open_page_number
from lib.wording import format_moment, gettext, mark, ngettext

_OF_A_RESPONSE = {
    LineKind.EDITED: mark("A response was altered"),
    LineKind.REMOVED: mark("A response was removed"),
    LineKind.LATE: mark("A response was added late"),
    LineKind.MOVED: mark("The time of a response was changed"),
    LineKind.RETURNED: mark("A removed response is there again"),
}
_OF_ALL = {
    LineKind.REMOVED: mark("A column was removed"),
    LineKind.RETURNED: mark("A removed column is there again"),
    LineKind.COUNTED: mark("A column filled in for earlier responses counts from now on"),
    LineKind.SOURCE_REMOVED: mark("A sheet is not read any more"),
    LineKind.SOURCE_RETURNED: mark("A sheet is read again"),
    LineKind.SOURCE_MOVED: mark("A sheet is read from another address"),
    LineKind.BROKEN: mark("The log of verification was tampered with"),
    LineKind.CLOCK: mark("A clock was set back"),
    LineKind.JOURNAL_BROKEN: mark(
        "The journal is not what it was: entries were deleted or changed without the app"
    ),
    LineKind.JOURNAL_TEXT: mark("Words noted in the journal were changed without the app"),
}
_NOTE = "explanation"
_OPEN = "_explaining"  # the finding that a leader is explaining


def draw_findings(scope: SurveyScope, alterations: Alterations, upto: LedgerReading) -> None:
    """Draw a page of the findings up to a reading."""
    draw_static_html(tag("h2", gettext("What was found"), class_="x-h2"))
    if not alterations.n:
        draw_static_html(tag("p", gettext("Nothing was altered so far."), class_="x-read"))
        return
    evidence = the_desk().evidence
    [newest] = evidence.readings(count=1)
    later = evidence.ledger.alterations(newest.number).n - alterations.n
    first = later + (open_page_number("findings", alterations.n) - 1) * LINES_A_PAGE
    drawn = evidence.findings(first, LINES_A_PAGE)
    answers = _readable(scope, drawn, evidence.before_and_after(drawn))
    for finding, both in zip(drawn, answers, strict=True):
        _finding(scope, finding, both)
    draw_page_numbers("findings", alterations.n)


def _readable(
    scope: SurveyScope, drawn: Sequence[Finding], answers: Sequence[ChangedAnswers]
) -> list[ChangedAnswers]:
    """Return what this reader may read of the answers: nothing of what is held for leaders."""
    if may_read_restricted():
        return [*answers]
    try:
        cases = the_desk().cases(scope.displayed.newest.made)
    except JournalError:
        return [{} for _ in drawn]
    restricted = {cases.case(int(position)).code for position in np.flatnonzero(cases.restricted)}
    return [
        {} if finding.code in restricted or any(map(hints_denunciation, _texts(both))) else both
        for finding, both in zip(drawn, answers, strict=True)
    ]


def _texts(both: ChangedAnswers) -> list[str]:
    return [text for pair in both.values() for text in pair if text]


def _finding(scope: SurveyScope, finding: Finding, both: ChangedAnswers) -> None:
    with st.container(key=f"finding_{finding.position}"):
        pieces = (
            tag("p", tag("b", _title(scope.responses.form, finding))),
            tag("p", " · ".join(_facts(finding)), class_="x-meta"),
            _answers(scope.responses.form, both) or _unread(finding),
            _possible(finding),
            _explained(finding),
        )
        draw_static_html(tag("article", *pieces, class_="x-finding"))
        draw_outcome(finding.subject)
        if scope.role is Role.LEADER:
            _explain(finding)


def _title(form: Form, finding: Finding) -> str:
    words = gettext((_OF_A_RESPONSE if finding.code else _OF_ALL)[finding.what])
    asked = [_asked(form, number) for number in finding.questions]
    if sheet := the_desk().evidence.ledger.state.sheets.get(finding.about):
        asked = [sheet.title]
    return f"{words}: {'; '.join(asked)}" if asked else words


def _facts(finding: Finding) -> list[str]:
    until = format_moment(the_office().local(finding.reading.read_at))
    since = finding.since and format_moment(the_office().local(finding.since))
    between = gettext("between {since} and {until}", since=since, until=until)
    facts = [between if since else gettext("at {until}", until=until)]
    if finding.what in (LineKind.BROKEN, LineKind.JOURNAL_BROKEN):
        facts.append(_broken(finding))
    if finding.what is LineKind.JOURNAL_TEXT:
        facts += _noted(finding.about)
    if finding.responses:
        facts.append(ngettext("{n} response", "{n} responses", finding.responses))
    if finding.code:
        facts.append(gettext("code {code}", code=finding.code))
        facts += _submitted(finding.code, mark("submitted at {moment}"))
    if finding.what is LineKind.MOVED:
        facts += _submitted(finding.about, mark("before that at {moment}"))
    return facts


def _broken(finding: Finding) -> str:
    """Say which head the log should have, or of which update what was kept is another."""
    number, ledger = reading_of_violation(finding.about), the_desk().evidence.ledger
    if number is None or not ledger.has(number):
        return gettext("expected was {head}", head=finding.about)
    read_at = format_moment(the_office().local(ledger.reading(number).read_at))
    return gettext("what was kept of the update at {moment} was changed", moment=read_at)


def _noted(leaf: str) -> list[str]:
    """Say of which case the entry is whose words were changed, and when it was made."""
    known = (event for event in the_desk().journal.events if event.leaf == leaf)
    return [
        gettext(
            "entry of {moment}, code {code}",
            moment=format_moment(the_office().local(event.at)),
            code=event.subject or "–",
        )
        for event in known
    ]


def _submitted(code: str, words: str) -> list[str]:
    """Say when the response was submitted, by the sheet's clock, so that its row can be found."""
    known = the_desk().journal.sightings
    when = known.submitted[known.codes == code.encode()]
    return [gettext(words, moment=format_moment(moment.item())) for moment in when[~np.isnat(when)]]


def _answers(form: Form, both: ChangedAnswers) -> Markup:
    if not both:
        return Markup("")
    heads = (gettext("Question"), gettext("Before"), gettext("After"))
    rows = ((_asked(form, number), *map(_answer, pair)) for number, pair in both.items())
    return scroll_region(html_table(heads, rows, kind="x-before"), heads[1])


def _asked(form: Form, number: str) -> str:
    return ledger_column_title(the_desk().evidence.ledger.state, form, number)


def _unread(finding: Finding) -> Markup:
    """Say why nobody reads here from what to what a response was altered."""
    if not (finding.code and finding.questions):
        return Markup("")
    gone = gettext("What was answered before and after is not kept any more.")
    kept_back = gettext(
        "What was answered before and after is not kept any more, or for leaders alone."
    )
    return tag("p", gone if may_read_restricted() else kept_back, class_="x-meta")


def _answer(text: str | None) -> object:
    return mask_contacts(text) if text else tag("span", "–", class_="x-mute")


def _possible(finding: Finding) -> Markup:
    items = join_markup(tag("li", gettext(words)) for words in finding.explanations)
    return tag("p", gettext("May be:"), class_="x-meta") + tag("ul", items, class_="x-list")


def _explained(finding: Finding) -> Markup:
    explanations = []
    for event in finding.explained:
        text, when = event.texts.get("note"), format_moment(the_office().local(event.at))
        comment = tag("p", text or gettext("(deleted)"), class_="x-comment")
        explanations.append(
            comment + tag("p", f"{actor_in_words(event.who)} · {when}", class_="x-meta")
        )
    if not explanations:
        return Markup("")
    return tag(
        "div",
        tag("p", tag("b", gettext("Explanation"))),
        join_markup(explanations),
        class_="x-explained",
    )


def _explain(finding: Finding) -> None:
    """Draw the way to write an explanation; it stands beside the finding and erases nothing."""
    name = f"{_NOTE}_{finding.position}"
    if st.session_state.get(_OPEN) != finding.position:
        key = f"noprint_explain_{finding.position}"
        st.button(gettext("Explain"), key=key, on_click=_open, args=(finding.position,))
        return
    with st.container(key="noprint_explaining"):
        label = gettext("What happened, in words that everybody on the staff may read")
        st.text_area(label, key=text_field_key(name), height=80, max_chars=1000)
        with st.container(horizontal=True):
            words = gettext("Save")
            st.button(words, key="explain_save", type="primary", on_click=_save, args=(finding,))
            st.button(gettext("Close"), key="explain_close", on_click=_open, args=(None,))


def _open(position: int | None) -> None:
    st.session_state[_OPEN] = position


def _save(finding: Finding) -> None:
    name = f"{_NOTE}_{finding.position}"
    text = str(st.session_state.get(text_field_key(name)) or "").strip()
    if text:
        desk = the_desk()
        event = explanation_event(finding, text, journal_author(), desk.now())
        keep_events([event], (name,))
        _open(None)

"""The findings, the newest first: what is certain, what may have happened, what a leader says."""

from collections.abc import Mapping, Sequence

import numpy as np
import streamlit as st
from markupsafe import Markup

from lib.errors import JournalError
from lib.evidence.alterations import Alterations
from lib.evidence.finding import Finding, Reading
from lib.evidence.findings import Both, explanation
from lib.evidence.line import What
from lib.followup.held import hints
from lib.followup.masks import masked
from lib.roles import Role, named
from lib.survey.form import Form
from lib.ui import access, acting, readings
from lib.ui.desk import the_desk
from lib.ui.feed import office
from lib.ui.markup import join, still, tag
from lib.ui.readings import A_PAGE
from lib.ui.scope import Scope
from lib.wording import gettext, mark, moment

OF_A_RESPONSE = {
    What.EDITED: mark("A response was altered"),
    What.REMOVED: mark("A response was removed"),
    What.LATE: mark("A response was added late"),
    What.MOVED: mark("The time of a response was changed"),
    What.RETURNED: mark("A removed response is there again"),
}
OF_ALL = {
    What.REMOVED: mark("A column was removed"),
    What.RETURNED: mark("A removed column is there again"),
    What.BROKEN: mark("The ledger is not the one that was sealed"),
    What.CLOCK: mark("A clock was set back"),
}
NOTE = "explanation"
_OPEN = "_explaining"  # the finding that a leader is explaining


def draw(scope: Scope, told: Alterations, upto: Reading) -> None:
    """Draw a page of the findings up to a reading."""
    still(tag("h2", gettext("What was found"), class_="x-h2"))
    if not told.n:
        still(tag("p", gettext("Nothing was altered so far."), class_="x-read"))
        return
    evidence = the_desk().evidence
    [newest] = evidence.readings(count=1)
    later = evidence.alterations(newest.number).n - told.n
    first = later + (readings.page("findings", told.n) - 1) * A_PAGE
    drawn = evidence.findings(first, A_PAGE)
    answers = _readable(scope, drawn, evidence.before_and_after(drawn))
    for finding, both in zip(drawn, answers, strict=True):
        _one(scope, finding, both)
    readings.pages("findings", told.n)


def _readable(
    scope: Scope, drawn: Sequence[Finding], answers: Sequence[Mapping[str, Both]]
) -> list[Mapping[str, Both]]:
    """Return what this reader may read of the answers: nothing of what is held for leaders."""
    if access.reads_held():
        return [*answers]
    try:
        cases = the_desk().cases(scope.shown.newest.made)
    except JournalError:
        return [{} for _ in drawn]
    held = {cases.case(int(at)).code for at in np.flatnonzero(cases.held)}
    return [
        {} if one.code in held or any(map(hints, _texts(both))) else both
        for one, both in zip(drawn, answers, strict=True)
    ]


def _texts(both: Mapping[str, Both]) -> list[str]:
    return [text for pair in both.values() for text in pair if text]


def _one(scope: Scope, finding: Finding, both: Mapping[str, Both]) -> None:
    with st.container(key=f"finding_{finding.position}"):
        pieces = (
            tag("p", tag("b", _title(scope.responses.form, finding))),
            tag("p", " · ".join(_facts(finding)), class_="x-meta"),
            _answers(scope.responses.form, both) or _unread(finding),
            _possible(finding),
            _explained(finding),
        )
        still(tag("article", *pieces, class_="x-finding"))
        acting.outcome(finding.subject)
        if scope.role is Role.LEADER:
            _explain(finding)


def _title(form: Form, finding: Finding) -> str:
    words = gettext((OF_A_RESPONSE if finding.code else OF_ALL)[finding.what])
    asked = [the_desk().evidence.asked(form, number) for number in finding.questions]
    return f"{words}: {'; '.join(asked)}" if asked else words


def _facts(finding: Finding) -> list[str]:
    until = moment(office().local(finding.reading.read_at))
    since = finding.since and moment(office().local(finding.since))
    between = gettext("between {since} and {until}", since=since, until=until)
    facts = [between if since else gettext("at {until}", until=until)]
    if finding.what is What.BROKEN:
        facts.append(gettext("expected was {head}", head=finding.about))
    if finding.code:
        facts.append(gettext("code {code}", code=finding.code))
        facts += _submitted(finding.code, mark("submitted at {moment}"))
    if finding.what is What.MOVED:
        facts += _submitted(finding.about, mark("before that at {moment}"))
    return facts


def _submitted(code: str, words: str) -> list[str]:
    """Say when the response was submitted, by the sheet's clock, so that its row can be found."""
    known = the_desk().journal.sightings
    when = known.submitted[known.codes == code.encode()]
    return [gettext(words, moment=moment(at.item())) for at in when[~np.isnat(when)]]


def _answers(form: Form, both: Mapping[str, Both]) -> Markup:
    if not both:
        return Markup("")
    asked = the_desk().evidence.asked
    heads = (gettext("Question"), gettext("Before"), gettext("After"))
    head = tag("tr", join(tag("th", name, scope="col") for name in heads))
    rows = join(
        tag("tr", tag("th", asked(form, number), scope="row"), *(_cell(text) for text in pair))
        for number, pair in both.items()
    )
    table = tag("table", tag("thead", head), tag("tbody", rows), class_="x-table x-before")
    return tag("div", table, class_="x-scroll", tabindex="0", role="region", aria_label=heads[1])


def _unread(finding: Finding) -> Markup:
    """Say why nobody reads here from what to what a response was altered."""
    if not (finding.code and finding.questions):
        return Markup("")
    gone = gettext("What was answered before and after is not kept any more.")
    held = gettext("What was answered before and after is not kept any more, or for leaders alone.")
    return tag("p", gone if access.reads_held() else held, class_="x-meta")


def _cell(text: str | None) -> Markup:
    return tag("td", masked(text) if text else tag("span", "–", class_="x-mute"))


def _possible(finding: Finding) -> Markup:
    items = join(tag("li", gettext(words)) for words in finding.explanations)
    return tag("p", gettext("May be:"), class_="x-meta") + tag("ul", items, class_="x-list")


def _explained(finding: Finding) -> Markup:
    told = []
    for event in finding.explained:
        text, when = event.texts.get("note"), moment(office().local(event.at))
        said = tag("p", text or gettext("(deleted)"), class_="x-comment")
        told.append(said + tag("p", f"{named(event.who)} · {when}", class_="x-meta"))
    if not told:
        return Markup("")
    return tag("div", tag("p", tag("b", gettext("Explanation"))), join(told), class_="x-explained")


def _explain(finding: Finding) -> None:
    """Draw the way to write an explanation; it stands beside the finding and erases nothing."""
    name = f"{NOTE}_{finding.position}"
    if st.session_state.get(_OPEN) != finding.position:
        key = f"noprint_explain_{finding.position}"
        st.button(gettext("Explain"), key=key, on_click=_open, args=(finding.position,))
        return
    with st.container(key="noprint_explaining"):
        label = gettext("What happened, in words that everybody on the staff may read")
        st.text_area(label, key=acting.field(name), height=80, max_chars=1000)
        with st.container(horizontal=True):
            words = gettext("Save")
            st.button(words, key="explain_save", type="primary", on_click=_save, args=(finding,))
            st.button(gettext("Close"), key="explain_close", on_click=_open, args=(None,))


def _open(position: int | None) -> None:
    st.session_state[_OPEN] = position


def _save(finding: Finding) -> None:
    name = f"{NOTE}_{finding.position}"
    text = str(st.session_state.get(acting.field(name)) or "").strip()
    if text:
        desk = the_desk()
        told = explanation(finding, text, access.who(), desk.now())
        acting.keep([told], (name,))
        _open(None)

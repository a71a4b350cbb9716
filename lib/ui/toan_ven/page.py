"""What was altered after it was received, by which readings, and how anybody can check it."""

import datetime as dt

from markupsafe import Markup

from lib.evidence.alterations import Alterations
from lib.evidence.ledger_columns import ColumnStatus
from lib.evidence.ledger_finding import LedgerReading
from lib.evidence.ledger_line import LineKind
from lib.roles import Role
from lib.ui.pieces.banners import draw_nothing_yet, draw_totals_only, draw_warning
from lib.ui.pieces.glossary import with_term_link
from lib.ui.pieces.markup import draw_html, draw_static_html, join_markup, tag
from lib.ui.pieces.technical_details import technical_details
from lib.ui.shell.process import the_desk, the_office
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.toan_ven.finding_list import draw_findings
from lib.ui.toan_ven.reading_list import draw_readings
from lib.wording import format_day, gettext, ngettext

_COMMANDS = """python -m lib ledger --out nhat-ky-xac-thuc.json --all
python -m lib verify --head {head} --ledger nhat-ky-xac-thuc.json phieu.csv"""


def draw_integrity_page(scope: SurveyScope) -> None:
    """Draw all of it; viewers see counts, of the readings that they were shown."""
    evidence = the_desk().evidence
    evidence.ready()
    if evidence.trouble:
        draw_warning(str(evidence.trouble))
    if evidence.remembered.lies_aside and scope.private:
        draw_warning(
            gettext(
                "The file that remembers the newest verification code could not be read, so the "
                "log of verification was not compared with it. It lies beside the new one, its "
                "name ending in “.unreadable”: compare with a printed code, then delete it."
            )
        )
    if evidence.remembered.since and scope.private:
        _note_gap(the_office().local(evidence.remembered.since).date())
    reading = scope.displayed.reading(scope.role)
    if reading is None:
        draw_nothing_yet(gettext("The log of verification holds no update yet."))
        return
    alterations = evidence.ledger.alterations(reading.number)
    summary = _summary(scope, alterations) + _reread(scope, alterations) + _seal(reading)
    summary += _journal(scope) + _beside(scope) + _contents(scope)
    draw_html(summary, key="integrity")
    if scope.private:
        draw_findings(scope, alterations, reading)
        draw_readings()
    else:
        draw_totals_only()
    draw_static_html(_unseen() + _outside(reading))


def _note_gap(since: dt.date) -> None:
    """Say from which day on the log was held against a head that was remembered here."""
    words = gettext(
        "The newest verification code has been remembered here without a gap since {day} only. "
        "Before, none lay here, or an older one: another server, a copy that was put back and a "
        "disk that does not last look the same as a log that was put back. Compare older figures "
        "with a printed code.",
        day=format_day(since),
    )
    draw_static_html(tag("p", words, class_="x-read"))


def _summary(scope: SurveyScope, alterations: Alterations) -> Markup:
    """Return the one sentence, and below it what else was found."""
    n = scope.responses.n
    words = gettext(
        "{responses}, {edited} altered, {removed} removed since {day}",
        responses=ngettext("{n} response", "{n} responses", n),
        edited=len(alterations.edited),
        removed=len(alterations.removed),
        day=format_day(_since(scope.role)),
    )
    others = join_markup(tag("li", line) for line in _others(alterations))
    return tag("p", words, class_="x-integrity") + (
        tag("ul", others, class_="x-list") if others else Markup("")
    )


def _since(role: Role) -> dt.date:
    [first] = the_desk().evidence.readings(-1, seen_only=role is Role.VIEWER)
    return the_office().local(first.read_at).date()


def _others(alterations: Alterations) -> list[str]:
    counted = {
        LineKind.LATE: gettext("added late: {n}"),
        LineKind.MOVED: gettext("time moved, which counts as altered: {n}"),
        LineKind.RETURNED: gettext("returned: {n}"),
        LineKind.SOURCE_REMOVED: gettext("sheets that are not read any more: {n}"),
        LineKind.SOURCE_RETURNED: gettext("sheets that are read again: {n}"),
        LineKind.SOURCE_MOVED: gettext("sheets that are read from another address: {n}"),
        LineKind.COUNTED: gettext("columns filled in later that count from then on: {n}"),
        LineKind.BROKEN: gettext("the log of verification was tampered with: {n}"),
        LineKind.CLOCK: gettext("a clock was set back: {n}"),
        LineKind.JOURNAL_BROKEN: gettext("the journal was altered without the app: {n}"),
        LineKind.JOURNAL_TEXT: gettext("words of the journal altered without the app: {n}"),
    }
    lines = [(alterations.columns_removed, gettext("columns removed: {n}"))]
    lines += [(alterations.findings_by_kind[what], words) for what, words in counted.items()]
    return [words.format(n=n) for n, words in lines if n]


def _reread(scope: SurveyScope, alterations: Alterations) -> Markup:
    """Say when a sheet came to be read otherwise, and how many responses that makes or takes."""
    if not scope.private:
        return Markup("")
    lines = (
        ngettext(
            "The way of reading changed on {day}: {n} response.",
            "The way of reading changed on {day}: {n} responses.",
            n,
            day=format_day(the_office().local(read_at)),
        )
        for read_at, n in alterations.rereads.items()
    )
    return join_markup(tag("p", line, class_="x-read") for line in lines)


def _seal(reading: LedgerReading) -> Markup:
    """Return the head to be copied; a click chooses all of it."""
    words = gettext(
        "Verification code, which stands for every response and alteration up to this update:"
    )
    return tag(
        "p",
        with_term_link(words, "ma-xac-thuc"),
        " ",
        tag("code", reading.head, class_="x-sealed"),
        class_="x-read",
    )


def _journal(scope: SurveyScope) -> Markup:
    """Return the head of the journal's chain, and from when on that holds; for staff."""
    evidence = the_desk().evidence
    head, since = evidence.chain.head, evidence.ledger.journal.since
    if not (scope.private and head.size):
        return Markup("")
    words = ngettext(
        "Code of the journal, which stands for its {n} entry and who made it:",
        "Code of the journal, which stands for its {n} entries and who made each:",
        head.size,
    )
    parts = [words, " ", tag("code", head, class_="x-sealed")]
    if since:
        day = format_day(the_office().local(since).date())
        parts.append(gettext("Entries are held against such codes since {day}.", day=day))
    return tag("p", *parts, class_="x-read")


def _beside(scope: SurveyScope) -> Markup:
    """Name the columns that the office keeps beside the form's answers."""
    sheets = the_desk().evidence.ledger.state.sheets.values()
    headers = dict.fromkeys(
        sheet.headers[number]
        for sheet in sheets
        for number in sheet.columns_with(ColumnStatus.BESIDE)
    )
    if not (headers and scope.private):
        return Markup("")
    words = gettext(
        "The office’s own columns, not compared: {columns}. One that enters a rate is compared "
        "from then on, which is told above.",
        columns=", ".join(headers),
    )
    return tag("p", words, class_="x-read")


def _contents(scope: SurveyScope) -> Markup:
    """Say since when what is kept is sealed as well, and how often some of it was erased."""
    ledger, lines = the_desk().evidence.ledger, []
    if since := ledger.contents_since:
        words = gettext(
            "What an earlier version of this program had kept was sealed as it stood on {day}: "
            "changes that somebody made to it before that day are not found.",
            day=format_day(the_office().local(since)),
        )
        lines.append(words)
    if erasures := ledger.rewritten_at:
        words = ngettext(
            "Kept answers were erased {n} time, by request or being too old; last on {day}.",
            "Kept answers were erased {n} times, by request or being too old; last on {day}.",
            len(erasures),
            day=format_day(the_office().local(max(erasures.values()))),
        )
        lines.append(words)
    drawn = lines if scope.private else []
    return join_markup(tag("p", line, class_="x-read") for line in drawn)


def _unseen() -> Markup:
    words = gettext(
        "The comparison does not find: what was changed and changed back between two "
        "updates; a row deleted and typed again just as it was; a row typed in as if it were "
        "a new response; columns that identified a person from the first, which are not kept. "
        "Sorting, hiding and formatting rows, and rewording or moving a question are no "
        "alteration."
    )
    title = tag("h2", gettext("Limits of the comparison"), class_="x-h2")
    return tag("section", title, tag("p", words), class_="x-section")


def _outside(reading: LedgerReading) -> Markup:
    title = tag("h2", gettext("Checking from outside"), class_="x-h2")
    words = gettext(
        "Whoever has a verification code on paper and this program can check rows "
        "without trusting the office: the office hands over the log of verification by "
        "the first command, the second says whether the rows of a file are those of "
        "then, and names those that are not."
    )
    commands = technical_details(tag("pre", _COMMANDS.format(head=reading.head)))
    invented = gettext(
        "The sample’s log of verification ends with the app: the commands are for real data."
    )
    sample = tag("p", invented, class_="x-read") if the_office().sample else ""
    return tag("section", title, tag("p", words), commands, sample, class_="x-section x-outside")

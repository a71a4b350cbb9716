"""How the form was read: its sheets, its columns, how each answer counts, what is unclear."""

from markupsafe import Markup

from lib.survey.form import Kind, Notice, Question, Role
from lib.survey.responses import Responses, Sheet
from lib.survey.scales import Level, gathered
from lib.ui.bars import CLASSES, words
from lib.ui.feed import office, the_feed
from lib.ui.frame import Scope
from lib.ui.markup import join, still, tag
from lib.wording import count, gettext, moment


def draw_page(scope: Scope) -> None:
    """Draw all of it; whoever may not read single responses sees no answers but the rated ones."""
    responses = scope.responses
    still(
        join(
            (
                _section(gettext("Sheets"), _checked() + _sheets(responses)),
                _notices(responses),
                _section(gettext("How each column is understood"), _whole(scope) + _columns(scope)),
            )
        )
    )


def _section(title: str, content: Markup) -> Markup:
    return tag("section", tag("h2", title, class_="x-h2"), content, class_="x-section")


def _checked() -> Markup:
    """Say when a source last answered, so that a reader that stands still is seen."""
    checked = the_feed().checked_at
    if checked is None:
        return Markup("")
    said = gettext(
        "Last checked for new responses: {moment}", moment=moment(office().local(checked))
    )
    return tag("p", said, class_="x-read")


def _sheets(responses: Responses) -> Markup:
    heads = (
        gettext("Sheet"),
        gettext("Responses"),
        gettext("Blank rows skipped"),
        gettext("Time unknown"),
        gettext("Time zone"),
    )
    head = tag("tr", join(tag("th", name, scope="col") for name in heads))
    body = tag("tbody", join(map(_sheet, responses.sheets)))
    table = tag("table", tag("thead", head), body, class_="x-table")
    return tag("div", table, class_="x-scroll", tabindex="0", role="region")


def _sheet(sheet: Sheet) -> Markup:
    cells = (count(sheet.kept), count(sheet.blank), count(sheet.without_time))
    zone = sheet.timezone or gettext("not stated")
    return tag(
        "tr",
        tag("th", sheet.title, scope="row"),
        join(tag("td", cell) for cell in (*cells, zone)),
    )


def _notices(responses: Responses) -> Markup:
    notices = responses.form.notices
    if not notices:
        return Markup("")
    items = (tag("li", said(notice)) for notice in notices)
    return _section(gettext("Worth knowing"), tag("ul", join(items), class_="x-list"))


def said(notice: Notice) -> str:
    """Return a notice's sentence in the reader's language."""
    return gettext(notice.text, **dict(notice.fields))


def _whole(scope: Scope) -> Markup:
    """Say, where a filter is on, that the columns are told of as a whole."""
    if scope.n == scope.responses.n:
        return Markup("")
    return tag("p", gettext("Of all responses, whatever is filtered."), class_="x-read")


def _columns(scope: Scope) -> Markup:
    questions = sorted(scope.responses.form.questions, key=lambda q: q.column)
    return tag(
        "div", join(_column(q, private=scope.private) for q in questions), class_="x-columns"
    )


def _column(question: Question, *, private: bool) -> Markup:
    title = tag("b", question.text or gettext("(no header)"))
    about = [question.id, kind_words()[question.kind], role_words()[question.role]]
    numbers = gettext(
        "{answered} answered, {not_stated} did not",
        answered=count(question.answered),
        not_stated=count(question.not_stated),
    )
    told = gettext("described in survey.toml") if question.declared else gettext("inferred")
    meta = " · ".join(filter(None, (*about, numbers, told)))
    counts = dict(question.answers)
    levels = [(level, counts.get(level.text, 0)) for level in question.levels]
    if not private:
        levels = gathered(levels) if question.role is Role.SATISFACTION else []
    return tag(
        "article",
        tag("p", title, class_="x-comment"),
        tag("p", meta, class_="x-meta"),
        tag("p", join(_level(level, n, question.role) for level, n in levels), class_="x-chips"),
        class_="x-column",
    )


def _level(level: Level, n: int, role: Role) -> Markup:
    rated = role is Role.SATISFACTION
    swatch = tag("i", class_=f"x-swatch {CLASSES[level.answer]}") if rated else ""
    meaning = f" – {words()[level.answer].lower()}" if rated else ""
    return tag("span", swatch, f"{level.text}{meaning} ", tag("b", count(n)), class_="x-chip")


def kind_words() -> dict[Kind, str]:
    """Return how each kind of column is called."""
    return {
        Kind.SINGLE: gettext("one choice"),
        Kind.SCALE: gettext("number scale"),
        Kind.MULTIPLE: gettext("several choices"),
        Kind.TEXT: gettext("text"),
        Kind.NUMBER: gettext("number"),
        Kind.DATE: gettext("date"),
        Kind.TIME: gettext("time of day"),
        Kind.FILE: gettext("uploaded file"),
        Kind.IDENTITY: gettext("identifies a person: dropped when read"),
        Kind.OTHER: gettext("other"),
    }


def role_words() -> dict[Role, str]:
    """Return what the product does with a column."""
    return {
        Role.SATISFACTION: gettext("counts as satisfaction"),
        Role.UNDECIDED: gettext("a scale without direction: describe it in survey.toml"),
        Role.COMMUNE: gettext("commune"),
        Role.HAMLET: gettext("hamlet"),
        Role.SECTOR: gettext("sector of the procedure"),
        Role.COMMENT: gettext("comment"),
        Role.NONE: "",
    }

"""All slides of a view, from the same functions as the pages: drawn once for each reading."""

from collections.abc import Iterator

from markupsafe import Markup

from lib.ui import address, phrases
from lib.ui.desk import the_desk
from lib.ui.feed import office
from lib.ui.markup import tag
from lib.ui.pictures import picture
from lib.ui.present import decide, done, questions, said, source
from lib.ui.present.slide import Slide, points, slides
from lib.ui.scope import Scope
from lib.wording import gettext


def deck(scope: Scope) -> tuple[Slide, ...]:
    """Return what needs a decision, each question, what was done, and the source."""
    return (
        *_doubtful(scope),
        decide.lower(scope),
        decide.overdue(scope),
        *questions.questions(scope),
        *said.comments(scope),
        *done.done(scope),
        source.source(scope),
    )


def _doubtful(scope: Scope) -> Iterator[Slide]:
    """Yield what of the link was not understood, before anybody trusts the figures."""
    lines = (*scope.view.problems, *(hint.text for hint in scope.view.hints))
    if lines:
        yield Slide("luu-y", gettext("About this link"), points(lines, calm=False))


def drawn(scope: Scope) -> Markup:
    """Return the slides as HTML."""
    desk = the_desk()
    now = (scope.shown.newest.read_at, desk.journal.number, desk.journal.trouble is None)
    state = ("presented", scope.shown.read_at, now, desk.today())
    query = {name: of for name, of in address.query().items() if name != address.SLIDE}
    return picture(scope.responses, state, query, lambda: _drawn(scope))


def _drawn(scope: Scope) -> Markup:
    whose = scope.responses.form.office
    what = phrases.selected(scope.responses, scope.view.selection)
    above = " · ".join(filter(None, (whose, what)))
    mark = tag("span", gettext("Sample data"), class_="x-sample") if office().sample else ""
    lost = tag("span", gettext("· line lost, the slides go on"), class_="p-lost")
    below = Markup("{} {} {}").format(source.read(scope), mark, lost)
    return slides(deck(scope), above, below)

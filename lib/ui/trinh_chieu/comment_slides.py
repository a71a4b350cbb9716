"""What people said that staff let the room read."""

from collections.abc import Iterator

from lib.followup.comment_excerpt import approved_cases
from lib.ui.pieces.markup import tag
from lib.ui.shell.process_desk import the_desk
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.trinh_chieu.slide import Slide
from lib.wording import gettext

_CODE = "y-kien-{}"
_MOST = 5  # the newest


def comment_slides(scope: SurveyScope) -> Iterator[Slide]:
    """Yield the approved comments of the responses in view, one a slide; nothing else of them.

    None where hamlets or sectors are chosen: by choosing one after the other it could be found
    out in which few responses a comment stands.
    """
    if scope.view.selection.hamlets or scope.view.selection.sectors:
        return
    desk = the_desk()
    in_view = set(desk.codes(scope.responses)[scope.rows].tolist())
    told = [case for case in approved_cases(desk.acted()) if case.code.encode() in in_view]
    for number, case in enumerate(told[:_MOST], start=1):
        words = tag("blockquote", case.excerpt, class_="p-quote")
        yield Slide(_CODE.format(number), gettext("In somebody's words"), words)

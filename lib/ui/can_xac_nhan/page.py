"""All questions that are to be confirmed: each answer's place in the rate, asked once for all."""

from collections.abc import Sequence

from lib.roles import Role
from lib.survey.describe.survey_description import SurveyDescription
from lib.survey.model.survey_form import Question
from lib.survey.responses import Responses
from lib.ui.can_xac_nhan.changed_counting import draw_changed_counting
from lib.ui.can_xac_nhan.unsettled_questions import draw_unsettled_questions
from lib.ui.du_lieu.column_correction import draw_correction_outcome, save_description
from lib.ui.pieces.banners import enough_to_draw
from lib.ui.pieces.markup import draw_static_html, join_markup, tag
from lib.ui.shell.process import the_feed, the_office
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import gettext


class _OfficeSurvey:
    """The office's own survey, as it is described and read now."""

    @property
    def text(self) -> str:
        return the_office().describing()

    def described(self, text: str) -> SurveyDescription:
        return the_office().described(text)

    def read(self, text: str) -> Responses:
        return the_office().as_described(the_feed().tables(), text)


def draw_confirmation_page(scope: SurveyScope) -> None:
    """Draw every question to be confirmed, what that changes, and one button for all."""
    draw_correction_outcome()
    draw_changed_counting(scope)
    if not (scope.responses.n or enough_to_draw(scope.n, scope.responses)):
        return
    asked = scope.responses.form.unsettled
    if not asked:
        draw_static_html(tag("p", gettext("It is known of every question how its answers count.")))
    elif scope.role is Role.LEADER and scope.displayed.live:
        draw_unsettled_questions(_OfficeSurvey(), scope.responses, save_description)
    else:
        _told(asked)


def _told(asked: Sequence[Question]) -> None:
    """Say what is open and who settles it; an unknown answer may be somebody's own words."""
    words = gettext(
        "Somebody must say how the answers to these questions count; until then they are in no "
        "rate. A leader who is signed in can do it here, or whoever sits at the machine on which "
        "the app runs."
    )
    labels = tag("ul", join_markup(tag("li", question.text) for question in asked))
    draw_static_html(tag("p", words) + labels)

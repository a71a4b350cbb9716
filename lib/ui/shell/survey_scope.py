"""What a page draws: the responses chosen by the view, and who is looking."""

import dataclasses

import numpy as np
import numpy.typing as npt

from lib.analysis.disclosure import MayShow
from lib.roles import Role
from lib.survey.model.survey_form import Form
from lib.survey.responses import Responses
from lib.survey.selection import Selection, chosen_rows
from lib.survey.selection_sentence import n_responses, selection_with_questions
from lib.ui.shell.address import (
    COMPARISON_PAGE,
    CROSS_TABLE,
    QUESTION_PAGE,
    TABLE_PARAMETER,
    addressed_page,
    current_address,
)
from lib.ui.shell.displayed_reading import DisplayedReading, newest_displayed
from lib.ui.shell.process import the_office
from lib.ui.shell.survey_view import SurveyView, decode_survey_view
from lib.ui.shell.viewer_disclosure import role_disclosure


@dataclasses.dataclass(frozen=True)
class SurveyScope:
    """What a page draws: the responses chosen by the view, and who is looking."""

    displayed: DisplayedReading
    view: SurveyView
    rows: npt.NDArray[np.bool_]
    role: Role
    may: MayShow

    @property
    def responses(self) -> Responses:
        """All responses, chosen or not."""
        return self.displayed.responses

    @property
    def private(self) -> bool:
        """Whether this viewer may see single responses."""
        return self.role >= Role.STAFF

    @property
    def hidden(self) -> bool:
        """Whether this viewer may not be shown what the view chooses."""
        return not self.may(self.view.selection, None)

    @property
    def whole(self) -> bool:
        """Whether all responses are looked at: of parts of them a viewer sees rates alone."""
        chosen = self.view.selection
        return chosen == Selection(questions=chosen.questions, today=chosen.today)

    @property
    def n(self) -> int:
        """The number of responses chosen."""
        return int(self.rows.sum())

    @property
    def sentence(self) -> str:
        """Return which responses and how many, as it stands on the page and on every paper."""
        what = selection_with_questions(self.responses, self.view.selection)
        return f"{what} · {n_responses(self.n)}"

    @property
    def live(self) -> "SurveyScope":
        """The same view of what was read last, as it was read."""
        return (
            self
            if self.displayed.live
            else addressed_scope(newest_displayed(self.displayed.newest), self.role)
        )


def addressed_scope(displayed: DisplayedReading, role: Role) -> SurveyScope:
    """Return what the address chooses of these responses; nothing where it cannot be shown."""
    responses = displayed.responses
    view = decode_survey_view(
        current_address(),
        responses,
        the_office().places,
        any_question=is_about_question(responses.form),
    )
    if displayed.refused:
        view = view.but(displayed.refused)
    may = role_disclosure(responses, role)
    nothing = bool(view.unknown) or not may(view.selection, None)
    return SurveyScope(
        displayed, view, chosen_rows(responses, view.selection) & (not nothing), role, may
    )


def is_about_question(form: Form) -> bool:
    """Tell whether the page that is drawn is about the one question that the address names."""
    return addressed_page() == QUESTION_PAGE or crosses_answers(form)


def crosses_answers(form: Form) -> bool:
    """Tell whether the page that is drawn is the comparison, showing its cross-table.

    Where nothing is rated, that is its only table.
    """
    asked = (current_address().get(TABLE_PARAMETER) or [""])[-1].strip().lower()
    return addressed_page() == COMPARISON_PAGE and (asked == CROSS_TABLE or not form.rated)

"""What a paper on the survey tells: the pages' own figures of one selection, and none besides."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from lib.analysis.attention import Attention, later_fall, what_needs_attention
from lib.analysis.concerns import Concern
from lib.analysis.disclosure import MayShow, allow_everything
from lib.analysis.group_comparison import Comparison, compare_groups
from lib.analysis.impact_estimate import RateBeforeAfter
from lib.analysis.overview_figures import EarlierFigures, Overview, compute_overview
from lib.analysis.question_changes import QuestionChange, compare_with_earlier
from lib.analysis.sipas_rates import SipasRates, sipas_rates
from lib.analysis.tally import count_levels
from lib.followup.case_arrays import Cases
from lib.followup.office_measures import Measure, measure_effect
from lib.followup.work_counts import WorkCounts, cases_in_view, count_work, work_by_cause
from lib.survey.model.answer_levels import Level, gather_unclassified
from lib.survey.model.places import place_title
from lib.survey.model.survey_form import Form, Question
from lib.survey.responses import Place, Responses
from lib.survey.selection import Selection, chosen_rated_questions, chosen_rows, communes_with_codes


@dataclasses.dataclass(frozen=True)
class QuestionLevels:
    """How many chose each level of a question; words of nobody's scale are one without words."""

    question: Question
    named: tuple[tuple[Level, int], ...]


@dataclasses.dataclass(frozen=True)
class HandlingResults:
    """What was done about dissatisfied responses: for those who may read them."""

    work: WorkCounts
    untracked: int  # dissatisfied responses sent before tracking began
    by_cause: tuple[tuple[str, WorkCounts], ...]  # "" where none is written down
    measures: tuple[
        tuple[Measure, RateBeforeAfter | None], ...
    ]  # newest first, with what each changed


@dataclasses.dataclass(frozen=True)
class SurveyResults:
    """Everything that a paper tells of one selection."""

    form: Form
    selection: Selection
    communes: tuple[Place, ...]  # known ones, by the boundaries chosen
    overview: Overview
    attention: Attention
    later: Concern | None  # a clear fall that runs after the chosen period
    previous: tuple[
        QuestionChange, ...
    ]  # the questions against the period before; none where it is empty
    year_ago: tuple[QuestionChange, ...]  # and against the same months a year earlier
    comparison: Comparison
    levels: tuple[QuestionLevels, ...]
    sipas: SipasRates
    transactions: int | None  # of the period, as the office stated; None unknown
    handled: HandlingResults | None  # None for those who may not read single responses

    @property
    def questions(self) -> tuple[Question, ...]:
        """The chosen questions in the form's order, as the comparison has them."""
        return tuple(
            self.form.rated[at] for at in chosen_rated_questions(self.form, self.selection)
        )

    def label(self, question: str) -> str:
        """Return what a question is called, for all of them where the id is ""."""
        asked = self.form.question(question)
        return asked.label if asked else "tất cả câu hỏi"

    def commune(self, code: str) -> str:
        """Return "xã Xuân Đông"."""
        place = next((known for known in self.communes if known.code == code), None)
        return self.place(place) if place else code

    def place(self, place: Place) -> str:
        """Return "xã Xuân Đông", told apart from an older unit of that name."""
        return f"{place.rank} {place_title(place, self.communes)}".strip()


def survey_results(
    responses: Responses,
    selection: Selection,
    may: MayShow = allow_everything,
    *,
    handled: HandlingResults | None = None,
    transactions: int | None = None,
    today: dt.date | None = None,
) -> SurveyResults:
    """Return what a paper tells of the chosen responses: of what may be shown of them.

    What is not over by `today` is compared as far as it is.
    """
    overview = compute_overview(responses, selection, may, today)
    return SurveyResults(
        form=responses.form,
        selection=selection,
        communes=communes_with_codes(responses, selection.today)[0],
        overview=overview,
        attention=what_needs_attention(responses, selection, may, today),
        later=later_fall(responses, selection, may, today),
        previous=_moved(responses, selection, overview, overview.previous, may),
        year_ago=_moved(responses, selection, overview, overview.year_ago, may),
        comparison=compare_groups(responses, selection, may),
        levels=tuple(_levels(responses, selection, may)),
        sipas=sipas_rates(responses, selection, may),
        transactions=transactions,
        handled=handled,
    )


def _moved(
    responses: Responses,
    selection: Selection,
    overview: Overview,
    against: EarlierFigures | None,
    may: MayShow,
) -> tuple[QuestionChange, ...]:
    if against is None or overview.period is None:
        return ()
    return compare_with_earlier(responses, selection, overview.period, against.period, may)


def handling_results(
    responses: Responses,
    selection: Selection,
    cases: Cases,
    measures: Sequence[Measure],
    today: dt.date,
) -> HandlingResults:
    """Return the work on the chosen responses, and the measures taken until their period ended.

    A measure's effect is told of all the responses that it aims at, as on the pages.
    """
    chosen = cases_in_view(responses, cases, selection)
    return HandlingResults(
        count_work(cases, chosen),
        int((chosen & ~cases.tracked).sum()),
        tuple(work_by_cause(cases, chosen)),
        tuple(
            (measure, measure_effect(measure, responses, today))
            for measure in measures
            if _about(measure, selection)
        ),
    )


def _about(measure: Measure, chosen: Selection) -> bool:
    """Tell whether a measure was taken by the end of the period, for something that is chosen."""
    last = chosen.period.last if chosen.period else None
    return chosen.concerns(measure.communes, measure.questions) and (
        last is None or measure.date <= last
    )


def _levels(responses: Responses, selection: Selection, may: MayShow) -> list[QuestionLevels]:
    rows = chosen_rows(responses, selection)
    asked = (at for at in chosen_rated_questions(responses.form, selection) if may(selection, at))
    return [
        QuestionLevels(
            question, tuple(gather_unclassified(list(zip(question.levels, counts, strict=True))))
        )
        for at in asked
        for question in (responses.form.rated[at],)
        for counts in (count_levels(responses, rows, at)[0].tolist(),)
    ]

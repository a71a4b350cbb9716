"""What a paper on the survey tells: the pages' own figures of one selection, and none besides."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from lib.analysis import tally
from lib.analysis.attention import Concern, Moved, attention, since
from lib.analysis.comparison import Comparison, comparison
from lib.analysis.disclosure import May, everything
from lib.analysis.effect import Effect
from lib.analysis.overview import Against, Overview, overview
from lib.analysis.sipas import Sipas, sipas
from lib.followup.cases import Cases
from lib.followup.measures import Measure, effect_of
from lib.followup.summary import Work, by_cause, in_view, work
from lib.survey import filters
from lib.survey.filters import Selection
from lib.survey.form import Form, Question
from lib.survey.places import title
from lib.survey.responses import Place, Responses
from lib.survey.scales import Level, gathered


@dataclasses.dataclass(frozen=True)
class Levels:
    """How many chose each level of a question; words of nobody's scale are one without words."""

    question: Question
    named: tuple[tuple[Level, int], ...]


@dataclasses.dataclass(frozen=True)
class Handled:
    """What was done about dissatisfied responses: for those who may read them."""

    work: Work
    untracked: int  # dissatisfied responses sent before tracking began
    by_cause: tuple[tuple[str, Work], ...]  # "" where none is written down
    measures: tuple[tuple[Measure, Effect | None], ...]  # newest first, with what each changed


@dataclasses.dataclass(frozen=True)
class Results:
    """Everything that a paper tells of one selection."""

    form: Form
    selection: Selection
    communes: tuple[Place, ...]  # known ones, by the boundaries chosen
    overview: Overview
    concerns: tuple[Concern, ...]
    previous: tuple[Moved, ...]  # the questions against the period before; none where it is empty
    year_ago: tuple[Moved, ...]  # and against the same months a year earlier
    comparison: Comparison
    levels: tuple[Levels, ...]
    sipas: Sipas
    transactions: int | None  # of the period, as the office stated; None unknown
    handled: Handled | None  # None for those who may not read single responses

    @property
    def questions(self) -> tuple[Question, ...]:
        """The chosen questions in the form's order, as the comparison has them."""
        return tuple(self.form.rated[at] for at in filters.rated(self.form, self.selection))

    def label(self, question: str) -> str:
        """Return what a question is called, for all of them where the id is ""."""
        found = self.form.question(question)
        return found.label if found else "tất cả câu hỏi"

    def commune(self, code: str) -> str:
        """Return "xã Xuân Đông"."""
        place = next((one for one in self.communes if one.code == code), None)
        return self.place(place) if place else code

    def place(self, place: Place) -> str:
        """Return "xã Xuân Đông", told apart from an older unit of that name."""
        return f"{place.rank} {title(place, self.communes)}".strip()


def results(
    responses: Responses,
    selection: Selection,
    may: May = everything,
    *,
    handled: Handled | None = None,
    transactions: int | None = None,
) -> Results:
    """Return what a paper tells of the chosen responses: of what may be shown of them."""
    told = overview(responses, selection, may)
    return Results(
        form=responses.form,
        selection=selection,
        communes=filters.communes(responses, selection.today)[0],
        overview=told,
        concerns=attention(responses, selection, told.period, may),
        previous=_moved(responses, selection, told, told.previous, may),
        year_ago=_moved(responses, selection, told, told.year_ago, may),
        comparison=comparison(responses, selection, may),
        levels=tuple(_levels(responses, selection, may)),
        sipas=sipas(responses, selection, may),
        transactions=transactions,
        handled=handled,
    )


def _moved(
    responses: Responses, selection: Selection, told: Overview, against: Against | None, may: May
) -> tuple[Moved, ...]:
    if against is None or told.period is None:
        return ()
    return since(responses, selection, told.period, against.period, may)


def handled(
    responses: Responses,
    selection: Selection,
    cases: Cases,
    measures: Sequence[Measure],
    today: dt.date,
) -> Handled:
    """Return the work on the chosen responses, and the measures taken until their period ended.

    A measure's effect is told of all the responses that it aims at, as on the pages.
    """
    of = in_view(responses, cases, selection)
    return Handled(
        work(cases, of),
        int((of & ~cases.tracked).sum()),
        tuple(by_cause(cases, of)),
        tuple(
            (one, effect_of(one, responses, today)) for one in measures if _about(one, selection)
        ),
    )


def _about(one: Measure, chosen: Selection) -> bool:
    """Tell whether a measure was taken by the end of the period, for something that is chosen."""
    last = chosen.period.last if chosen.period else None
    return chosen.concerns(one.communes, one.questions) and (last is None or one.date <= last)


def _levels(responses: Responses, selection: Selection, may: May) -> list[Levels]:
    rows = filters.chosen(responses, selection)
    asked = (at for at in filters.rated(responses.form, selection) if may(selection, at))
    return [
        Levels(question, tuple(gathered(list(zip(question.levels, counts, strict=True)))))
        for at in asked
        for question in (responses.form.rated[at],)
        for counts in (tally.levels(responses, rows, at)[0].tolist(),)
    ]

import pytest

from lib.analysis.compared_period import compared_period
from lib.analysis.disclosure import Disclosure
from lib.analysis.overview_figures import compute_overview, trend_points
from lib.survey.model.periods import parse_period
from lib.survey.selection import Selection
from tests.lib.analysis.made import Row, responses

MADE = responses(
    Row("SSS", 150, day="2022-11-10"),
    Row("SSD", 50, day="2022-11-11"),
    Row("SSS", 90, day="2023-08-10", commune="a"),
    Row("DSD", 10, day="2023-08-10", commune="a"),
    Row("SSS", 60, day="2023-11-10"),
    Row("DDN", 40, day="2023-11-10"),
    Row("SSS", 3, day="2024-02-10"),
    Row("---", 2, day=""),
)
QUARTER = Selection(period=parse_period("2023-Q4"))


def test_the_figures_are_of_everything_chosen():
    figures = compute_overview(MADE, QUARTER).figures
    assert (figures.responses, figures.rating, figures.dissatisfied) == (100, 100, 40)
    assert (figures.rate.satisfied, figures.rate.valid, figures.rate.people) == (180, 300, 100)


@pytest.mark.parametrize("selection", [Selection(), QUARTER, Selection(questions=("c2",))])
def test_the_trend_alone_is_that_of_the_overview(selection):
    assert trend_points(MADE, selection) == compute_overview(MADE, selection).trend != ()
    may = Disclosure(MADE).may
    assert trend_points(MADE, selection, may) == compute_overview(MADE, selection, may).trend


def test_responses_without_a_time_count_where_no_period_is_chosen():
    figures = compute_overview(MADE, Selection()).figures
    assert (figures.responses, figures.rating) == (405, 403)


def test_a_period_is_told_against_the_one_before_and_the_same_a_year_earlier():
    found = compute_overview(MADE, QUARTER)
    assert (found.previous.period.code, found.previous.figures.responses) == ("2023-Q3", 100)
    assert (found.year_ago.period.code, found.year_ago.figures.responses) == ("2022-Q4", 200)


def test_changes_are_of_the_rate_and_of_the_share_of_dissatisfied_responses():
    against = compute_overview(MADE, QUARTER).previous
    assert against.rate.difference == pytest.approx(180 / 300 - 280 / 300)
    assert against.dissatisfied.difference == pytest.approx(40 / 100 - 10 / 100)
    assert against.rate.clear


def test_an_empty_period_before_is_not_told():
    found = compute_overview(MADE, Selection(period=parse_period("2022-Q4")))
    assert (found.previous, found.year_ago) == (None, None)


def test_too_few_responses_before_give_no_change():
    against = compute_overview(MADE, Selection(period=parse_period("2024-Q2"))).previous
    assert (against.figures.responses, against.rate, against.dissatisfied) == (3, None, None)


def test_a_year_is_told_once_against_the_year_before():
    found = compute_overview(MADE, Selection(period=parse_period("2023")))
    assert (found.previous.period.code, found.year_ago) == ("2022", None)


def test_an_open_range_has_no_changes():
    found = compute_overview(MADE, Selection(period=parse_period("2023-01-01..")))
    assert (found.previous, found.year_ago) == (None, None)


def test_without_a_period_changes_are_of_the_newest_complete_quarter_in_the_data():
    found = compute_overview(MADE, Selection())
    assert (found.period.code, found.now.responses) == ("2023-Q4", 100)
    assert found.previous.period.code == "2023-Q3"


def test_the_newest_quarter_holds_something_of_what_is_chosen():
    assert compared_period(MADE, Selection(communes=("a",))).code == "2023-Q3"
    assert compared_period(MADE, Selection(communes=("nowhere",))) is None


def test_without_any_time_nothing_is_compared():
    made = responses(Row("S", 10, day=""))
    found = compute_overview(made, Selection())
    assert (found.figures.responses, found.period, found.now, found.trend) == (10, None, None, ())


def test_questions_stand_worst_first():
    asked = compute_overview(MADE, QUARTER).questions
    assert [of.question.id for of in asked] == ["c1", "c2", "c3"]
    worst_last_quarter = compute_overview(MADE, Selection(period=parse_period("2023-Q3"))).questions
    assert [of.question.id for of in worst_last_quarter] == ["c1", "c3", "c2"]


def test_a_question_with_few_answers_is_not_ranked():
    made = responses(Row("-SD", 30), Row("DSS", 10), Row("-DS", 5))
    asked = compute_overview(made, Selection()).questions
    assert [of.question.id for of in asked] == ["c3", "c2", "c1"]


def test_a_question_tells_every_answer():
    asked = compute_overview(
        MADE, Selection(period=parse_period("2023-Q4"), questions=("c3",))
    ).questions
    assert [(of.answers, of.dissatisfied) for of in asked] == [((0, 60, 40, 0, 0, 0, 0, 0), 0)]


def test_only_chosen_questions_make_the_figures():
    figures = compute_overview(
        MADE, Selection(period=parse_period("2023-Q4"), questions=("c3",))
    ).figures
    assert (figures.rate.satisfied, figures.rate.valid, figures.dissatisfied) == (60, 100, 0)


def test_the_trend_tells_every_step_also_an_empty_one():
    found = compute_overview(MADE, Selection(period=parse_period("2023"))).trend
    assert [(point.period.code, point.figures.responses) for point in found] == [
        ("2023-08", 100), ("2023-09", 0), ("2023-10", 0), ("2023-11", 100),
    ]  # fmt: skip
    assert [point.figures.rate.rate for point in found] == [280 / 300, None, None, 0.6]


def refusing(*codes: str):
    """Refuse the periods of these codes."""
    return lambda selection, question: not selection.period or selection.period.code not in codes


def test_a_step_that_may_not_be_shown_is_a_gap_and_no_end_of_the_trend():
    found = compute_overview(MADE, Selection(), refusing("2022-11", "2023-08", "2024-02")).trend
    assert {point.period.code for point in found if point.figures} >= {"2023-11"}
    assert found[0].figures is not None
    assert found[-1].figures is not None
    assert "2022-11" not in [point.period.code for point in found]
    shown = compute_overview(MADE, Selection(), refusing("2023-08")).trend
    assert [p.period.code for p in shown if p.figures is None] == ["2023-08"]


def test_a_period_that_may_not_be_shown_is_compared_with_nothing():
    found = compute_overview(MADE, QUARTER, refusing("2023-Q3"))
    assert found.previous is None
    assert found.year_ago is not None


def test_a_question_that_may_not_be_shown_counts_in_no_figure():
    found = compute_overview(MADE, QUARTER, lambda selection, question: question != 1)
    assert [asked.question.id for asked in found.questions] == ["c1", "c3"]
    assert found.figures.rate.valid == 200

import dataclasses
import datetime as dt

import pytest

from lib.analysis.attention import ComparedBasis, later_fall, what_needs_attention
from lib.analysis.attention_levels import ConcernKind
from lib.analysis.attention_words import nothing_sentence
from lib.analysis.compared_period import compared_period, too_early_span
from lib.analysis.concerns import find_concerns
from lib.analysis.disclosure import allow_everything
from lib.analysis.overview_figures import compute_overview
from lib.analysis.question_changes import changes_by_question, compare_with_earlier
from lib.analysis.told_spans import complete_spans
from lib.survey.model.periods import parse_period
from lib.survey.selection import Selection
from tests.lib.analysis.made import Row, responses

NOW = parse_period("2023-Q4")
CALM = [
    Row("SSS", 90, day="2023-08-10", commune="a"),
    Row("DDD", 10, day="2023-08-10", commune="b"),
    Row("SSS", 90, day="2023-08-10", commune="b"),
    Row("DDD", 10, day="2023-08-10", commune="a"),
]


def told(*rows: Row, selection: Selection = Selection()) -> list[tuple[ConcernKind, str, str]]:  # noqa: B008
    found = find_concerns(responses(*CALM, *rows), selection, NOW)
    return [(concern.kind, concern.question, concern.commune) for concern in found]


def later(answers: str, times: int, commune: str) -> Row:
    return Row(answers, times, "2023-11-10", commune)


def both(answers: str, times: int) -> list[Row]:
    return [later(answers, times, "a"), later(answers, times, "b")]


def test_nothing_deserves_attention_where_nothing_changed():
    assert told(*both("SSS", 90), *both("DDD", 10)) == []


def test_a_question_that_got_clearly_worse_is_told():
    assert told(*both("SSS", 60), *both("SDS", 40)) == [(ConcernKind.WORSE, "c2", "")]


def test_a_question_that_got_better_is_not():
    assert told(*both("SSS", 100)) == []


def test_a_commune_clearly_below_the_others_is_told_once_by_its_worst():
    rows = [later("SSS", 98, "a"), later("DSS", 2, "a"), later("SSS", 50, "b")]
    found = told(*rows, later("DSS", 50, "b"), later("SDS", 10, "b"))
    assert (ConcernKind.BELOW, "c1", "b") in found
    assert [commune for kind, _, commune in found if kind is ConcernKind.BELOW] == ["b"]


def test_a_commune_a_little_below_in_everything_is_told_over_all_questions():
    each = ("DSS", "SDS", "SSD")
    rows = [later("SSS", 170, "a"), *(later(answers, 10, "a") for answers in each)]
    below = [later("SSS", 39, "b"), *(later(answers, 7, "b") for answers in each)]
    assert told(*rows, *below) == [(ConcernKind.BELOW, "", "b")]


def test_a_concern_bears_its_figures():
    made = responses(*CALM, *both("SSS", 60), *both("SDS", 40))
    (concern,) = find_concerns(made, Selection(), NOW)
    assert (concern.rate.rate, concern.against.rate, concern.dissatisfied) == (0.6, 0.9, 80)
    assert concern.change.difference == pytest.approx(-0.3)


def test_all_together_and_three_more_are_told_the_largest_difference_first():
    asked = [*both("SSSS", 100)]
    made = responses(
        *(dataclasses.replace(row, day="2023-08-10") for row in asked),
        *both("SSSS", 40),
        *both("DDDD", 20),
        *both("DSDD", 20),
        *both("DSSD", 20),
    )
    found = find_concerns(made, Selection(), NOW)
    assert [concern.question for concern in found] == ["", "c1", "c4", "c3"]


def test_few_responses_never_deserve_attention():
    assert told(later("SSS", 20, "a"), later("DDD", 8, "b")) == []


@pytest.mark.parametrize(
    ("selection", "found"),
    [
        (Selection(questions=("c1",)), []),
        (Selection(questions=("c2",)), [(ConcernKind.WORSE, "c2", "")]),
    ],
)
def test_only_chosen_questions_are_told(selection, found):
    assert told(*both("SSS", 60), *both("SDS", 40), selection=selection) == found


def test_only_chosen_communes_are_told_but_held_against_all():
    rows = [later("SSS", 100, "a"), later("SSS", 90, "b"), later("DDD", 70, "b")]
    chosen = (told(*rows, selection=Selection(communes=(code,))) for code in ("a", "b"))
    below = [[commune for kind, _, commune in of if kind is ConcernKind.BELOW] for of in chosen]
    assert below == [[], ["b"]]


def test_without_a_period_to_compare_nothing_is_told():
    assert find_concerns(responses(*CALM), Selection(), None) == ()


def test_an_open_range_has_no_period_before_but_communes():
    made = responses(*CALM, *both("SSS", 60), *both("SDS", 40), later("DDD", 90, "b"))
    found = find_concerns(made, Selection(), parse_period("2023-10-01.."))
    assert {concern.kind for concern in found} == {ConcernKind.BELOW}


@pytest.mark.parametrize(
    "refused",
    [
        Selection(period=NOW),
        Selection(period=NOW.previous()),
    ],
)
def test_what_rests_on_a_period_that_may_not_be_shown_is_not_told(refused):
    made = responses(*CALM, *both("SSS", 60), *both("SDS", 40))
    assert find_concerns(made, Selection(), NOW)
    assert find_concerns(made, Selection(), NOW, lambda of, question: of != refused) == ()


def test_a_commune_that_may_not_be_shown_is_not_told_and_the_next_is():
    calm = (later("SSS", 90, commune) for commune in "abc")
    bad = (later("DDD", 60, "b"), later("DDD", 50, "c"), later("SSS", 900, "d"))
    made = responses(*CALM, *calm, *bad)
    assert "b" in {concern.commune for concern in find_concerns(made, Selection(), NOW)}
    found = find_concerns(made, Selection(), NOW, lambda of, question: of.communes != ("b",))
    assert {concern.commune for concern in found} == {"c"}


OF_A_PERIOD = Selection(period=NOW)


def test_every_question_tells_by_how_much_it_moved_since_the_period_before():
    made = responses(*CALM, *both("SSS", 60), *both("SDS", 40))
    found = changes_by_question(made, OF_A_PERIOD)
    assert list(found) == ["c1", "c2", "c3"]
    assert found["c2"].difference == pytest.approx(0.6 - 0.9)
    assert found["c1"].difference == pytest.approx(1 - 0.9)


def test_what_moved_clearly_is_what_deserves_attention():
    made = responses(*CALM, *both("SSS", 87), *both("SDS", 13))
    assert not changes_by_question(made, OF_A_PERIOD)["c2"].clear
    made = responses(*CALM, *both("SSS", 60), *both("SDS", 40))
    assert changes_by_question(made, OF_A_PERIOD)["c2"].clear
    assert [one.question for one in find_concerns(made, Selection(), NOW)] == ["c2"]


def test_a_rise_can_be_clear_too():
    assert changes_by_question(responses(*CALM, *both("SSS", 300)), OF_A_PERIOD)["c1"].clear


def test_of_everything_or_of_what_may_not_be_shown_nothing_moved():
    made = responses(*CALM, *both("SSS", 60), *both("SDS", 40))
    assert changes_by_question(made, Selection()) == {}
    before = NOW.previous()
    assert changes_by_question(made, OF_A_PERIOD, lambda of, _: of.period != before) == {}
    assert list(changes_by_question(made, OF_A_PERIOD, lambda _, at: at != 1)) == ["c1", "c3"]
    assert list(changes_by_question(made, dataclasses.replace(OF_A_PERIOD, questions=("c3",)))) == [
        "c3"
    ]


def test_every_question_is_told_against_an_earlier_period_and_marked_as_what_deserves_attention():
    made = responses(*CALM, *both("SSS", 60), *both("SDS", 40))
    found = compare_with_earlier(made, Selection(), NOW, NOW.previous(), allow_everything)
    assert [(one.question.id, one.rate.rate, one.against.rate) for one in found] == [
        ("c1", 1.0, 0.9),
        ("c2", 0.6, 0.9),
        ("c3", 1.0, 0.9),
    ]
    assert all(one.change.clear for one in found)


def test_of_a_period_that_is_hidden_no_question_is_told():
    made = responses(*CALM, *both("SSS", 60))
    hidden = Selection(NOW.previous())
    assert not compare_with_earlier(
        made, Selection(), NOW, NOW.previous(), lambda of, _: of != hidden
    )
    assert compare_with_earlier(made, Selection(), NOW, NOW.previous(), allow_everything)


FALLEN = [
    *(Row("SSS", 9, day=f"2026-{month:02}-10", commune="a") for month in range(6, 11)),
    Row("SSS", 60, day="2026-10-05", commune="a"),
    Row("SSS", 20, day="2026-11-05", commune="a"),
    Row("SSD", 15, day="2026-11-12", commune="a"),
    Row("SDS", 15, day="2026-11-12", commune="a"),
]


def test_a_fall_in_the_running_month_is_told_before_the_month_is_over():
    concerns = what_needs_attention(
        responses(*FALLEN), Selection(), today=dt.date(2026, 11, 30)
    ).concerns
    assert [(each.period.code, each.question) for each in concerns][:1] == [
        ("2026-11-01..2026-11-21", "")
    ]
    assert (concerns[0].rate.valid, concerns[0].against.rate) == (150, 1.0)


def test_what_is_told_of_an_earlier_period_says_that_a_later_one_has_fallen():
    made, today = responses(*FALLEN), dt.date(2026, 11, 30)
    later = later_fall(made, Selection(period=parse_period("2026-Q3")), today=today)
    assert (later.period.code, later.question) == ("2026-11-01..2026-11-21", "")
    assert later_fall(made, Selection(period=parse_period("2026-11")), today=today) is None
    assert later_fall(made, Selection(), today=today) is None


@pytest.mark.parametrize(
    ("rows", "basis"),
    [
        ([Row("SSS", 40, day="2026-11-05")], ComparedBasis.NOTHING_BEFORE),
        (
            [Row("SSS", 20, day="2026-10-05"), Row("SSS", 40, day="2026-11-05")],
            ComparedBasis.TOO_FEW_BEFORE,
        ),
        ([Row("SSS", 12, day="2026-08-05")], ComparedBasis.TOO_FEW),
        ([Row("SSS", 40, day="")], ComparedBasis.NO_PERIOD),
        ([Row("", 40)], ComparedBasis.NO_QUESTION),
    ],
)
def test_where_nothing_can_be_compared_the_reason_is_the_true_one(rows, basis):
    told = what_needs_attention(responses(*rows), Selection(), today=dt.date(2026, 11, 30))
    assert (told.nothing, told.basis) == (True, basis)


def test_a_period_before_that_may_not_be_shown_is_no_lack_of_responses():
    made = responses(Row("SSS", 40, day="2026-10-05"), Row("SSS", 40, day="2026-11-05"))
    november = parse_period("2026-11-01..2026-11-21")

    def may(selection, _):
        return selection.period in (None, november)

    told = what_needs_attention(made, Selection(), may, dt.date(2026, 11, 30))
    assert told.basis is ComparedBasis.WITHHELD
    assert "không hiển thị" in nothing_sentence(told)
    assert "thấp rõ rệt" not in nothing_sentence(told)


def test_a_running_month_of_fewer_than_thirty_is_told_with_its_quarter():
    few = [Row("SSS", 40, day="2026-10-05"), Row("SSS", 12, day="2026-11-05")]
    period = compared_period(responses(*few), Selection(), today=dt.date(2026, 11, 30))
    assert period.code == "2026-10-01..2026-11-21"


def test_where_nothing_came_for_long_the_last_periods_that_hold_responses_are_told():
    old = responses(Row("SSS", 40, day="2026-08-05"), Row("SSS", 40, day="2026-10-05"))
    today = dt.date(2027, 2, 15)
    assert compared_period(old, Selection(), today=today).code == "2026-Q4"
    spans = [span.period.code for span in complete_spans(old, Selection(), today)]
    assert spans == ["2026-10", "2026-Q4"]


def test_a_quarter_that_has_begun_with_too_few_says_how_many():
    few = responses(Row("SSS", 40, day="2026-08-05"), Row("SSS", 12, day="2026-11-05"))
    early = too_early_span(few, Selection(), dt.date(2026, 11, 30))
    assert (early.period.code, early.responses) == ("2026-10-01..2026-11-21", 12)
    withheld = too_early_span(few, Selection(), dt.date(2026, 11, 30), lambda *_: False)
    assert withheld.responses is None
    assert too_early_span(few, Selection(), dt.date(2026, 10, 5)) is None  # no part is over


def test_what_is_told_of_is_the_last_complete_quarter_where_too_few_came_since():
    few = [Row("SSS", 40, day="2026-08-05"), Row("SSS", 12, day="2026-11-05")]
    period = compared_period(responses(*few), Selection(), today=dt.date(2026, 11, 30))
    assert period.code == "2026-Q3"


def test_an_unfinished_quarter_is_held_against_the_same_days_of_the_one_before():
    made = responses(*FALLEN, Row("SSS", 40, day="2026-09-25"))
    chosen = Selection(period=parse_period("2026-Q4"))
    overview = compute_overview(made, chosen, today=dt.date(2026, 11, 30))
    assert overview.period.code == "2026-10-01..2026-11-21"
    assert overview.previous.period.code == "2026-07-01..2026-08-21"
    assert overview.previous.figures.responses == 18  # none of those of September

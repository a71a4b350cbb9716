"""Communes at a glance: which stand first, which may be shown, and in which period."""

import datetime as dt

from lib.analysis.commune_rates import commune_rates, commune_span
from lib.analysis.concerns import find_concerns
from lib.survey.model.periods import parse_period
from lib.survey.selection import Selection
from tests.lib.analysis.made import Row, responses

MADE = responses(
    Row("SSS", 200, commune="a"),
    Row("SSS", 90, commune="b"),
    Row("DDD", 10, commune="b"),
    Row("SSS", 106, commune="c"),
    Row("DDD", 4, commune="c"),
    Row("DSS", 12, commune="d"),
)
YEAR = Selection(period=parse_period("2023"))


def order(selection=YEAR, **more):
    return [(each.place.code, each.mark) for each in commune_rates(MADE, selection, **more)]


def test_what_is_clearly_apart_comes_first_then_the_communes_with_most_responses():
    assert order() == [("b", -1), ("a", 1), ("c", 0), ("d", 0)]


def test_a_commune_is_marked_lower_exactly_where_it_deserves_attention():
    below = {each.commune for each in find_concerns(MADE, YEAR, YEAR.period)}
    assert below == {code for code, mark in order() if mark < 0} == {"b"}


def test_a_commune_that_may_not_be_shown_is_left_out_and_moves_no_mark():
    def may(selection, _):
        return selection.communes != ("a",)

    assert order(may=may) == [("b", -1), ("c", 0), ("d", 0)]


def test_communes_are_compared_in_the_running_year_or_else_in_the_last_that_holds_any():
    assert commune_span(MADE, Selection(), dt.date(2023, 7, 3)).code == "2023-01-01..2023-06-30"
    assert commune_span(MADE, Selection(), dt.date(2026, 7, 3)).code == "2023"
    assert commune_span(MADE, YEAR, dt.date(2026, 7, 3)) == YEAR.period

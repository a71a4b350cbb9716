import dataclasses

import pytest

from lib.errors import LinkError
from lib.survey.model.periods import parse_period
from lib.survey.selection import (
    Selection,
    chosen_rated_questions,
    chosen_rows,
    selection_from_codes,
    without_places,
)
from tests.lib.analysis.made import Row, responses
from tests.lib.survey.tables import survey, table

MADE = responses(
    Row("SS", day="2022-12-31T23:59:59", commune="a", hamlet="a.ap-1", sector="dat-dai"),
    Row("SS", day="2023-01-01T00:00:00", commune="a", hamlet="a.ap-2", sector="ho-tich"),
    Row("SS", day="2023-03-31T23:59:59", commune="b", hamlet="b.ap-1", sector="ho-tich"),
    Row("SS", day="2023-04-01T00:00:00", commune="", sector=""),
    Row("SS", day="", commune="b", hamlet="b.ap-1", sector="dat-dai"),
)


@pytest.mark.parametrize(
    ("selection", "communes", "questions", "concerned"),
    [
        (Selection(), ("a",), ("c1",), True),
        (Selection(communes=("a",), questions=("c1",)), (), (), True),
        (Selection(communes=("a", "b")), ("b", "c"), ("c1",), True),
        (Selection(communes=("a",)), ("b",), (), False),
        (Selection(communes=("a",), questions=("c2",)), ("a",), ("c1",), False),
    ],
)
def test_whoever_names_nothing_means_all(selection, communes, questions, concerned):
    assert selection.concerns(communes, questions) == concerned


def positions(selection: Selection) -> list[int]:
    return chosen_rows(MADE, selection).nonzero()[0].tolist()


@pytest.mark.parametrize(
    ("period", "held"),
    [
        ("2023-Q1", [1, 2]),
        ("2022", [0]),
        ("2023-01-01..", [1, 2, 3]),
        ("..2022-12-31", [0]),
        ("2023-03-31..2023-03-31", [2]),
    ],
)
def test_a_period_holds_its_first_and_its_last_second_and_no_unknown_time(period, held):
    assert positions(Selection(period=parse_period(period))) == held


@pytest.mark.parametrize(
    ("selection", "held"),
    [
        (Selection(), [0, 1, 2, 3, 4]),
        (Selection(communes=("a",)), [0, 1]),
        (Selection(communes=("a", "b")), [0, 1, 2, 4]),
        (Selection(hamlets=("a.ap-2", "b.ap-1")), [1, 2, 4]),
        (Selection(sectors=("dat-dai",)), [0, 4]),
        (Selection(communes=("b",), sectors=("dat-dai",)), [4]),
        (Selection(communes=("a",), today=True), [0, 1]),
        (Selection(questions=("c1",)), [0, 1, 2, 3, 4]),
    ],
)
def test_each_dimension_narrows_and_nothing_chosen_is_all(selection, held):
    assert positions(selection) == held


def test_by_todays_boundaries_other_units_hold_the_responses():
    moved = dataclasses.replace(MADE, today=MADE.today[:1], commune_today=MADE.commune * 0)
    assert chosen_rows(moved, Selection(communes=("b",), today=True)).all()


@pytest.mark.parametrize(
    "selection",
    [Selection(communes=("c",)), Selection(hamlets=("x",)), Selection(sectors=("x",))],
)
def test_a_code_that_does_not_exist_holds_nothing(selection):
    assert positions(selection) == []


@pytest.mark.parametrize(
    ("questions", "asked"), [((), (0, 1)), (("c2",), (1,)), (("c2", "c1"), (0, 1)), (("c9",), ())]
)
def test_questions_are_chosen_in_the_forms_order(questions, asked):
    assert chosen_rated_questions(MADE.form, Selection(questions=questions)) == asked


def test_everywhere_drops_places_and_nothing_else():
    selection = Selection(parse_period("2023"), ("a",), ("a.ap-1",), ("s",), ("c1",), True)
    assert without_places(selection) == Selection(
        parse_period("2023"), (), (), ("s",), ("c1",), True
    )


def test_codes_of_links_choose_communes_however_they_are_written():
    assert selection_from_codes(MADE, parse_period("2023"), ["B", "a", "b"]).communes == ("b", "a")


def test_a_code_that_does_not_exist_is_named():
    with pytest.raises(LinkError, match="xuan-bac"):
        selection_from_codes(MADE, None, ["a", "xuan-bac"])


def test_a_code_that_communes_had_together_still_names_all_of_them():
    made = survey(table({"Xã": ["Xã Tân Phú", "Thị trấn Tân Phú", "Xã Long Bình"] * 5}))
    asked = selection_from_codes(made, None, ["Tan-Phu"])
    assert asked.communes == ("thi-tran-tan-phu", "xa-tan-phu")
    written_down = Selection(communes=("tan-phu",))
    assert chosen_rows(made, asked).sum() == chosen_rows(made, written_down).sum() == 10

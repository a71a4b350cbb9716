import dataclasses

import pytest

from lib.analysis.group_comparison import compare_groups, compare_values
from lib.survey.model.periods import parse_period
from lib.survey.selection import Selection
from tests.lib.analysis.made import Row, responses

MADE = responses(
    Row("SS", 90, commune="a", day="2023-01-10", hamlet="a.ap-1", sector="dat-dai"),
    Row("DS", 10, commune="a", day="2023-02-10", hamlet="a.ap-1", sector="ho-tich"),
    Row("SS", 50, commune="b", day="2023-01-10", hamlet="b.ap-1", sector="ho-tich"),
    Row("DS", 50, commune="b", day="2023-02-10", hamlet="b.ap-2", sector="ho-tich"),
    Row("SS", 100, commune="c", day="2023-02-10", hamlet="c.ap-1"),
    Row("DS", 20, commune="d", day="2023-01-10", hamlet="d.ap-1"),
    Row("D-", 3, commune="", day=""),
)


def table(rows) -> list[tuple[str | None, int, list[int]]]:
    return [
        (row.subject and row.subject.code, row.responses, [cell.mark for cell in row.cells])
        for row in rows
    ]


def test_each_group_stands_with_its_number_and_what_is_not_stated_last():
    found = compare_groups(MADE, Selection())
    assert [row[:2] for row in table(found.communes)] == [
        ("a", 100), ("b", 100), ("c", 100), ("d", 20), (None, 3),
    ]  # fmt: skip
    assert [row[:2] for row in table(found.sectors)] == [
        ("dat-dai", 90), ("ho-tich", 110), (None, 123),
    ]  # fmt: skip
    assert [row[:2] for row in table(found.periods)] == [
        ("2023-01", 160), ("2023-02", 160), (None, 3),
    ]  # fmt: skip


def test_a_cell_counts_its_answers():
    cell = compare_groups(MADE, Selection()).communes[1].cells[0]
    assert (cell.rate.satisfied, cell.rate.valid, cell.dissatisfied) == (50, 100, 50)


def test_a_cell_is_marked_where_it_differs_from_the_others():
    marks = {code: marks for code, _, marks in table(compare_groups(MADE, Selection()).communes)}
    assert marks["b"] == [-1, 0]
    assert marks["c"] == [1, 0]


def test_few_responses_and_those_not_stated_are_never_marked():
    few = [row for row in compare_groups(MADE, Selection()).communes if row.responses < 30]
    assert [cell.mark for row in few for cell in row.cells] == [0] * 4


@pytest.mark.parametrize(
    "selection",
    [
        Selection(communes=("b",)),
        Selection(communes=("a", "b")),
        Selection(hamlets=("b.ap-1", "b.ap-2")),
    ],
)
def test_the_others_stay_the_same_whatever_rows_are_chosen(selection):
    everything = {row.subject: row for row in compare_groups(MADE, Selection()).communes}
    for row in compare_groups(MADE, selection).communes:
        assert row == everything[row.subject]


def test_a_hamlet_is_compared_with_everybody_else():
    (row,) = compare_groups(MADE, Selection(hamlets=("b.ap-2",))).communes
    assert (row.subject.code, row.responses, row.cells[0].mark) == ("b", 50, -1)


def test_questions_are_columns_and_change_no_mark():
    both, second = (
        compare_groups(MADE, Selection(questions=questions)).communes for questions in ((), ("c2",))
    )
    assert [row.cells[1:] for row in both] == [row.cells for row in second]


def test_a_period_bounds_all_tables():
    found = compare_groups(MADE, Selection(period=parse_period("2023-02")))
    assert [row[:2] for row in table(found.communes)] == [("a", 10), ("b", 50), ("c", 100)]
    assert [row[:2] for row in table(found.periods)] == [("2023-02", 160)]


def test_todays_boundaries_make_other_rows():
    merged = dataclasses.replace(MADE, today=MADE.communes[:1], commune_today=MADE.commune * 0)
    found = compare_groups(merged, Selection(today=True)).communes
    assert [row[:2] for row in table(found)] == [("a", 323)]


def test_nothing_chosen_gives_empty_tables():
    found = compare_groups(MADE, Selection(communes=("nowhere",)))
    assert (found.communes, found.sectors, found.periods) == ((), (), ())


def test_rows_and_cells_that_may_not_be_shown_are_not_there():
    def may(selection, question):
        return selection.communes != ("b",) and (selection.communes, question) != (("c",), 1)

    found = {row.subject and row.subject.code: row.cells for row in _communes(may)}
    assert list(found) == ["a", "c", "d"]
    assert [cell is None for cell in found["c"]] == [False, True]


def test_what_is_not_stated_is_shown_only_where_all_others_are():
    def may(selection, question):
        return (selection.communes, question) != (("c",), 1)

    *_, rest = _communes(may)
    assert rest.subject is None
    assert [cell is None for cell in rest.cells] == [False, True]


def test_over_all_questions_a_group_has_its_rate_and_its_own_mark():
    rows = {row.subject.code: row.overall for row in compare_groups(MADE, Selection()).communes[:3]}
    assert [(cell.rate.satisfied, cell.rate.valid) for cell in rows.values()] == [
        (190, 200), (150, 200), (200, 200),
    ]  # fmt: skip
    assert [cell.dissatisfied for cell in rows.values()] == [10, 50, 0]
    assert [cell.mark for cell in rows.values()] == [1, -1, 1]


def test_over_all_questions_nothing_is_shown_where_one_of_them_is_not():
    rows = _communes(lambda selection, question: question != 1)
    assert [row.overall for row in rows] == [None] * 5


SEVERAL = responses(
    Row("S", 60, channel="p"), Row("D", 60, channel="p q"), Row("S", 80), Row("S", 40, channel="q")
)


def test_a_response_stands_in_the_row_of_each_answer_that_it_gave():
    [channel] = SEVERAL.added
    rows = compare_values(SEVERAL, Selection(), channel)
    assert [row[:2] for row in table(rows)] == [("p", 120), ("q", 100), (None, 80)]
    assert [row.cells[0].dissatisfied for row in rows] == [60, 60, 0]


def test_an_answer_is_held_against_all_who_did_not_give_it():
    [channel] = SEVERAL.added
    p, q, rest = compare_values(SEVERAL, Selection(), channel)
    assert [p.cells[0].mark, q.cells[0].mark, rest.cells[0].mark] == [-1, -1, 0]
    assert [row.overall.mark for row in (p, q)] == [-1, -1]
    alone = compare_values(SEVERAL, Selection().choosing("kenh", ["q"]), channel)
    assert q in alone


def _communes(may):
    return compare_groups(MADE, Selection(), may).communes


def test_what_is_not_shown_changes_no_mark_of_what_is():
    marks = {code: marks for code, _, marks in table(compare_groups(MADE, Selection()).communes)}
    shown = table(_communes(lambda selection, question: selection.communes in ((), ("c",))))
    assert {code: own for code, _, own in shown} == {"c": marks["c"]}

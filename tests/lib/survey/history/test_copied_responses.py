"""Responses that stand in two sheets."""

from collections.abc import Sequence

from lib.source_table import CellValue, SourceTable
from lib.survey.responses import Responses
from tests.lib.survey.tables import TIME, survey, table

GOOD, BAD = "Hài lòng", "Không hài lòng"
TIMES = [f"{day:02}/03/2023 09:30:15" for day in range(13, 23)]
ANSWERS: list[CellValue] = [GOOD, BAD] * 5


def tab(
    source: str,
    times: Sequence[CellValue] = TIMES,
    a: Sequence[CellValue] = ANSWERS,
    **more: object,
) -> SourceTable:
    return table({TIME: times, "A": a}, source=source, **more)


def told(responses: Responses) -> list[tuple[str, object]]:
    return [(notice.code, dict(notice.fields).get("n")) for notice in responses.form.notices]


def test_a_form_linked_anew_copies_its_responses_and_they_count_once() -> None:
    again = tab("new", [*TIMES, "23/03/2023 09:30:15"], [*ANSWERS, BAD])
    found = survey(tab("old"), again)
    assert (found.n, [sheet.kept for sheet in found.sheets]) == (11, [10, 1])
    assert [sheet.blank for sheet in found.sheets] == [0, 0]
    assert told(found) == [("same_responses", 10)]


def test_of_responses_that_were_edited_in_one_sheet_both_count_and_it_is_told() -> None:
    found = survey(tab("old"), tab("new", a=[BAD, *ANSWERS[1:]]))
    assert (found.n, told(found)) == (11, [("same_responses", 9), ("same_time", 1)])


def test_a_copy_that_says_more_is_no_copy() -> None:
    more = table({TIME: TIMES, "A": ANSWERS, "B": ["x", *[""] * 9]}, source="new")
    found = survey(tab("old"), more)
    assert found.n == 11
    assert [dict(n.fields)["n"] for n in found.form.notices if n.code == "same_responses"] == [9]


def test_two_equal_responses_of_one_second_are_two_with_two_copies() -> None:
    twice = [TIMES[0], *TIMES], [GOOD, *ANSWERS]
    found = survey(tab("old", *twice), tab("new", *twice))
    assert (found.n, told(found)) == (11, [("same_responses", 11), ("perhaps_double", 1)])


def test_a_few_equal_responses_may_be_chance() -> None:
    other = [f"{day:02}/04/2023 10:00:01" for day in range(13, 21)]
    found = survey(tab("old"), tab("new", [*TIMES[:2], *other]))
    assert (found.n, told(found)) == (20, [])


def test_days_typed_by_hand_are_no_second_in_common() -> None:
    days = [f"{day:02}/03/2023 00:00:00" for day in range(13, 23)]
    assert survey(tab("old", days), tab("new", days)).n == 20


def test_sheets_of_two_communes_have_nobody_in_common() -> None:
    found = survey(tab("old", commune="Xã Xuân Tây"), tab("new", commune="Xã Bảo Bình"))
    assert (found.n, told(found)) == (20, [("communes_merged", None)])


def test_what_identified_a_person_and_was_emptied_is_not_compared() -> None:
    whole = table({TIME: TIMES, "A": ANSWERS, "Họ tên": list("abcdefghij")}, source="old")
    again = table({TIME: TIMES, "A": ANSWERS, "Họ tên": list("abcdefghij")}, source="new")
    assert survey(whole, again.without(frozenset({2}))).n == 10

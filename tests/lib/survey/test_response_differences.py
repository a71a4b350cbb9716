"""Two readings differ by as many responses as came, went or were edited."""

import dataclasses

import numpy as np
import pytest

from lib.survey.response_differences import count_differing_responses
from tests.lib.survey.tables import survey, table

ASKED = "Ông/Bà có hài lòng không?"
COLUMNS = {
    ASKED: ["Hài lòng", "Không hài lòng", "Hài lòng", "Hài lòng", "Hài lòng"],
    "Xã": ["Xã Xuân Tây", "Xã Xuân Tây", "Xã Sông Ray", "Xã Sông Ray", ""],
    "Lĩnh vực thủ tục": ["Hộ tịch", "Đất đai", "Hộ tịch", "Hộ tịch", "Hộ tịch"],
}
MADE = survey(table(COLUMNS))


def made(**changed: list[str]):
    return survey(table({**COLUMNS, **changed}))


def test_a_reading_does_not_differ_from_itself():
    assert count_differing_responses(MADE, survey(table(COLUMNS))) == 0


def test_rows_in_another_order_are_the_same_responses():
    times = [f"{day:02}/01/2023 08:00:00" for day in (1, 2, 3, 4, 5)]
    columns = {"Dấu thời gian": times, **COLUMNS}
    back = {header: list(reversed(cells)) for header, cells in columns.items()}
    assert count_differing_responses(survey(table(columns)), survey(table(back))) == 0


@pytest.mark.parametrize(
    ("header", "answers"),
    [
        (ASKED, ["Hài lòng", "Hài lòng", "Hài lòng", "Hài lòng", "Hài lòng"]),
        ("Xã", ["Xã Xuân Tây", "Xã Xuân Tây", "Xã Sông Ray", "Xã Sông Ray", "Xã Sông Ray"]),
        ("Lĩnh vực thủ tục", ["Hộ tịch", "Hộ tịch", "Hộ tịch", "Hộ tịch", "Hộ tịch"]),
    ],
)
def test_an_edited_response_counts_once(header, answers):
    assert count_differing_responses(MADE, made(**{header: answers})) == 1


@pytest.mark.parametrize("more", [1, 3])
def test_those_that_came_or_went_count(more):
    longer = survey(table({h: [*cells, *cells[:more]] for h, cells in COLUMNS.items()}))
    assert (count_differing_responses(MADE, longer), count_differing_responses(longer, MADE)) == (
        more,
        more,
    )


def test_two_equal_responses_are_two():
    times = {"Dấu thời gian": ["01/01/2023 08:00:00"] * 2}
    one, two = (
        survey(table({h: c[:n] for h, c in (times | {ASKED: ["Hài lòng"] * 2}).items()}))
        for n in (1, 2)
    )
    assert count_differing_responses(one, two) == 1


def test_a_moved_time_is_another_response():
    later = MADE.submitted + np.timedelta64(1, "s")
    assert count_differing_responses(MADE, dataclasses.replace(MADE, submitted=later)) == 5


def test_a_new_column_that_nobody_has_filled_changes_no_response():
    assert (
        count_differing_responses(MADE, made(**{"Ông/Bà có hài lòng về lệ phí không?": [""] * 5}))
        == 0
    )

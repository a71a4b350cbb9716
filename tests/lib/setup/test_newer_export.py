"""A newer export brings what is new, and loses nothing that it does not hold."""

import datetime as dt

from lib.setup.newer_export import ExportDifference, export_difference, with_missing_responses
from lib.source_table import SourceTable
from lib.survey.table.form_table import open_form_table

TIME, RATED = "Dấu thời gian", "Ông/Bà có hài lòng không?"


def export(*rows: tuple[str, str], header: str = TIME, asked: str = RATED) -> SourceTable:
    columns = tuple(map(list, zip(*rows, strict=True)))
    return SourceTable("Phiếu.xlsx", "Phiếu", (header, asked), columns)


FIRST = ("12/10/2022 8:05:10", "Hài lòng")
SECOND = ("13/10/2022 9:00:00", "Không hài lòng")
AGAIN = ("13/10/2022 9:00:00", "Hài lòng")
THIRD = ("14/10/2022 10:00:00", "Bình thường")


def test_new_equal_changed_and_missing_responses_are_counted():
    kept = export(FIRST, SECOND)
    newer = export((SECOND[0], "Bình thường"), THIRD, ("15/10/2022 7:00:00", "Hài lòng"))
    assert export_difference(kept, newer) == ExportDifference(2, 0, 1, 1)
    assert export_difference(kept, export(FIRST, SECOND, THIRD)) == ExportDifference(1, 2, 0, 0)


def test_two_of_one_moment_are_two():
    kept = export(SECOND, AGAIN)
    assert export_difference(kept, export(SECOND)) == ExportDifference(0, 1, 0, 1)


def test_an_export_of_another_form_is_none_of_this_one():
    other = export(("12/10/2022 8:05:10", "Có"), asked="Anh/Chị có hút thuốc không?")
    assert not export_difference(export(FIRST), other).is_same_form
    later = export(("12/10/2023 8:05:10", "Hài lòng"))
    assert not export_difference(export(FIRST), later).is_same_form


def test_responses_that_the_newer_one_lacks_stay_after_its_own():
    both = with_missing_responses(export(THIRD, AGAIN), export(FIRST, SECOND))
    form = open_form_table(both)
    assert form.submitted.times.astype(str).tolist() == [
        "2022-10-14T10:00:00",
        "2022-10-13T09:00:00",
        "2022-10-12T08:05:10",
    ]
    assert both.columns[1] == ["Bình thường", "Hài lòng", "Hài lòng"]


def test_exports_that_write_their_times_otherwise_are_one_all_the_same():
    newer = export(
        ("10/13/2022 9:00:00", "Không hài lòng"), ("10/14/2022 10:00:00", "Tốt"), header="Timestamp"
    )
    both = with_missing_responses(newer, export(FIRST, SECOND))
    times = open_form_table(both).submitted.times.astype("datetime64[D]").astype(dt.date)
    assert both.headers == ("Timestamp", RATED)
    assert [day.day for day in times] == [13, 14, 12]


def test_a_question_that_only_one_asks_is_blank_for_the_others():
    newer = SourceTable(
        "Phiếu.xlsx", "Phiếu", (TIME, RATED, "Góp ý"), ([SECOND[0]], [SECOND[1]], ["nhanh hơn"])
    )
    both = with_missing_responses(newer, export(FIRST, SECOND))
    assert both.headers == (TIME, RATED, "Góp ý")
    assert both.columns[2] == ["nhanh hơn", None]


def test_a_question_that_was_reworded_stays_one_beside_responses_that_are_missing():
    reworded = "Ông/Bà thấy phục vụ thế nào?"
    both = with_missing_responses(export(SECOND, THIRD, asked=reworded), export(FIRST, SECOND))
    assert both.headers == (TIME, reworded)
    assert both.columns[1] == ["Không hài lòng", "Bình thường", "Hài lòng"]


def test_a_question_that_took_anothers_place_is_another():
    newer = export((SECOND[0], ""), THIRD, asked="Ông/Bà có phải chờ lâu không?")
    both = with_missing_responses(newer, export(FIRST, SECOND))
    assert both.headers == (TIME, "Ông/Bà có phải chờ lâu không?", RATED)

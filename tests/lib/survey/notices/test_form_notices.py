from lib.source_table import SourceTable
from lib.survey.describe.survey_description import DeclaredQuestion, SurveyDescription
from tests.lib.survey.tables import TIME, survey, table

DAYS = [f"{day:02}/02/2023 09:00:00" for day in range(1, 21)]


def codes(
    *tables: SourceTable, description: SurveyDescription | None = None
) -> list[tuple[str, int | None]]:
    notices = survey(*tables, description=description).form.notices
    return [(notice.code, notice.column) for notice in notices]


def test_a_plain_form_gives_no_notice() -> None:
    assert codes(table({"Câu": ["Hài lòng", "Kém"] * 9})) == []


def test_times_that_cannot_be_read_or_ordered_are_told() -> None:
    found = table({TIME: ["01/02/2023 08:00:00", "hôm qua"], "Câu": ["Có", "Có"]})
    assert codes(found) == [("day_or_month", 0), ("time_unknown", 0)]


def test_blank_rows_are_told_with_their_number() -> None:
    found = survey(table({TIME: ["13/02/2023 08:00:00", ""], "Câu": ["Có", ""]}))
    [notice] = found.form.notices
    assert (notice.code, dict(notice.fields)["n"]) == ("blank_rows", 1)


def test_what_the_description_names_and_no_sheet_has_is_told() -> None:
    stated = SurveyDescription(drop=("Tên",), questions=(DeclaredQuestion("c9", ("Mất?",)),))
    found = codes(table({"Câu": ["Hài lòng", "Kém"] * 9}), description=stated)
    assert found == [("not_found", None), ("not_found", None)]


def test_questions_that_one_sheet_lacks_are_told() -> None:
    one = table({"Câu": ["Hài lòng"] * 20, "Thêm": ["Kém"] * 20}, source="one")
    two = table({TIME: DAYS, "Câu": ["Hài lòng"] * 20}, source="two")
    assert codes(one, two) == [("not_in_every_sheet", 2)]


def test_columns_that_are_dropped_undecided_or_unclassified_are_told() -> None:
    columns = {
        "Họ tên": ["A"] * 20,
        "Điểm": [4, 5] * 10,
        "Câu": [*["Hài lòng"] * 18, "Tàm tạm", "Sao cũng được"],
    }
    found = codes(table(columns))
    assert found == [("identity", 1), ("undecided", 2), ("undecided", 3)]

"""In what several sheets differ."""

from lib.survey.survey_check import form_notice_sentence
from tests.lib.survey.tables import TIME, survey, table

GOOD, BAD = "Hài lòng", "Không hài lòng"
YEARS = {year: [f"{day:02}/03/{year} 09:30:15" for day in range(1, 21)] for year in (2023, 2024)}


def told(first: dict[str, list[str]], second: dict[str, list[str]]) -> list[tuple[str, str]]:
    tables = (
        table({TIME: YEARS[year], **columns}, source=str(year))
        for year, columns in zip(YEARS, (first, second), strict=True)
    )
    return [(notice.code, form_notice_sentence(notice)) for notice in survey(*tables).form.notices]


def test_sheets_of_equal_questions_differ_in_nothing() -> None:
    assert told({"Câu": [GOOD, BAD] * 10}, {"Câu": [BAD, GOOD] * 10}) == []


def test_another_spelling_in_one_sheet_is_told() -> None:
    sentence = "2024 hỏi bằng lời khác: “1. Thái độ:” thay cho “Thái độ”"
    assert told({"Thái độ": [GOOD, BAD] * 10}, {"1. Thái độ:": [GOOD, BAD] * 10}) == [
        ("worded_otherwise", sentence)
    ]


def test_a_question_of_one_sheet_is_told() -> None:
    found = told({"A": [GOOD, BAD] * 10, "B": [GOOD, BAD] * 10}, {"A": [GOOD, BAD] * 10})
    assert found == [("not_in_every_sheet", "2024 không có câu hỏi: B")]


def test_levels_that_only_one_sheet_has_are_told() -> None:
    found = told({"A": [GOOD, "Bình thường"] * 10}, {"A": [GOOD, BAD] * 10})
    assert found == [
        ("levels_differ", f"2023 không có phiếu nào chọn “{BAD}” như ở các trang tính khác: A"),
        (
            "levels_differ",
            "2024 không có phiếu nào chọn “Bình thường” như ở các trang tính khác: A",
        ),
    ]


def test_a_level_that_few_chose_may_be_missing_by_chance() -> None:
    assert told({"A": [*[GOOD] * 19, BAD]}, {"A": [GOOD] * 20}) == []


def test_similar_questions_of_which_no_sheet_asks_both_are_proposed_as_one() -> None:
    found = told({"Thái độ phục vụ": [GOOD, BAD] * 10}, {"Thái độ": [GOOD, BAD] * 10})
    assert [code for code, _ in found] == [
        "same_question",
        "not_in_every_sheet",
        "not_in_every_sheet",
    ]

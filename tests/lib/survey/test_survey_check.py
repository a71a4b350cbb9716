import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lib.sources.workbook_file import WorkbookFile
from lib.survey.survey_check import survey_check_report, survey_check_text
from lib.wording import use_language
from tests.lib.survey.tables import TIME, survey, table

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
EXPECTED = SAMPLES / "expected.json"
KNOWN: dict[str, Any] = json.loads(EXPECTED.read_text("utf-8")) if EXPECTED.is_file() else {}

COLUMNS = {
    TIME: ["13/02/2023 08:00:00", "10/02/2023 07:36:00", "?"],
    "Có hài lòng không?": ["Rất hài lòng", "Kém", ""],
    "Họ tên": ["Nguyễn Văn A", "", ""],
    "Góp ý": ["Chờ rất lâu", "", ""],
}


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("vi")


def test_the_report_has_the_keys_of_the_contract_in_their_order() -> None:
    found = survey_check_report(survey(table(COLUMNS)))
    assert " ".join(found) == (
        "source responses submitted questions dissatisfied_responses notices"
    )
    assert " ".join(found["questions"][0]) == (
        "id column header text grid kind role answered not_stated answers levels "
        "valid satisfied neutral dissatisfied not_applicable unclassified state summary"
    )


def test_times_are_told_as_wall_clock() -> None:
    assert survey_check_report(survey(table(COLUMNS)))["submitted"] == {
        "first": "2023-02-10T07:36:00",
        "last": "2023-02-13T08:00:00",
        "missing": 1,
        "timezone": None,
    }


def test_a_rated_question_is_told_whole() -> None:
    assert survey_check_report(survey(table(COLUMNS)))["questions"][0] == {
        "id": "c1",
        "column": 1,
        "header": "Có hài lòng không?",
        "text": "Có hài lòng không?",
        "grid": None,
        "kind": "single",
        "role": "satisfaction",
        "answered": 2,
        "not_stated": 1,
        "answers": {"Rất hài lòng": 1, "Kém": 1},
        "levels": [
            {"text": "Rất hài lòng", "polarity": "satisfied", "strong": True},
            {"text": "Kém", "polarity": "dissatisfied", "strong": False},
        ],
        "valid": 2,
        "satisfied": 1,
        "neutral": 0,
        "dissatisfied": 1,
        "not_applicable": 0,
        "unclassified": 0,
        "state": "certain",
        "summary": None,
    }


@pytest.mark.parametrize(
    ("given", "answers", "summary"),
    [
        (["10", "20", "20", "5"], {"5": 1, "10": 1, "20": 2}, (15, [8.75, 20], 4)),
        (["1.500", "2,5", "", "2,5"], {"2.5": 2, "1500": 1}, (2.5, [2.5, 751.25], 3)),
        (["25 %", "50%", "25%", ""], {"25 %": 2, "50 %": 1}, (25, [25, 37.5], 3)),
        ([str(n) for n in range(101, 142)], {}, (121, [111, 131], 41)),
    ],
)
def test_numbers_are_counted_in_their_order_where_they_are_few_and_summed_up(
    given: list[str], answers: dict[str, int], summary: tuple[float, list[float], int]
) -> None:
    times = [f"{1 + at % 28:02}/02/2023 08:00:00" for at in range(len(given))]
    columns = {TIME: times, "Chờ bao nhiêu phút?": given}
    [question] = survey_check_report(survey(table(columns)))["questions"]
    assert list(question["answers"].items()) == list(answers.items())
    assert tuple(question["summary"].values()) == summary


def test_a_question_that_rates_nothing_has_no_counts_of_polarity() -> None:
    comment = survey_check_report(survey(table(COLUMNS)))["questions"][2]
    assert (comment["role"], comment["valid"], comment["unclassified"]) == ("comment", None, None)


def test_a_response_with_several_dissatisfied_answers_counts_once() -> None:
    found = survey(table({"A": ["Kém", "Tốt"], "B": ["Rất kém", "Tốt"]}))
    assert survey_check_report(found)["dissatisfied_responses"] == 1


def test_notices_are_sentences() -> None:
    notices = survey_check_report(survey(table(COLUMNS)))["notices"]
    assert {
        "code": "identity",
        "column": 2,
        "text": "Dropped because it identifies a person: Họ tên",
    } in notices


def test_no_comment_and_no_identity_is_printed() -> None:
    found = survey(table(COLUMNS))
    said = json.dumps(survey_check_report(found), ensure_ascii=False) + survey_check_text(found)
    assert "Chờ rất lâu" not in said
    assert "Nguyễn" not in said


def test_people_read_the_same_counts() -> None:
    lines = survey_check_text(survey(table(COLUMNS))).splitlines()
    assert lines[0] == "sheet: 3 responses"
    assert lines[1] == "Submitted from 07:36 on 10/02/2023 to 08:00 on 13/02/2023"


def test_people_read_how_each_answer_counts() -> None:
    assert (
        "           1  Kém (dissatisfied)" in survey_check_text(survey(table(COLUMNS))).splitlines()
    )


def of_sample(name: str) -> dict[str, Any]:
    return survey_check_report(survey(WorkbookFile(SAMPLES / KNOWN[name]["file"]).read()))


@pytest.mark.skipif(not KNOWN, reason="the real exports are not here")
@pytest.mark.parametrize("name", KNOWN or ["none"])
def test_real_forms_are_read_as_counted_by_hand(name: str) -> None:
    found, known = of_sample(name), KNOWN[name]
    assert (found["responses"], len(found["questions"])) == (
        known["responses"],
        known["columns"] - 1,
    )
    times = [known[which][:19].replace(" ", "T") for which in ("timestamp_min", "timestamp_max")]
    assert [found["submitted"]["first"], found["submitted"]["last"]] == times


@pytest.mark.skipif(not KNOWN, reason="the real exports are not here")
@pytest.mark.parametrize("name", KNOWN or ["none"])
def test_answers_of_real_forms_are_counted_as_by_hand(name: str) -> None:
    asked = {question["column"]: question for question in of_sample(name)["questions"]}
    for question in KNOWN[name]["questions"]:
        assert asked[question["index"]]["answers"] == question["counts"]

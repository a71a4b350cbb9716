from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.errors import SettingError
from lib.survey.describe.survey_description import (
    DeclaredQuestion,
    SurveyDescription,
    load_description,
    parse_description,
)
from lib.survey.model.answer_levels import Level, Polarity
from lib.survey.model.survey_form import ColumnKind, ColumnRole
from lib.wording import use_language

WHOLE = """
title = "Khảo sát"
office = "UBND xã Xuân Tây"
drop = ["Họ và  tên"]

[[questions]]
id = "thai_do"
headers = ["Thái độ mới?", "Thái độ cũ?"]
label = "Thái độ"
role = "satisfaction"
kind = "single"
levels = [
  { text = "Hài lòng", polarity = "satisfied", strong = true },
  { text = "Kém", polarity = "dissatisfied" },
]
"""


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("vi")


def test_everything_that_can_be_stated_is_read() -> None:
    levels = (
        Level("Hài lòng", Polarity.SATISFIED, strong=True),
        Level("Kém", Polarity.DISSATISFIED),
    )
    headers = ("Thái độ mới?", "Thái độ cũ?")
    asked = DeclaredQuestion(
        "thai_do", headers, "Thái độ", ColumnRole.SATISFACTION, ColumnKind.SINGLE, levels
    )
    stated = SurveyDescription("Khảo sát", "UBND xã Xuân Tây", ("Họ và tên",), (asked,))
    assert parse_description(WHOLE, "survey.toml") == stated


def test_what_is_not_stated_is_left_to_inference() -> None:
    [asked] = parse_description(
        '[[questions]]\nid = "c1"\nheader = "Câu?"', "survey.toml"
    ).questions
    assert (asked.role, asked.kind, asked.levels, asked.label) == (None, None, (), "")


def test_a_question_is_found_by_any_of_its_wordings() -> None:
    found = parse_description(WHOLE, "survey.toml").question("Thái độ cũ?")
    assert found is not None
    assert found.id == "thai_do"


def test_without_a_file_nothing_is_stated(tmp_path: Path) -> None:
    assert load_description(tmp_path / "survey.toml") == SurveyDescription()


def test_a_file_of_windows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "survey.toml"
    path.write_text('title = "Khảo sát"', encoding="utf-8-sig")
    assert load_description(path).title == "Khảo sát"


QUESTION = '[[questions]]\nid = "c1"\nheader = "Câu?"\n'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('titel = "x"', "titel in survey.toml, line 1: there is no such key"),
        ("title = 5", "title in survey.toml, line 1: must be a text in quotes"),
        ("\ndrop = [1]", "drop in survey.toml, line 2: must be a list"),
        (QUESTION + 'role = "satisfied"', "role in survey.toml, line 4: “satisfied” is none of"),
        (QUESTION + 'kind = "x"', "kind in survey.toml"),
        (QUESTION + 'levels = [{polarity = "neutral"}]', "“text” is missing"),
        (QUESTION + 'levels = [{text = "A", polarity = "good"}]', "“good” is none of satisfied"),
        (QUESTION + 'levels = [{text = "A", strong = 1}]', "strong must be true or false"),
        (QUESTION + 'levels = [{text = "A"}, {text = "a!"}]', "“a” stands twice"),
        ('[[questions]]\nheader = "Câu?"', "“id” is missing"),
        ('[[questions]]\nid = "c1"', "“header” is missing"),
        (QUESTION + QUESTION, "id in survey.toml, line 2: “c1” stands twice"),
        (QUESTION + QUESTION.replace("c1", "c2"), "header in survey.toml, line 3"),
        ("\ntitle = ", "is written wrongly in line 2"),
        ("a b", "is written wrongly in line 1"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, sentence: str) -> None:
    with pytest.raises(SettingError) as error:
        parse_description(text, "survey.toml")
    assert sentence in str(error.value)


def test_the_sentence_shows_a_right_example() -> None:
    with pytest.raises(SettingError, match='Example: role = "satisfaction"'):
        parse_description(QUESTION + 'role = "x"', "survey.toml")

"""What links name an answer by: given once, for ever, and never to another answer."""

import json
from pathlib import Path

import pytest

from lib.survey.describe.survey_description import SurveyDescription, parse_description
from lib.survey.dimensions import find_dimension
from lib.survey.history.header_likeness import answer_digest
from lib.survey.history.question_ids import QuestionIds
from lib.survey.history.question_ids_file import load_question_ids, save_question_ids
from lib.survey.responses import Responses
from lib.survey.selection import chosen_rows, selection_from_codes
from tests.lib.survey.tables import survey, table

ASKED = "Ông/Bà đến đây bằng gì?"
RATED = "Ông/Bà có hài lòng không?"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "questions.json"


def read(file: Path, given: dict[str, list[str]], described: str = "") -> Responses:
    """Return the responses as one reading has them, and keep what is to be remembered."""
    description = parse_description(described, "survey.toml") if described else SurveyDescription()
    made = survey(table(given), description=description, numbers=load_question_ids(file))
    save_question_ids(made.numbers, file)
    return made


def codes(made: Responses, asked: str = "c1") -> dict[str, str]:
    dimension = find_dimension(made, asked)
    assert dimension
    return {value.name: value.code for value in dimension.values}


def holding(made: Responses, link: str) -> set[int]:
    """Return the rows that a link's answer chooses."""
    rows = chosen_rows(made, selection_from_codes(made, None, (), [link]))
    return {at for at, chosen in enumerate(rows.tolist()) if chosen}


def test_answers_whose_codes_would_be_one_keep_their_own_whatever_order_rows_have(file):
    first = codes(read(file, {ASKED: ["Có"] * 6 + ["Cỏ"] * 7}))
    assert sorted(first.values()) == ["co", "co-2"]
    assert codes(read(file, {ASKED: ["Cỏ"] * 9 + ["Có"] * 6})) == first


def test_where_nothing_is_kept_codes_depend_neither_on_the_order_nor_on_the_number_of_rows():
    for rows in (["Có"] * 6 + ["Cỏ"] * 7, ["Cỏ"] * 6 + ["Có"] * 7, ["Cỏ", "Có"] * 6):
        assert codes(survey(table({ASKED: rows}))) == {"Cỏ": "co", "Có": "co-2"}


def test_a_code_is_never_given_to_another_answer_and_comes_back_with_its_own(file):
    assert codes(read(file, {ASKED: ["Có"] * 6 + ["Xe"] * 6}))["Có"] == "co"
    without = codes(read(file, {ASKED: ["Cỏ"] * 6 + ["Xe"] * 6}))
    assert without["Cỏ"] == "co-2"
    back = codes(read(file, {ASKED: ["Cò"] * 5 + ["Cỏ"] * 6 + ["Có"] * 6 + ["Xe"] * 6}))
    assert back == {"Có": "co", "Cỏ": "co-2", "Cò": "co-3", "Xe": "xe"}


def test_an_answer_that_became_common_later_takes_no_code_of_another(file):
    assert codes(read(file, {ASKED: ["Có"] * 6 + ["Cò"] * 4})) == {"Có": "co", "Khác": "khac"}
    assert codes(read(file, {ASKED: ["Cò"] * 5 + ["Có"] * 6})) == {"Có": "co", "Cò": "co-2"}


def test_a_level_that_is_worded_otherwise_keeps_its_code(file):
    first = read(file, {RATED: ["Hài lòng"] * 6 + ["Không hài lòng"] * 6})
    words = ["4 - Hài lòng"] * 9 + ["Hài lòng"] * 6 + ["Không hài lòng"] * 6
    again = read(file, {RATED: words})
    assert codes(first)["Hài lòng"] == codes(again)["4 - Hài lòng"] == "hai-long"
    assert holding(again, "c1.hai-long") == set(range(15))
    alone = read(file, {RATED: ["4 - Hài lòng"] * 9 + ["Không hài lòng"] * 6})
    assert codes(alone)["4 - Hài lòng"] == "hai-long"


def test_an_old_link_to_a_level_that_counts_as_another_now_leads_to_that(file):
    half = {RATED: ["Hài lòng"] * 6 + ["4 - Hài lòng"] * 7 + ["Không hài lòng"] * 6}
    kept = {"1": {answer_digest("Hài lòng"): "hai-long", answer_digest("4 - Hài lòng"): "4"}}
    read(file, half)
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | {"codes": kept}), "utf-8")
    joined = read(file, half)
    assert codes(joined)["4 - Hài lòng"] == "hai-long"
    assert holding(joined, "c1.4") == holding(joined, "c1.hai-long") == set(range(13))
    stated = f'[[questions]]\nid = "muc-do"\nheader = "{RATED}"\nrole = "satisfaction"\n'
    assert holding(read(file, half, stated), "muc-do.4") == set(range(13))


def test_answers_of_questions_that_somebody_joined_mean_what_they_meant(file):
    other = "Phương tiện đi lại của Ông/Bà"
    halves = {
        ASKED: ["Có"] * 6 + ["Xe"] * 6 + [""] * 12,
        other: [""] * 12 + ["Cỏ"] * 6 + ["Xe"] * 6,
    }
    apart = read(file, halves)
    assert (codes(apart)["Có"], codes(apart, "c2")["Cỏ"]) == ("co", "co")
    described = f'[[questions]]\nid = "c1"\nheaders = ["{ASKED}", "{other}"]\nkind = "single"\n'
    for _ in range(2):
        joined = read(file, halves, described)
        assert codes(joined) == {"Xe": "xe", "Có": "co", "Cỏ": "co-2"}
        told = [holding(joined, link) for link in ("c1.co", "c2.co", "c1.co-2", "c2.xe")]
        cow, grass = set(range(6)), set(range(12, 18))
        assert told == [cow, grass, grass, {*range(6, 12), *range(18, 24)}]
    assert codes(read(file, halves), "c2")["Cỏ"] == "co"


def test_only_answers_that_a_link_may_name_are_written(file):
    given = {
        ASKED: ["Xe buýt"] * 6 + ["Xe đạp"] * 6 + ["Ngựa của ông Tám"] * 2,
        "Gọi lại cho ai?": ["0912 345 678", "Không cần"] * 7,
        "Người tiếp nhận": ["Trần Văn Ba", "Lê Thị Tư"] * 7,
        RATED: ["Hài lòng"] * 12 + ["4 - Tốt"] * 2,
    }
    read(file, given)
    kept = file.read_text("utf-8")
    assert "xe-buyt" in kept
    assert not [word for word in ("ngua", "Ngựa", "0912", "Xe buýt", "4-tot") if word in kept]
    assert "tran-van-ba" in kept
    read(file, given, 'drop = ["Người tiếp nhận"]')
    assert "tran-van-ba" not in file.read_text("utf-8")


def test_a_file_of_before_codes_were_kept_is_read_and_one_with_them_for_ever(file):
    rows = {ASKED: ["Có"] * 6 + ["Cỏ"] * 7}
    save_question_ids(QuestionIds().assign({"sheet": [ASKED]}), file)
    kept = json.loads(file.read_text("utf-8"))
    del kept["codes"]
    file.write_text(json.dumps(kept), encoding="utf-8")
    assert sorted(codes(read(file, rows)).values()) == ["co", "co-2"]
    kept["codes"] = {"1": {"ef9125a6": "di-bo", "a5c56a0b": "tra-loi"}}
    file.write_text(json.dumps(kept), encoding="utf-8")
    assert codes(read(file, rows)) == {"Có": "di-bo", "Cỏ": "tra-loi"}

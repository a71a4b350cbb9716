import tomllib

from hypothesis import given
from hypothesis import strategies as st

from lib.survey.describe.description_edit import (
    with_dropped_columns,
    with_question,
    without_question,
)
from lib.survey.describe.survey_description import DeclaredQuestion, parse_description
from lib.survey.model.answer_levels import Level, Polarity
from lib.survey.model.survey_form import ColumnKind, ColumnRole

OWN = """\
# Bảng mô tả của văn phòng, sửa ngày 01/03/2025
title = "Khảo sát"  # tên trên mọi trang
drop = ["Họ và tên", "Số điện thoại"]

# câu quan trọng nhất
[[questions]]
id = "c1"
header = "Thái độ?"
levels = [
  { text = "Tốt", polarity = "satisfied" },   # kể cả "tốt lắm"
  { text = "Kém", polarity = "dissatisfied" },
]

[[questions]]
id = "c2"
header = "Thời gian?"
"""
GOOD, BAD = Level("Tốt", Polarity.SATISFIED), Level("Kém", Polarity.DISSATISFIED)


def test_only_what_changed_is_written():
    declared = DeclaredQuestion("c1", ("Thái độ?",), label="Thái độ", levels=(GOOD, BAD))
    was, now = OWN.splitlines(), with_question(OWN, declared).splitlines()
    assert [line for line in now if line not in was] == ['label = "Thái độ"']
    assert [line for line in was if line not in now] == []


def test_a_level_that_counts_otherwise_is_written():
    strong = Level("Tốt", Polarity.SATISFIED, strong=True)
    text = with_question(OWN, DeclaredQuestion("c1", ("Thái độ?",), levels=(strong, BAD)))
    assert parse_description(text, "survey.toml").questions[0].levels == (strong, BAD)
    assert "# câu quan trọng nhất" in text


def test_a_question_that_was_not_described_comes_last():
    declared = DeclaredQuestion("c7", ("Phí?",), role=ColumnRole.NONE, kind=ColumnKind.SINGLE)
    text = with_question(OWN, declared)
    assert text.startswith(OWN)
    assert parse_description(text, "survey.toml").questions[-1] == declared


def test_the_first_question_of_all_makes_the_file():
    declared = DeclaredQuestion("c1", ("Thái độ?",), levels=(GOOD,))
    assert parse_description(with_question("", declared), "survey.toml").questions == (declared,)


def test_questions_written_as_a_list_stay_a_list():
    text = with_question('questions = [{id = "a", header = "b"}]', DeclaredQuestion("c", ("d",)))
    assert [q.id for q in parse_description(text, "survey.toml").questions] == ["a", "c"]


def test_two_wordings_become_one_question():
    text = with_question(OWN, DeclaredQuestion("c2", ("Thời hạn?", "Thời gian?")))
    assert [q.headers for q in parse_description(text, "survey.toml").questions] == [
        ("Thái độ?",),
        ("Thời hạn?", "Thời gian?"),
    ]


def test_a_described_column_is_dropped_no_more():
    text = with_question(OWN, DeclaredQuestion("c9", ("Họ và tên",), role=ColumnRole.COMMENT))
    assert parse_description(text, "survey.toml").drop == ("Số điện thoại",)


def test_a_dropped_column_keeps_its_description():
    told = parse_description(with_dropped_columns(OWN, ("Thời gian?",)), "survey.toml")
    assert told.drop == ("Họ và tên", "Số điện thoại", "Thời gian?")
    assert [q.id for q in told.questions] == ["c1", "c2"]


def test_a_file_without_a_list_of_dropped_columns_gets_one():
    told = parse_description(
        with_dropped_columns('[[questions]]\nid = "a"\nheader = "b"\n', ("c",)), "survey.toml"
    )
    assert (told.drop, told.questions[0].id) == (("c",), "a")


def test_what_is_taken_back_is_inferred_again():
    told = parse_description(without_question(OWN, ("Thái độ?", "Họ và tên")), "survey.toml")
    assert ([q.id for q in told.questions], told.drop) == (["c2"], ("Số điện thoại",))


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20).filter(
    lambda text: text == " ".join(text.split())
)


@given(st.lists(TEXTS, min_size=1, max_size=3, unique=True), TEXTS)
def test_whatever_the_words_are_the_file_stays_toml(headers: list[str], label: str):
    text = with_dropped_columns(
        with_question(OWN, DeclaredQuestion("x", tuple(headers), label)), (label,)
    )
    content = tomllib.loads(text)
    assert content["questions"][-1]["label"] == label
    assert label in content["drop"]

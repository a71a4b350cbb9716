import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.survey.model.short_labels import distinct_labels, short_label

AT = "Thái độ của công chức tại Bộ phận Một cửa của Ủy ban nhân dân"


def labels(*texts: str) -> list[str]:
    return distinct_labels([short_label(text) for text in texts], texts)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("5/17. Thời gian chờ?", "Thời gian chờ"),
        ("Câu 3: Thái độ", "Thái độ"),
        (
            "Cơ sở vật chất, trang thiết bị nơi tiếp dân của Bộ phận Một cửa",
            "Cơ sở vật chất, trang thiết bị nơi tiếp dân…",
        ),
        ("?", "?"),
    ],
)
def test_a_label_is_short_and_ends_at_a_word(text: str, label: str) -> None:
    assert short_label(text) == label


def test_a_column_without_a_header_has_a_label_to_choose_it_by() -> None:
    assert labels("", "Thái độ", "") == [
        "(không có tiêu đề)",
        "Thái độ",
        "(không có tiêu đề) (2)",
    ]


def test_texts_that_begin_alike_are_told_by_what_follows() -> None:
    told = labels(f"{AT} xã Xuân Tây", f"{AT} xã Xuân Đông", "Phí, lệ phí")
    assert told == ["Thái độ của công … Tây", "Thái độ của công … Đông", "Phí, lệ phí"]


def test_texts_alike_in_front_and_in_the_middle_are_told_by_their_ends() -> None:
    long = "khi nộp hồ sơ tại quầy tiếp nhận và trả kết quả, lần thứ"
    told = labels(*(f"{AT} {who} {long} {n}" for who in ("xã", "tỉnh") for n in "12"))
    assert [label[-1] for label in told] == list("1212")
    assert len(set(told)) == 4


def test_a_text_that_goes_on_where_another_ends_is_told_from_it() -> None:
    assert labels(AT, f"{AT} xã") == [short_label(AT), "Thái độ của công … xã"]


def test_equal_texts_are_numbered() -> None:
    assert labels("Thái độ", "Thái độ?", "Thái độ") == ["Thái độ", "Thái độ (2)", "Thái độ (3)"]


@given(st.lists(st.text("aAbB ?…(2)", max_size=70).map(lambda text: f"{AT} {text}".strip())))
def test_no_two_labels_are_equal(texts: list[str]) -> None:
    told = labels(*texts)
    assert len({label.casefold() for label in told}) == len(texts)

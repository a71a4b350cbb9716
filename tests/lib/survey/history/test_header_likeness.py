import pytest

from lib.survey.history.header_likeness import (
    answer_digests,
    plain_wording,
    still_holds_answers,
    wordings_alike,
)


@pytest.mark.parametrize(
    "header",
    [
        "Thái độ phục vụ",
        "THÁI ĐỘ  phục vụ",
        "Thái độ phục vụ:",
        "Thái độ phục vụ *",
        "4. Thái độ phục vụ",
        "Câu 4: Thái độ phục vụ?",
        "4) thái độ phục vụ :",
    ],
)
def test_case_spaces_number_and_marks_at_the_end_make_no_other_wording(header):
    assert plain_wording(header) == "thái độ phục vụ"


def test_the_place_of_a_tone_makes_no_other_wording():
    assert plain_wording("Hoà giải") == plain_wording("Hòa giải")


def test_an_accent_or_a_word_makes_another_wording():
    assert (
        len(
            {
                plain_wording("Ấp 1"),
                plain_wording("Áp 1"),
                plain_wording("Ấp 2"),
                plain_wording("Ấp"),
            }
        )
        == 4
    )


def test_a_header_that_is_only_a_number_or_a_mark_stays_what_it_is():
    assert [
        plain_wording("Câu 1:"),
        plain_wording("2."),
        plain_wording("*"),
        plain_wording(""),
    ] == ["câu 1", "2", "*", ""]


def test_columns_of_equal_text_stay_apart():
    assert plain_wording("Câu #2") != plain_wording("Câu")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ông/Bà có hài lòng về thái độ không?", "Ông/Bà có hài lòng về thái độ phục vụ không?"),
        ("Thoi gian cho", "Thời gian chờ"),
        ("Độ tuổi", "Tuổi"),
        ("4. Thái độ phục vụ", "5. Thái độ"),
    ],
)
def test_wordings_that_share_most_words_are_alike(one, other):
    assert wordings_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ông/Bà có hài lòng về thái độ không?", "Ông/Bà có hài lòng về thời gian không?"),
        ("Thái độ của công chức", "Lệ phí của thủ tục"),
        ("Ấp", ""),
        ("Ý kiến 1", "Ý kiến 2"),
    ],
)
def test_the_polite_frame_makes_no_wordings_alike(one, other):
    assert not wordings_alike(one, other)


def test_a_digest_is_not_the_answer():
    assert answer_digests({"Hài lòng": 3}) != {"Hài lòng": 3}
    assert list(answer_digests({"Hài lòng": 3, "Kém": 1}).values()) == [3, 1]


def test_only_the_commonest_answers_are_digested():
    assert len(answer_digests({str(n): 1 for n in range(100)})) == 50


def test_a_column_holds_what_was_remembered_while_nearly_all_of_it_stands_there():
    before = answer_digests({"Có": 10, "Không": 10})
    assert still_holds_answers(answer_digests({"Có": 15, "Không": 10, "Mới": 3}), before)
    assert still_holds_answers(answer_digests({"Có": 10, "Không": 8}), before)
    assert not still_holds_answers(answer_digests({"Có": 20, "Không": 5}), before)
    assert not still_holds_answers({}, before)

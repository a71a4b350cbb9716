import pytest

from lib.survey.linear import numbered

FIVE = {str(n): n for n in range(1, 6)}


def polarities(header: str, points: dict[str, int]) -> str:
    found = numbered(header, points)
    return " ".join(f"{level.text}{level.polarity[:3]}" for level in found)


@pytest.mark.parametrize(
    "header",
    [
        "Mức độ (1: Rất không hài lòng – 5: Rất hài lòng)",
        "Chấm điểm, 5 là tốt nhất",
        "Chấm điểm, 1 là kém nhất",
        "From 1 (very poor) to 5 (excellent)",
    ],
)
def test_words_at_an_end_of_the_header_give_the_direction(header: str) -> None:
    assert polarities(header, FIVE) == "5sat 4sat 3neu 2dis 1dis"


def test_the_lowest_number_may_be_best() -> None:
    header = "Từ 1 (rất hài lòng) đến 5 (rất không hài lòng)"
    assert polarities(header, FIVE) == "1sat 2sat 3neu 4dis 5dis"


def test_words_beside_an_answer_give_the_direction() -> None:
    points = {"1": 1, "2": 2, "3 – Rất tốt": 3}
    assert polarities("Câu", points) == "3 – Rất tốtsat 2neu 1dis"


@pytest.mark.parametrize(
    "header", ["Chấm điểm từ 1 đến 5", "Câu 5: Thái độ", "1 = Minor challenge, 5 = Major challenge"]
)
def test_without_words_we_know_nothing_is_rated(header: str) -> None:
    assert set(polarities(header, FIVE).split()) == {f"{n}unc" for n in FIVE}


def test_points_that_nobody_chose_are_levels_where_the_ends_are_known() -> None:
    assert polarities("5 là tốt nhất", {"4": 4}) == "5sat 4sat 3neu 2dis 1dis"


def test_a_scale_of_even_length_has_no_middle() -> None:
    assert polarities("4 = Rất tốt", {"1": 1}) == "4sat 3sat 2dis 1dis"


def test_the_ends_are_strong() -> None:
    strong = [level.strong for level in numbered("5 là tốt nhất", FIVE)]
    assert strong == [True, False, False, False, True]

import pytest

from lib.survey.model.answer_levels import Level
from lib.survey.recognise.linear_scale import directed_levels, linear_levels

FIVE = {str(n): n for n in range(1, 6)}


def polarities(header: str, points: dict[str, int]) -> str:
    found = linear_levels(header, points)
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
    strong = [level.strong for level in linear_levels("5 là tốt nhất", FIVE)]
    assert strong == [True, False, False, False, True]


def test_somebody_who_knows_says_which_end_is_good():
    scale = linear_levels("Mức độ?", {text: int(text) for text in "15243"})
    best_last = [level.answer.name for level in directed_levels(scale, rising=False)]
    assert [level.text for level in directed_levels(scale, rising=True)] == [
        "5",
        "4",
        "3",
        "2",
        "1",
    ]
    assert [level.text for level in directed_levels(scale, rising=False)] == [
        "1",
        "2",
        "3",
        "4",
        "5",
    ]
    assert best_last == [
        "VERY_SATISFIED", "SATISFIED", "NEUTRAL", "DISSATISFIED", "VERY_DISSATISFIED",
    ]  # fmt: skip


def test_what_is_no_point_of_a_scale_stays_behind_it():
    scale = (Level("0"), Level("1"), Level("tùy lúc"))
    assert [level.text for level in directed_levels(scale, rising=True)] == ["1", "0", "tùy lúc"]


def test_words_have_no_direction():
    assert directed_levels((Level("Tốt"), Level("Kém")), rising=True) == (
        Level("Tốt"),
        Level("Kém"),
    )


@pytest.mark.parametrize(
    "header",
    [
        "Từ 1 - Rất không hài lòng đến 5 - Rất hài lòng",
        "Rất kém (1) – Rất tốt (5)",
        "1 = Sangat tidak puas, 5 = Sangat puas",
        "1 điểm: rất tệ; 5 điểm: rất tốt",
        "Mức độ hài lòng (1 là thấp nhất, 5 là cao nhất)",
        "Mức độ phiền hà (1 là cao nhất, 5 là thấp nhất)",
    ],
)
def test_end_labels_are_written_in_many_ways(header: str) -> None:
    assert polarities(header, FIVE) == "5sat 4sat 3neu 2dis 1dis"


def test_the_highest_of_something_nobody_called_good_says_nothing() -> None:
    assert set(polarities("5 là cao nhất", FIVE).split()) == {f"{n}unc" for n in FIVE}


def test_more_stars_are_better() -> None:
    assert polarities("Câu", {"5 sao": 5, "1 sao": 1}) == "5 saosat 4sat 3neu 2dis 1 saodis"
    assert polarities("Câu", {"★★": 2, "★": 1}) == "★★sat ★dis"


def test_one_named_point_is_the_end_that_it_is_nearer_to() -> None:
    points = {"2": 2, "3": 3, "4": 4}
    assert polarities("2 = Rất tốt", points) == "1sat 2sat 3neu 4dis 5dis"
    assert polarities("3 = Rất tốt", {"2": 2}) == "3sat 2neu 1dis"

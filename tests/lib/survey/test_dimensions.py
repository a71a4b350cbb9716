"""By what responses can be told apart beside place and sector, counted by hand."""

import dataclasses

import pytest

from lib.errors import LinkError
from lib.survey.dimensions import dimension_names, find_dimension
from lib.survey.model.dimension import Dimension, DimensionValue, unused_code
from lib.survey.selection import Selection, chosen_rows, selection_from_codes
from tests.lib.survey.tables import survey, table

SEX = ["Nam", "Nữ"] * 10
AGE = ["Dưới 18", *["18-30"] * 9, *["Trên 60"] * 6, *["31-60"] * 4]
HEARD = [*["Loa"] * 6, *["Loa, Zalo"] * 6, *["Zalo"] * 5, "Khác: bạn kể", "Cháu tôi nói", "Zalo"]
MADE = survey(
    table(
        {
            "Giới tính": SEX,
            "Tuổi của Ông/Bà": AGE,
            "Biết qua đâu?": HEARD,
            "Ông/Bà có hài lòng không?": ["Hài lòng"] * 18 + ["Không hài lòng"] * 2,
            "Ý kiến khác": [f"Tôi nghĩ {at} điều" for at in range(20)],
        }
    )
)
NAMES = {name: code for code, name in dimension_names(MADE).items()}


def dimension(name: str) -> Dimension:
    found = find_dimension(MADE, NAMES[name])
    assert found
    return found


def n(name: str, *codes: str) -> int:
    """Return how many responses are chosen by these values."""
    return int(chosen_rows(MADE, Selection().choosing(NAMES[name], codes)).sum())


def test_every_closed_question_tells_responses_apart_and_no_comment_does():
    assert list(NAMES) == [
        "Giới tính",
        "Tuổi của Ông/Bà",
        "Biết qua đâu",
        "Ông/Bà có hài lòng không",
    ]


def test_several_values_are_or_and_several_dimensions_and():
    assert (n("Giới tính", "nam"), n("Giới tính", "nam", "nu")) == (10, 20)
    chosen = Selection().choosing(NAMES["Giới tính"], ["nu"])
    chosen = chosen.choosing(NAMES["Tuổi của Ông/Bà"], ["tren-60"])
    assert chosen_rows(MADE, chosen).sum() == 3


def test_what_fewer_than_five_answered_is_named_by_no_link():
    values = dimension("Tuổi của Ông/Bà").values
    assert [(value.code, value.name) for value in values] == [
        ("18-30", "18-30"),
        ("tren-60", "Trên 60"),
        ("khac", "Khác"),
    ]
    assert n("Tuổi của Ông/Bà", "khac") == 5


def test_what_leaders_alone_may_read_is_named_by_no_link_however_many_gave_it():
    said = ["Hộ tịch", "Gọi lại số 0912 345 678", "Cán bộ vòi tiền"]
    made = survey(table({"Việc gì?": said * 8, "Giới tính": ["Nam", "Nữ", "Nữ"] * 8}))
    asked = next(code for code, name in dimension_names(made).items() if name == "Việc gì")
    found = find_dimension(made, asked)
    assert found
    assert [value.name for value in found.values] == ["Hộ tịch", "Khác"]
    assert chosen_rows(made, Selection().choosing(asked, ("khac",))).sum() == 16


def test_a_response_is_in_each_option_that_it_chose():
    heard = dimension("Biết qua đâu")
    assert [value.code for value in heard.values] == ["loa", "zalo", "khac"]
    assert [n("Biết qua đâu", code) for code in ("loa", "zalo", "khac")] == [12, 12, 2]
    assert n("Biết qua đâu", "loa", "zalo") == 18
    assert heard.is_several


def test_a_level_of_a_scale_is_named_however_few_chose_it():
    assert n("Ông/Bà có hài lòng không", "khong-hai-long") == 2


def test_a_command_names_answers_as_links_do():
    chosen = selection_from_codes(MADE, None, [], [f"{NAMES['Giới tính']}.nam"])
    assert chosen == Selection().choosing(NAMES["Giới tính"], ["nam"])
    assert chosen == selection_from_codes(MADE, None, [], [f"{NAMES['Giới tính'].upper()}.Nam"])
    with pytest.raises(LinkError, match=r"c1\.khong-co"):
        selection_from_codes(MADE, None, [], ["c1.khong-co"])


def test_what_does_not_exist_holds_nothing():
    assert chosen_rows(MADE, Selection().choosing("c99", ["nam"])).sum() == 0
    assert n("Giới tính", "co-gi-do") == 0


def test_a_dimension_from_elsewhere_is_one_like_any_other():
    themes = Dimension(
        "chu-de", "Chủ đề", (DimensionValue("cho-lau", "Chờ lâu"),), MADE.sheet, ((0,),)
    )
    given = dataclasses.replace(MADE, added=(themes,))
    assert dimension_names(given)["chu-de"] == "Chủ đề"
    assert chosen_rows(given, Selection().choosing("chu-de", ["cho-lau"])).sum() == 20


def test_groups_are_kept_in_the_smallest_type_that_holds_them():
    assert dimension("Giới tính").groups.dtype == "int8"


@pytest.mark.parametrize(
    ("slugs", "codes"),
    [
        (["xa", "xa", "xa"], ["xa", "xa-2", "xa-3"]),
        (["khac"], ["khac-2"]),
        (["", "", "2"], ["tra-loi", "tra-loi-2", "2"]),
        (["a" * 60, "a" * 60], ["a" * 40, "a" * 35 + "-2"]),
    ],
)
def test_a_code_is_short_and_no_others(slugs, codes):
    used: list[str] = []
    for slug in slugs:
        used.append(unused_code(slug, used))
    assert used == codes

import pytest

from lib.survey.model.survey_form import ColumnKind
from lib.survey.recognise.column_kind import column_kind, scale_points
from lib.survey.table.coded_column import code_column


def of(header: str, *cells: object) -> ColumnKind:
    return column_kind(header, code_column(list(cells)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("expected", "cells"),
    [
        (ColumnKind.SCALE, (1, 5, "3", 4.0)),
        (ColumnKind.SCALE, ("1 – Không hề", 2, 3, "5 – Hoàn toàn")),
        (ColumnKind.NUMBER, (1, 2, 11, 40)),
        (ColumnKind.NUMBER, ("75 %", "80 %")),
        (ColumnKind.DATE, ("01/02/2023", "13/05/2023")),
        (ColumnKind.TIME, ("08:30", "09:15")),
        (ColumnKind.FILE, ("https://drive.google.com/open?id=a",)),
        (ColumnKind.SINGLE, ("Trực tiếp", "Trực tuyến", "Trực tiếp", "Trực tuyến")),
        (ColumnKind.TEXT, ("Chờ lâu", "Cần thêm ghế", "Rất ổn")),
        (ColumnKind.OTHER, ("", None)),
    ],
)
def test_cells_tell_their_kind(expected: ColumnKind, cells: tuple[object, ...]) -> None:
    assert of("Câu hỏi", *cells) is expected


def test_small_numbers_are_no_scale_where_a_number_is_asked() -> None:
    assert of("Nhà có bao nhiêu người?", 3, 4, 3) is ColumnKind.NUMBER


def test_what_recurs_below_a_comment_header_is_still_text() -> None:
    cells = ["Không có ý kiến"] * 20 + ["Cảm ơn"] * 3 + ["Cần nhanh hơn"]
    assert of("Ý kiến góp ý", *cells) is ColumnKind.TEXT


def test_an_empty_comment_column_is_text() -> None:
    assert of("Ý kiến góp ý", "", "") is ColumnKind.TEXT


def test_commas_inside_the_options_make_no_list() -> None:
    cells = ["Có, thường xuyên", "Có, một vài lần", "Không"] * 4
    assert of("Đã dùng chưa?", *cells) is ColumnKind.SINGLE


def test_points_of_a_scale_are_its_numbers() -> None:
    assert scale_points("Điểm", code_column(["4", "4,0", "5 – rất"])) == {
        "4": 4,
        "4,0": 4,
        "5 – rất": 5,
    }


def test_a_list_of_numbers_is_no_number() -> None:
    assert of("Câu", "1,2,3", "1,3", "2,3,4") is not ColumnKind.NUMBER


@pytest.mark.parametrize("cells", [("1.234,5", "98,2"), ("1,234.5", "0.5"), ("10 %", "75%")])
def test_numbers_are_written_in_many_ways(cells: tuple[str, ...]) -> None:
    assert of("Câu", *cells) is ColumnKind.NUMBER


def test_what_people_wrote_below_other_does_not_open_a_closed_question() -> None:
    cells = ["Trực tiếp"] * 3 + ["Khác: nhờ con", "Khác: qua bưu điện", "Khác: qua trưởng ấp"]
    assert of("Cách nộp", *cells) is ColumnKind.SINGLE


@pytest.mark.parametrize("cells", [("1st", "2nd", "3rd"), ("Hạng 1", "Hạng 3"), ("Thứ 2", "Thứ 1")])
def test_ranks_are_chosen(cells: tuple[str, ...]) -> None:
    assert of("Xếp hạng [Thái độ]", *cells) is ColumnKind.SINGLE


def test_who_does_not_know_leaves_the_others_their_scale() -> None:
    assert of("Chấm điểm", 1, 4, 5, "Không biết", "N/A") is ColumnKind.SCALE


@pytest.mark.parametrize(
    "cells",
    [
        ("1 – Không hề", "2 – Ít", "3 – Vừa", "5 – Hoàn toàn"),
        ("5 sao", "4 sao"),
        ("★★★★★", "★★★★"),
    ],
)
def test_points_may_be_written_in_words(cells: tuple[str, ...]) -> None:
    assert of("Câu", *cells) is ColumnKind.SCALE


def test_numbered_options_are_no_scale() -> None:
    cells = ["1. Trực tiếp", "2. Trực tuyến", "3. Bưu điện"] * 3
    assert of("Cách nộp", *cells) is ColumnKind.SINGLE


def test_sentences_that_many_repeat_are_still_comments() -> None:
    said = [f"Ý {n}, cần thêm {n % 7}, nhanh {n % 5}" for n in range(20)] * 3
    assert of("Ý kiến góp ý", *said) is ColumnKind.TEXT


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Đã nộp trực tuyến", ColumnKind.NUMBER),
        ("Số trẻ em", ColumnKind.NUMBER),
        ("Nhân khẩu", ColumnKind.NUMBER),
        ("Mức độ hài lòng", ColumnKind.SCALE),
    ],
)
def test_zeros_and_ones_are_a_scale_only_where_a_rating_is_asked_for(header, kind):
    assert of(header, 0, 1, 1, 0) is kind


def test_a_list_of_microsoft_is_known_by_its_end():
    cells = ["Một cửa ;", "Một cửa ;Zalo ;"] * 4
    assert of("Kênh nào?", *cells) is ColumnKind.MULTIPLE

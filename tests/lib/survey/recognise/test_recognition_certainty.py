import pytest

from lib.survey.describe.survey_description import DeclaredQuestion
from lib.survey.model.survey_form import Certainty, ColumnRole
from lib.survey.recognise.column_meaning import understand_column
from lib.survey.table.coded_column import code_column


def of(header: str, *cells: object, declared: DeclaredQuestion | None = None) -> str:
    return understand_column(header, code_column(list(cells)), declared).certainty.value  # type: ignore[arg-type]


WISHES = ["Cần thêm ghế", "Mở cửa sớm hơn", "Chờ lâu quá", "Cảm ơn"]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Câu", ["Hài lòng", "Kém"] * 3),
        ("Chấm điểm, 5 là tốt nhất", [4, 5]),
        ("Họ và tên", ["Lê A", "Trần B"]),
        ("Ấp/khu vực", ["Ấp 1", "Ấp 2"]),
        ("Ý kiến góp ý", [*WISHES, *["Không có ý kiến"] * 9]),
        ("Cách nộp", ["Trực tiếp", "Trực tuyến"] * 5),
        ("Ngày nộp", ["01/02/2023", "13/05/2023"]),
    ],
)
def test_header_and_answers_that_say_the_same_are_certain(header: str, cells: list[object]) -> None:
    assert of(header, *cells) == "certain"


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Bến xe nào?", ["A12", "B7"]),
        ("Vật dụng", ["A", "B", "A, B", "B, C", "A, C", "C"]),
        ("Cách nộp", ["Trực tiếp"] * 8 + ["Trực tuyến"] * 8 + ["Nhờ con", "Qua bưu điện"]),
        ("Câu", ["", ""]),
    ],
)
def test_what_the_answers_alone_suggest_is_likely(header: str, cells: list[object]) -> None:
    assert of(header, *cells) == "likely"


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Chấm điểm", [1, 5]),  # which end is good?
        ("Câu", ["Hài lòng", "Hài lòng", "Tàm tạm"]),  # one answer nobody classified
        ("Thông tin", ["a@example.org", "b@example.org"]),  # an identity by its content alone
        ("Ý kiến góp ý", ["Không"] * 9 + ["Có"] * 9 + WISHES),  # is it closed?
    ],
)
def test_what_could_as_well_be_something_else_is_doubtful(header: str, cells: list[object]) -> None:
    assert of(header, *cells) == "doubtful"


def test_what_somebody_stated_is_declared() -> None:
    stated = DeclaredQuestion("c1", ("Câu",), role=ColumnRole.COMMENT)
    assert of("Câu", "Hài lòng", "Lạ", declared=stated) == "declared"


def test_a_label_alone_states_nothing() -> None:
    stated = DeclaredQuestion("c1", ("Câu",), label="Chấm điểm")
    assert of("Câu", 1, 5, declared=stated) == Certainty.DOUBTFUL

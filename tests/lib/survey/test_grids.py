from lib.survey.grids import split, stems


def test_a_stem_that_columns_share_is_a_grid() -> None:
    assert stems(["Đánh giá [Phòng]", "Đánh giá [Ghế]", "Góp ý"]) == {"Đánh giá"}


def test_brackets_that_merely_occur_are_no_grid() -> None:
    assert stems(["Chi phí [đồng]", "Câu [a] và b", "Câu [a] và c"]) == frozenset()


def test_a_header_splits_into_stem_and_row() -> None:
    assert split("Đánh giá: [Phòng [A]]") == ("Đánh giá:", "Phòng [A]")
    assert split("Góp ý") == ("Góp ý", "")

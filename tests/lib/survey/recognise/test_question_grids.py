from lib.survey.model.survey_form import ColumnRole
from lib.survey.recognise.question_grids import grid_stems, pool_same_scale, split_grid_header
from lib.survey.table.coded_column import code_column
from tests.lib.survey.tables import survey, table


def test_a_stem_that_columns_share_is_a_grid() -> None:
    assert grid_stems(["Đánh giá [Phòng]", "Đánh giá [Ghế]", "Góp ý"]) == {"Đánh giá"}


def test_brackets_that_merely_occur_are_no_grid() -> None:
    assert grid_stems(["Chi phí [đồng]", "Câu [a] và b", "Câu [a] và c"]) == frozenset()


def test_a_header_splits_into_stem_and_row() -> None:
    assert split_grid_header("Đánh giá: [Phòng [A]]") == ("Đánh giá:", "Phòng [A]")
    assert split_grid_header("Góp ý") == ("Góp ý", "")


def test_rows_that_share_an_answer_share_their_scale() -> None:
    room, chairs = code_column(["Tốt", "Bình thường"]), code_column(["Bình thường", ""])
    cost = code_column(["5", "7"])
    alike = pool_same_scale([room, chairs, cost])
    assert [set(one.texts) for one in alike] == [{"Tốt", "Bình thường"}] * 2 + [{"5", "7"}]


def test_rows_share_their_scale_through_a_third() -> None:
    rows = [code_column(["1", "2"]), code_column(["4", "5"]), code_column(["2", "4"])]
    assert {one.texts for one in pool_same_scale(rows)} == {("1", "2", "4", "5")}


def test_a_row_answered_with_the_middle_alone_is_rated_like_the_others() -> None:
    found = survey(table({"Câu [A]": ["Tốt", "Kém"], "Câu [B]": ["Trung bình"] * 2})).form
    assert [q.role for q in found.questions] == [ColumnRole.SATISFACTION] * 2
    assert found.questions[1].answers == (("Trung bình", 2),)


def test_a_complaint_among_the_rows_is_turned_alone() -> None:
    rows = {"Ý kiến [Dễ hiểu]": ["Đồng ý", "Không đồng ý"], "Ý kiến [Phiền hà]": ["Đồng ý"] * 2}
    easy, harm = survey(table(rows)).form.questions
    assert (easy.levels[0].text, harm.levels[0].text) == ("Đồng ý", "Không đồng ý")


def test_the_row_of_a_grid_asks_for_no_place() -> None:
    rows = {"Cơ quan nào? [Xã]": ["Có", "Không"] * 3, "Cơ quan nào? [Tỉnh]": ["Có", "Không"] * 3}
    assert [q.role for q in survey(table(rows)).form.questions] == [ColumnRole.NONE] * 2

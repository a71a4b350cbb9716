import gc
import unicodedata
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.errors import NoTimeColumnError
from lib.source_table import CellValue, SourceTable
from lib.survey.model.answer_levels import Answer
from lib.survey.responses import Responses
from lib.survey.survey_reading import identity_positions
from tests.lib.survey.tables import TIME, survey, table

ANSWERS = ("Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Không có ý kiến", "")


def form(answers: Sequence[CellValue], **more: Sequence[CellValue]) -> SourceTable:
    return table({"Ông/Bà có hài lòng không?": answers, **more})


def counts(responses: Responses) -> list[int]:
    return np.bincount(responses.answers[0], minlength=len(Answer)).tolist()


def test_each_answer_counts_as_its_level() -> None:
    found = survey(form(["Rất hài lòng", "Kém", "", "Không có ý kiến"]))
    assert found.answers.tolist() == [
        [Answer.VERY_SATISFIED, Answer.DISSATISFIED, Answer.NOT_STATED, Answer.NOT_APPLICABLE]
    ]
    assert found.levels.tolist() == [[0, 1, -1, 2]]


def test_only_rated_questions_have_answers_in_the_forms_order() -> None:
    found = survey(table({"A": ["Kém"], "Tuổi": [40], "B": ["Tốt"]}))
    assert [q.text for q in found.form.rated] == ["A", "B"]
    assert found.answers.tolist() == [[Answer.DISSATISFIED], [Answer.SATISFIED]]


def test_a_form_without_ratings_has_none() -> None:
    assert survey(table({"Tuổi": [40, 41]})).answers.shape == (0, 2)


def test_a_form_that_nobody_filled_in_is_read() -> None:
    found = survey(table({"Câu": [], "Xã": [], "Góp ý": []}))
    assert (found.n, found.communes, len(found.comments[0])) == (0, (), 0)


def test_places_sectors_and_comments_of_a_response_stand_in_its_row() -> None:
    columns = {
        "Xã/phường": ["Xã Xuân Tây", "Xã Bảo Bình"],
        "Ấp": ["Ấp 7", ""],
        "Lĩnh vực": ["", "Hộ tịch"],
        "Góp ý": ["Chờ lâu", ""],
    }
    found = survey(table(columns))
    assert [found.communes[code].code for code in found.commune] == ["xuan-tay", "bao-binh"]
    assert found.hamlets[found.hamlet[0]].code == "xuan-tay.ap-7"
    assert (found.hamlet[1], found.sector.tolist()) == (-1, [-1, 0])
    assert found.comments[0].to_pylist() == ["Chờ lâu", None]


def test_a_sheet_may_serve_one_commune() -> None:
    one = table({"Câu": ["Tốt"]}, source="one", commune="Xã Xuân Tây")
    two = table({"Câu": ["Tốt"]}, source="two", commune="Xã Bảo Bình")
    found = survey(one, two)
    assert [found.communes[code].code for code in found.commune] == ["xuan-tay", "bao-binh"]


def test_sections_that_branch_share_one_hamlet() -> None:
    columns = {"Ấp của xã A": ["Ấp 1", ""], "Ấp của xã B": ["", "Ấp 2"]}
    found = survey(table(columns))
    assert [found.hamlets[code].name for code in found.hamlet] == ["Ấp 1", "Ấp 2"]


def test_responses_stand_in_the_order_of_sheets_and_rows() -> None:
    one = table({TIME: ["14/02/2023 08:00:00", "13/02/2023 08:00:00"], "A": ["x", "y"]}, "one")
    two = table({TIME: ["15/01/2023 08:00:00"], "A": ["z"]}, "two")
    found = survey(one, two)
    assert [str(day)[:10] for day in found.submitted] == ["2023-02-14", "2023-02-13", "2023-01-15"]
    assert found.sheet.tolist() == [0, 0, 1]


def test_a_sheet_tells_what_it_gave() -> None:
    found = table({TIME: ["13/02/2023 08:00:00", "", "?"], "A": ["x", "", "y"]})
    [sheet] = survey(found).sheets
    assert (sheet.kept, sheet.blank, sheet.without_time) == (2, 1, 1)


def test_the_zone_of_the_spreadsheet_counts_before_that_of_its_texts() -> None:
    cells = {TIME: ["2023/02/13 8:00:00 AM GMT+3"], "A": ["x"]}
    stated = survey(table(cells, timezone="Asia/Ho_Chi_Minh"))
    assert stated.sheets[0].timezone == "Asia/Ho_Chi_Minh"
    assert survey(table(cells)).sheets[0].timezone == "+03:00"


def test_what_is_no_form_is_refused() -> None:
    with pytest.raises(NoTimeColumnError):
        survey(SourceTable("s", "s", ("A",), (["x"],)))


PRIVATE = {
    "Họ và tên": ["Nguyễn Văn A", "Trần Thị B"],
    "Liên hệ": ["a@example.org", "b@example.org"],
    "Câu": ["Tốt", "Kém"],
}


def test_the_columns_that_identify_are_known() -> None:
    found = table(PRIVATE)
    assert identity_positions(found, survey(found)) == {1, 2}


def test_no_answer_that_identifies_stays() -> None:
    responses = survey(table(PRIVATE))
    kept = repr(reachable(responses))
    assert "Nguyễn" not in kept
    assert "example.org" not in kept


def test_without_its_identity_columns_a_table_reads_equal() -> None:
    whole = table(PRIVATE)
    first = survey(whole)
    again = survey(whole.without(identity_positions(whole, first)))
    assert again.answers.tolist() == first.answers.tolist()
    assert [(q.id, q.kind, q.role) for q in again.form.questions] == [
        (q.id, q.kind, q.role) for q in first.form.questions
    ]


def reachable(thing: object) -> list[object]:
    found, waiting = {id(thing): thing}, [thing]
    while waiting:
        for other in gc.get_referents(waiting.pop()):
            if id(other) not in found and not isinstance(other, type):
                found[id(other)] = other
                waiting.append(other)
    return list(found.values())


def test_no_list_and_no_array_of_objects_hangs_on_the_responses() -> None:
    cells = {"Câu": ["Tốt", "Kém"], "Góp ý": ["Chờ lâu", ""], "Xã": ["Xuân Tây", "Bảo Bình"]}
    responses = survey(table(cells))
    held = [thing for thing in reachable(responses) if isinstance(thing, list | np.ndarray)]
    assert all(isinstance(thing, np.ndarray) and thing.dtype != object for thing in held)
    assert all(isinstance(comments, pa.Array) for comments in responses.comments)


@settings(deadline=None)
@given(st.lists(st.sampled_from(ANSWERS), min_size=1), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_count(answers: list[str], random: object) -> None:
    shuffled = list(answers)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = survey(form(answers)).form, survey(form(shuffled)).form
    assert one.questions[0].answers == other.questions[0].answers


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ANSWERS), st.booleans()), min_size=1))
def test_composed_and_decomposed_letters_count_the_same(answers: list[tuple[str, bool]]) -> None:
    plain = [text for text, _ in answers]
    mixed = [unicodedata.normalize("NFD" if apart else "NFC", text) for text, apart in answers]
    assert survey(form(mixed)).form.questions == survey(form(plain)).form.questions


@settings(deadline=None)
@given(st.lists(st.sampled_from(ANSWERS), min_size=1), st.integers(0, 5))
def test_blank_rows_change_no_count(answers: list[str], blank: int) -> None:
    whole = form(answers)
    padded = SourceTable("s", "s", whole.headers, tuple([*c, *[""] * blank] for c in whole.columns))
    assert survey(padded).form.questions[0].answers == survey(whole).form.questions[0].answers

"""How answers in words count by their header, or that it is to be confirmed; judged by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.survey.model.answer_levels import Polarity
from lib.survey.model.survey_form import ColumnRole
from lib.survey.recognise.column_meaning import NEVER_READ, KnownBefore, understand_column
from lib.survey.table.coded_column import code_column

_SIGNS = {Polarity.SATISFIED: "+", Polarity.NEUTRAL: "o", Polarity.DISSATISFIED: "-"}


def counted(header: str, *answers: str, before: KnownBefore = NEVER_READ) -> str:
    """Return how each answer counts, in their order; the role where they count nothing."""
    cells = [text for at, text in enumerate(answers) for _ in range(9 - at)]
    found = understand_column(header, code_column(list(cells)), before=before)
    if found.role is not ColumnRole.SATISFACTION:
        return found.role.value
    polarity = {level.text: level.polarity for level in found.levels}
    return "".join(_SIGNS.get(polarity[text], "?") for text in answers)


PAIR = ("Có", "Không")
FIVE = ("1", "2", "3", "4", "5")


@pytest.mark.parametrize(
    ("header", "signs"),
    [
        ("Hồ sơ thường bị trễ (1: Hoàn toàn không đồng ý – 5: Hoàn toàn đồng ý)", "++o--"),
        ("The process is slow (1 = strongly disagree, 5 = strongly agree)", "++o--"),
        ("Mức độ đồng ý [Phải chờ lâu] (1 = rất không đồng ý; 5 = rất đồng ý)", "++o--"),
        ("Cán bộ thân thiện (1: Hoàn toàn không đồng ý – 5: Hoàn toàn đồng ý)", "--o++"),
        ("Xã giảm phiền hà (1: Hoàn toàn không đồng ý – 5: Hoàn toàn đồng ý)", "undecided"),
        ("Mức độ phiền hà từ 1 (thấp nhất) đến 5 (cao nhất)", "++o--"),
    ],
)
def test_points_of_agreement_mean_what_the_statement_says(header, signs):
    assert counted(header, *FIVE) == signs


def test_points_worded_at_their_ends_mean_what_the_statement_says():
    ends = ("1 - Hoàn toàn không đồng ý", "2", "3", "4", "5 - Hoàn toàn đồng ý")
    assert counted("Cán bộ hách dịch", *ends) == "++o--"
    assert counted("Chung", "1 (Rất hài lòng)", "2", "3", "4", "5 (Rất không hài lòng)") == "++o--"


@pytest.mark.parametrize(
    "header",
    [
        "Ông/Bà có biết quy định về trả kết quả đúng hẹn không?",
        "Ông/Bà có biết đường dây nóng phản ánh nhũng nhiễu không?",
        "Ông/Bà có tố cáo khi bị vòi vĩnh không?",
        "Khi hồ sơ trễ hẹn có nhận được thông báo không?",
        "Ông/Bà có được cán bộ xin lỗi khi trễ hẹn không?",
        "Do you know how to report corruption?",
        "Have you ever reported a bribe?",
        "Ông/Bà có gặp cán bộ nào không nhiệt tình không?",
    ],
)
def test_a_yes_to_what_somebody_knows_or_does_is_no_verdict(header):
    assert counted(header, *PAIR) in ("none", "undecided")


@pytest.mark.parametrize(
    ("header", "signs"),
    [
        ("Cán bộ có quát nạt dân không?", "-+"),
        ("Cán bộ có lạm thu không?", "-+"),
        ("Ông/Bà có phải nhờ cò không?", "-+"),
        ("Hồ sơ của Ông/Bà có bị trả lại không?", "-+"),
        ("Were staff unhelpful?", "-+"),
        ("Was the office clean?", "+-"),
    ],
)
def test_a_yes_counts_where_the_question_is_understood_whole(header, signs):
    answers = PAIR if "?" in header and header[0] not in "W" else ("Yes", "No")
    assert counted(header, *answers) == signs


@pytest.mark.parametrize(
    ("header", "answers", "signs"),
    [
        ("Hướng dẫn", ("Rất rõ", "Rõ", "Không rõ"), "++-"),
        ("Cán bộ", ("😀", "🙂", "😐", "🙁", "😡"), "++o--"),
        ("Cán bộ", ("★★★★★", "★★★★☆", "★★★☆☆", "★★☆☆☆", "★☆☆☆☆"), "++o--"),
        ("Cán bộ", ("5 ⭐", "4 ⭐", "3 ⭐", "2 ⭐", "1 ⭐"), "++o--"),
        ("Chung", ("Hài lòng - Satisfied", "Không hài lòng - Dissatisfied"), "+-"),
        ("Chung", ("Hài lòng", "Hài lòng (trừ phòng chờ)", "Không hài lòng"), "undecided"),
        ("Chung", ("Tốt / chưa tốt ở khâu trả", "Tốt", "Kém"), "undecided"),
        ("Tốc độ nói của cán bộ", ("Quá nhanh", "Vừa phải", "Quá chậm"), "undecided"),
        ("Cán bộ", ("Không hách dịch lắm", "Hách dịch", "Không hách dịch"), "undecided"),
        ("Mức độ hiểu biết về dịch vụ công", ("Rất rõ", "Rõ", "Không rõ"), "undecided"),
    ],
)
def test_a_scale_counts_where_every_level_takes_one_side(header, answers, signs):
    assert counted(header, *answers) == signs


_MADE_UP = st.text("bcdghklmnt", min_size=3, max_size=6).map(lambda word: f"{word}ung")


@given(_MADE_UP, st.sampled_from(("Không {}", "Rất {}", "Khá {}", "{} lắm")))
def test_a_made_up_adjective_is_never_counted_the_wrong_way(adjective, form):
    """Nothing says whether it is good, so it is asked; "chưa" says that it is wanted."""
    levels = (form.format(adjective).capitalize(), adjective.capitalize())
    assert counted("Cán bộ", *levels) in ("none", "undecided")
    assert counted("Cán bộ", *levels, f"Chưa {adjective}") in ("-+-", "++-", "undecided")


@pytest.mark.parametrize(
    ("header", "answers", "signs"),
    [
        ("Hồ sơ thường bị trễ (1: không đồng ý – 5: đồng ý)", FIVE, "--o++"),
        ("Cán bộ", ("★★★★★", "★★★★☆", "★★★☆☆", "★★☆☆☆", "★☆☆☆☆"), "undecided"),
    ],
)
def test_a_source_read_before_counts_as_it_did_and_asks_for_more(header, answers, signs):
    assert counted(header, *answers, before=KnownBefore(former=True)) == signs

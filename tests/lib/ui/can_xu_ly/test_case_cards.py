from lib.followup.case_events import Case, CaseState
from lib.followup.case_item import CaseItem
from lib.survey.dissatisfied_answers import read_dissatisfied
from lib.ui.can_xu_ly.case_cards import CaseCard, case_cards
from tests.building import named, parsed, responses, words

FORM = """
Dấu thời gian,Ông/Bà có hài lòng không?,Thủ tục có dễ hiểu không?,Xã,Ấp,Lĩnh vực,Góp ý
10/11/2022 08:05:00,Rất không hài lòng,Hài lòng,Xã Xuân Tây,Ấp 7,Đất đai,<script>x</script>
,Không hài lòng,Không hài lòng,,,,
"""
MADE = responses(FORM)


def card(position: int, **more: object) -> str:
    return _cards(FORM, position, **more)


def _cards(form: str, position: int, **more: object) -> str:
    made = responses(form)
    return case_cards(
        CaseCard(CaseItem(response, **more)) for response in read_dissatisfied(made, [position])
    )


def test_a_case_tells_the_day_without_minutes_the_place_the_answers_and_the_sector():
    assert [words(part) for part in named(card(0), "x-when")] == ["10/11/2022"]
    assert [words(part) for part in named(card(0), "x-chip")] == [
        "Ông/Bà có hài lòng không? Rất không hài lòng"
    ]
    assert words(named(card(0), "x-meta")[0]) == "Xuân Tây · Ấp 7 · Đất đai"


def test_two_communes_of_one_name_are_told_apart_by_the_day_of_the_newer():
    form = FORM.replace("Xã Xuân Tây", "Xã Xuân Đông")
    later = "10/11/2025 08:05:00,Không hài lòng,Hài lòng,Xã Xuân Đông,,,\n"
    places = [words(named(_cards(form + later, at), "x-meta")[0]) for at in (0, 2)]
    assert places == ["Xuân Đông · Ấp 7 · Đất đai", "Xuân Đông (từ 01/07/2025)"]


def test_a_question_whose_name_is_cut_opens_whole_beside_its_answer():
    whole = "Ông/Bà có hài lòng về thái độ công chức tại Bộ phận Một cửa khi nhận hồ sơ không?"
    form = FORM.replace("Ông/Bà có hài lòng không?", whole) + ",Hài lòng,Hài lòng,,,,\n"
    [chip] = named(_cards(form, 0), "x-chip")
    [opens] = chip.iter("details")
    assert "…" in words(chip)
    assert words(opens).endswith(whole)
    assert list(named(card(0), "x-chip")[0].iter("details")) == []


def test_a_comment_is_text_whatever_it_holds():
    assert "&lt;script&gt;x&lt;/script&gt;" in card(0)


def test_what_is_missing_is_said_or_left_out():
    assert words(named(card(1), "x-when")[0]).strip() == "không rõ thời gian"
    assert words(named(card(1), "x-comment")[0]) == "Không ghi ý kiến góp ý."
    assert named(card(1), "x-meta") == []


def test_a_strong_answer_makes_a_strong_case():
    assert len(named(card(0), "x-strong")) == 1
    assert named(card(1), "x-strong") == []


def test_cases_stand_in_the_order_given():
    cards = parsed(
        case_cards(CaseCard(CaseItem(response)) for response in read_dissatisfied(MADE, [1, 0]))
    )
    assert [words(part)[:5] for part in cards.iter("div") if part.get("class") == "x-when"] == [
        "không", "10/11",
    ]  # fmt: skip


def test_an_overdue_case_says_so_first_and_keeps_its_state():
    late = card(0, case=Case("a", CaseState.WORKING), tracked=True, left=-3)
    assert words(named(late, "x-when")[0]) == "Quá hạn 3 ngày làm việcĐang xử lý"
    assert len(named(late, "x-overdue")) == 1


def test_a_case_in_time_says_its_state_first_and_the_days_left():
    early = card(0, case=Case("a"), tracked=True, left=2)
    assert words(named(early, "x-when")[0]) == "Mớicòn 2 ngày làm việc"
    assert "phụ trách: chưa phân công" in early


def test_a_held_case_tells_nothing_but_that_there_is_one():
    (response,) = read_dissatisfied(MADE, [0])
    drawn = case_cards([CaseCard(CaseItem(response, Case("a"), tracked=True), hidden=True)])
    assert "Không hài lòng" not in drawn
    assert "script" not in drawn
    assert "Xuân Tây" not in drawn
    assert "chờ lãnh đạo" in drawn

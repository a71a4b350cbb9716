import dataclasses
import datetime as dt
import json
from pathlib import Path

import pytest

from lib.survey.history.header_likeness import answer_digests
from lib.survey.history.question_ids import QuestionIds
from lib.survey.history.question_ids_file import (
    TornNumbersError,
    change_question_ids,
    load_question_ids,
    save_question_ids,
)

OCTOBER, NOVEMBER = dt.date(2025, 10, 12), dt.date(2025, 11, 3)


def test_columns_are_numbered_from_the_left() -> None:
    numbers = QuestionIds().assign({"sheet": ["A", "B", "C"]})
    assert numbers.known == {"sheet": {"A": 1, "B": 2, "C": 3}}


def test_a_new_column_takes_the_next_number_wherever_it_stands() -> None:
    numbers = QuestionIds().assign({"sheet": ["A", "B"]}).assign({"sheet": ["A", "new", "B"]})
    assert numbers.known["sheet"] == {"A": 1, "B": 2, "new": 3}


def test_the_number_of_a_column_that_is_gone_is_never_used_again() -> None:
    numbers = QuestionIds().assign({"sheet": ["A", "B"]}).assign({"sheet": ["A"]})
    assert numbers.assign({"sheet": ["A", "C"]}).number("sheet", "C") == 3


def test_a_column_that_comes_back_has_its_number() -> None:
    numbers = QuestionIds().assign({"sheet": ["A", "B"]}).assign({"sheet": ["B"]})
    assert numbers.assign({"sheet": ["B", "A"]}).number("sheet", "A") == 1


def test_sources_of_one_survey_share_numbers_of_equal_headers_only() -> None:
    numbers = QuestionIds().assign({"one": ["A", "B"], "two": ["C", "B"]})
    assert numbers.known["two"] == {"C": 3, "B": 2}


def test_sources_numbered_apart_do_not_clash_when_read_together() -> None:
    numbers = QuestionIds().assign({"one": ["A", "B"]}).assign({"two": ["C"]})
    assert numbers.assign({"one": ["A", "B"], "two": ["C"]}).number("two", "C") == 3


def test_a_source_that_is_away_keeps_its_numbers_to_itself() -> None:
    numbers = QuestionIds().assign({"one": ["A"], "two": ["B"]}).assign({"two": ["B", "C"]})
    both = numbers.assign({"one": ["A", "D"], "two": ["B", "C"]})
    assert (both.number("two", "C"), both.number("one", "D")) == (3, 4)


def test_a_source_set_before_the_known_ones_changes_no_number() -> None:
    numbers = QuestionIds().assign({"old": ["A", "B"]})
    both = numbers.assign({"new": ["B", "C"], "old": ["A", "B"]})
    assert both.known == {"old": {"A": 1, "B": 2}, "new": {"B": 2, "C": 3}}


def test_a_column_gives_its_number_up_to_a_declared_id() -> None:
    numbers = QuestionIds().assign({"sheet": ["A", "B"]}, {"B": "c1"})
    assert numbers.known["sheet"] == {"A": 3, "B": 2}


def test_numbers_survive_a_restart(tmp_path: Path) -> None:
    numbers = QuestionIds().assign({"sheet": ["Thái độ?", "B", "C"]}, today=OCTOBER)
    numbers = numbers.remembering({"sheet": {"B": {"Có": 2}}})
    numbers = numbers.assign({"sheet": ["Thái độ phục vụ?", "D"]}, today=NOVEMBER)
    assert all((numbers.seen, numbers.gone, numbers.perhaps, numbers.answers))
    assert save_question_ids(numbers, tmp_path / "new" / "questions.json")
    assert load_question_ids(tmp_path / "new" / "questions.json") == numbers


def test_a_missing_file_holds_no_numbers(tmp_path: Path) -> None:
    assert load_question_ids(tmp_path / "questions.json") == QuestionIds()
    assert load_question_ids(tmp_path / "nowhere" / "questions.json") == QuestionIds()


@pytest.mark.parametrize("torn", [b"", b'{"known": {"sh', b"{}", b"[]", b"\xff\xfe"])
def test_a_torn_file_is_refused_and_what_to_do_is_said(tmp_path: Path, torn: bytes) -> None:
    path = tmp_path / "questions.json"
    path.write_bytes(torn)
    with pytest.raises(TornNumbersError, match=r"questions\.json.*bị hỏng.*chép lại"):
        load_question_ids(path)
    assert path.read_bytes() == torn


def test_a_file_of_before_headers_were_kept_in_order_holds_its_numbers(tmp_path: Path) -> None:
    path = tmp_path / "questions.json"
    path.write_text('{"known": {"sheet": {"A": 1, "B": 2}}, "free": {"sheet": 3}}')
    numbers = load_question_ids(path).assign({"sheet": ["A", "B?"]}, today=OCTOBER)
    assert (numbers.number("sheet", "B?"), numbers.seen) == (2, {"sheet": {"B?": OCTOBER}})
    assert (
        load_question_ids(path).assign({"sheet": ["A", "C"]}, today=OCTOBER).number("sheet", "C")
        == 3
    )


def test_a_disk_that_takes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not save_question_ids(QuestionIds(), tmp_path / "file" / "questions.json")


def test_a_similar_header_in_the_place_of_one_that_is_gone_takes_its_number() -> None:
    numbers = QuestionIds().assign({"sheet": ["A", "Thời gian chờ", "C"]})
    numbers = numbers.assign({"sheet": ["A", "Thời gian chờ đợi", "C"]}, today=OCTOBER)
    assert numbers.number("sheet", "Thời gian chờ đợi") == 2
    assert numbers.seen == {"sheet": {"Thời gian chờ đợi": OCTOBER}}


def test_a_header_above_the_same_answers_takes_the_number_whatever_it_says() -> None:
    answers = {"Hài lòng": 8, "Kém": 2}
    numbers = (
        QuestionIds()
        .assign({"sheet": ["Thái độ", "C"]})
        .remembering({"sheet": {"Thái độ": answers}})
    )
    again = numbers.assign({"sheet": ["Cư xử", "C"]}, below=lambda *_: answers)
    assert again.number("sheet", "Cư xử") == 1


def test_a_similar_header_above_other_answers_is_another_question() -> None:
    header, similar = "Thái độ phục vụ của công chức", "Thời gian phục vụ của công chức"
    numbers = QuestionIds().assign({"sheet": [header]})
    numbers = numbers.remembering({"sheet": {header: {"Hài lòng": 8, "Kém": 2}}})
    again = numbers.assign({"sheet": [similar]}, below=lambda *_: {"Hài lòng": 1, "Kém": 9})
    assert again.number("sheet", similar) == 2


def test_what_stands_in_the_place_but_is_not_plausible_is_a_proposal() -> None:
    numbers = QuestionIds().assign({"sheet": ["A", "Thái độ", "C"]})
    numbers = numbers.assign({"sheet": ["A", "Lệ phí", "C"]}, today=OCTOBER)
    assert numbers.number("sheet", "Lệ phí") == 4
    assert numbers.perhaps == {"sheet": {"Thái độ": "Lệ phí"}}
    assert numbers.gone == {"sheet": {"Thái độ": OCTOBER}}


def test_a_similar_header_elsewhere_is_a_proposal() -> None:
    numbers = QuestionIds().assign({"sheet": ["Thời gian chờ", "B", "C"]})
    numbers = numbers.assign({"sheet": ["B", "C", "Thời gian chờ đợi"]})
    assert numbers.number("sheet", "Thời gian chờ đợi") == 4
    assert numbers.perhaps == {"sheet": {"Thời gian chờ": "Thời gian chờ đợi"}}


def test_a_header_in_another_spelling_keeps_its_number_wherever_it_stands() -> None:
    numbers = QuestionIds().assign({"sheet": ["Thái độ", "B"]})
    assert numbers.assign({"sheet": ["B", "1. THÁI ĐỘ:"]}).number("sheet", "1. THÁI ĐỘ:") == 1


def test_several_headers_reworded_at_once_keep_their_places() -> None:
    numbers = QuestionIds().assign({"sheet": ["Thái độ", "Thời gian", "C"]})
    now = ["Thái độ ra sao", "Mới hẳn", "Thời gian ra sao", "C"]
    assert [numbers.assign({"sheet": now}).number("sheet", header) for header in now] == [
        1,
        4,
        2,
        3,
    ]


def test_a_wording_is_remembered_with_its_first_day_also_when_it_comes_and_goes() -> None:
    numbers = QuestionIds().assign({"sheet": ["Tuổi"]}, today=OCTOBER)
    numbers = numbers.assign({"sheet": ["Độ tuổi"]}, today=OCTOBER)
    numbers = numbers.assign({"sheet": ["Tuổi"]}, today=NOVEMBER)
    numbers = numbers.assign({"sheet": ["Độ tuổi"]}, today=NOVEMBER)
    assert numbers.known["sheet"] == {"Tuổi": 1, "Độ tuổi": 1}
    assert numbers.seen["sheet"] == {"Độ tuổi": OCTOBER, "Tuổi": NOVEMBER}


def test_an_old_wording_beside_the_new_one_is_another_column() -> None:
    numbers = QuestionIds().assign({"sheet": ["Tuổi"]}).assign({"sheet": ["Độ tuổi"]})
    assert numbers.assign({"sheet": ["Tuổi", "Độ tuổi"]}).known["sheet"] == {
        "Tuổi": 2,
        "Độ tuổi": 1,
    }


def test_without_a_day_no_day_is_invented() -> None:
    numbers = QuestionIds().assign({"sheet": ["Tuổi", "B"]}).assign({"sheet": ["Độ tuổi"]})
    assert (numbers.number("sheet", "Độ tuổi"), numbers.seen, numbers.gone) == (
        1,
        {"sheet": {}},
        {"sheet": {}},
    )


def test_a_column_that_comes_back_is_gone_no_longer() -> None:
    numbers = QuestionIds().assign({"sheet": ["A", "B"]}).assign({"sheet": ["A"]}, today=OCTOBER)
    assert numbers.gone == {"sheet": {"B": OCTOBER}}
    assert numbers.assign({"sheet": ["A"]}, today=NOVEMBER).gone == {"sheet": {"B": OCTOBER}}
    assert numbers.assign({"sheet": ["A", "B"]}, today=NOVEMBER).gone == {"sheet": {}}


def test_a_reworded_question_is_still_that_of_the_other_sheets() -> None:
    numbers = QuestionIds().assign({"one": ["Tuổi", "B"], "two": ["Tuổi"]})
    again = numbers.assign({"one": ["Tuổi", "B"], "two": ["Độ tuổi"]})
    assert again.number("two", "Độ tuổi") == again.number("one", "Tuổi") == 1
    third = again.assign({"one": ["Độ tuổi", "B"], "two": ["Độ tuổi"], "three": ["tuổi:"]})
    assert third.known["three"] == {"tuổi:": 1}


def test_headers_of_two_sheets_in_different_spelling_are_one_question() -> None:
    numbers = QuestionIds().assign({"one": ["1. Thái độ:", "B"], "two": ["B", "THÁI ĐỘ"]})
    assert numbers.known["two"] == {"B": 2, "THÁI ĐỘ": 1}


def test_two_spellings_in_one_sheet_are_two_columns() -> None:
    numbers = QuestionIds().assign({"one": ["Thái độ", "Thái độ:"], "two": ["thái độ", "Thái độ:"]})
    assert numbers.known == {
        "one": {"Thái độ": 1, "Thái độ:": 2},
        "two": {"thái độ": 1, "Thái độ:": 2},
    }


def test_a_declared_id_follows_the_wording_that_it_names() -> None:
    declared = {"Tuổi": "c1"}
    numbers = QuestionIds().assign({"sheet": ["Tuổi", "B"]}, declared)
    assert numbers.assign({"sheet": ["Độ tuổi", "B"]}, declared).number("sheet", "Độ tuổi") == 1


def test_a_given_up_number_takes_its_wordings_along() -> None:
    numbers = QuestionIds().assign({"sheet": ["Tuổi", "B"]}).assign({"sheet": ["Độ tuổi", "B"]})
    again = numbers.assign({"sheet": ["Độ tuổi", "B"]}, {"B": "c1"})
    assert again.known["sheet"] == {"Tuổi": 3, "Độ tuổi": 3, "B": 2}


def test_answers_are_remembered_as_digests_only(tmp_path: Path) -> None:
    numbers = QuestionIds().assign({"sheet": ["A"]}).remembering({"sheet": {"A": {"Hài lòng": 2}}})
    save_question_ids(numbers, tmp_path / "questions.json")
    assert numbers.answers == {"sheet": {"A": answer_digests({"Hài lòng": 2})}}
    assert "Hài lòng" not in json.dumps(
        json.loads((tmp_path / "questions.json").read_text("utf-8")), ensure_ascii=False
    )


def test_the_file_has_the_keys_that_it_always_had(tmp_path: Path) -> None:
    before = QuestionIds().assign({"sheet": ["A", "B"]}, today=OCTOBER)
    save_question_ids(before.assign({"sheet": ["A"]}, today=NOVEMBER), tmp_path / "questions.json")
    assert json.loads((tmp_path / "questions.json").read_text("utf-8")) == {
        "layout": 2,
        "known": {"sheet": {"A": 1, "B": 2}},
        "free": {"sheet": 3},
        "order": {"sheet": ["A"]},
        "seen": {"sheet": {}},
        "gone": {"sheet": {"B": "2025-11-03"}},
        "perhaps": {"sheet": {}},
        "answers": {},
        "halves": {"sheet": "D/M"},
        "rules": {"sheet": 2},
        "certain": [],
        "counting": {},
        "told_at": None,
        "at_home": [],
        "reread": {},
        "codes": {},
    }


def test_what_somebody_decided_while_another_process_reads_is_kept(tmp_path):
    path, moment = tmp_path / "questions.json", dt.datetime(2026, 11, 2, tzinfo=dt.UTC)

    def reading(known: QuestionIds) -> tuple[QuestionIds, None]:
        decided = dataclasses.replace(known, reread={"a": moment}, at_home=frozenset("a"))
        save_question_ids(dataclasses.replace(decided, told_at=moment), path)
        return known.assign({"a": ["Câu"]}), None

    change_question_ids(path, reading)
    kept = load_question_ids(path)
    assert (kept.known, kept.reread, kept.at_home) == ({"a": {"Câu": 1}}, {"a": moment}, {"a"})
    assert kept.told_at == moment

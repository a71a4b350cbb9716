from pathlib import Path

from lib.survey.numbers import Numbers, load, save


def test_columns_are_numbered_from_the_left() -> None:
    numbers = Numbers().assign({"sheet": ["A", "B", "C"]})
    assert numbers.known == {"sheet": {"A": 1, "B": 2, "C": 3}}


def test_a_new_column_takes_the_next_number_wherever_it_stands() -> None:
    numbers = Numbers().assign({"sheet": ["A", "B"]}).assign({"sheet": ["A", "new", "B"]})
    assert numbers.known["sheet"] == {"A": 1, "B": 2, "new": 3}


def test_the_number_of_a_column_that_is_gone_is_never_used_again() -> None:
    numbers = Numbers().assign({"sheet": ["A", "B"]}).assign({"sheet": ["A"]})
    assert numbers.assign({"sheet": ["A", "C"]}).number("sheet", "C") == 3


def test_a_column_that_comes_back_has_its_number() -> None:
    numbers = Numbers().assign({"sheet": ["A", "B"]}).assign({"sheet": ["B"]})
    assert numbers.assign({"sheet": ["B", "A"]}).number("sheet", "A") == 1


def test_sources_of_one_survey_share_numbers_of_equal_headers_only() -> None:
    numbers = Numbers().assign({"one": ["A", "B"], "two": ["C", "B"]})
    assert numbers.known["two"] == {"C": 3, "B": 2}


def test_sources_numbered_apart_do_not_clash_when_read_together() -> None:
    numbers = Numbers().assign({"one": ["A", "B"]}).assign({"two": ["C"]})
    assert numbers.assign({"one": ["A", "B"], "two": ["C"]}).number("two", "C") == 3


def test_a_source_that_is_away_keeps_its_numbers_to_itself() -> None:
    numbers = Numbers().assign({"one": ["A"], "two": ["B"]}).assign({"two": ["B", "C"]})
    both = numbers.assign({"one": ["A", "D"], "two": ["B", "C"]})
    assert (both.number("two", "C"), both.number("one", "D")) == (3, 4)


def test_a_column_gives_its_number_up_to_a_declared_id() -> None:
    numbers = Numbers().assign({"sheet": ["A", "B"]}, {"B": "c1"})
    assert numbers.known["sheet"] == {"A": 3, "B": 2}


def test_numbers_survive_a_restart(tmp_path: Path) -> None:
    numbers = Numbers().assign({"sheet": ["Câu hỏi?", "B"]})
    assert save(numbers, tmp_path / "new" / "questions.json")
    assert load(tmp_path / "new" / "questions.json") == numbers


def test_a_missing_or_torn_file_holds_no_numbers(tmp_path: Path) -> None:
    path = tmp_path / "questions.json"
    assert load(path) == Numbers()
    path.write_text('{"known": {"sh', encoding="utf-8")
    assert load(path) == Numbers()


def test_a_disk_that_takes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not save(Numbers(), tmp_path / "file" / "questions.json")

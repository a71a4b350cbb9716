from pathlib import Path

from tests.mutants.listed import listed

ROOT = Path(__file__).parents[2]


def test_what_a_mutant_changes_stands_once_in_its_file() -> None:
    assert {m.id: m.times(ROOT) for m in listed() if m.times(ROOT) != 1} == {}


def test_the_tests_that_are_to_notice_are_there() -> None:
    lost = []
    for name in (name for mutant in listed() for name in mutant.tests):
        file, _, function = name.partition("::")
        there = (ROOT / file).is_file() and function in (ROOT / file).read_text("utf-8")
        lost += [] if there else [name]
    assert lost == []

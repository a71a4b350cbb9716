"""A column keeps its number in the ledger whatever the survey calls it."""

from lib.evidence.ledger_columns import match_columns

KNOWN = {"c1": "Thái độ", "c2": "Thời gian"}


def test_the_same_header_is_the_same_column_whatever_number_the_survey_gives_it():
    assert match_columns({"c1": "Thời gian", "c2": "Thái độ"}, KNOWN) == {"c1": "c2", "c2": "c1"}


def test_the_same_number_is_the_same_column_in_other_words():
    assert match_columns({"c1": "Thái độ phục vụ", "c2": "Thời gian"}, KNOWN) == {
        "c1": "c1",
        "c2": "c2",
    }


def test_a_new_column_has_a_number_that_nobody_had():
    found = match_columns({"c1": "Thời gian", "c2": "Góp ý", "c3": "Thái độ"}, KNOWN)
    assert found == {"c1": "c2", "c3": "c1", "c2": "c4"}
    assert match_columns({"c1": "Thái độ", "c3": "Góp ý"}, {}) == {"c1": "c1", "c3": "c3"}

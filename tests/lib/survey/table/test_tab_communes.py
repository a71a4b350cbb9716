"""Where an office keeps a tab for each commune, the tab says where a response comes from."""

import dataclasses

import pytest

from lib.source_table import TablePart
from tests.lib.survey.tables import survey, table


@pytest.mark.parametrize(
    ("tabs", "named"),
    [
        (("Xã Xuân Tây", "Bảo Bình"), ["Xuân Tây", "Xuân Tây", "Bảo Bình"]),
        (("Xã Xuân Tây", "Tháng 10"), []),  # not every tab is a commune
    ],
)
def test_responses_are_of_the_commune_that_their_tab_is_called_by(tabs, named):
    parts = (TablePart(tabs[0], 0, 2), TablePart(tabs[1], 0, 1))
    made = survey(dataclasses.replace(table({"Câu": ["Hài lòng"] * 3}), parts=parts))
    assert [made.communes[at].name for at in made.commune.tolist() if at >= 0] == named


def test_what_a_response_says_of_its_commune_comes_before_its_tab():
    parts = (TablePart("Xã Xuân Tây", 0, 2), TablePart("Xã Bảo Bình", 0, 1))
    told = table({"Ông/Bà ở xã nào?": ["Sông Ray", "", ""], "Câu": ["Hài lòng"] * 3})
    made = survey(dataclasses.replace(told, parts=parts))
    assert [made.communes[at].name for at in made.commune.tolist()] == [
        "Sông Ray",
        "Xuân Tây",
        "Bảo Bình",
    ]

"""What stands below each header, by numbers that last."""

from lib.survey.responses import Responses
from tests.lib.survey.tables import survey, table

RATED = "Ông/Bà có hài lòng không?"
GOOD, BAD = "Hài lòng", "Không hài lòng"


def below(responses: Responses) -> dict[str, list[str | None]]:
    """Return the texts of every number, row by row."""
    return {
        number: [cells.texts[code].as_py() if code >= 0 else None for code in cells.codes.tolist()]
        for number, cells in responses.cells.items()
    }


def test_every_header_has_its_cells_and_nothing_of_a_person():
    made = survey(table({RATED: [GOOD, ""], "Họ và tên": ["Trần Văn A", ""], "Góp ý": ["", "x"]}))
    assert below(made) == {"c1": [GOOD, None], "c3": [None, "x"]}
    assert made.sheets[0].headers == {"c1": RATED, "c3": "Góp ý"}
    assert made.sheets[0].private == ("Họ và tên",)


def test_a_question_of_two_sheets_is_one_and_what_one_of_them_asks_alone_is_blank_in_the_other():
    first, second = table({RATED: [GOOD]}, "a"), table({RATED: [BAD], "Góp ý": ["x"]}, "b")
    made = survey(first, second)
    assert below(made) == {"c1": [GOOD, BAD], "c2": [None, "x"]}
    assert [list(sheet.headers) for sheet in made.sheets] == [["c1"], ["c1", "c2"]]


def test_another_wording_keeps_the_number_and_so_does_another_place():
    before = survey(table({RATED: [GOOD, BAD], "Góp ý": ["x", "y"]}))
    reworded = {"Góp ý": ["x", "y"], "Ông/Bà có hài lòng với công chức không?": [GOOD, BAD]}
    moved = survey(table({"Góp ý": ["x", "y"], RATED: [GOOD, BAD]}), numbers=before.numbers)
    assert below(moved) == below(before)
    assert below(survey(table(reworded), numbers=moved.numbers)) == below(before)

"""The pictures of the report."""

import pytest

from lib.analysis.overview_figures import compute_overview
from lib.reports.survey_pictures import questions_picture
from lib.survey.selection import Selection
from tests.lib.analysis.made import Row, responses


@pytest.mark.parametrize(
    ("questions", "more"), [(40, ""), (41, "40 câu hỏi thấp nhất trong 41 câu, đủ ở bảng dưới đây")]
)
def test_a_picture_that_does_not_hold_all_questions_says_so(questions, more):
    picture = questions_picture(compute_overview(responses(Row("S" * questions, 9)), Selection()))
    assert picture
    assert picture.title.removesuffix(")").partition("95 %")[2].removeprefix("; ") == more

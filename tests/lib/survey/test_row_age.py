import datetime as dt

from lib.survey.row_age import submitted_before
from tests.lib.survey.tables import TIME, table


def test_what_was_submitted_before_the_day_is_old_and_its_first_second_is_not() -> None:
    times = ["01/03/2023 23:59:59", "", "02/03/2023 00:00:00", "03/03/2023 08:00:00"]
    made = table({TIME: times, "Câu": ["Có", "Có", "Không", "Có"]})
    assert submitted_before(made, dt.date(2023, 3, 2)) == [True, False, False, False]

"""What of a reading is believed at once, and what Google is asked for again."""

import pytest

from lib.source_table import SourceTable
from lib.sources.reading_shape import ReadingShape, reading_shape

HEADERS = ("Dấu thời gian", "Thái độ", "Thời gian", "Góp ý", "Xã")
N = 40


def table(n=N, headers=HEADERS, **cut):
    """Return n responses, each fourth with a comment; `cut` ends a column, by number, at a row."""
    columns = [["x" if at != 3 or row % 4 == 0 else "" for row in range(n)] for at in range(5)]
    for name, row in cut.items():
        column = columns[int(name[1:])]
        column[row:] = [None] * (n - row)
    return SourceTable("A", "A", headers, tuple(columns[: len(headers)]))


def doubted(now, before=None):
    return reading_shape([before or table()]).lost_too_much(reading_shape([now]))


@pytest.mark.parametrize(
    "now",
    [
        table(0),
        SourceTable("A", "A", (), ()),
        table(N // 2),
        table(c0=N // 2),
        table(c0=N - 4),
        table(c2=5),
        table(c3=20),
        table(headers=HEADERS[:2]),
        table(headers=(HEADERS[0], "", "", "", "")),
        table(N + 3, c0=N // 2),
    ],
    ids=[
        "only the headers",
        "nothing",
        "half of the rows",
        "times cut in the middle",
        "times cut near the end",
        "a question cut",
        "comments cut",
        "most columns cut off",
        "most headers gone",
        "times cut while responses come in",
    ],
)
def test_what_no_form_loses_at_once_is_doubted(now):
    assert doubted(now)


@pytest.mark.parametrize(
    "now",
    [
        table(),
        table(N + 1),
        table(N * 3),
        table(N - 3),
        table(N // 2 + 1),
        table(c1=N - 2),
        table(c3=32),
        table(headers=(*HEADERS[:4], "Ông/Bà ở xã nào?")),
        table(headers=(HEADERS[0], "Một", "Hai", *HEADERS[3:])),
        table(headers=HEADERS[:4]),
    ],
    ids=[
        "nothing changed",
        "a new response",
        "many new ones",
        "a few rows deleted",
        "fewer than half deleted",
        "two answers emptied",
        "two comments emptied",
        "a question reworded",
        "two questions reworded",
        "a question removed",
    ],
)
def test_what_people_do_to_a_sheet_is_believed_at_once(now):
    assert not doubted(now)


def test_a_first_reading_is_believed_whatever_it_holds():
    assert not ReadingShape().lost_too_much(reading_shape([table(0)]))


def test_the_last_response_that_is_deleted_is_asked_for_again_and_one_of_two_is_not():
    assert doubted(table(0), table(1))
    assert not doubted(table(1), table(2))


def test_rows_that_are_emptied_whole_are_rows_deleted():
    rows = 10
    assert not doubted(table(**{f"c{at}": N - rows for at in range(5)}))

"""Whatever is done to the sheet is found at the next reading, and named by what is certain."""

import dataclasses
import datetime as dt
import gc
import gzip

import pytest

from lib.evidence.ledger_line import LineKind
from lib.evidence.possible_explanations import RESUBMITTED_ANSWERS, UNDATED_ROW
from lib.survey.describe.survey_description import SurveyDescription
from tests.lib.evidence.sheets import COMMENT, FIRST, LEVELS, RATED, Office, row, told


@pytest.fixture
def office() -> Office:
    """An office whose sheet was read once."""
    office = Office()
    assert office.look() == []
    return office


def test_one_cell_changed_is_an_edit_of_that_question_alone(office):
    code = office.code(2)
    office.rows[2][1] = LEVELS[0]
    [found] = office.look()
    assert told([found]) == [("edited", code, ("c1",))]
    assert office.evidence.before_and_after([found]) == [{"c1": (LEVELS[2], LEVELS[0])}]
    assert found.since == found.reading.read_at - dt.timedelta(seconds=5)


def test_changed_and_changed_back_between_two_readings_cannot_be_seen(office):
    was = office.rows[2][1]
    office.rows[2][1] = LEVELS[0]
    office.rows[2][1] = was
    assert office.look() == []


def test_changed_back_after_a_reading_is_two_edits(office):
    was, office.rows[2][1] = office.rows[2][1], LEVELS[0]
    first = office.look()
    office.rows[2][1] = was
    assert told([*first, *office.look()]) == [("edited", office.code(2), ("c1",))] * 2


def test_two_rows_swapped_whole_are_no_finding(office):
    office.rows[1], office.rows[4] = office.rows[4], office.rows[1]
    assert office.look() == []


def test_the_answers_of_two_rows_swapped_are_two_edits(office):
    one, other = office.rows[1], office.rows[2]
    one[1:], other[1:] = other[1:], one[1:]
    assert told(office.look()) == [("edited", office.code(at), ("c1", "c2")) for at in (1, 2)]


def test_a_deleted_row_is_named_and_said_to_return_when_it_is_typed_again(office):
    code, gone = office.code(2), office.rows.pop(2)
    assert told(office.look()) == [("removed", code, ())]
    office.rows.append(gone)
    assert told(office.look()) == [("returned", code, ())]


def test_a_row_that_returns_with_another_answer_says_which(office):
    gone = office.rows.pop(2)
    office.look()
    office.rows.append([gone[0], LEVELS[0], gone[2]])
    [found] = office.look()
    assert (found.what, found.questions) == (LineKind.RETURNED, ("c1",))


def test_a_row_deleted_and_typed_again_between_two_readings_cannot_be_seen(office):
    office.rows.append(office.rows.pop(2))
    assert office.look() == []


def test_a_row_typed_again_with_another_time_is_a_time_moved(office):
    before = office.code(2)
    gone = office.rows.pop(2)
    office.rows.append([FIRST + dt.timedelta(minutes=59), *gone[1:]])
    [found] = office.look()
    assert (found.what, found.code, found.about) == (LineKind.MOVED, office.code(5), before)


def test_of_two_rows_that_say_what_one_said_that_is_gone_one_alone_is_its_time_moved(office):
    before = office.code(2)
    gone = office.rows.pop(2)
    office.rows += [[FIRST + dt.timedelta(minutes=at), *gone[1:]] for at in (59, 61)]
    [found] = office.look()
    assert (found.what, found.code, found.about) == (LineKind.MOVED, office.code(5), before)


def test_a_response_sent_again_with_other_answers_is_removed_and_may_be_the_respondents(office):
    office.rows.append(row(59, "nay tôi nghĩ khác"))
    code = office.code(2)
    del office.rows[2]
    [found] = office.look()
    assert told([found]) == [("removed", code, ())]
    assert RESUBMITTED_ANSWERS in found.explanations


def test_a_row_inserted_with_an_old_date_was_added_late(office):
    office.rows.insert(2, row(7, "phiếu giấy"))
    [found] = office.look()
    assert told([found]) == [("late", office.code(2), ())]


def test_a_row_without_a_time_was_added_late_for_it_is_no_forms(office):
    office.rows.append(["", LEVELS[0], "không có giờ"])
    [found] = office.look()
    assert found.what is LineKind.LATE
    assert UNDATED_ROW in found.explanations


def test_what_a_form_delivers_in_another_order_within_a_minute_is_no_finding(office):
    office.rows.append(row(60))
    office.look()
    office.rows.append([FIRST + dt.timedelta(minutes=59, seconds=30), LEVELS[0], ""])
    assert office.look() == []


def test_a_date_far_ahead_makes_nobody_late(office):
    office.rows.append(row(60 * 24 * 365, "năm sau"))
    office.look()
    office.rows.append(row(60))
    assert office.look() == []


def test_fifty_rows_sorted_and_filtered_are_no_finding(office):
    office.rows += [row(60 + at, f"thêm {at}") for at in range(50)]
    office.look()
    office.rows.sort(key=lambda line: str(line[2]), reverse=True)
    assert office.look() == []


def test_a_question_renamed_is_no_finding_and_its_edits_are_found_after_that(office):
    office.headers[1] = "Ông/Bà có hài lòng với cán bộ không?"
    assert office.look() == []
    office.rows[2][1] = LEVELS[0]
    assert told(office.look()) == [("edited", office.code(2), ("c1",))]


def test_a_question_renamed_beyond_recognition_is_no_finding(office):
    office.headers[2] = "Nội dung"
    office.headers.insert(1, "Mã")
    office.rows = [[line[0], f"M{at}", *line[1:]] for at, line in enumerate(office.rows)]
    assert office.look() == []
    office.rows[2][3] = "khác hẳn"
    assert len(office.look()) == 1


def test_a_column_moved_is_no_finding_even_where_the_numbers_are_lost(office):
    office.headers = [*office.headers[:1], *office.headers[:0:-1]]
    office.rows = [[*line[:1], *line[:0:-1]] for line in office.rows]
    assert office.look() == []
    office.numbers = type(office.numbers)()
    assert office.look() == []


def test_two_headers_swapped_are_an_edit_of_every_row(office):
    office.headers[1:] = [COMMENT, RATED]
    assert {found.what for found in office.look()} == {LineKind.EDITED}


def test_formats_are_no_finding(office):
    office.headers += ["Ông/Bà bao nhiêu tuổi?", "Ngày hẹn"]
    for at, line in enumerate(office.rows):
        line += [30 + at, 44999 + at]
    fresh = Office()
    fresh.headers, fresh.rows = office.headers, office.rows
    fresh.look()
    for at, line in enumerate(fresh.rows):
        line[1] = f" {line[1]}  "
        line[3:] = [f"{30 + at}.0", f"{14 + at}/03/2023"]
    assert fresh.look() == []


def test_a_new_question_is_no_finding_and_is_watched_once_it_was_answered(office):
    office.headers.append("Có hướng dẫn rõ không?")
    office.rows = [[*line, ""] for line in office.rows]
    assert office.look() == []
    office.rows.append([*row(90, "mới"), "Có"])
    assert office.look() == []
    office.rows[0][3] = "Không"
    assert told(office.look()) == [("edited", office.code(0), ("c3",))]


@pytest.mark.parametrize("blank_first", [True, False])
def test_a_column_of_the_offices_own_beside_is_no_finding(office, blank_first):
    office.headers.append("Ghi chú của cán bộ")
    office.rows = [[*line, ""] for line in office.rows]
    if blank_first:
        assert office.look() == []
    office.rows[1][3] = "đã gọi"
    assert office.look() == []
    office.rows.append([*row(60, "mới"), "chưa gọi"])
    assert office.look() == []
    for at in (1, 2, 6):
        office.rows[at][3] = "đã xong"
        assert office.look() == []


def test_an_answer_to_what_nobody_had_answered_is_an_edit():
    office = Office()
    for line in office.rows:
        line[2] = ""
    office.look()
    office.rows[1][2] = "lời khen"
    assert told(office.look()) == [("edited", office.code(1), ("c2",))]


def test_a_column_deleted_that_nobody_ever_answered_is_no_finding():
    office = Office()
    for line in office.rows:
        line[2] = ""
    office.look()
    office.headers.pop()
    for line in office.rows:
        line.pop()
    assert office.look() == []


def test_a_column_deleted_is_one_finding_and_its_return_another(office):
    headers, rows = office.headers, office.rows
    office.headers, office.rows = headers[:2], [line[:2] for line in rows]
    assert told(office.look()) == [("removed", "", ("c2",))]
    office.headers, office.rows = headers, rows
    assert told(office.look()) == [("returned", "", ("c2",))]


def test_an_edit_while_the_app_was_off_is_found_at_the_next_start(office):
    office.rows[2][1] = LEVELS[0]
    office.start()
    office.clock.now += dt.timedelta(days=3)
    office.observe(office.read())
    assert told(office.evidence.findings()) == [("edited", office.code(2), ("c1",))]


def test_what_identifies_a_person_is_neither_kept_nor_compared():
    office = Office()
    office.headers.append("Họ và tên")
    office.rows = [[*line, f"Trần Văn {at}"] for at, line in enumerate(office.rows)]
    office.look()
    office.rows[2][3] = "Nguyễn Thị Bí Mật"
    assert office.look() == []
    assert all("Họ và tên" not in table.headers or 3 in table.dropped
               for table in office.evidence.tables_at(1))  # fmt: skip


def test_a_source_that_is_not_read_just_now_lost_nothing(office):
    other = office.table()
    office.look(office.table(), type(other)("b", "Khác", other.headers, other.columns))
    assert office.look() == []


def test_rows_that_another_tab_holds_now_are_not_removed(office):
    own = office.table()
    office.look(dataclasses.replace(own, source="first", columns=([], [], [])), own)
    copied = dataclasses.replace(own, source="first")
    assert office.look(copied, own) == []
    assert office.read(copied, own).n == len(office.rows)


def test_nothing_that_is_left_in_memory_is_walked_over_by_the_collector(office):
    office.rows += [row(60 + at, f"thêm {at}") for at in range(2000)]
    office.look()
    gc.collect()
    before = len(gc.get_objects())
    office.rows += [row(3000 + at, f"nữa {at}") for at in range(2000)]
    made, office.rows = office.read(), []
    office.clock.now += dt.timedelta(seconds=5)
    office.observe(made)
    gc.collect()
    assert len(gc.get_objects()) - before < 500


def test_a_column_once_taken_for_a_persons_is_not_looked_at_any_more(office):
    office.description = SurveyDescription(drop=frozenset({COMMENT}))
    office.rows.append(row(60, "lúc không nhìn"))
    assert office.look() == []
    office.description = SurveyDescription()
    office.rows[2][2] = "sửa"
    assert office.look() == []
    office.rows[2][1] = LEVELS[0]
    assert told(office.look()) == [("edited", office.code(2), ("c1",))]


def test_what_turns_out_to_name_persons_leaves_the_ledger_at_once_and_the_rest_stays(office):
    [before] = office.evidence.readings()
    office.description = SurveyDescription(drop=frozenset({COMMENT}))
    assert office.look() == []
    kept = b"".join(gzip.decompress(sealed.contents) for sealed in office.store.sealed())
    assert "lời góp ý số" not in kept.decode()
    [then] = office.evidence.tables_at(before.number)  # without those words
    assert LEVELS[1] in then.columns[1]
    office.rows[2][1] = LEVELS[1]
    assert told(office.look()) == [("edited", office.code(2), ("c1",))]
    office.start()
    office.evidence.ready()
    assert office.evidence.ledger.violations == []
    office.rows[3][1] = LEVELS[2]
    assert told(office.look()) == [("edited", office.code(3), ("c1",))]


@pytest.mark.parametrize("label", ["Tổng cộng", "Ghi chú"])
def test_a_response_made_a_total_below_the_others_is_removed(office, label):
    code, gone = office.code(1), office.rows.pop(1)
    office.rows.append([label, *gone[1:]])
    assert ("removed", code) in {(what, whose) for what, whose, _ in told(office.look())}

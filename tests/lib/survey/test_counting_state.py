"""A question counts when it was declared or once wholly understood; else it is to be confirmed."""

import dataclasses
import datetime as dt

import pytest

from lib.survey.describe.survey_description import SurveyDescription, parse_description
from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.answer_levels import Polarity
from lib.survey.model.places import Places
from lib.survey.model.survey_form import ColumnRole, CountingState
from lib.survey.responses import Responses
from lib.survey.survey_reading import read_survey
from tests.lib.survey.tables import table

S, D = Polarity.SATISFIED, Polarity.DISSATISFIED
KNOWN = ["Rất sạch sẽ", "Sạch sẽ", "Chưa sạch", "Bẩn"] * 3
MORE = [*KNOWN, "Sao cũng được", "Kệ"]


def read(cells: list[str], ids: QuestionIds = QuestionIds(), told: str = "") -> Responses:  # noqa: B008
    described = parse_description(told, "survey.toml") if told else SurveyDescription()
    return read_survey([table({"Nơi ngồi chờ": cells})], described, ids, Places.read())


def state(responses: Responses) -> CountingState | None:
    return responses.form.questions[0].state


def test_a_scale_of_which_every_answer_is_understood_is_certain():
    assert state(read(KNOWN)) is CountingState.CERTAIN


def test_a_scale_with_an_answer_that_nobody_understands_is_to_be_confirmed_and_counts_nothing():
    responses = read(MORE)
    asked = responses.form.questions[0]
    assert (asked.role, asked.state) == (ColumnRole.UNDECIDED, CountingState.TO_CONFIRM)
    assert (len(responses.answers), responses.form.rated) == (0, ())


def test_a_later_answer_takes_certainty_from_nobody_and_stays_unclassified():
    first = read(KNOWN)
    later = read(MORE, first.numbers)
    assert state(later) is CountingState.CERTAIN
    assert [level.text for level in later.form.questions[0].levels if not level.answer.valid] == [
        "Sao cũng được",
        "Kệ",
    ]


def test_a_scale_of_points_keeps_its_rate_when_somebody_writes_words():
    header = "Mức độ hài lòng (1: Rất không hài lòng, 5: Rất hài lòng)"

    def again(cells: list[str], ids: QuestionIds) -> Responses:
        sheet = table({header: cells})
        moment = dt.datetime(2026, 11, 2, tzinfo=dt.UTC)
        return read_survey([sheet], SurveyDescription(), ids, Places.read(), moment=moment)

    points = ["5", "4", "3", "2", "1"] * 3
    first = again(points, QuestionIds())
    asked = again([*points, "năm điểm", "rất tốt", "tùy hôm"], first.numbers).form.questions[0]
    assert asked.state is CountingState.CERTAIN
    counted = {level.text: level.polarity for level in asked.levels}
    assert (counted["5"], counted["4"], counted["2"], counted["1"]) == (S, S, D, D)
    assert counted["tùy hôm"] is Polarity.UNCLASSIFIED


def test_what_somebody_declared_counts_whatever_is_answered():
    told = '[[questions]]\nid = "c1"\nheader = "Nơi ngồi chờ"\nrole = "satisfaction"\n'
    assert state(read(MORE, told=told)) is CountingState.DECLARED


def test_what_had_a_rate_before_these_rules_and_is_not_understood_now_is_to_be_confirmed():
    cells = [*["Hài lòng"] * 9, "Kệ"]
    former = dataclasses.replace(read(cells).numbers, rules={}, counting={})
    asked = read(cells, former).form.questions[0]
    assert asked.state is CountingState.TO_CONFIRM


def test_a_complaint_that_people_agree_with_is_no_praise():
    cells = {"Hồ sơ thường bị trễ": ["Đồng ý"] * 7 + ["Không đồng ý"] * 3}
    responses = read_survey([table(cells)], SurveyDescription(), QuestionIds(), Places.read())
    good, bad = responses.form.questions[0].levels
    assert (good.text, bad.text) == ("Không đồng ý", "Đồng ý")


def test_what_is_asked_of_the_person_has_no_state():
    cells = {"Sức khỏe của Ông/Bà hiện nay": ["Tốt", "Khá", "Kém"] * 4}
    responses = read_survey([table(cells)], SurveyDescription(), QuestionIds(), Places.read())
    asked = responses.form.questions[0]
    assert (asked.role, asked.state) == (ColumnRole.NONE, None)


def test_yes_and_no_to_what_may_be_a_fact_is_proposed_and_counts_nothing():
    cells = {"Is the entrance accessible?": ["Yes", "No"] * 6}
    responses = read_survey([table(cells)], SurveyDescription(), QuestionIds(), Places.read())
    asked = responses.form.questions[0]
    assert asked.state is CountingState.TO_CONFIRM
    assert [level.polarity for level in asked.proposed] == [S, D]


@pytest.mark.parametrize(
    ("header", "known", "bad"),
    [
        ("Hồ sơ thường bị trễ", ["Đồng ý", "Không đồng ý"], "Đồng ý"),
        ("Ông/Bà có bị gây phiền hà không?", ["Có", "Không"], "Có"),
    ],
)
def test_a_later_answer_neither_turns_round_nor_takes_away_what_was_certain(header, known, bad):
    def again(cells: list[str], ids: QuestionIds) -> Responses:
        return read_survey([table({header: cells})], SurveyDescription(), ids, Places.read())

    first = again(known * 6, QuestionIds())
    asked = again([*known * 6, "Kệ"], first.numbers).form.questions[0]
    assert asked.state is CountingState.CERTAIN
    counted = {level.text: level.polarity for level in asked.levels}
    assert (counted[bad], counted["Kệ"]) == (D, Polarity.UNCLASSIFIED)

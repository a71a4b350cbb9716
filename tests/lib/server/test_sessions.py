"""The sign-ins of a process: each ends for everybody who bears it."""

import datetime as dt
import json
import time

import pytest

from lib.roles import Role
from lib.server.ended_sign_ins import ENDED_FILE
from lib.server.listed_roles import ListedRoles
from lib.server.name_pins import PINS_FILE, NamePins
from lib.server.request_origin import Distance
from lib.server.sessions import SignInSessions
from lib.settings import SignInRules

RULES = SignInRules(leader=frozenset({"a@cammy.gov.vn"}), staff=frozenset({"@cammy.gov.vn"}))


def signed(sub: str = "1", ago: int = 60, nonce: str = "n1") -> dict[str, object]:
    made = int(time.time()) - ago
    return {"iss": "https://id.test", "sub": sub, "iat": made, "nonce": nonce} | {
        "email": "a@cammy.gov.vn",
        "email_verified": True,
    }


@pytest.mark.parametrize(
    ("distance", "expected"),
    [
        (Distance.HERE, Role.LEADER),
        (Distance.OFFICE, Role.VIEWER),
        (Distance.AFAR, Role.VIEWER),
    ],
)
def test_where_nobody_signs_in_this_machine_may_everything_and_others_nothing(distance, expected):
    assert SignInSessions(ListedRoles(None)).role({}, distance) is expected


@pytest.mark.parametrize("distance", Distance)
def test_where_people_sign_in_this_machine_is_like_any_other(distance):
    assert SignInSessions(ListedRoles(RULES)).role({}, distance) is Role.VIEWER
    assert SignInSessions(ListedRoles(RULES)).role(signed(), distance) is Role.LEADER


def test_a_sign_in_that_was_ended_counts_nowhere():
    sessions, who = SignInSessions(ListedRoles(RULES)), signed()
    sessions.end(dict(who))
    assert sessions.role(who, Distance.HERE) is Role.VIEWER
    assert sessions.lasts(who) == 0


def test_the_others_stay_signed_in_and_so_does_who_signs_in_again():
    sessions, who = SignInSessions(ListedRoles(RULES)), signed()
    sessions.end(who)
    assert sessions.role(signed("2"), Distance.OFFICE) is Role.LEADER
    assert sessions.role({**who, "iat": int(time.time())}, Distance.OFFICE) is Role.LEADER
    assert sessions.role(signed(nonce="n2"), Distance.OFFICE) is Role.LEADER


def test_who_watches_is_told_of_an_end():
    sessions, heard = SignInSessions(ListedRoles(RULES)), []
    sessions.bell.listen(heard.append)
    sessions.end(signed())
    assert len(heard) == 1


def test_a_sign_in_lasts_its_hours_from_when_it_was_made():
    assert 0 < SignInSessions(ListedRoles(RULES)).lasts(signed(ago=7 * 3600)) <= 3600
    assert SignInSessions(ListedRoles(RULES)).lasts(signed(ago=8 * 3600)) == 0


def test_a_sign_in_that_was_ended_counts_nowhere_after_a_restart_either(tmp_path):
    SignInSessions(ListedRoles(RULES), tmp_path).end(signed())
    again = SignInSessions(ListedRoles(RULES), tmp_path)
    assert again.role(signed(), Distance.HERE) is Role.VIEWER
    assert again.role(signed("2"), Distance.HERE) is Role.LEADER
    assert "cammy" not in (tmp_path / ENDED_FILE).read_text()


@pytest.mark.parametrize("torn", ["{", "[]", '{"a": 1}', "\0"])
def test_where_it_is_not_known_who_signed_out_everybody_signs_in_again(tmp_path, torn):
    (tmp_path / ENDED_FILE).write_text(torn)
    sessions = SignInSessions(ListedRoles(RULES), tmp_path)
    assert sessions.role(signed(), Distance.HERE) is Role.VIEWER
    assert sessions.role(signed(ago=-2), Distance.HERE) is Role.LEADER


def test_a_sign_out_counts_though_the_disk_refuses(tmp_path):
    sessions = SignInSessions(ListedRoles(RULES), tmp_path / "file" / "data")
    (tmp_path / "file").write_text("no folder")
    sessions.end(signed())
    assert sessions.role(signed(), Distance.HERE) is Role.VIEWER


def test_what_no_hour_of_theirs_keeps_any_more_is_forgotten(tmp_path):
    start = dt.datetime.now(dt.UTC)
    now = [start]
    sessions = SignInSessions(ListedRoles(RULES), tmp_path, lambda: now[0])
    sessions.end(signed())
    now[0] = start + dt.timedelta(hours=9)
    sessions.end(signed("2", ago=-9 * 3600 + 60))
    assert len(json.loads((tmp_path / ENDED_FILE).read_text())) == 1


def test_while_no_name_is_listed_a_torn_file_of_pins_closes_nothing(tmp_path):
    (tmp_path / PINS_FILE).write_text("{")
    nobody = SignInRules(by_provider=False)
    assert not SignInSessions(ListedRoles(nobody), tmp_path).signing_in
    named = SignInRules(staff=frozenset({"Ánh"}), by_provider=False)
    assert SignInSessions(ListedRoles(named), tmp_path).signing_in


@pytest.mark.parametrize(
    ("claims", "distance", "expected"),
    [
        ({}, Distance.OFFICE, Role.STAFF),
        ({}, Distance.HERE, Role.STAFF),
        ({}, Distance.AFAR, Role.VIEWER),
        ({"over": "https"}, Distance.AFAR, Role.STAFF),
        ({"sub": "Bình"}, Distance.OFFICE, Role.VIEWER),
        ({"sub": "Dung"}, Distance.OFFICE, Role.VIEWER),
        ({"pin": ""}, Distance.OFFICE, Role.VIEWER),
        ({"pin": None}, Distance.OFFICE, Role.VIEWER),
        ({"iss": "https://id.test"}, Distance.OFFICE, Role.VIEWER),
        ({"iat": int(time.time()) - 9 * 3600}, Distance.OFFICE, Role.VIEWER),
    ],
)
def test_a_sign_in_by_pin_is_that_names_that_pins_and_of_the_office(
    tmp_path, claims, distance, expected
):
    pins = NamePins(tmp_path)
    pins.set_pin("Ánh", "445566")
    rules = SignInRules(frozenset({"Bình"}), frozenset({"Ánh"}), by_provider=False)
    sessions = SignInSessions(ListedRoles(rules), tmp_path)
    made = {"iss": "pin", "sub": "Ánh", "pin": pins.pin_mark("Ánh"), "iat": int(time.time())}
    assert sessions.role({**made, "over": "http", **claims}, distance) is expected

"""The sign-ins of a process: each ends for everybody who bears it."""

import time

import pytest

from lib.roles import Role
from lib.server.listed_roles import ListedRoles
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

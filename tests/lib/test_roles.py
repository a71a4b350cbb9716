"""Who is what: exactly the addresses named, and nobody who looks like them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lib.roles import Role, other_actor_in_words, role_from_claims, verified_mail
from lib.settings import SignInRules

NOW = dt.datetime(2026, 11, 2, 8, 0, tzinfo=dt.UTC)
RULES = SignInRules(
    leader=frozenset({"chutich@cammy.gov.vn"}),
    staff=frozenset({"canbo@xuantay.gov.vn", "@cammy.gov.vn"}),
)


def signed(mail: object, hours: float = 1, **more: object) -> dict[str, object]:
    """Return what a provider says of somebody who signed in some hours ago."""
    made = int((NOW - dt.timedelta(hours=hours)).timestamp())
    return {"email": mail, "email_verified": True, "iat": made, "sub": "7"} | more


@pytest.mark.parametrize(
    ("mail", "expected"),
    [
        ("chutich@cammy.gov.vn", Role.LEADER),
        ("ChuTich@CamMy.gov.vn", Role.LEADER),
        ("canbo@xuantay.gov.vn", Role.STAFF),
        ("ai@cammy.gov.vn", Role.STAFF),
        ("AI@CAMMY.GOV.VN", Role.STAFF),
        ("khac@xuantay.gov.vn", Role.VIEWER),
        ("ai@gmail.com", Role.VIEWER),
    ],
)
def test_a_role_is_given_by_the_exact_address_or_domain(mail, expected):
    assert role_from_claims(signed(mail), RULES, NOW) is expected


@pytest.mark.parametrize(
    "mail",
    [
        "x@cammy.gov.vn.evil.com",
        "x@evilcammy.gov.vn",
        "x@sub.cammy.gov.vn",
        "canbo@xuantay.gov.vn.evil.com",
        '"a@cammy.gov.vn"@evil.com',
        "a@evil.com@cammy.gov.vn",
        "canbo@xuantay.gоv.vn",  # a Cyrillic letter
        "canbo@xuantay.gov.vn\n",
        " canbo@xuantay.gov.vn",
        "canbo@xuantay.gov.vn.",
        "@",
        "",
        None,
        ["canbo@xuantay.gov.vn"],
        7,
    ],
)
def test_who_only_looks_alike_is_a_viewer(mail):
    assert role_from_claims(signed(mail), RULES, NOW) is Role.VIEWER


def test_a_person_is_known_by_an_address_with_one_at_sign_only():
    assert verified_mail(signed("Chutich@CamMy.gov.vn"), RULES) == "chutich@cammy.gov.vn"
    assert verified_mail(signed("a@evil.com@cammy.gov.vn"), RULES) == ""


def test_a_letter_that_only_becomes_ours_in_lower_case_is_another_letter():
    rules = SignInRules(leader=frozenset({"k@cammy.gov.vn"}))
    assert role_from_claims(signed("\N{KELVIN SIGN}@cammy.gov.vn"), rules, NOW) is Role.VIEWER


@pytest.mark.parametrize("verified", [False, None, "true", 1, "false"])
def test_an_address_that_nobody_verified_proves_nothing(verified):
    who = signed("chutich@cammy.gov.vn", email_verified=verified)
    assert role_from_claims(who, RULES, NOW) is Role.VIEWER


@pytest.mark.parametrize(("unstated", "expected"), [(False, Role.VIEWER), (True, Role.LEADER)])
def test_a_provider_that_never_says_verified_counts_only_where_a_setting_says_so(
    unstated, expected
):
    who = signed("chutich@cammy.gov.vn")
    del who["email_verified"]
    rules = SignInRules(RULES.leader, RULES.staff, unstated=unstated)
    assert role_from_claims(who, rules, NOW) is expected


def test_that_setting_does_not_help_an_address_which_is_said_to_be_unverified():
    who = signed("chutich@cammy.gov.vn", email_verified=False)
    assert role_from_claims(who, SignInRules(RULES.leader, unstated=True), NOW) is Role.VIEWER


@pytest.mark.parametrize(
    ("hours", "expected"), [(7.99, Role.LEADER), (8, Role.VIEWER), (2000, Role.VIEWER)]
)
def test_a_session_ends_hours_after_the_sign_in(hours, expected):
    assert role_from_claims(signed("chutich@cammy.gov.vn", hours), RULES, NOW) is expected


def test_the_providers_own_short_expiry_does_not_count():
    who = signed("chutich@cammy.gov.vn", exp=int(NOW.timestamp()) - 60)
    assert role_from_claims(who, RULES, NOW) is Role.LEADER


@pytest.mark.parametrize("made", [None, "now", True, float("nan"), float("inf"), 10**20, -(10**20)])
def test_a_sign_in_that_does_not_say_when_it_was_made_has_ended(made):
    assert role_from_claims(signed("chutich@cammy.gov.vn", iat=made), RULES, NOW) is Role.VIEWER


@pytest.mark.parametrize(("minutes", "expected"), [(1, Role.LEADER), (60, Role.VIEWER)])
def test_only_a_clock_slightly_ahead_is_forgiven(minutes, expected):
    assert role_from_claims(signed("chutich@cammy.gov.vn", -minutes / 60), RULES, NOW) is expected


@given(some.text(), some.sampled_from(["gov.vn", "cammy", "vn", "cammy.gov.vn.", "xcammy.gov.vn"]))
def test_no_other_domain_lets_anybody_in(name, domain):
    assert role_from_claims(signed(f"{name}@{domain}"), RULES, NOW) is Role.VIEWER


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("Lê Thị Lan", "chính bạn (ở một cửa sổ khác)"),
        ("leader", "Lãnh đạo (ở một cửa sổ khác)"),
        ("staff", "Cán bộ"),
    ],
)
def test_ones_own_deeds_in_another_window_read_as_no_colleagues(who, told):
    reader = "leader" if who == "staff" else who
    assert other_actor_in_words(who, reader) == told

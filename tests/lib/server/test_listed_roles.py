"""The lists in [roles] follow their file; what else signing in rests on does not."""

import pytest

from lib.errors import SettingError
from lib.server.listed_roles import ListedRoles
from lib.settings import SignInRules

BY_PIN = SignInRules(frozenset({"Bình"}), frozenset({"Ánh"}), by_provider=False)
BY_MAIL = SignInRules(frozenset({"a@b.vn"}), host="a.test")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "secrets.toml"


@pytest.mark.parametrize(
    ("begun", "now", "then"),
    [
        (BY_PIN, SignInRules(by_provider=False, leader=frozenset({"Bình"})), {"Bình"}),
        (BY_PIN, None, set()),
        (None, BY_PIN, {"Bình", "Ánh"}),
        (None, BY_MAIL, None),
        (BY_MAIL, BY_PIN, {"Bình", "Ánh"}),
    ],
)
def test_who_is_listed_follows_the_file(file, begun, now, then):
    listed = ListedRoles(begun, [file], lambda: now)
    assert not listed.reread()
    file.write_text("other")
    assert listed.reread() is (then is not None)
    rules = listed.rules
    assert (rules and set(rules.leader | rules.staff)) == then
    assert begun is None or rules.by_provider is begun.by_provider


def test_a_list_with_a_slip_changes_nothing(file):
    def read() -> SignInRules:
        raise SettingError(key="[roles]", file="secrets.toml", problem="is wrong", example="")

    listed = ListedRoles(BY_PIN, [file], read)
    file.write_text("other")
    assert not listed.reread()
    assert listed.rules is BY_PIN

"""How long wrong tries make somebody wait, by a clock of the test's own."""

import datetime as dt

import pytest

from lib.server.try_waits import TryWaits

MINUTES = dt.timedelta(minutes=1)
NOTHING = dt.timedelta(0)


@pytest.fixture
def waits(clock):
    return TryWaits(clock)


def wrong(waits: TryWaits, name: str, client: str, times: int) -> list[dt.timedelta]:
    return [waits.begin(name, client) for _ in range(times)]


def test_five_tries_are_free_and_the_sixth_waits(waits):
    assert wrong(waits, "an", "10.0.0.1", 5) == [NOTHING] * 5
    assert waits.begin("an", "10.0.0.1") > NOTHING


def test_waits_grow_to_fifteen_minutes_and_no_further(waits, clock):
    wrong(waits, "an", "10.0.0.1", 5)
    waited = []
    for _ in range(12):
        waited.append(waits.begin("an", "10.0.0.1"))
        clock.now += waited[-1]
        assert waits.begin("an", "10.0.0.1") == NOTHING
    assert [w / MINUTES for w in waited[:6]] == [0.5, 1, 2, 4, 8, 15]
    assert set(waited[6:]) == {15 * MINUTES}


def test_nobodys_tries_hold_up_the_name_elsewhere(waits):
    wrong(waits, "an", "10.0.0.1", 50)
    assert waits.begin("an", "10.0.0.2") == NOTHING


def test_a_forgetful_person_holds_up_no_colleague_at_the_same_machine(waits):
    wrong(waits, "an", "10.0.0.1", 6)
    assert waits.begin("binh", "10.0.0.1") == NOTHING


def test_a_client_that_tries_many_names_waits_at_each_further_one(waits):
    assert [waits.begin(f"name {n}", "10.0.0.1") for n in range(5)] == [NOTHING] * 5
    assert waits.begin("name 6", "10.0.0.1") > NOTHING
    assert waits.begin("name 6", "10.0.0.2") == NOTHING


def test_its_own_right_pin_lets_a_client_not_go_on_trying_others(waits, clock):
    for n in range(5):
        waits.begin(f"name {n}", "10.0.0.1")
    clock.now += MINUTES
    assert waits.begin("own", "10.0.0.1") == NOTHING
    waits.succeeded("own", "10.0.0.1")
    assert waits.begin("name 6", "10.0.0.1") > NOTHING


def test_a_right_pin_forgets_the_wrong_ones_before(waits):
    for _ in range(9):
        assert wrong(waits, "an", "10.0.0.1", 4) == [NOTHING] * 4
        assert waits.begin("an", "10.0.0.1") == NOTHING
        waits.succeeded("an", "10.0.0.1")
    assert waits.begin("binh", "10.0.0.1") == NOTHING


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001:db8::1", "2001:db8::ffff:2"),
        ("::ffff:10.0.0.1", "10.0.0.1"),
        ("fe80::1%a", "fe80::2%b"),
    ],
)
def test_another_address_of_the_same_machine_is_the_same_client(waits, one, other):
    wrong(waits, "an", one, 5)
    assert waits.begin("an", other) > NOTHING


def test_after_a_day_nothing_is_remembered(waits, clock):
    wrong(waits, "an", "10.0.0.1", 5)
    clock.now += dt.timedelta(days=1, seconds=1)
    assert wrong(waits, "an", "10.0.0.1", 5) == [NOTHING] * 5

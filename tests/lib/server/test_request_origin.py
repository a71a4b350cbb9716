"""Who counts as one person at this machine."""

import pytest

from lib.server.request_origin import asked_from_here

NEAR = {"Host": "localhost:8501"}


@pytest.mark.parametrize("ip", [None, "127.0.0.1", "127.8.8.8", "::1"])
def test_an_address_of_this_machine_is_near(ip):
    assert asked_from_here(ip, NEAR)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8501", "[::1]:8501", "LOCALHOST:80"])
def test_each_name_of_this_machine_is_near(host):
    assert asked_from_here(None, {"Host": host})


@pytest.mark.parametrize("ip", ["203.0.113.9", "192.168.1.4", "fe80::1%eth0", "not an address"])
def test_another_address_is_far(ip):
    assert not asked_from_here(ip, NEAR)


@pytest.mark.parametrize(
    "host", ["xuantay.test", "localhost.evil.test", "127.0.0.1.evil.test", "", "[::1", "0.0.0.0"]
)
def test_another_host_name_is_far(host):
    assert not asked_from_here(None, {"Host": host})


@pytest.mark.parametrize(
    "header",
    [
        {"X-Forwarded-For": "203.0.113.9"},
        {"X-Forwarded-For": "127.0.0.1"},
        {"x-forwarded-for": "127.0.0.1, 203.0.113.9"},
        {"X-Real-IP": "203.0.113.9"},
        {"Forwarded": "for=127.0.0.1"},
        {"Via": "1.1 proxy"},
        {"X-Forwarded-Proto": "https"},
        {"X-Forwarded-Host": "localhost"},
        {"CF-Connecting-IP": "203.0.113.9"},
        {"True-Client-IP": "203.0.113.9"},
    ],
)
def test_whatever_came_through_a_proxy_is_far(header):
    assert not asked_from_here(None, NEAR | header)


def test_no_host_name_is_far():
    assert not asked_from_here(None, {})


@pytest.mark.parametrize(
    ("origin", "near"), [("http://localhost:8501", True), ("https://xuantay.test", False)]
)
def test_the_page_that_asks_must_be_of_this_machine_too(origin, near):
    assert asked_from_here("127.0.0.1", NEAR | {"Origin": origin}) is near

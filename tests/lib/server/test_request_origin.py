"""Who counts as one person at this machine."""

import socket

import pytest

from lib.server.request_origin import (
    Distance,
    asked_from_here,
    kept_from_here_by,
    names_this_machine,
    request_distance,
)

OF_FORWARDERS = (
    *("X-Client-IP", "X-Original-Forwarded-For", "X-Forwarded-Port", "X-Forwarded-Server"),
    *("Fly-Client-IP", "X-Azure-ClientIP", "Fastly-Client-IP", "Tailscale-User-Login"),
)
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
        *({name: "203.0.113.9"} for name in OF_FORWARDERS),
    ],
)
def test_whatever_came_through_a_proxy_is_far(header):
    assert not asked_from_here(None, NEAR | header)


@pytest.mark.parametrize("name", ["X-Next-Proxys-Own", "Client", "X-User", "Authorization"])
def test_a_header_that_no_browser_sends_is_far_and_named(name):
    headers = NEAR | {"User-Agent": "Firefox", "Sec-Fetch-Site": "none", name: "203.0.113.9"}
    assert not asked_from_here("127.0.0.1", headers)
    assert kept_from_here_by("127.0.0.1", headers) == [name]


def test_of_somebody_who_is_elsewhere_anyway_no_header_is_named():
    assert kept_from_here_by("203.0.113.9", NEAR | {"Via": "1.1 proxy"}) == []
    assert kept_from_here_by("127.0.0.1", {"Host": "van-phong", "Via": "1.1 proxy"}) == []


def test_no_host_name_is_far():
    assert not asked_from_here(None, {})


@pytest.mark.parametrize(
    ("origin", "near"), [("http://localhost:8501", True), ("https://xuantay.test", False)]
)
def test_the_page_that_asks_must_be_of_this_machine_too(origin, near):
    assert asked_from_here("127.0.0.1", NEAR | {"Origin": origin}) is near


@pytest.mark.parametrize(
    ("ip", "headers", "distance"),
    [
        ("127.0.0.1", NEAR, Distance.HERE),
        ("127.0.0.1", {"Host": "van-phong:8501"}, Distance.OFFICE),
        ("192.168.1.7", NEAR, Distance.OFFICE),
        ("10.1.2.3", NEAR, Distance.OFFICE),
        ("172.31.0.1", NEAR, Distance.OFFICE),
        ("::ffff:192.168.1.7", NEAR, Distance.OFFICE),
        ("fe80::1%eth0", NEAR, Distance.OFFICE),
        ("fd00::7", NEAR, Distance.OFFICE),
        ("172.32.0.1", NEAR, Distance.AFAR),
        ("203.0.113.9", NEAR, Distance.AFAR),
        ("::ffff:203.0.113.9", NEAR, Distance.AFAR),
        ("100.64.0.1", NEAR, Distance.AFAR),
        ("2001:db8::1", NEAR, Distance.AFAR),
        ("not an address", NEAR, Distance.AFAR),
        ("192.168.1.7", NEAR | {"X-Forwarded-For": "192.168.1.8"}, Distance.AFAR),
    ],
)
def test_a_private_address_with_nothing_in_between_is_of_the_office(ip, headers, distance):
    assert request_distance(ip, headers) is distance


@pytest.mark.parametrize("host", ["localhost", "192.168.1.20", "10.0.0.1", "::1", "fd00::7"])
def test_private_addresses_and_this_machines_own_names_name_it(host):
    own = socket.gethostname().lower()
    assert all(names_this_machine(name) for name in (host, own, f"{own.partition('.')[0]}.local"))


@pytest.mark.parametrize(
    "host",
    [None, "", "rebind.test", "203.0.113.9", "192.168.1.20.evil.test", "localhost.evil.test"],
)
def test_no_other_name_names_this_machine(host):
    assert not names_this_machine(host)

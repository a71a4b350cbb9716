"""Where somebody may be led after signing in: to a page of this app, and nowhere else."""

import pytest

from lib.server.sign_in_flow import may_return


@pytest.mark.parametrize(
    ("to", "first"),
    [
        ("/", "/"),
        ("/can_xu_ly?xa=xuan-tay&viec=a%C3%A1&luc=2026-11-23T08:05", "/"),
        ("/so_sanh?q=//evil.test", "/"),
        ("/khao-sat/so_sanh?ky=2023", "/khao-sat/"),
        ("/khao-sat/", "/khao-sat/"),
    ],
)
def test_a_page_of_the_app_is_led_back_to(to, first):
    assert may_return(to, first)


@pytest.mark.parametrize(
    "to",
    [
        "",
        "so_sanh",
        "//evil.test",
        "/\\evil.test",
        "/\t/evil.test",
        "/\n/evil.test",
        "/so_sanh\r\nset-cookie: a=b",
        "https://evil.test/",
        "javascript:alert(1)",
        "/so sanh",
        "/so_sanh\\..",
        "/đ",
    ],
)
def test_nothing_else_is(to):
    assert not may_return(to, "/")


def test_a_page_beside_the_base_path_is_another_app():
    assert not may_return("/other/so_sanh", "/khao-sat/")
    assert not may_return("/khao-sat-other", "/khao-sat/")


def test_an_answer_that_leads_elsewhere_already_is_left_alone():
    assert not may_return("/so_sanh", "https://id.test")

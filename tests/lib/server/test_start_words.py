"""What the window says in which the app was started."""

import socket

import pytest

from lib.server.start_words import start_words


def served(host: str) -> str:
    return f"http://{host}:8501"


@pytest.mark.parametrize("listening", [None, "0.0.0.0", "::"])
def test_where_the_network_may_open_it_the_machines_name_is_told_too(listening):
    said = start_words(listening, served)
    assert "http://localhost:8501\n" in said
    assert f"Từ các máy khác trong mạng mở tại http://{socket.gethostname()}:8501\n" in said


@pytest.mark.parametrize(("listening", "name"), [("127.0.0.1", "localhost"), ("10.1.2.3",) * 2])
def test_an_app_of_one_address_is_told_by_it_alone(listening, name):
    said = start_words(listening, served)
    assert f"http://{name}:8501\n" in said
    assert "các máy khác" not in said


def test_a_server_that_says_its_own_address_is_left_to_it():
    assert start_words("127.0.0.1", lambda _: None) == ""

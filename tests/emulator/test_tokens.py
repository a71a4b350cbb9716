"""Sign-in: only an assertion signed with a known key buys a token."""

import time

import google.auth.crypt
import google.auth.jwt
import pytest

from tests.emulator import tokens


def form(key=0, age=0, **changes):
    info = tokens.account("http://127.0.0.1:9/token", key=key)
    now = int(time.time()) - age
    claims = {"iss": info["client_email"], "aud": tokens.AUDIENCE, "iat": now, "exp": now + 3600}
    signer = google.auth.crypt.RSASigner.from_string(info["private_key"])
    assertion = google.auth.jwt.encode(signer, {**claims, "scope": "s", **changes}).decode()
    return {"grant_type": [tokens.GRANT], "assertion": [assertion]}


def test_a_signed_assertion_buys_a_token_that_names_its_account():
    given = tokens.Tokens()
    status, answer = given.grant(form())
    assert (status, given.scopes) == (200, ["s"])
    assert given.holder(f"Bearer {answer['access_token']}") == tokens.EMAIL


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: form(key=1),
        lambda: form(age=7200),
        lambda: form(aud="https://example.com"),
        lambda: {**form(), "grant_type": ["password"]},
        lambda: {"grant_type": [tokens.GRANT]},
    ],
    ids=["other key", "too old", "other audience", "other grant", "no assertion"],
)
def test_anything_else_is_an_invalid_grant(wrong):
    status, answer = tokens.Tokens().grant(wrong())
    assert (status, answer["error"]) == (400, "invalid_grant")


def test_an_expired_token_names_nobody():
    given = tokens.Tokens()
    _, answer = given.grant(form())
    given.expire()
    assert given.holder(f"Bearer {answer['access_token']}") is None

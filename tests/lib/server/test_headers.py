"""Headers that every answer bears."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route

from lib.server.headers import SafeHeaders, content_policy

PAGE = "<html><script>alert(1)</script><script src='./a.js'></script></html>"


@pytest.fixture
def port(serve):
    def any_path(_):
        return Response("x", headers={"cache-control": "public"})

    route = Route("/{path:path}", any_path)
    return serve(Starlette(routes=[route], middleware=[Middleware(SafeHeaders, page=PAGE)]))


def test_only_the_inline_script_of_the_page_may_run():
    # printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    digest = "bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI="
    assert f"script-src 'self' blob: 'sha256-{digest}';" in content_policy(PAGE)


def test_nothing_is_loaded_from_elsewhere_and_nobody_frames_the_page():
    rules = dict(rule.strip().split(" ", 1) for rule in content_policy(PAGE).split(";"))
    assert (rules["default-src"], rules["frame-ancestors"]) == ("'none'", "'self'")
    assert "http" not in content_policy(PAGE)


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "SAMEORIGIN"),
        ("referrer-policy", "same-origin"),
        ("content-security-policy", content_policy(PAGE)),
    ],
)
def test_every_answer_bears_the_headers(port, ask, header, value):
    assert ask(port, "/so_sanh").headers[header] == value


@pytest.mark.parametrize(("path", "kept"), [("/media/a1.csv", "no-store"), ("/a", "public")])
def test_a_download_is_kept_by_nobody(port, ask, path, kept):
    assert ask(port, path).headers["cache-control"] == kept

"""The page in which Streamlit starts, in the reader's language."""

import gzip

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.routing import Route

from lib.server.index_page import IndexPages, index_pages, script_route
from lib.server.streamlit_internals import STREAMLIT_INDEX

VIETNAMESE = {"Survey": "Khảo sát"}
WORDS = script_route("say('Đóng')")
PAGES = index_pages(lambda word: VIETNAMESE.get(word, word), WORDS.path)


def streamlit(request) -> Response:
    """Answer with the page everywhere, as Streamlit does, or from the browser's memory."""
    if "if-none-match" in request.headers:
        return Response(status_code=304)
    return Response(STREAMLIT_INDEX, media_type="text/html", headers={"etag": '"1"'})


@pytest.fixture
def port(serve):
    routes = [
        WORDS,
        Route("/health", lambda _: Response("ok")),
        Route("/{path:path}", streamlit),
    ]
    around = [Middleware(IndexPages, pages=PAGES), Middleware(GZipMiddleware)]
    return serve(Starlette(routes=routes, middleware=around))


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/", "vi"),
        ("/so_sanh?xa=xuan-tay", "vi"),
        ("/khong_co", "vi"),
        ("/index.html", "vi"),
        ("/?lang=en", "en"),
        ("/so_sanh?ky=2023&lang=EN", "en"),
        ("/?lang=en&lang=vi", "vi"),
        ("/?lang=fr", "vi"),
    ],
)
def test_every_page_says_its_language(port, ask, path, language):
    assert f'<html lang="{language}">' in ask(port, path).body.decode()


def test_the_tab_says_what_this_is_from_the_first_byte(port, ask):
    assert "<title>Khảo sát</title>" in ask(port, "/").body.decode()


def test_who_has_no_scripts_reads_one_sentence_and_nothing_for_programs(port, ask):
    page = ask(port, "/").body.decode()
    assert page.count("JavaScript") == 1
    assert "_stcore/agent" not in page


def test_the_scripts_of_streamlit_stay(port, ask):
    assert ask(port, "/").body.count(b'rel="modulepreload"') == STREAMLIT_INDEX.count(
        b'rel="modulepreload"'
    )


def test_a_page_comes_whole_though_the_browser_has_it(port, ask):
    answer = ask(port, "/", if_none_match='"1"')
    assert (answer.status, answer.headers.get("etag")) == (200, None)


def test_a_page_comes_compressed(port, ask):
    answer = ask(port, "/so_sanh", accept_encoding="gzip")
    assert gzip.decompress(answer.body).decode() == PAGES["vi"]
    assert answer.headers["content-encoding"] == "gzip"


def test_what_is_no_page_passes_unchanged(port, ask):
    assert ask(port, "/health").body == b"ok"


def test_the_page_asks_for_the_script_of_words_and_every_reader_gets_it(port, ask):
    assert f'<script defer src=".{WORDS.path}">' in PAGES["vi"]
    answers = [ask(port, WORDS.path, accept_encoding="gzip") for _ in range(2)]
    assert [answer.body.decode() for answer in answers] == ["say('Đóng')"] * 2


def test_the_address_of_the_script_changes_with_its_words():
    assert script_route("say('Đóng')").path == WORDS.path
    assert script_route("say('Tắt')").path != WORDS.path

"""Static text is sent compressed, and compressed once."""

import gzip

import pytest
from starlette.responses import Response

from lib.server.compressed_static import CompressedStatic
from lib.server.streamlit_internals import STATIC_FOLDER, with_search_without_accents

SCRIPT = "export const words = ['một', 'hai', 'ba']\n" * 100


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "index.Aa1.js").write_text(SCRIPT, "utf-8")
    (tmp_path / "font.woff2").write_bytes(b"wOF2")
    return tmp_path


@pytest.fixture
def port(serve, folder):
    return serve(CompressedStatic(Response("from Streamlit"), folder))


def test_a_script_comes_compressed_and_is_kept_for_good(port, ask):
    answer = ask(port, "/static/js/index.Aa1.js", accept_encoding="gzip, br")
    assert gzip.decompress(answer.body).decode() == SCRIPT
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_a_script_is_called_a_script_whatever_the_system_thinks(port, ask):
    answer = ask(port, "/static/js/index.Aa1.js", accept_encoding="gzip")
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"


def test_a_file_is_compressed_once(port, ask, folder):
    first = ask(port, "/static/js/index.Aa1.js", accept_encoding="gzip")
    (folder / "js" / "index.Aa1.js").unlink()
    assert ask(port, "/static/js/index.Aa1.js", accept_encoding="gzip").body == first.body


def test_a_script_is_found_behind_a_base_path(port, ask):
    answer = ask(port, "/khao-sat/static/js/index.Aa1.js", accept_encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/static/js/index.Aa1.js", {}),
        ("/static/js/index.Aa1.js", {"accept_encoding": "gzip", "range": "bytes=0-9"}),
        ("/static/font.woff2", {"accept_encoding": "gzip"}),
        ("/static/js/../../secrets.toml", {"accept_encoding": "gzip"}),
        ("/", {"accept_encoding": "gzip"}),
    ],
)
def test_everything_else_is_left_to_streamlit(port, ask, path, headers):
    assert ask(port, path, **headers).body == b"from Streamlit"


def test_streamlit_keeps_its_scripts_where_we_look():
    assert list(STATIC_FOLDER.glob("js/PlotlyChart.*.js"))


def test_one_script_of_streamlits_learns_to_find_without_accents():
    scripts = (file.read_bytes() for file in STATIC_FOLDER.rglob("*.js"))
    taught = [script for script in scripts if with_search_without_accents(script) != script]
    assert len(taught) == 1

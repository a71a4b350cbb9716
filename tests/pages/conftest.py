"""Pages without a browser: an office of its own, a page opened by a link, and what it drew."""

import functools
import html
import json
import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

from lib.ui.shell.process import (
    the_desk,
    the_feed,
    the_pins,
    the_process,
    the_register_feed,
    the_sessions,
)
from tests import small_form
from tests.pages.readings import readings
from tests.running import OURS, ROOT, office_folder, wait_for

Opened = Callable[..., "Drawn"]

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
# they show responses; what is on the wall has no filters and sentences of its own
OF_NO_RESPONSES = ("dan_van_kheo", "trinh_chieu", "tro_giup", "bat_dau")
OF_THE_SURVEY = [page for page in PAGES if page not in OF_NO_RESPONSES]

LEADER, STAFF = "chutich@example.gov.vn", "motcua@example.gov.vn"
SIGN_IN = f"""
[auth]
redirect_uri = "http://localhost:8501/oauth2callback"
cookie_secret = "{"0123456789abcdef" * 4}"
client_id = "survey"
client_secret = "of-the-provider"
server_metadata_url = "http://localhost:1/.well-known/openid-configuration"

[roles]
leader = ["{LEADER}"]
staff = ["{STAFF}"]
"""


class Drawn:
    """What a page drew: its HTML, the words in it, its figures; `test` is Streamlit's own view."""

    def __init__(self, test: AppTest) -> None:
        assert not test.exception, test.exception
        self.test = test

    @property
    def html(self) -> str:
        """All HTML of the page's body, that of our component too; any space as a plain one."""
        nodes = (node for node in self.test.main if hasattr(node, "proto"))
        bodies = (_html(node.proto) for node in nodes if node.key != "menu")
        drawn = "\n".join(body for body in bodies if not body.startswith("<style"))
        return drawn.replace("\N{NO-BREAK SPACE}", " ")

    @property
    def menu(self) -> dict[str, str]:
        """Return the query of the menu's link to each page."""
        [drawn] = self.test.get_by_key("menu")
        links = re.findall(r'href="/([^"?]*)\??([^"]*)"', _html(drawn.proto))
        return {page: html.unescape(query) for page, query in links}

    @property
    def text(self) -> str:
        """The words of the page's body, one space between them."""
        return _words(self.html)

    @property
    def n_responses(self) -> str:
        """The text of the element that says how many responses are shown."""
        return _words(
            "".join(_html(element.proto) for element in self.test.get_by_key("n_responses"))
        )

    @property
    def n_models(self) -> str:
        """The text of the element that says how many models are shown."""
        return _words("".join(_html(element.proto) for element in self.test.get_by_key("n_models")))

    @property
    def figures(self) -> list[dict[str, Any]]:
        """The plotly figures, as the browser gets them."""
        return [json.loads(chart.proto.spec) for chart in self.test.get("plotly_chart")]


def _html(proto: Any) -> str:
    if hasattr(proto, "body"):
        return str(proto.body)
    data = json.loads(proto.json or "{}") if getattr(proto, "json", "") else {}
    return str(data.get("html", "")) if isinstance(data, dict) else ""


def _words(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Start an office on these settings; returns when its feeds have read, or failed to."""

    def office(secrets: str = "", *, wait: float = 20, **settings: str) -> None:
        _clear()
        _settle(tmp_path, monkeypatch, secrets, settings)
        if wait:
            _read(wait)

    yield office
    _clear()


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bundled sample; the next test finds it as this one leaves it: it is only looked at."""
    _settle(tmp_path, monkeypatch, "", {})
    _read(60)  # at once, where it stands; other tests of this process may have let it go
    assert the_feed().snapshot, "the sample was not read"


@pytest.fixture
def own_sample(sample: None) -> Iterator[None]:
    """The bundled sample for a test that acts on it: what is done about it is forgotten."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    the_pins.clear()
    the_desk.clear()


def _settle(
    folder: Path, monkeypatch: pytest.MonkeyPatch, secrets: str, settings: dict[str, str]
) -> None:
    for name in [name for name in os.environ if name.startswith(OURS)]:
        monkeypatch.delenv(name)
    own = {"SURVEY_DATA_DIR": str(folder / "data"), "HOME": str(folder), **settings}
    for name, value in own.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(office_folder(folder, **({"secrets": secrets} if secrets else {})))


def _read(seconds: float) -> None:
    the_feed().ready(seconds)
    if register := the_register_feed():
        register.ready(seconds)


def _clear() -> None:
    the_process.exchange()


@pytest.fixture
def small(office: Callable[..., None], tmp_path: Path) -> None:
    """An office whose file holds the twelve responses of the small form."""
    office(SURVEY_FILE=str(small_form.write(tmp_path / "small.csv", small_form.rows())))


@pytest.fixture
def sheet(office, emulator):
    """An office that reads twelve responses from this sheet, all of them sealed and shown."""
    sheet = emulator.create(("Trả lời", small_form.recent()))
    office(SIGN_IN, SURVEY_SHEETS=sheet.url, SHEETS_EMULATOR_HOST=emulator.host)
    wait_for(lambda: readings() and readings()[0].seen_by_viewers, "the first reading")
    return sheet


@functools.cache
def _components() -> BidiComponentManager:
    """Return Streamlit's components, found once: it asks every installed package for some."""
    components = BidiComponentManager()
    components.discover_and_register_components(start_file_watching=False)
    return components


def pin_claims(name: str) -> dict[str, object]:
    """Return what a name's sign-in says that was made just now, over https."""
    pins = the_sessions().pins
    mark = pins.pin_mark(name) if pins else ""
    return {"iss": "pin", "sub": name, "pin": mark, "iat": time.time(), "over": "https"}


@pytest.fixture
def opened() -> Opened:
    """Open a page by a link: `opened("so_sanh", ky="2022-Q4")`.

    With `mail=LEADER`, where the office has SIGN_IN, as somebody who signed in; with `name`,
    where that name has a PIN, as who entered it.
    """

    def opened(
        page: str = "tong_quan", mail: str = "", name: str = "", **query: str | list[str]
    ) -> Drawn:
        test = AppTest.from_file(ROOT / "lib" / "ui" / "shell" / "main.py", default_timeout=30)
        test._bidi_component_manager = _components()
        test.query_params.update(query)
        if mail:
            claims = {"email": mail, "email_verified": True, "iat": time.time(), "sub": mail}
            test.user = {"is_logged_in": True, **claims}
        if name:
            test.user = {"is_logged_in": True, **pin_claims(name)}
        if page != "tong_quan":
            test.switch_page(str(ROOT / "pages" / f"{page}.py"))
        return Drawn(test.run())

    return opened


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pages of the sample come one after another: an office started between has it read anew.

    Those that only look at it come before those that act on it.
    """
    here = [at for at, item in enumerate(items) if Path(__file__).parent in item.path.parents]
    ordered = sorted((items[at] for at in here), key=_needs)
    for at, item in zip(here, ordered, strict=True):
        items[at] = item


def _needs(item: pytest.Item) -> int:
    names = getattr(item, "fixturenames", ())
    return ("own_sample" in names) if "sample" in names else 2

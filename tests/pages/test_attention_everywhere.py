"""What deserves attention is told alike by page, slide, paper and command, of whatever survey."""

import datetime as dt
import json
import random
import re

import pytest

from lib.__main__ import main
from lib.office_clock import OfficeClock
from lib.papers import PaperReading, selection_papers
from lib.survey.selection import Selection
from lib.ui.shell.process import the_feed, the_settings
from tests import small_form
from tests.browser.screen import one_and_the_rest
from tests.lib.reports.survey import document, plain, words
from tests.pages.conftest import LEADER, SIGN_IN

FIGURE = re.compile(r"\d+,\d %|\d+,\d điểm")
COMMUNES = ("Xã Xuân Tây", "Xã Sông Ray", "Xã Bảo Bình")


def invented(seed: str) -> list[list[small_form.Cell]]:
    """Return a survey of a year until today, in which rates of communes and times differ."""
    dice = random.Random(seed)
    now = OfficeClock.local(OfficeClock().now()).replace(tzinfo=None, microsecond=0)
    usual = {commune: dice.uniform(0.6, 0.99) for commune in COMMUNES}
    fallen, days = dice.uniform(0, 0.4), dice.randrange(5, 120)
    table = [small_form.HEADER]
    for back in sorted(
        (dice.uniform(0, 400) for _ in range(dice.randrange(300, 900))), reverse=True
    ):
        commune = dice.choice(COMMUNES)
        rate = usual[commune] - (fallen if back < days else 0)
        answers = [dice.random() < rate for _ in range(2)]
        given = [small_form.SATISFIED if good else small_form.DISSATISFIED for good in answers]
        table.append([now - dt.timedelta(days=back), *given, commune, "Hộ tịch", ""])
    return table


def box(html: str) -> str:
    """Return the words of what the overview says deserves attention."""
    [section] = re.findall(r"<section[^>]*><h2[^>]*>Điều cần chú ý</h2>(.*?)</section>", html)
    return plain(" ".join(re.sub(r"<[^>]*>", "", section).split()))


@pytest.mark.parametrize("seed", one_and_the_rest([f"survey {n}" for n in range(12)]))
def test_page_slide_paper_and_command_tell_the_same(office, opened, tmp_path, capsys, seed):
    file = small_form.write(tmp_path / "form.csv", invented(seed))
    office(SIGN_IN, SURVEY_FILE=str(file))
    told = box(opened(mail=LEADER).html)
    main(["check", "--json"])
    command = json.loads(capsys.readouterr().out)["attention"]["text"]
    assert FIGURE.findall(" ".join(command)) == FIGURE.findall(told)
    assert len(command) == 1 or len(FIGURE.findall(told)) >= len(command)
    paper = words(document(_report()))
    assert [each for each in FIGURE.findall(told) if each not in paper] == []
    if not FIGURE.findall(told):
        assert told == command[0]
    # who sees totals only, and the wall
    viewer = box(opened().html)
    wall = re.search(r'data-slide="can-chu-y">(.*?)</section>', opened("trinh_chieu").html)[1]
    points = re.search(r"<ul[^>]*>(.*?)</ul>", wall)[1]
    assert FIGURE.findall(plain(points)) == FIGURE.findall(viewer)


def _report() -> bytes:
    snapshot = the_feed().snapshot
    reading = PaperReading(snapshot.made, OfficeClock.local(snapshot.read_at))
    return selection_papers(reading, Selection(), the_settings(), desk=None).report()

"""Whatever happens, in whatever order: between two steps nothing that a viewer is sent changes."""

import datetime as dt
import itertools
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from lib.journal.journal_lines import Event, EventKind, new_id
from lib.office_clock import OfficeClock
from lib.sources.snapshot import Snapshot
from lib.survey.responses import Responses
from lib.ui.shell.process import (
    the_desk,
    the_feed,
    the_office,
    the_process,
    the_settings,
    the_viewer_feed,
)
from tests import small_form
from tests.pages.conftest import OF_THE_SURVEY, SIGN_IN
from tests.pages.readings import version
from tests.running import wait_for

K = 5
LAST_YEAR = OfficeClock().today().year - 1
TRACKED = '\n[tracking]\nsince = "2019-01-01"\n'
MINUTE = re.compile(r"Kiểm tra phiếu mới[^<]*")  # when the file was last looked at
REWORDED = ("Ông/Bà hài lòng về thái độ của công chức không?", small_form.ATTITUDE)
VIEWS = [
    (page, query)
    for page in (*OF_THE_SURVEY, "trinh_chieu")
    for query in ({}, {"xa": "xuan"}, {"ky": str(LAST_YEAR)}, {"cau": "c1"})
]


class Office:
    """An office whose file people alter, staff work on and disks lose; a viewer looks at it."""

    def __init__(self, folder: Path, start: Callable[..., None]) -> None:
        """Begin with responses that are kept over a restart and others that are too old for it."""
        self.file, self.wordings = folder / "held.csv", itertools.cycle(REWORDED)
        self.header, self.newest = [*small_form.HEADER], dt.datetime(LAST_YEAR, 3, 1, 8, 0)
        self.rows = [self._response(at, dt.datetime(2019, 1, 15, 8, at)) for at in range(20)]
        self.submit(30)
        self._write()
        data = folder / "data"
        start(SIGN_IN + TRACKED, SURVEY_FILE=str(self.file), SURVEY_DATA_DIR=str(data))
        self.settle()

    def submit(self, n: int) -> None:
        for at in range(n):
            self.newest += dt.timedelta(minutes=7)
            self.rows.append(self._response(at, self.newest))

    def edit(self, n: int) -> None:
        row = self.rows[-n]
        was = row[1] == small_form.DISSATISFIED
        row[1] = small_form.SATISFIED if was else small_form.DISSATISFIED

    def delete(self, n: int) -> None:
        del self.rows[-n]

    def work(self, n: int) -> None:
        desk = the_desk()
        cases = desk.cases(the_feed().snapshot.made)
        kind = EventKind.CLOSED if n % 2 else EventKind.TAKEN_UP
        done = Event(new_id(), cases.codes[n], kind, desk.now(), "canbo@xa.vn")
        desk.add([done], although_moved=True)

    def reword(self, _: int) -> None:
        self.header[1] = next(self.wordings)

    def add_a_question(self, n: int) -> None:
        if len(self.header) == len(small_form.HEADER):
            self.header.append("Nhà chờ có sạch không?")
            self.rows = [[*row, ""] for row in self.rows]

    def restart(self, n: int) -> None:
        """Begin anew without what the disk lost, with what people did meanwhile."""
        last = the_settings().data_dir / "last"
        the_feed().stop()
        the_process.exchange()
        files = sorted(last.iterdir())
        for file in [[], [last], files, files[:1], files[1:]][n % 5]:
            if file == last:
                shutil.rmtree(last)
            else:
                file.write_bytes(file.read_bytes()[: 100 * (n % 2)])
        self._write()
        the_feed().ready(20)

    def settle(self) -> None:
        """Have the file read as it stands, and the reading and what viewers see of it sealed."""
        self._write()
        stood = the_office().sources[0].version
        the_feed().look()
        wait_for(lambda: version(the_feed().snapshot) == stood(), "the reading")
        shown = the_viewer_feed()
        the_feed().stir()  # returns once it is decided what viewers see of the reading
        wait_for(lambda: _sealed(the_feed().snapshot), "the seal")
        wait_for(lambda: not shown.snapshot or _noted(shown.snapshot), "the note of what is shown")

    def _response(self, at: int, moment: dt.datetime) -> list[small_form.Cell]:
        attitude = small_form.SATISFIED if at % 3 else small_form.DISSATISFIED
        commune = "Xã Xuân" if at % 2 else "Xã Sông"
        more = [""] * (len(self.header) - len(small_form.HEADER))
        return [moment, *small_form.response(attitude=attitude, commune=commune), *more]

    def _write(self) -> None:
        small_form.write(self.file, [self.header, *self.rows])


def _sealed(newest: Snapshot[Responses]) -> bool:
    the_desk().journal.wake()
    return not the_desk().evidence.awaits(newest.read_at)


def _noted(shown: Snapshot[Responses]) -> bool:
    reading = the_desk().evidence.reading(shown.read_at)
    return reading is not None and reading.seen_by_viewers


class Viewer:
    """Somebody who sees totals only, opens one page again and again, and compares."""

    def __init__(self, look: Callable[[], str]) -> None:
        self._look, self._seen = look, dict[object, str]()
        self._step: Counter[object] | None = None

    def look(self) -> None:
        """Hold what is sent now against what was sent in the same step, and the step before."""
        shown, sent = the_viewer_feed().snapshot, self._look()
        if shown is None:
            assert "Hiện chưa hiển thị số liệu." in sent or "Đang đọc" in sent
            return
        step = told(shown.made)
        if self._step is not None and step != self._step:
            assert max((step - self._step).total(), (self._step - step).total()) >= K
            self._seen.clear()
        self._step = step
        asked = tuple(question.headers for question in shown.made.form.questions)
        assert self._seen.setdefault(asked, sent) == sent


def told(responses: Responses) -> Counter[object]:
    """Return each response as the totals count it, and how many are alike."""
    communes = [*(place.code for place in responses.communes), ""]
    answers = [
        [[*(level.text for level in question.levels), ""][at] for at in given]
        for question, given in zip(responses.form.rated, responses.levels, strict=True)
    ]
    places = [communes[at] for at in responses.commune]
    each = zip(responses.submitted.tolist(), places, zip(*answers, strict=True), strict=True)
    return Counter(each)


DEEDS = ("submit", "submit", "edit", "delete", "work", "reword", "add_a_question", "restart")


@settings(
    max_examples=settings().max_examples // 16,  # of several restarts and pages each
    phases=[
        Phase.explicit,
        Phase.reuse,
        Phase.generate,
    ],  # a shorter one is not worth minutes of restarts
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.sampled_from(VIEWS),
    st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(1, 9)), min_size=4, max_size=7),
)
@example(
    ("can_xu_ly", {}),
    [("submit", 2), ("work", 1), ("work", 2), ("restart", 0), ("work", 3), ("submit", 9)],
)
@example(
    ("toan_ven", {}),
    [("submit", 1), ("restart", 1), ("edit", 3), ("reword", 1), ("restart", 2), ("submit", 4)],
)
def test_between_two_steps_nothing_that_a_viewer_is_sent_changes(
    office, opened, tmp_path_factory, view, deeds
):
    page, query = view
    viewer = Viewer(lambda: MINUTE.sub("", opened(page, **query).html))
    survey = Office(tmp_path_factory.mktemp("office"), office)
    viewer.look()
    for name, n in deeds:
        getattr(survey, name)(n)
        survey.settle()
        viewer.look()

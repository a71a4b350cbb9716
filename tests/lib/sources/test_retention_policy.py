"""What is too old to be kept is on no disk, and still in the figures while its source holds it."""

import datetime as dt
import gzip
import io
import zipfile
from pathlib import Path

import pytest

from lib.office import Office
from lib.settings import TrackingRules
from lib.sources.workbook_file import WorkbookFile
from lib.survey.model.places import Places
from tests.lib.sources.test_source_feed import until

HEADER = "Dấu thời gian,Ông/Bà có hài lòng không?,Ý kiến góp ý"
OLD = [f"0{day}/03/2020 08:00:00,Không hài lòng,lời cũ số {day}" for day in range(1, 9)]
K = 5


def recent(n: int) -> list[str]:
    """Return n responses of yesterday."""
    day = dt.datetime.now(dt.UTC) - dt.timedelta(days=1)
    return [f"{day:%d/%m/%Y} 08:00:{at:02},Hài lòng,lời mới số {at}" for at in range(n)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "responses.csv"
    write(path, *OLD, *recent(3))
    return path


def write(path: Path, *rows: str) -> None:
    path.write_text("\n".join((HEADER, *rows)), encoding="utf-8")


@pytest.fixture
def start(file, tmp_path):
    """Start an office over the file: its feed, and what viewers see of it, after one reading."""
    running = []

    def start(*more: Path, months: int = 24):
        office = Office(
            tuple(map(WorkbookFile, (file, *more))),
            None,
            Places.read(),
            tmp_path / "data",
            sample=False,
            tracking=TrackingRules(months_kept=months),
        )
        feed = office.feed()
        steps = office.steps(feed, K)
        feed.start()
        running.append(feed)
        assert feed.ready(20)
        return feed, steps

    yield start
    for feed in running:
        feed.stop()


def n(of) -> int:
    return int(of.snapshot.made.n) if of.snapshot else 0


def on_disk(folder: Path) -> str:
    """Return everything that lies in the folder, unpacked."""
    files = [path.read_bytes() for path in sorted(folder.glob("last/*.json.gz"))]
    for at, packed in enumerate(files):
        if zipfile.is_zipfile(io.BytesIO(packed)):
            with zipfile.ZipFile(io.BytesIO(packed)) as together:
                files[at : at + 1] = [together.read(name) for name in together.namelist()]
    return "\n".join(gzip.decompress(packed).decode() for packed in files)


def written(folder: Path) -> bool:
    return len(list(folder.glob("last/*.json.gz"))) == 2


def test_old_answers_are_in_the_figures_and_in_no_copy(start, tmp_path):
    feed, steps = start()
    assert (n(feed), n(steps)) == (11, 11)
    until(lambda: written(tmp_path / "data"))
    assert "lời mới số 1" in on_disk(tmp_path / "data")
    assert "lời cũ" not in on_disk(tmp_path / "data")
    assert "2020" not in on_disk(tmp_path / "data")


def test_they_are_kept_as_long_as_the_office_says(start, tmp_path):
    start(months=12 * 100)
    until(lambda: written(tmp_path / "data"))
    assert "lời cũ số 1" in on_disk(tmp_path / "data")


def test_after_a_restart_the_source_is_read_again_although_it_did_not_change(start, tmp_path):
    feed, _ = start()
    until(lambda: written(tmp_path / "data"))
    feed.stop()
    again, _ = start()
    until(lambda: n(again) == 11)


def test_without_its_source_the_younger_ones_are_left(start, file, tmp_path):
    feed, _ = start()
    until(lambda: written(tmp_path / "data"))
    feed.stop()
    file.unlink()
    again, _ = start()
    assert n(again) == 3


def test_over_a_restart_viewers_are_still_shown_no_single_new_response(start, file, tmp_path):
    feed, _ = start()
    until(lambda: written(tmp_path / "data"))
    feed.stop()
    write(file, *OLD, *recent(4))
    again, steps = start()
    until(lambda: n(again) == 12)
    until(lambda: n(steps) == 11)
    feed = again
    write(file, *OLD, *recent(9))
    feed.look()
    until(lambda: n(feed) == 17)
    until(lambda: n(steps) == 17)


def test_a_question_added_to_one_of_two_sources_tells_no_single_new_response(start, tmp_path):
    second = tmp_path / "second.csv"
    rows = ["01/04/2020 09:00:00,Hài lòng,lời cũ khác", recent(1)[0].replace("08:", "09:")]
    write(second, *rows)
    feed, steps = start(second)
    assert (n(feed), n(steps)) == (13, 13)
    until(lambda: len(list((tmp_path / "data").glob("last/*.json.gz"))) == 3)
    feed.stop()
    rows.append(recent(2)[1].replace("08:", "09:"))
    second.write_text("\n".join((f"{HEADER},Ghi chú", *(f"{row}," for row in rows))), "utf-8")
    again, steps = start(second)
    until(lambda: n(again) == 14)
    until(lambda: n(steps) == 13)
